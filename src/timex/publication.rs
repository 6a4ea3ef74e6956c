//! The day a report came out, worked out from what it says.
//!
//! It is an unknown with a domain. What states it, in the report or from outside, bounds it; the weekdays told as the report's own
//! days thin it out; what is told as past is not after it, what is told as future not before it.

mod dates;

use super::days::in_year;
use super::expression::{Expression, Role};
use super::weekday;
use crate::day::{Day, Weekday};
use crate::document::Publication;
use crate::edtf::DateSet;
use crate::reason::{Phrase, Reason, Statement};
use crate::span::Span;

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
            domain.weigh_dates(expressions, around);
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
        let past = told.into_iter().filter(|(day, expression)| *day <= last && expression.is_past());
        let Some((day, expression)) = past.max_by_key(|(day, expression)| (*day, expression.span)) else { return };
        // A date told with its weekday is of these days: what came out on a weekday came out within the week.
        let recent = expression.date().is_some_and(|date| date.weekday.is_some()) || expression.lead;
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
            let Some(calendar) = expression.date() else { continue };
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
}

/// What a byline or a dateline states. Without a year only where `around` tells it.
fn stated_by(expression: &Expression, around: Option<&DateSet>) -> Option<(DateSet, Span)> {
    if expression.role != Role::Stated {
        return None;
    }
    let calendar = expression.meaning.calendar()?;
    let days = match calendar.year {
        Some(year) => in_year(calendar, year)?,
        None => dates::candidates(calendar, around, None).filter(|days| days.single_day().is_some())?,
    };
    Some((days, expression.span))
}
