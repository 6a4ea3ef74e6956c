//! [`Wheel`]: turns over the plot: they widen the window, with Ctrl they scale the axis, sideways they move it.

use super::frame::Frame;
use crate::edtf::DayRange;
use crate::view_state::{Command, Direction, Step, ViewState};
use egui::{Rect, Ui};

/// A notch of a wheel, in the points that egui makes of it.
const NOTCH: f32 = 40.0;

/// What was turned and has not yet moved anything: turns come in small parts, so that things glide.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Wheel {
    left: f32,
}

impl Wheel {
    pub(super) fn ui(&mut self, ui: &Ui, frame: &Frame<'_>, rect: Rect, view: &ViewState, commands: &mut Vec<Command>) {
        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|pointer| rect.contains(*pointer));
        let Some(pointer) = pointer.filter(|_| ui.rect_contains_pointer(rect)) else {
            self.left = 0.0;
            return;
        };
        let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
        if (zoom - 1.0).abs() > 0.001 {
            commands.push(Command::ZoomAxis(zoom, frame.day_at(pointer.x)));
        } else if scroll.x.abs() > scroll.y.abs() {
            commands.push(Command::PanAxis(-scroll.x / frame.bars.width().max(1.0)));
        } else if scroll.y.abs() > 0.0 {
            let days_a_notch = (NOTCH / 8.0 / frame.axis.day_width()).clamp(1.0, 15.0);
            let wider = self.turn(scroll.y, view.window, view.step, days_a_notch);
            commands.extend(wider.map(Command::SetWindow));
        }
    }

    /// The window as so many points of turning make it: wider upwards. One of whole units gains or loses one at each end a
    /// notch, any other some days. A single unit or day stays.
    fn turn(&mut self, points: f32, window: DayRange, step: Step, days_a_notch: f32) -> Option<DayRange> {
        self.left += points;
        let by_units = step.fits(window);
        let part = if by_units { NOTCH } else { NOTCH / days_a_notch };
        #[expect(clippy::cast_possible_truncation, reason = "some notches at most")]
        let turns = (self.left / part).trunc().clamp(-100.0, 100.0) as i32;
        #[expect(clippy::cast_precision_loss, reason = "as before")]
        let used = turns as f32 * part;
        self.left -= used;
        let mut wider = window;
        for _ in 0..turns.unsigned_abs() {
            wider = if by_units { by_unit(wider, step, turns > 0) } else { by_day(wider, turns > 0) };
        }
        (wider != window && wider.start < wider.end).then_some(wider)
    }
}

fn by_unit(window: DayRange, step: Step, is_wider: bool) -> DayRange {
    use Direction::{Back, Forward};
    let (to_start, to_end) = if is_wider { (Back, Forward) } else { (Forward, Back) };
    let moved = DayRange { start: step.advance(window, to_start).start, end: step.advance(window, to_end).end };
    if moved.start < moved.end { moved } else { window }
}

fn by_day(window: DayRange, is_wider: bool) -> DayRange {
    let days = if is_wider { 1 } else { -1 };
    let moved = DayRange { start: window.start.plus(-days), end: window.end.plus(days) };
    if moved.start < moved.end { moved } else { window }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edtf::DateSet;

    fn days(edtf: &str) -> DayRange {
        DateSet::parse(edtf).unwrap().ranges()[0]
    }

    #[track_caller]
    fn check(window: &str, turned: &[f32], expected: &str) {
        let (mut wheel, mut window) = (Wheel::default(), days(window));
        for &points in turned {
            window = wheel.turn(points, window, Step::Month, 4.0).unwrap_or(window);
        }
        assert_eq!(window, days(expected));
    }

    #[test]
    fn a_notch_widens_a_month_by_the_months_around_it_and_back() {
        check("2021-07", &[NOTCH], "2021-06-01/2021-08-31");
        check("2021-07", &[NOTCH, -NOTCH], "2021-07");
        check("2021-07", &[-NOTCH, -NOTCH], "2021-07");
    }

    #[test]
    fn a_notch_in_many_small_parts_is_a_notch() {
        check("2021-07", &[5.0; 8], "2021-06-01/2021-08-31");
        check("2021-07", &[5.0; 7], "2021-07");
    }

    #[test]
    fn odd_days_are_widened_by_days_and_never_to_none() {
        check("2021-07-10/2021-07-12", &[NOTCH], "2021-07-06/2021-07-16");
        check("2021-07-10/2021-07-12", &[-NOTCH], "2021-07-11");
    }
}
