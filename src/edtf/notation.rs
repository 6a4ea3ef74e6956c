//! EDTF as text: ISO 8601-2, Library of Congress levels 0 and 1, and the sets of level 2.

use super::{DateSet, DayRange};
use crate::day::{Day, days_in_month};
use std::fmt;

const QUALIFIERS: [char; 3] = ['~', '?', '%'];

pub(super) fn parse(text: &str) -> Option<DateSet> {
    let inside = |open: char, close: char| text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    if let Some(list) = inside('[', ']').or_else(|| inside('{', '}')) {
        let parts: Option<Vec<DateSet>> = list.split(',').map(|part| interval(part.trim(), "..")).collect();
        let parts = parts?;
        let approximate = parts.iter().any(DateSet::is_approximate);
        let set = DateSet::one_of(parts.iter().flat_map(|set| set.ranges().iter().copied()))?;
        return Some(if approximate { set.approximately() } else { set });
    }
    interval(text, "/")
}

/// One date, or two parted by `mark`; an end that is empty or `..` is open.
fn interval(text: &str, mark: &str) -> Option<DateSet> {
    let Some((first, last)) = text.split_once(mark) else { return qualified(text) };
    let open = |end: &str| matches!(end, "" | "..");
    let from = if open(first) { None } else { Some(qualified(first)?) };
    let to = if open(last) { None } else { Some(qualified(last)?) };
    let approximate = [&from, &to].into_iter().flatten().any(DateSet::is_approximate);
    let start = from.map_or(Day::MIN, |set| set.first());
    let end = to.map_or(Day::MAX, |set| set.last());
    let set = (start <= end).then(|| DateSet::days(start, end))?;
    Some(if approximate { set.approximately() } else { set })
}

/// A date with or without `~`, `?`, `%` after it or after any part of it.
fn qualified(text: &str) -> Option<DateSet> {
    if !text.contains(QUALIFIERS) {
        return atom(text);
    }
    let bare: String = text.chars().filter(|letter| !QUALIFIERS.contains(letter)).collect();
    atom(&bare).map(DateSet::approximately)
}

/// `2021`, `Y12000`, `-0044-03-15`, `201X`, `2021-07`, `2021-XX`, `2021-21` (spring), `2021-07-07`, `2021-07-XX`.
fn atom(text: &str) -> Option<DateSet> {
    let (long, text) = text.strip_prefix('Y').map_or((false, text), |rest| (true, rest));
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let mut parts = text.split('-');
    let (first, last) = years(parts.next()?, long)?;
    let (first, last) = if negative { (-last, -first) } else { (first, last) };
    let one_year = first == last;
    match (parts.next(), parts.next(), parts.next()) {
        (None | Some("XX"), None, None) | (Some("XX"), Some("XX"), None) => {
            Some(DateSet::days(Day::from_ymd(first, 1, 1)?, Day::from_ymd(last, 12, 31)?))
        }
        (Some(month), None | Some("XX"), None) if one_year => match two(month)? {
            season @ 21..=24 => season_of(first, season),
            month => DateSet::month(first, month),
        },
        (Some(month), Some(day), None) if one_year => Day::from_ymd(first, two(month)?, two(day)?).map(DateSet::day),
        _ => None,
    }
}

/// First and last year of four digits, the last of which may be `X`, or of any number of digits after `Y`.
fn years(text: &str, long: bool) -> Option<(i32, i32)> {
    let digits = text.trim_end_matches('X');
    let open = text.len() - digits.len();
    let numeric = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if long {
        let year = (open == 0 && (1..=7).contains(&digits.len()) && numeric(digits)).then(|| digits.parse().ok())??;
        return Some((year, year));
    }
    if text.len() != 4 || open > 3 || !numeric(digits) {
        return None;
    }
    let step = 10_i32.pow(u32::try_from(open).ok()?);
    let first = digits.parse::<i32>().ok()?.checked_mul(step)?;
    Some((first, first + step - 1))
}

fn two(part: &str) -> Option<u8> {
    (part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse().ok())?
}

/// EDTF seasons: 21 spring (March to May), 22 summer, 23 autumn, 24 winter (December, to the end of February).
fn season_of(year: i32, season: u8) -> Option<DateSet> {
    let first_month = (season - 20) * 3;
    let first = Day::from_ymd(year, first_month, 1)?;
    Some(DateSet::days(first, first.plus_months(3).plus(-1)))
}

impl fmt::Display for DateSet {
    /// The shortest form that says the same: `2018`, `2021-06`, a day, an interval, or a set of those.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if self.is_approximate() { "~" } else { "" };
        if let [range] = self.ranges() {
            return write_range(f, *range, "/", mark);
        }
        f.write_str("[")?;
        for (index, range) in self.ranges().iter().enumerate() {
            if index > 0 {
                f.write_str(",")?;
            }
            write_range(f, *range, "..", mark)?;
        }
        f.write_str("]")
    }
}

fn write_range(f: &mut fmt::Formatter<'_>, range: DayRange, between: &str, mark: &str) -> fmt::Result {
    let (first, last) = (range.start, range.end.plus(-1));
    let (open_start, open_end) = (first <= Day::MIN, range.end >= Day::MAX);
    let open = |f: &mut fmt::Formatter<'_>| if between == "/" { f.write_str("..") } else { Ok(()) };
    let ((year, month, day), (last_year, last_month, last_day)) = (first.ymd(), last.ymd());
    let whole_months = day == 1 && last_day == days_in_month(last_year, last_month) && !open_start && !open_end;
    let unit = match (whole_months, month, last_month) {
        (true, 1, 12) => Unit::Year,
        (true, ..) => Unit::Month,
        _ => Unit::Day,
    };
    let one = match unit {
        Unit::Year => year == last_year,
        Unit::Month => (year, month) == (last_year, last_month),
        Unit::Day => first == last,
    };
    if open_start {
        open(f)?;
    } else {
        unit.write(f, first)?;
        f.write_str(mark)?;
    }
    if one && !open_start && !open_end {
        return Ok(());
    }
    f.write_str(between)?;
    if open_end {
        return open(f);
    }
    unit.write(f, last)?;
    f.write_str(mark)
}

/// How much of a day is written.
#[derive(Clone, Copy)]
enum Unit {
    Year,
    Month,
    Day,
}

impl Unit {
    /// Years outside 0 to 9999 take the `Y` of level 1 and, beyond the standard, their month and day.
    fn write(self, f: &mut fmt::Formatter<'_>, date: Day) -> fmt::Result {
        if matches!(self, Self::Day) {
            return fmt::Display::fmt(&date, f);
        }
        let (year, month, _) = date.ymd();
        match year {
            0..=9999 => write!(f, "{year:04}")?,
            -9999..=-1 => write!(f, "-{:04}", -year)?,
            _ => write!(f, "Y{year}")?,
        }
        if matches!(self, Self::Month) { write!(f, "-{month:02}") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::EdtfError;
    use super::*;

    #[track_caller]
    fn check(text: &str, written: &str) {
        assert_eq!(DateSet::parse(text).map(|set| set.to_string()).as_deref(), Ok(written));
    }

    #[test]
    fn the_forms_of_the_contract_go_in_and_out_unchanged() {
        for text in [
            "2021-07-07",
            "2021-06",
            "2018",
            "2014/2016",
            "2021-03/2021-06",
            "2021-06-28/2021-07-04",
            "2021-05-01/..",
            "../2021-05-01",
            "[2019-01-01,2019-01-08]",
            "[2018-12-24..2018-12-30,2018-12-31..2019-01-06]",
            "2001~",
            "-0044-03-15",
            "Y12000",
            "Y-12000",
            "1582-10-10",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn other_forms_of_edtf_are_read() {
        check("2021-21", "2021-03/2021-05");
        check("2016-24", "2016-12/2017-02");
        check("199X", "1990/1999");
        check("19XX", "1900/1999");
        check("2021-XX", "2021");
        check("2021-07-XX", "2021-07");
        check("2021-07-07?", "2021-07-07~");
        check("2021~-07-07", "2021-07-07~");
        check("2004-06-01~/2004-06-20", "2004-06-01~/2004-06-20~");
        check("{2021-07-07,2021-07-14}", "[2021-07-07,2021-07-14]");
        check("[..2021-07-07]", "../2021-07-07");
        check("/2021", "../2021-12-31");
    }

    #[test]
    fn what_is_no_date_is_an_error_that_names_it() {
        for text in
            ["", "juillet", "2021-13", "2021-02-30", "2021-02-29", "2021/2020", "[]", "20217", "Y", "2021-7-7", "X021"]
        {
            assert_eq!(DateSet::parse(text), Err(EdtfError(text.to_owned())), "{text}");
        }
    }
}
