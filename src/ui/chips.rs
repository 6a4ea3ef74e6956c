//! Chips: what is filtered by, each to be taken away by a click.

use super::actors::actor_name;
use super::place_name::name_of;
use super::side_panel::report_name;
use super::texts::{Texts, family_key};
use super::theme::Palette;
use super::trays::certainty_key;
use crate::event::Family;
use crate::store::EventStore;
use crate::view_state::{Command, ViewState, kinds_of};
use egui::{RichText, Ui};

/// What is filtered by, each to be taken away by a click.
pub(super) fn chips_ui(ui: &mut Ui, store: &EventStore, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    let palette = Palette::of(view.theme);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        let mut chip = |label: &str, command: Command| {
            let text = RichText::new(format!("{label}  ×")).size(11.5).color(palette.text);
            let button = egui::Button::new(text).small().corner_radius(9.0).fill(palette.accent_ground);
            let name = texts.with("remove-chip", [("name", label.into())]);
            if ui.add(button).accessible_name(&name).on_hover_text(name).clicked() {
                commands.push(command);
            }
        };
        for (label, command) in chips(store, view, texts) {
            chip(&label, command);
        }
        if ui.small_button(texts.get("clear-filter")).clicked() {
            commands.push(Command::ClearFilter);
        }
    });
    ui.add_space(4.0);
}

fn chips(store: &EventStore, view: &ViewState, texts: &Texts) -> Vec<(String, Command)> {
    let filter = &view.filter;
    let mut chips = Vec::new();
    if !filter.text.trim().is_empty() {
        let words = texts.with("in-quotes", [("words", filter.text.trim().into())]);
        chips.push((words, Command::SetText(String::new())));
    }
    for family in Family::ALL {
        if filter.shows_family(family) {
            let hidden = kinds_of(family).filter(|kind| filter.hidden_kinds.contains(kind));
            chips.extend(hidden.map(|kind| {
                let name = texts.get(&format!("kind-{}", kind.name()));
                (texts.with("hidden-family", [("name", name.into())]), Command::ToggleKind(kind))
            }));
        } else {
            let name = texts.get(&format!("family-{}", family_key(family)));
            chips.push((texts.with("hidden-family", [("name", name.into())]), Command::ToggleFamily(family)));
        }
    }
    for &row in &filter.places {
        let name = store.place(row).map_or("", |place| name_of(place, texts));
        chips.push((name.to_owned(), Command::TogglePlace(row)));
    }
    for &row in &filter.actors {
        let name = actor_name(store.facets().actor(row), texts.language()).into_owned();
        chips.push((name, Command::ToggleActor(row)));
    }
    for &index in &filter.reports {
        let id = store.document(index).map_or("", |document| document.id.as_str());
        chips.push((report_name(id).to_owned(), Command::ToggleReport(index)));
    }
    for &certainty in &filter.certainties {
        chips.push((texts.get(certainty_key(certainty)), Command::ToggleCertainty(certainty)));
    }
    chips
}
