//! [`Nothing`]: why no event is shown, in words, with the way to one.

use crate::store::EventStore;
use crate::view_state::{Clock, Command, Direction, ViewState};

/// Why no event is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nothing {
    /// Markers are on the map, and none was chosen.
    Chosen,
    /// There are events on other days.
    InTheseDays,
    /// The filter leaves none of those there are.
    PassesTheFilter,
    /// There are some on the other clock.
    OnThisClock,
    /// No event has a place and a day.
    OnTheMap,
    /// No report was read.
    WasRead,
}

impl Nothing {
    pub(super) fn of(store: &EventStore, view: &ViewState) -> Self {
        let has_some = |clock: Clock| store.on(clock).extent().is_some();
        if store.documents().is_empty() && store.is_empty() {
            return Self::WasRead;
        }
        if !has_some(view.clock) {
            return if has_some(other(view.clock)) { Self::OnThisClock } else { Self::OnTheMap };
        }
        if view.shown(store).next().is_some() {
            return Self::Chosen;
        }
        let is_placed_now = |days| view.timeline(store).meeting(days).any(|event| store.place_row(event).is_some());
        let passes_at_all = || store.plotted_on(view.clock).any(|event| view.filter.passes(store, event));
        if view.filter.is_active() && (is_placed_now(view.shown_days()) || !passes_at_all()) {
            return Self::PassesTheFilter;
        }
        Self::InTheseDays
    }

    /// The key of the words.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Chosen => "nothing-selected",
            Self::InTheseDays => "empty-days",
            Self::PassesTheFilter => "nothing-passes",
            Self::OnThisClock => "nothing-on-clock",
            Self::OnTheMap => "nothing-on-map",
            Self::WasRead => "nothing-read",
        }
    }

    /// Links, and what they do.
    pub(super) fn ways(self, view: &ViewState) -> Vec<(&'static str, Command)> {
        match self {
            Self::Chosen | Self::OnTheMap | Self::WasRead => Vec::new(),
            Self::InTheseDays => vec![
                ("empty-previous", Command::GoToEvent(Direction::Back)),
                ("empty-next", Command::GoToEvent(Direction::Forward)),
            ],
            Self::PassesTheFilter => vec![("clear-filter", Command::ClearFilter)],
            Self::OnThisClock => {
                let label = if view.clock == Clock::Happened { "clock-reported" } else { "clock-happened" };
                vec![(label, Command::SetClock(other(view.clock)))]
            }
        }
    }
}

fn other(clock: Clock) -> Clock {
    if clock == Clock::Happened { Clock::Reported } else { Clock::Happened }
}
