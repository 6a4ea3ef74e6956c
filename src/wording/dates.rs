//! Days in words, in the reader's language.

use super::{Language, Texts};
use crate::day::{Day, Weekday};
use crate::edtf::{DateSet, DayRange};

/// Days listed one by one at most.
const MOST_LISTED: usize = 5;

/// A run of days that has a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Day,
    Month,
    Quarter,
    Year,
}

impl Unit {
    /// The unit that the days are exactly one of.
    fn of(range: DayRange) -> Option<Self> {
        let (year, month, date) = range.start.ymd();
        let (year_after, month_after, date_after) = range.end.ymd();
        let months = (year_after - year) * 12 + i32::from(month_after) - i32::from(month);
        match (date, date_after, months) {
            _ if range.start.plus(1) == range.end => Some(Self::Day),
            (1, 1, 1) => Some(Self::Month),
            (1, 1, 3) if month % 3 == 1 => Some(Self::Quarter),
            (1, 1, 12) if month == 1 => Some(Self::Year),
            _ => None,
        }
    }

    /// Whether the days begin and end where such units do.
    fn fits(self, range: DayRange) -> bool {
        let begins = |day: Day| match (self, day.ymd()) {
            (Self::Year, (_, month, date)) => (month, date) == (1, 1),
            (Self::Quarter, (_, month, date)) => month % 3 == 1 && date == 1,
            (Self::Month, (_, _, date)) => date == 1,
            (Self::Day, _) => true,
        };
        begins(range.start) && begins(range.end)
    }
}

/// `7 July 2021`, `1er juillet 2021`.
#[must_use]
pub fn day_words(day: Day, language: Language) -> String {
    let (year, _, _) = day.ymd();
    format!("{} {year}", day_and_month(day, language))
}

/// `Wednesday 7 July 2021`.
#[must_use]
pub fn weekday_words(day: Day, language: Language) -> String {
    format!("{} {}", weekday_name(day.weekday(), language), day_words(day, language))
}

/// `mercredi`.
#[must_use]
pub fn weekday_name(weekday: Weekday, language: Language) -> &'static str {
    let number = usize::try_from(weekday.index()).unwrap_or_default();
    language.calendar().weekdays.get(number).map_or("", String::as_str)
}

fn day_and_month(day: Day, language: Language) -> String {
    let (_, month, date) = day.ymd();
    format!("{} {}", number_of_day(date, language), month_name(month, language))
}

/// `7`, `1er`.
fn number_of_day(date: u8, language: Language) -> String {
    if date == 1 { language.calendar().first_of_month.clone() } else { date.to_string() }
}

/// `7 Jul 2021`, `1er juil. 2021`: as short as a field wants it, and read again as the same day; numbers where words are not.
#[must_use]
pub fn field_words(day: Day, language: Language) -> String {
    let (year, month, date) = day.ymd();
    // A year of one or two digits would be read as one of our time.
    if !(100..=9999).contains(&year) {
        return day.to_string();
    }
    format!("{} {} {year}", number_of_day(date, language), short_month_name(month, language))
}

/// `juillet`.
#[must_use]
pub fn month_name(month: u8, language: Language) -> &'static str {
    language.calendar().months.get(usize::from(month).saturating_sub(1)).map_or("", String::as_str)
}

/// `juil.`.
#[must_use]
pub fn short_month_name(month: u8, language: Language) -> &'static str {
    language.calendar().months_short.get(usize::from(month).saturating_sub(1)).map_or("", String::as_str)
}

/// A run of days: `July 2021`, `2018`, `T3 2021`, `28 June – 4 July 2021`, `Wednesday 7 July 2021`.
#[must_use]
pub fn range_words(range: DayRange, texts: &Texts) -> String {
    let language = texts.language();
    let (first, last) = (range.start, range.end.plus(-1));
    let (year, month, _) = first.ymd();
    match (range.start <= Day::MIN, range.end >= Day::MAX) {
        (true, true) => return texts.get("date-unknown"),
        (true, false) => return texts.with("date-until", [("day", day_words(last, language).into())]),
        (false, true) => return texts.with("date-since", [("day", day_words(first, language).into())]),
        (false, false) => {}
    }
    match Unit::of(range) {
        Some(Unit::Day) => weekday_words(first, language),
        Some(Unit::Month) => format!("{} {year}", month_name(month, language)),
        Some(Unit::Quarter) => format!("{}{} {year}", language.calendar().quarter, (month - 1) / 3 + 1),
        Some(Unit::Year) => year.to_string(),
        None if Unit::Year.fits(range) => {
            texts.with("date-range", [("first", year.to_string().into()), ("last", last.year().to_string().into())])
        }
        None if Unit::Month.fits(range) => {
            let (first_name, last_name) = (month_name(month, language), month_name(last.ymd().1, language));
            let is_one_year = last.year() == year;
            let first_words = if is_one_year { first_name.to_owned() } else { format!("{first_name} {year}") };
            let last_words = format!("{last_name} {}", last.year());
            texts.with("date-range", [("first", first_words.into()), ("last", last_words.into())])
        }
        None => {
            let last_words = day_words(last, language);
            let (same_year, same_month) = (last.year() == year, last.ymd().1 == month);
            let first_words = match (same_year, same_month) {
                (true, true) => first.ymd().2.to_string(),
                (true, false) => day_and_month(first, language),
                (false, _) => day_words(first, language),
            };
            texts.with("date-range", [("first", first_words.into()), ("last", last_words.into())])
        }
    }
}

/// The same in little room: `Wed 7 Jul 2021`, `28 Jun – 4 Jul 2021`; what has a name of its own keeps it.
#[must_use]
pub fn short_range_words(range: DayRange, texts: &Texts) -> String {
    let language = texts.language();
    let (first, last) = (range.start, range.end.plus(-1));
    let is_open = range.start <= Day::MIN || range.end >= Day::MAX;
    let (year, month, date) = first.ymd();
    let number = number_of_day(date, language);
    let day_of = |day: Day| {
        let (year, month, date) = day.ymd();
        format!("{} {} {year}", number_of_day(date, language), short_month_name(month, language))
    };
    let first_words = match Unit::of(range) {
        Some(Unit::Day) if !is_open => {
            let weekday = usize::try_from(first.weekday().index()).unwrap_or_default();
            let name = language.calendar().weekdays_short.get(weekday).map_or("", String::as_str);
            return format!("{name} {}", day_of(first));
        }
        None if !is_open && !Unit::Month.fits(range) => match (last.year() == year, last.ymd().1 == month) {
            (true, true) => number,
            (true, false) => format!("{number} {}", short_month_name(month, language)),
            (false, _) => day_of(first),
        },
        _ => return range_words(range, texts),
    };
    texts.with("date-range", [("first", first_words.into()), ("last", day_of(last).into())])
}

/// A date with all its doubt: `one of 5 days: 31 December 2018, 7 January 2019 …`.
#[must_use]
pub fn set_words(set: &DateSet, texts: &Texts) -> String {
    let words = match set.ranges() {
        [range] => range_words(*range, texts),
        ranges => {
            let mut listed: Vec<String> =
                ranges.iter().take(MOST_LISTED).map(|&range| range_words(range, texts)).collect();
            if ranges.len() > MOST_LISTED {
                listed.push("…".to_owned());
            }
            texts.with("date-one-of", [("count", ranges.len().into()), ("days", listed.join(", ").into())])
        }
    };
    if set.is_approximate() { texts.with("date-about", [("days", words.into())]) } else { words }
}

/// As short as a column of a table wants it: `7 Jul 2021`, `Jul 2021`, `2018`, `20–26 Jun 2021`; of longer runs the months or years.
#[must_use]
pub fn column_words(range: DayRange, texts: &Texts) -> String {
    let language = texts.language();
    if range.start <= Day::MIN || range.end >= Day::MAX {
        return range_words(range, texts);
    }
    let short = |day: Day| {
        let (year, month, date) = day.ymd();
        format!("{} {} {year}", number_of_day(date, language), short_month_name(month, language))
    };
    let (first, last) = (range.start, range.end.plus(-1));
    let (year, month, date) = first.ymd();
    match Unit::of(range) {
        Some(Unit::Day) => short(first),
        Some(Unit::Month) => format!("{} {year}", short_month_name(month, language)),
        Some(Unit::Quarter | Unit::Year) => range_words(range, texts),
        None if (year, month) == (last.year(), last.ymd().1) => {
            format!("{}–{}", number_of_day(date, language), short(last))
        }
        None if year == last.year() => {
            let last_month = short_month_name(last.ymd().1, language);
            format!("{}–{last_month} {year}", short_month_name(month, language))
        }
        None => format!("{year}–{}", last.year()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(edtf: &str, english: &str, french: &str) {
        let set = DateSet::parse(edtf).unwrap();
        assert_eq!(set_words(&set, &Texts::new(Language::English)), english);
        assert_eq!(set_words(&set, &Texts::new(Language::French)), french);
    }

    #[test]
    fn a_column_tells_days_in_few_letters() {
        let check = |edtf: &str, english: &str, french: &str| {
            let range = DateSet::parse(edtf).unwrap().ranges()[0];
            assert_eq!(column_words(range, &Texts::new(Language::English)), english);
            assert_eq!(column_words(range, &Texts::new(Language::French)), french);
        };
        check("2021-07-07", "7 Jul 2021", "7 juil. 2021");
        check("2021-07-01", "1 Jul 2021", "1er juil. 2021");
        check("2021-07", "Jul 2021", "juil. 2021");
        check("2018", "2018", "2018");
        check("2021-06-20/2021-06-26", "20–26 Jun 2021", "20–26 juin 2021");
        check("2021-06-28/2021-07-04", "Jun–Jul 2021", "juin–juil. 2021");
        check("2015-09-28/2021-07-04", "2015–2021", "2015–2021");
    }

    #[test]
    fn a_row_tells_days_in_little_room() {
        let check = |edtf: &str, english: &str, french: &str| {
            let range = DateSet::parse(edtf).unwrap().ranges()[0];
            assert_eq!(short_range_words(range, &Texts::new(Language::English)), english);
            assert_eq!(short_range_words(range, &Texts::new(Language::French)), french);
        };
        check("2021-07-07", "Wed 7 Jul 2021", "mer. 7 juil. 2021");
        check("2021-06-28/2021-07-04", "28 Jun – 4 Jul 2021", "28 juin – 4 juil. 2021");
        check("2021-07-05/2021-07-11", "5 – 11 Jul 2021", "5 – 11 juil. 2021");
        check("2020-12-28/2021-01-03", "28 Dec 2020 – 3 Jan 2021", "28 déc. 2020 – 3 janv. 2021");
        check("2021-07", "July 2021", "juillet 2021");
        check("2021-07-01/2021-09-30", "Q3 2021", "T3 2021");
        check("2021-05-01/..", "since 1 May 2021", "depuis le 1er mai 2021");
    }

    #[test]
    fn days_are_told_as_people_tell_them() {
        check("2021-07-07", "Wednesday 7 July 2021", "mercredi 7 juillet 2021");
        check("2021-09-01", "Wednesday 1 September 2021", "mercredi 1er septembre 2021");
        check("2021-07", "July 2021", "juillet 2021");
        check("2018", "2018", "2018");
        check("2021-06-28/2021-07-04", "28 June – 4 July 2021", "28 juin – 4 juillet 2021");
        check("2021-07-05/2021-07-11", "5 – 11 July 2021", "5 – 11 juillet 2021");
        check("2021-07-01/2021-09-30", "Q3 2021", "T3 2021");
        check("2021-06/2021-08", "June – August 2021", "juin – août 2021");
        check("2020-11/2021-01", "November 2020 – January 2021", "novembre 2020 – janvier 2021");
        check("2015/2020", "2015 – 2020", "2015 – 2020");
        check("2021-05-01/..", "since 1 May 2021", "depuis le 1er mai 2021");
        check("2001~", "about 2001", "vers 2001");
        check(
            "[2018-12-31,2019-01-07]",
            "one of 2 days: Monday 31 December 2018, Monday 7 January 2019",
            "l’un de 2 jours\u{a0}: lundi 31 décembre 2018, lundi 7 janvier 2019",
        );
    }
}
