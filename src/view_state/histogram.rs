//! [`Histogram`]: how many events of each family each unit of the time axis has.

use super::axis::Axis;
use super::filter::Filter;
use super::time_window::Step;
use crate::edtf::DayRange;
use crate::store::{Clock, EventStore};

/// Bars that are drawn at most; an axis of so many is zoomed in on to see more.
const MOST_BARS: usize = 4000;

/// One unit of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Its days.
    pub days: DayRange,
    /// Events surely within it, by [`crate::event::Family::index`].
    pub certain: [u32; 6],
    /// Events that may have been in it, or in another.
    pub possible: [u32; 6],
}

/// Bars from the earliest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Histogram {
    /// The bars, stretch by stretch.
    pub bars: Vec<Bar>,
}

impl Bar {
    /// Events in it, the possible ones included.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.certain.iter().chain(&self.possible).sum()
    }
}

impl Histogram {
    /// Counts the plotted events that pass the filter into the bars that the axis has room for.
    #[must_use]
    pub fn new(store: &EventStore, clock: Clock, filter: &Filter, axis: &Axis) -> Self {
        let mut histogram = Self { bars: empty_bars(axis) };
        let timeline = store.on(clock);
        for event in store.plotted_on(clock).filter(|&event| filter.passes(store, event)) {
            let days = timeline.days(event);
            let family = store.kind(event).family().index();
            let first = histogram.bars.partition_point(|bar| bar.days.end <= days.start);
            let reached = histogram.bars.iter_mut().skip(first);
            for bar in reached.take_while(|bar| bar.days.start < days.end) {
                if timeline.is_sure_in(event, bar.days) {
                    bar.certain[family] += 1;
                } else if timeline.meets(event, bar.days) {
                    bar.possible[family] += 1;
                }
            }
        }
        histogram
    }

    /// Events of the highest bar.
    #[must_use]
    pub fn highest(&self) -> u32 {
        self.bars.iter().map(Bar::total).max().unwrap_or(0)
    }
}

/// Units of each stretch, cut where the stretch ends, so that no day is in two bars.
fn empty_bars(axis: &Axis) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    for segment in axis.segments() {
        for days in units(segment.bar_step(), segment.days, MOST_BARS.saturating_sub(bars.len())) {
            bars.push(Bar { days, certain: [0; 6], possible: [0; 6] });
        }
    }
    bars
}

/// Weeks are cut at the ends of months, so that a month's window holds whole bars.
fn units(step: Step, stretch: DayRange, limit: usize) -> Vec<DayRange> {
    let clip = |unit: DayRange, to: DayRange| DayRange { start: unit.start.max(to.start), end: unit.end.min(to.end) };
    let months = if step == Step::Week { Step::Month.cover(stretch, limit) } else { vec![stretch] };
    let parts = months.into_iter().map(|month| clip(month, stretch));
    parts.flat_map(|part| step.cover(part, limit).into_iter().map(move |unit| clip(unit, part))).take(limit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edtf::DateSet;

    #[test]
    fn weeks_end_with_their_month_and_leave_no_day_out() {
        let days = |edtf: &str| DateSet::parse(edtf).unwrap().ranges()[0];
        let weeks = units(Step::Week, days("2021-06-01/2021-07-31"), 100);
        assert!(weeks.contains(&days("2021-06-28/2021-06-30")));
        assert!(weeks.contains(&days("2021-07-01/2021-07-04")));
        assert!(weeks.windows(2).all(|pair| pair[0].end == pair[1].start));
    }
}
