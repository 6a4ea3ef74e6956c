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

/// Radius in points of the badge of so many events.
#[must_use]
pub fn radius(events: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a size on the screen")]
    let count = events.max(1) as f32;
    (11.0 + 2.2 * count.log2()).min(24.0)
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
    let mut mesh = Mesh::default();
    let blur = 0.5 / painter.pixels_per_point();
    add_ring(&mut mesh, at, (0.0, TAU), &[(0.0, fade(ground)), (radius + 1.5, fade(ground))], blur);
    for (family, start, sweep) in arcs(families) {
        let (color, line) = (fade(family_color(family)), fade(darker(family_color(family))));
        let rings = [(radius - BAND, color), (radius - 0.5, color), (radius - 0.5, line), (radius + 0.5, line)];
        add_ring(&mut mesh, at, (start, sweep), &rings, blur);
    }
    painter.add(Shape::mesh(mesh));
    let size = if events > 999 { 10.5 } else { 12.0 };
    painter.text(at, egui::Align2::CENTER_CENTER, count_text(events), egui::FontId::proportional(size), text);
}

/// Adds a piece of a ring, from an angle on over a `sweep`: colours by radius, from the inside. Its edges are soft by `blur` to
/// each side, as egui's own are; a path with a stroke would look the same and cost ten times as much, which thousands of
/// badges feel.
fn add_ring(mesh: &mut Mesh, at: Pos2, (start, sweep): (f32, f32), rings: &[(f32, Color32)], blur: f32) {
    let (Some(&(inner, _)), Some(&(outer, _))) = (rings.first(), rings.last()) else { return };
    let is_whole = sweep > TAU - 0.001;
    let angle_blur = if is_whole { 0.0 } else { blur / outer.max(1.0) };
    let columns = columns(start, sweep, outer, angle_blur);
    let hidden = |(radius, _): (f32, Color32), by: f32| (radius + by, Color32::TRANSPARENT);
    let inside = (inner > 0.0).then(|| hidden((inner, Color32::TRANSPARENT), -blur));
    let rows: Vec<(f32, Color32)> = inside
        .into_iter()
        .chain(rings.iter().map(|&(radius, color)| match radius {
            _ if radius >= outer => (radius - blur, color),
            _ if radius <= inner && inner > 0.0 => (radius + blur, color),
            _ => (radius, color),
        }))
        .chain([hidden((outer, Color32::TRANSPARENT), blur)])
        .collect();
    let base = u32::try_from(mesh.vertices.len()).unwrap_or(0);
    let width = u32::try_from(rows.len()).unwrap_or(0);
    for &(angle, is_solid) in &columns {
        let direction = Vec2::angled(angle - FRAC_PI_2);
        for &(radius, color) in &rows {
            mesh.colored_vertex(at + direction * radius, if is_solid { color } else { Color32::TRANSPARENT });
        }
    }
    for column in 1..u32::try_from(columns.len()).unwrap_or(0) {
        for row in 1..width {
            let corner = base + column * width + row;
            mesh.add_triangle(corner, corner - 1, corner - width);
            mesh.add_triangle(corner - 1, corner - width, corner - width - 1);
        }
    }
}

/// The angles at which a ring has corners, and whether it is solid there: at its ends it fades out.
fn columns(start: f32, sweep: f32, radius: f32, blur: f32) -> Vec<(f32, bool)> {
    // A corner every four points of the length looks round.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a full turn")]
    let steps = (sweep * radius / 4.0).ceil().clamp(2.0, 48.0) as u16;
    let (from, length) = (start + blur, (sweep - 2.0 * blur).max(0.0));
    let solid = (0..=steps).map(|step| (from + length * f32::from(step) / f32::from(steps), true));
    if blur > 0.0 {
        std::iter::once((start - blur, false)).chain(solid).chain([(start + sweep + blur, false)]).collect()
    } else {
        solid.collect()
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

    #[test]
    fn a_ring_reaches_from_its_inner_to_its_outer_edge_and_fades_out_there() {
        let mut mesh = Mesh::default();
        let rings = [(10.0, Color32::RED), (14.0, Color32::RED)];
        add_ring(&mut mesh, Pos2::ZERO, (0.0, 1.0), &rings, 0.5);
        assert!(mesh.is_valid());
        for vertex in &mesh.vertices {
            let radius = vertex.pos.to_vec2().length();
            assert!((9.49..=14.51).contains(&radius), "{radius}");
            let is_edge = !(9.6..=14.4).contains(&radius);
            assert!(!is_edge || vertex.color == Color32::TRANSPARENT, "{vertex:?}");
        }
        assert!(mesh.vertices.iter().any(|vertex| vertex.color == Color32::RED));
    }
}
