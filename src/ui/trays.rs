//! What is not on the map, and why: not placed, not dated, not events, problems. And what a search found in the reports.

use super::panel_view::PanelView;
use super::problem_list::{ProblemList, problems_ui};
use super::row::{Row, RowState};
use super::side_panel::{heading, report_name};
use super::snippet::Snippet;
use super::texts::Texts;
use super::theme::Palette;
use crate::event::{Certainty, Mention, MentionIndex};
use crate::problem::Problem;
use crate::store::{EventIndex, EventStore, Passage};
use crate::view_state::{Command, Tray, ViewState};
use egui::{Label, RichText, Sense, Ui};

/// Letters of a sentence that a row shows.
pub(super) const SNIPPET: usize = 110;
/// Rows of a tray that are shown.
pub(super) const MOST_ROWS: usize = 200;

/// How much is in each tray; holds as long as the store.
#[derive(Debug)]
pub(super) struct TrayCounts {
    not_placed: usize,
    not_dated: usize,
    not_events: usize,
    problems: ProblemList,
    conflicts: ProblemList,
}

impl TrayCounts {
    pub(super) fn of(store: &EventStore) -> Self {
        Self {
            not_placed: store.not_placed().count(),
            not_dated: store.not_dated().count(),
            not_events: store.not_events().count(),
            problems: ProblemList::of(store, |problem| !problem.is_conflict()),
            conflicts: ProblemList::of(store, Problem::is_conflict),
        }
    }
}

/// `is_new` says that another tray is open than before: it is brought into sight.
pub(super) fn trays_ui(
    ui: &mut Ui,
    counts: &TrayCounts,
    is_new: bool,
    look: PanelView<'_>,
    commands: &mut Vec<Command>,
) {
    let PanelView { view, texts, .. } = look;
    let palette = Palette::of(view.theme);
    heading(ui, &texts.get("not-on-map"), &palette);
    let trays = [
        (Tray::NotPlaced, texts.get("tray-not-placed"), texts.get("tray-not-placed-about"), counts.not_placed),
        (Tray::NotDated, texts.get("tray-not-dated"), texts.get("tray-not-dated-about"), counts.not_dated),
        (Tray::NotEvents, texts.get("tray-not-events"), texts.get("tray-not-events-about"), counts.not_events),
        (Tray::Problems, texts.get("tray-problems"), texts.get("tray-problems-about"), counts.problems.count()),
        (Tray::Conflicts, texts.get("tray-conflicts"), texts.get("tray-conflicts-about"), counts.conflicts.count()),
    ];
    for (tray, label, about, count) in trays {
        if tray == Tray::Conflicts && count == 0 {
            continue;
        }
        let is_open = view.tray == Some(tray);
        let state = if is_open { RowState::Chosen } else { RowState::Plain };
        let name = texts.with("kind-row", [("name", label.as_str().into()), ("count", count.into())]);
        let row =
            Row { family: None, label: &label, detail: None, count: Some(count), state, name: &name, indent: 0.0 };
        let row = row.show(ui, &palette).on_hover_text(&about);
        if row.clicked() {
            commands.push(Command::ToggleTray(tray));
        }
        if is_open {
            ui.add(Label::new(RichText::new(about).small().color(palette.weak)));
            ui.add_space(3.0);
            if count == 0 {
                ui.label(RichText::new(texts.get("tray-empty")).small());
            }
            tray_ui(ui, tray, counts, look, commands);
            if count > MOST_ROWS {
                ui.label(RichText::new(texts.count("map-more", count - MOST_ROWS)).small().color(palette.weak));
            }
            if is_new {
                let lowest = row.rect.top() + ui.clip_rect().height() - row.rect.height();
                let sight = row.rect.with_max_y(ui.cursor().top().min(lowest));
                ui.scroll_to_rect(sight, None);
            }
        }
    }
}

fn tray_ui(ui: &mut Ui, tray: Tray, counts: &TrayCounts, look: PanelView<'_>, commands: &mut Vec<Command>) {
    let PanelView { store, .. } = look;
    match tray {
        Tray::NotPlaced => events_ui(ui, store.not_placed(), look, commands),
        Tray::NotDated => events_ui(ui, store.not_dated(), look, commands),
        Tray::NotEvents => {
            for index in store.not_events().take(MOST_ROWS) {
                mention_row(ui, index, look, commands);
            }
        }
        Tray::Problems => problems_ui(ui, &counts.problems, look, commands),
        Tray::Conflicts => problems_ui(ui, &counts.conflicts, look, commands),
    }
}

fn events_ui(ui: &mut Ui, events: impl Iterator<Item = EventIndex>, look: PanelView<'_>, commands: &mut Vec<Command>) {
    let PanelView { store, .. } = look;
    for event in events.take(MOST_ROWS) {
        if let Some((index, _)) = store.mentions_of(event).next() {
            mention_row(ui, index, look, commands);
        }
    }
}

fn mention_row(ui: &mut Ui, index: MentionIndex, look: PanelView<'_>, commands: &mut Vec<Command>) {
    let PanelView { store, view, texts } = look;
    let Some(mention) = store.mention(index) else { return };
    let Some(document) = store.document(mention.document) else { return };
    let head = format!("{} · {}", texts.get(&format!("kind-{}", mention.kind.name())), certainty_words(mention, texts));
    let words = Snippet::within(&document.text, mention.quote, mention.trigger, SNIPPET);
    if passage_row(ui, &head, report_name(&document.id), &words, view) {
        commands.push(Command::OpenMention(index));
    }
}

pub(super) fn certainty_words(mention: &Mention, texts: &Texts) -> String {
    texts.get(certainty_key(mention.certainty))
}

/// The text that names a certainty.
pub(super) fn certainty_key(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Reported => "certainty-reported",
        Certainty::Claimed => "certainty-claimed",
        Certainty::Denied => "certainty-denied",
        Certainty::Planned => "certainty-planned",
        Certainty::Hypothetical => "certainty-hypothetical",
    }
}

/// A card of a sentence; says whether it was clicked.
fn passage_row(ui: &mut Ui, head: &str, report: &str, words: &Snippet, view: &ViewState) -> bool {
    let palette = Palette::of(view.theme);
    card_ui(ui, &palette, &format!("{head}: {}", words.text()), |ui| {
        if !head.is_empty() {
            ui.add(Label::new(RichText::new(head).size(11.0).color(palette.weak)).wrap().selectable(false));
        }
        if !words.is_empty() {
            ui.add(Label::new(words.job(12.5, palette.text)).wrap().selectable(false));
        }
        ui.add(Label::new(RichText::new(report).size(10.5).color(palette.weak)).truncate().selectable(false));
    })
}

/// A card that opens something; says whether it was clicked.
pub(super) fn card_ui(ui: &mut Ui, palette: &Palette, name: &str, contents: impl FnOnce(&mut Ui)) -> bool {
    let frame = egui::Frame::new().fill(palette.card).corner_radius(4.0).inner_margin(egui::Margin::symmetric(7, 5));
    let inner = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        contents(ui);
    });
    let response = ui.interact(inner.response.rect, inner.response.id.with("open"), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, name));
    if response.hovered() || response.has_focus() {
        let stroke = egui::Stroke::new(1.0, palette.accent);
        ui.painter().rect_stroke(response.rect, 4.0, stroke, egui::StrokeKind::Inside);
    }
    ui.add_space(4.0);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

/// Where the reports hold what is searched for.
pub(super) fn found_ui(ui: &mut Ui, look: PanelView<'_>, commands: &mut Vec<Command>) {
    let PanelView { store, view, texts } = look;
    let palette = Palette::of(view.theme);
    heading(ui, &texts.get("found"), &palette);
    if view.found().is_empty() {
        ui.label(RichText::new(texts.get("found-none")).small().color(palette.weak));
    }
    for passage in view.found().iter().take(MOST_ROWS) {
        let Some(document) = store.document(passage.document) else { continue };
        let words = Snippet::in_line(&document.text, passage.span, SNIPPET);
        if passage_row(ui, "", report_name(&document.id), &words, view) {
            commands.push(Command::OpenPassage(Passage { ..*passage }));
        }
    }
}
