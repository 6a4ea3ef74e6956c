//! [`CalendarNames`]: months and weekdays in the languages of the interface, from `data/ui/calendar.toml`.

use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// British English, day before month.
    #[default]
    #[serde(rename = "en")]
    English,
    /// French.
    #[serde(rename = "fr")]
    French,
}

/// Names of one language.
#[derive(Clone, Debug, Deserialize)]
pub struct CalendarNames {
    /// January to December.
    pub months: [String; 12],
    /// The same, cut short.
    pub months_short: [String; 12],
    /// Monday to Sunday.
    pub weekdays: [String; 7],
    /// The same, cut short.
    pub weekdays_short: [String; 7],
    /// How the first day of a month is written: `1er`.
    pub first_of_month: String,
    /// What stands before a quarter's number.
    pub quarter: String,
}

#[derive(Deserialize)]
struct Names {
    en: CalendarNames,
    fr: CalendarNames,
    by_the_moon: ByTheMoon,
}

#[derive(Deserialize)]
struct ByTheMoon {
    countries: Vec<String>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/ui/calendar.toml")).expect("the embedded table is tested to be whole")
});

/// Whether a country, by its code of ISO 3166, counts by the moon from the Hijra beside the calendar of the Gregorian year.
#[must_use]
pub fn counts_by_the_moon(country: &str) -> bool {
    NAMES.by_the_moon.countries.iter().any(|code| code == country)
}

impl Language {
    /// Both, in the order shown.
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// `en`, `fr`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    /// The language of a locale such as `fr_FR.UTF-8`; English where it is another.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("fr") { Self::French } else { Self::English }
    }

    /// Its months and weekdays.
    #[must_use]
    pub fn calendar(self) -> &'static CalendarNames {
        match self {
            Self::English => &NAMES.en,
            Self::French => &NAMES.fr,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_both_languages() {
        assert_eq!(Language::French.calendar().months[6], "juillet");
        assert_eq!(Language::English.calendar().weekdays[2], "Wednesday");
    }

    #[test]
    fn a_locale_says_the_language() {
        assert_eq!(Language::of_locale("fr_CA.UTF-8"), Language::French);
        assert_eq!(Language::of_locale("de_DE"), Language::English);
    }
}
