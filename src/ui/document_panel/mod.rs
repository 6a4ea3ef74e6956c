//! The document panel: a whole report with all its marks, at the passage asked for.

mod find;
mod head;
mod new_event;
mod new_event_form;
mod offers;
mod paragraphs;
mod selection;

use super::marked_text::{Mark, MarkedSpan, MarkedText, ShownText};
use super::panel_view::PanelView;
use super::report_marks::report_marks;
use super::theme::Palette;
use super::trays::certainty_words;
use crate::day::Day;
use crate::event::MentionIndex;
use crate::gazetteer::Gazetteer;
use crate::reason::DocumentIndex;
use crate::span::Span;
use crate::store::EventStore;
use crate::view_state::{Command, Direction, MapCommand, OpenReport, ViewState};
use egui::{Align, Frame, Margin, RichText, ScrollArea, Ui};
use find::Find;
use head::{head_ui, reports_ui};
use new_event::{NewEvent, new_event_ui};
use paragraphs::{is_heading, paragraphs};
use selection::Selection;

/// Seconds that a passage stays lit, until the eye is there, and seconds in which it fades then.
const LIT_SECONDS: f64 = 0.6;
const FADING_SECONDS: f64 = 1.4;
/// Bytes of a report that are laid out at once, to each side of the passage.
const MOST_BYTES: usize = 60_000;

/// What the panel keeps between frames.
#[derive(Debug, Default)]
pub(super) struct DocumentPanel {
    /// The last request that was scrolled to, and when.
    answered: Option<(u64, f64)>,
    /// A step to the next mark, asked for by key.
    step: Option<Direction>,
    find: Find,
    selection: Selection,
    /// The event that is being told from the words selected.
    new_event: NewEvent,
}

impl DocumentPanel {
    /// Goes to the next or last event of the report in the next frame.
    pub(super) fn step_mark(&mut self, direction: Direction) {
        self.step = Some(direction);
    }

    /// Opens the field to find words in the report.
    pub(super) fn open_find(&mut self) {
        self.find.open();
    }

    /// Closes that field; whether it was open.
    pub(super) fn close_find(&mut self) -> bool {
        self.find.close()
    }
}

pub(super) fn document_panel_ui(
    ui: &mut Ui,
    panel: &mut DocumentPanel,
    gazetteer: &Gazetteer,
    look: PanelView<'_>,
    commands: &mut Vec<Command>,
) {
    let PanelView { store, view, .. } = look;
    let palette = Palette::of(view.theme);
    let Some(report) = view.report else {
        reports_ui(ui, look, commands);
        return;
    };
    head_ui(ui, panel, report, look, commands);
    new_event_ui(ui, &mut panel.selection, &mut panel.new_event, report.document, gazetteer, look, commands);
    if let Some(direction) = panel.step.take() {
        step_to_mark(report, direction, store, commands);
    }
    let now = ui.input(|input| input.time);
    let is_new = panel.answered.is_none_or(|(request, _)| request != report.request);
    if is_new {
        panel.answered = Some((report.request, now));
    }
    let since = panel.answered.map_or(0.0, |(_, at)| now - at);
    let strength = (1.0 - (since - LIT_SECONDS) / FADING_SECONDS).clamp(0.0, 1.0);
    if report.passage.is_some() && strength > 0.0 {
        ui.ctx().request_repaint_after_secs(0.05);
    }
    ScrollArea::vertical().id_salt(report.document.0).auto_shrink(false).show(ui, |ui| {
        Frame::new().fill(palette.card).inner_margin(Margin { left: 14, right: 16, top: 10, bottom: 24 }).show(
            ui,
            |ui| {
                #[expect(clippy::cast_possible_truncation, reason = "a share")]
                text_ui(ui, panel, report, is_new, strength as f32, look, commands);
            },
        );
    });
}

fn text_ui(
    ui: &mut Ui,
    panel: &mut DocumentPanel,
    report: OpenReport,
    is_new: bool,
    strength: f32,
    look: PanelView<'_>,
    commands: &mut Vec<Command>,
) {
    let PanelView { store, view, .. } = look;
    let Some(document) = store.document(report.document) else { return };
    let find = &mut panel.find;
    let mut marks = report_marks(store, report.document);
    marks.extend(find.marks());
    let passage = report.passage.map(|passage| passage.span);
    marks.extend(passage.map(|span| MarkedSpan { span, mark: Mark::Flash(strength) }));
    let around = find.current().or(passage).map_or(0, Span::start);
    let shown = around.saturating_sub(MOST_BYTES)..around.saturating_add(MOST_BYTES);
    let found = find.take_scroll();
    ui.spacing_mut().item_spacing.y = 9.0;
    for span in paragraphs(&document.text).filter(|span| span.end() > shown.start && span.start() < shown.end) {
        let is_strong = is_heading(&document.text, span);
        let size = if is_strong { 15.5 } else { 14.0 };
        let selected = panel.selection.mark(report.document, span.of(&document.text));
        marks.extend(selected);
        let text = MarkedText { text: &document.text, span, marks: &marks, size, is_strong, theme: view.theme };
        let drawn = text.show(ui);
        if selected.is_some() {
            marks.pop();
        }
        panel.selection.copy(ui, report.document, span, &document.text);
        if is_new {
            scroll_to(ui, &drawn, span, passage);
        }
        scroll_to(ui, &drawn, span, found);
        panel.selection.follow(ui, report.document, &drawn, &document.text);
        if drawn.response.clicked()
            && let Some(pointer) = drawn.response.interact_pointer_pos()
        {
            go_to_mark(drawn.byte_at(pointer), report.document, store, view, commands);
        }
        unreal_ui(ui, report.document, span, look, commands);
    }
}

/// Under a paragraph, what in it is planned, denied or supposed: `planned · “pourrait tomber”`.
fn unreal_ui(ui: &mut Ui, document: DocumentIndex, paragraph: Span, look: PanelView<'_>, commands: &mut Vec<Command>) {
    let PanelView { store, view, texts } = look;
    let palette = Palette::of(view.theme);
    let text = store.document(document).map_or("", |document| document.text.as_str());
    let tellings = store.mentions_in(document).iter().filter_map(|&index| Some((index, store.mention(index)?)));
    for (index, mention) in tellings.filter(|(_, mention)| !mention.certainty.is_plotted()) {
        if !paragraph.holds(mention.trigger.start()) {
            continue;
        }
        let words = format!(
            "{} · {}",
            certainty_words(mention, texts),
            texts.with("in-quotes", [("words", mention.trigger.of(text).into())])
        );
        let link = egui::Link::new(RichText::new(words).size(11.5).italics().color(palette.warning));
        if ui.add(link).on_hover_text(texts.get("unreal-about")).clicked() {
            commands.push(Command::OpenMention(index));
        }
    }
}

fn scroll_to(ui: &Ui, drawn: &ShownText, paragraph: Span, passage: Option<Span>) {
    let Some(passage) = passage.filter(|passage| passage.overlaps(paragraph)) else { return };
    if let Some(first) = drawn.rects_of(passage).first() {
        ui.scroll_to_rect(*first, Some(Align::Center));
    }
}

/// A click on an event's sentence selects the event and shows it on map and time; one on a place shows the place, one on a
/// date its days.
fn go_to_mark(byte: usize, document: DocumentIndex, store: &EventStore, view: &ViewState, commands: &mut Vec<Command>) {
    let tellings = store.mentions_in(document).iter().filter_map(|&index| Some((index, store.mention(index)?)));
    let told = tellings.filter(|(_, mention)| mention.quote.holds(byte));
    let told = told.max_by_key(|(_, mention)| mention.trigger.holds(byte));
    let event = told.and_then(|(index, _)| store.facets().event_of(index));
    let Some(found) = store.annotation(document) else { return };
    let place = found.toponyms.iter().find(|name| name.span.holds(byte)).and_then(|name| name.place);
    let day =
        found.timexes.iter().find(|timex| timex.span.holds(byte)).and_then(|timex| Some(timex.when.as_ref()?.first()));
    if let Some(row) = place.and_then(|id| store.row_of_place(id)) {
        commands.push(Command::Map(MapCommand::Reveal(row)));
    }
    if let Some(event) = event {
        commands.push(Command::PickEvent(event));
        if day.is_none() && view.is_at_other_days(store, event) {
            commands.push(Command::GoToSelected);
        }
        if place.is_none() {
            commands.extend(store.place_row(event).map(|row| Command::Map(MapCommand::Reveal(row))));
        }
    }
    if let Some(day) = day.filter(|&day| day > Day::MIN) {
        commands.push(Command::SetWindow(view.step.around(day)));
    }
}

/// The telling after or before the passage that is lit.
fn step_to_mark(report: OpenReport, direction: Direction, store: &EventStore, commands: &mut Vec<Command>) {
    let at = report.passage.map(|passage| passage.span);
    let start_of = |index: MentionIndex| store.mention(index).map(|mention| mention.quote);
    let tellings = store.mentions_in(report.document).iter().copied();
    let next = match direction {
        Direction::Forward => tellings.into_iter().find(|&index| start_of(index) > at),
        Direction::Back => tellings.into_iter().rfind(|&index| start_of(index) < at),
    };
    commands.extend(next.map(Command::OpenMention));
}
