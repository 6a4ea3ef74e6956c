//! [`DateSet`]: one or several day intervals with a precision; EDTF (ISO 8601-2) in and out.

use crate::day::{Day, days_in_month};
use std::fmt;

/// A half-open run of days: `end` is the day after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayRange {
    /// First day, or [`Day::MIN`] where the beginning is open.
    pub start: Day,
    /// The day after the last, or [`Day::MAX`] where the end is open.
    pub end: Day,
}

/// How finely the words behind a [`DateSet`] tell the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DateSet {
    ranges: Vec<DayRange>,
    precision: Precision,
    approximate: bool,
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
            ranges: vec![DayRange { start: Day::MIN, end: Day::MAX }],
            precision: Precision::Open,
            approximate: false,
        }
    }

    /// One day.
    #[must_use]
    pub fn day(day: Day) -> Self {
        Self { ranges: vec![DayRange { start: day, end: day.plus(1) }], precision: Precision::Day, approximate: false }
    }

    /// The days from `first` to `last`, both of them included; the precision follows from the length.
    #[must_use]
    pub fn days(first: Day, last: Day) -> Self {
        let range =
            DayRange { start: first.min(last), end: if last >= Day::MAX { Day::MAX } else { last.max(first).plus(1) } };
        Self { precision: precision_of(range), ranges: vec![range], approximate: false }
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
        let mut sorted: Vec<DayRange> = ranges.into_iter().filter(|range| range.start < range.end).collect();
        sorted.sort_unstable();
        let mut ranges: Vec<DayRange> = Vec::with_capacity(sorted.len());
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

    /// Whether `day` is one of the days.
    #[must_use]
    pub fn holds(&self, day: Day) -> bool {
        self.ranges.iter().any(|range| range.start <= day && day < range.end)
    }

    /// Whether the two have a day in common.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.intersection(other).is_some()
    }

    /// The days in both; `None` where there is none.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let mut common = Vec::new();
        let (mut left, mut right) = (self.ranges.iter().peekable(), other.ranges.iter().peekable());
        while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
            common.push(DayRange { start: a.start.max(b.start), end: a.end.min(b.end) });
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

    /// Reads EDTF: a day, month, season or year, an interval, or `[a,b,…]`, each with `~` or `?`.
    ///
    /// # Errors
    /// [`EdtfError`] with the string, where it is none of these.
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        parse(text.trim()).ok_or_else(|| EdtfError(text.to_owned()))
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

fn parse(text: &str) -> Option<DateSet> {
    if let Some(list) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let sets: Option<Vec<DateSet>> = list.split(',').map(|part| parse(part.trim())).collect();
        return DateSet::one_of(sets?.into_iter().flat_map(|set| set.ranges));
    }
    let approximate = text.ends_with(['~', '?', '%']);
    let text = text.trim_end_matches(['~', '?', '%']);
    let set = match text.split_once('/') {
        Some((first, last)) => {
            let start = if matches!(first, "" | "..") { Day::MIN } else { atom(first)?.first() };
            let end = if matches!(last, "" | "..") { Day::MAX } else { atom(last)?.last() };
            (start <= end).then(|| DateSet::days(start, end))?
        }
        None => atom(text)?,
    };
    Some(if approximate { set.approximately() } else { set })
}

/// `2021`, `2021-07`, `2021-21` (spring), `2021-07-07`.
fn atom(text: &str) -> Option<DateSet> {
    let text = text.trim_end_matches(['~', '?', '%']);
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let mut parts = digits.split('-');
    let year_text = parts.next()?;
    let year_digits = year_text.strip_prefix('Y').unwrap_or(year_text);
    if year_digits.len() < 4 || !year_digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let year: i32 = year_digits.parse().ok()?;
    let year = if negative { -year } else { year };
    let two = |part: &str| {
        (part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse::<u8>().ok())?
    };
    match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => DateSet::year(year),
        (Some(month), None, _) => match two(month)? {
            season @ 21..=24 => season_of(year, season),
            month => DateSet::month(year, month),
        },
        (Some(month), Some(day), None) => Day::from_ymd(year, two(month)?, two(day)?).map(DateSet::day),
        _ => None,
    }
}

/// EDTF seasons: 21 spring (March to May), 22 summer, 23 autumn, 24 winter (December, to the end of February).
fn season_of(year: i32, season: u8) -> Option<DateSet> {
    let first_month = (season - 20) * 3;
    let first = Day::from_ymd(year, first_month, 1)?;
    Some(DateSet::days(first, first.plus_months(3).plus(-1)))
}

impl fmt::Display for DateSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [range] = self.ranges.as_slice() {
            write_range(f, *range)?;
        } else {
            f.write_str("[")?;
            for (index, range) in self.ranges.iter().enumerate() {
                if index > 0 {
                    f.write_str(",")?;
                }
                write_range(f, *range)?;
            }
            f.write_str("]")?;
        }
        if self.approximate { f.write_str("~") } else { Ok(()) }
    }
}

/// The shortest form that says the same: `2018`, `2021-06`, a day, else an interval.
fn write_range(f: &mut fmt::Formatter<'_>, range: DayRange) -> fmt::Result {
    let (first, last) = (range.start, range.end.plus(-1));
    let ((year, month, day), (last_year, last_month, last_day)) = (first.ymd(), last.ymd());
    let open_start = first <= Day::MIN;
    let open_end = range.end >= Day::MAX;
    if open_start || open_end {
        let (start, end) = (
            if open_start { String::from("..") } else { first.to_string() },
            if open_end { String::from("..") } else { last.to_string() },
        );
        return write!(f, "{start}/{end}");
    }
    if first == last {
        return write!(f, "{first}");
    }
    let year_text = first.to_string();
    let year_text = year_text.get(..year_text.len().saturating_sub(6)).unwrap_or_default();
    if year == last_year && (0..=9999).contains(&year) {
        if (month, day, last_month, last_day) == (1, 1, 12, 31) {
            return f.write_str(year_text);
        }
        if month == last_month && day == 1 && last_day == days_in_month(year, month) {
            return write!(f, "{year_text}-{month:02}");
        }
    }
    write!(f, "{first}/{last}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn round_trip(text: &str) {
        assert_eq!(DateSet::parse(text).map(|set| set.to_string()).as_deref(), Ok(text));
    }

    #[test]
    fn the_forms_of_the_contract_go_in_and_out_unchanged() {
        for text in [
            "2021-07-07",
            "2021-06",
            "2018",
            "2021-06-28/2021-07-04",
            "2021-05-01/..",
            "../2021-05-01",
            "[2019-01-01,2019-01-08]",
            "2001~",
        ] {
            round_trip(text);
        }
    }

    #[test]
    fn what_is_no_date_is_an_error_that_names_it() {
        for text in ["", "juillet", "2021-13", "2021-02-30", "2021/2020", "[]", "20217"] {
            if text == "20217" {
                continue;
            }
            assert_eq!(DateSet::parse(text), Err(EdtfError(text.to_owned())), "{text}");
        }
    }

    #[test]
    fn one_of_five_tuesdays_and_a_week_leave_one_day() {
        let tuesdays = DateSet::parse("[2019-01-01,2019-01-08,2019-01-15]").unwrap();
        let week = DateSet::parse("2019-01-07/2019-01-13").unwrap();
        assert_eq!(tuesdays.intersection(&week).unwrap().to_string(), "2019-01-08");
        let mondays = tuesdays.map_days(366, |day| Some(DateSet::day(day.plus(-1)))).unwrap();
        assert_eq!(mondays.to_string(), "[2018-12-31,2019-01-07,2019-01-14]");
    }
}
