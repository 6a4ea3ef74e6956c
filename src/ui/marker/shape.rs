//! [`MarkerShape`]: one shape a family, so that they can be told apart without their colours.

use crate::event::Family;
use egui::epaint::{Mesh, PathShape, PathStroke};
use egui::{Color32, Pos2, Shape, Stroke, Vec2, vec2};
use std::f32::consts::{FRAC_PI_2, PI, TAU};

/// The outline of a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum MarkerShape {
    Square,
    Diamond,
    Cross,
    Triangle,
    Star,
    Circle,
}

/// How a shape is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarkerPaint {
    /// Inside.
    pub fill: Color32,
    /// The line around it.
    pub stroke: Stroke,
    /// A rim outside the line that parts it from the map.
    pub rim: Color32,
}

impl MarkerShape {
    /// The shape of a family.
    #[must_use]
    pub fn of(family: Family) -> Self {
        match family {
            Family::Fighting => Self::Square,
            Family::RemoteViolence => Self::Diamond,
            Family::AgainstCivilians => Self::Cross,
            Family::Moves => Self::Triangle,
            Family::Diplomacy => Self::Star,
            Family::Civil => Self::Circle,
        }
    }

    /// Its corners, clockwise, around the origin; sized so that all shapes look about as large as a circle of `radius`.
    #[must_use]
    pub fn points(self, radius: f32) -> Vec<Vec2> {
        match self {
            Self::Square => regular(4, radius * 1.25, -PI * 0.75),
            Self::Diamond => regular(4, radius * 1.3, -FRAC_PI_2),
            Self::Triangle => regular(3, radius * 1.4, -FRAC_PI_2),
            Self::Circle => regular(28, radius, -FRAC_PI_2),
            Self::Star => star(radius * 1.4),
            Self::Cross => cross(radius * 1.15),
        }
    }

    /// The shape as a sign in a line of text: filled, or hollow where what it stands for is hidden.
    pub fn sign(self, at: Pos2, radius: f32, fill: Color32, line: Color32) -> Shape {
        let mut shapes = Vec::with_capacity(2);
        let paint = MarkerPaint { fill, stroke: Stroke::new(1.0, line), rim: Color32::TRANSPARENT };
        self.add_to(&mut shapes, at, radius, paint);
        Shape::Vec(shapes)
    }

    /// Adds the shape, centred at `at`.
    pub fn add_to(self, shapes: &mut Vec<Shape>, at: Pos2, radius: f32, paint: MarkerPaint) {
        let corners: Vec<Pos2> = self.points(radius).into_iter().map(|corner| at + corner).collect();
        if paint.rim != Color32::TRANSPARENT {
            shapes.push(outline(corners.clone(), Stroke::new(paint.stroke.width + 3.0, paint.rim)));
        }
        if paint.fill != Color32::TRANSPARENT {
            shapes.push(filled(at, &corners, paint.fill));
        }
        shapes.push(outline(corners, paint.stroke));
    }
}

/// The same hue, dark enough for an outline.
#[must_use]
pub fn darker(color: Color32) -> Color32 {
    color.lerp_to_gamma(Color32::BLACK, 0.45)
}

/// The same hue, light enough for an outline on a dark ground.
#[must_use]
pub fn lighter(color: Color32) -> Color32 {
    color.lerp_to_gamma(Color32::WHITE, 0.4)
}

fn regular(corners: u16, radius: f32, first_angle: f32) -> Vec<Vec2> {
    let step = TAU / f32::from(corners);
    (0..corners).map(|corner| Vec2::angled(first_angle + step * f32::from(corner)) * radius).collect()
}

fn star(radius: f32) -> Vec<Vec2> {
    let corner = |index: u16| {
        let reach = if index.is_multiple_of(2) { radius } else { radius * 0.45 };
        Vec2::angled(-FRAC_PI_2 + PI / 5.0 * f32::from(index)) * reach
    };
    (0..10).map(corner).collect()
}

fn cross(radius: f32) -> Vec<Vec2> {
    let arm = radius * 0.38;
    let quarter = [vec2(-arm, -radius), vec2(arm, -radius), vec2(arm, -arm)];
    let turned = |times: u8| quarter.map(|corner| (0..times).fold(corner, |corner, _| -corner.rot90()));
    (0..4).flat_map(turned).collect()
}

/// Every shape here can be seen whole from its middle, so triangles from there fill it.
fn filled(middle: Pos2, corners: &[Pos2], color: Color32) -> Shape {
    let mut mesh = Mesh::default();
    mesh.colored_vertex(middle, color);
    for corner in corners {
        mesh.colored_vertex(*corner, color);
    }
    let count = u32::try_from(corners.len()).unwrap_or(0);
    for corner in 0..count {
        mesh.add_triangle(0, 1 + corner, 1 + (corner + 1) % count);
    }
    Shape::mesh(mesh)
}

fn outline(corners: Vec<Pos2>, stroke: Stroke) -> Shape {
    PathShape::closed_line(corners, PathStroke::new(stroke.width, stroke.color)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(corners: &[Vec2]) -> f32 {
        let next = corners.iter().cycle().skip(1);
        corners.iter().zip(next).map(|(a, b)| a.x * b.y - a.y * b.x).sum::<f32>() / 2.0
    }

    #[test]
    fn families_have_shapes_of_their_own() {
        for (index, family) in Family::ALL.into_iter().enumerate() {
            for other in Family::ALL.into_iter().skip(index + 1) {
                assert_ne!(MarkerShape::of(family), MarkerShape::of(other));
            }
        }
    }

    #[test]
    fn shapes_of_one_radius_look_about_as_large() {
        let circle = PI * 100.0;
        for family in Family::ALL {
            let share = area(&MarkerShape::of(family).points(10.0)) / circle;
            assert!((0.5..1.1).contains(&share), "{family:?}: {share}");
        }
    }

    #[test]
    fn corners_run_clockwise_and_are_seen_from_the_middle() {
        for family in Family::ALL {
            let corners = MarkerShape::of(family).points(10.0);
            for (a, b) in corners.iter().zip(corners.iter().cycle().skip(1)) {
                assert!(a.x * b.y - a.y * b.x > 0.0, "{family:?}: {a:?} {b:?}");
            }
        }
    }
}
