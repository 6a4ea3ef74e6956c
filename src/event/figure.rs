//! [`Figure`]: a number of a sentence, in digits or words, with what the words around make of it.

mod companions;
mod nobody;
mod number;

use super::clause::SentenceView;
use super::rules::{FigureWord, beginnings, words};
use number::{Number, number, range_end};
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

impl Figure {
    /// All figures of a sentence, in order. Numbers inside dates and place names, and those with a unit, are none.
    pub(crate) fn find(view: &SentenceView<'_>) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        let mut at = 0;
        while at < view.tokens.len() {
            // Most words begin none.
            if !may_begin(view, at) {
                at += 1;
                continue;
            }
            let Some(figure) = Self::at(view, at) else {
                at = nobody::end_of_age(view, at).unwrap_or(at + 1);
                continue;
            };
            at = figure.tokens.end.max(at + 1);
            let part = is_part(view, &figure) || goes_on_with_part(view, &figure, found.last());
            let former = is_superseded(view, &figure, found.last());
            let figure = Self { part, former, ..figure };
            if nobody::counts_nobody(view, &figure, found.last()) {
                continue;
            }
            match found.last_mut().filter(|before| companions::join(view, before, &figure)) {
                Some(before) => before.add(figure.low),
                None => found.push(figure),
            }
        }
        for figure in &mut found {
            if companions::has_one(view, figure) {
                figure.add(1);
            }
        }
        found
    }

    /// Counts so many more.
    fn add(&mut self, more: u32) {
        self.low = self.low.saturating_add(more);
        self.high = self.high.map(|high| high.saturating_add(more));
    }

    fn at(view: &SentenceView<'_>, start: usize) -> Option<Self> {
        let (mut at, mut bound) = (start, None);
        while let Some((length, word)) = view.rules.figures.at(view.tokens, at) {
            if !word.is_bound() {
                return None;
            }
            bound = Some(word);
            at += length;
        }
        let first = number(view, at)?;
        let second = range_end(view, first.end, bound == Some(FigureWord::Between));
        if let Some(now) = second.filter(|_| follows_former(view, start)) {
            return Some(Self::new(start..now.end, now.value, (!now.open).then_some(now.value)));
        }
        let second = second.filter(|second| second.value >= first.value);
        let (low, high) = match second {
            Some(second) => (first.value, Some(second.value)),
            None => bounds(bound, first),
        };
        Some(Self::new(start..second.map_or(first.end, |second| second.end), low, high))
    }

    fn new(tokens: Range<usize>, low: u32, high: Option<u32>) -> Self {
        Self { tokens, low, high, part: false, former: false }
    }
}

/// Whether a figure, or an age, may begin at a token: at digits, a word of numbers, or the hyphen of *-et-un*.
fn may_begin(view: &SentenceView<'_>, at: usize) -> bool {
    view.may_begin(at, beginnings::FIGURE) || view.is_number(at) || view.is_mark(at) && view.folded(at) == "-"
}

/// What the word before a number makes of it.
fn bounds(bound: Option<FigureWord>, number: Number) -> (u32, Option<u32>) {
    match bound {
        Some(FigureWord::AtLeast) => (number.value, None),
        Some(FigureWord::MoreThan) => (number.value.saturating_add(1), None),
        Some(FigureWord::AtMost) => (0, Some(number.value)),
        Some(FigureWord::LessThan) => (0, Some(number.value.saturating_sub(1))),
        _ => (number.value, (!number.open).then_some(number.value)),
    }
}

fn is_part(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let right_before = |back: usize| {
        let at = figure.tokens.start.checked_sub(back)?;
        view.rules.figures.at(view.tokens, at).filter(|&found| found == (back, FigureWord::Part))
    };
    (1..=3).any(|back| right_before(back).is_some()) || view.is_figure_word(figure.tokens.end, FigureWord::Part)
}

/// *including two women and a child*: joined with a part.
fn goes_on_with_part(view: &SentenceView<'_>, figure: &Figure, before: Option<&Figure>) -> bool {
    before.is_some_and(|before| {
        let between = before.tokens.end..figure.tokens.start;
        let noun = !between.is_empty() && between.len() <= PART && view.crossing(between.start, between.end) == 0;
        before.part && noun && view.is(between.end - 1, words::AND) && !between.clone().any(|at| view.is_verb(at))
    })
}

/// Tokens between two parts that are joined.
const PART: usize = 4;

/// Tokens between *an earlier toll* and the figure it gave.
const FORMER: usize = 4;

/// *an earlier toll of ten*, *un premier bilan de six*, *rose to 31 from 25*: the report gives another.
fn is_superseded(view: &SentenceView<'_>, figure: &Figure, before: Option<&Figure>) -> bool {
    let start = figure.tokens.start;
    let named = (start.saturating_sub(FORMER)..start).any(|at| {
        let former = view.rules.figures.at(view.tokens, at);
        matches!(former, Some((length, FigureWord::Former)) if at + length <= start && start - at - length <= 1)
    });
    let risen = before.is_some_and(|before| {
        let to = before.tokens.start.checked_sub(1).is_some_and(|at| view.is(at, words::TOWARDS));
        to && before.tokens.end + 1 == start && view.is(before.tokens.end, words::FROM)
    });
    (named && !has_changed(view, figure)) || risen
}

/// *rose from 32 to 59*: whether a figure is both, the former one and the new.
fn has_changed(view: &SentenceView<'_>, figure: &Figure) -> bool {
    figure.tokens.len() > 2 && follows_former(view, figure.tokens.start)
}

/// Whether words for a former figure end right before a token.
fn follows_former(view: &SentenceView<'_>, start: usize) -> bool {
    (1..=FORMER).any(|back| {
        let at = start.checked_sub(back);
        at.is_some_and(|at| view.rules.figures.at(view.tokens, at) == Some((back, FigureWord::Former)))
    })
}
