//! [`Phrases`]: runs of words looked up by their first word.

use crate::language::{Lexicon, Token, WordId, WordSet};

/// Runs of words with a value each; the longest run wins.
#[derive(Clone, Debug)]
pub struct Phrases<T> {
    /// The first words: most words of a text begin no phrase, and are told apart by one bit.
    firsts: WordSet,
    /// The same, in the order in which they were added.
    first_words: Vec<WordId>,
    /// By number of a word: where it is among those.
    positions: Vec<u32>,
    /// By position of the first word: the other words, and the value, longest first.
    heads: Vec<Vec<(Box<[WordId]>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { firsts: WordSet::default(), first_words: Vec::new(), positions: Vec::new(), heads: Vec::new() }
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds a phrase; every word and mark of it counts. An empty one adds nothing.
    pub fn add(&mut self, phrase: &str, value: T, lexicon: &mut Lexicon) {
        let words = intern_all(phrase, lexicon);
        let Some((first, rest)) = words.split_first() else { return };
        if !self.firsts.holds(*first) {
            self.add_first(*first);
        }
        let position = self.positions.get(first.index()).map(|&position| position as usize);
        if let Some(list) = position.and_then(|position| self.heads.get_mut(position)) {
            let at = list.partition_point(|(words, _)| words.len() >= rest.len());
            list.insert(at, (rest.into(), value));
        }
    }

    fn add_first(&mut self, first: WordId) {
        self.positions.resize(self.positions.len().max(first.index() + 1), 0);
        if let Some(position) = self.positions.get_mut(first.index()) {
            *position = u32::try_from(self.heads.len()).unwrap_or(u32::MAX);
        }
        self.firsts.insert(first);
        self.first_words.push(first);
        self.heads.push(Vec::new());
    }

    /// The words that phrases begin with.
    pub fn first_words(&self) -> impl Iterator<Item = WordId> {
        self.first_words.iter().copied()
    }

    /// The longest phrase that starts at `at`: its length in tokens, and its value.
    #[inline]
    #[must_use]
    pub fn at(&self, tokens: &[Token], at: usize) -> Option<(usize, T)> {
        let first = tokens.get(at)?.word;
        if self.firsts.holds(first) { self.longest(first, tokens, at) } else { None }
    }

    fn longest(&self, first: WordId, tokens: &[Token], at: usize) -> Option<(usize, T)> {
        let list = self.heads.get(*self.positions.get(first.index())? as usize)?;
        list.iter().find_map(|(rest, value)| {
            let words = tokens.get(at + 1..at + 1 + rest.len())?;
            words.iter().zip(rest).all(|(token, &word)| token.word == word).then_some((rest.len() + 1, *value))
        })
    }
}

/// The words of a phrase, each with its number.
pub(crate) fn intern_all(phrase: &str, lexicon: &mut Lexicon) -> Vec<WordId> {
    let tokens = crate::language::token::Tokens::of(phrase, lexicon);
    tokens.as_slice().iter().map(|token| lexicon.intern(tokens.folded(token))).collect()
}
