//! Places by the sound of a name: `Koundoz` finds Kunduz, `Tirinkot` Tarin Kowt.
//!
//! Names that are carried over from other scripts are spelled as the writer hears them. What stays is the run of consonants, and
//! that is the key. The places of a country are entered under their keys when one of them is first asked for.

use super::edit_distance::Within;
use super::name_key::name_key;
use super::{Gazetteer, PlaceId};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Sounds of the shortest key that is looked up; a vowel that begins the name is one.
const FEWEST_SOUNDS: usize = 3;
/// Letters of the shortest name of fewer sounds that is looked up as it is spelled, however its words are parted: `Shahjoy`.
const FEWEST_LETTERS: usize = 6;
/// Letters by which two spellings of one name differ at most.
const MOST_EDITS: u8 = 3;
/// What stands for whichever vowel begins a name.
const VOWEL: char = '-';
/// Spellings of several letters and their sound, longer ones before those that they begin with.
const CLUSTERS: &[(&str, &str)] = &[
    ("tch", "S"),
    ("tsh", "S"),
    ("sch", "S"),
    ("dzh", "J"),
    ("ch", "S"),
    ("sh", "S"),
    ("kh", "k"),
    ("gh", "g"),
    ("ph", "f"),
    ("zh", "J"),
    ("dj", "J"),
    ("ck", "k"),
    ("x", "ks"),
];
/// They part no words here: `Kup'yans'k`.
const APOSTROPHES: [char; 6] = ['\'', '’', '‘', '`', '´', 'ʼ'];
/// The Arabic article, also as it sounds before some letters.
const ARTICLES: &[&str] =
    &["al", "el", "ul", "ol", "as", "es", "ash", "esh", "ad", "ed", "ar", "er", "at", "et", "az", "ez"];

/// A place whose name sounds like another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sounding {
    /// The place.
    pub place: PlaceId,
    /// Letters to insert, delete or change from the name to the nearest of the place's.
    pub edits: u8,
    /// Whether the name that the place is shown by is one of those, and not another of its spellings alone.
    pub is_shown_name: bool,
}

/// A name as it sounds: what is looked up.
#[derive(Clone, Debug)]
pub struct Sound {
    spelled: String,
    key: String,
}

/// The places of one country by the sound of their names; cheap to clone.
#[derive(Clone, Debug)]
pub struct CountrySounds(Arc<Table>);

/// The places of each country that was asked for, by the sound of their names.
///
/// A table is made outside the lock: who asks for another country does not wait for it.
#[derive(Debug, Default)]
pub(super) struct SoundTables {
    tables: Mutex<BTreeMap<String, Arc<OnceLock<CountrySounds>>>>,
    /// The places of each country.
    places: OnceLock<FxHashMap<[u8; 2], Vec<PlaceId>>>,
}

type Table = FxHashMap<Box<str>, Vec<PlaceId>>;

impl Sound {
    /// None where the name has too few sounds to be told from others, or is in another script.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        if !name.is_ascii() && name.chars().any(is_of_other_script) {
            return None;
        }
        let spelled = spelled(name);
        let key = sound_key(&spelled);
        if key.chars().count() >= FEWEST_SOUNDS {
            return Some(Self { spelled, key });
        }
        let long = !key.is_empty() && spelled.len() >= FEWEST_LETTERS;
        long.then(|| Self { key: as_spelled(&spelled), spelled })
    }
}

impl Gazetteer {
    /// The places of a country whose names sound like `name` and are spelled nearly so, the nearest first.
    #[must_use]
    pub fn sounding_like(&self, name: &str, country: &str) -> Vec<Sounding> {
        Sound::of(name).map(|sound| self.sounding(&sound, &self.sounds_of(country))).unwrap_or_default()
    }

    /// The same for a name and a country that are asked for more than once.
    #[must_use]
    pub fn sounding(&self, sound: &Sound, country: &CountrySounds) -> Vec<Sounding> {
        let alike = country.0.get(sound.key.as_str()).map(Vec::as_slice).unwrap_or_default();
        let near = alike.iter().filter_map(|&place| {
            let names = self.names_of(place);
            let edits = names.filter_map(|own| near(&sound.spelled, &spelled(own), &sound.key)).min()?;
            let shown = self.place(place).name;
            let is_shown_name = near(&sound.spelled, &spelled(shown), &sound.key).is_some();
            Some(Sounding { place, edits, is_shown_name })
        });
        let mut found: Vec<Sounding> = near.collect();
        found.sort_by_key(|found| (found.edits, found.place));
        found
    }

    fn names_of(&self, place: PlaceId) -> impl Iterator<Item = &str> {
        self.aliases(place).chain([self.place(place).name])
    }

    /// The places of a country by sound, made when it is first asked for.
    #[must_use]
    pub fn sounds_of(&self, country: &str) -> CountrySounds {
        let table = {
            let mut tables = self.sounds.tables.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(tables.entry(country.to_owned()).or_default())
        };
        table.get_or_init(|| self.enter_sounds(country)).clone()
    }

    fn places_by_country(&self) -> FxHashMap<[u8; 2], Vec<PlaceId>> {
        let mut places: FxHashMap<[u8; 2], Vec<PlaceId>> = FxHashMap::default();
        for place in self.places() {
            let (layer, row) = self.locate(place);
            places.entry(country_code(layer.index.country_bytes(row))).or_default().push(place);
        }
        places
    }

    fn enter_sounds(&self, country: &str) -> CountrySounds {
        let mut table = Table::default();
        let code = country_code(country.as_bytes());
        let places = self.sounds.places.get_or_init(|| self.places_by_country());
        for &place in places.get(&code).into_iter().flatten() {
            for sound in self.names_of(place).filter_map(Sound::of) {
                let places = table.entry(sound.key.into()).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
        CountrySounds(Arc::new(table))
    }
}

/// The code of a country, or zeros.
fn country_code(country: &[u8]) -> [u8; 2] {
    country.try_into().unwrap_or_default()
}

/// Whether a letter is one of Cyrillic, Hebrew, Arabic or the scripts of East Asia, which have no key here: most of those that the
/// gazetteer has names in.
fn is_of_other_script(letter: char) -> bool {
    matches!(letter,
        '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' | '\u{5d0}'..='\u{5ea}' | '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}'
        | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// The key of a name of few sounds: its letters.
fn as_spelled(spelled: &str) -> String {
    format!("={spelled}")
}

/// The edits between two spellings of one sound, where they are few enough for one name.
fn near(name: &str, other: &str, key: &str) -> Option<u8> {
    if key.starts_with('=') {
        return (name == other).then_some(0);
    }
    if sound_key(other) != key {
        return None;
    }
    let within = Within::new(name, MOST_EDITS);
    let row =
        other.bytes().fold(fst::Automaton::start(&within), |row, byte| fst::Automaton::accept(&within, &row, byte));
    let edits = Within::distance(&row);
    let letters = name.len().min(other.len());
    // Where there are few sounds, more hangs on the vowels.
    let most = if key.chars().count() == FEWEST_SOUNDS { 1 } else { MOST_EDITS };
    (edits <= most && 100 * usize::from(edits) <= 45 * letters).then_some(edits)
}

/// The letters of a name in a row: folded, without articles, the ezafe, whatever parts words, and letters that are not heard.
fn spelled(name: &str) -> String {
    let key = if name.contains(APOSTROPHES) { name_key(&name.replace(APOSTROPHES, "")) } else { name_key(name) };
    let mut plain = Plain { spelled: String::with_capacity(key.len()), held: false };
    let mut words = key.split(' ').enumerate().peekable();
    while let Some((position, word)) = words.next() {
        let last = words.peek().is_none();
        match word {
            "abu" | "abou" | "abo" | "albu" | "albou" if !last => plain.push("bu"),
            "e" if position > 0 => {}
            _ if !last && ARTICLES.contains(&word) => {}
            _ => plain.push(word),
        }
    }
    plain.end()
}

/// Letters that are taken down with `u` for `ou`, and doubled letters single.
struct Plain {
    spelled: String,
    /// An `o` that may begin an `ou`.
    held: bool,
}

impl Plain {
    fn push(&mut self, letters: &str) {
        for letter in letters.chars() {
            if std::mem::take(&mut self.held) && letter != 'u' {
                self.take('o');
            }
            if letter == 'o' { self.held = true } else { self.take(letter) }
        }
    }

    fn take(&mut self, letter: char) {
        if !self.spelled.ends_with(letter) {
            self.spelled.push(letter);
        }
    }

    /// What was taken down, without an `h` at the end, which is not heard.
    fn end(mut self) -> String {
        if self.held {
            self.take('o');
        }
        if self.spelled.ends_with('h') && self.spelled.chars().rev().nth(1).is_some_and(is_vowel) {
            self.spelled.pop();
        }
        self.spelled
    }
}

/// The sounds of a name that [`spelled`] gave: its consonants by classes, and whether a vowel begins it. Empty in other scripts.
fn sound_key(spelled: &str) -> String {
    let mut key = String::new();
    if !spelled.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return key;
    }
    let letter_at = |at: usize| spelled.as_bytes().get(at).map(|&byte| char::from(byte));
    let (mut at, mut before) = (0, None);
    while let Some(letter) = letter_at(at) {
        let cluster = cluster_at(spelled, at);
        let end = at + cluster.map_or(1, |(letters, _)| letters.len());
        let taken = spelled.get(at..end).unwrap_or_default();
        let sound = match cluster {
            Some((_, sound)) => sound,
            None => sound_of(before, letter, taken, letter_at(end)),
        };
        // A sound spelled twice, as in `zhzh`, is one.
        let doubled = before.is_some_and(|before| !is_vowel(before)) && !sound.is_empty() && key.ends_with(sound);
        if !doubled {
            key.push_str(sound);
        }
        if key.is_empty() {
            key.push(VOWEL);
        }
        (before, at) = (letter_at(end - 1), end);
    }
    key
}

/// The letters at a byte that have one sound together, and that.
fn cluster_at(spelled: &str, at: usize) -> Option<(&'static str, &'static str)> {
    let rest = spelled.as_bytes().get(at..).unwrap_or_default();
    match rest {
        // Most letters begin none.
        [b'c' | b'd' | b'g' | b'k' | b'p' | b's' | b't' | b'x' | b'z', ..] => {
            CLUSTERS.iter().find(|(letters, _)| rest.starts_with(letters.as_bytes())).copied()
        }
        _ => None,
    }
}

/// The sound of one letter between two others.
fn sound_of(before: Option<char>, letter: char, taken: &str, next: Option<char>) -> &str {
    let before_vowel = next.is_some_and(is_vowel);
    match letter {
        // `Ouardak`, `Kweta`, `Quetta`: what glides into a vowel.
        'u' if next.is_some_and(|next| matches!(next, 'a' | 'e' | 'i')) && !matches!(before, Some('g' | 'q')) => "v",
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' => "",
        'h' if before.is_some() => "",
        // `Kowt`
        'w' if before.is_some_and(is_vowel) && !before_vowel => "",
        'w' | 'v' => "v",
        'q' | 'c' | 'k' => "k",
        'j' => "J",
        _ => taken,
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_alike(one: &str, other: &str) -> bool {
        let Some(sound) = Sound::of(one) else { return false };
        near(&sound.spelled, &spelled(other), &sound.key).is_some()
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
                "{one}, {other}: {} {}",
                sound_key(&spelled(one)),
                sound_key(&spelled(other))
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

    #[test]
    fn places_are_found_in_their_country_alone_and_by_clones_too() {
        let gazetteer = Gazetteer::embedded().clone();
        let found = gazetteer.sounding_like("Gezab", "AF");
        assert_eq!(found.first().map(|found| gazetteer.place(found.place).name), Some("Gizab"));
        assert_eq!(Gazetteer::embedded().sounding_like("Gezab", "AF"), found);
        assert_eq!(gazetteer.sounding_like("Gezab", "FR"), []);
        assert_eq!(gazetteer.sounding_like("Mola", "ML"), []);
    }
}
