//! The publication day where nothing states it: from the dates that the report tells.

use super::Domain;
use crate::day::{Day, Weekday};
use crate::edtf::{DateSet, DayRange};
use crate::reason::Phrase;
use crate::timex::days::in_year;
use crate::timex::expression::{Expression, Role};
use crate::timex::meaning::Calendar;
use crate::timex::weekday;

/// Years in which a date without one is looked for.
const FIRST_YEAR: i32 = 1990;
/// The newest year reports are expected from, where nothing but a weekday and a date tells the year.
const NEWEST_YEAR: i32 = 2026;
/// Years before this are history, or of another calendar: they do not tell when a report came out.
const EARLIEST_YEAR: i32 = 1800;

/// The days that a date of the report may be.
type Dated<'a> = (DateSet, &'a Expression);

impl Domain {
    /// Settles on the latest date that the report tells as its own or as one of those days.
    pub(super) fn weigh_dates(&mut self, expressions: &[Expression], around: Option<&DateSet>) {
        let dates = Dates { expressions, around, year_told: year_told(expressions) };
        match dates.of_report(self.weekday) {
            Some((days, expression)) => self.settle_on(&days, expression),
            None if dates.year_told.is_some() => self.weigh_years(expressions),
            None => {}
        }
    }

    fn settle_on(&mut self, days: &DateSet, expression: &Expression) {
        let Some(settled) = newest(days) else { return };
        let stated = expression.role == Role::Stated;
        let lag = self.weekday.map_or(0, |weekday| (weekday.index() - settled.weekday().index()).rem_euclid(7));
        self.days = DateSet::day(settled.plus(if stated { 0 } else { lag }));
        if stated {
            self.stated = Some(self.days.clone());
        }
        self.fits_other_years = days.ranges().len() > 1;
        let phrase = match days.ranges() {
            [_] => Phrase::LastOwnDay(settled),
            several => {
                let others = several.iter().filter(|range| range.start != settled);
                Phrase::LastOwnDayOfYears(settled, others.map(|range| range.start.year()).collect())
            }
        };
        self.note(phrase, expression.span);
    }

    /// A full date with its year that is told as past, though not as the report's own day: it came out then or later.
    fn weigh_years(&mut self, expressions: &[Expression]) {
        let past = expressions.iter().filter(|expression| expression.is_past());
        let told = past.filter_map(|expression| {
            let calendar = expression.date()?;
            let year = calendar.year.filter(|&year| year >= EARLIEST_YEAR)?;
            Some((in_year(calendar, year)?.first(), expression.span))
        });
        if let Some((day, span)) = told.max() {
            self.days = DateSet::days(day, Day::MAX);
            self.note(Phrase::ToldAsPast(day), span);
        }
    }
}

/// The dates of a report, and what bounds their years.
#[derive(Clone, Copy)]
struct Dates<'a> {
    expressions: &'a [Expression],
    around: Option<&'a DateSet>,
    /// The latest year that is told as past.
    year_told: Option<i32>,
}

impl<'a> Dates<'a> {
    /// The date that the report came out on, or was told of last; `weekday` is the one it came out on.
    fn of_report(self, weekday: Option<Weekday>) -> Option<Dated<'a>> {
        let spoken = weekday.filter(|&weekday| weekday::is_of_speech(weekday, self.expressions));
        self.latest(is_written, spoken)
            .or_else(|| self.latest(is_own_date, spoken))
            .or_else(|| weekday.and_then(|_| self.latest(is_dated_with_weekday, spoken)))
            // The news of a dispatch is of its own day, though nobody says so on that day.
            .or_else(|| self.latest(is_written, weekday))
    }

    /// The latest of some dates; those of a byline or dateline are of the weekday `own_day`.
    fn latest(self, is_one: impl Fn(&Expression) -> bool, own_day: Option<Weekday>) -> Option<Dated<'a>> {
        let ones = self.expressions.iter().filter(|expression| is_one(expression));
        latest_of(&ones.filter_map(|expression| self.days_of(expression, own_day)).collect::<Vec<_>>())
    }

    /// The days that a date may be, if its year, its weekday or the days around leave few.
    fn days_of(self, expression: &'a Expression, own_day: Option<Weekday>) -> Option<Dated<'a>> {
        let calendar = expression.date()?;
        let stated = expression.role == Role::Stated;
        let weekday = calendar.weekday.or(own_day.filter(|_| stated));
        let days = candidates(&Calendar { weekday, ..*calendar }, self.around, self.year_told)?;
        let days = after_heading(&days, self.expressions).filter(|_| stated).unwrap_or(days);
        let certain = calendar.year.is_some() || weekday.is_some() || days.single_day().is_some();
        certain.then_some((days, expression))
    }
}

/// Whether the date is of a byline or a dateline.
fn is_written(expression: &Expression) -> bool {
    expression.role == Role::Stated && expression.date().is_some_and(Calendar::is_full_day)
}

/// A date told with its weekday is of these days.
fn is_dated_with_weekday(expression: &Expression) -> bool {
    expression.is_past() && expression.date().is_some_and(|date| date.is_full_day() && date.weekday.is_some())
}

/// Whether the report tells the date as news: day and month, past, in its lead or with a verb of saying.
fn is_own_date(expression: &Expression) -> bool {
    let Some(calendar) = expression.date() else { return false };
    let news = matches!(expression.role, Role::Reporting) || expression.lead;
    calendar.is_full_day() && expression.is_past() && news && expression.bound.is_none() && calendar.phase.is_none()
}

/// The days a date may be: of its year, else of the years in which its weekday fits, within `around`, not before `year_told`.
pub(super) fn candidates(calendar: &Calendar, around: Option<&DateSet>, year_told: Option<i32>) -> Option<DateSet> {
    if let Some(year) = calendar.year {
        return in_year(calendar, year);
    }
    let (first, last) = match around.filter(|around| !around.is_open()) {
        Some(around) => (around.first().year() - 1, around.last().year() + 1),
        None => (year_told.unwrap_or(FIRST_YEAR), NEWEST_YEAR),
    };
    let days = (first..=last).filter_map(|year| in_year(calendar, year)?.single_day());
    let fitting = days.filter(|day| calendar.weekday.is_none_or(|weekday| day.weekday() == weekday));
    DateSet::one_of(fitting.map(|day| DayRange { start: day, end: day.plus(1) }))
}

/// The one candidate that comes soon after a month or day that the heading names with its year: *7–13 November 2024, issued on
/// 14 November*.
fn after_heading(days: &DateSet, expressions: &[Expression]) -> Option<DateSet> {
    let heading = expressions.iter().filter(|expression| expression.lead).find_map(|expression| {
        let calendar = expression.date().filter(|calendar| calendar.month.is_some())?;
        in_year(calendar, calendar.year?)
    })?;
    let soon = |range: &&DayRange| range.start >= heading.first() && range.start <= heading.last().plus(31);
    DateSet::one_of(days.ranges().iter().filter(soon).copied()).filter(|days| days.single_day().is_some())
}

/// The latest year that is told as past.
fn year_told(expressions: &[Expression]) -> Option<i32> {
    let past = expressions.iter().filter(|expression| expression.is_past() && expression.role != Role::Quoted);
    past.filter_map(|expression| expression.date()?.year).max()
}

/// The latest of the dates told as news; those of one candidate first, since they decide the year.
fn latest_of<'a>(dated: &[Dated<'a>]) -> Option<Dated<'a>> {
    let certain = dated.iter().filter(|(days, _)| days.single_day().is_some()).max_by_key(|(days, _)| days.last());
    let latest = || dated.iter().max_by_key(|(days, _)| (newest(days), days.first()));
    certain.or_else(latest).map(|(days, expression)| (days.clone(), *expression))
}

/// Of the candidates the latest that is not past the newest year expected: a year that a report names is rarely its own.
fn newest(days: &DateSet) -> Option<Day> {
    let singles = days.ranges().iter().map(|range| range.start);
    singles.clone().rfind(|day| day.year() <= NEWEST_YEAR).or_else(|| singles.clone().next())
}
