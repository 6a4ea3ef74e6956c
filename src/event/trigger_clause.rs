//! [`TriggerClause`]: who and what stands around a trigger, in its clause.

use super::anchor::Anchor;
use super::clause::SentenceView;
use super::kind::EventKind;
use super::people::{is_count, is_nation, names_person};
use super::rules::{Phrases, beginnings, words};

/// A trigger among the words of its sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TriggerClause<'a> {
    pub(crate) view: &'a SentenceView<'a>,
    pub(crate) anchor: Anchor,
}

impl<'a> TriggerClause<'a> {
    /// Tokens of which one may be the subject.
    pub(crate) fn near_subject(self) -> impl DoubleEndedIterator<Item = usize> + 'a {
        let Self { view, anchor } = self;
        let (tokens, most) = match self.subject_behind() {
            Some(start) => (start..(start + 9).min(view.tokens.len()), 0),
            None => (anchor.first.saturating_sub(16)..anchor.first, 3),
        };
        let verb = if anchor.fronted { tokens.start } else { anchor.first };
        tokens.filter(move |&at| view.crossing(at.min(verb), at.max(verb)) <= most)
    }

    /// *Enlevés lundi à Gao, trois humanitaires …*: where the subject of a participle that opens the sentence begins.
    fn subject_behind(self) -> Option<usize> {
        let Self { view, anchor } = self;
        let comma = (anchor.last + 1..view.tokens.len()).find(|&at| view.folded(at) == ",");
        comma.filter(|_| anchor.fronted).map(|comma| comma + 1)
    }

    /// The nearest word of one of the classes that can be the subject.
    pub(crate) fn subject(self, class: words::Classes) -> Option<usize> {
        if self.view.has(class) { self.near_subject().rfind(|&at| self.view.is(at, class)) } else { None }
    }

    /// Tokens of which one may be the object.
    pub(crate) fn near_object(self) -> impl Iterator<Item = usize> + 'a {
        let Self { view, anchor } = self;
        let after = anchor.last + 1..(anchor.last + 9).min(view.tokens.len());
        after.filter(move |&at| view.crossing(anchor.first, at) <= 1)
    }

    /// Whether the nearest noun for people that can be the subject is of a class; a figure may stand for people.
    pub(crate) fn subject_is(self, class: words::Classes, figures: Figures) -> bool {
        let view = self.view;
        let people = words::CIVILIAN | words::FIGHTER;
        self.subject(people).is_some_and(|at| view.is(at, class))
            || self.near_subject().any(|at| {
                figures.count(self, at)
                    || (class & words::FIGHTER != 0 && is_nation(view, at))
                    || (view.is(at, class) && !view.is(at, people))
            })
    }

    /// Whether a noun of a class stands where the object does; a figure may stand for people.
    pub(crate) fn object_is(self, class: words::Classes, figures: Figures) -> bool {
        self.near_object().any(|at| self.view.is(at, class) || figures.count(self, at))
    }

    /// The word right before a verb, its auxiliaries, adverbs and times apart.
    pub(crate) fn right_before(self) -> Option<usize> {
        let fills = words::AUXILIARY | words::ADVERB | words::TIMEX;
        (0..self.anchor.first).rev().find(|&at| !self.view.is(at, fills))
    }

    /// Whether a verb has an object of its own.
    pub(crate) fn is_active(self) -> bool {
        !self.anchor.noun && !self.anchor.passive
    }

    /// What the clause says it was done with.
    pub(crate) fn method(self) -> Option<EventKind> {
        let view = self.view;
        if !view.may_have(beginnings::METHOD) {
            return None;
        }
        // "gold mine": part of a longer name for a site.
        self.says(&view.rules.methods, |at| !view.is(at, words::SITE_NAME))
    }

    /// The kind of the first of some phrases that the clause has, of those that may begin at a token.
    pub(crate) fn says(self, phrases: &Phrases<EventKind>, may_begin: impl Fn(usize) -> bool) -> Option<EventKind> {
        let Self { view, anchor } = self;
        // Few sentences have one: whether it stands in the clause is asked last.
        let mut found = (0..view.tokens.len())
            .filter(|&at| view.may_begin(at, beginnings::METHOD | beginnings::TURN))
            .filter_map(|at| Some((at, phrases.at(view.tokens, at)?)))
            .filter(|&(at, _)| may_begin(at));
        found.find(|&(at, _)| view.crossing(at, anchor.first) <= 1).map(|(_, (_, kind))| kind)
    }
}

/// Whether a figure, or a name for a trade, may stand for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Figures {
    /// *23 were arrested*
    ForPeople,
    /// Only a noun of the class will do.
    Apart,
}

impl Figures {
    fn count(self, clause: TriggerClause<'_>, at: usize) -> bool {
        self == Self::ForPeople && (is_count(clause.view, at) || names_person(clause.view, at))
    }
}
