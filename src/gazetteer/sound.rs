//! [`Sound`]: a name as it sounds: `Koundoz` finds Kunduz, `Tirinkot` Tarin Kowt.
//!
//! Names that are carried over from other scripts are spelled as the writer hears them. What stays is the run of consonants, and
//! that is the key.

use super::edit_distance::Within;
use super::name_key::add_name_key;

/// Sounds of the shortest key that is looked up; a vowel that begins the name is one.
const FEWEST_SOUNDS: usize = 3;
/// Letters of the shortest name of fewer sounds that is looked up as it is spelled, however its words are parted: `Shahjoy`.
const FEWEST_LETTERS: usize = 6;
/// Letters by which two spellings of one name differ at most.
const MOST_EDITS: u8 = 3;
/// What stands for whichever vowel begins a name.
const VOWEL: u8 = b'-';
/// Begins the key of a name of few sounds.
const AS_SPELLED: u8 = b'=';
/// They part no words here: `Kup'yans'k`.
const APOSTROPHES: [char; 6] = ['\'', '’', '‘', '`', '´', 'ʼ'];
/// A name as it sounds: what is looked up.
#[derive(Clone, Debug, Default)]
pub struct Sound {
    /// Its letters, a to z.
    spelled: Vec<u8>,
    key: Vec<u8>,
    /// The name as it is indexed.
    name_key: String,
}

impl Sound {
    /// None where the name has too few sounds to be told from others, or is in another script.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let mut sound = Self::default();
        sound.take(name).then_some(sound)
    }

    /// Becomes that of another name, in the memory that it has; false where it has too few sounds or is in another script.
    pub(super) fn take(&mut self, name: &str) -> bool {
        if !name.is_ascii() && name.chars().any(is_of_other_script) {
            return false;
        }
        self.name_key.clear();
        if has_apostrophe(name) {
            add_name_key(&name.replace(APOSTROPHES, ""), &mut self.name_key);
        } else {
            add_name_key(name, &mut self.name_key);
        }
        if !self.name_key.bytes().all(|letter| letter == b' ' || letter.is_ascii_lowercase()) {
            return false;
        }
        spell(self.name_key.as_bytes(), &mut self.spelled);
        self.key.clear();
        add_sounds(&self.spelled, &mut self.key);
        if self.key.len() >= FEWEST_SOUNDS {
            return true;
        }
        // The key of a name of few sounds is its letters.
        self.key.clear();
        self.key.push(AS_SPELLED);
        self.key.extend_from_slice(&self.spelled);
        self.spelled.len() >= FEWEST_LETTERS
    }

    /// Its sounds, or its letters where those are few.
    pub(super) fn key(&self) -> &[u8] {
        &self.key
    }

    /// The edits to another spelling, where both have one sound and the edits are few enough for one name.
    pub(super) fn edits_to(&self, other: &Self) -> Option<u8> {
        if self.key != other.key {
            return None;
        }
        if self.key.first() == Some(&AS_SPELLED) {
            return Some(0);
        }
        let within = Within::new(self.spelled.iter().copied().map(char::from), MOST_EDITS);
        let bytes = other.spelled.iter().copied();
        let row = bytes.fold(fst::Automaton::start(&within), |row, byte| fst::Automaton::accept(&within, &row, byte));
        let edits = Within::distance(&row);
        let letters = self.spelled.len().min(other.spelled.len());
        // Where there are few sounds, more hangs on the vowels.
        let most = if self.key.len() == FEWEST_SOUNDS { 1 } else { MOST_EDITS };
        (edits <= most && 100 * usize::from(edits) <= 45 * letters).then_some(edits)
    }
}

/// Whether a letter is one of Cyrillic, Hebrew, Arabic or the scripts of East Asia, which have no key here: most of those that the
/// gazetteer has names in.
fn is_of_other_script(letter: char) -> bool {
    matches!(letter,
        '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' | '\u{5d0}'..='\u{5ea}' | '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}'
        | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

fn has_apostrophe(name: &str) -> bool {
    if name.is_ascii() { name.bytes().any(|letter| matches!(letter, b'\'' | b'`')) } else { name.contains(APOSTROPHES) }
}

/// Puts down the letters of a name, given as its key, in a row: without articles, the ezafe, whatever parts words, and letters that
/// are not heard.
fn spell(name_key: &[u8], spelled: &mut Vec<u8>) {
    spelled.clear();
    let mut plain = Plain { spelled, held: false };
    let mut words = name_key.split(|&letter| letter == b' ').enumerate().peekable();
    while let Some((position, word)) = words.next() {
        let last = words.peek().is_none();
        match word {
            b"abu" | b"abou" | b"abo" | b"albu" | b"albou" if !last => plain.push(b"bu"),
            b"e" if position > 0 => {}
            // The Arabic article, also as it sounds before some letters.
            b"al" | b"el" | b"ul" | b"ol" | b"as" | b"es" | b"ash" | b"esh" | b"ad" | b"ed" | b"ar" | b"er" | b"at"
            | b"et" | b"az" | b"ez"
                if !last => {}
            _ => plain.push(word),
        }
    }
    plain.end();
}

/// Letters that are taken down with `u` for `ou`, and doubled letters single.
struct Plain<'s> {
    spelled: &'s mut Vec<u8>,
    /// An `o` that may begin an `ou`.
    held: bool,
}

impl Plain<'_> {
    fn push(&mut self, letters: &[u8]) {
        for &letter in letters {
            if std::mem::take(&mut self.held) && letter != b'u' {
                self.take(b'o');
            }
            if letter == b'o' { self.held = true } else { self.take(letter) }
        }
    }

    fn take(&mut self, letter: u8) {
        if self.spelled.last() != Some(&letter) {
            self.spelled.push(letter);
        }
    }

    /// Takes down what is held, and an `h` at the end off, which is not heard.
    fn end(mut self) {
        if self.held {
            self.take(b'o');
        }
        if matches!(self.spelled.as_slice(), [.., before, b'h'] if is_vowel(*before)) {
            self.spelled.pop();
        }
    }
}

/// Adds the sounds of a name that [`spell`] put down: its consonants by classes, and whether a vowel begins it.
fn add_sounds(spelled: &[u8], key: &mut Vec<u8>) {
    let (mut rest, mut before) = (spelled, None);
    while let Some((letter, after)) = rest.split_first() {
        let next = after.first().copied();
        // No letters have one sound together with a vowel.
        let cluster = if next.is_some_and(is_vowel) { None } else { cluster(rest) };
        let (length, sounds) = cluster.unwrap_or_else(|| (1, sounds_of(before, letter, next)));
        // A sound spelled twice, as in `zhzh`, is one.
        let may_double = before.is_some_and(|before| !is_vowel(before));
        match sounds {
            [] => {}
            [sound] if may_double && key.last() == Some(sound) => {}
            [sound] => key.push(*sound),
            several if may_double && key.ends_with(several) => {}
            several => key.extend_from_slice(several),
        }
        if key.is_empty() {
            key.push(VOWEL);
        }
        let (read, next) = rest.split_at(length);
        (before, rest) = (read.last().copied(), next);
    }
}

/// The letters that have one sound together at the beginning: how many they are, and that sound. Longer ones before those that they
/// begin with.
fn cluster(letters: &[u8]) -> Option<(usize, &'static [u8])> {
    Some(match letters {
        [b't', b'c' | b's', b'h', ..] | [b's', b'c', b'h', ..] => (3, &b"S"[..]),
        [b'd', b'z', b'h', ..] => (3, &b"J"[..]),
        [b'c' | b's', b'h', ..] => (2, &b"S"[..]),
        [b'k', b'h', ..] | [b'c', b'k', ..] => (2, &b"k"[..]),
        [b'g', b'h', ..] => (2, &b"g"[..]),
        [b'p', b'h', ..] => (2, &b"f"[..]),
        [b'z', b'h', ..] | [b'd', b'j', ..] => (2, &b"J"[..]),
        _ => return None,
    })
}

/// The sound of one letter between two others, if it has one.
fn sounds_of(before: Option<u8>, letter: &u8, next: Option<u8>) -> &[u8] {
    let before_vowel = next.is_some_and(is_vowel);
    match letter {
        // `Ouardak`, `Kweta`, `Quetta`: what glides into a vowel.
        b'u' if matches!(next, Some(b'a' | b'e' | b'i')) && !matches!(before, Some(b'g' | b'q')) => b"v",
        b'a' | b'e' | b'i' | b'o' | b'u' | b'y' => b"",
        b'h' if before.is_some() => b"",
        // `Kowt`
        b'w' if before.is_some_and(is_vowel) && !before_vowel => b"",
        b'w' | b'v' => b"v",
        b'q' | b'c' | b'k' => b"k",
        b'j' => b"J",
        b'x' => b"ks",
        _ => std::slice::from_ref(letter),
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_alike(one: &str, other: &str) -> bool {
        Sound::of(one).zip(Sound::of(other)).is_some_and(|(one, other)| one.edits_to(&other).is_some())
    }

    #[test]
    fn spellings_of_one_name_sound_alike() {
        let alike = [
            ("Gezab", "Gizab"),
            ("Koundoz", "Kunduz"),
            ("Tirinkot", "Tarin Kowt"),
            ("Qala-e-Zaal", "Qala-i-Zal"),
            ("Kemissie", "Kemisē"),
            ("Beled Weyne", "Beledweyne"),
            ("Alishang", "Alishing"),
            ("Aqchah", "Aqcha"),
            ("Kupiansk", "Kup'yans'k"),
            ("Boukamal", "Abu Kamal"),
            ("Boukamal", "Ālbū Kamāl"),
            ("Ouardak", "Wardak"),
            ("Djalalabad", "Jalalabad"),
            ("Tcharikar", "Charikar"),
            ("el-Hassaké", "Al-Hasakah"),
            ("Berejany", "Berezhany"),
            ("Shahjoy", "Shah Joy"),
        ];
        for (one, other) in alike {
            assert!(
                are_alike(one, other) && are_alike(other, one),
                "{one}, {other}: {:?} {:?}",
                Sound::of(one),
                Sound::of(other)
            );
        }
    }

    #[test]
    fn other_names_do_not() {
        let unlike = [
            ("Kunduz", "Kandahar"),
            ("Mali", "Mola"),
            ("Herat", "Harare"),
            ("Baghlan", "Baghdad"),
            ("Gizab", "Zabul"),
            ("Aden", "Aidun"),
            ("Balkh", "Bala"),
            ("Minbya", "Minbu"),
            ("کابل", "کابل"),
            ("", ""),
        ];
        for (one, other) in unlike {
            assert!(!are_alike(one, other), "{one}, {other}");
        }
    }
}
