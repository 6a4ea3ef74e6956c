//! Dates as people type them: `2021-07`, `7 juillet 2021`, `11/07/2021`, `July 2021`, EDTF.

use super::Language;
use crate::day::Day;
use crate::edtf::DateSet;
use crate::fold::fold;

/// What was typed is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no date: `{0}`")]
pub struct TypedDateError(pub String);

/// Reads a day, month, quarter or year in French, English, numbers (day before month, where it can be) or EDTF.
///
/// # Errors
/// [`TypedDateError`] with the text, where it is none, or where the calendar has no such day.
pub fn parse(text: &str) -> Result<DateSet, TypedDateError> {
    let error = || TypedDateError(text.trim().to_owned());
    if let Ok(set) = DateSet::parse(text) {
        return Ok(set);
    }
    let parts: Vec<Part> = words(text).map(|word| Part::read(&word)).collect::<Option<_>>().ok_or_else(error)?;
    let parts: Vec<Part> = parts.into_iter().filter(|part| *part != Part::Filler).collect();
    date_of(&parts).ok_or_else(error)
}

/// Whether an interval was typed, both ends of it: `2021-06-28/2021-07-04`, `[2021-06-28..2021-07-04]`. A quarter or a month is none.
#[must_use]
pub fn is_interval(text: &str) -> bool {
    (text.contains('/') || text.contains("..")) && DateSet::parse(text).is_ok_and(|set| !set.is_open())
}

/// One word of a typed date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Month(u8),
    /// One or two digits.
    Small(u8),
    Year(i32),
    /// A quarter of a year, 1 to 4.
    Quarter(u8),
    /// An article, a preposition, a weekday.
    Filler,
}

impl Part {
    fn read(word: &str) -> Option<Self> {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let (number, ending) = word.split_at_checked(digits)?;
        match (number.len(), ending) {
            (1 | 2, "" | "er" | "st" | "nd" | "rd" | "th") => number.parse().ok().map(Self::Small),
            (3 | 4, "") => number.parse().ok().map(Self::Year),
            (0, name) => Self::read_quarter(name).or_else(|| Self::read_name(name)),
            _ => None,
        }
    }

    /// `Q3`, `T3`.
    fn read_quarter(name: &str) -> Option<Self> {
        let number = name.strip_prefix(['q', 't'])?.parse().ok()?;
        (1..=4).contains(&number).then_some(Self::Quarter(number))
    }

    fn read_name(name: &str) -> Option<Self> {
        if matches!(name, "the" | "of" | "le" | "de" | "du" | "en" | "in") {
            return Some(Self::Filler);
        }
        let languages = || Language::ALL.into_iter().map(Language::calendar);
        if languages().any(|calendar| calendar.weekdays.iter().any(|day| fold(day) == name)) {
            return Some(Self::Filler);
        }
        let lists = languages().flat_map(|calendar| [&calendar.months, &calendar.months_short]);
        lists.into_iter().find_map(|names| month_in(names, name)).map(Self::Month)
    }
}

fn month_in(names: &[String; 12], name: &str) -> Option<u8> {
    names.iter().zip(1..).find(|(month, _)| fits(month, name)).map(|(_, number)| number)
}

/// A month's name, or its first letters from three on: `jul`, `sept`. "jui" may be June or July and is neither.
fn fits(month: &str, name: &str) -> bool {
    let month = fold(month.trim_end_matches('.'));
    month == name || (name.len() >= 3 && name != "jui" && month.starts_with(name))
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold)
}

fn date_of(parts: &[Part]) -> Option<DateSet> {
    use Part::{Month, Quarter, Small, Year};
    let day = |year: i32, month: u8, day: u8| Day::from_ymd(year, month, day).map(DateSet::day);
    match *parts {
        [Year(year)] => DateSet::year(year),
        [Quarter(quarter), Year(year)] | [Year(year), Quarter(quarter)] => {
            let first = Day::from_ymd(year, quarter * 3 - 2, 1)?;
            Some(DateSet::days(first, first.plus_months(3).plus(-1)))
        }
        // No calendar has a 13th month: such a date is written the American way.
        [Small(month), Small(date), Year(year)] if date > 12 => day(year, month, date),
        [Month(month) | Small(month), Year(year)] | [Year(year), Month(month) | Small(month)] => {
            DateSet::month(year, month)
        }
        [Small(date), Month(month) | Small(month), Year(year)]
        | [Month(month), Small(date), Year(year)]
        | [Year(year), Small(month) | Month(month), Small(date)] => day(year, month, date),
        [Small(date), Small(month) | Month(month), Small(year)] => day(full_year(year), month, date),
        _ => None,
    }
}

/// `21` is 2021, `85` is 1985: POSIX's rule for two digits, 69 to 99 in the last century.
fn full_year(two_digits: u8) -> i32 {
    i32::from(two_digits) + if two_digits >= 69 { 1900 } else { 2000 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::dates::field_words;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(parse(text).map(|set| set.to_string()).as_deref(), Ok(expected));
    }

    #[test]
    fn the_forms_people_write_are_read() {
        check("2021-07", "2021-07");
        check(" 2021-07-31 ", "2021-07-31");
        check("2021-7-7", "2021-07-07");
        check("7 juillet 2021", "2021-07-07");
        check("1er août 2021", "2021-08-01");
        check("le mercredi 7 juil. 2021", "2021-07-07");
        check("11/07/2021", "2021-07-11");
        check("11.7.21", "2021-07-11");
        check("July 2021", "2021-07");
        check("Wednesday, July 7th, 2021", "2021-07-07");
        check("7 Sept 2001", "2001-09-07");
        check("mars 1985", "1985-03");
        check("07/2021", "2021-07");
        check("1742", "1742");
        check("5 mars 987", "0987-03-05");
        check("Q3 2021", "2021-07/2021-09");
        check("T1 2020", "2020-01/2020-03");
        check("2021/07/07", "2021-07-07");
        check("July 7, 2021", "2021-07-07");
        check("07/31/2021", "2021-07-31");
        check("dimanche 1 août 2021", "2021-08-01");
        check("2021-06-28/2021-07-04", "2021-06-28/2021-07-04");
    }

    #[test]
    fn an_interval_has_both_ends() {
        for text in ["2021-06-28/2021-07-04", "2021-06/2021-07", "[2021-06-28..2021-07-04]"] {
            assert!(is_interval(text), "{text}");
        }
        for text in ["11/07/2021", "07/2021", "2021-07", "Q3 2021", "2021-06-28/..", "soon/later", ""] {
            assert!(!is_interval(text), "{text}");
        }
    }

    #[test]
    fn what_is_none_is_an_error_with_the_words() {
        for text in [
            "",
            "soon",
            "31/02/2021",
            "7",
            "juillet",
            "jui 2021",
            "13/13/2021",
            "2021 2022",
            "Q5 2021",
            "0/7/2021",
            "99999999999999999999",
        ] {
            assert_eq!(parse(text), Err(TypedDateError(text.to_owned())), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_date_or_an_error(text in "\\PC{0,40}") {
            let _ = parse(&text);
        }

        #[test]
        fn every_day_is_read_in_each_form(number in -250_000_i64..40_000) {
            let day = Day::from_number(number);
            let (year, month, date) = day.ymd();
            let name = &Language::French.calendar().months[usize::from(month) - 1];
            prop_assert_eq!(parse(&format!("{date} {name} {year:04}")), Ok(DateSet::day(day)));
            prop_assert_eq!(parse(&format!("{date:02}/{month:02}/{year:04}")), Ok(DateSet::day(day)));
            for language in Language::ALL {
                prop_assert_eq!(parse(&field_words(day, language)), Ok(DateSet::day(day)));
            }
        }
    }
}
