//! The bars: events by family, the sure ones under those that may have been on other days.

use super::frame::Frame;
use crate::event::Family;
use crate::ui::dates::range_words;
use crate::ui::texts::{Texts, family_key};
use crate::ui::theme::{Palette, family_color, strong};
use crate::view_state::histogram::{Bar, Histogram};
use crate::view_state::{Command, ViewState};
use egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// Points that a bar is high at least: one event is to be seen beside hundreds.
const LEAST_HEIGHT: f32 = 3.0;

pub(super) fn bars_ui(
    ui: &Ui,
    frame: &Frame<'_>,
    histogram: &Histogram,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    let highest = histogram.highest().max(4);
    for (index, bar) in histogram.bars.iter().enumerate().filter(|(_, bar)| bar.total() > 0) {
        let rect = frame.rect_of(bar.days);
        let response = ui.interact(rect, ui.scope_id().with(("bar", index)), Sense::click());
        // Told only when somebody points or listens: thousands of days need no words in each frame.
        let name =
            || texts.with("bar-name", [("days", range_words(bar.days, texts).into()), ("count", bar.total().into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name()));
        paint_bar(ui, rect, bar, highest, view);
        if response.has_focus() {
            let stroke = Stroke::new(1.0, Palette::of(view.theme).accent);
            ui.painter().rect_stroke(rect, 2.0, stroke, egui::StrokeKind::Inside);
        }
        if response.clicked() {
            commands.push(Command::SetWindow(view.step.around(bar.days.start)));
        }
        response.on_hover_ui_at_pointer(|ui| bar_tooltip(ui, &name(), bar, texts));
    }
}

fn bar_tooltip(ui: &mut Ui, name: &str, bar: &Bar, texts: &Texts) {
    ui.label(egui::RichText::new(name).font(strong(12.5)));
    for family in Family::ALL {
        let count = bar.certain[family.index()] + bar.possible[family.index()];
        if count > 0 {
            let label = texts.get(&format!("family-{}", family_key(family)));
            ui.label(egui::RichText::new(format!("{count}  {label}")).size(12.0));
        }
    }
    let possible: u32 = bar.possible.iter().sum();
    if possible > 0 {
        ui.weak(texts.with("bar-possible", [("count", possible.into())]));
    }
}

/// Sure events stand at the bottom, by family; those that may have been on other days stand over them, faded.
#[expect(clippy::cast_precision_loss, reason = "counts to heights in points")]
fn paint_bar(ui: &Ui, rect: Rect, bar: &Bar, highest: u32, view: &ViewState) {
    let palette = Palette::of(view.theme);
    let unit = ((rect.height() - 5.0) / highest as f32).max(LEAST_HEIGHT / bar.total() as f32);
    let gap = if rect.width() > 8.0 { 1.5 } else { 0.5 };
    let mut bottom = rect.bottom();
    let layers = [(&bar.certain, 1.0), (&bar.possible, 0.38)];
    for (counts, strength) in layers {
        for family in Family::ALL {
            let count = counts[family.index()];
            if count == 0 {
                continue;
            }
            let top = bottom - unit * count as f32;
            let block = Rect::from_min_max(pos2(rect.left() + gap, top), pos2(rect.right() - gap, bottom));
            let color = family_color(family).gamma_multiply(strength);
            ui.painter().rect_filled(block.shrink2(vec2(0.0, 0.25)), 1.0, color);
            if strength < 1.0 {
                let line = Stroke::new(1.0, family_color(family).gamma_multiply(0.7).blend(palette.line));
                ui.painter().hline(block.x_range(), block.top(), line);
            }
            bottom = top;
        }
    }
}
