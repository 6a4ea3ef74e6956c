//! Reasons and problems in words, from the catalogues in `data/reasons` and `data/faults`.

use super::Texts;
use super::dates::{day_words, month_name, set_words, weekday_name, weekday_words};
use super::places::place_name;
use crate::day::Day;
use crate::edtf::DateSet;
use crate::problem::{Fault, Message, Problem};
use crate::reason::{Beside, BySound, CannotBothHold, NoSuchDay, OneEvent, Phrase, PlaceName, Reason};
use fluent_bundle::FluentValue;
use std::borrow::Cow;

/// Whom a reason is told to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Whoever reads the window: days and kinds in words.
    Reader,
    /// Whoever reads a file: days as EDTF and kinds by their codes, as in the fields beside.
    File,
}

/// A reason in words: lower case, no full stop, one phrase after another. Nothing where it says nothing.
#[must_use]
pub fn reason_words(reason: &Reason, texts: &Texts, audience: Audience) -> String {
    let teller = Teller { texts, audience };
    let phrases = reason.phrases.as_slice().iter().map(|phrase| teller.phrase(phrase));
    teller.joined("reason-and-then", phrases)
}

/// A problem in words, with where it is: `002.txt: its days (…) and those of …`.
#[must_use]
pub fn problem_words(problem: &Problem, texts: &Texts, audience: Audience) -> String {
    let words = message_words(problem, texts, audience).into_owned();
    let source = match problem.line {
        Some(line) => format!("{}:{line}", problem.source),
        None => problem.source.clone(),
    };
    texts.with("reason-at-source", [("source", source.into()), ("words", words.into())])
}

/// What a problem says; in a file with the byte of the report where it is. What systems say of their own is in their words.
#[must_use]
pub fn message_words<'p>(problem: &'p Problem, texts: &Texts, audience: Audience) -> Cow<'p, str> {
    let words = match &problem.message {
        Message::Words(words) => Cow::Borrowed(words.as_str()),
        Message::Phrase(phrase) => Cow::Owned(Teller { texts, audience }.phrase(phrase)),
        Message::Fault(fault) => Cow::Owned(fault_words(fault, texts)),
    };
    match problem.at.filter(|_| audience == Audience::File) {
        Some(at) => {
            let values = [("byte", at.start().to_string().into()), ("words", words.into_owned().into())];
            Cow::Owned(texts.with("reason-at-byte", values))
        }
        None => words,
    }
}

/// A fault in words: lower case, no full stop.
#[must_use]
pub fn fault_words(fault: &Fault, texts: &Texts) -> String {
    texts.with_all(fault.key(), fault.values())
}

struct Teller<'a> {
    texts: &'a Texts,
    audience: Audience,
}

impl Teller<'_> {
    fn phrase(&self, phrase: &Phrase) -> String {
        let key = phrase.key();
        let with = |name: &'static str, value: &str| self.texts.with(key, [(name, value.into())]);
        match phrase {
            Phrase::Said(_) => self.texts.get(key),
            Phrase::OfKind(kind) => with("kind", &self.kind("place-kind", kind)),
            Phrase::Near(place)
            | Phrase::About(place)
            | Phrase::NamedNear(place)
            | Phrase::NamedIn(place)
            | Phrase::NearestNamed(place) => with("place", self.place(place)),
            Phrase::BySound(sound) => self.by_sound(key, sound),
            Phrase::OwnWeekday(weekday) => with("weekday", weekday_name(*weekday, self.texts.language())),
            Phrase::ToldAsPast(day) | Phrase::LastOwnDay(day) => with("day", &self.day(*day)),
            Phrase::LastOwnDayOfYears(day, years) => {
                let years = years.iter().map(i32::to_string).collect::<Vec<_>>().join(", ");
                self.texts.with(key, [("day", self.day(*day).into()), ("years", years.into())])
            }
            Phrase::YearOf(report) | Phrase::NewsOf(report) => with("report", report),
            Phrase::OneEvent(told) => self.one_event(key, told),
            Phrase::CannotBothHold(told) => self.cannot_both_hold(key, told),
            Phrase::NoSuchDay(told) => self.no_such_day(key, told),
            Phrase::OtherWeekday(told) => {
                let name = |weekday| weekday_name(weekday, self.texts.language()).into();
                let values = [
                    ("day", self.day_of_the_month(told.date)),
                    ("was", name(told.date.weekday())),
                    ("told", name(told.told)),
                ];
                self.texts.with(key, values)
            }
            Phrase::AfterPublication(told) => {
                let values = [("day", self.day(told.day).into()), ("published", self.days(&told.published).into())];
                self.texts.with(key, values)
            }
            Phrase::LeftOf(sets) => with("days", &self.joined("reason-list", sets.iter().map(|days| self.days(days)))),
            Phrase::KindWas(kind) => with("before", &self.kind("kind", kind)),
            Phrase::CertaintyWas(certainty) => with("before", &self.kind("certainty", certainty)),
            Phrase::PlaceWas(None) => with("before", &self.none()),
            Phrase::PlaceWas(Some(place)) => with("before", self.place(place)),
            Phrase::DayWas(days) => with("before", &days.as_ref().map_or_else(|| self.none(), |days| self.days(days))),
        }
    }

    fn by_sound(&self, key: &str, sound: &BySound) -> String {
        let kind = match self.audience {
            Audience::Reader => self.kind("place-kind", &sound.kind),
            Audience::File => sound.kind.replace('_', " "),
        };
        let place: &str = match &sound.beside {
            Beside::In(place) | Beside::Near(place) => self.place(place),
            Beside::Nothing => "",
        };
        let (name, code): (FluentValue<'_>, FluentValue<'_>) = (self.place(&sound.place).into(), (&*sound.kind).into());
        self.texts.with(key, [("name", name), ("code", code), ("kind", kind.into()), ("place", place.into())])
    }

    fn one_event(&self, key: &str, told: &OneEvent) -> String {
        let values = [
            ("words", (&*told.words).into()),
            ("report", (&*told.report).into()),
            ("other_words", (&*told.other_words).into()),
            ("days", self.days(&told.other_days).into()),
            ("other_report", (&*told.other_report).into()),
            ("by", self.texts.get(told.by.key()).into()),
        ];
        self.texts.with(key, values)
    }

    fn no_such_day(&self, key: &str, told: &NoSuchDay) -> String {
        let values = [
            ("day", told.day.to_string().into()),
            ("month", month_name(told.month, self.texts.language()).into()),
            ("year", told.year.unwrap_or_default().to_string().into()),
        ];
        self.texts.with(key, values)
    }

    /// A date without its weekday.
    fn day_of_the_month(&self, day: Day) -> FluentValue<'static> {
        match self.audience {
            Audience::Reader => day_words(day, self.texts.language()).into(),
            Audience::File => day.to_string().into(),
        }
    }

    fn cannot_both_hold(&self, key: &str, told: &CannotBothHold) -> String {
        let values = [
            ("days", self.days(&told.days).into()),
            ("other_report", (&*told.other_report).into()),
            ("other_days", self.days(&told.other_days).into()),
            ("more", told.more.into()),
        ];
        self.texts.with(key, values)
    }

    /// Several things in a row, two by two: catalogues know how a language puts one after another.
    fn joined(&self, key: &str, parts: impl Iterator<Item = String>) -> String {
        let joined =
            parts.reduce(|before, next| self.texts.with(key, [("before", before.into()), ("next", next.into())]));
        joined.unwrap_or_default()
    }

    fn kind(&self, list: &str, code: &str) -> String {
        match self.audience {
            Audience::Reader => self.texts.get(&format!("{list}-{code}")).to_lowercase(),
            Audience::File => code.to_owned(),
        }
    }

    fn days(&self, days: &DateSet) -> String {
        match self.audience {
            Audience::Reader => set_words(days, self.texts),
            Audience::File => days.to_string(),
        }
    }

    fn day(&self, day: Day) -> String {
        match self.audience {
            Audience::Reader => weekday_words(day, self.texts.language()),
            Audience::File => day.to_string(),
        }
    }

    fn place<'p>(&self, place: &'p PlaceName) -> &'p str {
        match self.audience {
            Audience::Reader => place_name(place.key(), place.name(), self.texts.language()),
            Audience::File => place.name(),
        }
    }

    fn none(&self) -> String {
        self.texts.get("reason-none")
    }
}

#[cfg(test)]
mod tests;
