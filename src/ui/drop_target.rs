//! What is shown while files are held over the window.

use super::texts::Texts;
use super::theme::{Palette, strong};
use crate::view_state::ViewState;
use egui::Ui;

/// While files are held over the window, it says what letting go does.
pub(super) fn drop_target_ui(ui: &Ui, view: &ViewState, texts: &Texts) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let palette = Palette::of(view.theme);
    let layer = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop"));
    let painter = ui.ctx().layer_painter(layer);
    let rect = ui.ctx().content_rect();
    painter.rect_filled(rect, 0.0, palette.ground.gamma_multiply(0.85));
    painter.rect_stroke(rect.shrink(12.0), 8.0, egui::Stroke::new(2.0, palette.accent), egui::StrokeKind::Inside);
    let text = texts.get("drop-here");
    painter.text(rect.center(), egui::Align2::CENTER_CENTER, text, strong(20.0), palette.accent);
}
