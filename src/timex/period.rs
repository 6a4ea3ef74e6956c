//! The days that a report says it is about: *Reporting period: 10 to 16 June 2024*, *Semaine du 8 au 14 septembre*.

use super::Timex;
use super::expression::{Expression, Role, Tense};
use super::meaning::Meaning;
use crate::day::{Day, Weekday};
use crate::edtf::DateSet;

/// Paragraphs that are the head of a report.
const HEAD: usize = 4;
/// Tokens of the longest line that says so.
const LINE: usize = 24;
/// Days of the longest period.
const LONGEST: i32 = 31;
/// Expressions of a report's head.
const FIRST: usize = 8;

/// Whether a stretch in the head of a report, in a line of so many tokens without a verb, is that of the report.
pub(super) fn is_of_report(expression: &Expression, line: usize) -> bool {
    let days = |from: Option<u8>, to: Option<u8>| from.is_some() && to.is_some();
    matches!(&expression.meaning, Meaning::Range(from, to) if days(from.day, to.day))
        && expression.paragraph < HEAD
        && line <= LINE
        && expression.tense == Tense::Unknown
        && expression.role == Role::Told
}

/// The period of a report, by its expressions of time.
pub(crate) fn of(timexes: &[Timex]) -> Option<&DateSet> {
    timexes.iter().take(FIRST).find(|timex| timex.role == Role::Period)?.when.as_ref()
}

/// The last day of a period that falls on a weekday and is not after `published`.
pub(super) fn weekday_in(period: &DateSet, weekday: Weekday, published: Day) -> Option<Day> {
    let (first, last) = (period.first(), period.last().min(published));
    let back = (last.weekday().index() - weekday.index()).rem_euclid(7);
    let day = last.plus(-back);
    (day >= first && last.number() - first.number() < LONGEST).then_some(day)
}
