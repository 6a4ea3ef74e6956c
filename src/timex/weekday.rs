//! The weekday a report came out on, by the weekdays it tells.

use super::expression::{Expression, Role};
use super::meaning::{Anchor, Count, Direction, Meaning, Unit};
use crate::day::Weekday;
use crate::span::Span;

/// The weekday the report came out on. *Ce mercredi* tells it; else every bare weekday told as past speaks for that day and, less and
/// less, for those after it, the more so in the lead and beside a verb of saying.
pub(super) fn own(expressions: &[Expression]) -> Option<(Weekday, Span)> {
    let explained: Vec<Weekday> = expressions
        .iter()
        .filter_map(|expression| expression.meaning.calendar())
        .filter(|calendar| calendar.is_full_day())
        .filter_map(|calendar| calendar.weekday)
        .collect();
    if let Some(told) = expressions.iter().find_map(today_is).or_else(|| yesterday_is(expressions)) {
        return Some(told);
    }
    let bare: Vec<(Weekday, &Expression)> = expressions
        .iter()
        .filter_map(|expression| {
            let calendar = expression.meaning.calendar().filter(|calendar| calendar.is_bare_weekday())?;
            let told = calendar.direction.is_none() && expression.is_past() && !expression.restates;
            let weekday = calendar.weekday.filter(|weekday| told && !explained.contains(weekday))?;
            Some((weekday, expression))
        })
        .collect();
    let score = |day: Weekday| -> i32 { bare.iter().map(|&(told, expression)| weight(day, told, expression)).sum() };
    let best = Weekday::ALL
        .into_iter()
        .filter(|day| bare.iter().any(|(told, _)| told == day))
        .max_by_key(|&day| (score(day), -day.index()))?;
    let (_, expression) = bare.iter().find(|(told, _)| *told == best)?;
    // A report that says "yesterday" calls no day of late by its weekday: it may be any that it names so.
    let doubtful = || expressions.iter().any(is_counted) && !is_of_speech(best, expressions);
    let told = explained.is_empty() || score(best) >= 200;
    (told && !doubtful()).then_some((best, expression.span))
}

/// Whether somebody spoke on that weekday, or the report calls it today: the day of a dateline is that weekday.
pub(super) fn is_of_speech(weekday: Weekday, expressions: &[Expression]) -> bool {
    expressions.iter().any(|expression| {
        let calendar = expression.meaning.calendar().filter(|calendar| calendar.is_bare_weekday());
        let own = expression.role == Role::Reporting || today_is(expression).is_some();
        own && expression.is_past() && calendar.is_some_and(|calendar| calendar.weekday == Some(weekday))
    })
}

/// How much a weekday told as past speaks for the report having come out on `day`, in hundredths.
fn weight(day: Weekday, told: Weekday, expression: &Expression) -> i32 {
    let lag = usize::try_from((day.index() - told.index()).rem_euclid(7)).unwrap_or_default();
    let by_lag = [100, 70, 45, 30, 20, 12, 2];
    let reporting = [160, 80, 45, 30, 20, 12, 2];
    let table = if expression.role == Role::Reporting { reporting } else { by_lag };
    let base = table.get(lag).copied().unwrap_or_default();
    match (expression.lead, expression.role) {
        (true, _) => base * 3,
        (false, Role::Quoted) => base / 2,
        (false, _) => base,
    }
}

/// *ce mercredi*, *aujourd'hui mercredi*.
fn today_is(expression: &Expression) -> Option<(Weekday, Span)> {
    let calendar = expression.meaning.calendar()?;
    let this = calendar.direction == Some(Direction::This);
    let weekday = calendar.weekday.filter(|_| this && calendar.is_bare_weekday() && expression.is_past())?;
    Some((weekday, expression.span))
}

/// *Yesterday, Wednesday*, *hier, vendredi 5 mars*: the report came out the day after.
fn yesterday_is(expressions: &[Expression]) -> Option<(Weekday, Span)> {
    expressions.windows(2).find_map(|pair| {
        let [counted, named] = pair else { return None };
        let calendar = named.meaning.calendar().filter(|_| named.restates && is_yesterday(counted))?;
        Some((calendar.weekday?.next(), counted.span))
    })
}

/// *yesterday* in the report's own words.
fn is_yesterday(expression: &Expression) -> bool {
    days_from_publication(expression) == Some(-1)
}

/// *yesterday*, *this morning*: a day that the report counts from its own.
fn is_counted(expression: &Expression) -> bool {
    let this_morning = || matches!(expression.meaning, Meaning::Shift { time: Some(_), .. });
    is_yesterday(expression) || days_from_publication(expression) == Some(0) && this_morning()
}

/// How many days from the publication day the report itself counts.
fn days_from_publication(expression: &Expression) -> Option<i32> {
    match expression.meaning {
        Meaning::Shift { unit: Unit::Day, offset: Count::Exactly(days), anchor: Anchor::Publication, .. } => {
            Some(days).filter(|_| expression.role != Role::Quoted)
        }
        _ => None,
    }
}
