//! [`Sentence`]: the unit that is quoted.

use super::lexicon::WordId;
use super::token::{LetterCase, Token, TokenKind, Tokens};
use crate::span::Span;
use std::collections::BTreeSet;
use std::ops::Range;

/// One sentence: what an event's quote shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without the space around it.
    pub span: Span,
    /// Its tokens, as indices into the text's.
    pub tokens: Range<usize>,
    /// Number of the paragraph it stands in, from 0.
    pub paragraph: usize,
}

/// Splits a text into sentences: at `.`, `!`, `?` and `…` before a capital, a digit or a quotation mark, and at every line break.
/// `abbreviations` are words that a full stop does not end a sentence after (`M`, `gén`, `St`).
#[must_use]
pub fn sentences(text: &str, tokens: &Tokens, abbreviations: &BTreeSet<WordId>) -> Vec<Sentence> {
    let items = tokens.as_slice();
    let mut found = Vec::with_capacity(items.len() / 20 + 1);
    let (mut first, mut paragraph) = (0, 0);
    for index in 0..items.len() {
        let next = index + 1;
        let gap = items.get(next).map_or("\n\n", |after| {
            Span::new(items.get(index).map_or(0, |token| token.span.end()), after.span.start()).of(text)
        });
        let breaks_line = gap.contains('\n');
        if breaks_line || ends_sentence(items, index, text, abbreviations, gap) {
            push(&mut found, items, first..next, paragraph);
            first = next;
        }
        if breaks_line {
            paragraph += 1;
        }
    }
    found
}

fn push(found: &mut Vec<Sentence>, items: &[Token], tokens: Range<usize>, paragraph: usize) {
    if let (Some(first), Some(last)) = (items.get(tokens.start), items.get(tokens.end - 1)) {
        found.push(Sentence { span: first.span.hull(last.span), tokens, paragraph });
    }
}

/// Whether a sentence ends with the token at `index`.
fn ends_sentence(items: &[Token], index: usize, text: &str, abbreviations: &BTreeSet<WordId>, gap: &str) -> bool {
    let (Some(token), Some(next)) = (items.get(index), items.get(index + 1)) else { return true };
    if gap.is_empty() {
        return false;
    }
    let closing = |mark: &str| matches!(mark, "\"" | "”" | "»" | ")" | "’" | "]");
    let mark = token.span.of(text);
    let stop_at = if closing(mark) { index.checked_sub(1) } else { Some(index) };
    let Some(stop) = stop_at.and_then(|at| items.get(at)) else { return false };
    // `« … » :` and `« … », dit-il` go on: the stop has to be the mark itself or stand right inside the closing mark.
    if !matches!(stop.span.of(text), "." | "!" | "?" | "…") {
        return false;
    }
    let starts = matches!(next.case, LetterCase::Capital | LetterCase::Upper | LetterCase::Mixed)
        || next.kind == TokenKind::Number
        || matches!(next.span.of(text), "\"" | "“" | "«" | "(" | "-" | "–" | "—" | "•")
        || (next.kind == TokenKind::Word && next.case == LetterCase::None);
    if !starts {
        return false;
    }
    let before = stop_at.and_then(|at| at.checked_sub(1)).and_then(|at| items.get(at));
    let abbreviated = stop.span.of(text) == "."
        && before.is_some_and(|word| {
            word.kind == TokenKind::Word && stop.glued && (abbreviations.contains(&word.word) || is_initial(word, text))
        });
    !abbreviated
}

/// `J.` of `J. Dupont`, one capital letter.
fn is_initial(word: &Token, text: &str) -> bool {
    word.case == LetterCase::Capital && word.span.of(text).chars().count() == 1
}
