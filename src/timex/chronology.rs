//! Chronologies: lines that each begin with the day they tell, the year named only where it changes.
//!
//! Such a line begins like a dateline, but it does not date the report; and its year is that of the lines before it.

use super::expression::{Expression, Role};
use super::meaning::{Calendar, Meaning};
use crate::language::AnalysedText;
use crate::span::Span;

/// Lines of one form that make a chronology.
const LEAST: usize = 3;
/// Months that a line may lie before the one above it without being of another year: the days of one entry are seldom in order.
const DISORDER: i32 = 3;

/// What follows the date that a line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// *May 4 – Fighters attack the town.*
    BeforeText,
    /// The line is nothing but the date.
    Alone,
}

/// Gives the dates that head the entries of a chronology their years, and lets none of them date the report. What an entry tells is
/// read against its own day.
pub(super) fn read(analysed: &AnalysedText<'_>, found: &mut [Expression]) {
    let headed: Vec<(usize, Form)> =
        found.iter().enumerate().filter_map(|(index, own)| Some((index, form(analysed, own)?))).collect();
    for form in [Form::BeforeText, Form::Alone] {
        let entries: Vec<usize> = headed.iter().filter(|entry| entry.1 == form).map(|entry| entry.0).collect();
        let dated = |&&index: &&usize| found.get(index).and_then(date).is_some_and(|date| date.month.is_some());
        if entries.len() < LEAST || !entries.iter().any(|index| dated(&index)) {
            continue;
        }
        give_months(found, &entries);
        give_years(found, &entries, &years_alone(analysed.text));
        for &index in &entries {
            if let Some(entry) = found.get_mut(index) {
                (entry.role, entry.lead, entry.heads_entry) = (Role::Told, false, true);
            }
        }
        return;
    }
}

/// Years that are lines of their own, with their offsets.
fn years_alone(text: &str) -> Vec<(usize, i32)> {
    let mut offset = 0;
    let mut years = Vec::new();
    for line in text.split_inclusive('\n') {
        let bare = line.trim().trim_matches(['#', ':', '*', '-', '=', ' ']);
        if let Some(year) = bare.parse().ok().filter(|year| bare.len() == 4 && (1000..2200).contains(year)) {
            years.push((offset, year));
        }
        offset += line.len();
    }
    years
}

/// The form of the line that an expression begins; `None` where it begins none, or is no date.
fn form(analysed: &AnalysedText<'_>, expression: &Expression) -> Option<Form> {
    let date = date(expression)?;
    let text = analysed.text;
    let line = text.get(..expression.span.start())?.rfind('\n').map_or(0, |end| end + 1);
    let before = Span::new(line, expression.span.start()).of(text);
    let names_day = date.day.is_some() || date.month.is_some() || date.weekday.is_some() && date.direction.is_none();
    if before.contains(char::is_alphanumeric) || !names_day || date.time.is_some() {
        return None;
    }
    let after = text.get(expression.span.end()..)?.lines().next().unwrap_or_default();
    // "Mercredi 28 juillet. – Le canon …"
    let after = after.strip_prefix('.').filter(|rest| rest.trim_start().starts_with(['–', '—', '-'])).unwrap_or(after);
    let mark = after.trim_start().chars().next();
    match mark {
        None => Some(Form::Alone),
        Some(':' | '–' | '—') => Some(Form::BeforeText),
        Some('-') if after.starts_with(' ') => Some(Form::BeforeText),
        // "Monday. Columns of lorries roll down …"
        Some('.') if after.get(1..).is_some_and(|rest| rest.starts_with(' ')) => Some(Form::BeforeText),
        _ => None,
    }
}

/// The date of an entry, the last one where it tells of several days.
fn date(expression: &Expression) -> Option<&Calendar> {
    match &expression.meaning {
        Meaning::Calendar(date) | Meaning::Range(_, date) => Some(date),
        _ => None,
    }
}

/// Carries each month named on to the entries after it, and counts weekdays on: *Sunday 28 July*, *Tuesday 30*, *Friday*.
fn give_months(found: &mut [Expression], entries: &[usize]) {
    let mut last: Option<Calendar> = None;
    for &index in entries {
        let Some(Meaning::Calendar(date)) = found.get_mut(index).map(|entry| &mut entry.meaning) else { continue };
        match (date.day, last) {
            (Some(day), Some(before)) if date.month.is_none() => {
                let next = before.day.is_some_and(|earlier| day < earlier);
                date.month = before.month.map(|month| if next { month % 12 + 1 } else { month });
            }
            (None, Some(before)) if date.month.is_none() => count_on(date, &before),
            _ => {}
        }
        if date.day.is_some() && date.month.is_some() {
            last = Some(*date);
        }
    }
}

/// The day of a weekday that follows the entry `before`, whose weekday is known.
fn count_on(date: &mut Calendar, before: &Calendar) {
    let (Some(weekday), Some(known), Some(day), Some(month)) = (date.weekday, before.weekday, before.day, before.month)
    else {
        return;
    };
    let steps = (weekday.index() - known.index()).rem_euclid(7);
    let on = i32::from(day) + if steps == 0 { 7 } else { steps };
    let length = i32::from(days_in(month));
    let (month, on) = if on > length { (month % 12 + 1, on - length) } else { (month, on) };
    (date.month, date.day) = (Some(month), u8::try_from(on).ok());
}

/// Days of a month, of a year that is no leap year.
fn days_in(month: u8) -> u8 {
    match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Carries each year named, in an entry or on a line of its own, on to the entries after it, and the first one back.
fn give_years(found: &mut [Expression], entries: &[usize], alone: &[(usize, i32)]) {
    let dates: Vec<(usize, Calendar)> = entries
        .iter()
        .filter_map(|&index| found.get(index))
        .filter_map(|own| Some((own.span.start(), *date(own)?)))
        .collect();
    let latest_first = is_latest_first(&dates);
    let mut years: Vec<Option<i32>> = Vec::with_capacity(dates.len());
    let mut last: Option<(usize, Calendar, i32)> = None;
    for &(offset, date) in &dates {
        let line = alone.iter().rev().find(|line| line.0 < offset && last.is_none_or(|last| line.0 > last.0));
        let year = date.year.or(line.map(|line| line.1));
        let year = year.or_else(|| last.map(|(_, before, year)| step(&before, &date, year, latest_first)));
        last = year.map(|year| (offset, date, year));
        years.push(year);
    }
    let named = years.iter().position(Option::is_some).unwrap_or_default();
    for (at, pair) in dates.windows(2).enumerate().take(named).collect::<Vec<_>>().into_iter().rev() {
        let known = years.get(at + 1).copied().flatten();
        if let (Some(year), [(_, own), (_, after)]) = (years.get_mut(at), pair) {
            *year = known.map(|known| step(after, own, known, !latest_first));
        }
    }
    for (&index, year) in entries.iter().zip(years) {
        if let Some(Meaning::Calendar(date) | Meaning::Range(_, date)) =
            found.get_mut(index).map(|entry| &mut entry.meaning)
        {
            date.year = date.year.or(year);
        }
    }
}

/// The year of the entry `to`, which stands next to `from` of `year`.
fn step(from: &Calendar, to: &Calendar, year: i32, backwards: bool) -> i32 {
    let (Some(from), Some(to)) = (from.month, to.month) else { return year };
    let months = i32::from(to) - i32::from(from);
    match backwards {
        false if months < -DISORDER => year + 1,
        true if months > DISORDER => year - 1,
        _ => year,
    }
}

/// Whether the entries run from the latest to the earliest: the way that takes them through fewer days.
fn is_latest_first(dates: &[(usize, Calendar)]) -> bool {
    let gap = |from: &Calendar, to: &Calendar| {
        let number = |date: &Calendar| Some(i32::from(date.month?) * 31 + i32::from(date.day.unwrap_or(1)));
        let days = number(to)? - number(from)?;
        let year = 12 * 31;
        Some(match (from.year, to.year) {
            (Some(one), Some(other)) => {
                let days = days.saturating_add(other.saturating_sub(one).saturating_mul(year));
                ((-days).max(0), days.max(0))
            }
            _ => (days.rem_euclid(year), (-days).rem_euclid(year)),
        })
    };
    let gaps = dates.windows(2).filter_map(|pair| match pair {
        [(_, from), (_, to)] => gap(from, to),
        _ => None,
    });
    let (forwards, backwards) = gaps.fold((0_i64, 0_i64), |(forwards, backwards), (ahead, back)| {
        (forwards + i64::from(ahead), backwards + i64::from(back))
    });
    backwards < forwards
}
