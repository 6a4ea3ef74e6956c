//! Days of dates, weekdays and units, once it is known what they are counted from.

use super::expression::Tense;
use super::feast::movable;
use super::meaning::{Calendar, Count, Direction, Phase, Unit};
use super::narrative::YearTold;
use crate::day::{Day, Weekday, days_in_month};
use crate::edtf::DateSet;
use std::ops::Range;

/// Days that a duration reaches back from the publication day; an unstated count is read as five.
pub(super) fn length_in_days(count: Count, unit: Unit) -> Option<i32> {
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
    Some(phased(set, calendar.phase))
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
pub(super) fn phased(days: DateSet, phase: Option<Phase>) -> DateSet {
    let Some(phase) = phase else { return days };
    let (first, last) = (days.first(), days.last());
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
    let agrees = |set: &DateSet| is_on_its_weekday(calendar, set);
    let ago = |set: &DateSet| day.number() - set.first().number();
    // What has begun by a day began in its year or before.
    let begun = || instances(calendar, year - 2..year + 1).filter(|set| ago(set) >= 0);
    // What most dates with a weekday are: the last time that they fell on it.
    let is_past = calendar.weekday.is_some() && calendar.direction.is_none() && tense == Tense::Past;
    if let Some(latest) = is_past.then(|| begun().rfind(agrees)).flatten() {
        return Some(latest);
    }
    let around = || instances(calendar, year - 2..year + 3);
    let any_agrees = calendar.weekday.is_some() && around().any(|set| agrees(&set));
    let fits = |set: &DateSet| !any_agrees || agrees(set);
    let all = || around().filter(fits);
    let ahead = |set: &DateSet| set.last().number() - day.number();
    let latest = || begun().rfind(fits);
    let next = || all().find(|set| ahead(set) >= 0);
    let nearest = || all().min_by_key(|set| (distance(set, day), set.first()));
    match (calendar.direction, tense) {
        (Some(Direction::Last), _) => all().rfind(|set| set.last() < day),
        (Some(Direction::Next | Direction::AfterNext), _) => all().find(|set| set.first() > day),
        (Some(Direction::This), _) => all().find(|set| set.first().year() == year).or_else(nearest),
        // What lies most of a year back would be told with its year.
        (None, Tense::Past) => {
            latest().filter(|set| any_agrees || ago(set) <= 300 || set.first().year() == year).or_else(nearest)
        }
        (None, Tense::Future) => next().filter(|set| ahead(set) <= 330).or_else(nearest),
        // Reports tell more of what was than of what will be.
        (None, Tense::Present | Tense::Unknown) => all().min_by_key(|set| {
            let far = distance(set, day);
            (if set.first() > day { far * 6 } else { far }, set.first())
        }),
    }
}

/// Whether the days are one of the weekday that the parts name, or they name none.
fn is_on_its_weekday(calendar: &Calendar, set: &DateSet) -> bool {
    calendar.weekday.is_none_or(|weekday| set.single_day().is_some_and(|day| day.weekday() == weekday))
}

/// The parts in each of some years; a day of no named month in every month of them.
fn instances(calendar: &Calendar, years: Range<i32>) -> impl DoubleEndedIterator<Item = DateSet> {
    let step = if calendar.month.is_none() && calendar.day.is_some() { 1 } else { 12 };
    let months = (years.start * 12..years.end * 12).step_by(step);
    months.filter_map(move |months| instance(calendar, months))
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
pub(super) fn instances_near(calendar: &Calendar, told: Day) -> Option<DateSet> {
    let months = told.year() * 12 + i32::from(told.ymd().1) - 1;
    let sets = (months - 1..=months + 1).filter_map(|months| instance(calendar, months));
    sets.filter(|set| distance(set, told) <= 21).min_by_key(|set| distance(set, told))
}

/// The date as the narrative goes on from a day of the year told: a story moves on by weeks, and back by days; months of one
/// sentence lie as far apart as they may.
pub(super) fn following_on(calendar: &Calendar, told: YearTold) -> Option<DateSet> {
    let day = told.day;
    let year = day.year();
    let reach = if told.same_sentence && calendar.day.is_none() { 300 } else { 150 };
    let back = if told.steps_back { 30 } else { 0 };
    let sets = (year - 1..=year + 1).filter_map(|year| in_year(calendar, year));
    sets.filter(|set| set.last() >= day.plus(-back) && set.first() <= day.plus(reach))
        .min_by_key(|set| distance(set, day))
}

fn distance(set: &DateSet, day: Day) -> i32 {
    if set.holds(day) { 0 } else { (set.first().number() - day.number()).max(day.number() - set.last().number()) }
}

/// The weekday that is meant on `day`: the last one, that day included, unless the future is spoken of.
pub(super) fn nearest_weekday(weekday: Weekday, day: Day, tense: Tense, direction: Option<Direction>) -> Day {
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
pub(super) fn shifted(day: Day, unit: Unit, offset: i32, earlier: bool, tense: Tense) -> Option<DateSet> {
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
pub(super) fn years(first: i32, count: i32) -> Option<DateSet> {
    let first = if count == 100 { first + 1 } else { first };
    Some(DateSet::days(Day::from_ymd(first, 1, 1)?, Day::from_ymd(first.checked_add(count - 1)?, 12, 31)?))
}
