//! [`Phrase`]: one part of a reason, with what it names; and [`Phrases`], one or several of them.

use super::{PlaceName, Statement};
use crate::day::{Day, Weekday};
use crate::edtf::DateSet;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The name of one of a closed list of kinds, as files have it: `air_base`, `clash`, `reported`. The catalogues have its words.
pub type Code = Cow<'static, str>;

/// One part of a reason: what it says, and the values it says it of. It knows no language: `wording` puts it into words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Phrase {
    /// What names nothing.
    Said(Statement),
    /// The words around a name say its kind of place.
    OfKind(Code),
    /// It is near a place that the report names.
    Near(PlaceName),
    /// It lies in the area that the report is about.
    About(PlaceName),
    /// The name sounds like that of a place.
    BySound(Box<BySound>),
    /// It is named as near that place.
    NamedNear(PlaceName),
    /// It is named as in that area.
    NamedIn(PlaceName),
    /// That place is the nearest one named.
    NearestNamed(PlaceName),
    /// The report tells of that weekday as its own day.
    OwnWeekday(Weekday),
    /// The report tells that day as past.
    ToldAsPast(Day),
    /// The last day that the report tells as its own.
    LastOwnDay(Day),
    /// The same, told without a year: its day and weekday agree in these years too.
    LastOwnDayOfYears(Day, Box<[i32]>),
    /// The report's year is that of another, which tells of the same places.
    YearOf(Box<str>),
    /// The report with whose news it goes.
    NewsOf(Box<str>),
    /// Two reports tell one event.
    OneEvent(Box<OneEvent>),
    /// Two reports' days for one event cannot both be right.
    CannotBothHold(Box<CannotBothHold>),
    /// No calendar has that day of that month.
    NoSuchDay(Box<NoSuchDay>),
    /// A date was another weekday than the report says.
    OtherWeekday(Box<OtherWeekday>),
    /// A day is told as past that the stated day of publication is before.
    AfterPublication(Box<AfterPublication>),
    /// The days that several tellings leave.
    LeftOf(Box<[DateSet]>),
    /// The kind was set by hand; it was read as this one.
    KindWas(Code),
    /// The certainty was set by hand.
    CertaintyWas(Code),
    /// The place was set by hand.
    PlaceWas(Option<PlaceName>),
    /// The day was set by hand.
    DayWas(Option<Box<DateSet>>),
}

/// A place that an unlisted name sounds like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BySound {
    /// The place.
    pub place: PlaceName,
    /// Its kind.
    pub kind: Code,
    /// What speaks for it.
    pub beside: Beside,
}

/// Where a place lies, as the report has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Beside {
    /// In an area that the report is about.
    In(PlaceName),
    /// Not far from a place that the report names.
    Near(PlaceName),
    /// Nothing is known.
    Nothing,
}

/// Two tellings of one event: the words of its day in both reports, and what they share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OneEvent {
    /// The words of the report at hand.
    pub words: Box<str>,
    /// Its id.
    pub report: Box<str>,
    /// The words of the other.
    pub other_words: Box<str>,
    /// The days they mean.
    pub other_days: DateSet,
    /// Its id.
    pub other_report: Box<str>,
    /// What both share.
    pub by: Statement,
}

/// Days of one event in two reports that have none in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CannotBothHold {
    /// The days on which the report at hand may have come out.
    pub days: DateSet,
    /// The other's id.
    pub other_report: Box<str>,
    /// The event's days there.
    pub other_days: DateSet,
    /// Further conflicts of the report at hand that are like it.
    pub more: u32,
}

/// A day that a month does not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoSuchDay {
    /// The day of the month.
    pub day: u8,
    /// The month, from 1.
    pub month: u8,
    /// The year, where it is told.
    pub year: Option<i32>,
}

/// A date and a weekday that do not agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherWeekday {
    /// The date.
    pub date: Day,
    /// The weekday that the report says.
    pub told: Weekday,
}

/// A day told as past, and the earlier days on which the report says that it came out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AfterPublication {
    /// The day told.
    pub day: Day,
    /// The days of publication.
    pub published: DateSet,
}

impl Phrase {
    /// The keys of phrases that name something.
    pub const KEYS: &[&str] = &[
        "reason-of-kind",
        "reason-near",
        "reason-about",
        "reason-by-sound",
        "reason-by-sound-in",
        "reason-by-sound-near",
        "reason-named-near",
        "reason-named-in",
        "reason-nearest-named",
        "reason-own-weekday",
        "reason-told-as-past",
        "reason-last-own-day",
        "reason-last-own-day-of-years",
        "reason-year-of",
        "reason-news-of",
        "reason-one-event",
        "reason-cannot-both-hold",
        "reason-cannot-both-hold-and-more",
        "reason-no-such-day",
        "reason-no-such-day-of-year",
        "reason-other-weekday",
        "reason-after-publication",
        "reason-left-of",
        "reason-kind-was",
        "reason-certainty-was",
        "reason-place-was",
        "reason-day-was",
    ];

    /// The key of its words in the catalogues.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Said(statement) => statement.key(),
            Self::OfKind(_) => "reason-of-kind",
            Self::Near(_) => "reason-near",
            Self::About(_) => "reason-about",
            Self::BySound(sound) => match sound.beside {
                Beside::In(_) => "reason-by-sound-in",
                Beside::Near(_) => "reason-by-sound-near",
                Beside::Nothing => "reason-by-sound",
            },
            Self::NamedNear(_) => "reason-named-near",
            Self::NamedIn(_) => "reason-named-in",
            Self::NearestNamed(_) => "reason-nearest-named",
            Self::OwnWeekday(_) => "reason-own-weekday",
            Self::ToldAsPast(_) => "reason-told-as-past",
            Self::LastOwnDay(_) => "reason-last-own-day",
            Self::LastOwnDayOfYears(..) => "reason-last-own-day-of-years",
            Self::YearOf(_) => "reason-year-of",
            Self::NewsOf(_) => "reason-news-of",
            Self::OneEvent(_) => "reason-one-event",
            Self::CannotBothHold(told) if told.more == 0 => "reason-cannot-both-hold",
            Self::CannotBothHold(_) => "reason-cannot-both-hold-and-more",
            Self::NoSuchDay(told) if told.year.is_none() => "reason-no-such-day",
            Self::NoSuchDay(_) => "reason-no-such-day-of-year",
            Self::OtherWeekday(_) => "reason-other-weekday",
            Self::AfterPublication(_) => "reason-after-publication",
            Self::LeftOf(_) => "reason-left-of",
            Self::KindWas(_) => "reason-kind-was",
            Self::CertaintyWas(_) => "reason-certainty-was",
            Self::PlaceWas(_) => "reason-place-was",
            Self::DayWas(_) => "reason-day-was",
        }
    }
}

impl From<Statement> for Phrase {
    fn from(statement: Statement) -> Self {
        Self::Said(statement)
    }
}

/// The phrases of one reason, in the order they are told. One alone, as most reasons have, takes no memory of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrases(Held);

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
enum Held {
    #[default]
    None,
    One(Phrase),
    Several(Vec<Phrase>),
}

impl Phrases {
    /// Adds one at the end.
    pub fn push(&mut self, phrase: impl Into<Phrase>) {
        let phrase = phrase.into();
        self.0 = match std::mem::take(&mut self.0) {
            Held::None => Held::One(phrase),
            Held::One(first) => Held::Several(vec![first, phrase]),
            Held::Several(mut phrases) => {
                phrases.push(phrase);
                Held::Several(phrases)
            }
        };
    }

    /// All of them.
    #[must_use]
    pub fn as_slice(&self) -> &[Phrase] {
        match &self.0 {
            Held::None => &[],
            Held::One(phrase) => std::slice::from_ref(phrase),
            Held::Several(phrases) => phrases,
        }
    }
}

impl<P: Into<Phrase>> Extend<P> for Phrases {
    fn extend<I: IntoIterator<Item = P>>(&mut self, phrases: I) {
        phrases.into_iter().for_each(|phrase| self.push(phrase));
    }
}

impl<P: Into<Phrase>> FromIterator<P> for Phrases {
    fn from_iter<I: IntoIterator<Item = P>>(phrases: I) -> Self {
        let mut all = Self::default();
        all.extend(phrases);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_small_and_one_alone_takes_no_more_than_itself() {
        assert!(size_of::<Phrase>() <= 32, "{}", size_of::<Phrase>());
        assert!(size_of::<Phrases>() <= 32, "{}", size_of::<Phrases>());
    }

    #[test]
    fn phrases_keep_their_order() {
        let told = [Statement::Future, Statement::DayToCome, Statement::Note];
        let phrases: Phrases = told.into_iter().collect();
        assert_eq!(phrases.as_slice(), told.map(Phrase::Said));
    }
}
