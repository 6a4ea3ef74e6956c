//! How sure a report is that something happened, from the mood of the verb and the words that govern it.

mod cue_reach;
mod governed;
mod setting;
mod unreal;

use super::clause::SentenceView;
use super::mention::Certainty;
use super::rules::{VerbUse, words};
use super::verb_group::{Mood, VerbGroup};
use crate::reason::Statement;
use governed::Governed;
pub(crate) use setting::in_background;
pub(crate) use unreal::has_unreal_verb;

/// What the report says of one trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// So certain, and why.
    Certain(Certainty, Statement),
    /// Told in general or in passing: no event.
    Passing,
}

impl Standing {
    const fn reported(why: Statement) -> Self {
        Self::Certain(Certainty::Reported, why)
    }

    const fn claimed(why: Statement) -> Self {
        Self::Certain(Certainty::Claimed, why)
    }

    const fn planned(why: Statement) -> Self {
        Self::Certain(Certainty::Planned, why)
    }

    const fn hypothetical(why: Statement) -> Self {
        Self::Certain(Certainty::Hypothetical, why)
    }

    const fn denied(why: Statement) -> Self {
        Self::Certain(Certainty::Denied, why)
    }

    /// Whether it leaves something told as a fact, by the report or by somebody.
    fn is_plotted(self) -> bool {
        matches!(self, Self::Certain(certainty, _) if certainty.is_plotted())
    }
}

/// The standing of a verb.
pub(crate) fn of_verb(view: &SentenceView<'_>, group: &VerbGroup) -> Standing {
    if group.mood == Mood::BareParticiple && !is_note(view, group) {
        return Standing::Passing;
    }
    let finite = matches!(group.mood, Mood::Indicative | Mood::PressConditional);
    let governed = Governed::new(view, group.start, group.at, finite);
    if let Some(standing) = governed.standing.filter(|standing| !standing.is_plotted()) {
        return standing;
    }
    if group.negated {
        return Standing::denied(Statement::VerbNegated);
    }
    if is_of_nobody(view, group.start) {
        return Standing::denied(Statement::NobodyIsSubject);
    }
    match (by_mood(view, group, governed.achieved), governed.standing) {
        (Standing::Certain(Certainty::Reported, _), Some(claimed)) => claimed,
        (own, _) => own,
    }
}

/// The standing of a noun that no verb makes less certain.
pub(crate) fn of_noun(view: &SentenceView<'_>, at: usize) -> Standing {
    Governed::new(view, at, at, false).standing.unwrap_or_else(|| unreal::of_main_clause(view, at))
}

/// *Nobody was hurt*, *Not one of our comrades has surrendered*
fn is_of_nobody(view: &SentenceView<'_>, start: usize) -> bool {
    let not_one = |at: usize| {
        view.is(at, words::NEGATION)
            && (view.rules.numbers.at(view.tokens, at + 1).is_some() || view.is(at + 1, words::INDEFINITE))
    };
    let mut before = start.saturating_sub(8)..start;
    before.any(|at| (view.is(at, words::NONE) || not_one(at)) && view.crossing(at, start) == 0)
}

/// What a verb's own mood says; `achieved` is whether the words before it say that it was done.
fn by_mood(view: &SentenceView<'_>, group: &VerbGroup, achieved: bool) -> Standing {
    match group.mood {
        // "would see the army withdraw": the letters of a present, under another verb.
        Mood::Indicative if group.start == group.at => unreal::under_modal(view, group.at),
        Mood::Indicative => Standing::reported(Statement::ToldAsFact),
        Mood::PressConditional if !view.rules.press_conditional || setting::opens_as_condition(view) => {
            Standing::hypothetical(Statement::WhatWouldHaveBeen)
        }
        Mood::PressConditional => Standing::claimed(Statement::PressConditional),
        Mood::Conditional => Standing::hypothetical(Statement::Conditional),
        Mood::Future => Standing::planned(Statement::Future),
        Mood::Modal => Standing::hypothetical(Statement::Modal),
        Mood::Infinitive if achieved => Standing::reported(Statement::Managed),
        Mood::Infinitive if setting::is_ranked(view, group.start) => unreal::of_main_clause(view, group.start),
        Mood::Infinitive if is_said(view, group.start) => Standing::claimed(Statement::SaidToDo),
        Mood::Infinitive => Standing::planned(Statement::InfinitiveNotDone),
        Mood::PastInfinitive => Standing::claimed(Statement::SaidToHaveDone),
        Mood::Gerund => unreal::of_main_clause(view, group.start),
        Mood::BareParticiple => Standing::reported(Statement::Note),
    }
}

/// *affirme contrôler*: an infinitive right after a verb of saying.
fn is_said(view: &SentenceView<'_>, start: usize) -> bool {
    let before = (0..start).rev().find(|&at| !view.is(at, words::ADVERB | words::TIMEX));
    before.is_some_and(|at| {
        view.verbs_at(at).any(|reading| reading.usage() == VerbUse::Speech && reading.verb.is_single())
    })
}

/// Tokens that a note of one participle may have.
const NOTE: usize = 24;

/// *Overrun before sunrise.*, *Nine labourers led away at gunpoint.*: a participle in a sentence that has no other verb.
fn is_note(view: &SentenceView<'_>, group: &VerbGroup) -> bool {
    let mut before = (0..group.at).filter(|&at| !view.is(at, words::TOPONYM | words::TIMEX));
    view.tokens.len() <= NOTE && !view.any(0..view.tokens.len(), words::AUXILIARY) && !before.any(|at| view.is_verb(at))
}
