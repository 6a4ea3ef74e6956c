//! The badge of several events: how many in the middle, and of which families in the ring around it.

use super::shape::darker;
use crate::event::Family;
use crate::ui::theme::family_color;
use egui::epaint::Mesh;
use egui::{Color32, Painter, Pos2, Shape, Vec2};
use std::f32::consts::{FRAC_PI_2, TAU};

/// Width of the ring of colours, in points.
const BAND: f32 = 4.5;
/// Between two families' arcs, as an angle.
const GAP: f32 = 0.06;

/// No badge is larger, in points.
pub const MOST_RADIUS: f32 = 24.0;

/// Radius in points of the badge of so many events.
#[must_use]
pub fn radius(events: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a size on the screen")]
    let count = events.max(1) as f32;
    (11.0 + 2.2 * count.log2()).min(MOST_RADIUS)
}

/// The number as it fits into a badge: `999`, `1.2k`, `34k`.
#[must_use]
pub fn count_text(events: usize) -> String {
    match events {
        0..=999 => events.to_string(),
        1000..=9999 => format!("{}.{}k", events / 1000, events % 1000 / 100),
        10_000..=999_999 => format!("{}k", events / 1000),
        _ => format!("{}M", events / 1_000_000),
    }
}

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
    let arcs = arcs(families);
    if let [(family, ..)] = arcs.as_slice() {
        painter.add(Shape::circle_filled(at, radius + 0.5, fade(darker(family_color(*family)))));
        painter.add(Shape::circle_filled(at, radius - 0.5, fade(family_color(*family))));
    } else {
        let mut mesh = Mesh::default();
        for (family, start, sweep) in arcs {
            add_arc(&mut mesh, at, radius, (start, sweep), fade(family_color(family)), fade(darker(family_color(family))));
        }
        painter.add(Shape::mesh(mesh));
    }
    painter.add(Shape::circle_filled(at, radius - BAND, ground));
    let size = if events > 999 { 10.5 } else { 12.0 };
    painter.text(at, egui::Align2::CENTER_CENTER, count_text(events), egui::FontId::proportional(size), text);
}

/// Adds an arc that fades into a line at its outer edge, and that into nothing. The disc in the middle lies over its inner edge.
///
/// Rationale: a path with a stroke looks the same and has ten times as many corners, which a map with hundreds of badges feels.
fn add_arc(mesh: &mut Mesh, at: Pos2, radius: f32, (start, sweep): (f32, f32), color: Color32, line: Color32) {
    let rows = [(radius - BAND - 1.0, color), (radius - 0.9, color), (radius, line), (radius + 1.0, Color32::TRANSPARENT)];
    // A corner every six points of the length looks round.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a full turn")]
    let steps = (sweep * radius / 6.0).ceil().clamp(1.0, 32.0) as u16;
    let base = u32::try_from(mesh.vertices.len()).unwrap_or(0);
    for step in 0..=steps {
        let direction = Vec2::angled(start - FRAC_PI_2 + sweep * f32::from(step) / f32::from(steps));
        for (reach, color) in rows {
            mesh.colored_vertex(at + direction * reach, color);
        }
    }
    for step in 0..u32::from(steps) {
        for row in 0..3 {
            let corner = base + step * 4 + row;
            mesh.add_triangle(corner, corner + 1, corner + 4);
            mesh.add_triangle(corner + 1, corner + 4, corner + 5);
        }
    }
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
        assert!(radius(1_000_000) <= MOST_RADIUS);
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

    #[test]
    fn an_arc_fades_out_at_its_outer_edge_and_begins_under_the_disc() {
        let mut mesh = Mesh::default();
        add_arc(&mut mesh, Pos2::ZERO, 20.0, (0.0, 1.0), Color32::RED, Color32::BLACK);
        assert!(mesh.is_valid() && !mesh.indices.is_empty());
        let reach = |vertex: &egui::epaint::Vertex| vertex.pos.to_vec2().length();
        let inner = mesh.vertices.iter().map(reach).fold(f32::MAX, f32::min);
        assert!(inner < 20.0 - BAND, "{inner}");
        for vertex in mesh.vertices.iter().filter(|vertex| reach(vertex) > 20.5) {
            assert_eq!(vertex.color, Color32::TRANSPARENT);
        }
    }
}
