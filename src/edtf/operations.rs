//! What days two sets share, have between them, and what becomes of each.

use super::{DateSet, DayRange, Ranges};
use crate::day::Day;

impl DateSet {
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
        let (mut left, mut right) = (self.ranges.iter().peekable(), other.ranges.iter().peekable());
        while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
            let both = DayRange { start: a.start.max(b.start), end: a.end.min(b.end) };
            if both.start < both.end {
                common.push(both);
            }
            if a.end < b.end {
                left.next()
            } else {
                right.next()
            };
        }
        let mut set = Self::one_of(common)?;
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
}
