//! The panel on the left: what to show, by kind, place, actor and report; what was found; the trays.

use super::row::{Row, RowState};
use super::texts::{Texts, family_key};
use super::theme::{Palette, strong};
use super::trays::{found_ui, trays_ui};
use crate::event::Family;
use crate::store::EventStore;
use crate::view_state::counts::{Counts, fullest_first};
use crate::view_state::{Command, ViewState, kinds_of};
use egui::{CollapsingHeader, RichText, ScrollArea, Ui};

/// Rows of a list that are shown; the search finds the rest.
const MOST_ROWS: usize = 60;

pub(super) fn side_panel_ui(
    ui: &mut Ui,
    store: &EventStore,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    let counts = Counts::new(view, store);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        egui::Frame::new().inner_margin(egui::Margin { left: 6, right: 8, top: 8, bottom: 8 }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            if view.filter.is_active() {
                chips_ui(ui, store, view, texts, commands);
            }
            if !view.filter.text.trim().is_empty() {
                found_ui(ui, store, view, texts, commands);
            }
            kinds_ui(ui, &counts, view, texts, commands);
            lists_ui(ui, store, &counts, view, texts, commands);
            trays_ui(ui, store, view, texts, commands);
        });
    });
}

/// A heading of a part of the panel.
pub(super) fn heading(ui: &mut Ui, text: &str, palette: &Palette) {
    ui.add_space(6.0);
    ui.label(RichText::new(text).font(strong(11.5)).color(palette.weak));
    ui.add_space(2.0);
}

fn kinds_ui(ui: &mut Ui, counts: &Counts, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    let palette = Palette::of(view.theme);
    heading(ui, &texts.get("kinds"), &palette);
    for family in Family::ALL {
        let label = texts.get(&format!("family-{}", family_key(family)));
        let count: usize = kinds_of(family).filter_map(|kind| counts.kinds.get(&kind)).sum();
        let state = if view.filter.shows_family(family) { RowState::Plain } else { RowState::Hidden };
        let name = texts.with("kind-row", [("name", label.as_str().into()), ("count", count.into())]);
        let row = Row {
            family: Some(family),
            label: &label,
            detail: None,
            count: Some(count),
            state,
            name: &name,
            indent: 0.0,
        };
        let about = texts.with("kind-key", [("key", (family.index() + 1).into())]);
        let response = row.show(ui, &palette).on_hover_text(about);
        if response.double_clicked() {
            // The two clicks have hidden and shown it; now it is shown alone.
            commands.push(Command::OnlyFamily(family));
        } else if response.clicked() {
            commands.push(Command::ToggleFamily(family));
        }
    }
}

fn lists_ui(
    ui: &mut Ui,
    store: &EventStore,
    counts: &Counts,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    let filter = &view.filter;
    let facets = store.facets();
    let places = fullest_first(&counts.places);
    list_ui(ui, "places", &texts.get("places"), &places, view, texts, commands, |row| {
        let name = store.place(row).map_or("", |place| place.name.as_str());
        (name.to_owned(), filter.places.contains(&row), Command::TogglePlace(row))
    });
    let actors = fullest_first(&counts.actors);
    list_ui(ui, "actors", &texts.get("actors"), &actors, view, texts, commands, |row| {
        (facets.actor(row).to_owned(), filter.actors.contains(&row), Command::ToggleActor(row))
    });
    let mut reports: Vec<_> = counts.reports.iter().map(|(&report, &count)| (report, count)).collect();
    reports.sort_unstable();
    list_ui(ui, "reports", &texts.get("reports"), &reports, view, texts, commands, |index| {
        let id = store.document(index).map_or("", |document| document.id.as_str());
        (report_name(id).to_owned(), filter.reports.contains(&index), Command::ToggleReport(index))
    });
}

/// The last part of a path, without the ending of a file name.
pub(super) fn report_name(id: &str) -> &str {
    let last = id.rsplit(['/', '\\']).next().unwrap_or(id);
    last.rsplit_once('.').map_or(last, |(stem, _)| if stem.is_empty() { last } else { stem })
}

#[expect(clippy::too_many_arguments, reason = "one list of four kinds")]
fn list_ui<T: Copy>(
    ui: &mut Ui,
    id: &str,
    title: &str,
    rows: &[(T, usize)],
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
    describe: impl Fn(T) -> (String, bool, Command),
) {
    let palette = Palette::of(view.theme);
    ui.add_space(6.0);
    let header = RichText::new(format!("{title}  {}", rows.len())).font(strong(11.5)).color(palette.weak);
    CollapsingHeader::new(header).id_salt(id).show_unindented(ui, |ui| {
        for &(choice, count) in rows.iter().take(MOST_ROWS) {
            let (label, is_chosen, command) = describe(choice);
            let state = if is_chosen { RowState::Chosen } else { RowState::Plain };
            let name = texts.with("kind-row", [("name", label.as_str().into()), ("count", count.into())]);
            let row =
                Row { family: None, label: &label, detail: None, count: Some(count), state, name: &name, indent: 10.0 };
            if row.show(ui, &palette).on_hover_text(texts.get("only-here")).clicked() {
                commands.push(command);
            }
        }
    });
}

/// What is filtered by, each to be taken away by a click.
fn chips_ui(ui: &mut Ui, store: &EventStore, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
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
        chips.push((format!("“{}”", filter.text.trim()), Command::SetText(String::new())));
    }
    for family in Family::ALL.into_iter().filter(|&family| !filter.shows_family(family)) {
        let name = texts.get(&format!("family-{}", family_key(family)));
        chips.push((texts.with("hidden-family", [("name", name.into())]), Command::ToggleFamily(family)));
    }
    for &row in &filter.places {
        let name = store.place(row).map_or("", |place| place.name.as_str());
        chips.push((name.to_owned(), Command::TogglePlace(row)));
    }
    for &row in &filter.actors {
        chips.push((store.facets().actor(row).to_owned(), Command::ToggleActor(row)));
    }
    for &index in &filter.reports {
        let id = store.document(index).map_or("", |document| document.id.as_str());
        chips.push((report_name(id).to_owned(), Command::ToggleReport(index)));
    }
    chips
}
