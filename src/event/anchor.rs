//! [`Anchor`]: where a trigger stands in its sentence, and what it asks of its place.

use super::kind::EventKind;
use super::rules::{PlaceRole, Trigger, TriggerKind};
use super::verb_group::VerbGroup;
use std::ops::Range;

/// Where the trigger stands, and what it asks of its place.
#[expect(clippy::struct_excessive_bools, reason = "each is true or not by itself")]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Anchor {
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) role: PlaceRole,
    /// Whether the object stands before it.
    pub(crate) passive: bool,
    /// Whether it is a noun.
    pub(crate) noun: bool,
    /// Whether it is a participle that opens the sentence, before its subject.
    pub(crate) fronted: bool,
    /// Whether it tells of people who leave a place, or are taken from it: *displaced from*, *led away from*.
    pub(crate) leaves: bool,
}

impl Anchor {
    /// Of a noun.
    pub(crate) fn of_noun(tokens: &Range<usize>, trigger: Trigger) -> Self {
        Self {
            first: tokens.start,
            last: tokens.end.saturating_sub(1).max(tokens.start),
            role: trigger.place,
            passive: false,
            noun: true,
            fronted: false,
            leaves: matches!(
                trigger.kind,
                TriggerKind::Seizing | TriggerKind::Is(EventKind::Displacement | EventKind::Abduction)
            ),
        }
    }

    /// Of a verb and the words that belong to it.
    pub(crate) fn of_verb(tokens: &Range<usize>, trigger: Trigger, group: &VerbGroup) -> Self {
        Self { passive: group.passive, noun: false, fronted: group.fronted, ..Self::of_noun(tokens, trigger) }
    }

    /// Whether a token is one of the trigger's.
    pub(crate) fn holds(&self, at: usize) -> bool {
        (self.first..=self.last).contains(&at)
    }
}
