//! Reads expressions against the publication day and against each other.

mod reader;
mod weekday;

use super::Timex;
use super::expression::{Expression, Role};
use super::meaning::{Count, Meaning};
use super::narrative::Narrative;
use super::{extent, value};
use crate::day::Day;
use crate::document::Publication;
use crate::edtf::DateSet;
use crate::reason::{Reason, Statement};
use reader::Reader;

/// The expressions as days, one timex for each expression, in their order.
#[must_use]
pub fn normalize(expressions: &[Expression], publication: &Publication) -> Vec<Timex> {
    read_all(expressions, &publication.inferred, Detail::Full)
}

/// The same for a publication day that is only tried: the timexes have no reason, and a value only where it may wait for days.
pub(crate) fn days_if_published(expressions: &[Expression], day: Day) -> Vec<Timex> {
    read_all(expressions, &DateSet::day(day), Detail::Days)
}

/// How much of a timex is made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    Days,
    Full,
}

fn read_all(expressions: &[Expression], publication: &DateSet, detail: Detail) -> Vec<Timex> {
    let mut narrative = Narrative::default();
    let mut timexes: Vec<Timex> = Vec::with_capacity(expressions.len());
    let mut period: Option<DateSet> = None;
    let mut heading: Option<Heading> = None;
    let full_days: Vec<&Expression> = expressions.iter().filter(|other| is_full_day(other)).collect();
    for (index, expression) in expressions.iter().enumerate() {
        if expression.opens_entry {
            narrative = Narrative::default();
        }
        narrative.enter(expression.paragraph);
        // "Mercredi 28 juillet. – Hier, …": counted from the day that heads the entry, whether it tells its year or not.
        let entry = heading.as_ref().filter(|_| !expression.heads_entry);
        let reader = Reader {
            publication: entry.map_or(publication, |entry| &entry.day),
            in_year: entry.is_some_and(|entry| entry.names_year),
            expressions,
            full_days: &full_days,
            narrative: &narrative,
            period: period.as_ref(),
        };
        let (when, ground) = reader.read(expression);
        if expression.restates
            && let (Some(days), Some(before)) = (&when, timexes.last_mut())
        {
            if let Some(time) = expressions.get(index.wrapping_sub(1)).map(|before| before.meaning) {
                before.value = value::of(&time, Some(days));
            }
            before.when = Some(days.clone());
            before.reason = Reason::new(Statement::DayNamedAfter).at(expression.span);
        }
        let extent = extent::of(expression, when.as_ref(), publication, narrative.day(expression.sentence));
        narrative.pass(expression, when.as_ref());
        if expression.heads_entry {
            heading = when.as_ref().and_then(|days| Heading::of(expression, days));
        }
        if expression.role == Role::Period && period.is_none() {
            period.clone_from(&when);
        }
        let full = detail == Detail::Full;
        // A length, a reference and a number of units that is not stated say nothing that hangs on the day of publication.
        let hangs = when.is_none()
            && !matches!(
                expression.meaning,
                Meaning::Duration { .. } | Meaning::Reference(_) | Meaning::Shift { offset: Count::Vague, .. }
            );
        timexes.push(Timex {
            span: expression.span,
            kind: expression.kind,
            value: if full || hangs { value::of(&expression.meaning, when.as_ref()) } else { String::new() },
            extent,
            heads_entry: expression.heads_entry,
            role: expression.role,
            reason: if full { Reason::new(ground).at(expression.span) } else { Reason::default() },
            when,
        });
    }
    timexes
}

/// What heads an entry of a chronology.
struct Heading {
    /// Its day, the last one where it tells of several.
    day: DateSet,
    /// Whether its year is told.
    names_year: bool,
}

impl Heading {
    fn of(expression: &Expression, days: &DateSet) -> Option<Self> {
        let of_several = matches!(expression.meaning, Meaning::Range(..)).then(|| days.last());
        let day = DateSet::day(of_several.or_else(|| days.single_day())?);
        Some(Self { day, names_year: expression.date().is_some_and(|date| date.year.is_some()) })
    }
}

/// Whether it is a date of what is told, with its weekday.
fn is_full_day(expression: &Expression) -> bool {
    let calendar = expression.meaning.calendar().filter(|calendar| calendar.is_full_day());
    expression.role != Role::Stated && calendar.is_some_and(|calendar| calendar.weekday.is_some())
}
