//! Rings: how wide a place is drawn, and how events at one place are spread around it.

use egui::epaint::Shape;
use egui::{Color32, Pos2, Stroke, Vec2};
use std::collections::BTreeMap;
use std::f32::consts::{FRAC_PI_2, TAU};
use std::sync::LazyLock;

use crate::gazetteer::PlaceKind;

/// Radii of countries and first-level divisions in km; `data/build/basemap.sh` makes the table.
static EXTENTS: LazyLock<BTreeMap<&str, f32>> = LazyLock::new(|| {
    let rows = include_str!("../../../data/extents.csv").lines().skip(1);
    rows.filter_map(|row| row.split_once(',')).filter_map(|(id, radius)| Some((id, radius.parse().ok()?))).collect()
});

/// Of places whose borders are not known: a district, and a region of a country.
const DISTRICT_KM: f32 = 20.0;
const REGION_KM: f32 = 150.0;
/// What "near" a place means on the map.
pub const NEAR_KM: f32 = 10.0;

/// Radius in km of a circle as large as the place; `None` for towns and other places that are points on the map.
#[must_use]
pub fn extent_km(id: &str, kind: PlaceKind) -> Option<f32> {
    if !kind.is_area() {
        return None;
    }
    let unknown = if kind == PlaceKind::District { DISTRICT_KM } else { REGION_KM };
    Some(EXTENTS.get(id).copied().unwrap_or(unknown))
}

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
    fn a_province_is_as_wide_as_it_is_and_a_town_is_a_point() {
        // Badghis has 20,591 km²: a circle of 81 km.
        let badghis = extent_km("AF-BDG", PlaceKind::Province).unwrap();
        assert!((badghis - 81.0).abs() < 2.0, "{badghis}");
        let afghanistan = extent_km("AF", PlaceKind::Country).unwrap();
        // 652,230 km².
        assert!((afghanistan - 456.0).abs() < 8.0, "{afghanistan}");
        assert_eq!(extent_km("gn1129867", PlaceKind::City), None);
        assert_eq!(extent_km("no such district", PlaceKind::District), Some(DISTRICT_KM));
    }

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
