//! The names of an opened ring: a column on either side of it, each name on a line with its marker where there is room.

use super::MapView;
use egui::{Color32, FontId, Galley, Pos2, Rect, Stroke, Ui, Vec2, vec2};
use std::sync::Arc;

/// From one name to the next in a column, in points.
const ROW: f32 = 19.0;
/// From the outermost markers to a column.
const GAP: f32 = 10.0;
const TEXT_SIZE: f32 = 12.5;

/// Paints a name for each of the markers that lie at `offsets` around `at`; `radius` is a marker's.
pub(super) fn paint(ui: &Ui, view: &MapView<'_>, at: Pos2, offsets: &[Vec2], radius: f32, names: Vec<String>) {
    let font = FontId::proportional(TEXT_SIZE);
    let layout = |name| ui.painter().layout_no_wrap(name, font.clone(), view.palette.text);
    let galleys: Vec<Arc<Galley>> = names.into_iter().map(layout).collect();
    let reach = offsets.first().map_or(0.0, |offset| offset.length()) + radius + GAP;
    let widest = galleys.iter().map(|galley| galley.size().x).fold(0.0, f32::max);
    let has_room = |side: Side| view.rect.contains(at + vec2(side.sign() * (reach + widest), 0.0));
    let sides = match (has_room(Side::Left), has_room(Side::Right)) {
        (true, false) => vec![Side::Left; offsets.len()],
        (false, true) => vec![Side::Right; offsets.len()],
        _ => offsets.iter().map(|&offset| Side::of(offset)).collect(),
    };
    for ((offset, galley), (side, height)) in
        offsets.iter().zip(galleys).zip(sides.iter().zip(heights(offsets, &sides)))
    {
        let end = at + vec2(side.sign() * reach, height);
        let line = Stroke::new(1.0, view.palette.weak);
        ui.painter().line_segment([at + *offset + vec2(side.sign() * (radius + 2.0), 0.0), end], line);
        paint_name(ui, view, end, *side, galley);
    }
}

/// The name, its near end at `end`; moved into view where it would leave it.
fn paint_name(ui: &Ui, view: &MapView<'_>, end: Pos2, side: Side, galley: Arc<Galley>) {
    let room = galley.size();
    let left = if side == Side::Left { end.x - room.x - 4.0 } else { end.x + 4.0 };
    let last = (view.rect.right() - room.x - 4.0).max(view.rect.left() + 4.0);
    let text = Rect::from_min_size(Pos2::new(left.clamp(view.rect.left() + 4.0, last), end.y - room.y / 2.0), room);
    ui.painter().rect_filled(text.expand2(vec2(4.0, 1.0)), 4.0, view.palette.card.gamma_multiply(0.92));
    ui.painter().galley(text.min, galley, Color32::PLACEHOLDER);
}

/// On which side of its ring a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

impl Side {
    /// The marker at the top has its name on the right, that at the bottom on the left: as many on either side.
    fn of(offset: Vec2) -> Self {
        let is_in_the_middle = offset.x.abs() < 1.0;
        if offset.x < -1.0 || is_in_the_middle && offset.y > 0.0 { Self::Left } else { Self::Right }
    }

    fn sign(self) -> f32 {
        if self == Self::Left { -1.0 } else { 1.0 }
    }
}

/// How far below the middle of the ring each name stands: at its marker's height, or as near as the others of its column allow.
fn heights(offsets: &[Vec2], sides: &[Side]) -> Vec<f32> {
    let mut heights: Vec<f32> = offsets.iter().map(|offset| offset.y).collect();
    for side in [Side::Left, Side::Right] {
        let mut column: Vec<usize> = (0..offsets.len()).filter(|&index| sides[index] == side).collect();
        column.sort_by(|&a, &b| offsets[a].y.total_cmp(&offsets[b].y));
        let mut lowest = f32::NEG_INFINITY;
        for &index in &column {
            heights[index] = heights[index].max(lowest + ROW);
            lowest = heights[index];
        }
        // What was pushed down is brought back by half of it, so that the column stays beside the middle.
        let pushed = column.last().map_or(0.0, |&last| heights[last] - offsets[last].y);
        for index in column {
            heights[index] -= pushed / 2.0;
        }
    }
    heights
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::marker::ring::spread;

    #[test]
    fn no_name_of_a_ring_lies_on_another_however_many_there_are() {
        for count in 1..=10 {
            let offsets = spread(count, 34.0);
            let by_place: Vec<Side> = offsets.iter().map(|&offset| Side::of(offset)).collect();
            for sides in [by_place, vec![Side::Left; count]] {
                let heights = heights(&offsets, &sides);
                for (a, b) in (0..count).flat_map(|a| (0..a).map(move |b| (a, b))) {
                    let is_apart = sides[a] != sides[b] || (heights[a] - heights[b]).abs() > ROW - 0.01;
                    assert!(is_apart, "{count} markers: {heights:?}");
                }
            }
        }
    }

    #[test]
    fn a_ring_of_six_has_three_names_on_either_side() {
        let sides: Vec<Side> = spread(6, 34.0).into_iter().map(Side::of).collect();
        assert_eq!(sides.iter().filter(|&&side| side == Side::Left).count(), 3);
    }
}
