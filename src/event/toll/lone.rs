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

/// The toll of somebody who died alone, where the sentence counts no dead.
pub(super) fn find(view: &SentenceView<'_>, words: &[TollWord], tolls: &[Toll]) -> Option<Toll> {
    if tolls.iter().any(|toll| toll.what == ClaimKind::Killed) {
        return None;
    }
    let died = |word: &&TollWord| word.what == ClaimKind::Killed && !word.noun && word.counts_before;
    words.iter().filter(died).find_map(|word| {
        let someone = subject(view, word.at)?;
        let count = 1 + u32::from(has_companion(view, &someone));
        let figure = Figure { tokens: someone.clone(), low: count, high: Some(count), part: false, former: false };
        Some(Toll { figure, what: ClaimKind::Killed, whom: Some(someone), word: word.at })
    })
}

/// The noun phrase for one person that a verb is said of.
fn subject(view: &SentenceView<'_>, verb: usize) -> Option<Range<usize>> {
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
    one && person && !view.folded(noun).ends_with(['s', 'x']) && !view.is(noun, words::PLACE_NOUN | words::SITE)
}

/// *the driver and his mate*
fn has_companion(view: &SentenceView<'_>, someone: &Range<usize>) -> bool {
    let joins = |at: usize| view.is(at, words::AND) && view.is(at + 1, words::POSSESSIVE);
    someone.clone().any(|at| joins(at) && at + 3 == someone.end && !view.folded(at + 2).ends_with(['s', 'x']))
}
