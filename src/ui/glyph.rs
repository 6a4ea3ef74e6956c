//! The shape of each family as legends and tables show it: the map's own, told apart without colour.

use super::marker::shape::{MarkerPaint, MarkerShape};
use super::theme::family_color;
use crate::event::Family;
use egui::{Color32, Painter, Pos2, Shape, Stroke};

/// Paints a family's shape. `radius` is that of a circle of about the same weight, in points.
pub fn paint_family(painter: &Painter, family: Family, center: Pos2, radius: f32, outline: Color32) {
    painter.add(family_shape(family, center, radius, family_color(family), Stroke::new(1.0, outline)));
}

/// A family's shape in any colour.
pub fn family_shape(family: Family, center: Pos2, radius: f32, fill: Color32, stroke: Stroke) -> Shape {
    let mut shapes = Vec::new();
    MarkerShape::of(family).add_to(
        &mut shapes,
        center,
        radius,
        MarkerPaint { fill, stroke, rim: Color32::TRANSPARENT },
    );
    Shape::Vec(shapes)
}
