//! [`CueAt`]: a word that says how certain what follows is.

use super::SentenceView;
use crate::event::rules::{Cue, VerbUse, beginnings, words};
use crate::language::LetterCase;

/// A word, or several, that says how certain what follows is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CueAt {
    pub(crate) at: usize,
    pub(crate) end: usize,
    pub(crate) cue: Cue,
}

/// Cue phrases and cue verbs of a sentence whose verbs are read, in order.
pub(super) fn find(view: &SentenceView<'_>) -> Vec<CueAt> {
    let free = |at: &usize| view.may_begin(*at, beginnings::CUE) && !view.is(*at, words::TOPONYM | words::TIMEX);
    let mut cues: Vec<CueAt> = (0..view.tokens.len()).filter(free).filter_map(|at| cue_at(view, at)).collect();
    // An attack that cost lives was fought, though it be called foiled; any other was none.
    let losses = || (0..view.tokens.len()).any(|at| view.rules.tolls.at(view.tokens, at).is_some());
    if cues.iter().any(|cue| cue.cue == Cue::Foiled) && losses() {
        cues.retain(|cue| cue.cue != Cue::Foiled);
    }
    cues
}

fn cue_at(view: &SentenceView<'_>, at: usize) -> Option<CueAt> {
    if let Some((length, cue)) = view.rules.cues.at(view.tokens, at) {
        return Some(CueAt { at, end: at + length, cue });
    }
    if !view.is_verb(at) {
        return None;
    }
    // "the World Food Programme": part of a name.
    let named =
        at > 0 && view.tokens.get(at).is_some_and(|token| token.case == LetterCase::Capital) && !view.is_mark(at - 1);
    view.verbs_at(at).filter(|_| !named).find_map(|reading| {
        let reflexive = !reading.verb.reflexive || view.any(at.saturating_sub(3)..at, words::REFLEXIVE);
        match reading.usage() {
            VerbUse::Cue(cue) if reflexive => Some(CueAt { at, end: reading.end, cue }),
            _ => None,
        }
    })
}
