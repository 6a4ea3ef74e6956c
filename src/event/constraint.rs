//! [`Constraints`]: what a user says of mentions: these are one event, those are two.

use super::MentionIndex;
use std::collections::{BTreeMap, BTreeSet};

/// Pairs of mentions to join or to keep apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Constraints {
    apart: BTreeMap<MentionIndex, BTreeSet<MentionIndex>>,
    joined: BTreeSet<(MentionIndex, MentionIndex)>,
}

impl Constraints {
    /// Two mentions are of two events.
    pub fn split(&mut self, one: MentionIndex, other: MentionIndex) {
        self.joined.remove(&(one.min(other), one.max(other)));
        self.apart.entry(one).or_default().insert(other);
        self.apart.entry(other).or_default().insert(one);
    }

    /// Two mentions are of one event.
    pub fn join(&mut self, one: MentionIndex, other: MentionIndex) {
        for (from, to) in [(one, other), (other, one)] {
            if let Some(apart) = self.apart.get_mut(&from) {
                apart.remove(&to);
            }
        }
        self.joined.insert((one.min(other), one.max(other)));
    }

    /// Whether `mention` must not join those of `cluster`.
    pub(crate) fn keep_apart(&self, mention: MentionIndex, cluster: &[MentionIndex]) -> bool {
        self.apart.get(&mention).is_some_and(|apart| cluster.iter().any(|other| apart.contains(other)))
    }

    /// Whether any mention of one list must not join one of the other.
    pub(crate) fn keeps_apart_all(&self, one: &[MentionIndex], other: &[MentionIndex]) -> bool {
        !self.apart.is_empty() && one.iter().any(|&mention| self.keep_apart(mention, other))
    }

    /// Pairs to join, in order.
    pub(crate) fn joined(&self) -> impl Iterator<Item = (MentionIndex, MentionIndex)> + '_ {
        self.joined.iter().copied()
    }
}
