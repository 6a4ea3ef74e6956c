//! The markers of one frame: where they stand, how they look, and what a click on one asks for.

use super::MapView;
use super::caption;
use super::scene::{Group, ground_radius_km};
use crate::event::Family;
use crate::store::{EventIndex, EventStore, PlaceRow, StoredPlace};
use crate::ui::basemap::labels::Label;
use crate::ui::marker::badge;
use crate::ui::marker::cluster::Stack;
use crate::ui::marker::ring;
use crate::ui::marker::shape::{MarkerPaint, MarkerShape, darker, lighter};
use crate::ui::theme::family_color;
use crate::view_state::{Command, Theme};
use egui::{Color32, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Vec2, WidgetInfo};

/// Labels beside markers at most; in a crowd of more than these, names are in the tooltips alone.
const MOST_LABELS: usize = 150;
/// From a selected marker's edge to the outside of its halo, in points.
const HALO: f32 = 9.0;
/// How much of its colour a marker keeps whose day is one of several, where few of these are shown; and what it gains where all are.
const SPAN_OPACITY: f32 = 0.35;
const SHARE_OPACITY: f32 = 0.3;

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

/// Radius in points of the marker of one event that so many reports tell of.
#[must_use]
pub(super) fn event_radius(reports: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a size on the screen")]
    let more = reports.saturating_sub(1) as f32;
    (6.5 + 1.6 * more).min(13.0)
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
    let stacks = view.scene.clusters.get(marker.cluster).map(|cluster| cluster.stacks.as_slice());
    view.scene.selected_stack.is_some() && stacks == view.scene.selected_stack.as_ref().map(std::slice::from_ref)
}

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

/// A colour for a line on the map.
fn on_ground(view: &MapView<'_>, color: Color32) -> Color32 {
    if view.view.theme == Theme::Dark { lighter(color) } else { color }
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

fn ring_of_stack(view: &MapView<'_>, stack: &Stack) -> Option<f32> {
    ring_at(view, view.store.place(stack.place)?, stack.has_near)
}

fn ring_at(view: &MapView<'_>, place: &StoredPlace, is_near: bool) -> Option<f32> {
    let km = ground_radius_km(place, is_near)?;
    Some(ring::radius_in_points(km, view.points_per_meter(place.point)))
}

/// The names beside the markers, the selected one's larger than all others.
pub(super) fn labels(view: &MapView<'_>, placed: &[Placed]) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for marker in placed.iter().rev().take(MOST_LABELS) {
        let Some(cluster) = view.scene.clusters.get(marker.cluster) else { continue };
        let Some(stack) = cluster.stacks.first().and_then(|&index| view.scene.stacks.get(index)) else { continue };
        let name = caption::name_of_stack(view.store, stack);
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
        let name = view.store.place_of(event).map_or_else(String::new, |place| place.name.clone());
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

fn add_halo(shapes: &mut Vec<Shape>, view: &MapView<'_>, at: Pos2, radius: f32) {
    let accent = view.palette.accent;
    shapes.push(Shape::circle_filled(at, radius + HALO, accent.gamma_multiply(0.18)));
    shapes.push(Shape::circle_stroke(at, radius + 7.0, Stroke::new(4.5, view.palette.card)));
    shapes.push(Shape::circle_stroke(at, radius + 7.0, Stroke::new(2.5, accent)));
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
