//! [`Selection`]: words of a report that are selected with the pointer.

use crate::reason::DocumentIndex;
use crate::span::Span;
use crate::ui::bidi_layout::has_right_to_left;
use crate::ui::marked_text::{Mark, MarkedSpan, ShownText};
use egui::{Event, Ui};

/// The words selected, as bytes of the report.
#[derive(Debug, Default)]
pub(super) struct Selection {
    document: Option<DocumentIndex>,
    /// Where the pointer went down; while it is held.
    anchor: Option<usize>,
    span: Span,
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

    /// The words, once the pointer let go of them.
    pub(super) fn words(&self, document: DocumentIndex) -> Option<Span> {
        (self.document == Some(document) && self.anchor.is_none() && !self.span.is_empty()).then_some(self.span)
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
