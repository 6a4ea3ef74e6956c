//! The bar that tells how far a distance on the map is.

use super::color::Palette;
use super::svg::{Anchor, At, Svg, Words, tenth};
use super::view::{Area, View};

/// Width of the longest bar.
const LONGEST: f32 = 130.0;

/// The bar's length in km and in points: 1, 2 or 5 times a power of ten.
fn length(points_per_km: f32) -> (u32, f32) {
    let candidates = (0..5).rev().flat_map(|power| [5, 2, 1].map(|times| times * 10_u32.pow(power)));
    #[expect(clippy::cast_precision_loss, reason = "at most 50,000")]
    let mut lengths = candidates.map(|km| (km, km as f32 * points_per_km));
    lengths.find(|&(_, length)| length <= LONGEST).unwrap_or((1, points_per_km))
}

/// Where the bar stands.
pub(super) fn area(view: &View) -> Area {
    let [left, bottom] = [view.area.low[0] + 14.0, view.area.high[1] - 12.0];
    let (_, width) = length(view.points_per_km(view.middle()));
    Area::new([left - 4.0, bottom - 24.0], [width.max(60.0) + 8.0, 30.0])
}

/// Draws the bar, for the middle of the map.
pub(super) fn draw(svg: &mut Svg, view: &View, palette: &Palette) {
    let [left, bottom]: At = [view.area.low[0] + 14.0, view.area.high[1] - 14.0];
    let (km, width) = length(view.points_per_km(view.middle()));
    let path = format!("M{0} {1}V{2}H{3}V{1}", tenth(left), tenth(bottom - 5.0), tenth(bottom), tenth(left + width));
    let halo = format!("fill=\"none\" stroke=\"{}\" stroke-width=\"4\" stroke-opacity=\"0.8\"", palette.card);
    svg.path(&path, &halo);
    svg.path(&path, &format!("fill=\"none\" stroke=\"{}\" stroke-width=\"1.4\"", palette.text));
    let words = format!("{km} km");
    let style =
        Words { anchor: Anchor::Middle, halo: Some((palette.card, 1.4)), ..Words::new(&words, 11.0, palette.text) };
    svg.words([left + width / 2.0, bottom - 8.0], &style);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_a_round_number_of_km_and_not_too_long() {
        for (points_per_km, expected) in [(1.0, 100), (0.1, 1000), (3.0, 20), (0.01, 10_000), (500.0, 1)] {
            assert_eq!(length(points_per_km).0, expected);
        }
    }
}
