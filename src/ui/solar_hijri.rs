//! Days in the Solar Hijri calendar, by which Afghanistan and Iran count: `16 Saratan 1400`.

use super::texts::Texts;
use crate::day::Day;
use crate::edtf::{DateSet, DayRange};
use crate::store::{EventIndex, EventStore};
use icu_calendar::Date;
use icu_calendar::cal::Persian;

/// Spans of days listed one by one at most.
const MOST_LISTED: usize = 5;

/// The names of the months: the same calendar has its own in each of the two countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SolarHijri {
    /// Hamal, Sawr, Jawza …
    Afghanistan,
    /// Farvardin, Ordibehesht, Khordad …
    Iran,
}

impl SolarHijri {
    /// The calendar of the country an event was in, or else of one that its reports speak of.
    #[must_use]
    pub fn of(store: &EventStore, event: EventIndex) -> Option<Self> {
        let own = store.place_of(event).and_then(|place| Self::of_country(&place.country));
        own.or_else(|| {
            let reports = store.facets().reports_of(event).iter().filter_map(|&report| store.annotation(report));
            let named = reports.flat_map(|found| &found.toponyms).filter_map(|name| store.place_by_id(name.place?));
            named.filter_map(|place| Self::of_country(&place.country)).min_by_key(|&calendar| calendar == Self::Iran)
        })
    }

    fn of_country(code: &str) -> Option<Self> {
        match code {
            "AF" => Some(Self::Afghanistan),
            "IR" => Some(Self::Iran),
            _ => None,
        }
    }

    /// The days of a date: `16 Saratan 1400`, `7 – 10 Saratan 1400`; `None` where a day is open or out of reach.
    #[must_use]
    pub fn words(self, set: &DateSet, texts: &Texts) -> Option<String> {
        let ranges = set.ranges().iter().take(MOST_LISTED);
        let mut listed = ranges.map(|&range| self.range_words(range, texts)).collect::<Option<Vec<_>>>()?;
        if set.ranges().len() > MOST_LISTED {
            listed.push("…".to_owned());
        }
        Some(listed.join(", "))
    }

    fn range_words(self, range: DayRange, texts: &Texts) -> Option<String> {
        let (first, last) = (SolarDay::of(range.start)?, SolarDay::of(range.end.plus(-1))?);
        let (month, last_month) = (self.month_name(first.month, texts), self.month_name(last.month, texts));
        let end = format!("{} {last_month} {}", last.day, last.year);
        if first == last {
            return Some(end);
        }
        let start = match (first.year == last.year, first.month == last.month) {
            (true, true) => first.day.to_string(),
            (true, false) => format!("{} {month}", first.day),
            (false, _) => format!("{} {month} {}", first.day, first.year),
        };
        Some(texts.with("date-range", [("first", start.into()), ("last", end.into())]))
    }

    fn month_name(self, month: u8, texts: &Texts) -> String {
        let country = if self == Self::Afghanistan { "af" } else { "ir" };
        texts.get(&format!("solar-month-{country}-{month}"))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct SolarDay {
    year: i32,
    month: u8,
    day: u8,
}

impl SolarDay {
    /// Days before the calendar's first year have none.
    fn of(day: Day) -> Option<Self> {
        let (year, month, date) = day.ymd();
        let date = Date::try_new_iso(year, month, date).ok()?.to_calendar(Persian);
        let year = date.year().extended_year();
        (year > 0).then(|| Self { year, month: date.month().ordinal, day: date.day_of_month().0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_state::Language;

    #[track_caller]
    fn check(edtf: &str, calendar: SolarHijri, language: Language, expected: &str) {
        let set = DateSet::parse(edtf).unwrap();
        assert_eq!(calendar.words(&set, &Texts::new(language)).as_deref(), Some(expected), "{edtf}");
    }

    #[test]
    fn the_seventh_of_july_2021_was_the_16th_of_saratan_1400() {
        check("2021-07-07", SolarHijri::Afghanistan, Language::English, "16 Saratan 1400");
        check("2021-07-07", SolarHijri::Afghanistan, Language::French, "16 saratan 1400");
        check("2021-07-07", SolarHijri::Iran, Language::English, "16 Tir 1400");
    }

    #[test]
    fn the_year_begins_at_the_equinox() {
        // The first day of the years 1400 and 1404 as the calendars of Iran print it.
        check("2021-03-21", SolarHijri::Iran, Language::English, "1 Farvardin 1400");
        check("2025-03-21", SolarHijri::Iran, Language::French, "1 farvardine 1404");
        check("2021-03-20", SolarHijri::Afghanistan, Language::English, "30 Hut 1399");
    }

    #[test]
    fn spans_say_no_more_than_they_must() {
        check("2021-07-05/2021-07-11", SolarHijri::Afghanistan, Language::English, "14 – 20 Saratan 1400");
        check("2021-07", SolarHijri::Afghanistan, Language::English, "10 Saratan – 9 Asad 1400");
        check("2018", SolarHijri::Afghanistan, Language::English, "11 Jadi 1396 – 10 Jadi 1397");
    }

    #[test]
    fn a_day_without_an_end_has_no_words() {
        let texts = Texts::new(Language::English);
        for edtf in ["2021-05-01/..", "0400-01-01"] {
            assert_eq!(SolarHijri::Iran.words(&DateSet::parse(edtf).unwrap(), &texts), None, "{edtf}");
        }
    }
}
