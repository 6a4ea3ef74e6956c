//! The list of all keys, in the words that stand on them.

use super::texts::Texts;
use super::theme::{Palette, strong};
use crate::view_state::{Command, Dialog, ViewState};
use egui::{RichText, Ui};

/// Room for the longest line in each language.
const WIDTH: f32 = 560.0;

/// The list of all keys, over everything; any click outside closes it.
pub(super) fn keys_ui(ui: &Ui, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    let palette = Palette::of(view.theme);
    let response = egui::Modal::new(egui::Id::unique("keys")).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 60.0));
        ui.heading(texts.get("keys-title"));
        ui.add_space(6.0);
        // In a small window the list is scrolled, and the buttons under it stay in sight.
        let most = (ui.ctx().content_rect().height() - 150.0).max(60.0);
        let scroll = egui::ScrollArea::vertical().max_height(most).min_scrolled_height(most);
        scroll.show(ui, |ui| {
            if ui.available_width() < WIDTH - 20.0 {
                narrow_ui(ui, texts, palette);
            } else {
                wide_ui(ui, texts, palette);
            }
        });
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            if ui.button(texts.get("about")).clicked() {
                commands.push(Command::ToggleDialog(Dialog::About));
            }
            ui.button(texts.get("dismiss")).clicked()
        })
        .inner
    });
    if response.inner || response.should_close() {
        commands.push(Command::ToggleDialog(Dialog::Keys));
    }
}

fn wide_ui(ui: &mut Ui, texts: &Texts, palette: Palette) {
    egui::Grid::new("keys").num_columns(2).spacing([24.0, 3.0]).show(ui, |ui| {
        for (keys, about) in key_list(texts) {
            ui.label(key_words(keys, texts, palette));
            ui.label(about);
            ui.end_row();
        }
    });
}

/// What a key does stands under it, on as many lines as it takes.
fn narrow_ui(ui: &mut Ui, texts: &Texts, palette: Palette) {
    ui.set_width(ui.available_width());
    for (keys, about) in key_list(texts) {
        ui.label(key_words(keys, texts, palette));
        ui.add(egui::Label::new(about).wrap());
        ui.add_space(5.0);
    }
}

fn key_words(keys: &str, texts: &Texts, palette: Palette) -> RichText {
    RichText::new(key_names(keys, texts)).font(strong(13.0)).color(palette.accent)
}

/// `Shift Z` in the words that stand on the keys.
fn key_names(keys: &str, texts: &Texts) -> String {
    let name = |key: &str| match key {
        "Shift" | "Space" | "Home" | "End" | "Ctrl" | "Tab" | "Esc" => {
            texts.get(&format!("key-{}", key.to_lowercase()))
        }
        key => key.to_owned(),
    };
    keys.split(' ').map(name).collect::<Vec<_>>().join(" ")
}

fn key_list(texts: &Texts) -> [(&'static str, String); 22] {
    [
        ("← →", texts.get("keys-step")),
        ("Shift  ← →", texts.get("keys-event")),
        ("Space", texts.get("keys-play")),
        ("Home  End", texts.get("keys-ends")),
        ("G", texts.get("go-to")),
        ("Z  Shift Z", texts.get("keys-axis")),
        ("↑ ↓", texts.get("keys-ends-of-window")),
        ("V", texts.get("keys-mode")),
        ("C", texts.get("keys-clock")),
        ("+  −", texts.get("keys-zoom")),
        ("Ctrl  ← → ↑ ↓", texts.get("keys-pan")),
        ("0", texts.get("keys-fit")),
        ("1 … 6", texts.get("keys-families")),
        ("/", texts.get("keys-search")),
        ("E  R  L", texts.get("keys-list")),
        ("N  P", texts.get("keys-marks")),
        ("Tab", texts.get("keys-focus")),
        ("Ctrl F", texts.get("keys-find")),
        ("Ctrl Z  Ctrl Shift Z", texts.get("keys-undo")),
        ("Ctrl Shift S", texts.get("keys-save-as")),
        ("Esc", texts.get("keys-escape")),
        ("?", texts.get("keys-help")),
    ]
}
