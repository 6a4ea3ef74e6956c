//! [`Columns`]: the events' places and kinds, each in an array of its own; their days are on the [`super::Timeline`]s.

use super::{EventIndex, PlaceRow};
use crate::edtf::DateSet;
use crate::event::EventKind;

/// One event, as a row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct EventRow {
    /// What happened.
    pub kind: EventKind,
    /// Where; `None` where that is not known.
    pub place: Option<PlaceRow>,
    /// When; `None` where that is not known.
    pub when: Option<DateSet>,
}

/// What and where, by event.
#[derive(Debug, Default)]
pub(super) struct Columns {
    places: Vec<Option<PlaceRow>>,
    kinds: Vec<EventKind>,
}

impl Columns {
    pub(super) fn new(rows: &[EventRow]) -> Self {
        Self { places: rows.iter().map(|row| row.place).collect(), kinds: rows.iter().map(|row| row.kind).collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.kinds.len()
    }

    pub(super) fn kind(&self, event: EventIndex) -> EventKind {
        self.kinds.get(event.0 as usize).copied().unwrap_or(EventKind::Other)
    }

    pub(super) fn place(&self, event: EventIndex) -> Option<PlaceRow> {
        self.places.get(event.0 as usize).copied().flatten()
    }
}
