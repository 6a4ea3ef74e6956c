//! [`Step`] and the windows it makes: half-open runs of days that follow the calendar.

use crate::day::Day;
use crate::edtf::DayRange;
use serde::{Deserialize, Serialize};

/// The calendar unit that the window moves by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Step {
    Day,
    Week,
    #[default]
    Month,
    Quarter,
    Year,
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Direction {
    Back,
    Forward,
}

impl Step {
    /// From the shortest.
    pub const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// The unit that holds `day`: a week from Monday, a quarter from January, April, July or October.
    #[must_use]
    pub fn around(self, day: Day) -> DayRange {
        let day = Day::from_number(i64::from(day.number()));
        let (year, month, _) = day.ymd();
        let months_from = |month: u8, count: i32| {
            let start = Day::from_ymd(year, month, 1).unwrap_or(day);
            DayRange { start, end: start.plus_months(count) }
        };
        match self {
            Self::Day => DayRange { start: day, end: day.plus(1) },
            Self::Week => DayRange { start: day.monday(), end: day.monday().plus(7) },
            Self::Month => months_from(month, 1),
            Self::Quarter => months_from((month - 1) / 3 * 3 + 1, 3),
            Self::Year => months_from(1, 12),
        }
    }

    /// The units of this step that cover `range`, from the first to the last; at most `limit` of them.
    #[must_use]
    pub fn cover(self, range: DayRange, limit: usize) -> Vec<DayRange> {
        let mut units = Vec::new();
        let mut unit = self.around(range.start);
        while unit.start < range.end && units.len() < limit {
            units.push(unit);
            let next = self.around(unit.end);
            if next.start <= unit.start {
                break;
            }
            unit = next;
        }
        units
    }

    /// Whether `window` begins and ends where units of this step do.
    #[must_use]
    pub fn fits(self, window: DayRange) -> bool {
        self.around(window.start).start == window.start && self.around(window.end).start == window.end
    }

    /// The window one step on. A window of whole units moves by one unit; any other moves by its own length,
    /// so that a run of steps neither leaves days out nor drifts over months of different lengths.
    #[must_use]
    pub fn advance(self, window: DayRange, direction: Direction) -> DayRange {
        if self.fits(window) {
            let beyond = |edge: Day| match direction {
                Direction::Forward => self.around(edge).end,
                Direction::Back => self.around(edge.plus(-1)).start,
            };
            return DayRange { start: beyond(window.start), end: beyond(window.end) };
        }
        let length = (window.end.number() - window.start.number()).max(1);
        let days = if direction == Direction::Forward { length } else { -length };
        DayRange { start: window.start.plus(days), end: window.end.plus(days) }
    }

    /// The longest step of which `window` is a single unit.
    #[must_use]
    pub fn of_window(window: DayRange) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|step| step.around(window.start) == window)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edtf::DateSet;
    use proptest::prelude::*;

    fn days(edtf: &str) -> DayRange {
        DateSet::parse(edtf).unwrap().ranges()[0]
    }

    #[track_caller]
    fn check(step: Step, from: &str, forward: &str) {
        assert_eq!(step.advance(days(from), Direction::Forward), days(forward));
        assert_eq!(step.advance(days(forward), Direction::Back), days(from));
    }

    #[test]
    fn steps_are_calendar_steps() {
        check(Step::Day, "2021-02-28", "2021-03-01");
        check(Step::Week, "2021-07-05/2021-07-11", "2021-07-12/2021-07-18");
        check(Step::Month, "2021-01", "2021-02");
        check(Step::Month, "2021-02", "2021-03");
        check(Step::Quarter, "2021-10-01/2021-12-31", "2022-01-01/2022-03-31");
        check(Step::Year, "2020", "2021");
    }

    #[test]
    fn a_window_of_three_months_moves_by_one() {
        check(Step::Month, "2021-01-01/2021-03-31", "2021-02-01/2021-04-30");
    }

    #[test]
    fn a_window_of_odd_days_moves_by_its_own_length() {
        check(Step::Month, "2021-07-05/2021-07-15", "2021-07-16/2021-07-26");
    }

    #[test]
    fn the_31st_is_in_its_month_and_in_no_other() {
        let last = Day::from_ymd(2021, 7, 31).unwrap();
        let holds = |range: DayRange| range.start <= last && last < range.end;
        let holding: Vec<DayRange> = Step::Month.cover(days("2021"), 100).into_iter().filter(|&r| holds(r)).collect();
        assert_eq!(holding, [days("2021-07")]);
    }

    #[test]
    fn a_week_begins_on_monday_even_over_new_year() {
        assert_eq!(Step::Week.around(Day::from_ymd(2021, 1, 1).unwrap()), days("2020-12-28/2021-01-03"));
    }

    proptest! {
        #[test]
        fn every_day_is_in_its_unit_and_units_touch(number in -800_000_i64..800_000, step in 0_usize..5) {
            let step = Step::ALL[step];
            let day = Day::from_number(number);
            let unit = step.around(day);
            prop_assert!(unit.start <= day && day < unit.end);
            prop_assert_eq!(step.around(unit.start.plus(-1)).end, unit.start);
            prop_assert_eq!(step.advance(step.advance(unit, Direction::Forward), Direction::Back), unit);
        }
    }
}
