//! [`Axis`]: where each day lies on the time axis, with empty stretches cut out.

mod stretch;
mod view;

pub use stretch::{Detail, Stretch, busy_stretches};
pub use view::{AxisView, Breaks};

use super::time_window::Step;
use crate::day::Day;
use crate::edtf::DayRange;

/// A stretch of days drawn without a break.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// Its days.
    pub days: DayRange,
    /// Left end, in points from the axis' left end.
    pub left: f32,
    /// Right end.
    pub right: f32,
}

/// Days on a line of a width.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    segments: Vec<Segment>,
    width: f32,
}

/// Points that a break is wide.
pub const BREAK_WIDTH: f32 = 22.0;

impl Segment {
    /// Points that one of its days is wide.
    #[must_use]
    pub fn day_width(&self) -> f32 {
        (self.right - self.left) / length(self.days).max(1.0)
    }

    /// The shortest unit whose bars are wide enough to be seen and pointed at. Weeks cross the ends of months:
    /// they have to be wider than the rest to be worth it.
    #[must_use]
    pub fn bar_step(&self) -> Step {
        let fits = |step: &Step| {
            let (days, least_width) = match step {
                Step::Day => (1.0, 9.0),
                Step::Week => (7.0, 26.0),
                Step::Month => (30.0, 8.0),
                Step::Quarter => (91.0, 8.0),
                Step::Year => (365.0, 0.0),
            };
            days * self.day_width() >= least_width
        };
        Step::ALL.into_iter().find(fits).unwrap_or(Step::Year)
    }
}

impl Axis {
    /// Lays out `busy` stretches (ascending, disjoint) side by side.
    #[must_use]
    pub fn new(busy: &[Stretch], visible: Option<DayRange>, width: f32) -> Self {
        let clip = |stretch: &Stretch| match visible {
            Some(seen) => {
                let days = DayRange { start: stretch.days.start.max(seen.start), end: stretch.days.end.min(seen.end) };
                Stretch { days, ..*stretch }
            }
            None => *stretch,
        };
        let shown: Vec<Stretch> =
            busy.iter().map(clip).filter(|stretch| stretch.days.start < stretch.days.end).collect();
        // A view on nothing but an empty stretch shows that stretch.
        let whole = || visible.map(|days| Stretch { days, detail: Detail::Days }).into_iter().collect();
        let shown = if shown.is_empty() { whole() } else { shown };
        let break_count = shown.windows(2).filter(|pair| is_break(pair[0].days, pair[1].days)).count();
        let break_width = BREAK_WIDTH.min(width / 2.0 / as_f32(break_count.max(1)));
        let days: f32 = shown.iter().map(Stretch::worth).sum();
        let day_width = (width - break_width * as_f32(break_count)).max(1.0) / days.max(1.0);
        let mut left = 0.0;
        let mut segments = Vec::with_capacity(shown.len());
        for (index, stretch) in shown.iter().enumerate() {
            let right = left + stretch.worth() * day_width;
            segments.push(Segment { days: stretch.days, left, right });
            let has_break = shown.get(index + 1).is_some_and(|next| is_break(stretch.days, next.days));
            left = if has_break { right + break_width } else { right };
        }
        Self { segments, width }
    }

    /// The stretches, from the earliest.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Points that a day is wide, where days are widest.
    #[must_use]
    pub fn day_width(&self) -> f32 {
        self.segments.iter().map(Segment::day_width).fold(0.01, f32::max)
    }

    /// Where a day begins. Days in a break lie within its mark, days outside the axis at its ends.
    #[must_use]
    pub fn x_of(&self, day: Day) -> f32 {
        let next = self.segments.partition_point(|segment| segment.days.end <= day);
        let before = next.checked_sub(1).and_then(|index| self.segments.get(index));
        let (from, to) = match (before, self.segments.get(next)) {
            (_, Some(segment)) if segment.days.start <= day => {
                ((segment.days.start, segment.left), (segment.days.end, segment.right))
            }
            (Some(left), Some(right)) => ((left.days.end, left.right), (right.days.start, right.left)),
            (None, _) => return 0.0,
            (Some(_), None) => return self.width,
        };
        let share =
            length(DayRange { start: from.0, end: day }) / length(DayRange { start: from.0, end: to.0 }).max(1.0);
        from.1 + (to.1 - from.1) * share
    }

    /// The day at a point of the axis; the nearest one where the point is outside.
    #[must_use]
    pub fn day_at(&self, x: f32) -> Day {
        let Some(first) = self.segments.first() else { return Day::from_number(0) };
        let mut previous = *first;
        if x <= first.left {
            return first.days.start;
        }
        for segment in &self.segments {
            if x < segment.left {
                return between((previous.days.end, previous.right), (segment.days.start, segment.left), x);
            }
            if x < segment.right {
                return between((segment.days.start, segment.left), (segment.days.end, segment.right), x);
            }
            previous = *segment;
        }
        previous.days.end.plus(-1)
    }
}

/// Whether days are left out between two stretches.
#[must_use]
pub fn is_break(before: DayRange, after: DayRange) -> bool {
    before.end < after.start
}

fn between((first, left): (Day, f32), (end, right): (Day, f32), x: f32) -> Day {
    let share = f64::from((x - left) / (right - left).max(f32::EPSILON));
    #[expect(clippy::cast_possible_truncation, reason = "a share of a length in days")]
    let days = (share * f64::from(end.number() - first.number())).floor() as i64;
    Day::from_number(i64::from(first.number()) + days)
}

#[expect(clippy::cast_precision_loss, reason = "lengths in days on a screen")]
fn length(range: DayRange) -> f32 {
    (i64::from(range.end.number()) - i64::from(range.start.number())) as f32
}

#[expect(clippy::cast_precision_loss, reason = "a handful of breaks")]
fn as_f32(count: usize) -> f32 {
    count as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edtf::DateSet;

    fn days(edtf: &str) -> DayRange {
        DateSet::parse(edtf).unwrap().ranges()[0]
    }

    fn axis() -> Axis {
        let sure = |edtf: &str| Stretch { days: days(edtf), detail: Detail::Days };
        Axis::new(&[sure("2018-01"), sure("2021-06-01/2021-07-31")], None, 1000.0)
    }

    #[test]
    fn days_go_to_points_and_back() {
        let axis = axis();
        for range in [days("2018-01"), days("2021-06-01/2021-07-31")] {
            for number in range.start.number()..range.end.number() {
                let day = Day::from_number(number.into());
                assert_eq!(axis.day_at(axis.x_of(day) + 0.5), day);
            }
        }
    }

    #[test]
    fn an_empty_stretch_is_cut_and_its_days_lie_in_the_break() {
        let axis = axis();
        let [first, second] = axis.segments() else { panic!("two stretches") };
        assert!((second.left - first.right - BREAK_WIDTH).abs() < 0.01);
        let x = axis.x_of(Day::from_ymd(2020, 1, 1).unwrap());
        assert!(first.right < x && x < second.left);
    }

    #[test]
    fn a_year_that_nothing_more_is_known_of_gets_less_room() {
        let year = Stretch { days: days("2018"), detail: Detail::Years };
        let months = Stretch { days: days("2021-06-01/2021-07-31"), detail: Detail::Days };
        let axis = Axis::new(&[year, months], None, 1000.0);
        let [first, second] = axis.segments() else { panic!("two stretches") };
        assert!(first.day_width() * 5.0 < second.day_width());
        assert!((second.right - 1000.0).abs() < 0.1);
    }

    #[test]
    fn stretches_that_touch_have_no_break_between_them() {
        let year = Stretch { days: days("2018-01-01/2018-11-30"), detail: Detail::Years };
        let month = Stretch { days: days("2018-12"), detail: Detail::Days };
        let axis = Axis::new(&[year, month], None, 500.0);
        let [first, second] = axis.segments() else { panic!("two stretches") };
        assert!((first.right - second.left).abs() < 0.01);
        assert!((second.right - 500.0).abs() < 0.1);
    }

    #[test]
    fn days_outside_lie_at_the_ends() {
        assert!(axis().x_of(Day::from_ymd(1900, 1, 1).unwrap()).abs() < 0.01);
        assert!((axis().x_of(Day::from_ymd(2100, 1, 1).unwrap()) - 1000.0).abs() < 0.01);
    }
}
