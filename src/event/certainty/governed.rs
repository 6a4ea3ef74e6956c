//! [`Governed`]: what the words around a trigger make of it.

use super::Standing;
use super::cue_reach::{complement_gap, reaches};
use super::setting::{has_day, in_background, in_condition, in_question, is_unconfirmed};
use super::unreal::is_to_come;
use crate::event::clause::{CueAt, SentenceView};
use crate::event::mention::Certainty;
use crate::event::rules::{Cue, words};
use crate::reason::Statement;

/// What the words around a trigger make of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Governed {
    pub(super) standing: Option<Standing>,
    /// Whether they say that it was done, though its verb be an infinitive.
    pub(super) achieved: bool,
}

impl Governed {
    /// Of a trigger at `at` whose verb group, if any, begins at `start` and is `finite`.
    pub(super) fn new(view: &SentenceView<'_>, start: usize, at: usize, finite: bool) -> Self {
        let mut governed = Self { standing: by_sentence(view, at), achieved: false };
        if finite && governed.standing.is_none() && is_unconfirmed(view, start) {
            governed.standing = Some(Standing::hypothetical(Statement::WordsBefore));
        }
        if governed.standing.is_some() {
            return governed;
        }
        for cue in view.cues.iter().rev().filter(|cue| cue.at != at && reaches(view, cue, start, finite)) {
            match cue.cue {
                Cue::Is(Certainty::Denied) if is_not_denied(view, cue, start) => {}
                Cue::Is(certainty) => governed.standing = Some(Standing::Certain(certainty, Statement::WordsBefore)),
                Cue::Achieved | Cue::Attempted => {
                    governed.standing = not_achieved(view, cue);
                    governed.achieved |=
                        governed.standing.is_none() && complement_gap(view, cue.end..start) <= ACHIEVED;
                }
                Cue::Habitual | Cue::Foiled | Cue::Debunked => {}
            }
            if governed.standing.is_some() {
                break;
            }
        }
        governed
    }
}

/// *does not deny that*: what nobody denies is told.
fn is_not_denied(view: &SentenceView<'_>, cue: &CueAt, start: usize) -> bool {
    let no = words::NEGATION | words::NONE | words::NOTHING;
    view.is_verb(cue.at)
        && view.any(cue.at.saturating_sub(3)..cue.at, no)
        && view.any(cue.end.saturating_sub(1)..start, words::THAT)
}

/// Tokens between a verb of managing and what was managed, less those that say where and when.
const ACHIEVED: usize = 6;

/// *did not manage to*, *finira par négocier*: what a verb of managing says was not done.
fn not_achieved(view: &SentenceView<'_>, cue: &CueAt) -> Option<Standing> {
    // "n'ont pas hésité à": it has the negation within.
    let within = view.is(cue.at, words::NEGATION);
    if !within && view.any(cue.at.saturating_sub(4)..cue.at, words::NEGATION) {
        return Some(Standing::denied(Statement::NotManaged));
    }
    is_to_come(view, cue.at).then(|| Standing::planned(Statement::Future))
}

/// What holds for a trigger by its place in the sentence, whatever its own verb says.
fn by_sentence(view: &SentenceView<'_>, at: usize) -> Option<Standing> {
    let has =
        |cue: Cue, reach: u16| view.cues.iter().any(|other| other.cue == cue && view.crossing(other.at, at) <= reach);
    if in_condition(view, at) {
        return Some(Standing::hypothetical(Statement::Condition));
    }
    if in_question(view, at) {
        return Some(Standing::hypothetical(Statement::Question));
    }
    // "in the past two days" is a time of its own.
    let timed = |cue: &CueAt| view.is(cue.end.saturating_sub(1), words::TIMEX) && view.is(cue.end, words::TIMEX);
    let habitual = |cue: &CueAt| cue.cue == Cue::Habitual && !timed(cue) && view.crossing(cue.at, at) <= 3;
    if view.cues.iter().any(habitual) || (in_background(view, at) && !has_day(view, at)) {
        return Some(Standing::Passing);
    }
    // "an attempt to spring an inmate was thwarted", "police foiled an attack"
    if has(Cue::Foiled, 1) {
        return Some(Standing::denied(Statement::Foiled));
    }
    let debunked = |cue: &CueAt| cue.cue == Cue::Debunked && cue.at > at && view.crossing(at, cue.at) <= 4;
    if view.cues.iter().any(debunked) {
        return Some(Standing::denied(Statement::SaidNotSo));
    }
    denied_after(view, at).then(|| Standing::denied(Statement::DeniedInSentence))
}

/// *…, ce que Kyiv a démenti*, *…, which Kyiv denied*
fn denied_after(view: &SentenceView<'_>, at: usize) -> bool {
    let mut denials = view.cues.iter().filter(|cue| cue.at > at && cue.cue == Cue::Is(Certainty::Denied));
    denials.any(|cue| {
        let mut before = (cue.at.saturating_sub(6)..cue.at).rev();
        before.find(|&token| view.is(token, words::THAT | words::RELATIVE)).is_some_and(|token| {
            let last = token.saturating_sub(1);
            token > at
                && (view.is(last, words::DETERMINER) || view.folded(last) == ",")
                && view.crossing(at, token) <= 3
        })
    })
}
