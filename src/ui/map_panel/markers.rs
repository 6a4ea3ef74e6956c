//! The markers of one frame: where they stand, how they look, and what a click on one asks for.

use super::MapView;
use super::caption;
use super::paint::{HALO, SPAN_OPACITY, add_event, add_halo};
use super::rings::ring_of_stack;
use super::scene::Group;
use crate::marker::event_radius;
use crate::store::{EventIndex, EventStore, PlaceRow};
use crate::ui::basemap::labels::Label;
use crate::ui::marker::badge;
use crate::ui::marker::ring;
use crate::ui::place_name::name_of;
use crate::view_state::Command;
use egui::{Color32, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Vec2, WidgetInfo};

/// Labels beside markers at most; in a crowd of more than these, names are in the tooltips alone.
const MOST_LABELS: usize = 150;
/// A marker's place on the screen.
pub(super) struct Placed {
    /// Which of the scene's clusters.
    pub(super) cluster: usize,
    pub(super) at: Pos2,
    pub(super) radius: f32,
}

/// What was asked of the map itself by a click on a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Spread the events at a place, or put them together again.
    Open {
        /// The place the marker stands at.
        place: PlaceRow,
        /// Whether a key asked for it: the keys go on in what is opened.
        by_key: bool,
    },
    /// Come closer to a cluster that stands at a place.
    Closer {
        /// Which of the scene's clusters.
        cluster: usize,
        /// The place the marker stands at.
        place: PlaceRow,
    },
}

/// The markers inside the view and a little around it, the most important last.
#[must_use]
pub(super) fn place(view: &MapView<'_>) -> Vec<Placed> {
    let around = view.rect.expand(32.0);
    let mut placed: Vec<Placed> = Vec::new();
    for (cluster, found) in view.scene.clusters.iter().enumerate().rev() {
        let Some(group) = view.scene.group(found) else { continue };
        let (at, radius) = match group {
            Group::Event(event, stack) => (view.on_screen(stack.point), event_radius(view.store.report_count(event))),
            Group::Stack(stack) => (view.on_screen(stack.point), badge::radius(stack.count)),
            Group::Cluster(stack) => (view.on_screen(stack.point), badge::radius(view.scene.count(found))),
        };
        if around.contains(at) {
            placed.push(Placed { cluster, at, radius });
        }
    }
    placed.sort_by_key(|marker| is_selected(view, marker));
    placed
}

fn is_selected(view: &MapView<'_>, marker: &Placed) -> bool {
    let stands_at = view.scene.clusters.get(marker.cluster).and_then(|cluster| cluster.stacks.first());
    stands_at.is_some() && stands_at == view.scene.selected_stack.as_ref()
}

/// The names beside the markers, the selected one's larger than all others.
pub(super) fn labels(view: &MapView<'_>, placed: &[Placed]) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for marker in placed.iter().rev().take(MOST_LABELS) {
        let Some(cluster) = view.scene.clusters.get(marker.cluster) else { continue };
        let Some(stack) = cluster.stacks.first().and_then(|&index| view.scene.stacks.get(index)) else { continue };
        let name = caption::name_of_stack(view.store, stack, view.texts);
        let text = if cluster.stacks.len() > 1 { format!("{name} +{}", cluster.stacks.len() - 1) } else { name };
        let selected = is_selected(view, marker);
        // A narrow ring around the marker belongs to it; a name beside a wide one stands in it.
        let ring = ring_of_stack(view, stack).filter(|&ring| cluster.stacks.len() == 1 && ring < 30.0).unwrap_or(0.0);
        let clearance = (marker.radius + if selected { HALO } else { 2.0 }).max(ring + 1.0);
        let mut label = view.label(text, marker.at, clearance, selected);
        label.order = labels.len();
        labels.push(label);
    }
    if let Some((at, event)) = view.ghost() {
        let name = view.store.place_of(event).map_or_else(String::new, |place| name_of(place, view.texts).to_owned());
        labels.push(view.label(name, at, event_radius(view.store.report_count(event)) + HALO, true));
    }
    labels
}

/// What labels must keep clear of.
pub(super) fn obstacles(view: &MapView<'_>, placed: &[Placed]) -> Vec<Rect> {
    let halo = |marker: &Placed| if is_selected(view, marker) { HALO } else { 0.0 };
    let markers = placed.iter().map(|marker| (marker.at, marker.radius + halo(marker)));
    let ghost = view.ghost().map(|(at, event)| (at, event_radius(view.store.report_count(event)) + HALO));
    markers.chain(ghost).map(|(at, radius)| Rect::from_center_size(at, Vec2::splat(2.0 * radius))).collect()
}

/// Paints the markers and takes clicks on them.
pub(super) fn show(ui: &egui::Ui, view: &MapView<'_>, placed: &[Placed], commands: &mut Vec<Command>) -> Option<Asked> {
    let mut asked = None;
    if let Some((at, event)) = view.ghost() {
        show_ghost(ui, view, at, event, commands);
    }
    let mut shapes = Vec::with_capacity(placed.len() * 2);
    for marker in placed {
        let Some(cluster) = view.scene.clusters.get(marker.cluster) else { continue };
        let Some(group) = view.scene.group(cluster) else { continue };
        // Told only when somebody points or listens: hundreds of markers need no words in each frame.
        let name = || caption::of_group(view.store, view.scene, cluster, group, view.texts);
        let id = match group {
            Group::Event(event, _) => ui.scope_id().with(("event", event)),
            Group::Stack(stack) => ui.scope_id().with(("stack", stack.place)),
            Group::Cluster(stack) => ui.scope_id().with(("cluster", stack.place)),
        };
        let response = interact(ui, view, id, marker.at, marker.radius, is_selected(view, marker), name);
        add_marker(&mut shapes, ui, view, marker, group, &response);
        if response.clicked() {
            asked = click(view, marker, group, response.has_focus(), commands).or(asked);
        }
        response.on_hover_ui(|ui| {
            ui.strong(name());
            for line in caption::details(view.store, view.view, view.scene, cluster, view.texts) {
                ui.label(line);
            }
        });
    }
    ui.painter().extend(shapes);
    asked
}

fn click(
    view: &MapView<'_>,
    marker: &Placed,
    group: Group<'_>,
    by_key: bool,
    commands: &mut Vec<Command>,
) -> Option<Asked> {
    match group {
        Group::Event(event, _) => {
            commands.push(Command::SelectEvent(event));
            None
        }
        Group::Stack(stack) => {
            // The first click reads something at once; the ring is for the others.
            if !is_selected(view, marker) {
                commands.push(Command::SelectEvent(stack.first));
            }
            Some(Asked::Open { place: stack.place, by_key })
        }
        Group::Cluster(stack) => Some(Asked::Closer { cluster: marker.cluster, place: stack.place }),
    }
}

/// A painted thing that can be clicked, focused and heard.
pub(super) fn interact(
    ui: &egui::Ui,
    view: &MapView<'_>,
    id: egui::Id,
    at: Pos2,
    radius: f32,
    selected: bool,
    name: impl Fn() -> String,
) -> Response {
    let side = (2.0 * radius + 4.0).max(20.0);
    let response = ui.interact(Rect::from_center_size(at, Vec2::splat(side)), id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, name()));
    if response.has_focus() {
        let around = Rect::from_center_size(at, Vec2::splat(side + 6.0));
        ui.painter().rect_stroke(around, 5.0, Stroke::new(2.0, view.palette.accent), egui::StrokeKind::Outside);
    }
    if response.hovered() { response.on_hover_cursor(egui::CursorIcon::PointingHand) } else { response }
}

fn add_marker(
    shapes: &mut Vec<Shape>,
    ui: &egui::Ui,
    view: &MapView<'_>,
    marker: &Placed,
    group: Group<'_>,
    response: &Response,
) {
    let radius = if response.hovered() { marker.radius + 1.5 } else { marker.radius };
    if is_selected(view, marker) {
        add_halo(shapes, view, marker.at, marker.radius);
    }
    match group {
        Group::Event(event, _) => add_event(shapes, view, event, marker.at, radius, 1.0),
        Group::Stack(_) | Group::Cluster(_) => {
            let Some(cluster) = view.scene.clusters.get(marker.cluster) else { return };
            let families = view.scene.families(cluster);
            let has_day = view.scene.members(cluster).any(|stack| stack.has_day);
            let opacity = if has_day { 1.0 } else { SPAN_OPACITY };
            let colors = (view.palette.card, view.palette.text);
            badge::add_to(shapes, ui.painter(), marker.at, families.iter().sum(), &families, colors, opacity);
        }
    }
}

/// The selected event, where the days or the filter leave it out: pale, so that it is not lost.
fn show_ghost(ui: &egui::Ui, view: &MapView<'_>, at: Pos2, event: EventIndex, commands: &mut Vec<Command>) {
    let radius = event_radius(view.store.report_count(event));
    let name = || caption::of_event(view.store, event, view.texts);
    let response = interact(ui, view, ui.scope_id().with(("event", event)), at, radius, true, name);
    let mut shapes = Vec::new();
    ring::add_dashed(&mut shapes, at, radius + 7.0, Stroke::new(2.0, view.palette.accent), Color32::TRANSPARENT);
    add_event(&mut shapes, view, event, at, radius, SPAN_OPACITY);
    ui.painter().extend(shapes);
    if response.clicked() {
        commands.push(Command::SelectEvent(event));
    }
    response.on_hover_ui(|ui| {
        ui.label(name());
    });
}

/// The selected event and its place, where it is not among those shown.
#[must_use]
pub(super) fn ghost(store: &EventStore, selected: Option<EventIndex>, is_shown: bool) -> Option<EventIndex> {
    selected.filter(|&event| !is_shown && store.place_of(event).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_reports_make_a_larger_marker_up_to_a_limit() {
        assert!(event_radius(1) < event_radius(3));
        assert!(event_radius(0) <= event_radius(1));
        assert!(event_radius(4_000) <= 13.0);
    }
}
