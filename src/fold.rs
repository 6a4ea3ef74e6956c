//! Folding: the form in which names and words are compared.
//!
//! Case and diacritics go, so that `Hérat`, `HERAT` and `Herat` are one. Shared with the build script,
//! which folds the gazetteer's names the same way; hence no use of anything of ours.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// The folded forms of the letters from `À` to `ÿ`, of which most words that are not ASCII have one: found without decomposing.
const LATIN_1: [&str; 64] = [
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o",
    "×", "o", "u", "u", "u", "u", "y", "th", "ss", "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i",
    "i", "i", "i", "d", "n", "o", "o", "o", "o", "o", "÷", "o", "u", "u", "u", "u", "y", "th", "y",
];

/// Appends the folded form of one word: lower case, without diacritics.
///
/// Arabic, Hebrew and other scripts without case keep their letters, less the vowel marks.
pub fn fold_into(word: &str, out: &mut String) {
    // Every word of every report comes through here, and most are ASCII.
    if word.is_ascii() {
        let from = out.len();
        out.push_str(word);
        if let Some(added) = out.get_mut(from..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    for letter in word.chars() {
        if letter.is_ascii_alphanumeric() {
            out.push(letter.to_ascii_lowercase());
        } else if let Some(folded) = u32::from(letter).checked_sub(0xc0).and_then(|at| LATIN_1.get(at as usize)) {
            out.push_str(folded);
        } else {
            decompose_canonical(letter, |part| fold_part(part, out));
        }
    }
}

/// Appends one letter or mark of a decomposed word.
fn fold_part(part: char, out: &mut String) {
    match part {
        'a'..='z' | 'A'..='Z' => out.push(part.to_ascii_lowercase()),
        'ß' => out.push_str("ss"),
        'Æ' | 'æ' => out.push_str("ae"),
        'Œ' | 'œ' => out.push_str("oe"),
        'Ø' | 'ø' => out.push('o'),
        'Đ' | 'đ' | 'Ð' | 'ð' => out.push('d'),
        'Ł' | 'ł' => out.push('l'),
        'ı' => out.push('i'),
        'Þ' | 'þ' => out.push_str("th"),
        // Marks of transliteration (Qalʿa, Sana‘a) and apostrophes carry no sound here; the accents of Latin letters are named
        // so that the table of all marks need not be asked.
        'ʿ' | 'ʾ' | 'ʻ' | 'ʼ' | '‘' | '’' | '\'' | '`' | '´' | '\u{640}' | '\u{300}'..='\u{36f}' => {}
        _ if is_combining_mark(part) => {}
        _ => out.extend(part.to_lowercase().filter(|&lower| !is_combining_mark(lower))),
    }
}

/// The folded form of one word. See [`fold_into`].
#[must_use]
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: &str) {
        assert_eq!(fold(word), expected);
    }

    #[test]
    fn case_and_diacritics_go() {
        check("Hérat", "herat");
        check("TÉHÉRAN", "teheran");
        check("Œuvre", "oeuvre");
        check("Qalʿa", "qala");
        check("İstanbul", "istanbul");
        check("Łódź", "lodz");
    }

    #[test]
    fn letters_of_western_europe_fold_as_their_parts_do() {
        for letter in 'À'..='ÿ' {
            let mut parts = String::new();
            decompose_canonical(letter, |part| fold_part(part, &mut parts));
            check(&letter.to_string(), &parts);
        }
    }

    #[test]
    fn scripts_without_case_keep_their_letters() {
        check("کابل", "کابل");
        check("مُحَمَّد", "محمد");
    }
}
