//! Those who are counted with somebody: *a woman and her three children*, *a farmer and his son*.

use super::Figure;
use crate::event::clause::SentenceView;
use crate::event::rules::words;
use crate::language::LetterCase;

/// Words between a figure and those with them.
const NOUN: usize = 5;

/// *a woman and her three children*: whether a figure counts those who belong to the people of the one before.
pub(super) fn join(view: &SentenceView<'_>, before: &Figure, figure: &Figure) -> bool {
    let start = figure.tokens.start;
    start >= 2
        && !figure.part
        && view.is(start - 1, words::POSSESSIVE)
        && view.is(start - 2, words::AND)
        && is_noun(view, before.tokens.end, start - 2)
}

/// *a farmer and his son*: whether one more belongs to those that a figure counts.
pub(super) fn has_one(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let end = figure.tokens.end;
    let Some(and) = (end..(end + NOUN).min(view.tokens.len())).find(|&at| view.is(at, words::AND)) else {
        return false;
    };
    let noun = and + 2;
    let lower = view.tokens.get(noun).is_some_and(|token| token.case == LetterCase::Lower);
    let nobody = words::THING | words::VEHICLE | words::SITE | words::PLACE_NOUN | words::ADJECTIVE | words::OTHER;
    figure.low == 1
        && view.is(and + 1, words::POSSESSIVE)
        && is_noun(view, end, and)
        && lower
        && !view.is(noun, nobody)
        && !view.is_figure(noun)
        && (view.is(and + 1, words::POSSESSIVE_ONE) || !view.folded(noun).ends_with(['s', 'x']))
}

/// Whether nothing but a short noun phrase stands between two tokens.
fn is_noun(view: &SentenceView<'_>, start: usize, end: usize) -> bool {
    let other = words::AUXILIARY | words::RELATIVE | words::TIMEX | words::AT | words::BY;
    (start + 1..=start + NOUN).contains(&end)
        && (start..end).all(|at| !view.is(at, other) && (!view.is_mark(at) || view.folded(at) == "-"))
}
