//! An event whose day one report tells, and another goes on to tell of without one.

use super::{Cluster, Merger, happens_once, only, width};
use crate::edtf::DateSet;
use crate::event::MentionIndex;
use crate::event::mention::{Mention, WhenHow};
use crate::gazetteer::PlaceId;

/// Days before a report came out in which what it tells without a day may have been.
const AGO: i32 = 5;
/// Days that a day which the sentence does not tell may be one of.
const LATE: i64 = 2;

/// How well a mention's day is known, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Dating {
    /// Its sentence or another report tells it.
    Told,
    /// It is that of the text around.
    OfContext,
    /// It is that on which the report came out.
    OfPublication,
}

impl Dating {
    pub(super) fn of(mention: &Mention) -> Self {
        match mention.when_how {
            WhenHow::Named | WhenHow::OtherReport | WhenHow::ByHand => Self::Told,
            WhenHow::FromContext => Self::OfContext,
            WhenHow::Publication => Self::OfPublication,
        }
    }
}

impl Merger<'_> {
    /// The event that other reports date, of what a report tells of the same kind and place without a day: the last of what happens
    /// once, the only one that shares a figure or words with it, or the only one.
    pub(super) fn dated_elsewhere(
        &self,
        index: MentionIndex,
        mention: &Mention,
        place: PlaceId,
        when: &DateSet,
    ) -> Option<usize> {
        let dating = Dating::of(mention);
        if dating == Dating::Told || width(when) > LATE {
            return None;
        }
        let (once, until) = match dating {
            Dating::OfPublication => (happens_once(mention.kind), when.first()),
            // What is told of two days that follow each other is for `nearby` to say.
            _ => (false, when.first().plus(-1)),
        };
        let days = self.shelf.get(&(mention.kind, place))?.range(when.first().plus(-AGO)..until);
        let may_be = |number: &usize| self.may_tell_of(index, mention, *number, once);
        let before: Vec<usize> = days.rev().flat_map(|(_, list)| list.iter().copied()).filter(may_be).collect();
        if once {
            return before.first().copied();
        }
        let those = |told: &dyn Fn(&Cluster) -> bool| {
            only(before.iter().copied().filter(|&number| self.clusters.get(number).is_some_and(told)))
        };
        those(&|other| self.shares_with(mention, other)).or_else(|| {
            let sole = those(&|_| true)?;
            self.clusters.get(sole).filter(|other| !self.contradicts(mention, other)).map(|_| sole)
        })
    }

    /// Whether an event is of one day and, but for what happens once, told by other reports alone.
    fn may_tell_of(&self, index: MentionIndex, mention: &Mention, number: usize, once: bool) -> bool {
        let Some(cluster) = self.clusters.get(number) else { return false };
        self.note_compared();
        !cluster.gone
            && (once || !cluster.documents.contains(&mention.document.0))
            && cluster.when.as_ref().is_some_and(|days| width(days) == 1)
            && !self.constraints.keep_apart(index, &cluster.mentions)
    }
}
