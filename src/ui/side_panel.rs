//! The panel on the left: what to show, by kind, place, actor, report and certainty; what was found; the trays.

use super::chips::chips_ui;
use super::facet_list::{FacetLists, facet_lists_ui};
use super::icon::Icon;
use super::panel_view::PanelView;
use super::row::{ROW_HEIGHT, Row, RowState};
use super::texts::{Texts, family_key};
use super::theme::{Palette, strong};
use super::trays::{TrayCounts, found_ui, trays_ui};
use crate::event::{EventKind, Family};
use crate::store::EventStore;
use crate::view_state::counts::Counts;
use crate::view_state::{Choice, Command, Tray, ViewState, kinds_of};
use egui::{Response, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use std::rc::Rc;

/// What the panel keeps between frames: counts that hold until another choice is made, and the families that are unfolded.
#[derive(Debug, Default)]
pub(super) struct SidePanel {
    counted: Option<Counted>,
    trays: Option<Rc<TrayCounts>>,
    unfolded: [bool; 6],
    /// The tray that was open in the last frame.
    tray: Option<Tray>,
    /// What was searched for in the last frame.
    searched: String,
}

#[derive(Debug)]
struct Counted {
    choice: Choice,
    counts: Counts,
    lists: FacetLists,
}

impl SidePanel {
    /// Counts anew: the events are others.
    pub(super) fn recount(&mut self) {
        self.counted = None;
        self.trays = None;
    }

    /// How many events are shown.
    pub(super) fn shown(&mut self, store: &EventStore, view: &ViewState) -> usize {
        self.count(store, view).counts.shown
    }

    fn count(&mut self, store: &EventStore, view: &ViewState) -> &Counted {
        if self.counted.as_ref().is_some_and(|counted| !view.is_choice(&counted.choice)) {
            self.counted = None;
        }
        self.counted.get_or_insert_with(|| {
            let counts = Counts::new(view, store);
            Counted { choice: view.choice(), lists: FacetLists::new(&counts), counts }
        })
    }
}

pub(super) fn side_panel_ui(
    ui: &mut Ui,
    panel: &mut SidePanel,
    store: &EventStore,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    let mut unfolded = panel.unfolded;
    let look = PanelView { store, view, texts };
    let trays = Rc::clone(panel.trays.get_or_insert_with(|| Rc::new(TrayCounts::of(store))));
    let is_new_tray = std::mem::replace(&mut panel.tray, view.tray) != view.tray;
    let is_new_search = panel.searched != view.filter.text;
    if is_new_search {
        panel.searched.clone_from(&view.filter.text);
    }
    let counted = panel.count(store, view);
    let area = ScrollArea::vertical().auto_shrink(false);
    // What is found stands at the top.
    let area = if is_new_search { area.vertical_scroll_offset(0.0) } else { area };
    area.show(ui, |ui| {
        egui::Frame::new().inner_margin(egui::Margin { left: 6, right: 8, top: 8, bottom: 8 }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            if view.filter.is_active() {
                chips_ui(ui, store, view, texts, commands);
            }
            if !view.filter.text.trim().is_empty() {
                found_ui(ui, look, commands);
            }
            kinds_ui(ui, &counted.counts, &mut unfolded, view, texts, commands);
            facet_lists_ui(ui, &counted.lists, store, view, texts, commands);
            trays_ui(ui, &trays, is_new_tray, look, commands);
        });
    });
    panel.unfolded = unfolded;
}

/// A heading of a part of the panel.
pub(super) fn heading(ui: &mut Ui, text: &str, palette: &Palette) {
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        // Where the words of the rows under it begin.
        ui.add_space(6.0);
        ui.label(RichText::new(text).font(strong(11.5)).color(palette.weak));
    });
    ui.add_space(2.0);
}

fn kinds_ui(
    ui: &mut Ui,
    counts: &Counts,
    unfolded: &mut [bool; 6],
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    let palette = Palette::of(view.theme);
    heading(ui, &texts.get("kinds"), &palette);
    for (family, is_open) in Family::ALL.into_iter().zip(unfolded) {
        family_ui(ui, family, is_open, counts, view, texts, commands);
        if *is_open {
            for kind in kinds_of(family) {
                kind_ui(ui, kind, counts, view, texts, commands);
            }
        }
    }
}

fn family_ui(
    ui: &mut Ui,
    family: Family,
    is_open: &mut bool,
    counts: &Counts,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    let label = texts.get(&format!("family-{}", family_key(family)));
    let count: usize = kinds_of(family).filter_map(|kind| counts.kinds.get(&kind)).sum();
    let name = texts.with("kind-row", [("name", label.as_str().into()), ("count", count.into())]);
    let state = if view.filter.shows_family(family) { RowState::Plain } else { RowState::Hidden };
    let row =
        Row { family: Some(family), label: &label, detail: None, count: Some(count), state, name: &name, indent: 0.0 };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let fold = texts.with(if *is_open { "kinds-fold" } else { "kinds-unfold" }, [("name", label.as_str().into())]);
        if fold_ui(ui, *is_open, &fold).clicked() {
            *is_open = !*is_open;
        }
        let about = texts.with("kind-key", [("key", (family.index() + 1).into())]);
        let response = row.show(ui, &Palette::of(view.theme)).on_hover_text(about);
        if response.double_clicked() {
            // The two clicks have hidden and shown it; now it is shown alone.
            commands.push(Command::OnlyFamily(family));
        } else if response.clicked() {
            commands.push(Command::ToggleFamily(family));
        }
    });
}

/// The sign that folds and unfolds a family.
fn fold_ui(ui: &mut Ui, is_open: bool, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(14.0, ROW_HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, is_open, name));
    let visuals = ui.style().interact(&response);
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 3.0, ui.visuals().selection.stroke, egui::StrokeKind::Inside);
    }
    let sign = if is_open { Icon::Opened } else { Icon::Closed };
    sign.paint(ui.painter(), rect.center(), visuals.text_color());
    response.on_hover_text(name).on_hover_cursor(egui::CursorIcon::PointingHand)
}

fn kind_ui(
    ui: &mut Ui,
    kind: EventKind,
    counts: &Counts,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    let label = texts.get(&format!("kind-{}", kind.name()));
    let count = counts.kinds.get(&kind).copied().unwrap_or(0);
    let name = texts.with("kind-row", [("name", label.as_str().into()), ("count", count.into())]);
    let state = if view.filter.hidden_kinds.contains(&kind) { RowState::Hidden } else { RowState::Plain };
    let row = Row { family: None, label: &label, detail: None, count: Some(count), state, name: &name, indent: 36.0 };
    if row.show(ui, &Palette::of(view.theme)).clicked() {
        commands.push(Command::ToggleKind(kind));
    }
}

/// The last part of a path, without the ending of a file name.
pub(super) fn report_name(id: &str) -> &str {
    let last = id.rsplit(['/', '\\']).next().unwrap_or(id);
    last.rsplit_once('.').map_or(last, |(stem, _)| if stem.is_empty() { last } else { stem })
}
