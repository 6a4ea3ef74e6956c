//! Which language a text is in: the pack whose commonest words it uses most.

use super::token::{TokenKind, Tokens};
use super::word_hash::WordTable;
use crate::fold::fold;

/// Words that a language cannot do without, by language, from the packs' `[detection] words`.
#[derive(Clone, Debug, Default)]
pub struct Detector {
    codes: Vec<String>,
    words: WordTable,
    /// By number of a word: its languages.
    votes: Vec<Vec<u8>>,
}

/// Bytes of a text that are looked at: languages do not change so fast.
const SAMPLE: usize = 6_000;

/// Words in a hundred that have to be a language's common ones; running French and English have 30 to 50.
const LEAST_SHARE: usize = 12;

impl Detector {
    /// Adds a language and its common words.
    pub fn add(&mut self, code: &str, words: &[String]) {
        let language = u8::try_from(self.codes.len()).unwrap_or(u8::MAX);
        self.codes.push(code.to_owned());
        for word in words {
            let number = self.words.add(&fold(word));
            self.votes.resize(self.words.len(), Vec::new());
            // "a" and "à" are one word here.
            if let Some(votes) = self.votes.get_mut(number).filter(|votes| votes.last() != Some(&language)) {
                votes.push(language);
            }
        }
    }

    /// The language of a text; `None` where no pack's words are common in it.
    #[must_use]
    pub fn detect(&self, tokens: &Tokens) -> Option<&str> {
        let mut counts = vec![0_usize; self.codes.len()];
        let mut words = 0;
        let sample = tokens.hashed().take_while(|(token, _)| token.span.start() < SAMPLE);
        for (token, hash) in sample.filter(|(token, _)| token.kind == TokenKind::Word) {
            words += 1;
            let number = self.words.number(hash, tokens.folded(token));
            let votes = number.and_then(|number| self.votes.get(number));
            for &language in votes.into_iter().flatten() {
                if let Some(count) = counts.get_mut(usize::from(language)) {
                    *count += 1;
                }
            }
        }
        let (best, &count) =
            counts.iter().enumerate().max_by_key(|&(index, &count)| (count, std::cmp::Reverse(index)))?;
        (count > 0 && count * 100 >= words * LEAST_SHARE).then(|| self.codes.get(best).map(String::as_str)).flatten()
    }
}
