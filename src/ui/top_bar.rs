//! The bar at the top: search, open, export, language, light or dark, keys.

use super::icon::Icon;
use super::texts::Texts;
use super::theme::{Palette, strong};
use crate::view_state::{Command, Language, ShellCommand, Theme, ViewState};
use egui::{Align, Button, Layout, RichText, TextEdit, Ui};

/// What the bar keeps between frames.
#[derive(Debug, Default)]
pub(super) struct TopBar {
    wants_search: bool,
}

impl TopBar {
    /// Puts the cursor into the search field in the next frame.
    pub(super) fn focus_search(&mut self) {
        self.wants_search = true;
    }
}

pub(super) fn top_bar_ui(ui: &mut Ui, bar: &mut TopBar, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    let palette = Palette::of(view.theme);
    ui.horizontal(|ui| {
        ui.label(RichText::new(texts.get("app-name")).font(strong(16.0)).color(palette.accent));
        ui.add_space(6.0);
        search_ui(ui, bar, view, texts, commands);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            settings_ui(ui, view, texts, commands);
            ui.add_space(8.0);
            if ui.button(texts.get("export")).clicked() {
                commands.push(Command::Shell(ShellCommand::Export));
            }
            ui.menu_button(texts.get("open"), |ui| {
                if ui.button(texts.get("open-files")).clicked() {
                    commands.push(Command::Shell(ShellCommand::OpenFiles));
                }
                if ui.button(texts.get("open-folder")).clicked() {
                    commands.push(Command::Shell(ShellCommand::OpenFolder));
                }
            });
        });
    });
}

fn search_ui(ui: &mut Ui, bar: &mut TopBar, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    let mut text = view.filter.text.clone();
    let width = (ui.available_width() - 330.0).clamp(120.0, 360.0);
    let field = TextEdit::singleline(&mut text)
        .hint_text(texts.get("search-hint"))
        .desired_width(width)
        .margin(egui::Margin { left: 26, right: 8, top: 4, bottom: 4 });
    let response = ui.add(field).accessible_name(texts.get("search-label"));
    let at = egui::pos2(response.rect.left() + 14.0, response.rect.center().y);
    Icon::Search.paint(ui.painter(), at, Palette::of(view.theme).weak);
    if std::mem::take(&mut bar.wants_search) {
        response.request_focus();
    }
    if text != view.filter.text {
        commands.push(Command::SetText(text));
    }
}

/// Laid out from the right.
fn settings_ui(ui: &mut Ui, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    let keys = ui.add(Button::selectable(view.shows_keys, "?").min_size(egui::vec2(26.0, 24.0)));
    if keys.accessible_name(texts.get("keys-label")).on_hover_text(texts.get("keys-label")).clicked() {
        commands.push(Command::ToggleKeys);
    }
    let (icon, other, name) = match view.theme {
        Theme::Light => (Icon::Moon, Theme::Dark, texts.get("theme-dark")),
        Theme::Dark => (Icon::Sun, Theme::Light, texts.get("theme-light")),
    };
    if icon.button(ui, &name, None, false, false).clicked() {
        commands.push(Command::SetTheme(other));
    }
    ui.spacing_mut().item_spacing.x = 2.0;
    // From the right, so the last one first.
    for language in Language::ALL.into_iter().rev() {
        let button = Button::selectable(view.language == language, language.code());
        if ui.add(button).on_hover_text(texts.get("language")).clicked() {
            commands.push(Command::SetLanguage(language));
        }
    }
}
