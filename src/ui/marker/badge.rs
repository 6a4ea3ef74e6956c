//! The badge of several events: how many in the middle, and of which families in the ring around it.

use super::shape::darker;
use crate::event::Family;
use crate::ui::theme::family_color;
use egui::{Color32, Painter, Pos2, Shape, Stroke, Vec2};
use std::f32::consts::{FRAC_PI_2, TAU};

pub use crate::marker::{badge_radius as radius, count_text};

/// Width of the ring of colours, in points.
const BAND: f32 = 4.5;
/// Between two families' arcs, as an angle.
const GAP: f32 = 0.06;

/// Where each family's arc begins and how far it goes, in radians from the top, clockwise; families without events have none.
#[must_use]
pub fn arcs(families: &[usize; 6]) -> Vec<(Family, f32, f32)> {
    let total: usize = families.iter().sum();
    let filled = families.iter().filter(|&&count| count > 0).count();
    let gap = if filled > 1 { GAP } else { 0.0 };
    let mut start = 0.0;
    let mut arcs = Vec::new();
    for family in Family::ALL {
        let count = families[family.index()];
        if count > 0 {
            #[expect(clippy::cast_precision_loss, reason = "an angle on the screen")]
            let sweep = TAU * count as f32 / total as f32;
            arcs.push((family, start + gap / 2.0, (sweep - gap).max(0.02)));
            start += sweep;
        }
    }
    arcs
}

/// Paints a badge: `ground` inside, `text` for the number; `opacity` from 0 to 1.
pub fn paint(
    painter: &Painter,
    at: Pos2,
    events: usize,
    families: &[usize; 6],
    (ground, text): (Color32, Color32),
    opacity: f32,
) {
    let radius = radius(events);
    let fade = |color: Color32| color.gamma_multiply(opacity);
    painter.add(Shape::circle_filled(at, radius + 1.5, fade(ground)));
    for (family, start, sweep) in arcs(families) {
        let color = family_color(family);
        painter.add(arc(at, radius - BAND / 2.0, start, sweep, Stroke::new(BAND, fade(color))));
        painter.add(arc(at, radius, start, sweep, Stroke::new(1.0, fade(darker(color)))));
    }
    let size = if events > 999 { 10.5 } else { 12.0 };
    painter.text(at, egui::Align2::CENTER_CENTER, count_text(events), egui::FontId::proportional(size), text);
}

fn arc(at: Pos2, radius: f32, start: f32, sweep: f32, stroke: Stroke) -> Shape {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a full turn")]
    let steps = (sweep * 9.0).ceil().clamp(2.0, 60.0) as u16;
    let angle = |step: u16| start - FRAC_PI_2 + sweep * f32::from(step) / f32::from(steps);
    Shape::line((0..=steps).map(|step| at + Vec2::angled(angle(step)) * radius).collect(), stroke)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_cut_to_fit() {
        for (events, text) in
            [(1, "1"), (999, "999"), (1000, "1.0k"), (1250, "1.2k"), (45_678, "45k"), (2_000_000, "2M")]
        {
            assert_eq!(count_text(events), text);
        }
    }

    #[test]
    fn more_events_make_a_larger_badge_up_to_a_limit() {
        assert!(radius(2) < radius(20));
        assert!(radius(1_000_000) <= 24.0);
        assert!(radius(0) > 0.0);
    }

    #[test]
    fn arcs_go_once_around_in_the_share_of_their_families() {
        let arcs = arcs(&[2, 0, 1, 0, 1, 0]);
        assert_eq!(arcs.len(), 3);
        let (first, second) = (arcs[0], arcs[1]);
        assert_eq!((first.0, second.0), (Family::Fighting, Family::AgainstCivilians));
        assert!((first.2 - (TAU / 2.0 - GAP)).abs() < 1e-5, "half of them");
        assert!((second.1 - (TAU / 2.0 + GAP / 2.0)).abs() < 1e-5);
        let closed = super::arcs(&[0, 3, 0, 0, 0, 0])[0].2;
        assert!((closed - TAU).abs() < 1e-5, "one family closes the ring: {closed}");
        assert!(super::arcs(&[0; 6]).is_empty());
    }
}
