//! The events at one place, one by one: a ring of markers around it, or a list where there are too many for a ring.

use super::markers::interact;
use super::paint::add_event;
use super::scene::Opened;
use super::{MapView, caption, ring_names};
use crate::marker::event_radius;
use crate::store::EventIndex;
use crate::ui::marker::ring;
use crate::view_state::Command;
use egui::{Pos2, Rect, Sense, Stroke, Ui, Vec2};

/// More than these are a list.
const MOST_IN_RING: usize = 10;
/// From marker to marker in the ring, in points.
const SPACING: f32 = 34.0;
/// The list's largest size, in points.
const LIST_SIZE: Vec2 = Vec2::new(320.0, 260.0);

/// What the open events take up of the screen, for labels to keep off; nothing for a list, which lies above.
#[must_use]
pub(super) fn area(view: &MapView<'_>, opened: &Opened) -> Option<Rect> {
    let offsets = ring_of(opened)?;
    let reach = offsets.first().map_or(0.0, |offset| offset.length()) + 20.0;
    Some(Rect::from_center_size(view.on_screen(opened.point), Vec2::splat(2.0 * reach)))
}

fn ring_of(opened: &Opened) -> Option<Vec<Vec2>> {
    (opened.events.len() <= MOST_IN_RING).then(|| ring::spread(opened.events.len(), SPACING))
}

/// Shows them around their place and takes clicks.
pub(super) fn show(ui: &mut Ui, view: &MapView<'_>, opened: &Opened, wants_focus: bool, commands: &mut Vec<Command>) {
    let at = view.on_screen(opened.point);
    match ring_of(opened) {
        Some(offsets) => {
            show_ring(ui, view, opened, at, &offsets, commands);
            if let Some(event) = opened.events.first().filter(|_| wants_focus) {
                ui.memory_mut(|memory| memory.request_focus(event_id(ui, *event)));
            }
        }
        None => show_list(ui, view, opened, at, commands),
    }
}

fn show_ring(ui: &Ui, view: &MapView<'_>, opened: &Opened, at: Pos2, offsets: &[Vec2], commands: &mut Vec<Command>) {
    let reach = offsets.first().map_or(0.0, |offset| offset.length());
    ui.painter().circle_filled(at, reach + 16.0, view.palette.card.gamma_multiply(0.55));
    for offset in offsets {
        ui.painter().line_segment([at, at + *offset], Stroke::new(1.0, view.palette.weak));
    }
    let names = opened.events.iter().map(|&event| caption::short(view.store, event, view.texts)).collect();
    ring_names::paint(ui, view, at, offsets, event_radius(1), names);
    for (&event, offset) in opened.events.iter().zip(offsets) {
        show_one(ui, view, event, at + *offset, commands);
    }
}

fn show_one(ui: &Ui, view: &MapView<'_>, event: EventIndex, at: Pos2, commands: &mut Vec<Command>) {
    let radius = event_radius(view.store.report_count(event)).min(SPACING / 2.0 - 4.0);
    let selected = view.view.selected == Some(event);
    let name = || caption::of_event(view.store, event, view.texts);
    let response = interact(ui, view, event_id(ui, event), at, radius, selected, name);
    if selected {
        ui.painter().circle_filled(at, radius + 5.5, view.palette.card);
        ui.painter().circle_stroke(at, radius + 5.5, Stroke::new(2.0, view.palette.accent));
    }
    let mut shapes = Vec::new();
    add_event(&mut shapes, view, event, at, if response.hovered() { radius + 1.5 } else { radius }, 1.0);
    ui.painter().extend(shapes);
    if response.clicked() {
        commands.push(Command::SelectEvent(event));
    }
    response.on_hover_ui(|ui| {
        ui.label(name());
    });
}

fn event_id(ui: &Ui, event: EventIndex) -> egui::Id {
    ui.scope_id().with(("event", event))
}

fn show_list(ui: &mut Ui, view: &MapView<'_>, opened: &Opened, at: Pos2, commands: &mut Vec<Command>) {
    let beside = at + Vec2::new(30.0, -LIST_SIZE.y / 2.0);
    egui::Area::new(ui.scope_id().with(("events at", opened.place)))
        .order(egui::Order::Foreground)
        .fixed_pos(beside)
        .constrain_to(view.rect)
        .sense(Sense::hover())
        .show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_width(LIST_SIZE.x);
                ui.strong(caption::of_opened(view.store, opened, view.texts));
                let row_height = ui.spacing().interact_size.y;
                let scroll = egui::ScrollArea::vertical().max_height(LIST_SIZE.y).auto_shrink([false, true]);
                scroll.show_rows(ui, row_height, opened.events.len(), |ui, rows| {
                    for &event in opened.events.get(rows).unwrap_or_default() {
                        let text = caption::short(view.store, event, view.texts);
                        if ui.selectable_label(view.view.selected == Some(event), text).clicked() {
                            commands.push(Command::SelectEvent(event));
                        }
                    }
                });
            });
        });
}
