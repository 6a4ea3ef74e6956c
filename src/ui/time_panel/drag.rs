//! [`Drag`]: a window being dragged, by its body or by one end.

use crate::day::Day;
use crate::edtf::DayRange;
use crate::view_state::{Command, Step};

/// What is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Start,
    Body,
    End,
}

/// A drag, from where it began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Drag {
    pub(super) part: Part,
    pub(super) window: DayRange,
    pub(super) grabbed: Day,
}

impl Drag {
    /// What the window becomes with the pointer over `day`. A window of whole units stays one: its body moves by units.
    pub(super) fn to(self, day: Day, step: Step) -> Command {
        match self.part {
            Part::Start => Command::SetFirstDay(day.min(self.window.end.plus(-1))),
            Part::End => Command::SetLastDay(day.max(self.window.start)),
            Part::Body => Command::SetWindow(self.moved(day, step)),
        }
    }

    fn moved(self, day: Day, step: Step) -> DayRange {
        let days = day.number() - self.grabbed.number();
        if !step.fits(self.window) {
            return DayRange { start: self.window.start.plus(days), end: self.window.end.plus(days) };
        }
        let units = step.cover(self.window, 400).len();
        // The middle decides, so that the window follows the pointer to the nearest unit.
        let first = step.around(self.window.start);
        let half = (first.end.number() - first.start.number()) / 2;
        let start = step.around(first.start.plus(days + half)).start;
        let mut end = start;
        for _ in 0..units {
            end = step.around(end).end;
        }
        DayRange { start, end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edtf::DateSet;

    fn days(edtf: &str) -> DayRange {
        DateSet::parse(edtf).unwrap().ranges()[0]
    }

    fn day(edtf: &str) -> Day {
        days(edtf).start
    }

    #[track_caller]
    fn check(window: &str, grabbed: &str, to: &str, expected: &str) {
        let drag = Drag { part: Part::Body, window: days(window), grabbed: day(grabbed) };
        assert_eq!(drag.to(day(to), Step::Month), Command::SetWindow(days(expected)));
    }

    #[test]
    fn a_month_is_dragged_to_the_nearest_month() {
        check("2021-07", "2021-07-10", "2021-06-10", "2021-06");
        check("2021-07", "2021-07-10", "2021-07-20", "2021-07");
        check("2021-01", "2021-01-31", "2021-02-28", "2021-02");
    }

    #[test]
    fn three_months_stay_three() {
        check("2021-01-01/2021-03-31", "2021-02-15", "2021-03-17", "2021-02-01/2021-04-30");
    }

    #[test]
    fn odd_days_move_by_days() {
        check("2021-07-05/2021-07-15", "2021-07-10", "2021-07-12", "2021-07-07/2021-07-17");
    }

    #[test]
    fn an_end_dragged_over_the_other_leaves_a_day() {
        let drag = Drag { part: Part::Start, window: days("2021-07"), grabbed: day("2021-07-01") };
        assert_eq!(drag.to(day("2021-08-05"), Step::Month), Command::SetFirstDay(day("2021-07-31")));
    }
}
