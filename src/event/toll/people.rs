//! Whom a figure counts.

use super::beside::ends_count;
use crate::event::clause::SentenceView;
use crate::event::figure::Figure;
use crate::event::rules::inflect::PARTICIPLE;
use crate::event::rules::{FigureWord, words};
use crate::event::toll_word::TollWord;
use crate::language::LetterCase;
use std::ops::Range;

/// Whether a figure counts people: those named after it, or nobody else before the toll word.
pub(super) fn counts_people(view: &SentenceView<'_>, figure: &Figure, next: usize, word: usize) -> bool {
    let end = figure.tokens.end;
    let unsaid = word >= end
        && word - end <= 3
        && view.any(end..word, words::HAVE | words::BE)
        && (end..word).all(|at| {
            view.is(at, words::HAVE | words::BE | words::ADVERB | words::NEGATION | words::REFLEXIVE | words::TIMEX)
        });
    // "12 Afghans", "16 captured Ukrainians"
    let capital = names_nation(view, end) || view.is_form(end, PARTICIPLE) && names_nation(view, end + 1);
    // "en avoir capturé trois", "60 others were whisked away"
    let bare = ends_count(view, figure) || view.is(end, words::AT | words::NEAR);
    let unnamed = word < figure.tokens.start && figure.low > 1 && follows_verb(view, figure) && bare;
    unsaid
        || word == end
        || unnamed
        || (figure.low > 1 && names_others(view, end))
        || capital
        || view.any(end..(end + 6).min(next), words::CIVILIAN | words::FIGHTER | words::PRISONER)
        || (figure.low > 1 && names_group(view, end, next))
}

/// Whether a verb stands right before a figure.
fn follows_verb(view: &SentenceView<'_>, figure: &Figure) -> bool {
    figure.tokens.start.checked_sub(1).is_some_and(|before| view.is_verb(before))
}

/// *over 60 others, mostly women*, *neuf autres*: more of those told of.
fn names_others(view: &SentenceView<'_>, at: usize) -> bool {
    view.is(at, words::OTHER)
        && (view.is_mark(at + 1)
            || view.is(at + 1, words::HAVE | words::BE | words::TIMEX | words::PRONOUN)
            || view.is_verb(at + 1))
}

/// *three of the escapees*, *deux collaborateurs présumés*: a noun in the plural that the pack does not know, and so no thing.
fn names_group(view: &SentenceView<'_>, mut at: usize, next: usize) -> bool {
    while at < next && view.is(at, words::OF | words::DETERMINER | words::ADJECTIVE) {
        at += 1;
    }
    let lower = view.tokens.get(at).is_some_and(|token| token.case == LetterCase::Lower);
    let word = view.folded(at);
    let known = view.classes_at(at) != 0
        || view.rules.methods.at(view.tokens, at).is_some()
        || view.rules.nouns.at(view.tokens, at).is_some()
        || view.is_figure_word(at, FigureWord::Unit);
    at < next && lower && !known && word.len() > 4 && word.ends_with(['s', 'x'])
}

/// *12 Afghans*; not *five Indian jets*.
fn names_nation(view: &SentenceView<'_>, at: usize) -> bool {
    let case = |at: usize| view.tokens.get(at).map(|token| token.case);
    let link = words::HAVE | words::BE | words::AND | words::AT | words::BY | words::RELATIVE | words::OF;
    let known = link | words::TIMEX | words::NEAR | words::TOWARDS | words::FROM;
    let followed = case(at + 1) == Some(LetterCase::Lower) && !view.is(at + 1, known) && !view.is_verb(at + 1);
    case(at) == Some(LetterCase::Capital) && !followed
}

/// The noun phrase after the figure, up to the toll word or a break.
pub(super) fn whom(view: &SentenceView<'_>, figure: &Figure, word: TollWord) -> Option<Range<usize>> {
    let start = if word.at >= figure.tokens.end && word.noun { word.end } else { figure.tokens.end };
    whom_from(view, start, word.at)
}

/// The noun phrase at a token, up to `stop` or a break.
pub(super) fn whom_from(view: &SentenceView<'_>, start: usize, stop: usize) -> Option<Range<usize>> {
    let verb = words::HAVE | words::BE | words::MODAL | words::CONDITIONAL | words::FUTURE;
    let link = words::AND | words::RELATIVE | words::SUBORDINATOR | words::TIMEX | words::AT | words::BY;
    let stops = |at: usize| {
        view.is_mark(at) && !matches!(view.folded(at), "'" | "-")
            || view.is(at, verb | link)
            || view.rules.according.at(view.tokens, at).is_some()
            || at == stop
    };
    let mut start = start;
    while view.is(start, words::OF | words::DETERMINER) || view.folded(start) == "'" {
        start += 1;
    }
    // "rose to 31 from 25"
    if view.is(start, words::FROM) {
        return None;
    }
    let limit = view.tokens.len().min(start + 8);
    let end = (start..limit).find(|&at| stops(at)).unwrap_or(limit);
    (start < end).then_some(start..end)
}
