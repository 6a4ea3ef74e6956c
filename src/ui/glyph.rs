//! The shape of each family: told apart without colour.

use super::theme::family_color;
use crate::event::Family;
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, vec2};

/// Paints a family's shape. `radius` is that of a circle of about the same weight, in points.
pub fn paint_family(painter: &Painter, family: Family, center: Pos2, radius: f32, outline: Color32) {
    painter.add(family_shape(family, center, radius, family_color(family), Stroke::new(1.0, outline)));
}

/// A family's shape in any colour.
#[must_use]
pub fn family_shape(family: Family, center: Pos2, radius: f32, fill: Color32, stroke: Stroke) -> Shape {
    let polygon = |corners: &[Vec2]| {
        let points = corners.iter().map(|&corner| center + corner * radius).collect();
        Shape::convex_polygon(points, fill, stroke)
    };
    match family {
        Family::Fighting => {
            let square = Rect::from_center_size(center, Vec2::splat(radius * 1.75));
            let outline = Shape::rect_stroke(square, 1.0, stroke, egui::StrokeKind::Middle);
            Shape::Vec(vec![Shape::rect_filled(square, 1.0, fill), outline])
        }
        Family::RemoteViolence => polygon(&[vec2(0.0, -1.2), vec2(1.2, 0.0), vec2(0.0, 1.2), vec2(-1.2, 0.0)]),
        Family::AgainstCivilians => cross(center, radius, fill, stroke),
        Family::Moves => polygon(&[vec2(0.0, -1.15), vec2(1.1, 0.85), vec2(-1.1, 0.85)]),
        Family::Diplomacy => star(center, radius * 1.25, fill, stroke),
        Family::Civil => {
            Shape::Vec(vec![Shape::circle_filled(center, radius, fill), Shape::circle_stroke(center, radius, stroke)])
        }
    }
}

/// Concave, so put together from triangles around the centre.
fn star(center: Pos2, radius: f32, fill: Color32, stroke: Stroke) -> Shape {
    let corner = |index: u8| {
        let angle = f32::from(index) * std::f32::consts::PI / 5.0;
        let length = if index % 2 == 0 { radius } else { radius * 0.45 };
        center + length * vec2(angle.sin(), -angle.cos())
    };
    let outline: Vec<Pos2> = (0..10).map(corner).collect();
    let mut shapes = Vec::with_capacity(12);
    for index in (0..10).step_by(2) {
        let points = vec![center, corner((index + 9) % 10), corner(index), corner((index + 1) % 10)];
        shapes.push(Shape::convex_polygon(points, fill, Stroke::NONE));
    }
    shapes.push(Shape::closed_line(outline, stroke));
    Shape::Vec(shapes)
}

fn cross(center: Pos2, radius: f32, fill: Color32, stroke: Stroke) -> Shape {
    let (long, wide) = (radius * 2.1, radius * 0.8);
    let upright = Rect::from_center_size(center, vec2(wide, long));
    let lying = Rect::from_center_size(center, vec2(long, wide));
    let (outer, inner) = (long / 2.0, wide / 2.0);
    let corners = [
        vec2(-inner, -outer),
        vec2(inner, -outer),
        vec2(inner, -inner),
        vec2(outer, -inner),
        vec2(outer, inner),
        vec2(inner, inner),
        vec2(inner, outer),
        vec2(-inner, outer),
        vec2(-inner, inner),
        vec2(-outer, inner),
        vec2(-outer, -inner),
        vec2(-inner, -inner),
    ];
    let outline = corners.iter().map(|&corner| center + corner).collect();
    Shape::Vec(vec![
        Shape::rect_filled(upright, 0.0, fill),
        Shape::rect_filled(lying, 0.0, fill),
        Shape::closed_line(outline, stroke),
    ])
}
