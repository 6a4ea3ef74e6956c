//! [`Stretch`]: days with events, between those that are cut out of the axis.

use super::super::time_window::Step;
use super::{Breaks, length};
use crate::edtf::DayRange;
use crate::store::{Clock, EventStore};

/// A stretch of days with events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its days.
    pub days: DayRange,
    /// How much room its days are worth.
    pub detail: Detail,
}

/// How much of the axis a stretch gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Events on certain days: as wide a day as any.
    Days,
    /// Nothing but events dated to a year or so: days are much narrower, as none can be told from another.
    Years,
}

impl Stretch {
    /// How many full days wide it is; never so few that it could not be pointed at.
    pub(super) fn worth(&self) -> f32 {
        let days = length(self.days);
        if self.detail == Detail::Days { days } else { (days / 20.0).max(20.0_f32.min(days)) }
    }
}

/// The stretches of whole months, or of whole years where events lie decades apart, that hold events;
/// shorter gaps than a third of a year (three years) stay. With breaks shown in full it is one stretch.
#[must_use]
pub fn busy_stretches(store: &EventStore, clock: Clock, breaks: Breaks) -> Vec<Stretch> {
    let timeline = store.on(clock);
    let Some(extent) = timeline.extent() else { return Vec::new() };
    let whole = whole_months(extent);
    if breaks == Breaks::Full {
        return vec![Stretch { days: whole, detail: Detail::Days }];
    }
    let is_long = whole.end.number() - whole.start.number() > 40 * 366;
    let (unit, least_gap) = if is_long { (Step::Year, 3 * 365) } else { (Step::Month, 120) };
    let units_of = |days: DayRange| {
        let start = unit.around(days.start.max(extent.start)).start;
        DayRange { start, end: unit.around(days.end.min(extent.end).plus(-1)).end }
    };
    let is_vague = |days: &DayRange| days.end.number() - days.start.number() > 100;
    let plotted = || store.plotted_on(clock).map(|event| timeline.days(event));
    let sure = join(plotted().filter(|days| !is_vague(days)).map(units_of), least_gap);
    let vague = join(plotted().filter(is_vague).map(units_of), least_gap);
    let mut stretches: Vec<Stretch> = sure.iter().map(|&days| Stretch { days, detail: Detail::Days }).collect();
    for days in vague.into_iter().flat_map(|days| without(days, &sure)) {
        stretches.push(Stretch { days, detail: Detail::Years });
    }
    stretches.sort_by_key(|stretch| stretch.days);
    stretches
}

/// Runs of days by start, joined where the gap between them is shorter than `least_gap` days.
fn join(ranges: impl Iterator<Item = DayRange>, least_gap: i32) -> Vec<DayRange> {
    let mut joined: Vec<DayRange> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start.number() - last.end.number() < least_gap => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

/// What is left of `days` beside `taken` (ascending, disjoint).
fn without(days: DayRange, taken: &[DayRange]) -> Vec<DayRange> {
    let mut left = Vec::new();
    let mut start = days.start;
    for range in taken.iter().filter(|range| range.start < days.end && range.end > days.start) {
        left.push(DayRange { start, end: range.start });
        start = start.max(range.end);
    }
    left.push(DayRange { start, end: days.end });
    left.retain(|range| range.start < range.end);
    left
}

pub(super) fn whole_months(extent: DayRange) -> DayRange {
    DayRange { start: Step::Month.around(extent.start).start, end: Step::Month.around(extent.end.plus(-1)).end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edtf::DateSet;

    fn days(edtf: &str) -> DayRange {
        DateSet::parse(edtf).unwrap().ranges()[0]
    }

    #[test]
    fn a_run_of_days_is_parted_by_those_taken_out_of_it() {
        let left = without(days("2018"), &[days("2017"), days("2018-03"), days("2018-12-01/2019-01-31")]);
        assert_eq!(left, [days("2018-01-01/2018-02-28"), days("2018-04-01/2018-11-30")]);
        assert_eq!(without(days("2018-12"), &[days("2018-12-01/2019-01-31")]), []);
    }
}
