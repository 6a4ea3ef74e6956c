//! Which language a text is in: the pack whose commonest words it uses most.

use super::lexicon::{Lexicon, WordId};
use super::token::Tokens;
use crate::fold::fold;
use std::collections::HashMap;

/// Words that a language cannot do without, by language, from the packs' `[detection] words`.
#[derive(Clone, Debug, Default)]
pub struct Detector {
    codes: Vec<String>,
    votes: HashMap<WordId, Vec<u8>>,
    lexicon: Lexicon,
}

/// Bytes of a text that are looked at: languages do not change so fast.
const SAMPLE: usize = 20_000;

/// Words in a hundred that have to be a language's common ones; running French and English have 30 to 50.
const LEAST_SHARE: usize = 12;

impl Detector {
    /// Adds a language and its common words.
    pub fn add(&mut self, code: &str, words: &[String]) {
        let language = u8::try_from(self.codes.len()).unwrap_or(u8::MAX);
        self.codes.push(code.to_owned());
        for word in words {
            let id = self.lexicon.intern(&fold(word));
            self.votes.entry(id).or_default().push(language);
        }
    }

    /// The language of a text; `None` where no pack's words are common in it.
    #[must_use]
    pub fn detect(&self, text: &str) -> Option<&str> {
        let mut end = text.len().min(SAMPLE);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let tokens = Tokens::of(text.get(..end).unwrap_or_default(), &self.lexicon);
        let mut counts = vec![0_usize; self.codes.len()];
        let mut words = 0;
        for token in tokens.as_slice() {
            words += usize::from(token.kind == super::token::TokenKind::Word);
            for &language in self.votes.get(&token.word).into_iter().flatten() {
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
