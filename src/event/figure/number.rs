//! [`Number`]: a number of a sentence, in digits or words, without what the words around make of it.

use crate::event::clause::SentenceView;
use crate::event::rules::{FigureWord, NumberWord, words};
use crate::language::TokenKind;

/// A number without its bounds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub(super) end: usize,
    pub(super) value: u32,
    pub(super) open: bool,
}

/// The number that ends a range whose first one ends at a token.
pub(super) fn range_end(view: &SentenceView<'_>, at: usize, between: bool) -> Option<Number> {
    let joins = matches!(view.rules.figures.at(view.tokens, at), Some((1, FigureWord::To)))
        || (between && view.is(at, words::AND))
        || (view.folded(at) == "-" && view.is_number(at + 1));
    joins.then(|| number(view, at + 1)).flatten()
}

/// The number at a token, outside dates and names.
pub(super) fn number(view: &SentenceView<'_>, start: usize) -> Option<Number> {
    if view.is(start, words::TIMEX | words::TOPONYM) {
        return None;
    }
    if view.is_number(start) {
        return digits(view, start);
    }
    spelled(view, start)
}

/// `1 500`, `1,500`, `1.500`, and what a number word after it makes of it: `2 millions`.
fn digits(view: &SentenceView<'_>, start: usize) -> Option<Number> {
    let mut value: u32 = view.folded(start).parse().ok()?;
    let mut end = start + 1;
    if follows_point(view, start) {
        return None;
    }
    // "217th", "2e": an ordinal.
    if view.tokens.get(end).is_some_and(|token| token.glued && token.kind == TokenKind::Word) {
        return None;
    }
    loop {
        let separated =
            matches!(view.folded(end), "," | "." | "'") && view.tokens.get(end).is_some_and(|token| token.glued);
        let next = if separated { end + 1 } else { end };
        let glued = !separated || view.tokens.get(next).is_some_and(|token| token.glued);
        if !(view.is_number(next) && view.folded(next).len() == 3 && glued && value > 0 && value < 1_000_000)
            || view.is(next, words::TIMEX)
        {
            break;
        }
        value = value.saturating_mul(1000).saturating_add(view.folded(next).parse().ok()?);
        end = next + 1;
    }
    let fraction = fraction(view, end);
    if fraction.is_some() {
        end += 2;
    }
    if let Some((length, NumberWord::Exactly(scale @ 100..))) = view.rules.numbers.at(view.tokens, end) {
        let part = fraction.map_or(0, |(part, whole)| u64::from(scale) * part / whole);
        value = value.saturating_mul(scale).saturating_add(u32::try_from(part).unwrap_or(u32::MAX));
        end += length;
    } else if fraction.is_some() {
        return None;
    }
    Some(Number { end, value, open: false })
}

/// The digits after the point of *2.5* or *2,5*, and of how many they are parts, where the point stands at a token.
fn fraction(view: &SentenceView<'_>, point: usize) -> Option<(u64, u64)> {
    let glued = |at: usize| view.tokens.get(at).is_some_and(|token| token.glued);
    let digits = view.folded(point + 1);
    let fits = matches!(view.folded(point), "." | ",") && glued(point) && glued(point + 1) && view.is_number(point + 1);
    let part = digits.parse().ok().filter(|_| fits && digits.len() < 3)?;
    Some((part, 10_u64.pow(u32::try_from(digits.len()).ok()?)))
}

/// Whether a token is what stands after the point of a number.
fn follows_point(view: &SentenceView<'_>, at: usize) -> bool {
    at.checked_sub(2).is_some_and(|whole| {
        let point = view.is_number(whole) && !view.is(whole, words::TIMEX);
        point && fraction(view, whole + 1).is_some()
    })
}

/// *vingt et un*, *two hundred and fifty*, *une douzaine*, *des dizaines*.
fn spelled(view: &SentenceView<'_>, start: usize) -> Option<Number> {
    let (mut total, mut part, mut end, mut open) = (0_u32, 0_u32, start, false);
    loop {
        let joined = end > start && (view.folded(end) == "-" || view.is(end, words::AND));
        // "trente-et-un"
        let hyphens = view.folded(end) == "-" && view.is(end + 1, words::AND) && view.folded(end + 2) == "-";
        let at = if hyphens { end + 3 } else { end + usize::from(joined) };
        let Some((length, word)) = view.rules.numbers.at(view.tokens, at) else { break };
        match word {
            NumberWord::Exactly(value) => match value {
                100 => part = part.max(1).saturating_mul(100),
                1000.. => {
                    total = total.saturating_add(part.max(1).saturating_mul(value));
                    part = 0;
                }
                // "deux et trois": no one number is made of two of the same size.
                _ if joined && view.is(end, words::AND) && part % 100 < 20 && part % 100 != 0 => break,
                _ if part % 10 != 0 && part < 80 => break,
                _ => part = part.saturating_add(value),
            },
            NumberWord::About(value) => {
                part = part.max(1).saturating_mul(value);
                end = at + length;
                break;
            }
            NumberWord::Several(value) => {
                part = value;
                open = true;
                end = at + length;
                break;
            }
        }
        end = at + length;
    }
    (end > start).then_some(Number { end, value: total.saturating_add(part), open })
}
