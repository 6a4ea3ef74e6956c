//! The bar at the top: search, open, export, language, light or dark, keys.

use super::icon::Icon;
use super::pane::Room;
use super::texts::Texts;
use super::theme::{Palette, strong};
use crate::view_state::{Command, Dialog, Language, PathFor, ShellCommand, Theme, ViewState};
use egui::{Align, Button, Label, Layout, RichText, ScrollArea, TextEdit, Ui};
use std::path::PathBuf;

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

/// What is open, and what was.
#[derive(Clone, Copy, Debug)]
pub(super) struct Files<'a> {
    /// Name of the project.
    pub(super) project: Option<&'a str>,
    /// Opened before, the last first.
    pub(super) recent: &'a [PathBuf],
}

pub(super) fn top_bar_ui(
    ui: &mut Ui,
    bar: &mut TopBar,
    room: Room,
    files: Files<'_>,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    ui.horizontal(|ui| {
        if !room.is_narrow {
            name_ui(ui, view, texts, commands);
        }
        if let Some(project) = files.project.filter(|_| !room.is_narrow) {
            let name = RichText::new(project).font(strong(13.0));
            ui.allocate_ui(egui::vec2(180.0, ui.available_height()), |ui| ui.add(Label::new(name).truncate()));
            ui.add_space(6.0);
        }
        let others = if room.is_narrow { 60.0 } else { 420.0 };
        search_ui(ui, bar, others, view, texts, commands);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if room.is_narrow {
                ui.menu_button("…", |ui| {
                    // Longer than a low window is high, once some files were opened.
                    let most = (ui.ctx().content_rect().height() - 24.0).max(60.0);
                    ScrollArea::vertical().max_height(most).min_scrolled_height(most).show(ui, |ui| {
                        all_ui(ui, files.recent, view, texts, commands);
                    });
                })
                .response
                .accessible_name(texts.get("menu"));
            } else {
                settings_ui(ui, view, texts, commands);
                ui.add_space(8.0);
                write_ui(ui, texts, commands);
                ui.menu_button(texts.get("open"), |ui| open_ui(ui, files.recent, texts, commands));
            }
        });
    });
}

/// All that the bar of a wide window has, one under the other.
fn all_ui(ui: &mut Ui, recent: &[PathBuf], view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    open_ui(ui, recent, texts, commands);
    write_ui(ui, texts, commands);
    ui.separator();
    ui.horizontal(|ui| settings_ui(ui, view, texts, commands));
    if ui.button(texts.get("about")).clicked() {
        commands.push(Command::ToggleDialog(Dialog::About));
    }
}

fn name_ui(ui: &mut Ui, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    let accent = Palette::of(view.theme).accent;
    let name = RichText::new(texts.get("app-name")).font(strong(16.0)).color(accent);
    if ui.add(Button::new(name).frame(false)).on_hover_text(texts.get("about")).clicked() {
        commands.push(Command::ToggleDialog(Dialog::About));
    }
    ui.add_space(6.0);
}

fn write_ui(ui: &mut Ui, texts: &Texts, commands: &mut Vec<Command>) {
    ui.menu_button(texts.get("export"), |ui| {
        let ways = [
            ("export-events", PathFor::Events),
            ("export-picture", PathFor::Picture),
            ("export-animation", PathFor::Animation),
        ];
        for (key, what) in ways {
            if ui.button(texts.get(key)).on_hover_text(texts.get(&format!("{key}-about"))).clicked() {
                commands.push(Command::Shell(ShellCommand::Ask(what)));
            }
        }
    });
    if ui.button(texts.get("save-as")).clicked() {
        commands.push(Command::Shell(ShellCommand::Ask(PathFor::NewProject)));
    }
}

fn open_ui(ui: &mut Ui, recent: &[PathBuf], texts: &Texts, commands: &mut Vec<Command>) {
    let ways = [
        ("open-files", ShellCommand::Ask(PathFor::ReportFiles)),
        ("open-folder", ShellCommand::Ask(PathFor::ReportFolder)),
        ("open-project", ShellCommand::Ask(PathFor::Project)),
        ("open-places", ShellCommand::Ask(PathFor::Places)),
        ("open-typed", ShellCommand::AskTyped(PathFor::Anything)),
    ];
    for (key, command) in ways {
        let mut button = ui.button(texts.get(key));
        if command == ShellCommand::Ask(PathFor::Places) {
            button = button.on_hover_text(texts.get("open-places-about"));
        }
        if button.clicked() {
            commands.push(Command::Shell(command));
        }
    }
    if !recent.is_empty() {
        ui.separator();
        ui.add_enabled(false, Label::new(RichText::new(texts.get("open-recent")).small()));
    }
    for (number, path) in recent.iter().enumerate() {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        if ui.button(name).on_hover_text(path.display().to_string()).clicked() {
            commands.push(Command::Shell(ShellCommand::OpenRecent(number)));
        }
    }
}

/// `others` is the room that the rest of the bar takes.
fn search_ui(ui: &mut Ui, bar: &mut TopBar, others: f32, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    let mut text = view.filter.text.clone();
    let width = (ui.available_width() - others).clamp(80.0, 360.0);
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
    let keys = ui.add(Button::selectable(view.dialog == Some(Dialog::Keys), "?").min_size(egui::vec2(26.0, 24.0)));
    if keys.accessible_name(texts.get("keys-label")).on_hover_text(texts.get("keys-label")).clicked() {
        commands.push(Command::ToggleDialog(Dialog::Keys));
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
