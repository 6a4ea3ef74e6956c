//! [`Meaning`]: what an expression of time says, before it is known when it was said.

use crate::day::Weekday;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// A unit of the calendar or the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    /// Of no stated length: *un certain temps*.
    Some,
}

/// A word of TIMEX3, out of a short list.
pub type Word = &'static str;

/// When in a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TimeOfDay {
    /// A TIMEX3 part of the day: `MO`, `MI`, `AF`, `EV`, `NI`, `DT`.
    Part(#[serde(deserialize_with = "timex3")] Word),
    /// Hour, minute, and whether in universal time.
    Clock(u8, u8, bool),
}

/// Which third of a month, year or other unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Phase {
    Start,
    Middle,
    End,
}

/// Which one of those that share a name: *mardi dernier*, *mardi prochain*, *ce mardi*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Direction {
    Last,
    Next,
    This,
    /// The one after the next: *mardi en huit*.
    AfterNext,
}

/// What a relative expression is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Anchor {
    /// The day the report came out.
    Publication,
    /// The day the narrative is at.
    Narrative,
    /// The date named right after: *two days before the Oct. 10 strike*.
    Following,
    /// The first day told as past, which the report is about: *on the day of the attack*.
    Story,
}

/// A number of units, or an unstated one (*quelques*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Count {
    Exactly(i32),
    Vague,
}

impl Count {
    /// The same, before or after.
    #[must_use]
    pub fn abs(self) -> Self {
        match self {
            Self::Exactly(number) => Self::Exactly(number.saturating_abs()),
            Self::Vague => Self::Vague,
        }
    }
}

/// Parts of a date, each as far as the words tell it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Calendar {
    pub year: Option<i32>,
    /// The year counted from that of the anchor: *en mai de l'année dernière* is -1.
    pub year_offset: Option<i32>,
    /// The month counted from that of the anchor: *le 1er du mois prochain* is 1.
    pub month_offset: Option<i32>,
    /// The week counted from that of the anchor: *Tuesday of last week* is -1.
    pub week_offset: Option<i32>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31, not yet checked against the month.
    pub day: Option<u8>,
    pub weekday: Option<Weekday>,
    /// 1 to 4, spring first as in EDTF.
    pub season: Option<u8>,
    /// 1 to 4.
    pub quarter: Option<u8>,
    /// 1 or 2.
    pub half: Option<u8>,
    /// Days from Easter Sunday.
    pub easter: Option<i32>,
    /// Month and day of the Islamic year.
    pub lunar: Option<(u8, u8)>,
    /// Which of the weekdays of the month: 4 is the fourth, 5 the last.
    pub nth: Option<u8>,
    pub phase: Option<Phase>,
    pub direction: Option<Direction>,
    /// Counted from where the narrative is at: *the following Monday*, *in March of that year*.
    pub from_narrative: bool,
    pub time: Option<TimeOfDay>,
}

/// What an expression says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Meaning {
    /// A date by its parts, a weekday or month alone among them.
    Calendar(Calendar),
    /// From one date to another, both included; the first borrows month and year from the second.
    Range(Calendar, Calendar),
    /// So many units from the anchor, as finely as the unit: *hier*, *la semaine dernière*, *il y a trois ans*.
    Shift {
        /// What is counted.
        unit: Unit,
        /// How many; negative is before.
        offset: Count,
        /// Before or after, where the count is vague.
        backwards: bool,
        /// From when.
        anchor: Anchor,
        /// When in the day.
        time: Option<TimeOfDay>,
        /// Which part of the unit.
        phase: Option<Phase>,
        /// Before the publication day within the unit: *plus tôt cette semaine*.
        earlier: bool,
    },
    /// The ten or hundred years that begin there.
    Years {
        /// The first year.
        first: i32,
        /// 10 or 100.
        count: i32,
    },
    /// A length.
    Duration {
        /// How many.
        count: Count,
        /// Of what.
        unit: Unit,
        /// -1 where it ends at the publication day, 1 where it begins there, 0 where it stands anywhere.
        side: i8,
    },
    /// A repetition.
    Set {
        /// Every so many.
        count: Count,
        /// Of what.
        unit: Unit,
        /// On that weekday.
        weekday: Option<Weekday>,
        /// On that part of the day.
        time: Option<TimeOfDay>,
    },
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
    Reference(#[serde(deserialize_with = "timex3")] Word),
}

impl Meaning {
    /// The parts of the date, where it is one.
    #[must_use]
    pub fn calendar(&self) -> Option<&Calendar> {
        match self {
            Self::Calendar(calendar) => Some(calendar),
            _ => None,
        }
    }

    /// When in the day.
    #[must_use]
    pub fn time(&self) -> Option<TimeOfDay> {
        match self {
            Self::Calendar(calendar) => calendar.time,
            Self::Shift { time, .. } | Self::Set { time, .. } => *time,
            _ => None,
        }
    }
}

impl Calendar {
    /// A weekday and nothing more, but for a time of day.
    #[must_use]
    pub fn is_bare_weekday(&self) -> bool {
        self.weekday.is_some()
            && self.nth.is_none()
            && self.day.is_none()
            && self.month.is_none()
            && self.year.is_none()
    }

    /// Day and month, with or without a year.
    #[must_use]
    pub fn is_full_day(&self) -> bool {
        self.day.is_some() && self.month.is_some()
    }
}

/// Reads one of the words of TIMEX3 that meanings are made with.
fn timex3<'de, D: Deserializer<'de>>(from: D) -> Result<&'static str, D::Error> {
    const WORDS: [&str; 9] = ["MO", "MI", "AF", "EV", "NI", "DT", "PAST_REF", "PRESENT_REF", "FUTURE_REF"];
    let word = String::deserialize(from)?;
    let known = WORDS.into_iter().find(|known| *known == word);
    known.ok_or_else(|| D::Error::custom(format!("`{word}` is no word of TIMEX3 that is used here")))
}
