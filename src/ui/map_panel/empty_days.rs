//! What the map says where no event is in the days shown or the filter leaves none, and the ways to some.

use super::map_view::MapView;
use crate::ui::nothing::Nothing;
use crate::view_state::Command;
use egui::{Align2, Area, Frame, Margin, Order, RichText, Stroke, Ui, vec2};

/// From the lower edge of the map: above the scale.
const ABOVE_EDGE: f32 = 52.0;

/// A card over the map, where nothing else is by then: a line beside it would move what one steps with.
pub(super) fn show(ui: &Ui, view: &MapView<'_>, commands: &mut Vec<Command>) {
    let nothing = Nothing::of(view.store, view.view);
    if !matches!(nothing, Nothing::InTheseDays | Nothing::PassesTheFilter) {
        return;
    }
    let at = view.rect.center_bottom() - vec2(0.0, ABOVE_EDGE.min(view.rect.height() / 2.0));
    let card = Frame::new().fill(view.palette.card).inner_margin(Margin::symmetric(12, 6)).corner_radius(6.0);
    Area::new(ui.scope_id().with("empty days"))
        .order(Order::Middle)
        .pivot(Align2::CENTER_BOTTOM)
        .fixed_pos(at)
        .constrain_to(view.rect)
        .show(ui.ctx(), |ui| {
            card.stroke(Stroke::new(1.0, view.palette.line)).show(ui, |ui| {
                ui.set_max_width((view.rect.width() - 40.0).max(80.0));
                ui.horizontal_wrapped(|ui| {
                    ui.label(RichText::new(view.texts.get(nothing.words())).color(view.palette.weak));
                    for (key, command) in nothing.ways(view.view) {
                        if ui.link(view.texts.get(key)).clicked() {
                            commands.push(command);
                        }
                    }
                });
            });
        });
}
