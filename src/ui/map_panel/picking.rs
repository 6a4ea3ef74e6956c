//! Saying by a click on the map where something was.

use super::MapView;
use crate::view_state::{Command, CorrectCommand};
use egui::{Painter, Stroke, Vec2, vec2};

/// Points from the middle of the sign to its ends.
const REACH: f32 = 11.0;

/// A click anywhere on the map says where it was, on a marker too.
pub(super) fn pick(response: &egui::Response, is_clicked: bool, view: &MapView<'_>, commands: &mut Vec<Command>) {
    response.ctx.set_cursor_icon(egui::CursorIcon::Crosshair);
    let pointer = response.ctx.input(|input| input.pointer.interact_pos());
    if let Some(pointer) = pointer.filter(|&pointer| is_clicked && view.rect.contains(pointer)) {
        commands.push(Command::Correct(CorrectCommand::Picked(view.point_at(pointer))));
    }
}

/// The sign of the point that was picked: a cross in a ring, until the place is set.
pub(super) fn paint_picked(painter: &Painter, view: &MapView<'_>) {
    let Some(point) = view.view.picked_point() else { return };
    let at = view.on_screen(point);
    let lines = [Stroke::new(5.0, view.palette.card), Stroke::new(2.0, view.palette.accent)];
    for line in lines {
        painter.circle_stroke(at, REACH * 0.6, line);
        for arm in [vec2(1.0, 0.0), vec2(0.0, 1.0)] {
            let ends = |arm: Vec2| [at + arm * 3.0, at + arm * REACH];
            painter.line_segment(ends(arm), line);
            painter.line_segment(ends(-arm), line);
        }
    }
}
