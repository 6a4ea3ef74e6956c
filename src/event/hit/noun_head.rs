//! [`NounHead`]: what stands before an event noun.

use crate::event::clause::SentenceView;
use crate::event::rules::words;

/// What stands before an event noun, in its phrase.
#[expect(clippy::struct_excessive_bools, reason = "each word before a noun says one of them by itself")]
#[derive(Clone, Copy, Debug)]
pub(super) struct NounHead {
    /// First token of the noun phrase.
    pub(super) start: usize,
    /// The noun itself.
    pub(super) noun: usize,
    pub(super) definite: bool,
    /// *no attack*
    pub(super) none: bool,
    /// Put off by a noun before: *a threat of*.
    pub(super) brink: bool,
    /// One of many: *a series of*.
    pub(super) series: bool,
}

/// Words before a noun that are looked at for its phrase.
const REACH: usize = 5;

impl NounHead {
    /// Of the noun at a token.
    pub(super) fn new(view: &SentenceView<'_>, noun: usize) -> Self {
        let mut head = Self { start: noun, noun, definite: false, none: false, brink: false, series: false };
        for _ in 0..REACH {
            if !head.step_back(view) {
                break;
            }
        }
        head.series = (head.start.saturating_sub(2)..noun).any(|at| view.is(at, words::SERIES));
        let brink = |at: usize| view.is(at, words::BRINK) && view.crossing(at, noun) == 0;
        head.brink = (head.start.saturating_sub(3)..noun).any(brink);
        head
    }

    /// Takes in the word before the phrase, if it belongs to it.
    fn step_back(&mut self, view: &SentenceView<'_>) -> bool {
        let Some(before) = self.start.checked_sub(1) else { return false };
        let classes = view.classes_at(before);
        let of = classes & words::OF != 0;
        // "Saturday night's attack" is one that is known.
        if of && before > 1 && view.folded(before - 1) == "'" && view.is(before - 2, words::TIMEX) {
            (self.definite, self.start) = (true, before);
            return false;
        }
        let determines = words::DETERMINER | words::DEFINITE | words::INDEFINITE | words::NONE;
        if classes & determines != 0 && !(self.definite && of) {
            self.definite |= classes & words::DEFINITE != 0;
            self.none |= classes & words::NONE != 0;
            self.start = before;
        } else if of && before > 0 && view.is(before - 1, words::INDEFINITE) {
            // "one of these battles" is a new one.
            self.definite = false;
            self.start = before - 1;
        } else if ends_phrase(view, before) {
            return false;
        } else {
            self.start = before;
        }
        true
    }

    /// Whether a word of these classes stands right before the phrase.
    pub(super) fn follows(&self, view: &SentenceView<'_>, class: words::Classes) -> bool {
        self.start.checked_sub(1).is_some_and(|at| view.is(at, class))
    }

    /// *des mois de négociations*: another noun and *of* stand before the noun.
    pub(super) fn is_complement(&self, view: &SentenceView<'_>) -> bool {
        let other =
            words::AND | words::THAT | words::TIMEX | words::TOPONYM | words::HAVE | words::BE | words::DETERMINER;
        let is_noun = |at: usize| !view.is_mark(at) && !view.is_verb(at) && !view.is(at, other | words::ADVERB);
        (self.start.saturating_sub(1).max(1)..self.noun).any(|of| view.is(of, words::OF) && is_noun(of - 1))
    }
}

/// Whether a word before a noun is no part of its phrase.
fn ends_phrase(view: &SentenceView<'_>, at: usize) -> bool {
    let links =
        words::AT | words::DURING | words::BY | words::OF | words::HAVE | words::BE | words::AND | words::AGAINST;
    let mark = view.is_mark(at) && !matches!(view.folded(at), "'" | "-");
    mark || view.is(at, links) || view.is_verb(at)
}
