//! [`Label`]s: names on the map, placed so that none lies on another or on a marker.

use super::style::{Anchor, Dot, LabelStyle};
use crate::ui::theme;
use egui::epaint::TextShape;
use egui::{Color32, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke, TextFormat, Vec2, text::LayoutJob, vec2};
use std::sync::Arc;

/// Radius of a town's dot, in points.
const TOWN_RADIUS: f32 = 2.2;
/// Radius of a capital's dot.
const CAPITAL_RADIUS: f32 = 3.2;
/// Kept free around a dot, so that it does not look like an accent on a name beside it.
const DOT_ROOM: f32 = 3.0;
/// From a dot to its name.
const GAP: f32 = 3.0;

/// A name that wants a place.
#[derive(Clone, Debug)]
pub struct Label {
    /// The name.
    pub text: String,
    /// What it names, on the screen.
    pub at: Pos2,
    /// Font size in points.
    pub size: f32,
    /// Of the letters.
    pub color: Color32,
    /// Around the letters.
    pub halo: Color32,
    /// Width of the halo in points.
    pub halo_width: f32,
    /// Higher ones are placed first.
    pub priority: usize,
    /// Among those of one priority: lower ones first.
    pub order: usize,
    /// Kept free around it, in points.
    pub padding: f32,
    /// Kept free around `at`, in points: the radius of a dot or marker.
    pub clearance: f32,
    anchors: Vec<Anchor>,
    dot: Dot,
    letter_spacing: f32,
    /// Behind the whole name, where it lies over other things.
    pub ground: Option<Color32>,
    /// In the heavier cut of the font.
    pub is_strong: bool,
}

/// What of a view is taken, by squares of it: a place is compared with what is near it, however much there is.
struct Taken {
    within: Rect,
    columns: usize,
    squares: Vec<Vec<Rect>>,
}

/// A label and the place it was given.
struct Placed {
    label: Label,
    galley: Arc<Galley>,
    top_left: Pos2,
}

impl Label {
    /// A name of the basemap, at its point on the screen; `order` is its row in its tile, the most important first.
    pub(super) fn of_text(text: &walkers::Text, style: &LabelStyle, at: Pos2, order: usize) -> Self {
        Self {
            text: if style.uppercase { text.text.to_uppercase() } else { text.text.clone() },
            at,
            size: text.font_size,
            color: text.text_color,
            halo: text.halo_color,
            halo_width: text.halo_width,
            priority: text.layer,
            order,
            padding: text.padding,
            clearance: match style.dot {
                Dot::None => 0.0,
                Dot::Town => TOWN_RADIUS,
                Dot::Capital => CAPITAL_RADIUS,
            },
            anchors: if style.anchors.is_empty() { vec![Anchor::Center] } else { style.anchors.clone() },
            dot: style.dot,
            letter_spacing: style.letter_spacing,
            ground: None,
            is_strong: false,
        }
    }

    /// A name beside a marker of that radius, above all names of the basemap.
    #[must_use]
    pub fn of_marker(text: String, at: Pos2, radius: f32, color: Color32, halo: Color32) -> Self {
        Self {
            text,
            at,
            size: 12.5,
            color,
            halo,
            halo_width: 1.5,
            priority: usize::MAX,
            order: 0,
            padding: 1.0,
            clearance: radius,
            anchors: vec![Anchor::RightOf, Anchor::LeftOf, Anchor::Below, Anchor::Above],
            dot: Dot::None,
            letter_spacing: 0.0,
            ground: None,
            is_strong: false,
        }
    }

    /// The same name, to the left of its marker.
    #[must_use]
    pub fn to_the_left(mut self) -> Self {
        self.anchors = vec![Anchor::LeftOf, Anchor::RightOf, Anchor::Below, Anchor::Above];
        self
    }

    fn galley(&self, painter: &Painter) -> Arc<Galley> {
        let font = if self.is_strong { theme::strong(self.size) } else { FontId::proportional(self.size) };
        let format = TextFormat {
            extra_letter_spacing: self.letter_spacing * self.size,
            ..TextFormat::simple(font, self.color)
        };
        painter.layout_job(LayoutJob::single_section(self.text.clone(), format))
    }

    /// Upper left corner of a text of `size` at `anchor`.
    fn top_left(&self, anchor: Anchor, size: Vec2) -> Pos2 {
        let away = self.clearance + GAP;
        let middle = self.at - size / 2.0;
        match anchor {
            Anchor::Center => middle,
            Anchor::RightOf => middle + vec2(size.x / 2.0 + away, 0.0),
            Anchor::LeftOf => middle - vec2(size.x / 2.0 + away, 0.0),
            Anchor::Above => middle - vec2(0.0, size.y / 2.0 + away - GAP),
            Anchor::Below => middle + vec2(0.0, size.y / 2.0 + away - GAP),
        }
    }

    fn shapes(&self, galley: Arc<Galley>, top_left: Pos2, shapes: &mut Vec<Shape>) {
        let dot_radius = self.clearance;
        match self.dot {
            Dot::None => {}
            Dot::Town => {
                shapes.push(Shape::circle_filled(self.at, dot_radius + 1.0, self.halo));
                shapes.push(Shape::circle_filled(self.at, dot_radius, self.color));
            }
            Dot::Capital => {
                shapes.push(Shape::circle_filled(self.at, dot_radius + 1.0, self.halo));
                shapes.push(Shape::circle_stroke(self.at, dot_radius - 0.5, Stroke::new(1.2, self.color)));
                shapes.push(Shape::circle_filled(self.at, 1.2, self.color));
            }
        }
        if let Some(ground) = self.ground {
            let area = Rect::from_min_size(top_left, galley.size()).expand2(vec2(4.0, 1.0));
            shapes.push(Shape::rect_filled(area, 4.0, ground));
            shapes.push(TextShape::new(top_left, galley, self.color).into());
            return;
        }
        // Text can't be stroked, so the halo is the same text stamped around it.
        for step in 0..8_u8 {
            let offset = Vec2::angled(f32::from(step) * std::f32::consts::FRAC_PI_4) * self.halo_width;
            let stamp = TextShape::new(top_left + offset, Arc::clone(&galley), self.halo);
            shapes.push(stamp.with_override_text_color(self.halo).into());
        }
        shapes.push(TextShape::new(top_left, galley, self.color).into());
    }
}

/// Paints as many labels as have room inside `within`, the most important first; none touches another or an obstacle.
pub fn paint(painter: &Painter, within: Rect, mut labels: Vec<Label>, obstacles: Vec<Rect>) {
    labels.retain(|label| within.contains(label.at));
    // The rest of the key keeps the order, and with it the choice, the same while the map is moved.
    labels.sort_by(|a, b| {
        b.priority
            .cmp(&a.priority)
            .then_with(|| b.size.total_cmp(&a.size))
            .then(a.order.cmp(&b.order))
            .then(a.text.cmp(&b.text))
    });
    let mut taken = Taken::new(within);
    for obstacle in obstacles {
        taken.take(obstacle);
    }
    let mut placed: Vec<Placed> = Vec::new();
    for label in labels {
        if placed.iter().any(|other| is_same_name(&label, &other.label)) {
            continue;
        }
        if !may_have_room(&label, within, &taken) {
            continue;
        }
        let galley = label.galley(painter);
        if let Some(top_left) = place(&label, galley.size(), within, &mut taken) {
            placed.push(Placed { label, galley, top_left });
        }
    }
    let mut shapes = Vec::with_capacity(placed.len() * 10);
    for Placed { label, galley, top_left } in placed.into_iter().rev() {
        label.shapes(galley, top_left, &mut shapes);
    }
    painter.extend(shapes);
}

impl Taken {
    /// Side of a square, in points: about as long as a name.
    const SIDE: f32 = 64.0;

    fn new(within: Rect) -> Self {
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

    fn is_free(&self, area: Rect) -> bool {
        let mut near = self.squares_of(area).filter_map(|square| self.squares.get(square)).flatten();
        !near.any(|other| other.intersects(area))
    }

    fn take(&mut self, area: Rect) {
        for square in self.squares_of(area) {
            if let Some(square) = self.squares.get_mut(square) {
                square.push(area);
            }
        }
    }
}

/// A marker and the town beneath it would say the same name twice.
fn is_same_name(label: &Label, other: &Label) -> bool {
    label.at.distance(other.at) < 24.0 && label.text.to_lowercase() == other.text.to_lowercase()
}

/// Whether a text of so many letters could have a place, set as narrowly as any font is. In a crowd few can, and shaping letters
/// is what costs most.
fn may_have_room(label: &Label, within: Rect, taken: &Taken) -> bool {
    #[expect(clippy::cast_precision_loss, reason = "letters of a name")]
    let letters = label.text.chars().count() as f32;
    let size = vec2(letters * label.size * 0.25, label.size * 0.8);
    label.anchors.iter().any(|&anchor| {
        let area = Rect::from_min_size(label.top_left(anchor, size), size);
        within.contains_rect(area) && taken.is_free(area)
    })
}

/// The first of the label's places that is free and in view, taken from then on; `None` where there is none.
fn place(label: &Label, size: Vec2, within: Rect, taken: &mut Taken) -> Option<Pos2> {
    for anchor in &label.anchors {
        let top_left = label.top_left(*anchor, size);
        let area = Rect::from_min_size(top_left, size).expand(label.padding);
        let dot = (label.dot != Dot::None)
            .then(|| Rect::from_center_size(label.at, Vec2::splat(2.0 * label.clearance + DOT_ROOM)));
        if within.contains_rect(area) && taken.is_free(area) && dot.is_none_or(|dot| taken.is_free(dot)) {
            taken.take(area);
            if let Some(dot) = dot {
                taken.take(dot);
            }
            return Some(top_left);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    const VIEW: Rect = Rect { min: Pos2::ZERO, max: Pos2 { x: 1000.0, y: 1000.0 } };

    fn label(x: f32, y: f32) -> Label {
        Label::of_marker("Herat".into(), pos2(x, y), 5.0, Color32::BLACK, Color32::WHITE)
    }

    #[test]
    fn a_label_goes_to_the_right_of_its_marker_and_elsewhere_where_that_is_taken() {
        let size = vec2(40.0, 12.0);
        let mut taken = Taken::new(VIEW);
        assert_eq!(place(&label(100.0, 100.0), size, VIEW, &mut taken), Some(pos2(108.0, 94.0)));
        assert_eq!(place(&label(100.0, 100.0), size, VIEW, &mut taken), Some(pos2(52.0, 94.0)), "to the left");
        assert_eq!(place(&label(100.0, 100.0), size, VIEW, &mut taken), None, "above and below touch the other two");
    }

    #[test]
    fn a_label_is_not_cut_by_the_edge_of_the_view() {
        let size = vec2(40.0, 12.0);
        assert_eq!(
            place(&label(970.0, 100.0), size, VIEW, &mut Taken::new(VIEW)),
            Some(pos2(922.0, 94.0)),
            "to the left"
        );
        assert_eq!(place(&label(2.0, 100.0), size, VIEW, &mut Taken::new(VIEW)), Some(pos2(10.0, 94.0)));
    }

    #[test]
    fn a_label_without_room_is_left_out() {
        let mut taken = Taken::new(VIEW);
        taken.take(VIEW);
        assert_eq!(place(&label(100.0, 100.0), vec2(40.0, 12.0), VIEW, &mut taken), None);
    }

    #[test]
    fn a_label_that_a_narrow_font_has_no_room_for_is_not_even_set() {
        let mut taken = Taken::new(VIEW);
        assert!(may_have_room(&label(100.0, 100.0), VIEW, &taken));
        for (x, y) in [(108.0, 94.0), (52.0, 94.0), (80.0, 108.0), (80.0, 80.0)] {
            taken.take(Rect::from_min_size(pos2(x, y), vec2(40.0, 12.0)));
        }
        assert!(!may_have_room(&label(100.0, 100.0), VIEW, &taken));
    }

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

    #[test]
    fn the_same_name_close_by_is_said_once_and_far_away_again() {
        assert!(is_same_name(&label(0.0, 0.0), &label(5.0, 5.0)));
        assert!(!is_same_name(&label(0.0, 0.0), &label(50.0, 5.0)));
    }
}
