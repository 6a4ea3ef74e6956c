//! [`Reader`]: reads one expression against the publication day and what was told before it.

use crate::day::Day;
use crate::edtf::{DateSet, DayRange, Precision};
use crate::reason::Statement;
use crate::timex::days::{
    following_on, in_year, instances_near, nearest_weekday, of_the_years, phased, shifted, years,
};
use crate::timex::expression::{Expression, Role, Tense};
use crate::timex::meaning::{Anchor, Calendar, Count, Direction, Meaning, TimeOfDay, Unit};
use crate::timex::narrative::Narrative;

/// Days of a publication that are read one by one; where more are left, nothing is read against it.
const MOST_DAYS: i32 = 800;

/// Bytes between an expression and one that says the same day.
const BESIDE: usize = 6;

/// The days of an expression, where it says any, and on what ground.
pub(super) type Read = (Option<DateSet>, Statement);

/// What expressions are read against.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    /// The day of publication, or that of the entry of a chronology.
    pub(super) publication: &'a DateSet,
    /// Whether it is that of an entry whose year is told: no year told since goes before it.
    pub(super) in_year: bool,
    /// Those of the report, in order.
    pub(super) expressions: &'a [Expression],
    /// Of these, the full dates that are told with their weekdays.
    pub(super) full_days: &'a [&'a Expression],
    /// The days that it says it is about.
    pub(super) period: Option<&'a DateSet>,
    /// The days that it has told so far.
    pub(super) narrative: &'a Narrative,
}

impl<'a> Reader<'a> {
    /// The days of an expression, if it says any, and why.
    pub(super) fn read(self, expression: &Expression) -> Read {
        let (when, words) = match &expression.meaning {
            Meaning::Calendar(calendar) => self.calendar(expression, calendar),
            Meaning::Range(from, to) => self.range(expression, from, to),
            Meaning::Shift { .. } => self.shift(expression),
            Meaning::Years { first, count } => (years(*first, *count), Statement::YearsNamed),
            Meaning::Duration { .. } => (None, Statement::Length),
            Meaning::Set { .. } => (None, Statement::Repetition),
            Meaning::Reference(_) => (None, Statement::NoDaysStated),
        };
        let when = when.map(|days| if expression.approximate { days.approximately() } else { days });
        (when, words)
    }

    fn calendar(self, expression: &Expression, calendar: &Calendar) -> Read {
        if let Some(year) = calendar.year {
            return (in_year(calendar, year), Statement::DateAsWritten);
        }
        if *calendar == (Calendar { time: calendar.time, ..Calendar::default() }) {
            return self.part_of_day(expression, calendar.time);
        }
        if calendar.is_bare_weekday() {
            return self.weekday(expression, calendar);
        }
        if let (Some(months), Some(number)) = (calendar.month_offset, calendar.day) {
            let from = self.narrative.any().filter(|_| calendar.from_narrative).unwrap_or(self.publication);
            return (over_days(from, |day| of_month(day, months, number)), Statement::DayOfTheMonth);
        }
        if calendar.from_narrative
            && let Some(told) = self.narrative.any()
        {
            return (from_told(calendar, told), Statement::CountedFromYearTold);
        }
        self.yearless(expression, calendar)
    }

    /// A date whose year no word of it tells.
    fn yearless(self, expression: &Expression, calendar: &Calendar) -> Read {
        let near = |told: Day| instances_near(calendar, told);
        if calendar.month.is_none()
            && calendar.weekday.is_none()
            && calendar.day.is_some()
            && let Some(days) = self.narrative.day(expression.sentence).and_then(DateSet::single_day).and_then(near)
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
        if let Some(told) = self.narrative.year_in(expression).filter(|_| !self.in_year)
            && (told.same_sentence || !days.as_ref().is_some_and(recent))
            && let Some(days) = following_on(calendar, told)
        {
            return (Some(days), Statement::InYearTold);
        }
        (days, Statement::FitsPublicationAndTense)
    }

    /// *À l'aube*, *in the evening*, *at 10:00*: of the day the narrative is at.
    fn part_of_day(self, expression: &Expression, time: Option<TimeOfDay>) -> Read {
        let told = self.narrative.day(expression.sentence);
        let on = self.narrative.days_on(expression.sentence, time);
        // A night that is past on the publication day is the one before it.
        let night = time == Some(TimeOfDay::Part("NI")) && expression.tense == Tense::Past;
        let last_night = night && told.is_none_or(|told| told == self.publication && told.single_day().is_some());
        let on = if last_night { -1 } else { on };
        let days = over_days(told.unwrap_or(self.publication), |day| Some(DateSet::day(day.plus(on))));
        let ground = if told.is_some() { Statement::PartOfDayTold } else { Statement::PartOfPublicationDay };
        (days, ground)
    }

    fn range(self, expression: &Expression, from: &Calendar, to: &Calendar) -> Read {
        let (Some(end), ground) = self.calendar(expression, to) else {
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

    fn shift(self, expression: &Expression) -> Read {
        let Meaning::Shift { unit, offset: Count::Exactly(offset), anchor, phase, earlier, .. } = expression.meaning
        else {
            return (None, Statement::UnstatedNumberOfDays);
        };
        let tense = expression.tense;
        let each = |day: Day| shifted(day, unit, offset, earlier, tense).map(|days| phased(days, phase));
        let following = (anchor == Anchor::Following).then(|| self.following(expression)).flatten();
        if let Some(days) = following {
            return (over_days(&days, each), Statement::CountedFromDateAfter);
        }
        let steps_back =
            anchor == Anchor::Narrative && offset < 0 && !expression.opens && matches!(unit, Unit::Day | Unit::Week);
        if let Some(days) = steps_back.then(|| self.day_behind(expression)).flatten() {
            return (over_days(&days, each), Statement::CountedFromDateAfter);
        }
        if let Some(story) = self.narrative.story().filter(|_| anchor == Anchor::Story) {
            return (over_days(story, each), Statement::DayReportIsAbout);
        }
        match (anchor, self.narrative.anchor(unit, expression.sentence)) {
            (Anchor::Publication, _) => (over_days(self.publication, each), Statement::CountedFromPublication),
            (_, Some(told)) if matches!(unit, Unit::Decade | Unit::Century) => {
                (each(told.first()), Statement::CountedFromYearsTold)
            }
            (_, Some(told)) => (over_days(told, each), Statement::CountedFromDayTold),
            // "They left ten days later", of a month: told as past, it is no day to come.
            (_, None) if offset > 0 && tense == Tense::Past && self.narrative.any().is_some() => {
                (None, Statement::UnstatedNumberOfDays)
            }
            (_, None) => (over_days(self.publication, each), Statement::CountedFromPublicationAlone),
        }
    }

    /// The expression that comes next.
    pub(super) fn next(self, expression: &Expression) -> Option<&'a Expression> {
        self.expressions.get(self.expressions.partition_point(|other| other.span.start() < expression.span.end()))
    }

    /// *À Kadugli, où l'armée avait attaqué la veille, douze civils ont été tués mardi*: the day of the rest of the sentence, where
    /// it has told none before.
    fn day_behind(self, expression: &Expression) -> Option<DateSet> {
        // "cinq jours plus tôt, le 24 juin": that day once more.
        let restated = self.next(expression).is_some_and(|next| next.span.start() - expression.span.end() <= BESIDE);
        if restated || self.narrative.has_day_of(expression.sentence) {
            return None;
        }
        let first = self.expressions.partition_point(|other| other.span.start() < expression.span.end());
        let rest = self.expressions.get(first..)?.iter().take_while(|other| other.sentence == expression.sentence);
        let mut told = rest.filter(|other| other.role == Role::Told && other.is_past());
        let days = told.find_map(|other| self.calendar(other, other.meaning.calendar()?).0)?;
        (days.precision() == Precision::Day).then_some(days)
    }

    /// The days of the date that comes next in the sentence.
    fn following(self, expression: &Expression) -> Option<DateSet> {
        let next = self.next(expression)?;
        let near = next.sentence == expression.sentence && next.span.start() - expression.span.end() <= 60;
        let calendar = next.meaning.calendar().filter(|_| near)?;
        self.calendar(next, calendar).0
    }
}

/// Every day of the set put through `each`; long lists of days become a stretch.
pub(super) fn over_days(days: &DateSet, each: impl Fn(Day) -> Option<DateSet>) -> Option<DateSet> {
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
