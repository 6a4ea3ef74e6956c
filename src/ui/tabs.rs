//! The tabs over the panel on the right: the selected event, a report, the list, the corrections.

use super::texts::Texts;
use super::theme::{Palette, strong};
use crate::view_state::{Command, Tab, ViewState};
use egui::{Frame, Margin, Ui};

/// `shown` and `corrected`: how many events and corrections there are to list.
pub(super) fn tabs_ui(
    ui: &mut Ui,
    shown: usize,
    corrected: usize,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    let palette = Palette::of(view.theme);
    Frame::new().inner_margin(Margin { left: 12, right: 8, top: 6, bottom: 0 }).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let tabs = [
                (Tab::Event, texts.get("tab-event")),
                (Tab::Report, texts.get("tab-report")),
                (Tab::List, texts.count("tab-list", shown)),
                (Tab::Corrections, texts.count("tab-corrections", corrected)),
            ];
            for (tab, label) in tabs {
                let is_shown = view.tab == tab;
                let color = if is_shown { palette.accent } else { palette.weak };
                let text = egui::RichText::new(label).font(strong(13.0)).color(color);
                let button = ui.add(egui::Button::selectable(false, text).frame_when_inactive(false));
                if is_shown {
                    let line = button.rect.bottom() + 2.0;
                    ui.painter().hline(button.rect.x_range(), line, egui::Stroke::new(2.0, palette.accent));
                }
                if button.clicked() {
                    commands.push(Command::ShowTab(tab));
                }
            }
        });
        ui.add_space(3.0);
    });
    let line = ui.cursor().top() - 2.0;
    ui.painter().hline(ui.max_rect().x_range(), line, egui::Stroke::new(1.0, palette.line));
}
