//! How an event is painted on the map: its sign, its colours, the halo of what is selected.

use super::MapView;
use super::rings::ground_radius_km;
use crate::event::Family;
use crate::store::EventIndex;
use crate::ui::marker::shape::{MarkerPaint, MarkerShape, darker, lighter};
use crate::ui::theme::family_color;
use crate::view_state::Theme;
use egui::{Color32, Pos2, Shape, Stroke, Vec2};

/// From a selected marker's edge to the outside of its halo, in points.
pub(super) const HALO: f32 = 9.0;
/// How much of its colour a marker keeps whose day is one of several, where few of these are shown; and what it gains where all are.
pub(super) const SPAN_OPACITY: f32 = 0.35;
const SHARE_OPACITY: f32 = 0.3;

/// One event: filled where the place is exact, hollow where it is wide; faded where the day is one of several.
pub(super) fn add_event(
    shapes: &mut Vec<Shape>,
    view: &MapView<'_>,
    event: EventIndex,
    at: Pos2,
    radius: f32,
    opacity: f32,
) {
    let family = view.store.kind(event).family();
    let (fill, line) = colors(view, event, family, opacity);
    let paint = MarkerPaint { fill, stroke: line, rim: view.palette.card };
    MarkerShape::of(family).add_to(shapes, at, radius, paint);
    if view.store.is_corrected(event) {
        add_pencil(shapes, view, at + Vec2::splat(radius * 0.75));
    }
}

/// The sign of what a user corrected: a pencil's point at the marker's foot.
fn add_pencil(shapes: &mut Vec<Shape>, view: &MapView<'_>, at: Pos2) {
    shapes.push(Shape::circle_filled(at, 5.0, view.palette.card));
    shapes.push(Shape::circle_stroke(at, 5.0, Stroke::new(1.0, view.palette.text)));
    let (tip, end) = (at + Vec2::new(-2.2, 2.2), at + Vec2::new(2.2, -2.2));
    shapes.push(Shape::line_segment([tip, end], Stroke::new(2.0, view.palette.text)));
}

fn colors(view: &MapView<'_>, event: EventIndex, family: Family, opacity: f32) -> (Color32, Stroke) {
    let color = family_color(family);
    let ground = view.palette.card;
    let is_exact = view.view.timeline(view.store).is_exact(event);
    let share = || SPAN_OPACITY + SHARE_OPACITY * view.view.share(view.store, event);
    let shown = if is_exact { opacity } else { opacity * share() };
    let faded = |color: Color32| ground.lerp_to_gamma(color, shown);
    let edge = on_ground(view, color);
    let around = if view.view.theme == Theme::Dark { edge } else { darker(color) };
    let is_near = view.store.is_near(event);
    let is_wide = view.store.place_of(event).is_some_and(|place| ground_radius_km(place, is_near).is_some());
    if is_wide { (ground, Stroke::new(2.2, faded(edge))) } else { (faded(color), Stroke::new(1.2, faded(around))) }
}

/// The ring around the selected marker.
pub(super) fn add_halo(shapes: &mut Vec<Shape>, view: &MapView<'_>, at: Pos2, radius: f32) {
    let accent = view.palette.accent;
    shapes.push(Shape::circle_filled(at, radius + HALO, accent.gamma_multiply(0.18)));
    shapes.push(Shape::circle_stroke(at, radius + 7.0, Stroke::new(4.5, view.palette.card)));
    shapes.push(Shape::circle_stroke(at, radius + 7.0, Stroke::new(2.5, accent)));
}

/// A colour for a line on the map.
pub(super) fn on_ground(view: &MapView<'_>, color: Color32) -> Color32 {
    if view.view.theme == Theme::Dark { lighter(color) } else { color }
}
