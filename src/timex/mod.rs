//! Timexes: expressions of time in running text, and the days they stand for.
//!
//! [`recognize()`] finds them and keeps what they say as symbols ([`Expression`]); [`publication::infer`] works out the day
//! the report came out from all of them; [`normalize()`] reads each against that day.

mod byline;
mod chronology;
mod days;
mod dispatch;
pub mod expression;
mod extent;
mod feast;
mod figures;
pub mod grammar;
mod length;
mod live;
mod making;
mod matcher;
pub mod meaning;
pub(crate) mod narrative;
pub mod normalize;
mod number;
mod pattern;
pub(crate) mod period;
pub mod publication;
mod recognize;
mod section;
mod slot;
mod tense;
mod trouble;
mod value;
mod weekday;

pub use expression::{Bound, Expression, Role, Tense};
pub use grammar::Grammar;
pub use meaning::Meaning;
pub use normalize::normalize;
pub use recognize::recognize;
pub use trouble::problems;

use crate::day::Weekday;
use crate::edtf::DateSet;
use crate::reason::Reason;
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Timex {
    /// Where it stands.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// TIMEX3 value: `2021-07-07TMO`, `P17Y`, `PAST_REF`.
    pub value: String,
    /// The days it means; `None` where it means none (a duration).
    pub when: Option<DateSet>,
    /// The days on which something told with it may have been, where that is not [`Timex::when`] itself: *since 1 May* up to the
    /// publication day, *in recent weeks* the weeks before it.
    pub extent: Option<DateSet>,
    /// Whether it heads an entry of a chronology or diary: what follows is of that day.
    pub heads_entry: bool,
    /// What it dates: the report, somebody's words to it, or what it tells.
    pub role: Role,
    /// Why.
    pub reason: Reason,
}

impl Timex {
    /// Whether it means days that are not known yet, since the day of publication is not: *mardi* in a report without a date.
    #[must_use]
    pub fn awaits_publication(&self) -> bool {
        self.when.is_none() && self.value.starts_with("XXXX") && self.kind != TimexType::Set
    }

    /// Whether it means the evening or the night of a day: `2020-10-19TNI`.
    #[must_use]
    pub fn is_by_night(&self) -> bool {
        self.value.ends_with("TNI") || self.value.ends_with("TEV")
    }

    /// The weekday it means, where it means one day, though it may be open which: *mardi*.
    #[must_use]
    pub fn weekday(&self) -> Option<Weekday> {
        let Some(days) = &self.when else {
            let number: usize = self.value.strip_prefix("XXXX-WXX-")?.get(..1)?.parse().ok()?;
            return Weekday::ALL.get(number.checked_sub(1)?).copied();
        };
        let mut weekdays =
            days.ranges().iter().map(|range| (range.end == range.start.plus(1)).then(|| range.start.weekday()));
        let first = weekdays.next()??;
        weekdays.all(|other| other == Some(first)).then_some(first)
    }
}
