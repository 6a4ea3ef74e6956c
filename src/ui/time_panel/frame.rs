//! [`Frame`]: where days lie in the plot.

use crate::day::Day;
use crate::edtf::DayRange;
use crate::view_state::axis::Axis;
use egui::Rect;

/// The rectangle of the bars, and the axis from its left end.
pub(super) struct Frame<'a> {
    pub(super) bars: Rect,
    pub(super) axis: &'a Axis,
}

impl Frame<'_> {
    pub(super) fn x_of(&self, day: Day) -> f32 {
        self.bars.left() + self.axis.x_of(day)
    }

    pub(super) fn day_at(&self, x: f32) -> Day {
        self.axis.day_at(x - self.bars.left())
    }

    pub(super) fn rect_of(&self, days: DayRange) -> Rect {
        Rect::from_x_y_ranges(self.x_of(days.start)..=self.x_of(days.end), self.bars.y_range())
    }
}
