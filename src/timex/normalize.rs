//! Reads expressions against the publication day and against each other.

use super::Timex;
use super::expression::{Bound, Expression, Role, Tense};
use super::feast::movable;
use super::meaning::{Anchor, Calendar, Count, Direction, Meaning, Phase, TimeOfDay, Unit};
use super::narrative::Narrative;
use super::value;
use crate::day::{Day, Weekday, days_in_month};
use crate::document::Publication;
use crate::edtf::{DateSet, DayRange};
use crate::reason::Reason;

/// Days of a publication that are read one by one; where more are left, nothing is read against it.
const MOST_DAYS: i32 = 800;

/// The expressions as days, one timex for each expression, in their order.
#[must_use]
pub fn normalize(expressions: &[Expression], publication: &Publication) -> Vec<Timex> {
    let reader = Reader { publication: &publication.inferred, expressions };
    let mut narrative = Narrative::default();
    let mut timexes: Vec<Timex> = Vec::with_capacity(expressions.len());
    for (index, expression) in expressions.iter().enumerate() {
        let (when, ground) = reader.read(expression, &narrative);
        if expression.restates
            && let (Some(days), Some(before)) = (&when, timexes.last_mut())
        {
            if let Some(time) = expressions.get(index.wrapping_sub(1)).map(|before| before.meaning) {
                before.value = value::of(&time, Some(days));
            }
            before.when = Some(days.clone());
            before.reason = Reason::new("the day named right after it").at(expression.span);
        }
        narrative.pass(expression, when.as_ref());
        timexes.push(Timex {
            span: expression.span,
            kind: expression.kind,
            value: value::of(&expression.meaning, when.as_ref()),
            extent: reader.extent(expression, when.as_ref()),
            reason: ground.at(expression.span),
            when,
        });
    }
    timexes
}

/// Every day of the set put through `each`; long lists of days become a stretch.
fn over_days(days: &DateSet, each: impl Fn(Day) -> Option<DateSet>) -> Option<DateSet> {
    days.map_days(MOST_DAYS, each)
}

struct Reader<'a> {
    publication: &'a DateSet,
    expressions: &'a [Expression],
}

impl Reader<'_> {
    fn read(&self, expression: &Expression, narrative: &Narrative) -> (Option<DateSet>, Reason) {
        let (when, words) = match &expression.meaning {
            Meaning::Calendar(calendar) => self.calendar(expression, calendar, narrative),
            Meaning::Range(from, to) => self.range(expression, from, to, narrative),
            Meaning::Shift { .. } => self.shift(expression, narrative),
            Meaning::Years { first, count } => (years(*first, *count), "the years named"),
            Meaning::Duration { .. } => (None, "a length of time"),
            Meaning::Set { .. } => (None, "a repetition"),
            Meaning::Reference(_) => (None, "no days stated"),
        };
        let when = when.map(|days| if expression.approximate { days.approximately() } else { days });
        (when, Reason::new(words))
    }

    fn calendar(
        &self,
        expression: &Expression,
        calendar: &Calendar,
        narrative: &Narrative,
    ) -> (Option<DateSet>, &'static str) {
        if let Some(year) = calendar.year {
            return (in_year(calendar, year), "the date as written");
        }
        if *calendar == (Calendar { time: calendar.time, ..Calendar::default() }) {
            return match narrative.day() {
                Some(day) => (Some(day.clone()), "part of the day the narrative is at"),
                None => (over_days(self.publication, |day| Some(DateSet::day(day))), "part of the publication day"),
            };
        }
        if calendar.is_bare_weekday() {
            return self.weekday(expression, calendar, narrative);
        }
        let near = |told: Day| instances_near(calendar, told);
        if calendar.month.is_none()
            && calendar.weekday.is_none()
            && calendar.day.is_some()
            && let Some(days) = narrative.day().and_then(DateSet::single_day).and_then(near)
        {
            return (Some(days), "the day of that number nearest to the day the narrative is at");
        }
        if let Some(days) = narrative.year_in(expression).and_then(|anchor| following_on(calendar, anchor)) {
            return (Some(days), "in the year the narrative is at");
        }
        let tense = expression.tense;
        let days = over_days(self.publication, |day| match calendar.year_offset {
            Some(offset) => in_year(calendar, day.year() + offset),
            None => of_the_years(calendar, day, tense),
        });
        (days, "the one that fits the publication day and the tense")
    }

    fn weekday(
        &self,
        expression: &Expression,
        calendar: &Calendar,
        narrative: &Narrative,
    ) -> (Option<DateSet>, &'static str) {
        let Some(weekday) = calendar.weekday else { return (None, "no weekday") };
        if let Some(weeks) = calendar.week_offset {
            let each = |day: Day| Some(DateSet::day(day.monday().plus(weeks.checked_mul(7)? + weekday.index())));
            return (over_days(self.publication, each), "that weekday, its week counted from the publication day");
        }
        let near = |day: Day| Some(DateSet::day(nearest_weekday(weekday, day, expression.tense, calendar.direction)));
        if let Some(told) = narrative.day().filter(|_| calendar.from_narrative) {
            return (over_days(told, near), "that weekday, counted from the day the narrative is at");
        }
        let named = (calendar.direction.is_none() && expression.tense != Tense::Future)
            .then(|| self.named_day(weekday))
            .flatten();
        if let Some(day) = named {
            return (Some(DateSet::day(day)), "the day that the report names with its date");
        }
        (over_days(self.publication, near), "that weekday, counted from the publication day")
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
    ) -> (Option<DateSet>, &'static str) {
        let (Some(end), ground) = self.calendar(expression, to, narrative) else {
            return (None, "a stretch of unknown year");
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

    fn shift(&self, expression: &Expression, narrative: &Narrative) -> (Option<DateSet>, &'static str) {
        let Meaning::Shift { unit, offset: Count::Exactly(offset), anchor, phase, earlier, .. } = expression.meaning
        else {
            return (None, "an unstated number of days");
        };
        let tense = expression.tense;
        let each = |day: Day| shifted(day, unit, offset, earlier, tense).map(|days| phased(&days, phase));
        let following = (anchor == Anchor::Following).then(|| self.following(expression, narrative)).flatten();
        if let Some(days) = following {
            return (over_days(&days, each), "counted from the date named right after");
        }
        match (anchor, narrative.anchor(unit)) {
            (Anchor::Publication, _) => (over_days(self.publication, each), "counted from the publication day"),
            (Anchor::Narrative | Anchor::Following, Some(told)) => {
                (over_days(told, each), "counted from the day the narrative is at")
            }
            (Anchor::Narrative | Anchor::Following, None) => {
                (over_days(self.publication, each), "counted from the publication day, the narrative being at no other")
            }
        }
    }

    /// The days of the date that comes next in the sentence.
    fn following(&self, expression: &Expression, narrative: &Narrative) -> Option<DateSet> {
        let next = self.expressions.iter().find(|other| other.span.start() >= expression.span.end())?;
        let near = next.sentence == expression.sentence && next.span.start() - expression.span.end() <= 60;
        let calendar = next.meaning.calendar().filter(|_| near)?;
        self.calendar(next, calendar, narrative).0
    }

    /// See [`Timex::extent`].
    fn extent(&self, expression: &Expression, when: Option<&DateSet>) -> Option<DateSet> {
        let (first, last) = (self.publication.first(), self.publication.last());
        if self.publication.is_open() {
            return None;
        }
        match (&expression.meaning, when, expression.bound) {
            (_, Some(days), Some(Bound::Since)) if expression.tense != Tense::Future && days.first() <= last => {
                Some(DateSet::days(days.first(), last))
            }
            (_, Some(days), Some(Bound::Until)) if expression.tense == Tense::Future && days.last() >= first => {
                Some(DateSet::days(first, days.last()))
            }
            (Meaning::Duration { count, unit, side }, None, _) if *side != 0 => {
                let length = length_in_days(*count, *unit)?;
                let days = if *side < 0 {
                    DateSet::days(first.plus(-length), last)
                } else {
                    DateSet::days(first, last.plus(length))
                };
                Some(days.approximately())
            }
            (Meaning::Shift { offset: Count::Vague, unit, backwards, .. }, None, _) => {
                let length = length_in_days(Count::Vague, *unit)?;
                let days = if *backwards {
                    DateSet::days(first.plus(-length), last)
                } else {
                    DateSet::days(first, last.plus(length))
                };
                Some(days.approximately())
            }
            _ => None,
        }
    }
}

/// Days that a duration reaches back from the publication day; an unstated count is read as five.
fn length_in_days(count: Count, unit: Unit) -> Option<i32> {
    let count = match count {
        Count::Exactly(number) => number,
        Count::Vague => 5,
    };
    let days = match unit {
        Unit::Second | Unit::Minute => return Some(0),
        Unit::Hour => return Some((count + 23) / 24),
        Unit::Day => 1,
        Unit::Week => 7,
        Unit::Month => 31,
        Unit::Quarter | Unit::Season => 92,
        Unit::Half => 184,
        Unit::Year => 366,
        Unit::Decade => 3653,
        Unit::Weekend | Unit::Century | Unit::Some => return None,
    };
    count.checked_mul(days).filter(|days| (0..400_000).contains(days))
}

/// The days that the parts tell in that year; `None` where the calendar has no such day.
pub(super) fn in_year(calendar: &Calendar, year: i32) -> Option<DateSet> {
    if let Some(feast) = movable(calendar, year) {
        return Some(DateSet::day(feast));
    }
    let set = match (calendar.month, calendar.day) {
        (Some(month), Some(day)) => return Day::from_ymd(year, month, day).map(DateSet::day),
        (Some(month), None) => DateSet::month(year, month)?,
        _ => match (calendar.season, calendar.quarter, calendar.half) {
            (Some(season), ..) => season_of(year, season)?,
            (_, Some(quarter), _) => months(year, quarter.checked_sub(1)?.checked_mul(3)? + 1, 3)?,
            (_, _, Some(half)) => months(year, half.checked_sub(1)?.checked_mul(6)? + 1, 6)?,
            _ => DateSet::year(year)?,
        },
    };
    Some(phased(&set, calendar.phase))
}

fn months(year: i32, first: u8, count: i32) -> Option<DateSet> {
    let start = Day::from_ymd(year, first, 1)?;
    Some(DateSet::days(start, start.plus_months(count).plus(-1)))
}

/// Seasons as EDTF has them: spring from March, winter from December.
fn season_of(year: i32, season: u8) -> Option<DateSet> {
    months(year, season.checked_mul(3)?, 3)
}

/// The beginning, middle or end of a stretch: days 1 to 10, 11 to 20 and 21 on of a month, thirds of anything longer.
fn phased(days: &DateSet, phase: Option<Phase>) -> DateSet {
    let (first, last) = (days.first(), days.last());
    let Some(phase) = phase else { return days.clone() };
    let length = last.number() - first.number() + 1;
    let (year, month, _) = first.ymd();
    let (early, late) = match length {
        28..=31 if i32::from(days_in_month(year, month)) == length => (10, 20),
        7 => (2, 4),
        365..=366 => (first.plus_months(4).number() - first.number(), first.plus_months(8).number() - first.number()),
        _ => (length / 3, length - length / 3),
    };
    match phase {
        Phase::Start => DateSet::days(first, first.plus(early - 1)),
        Phase::Middle => DateSet::days(first.plus(early), first.plus(late - 1)),
        Phase::End => DateSet::days(first.plus(late), last),
    }
}

/// A season, month, or day and month without a year, read at `day`.
pub(super) fn of_the_years(calendar: &Calendar, day: Day, tense: Tense) -> Option<DateSet> {
    let year = day.year();
    let all = || (year * 12 - 24..year * 12 + 36).filter_map(|months| instance(calendar, months));
    let agrees = |set: &DateSet| {
        calendar.weekday.is_none_or(|weekday| set.single_day().is_some_and(|day| day.weekday() == weekday))
    };
    let any_agrees = all().any(|set| agrees(&set));
    let fits = |set: &DateSet| !any_agrees || agrees(set);
    let ago = |set: &DateSet| day.number() - set.first().number();
    let ahead = |set: &DateSet| set.last().number() - day.number();
    let latest = || all().filter(fits).rfind(|set| ago(set) >= 0);
    let next = || all().filter(fits).find(|set| ahead(set) >= 0);
    let nearest = || all().filter(fits).min_by_key(|set| (distance(set, day), set.first()));
    match (calendar.direction, tense) {
        (Some(Direction::Last), _) => all().filter(fits).rfind(|set| set.last() < day),
        (Some(Direction::Next | Direction::AfterNext), _) => all().filter(fits).find(|set| set.first() > day),
        (Some(Direction::This), _) => all().filter(fits).find(|set| set.first().year() == year).or_else(nearest),
        // What lies most of a year back would be told with its year.
        (None, Tense::Past) => latest()
            .filter(|set| calendar.weekday.is_some() && any_agrees || ago(set) <= 300 || set.first().year() == year)
            .or_else(nearest),
        (None, Tense::Future) => next().filter(|set| ahead(set) <= 330).or_else(nearest),
        // Reports tell more of what was than of what will be.
        (None, Tense::Present | Tense::Unknown) => all().filter(fits).min_by_key(|set| {
            let far = distance(set, day);
            (if set.first() > day { far * 6 } else { far }, set.first())
        }),
    }
}

/// The parts in one year, taken in its January; a day of no named month in every month.
fn instance(calendar: &Calendar, months: i32) -> Option<DateSet> {
    let (year, month) = (months.div_euclid(12), u8::try_from(months.rem_euclid(12) + 1).ok()?);
    match calendar {
        Calendar { month: None, day: Some(day), .. } => Day::from_ymd(year, month, *day).map(DateSet::day),
        _ if month == 1 => in_year(calendar, year),
        _ => None,
    }
}

/// A day of the month within three weeks of a day told.
fn instances_near(calendar: &Calendar, told: Day) -> Option<DateSet> {
    let months = told.year() * 12 + i32::from(told.ymd().1) - 1;
    let sets = (months - 1..=months + 1).filter_map(|months| instance(calendar, months));
    sets.filter(|set| distance(set, told) <= 21).min_by_key(|set| distance(set, told))
}

/// The date as the narrative goes on from a day: a story moves on by weeks, and back by days.
fn following_on(calendar: &Calendar, day: Day) -> Option<DateSet> {
    let year = day.year();
    let sets = (year - 1..=year + 1).filter_map(|year| in_year(calendar, year));
    sets.filter(|set| set.last() >= day.plus(-30) && set.first() <= day.plus(150)).min_by_key(|set| distance(set, day))
}

fn distance(set: &DateSet, day: Day) -> i32 {
    if set.holds(day) { 0 } else { (set.first().number() - day.number()).max(day.number() - set.last().number()) }
}

/// The weekday that is meant on `day`: the last one, that day included, unless the future is spoken of.
fn nearest_weekday(weekday: Weekday, day: Day, tense: Tense, direction: Option<Direction>) -> Day {
    let back = (day.weekday().index() - weekday.index()).rem_euclid(7);
    match (direction, tense) {
        (Some(Direction::Last), _) => day.plus(if back == 0 { -7 } else { -back }),
        (Some(Direction::Next), _) => day.plus(7 - back),
        (Some(Direction::AfterNext), _) => day.plus(14 - back),
        (Some(Direction::This) | None, Tense::Future) => day.plus((7 - back) % 7),
        _ => day.plus(-back),
    }
}

/// The unit that is `offset` units from the one that holds `day`.
fn shifted(day: Day, unit: Unit, offset: i32, earlier: bool, tense: Tense) -> Option<DateSet> {
    let whole = |first: Day, months: i32| DateSet::days(first, first.plus_months(months).plus(-1));
    let (year, month, _) = day.ymd();
    let first_of = |length: u8| Day::from_ymd(year, month - (month - 1) % length, 1);
    let days = match unit {
        Unit::Second | Unit::Minute => DateSet::day(day),
        Unit::Hour => DateSet::day(day.plus(offset / 24)),
        Unit::Day => DateSet::day(day.plus(offset)),
        Unit::Week => {
            let monday = day.monday().plus(offset.checked_mul(7)?);
            DateSet::days(monday, monday.plus(6))
        }
        Unit::Weekend => weekend(day, offset, tense),
        Unit::Month => whole(first_of(1)?.plus_months(offset), 1),
        Unit::Quarter => whole(first_of(3)?.plus_months(offset.checked_mul(3)?), 3),
        Unit::Half => whole(first_of(6)?.plus_months(offset.checked_mul(6)?), 6),
        Unit::Year => DateSet::year(year.checked_add(offset)?)?,
        Unit::Decade => {
            let first = year - year.rem_euclid(10) + offset.checked_mul(10)?;
            years(first, 10)?
        }
        Unit::Century => years(year - year.rem_euclid(100) + offset.checked_mul(100)?, 100)?,
        Unit::Season | Unit::Some => return None,
    };
    // Nothing is earlier in a week than its first day: the week before is meant.
    if earlier && offset == 0 && days.first() == day {
        return shifted(day, unit, -1, false, tense);
    }
    Some(days)
}

/// Saturday and Sunday: on a weekend that one is *this* one; on a Monday to Friday *this* is the next, but the last for what is past.
fn weekend(day: Day, offset: i32, tense: Tense) -> DateSet {
    let saturday = day.monday().plus(5);
    let inside = day >= saturday;
    let weeks = match (offset, inside) {
        (0, false) if tense == Tense::Past => -1,
        (-1, false) => -1,
        (1, false) => 0,
        (offset, _) => offset,
    };
    let saturday = saturday.plus(weeks * 7);
    DateSet::days(saturday, saturday.plus(1))
}

/// Ten or a hundred years; a century begins with its first year, 1901. Where in them is too vague to be days.
fn years(first: i32, count: i32) -> Option<DateSet> {
    let first = if count == 100 { first + 1 } else { first };
    Some(DateSet::days(Day::from_ymd(first, 1, 1)?, Day::from_ymd(first.checked_add(count - 1)?, 12, 31)?))
}

/// Whether a time of day is a night, which belongs to the day it begins on.
#[must_use]
pub fn is_night(time: Option<TimeOfDay>) -> bool {
    time == Some(TimeOfDay::Part("NI"))
}
