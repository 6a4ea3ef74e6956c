//! What a match means: from the slots it filled to a [`Meaning`].

use super::TimexType;
use super::grammar::{Compiled, Make};
use super::meaning::{Anchor, Calendar, Count, Direction, Meaning, Phase, TimeOfDay, Unit};
use super::number::{Slots, VAGUE};
use super::slot::Slot;
use crate::day::Weekday;

/// What a match means; `None` for what only looks like an expression of time.
pub(super) fn meaning(rule: &Compiled, slots: &Slots) -> Option<(TimexType, Meaning, bool)> {
    let mut slots = *slots;
    for &(slot, value) in &rule.fixed {
        if slots.get(slot).is_none() {
            slots.put(slot, value);
        }
    }
    let time = time_of(&slots);
    let dated = if time.is_some() { TimexType::Time } else { TimexType::Date };
    let approximate = slots.get(Slot::Approximate).is_some();
    let (kind, meaning) = match rule.make {
        Make::Nothing => return None,
        Make::Calendar => {
            let from_narrative = rule.anchor != Anchor::Publication;
            (dated, Meaning::Calendar(Calendar { from_narrative, ..calendar(&slots, time) }))
        }
        Make::Range => range(&slots, time),
        Make::Shift => shift(rule, &slots, time, dated)?,
        Make::Years => (TimexType::Date, years(&slots)?),
        Make::Duration => {
            let side = slots.get(Slot::Side).map_or(0, |side| i8::try_from(side.signum()).unwrap_or_default());
            (TimexType::Duration, Meaning::Duration { count: count(&slots), unit: unit(&slots)?, side })
        }
        Make::Set => {
            let weekday = slots.small(Slot::Weekday).and_then(weekday);
            let unit = unit(&slots).unwrap_or(if weekday.is_some() { Unit::Week } else { Unit::Day });
            (TimexType::Set, Meaning::Set { count: count(&slots), unit, weekday, time })
        }
        Make::Reference(value) => (TimexType::Date, Meaning::Reference(value)),
    };
    Some((kind, meaning, approximate))
}

fn calendar(slots: &Slots, time: Option<TimeOfDay>) -> Calendar {
    let half = slots.small(Slot::Half);
    Calendar {
        year: slots.get(Slot::Year),
        year_offset: slots.get(Slot::YearOffset),
        month_offset: slots.get(Slot::MonthOffset),
        week_offset: slots.get(Slot::WeekOffset),
        month: slots.small(Slot::Month),
        day: slots.small(Slot::Day),
        weekday: slots.small(Slot::Weekday).and_then(weekday),
        season: slots.small(Slot::Season),
        quarter: slots.small(Slot::Quarter),
        half,
        easter: slots.get(Slot::Easter),
        lunar: slots.small(Slot::LunarMonth).zip(slots.small(Slot::LunarDay)),
        nth: slots.small(Slot::Nth),
        phase: slots.get(Slot::Phase).and_then(phase),
        direction: direction(slots),
        from_narrative: false,
        time,
    }
}

fn range(slots: &Slots, time: Option<TimeOfDay>) -> (TimexType, Meaning) {
    let to = Calendar {
        year: slots.get(Slot::YearTo).or(slots.get(Slot::Year)),
        month: slots.small(Slot::MonthTo).or(slots.small(Slot::Month)),
        day: slots.small(Slot::DayTo),
        weekday: slots.small(Slot::WeekdayTo).and_then(weekday),
        phase: slots.get(Slot::PhaseTo).and_then(phase),
        time,
        ..Calendar::default()
    };
    let from = Calendar {
        year: slots.get(Slot::Year).or(to.year),
        month: slots.small(Slot::Month).or(to.month),
        ..calendar(slots, time)
    };
    // `2021-07` is no stretch of years, but a month.
    if let Calendar { year: Some(first), month: None, day: None, .. } = from
        && let Some(last) = to.year.filter(|&last| last < first && to.month.is_none())
    {
        let month = u8::try_from(last.rem_euclid(100)).ok().filter(|month| (1..=12).contains(month));
        return (TimexType::Date, Meaning::Calendar(Calendar { year: Some(first), month, ..Calendar::default() }));
    }
    (TimexType::Date, Meaning::Range(from, to))
}

fn shift(rule: &Compiled, slots: &Slots, time: Option<TimeOfDay>, dated: TimexType) -> Option<(TimexType, Meaning)> {
    let sign = slots.get(Slot::Sign).unwrap_or(1);
    let step = sign.checked_mul(slots.get(Slot::Times).unwrap_or(1))?;
    let unit = unit(slots)?;
    let offset = match count(slots) {
        Count::Exactly(number) => Count::Exactly(number.checked_mul(step)?),
        // *In a few weeks* tells how long from now, and no day.
        Count::Vague if sign > 0 && rule.anchor == Anchor::Publication => {
            return Some((TimexType::Duration, Meaning::Duration { count: Count::Vague, unit, side: 1 }));
        }
        Count::Vague => Count::Vague,
    };
    let earlier = slots.get(Slot::Earlier).is_some();
    let phase = slots.get(Slot::Phase).and_then(phase);
    let backwards = sign < 0;
    Some((dated, Meaning::Shift { unit, offset, backwards, anchor: rule.anchor, time, phase, earlier }))
}

/// Decades by their first year (`$year`), centuries by their number (`$century`).
fn years(slots: &Slots) -> Option<Meaning> {
    match (slots.get(Slot::Century), slots.get(Slot::Year)) {
        (Some(century), _) => Some(Meaning::Years { first: (century - 1).checked_mul(100)?, count: 100 }),
        (None, Some(year)) => Some(Meaning::Years { first: year - year.rem_euclid(10), count: 10 }),
        (None, None) => None,
    }
}

fn count(slots: &Slots) -> Count {
    match slots.get(Slot::Count) {
        Some(VAGUE) => Count::Vague,
        Some(number) => Count::Exactly(number),
        None => Count::Exactly(1),
    }
}

fn phase(number: i32) -> Option<Phase> {
    match number {
        1 => Some(Phase::Start),
        2 => Some(Phase::Middle),
        3 => Some(Phase::End),
        _ => None,
    }
}

fn direction(slots: &Slots) -> Option<Direction> {
    match slots.get(Slot::Direction)? {
        -1 => Some(Direction::Last),
        0 => Some(Direction::This),
        1 => Some(Direction::Next),
        2 => Some(Direction::AfterNext),
        _ => None,
    }
}

/// The parts of the day in the order of the packs' class `part`.
fn time_of(slots: &Slots) -> Option<TimeOfDay> {
    let utc = slots.get(Slot::Utc).is_some();
    if let Some(clock) = slots.get(Slot::Clock) {
        let part = |number: i32| u8::try_from(number).ok();
        return Some(TimeOfDay::Clock(part(clock / 100)?, part(clock % 100)?, utc));
    }
    if let Some(hour) = slots.small(Slot::Hour) {
        let afternoon = slots.get(Slot::Afternoon).unwrap_or_default();
        let hour = match (afternoon, hour) {
            (2, 12) => 0,
            (1, 1..=11) => hour + 12,
            _ => hour,
        };
        return Some(TimeOfDay::Clock(hour, slots.small(Slot::Minute).unwrap_or_default(), utc));
    }
    let name = match slots.get(Slot::Part)? {
        1 => "MO",
        2 => "MI",
        3 => "AF",
        4 => "EV",
        5 => "NI",
        6 => "DT",
        _ => return None,
    };
    Some(TimeOfDay::Part(name))
}

/// The units in the order of the packs' class `unit`.
fn unit(slots: &Slots) -> Option<Unit> {
    Some(match slots.get(Slot::Unit)? {
        1 => Unit::Second,
        2 => Unit::Minute,
        3 => Unit::Hour,
        4 => Unit::Day,
        5 => Unit::Week,
        6 => Unit::Month,
        7 => Unit::Quarter,
        8 => Unit::Year,
        9 => Unit::Decade,
        10 => Unit::Century,
        11 => Unit::Weekend,
        12 => Unit::Half,
        13 => Unit::Season,
        14 => Unit::Some,
        _ => return None,
    })
}

/// 1 for Monday to 7 for Sunday.
fn weekday(number: u8) -> Option<Weekday> {
    Weekday::ALL.get(usize::from(number).checked_sub(1)?).copied()
}
