//! The events in the window, as a table that can be sorted.

use super::dates::{column_words, range_words};
use super::marker::shape::{MarkerShape, darker};
use super::nothing::Nothing;
use super::place_name::name_of;
use super::texts::Texts;
use super::theme::{Palette, family_color, strong};
use crate::event::EventKind;
use crate::fold::fold;
use crate::store::{EventIndex, EventStore};
use crate::view_state::{Choice, Command, Language, MapCommand, ViewState};
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, Color32, FontId, Rect, Response, Role, ScrollArea, Sense, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2,
};
use std::collections::BTreeSet;

const ROW: f32 = 26.0;
/// Width of the column of days.
const DAYS: f32 = 92.0;
/// Width of the column of reports, with what parts it from the next.
const COUNTS: f32 = 30.0;
/// Width of the sign before a kind.
const SIGN: f32 = 18.0;
/// Kept free between columns.
const GAP: f32 = 6.0;
/// Size of the letters of kinds and places.
const CELL: f32 = 13.0;

/// What the table is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Column {
    #[default]
    Day,
    Kind,
    Place,
    Reports,
}

/// The order of the rows.
#[derive(Debug, Default)]
pub(super) struct ListPanel {
    column: Column,
    is_descending: bool,
    listed: Option<Listed>,
}

/// The rows of the last frame, and what they were listed for. The store does not change under them.
#[derive(Debug)]
struct Listed {
    choice: Choice,
    column: Column,
    is_descending: bool,
    language: Language,
    rows: Vec<EventIndex>,
    /// The kinds among them.
    kinds: BTreeSet<EventKind>,
}

impl ListPanel {
    /// Lists anew: the events are others.
    pub(super) fn store_changed(&mut self) {
        self.listed = None;
    }

    fn listed(&mut self, store: &EventStore, view: &ViewState, texts: &Texts) -> Option<&Listed> {
        let (column, is_descending, language) = (self.column, self.is_descending, texts.language());
        let holds = |listed: &Listed| {
            (listed.column, listed.is_descending, listed.language) == (column, is_descending, language)
                && view.is_choice(&listed.choice)
        };
        if !self.listed.as_ref().is_some_and(holds) {
            let rows = self.rows(store, view, texts);
            let kinds = rows.iter().map(|&event| store.kind(event)).collect();
            self.listed = Some(Listed { choice: view.choice(), column, is_descending, language, rows, kinds });
        }
        self.listed.as_ref()
    }

    fn sort_by(&mut self, column: Column) {
        self.is_descending = self.column == column && !self.is_descending;
        self.column = column;
    }

    fn rows(&self, store: &EventStore, view: &ViewState, texts: &Texts) -> Vec<EventIndex> {
        let mut rows: Vec<EventIndex> = view.shown(store).collect();
        match self.column {
            Column::Day => {}
            Column::Kind => rows.sort_by_cached_key(|&event| kind_words(store, event, texts)),
            Column::Place => {
                rows.sort_by_cached_key(|&event| store.place_of(event).map(|place| fold(name_of(place, texts))));
            }
            Column::Reports => rows.sort_by_key(|&event| store.report_count(event)),
        }
        if self.is_descending {
            rows.reverse();
        }
        rows
    }
}

fn kind_words(store: &EventStore, event: EventIndex, texts: &Texts) -> String {
    kind_name(store.kind(event), texts)
}

fn kind_name(kind: EventKind, texts: &Texts) -> String {
    texts.get(&format!("kind-{}", kind.name()))
}

pub(super) fn list_panel_ui(
    ui: &mut Ui,
    list: &mut ListPanel,
    store: &EventStore,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    let palette = Palette::of(view.theme);
    let columns = columns(ui, list.listed(store, view, texts), texts);
    header_ui(ui, list, columns, texts, &palette);
    let rows = list.listed(store, view, texts).map_or(&[][..], |listed| &listed.rows);
    if rows.is_empty() {
        ui.add_space(16.0);
        ui.vertical_centered(|ui| ui.weak(texts.get(Nothing::of(store, view).words())));
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().auto_shrink(false).show_rows(ui, ROW, rows.len(), |ui, range| {
        for &event in rows.get(range).unwrap_or_default() {
            row_ui(ui, columns, store, view, texts, event, commands);
        }
    });
}

/// Left ends of the columns. What the kinds of the rows do not need of their column is the places'.
fn columns(ui: &Ui, listed: Option<&Listed>, texts: &Texts) -> [f32; 4] {
    let font = FontId::new(CELL, TextStyle::Body.resolve(ui.style()).family);
    let names = listed.into_iter().flat_map(|listed| &listed.kinds).map(|&kind| kind_name(kind, texts));
    let widths = names.map(|name| ui.painter().layout_no_wrap(name, font.clone(), Color32::PLACEHOLDER).size().x);
    let widest = widths.fold(0.0, f32::max);
    let left = ui.max_rect().left() + 12.0;
    let width = ui.available_width() - 24.0;
    let both = width - DAYS - COUNTS;
    let kinds = (SIGN + widest + GAP).clamp(both * 0.4, both * 0.62);
    [left, left + DAYS, left + DAYS + kinds, left + width - 22.0]
}

fn header_ui(ui: &mut Ui, list: &mut ListPanel, lefts: [f32; 4], texts: &Texts, palette: &Palette) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover());
    let labels = [
        (Column::Day, texts.get("column-day")),
        (Column::Kind, texts.get("column-kind")),
        (Column::Place, texts.get("column-place")),
        (Column::Reports, "№".to_owned()),
    ];
    for (index, (column, label)) in labels.into_iter().enumerate() {
        let right = lefts.get(index + 1).copied().unwrap_or(rect.right());
        let cell = Rect::from_x_y_ranges(lefts[index] - 4.0..=right - 4.0, rect.y_range());
        let response = ui.interact(cell, ui.scope_id().with(("column", index)), Sense::click());
        let name = if column == Column::Reports { texts.get("column-reports") } else { label.clone() };
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &name));
        let arrow = match (list.column == column, list.is_descending) {
            (false, _) => "",
            (true, false) => " ↑",
            (true, true) => " ↓",
        };
        let color = if list.column == column || response.hovered() { palette.accent } else { palette.weak };
        if response.has_focus() {
            let stroke = Stroke::new(2.0, palette.accent);
            ui.painter().rect_stroke(cell.shrink(2.0), 3.0, stroke, egui::StrokeKind::Inside);
        }
        let at = pos2(lefts[index], rect.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, format!("{label}{arrow}"), strong(11.5), color);
        if response.on_hover_text(name).clicked() {
            list.sort_by(column);
        }
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, palette.line));
}

/// What shows that a row is selected, pointed at or focused.
fn ground_ui(ui: &Ui, rect: Rect, response: &Response, is_selected: bool, palette: &Palette) {
    if is_selected {
        ui.painter().rect_filled(rect, 0.0, palette.accent_ground);
    } else if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 0.0, palette.accent_ground.gamma_multiply(0.5));
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 0.0, Stroke::new(1.5, palette.accent), egui::StrokeKind::Inside);
    }
}

/// The words of a row, each cut where the next column begins.
fn cells_ui(ui: &Ui, rect: Rect, lefts: [f32; 4], cells: [(&str, Color32); 4]) {
    let body = TextStyle::Body.resolve(ui.style());
    for (index, (text, color)) in cells.into_iter().enumerate() {
        let right = lefts.get(index + 1).map_or(rect.right(), |next| next - GAP);
        let room = Rect::from_x_y_ranges(lefts[index]..=right, rect.y_range());
        let indent = if index == 1 { SIGN } else { 0.0 };
        let font = FontId::new(if index == 0 { 12.0 } else { CELL }, body.family.clone());
        let mut job = LayoutJob::simple_singleline(text.to_owned(), font, color);
        job.wrap = TextWrapping::truncate_at_width(room.width() - indent);
        let galley = ui.painter().layout_job(job);
        let at = pos2(lefts[index] + indent, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, color);
    }
}

fn row_ui(
    ui: &mut Ui,
    lefts: [f32; 4],
    store: &EventStore,
    view: &ViewState,
    texts: &Texts,
    event: EventIndex,
    commands: &mut Vec<Command>,
) {
    let palette = Palette::of(view.theme);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let days = view.timeline(store).days(event);
    let (day, kind) = (column_words(days, texts), kind_words(store, event, texts));
    let place = store.place_of(event).map_or("", |place| name_of(place, texts));
    let count = store.report_count(event).to_string();
    let is_selected = view.selected == Some(event);
    let name = format!("{}, {kind}, {place}", range_words(days, texts));
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_selected, &name));
    ground_ui(ui, rect, &response, is_selected, &palette);
    let cells = [(day.as_str(), palette.weak), (&kind, palette.text), (place, palette.text), (&count, palette.weak)];
    cells_ui(ui, rect, lefts, cells);
    let family = store.kind(event).family();
    let (at, color) = (pos2(lefts[1] + 6.0, rect.center().y), family_color(family));
    ui.painter().add(MarkerShape::of(family).sign(at, 5.0, color, darker(color)));
    // What is cut short in the columns is told in full.
    let response = response.on_hover_ui(|ui| {
        ui.label(&name);
    });
    if response.double_clicked() {
        commands.push(Command::SelectEvent(event));
    } else if response.clicked() {
        commands.push(Command::PickEvent(event));
        commands.extend(store.place_row(event).map(|row| Command::Map(MapCommand::Reveal(row))));
    }
}
