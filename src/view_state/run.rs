//! The run through time: the days that are shown one after another.

use super::ViewState;
use super::axis::Breaks;
use super::time_window::Direction;
use crate::day::Day;
use crate::edtf::DayRange;
use crate::store::{EventIndex, EventStore};

/// Steps of a run at most: nobody watches more, and the window is better moved by longer steps then.
pub const MOST_STEPS: usize = 600;

impl ViewState {
    /// The days shown at each step from the first to the last event of the part of the axis that is seen, as playing shows them;
    /// steps without an event are left out where the axis cuts them. At most [`MOST_STEPS`], the first ones.
    #[must_use]
    pub fn run(&self, store: &EventStore) -> Vec<DayRange> {
        let chosen: Vec<EventIndex> =
            self.timeline(store).events().iter().copied().filter(|&event| self.is_chosen(store, event)).collect();
        let Some(extent) = self.extent_of(&chosen, store) else { return Vec::new() };
        let mut window = self.window;
        while window.start > extent.start {
            window = self.step.advance(window, Direction::Back);
        }
        while window.end <= extent.start {
            window = self.step.advance(window, Direction::Forward);
        }
        let mut steps = Vec::new();
        while window.start < extent.end && steps.len() < MOST_STEPS {
            let has_event = || self.timeline(store).meeting(window).any(|event| self.is_chosen(store, event));
            if self.axis.breaks == Breaks::Full || has_event() {
                steps.push(self.shown_at(window));
            }
            window = self.step.advance(window, Direction::Forward);
        }
        steps
    }

    /// From the first to the last known day of events, within what is seen of the axis.
    fn extent_of(&self, events: &[EventIndex], store: &EventStore) -> Option<DayRange> {
        let days = events.iter().map(|&event| self.timeline(store).days(event));
        let known = days.filter(|days| days.start > Day::MIN && days.end < Day::MAX);
        let all =
            known.reduce(|one, other| DayRange { start: one.start.min(other.start), end: one.end.max(other.end) })?;
        let seen = self.axis.visible.unwrap_or(all);
        let extent = DayRange { start: all.start.max(seen.start), end: all.end.min(seen.end) };
        (extent.start < extent.end).then_some(extent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edtf::DateSet;
    use crate::event::{EventKind, Family};
    use crate::store::{EventRow, PlaceRow, StoredPlace};
    use crate::view_state::{Command, Step, WindowMode};

    fn store() -> EventStore {
        let row = |kind, edtf: &str| EventRow { kind, place: Some(PlaceRow(0)), when: DateSet::parse(edtf).ok() };
        let rows = vec![
            row(EventKind::Clash, "2020-01-15"),
            row(EventKind::Clash, "2021-06-30"),
            row(EventKind::Protest, "2021-07-07"),
            row(EventKind::Clash, "2021-09-01"),
        ];
        EventStore::from_rows(rows, vec![StoredPlace::town("Kabul", 34.53, 69.17)])
    }

    #[track_caller]
    fn check(view: &ViewState, expected: &[&str]) {
        let days = |edtf: &&str| DateSet::parse(edtf).unwrap().ranges()[0];
        assert_eq!(view.run(&store()), expected.iter().map(days).collect::<Vec<_>>());
    }

    #[test]
    fn steps_without_an_event_are_left_out_where_the_axis_cuts_them() {
        let store = store();
        let mut view = ViewState::new(&store);
        check(&view, &["2020-01", "2021-06", "2021-07", "2021-09"]);
        let visible = Some(DateSet::parse("2021-06/2021-08").unwrap().ranges()[0]);
        view.axis.visible = visible;
        check(&view, &["2021-06", "2021-07"]);
        view.axis.breaks = Breaks::Full;
        check(&view, &["2021-06", "2021-07", "2021-08"]);
    }

    #[test]
    fn a_run_follows_step_filter_and_mode() {
        let store = store();
        let mut view = ViewState::new(&store);
        view.apply(Command::OnlyFamily(Family::Civil), &store);
        check(&view, &["2021-07"]);
        view.apply(Command::ClearFilter, &store);
        view.apply(Command::SetStep(Step::Year), &store);
        check(&view, &["2020", "2021"]);
        view.apply(Command::SetMode(WindowMode::Cumulative), &store);
        let run = view.run(&store);
        assert!(run.iter().all(|days| days.start == Day::MIN));
        assert!(run.is_sorted_by_key(|days| days.end));
    }

    #[test]
    fn a_window_of_any_length_runs_over_the_same_days_as_in_playing() {
        let store = store();
        let mut view = ViewState::new(&store);
        let window = DateSet::parse("2021-07-01/2021-07-10").unwrap().ranges()[0];
        view.apply(Command::SetWindow(window), &store);
        let run = view.run(&store);
        assert!(run.contains(&window), "{run:?}");
        assert!(run.iter().all(|days| days.end.number() - days.start.number() == 10));
    }

    #[test]
    fn where_no_event_is_chosen_there_is_no_run() {
        assert_eq!(ViewState::new(&EventStore::default()).run(&EventStore::default()), []);
    }
}
