//! Rings of the places that are no points: as wide as the place, dashed.

use super::MapView;
use super::markers::Placed;
use super::paint::{SPAN_OPACITY, on_ground};
use super::scene::Group;
use crate::store::{EventIndex, StoredPlace};
use crate::ui::marker::cluster::Stack;
use crate::ui::marker::ring;
use crate::ui::theme::family_color;
use egui::{Color32, Pos2, Shape, Stroke};

/// Dashed rings of the places that are no points, under everything else. A ring wider than the view would only be in the way.
pub(super) fn paint_rings(ui: &egui::Ui, view: &MapView<'_>, placed: &[Placed]) {
    let mut shapes = Vec::new();
    for marker in placed {
        let Some(cluster) = view.scene.clusters.get(marker.cluster) else { continue };
        let (Some(Group::Event(..) | Group::Stack(_)), [index]) =
            (view.scene.group(cluster), cluster.stacks.as_slice())
        else {
            continue;
        };
        let Some(stack) = view.scene.stacks.get(*index) else { continue };
        let color = on_ground(view, family_color(stack.main_family()));
        if let Some(radius) = ring_of_stack(view, stack) {
            add_ring(&mut shapes, view, marker.at, radius, color, 1.0);
        }
    }
    if let Some((at, event)) = view.ghost()
        && let Some(radius) = ring_radius(view, event)
    {
        add_ring(&mut shapes, view, at, radius, family_color(view.store.kind(event).family()), SPAN_OPACITY);
    }
    ui.painter().extend(shapes);
}

fn add_ring(shapes: &mut Vec<Shape>, view: &MapView<'_>, at: Pos2, radius: f32, color: Color32, opacity: f32) {
    if radius < view.rect.size().length() {
        let stroke = Stroke::new(1.5, color.gamma_multiply(0.85 * opacity));
        // A country's ground would tint the whole view.
        let is_small = 2.0 * radius < view.rect.size().min_elem() / 2.0;
        let fill = if is_small { color.gamma_multiply(0.06 * opacity) } else { Color32::TRANSPARENT };
        ring::add_dashed(shapes, at, radius.max(9.0), stroke, fill);
    }
}

fn ring_radius(view: &MapView<'_>, event: EventIndex) -> Option<f32> {
    ring_at(view, view.store.place_of(event)?, view.store.is_near(event))
}

pub(super) fn ring_of_stack(view: &MapView<'_>, stack: &Stack) -> Option<f32> {
    ring_at(view, view.store.place(stack.place)?, stack.has_near)
}

fn ring_at(view: &MapView<'_>, place: &StoredPlace, is_near: bool) -> Option<f32> {
    let km = ground_radius_km(place, is_near)?;
    Some(ring::radius_in_points(km, view.points_per_meter(place.point)))
}

/// How wide the ground is that an event of a place may have been on, in km; `None` where it is a point.
#[must_use]
pub(super) fn ground_radius_km(place: &StoredPlace, is_near: bool) -> Option<f32> {
    ring::extent_km(&place.id, place.kind).or_else(|| is_near.then_some(ring::NEAR_KM))
}
