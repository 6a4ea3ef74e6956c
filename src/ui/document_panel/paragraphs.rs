//! The paragraphs of a report, and which of them are headings.

use crate::span::Span;

/// Letters of a heading at most.
const LONGEST_HEADING: usize = 110;

/// The lines of a text that hold anything.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = Span> {
    let mut offset = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = offset + (line.len() - line.trim_start().len());
        offset += line.len();
        let trimmed = line.trim();
        (!trimmed.is_empty()).then(|| Span::new(start, start + trimmed.len()))
    })
}

/// Whether a line is a title: short, of words, without the mark that ends a sentence, and with more text after it.
pub(super) fn is_heading(text: &str, paragraph: Span) -> bool {
    let line = paragraph.of(text);
    let is_short = line.chars().nth(LONGEST_HEADING).is_none();
    let ends_sentence = line.ends_with(['.', '!', '?', '…', ';', ',', ':', '»', '”', '"', ')', '؟', '۔']);
    let begins = line.chars().next().is_some_and(char::is_alphanumeric);
    let goes_on = text.get(paragraph.end()..).is_some_and(|rest| !rest.trim().is_empty());
    is_short && !ends_sentence && begins && goes_on && line.split_whitespace().nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_the_lines_with_words_byte_for_byte() {
        let text = " Un.\n\n\tDeux é \r\nTrois";
        let found: Vec<&str> = paragraphs(text).map(|span| span.of(text)).collect();
        assert_eq!(found, ["Un.", "Deux é", "Trois"]);
    }

    #[test]
    fn a_heading_is_a_short_line_that_ends_no_sentence() {
        let text = "La ville est tombée\nLes combats ont duré deux jours.\nRetour au calme\nFin";
        let found: Vec<bool> = paragraphs(text).map(|span| is_heading(text, span)).collect();
        assert_eq!(found, [true, false, true, false]);
    }
}
