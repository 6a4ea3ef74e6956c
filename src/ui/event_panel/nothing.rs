//! What the panel says where no event is chosen.

use crate::ui::nothing::Nothing;
use crate::ui::panel_view::PanelView;
use crate::ui::theme::Palette;
use crate::view_state::Command;
use egui::{Frame, Label, Margin, RichText, Ui};

pub(super) fn nothing_ui(ui: &mut Ui, look: PanelView<'_>, commands: &mut Vec<Command>) {
    let PanelView { store, view, texts } = look;
    let nothing = Nothing::of(store, view);
    let words = RichText::new(texts.get(nothing.words())).color(Palette::of(view.theme).weak);
    Frame::new().inner_margin(Margin::symmetric(14, 24)).show(ui, |ui| {
        // The panel is as wide as what is in it.
        ui.set_min_width(ui.available_width());
        ui.vertical_centered(|ui| {
            ui.add(Label::new(words).wrap());
            ui.add_space(6.0);
            for (label, command) in nothing.ways(view) {
                if ui.link(texts.get(label)).clicked() {
                    commands.push(command);
                }
            }
        });
    });
}
