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
    /// Events near their places, ascending; few are.
    near: Vec<EventIndex>,
}

impl Columns {
    /// `near` are the events that were near their places and not at them, ascending.
    pub(super) fn new(rows: &[EventRow], near: Vec<EventIndex>) -> Self {
        let places = rows.iter().map(|row| row.place).collect();
        Self { places, kinds: rows.iter().map(|row| row.kind).collect(), near }
    }

    pub(super) fn is_near(&self, event: EventIndex) -> bool {
        self.near.binary_search(&event).is_ok()
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
