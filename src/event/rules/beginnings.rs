//! [`Beginnings`]: what a word may begin, so that each rule looks at few of the words of a sentence.

use super::VerbUse;
use crate::language::WordId;

/// What a word may begin, one bit each.
pub type Beginnings = u8;
/// A verb or noun that tells an event.
pub const EVENT: Beginnings = 1;
/// A verb or noun that makes a figure a toll.
pub const TOLL: Beginnings = 2;
/// A verb or phrase that says how certain what follows is.
pub const CUE: Beginnings = 4;
/// A verb of saying or counting, or a phrase before a source.
pub const SOURCE: Beginnings = 8;
/// Words for what an attack is done with.
pub const METHOD: Beginnings = 16;
/// Words that turn one kind into another.
pub const TURN: Beginnings = 32;
/// Words for who takes part.
pub const ACTOR: Beginnings = 64;
/// A number in words, or a word around figures.
pub const FIGURE: Beginnings = 128;

/// What the words of a pack may begin, by their numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct ByWord(Vec<Beginnings>);

impl ByWord {
    /// Adds what a word may begin.
    pub(super) fn add(&mut self, word: WordId, beginnings: Beginnings) {
        let index = word.index();
        self.0.resize(self.0.len().max(index + 1), 0);
        self.0.get_mut(index).into_iter().for_each(|known| *known |= beginnings);
    }

    /// What a word may begin.
    #[inline]
    pub(super) fn of(&self, word: WordId) -> Beginnings {
        self.0.get(word.index()).copied().unwrap_or_default()
    }
}

/// What the forms of such a verb begin.
pub(super) fn of_verb(usage: VerbUse) -> Beginnings {
    match usage {
        // Those who are taken or flee are counted by the verb that tells it.
        VerbUse::Trigger(_) => EVENT | TOLL,
        VerbUse::Toll(..) => TOLL,
        VerbUse::Cue(_) => CUE,
        VerbUse::Speech | VerbUse::Counting => SOURCE,
        VerbUse::Light | VerbUse::Occur | VerbUse::Tell | VerbUse::Announce | VerbUse::Factive => 0,
    }
}
