//! What is shown: the events within the days of the window that the filter leaves.

use super::{Clock, Filter, ViewState, WindowMode};
use crate::day::Day;
use crate::edtf::DayRange;
use crate::store::{EventIndex, EventStore, Timeline};

/// What decides which events are shown: a key for what was made from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    days: DayRange,
    clock: Clock,
    filter: Filter,
}

impl ViewState {
    /// The days shown: the window, or all days until its end.
    #[must_use]
    pub fn shown_days(&self) -> DayRange {
        self.shown_at(self.window)
    }

    /// The days shown where the window is on these.
    pub(super) fn shown_at(&self, window: DayRange) -> DayRange {
        let start = if self.mode == WindowMode::Cumulative { Day::MIN } else { window.start };
        DayRange { start, end: window.end }
    }

    /// The events on the clock that is looked at.
    #[must_use]
    pub fn timeline<'a>(&self, store: &'a EventStore) -> &'a Timeline {
        store.on(self.clock)
    }

    /// The events on the map: placed, within the days shown, chosen by the filter. By first day on the clock.
    pub fn shown<'a>(&'a self, store: &'a EventStore) -> impl Iterator<Item = EventIndex> + 'a {
        let within = self.timeline(store).meeting(self.shown_days());
        let is_filtered = self.filter.is_active();
        within.filter(move |&event| {
            store.place_row(event).is_some() && (!is_filtered || self.filter.passes(store, event))
        })
    }

    /// Whether the event is on the map now.
    #[must_use]
    pub fn is_shown(&self, store: &EventStore, event: EventIndex) -> bool {
        self.is_chosen(store, event) && self.timeline(store).meets(event, self.shown_days())
    }

    /// Whether the event is on the map in some window.
    pub(super) fn is_chosen(&self, store: &EventStore, event: EventIndex) -> bool {
        store.is_plotted_on(self.clock, event) && self.filter.passes(store, event)
    }

    /// Share of the event's possible days that are among those shown, 0 to 1.
    #[must_use]
    pub fn share(&self, store: &EventStore, event: EventIndex) -> f32 {
        self.timeline(store).share(event, self.shown_days())
    }

    /// Whether the event would be on the map in another window.
    #[must_use]
    pub fn is_at_other_days(&self, store: &EventStore, event: EventIndex) -> bool {
        store.is_plotted_on(self.clock, event) && !self.timeline(store).meets(event, self.shown_days())
    }

    /// What decides which events are shown; where it is the same, they are.
    #[must_use]
    pub fn choice(&self) -> Choice {
        Choice { days: self.shown_days(), clock: self.clock, filter: self.filter.clone() }
    }

    /// Whether the events shown are those of that choice.
    #[must_use]
    pub fn is_choice(&self, choice: &Choice) -> bool {
        choice.days == self.shown_days() && choice.clock == self.clock && choice.filter == self.filter
    }
}
