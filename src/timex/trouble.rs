//! What is wrong with the dates of a report, in words.

use super::expression::Expression;
use super::normalize::in_year;
use crate::day::{days_in_month, is_leap};
use crate::document::Publication;
use crate::problem::Problem;

/// Dates that no calendar has, weekdays that disagree with their date, and a publication day before what the report tells.
/// `source` names the report.
#[must_use]
pub fn problems(expressions: &[Expression], publication: &Publication, source: &str) -> Vec<Problem> {
    let mut found = Vec::new();
    for expression in expressions {
        let Some(calendar) = expression.meaning.calendar() else { continue };
        let (Some(month), Some(day)) = (calendar.month, calendar.day) else { continue };
        let at = format!("at byte {}", expression.span.start());
        let longest = days_in_month(2000, month);
        if day > longest {
            found.push(Problem::notice(
                source,
                format!("{at}: month {month} has no day {day}; the expression is left without days"),
            ));
        }
        let Some(year) = calendar.year.or_else(|| publication.inferred.single_day().map(crate::day::Day::year)) else {
            continue;
        };
        match (in_year(calendar, year).and_then(|set| set.single_day()), calendar.weekday) {
            (None, _) if day <= longest && calendar.year.is_some() && !is_leap(year) => found.push(Problem::notice(
                source,
                format!("{at}: {year} has no 29 February; the expression is left without days"),
            )),
            (Some(date), Some(weekday)) if calendar.year.is_some() && date.weekday() != weekday => {
                let message = format!("{at}: {date} was a {:?}, not a {weekday:?}; the date is kept", date.weekday());
                found.push(Problem::notice(source, message));
            }
            (Some(date), _) if calendar.year.is_some() && expression.tense == super::Tense::Past => {
                if date > publication.inferred.last() && publication.stated.is_some() {
                    let message =
                        format!("{at}: {date} is told as past, but the report is dated {}", publication.inferred);
                    found.push(Problem::notice(source, message));
                }
            }
            _ => {}
        }
    }
    found
}
