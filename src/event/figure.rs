//! [`Figure`]: a number of a sentence, in digits or words, with what the words around make of it.

use super::clause::SentenceView;
use super::rules::words;
use super::rules::{FigureWord, NumberWord, TollRole};
use crate::language::TokenKind;
use std::ops::Range;

/// A count, from `low` to `high`; no `high` where the words set none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    /// Its tokens, the words that bound it included.
    pub(crate) tokens: Range<usize>,
    pub(crate) low: u32,
    pub(crate) high: Option<u32>,
    /// Whether it counts some of those counted before: *dont trois enfants*, *two of them women*.
    pub(crate) part: bool,
    /// Whether the report gives a newer one: *an earlier toll of ten*.
    pub(crate) former: bool,
}

/// A number without its bounds.
#[derive(Clone, Copy, Debug)]
struct Number {
    end: usize,
    value: u32,
    open: bool,
}

impl Figure {
    /// All figures of a sentence, in order. Numbers inside dates and place names, and those with a unit, are none.
    pub(crate) fn find(view: &SentenceView<'_>) -> Vec<Self> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < view.tokens.len() {
            match Self::at(view, at) {
                Some(figure) => {
                    at = figure.tokens.end.max(at + 1);
                    let (part, former) = (is_part(view, &figure), is_superseded(view, &figure));
                    let figure = Self { part, former, ..figure };
                    if !is_measure(view, at)
                        && !is_article(view, &figure)
                        && !is_negated(view, &figure)
                        && !is_base(view, &figure, found.last())
                    {
                        found.push(figure);
                    }
                }
                None => at += 1,
            }
        }
        found
    }

    fn at(view: &SentenceView<'_>, start: usize) -> Option<Self> {
        let (mut at, mut bound) = (start, None);
        while let Some((length, word)) = view.rules.figures.at(view.tokens, at) {
            if matches!(
                word,
                FigureWord::Unit
                    | FigureWord::Total
                    | FigureWord::To
                    | FigureWord::Part
                    | FigureWord::Side
                    | FigureWord::Former
                    | FigureWord::Victims
            ) {
                return None;
            }
            bound = Some(word);
            at += length;
        }
        let first = number(view, at)?;
        let second = range_end(view, first.end, bound == Some(FigureWord::Between));
        let end = second.map_or(first.end, |second| second.end);
        let (low, high) = match (bound, second) {
            (_, Some(second)) if second.value >= first.value => (first.value, Some(second.value)),
            (Some(FigureWord::AtLeast), _) => (first.value, None),
            (Some(FigureWord::MoreThan), _) => (first.value.saturating_add(1), None),
            (Some(FigureWord::AtMost), _) => (0, Some(first.value)),
            (Some(FigureWord::LessThan), _) => (0, Some(first.value.saturating_sub(1))),
            _ => (first.value, (!first.open).then_some(first.value)),
        };
        Some(Self { tokens: start..end, low, high, part: false, former: false })
    }
}

fn is_part(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let right_before = |back: usize| {
        let at = figure.tokens.start.checked_sub(back)?;
        view.rules.figures.at(view.tokens, at).filter(|&found| found == (back, FigureWord::Part))
    };
    (1..=3).any(|back| right_before(back).is_some()) || view.is_figure_word(figure.tokens.end, FigureWord::Part)
}

/// *not one*
fn is_negated(view: &SentenceView<'_>, figure: &Figure) -> bool {
    figure.low == 1 && figure.tokens.start.checked_sub(1).is_some_and(|before| view.is(before, words::NEGATION))
}

/// Tokens between *an earlier toll* and the figure it gave.
const FORMER: usize = 4;

/// *an earlier toll of ten*, *un premier bilan de six*: the report gives another.
fn is_superseded(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let start = figure.tokens.start;
    (start.saturating_sub(FORMER)..start).any(|at| {
        let former = view.rules.figures.at(view.tokens, at);
        matches!(former, Some((length, FigureWord::Former)) if at + length <= start && start - at - length <= 1)
    })
}

/// *un*, *a*: a count of one only before a noun for a person, or one of a toll that something caused: *a fait un mort*.
fn is_article(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let one = figure.low == 1 && figure.high == Some(1) && !view.is_number(figure.tokens.start);
    let (start, end) = (figure.tokens.start, figure.tokens.end);
    // "un camp de déplacés" is nobody.
    let mut noun = (end..(end + 3).min(view.tokens.len())).take_while(|&at| !view.is(at, words::OF));
    let person = noun.any(|at| view.is(at, words::CIVILIAN | words::FIGHTER));
    let belongs = belongs_to_another(view, start);
    one && (belongs || !person) && !(counts_victim(view, end) && follows_cause(view, start))
}

/// *of an aid group*, *d'une même famille*: whose the people are, unless it is their death: *the killing of a man*.
fn belongs_to_another(view: &SentenceView<'_>, start: usize) -> bool {
    let of = start.checked_sub(1).is_some_and(|before| {
        view.is(before, words::OF | words::BY | words::WITH)
            || view.folded(before) == "'" && before > 0 && view.is(before - 1, words::OF)
    });
    let toll = (1..=4).filter_map(|back| Some((start.checked_sub(back)?, back)));
    let counts = toll.into_iter().any(|(at, back)| {
        let phrase = view.rules.tolls.at(view.tokens, at);
        matches!(phrase, Some((length, (_, TollRole::NounOf))) if length == back)
    });
    of && !counts
}

/// *cinq de ses douze passagers*: those it is a part of.
fn is_base(view: &SentenceView<'_>, figure: &Figure, before: Option<&Figure>) -> bool {
    let Some(before) = before else { return false };
    let between = before.tokens.end..figure.tokens.start;
    (1..=3).contains(&between.len())
        && view.is(between.start, words::OF)
        && between.clone().all(|at| view.is(at, words::OF | words::DETERMINER) || view.folded(at) == "'")
}

/// Whether a noun or verb of a toll follows a figure, with *other* or *more* between at most.
fn counts_victim(view: &SentenceView<'_>, end: usize) -> bool {
    let at = if view.is(end, words::OTHER) { end + 1 } else { end };
    view.rules.tolls.at(view.tokens, at).is_some()
}

/// Whether a verb, a mark or a word that joins stands right before: no sentence begins so that tells of somebody wounded.
fn follows_cause(view: &SentenceView<'_>, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| {
        view.is_mark(before) || view.is(before, words::AND | words::TIMEX) || view.is_verb(before)
    })
}

/// Whether the word after a number makes it a measure: *20 km*, *90 %*.
fn is_measure(view: &SentenceView<'_>, at: usize) -> bool {
    view.folded(at) == "%"
        || view.is_figure_word(at, FigureWord::Unit)
        || view.folded(at) == "-" && view.is_figure_word(at + 1, FigureWord::Unit)
}

fn range_end(view: &SentenceView<'_>, at: usize, between: bool) -> Option<Number> {
    let joins = matches!(view.rules.figures.at(view.tokens, at), Some((1, FigureWord::To)))
        || (between && view.is(at, words::AND))
        || (view.folded(at) == "-" && view.is_number(at + 1));
    joins.then(|| number(view, at + 1)).flatten()
}

fn number(view: &SentenceView<'_>, start: usize) -> Option<Number> {
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
    if let Some((length, NumberWord::Exactly(scale @ 100..))) = view.rules.numbers.at(view.tokens, end) {
        value = value.saturating_mul(scale);
        end += length;
    }
    Some(Number { end, value, open: false })
}

/// *vingt et un*, *two hundred and fifty*, *une douzaine*, *des dizaines*.
fn spelled(view: &SentenceView<'_>, start: usize) -> Option<Number> {
    let (mut total, mut part, mut end, mut open) = (0_u32, 0_u32, start, false);
    loop {
        let joined = end > start && (view.folded(end) == "-" || view.is(end, words::AND));
        let at = if joined { end + 1 } else { end };
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
