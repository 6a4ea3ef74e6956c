//! [`Casing`]: what a capital says in a sentence.

use super::cues::{Cues, class};
use crate::language::{LetterCase, Token, TokenKind};

/// How the words of a sentence are cased, which decides what a capital says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Casing {
    /// Capitals mark names.
    #[default]
    Running,
    /// `Taliban Enter Kunduz`: every word has one.
    Title,
    /// `TALIBAN ENTER KUNDUZ`
    Shouting,
}

/// The casing of a sentence's words.
pub(super) fn casing_of(tokens: &[Token], cues: &Cues, text: &str) -> Casing {
    let stops = tokens.last().is_some_and(|last| matches!(last.span.of(text), "." | "!" | "?" | "\"" | "»" | "”"));
    let (mut upper, mut capital, mut lower, mut content) = (0, 0, 0, 0);
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Word && token.span.len() >= 4) {
        match token.case {
            LetterCase::Upper => upper += 1,
            LetterCase::Capital | LetterCase::Mixed => capital += 1,
            LetterCase::Lower => {
                lower += 1;
                content += usize::from(cues.class(token) & (class::NEVER | class::AUXILIARY) == 0);
            }
            LetterCase::None => {}
        }
    }
    if upper >= 3 && upper > 2 * (capital + lower) {
        Casing::Shouting
    } else if capital >= 3 && content == 0 && !stops {
        Casing::Title
    } else {
        Casing::Running
    }
}
