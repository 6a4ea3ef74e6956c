//! [`Snippet`]: some words of a report with a little of what stands around them, in one or two lines.

use super::bidi_layout::digits_turned;
use super::theme::strong;
use crate::span::Span;
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId};

/// Letters before the words at most.
const BEFORE: usize = 40;

/// Words of a report, and what stands before and after them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Snippet {
    before: String,
    words: String,
    after: String,
}

impl Snippet {
    /// Of so many letters at most, from the line that the words stand in.
    pub(super) fn in_line(text: &str, words: Span, letters: usize) -> Self {
        let start = text.get(..words.start()).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let rest = text.get(words.end()..).unwrap_or_default();
        let end = words.end() + rest.find('\n').unwrap_or(rest.len());
        Self::within(text, Span::new(start, end), words, letters)
    }

    /// Of so many letters at most, from a sentence that the words stand in.
    pub(super) fn within(text: &str, sentence: Span, words: Span, letters: usize) -> Self {
        let part = |start, end| text.get(start..end).unwrap_or_default();
        let before = end_of(part(sentence.start(), words.start()), BEFORE);
        let words_as_read = beginning_of(words.of(text), letters);
        let room = letters.saturating_sub(before.chars().count() + words_as_read.chars().count());
        let after = beginning_of(part(words.end(), sentence.end()), room);
        Self { before, words: words_as_read, after }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// All of it, as it is read out.
    pub(super) fn text(&self) -> String {
        format!("{}{}{}", self.before, self.words, self.after)
    }

    /// All of it, with the words themselves in a heavier cut.
    pub(super) fn job(&self, size: f32, color: Color32) -> LayoutJob {
        let mut job = LayoutJob::default();
        let plain = TextFormat::simple(FontId::proportional(size), color);
        let heavy = TextFormat::simple(strong(size), color);
        for (text, format) in [(&self.before, &plain), (&self.words, &heavy), (&self.after, &plain)] {
            job.append(&digits_turned(text), 0.0, format.clone());
        }
        job
    }
}

/// At most so many letters, cut after a word.
pub(super) fn beginning_of(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let cut: String = text.chars().take(letters).collect();
    let whole = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(words, _)| words);
    format!("{whole}…")
}

/// At most so many letters, cut before a word.
fn end_of(text: &str, letters: usize) -> String {
    let Some(skipped) = text.chars().count().checked_sub(letters).filter(|&skipped| skipped > 0) else {
        return text.to_owned();
    };
    // The letter before the cut tells whether a word begins there.
    let cut: String = text.chars().skip(skipped - 1).collect();
    let whole = cut.split_once(char::is_whitespace).map_or(cut.as_str(), |(_, words)| words);
    format!("…{whole}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, words: &str, letters: usize, expected: &str) {
        let start = text.find(words).unwrap();
        let snippet = Snippet::in_line(text, Span::new(start, start + words.len()), letters);
        assert_eq!(snippet.text(), expected);
        assert_eq!(snippet.words, words);
    }

    #[test]
    fn words_stand_in_their_line() {
        let text = "Un titre\nÀ Téhéran, les pourparlers ont repris.\nFin";
        check(text, "pourparlers", 110, "À Téhéran, les pourparlers ont repris.");
        check(text, "Fin", 110, "Fin");
    }

    #[test]
    fn a_long_line_is_cut_between_words_on_either_side() {
        let text = "Deux jours après que ses soldats sont entrés vendredi dans la ville, l’Ukraine a déclaré ceci";
        check(text, "vendredi", 70, "…jours après que ses soldats sont entrés vendredi dans la ville,…");
        check(text, "Deux", 20, "Deux jours après…");
        check("Kunduz est tombée", "tombée", 110, "Kunduz est tombée");
    }

    #[test]
    fn a_sentence_of_several_lines_is_not_left() {
        let text = "Avant. Ils sont\nentrés hier. Après.";
        let at = |words: &str| text.find(words).unwrap();
        let (sentence, words) = (Span::new(at("Ils"), at(" Après")), Span::new(at("entrés"), at(" hier")));
        assert_eq!(Snippet::within(text, sentence, words, 60).text(), "Ils sont\nentrés hier.");
    }
}
