//! Feasts that move through the year.

use super::meaning::Calendar;
use crate::day::{Day, Weekday};

/// The day of a movable feast in that year; `None` where the parts name none.
pub(super) fn movable(calendar: &Calendar, year: i32) -> Option<Day> {
    if let Some(offset) = calendar.easter {
        return Some(easter(year)?.plus(offset));
    }
    if let Some((month, day)) = calendar.lunar {
        return lunar(year, month, day);
    }
    nth_weekday(year, calendar.month?, calendar.weekday?, calendar.nth?)
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
fn easter(year: i32) -> Option<Day> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let correction = (8 * century + 13) / 25;
    let epact = (19 * golden + century - century / 4 - correction + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * century.rem_euclid(4) + 2 * (of_century / 4) - epact - of_century.rem_euclid(4)).rem_euclid(7);
    let late = (golden + 11 * epact + 19 * weekday) / 433;
    let month = (epact + weekday - 7 * late + 90) / 25;
    let day = (epact + weekday - 7 * late + 33 * month + 19).rem_euclid(32);
    Day::from_ymd(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// A day of the tabular Islamic calendar that falls in the Gregorian year; what is seen of the moon may differ by a day.
fn lunar(year: i32, month: u8, day: u8) -> Option<Day> {
    let guess = (i64::from(year) - 622) * 33 / 32;
    (guess - 1..=guess + 2).find_map(|lunar_year| {
        let months = i64::from(month) - 1;
        let number =
            i64::from(day) + (59 * months + 1) / 2 + (lunar_year - 1) * 354 + (3 + 11 * lunar_year) / 30 - 492_149;
        let found = Day::from_number(number);
        (found.year() == year).then_some(found)
    })
}

/// The fourth Thursday of November; the fifth is the last one.
fn nth_weekday(year: i32, month: u8, weekday: Weekday, nth: u8) -> Option<Day> {
    let first = Day::from_ymd(year, month, 1)?;
    let ahead = (weekday.index() - first.weekday().index()).rem_euclid(7);
    let day = first.plus(ahead + 7 * (i32::from(nth) - 1));
    Some(if day.ymd().1 == month { day } else { day.plus(-7) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(calendar: Calendar, year: i32, expected: &str) {
        assert_eq!(movable(&calendar, year).map(|day| day.to_string()).as_deref(), Some(expected));
    }

    #[test]
    fn easter_moves_with_the_moon() {
        let easter = Calendar { easter: Some(0), ..Calendar::default() };
        check(easter, 2023, "2023-04-09");
        check(easter, 2024, "2024-03-31");
        check(Calendar { easter: Some(39), ..Calendar::default() }, 2024, "2024-05-09");
    }

    #[test]
    fn the_feasts_of_the_islamic_year_are_within_a_day() {
        check(Calendar { lunar: Some((12, 10)), ..Calendar::default() }, 2023, "2023-06-29");
        check(Calendar { lunar: Some((10, 1)), ..Calendar::default() }, 2018, "2018-06-15");
    }

    #[test]
    fn the_fourth_thursday_of_november_is_counted() {
        let thanksgiving =
            Calendar { month: Some(11), weekday: Some(Weekday::Thursday), nth: Some(4), ..Calendar::default() };
        check(thanksgiving, 2023, "2023-11-23");
        let last = Calendar { month: Some(5), weekday: Some(Weekday::Monday), nth: Some(5), ..Calendar::default() };
        check(last, 2024, "2024-05-27");
    }
}
