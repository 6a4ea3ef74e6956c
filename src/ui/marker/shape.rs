//! [`MarkerShape`]s painted in the window.

use egui::epaint::{Mesh, PathShape, PathStroke};
use egui::{Color32, Pos2, Shape, Stroke, Vec2};

pub use crate::marker::MarkerShape;

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
    /// [`MarkerShape::corners`] as points of the screen.
    #[must_use]
    pub fn points(self, radius: f32) -> Vec<Vec2> {
        self.corners(radius).into_iter().map(Vec2::from).collect()
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
