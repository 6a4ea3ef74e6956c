//! [`Taken`]: what of a view is taken.

use egui::Rect;

/// What of a view is taken, by squares of it: a place is compared with what is near it, however much there is.
pub(super) struct Taken {
    within: Rect,
    columns: usize,
    squares: Vec<Vec<Rect>>,
}

impl Taken {
    /// Side of a square, in points: about as long as a name.
    const SIDE: f32 = 64.0;

    pub(super) fn new(within: Rect) -> Self {
        let count = |length: f32| Self::square(length, usize::MAX) + 1;
        let (columns, rows) = (count(within.width()), count(within.height()));
        Self { within, columns, squares: vec![Vec::new(); columns * rows] }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a screen's size before")]
    fn square(offset: f32, last: usize) -> usize {
        ((offset / Self::SIDE).clamp(0.0, 4096.0) as usize).min(last)
    }

    /// The squares that a rectangle lies in; what is outside the view counts for those at its edge.
    fn squares_of(&self, area: Rect) -> impl Iterator<Item = usize> + use<> {
        let (columns, rows) = (self.columns, self.squares.len() / self.columns);
        let (min, max) = (area.min - self.within.min, area.max - self.within.min);
        let (left, right) = (Self::square(min.x, columns - 1), Self::square(max.x, columns - 1));
        let (top, bottom) = (Self::square(min.y, rows - 1), Self::square(max.y, rows - 1));
        (top..=bottom).flat_map(move |row| (left..=right).map(move |column| row * columns + column))
    }

    pub(super) fn is_free(&self, area: Rect) -> bool {
        let mut near = self.squares_of(area).filter_map(|square| self.squares.get(square)).flatten();
        !near.any(|other| other.intersects(area))
    }

    pub(super) fn take(&mut self, area: Rect) {
        for square in self.squares_of(area) {
            if let Some(square) = self.squares.get_mut(square) {
                square.push(area);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Pos2, pos2, vec2};

    const VIEW: Rect = Rect { min: Pos2::ZERO, max: Pos2 { x: 1000.0, y: 1000.0 } };

    #[test]
    fn what_is_taken_is_so_in_every_square_it_lies_in_and_beyond_the_view() {
        let mut taken = Taken::new(VIEW);
        taken.take(Rect::from_min_max(pos2(-30.0, 60.0), pos2(300.0, 70.0)));
        for x in [-20.0, 10.0, 100.0, 280.0] {
            assert!(!taken.is_free(Rect::from_min_size(pos2(x, 65.0), vec2(2.0, 2.0))), "{x}");
        }
        assert!(taken.is_free(Rect::from_min_size(pos2(310.0, 65.0), vec2(2.0, 2.0))));
        assert!(taken.is_free(Rect::from_min_size(pos2(10.0, 75.0), vec2(2.0, 2.0))));
    }
}
