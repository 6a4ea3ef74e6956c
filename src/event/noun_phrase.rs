//! Noun phrases that name somebody: what stands before a verb, or after it, less all that is no name.

use super::clause::SentenceView;
use super::rules::inflect::{INFINITIVE, PARTICIPLE, PRESENT};
use super::rules::words;
use crate::language::LetterCase;
use std::ops::Range;

/// Tokens that a name may have.
const LONGEST: usize = 14;
/// Tokens before a verb that are looked through.
const REACH: usize = 40;

/// The name that begins at a token, up to the next break, verb, time or preposition of place.
pub(crate) fn after(view: &SentenceView<'_>, start: usize) -> Option<Range<usize>> {
    if view.is(start, words::AT | words::TOWARDS | words::THAT) && !view.is(start, words::DETERMINER) {
        return None;
    }
    let stops = |at: usize| {
        let preposition = view.is(at, words::AT | words::BY | words::DURING | words::TOWARDS)
            && !view.is(at, words::OF | words::DETERMINER);
        is_break(view, at)
            || view.is(at, words::HAVE | words::BE | words::TIMEX | words::THAT | words::RELATIVE | words::SUBORDINATOR)
            || (at > start && (preposition || is_verb(view, at)))
    };
    let limit = view.tokens.len().min(start + LONGEST);
    let end = (start..limit).find(|&at| stops(at)).unwrap_or(limit);
    named(view, start..end)
}

/// The name that a verb at `end` is said of.
pub(crate) fn before(view: &SentenceView<'_>, end: usize) -> Option<Range<usize>> {
    let segments = segments(view, end);
    if end > 0 && view.is_mark(end - 1) {
        // "Wali Amani, a deputy, said": the name, else what it stands by.
        let own = segments.iter().rev().take(2).rev().filter(|range| !view.is(range.start, words::RELATIVE));
        let mut names = own.filter_map(|range| in_segment(view, range.clone()));
        let first = names.next()?;
        return Some(names.find(|name| is_proper(view, name)).unwrap_or(first));
    }
    in_segment(view, segments.last()?.clone())
}

/// The name that a stretch without a verb is.
pub(crate) fn whole(view: &SentenceView<'_>, range: Range<usize>) -> Option<Range<usize>> {
    named(view, range)
}

/// The stretches between breaks up to a token, in order.
pub(crate) fn segments(view: &SentenceView<'_>, end: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let from = end.saturating_sub(REACH);
    let mut start = from;
    for at in from..end {
        let opens = view.is(at, words::THAT | words::SUBORDINATOR);
        if is_break(view, at) || opens {
            if start < at {
                found.push(start..at);
            }
            start = at + 1;
        }
    }
    if start < end {
        found.push(start..end);
    }
    found
}

/// Whether a word can only be a verb here.
pub(crate) fn is_verb(view: &SentenceView<'_>, at: usize) -> bool {
    if view.is(at, words::HAVE | words::BE | words::MODAL | words::FUTURE) {
        return true;
    }
    let noun = at > 0 && view.is(at - 1, words::DETERMINER | words::ADJECTIVE | words::OF)
        || view.is(at, words::TOPONYM | words::TIMEX | words::OFFICE | words::SITE | words::PLACE_NOUN)
        || is_capital(view, at);
    let verb = view.verbs_at(at).any(|reading| !reading.is_form(PRESENT | INFINITIVE) || reading.is_form(PARTICIPLE));
    !noun && verb
}

/// The name in a stretch: from its first determiner or capital on, up to its verb.
fn in_segment(view: &SentenceView<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let skipped = words::TIMEX | words::AND | words::ADVERB | words::SUBORDINATOR;
    let mut start = range.start;
    while start < range.end && (view.is_mark(start) || view.is(start, skipped)) && !view.is(start, words::DETERMINER) {
        start += 1;
    }
    // "sur Twitter le ministère", "in Gaza the ministry": where it was said.
    if view.is(start, words::AT | words::WITH | words::DURING) && !view.is(start, words::DETERMINER) {
        let opens =
            |&at: &usize| view.is(at, words::DETERMINER) && !view.is(at - 1, words::AT | words::OF | words::WITH);
        start = (start + 1..range.end).rfind(opens)?;
    }
    let end = (start + 1..range.end).find(|&at| is_verb(view, at) || is_reduced(view, at)).unwrap_or(range.end);
    named(view, start..end)
}

/// *contacted by*: a participle that opens a clause of its own.
fn is_reduced(view: &SentenceView<'_>, at: usize) -> bool {
    let word = view.folded(at);
    let form = word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"));
    form && view.is(at + 1, words::BY | words::AT | words::FROM | words::TOWARDS | words::DETERMINER | words::TIMEX)
}

/// A range less what joins it to its sentence, where it names somebody.
fn named(view: &SentenceView<'_>, mut range: Range<usize>) -> Option<Range<usize>> {
    let loose = words::AND | words::OF | words::AT | words::BY | words::TOWARDS | words::WITH | words::TIMEX;
    while range.start < range.end
        && (view.is(range.end - 1, loose) && !view.is(range.end - 1, words::TOPONYM)
            || view.is_mark(range.end - 1)
            || view.is(range.end - 1, words::DETERMINER) && !is_capital(view, range.end - 1))
    {
        range.end -= 1;
    }
    if range.is_empty() || range.len() > LONGEST {
        return None;
    }
    let counts = view.is_number(range.start) || view.rules.figures.at(view.tokens, range.start).is_some();
    let number = view.rules.numbers.at(view.tokens, range.start).is_some() && !view.is(range.start, words::INDEFINITE);
    let pronoun = range.len() == 1 && view.rules.speaker_pronouns.at(view.tokens, range.start).is_some();
    let tells_who = range.clone().any(|at| {
        let word = view.word(at).chars().count();
        let noun = word > 3 && !view.is(at, words::DETERMINER | words::ADVERB);
        noun || word > 1 && is_capital(view, at)
    });
    let loses = view.is(range.start, words::REFLEXIVE | words::NEGATION | words::RELATIVE);
    (tells_who && !counts && !number && !pronoun && !loses).then_some(range)
}

/// *Yusuf Dhumal*: whether a stretch is nothing but a name, and of no place.
pub(crate) fn is_person(view: &SentenceView<'_>, range: &Range<usize>) -> bool {
    is_proper(view, range) && !view.any(range.clone(), words::TOPONYM | words::TIMEX)
}

/// Whether all words of a name but the smallest are capitals.
fn is_proper(view: &SentenceView<'_>, range: &Range<usize>) -> bool {
    range.len() > 1 && range.clone().all(|at| is_capital(view, at) || view.is_mark(at))
}

fn is_capital(view: &SentenceView<'_>, at: usize) -> bool {
    let case = view.tokens.get(at).map(|token| token.case);
    matches!(case, Some(LetterCase::Capital | LetterCase::Upper | LetterCase::Mixed))
}

fn is_break(view: &SentenceView<'_>, at: usize) -> bool {
    let glued = view.tokens.get(at).is_some_and(|token| token.glued);
    view.is_mark(at)
        && match view.folded(at) {
            "'" | "." | "/" | "&" => false,
            "-" => !glued,
            _ => true,
        }
}
