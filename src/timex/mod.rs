//! Timexes: expressions of time in running text, and the days they stand for.

use crate::edtf::DateSet;
use crate::reason::Reason;
use crate::span::Span;
use serde::Serialize;

/// TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexType {
    /// A day, week, month, year: *mardi*, *en 2018*.
    Date,
    /// A time or part of a day: *lundi soir*.
    Time,
    /// A length: *plusieurs jours*.
    Duration,
    /// A repetition: *chaque lundi*.
    Set,
}

/// One expression of time in a report, read against its publication day.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// Where it stands.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// TIMEX3 value: `2021-07-07TMO`, `P17Y`, `PAST_REF`.
    pub value: String,
    /// The days it means; `None` where it means none (a duration).
    pub when: Option<DateSet>,
    /// Why.
    pub reason: Reason,
}
