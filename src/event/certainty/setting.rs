//! What the sentence around a trigger makes of it: conditions, questions, what is taken as known.

use crate::event::clause::SentenceView;
use crate::event::rules::words;
use std::ops::Range;

/// Whether a token stands in a sentence that a condition rules: after *si*, or before it with no perfect.
pub(super) fn in_condition(view: &SentenceView<'_>, at: usize) -> bool {
    if !view.has(words::IF | words::INVERSION) {
        return false;
    }
    let opens = |token: usize| view.is(token, words::INVERSION) && (token == 0 || (token == 1 && view.is_mark(0)));
    let conditions = (0..view.tokens.len()).filter(|&token| view.is(token, words::IF) || opens(token));
    conditions.into_iter().any(|condition| {
        if is_parenthesis(view, condition..at) {
            return false;
        }
        let ends = |token: usize| view.is_mark(token) && matches!(view.folded(token), ";" | ":");
        condition < at && view.crossing(condition, at) < 6 && !(condition..at).any(ends)
    })
}

/// Tokens of a condition that is put in between.
const PUT_IN: usize = 6;

/// *It began, if wars begin, on 4 November*: a few words between commas rule nothing of what goes on behind them.
fn is_parenthesis(view: &SentenceView<'_>, mut from: Range<usize>) -> bool {
    let comma = |at: usize| view.folded(at) == ",";
    let opens = from.start.checked_sub(1).is_some_and(comma) && !view.has(words::FUTURE | words::CONDITIONAL);
    opens && from.find(|&at| comma(at)).is_some_and(|close| close <= from.start + PUT_IN)
}

/// Whether the token stands in a question: its mark comes before any other that ends a clause.
pub(super) fn in_question(view: &SentenceView<'_>, at: usize) -> bool {
    let ends = |at: usize| view.is_mark(at) && matches!(view.folded(at), "?" | "." | "!" | ";" | ":" | "\"");
    (at..view.tokens.len()).find(|&token| ends(token)).is_some_and(|token| view.folded(token) == "?")
}

/// *depuis que …*, *since the rebels took …*: what the report takes as known.
pub(crate) fn in_background(view: &SentenceView<'_>, at: usize) -> bool {
    if !view.has(words::SINCE) {
        return false;
    }
    let from = at.saturating_sub(20);
    (from..at).rev().any(|token| {
        view.is(token, words::SINCE)
            && (view.is(token + 1, words::THAT) || view.is(token, words::SUBORDINATOR))
            && !view.is(token + 1, words::TIMEX)
            // "have since detained": an adverb.
            && !(token > 0 && view.is(token - 1, words::HAVE | words::BE))
            && view.crossing(token + 1, at) == 0
    })
}

/// *since they captured the town in June 2022*: a day of its own after the verb, in the same clause.
pub(super) fn has_day(view: &SentenceView<'_>, at: usize) -> bool {
    let ends = |token: usize| view.is(token, words::SUBORDINATOR | words::RELATIVE | words::THAT);
    let mut after = (at + 1..(at + 14).min(view.tokens.len())).take_while(|&token| !ends(token));
    after.any(|token| view.is(token, words::TIMEX))
}

/// *Sans renforts, …*: a sentence that opens with what it took.
pub(super) fn opens_as_condition(view: &SentenceView<'_>) -> bool {
    (0..2).any(|at| view.is(at, words::BARRING) && (at == 0 || view.is_mark(0)))
}

/// Tokens between a verb of saying and the clause that it opens.
const SAYS: usize = 4;

/// *ne confirme pas que …*, *nothing suggests that …*: a clause under a verb of saying or believing that is negated.
pub(super) fn is_unconfirmed(view: &SentenceView<'_>, start: usize) -> bool {
    let opens = |&that: &usize| view.is(that, words::THAT) && view.crossing(that, start) <= 1;
    let Some(that) = (0..start).rev().find(opens) else { return false };
    let says = |at: &usize| view.is(*at, words::BELIEF | words::SPEECH);
    let Some(verb) = (that.saturating_sub(SAYS)..that).rev().find(says) else { return false };
    let helped = verb.saturating_sub(SAYS)..that;
    let no = words::NEGATION | words::NONE | words::NOTHING;
    // "a source who asked not to be named told AFP that": of another verb.
    let of_infinitive = |at: usize| at < verb && view.is(at + 1, words::INFINITIVE);
    helped.into_iter().any(|at| view.is(at, no) && !of_infinitive(at) && view.crossing(at, that) <= 1)
}

/// Tokens of what is counted before the infinitive that says what it was counted for.
const RANKED: usize = 8;

/// *the third provincial capital to fall*, *la dernière ville à tomber*: one of a row of those that did.
pub(super) fn is_ranked(view: &SentenceView<'_>, start: usize) -> bool {
    let mark = if view.is(start, words::INFINITIVE) { Some(start) } else { start.checked_sub(1) };
    let Some(mark) = mark.filter(|&mark| view.is(mark, words::INFINITIVE | words::TOWARDS | words::AT)) else {
        return false;
    };
    let mut counted = (mark.saturating_sub(RANKED)..mark).rev().take_while(|&at| !view.is_mark(at));
    counted.any(|at| view.is(at, words::RANK) && view.crossing(at, start) == 0)
}
