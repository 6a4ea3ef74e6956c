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
    /// By position of the first word: the phrases.
    heads: Vec<Head<T>>,
}

/// The phrases that begin with one word.
#[derive(Clone, Debug)]
struct Head<T> {
    /// That of the word alone.
    alone: Option<T>,
    /// A bit for each second word, which tells most words apart that go on no phrase.
    seconds: u64,
    /// Those of several words, the longest first.
    longer: Vec<Longer<T>>,
}

/// A phrase of several words, its first aside. The second stands by itself, so that few of the others are asked for theirs.
#[derive(Clone, Debug)]
struct Longer<T> {
    second: WordId,
    others: Box<[WordId]>,
    value: T,
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
        if let Some(head) = position.and_then(|position| self.heads.get_mut(position)) {
            head.add(rest, value);
        }
    }

    fn add_first(&mut self, first: WordId) {
        self.positions.resize(self.positions.len().max(first.index() + 1), 0);
        if let Some(position) = self.positions.get_mut(first.index()) {
            *position = u32::try_from(self.heads.len()).unwrap_or(u32::MAX);
        }
        self.firsts.insert(first);
        self.first_words.push(first);
        self.heads.push(Head { alone: None, seconds: 0, longer: Vec::new() });
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
        let head = self.heads.get(*self.positions.get(first.index())? as usize)?;
        head.longest(tokens.get(at + 1..).unwrap_or_default())
    }
}

impl<T: Copy> Head<T> {
    /// Adds a phrase by its words after the first. Of two that are alike the earlier stays.
    fn add(&mut self, rest: &[WordId], value: T) {
        let Some((&second, others)) = rest.split_first() else {
            self.alone = self.alone.or(Some(value));
            return;
        };
        self.seconds |= second.bit();
        let at = self.longer.partition_point(|longer| longer.others.len() >= others.len());
        self.longer.insert(at, Longer { second, others: others.into(), value });
    }

    /// The longest phrase that goes on with these tokens.
    fn longest(&self, after: &[Token]) -> Option<(usize, T)> {
        let alone = self.alone.map(|value| (1, value));
        let Some((next, after)) = after.split_first().filter(|(next, _)| self.seconds & next.word.bit() != 0) else {
            return alone;
        };
        let goes_on = |longer: &&Longer<T>| {
            longer.second == next.word
                && after
                    .get(..longer.others.len())
                    .is_some_and(|after| after.iter().zip(&longer.others).all(|(token, &word)| token.word == word))
        };
        self.longer.iter().find(goes_on).map(|longer| (longer.others.len() + 2, longer.value)).or(alone)
    }
}

/// The words of a phrase, each with its number.
pub(crate) fn intern_all(phrase: &str, lexicon: &mut Lexicon) -> Vec<WordId> {
    let tokens = crate::language::token::Tokens::of(phrase, lexicon);
    tokens.as_slice().iter().map(|token| lexicon.intern(tokens.folded(token))).collect()
}
