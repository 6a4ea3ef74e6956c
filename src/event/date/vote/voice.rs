//! [`Voice`]: what a mention is in a vote.

use super::super::{DatedReport, is_open};
use super::telling::Telling;
use crate::event::MentionIndex;
use crate::event::mention::Mention;
use crate::event::signature::area;
use crate::gazetteer::{Gazetteer, PlaceId};

/// What a plotted mention is in a vote.
pub(super) enum Voice<'a> {
    /// It is of a report whose day is sought.
    Asks(usize, MentionIndex),
    /// It tells its day, in that area.
    Tells(PlaceId, Telling<'a>),
}

impl<'a> Voice<'a> {
    pub(super) fn of(
        index: MentionIndex,
        mention: &'a Mention,
        reports: &[DatedReport<'_>],
        gazetteer: &Gazetteer,
    ) -> Option<Self> {
        let area = area(mention, gazetteer).filter(|_| mention.certainty.is_plotted())?;
        let document = mention.document.0 as usize;
        if reports.get(document).is_some_and(is_open) {
            return Some(Self::Asks(document, index));
        }
        Some(Self::Tells(area, Telling::of(index, mention)?))
    }
}
