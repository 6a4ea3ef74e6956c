//! [`DateSet`]: one or several day intervals with a precision; EDTF (ISO 8601-2) in and out.

mod notation;

use crate::day::{Day, days_in_month};
use serde::{Deserialize, Serialize};
use smallvec::{SmallVec, smallvec};

/// A half-open run of days: `end` is the day after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DayRange {
    /// First day, or [`Day::MIN`] where the beginning is open.
    pub start: Day,
    /// The day after the last, or [`Day::MAX`] where the end is open.
    pub end: Day,
}

impl DayRange {
    /// Whether the two share a day.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.start < other.end && self.end > other.start
    }
}

/// How finely the words behind a [`DateSet`] tell the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Precision {
    /// One day, or one of several single days.
    Day,
    /// A week, or a stretch of days shorter than a month.
    Week,
    /// A month.
    Month,
    /// A season or a quarter.
    Season,
    /// A year or longer.
    Year,
    /// One end, or both, not known.
    Open,
}

/// Sorted, disjoint, half-open day intervals: the days on which something may have been, exactly one of the intervals.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Stored")]
pub struct DateSet {
    ranges: Ranges,
    precision: Precision,
    approximate: bool,
}

/// Most sets are one stretch of days, which needs no memory of its own.
type Ranges = SmallVec<[DayRange; 1]>;

/// A [`DateSet`] as it comes out of a file, not yet checked.
#[derive(Deserialize)]
struct Stored {
    ranges: Ranges,
    precision: Precision,
    approximate: bool,
}

impl TryFrom<Stored> for DateSet {
    type Error = &'static str;

    fn try_from(stored: Stored) -> Result<Self, Self::Error> {
        let Stored { ranges, precision, approximate } = stored;
        let is_sound = |range: &DayRange| Day::MIN <= range.start && range.start < range.end && range.end <= Day::MAX;
        let is_sorted = ranges.iter().zip(ranges.iter().skip(1)).all(|(one, next)| one.end <= next.start);
        if ranges.is_empty() || !is_sorted || !ranges.iter().all(is_sound) {
            return Err("days that are none, or not in order");
        }
        Ok(Self { ranges, precision, approximate })
    }
}

/// A string that is no EDTF of the levels read here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an EDTF date: `{0}`")]
pub struct EdtfError(pub String);

impl DateSet {
    /// Every day: nothing is known.
    #[must_use]
    pub fn any() -> Self {
        Self {
            ranges: smallvec![DayRange { start: Day::MIN, end: Day::MAX }],
            precision: Precision::Open,
            approximate: false,
        }
    }

    /// One day.
    #[must_use]
    pub fn day(day: Day) -> Self {
        Self {
            ranges: smallvec![DayRange { start: day, end: day.plus(1) }],
            precision: Precision::Day,
            approximate: false,
        }
    }

    /// The days from `first` to `last`, both of them included; the precision follows from the length.
    #[must_use]
    pub fn days(first: Day, last: Day) -> Self {
        let range =
            DayRange { start: first.min(last), end: if last >= Day::MAX { Day::MAX } else { last.max(first).plus(1) } };
        Self { precision: precision_of(range), ranges: smallvec![range], approximate: false }
    }

    /// A month of a year; `None` for a month that is none.
    #[must_use]
    pub fn month(year: i32, month: u8) -> Option<Self> {
        Some(Self::days(Day::from_ymd(year, month, 1)?, Day::from_ymd(year, month, days_in_month(year, month))?))
    }

    /// A calendar year.
    #[must_use]
    pub fn year(year: i32) -> Option<Self> {
        Some(Self::days(Day::from_ymd(year, 1, 1)?, Day::from_ymd(year, 12, 31)?))
    }

    /// One of these days or stretches; sorted and joined where they touch overlapping. `None` where there is none.
    #[must_use]
    pub fn one_of(ranges: impl IntoIterator<Item = DayRange>) -> Option<Self> {
        let mut sorted: Ranges = ranges.into_iter().filter(|range| range.start < range.end).collect();
        sorted.sort_unstable();
        let mut ranges = Ranges::with_capacity(sorted.len());
        for range in sorted {
            match ranges.last_mut() {
                Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                _ => ranges.push(range),
            }
        }
        Self::of(ranges)
    }

    /// Of ranges that are sorted and disjoint; `None` where there is none.
    fn of(ranges: Ranges) -> Option<Self> {
        let precision = ranges.iter().map(|&range| precision_of(range)).max()?;
        Some(Self { ranges, precision, approximate: false })
    }

    /// The same days, marked as about right only.
    #[must_use]
    pub fn approximately(mut self) -> Self {
        self.approximate = true;
        self
    }

    /// The intervals, sorted and disjoint, never none.
    #[must_use]
    pub fn ranges(&self) -> &[DayRange] {
        &self.ranges
    }

    /// How finely the day is known.
    #[must_use]
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// Whether the days are about right only.
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.approximate
    }

    /// First possible day.
    #[must_use]
    pub fn first(&self) -> Day {
        self.ranges.first().map_or(Day::MIN, |range| range.start)
    }

    /// Last possible day, inclusive.
    #[must_use]
    pub fn last(&self) -> Day {
        self.ranges.last().map_or(Day::MAX, |range| if range.end == Day::MAX { Day::MAX } else { range.end.plus(-1) })
    }

    /// The day, where there is only one.
    #[must_use]
    pub fn single_day(&self) -> Option<Day> {
        (self.first() == self.last()).then(|| self.first())
    }

    /// Whether one end, or both, is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.first() <= Day::MIN || self.last() >= Day::MAX
    }

    /// Whether `day` is one of the days.
    #[must_use]
    pub fn holds(&self, day: Day) -> bool {
        self.ranges.iter().any(|range| range.start <= day && day < range.end)
    }

    /// Whether the two have a day in common.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        let (mut left, mut right) = (self.ranges.as_slice(), other.ranges.as_slice());
        while let ([a, later @ ..], [b, after @ ..]) = (left, right) {
            if a.start.max(b.start) < a.end.min(b.end) {
                return true;
            }
            if a.end < b.end { left = later } else { right = after }
        }
        false
    }

    /// The days in both; `None` where there is none.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let mut common = Ranges::new();
        let (mut left, mut right) = (self.ranges.as_slice(), other.ranges.as_slice());
        while let ([a, later @ ..], [b, after @ ..]) = (left, right) {
            let both = DayRange { start: a.start.max(b.start), end: a.end.min(b.end) };
            if both.start < both.end {
                common.push(both);
            }
            if a.end < b.end { left = later } else { right = after }
        }
        let mut set = Self::of(common)?;
        set.approximate = self.approximate && other.approximate;
        Some(set)
    }

    /// The days in either.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let mut set = Self::one_of(self.ranges.iter().chain(&other.ranges).copied()).unwrap_or_else(Self::any);
        set.approximate = self.approximate || other.approximate;
        set
    }

    /// The set for each of the single days of this one, put together: "the day before" one of five Tuesdays is one of five Mondays.
    ///
    /// `None` where the set is no list of days but a stretch longer than `limit` days.
    #[must_use]
    pub fn map_days(&self, limit: i32, each: impl Fn(Day) -> Option<Self>) -> Option<Self> {
        if let Some(day) = self.single_day() {
            return each(day).map(|set| Self { approximate: false, ..set });
        }
        let count: i64 =
            self.ranges.iter().map(|range| i64::from(range.end.number()) - i64::from(range.start.number())).sum();
        if count > i64::from(limit) {
            return None;
        }
        let days = self
            .ranges
            .iter()
            .flat_map(|range| (range.start.number()..range.end.number()).map(|n| Day::from_number(n.into())));
        Self::one_of(days.filter_map(each).flat_map(|set| set.ranges))
    }

    /// Reads EDTF (ISO 8601-2): level 0 and 1, and of level 2 the sets `[a,b]`, `{a,b}` and `[a..b]`.
    ///
    /// `~`, `?` and `%` all read as approximate.
    ///
    /// # Errors
    /// [`EdtfError`] with the string, where it is none of these.
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        notation::parse(text.trim()).ok_or_else(|| EdtfError(text.to_owned()))
    }
}

fn precision_of(range: DayRange) -> Precision {
    if range.start <= Day::MIN || range.end >= Day::MAX {
        return Precision::Open;
    }
    match range.end.number() - range.start.number() {
        ..=1 => Precision::Day,
        2..=27 => Precision::Week,
        28..=31 => Precision::Month,
        32..=200 => Precision::Season,
        _ => Precision::Year,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn set(text: &str) -> DateSet {
        DateSet::parse(text).unwrap()
    }

    fn day_sets() -> impl Strategy<Value = DateSet> {
        proptest::collection::vec((-2_000_000_i64..6_000_000, 1_i32..900), 1..5).prop_map(|parts| {
            let ranges = parts.into_iter().map(|(start, length)| {
                let start = Day::from_number(start);
                DayRange { start, end: start.plus(length) }
            });
            DateSet::one_of(ranges).unwrap()
        })
    }

    #[test]
    fn one_of_five_tuesdays_and_a_week_leave_one_day() {
        let tuesdays = set("[2019-01-01,2019-01-08,2019-01-15]");
        let week = set("2019-01-07/2019-01-13");
        assert_eq!(tuesdays.intersection(&week).unwrap().to_string(), "2019-01-08");
        let mondays = tuesdays.map_days(366, |day| Some(DateSet::day(day.plus(-1)))).unwrap();
        assert_eq!(mondays.to_string(), "[2018-12-31,2019-01-07,2019-01-14]");
    }

    #[test]
    fn what_has_no_day_in_common_has_no_intersection() {
        assert_eq!(set("2021-06").intersection(&set("2021-07")), None);
        assert_eq!(set("../2021-06-30").intersection(&set("2021-07-01/..")), None);
    }

    #[test]
    fn precision_follows_the_length_of_the_stretch() {
        for (text, precision) in [
            ("2021-07-07", Precision::Day),
            ("[2021-07-07,2021-07-14]", Precision::Day),
            ("2021-06-28/2021-07-04", Precision::Week),
            ("2021-02", Precision::Month),
            ("2021-21", Precision::Season),
            ("2021", Precision::Year),
            ("2021-05-01/..", Precision::Open),
        ] {
            assert_eq!(set(text).precision(), precision, "{text}");
        }
    }

    #[test]
    fn a_long_stretch_is_not_read_day_by_day() {
        assert_eq!(set("2021").map_days(31, |day| Some(DateSet::day(day))), None);
        assert_eq!(DateSet::any().map_days(800, |day| Some(DateSet::day(day))), None);
    }

    proptest! {
        #[test]
        fn every_set_is_read_back_as_it_was_written(days in day_sets(), approximate: bool) {
            let days = if approximate { days.approximately() } else { days };
            prop_assert_eq!(DateSet::parse(&days.to_string()), Ok(days));
        }

        #[test]
        fn intersection_is_what_both_hold_and_union_what_either_does(one in day_sets(), other in day_sets()) {
            let both = one.intersection(&other);
            let either = one.union(&other);
            prop_assert_eq!(one.meets(&other), both.is_some());
            for range in one.ranges().iter().chain(other.ranges()) {
                for day in [range.start, range.end.plus(-1), range.end, range.start.plus(-1)] {
                    let (first, second) = (one.holds(day), other.holds(day));
                    prop_assert_eq!(both.as_ref().is_some_and(|set| set.holds(day)), first && second);
                    prop_assert_eq!(either.holds(day), first || second);
                }
            }
            prop_assert_eq!(&one.intersection(&other), &other.intersection(&one));
            prop_assert_eq!(one.intersection(&one).map(|set| set.ranges().to_vec()), Some(one.ranges().to_vec()));
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,40}") {
            let _read = DateSet::parse(&text);
        }

        #[test]
        fn what_looks_like_edtf_does_not_panic(text in "[-Y0-9X/.,~?%\\[\\]{}]{0,24}") {
            if let Ok(set) = DateSet::parse(&text) {
                let written = set.to_string();
                prop_assert_eq!(DateSet::parse(&written).map(|set| set.ranges().to_vec()), Ok(set.ranges().to_vec()), "{}", written);
            }
        }
    }
}
