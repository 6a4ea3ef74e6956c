//! [`Selection`]: words of a report that are selected with the pointer, and the event that a user tells from them.

use crate::correction::{Anchor, Change, ChosenPlace};
use crate::document::Document;
use crate::event::{Certainty, EventKind};
use crate::gazetteer::Gazetteer;
use crate::reason::DocumentIndex;
use crate::span::Span;
use crate::store::EventStore;
use crate::ui::bidi_layout::has_right_to_left;
use crate::ui::correct_panel::kinds_ui;
use crate::ui::marked_text::{Mark, MarkedSpan, MarkedText, ShownText};
use crate::ui::panel_view::PanelView;
use crate::ui::texts::Texts;
use crate::ui::theme::Palette;
use crate::view_state::{Command, CorrectCommand};
use egui::{Event, Frame, Margin, Panel, RichText, Ui};

/// Letters of the selected words that are shown.
const MOST_LETTERS: usize = 90;

/// The words selected, as bytes of the report.
#[derive(Debug, Default)]
pub(super) struct Selection {
    document: Option<DocumentIndex>,
    /// Where the pointer went down; while it is held.
    anchor: Option<usize>,
    span: Span,
    /// Whether an event is to be made of them, and its kind is asked for.
    is_event: bool,
}

impl Selection {
    /// Follows the pointer over a paragraph that was drawn.
    pub(super) fn follow(&mut self, ui: &Ui, document: DocumentIndex, drawn: &ShownText, text: &str) {
        let (pointer, origin, is_down) = ui
            .input(|input| (input.pointer.interact_pos(), input.pointer.press_origin(), input.pointer.primary_down()));
        if drawn.response.clicked() {
            *self = Self::default();
        }
        if drawn.response.drag_started() {
            let byte = origin.map(|origin| drawn.edge_at(origin));
            *self = Self { document: Some(document), anchor: byte, ..Self::default() };
        }
        let Some(anchor) = self.anchor else { return };
        if !is_down {
            self.anchor = None;
        }
        if let Some(pointer) = pointer.filter(|&pointer| drawn.response.rect.contains(pointer)) {
            let byte = drawn.edge_at(pointer);
            self.span = whole_words(text, Span::new(anchor.min(byte), anchor.max(byte)));
        }
    }

    /// The mark of the words that are selected: from the first letter on in a paragraph which egui cannot select in, in others
    /// from when the pointer lets go, since egui forgets them then.
    pub(super) fn mark(&self, document: DocumentIndex, paragraph: &str) -> Option<MarkedSpan> {
        let is_here = self.document == Some(document) && !self.span.is_empty();
        let is_drawn = self.anchor.is_none() || has_right_to_left(paragraph);
        (is_here && is_drawn).then_some(MarkedSpan { span: self.span, mark: Mark::Selected })
    }

    /// Copies them where that is asked for; `paragraph` is the one that was drawn.
    pub(super) fn copy(&self, ui: &Ui, document: DocumentIndex, paragraph: Span, text: &str) {
        let is_asked = || ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy)));
        if let Some(span) = self.words(document).filter(|span| paragraph.holds(span.start()))
            && is_asked()
        {
            ui.ctx().copy_text(span.of(text).to_owned());
        }
    }

    /// What can be done with the words; whether they are left alone.
    fn ways_ui(&mut self, ui: &mut Ui, texts: &Texts) -> bool {
        if !self.is_event && ui.button(RichText::new(texts.get("new-event")).size(12.0)).clicked() {
            self.is_event = true;
        }
        ui.link(RichText::new(texts.get("new-event-none")).size(12.0)).clicked()
    }

    fn words(&self, document: DocumentIndex) -> Option<Span> {
        (self.document == Some(document) && self.anchor.is_none() && !self.span.is_empty()).then_some(self.span)
    }
}

/// While words are selected: what they tell. It lies under the text, which stays where it is.
pub(super) fn new_event_ui(
    ui: &mut Ui,
    selection: &mut Selection,
    index: DocumentIndex,
    gazetteer: &Gazetteer,
    look: PanelView<'_>,
    commands: &mut Vec<Command>,
) {
    let PanelView { store, view, texts } = look;
    let (Some(span), Some(document)) = (selection.words(index), store.document(index)) else { return };
    let palette = Palette::of(view.theme);
    let frame = Frame::new().fill(palette.accent_ground).inner_margin(Margin::symmetric(12, 7));
    Panel::bottom("new-event").frame(frame).resizable(false).show_separator_line(false).show(ui, |ui| {
        let words: String = span.of(&document.text).chars().take(MOST_LETTERS).collect();
        let text = texts.with("in-quotes", [("words", words.into())]);
        let span_shown = Span::new(0, text.len());
        MarkedText { text: &text, span: span_shown, marks: &[], size: 12.5, is_strong: false, theme: view.theme }
            .show(ui);
        let kind = selection.is_event.then(|| kind_ui(ui, texts, &palette)).flatten();
        if let Some(kind) = kind {
            let change = change(document, index, span, kind, store, gazetteer);
            commands.push(Command::Correct(CorrectCommand::Make(Box::new(change), String::new())));
        }
        let is_left = ui.horizontal(|ui| selection.ways_ui(ui, texts)).inner;
        if is_left || kind.is_some() {
            *selection = Selection::default();
        }
    });
}

fn kind_ui(ui: &mut Ui, texts: &Texts, palette: &Palette) -> Option<EventKind> {
    ui.label(RichText::new(texts.get("new-event-kind")).size(12.0).color(palette.weak));
    kinds_ui(ui, texts, None)
}

/// The event that the words tell, at the first place and on the first day that they name.
fn change(
    document: &Document,
    index: DocumentIndex,
    span: Span,
    kind: EventKind,
    store: &EventStore,
    gazetteer: &Gazetteer,
) -> Change {
    let found = store.annotation(index);
    let names = found.map_or(&[][..], |found| found.toponyms.as_slice());
    let place = names.iter().filter(|name| name.span.overlaps(span)).find_map(|name| name.place);
    let timexes = found.map_or(&[][..], |found| found.timexes.as_slice());
    let day = timexes.iter().filter(|timex| timex.span.overlaps(span)).find_map(|timex| timex.when.clone());
    Change::NewEvent {
        words: Anchor::of(document, span),
        kind,
        certainty: Certainty::Reported,
        place: place.map(|place| ChosenPlace::known(gazetteer, place)),
        day,
    }
}

/// The words that a span touches, whole.
fn whole_words(text: &str, span: Span) -> Span {
    let inside = span.of(text);
    let length = |letters: &mut dyn Iterator<Item = char>| -> usize {
        letters.take_while(|letter| letter.is_alphanumeric()).map(char::len_utf8).sum()
    };
    let before = text.get(..span.start()).unwrap_or_default();
    let after = text.get(span.end()..).unwrap_or_default();
    let begins = inside.starts_with(char::is_alphanumeric);
    let ends = inside.ends_with(char::is_alphanumeric);
    let left = if begins { length(&mut before.chars().rev()) } else { 0 };
    let right = if ends { length(&mut after.chars()) } else { 0 };
    let whole = Span::new(span.start() - left, span.end() + right);
    let words = whole.of(text);
    let start = whole.start() + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_is_of_whole_words() {
        let text = "La ville de Hérat est tombée.";
        let check = |start: &str, end: &str, expected: &str| {
            let span = Span::new(text.find(start).unwrap(), text.find(end).unwrap() + end.len());
            assert_eq!(whole_words(text, span).of(text), expected);
        };
        check("ille", " de", "ville de");
        check("érat", "tom", "Hérat est tombée");
        check(" de", "H", "de Hérat");
    }
}
