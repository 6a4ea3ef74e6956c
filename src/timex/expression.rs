//! [`Expression`]: an expression of time as found, with what its surroundings tell.

use super::TimexType;
use super::meaning::{Calendar, Meaning};
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// Tense of the clause an expression stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Tense {
    Past,
    Present,
    Future,
    #[default]
    Unknown,
}

/// What an expression does in its report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    /// It dates the report: a byline, a dateline, a leading date.
    Stated,
    /// It dates somebody's words to the report: *a déclaré mardi*.
    Reporting,
    /// It tells the days that the report is about: *Reporting period: 10 to 16 June*.
    Period,
    /// It stands in quoted speech, so it is read against the day it was said.
    Quoted,
    /// Any other.
    #[default]
    Told,
}

/// An end of a stretch of time that the words before an expression make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Bound {
    Since,
    Until,
    Before,
    After,
}

/// An expression of time as found in a text.
#[expect(clippy::struct_excessive_bools, reason = "each is true or not by itself")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Expression {
    /// Where it stands.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// What it says.
    pub meaning: Meaning,
    /// Tense of its clause.
    pub tense: Tense,
    /// What it does in the report.
    pub role: Role,
    /// *since*, *until*, *before*, *after*.
    pub bound: Option<Bound>,
    /// Index of its sentence.
    pub sentence: usize,
    /// Number of its paragraph.
    pub paragraph: usize,
    /// Whether it names the same day as the expression before it: *hier (samedi)*.
    pub restates: bool,
    /// Whether the words call it about right only: *vers 2001*.
    pub approximate: bool,
    /// Whether it stands in the first sentences, where reports put their own day.
    pub lead: bool,
    /// Whether it heads an entry of a chronology or diary.
    pub heads_entry: bool,
    /// Whether it is the first of an entry of a live report: *16:30 – Barrels over Bahri*.
    pub opens_entry: bool,
    /// Whether its sentence begins with it.
    pub opens: bool,
}

impl Expression {
    /// The date that it names; of a range the last one.
    pub(super) fn date(&self) -> Option<&Calendar> {
        match &self.meaning {
            Meaning::Calendar(calendar) | Meaning::Range(_, calendar) => Some(calendar),
            _ => None,
        }
    }

    /// Whether it may be told as past.
    pub(super) fn is_past(&self) -> bool {
        self.tense != Tense::Future && !matches!(self.bound, Some(Bound::Until | Bound::Before))
    }
}
