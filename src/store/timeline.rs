//! [`Timeline`]: the events on one clock, sorted by the first of their days.

use super::EventIndex;
use crate::day::Day;
use crate::edtf::{DateSet, DayRange};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which day of an event is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Clock {
    /// When it was.
    #[default]
    Happened,
    /// When the reports that tell of it came out.
    Reported,
}

/// One of the times at which an event is on a clock: exactly one of these stretches, ascending.
type Occasion = Vec<DayRange>;

/// Rows looked back on at once for events that go on into a window.
const BLOCK: usize = 512;
/// In place of a row: the event is not on the clock.
const NOWHERE: u32 = u32::MAX;

/// The events on a clock. An event happened once; it is reported as often as reports of different days tell of it.
#[derive(Debug, Default)]
pub struct Timeline {
    /// By first day, then by index.
    events: Vec<EventIndex>,
    /// Of each row: first day, and the day after the last, of all occasions together.
    hulls: Vec<DayRange>,
    /// Row of each event, or [`NOWHERE`].
    rows: Vec<u32>,
    /// Latest end of each block of [`BLOCK`] rows: lets a look-back skip rows that ended before.
    block_ends: Vec<Day>,
    /// Of the events whose days are more than one stretch; few are.
    scattered: BTreeMap<EventIndex, Vec<Occasion>>,
    extent: Option<DayRange>,
}

impl Timeline {
    /// `occasions` of each event in turn, none where its day is not known; `is_placed` says which count for the extent.
    pub(super) fn new(occasions: impl Iterator<Item = Vec<DateSet>>, is_placed: impl Fn(EventIndex) -> bool) -> Self {
        let mut timeline = Self::default();
        let mut dated: Vec<(EventIndex, DayRange)> = Vec::new();
        for (sets, event) in occasions.zip((0_u32..).map(EventIndex)) {
            timeline.rows.push(NOWHERE);
            let Some(hull) = hull_of(&sets) else { continue };
            dated.push((event, hull));
            if sets.iter().map(|set| set.ranges().len()).sum::<usize>() > 1 {
                timeline.scattered.insert(event, sets.iter().map(|set| set.ranges().to_vec()).collect());
            }
            if is_placed(event) {
                timeline.extend(hull);
            }
        }
        dated.sort_by_key(|&(event, hull)| (hull.start, event));
        for (&(event, _), row) in dated.iter().zip(0_u32..) {
            if let Some(slot) = timeline.rows.get_mut(event.0 as usize) {
                *slot = row;
            }
        }
        (timeline.events, timeline.hulls) = dated.into_iter().unzip();
        let latest = |block: &[DayRange]| block.iter().map(|hull| hull.end).max().unwrap_or(Day::MIN);
        timeline.block_ends = timeline.hulls.chunks(BLOCK).map(latest).collect();
        timeline
    }

    /// Takes a placed event's days into the extent, but for open ends.
    fn extend(&mut self, hull: DayRange) {
        let start = if hull.start > Day::MIN { hull.start } else { hull.end.plus(-1) };
        let end = if hull.end < Day::MAX { hull.end } else { hull.start.plus(1) };
        let all = self.extent.unwrap_or(DayRange { start, end });
        self.extent = Some(DayRange { start: all.start.min(start), end: all.end.max(end) });
    }

    fn row(&self, event: EventIndex) -> Option<usize> {
        self.rows.get(event.0 as usize).filter(|&&row| row != NOWHERE).map(|&row| row as usize)
    }

    /// The events on the clock, by first day.
    #[must_use]
    pub fn events(&self) -> &[EventIndex] {
        &self.events
    }

    /// Whether the event has a day on the clock.
    #[must_use]
    pub fn holds(&self, event: EventIndex) -> bool {
        self.row(event).is_some()
    }

    /// First day of the earliest placed event to the day after the last of the latest; open ends are left out.
    #[must_use]
    pub fn extent(&self) -> Option<DayRange> {
        self.extent
    }

    /// From the first to the last of the event's days; [`Day::MIN`] to [`Day::MAX`] where there is none.
    #[must_use]
    pub fn days(&self, event: EventIndex) -> DayRange {
        let hull = self.row(event).and_then(|row| self.hulls.get(row));
        hull.copied().unwrap_or(DayRange { start: Day::MIN, end: Day::MAX })
    }

    /// The stretches of days that the event may have been on, ascending by occasion; none where it is not on the clock.
    #[must_use]
    pub fn stretches(&self, event: EventIndex) -> Vec<DayRange> {
        match self.scattered.get(&event) {
            Some(occasions) => occasions.concat(),
            None if self.holds(event) => vec![self.days(event)],
            None => Vec::new(),
        }
    }

    /// The occasions of an event on the clock; one that is a single stretch needs no list of its own.
    fn any_occasion(&self, event: EventIndex, fits: impl Fn(&[DayRange]) -> bool) -> bool {
        match self.scattered.get(&event) {
            Some(occasions) => occasions.iter().any(|occasion| fits(occasion)),
            None => self.holds(event) && fits(&[self.days(event)]),
        }
    }

    /// Whether the event may have been within `window`, by each of its possible days.
    #[must_use]
    pub fn meets(&self, event: EventIndex, window: DayRange) -> bool {
        self.any_occasion(event, |occasion| occasion.iter().any(|range| range.meets(window)))
    }

    /// Whether the event surely was within `window`.
    #[must_use]
    pub fn is_sure_in(&self, event: EventIndex, window: DayRange) -> bool {
        let within = |range: &DayRange| range.start >= window.start && range.end <= window.end;
        self.any_occasion(event, |occasion| occasion.iter().all(within))
    }

    /// Whether the event is known to a single day.
    #[must_use]
    pub fn is_exact(&self, event: EventIndex) -> bool {
        self.any_occasion(event, |occasion| matches!(occasion, [range] if range.start.plus(1) == range.end))
    }

    /// Share of the event's possible days that lie in `window`, 0 to 1; of several occasions, the one with most.
    #[must_use]
    pub fn share(&self, event: EventIndex, window: DayRange) -> f32 {
        match self.scattered.get(&event) {
            Some(occasions) => occasions.iter().map(|occasion| share(occasion, window)).fold(0.0, f32::max),
            None if self.holds(event) => share(&[self.days(event)], window),
            None => 0.0,
        }
    }

    /// The events that may have been within `window`: those that start in it, after those that started before and go on into it.
    pub fn meeting(&self, window: DayRange) -> impl Iterator<Item = EventIndex> {
        let first = self.hulls.partition_point(|hull| hull.start < window.start);
        let after = self.hulls.partition_point(|hull| hull.start < window.end).max(first);
        let blocks = self.block_ends.iter().take(first.div_ceil(BLOCK)).enumerate();
        let reaching = blocks.filter(move |&(_, &end)| end > window.start);
        let earlier = reaching.flat_map(move |(block, _)| block * BLOCK..((block + 1) * BLOCK).min(first));
        let rows = earlier.chain(first..after).filter(move |&row| self.hulls[row].meets(window));
        rows.map(|row| self.events[row]).filter(move |event| {
            self.scattered.is_empty() || !self.scattered.contains_key(event) || self.meets(*event, window)
        })
    }
}

/// A set that is open at both ends says nothing of the day.
pub(super) fn is_day_known(when: &DateSet) -> bool {
    when.first() > Day::MIN || when.last() < Day::MAX
}

fn hull_of(sets: &[DateSet]) -> Option<DayRange> {
    let start = sets.iter().map(DateSet::first).min()?;
    let last = sets.iter().map(DateSet::last).max()?;
    Some(DayRange { start, end: if last >= Day::MAX { Day::MAX } else { last.plus(1) } })
}

fn share(occasion: &[DayRange], window: DayRange) -> f32 {
    let length = |range: DayRange| (f64::from(range.end.number()) - f64::from(range.start.number())).max(0.0);
    let inside = |range: DayRange| DayRange { start: range.start.max(window.start), end: range.end.min(window.end) };
    let all: f64 = occasion.iter().map(|&range| length(range)).sum();
    let within: f64 = occasion.iter().map(|&range| length(inside(range))).sum();
    #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
    let share = if all > 0.0 { (within / all) as f32 } else { 0.0 };
    share
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(edtf: &str) -> DayRange {
        DateSet::parse(edtf).unwrap().ranges()[0]
    }

    fn timeline(events: &[&[&str]]) -> Timeline {
        let sets = events.iter().map(|sets| sets.iter().map(|edtf| DateSet::parse(edtf).unwrap()).collect());
        Timeline::new(sets, |_| true)
    }

    #[track_caller]
    fn check(timeline: &Timeline, window: &str, expected: &[u32]) {
        let found: Vec<u32> = timeline.meeting(days(window)).map(|event| event.0).collect();
        assert_eq!(found, expected, "{window}");
    }

    #[test]
    fn what_is_reported_twice_is_there_twice_and_not_between() {
        let timeline = timeline(&[&["2021-07-12"], &["2021-06-22", "2021-07-12"]]);
        check(&timeline, "2021-06", &[1]);
        check(&timeline, "2021-07-01", &[]);
        check(&timeline, "2021-07", &[1, 0]);
        assert!(timeline.is_sure_in(EventIndex(1), days("2021-06")));
        assert!(timeline.is_exact(EventIndex(1)));
        assert!((timeline.share(EventIndex(1), days("2021-06-22")) - 1.0).abs() < 1e-6);
    }

    #[test]
    fn one_of_two_days_is_sure_of_neither() {
        let timeline = timeline(&[&["[2019-01-01,2019-01-29]"]]);
        check(&timeline, "2019-01-01", &[0]);
        check(&timeline, "2019-01-10", &[]);
        assert!(!timeline.is_sure_in(EventIndex(0), days("2019-01-01")));
        assert!(timeline.is_sure_in(EventIndex(0), days("2019-01")));
        assert!((timeline.share(EventIndex(0), days("2019-01-01")) - 0.5).abs() < 1e-6);
    }

    #[test]
    fn what_has_no_day_on_a_clock_is_not_on_it() {
        let timeline = timeline(&[&[], &["2021-07-12"]]);
        assert!(!timeline.holds(EventIndex(0)));
        assert!(!timeline.meets(EventIndex(0), days("2021")));
        assert_eq!(timeline.events(), [EventIndex(1)]);
        assert_eq!(timeline.extent(), Some(days("2021-07-12")));
    }

    #[test]
    fn a_long_span_is_found_behind_many_short_ones() {
        let mut events: Vec<Vec<DateSet>> = vec![vec![DateSet::parse("2015/2021").unwrap()]];
        events.extend((0..2000).map(|_| vec![DateSet::parse("2016-05-05").unwrap()]));
        let timeline = Timeline::new(events.into_iter(), |_| true);
        check(&timeline, "2020", &[0]);
    }
}
