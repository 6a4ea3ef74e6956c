//! Rings: how wide a place is drawn, and how events at one place are spread around it.

use egui::epaint::Shape;
use egui::{Color32, Pos2, Stroke, Vec2};
use std::f32::consts::{FRAC_PI_2, TAU};

pub use crate::marker::extent::{NEAR_KM, extent_km};

/// Points on a ground circle as Web Mercator shows it at the latitude of its middle: a circle, `km` at `pixels_per_km`.
#[must_use]
pub fn radius_in_points(km: f32, points_per_meter: f32) -> f32 {
    km * 1000.0 * points_per_meter
}

/// A dashed circle; dashes and gaps keep their length whatever the radius.
pub fn add_dashed(shapes: &mut Vec<Shape>, at: Pos2, radius: f32, stroke: Stroke, fill: Color32) {
    if fill != Color32::TRANSPARENT {
        shapes.push(Shape::circle_filled(at, radius, fill));
    }
    // As many corners as keep the circle round: one every four points of its length.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    let corners = (radius * TAU / 4.0).clamp(24.0, 720.0) as u16;
    let angle = |corner: u16| TAU * f32::from(corner) / f32::from(corners);
    let path: Vec<Pos2> = (0..=corners).map(|corner| at + Vec2::angled(angle(corner)) * radius).collect();
    shapes.extend(Shape::dashed_line(&path, stroke, 6.0, 4.0));
}

/// Where `count` markers stand around their common place, from the top, clockwise; `spacing` from each to the next.
#[must_use]
pub fn spread(count: usize, spacing: f32) -> Vec<Vec2> {
    #[expect(clippy::cast_precision_loss, reason = "a few markers")]
    let (count_f, around) = (count as f32, count as f32 * spacing / TAU);
    let radius = around.max(spacing * 1.35);
    #[expect(clippy::cast_precision_loss, reason = "a few markers")]
    (0..count).map(|index| Vec2::angled(-FRAC_PI_2 + TAU * index as f32 / count_f) * radius).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_km_are_as_many_points_as_the_scale_says() {
        assert!((radius_in_points(10.0, 0.001) - 10.0).abs() < 1e-4);
    }

    #[test]
    fn spread_markers_keep_their_distance_and_begin_at_the_top() {
        for count in [2, 3, 7, 12] {
            let places = spread(count, 30.0);
            assert_eq!(places.len(), count);
            assert!(places[0].x.abs() < 0.01 && places[0].y < 0.0, "{:?}", places[0]);
            for (a, b) in places.iter().zip(places.iter().cycle().skip(1)) {
                assert!((*a - *b).length() > 27.0, "{count} markers: {}", (*a - *b).length());
            }
        }
        assert!(spread(0, 30.0).is_empty());
    }
}
