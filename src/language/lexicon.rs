//! [`Lexicon`]: the words that a language pack speaks of, each with a number.

use super::word_hash::{WordHash, WordTable};
use crate::fold::fold;

/// Number of a word of a [`Lexicon`]. [`WordId::UNKNOWN`] is every word that no pattern names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    /// A word that the packs do not mention.
    pub const UNKNOWN: Self = Self(0);

    fn of(number: usize) -> Self {
        Self(u32::try_from(number + 1).unwrap_or(u32::MAX))
    }

    /// The number, dense from 1; 0 for [`WordId::UNKNOWN`]. Good for indexing a table of [`Lexicon::len`] rows.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// A bit for it, which tells most words apart.
    #[must_use]
    pub fn bit(self) -> u64 {
        1 << (self.0 % 64)
    }
}

/// Folded words and their numbers. Grown while the rules of a pack are compiled, then only read: a token is looked up once,
/// and every rule compares numbers.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    words: WordTable,
}

impl Lexicon {
    /// The number of `word`, folded; a new one if it had none.
    pub fn intern(&mut self, word: &str) -> WordId {
        WordId::of(self.words.add(&fold(word)))
    }

    /// The number of a word that is folded already.
    #[must_use]
    pub fn id(&self, folded: &str) -> WordId {
        self.hashed(WordHash::of(folded), folded)
    }

    /// The same for a word whose hash is known.
    #[inline]
    pub(super) fn hashed(&self, hash: WordHash, folded: &str) -> WordId {
        self.words.number(hash, folded).map(WordId::of).unwrap_or_default()
    }

    /// The folded word of a number.
    #[must_use]
    pub fn word(&self, id: WordId) -> &str {
        id.index().checked_sub(1).and_then(|number| self.words.word(number)).unwrap_or_default()
    }

    /// Numbers given, [`WordId::UNKNOWN`] included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len() + 1
    }

    /// Whether no word has a number.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.len() == 0
    }
}

/// A set of words of a [`Lexicon`]: whether it holds one is one bit.
#[derive(Clone, Debug, Default)]
pub struct WordSet {
    bits: Vec<u64>,
}

impl WordSet {
    /// Adds a word.
    pub fn insert(&mut self, word: WordId) {
        let piece = word.index() / 64;
        if self.bits.len() <= piece {
            self.bits.resize(piece + 1, 0);
        }
        if let Some(bits) = self.bits.get_mut(piece) {
            *bits |= word.bit();
        }
    }

    /// Whether the word is one of it.
    #[inline]
    #[must_use]
    pub fn holds(&self, word: WordId) -> bool {
        self.bits.get(word.index() / 64).is_some_and(|bits| bits & word.bit() != 0)
    }
}
