//! [`PlainWord`]: a word of ASCII letters alone, as most are.

use super::token::{LetterCase, TokenKind, case_by, continues, letter_at};
use super::word_hash::WordHash;

/// By byte: the ASCII letter in lower case, 0 for what is none.
const LOWER: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = b'a';
    while byte <= b'z' {
        table[byte as usize] = byte;
        table[byte.to_ascii_uppercase() as usize] = byte;
        byte += 1;
    }
    table
};

/// A word of ASCII letters alone, as most are: one walk tells where it ends, how it is cased and its hash.
pub(super) struct PlainWord {
    pub(super) end: usize,
    length: usize,
    /// Capitals in it.
    upper: usize,
    first_upper: bool,
    pub(super) hash: WordHash,
}

impl PlainWord {
    /// The one that begins at a byte; `None` where no letter does, or one that is not ASCII goes on with it.
    pub(super) fn at(text: &str, at: usize) -> Option<Self> {
        let rest = text.as_bytes().get(at..)?;
        let first = *rest.first()?;
        let (mut upper, mut length, mut hash) = (0, 0, WordHash::default());
        for &byte in rest {
            let lower = LOWER.get(usize::from(byte)).copied().unwrap_or_default();
            if lower == 0 {
                break;
            }
            upper += usize::from(lower != byte);
            hash.add(lower);
            length += 1;
        }
        let next = letter_at(text, at + length).filter(|next| !next.is_ascii());
        let ends = length > 0 && !next.is_some_and(|next| continues(TokenKind::Word, next));
        ends.then(|| Self { end: at + length, length, upper, first_upper: first.is_ascii_uppercase(), hash })
    }

    pub(super) fn case(&self) -> LetterCase {
        case_by(self.upper, self.length - self.upper, self.first_upper)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_word_has_no_letter_that_is_not_ascii() {
        let word = |text: &str| PlainWord::at(text, 0).map(|word| (word.end, word.case()));
        assert_eq!(word("Kunduz, jeudi"), Some((6, LetterCase::Capital)));
        assert_eq!(word("l’armée"), Some((1, LetterCase::Lower)));
        assert_eq!((word("armée"), word("été"), word("2021"), word("")), (None, None, None, None));
    }

    #[test]
    fn its_hash_is_that_of_its_lower_case() {
        assert_eq!(PlainWord::at("KUNDUZ", 0).map(|word| word.hash), Some(WordHash::of("kunduz")));
    }
}
