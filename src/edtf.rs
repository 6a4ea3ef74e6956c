//! [`DateSet`]: one or several day intervals with a precision; EDTF (ISO 8601-2) in and out.

mod notation;
mod operations;
mod stored;
#[cfg(test)]
mod tests;

use crate::day::{Day, days_in_month};
use serde::{Deserialize, Serialize};
use smallvec::{SmallVec, smallvec};
use stored::Stored;

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
