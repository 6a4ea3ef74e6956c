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

/// Adds a badge: `ground` inside, `text` for the number; `opacity` from 0 to 1. The painter only sets the number.
pub fn add_to(
    shapes: &mut Vec<Shape>,
    painter: &Painter,
    at: Pos2,
    events: usize,
    families: &[usize; 6],
    (ground, text): (Color32, Color32),
    opacity: f32,
) {
    let radius = radius(events);
    let fade = |color: Color32| color.gamma_multiply(opacity);
    let pieces: Vec<Piece> = arcs(families)
        .into_iter()
        .map(|(family, start, sweep)| Piece {
            start,
            sweep,
            color: fade(family_color(family)),
            line: fade(darker(family_color(family))),
        })
        .collect();
    shapes.push(Shape::mesh(mesh(at, radius, &pieces, ground)));
    let size = if events > 999 { 10.5 } else { 12.0 };
    let galley = painter.layout_no_wrap(count_text(events), egui::FontId::proportional(size), text);
    let corner = egui::Align2::CENTER_CENTER.anchor_size(at, galley.size()).min;
    shapes.push(Shape::galley(corner, galley, text));
}

/// A family's part of the ring: angles as [`arcs`] gives them, and the colours of the band and of the line around it.
#[derive(Clone, Copy, Debug)]
struct Piece {
    start: f32,
    sweep: f32,
    color: Color32,
    line: Color32,
}

/// Where each row of corners is, from the band's inner edge outwards: edges blend over a point, as egui's own do.
const ROWS: u32 = 6;

/// The whole badge as one mesh.
///
/// Rationale: circles and paths with strokes look the same, but are tessellated anew each frame into many more corners, which a
/// map with hundreds of badges feels.
fn mesh(at: Pos2, radius: f32, pieces: &[Piece], ground: Color32) -> Mesh {
    let columns = columns(radius, pieces, ground);
    let count = u32::try_from(columns.len()).unwrap_or(0);
    let mut mesh = Mesh::default();
    mesh.reserve_vertices(columns.len() * ROWS as usize + 1);
    mesh.reserve_triangles(columns.len() * (2 * ROWS as usize - 1));
    mesh.colored_vertex(at, ground);
    for (angle, color, line) in columns {
        let direction = Vec2::angled(angle - FRAC_PI_2);
        let inner = radius - BAND;
        let rows = [
            (inner - 0.5, ground),
            (inner + 0.5, color),
            (radius - 0.7, color),
            (radius + 0.2, line),
            (radius + 1.2, ground),
            (radius + 2.0, Color32::TRANSPARENT),
        ];
        for (reach, color) in rows {
            mesh.colored_vertex(at + direction * reach, color);
        }
    }
    for column in 0..count {
        let (this, next) = (1 + column * ROWS, 1 + (column + 1) % count * ROWS);
        mesh.add_triangle(0, this, next);
        for row in 1..ROWS {
            mesh.add_triangle(this + row - 1, this + row, next + row);
            mesh.add_triangle(this + row - 1, next + row, next + row - 1);
        }
    }
    mesh
}

/// The angles at which the badge has corners, and the colours of band and line there: those of the ground between two families.
fn columns(radius: f32, pieces: &[Piece], ground: Color32) -> Vec<(f32, Color32, Color32)> {
    let blur = 0.5 / radius.max(1.0);
    let mut columns = Vec::with_capacity(24 + 4 * pieces.len());
    for piece in pieces {
        // A corner every six points of the length looks round.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a full turn")]
        let steps = (piece.sweep * radius / 6.0).ceil().clamp(1.0, 32.0) as u16;
        let angle = |step: u16| piece.start + piece.sweep * f32::from(step) / f32::from(steps);
        if let [_] = pieces {
            columns.extend((0..steps).map(|step| (angle(step), piece.color, piece.line)));
            continue;
        }
        columns.push((piece.start - blur, ground, ground));
        columns.extend((0..=steps).map(|step| (angle(step), piece.color, piece.line)));
        columns.push((piece.start + piece.sweep + blur, ground, ground));
    }
    columns
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
    fn a_badge_is_round_fades_out_at_its_edge_and_shows_each_family() {
        let piece = |start, color| Piece { start, sweep: 3.0, color, line: Color32::BLACK };
        let mesh = mesh(Pos2::ZERO, 20.0, &[piece(0.0, Color32::RED), piece(3.1, Color32::BLUE)], Color32::WHITE);
        assert!(mesh.is_valid() && !mesh.indices.is_empty());
        let reach = |vertex: &egui::epaint::Vertex| vertex.pos.to_vec2().length();
        let outer = mesh.vertices.iter().map(reach).fold(0.0, f32::max);
        assert!((outer - 22.0).abs() < 0.01, "{outer}");
        for vertex in mesh.vertices.iter().filter(|vertex| reach(vertex) > 21.5) {
            assert_eq!(vertex.color, Color32::TRANSPARENT);
        }
        for color in [Color32::RED, Color32::BLUE] {
            assert!(mesh.vertices.iter().any(|vertex| vertex.color == color));
        }
    }

    #[test]
    fn one_family_closes_the_ring_without_a_gap() {
        let piece = Piece { start: 0.0, sweep: TAU, color: Color32::RED, line: Color32::BLACK };
        assert!(columns(20.0, &[piece], Color32::WHITE).iter().all(|&(_, color, _)| color == Color32::RED));
    }
}
