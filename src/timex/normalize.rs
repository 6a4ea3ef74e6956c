//! Reads expressions against the publication day and against each other.

use super::Timex;
use super::days::{following_on, in_year, instances_near, nearest_weekday, of_the_years, phased, shifted, years};
use super::expression::{Expression, Role, Tense};
use super::meaning::{Anchor, Calendar, Count, Direction, Meaning, TimeOfDay, Unit};
use super::narrative::Narrative;
use super::{extent, value};
use crate::day::{Day, Weekday};
use crate::document::Publication;
use crate::edtf::{DateSet, DayRange};
use crate::reason::{Reason, Statement};

/// Days of a publication that are read one by one; where more are left, nothing is read against it.
const MOST_DAYS: i32 = 800;

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
    for (index, expression) in expressions.iter().enumerate() {
        narrative.enter(expression.paragraph);
        let entry = expression.entry.map(DateSet::day);
        let reader = Reader { publication: entry.as_ref().unwrap_or(publication), expressions };
        let (when, ground) = reader.read(expression, &narrative);
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
        let full = detail == Detail::Full;
        // A length and a reference say nothing that hangs on the day of publication.
        let hangs = when.is_none() && !matches!(expression.meaning, Meaning::Duration { .. } | Meaning::Reference(_));
        timexes.push(Timex {
            span: expression.span,
            kind: expression.kind,
            value: if full || hangs { value::of(&expression.meaning, when.as_ref()) } else { String::new() },
            extent,
            heads_entry: expression.heads_entry,
            reason: if full { Reason::new(ground).at(expression.span) } else { Reason::default() },
            when,
        });
    }
    timexes
}

/// Every day of the set put through `each`; long lists of days become a stretch.
fn over_days(days: &DateSet, each: impl Fn(Day) -> Option<DateSet>) -> Option<DateSet> {
    days.map_days(MOST_DAYS, each)
}

/// The day of that number, so many months from the month of `day`.
fn of_month(day: Day, months: i32, number: u8) -> Option<DateSet> {
    let (year, month, _) = day.ymd();
    let (year, month, _) = Day::from_ymd(year, month, 1)?.plus_months(months).ymd();
    Day::from_ymd(year, month, number).map(DateSet::day)
}

/// The month of the year that the narrative is at, of the one before or after it: *in March of that year*, *the following March*.
fn from_told(calendar: &Calendar, told: &DateSet) -> Option<DateSet> {
    match calendar.direction {
        Some(Direction::Next) => of_the_years(calendar, told.last(), Tense::Past),
        Some(_) => of_the_years(calendar, told.first(), Tense::Past),
        None => in_year(calendar, told.first().year().checked_add(calendar.year_offset?)?),
    }
}

struct Reader<'a> {
    publication: &'a DateSet,
    expressions: &'a [Expression],
}

impl Reader<'_> {
    fn read(&self, expression: &Expression, narrative: &Narrative) -> (Option<DateSet>, Statement) {
        let (when, words) = match &expression.meaning {
            Meaning::Calendar(calendar) => self.calendar(expression, calendar, narrative),
            Meaning::Range(from, to) => self.range(expression, from, to, narrative),
            Meaning::Shift { .. } => self.shift(expression, narrative),
            Meaning::Years { first, count } => (years(*first, *count), Statement::YearsNamed),
            Meaning::Duration { .. } => (None, Statement::Length),
            Meaning::Set { .. } => (None, Statement::Repetition),
            Meaning::Reference(_) => (None, Statement::NoDaysStated),
        };
        let when = when.map(|days| if expression.approximate { days.approximately() } else { days });
        (when, words)
    }

    fn calendar(
        &self,
        expression: &Expression,
        calendar: &Calendar,
        narrative: &Narrative,
    ) -> (Option<DateSet>, Statement) {
        if let Some(year) = calendar.year {
            return (in_year(calendar, year), Statement::DateAsWritten);
        }
        if *calendar == (Calendar { time: calendar.time, ..Calendar::default() }) {
            return self.part_of_day(expression, calendar.time, narrative);
        }
        if calendar.is_bare_weekday() {
            return self.weekday(expression, calendar, narrative);
        }
        if let (Some(months), Some(number)) = (calendar.month_offset, calendar.day) {
            let from = narrative.any().filter(|_| calendar.from_narrative).unwrap_or(self.publication);
            return (over_days(from, |day| of_month(day, months, number)), Statement::DayOfTheMonth);
        }
        if calendar.from_narrative
            && let Some(told) = narrative.any()
        {
            return (from_told(calendar, told), Statement::CountedFromYearTold);
        }
        let near = |told: Day| instances_near(calendar, told);
        if calendar.month.is_none()
            && calendar.weekday.is_none()
            && calendar.day.is_some()
            && let Some(days) = narrative.day(expression.sentence).and_then(DateSet::single_day).and_then(near)
        {
            return (Some(days), Statement::NumberNearestToDayTold);
        }
        let tense = expression.tense;
        let days = over_days(self.publication, |day| match calendar.year_offset {
            Some(offset) => in_year(calendar, day.year() + offset),
            None => of_the_years(calendar, day, tense),
        });
        // What was a few days ago is told without its year, whatever year the sentence before was at.
        let recent = |days: &DateSet| (0..=31).contains(&(self.publication.first().number() - days.last().number()));
        if let Some((told, same)) = narrative.year_in(expression).filter(|_| expression.entry.is_none())
            && (same || !days.as_ref().is_some_and(recent))
            && let Some(days) = following_on(calendar, told, same)
        {
            return (Some(days), Statement::InYearTold);
        }
        (days, Statement::FitsPublicationAndTense)
    }

    /// *À l'aube*, *in the evening*, *at 10:00*: of the day the narrative is at.
    fn part_of_day(
        &self,
        expression: &Expression,
        time: Option<TimeOfDay>,
        narrative: &Narrative,
    ) -> (Option<DateSet>, Statement) {
        let told = narrative.day(expression.sentence);
        let on = narrative.days_on(expression.sentence, time);
        // A night that is past on the publication day is the one before it.
        let night = time == Some(TimeOfDay::Part("NI")) && expression.tense == Tense::Past;
        let last_night = night && told.is_none_or(|told| told == self.publication && told.single_day().is_some());
        let on = if last_night { -1 } else { on };
        let days = over_days(told.unwrap_or(self.publication), |day| Some(DateSet::day(day.plus(on))));
        let ground = if told.is_some() { Statement::PartOfDayTold } else { Statement::PartOfPublicationDay };
        (days, ground)
    }

    fn weekday(
        &self,
        expression: &Expression,
        calendar: &Calendar,
        narrative: &Narrative,
    ) -> (Option<DateSet>, Statement) {
        let Some(weekday) = calendar.weekday else { return (None, Statement::NoWeekday) };
        if let Some(weeks) = calendar.week_offset {
            let each = |day: Day| Some(DateSet::day(day.monday().plus(weeks.checked_mul(7)? + weekday.index())));
            return (over_days(self.publication, each), Statement::WeekdayByWeekOfPublication);
        }
        let near = |day: Day| Some(DateSet::day(nearest_weekday(weekday, day, expression.tense, calendar.direction)));
        if let Some(told) = narrative.day(expression.sentence).filter(|_| calendar.from_narrative) {
            return (over_days(told, near), Statement::WeekdayFromDayTold);
        }
        let named = (calendar.direction.is_none() && expression.tense != Tense::Future)
            .then(|| self.named_day(weekday))
            .flatten();
        if let Some(day) = named {
            return (Some(DateSet::day(day)), Statement::DayNamedWithItsDate);
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
    fn joined_weekday(&self, expression: &Expression) -> Option<Weekday> {
        let next = self.expressions.iter().find(|other| other.span.start() >= expression.span.end())?;
        let calendar = next.meaning.calendar().filter(|calendar| calendar.is_bare_weekday())?;
        let near = next.sentence == expression.sentence && next.span.start() - expression.span.end() <= 5;
        calendar.weekday.filter(|_| near)
    }

    /// The day of a full date of the report that falls on that weekday and is no more than a week from publication.
    fn named_day(&self, weekday: Weekday) -> Option<Day> {
        let (first, last) = (self.publication.first(), self.publication.last());
        self.expressions.iter().filter(|other| other.role != Role::Stated).find_map(|other| {
            let calendar = other
                .meaning
                .calendar()
                .filter(|calendar| calendar.is_full_day() && calendar.weekday == Some(weekday))?;
            let day = match calendar.year {
                Some(year) => in_year(calendar, year)?.single_day()?,
                None => over_days(self.publication, |day| of_the_years(calendar, day, other.tense))?.single_day()?,
            };
            (day.weekday() == weekday && day <= last && day.plus(7) >= first).then_some(day)
        })
    }

    fn range(
        &self,
        expression: &Expression,
        from: &Calendar,
        to: &Calendar,
        narrative: &Narrative,
    ) -> (Option<DateSet>, Statement) {
        let (Some(end), ground) = self.calendar(expression, to, narrative) else {
            return (None, Statement::StretchOfUnknownYear);
        };
        let start_of = |last: Day| {
            let from = Calendar { year: from.year.or(Some(last.year())), ..*from };
            if from.is_bare_weekday() || from.weekday.is_some() && from.day.is_none() {
                let weekday = from.weekday?;
                return Some(nearest_weekday(weekday, last, Tense::Past, None));
            }
            let first = in_year(&from, from.year?)?.first();
            Some(if first <= last { first } else { in_year(&from, from.year? - 1)?.first() })
        };
        let ranges = end.ranges().iter().filter_map(|range| {
            let start = start_of(range.end.plus(-1))?;
            Some(DayRange { start, end: range.end })
        });
        (DateSet::one_of(ranges), ground)
    }

    fn shift(&self, expression: &Expression, narrative: &Narrative) -> (Option<DateSet>, Statement) {
        let Meaning::Shift { unit, offset: Count::Exactly(offset), anchor, phase, earlier, .. } = expression.meaning
        else {
            return (None, Statement::UnstatedNumberOfDays);
        };
        let tense = expression.tense;
        let each = |day: Day| shifted(day, unit, offset, earlier, tense).map(|days| phased(&days, phase));
        let following = (anchor == Anchor::Following).then(|| self.following(expression, narrative)).flatten();
        if let Some(days) = following {
            return (over_days(&days, each), Statement::CountedFromDateAfter);
        }
        if let Some(story) = narrative.story().filter(|_| anchor == Anchor::Story) {
            return (over_days(story, each), Statement::DayReportIsAbout);
        }
        match (anchor, narrative.anchor(unit, expression.sentence)) {
            (Anchor::Publication, _) => (over_days(self.publication, each), Statement::CountedFromPublication),
            (_, Some(told)) if matches!(unit, Unit::Decade | Unit::Century) => {
                (each(told.first()), Statement::CountedFromYearsTold)
            }
            (_, Some(told)) => (over_days(told, each), Statement::CountedFromDayTold),
            (_, None) => (over_days(self.publication, each), Statement::CountedFromPublicationAlone),
        }
    }

    /// The days of the date that comes next in the sentence.
    fn following(&self, expression: &Expression, narrative: &Narrative) -> Option<DateSet> {
        let next = self.expressions.iter().find(|other| other.span.start() >= expression.span.end())?;
        let near = next.sentence == expression.sentence && next.span.start() - expression.span.end() <= 60;
        let calendar = next.meaning.calendar().filter(|_| near)?;
        self.calendar(next, calendar, narrative).0
    }
}
