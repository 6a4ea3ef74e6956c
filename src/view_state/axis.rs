//! [`Axis`]: where each day lies on the time axis, with empty stretches cut out.

use super::command::Command;
use super::time_window::Step;
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

/// Width at which the whole axis is measured, in points: fine enough for single days.
const FINE_WIDTH: f32 = 100_000.0;

/// The shortest stretch the axis zooms to.
const LEAST_VISIBLE_DAYS: i32 = 7;

impl AxisView {
    pub(super) fn apply(&mut self, command: &Command, store: &EventStore, clock: Clock) {
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
    pub(super) fn follow(&mut self, window: DayRange, store: &EventStore, clock: Clock) {
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

impl Stretch {
    /// How many full days wide it is; never so few that it could not be pointed at.
    fn worth(&self) -> f32 {
        let days = length(self.days);
        if self.detail == Detail::Days { days } else { (days / 20.0).max(20.0_f32.min(days)) }
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

/// Whether days are left out between two stretches.
#[must_use]
pub fn is_break(before: DayRange, after: DayRange) -> bool {
    before.end < after.start
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

/// What lies on the axis of days that are to be seen; `None` where that is all of it, or too little to be looked at.
fn part_of(extent: DayRange, days: DayRange) -> Option<DayRange> {
    let part = DayRange { start: days.start.max(extent.start), end: days.end.min(extent.end) };
    let is_seen = part.start < part.end && part.end.number() - part.start.number() >= LEAST_VISIBLE_DAYS;
    (is_seen && part != extent).then_some(part)
}

fn whole_months(extent: DayRange) -> DayRange {
    DayRange { start: Step::Month.around(extent.start).start, end: Step::Month.around(extent.end.plus(-1)).end }
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
    use crate::event::EventKind;
    use crate::store::{EventRow, PlaceRow, StoredPlace};

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
    fn a_run_of_days_is_parted_by_those_taken_out_of_it() {
        let left = without(days("2018"), &[days("2017"), days("2018-03"), days("2018-12-01/2019-01-31")]);
        assert_eq!(left, [days("2018-01-01/2018-02-28"), days("2018-04-01/2018-11-30")]);
        assert_eq!(without(days("2018-12"), &[days("2018-12-01/2019-01-31")]), []);
    }

    #[test]
    fn days_outside_lie_at_the_ends() {
        assert!(axis().x_of(Day::from_ymd(1900, 1, 1).unwrap()).abs() < 0.01);
        assert!((axis().x_of(Day::from_ymd(2100, 1, 1).unwrap()) - 1000.0).abs() < 0.01);
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
