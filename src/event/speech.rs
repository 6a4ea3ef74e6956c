//! Who says it: the source of a sentence.

use super::clause::SentenceView;
use super::mention::Speaker;
use super::rules::VerbUse;
use super::rules::words;
use crate::language::LetterCase;
use std::ops::Range;

/// The source that a sentence names, where it does.
pub(crate) fn speaker(view: &SentenceView<'_>) -> Option<Speaker> {
    let range = head(view, according(view).or_else(|| of_verb(view))?)?;
    let span = view.span(range);
    let name = span.of(view.source.text).trim().to_owned();
    (!name.is_empty()).then_some(Speaker { name, span })
}

/// The words of a range that name its bearer: from the first determiner or capital up to the first comma or auxiliary.
/// `None` where nothing but a pronoun is left (*a-t-il ajouté*).
fn head(view: &SentenceView<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let names =
        |at: usize| view.is(at, words::DETERMINER) || view.tokens.get(at).is_some_and(|token| is_capital(token.case));
    let first = range.clone().find(|&at| !view.is(at, words::AT | words::NEAR | words::WITH))?;
    // `sur Twitter le ministère`: what comes before the determiner is where it was said.
    let said_at = first > range.start;
    let start =
        if said_at { (first..range.end).find(|&at| view.is(at, words::DETERMINER)).unwrap_or(first) } else { first };
    let breaks = |at: usize| view.folded(at) == "," || view.is(at, words::HAVE | words::BE);
    let end = (start + 1..range.end).find(|&at| breaks(at)).unwrap_or(range.end);
    let tells_who = (start..end).any(|at| names(at) || view.word(at).chars().count() > 5);
    (tells_who && !view.is(start, words::HAVE)).then_some(start..end)
}

fn is_capital(case: LetterCase) -> bool {
    matches!(case, LetterCase::Capital | LetterCase::Upper | LetterCase::Mixed)
}

/// *selon X*, *according to X*
fn according(view: &SentenceView<'_>) -> Option<Range<usize>> {
    (0..view.tokens.len()).find_map(|at| {
        let (length, ()) = view.rules.according.at(view.tokens, at)?;
        noun_phrase(view, at + length)
    })
}

/// *X a déclaré que*, *a déclaré X*
fn of_verb(view: &SentenceView<'_>) -> Option<Range<usize>> {
    (0..view.tokens.len()).find_map(|at| {
        let says = view.verbs_at(at).any(|(verb, ..)| {
            view.rules.verbs.get(usize::from(verb)).is_some_and(|verb| verb.usage == VerbUse::Speech)
        });
        if !says {
            return None;
        }
        let mut start = at;
        while start > 0 && view.is(start - 1, words::HAVE | words::BE | words::ADVERB | words::PRONOUN) {
            start -= 1;
        }
        let inverted = start == 0 || view.is_mark(start - 1);
        if inverted { noun_phrase(view, at + 1) } else { phrase_before(view, start) }
    })
}

/// From a token to the next break, verb or time.
fn noun_phrase(view: &SentenceView<'_>, start: usize) -> Option<Range<usize>> {
    let stops = |at: usize| {
        view.is(at, words::HAVE | words::BE | words::TIMEX | words::THAT | words::RELATIVE)
            || (view.is_mark(at) && !matches!(view.folded(at), "'" | "-" | "."))
    };
    let end =
        (start..view.tokens.len().min(start + 14)).find(|&at| stops(at)).unwrap_or(view.tokens.len().min(start + 14));
    let last_stop = end > start && view.folded(end - 1) == ".";
    let end = if last_stop { end - 1 } else { end };
    (start < end).then_some(start..end)
}

/// From the last hard break to a token.
fn phrase_before(view: &SentenceView<'_>, end: usize) -> Option<Range<usize>> {
    let from = end.saturating_sub(24);
    let hard = (from..end).rev().find(|&at| {
        (view.is_mark(at) && matches!(view.folded(at), "\"" | ";" | ":" | "("))
            || view.is(at, words::SUBORDINATOR | words::THAT | words::RELATIVE)
    });
    let mut start = hard.map_or(from, |at| at + 1);
    while start < end && (view.is_mark(start) || view.is(start, words::TIMEX | words::AND)) {
        start += 1;
    }
    (start < end).then_some(start..end)
}
