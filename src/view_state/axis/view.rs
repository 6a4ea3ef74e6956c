//! [`AxisView`]: what part of the time axis is seen, and how it is zoomed and moved.

use super::super::command::Command;
use super::Axis;
use super::stretch::{busy_stretches, whole_months};
use crate::day::Day;
use crate::edtf::DayRange;
use crate::store::{Clock, EventStore};
use serde::{Deserialize, Serialize};

/// What part of the axis is seen and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct AxisView {
    /// The days seen; all where `None`.
    pub visible: Option<DayRange>,
    /// Whether empty stretches are shown in full.
    pub breaks: Breaks,
}

/// What becomes of long stretches without events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Breaks {
    /// Cut out, with a mark where.
    #[default]
    Cut,
    /// Shown in full.
    Full,
}

/// Width at which the whole axis is measured, in points: fine enough for single days.
const FINE_WIDTH: f32 = 100_000.0;

/// The shortest stretch the axis zooms to.
const LEAST_VISIBLE_DAYS: i32 = 7;

impl AxisView {
    pub(in crate::view_state) fn apply(&mut self, command: &Command, store: &EventStore, clock: Clock) {
        let Some(extent) = store.on(clock).extent().map(whole_months) else { return };
        match *command {
            Command::ToggleBreaks => {
                self.breaks = if self.breaks == Breaks::Cut { Breaks::Full } else { Breaks::Cut };
            }
            Command::ZoomAxis(factor, around) => {
                let whole = Axis::new(&busy_stretches(store, clock, self.breaks), None, FINE_WIDTH);
                self.zoom(factor, around, &whole, extent);
            }
            Command::PanAxis(share) => self.pan(share, extent),
            Command::FitAxis => self.visible = None,
            Command::SetAxis(Self { visible, breaks }) => {
                *self = Self { visible: visible.and_then(|days| part_of(extent, days)), breaks };
            }
            _ => {}
        }
    }

    /// Scales what is seen about a day, which stays where it is: measured on the whole axis, where a day is not as wide as
    /// any other and some are cut out.
    fn zoom(&mut self, factor: f32, around: Day, whole: &Axis, extent: DayRange) {
        let seen = self.visible.unwrap_or(extent);
        let fixed = f32::midpoint(whole.x_of(around), whole.x_of(around.plus(1)));
        let scale = factor.clamp(0.1, 10.0).recip();
        let scaled = |edge: Day| {
            let x = fixed + (whole.x_of(edge) - fixed) * scale;
            let day = whole.day_at(x);
            let share = (x - whole.x_of(day)) / (whole.x_of(day.plus(1)) - whole.x_of(day)).max(f32::EPSILON);
            // The nearest beginning of a day.
            if share >= 0.5 { day.plus(1) } else { day }
        };
        let (start, end) = (scaled(seen.start).max(extent.start), scaled(seen.end).min(extent.end));
        if end.number() - start.number() >= LEAST_VISIBLE_DAYS {
            let visible = DayRange { start, end };
            self.visible = (visible != extent).then_some(visible);
        }
    }

    /// Moves what is seen so far that all of `window` is in it, with some room around.
    pub(in crate::view_state) fn follow(&mut self, window: DayRange, store: &EventStore, clock: Clock) {
        let (Some(seen), Some(extent)) = (self.visible, store.on(clock).extent().map(whole_months)) else { return };
        let days = |range: DayRange| range.end.number().saturating_sub(range.start.number());
        let room = (days(seen) - days(window)).max(0) / 4;
        let start = if window.start < seen.start {
            window.start.plus(-room)
        } else if window.end > seen.end {
            window.end.plus(room - days(seen).max(days(window)))
        } else {
            return;
        };
        let length = days(seen).max(days(window));
        let start = start.max(extent.start).min(extent.end.plus(-length).max(extent.start));
        let visible = DayRange { start, end: start.plus(length).min(extent.end) };
        self.visible = (visible != extent && days(visible) >= LEAST_VISIBLE_DAYS).then_some(visible);
    }

    fn pan(&mut self, share: f32, extent: DayRange) {
        let Some(seen) = self.visible else { return };
        let length = seen.end.number() - seen.start.number();
        #[expect(clippy::cast_possible_truncation, reason = "a share of a length in days")]
        let wanted = (f64::from(length) * f64::from(share)).round() as i32;
        let days = wanted.clamp(extent.start.number() - seen.start.number(), extent.end.number() - seen.end.number());
        self.visible = Some(DayRange { start: seen.start.plus(days), end: seen.end.plus(days) });
    }
}

/// What lies on the axis of days that are to be seen; `None` where that is all of it, or too little to be looked at.
fn part_of(extent: DayRange, days: DayRange) -> Option<DayRange> {
    let part = DayRange { start: days.start.max(extent.start), end: days.end.min(extent.end) };
    let is_seen = part.start < part.end && part.end.number() - part.start.number() >= LEAST_VISIBLE_DAYS;
    (is_seen && part != extent).then_some(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edtf::DateSet;
    use crate::event::EventKind;
    use crate::store::{EventRow, PlaceRow, StoredPlace};

    fn days(edtf: &str) -> DayRange {
        DateSet::parse(edtf).unwrap().ranges()[0]
    }

    /// An event on the first of each month: two years at the end, one long before.
    fn store() -> EventStore {
        let months = (0..36).map(|month: i32| {
            let year = if month < 12 { 1990 } else { 2019 + month / 12 };
            Day::from_ymd(year, u8::try_from(month % 12 + 1).unwrap(), 1).unwrap()
        });
        let rows = months.map(|day| EventRow {
            kind: EventKind::Clash,
            place: Some(PlaceRow(0)),
            when: Some(DateSet::day(day)),
        });
        EventStore::from_rows(rows.collect(), vec![StoredPlace::town("Kabul", 34.5, 69.2)])
    }

    #[test]
    fn zooming_ends_at_a_week_and_goes_all_the_way_back() {
        let (store, mut view) = (store(), AxisView::default());
        let day = Day::from_ymd(2021, 7, 7).unwrap();
        for _ in 0..40 {
            view.apply(&Command::ZoomAxis(1.5, day), &store, Clock::Happened);
        }
        let seen = view.visible.unwrap();
        assert!(seen.start <= day && day < seen.end);
        assert!((7..=11).contains(&(seen.end.number() - seen.start.number())), "{seen:?}");
        for _ in 0..40 {
            view.apply(&Command::ZoomAxis(0.5, day), &store, Clock::Happened);
        }
        assert_eq!(view.visible, None);
    }

    #[test]
    fn the_day_under_the_pointer_stays_there_even_where_years_are_cut_out() {
        let (store, mut view) = (store(), AxisView::default());
        let busy = busy_stretches(&store, Clock::Happened, Breaks::Cut);
        let day = Day::from_ymd(2021, 3, 7).unwrap();
        let place_of = |view: AxisView| Axis::new(&busy, view.visible, 1000.0).x_of(day);
        let before = place_of(view);
        for _ in 0..6 {
            view.apply(&Command::ZoomAxis(1.3, day), &store, Clock::Happened);
            let after = place_of(view);
            assert!((after - before).abs() < 25.0, "{before} {after}");
        }
    }

    #[test]
    fn what_is_seen_follows_the_window() {
        let (store, mut view) =
            (store(), AxisView { visible: Some(days("2021-01-01/2021-03-31")), ..AxisView::default() });
        view.follow(days("2021-02"), &store, Clock::Happened);
        assert_eq!(view.visible, Some(days("2021-01-01/2021-03-31")), "it is in it already");
        for window in ["2021-04", "2021-07", "1990-05", "2021-12", "2020"] {
            view.follow(days(window), &store, Clock::Happened);
            let seen = view.visible.unwrap();
            assert!(seen.start <= days(window).start && days(window).end <= seen.end, "{window}: {seen:?}");
        }
    }
}
