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

/// Tokens after which a sentence is cut wherever it stands: no one writes such, but lists, tables and texts without stops are handed in,
/// and what reads a sentence may look at all of it for each of its words.
const LONGEST: usize = 400;

/// Splits a text into sentences: at `.`, `!`, `?` and `…` before a capital, a digit or a quotation mark, and at line breaks,
/// but those that only wrap a line.
/// `abbreviations` are words that a full stop does not end a sentence after (`M`, `gén`, `St`).
#[must_use]
pub fn sentences(text: &str, tokens: &Tokens, abbreviations: &BTreeSet<WordId>) -> Vec<Sentence> {
    let items = tokens.as_slice();
    let mut found = Vec::with_capacity(items.len() / 20 + 1);
    let (mut first, mut paragraph) = (0, 0);
    for (index, token) in items.iter().enumerate() {
        let next = index + 1;
        if next - first < LONGEST && goes_on(text, token, items.get(next)) {
            continue;
        }
        let gap = items.get(next).map_or("\n\n", |after| Span::new(token.span.end(), after.span.start()).of(text));
        let breaks_line = gap.bytes().any(|byte| byte == b'\n') && !wraps(text, items, index, gap);
        let too_long = next - first >= LONGEST;
        if breaks_line || too_long || ends_sentence(items, index, text, abbreviations, gap) {
            push(&mut found, items, first..next, paragraph);
            first = next;
        }
        if breaks_line {
            paragraph += 1;
        }
    }
    found
}

/// Whether a word or number has the next token right behind it or after a space, as most have: no sentence ends there.
fn goes_on(text: &str, token: &Token, after: Option<&Token>) -> bool {
    let end = token.span.end();
    let is_near =
        |after: &Token| after.glued || after.span.start() == end + 1 && text.as_bytes().get(end) == Some(&b' ');
    token.kind != TokenKind::Mark && after.is_some_and(is_near)
}

/// Bytes of a line of a text that was wrapped to a fixed width: headlines are shorter, paragraphs longer.
const WRAPPED_LINE: Range<usize> = 50..110;

/// Whether the line break after the token at `index` only wraps a line: a single one, in mid-sentence, between lines of a wrapped text's length.
fn wraps(text: &str, items: &[Token], index: usize, gap: &str) -> bool {
    let (Some(token), Some(next)) = (items.get(index), items.get(index + 1)) else { return false };
    if gap.matches('\n').count() != 1 || matches!(token.span.of(text), "." | "!" | "?" | "…" | ":" | "\"" | "»" | "”")
    {
        return false;
    }
    let before = text.get(..token.span.end()).unwrap_or_default();
    // Only as far back as a wrapped line can be long, so that a text of one endless line is not walked again and again.
    let this_line = before.bytes().rev().take(WRAPPED_LINE.end).take_while(|&byte| byte != b'\n').count();
    let after = text.as_bytes().get(next.span.start()..).unwrap_or_default();
    let next_line = after.iter().take(WRAPPED_LINE.end).take_while(|&&byte| byte != b'\n').count();
    let goes_on = next.case == LetterCase::Lower || next_line >= WRAPPED_LINE.start;
    WRAPPED_LINE.contains(&this_line) && next_line < WRAPPED_LINE.end && goes_on
}

fn push(found: &mut Vec<Sentence>, items: &[Token], tokens: Range<usize>, paragraph: usize) {
    if let (Some(first), Some(last)) = (items.get(tokens.start), items.get(tokens.end - 1)) {
        found.push(Sentence { span: first.span.hull(last.span), tokens, paragraph });
    }
}

/// Whether a sentence ends with the token at `index`.
fn ends_sentence(items: &[Token], index: usize, text: &str, abbreviations: &BTreeSet<WordId>, gap: &str) -> bool {
    let (Some(token), Some(next)) = (items.get(index), items.get(index + 1)) else { return true };
    if gap.is_empty() || token.kind != TokenKind::Mark {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::lexicon::Lexicon;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut lexicon = Lexicon::default();
        let abbreviations = ["M", "gén", "Gen", "Ky"].iter().map(|word| lexicon.intern(word)).collect();
        let tokens = Tokens::of(text, &lexicon);
        let found = sentences(text, &tokens, &abbreviations);
        let words: Vec<&str> = found.iter().map(|sentence| sentence.span.of(text)).collect();
        assert_eq!(words, expected);
        let covered: usize = found.iter().map(|sentence| sentence.tokens.len()).sum();
        assert_eq!(covered, tokens.as_slice().len(), "every token is in one sentence");
    }

    #[test]
    fn a_stop_ends_a_sentence_before_a_capital() {
        check(
            "Ils sont entrés. La ville est tombée ! Qui tient ? On ignore.",
            &["Ils sont entrés.", "La ville est tombée !", "Qui tient ?", "On ignore."],
        );
        check("Il a attendu... puis il est parti.", &["Il a attendu... puis il est parti."]);
    }

    #[test]
    fn an_abbreviation_an_initial_or_a_decimal_ends_none() {
        check("Selon M. Amani, tout va bien. Fin.", &["Selon M. Amani, tout va bien.", "Fin."]);
        check("J. Dupont et Gen. Smith, de Lexington, Ky. Fin.", &["J. Dupont et Gen. Smith, de Lexington, Ky. Fin."]);
        check("Soit 3.5 millions. Fin.", &["Soit 3.5 millions.", "Fin."]);
    }

    #[test]
    fn a_quotation_is_closed_before_the_next_begins() {
        check("« Ils tirent. » Puis rien.", &["« Ils tirent. »", "Puis rien."]);
        check("\"Ils tirent\", a-t-il dit. \"Fuyez.\"", &["\"Ils tirent\", a-t-il dit.", "\"Fuyez.\""]);
    }

    #[test]
    fn a_text_wrapped_to_a_fixed_width_keeps_its_sentences() {
        let first = "Les insurgés sont entrés mercredi dans la ville et se sont emparés du siège de\nla police et des bureaux du gouverneur, selon M. Amani.";
        check(&format!("{first}\nFin."), &[first, "Fin."]);
    }

    #[test]
    fn a_text_without_a_stop_is_cut_into_pieces_that_can_be_read() {
        let text = "mot ".repeat(1000);
        let tokens = Tokens::of(&text, &Lexicon::default());
        let lengths: Vec<usize> =
            sentences(&text, &tokens, &BTreeSet::new()).iter().map(|sentence| sentence.tokens.len()).collect();
        assert_eq!(lengths, [LONGEST, LONGEST, 200]);
    }

    #[test]
    fn every_line_break_ends_one_and_begins_a_paragraph() {
        check("TITRE\n\nTexte\nsuite.", &["TITRE", "Texte", "suite."]);
        check("", &[]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_split_without_loss(text in "\\PC{0,80}") {
            let tokens = Tokens::of(&text, &Lexicon::default());
            let found = sentences(&text, &tokens, &BTreeSet::new());
            let covered: usize = found.iter().map(|sentence| sentence.tokens.len()).sum();
            assert_eq!(covered, tokens.as_slice().len());
        }
    }
}
