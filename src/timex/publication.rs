//! The day a report came out, worked out from what it says.
//!
//! It is an unknown with a domain. What states it, in the report or from outside, bounds it; the weekdays told as the report's own
//! days thin it out; what is told as past is not after it, what is told as future not before it.

use super::days::in_year;
use super::expression::{Bound, Expression, Role, Tense};
use super::meaning::{Calendar, Meaning};
use super::weekday;
use crate::day::{Day, Weekday};
use crate::document::Publication;
use crate::edtf::{DateSet, DayRange};
use crate::reason::{Phrase, Reason, Statement};
use crate::span::Span;

/// Years in which a date without one is looked for.
const FIRST_YEAR: i32 = 1990;
/// Years before this are history, or of another calendar: they do not tell when a report came out.
const EARLIEST_YEAR: i32 = 1800;
/// The newest year reports are expected from, where nothing but a weekday and a date tells the year.
const NEWEST_YEAR: i32 = 2026;

/// What is known of a publication day, before one reading is settled on.
#[derive(Clone, Debug, PartialEq)]
pub struct Domain {
    /// What the report, or who handed it over, states.
    pub stated: Option<DateSet>,
    /// The days that nothing rules out; [`DateSet::any`] where nothing bounds it.
    pub days: DateSet,
    /// The weekday it came out on, where the report tells it.
    pub weekday: Option<Weekday>,
    /// Whether the day is told without its year and fits others as well.
    pub fits_other_years: bool,
    /// Why.
    pub reason: Reason,
}

/// The publication day from a report alone. `stated` comes from outside the text, and wins over it.
#[must_use]
pub fn infer(expressions: &[Expression], stated: Option<&DateSet>) -> Publication {
    Domain::of(expressions, stated, None).settle()
}

impl Domain {
    /// What the expressions leave of the publication day. `around` bounds it from outside, by the reports that tell the same.
    #[must_use]
    pub fn of(expressions: &[Expression], stated: Option<&DateSet>, around: Option<&DateSet>) -> Self {
        let written = expressions.iter().find_map(|expression| stated_by(expression, around));
        let outside = stated.is_some();
        let (days, reason) = match (stated, &written) {
            (Some(days), _) => (Some(days.clone()), Reason::new(Statement::StatedFromOutside)),
            (None, Some((days, span))) => (Some(days.clone()), Reason::new(Statement::StatedInReport).at(*span)),
            (None, None) => (None, Reason::default()),
        };
        let known = days.clone();
        let mut domain = Self {
            stated: days.clone(),
            days: days.unwrap_or_else(DateSet::any),
            weekday: None,
            fits_other_years: false,
            reason,
        };
        if domain.days.single_day().is_some() {
            return domain;
        }
        if let Some(both) = around.and_then(|around| domain.days.intersection(around)) {
            domain.days = both;
        }
        domain.weigh_weekdays(expressions);
        if domain.days.is_open() {
            domain.weigh_dates_alone(expressions, around);
        } else {
            domain.keep_weekday();
            domain.bound(expressions);
        }
        if outside || known.is_some() {
            domain.stated = known;
        }
        domain
    }

    /// The publication day as far as it is known; of several years that fit a weekday and a date, the latest.
    #[must_use]
    pub fn settle(self) -> Publication {
        let mut reason = self.reason;
        if self.days.is_open() && self.weekday.is_some() {
            reason.add(Statement::InUnknownWeek);
        }
        Publication { stated: self.stated, inferred: self.days, fits_other_years: self.fits_other_years, reason }
    }

    fn note(&mut self, phrase: Phrase, span: Span) {
        self.reason.add(phrase);
        self.reason = std::mem::take(&mut self.reason).at(span);
    }

    /// Leaves only days of the weekday told, where there are any.
    fn keep_weekday(&mut self) {
        let Some(weekday) = self.weekday else { return };
        let only = |day: Day| (day.weekday() == weekday).then(|| DateSet::day(day));
        if let Some(days) = self.days.map_days(4000, only) {
            self.days = days;
        }
    }

    /// Which weekday the report tells as its own: see [`weekday::own`].
    fn weigh_weekdays(&mut self, expressions: &[Expression]) {
        if let Some((weekday, span)) = weekday::own(expressions) {
            self.weekday = Some(weekday);
            self.note(Phrase::OwnWeekday(weekday), span);
        }
    }

    /// Narrows a bounded domain by the dates that are told as past and as future.
    fn bound(&mut self, expressions: &[Expression]) {
        let last = self.days.last();
        let told = self.told_days(expressions);
        let past = told.into_iter().filter(|(day, expression)| *day <= last && is_past(expression));
        let Some((day, expression)) = past.max_by_key(|(day, expression)| (*day, expression.span)) else { return };
        // A date told with its weekday is of these days: what came out on a weekday came out within the week.
        let recent = end_of(&expression.meaning).is_some_and(|date| date.weekday.is_some()) || expression.lead;
        if day <= self.days.first() && !(recent && self.weekday.is_some()) {
            return;
        }
        let days = match self.weekday {
            None if expression.role == Role::Reporting && self.days.holds(day) => DateSet::day(day),
            Some(_) if recent => DateSet::days(day, day.plus(6)),
            _ => DateSet::days(day, last),
        };
        if let Some(days) = self.days.intersection(&days) {
            self.days = days;
            self.note(Phrase::ToldAsPast(day), expression.span);
        }
    }

    /// Days of full dates, each in the year that is nearest to the domain.
    fn told_days<'e>(&self, expressions: &'e [Expression]) -> Vec<(Day, &'e Expression)> {
        let (first, last) = (self.days.first(), self.days.last());
        let far = |day: Day| (first.number() - day.number()).max(day.number() - last.number()).max(0);
        let mut years_before: Option<(usize, i32)> = None;
        let mut told = Vec::new();
        for expression in expressions.iter().filter(|expression| expression.role != Role::Stated) {
            let Some(calendar) = end_of(&expression.meaning) else { continue };
            if let Some(year) = calendar.year {
                years_before = Some((expression.paragraph, year));
            }
            let elsewhere = years_before.is_some_and(|(paragraph, year)| {
                paragraph == expression.paragraph
                    && calendar.year.is_none()
                    && !(first.year()..=last.year()).contains(&year)
            });
            if !calendar.is_full_day() || elsewhere || calendar.direction.is_some() {
                continue;
            }
            let years = calendar.year.map_or(first.year() - 1..=last.year() + 1, |year| year..=year);
            let days = years.filter_map(|year| in_year(calendar, year)?.single_day());
            let agreeing =
                |day: &Day| calendar.year.is_some() || calendar.weekday.is_none_or(|weekday| day.weekday() == weekday);
            if let Some(day) = days.filter(agreeing).min_by_key(|&day| far(day)) {
                told.push((day, expression));
            }
        }
        told
    }

    /// Where nothing states the day: from the dates that the report tells, if they are its own or of those days.
    fn weigh_dates_alone(&mut self, expressions: &[Expression], around: Option<&DateSet>) {
        let year_told = year_told(expressions);
        let spoken = self.weekday.filter(|&weekday| weekday::is_of_speech(weekday, expressions));
        let dated = |is: &dyn Fn(&Expression) -> bool, own_day: Option<Weekday>| -> Option<(DateSet, &Expression)> {
            let own = expressions.iter().filter(|expression| is(expression));
            let dated = own.filter_map(|expression| {
                let calendar = end_of(&expression.meaning)?;
                let stated = expression.role == Role::Stated;
                let weekday = calendar.weekday.or(own_day.filter(|_| stated));
                let days = candidates(&Calendar { weekday, ..*calendar }, around, year_told)?;
                let days = after_heading(&days, expressions).filter(|_| stated).unwrap_or(days);
                let certain = calendar.year.is_some() || weekday.is_some() || days.single_day().is_some();
                certain.then_some((days, expression))
            });
            latest_of(&dated.collect::<Vec<_>>())
        };
        let is_written = |expression: &Expression| {
            expression.role == Role::Stated && end_of(&expression.meaning).is_some_and(Calendar::is_full_day)
        };
        // A date told with its weekday is of these days.
        let with_weekday = |expression: &Expression| {
            is_past(expression)
                && end_of(&expression.meaning).is_some_and(|date| date.is_full_day() && date.weekday.is_some())
        };
        let found = dated(&is_written, spoken)
            .or_else(|| dated(&is_own_date, spoken))
            .or_else(|| self.weekday.and_then(|_| dated(&with_weekday, spoken)))
            // The news of a dispatch is of its own day, though nobody says so on that day.
            .or_else(|| dated(&is_written, self.weekday));
        let Some((days, expression)) = found else {
            self.weigh_years(expressions, year_told);
            return;
        };
        let Some(settled) = newest(&days) else { return };
        let lag = self.weekday.map_or(0, |weekday| (weekday.index() - settled.weekday().index()).rem_euclid(7));
        let lag = if expression.role == Role::Stated { 0 } else { lag };
        self.days = DateSet::day(settled.plus(lag));
        if expression.role == Role::Stated {
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
    fn weigh_years(&mut self, expressions: &[Expression], year_told: Option<i32>) {
        let past = expressions.iter().filter(|expression| is_past(expression));
        let told = past.filter_map(|expression| {
            let calendar = end_of(&expression.meaning)?;
            let year = calendar.year.filter(|&year| year >= EARLIEST_YEAR)?;
            Some((in_year(calendar, year)?.first(), expression.span))
        });
        let Some((day, span)) = told.max() else { return };
        if year_told.is_some() {
            self.days = DateSet::days(day, Day::MAX);
            self.note(Phrase::ToldAsPast(day), span);
        }
    }
}

/// The date, or the last one of a range.
fn end_of(meaning: &Meaning) -> Option<&Calendar> {
    match meaning {
        Meaning::Calendar(calendar) | Meaning::Range(_, calendar) => Some(calendar),
        _ => None,
    }
}

pub(super) fn is_past(expression: &Expression) -> bool {
    expression.tense != Tense::Future && !matches!(expression.bound, Some(Bound::Until | Bound::Before))
}

/// Whether the report tells the date as news: day and month, past, in its lead or with a verb of saying.
fn is_own_date(expression: &Expression) -> bool {
    let Some(calendar) = end_of(&expression.meaning) else { return false };
    let news = matches!(expression.role, Role::Reporting) || expression.lead;
    calendar.is_full_day() && is_past(expression) && news && expression.bound.is_none() && calendar.phase.is_none()
}

/// What a byline or a dateline states. Without a year only where `around` tells it.
fn stated_by(expression: &Expression, around: Option<&DateSet>) -> Option<(DateSet, Span)> {
    if expression.role != Role::Stated {
        return None;
    }
    let calendar = expression.meaning.calendar()?;
    let days = match calendar.year {
        Some(year) => in_year(calendar, year)?,
        None => candidates(calendar, around, None).filter(|days| days.single_day().is_some())?,
    };
    Some((days, expression.span))
}

/// The days a date may be: of its year, else of the years in which its weekday fits, within `around`, not before `year_told`.
fn candidates(calendar: &Calendar, around: Option<&DateSet>, year_told: Option<i32>) -> Option<DateSet> {
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
        let calendar = end_of(&expression.meaning).filter(|calendar| calendar.month.is_some())?;
        in_year(calendar, calendar.year?)
    })?;
    let soon = |range: &&DayRange| range.start >= heading.first() && range.start <= heading.last().plus(31);
    DateSet::one_of(days.ranges().iter().filter(soon).copied()).filter(|days| days.single_day().is_some())
}

/// The latest year that is told as past.
fn year_told(expressions: &[Expression]) -> Option<i32> {
    let past = expressions.iter().filter(|expression| is_past(expression) && expression.role != Role::Quoted);
    past.filter_map(|expression| end_of(&expression.meaning)?.year).max()
}

/// The latest of the dates told as news; those of one candidate first, since they decide the year.
fn latest_of<'e>(dated: &[(DateSet, &'e Expression)]) -> Option<(DateSet, &'e Expression)> {
    let certain = dated.iter().filter(|(days, _)| days.single_day().is_some()).max_by_key(|(days, _)| days.last());
    let latest = || dated.iter().max_by_key(|(days, _)| (newest(days), days.first()));
    certain.or_else(latest).map(|(days, expression)| (days.clone(), *expression))
}

/// Of the candidates the latest that is not past the newest year expected: a year that a report names is rarely its own.
fn newest(days: &DateSet) -> Option<Day> {
    let singles = days.ranges().iter().map(|range| range.start);
    singles.clone().rfind(|day| day.year() <= NEWEST_YEAR).or_else(|| singles.clone().next())
}
