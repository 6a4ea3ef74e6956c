//! [`Verb`]: a verb of a language pack, and what it does in a sentence.

use super::TollRole;
use crate::event::claim::ClaimKind;
use crate::event::mention::Certainty;
use crate::language::WordId;

/// A verb of the pack.
#[derive(Clone, Debug)]
pub struct Verb {
    /// What it does.
    pub usage: VerbUse,
    /// Whether it is reflexive.
    pub reflexive: bool,
    /// Words after it that belong to it, parted where objects stand: *took* a dozen people *hostage*.
    pub trailing: Box<[Box<[WordId]>]>,
    /// Whether its perfect is made with *be*.
    pub with_be: bool,
}

impl Verb {
    /// How many words after it belong to it before its object, where that stands among them.
    pub(crate) fn words_before_object(&self) -> Option<usize> {
        (self.trailing.len() > 1).then(|| self.own_words())
    }

    /// How many words belong to it right behind the verb: *over to* of *hand over to*.
    pub(crate) fn own_words(&self) -> usize {
        self.trailing.first().map_or(0, |part| part.len())
    }

    /// Whether no further words belong to it.
    pub(crate) fn is_single(&self) -> bool {
        self.trailing.iter().all(|part| part.is_empty())
    }
}

/// What a verb does in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbUse {
    /// Tells an event: index into `Rules::triggers`.
    Trigger(u16),
    /// Its object is an event.
    Light,
    /// Its subject is an event.
    Occur,
    /// Its object is an event told again.
    Tell,
    /// Its object is an event taken as known, whether it was done to it or not: *claimed responsibility for*.
    Factive,
    /// Its object is an event told, or one to come.
    Announce,
    /// Says something.
    Speech,
    /// Makes what follows more or less certain.
    Cue(Cue),
    /// Counts people.
    Toll(ClaimKind, TollRole),
    /// Gives another count of what was counted before.
    Counting,
}

/// What a word says of what follows it in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// So certain.
    Is(Certainty),
    /// It did happen, though the verb is an infinitive.
    Achieved,
    /// It was tried, and nothing says that it was done.
    Attempted,
    /// It happens in general.
    Habitual,
    /// It was kept from happening, unless losses are counted.
    Foiled,
    /// What stands before it never was: *turned out to be untrue*.
    Debunked,
}
