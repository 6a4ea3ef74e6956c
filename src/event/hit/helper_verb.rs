//! [`HelperVerb`]: a verb that makes an event noun a telling: *launched* an offensive, fighting *broke out*.

use super::noun_head::NounHead;
use crate::event::clause::{SentenceView, VerbReading};
use crate::event::rules::{TriggerKind, VerbUse};
use crate::event::verb_group::{Mood, VerbGroup};

/// A verb whose subject or object may be an event.
#[derive(Clone, Copy, Debug)]
pub(super) struct HelperVerb {
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) usage: VerbUse,
    pub(super) group: VerbGroup,
}

impl HelperVerb {
    /// Those of a sentence, in order.
    pub(super) fn find(view: &SentenceView<'_>) -> Vec<Self> {
        let all = (0..view.tokens.len()).flat_map(|at| view.verbs_at(at).map(move |reading| (at, reading)));
        all.filter_map(|(at, reading)| Self::new(view, at, &reading)).collect()
    }

    fn new(view: &SentenceView<'_>, at: usize, reading: &VerbReading<'_>) -> Option<Self> {
        let usage = reading.usage();
        let helps = match usage {
            VerbUse::Light | VerbUse::Occur | VerbUse::Tell | VerbUse::Factive | VerbUse::Announce => true,
            VerbUse::Trigger(index) => view.rules.trigger(index)?.kind == TriggerKind::Killing,
            _ => false,
        };
        let mut group = if helps { VerbGroup::new(view, at, reading)? } else { return None };
        if group.fronted {
            // "begun in May, the withdrawal": what is known of it.
            group.mood = Mood::BareParticiple;
        }
        (reading.verb.reflexive == group.reflexive).then_some(Self { at, end: reading.end, usage, group })
    }

    fn is_bare(&self) -> bool {
        self.group.mood == Mood::BareParticiple
    }

    /// Whether the noun phrase may be its object.
    pub(super) fn takes(&self, view: &SentenceView<'_>, head: &NounHead) -> bool {
        self.end <= head.start
            && head.start - self.end <= 6
            && view.crossing(self.at, head.start) <= 1
            && (self.is_bare() || !self.group.passive)
    }

    /// Whether the noun that ends before token `end` may be its subject, as which it is told.
    pub(super) fn is_said_of(&self, view: &SentenceView<'_>, end: usize) -> bool {
        let tells = match self.usage {
            VerbUse::Occur => !self.group.passive && !self.is_bare(),
            VerbUse::Light => self.group.passive && !self.is_bare(),
            VerbUse::Trigger(_) => !self.group.passive,
            _ => false,
        };
        let start = self.group.start;
        tells && start >= end && start - end <= 22 && view.crossing(end - 1, start) <= 4
    }
}
