//! The one who died that no figure counts: *the driver was killed*, *le conducteur et son aide sont morts*.

use super::Toll;
use crate::event::claim::ClaimKind;
use crate::event::clause::SentenceView;
use crate::event::figure::Figure;
use crate::event::people::names_person;
use crate::event::rules::words;
use crate::event::toll_word::TollWord;
use std::ops::Range;

/// Tokens of the noun phrase for somebody.
const NOUN: usize = 6;

/// Tokens up to somebody who was with them.
const WITH: usize = 8;

/// The tolls of somebody who died or was hurt alone, where the sentence counts no others.
pub(super) fn find(view: &SentenceView<'_>, words: &[TollWord], tolls: &[Toll]) -> Vec<Toll> {
    let losses = [ClaimKind::Killed, ClaimKind::Wounded].into_iter();
    let uncounted = losses.filter(|&what| !tolls.iter().any(|toll| toll.what == what));
    let befell = |what: ClaimKind| {
        let told = words
            .iter()
            .filter(move |word| word.what == what && !word.noun && word.counts_before && !word.role.is_of_people());
        told.into_iter().find_map(|word| {
            let someone = subject(view, word.at)?;
            Some(Toll { figure: count(view, &someone), what, whom: Some(someone), word: word.at })
        })
    };
    uncounted.filter_map(befell).collect()
}

/// The figure of one, or of two: *the driver and his mate*.
pub(super) fn count(view: &SentenceView<'_>, someone: &Range<usize>) -> Figure {
    let count = 1 + u32::from(has_companion(view, someone));
    Figure { tokens: someone.clone(), low: count, high: Some(count), part: false, former: false }
}

/// The noun phrase for one person that a verb is done to, right behind it: *abducted the headmaster of a school*.
pub(super) fn object(view: &SentenceView<'_>, start: usize) -> Option<Range<usize>> {
    let ends = |at: usize| {
        view.is_mark(at) && !matches!(view.folded(at), "'" | "-")
            || view
                .is(at, words::OF | words::AT | words::FROM | words::TIMEX | words::AND | words::NEAR | words::RELATIVE)
    };
    // "ont enlevé lundi à Gao le maire"
    let aside = |at: &usize| {
        view.is(*at, words::TIMEX | words::TOPONYM) || view.is(*at, words::AT) && view.is(*at + 1, words::TOPONYM)
    };
    let start = start + (start..view.tokens.len()).take_while(aside).count();
    let stop = (start + 1..view.tokens.len().min(start + NOUN)).find(|&at| ends(at))?;
    // "the head nurse of the clinic and his driver"
    let goes_on = (stop..view.tokens.len().min(stop + WITH)).take_while(|&at| !view.is_mark(at));
    let with = goes_on.into_iter().find(|&at| view.is(at, words::AND));
    let joined = with == Some(stop) && !view.is(stop + 1, words::POSSESSIVE);
    let companion = with.filter(|&at| view.is(at + 1, words::POSSESSIVE));
    let end = companion.map_or(stop, |at| at + 3);
    (opens(view, start) && !joined).then_some(start..end)
}

/// The noun phrase for one person that a verb is said of.
pub(super) fn subject(view: &SentenceView<'_>, verb: usize) -> Option<Range<usize>> {
    let skipped = words::HAVE | words::BE | words::ADVERB | words::TIMEX | words::REFLEXIVE;
    let mut end = verb;
    while end > 0 && view.is(end - 1, skipped) && !view.is(end - 1, words::CIVILIAN | words::FIGHTER) {
        end -= 1;
    }
    let breaks = |at: usize| {
        view.is_mark(at) && view.folded(at) != "'" || view.is(at, words::RELATIVE | words::BY | words::HAVE | words::BE)
    };
    let start =
        (end.saturating_sub(NOUN)..end).rev().take_while(|&at| !breaks(at)).filter(|&at| opens(view, at)).last()?;
    let many =
        |at: usize| at > start && (view.is(at, words::PLURAL) || view.is_figure(at) && !view.is(at, words::DETERMINER));
    let alone = start == 0 || !view.is(start - 1, words::OF | words::AND | words::BY | words::WITH | words::AT);
    (end < verb && alone && !(start..end).any(many)).then_some(start..end)
}

/// Whether one person is named from a determiner on.
fn opens(view: &SentenceView<'_>, at: usize) -> bool {
    let one = view.is(at, words::DETERMINER) && !view.is(at, words::PLURAL);
    let noun = if view.folded(at + 1) == "'" { at + 2 } else { at + 1 };
    let person = view.is(noun, words::CIVILIAN | words::FIGHTER | words::DELEGATE) || names_person(view, noun);
    let many = words::PLACE_NOUN | words::SITE | words::COLLECTIVE | words::VEHICLE;
    one && person && !view.folded(noun).ends_with(['s', 'x']) && !view.is(noun, many) && !view.is(noun + 1, many)
}

/// *the driver and his mate*
fn has_companion(view: &SentenceView<'_>, someone: &Range<usize>) -> bool {
    let joins = |at: usize| view.is(at, words::AND) && view.is(at + 1, words::POSSESSIVE);
    someone.clone().any(|at| joins(at) && at + 3 == someone.end && !view.folded(at + 2).ends_with(['s', 'x']))
}
