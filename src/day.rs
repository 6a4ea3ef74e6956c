//! [`Day`]: one day of the proleptic Gregorian calendar, as a number that can be counted with.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Days since 1970-01-01, in the proleptic Gregorian calendar (ISO 8601, year 0 is 1 BC).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(i32);

/// A day of the week, Monday first as in ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// Monday to Sunday.
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn index(self) -> i32 {
        self as i32
    }

    /// The weekday after.
    #[must_use]
    pub fn next(self) -> Self {
        let next = (self as usize + 1) % Self::ALL.len();
        Self::ALL.get(next).copied().unwrap_or(self)
    }
}

impl Day {
    /// Before every day that a calendar year of up to seven digits can name.
    pub const MIN: Self = Self(i32::MIN / 4);
    /// After every such day.
    pub const MAX: Self = Self(i32::MAX / 4);

    /// The day with this number; numbers past [`Day::MIN`] and [`Day::MAX`] are clamped to them.
    #[must_use]
    pub fn from_number(days_since_1970: i64) -> Self {
        let clamped = days_since_1970.clamp(i64::from(Self::MIN.0), i64::from(Self::MAX.0));
        Self(i32::try_from(clamped).unwrap_or_default())
    }

    /// The day of that year, month (1 to 12) and day of the month; `None` where the calendar has none (31 February).
    #[must_use]
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=12).contains(&month) || day == 0 || day > days_in_month(year, month) || year.abs() > 1_000_000 {
            return None;
        }
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
        let year = i64::from(year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let shifted_month = i64::from((month + 9) % 12);
        let day_of_year = (153 * shifted_month + 2) / 5 + i64::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Self::from_number(era * 146_097 + day_of_era - 719_468))
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn number(self) -> i32 {
        self.0
    }

    /// Year, month (1 to 12) and day of the month.
    #[must_use]
    pub fn ymd(self) -> (i32, u8, u8) {
        // The inverse of the above, civil_from_days of the same source.
        let shifted = i64::from(self.0) + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let small = |number: i64| u8::try_from(number).unwrap_or_default();
        (i32::try_from(year).unwrap_or_default(), small(month), small(day))
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.ymd().0
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        let index = (i64::from(self.0) + 3).rem_euclid(7);
        Weekday::ALL[usize::try_from(index).unwrap_or_default()]
    }

    /// `days` later, or earlier where negative.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self::from_number(i64::from(self.0) + i64::from(days))
    }

    /// The same day of the month `months` later; the month's last day where it is shorter.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let (year, month, day) = self.ymd();
        let count = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
        let (Ok(year), Ok(month)) = (i32::try_from(count.div_euclid(12)), u8::try_from(count.rem_euclid(12) + 1))
        else {
            return self;
        };
        Self::from_ymd(year, month, day.min(days_in_month(year, month))).unwrap_or(self)
    }

    /// The Monday of the day's week.
    #[must_use]
    pub fn monday(self) -> Self {
        self.plus(-self.weekday().index())
    }
}

impl fmt::Display for Day {
    /// `2021-07-07`; years outside -9999 to 9999 with the `Y` of EDTF level 1, `Y12000-03-05`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        match year {
            0..=9999 => f.write_str(std::str::from_utf8(&written(year, month, day)).unwrap_or_default()),
            -9999..=-1 => write!(f, "-{:04}-{month:02}-{day:02}", -year),
            _ => write!(f, "Y{year}-{month:02}-{day:02}"),
        }
    }
}

/// `2021-07-07`, for a year of four digits. Days are most of what is written of numbers, and this is quicker than filling in a form.
fn written(year: i32, month: u8, day: u8) -> [u8; 10] {
    let digit = |number: i32| b'0' + u8::try_from(number % 10).unwrap_or_default();
    let (month, day) = (i32::from(month), i32::from(day));
    let [thousands, hundreds, tens] = [year / 1000, year / 100, year / 10].map(digit);
    [thousands, hundreds, tens, digit(year), b'-', digit(month / 10), digit(month), b'-', digit(day / 10), digit(day)]
}

/// Whether the year has a 29 February (proleptic Gregorian).
#[must_use]
pub fn is_leap(year: i32) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

/// Days of the month (1 to 12) in that year; 0 for a month that is none.
#[must_use]
pub fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seventh_of_july_2021_was_a_wednesday() {
        let day = Day::from_ymd(2021, 7, 7).unwrap();
        assert_eq!(day.weekday(), Weekday::Wednesday);
        assert_eq!(day.monday().to_string(), "2021-07-05");
    }

    #[test]
    fn no_calendar_has_a_31st_of_february() {
        assert_eq!(Day::from_ymd(2021, 2, 29), None);
        assert_eq!(Day::from_ymd(2021, 2, 31), None);
        assert!(Day::from_ymd(2020, 2, 29).is_some());
    }

    #[test]
    fn day_numbers_and_dates_go_back_and_forth_over_three_thousand_years() {
        let first = Day::from_ymd(-500, 1, 1).unwrap().number();
        for number in (first..first + 1_200_000).step_by(13) {
            let day = Day::from_number(i64::from(number));
            let (year, month, date) = day.ymd();
            assert_eq!(Day::from_ymd(year, month, date), Some(day));
        }
    }

    #[test]
    fn a_month_after_the_31st_of_january_is_the_last_of_february() {
        let day = Day::from_ymd(2021, 1, 31).unwrap();
        assert_eq!(day.plus_months(1).to_string(), "2021-02-28");
        assert_eq!(day.plus_months(-2).to_string(), "2020-11-30");
    }
}
