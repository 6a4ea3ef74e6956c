//! Reading weekdays: *on Monday*, *next Friday*, *lundi et mardi*.

use super::reader::{Read, Reader, over_days};
use crate::day::{Day, Weekday};
use crate::edtf::DateSet;
use crate::reason::Statement;
use crate::timex::days::{in_year, nearest_weekday, of_the_years};
use crate::timex::expression::{Expression, Role, Tense};
use crate::timex::meaning::Calendar;
use crate::timex::period::weekday_in;

impl Reader<'_> {
    /// The days of a weekday with no date beside it.
    pub(super) fn weekday(self, expression: &Expression, calendar: &Calendar) -> Read {
        let Some(weekday) = calendar.weekday else { return (None, Statement::NoWeekday) };
        if let Some(weeks) = calendar.week_offset {
            let each = |day: Day| Some(DateSet::day(day.monday().plus(weeks.checked_mul(7)? + weekday.index())));
            return (over_days(self.publication, each), Statement::WeekdayByWeekOfPublication);
        }
        let near = |day: Day| Some(DateSet::day(nearest_weekday(weekday, day, expression.tense, calendar.direction)));
        if let Some(told) = self.narrative.day(expression.sentence).filter(|_| calendar.from_narrative) {
            return (over_days(told, near), Statement::WeekdayFromDayTold);
        }
        let named = (calendar.direction.is_none() && expression.tense != Tense::Future)
            .then(|| self.named_day(weekday))
            .flatten();
        if let Some(day) = named {
            return (Some(DateSet::day(day)), Statement::DayNamedWithItsDate);
        }
        let in_period = expression.tense != Tense::Future && expression.role != Role::Reporting;
        let period = self.period.filter(|_| in_period && calendar.direction.is_none());
        if let Some(day) = period.and_then(|period| weekday_in(period, weekday, self.publication.last())) {
            return (Some(DateSet::day(day)), Statement::WeekdayOfPeriod);
        }
        let next = self.joined_weekday(expression).filter(|_| calendar.direction.is_none());
        let each = |day: Day| {
            let own = near(day)?.single_day()?;
            let next = next.map(|weekday| nearest_weekday(weekday, day, expression.tense, None));
            // *Monday and Tuesday* on a Monday: the Monday of that Tuesday.
            let earlier = own == day && next.is_some_and(|next| next < own);
            Some(DateSet::day(own.plus(if earlier { -7 } else { 0 })))
        };
        (over_days(self.publication, each), Statement::WeekdayFromPublication)
    }

    /// The weekday that a word or a mark joins to this one: *lundi et mardi*.
    fn joined_weekday(self, expression: &Expression) -> Option<Weekday> {
        let next = self.next(expression)?;
        let calendar = next.meaning.calendar().filter(|calendar| calendar.is_bare_weekday())?;
        let near = next.sentence == expression.sentence && next.span.start() - expression.span.end() <= 5;
        calendar.weekday.filter(|_| near)
    }

    /// The day of a full date of the report that falls on that weekday and is no more than a week from publication.
    fn named_day(self, weekday: Weekday) -> Option<Day> {
        let (first, last) = (self.publication.first(), self.publication.last());
        self.full_days.iter().find_map(|other| {
            let calendar = other.meaning.calendar().filter(|calendar| calendar.weekday == Some(weekday))?;
            let day = match calendar.year {
                Some(year) => in_year(calendar, year)?.single_day()?,
                None => over_days(self.publication, |day| of_the_years(calendar, day, other.tense))?.single_day()?,
            };
            (day.weekday() == weekday && day <= last && day.plus(7) >= first).then_some(day)
        })
    }
}
