//! The scale bar: a round distance and how long it is on the screen.

use egui::{Align2, Color32, FontId, Painter, Pos2, Stroke, vec2};

/// Kept between half and all of this, in points.
const LONGEST: f32 = 110.0;

/// A round number of km (1, 2 or 5 times a power of ten) that is at most [`LONGEST`] at this scale, and its length.
#[must_use]
pub(super) fn round_distance(points_per_km: f32) -> Option<(f32, f32)> {
    let longest_km = LONGEST / points_per_km;
    if !longest_km.is_finite() || longest_km <= 0.0 {
        return None;
    }
    let power = 10.0_f32.powf(longest_km.log10().floor());
    let km = [5.0, 2.0, 1.0].into_iter().map(|step| step * power).find(|&km| km <= longest_km)?;
    Some((km, km * points_per_km))
}

/// `200 km`, `500 m`.
#[must_use]
pub(super) fn distance_text(km: f32) -> String {
    if km < 1.0 { format!("{:.0} m", km * 1000.0) } else { format!("{km:.0} km") }
}

/// Paints the bar with its right end at `right_end`; gives back how far it reaches to the left.
pub(super) fn paint(painter: &Painter, right_end: Pos2, points_per_km: f32, text: Color32, halo: Color32) -> f32 {
    let Some((km, length)) = round_distance(points_per_km) else { return 0.0 };
    let left_end = right_end - vec2(length, 0.0);
    let tick = vec2(0.0, 4.0);
    for (width, color) in [(4.0, halo), (1.5, text)] {
        let stroke = Stroke::new(width, color);
        painter.line_segment([left_end, right_end], stroke);
        painter.line_segment([left_end - tick, left_end], stroke);
        painter.line_segment([right_end - tick, right_end], stroke);
    }
    let font = FontId::proportional(11.0);
    let middle = left_end + vec2(length / 2.0, -4.0);
    let galley = painter.layout_no_wrap(distance_text(km), font.clone(), text);
    let ground = Align2::CENTER_BOTTOM.anchor_size(middle, galley.size()).expand2(vec2(3.0, 0.0));
    painter.rect_filled(ground, 3.0, halo.gamma_multiply(0.75));
    painter.galley(ground.shrink2(vec2(3.0, 0.0)).min, galley, text);
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(points_per_km: f32, text: &str) {
        let (km, length) = round_distance(points_per_km).unwrap();
        assert_eq!(distance_text(km), text);
        assert!((LONGEST * 0.39..=LONGEST).contains(&length), "{length}");
    }

    #[test]
    fn the_bar_is_a_round_distance_about_as_long_as_it_may_be() {
        check(0.5, "200 km");
        check(1.0, "100 km");
        check(0.01, "10000 km");
        check(200.0, "500 m");
        check(0.21, "500 km");
    }

    #[test]
    fn no_scale_gives_no_bar() {
        assert_eq!(round_distance(0.0), None);
        assert_eq!(round_distance(f32::NAN), None);
    }
}
