//! Name keys: the form in which the names of places are indexed and looked up.
//!
//! A key is the folded words of a name with one space between; hyphens, apostrophes and full stops are gone.
//! Words that differ in spelling only have one form: the ezafe `-e-`, `-i-`, `-ye-` of Persian names, `Saint` and `St.`.
//! Shared with the build script, so that the index and the text agree.

use crate::fold::fold_into;

/// The form of a word of a name in a key. `position` counts the words of the name from 0: a name does not begin with an ezafe.
#[must_use]
pub fn key_word(position: usize, folded: &str) -> &str {
    other_form(position, folded).unwrap_or(folded)
}

/// The form of a word in a key, where that is another than the folded one.
fn other_form(position: usize, folded: &str) -> Option<&'static str> {
    Some(match folded {
        "i" | "ye" | "yi" | "y" if position > 0 => "e",
        "saint" => "st",
        "sainte" => "ste",
        "mount" => "mt",
        "fort" => "ft",
        _ => return None,
    })
}

/// The key of a name: `Qalʿa-i-Naw` gives `qala e naw`.
#[must_use]
pub fn name_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    add_name_key(name, &mut key);
    key
}

/// Adds the key of a name to an empty text.
pub fn add_name_key(name: &str, key: &mut String) {
    if name.is_ascii() {
        add_ascii_key(name, key);
        return;
    }
    let mut position = 0;
    for word in words(name) {
        let end = key.len();
        if position > 0 {
            key.push(' ');
        }
        let start = key.len();
        fold_into(word, key);
        if key.len() == start {
            key.truncate(end);
            continue;
        }
        end_word(position, start, key);
        position += 1;
    }
}

/// The same for a name of ASCII letters, as most are.
fn add_ascii_key(name: &str, key: &mut String) {
    let (mut position, mut rest) = (0, name);
    while let Some(start) = rest.bytes().position(|letter| letter.is_ascii_alphanumeric()) {
        let (_, from) = rest.split_at(start);
        let digits = from.starts_with(|letter: char| letter.is_ascii_digit());
        let ends = |next: u8| if digits { !next.is_ascii_digit() } else { !next.is_ascii_alphabetic() };
        let (word, after) = from.split_at(from.bytes().position(ends).unwrap_or(from.len()));
        if position > 0 {
            key.push(' ');
        }
        let start = key.len();
        key.push_str(word);
        key.get_mut(start..).into_iter().for_each(str::make_ascii_lowercase);
        end_word(position, start, key);
        (position, rest) = (position + 1, after);
    }
}

/// Gives the folded word that begins at byte `start` of a key the form that it has there.
fn end_word(position: usize, start: usize, key: &mut String) {
    if let Some(form) = key.get(start..).and_then(|folded| other_form(position, folded)) {
        key.truncate(start);
        key.push_str(form);
    }
}

/// The keys under which a name is found: its own, and with inner apostrophes taken for part of a word (Sana'a, Sanaa).
#[must_use]
pub fn name_keys(name: &str) -> Vec<String> {
    let mut keys = vec![name_key(name)];
    if name.contains(is_apostrophe) {
        keys.push(name_key(&name.replace(is_apostrophe, "")));
    }
    keys.retain(|key| !key.is_empty());
    keys.dedup();
    keys
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | '`' | '´' | 'ʼ')
}

/// The runs of letters and of digits of a name, as the tokens of a text have them.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        let start = rest.find(|letter: char| letter.is_alphabetic() || letter.is_ascii_digit())?;
        let (_, from) = rest.split_at(start);
        let digits = from.starts_with(|letter: char| letter.is_ascii_digit());
        let end = from.find(|letter| !continues(digits, letter)).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        rest = after;
        Some(word)
    })
}

fn continues(digits: bool, letter: char) -> bool {
    if digits {
        return letter.is_ascii_digit();
    }
    letter.is_alphabetic()
        || matches!(letter, 'ʿ' | 'ʾ' | 'ʻ' | 'ʼ' | '\u{200c}' | '\u{ad}')
        || unicode_normalization::char::is_combining_mark(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &[&str], key: &str) {
        for name in names {
            assert!(name_keys(name).iter().any(|found| found == key), "{name}: {:?}", name_keys(name));
        }
    }

    #[test]
    fn spellings_of_the_ezafe_are_one() {
        check(&["Qala-i-Naw", "Qalʿa-i-Naw", "Qala-e-Naw", "Qala ye Naw", "QALA–I–NAW", "Qal‘a-i-Naw"], "qala e naw");
        check(&["Sar-e Pul", "Sar-i-Pul"], "sar e pul");
    }

    #[test]
    fn a_name_is_found_with_and_without_its_apostrophe() {
        check(&["Sana'a", "Sana’a", "Sanaa"], "sanaa");
        check(&["Sana'a", "Sana’a"], "sana a");
        check(&["N'Djamena", "Ndjamena"], "ndjamena");
    }

    #[test]
    fn saint_is_written_short_or_in_full() {
        check(&["Saint-Louis", "St. Louis", "St Louis"], "st louis");
    }

    #[test]
    fn digits_are_words() {
        check(&["Camp 7-Est"], "camp 7 est");
    }
}
