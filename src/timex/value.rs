//! TIMEX3 values (ISO 8601 with the additions of `TimeML` 1.2.1).

use super::days::in_year;
use super::meaning::{Calendar, Count, Meaning, TimeOfDay, Unit};
use crate::day::{Day, Weekday};
use crate::edtf::{DateSet, Precision};

/// The value of what an expression says, once its days are known.
pub(super) fn of(meaning: &Meaning, when: Option<&DateSet>) -> String {
    match *meaning {
        Meaning::Reference(value) => value.to_owned(),
        Meaning::Duration { count, unit, .. } => period(count, unit),
        Meaning::Set { count, unit, weekday, time } => set(count, unit, weekday, time),
        Meaning::Shift { offset: Count::Vague, backwards, .. } => {
            String::from(if backwards { "PAST_REF" } else { "FUTURE_REF" })
        }
        Meaning::Shift { unit, time, .. } => match when {
            Some(days) => unit_of(days, unit) + &suffix(time),
            None => format!("XXXX-XX-XX{}", suffix(time)),
        },
        Meaning::Years { first, count, .. } => years(first, count),
        Meaning::Calendar(calendar) => date(&calendar, when),
        Meaning::Range(from, to) => {
            let end = |calendar: &Calendar, day: Option<Day>| {
                let days = day.map(DateSet::day);
                let whole = day
                    .filter(|_| calendar.day.is_none() && calendar.weekday.is_none() && calendar.phase.is_none())
                    .and_then(|day| in_year(calendar, day.year()));
                date(calendar, whole.as_ref().or(days.as_ref()))
            };
            format!("{}/{}", end(&from, when.map(DateSet::first)), end(&to, when.map(DateSet::last)))
        }
    }
}

/// `P3D`, `PT24H`, `PXW`.
fn period(count: Count, unit: Unit) -> String {
    let number = match count {
        Count::Exactly(number) => number.to_string(),
        Count::Vague => String::from("X"),
    };
    let times = |factor: i32| match count {
        Count::Exactly(number) => number.saturating_mul(factor).to_string(),
        Count::Vague => String::from("X"),
    };
    match unit {
        Unit::Second => format!("PT{number}S"),
        Unit::Minute => format!("PT{number}M"),
        Unit::Hour => format!("PT{number}H"),
        Unit::Day => format!("P{number}D"),
        Unit::Weekend => format!("P{number}WE"),
        Unit::Week => format!("P{number}W"),
        Unit::Month => format!("P{number}M"),
        Unit::Quarter => format!("P{number}Q"),
        Unit::Season => format!("P{number}S"),
        Unit::Half => format!("P{}M", times(6)),
        Unit::Year => format!("P{number}Y"),
        Unit::Decade => format!("P{number}DE"),
        Unit::Century => format!("P{number}CE"),
        Unit::Some => String::from("PXX"),
    }
}

fn set(count: Count, unit: Unit, weekday: Option<Weekday>, time: Option<TimeOfDay>) -> String {
    match (weekday, time) {
        (Some(weekday), time) => format!("XXXX-WXX-{}{}", weekday.index() + 1, suffix(time)),
        (None, Some(time)) => format!("XXXX-XX-XX{}", suffix(Some(time))),
        (None, None) => period(count, unit),
    }
}

/// `TMO`, `T15:00`.
fn suffix(time: Option<TimeOfDay>) -> String {
    match time {
        Some(TimeOfDay::Part(part)) => format!("T{part}"),
        Some(TimeOfDay::Clock(hour, minute, utc)) => format!("T{hour:02}:{minute:02}{}", if utc { "Z" } else { "" }),
        None => String::new(),
    }
}

/// `199`, `19`.
fn years(first: i32, count: i32) -> String {
    let digits = if count == 100 { first.div_euclid(100) } else { first.div_euclid(10) };
    if count == 100 { format!("{digits:02}") } else { format!("{digits:03}") }
}

/// `2021-W26`.
fn week(day: Day) -> String {
    // The year of an ISO week is that of its Thursday.
    let thursday = day.monday().plus(3);
    let first = Day::from_ymd(thursday.year(), 1, 1).unwrap_or(thursday);
    format!("{:04}-W{:02}", thursday.year(), (thursday.number() - first.number()) / 7 + 1)
}

fn unit_of(days: &DateSet, unit: Unit) -> String {
    let several = days.ranges().len() > 1;
    let first = days.first();
    let (year, month, _) = first.ymd();
    match unit {
        _ if several => match unit {
            Unit::Week => String::from("XXXX-WXX"),
            Unit::Month => String::from("XXXX-XX"),
            Unit::Year => String::from("XXXX"),
            _ => String::from("XXXX-XX-XX"),
        },
        Unit::Week => week(first),
        Unit::Weekend => format!("{}-WE", week(first)),
        Unit::Month => format!("{year:04}-{month:02}"),
        Unit::Quarter => format!("{year:04}-Q{}", (month - 1) / 3 + 1),
        Unit::Half => format!("{year:04}-H{}", (month - 1) / 6 + 1),
        Unit::Year => format!("{year:04}"),
        Unit::Decade => years(year, 10),
        Unit::Century => years(year, 100),
        _ => first.to_string(),
    }
}

fn date(calendar: &Calendar, when: Option<&DateSet>) -> String {
    let days = when.filter(|days| days.ranges().len() == 1);
    let text = match days {
        Some(days) if days.precision() == Precision::Day => days.first().to_string(),
        Some(days) => {
            let (year, month, _) = days.first().ymd();
            match calendar {
                Calendar { month: Some(_), .. } => format!("{year:04}-{month:02}"),
                Calendar { season: Some(season), .. } => format!("{year:04}-{}", season_code(*season)),
                Calendar { quarter: Some(quarter), .. } => format!("{year:04}-Q{quarter}"),
                Calendar { half: Some(half), .. } => format!("{year:04}-H{half}"),
                _ => format!("{year:04}"),
            }
        }
        None => unknown(calendar),
    };
    text + &suffix(calendar.time)
}

/// The same with `X` for what is not known.
fn unknown(calendar: &Calendar) -> String {
    let year = calendar.year.map_or_else(|| String::from("XXXX"), |year| format!("{year:04}"));
    match calendar {
        Calendar { month: Some(month), day: Some(day), .. } => format!("{year}-{month:02}-{day:02}"),
        Calendar { month: Some(month), .. } => format!("{year}-{month:02}"),
        Calendar { weekday: Some(weekday), .. } => format!("{year}-WXX-{}", weekday.index() + 1),
        Calendar { season: Some(season), .. } => format!("{year}-{}", season_code(*season)),
        Calendar { quarter: Some(quarter), .. } => format!("{year}-Q{quarter}"),
        Calendar { half: Some(half), .. } => format!("{year}-H{half}"),
        Calendar { time: Some(_), .. } => format!("{year}-XX-XX"),
        _ => year,
    }
}

fn season_code(season: u8) -> &'static str {
    match season {
        1 => "SP",
        2 => "SU",
        3 => "FA",
        _ => "WI",
    }
}
