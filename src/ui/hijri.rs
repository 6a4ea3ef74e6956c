//! [`Hijri`]: days by the sun, as Afghanistan and Iran count from the Hijra, and by the moon, as the Arab countries do: `16 Saratan 1400`,
//! `10 Dhu al-Hijjah 1442`.

use super::texts::Texts;
use crate::day::Day;
use crate::edtf::{DateSet, DayRange};
use crate::store::{EventIndex, EventStore};
use crate::wording::calendar_names::counts_by_the_moon;
use icu_calendar::cal::{self, Persian};
use icu_calendar::{AsCalendar, Date};

/// Spans of days listed one by one at most.
const MOST_LISTED: usize = 5;

/// A calendar, and the names of its months: that of the sun has its own in each of its two countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hijri {
    /// By the sun: Hamal, Sawr, Jawza …
    Afghanistan,
    /// By the sun: Farvardin, Ordibehesht, Khordad …
    Iran,
    /// By the moon, as Umm al-Qura, the calendar of Saudi Arabia, reckons it: Muharram, Safar … Where months begin when the moon is
    /// seen, it is a day more or less.
    Moon,
}

impl Hijri {
    /// The calendar of the country an event was in; where that is not known, of one that its reports speak of.
    #[must_use]
    pub fn of(store: &EventStore, event: EventIndex) -> Option<Self> {
        if let Some(place) = store.place_of(event).filter(|place| !place.country.is_empty()) {
            return Self::of_country(&place.country);
        }
        let reports = store.facets().reports_of(event).iter().filter_map(|&report| store.annotation(report));
        let named = reports.flat_map(|found| &found.toponyms).filter_map(|name| store.place_by_id(name.place?));
        named.filter_map(|place| Self::of_country(&place.country)).min()
    }

    fn of_country(code: &str) -> Option<Self> {
        match code {
            "AF" => Some(Self::Afghanistan),
            "IR" => Some(Self::Iran),
            code => counts_by_the_moon(code).then_some(Self::Moon),
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
        let (first, last) = (self.day(range.start)?, self.day(range.end.plus(-1))?);
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
        let months = match self {
            Self::Afghanistan => "solar-month-af",
            Self::Iran => "solar-month-ir",
            Self::Moon => "lunar-month",
        };
        texts.get(&format!("{months}-{month}"))
    }

    /// The name of the calendar.
    #[must_use]
    pub fn name(self, texts: &Texts) -> String {
        texts.get(if self == Self::Moon { "lunar-hijri" } else { "solar-hijri" })
    }

    /// Days before the calendar's first year have none.
    fn day(self, day: Day) -> Option<HijriDay> {
        let (year, month, date) = day.ymd();
        let iso = Date::try_new_iso(year, month, date).ok()?;
        let day = match self {
            Self::Afghanistan | Self::Iran => HijriDay::of(&iso.to_calendar(Persian)),
            Self::Moon => HijriDay::of(&iso.to_calendar(cal::Hijri::new_umm_al_qura())),
        };
        (day.year > 0).then_some(day)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct HijriDay {
    year: i32,
    month: u8,
    day: u8,
}

impl HijriDay {
    fn of<A: AsCalendar>(date: &Date<A>) -> Self {
        Self { year: date.year().extended_year(), month: date.month().ordinal, day: date.day_of_month().0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_state::Language;

    #[track_caller]
    fn check(edtf: &str, calendar: Hijri, language: Language, expected: &str) {
        let set = DateSet::parse(edtf).unwrap();
        assert_eq!(calendar.words(&set, &Texts::new(language)).as_deref(), Some(expected), "{edtf}");
    }

    #[test]
    fn the_seventh_of_july_2021_was_the_16th_of_saratan_1400() {
        check("2021-07-07", Hijri::Afghanistan, Language::English, "16 Saratan 1400");
        check("2021-07-07", Hijri::Afghanistan, Language::French, "16 saratan 1400");
        check("2021-07-07", Hijri::Iran, Language::English, "16 Tir 1400");
    }

    #[test]
    fn the_year_begins_at_the_equinox() {
        // The first day of the years 1400 and 1404 as the calendars of Iran print it.
        check("2021-03-21", Hijri::Iran, Language::English, "1 Farvardin 1400");
        check("2025-03-21", Hijri::Iran, Language::French, "1 farvardine 1404");
        check("2021-03-20", Hijri::Afghanistan, Language::English, "30 Hut 1399");
    }

    #[test]
    fn the_moon_has_feasts_on_the_days_they_were_kept() {
        // The first day of the fast, its end and the feast of the sacrifice, as Saudi Arabia announced them.
        check("2021-04-13", Hijri::Moon, Language::English, "1 Ramadan 1442");
        check("2021-07-20", Hijri::Moon, Language::French, "10 dhou al-hijja 1442");
        check("2023-04-21", Hijri::Moon, Language::French, "1 chawwal 1444");
        check("2023-04-15/2023-04-21", Hijri::Moon, Language::English, "24 Ramadan – 1 Shawwal 1444");
    }

    #[test]
    fn each_country_has_the_calendar_it_counts_by() {
        for (country, expected) in
            [("AF", Some(Hijri::Afghanistan)), ("IR", Some(Hijri::Iran)), ("YE", Some(Hijri::Moon)), ("FR", None)]
        {
            assert_eq!(Hijri::of_country(country), expected, "{country}");
        }
    }

    #[test]
    fn spans_say_no_more_than_they_must() {
        check("2021-07-05/2021-07-11", Hijri::Afghanistan, Language::English, "14 – 20 Saratan 1400");
        check("2021-07", Hijri::Afghanistan, Language::English, "10 Saratan – 9 Asad 1400");
        check("2018", Hijri::Afghanistan, Language::English, "11 Jadi 1396 – 10 Jadi 1397");
    }

    #[test]
    fn a_day_without_an_end_has_no_words() {
        let texts = Texts::new(Language::English);
        for edtf in ["2021-05-01/..", "0400-01-01"] {
            assert_eq!(Hijri::Iran.words(&DateSet::parse(edtf).unwrap(), &texts), None, "{edtf}");
        }
    }
}
