//! [`Anchor`]: words of a report, found again when the report or the program has changed.

use crate::document::Document;
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// Characters kept on either side of the words.
const CONTEXT: usize = 40;
/// Characters around the words that have to be as they were, where they stand in another place now.
const ENOUGH: usize = 12;

/// Words of a report and where they stood.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Anchor {
    /// Id of the report.
    pub document: String,
    /// Hash of its text when it was read, see [`Document::hash`]: by it the report is found under another name.
    pub hash: String,
    /// Where the words stood.
    pub span: Span,
    /// The words.
    pub words: String,
    before: String,
    after: String,
}

impl Anchor {
    /// The words of `span`. A span that does not fit the text gives an anchor that finds nothing.
    #[must_use]
    pub fn of(document: &Document, span: Span) -> Self {
        let text = &document.text;
        let before = text.get(..span.start()).unwrap_or_default();
        let after = text.get(span.end()..).unwrap_or_default();
        let from = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(offset, _)| offset);
        let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(offset, _)| offset);
        Self {
            document: document.id.clone(),
            hash: document.hash(),
            span,
            words: span.of(text).to_owned(),
            before: before.get(from..).unwrap_or_default().to_owned(),
            after: after.get(..to).unwrap_or_default().to_owned(),
        }
    }

    /// Where the words stand in `text` now: where they stood, or else where the text around them is most like what it was.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Span> {
        if self.words.is_empty() {
            return None;
        }
        let whole = self.before.chars().count() + self.after.chars().count();
        if self.span.of(text) == self.words && self.likeness(text, self.span) == whole {
            return Some(self.span);
        }
        let enough = ENOUGH.min(whole);
        let places = text.match_indices(&self.words).map(|(start, words)| Span::new(start, start + words.len()));
        let scored = places.map(|span| (self.likeness(text, span), span)).filter(|&(likeness, _)| likeness >= enough);
        let near = |span: Span| span.start().abs_diff(self.span.start());
        scored.max_by_key(|&(likeness, span)| (likeness, std::cmp::Reverse(near(span)))).map(|(_, span)| span)
    }

    /// How many characters next to the words are as they were.
    fn likeness(&self, text: &str, span: Span) -> usize {
        let before = text.get(..span.start()).unwrap_or_default();
        let after = text.get(span.end()..).unwrap_or_default();
        let same = |(one, other): &(char, char)| one == other;
        let left = self.before.chars().rev().zip(before.chars().rev()).take_while(same).count();
        left + self.after.chars().zip(after.chars()).take_while(same).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Lundi, la ville de Kunduz a été attaquée. Mardi, la ville de Kunduz a été reprise par l'armée.";

    fn anchor(words: &str, nth: usize) -> Anchor {
        let (start, _) = TEXT.match_indices(words).nth(nth).unwrap();
        Anchor::of(&Document::new("a.txt", TEXT), Span::new(start, start + words.len()))
    }

    #[track_caller]
    fn check(anchor: &Anchor, text: &str, expected: Option<&str>) {
        let found = anchor.find(text).map(|span| text.get(span.start()..(span.end() + 14).min(text.len())).unwrap());
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_are_found_where_they_stood() {
        check(&anchor("Kunduz", 0), TEXT, Some("Kunduz a été attaq"));
        check(&anchor("Kunduz", 1), TEXT, Some("Kunduz a été repri"));
    }

    #[test]
    fn words_are_found_by_their_neighbours_when_the_report_has_grown() {
        let grown = format!("Mise à jour : ce qui suit a été complété. {TEXT}");
        check(&anchor("Kunduz", 0), &grown, Some("Kunduz a été attaq"));
        check(&anchor("Kunduz", 1), &grown, Some("Kunduz a été repri"));
    }

    #[test]
    fn words_in_another_sentence_are_not_those_that_were_meant() {
        check(&anchor("Kunduz", 0), "Le maire de Taloqan a quitté Kunduz hier.", None);
        check(&anchor("attaquée", 0), "Rien ne reste.", None);
    }

    #[test]
    fn a_short_report_is_its_own_context() {
        let document = Document::new("a", "Kunduz");
        assert_eq!(Anchor::of(&document, Span::new(0, 6)).find("Kunduz"), Some(Span::new(0, 6)));
        assert_eq!(Anchor::of(&document, Span::new(3, 99)).find("Kunduz"), None);
    }
}
