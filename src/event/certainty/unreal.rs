//! Verbs that tell no fact: in the future, the conditional, under a modal.

use super::Standing;
use crate::event::clause::SentenceView;
use crate::event::rules::inflect::{CONDITIONAL, FUTURE, INFINITIVE, PAST};
use crate::event::rules::{Cue, words};
use crate::language::LetterCase;
use crate::reason::Statement;

/// Whether the first verb after a noun is in the future, the conditional or under a modal.
pub(crate) fn has_unreal_verb(view: &SentenceView<'_>, end: usize) -> bool {
    for at in end..view.tokens.len().min(end + 14) {
        if view.crossing(end.saturating_sub(1), at) > 0 {
            return false;
        }
        let to_come = view.is(at, words::BE) && view.is(at + 1, words::INFINITIVE) && !view.is(at + 1, words::BE);
        if view.is(at, words::FUTURE | words::MODAL) || to_come || is_unreal_form(view, at) {
            return true;
        }
        let undone = |at: usize| {
            view.cues.iter().any(|cue| cue.at == at && matches!(cue.cue, Cue::Is(certainty) if !certainty.is_plotted()))
        };
        // "the march was banned", "reports of a massacre were fabricated"
        let is_helper = view.is(at, words::HAVE | words::BE);
        // But "was completed without incident": its own verb comes first.
        let helped = || (at + 1..at + 4).find(|&after| undone(after) || view.is_verb(after)).is_some_and(undone);
        if view.is(at, words::CONDITIONAL) || (at > end && undone(at)) || (is_helper && helped()) {
            return true;
        }
        if is_helper || view.is_form(at, PAST) {
            return false;
        }
    }
    false
}

/// A verb that the pack need not know, by its ending: *s'ouvriront*.
fn is_unreal_form(view: &SentenceView<'_>, at: usize) -> bool {
    // Accents tell *libérerait* from *libérait*.
    let word = view.word(at);
    let lower = view.tokens.get(at).is_some_and(|token| token.case == LetterCase::Lower);
    lower && word.len() > 5 && view.rules.unreal_endings.end(word)
}

/// Whether the verb at a token is in the future or the conditional, or under a modal.
pub(super) fn is_to_come(view: &SentenceView<'_>, at: usize) -> bool {
    let to_come = FUTURE | CONDITIONAL;
    let form = view.verbs_at(at).any(|reading| reading.is_form(to_come) && !reading.is_form(!to_come));
    let helper = words::FUTURE | words::CONDITIONAL | words::MODAL;
    form || (at.saturating_sub(2)..at)
        .any(|before| view.is(before, helper) && !view.is(before, words::HAVE | words::BE))
}

/// Whether a modal of the same clause rules a verb that has no auxiliary of its own.
pub(super) fn under_modal(view: &SentenceView<'_>, at: usize) -> Standing {
    let modal = (at.saturating_sub(7)..at)
        .rev()
        .take_while(|&token| view.crossing(token, at) == 0)
        .find(|&token| view.is(token, words::CONDITIONAL | words::MODAL) && !view.is(token, words::HAVE));
    match modal {
        Some(_) if view.is_form(at, INFINITIVE) => Standing::hypothetical(Statement::Modal),
        _ => Standing::reported(Statement::ToldAsFact),
    }
}

/// Whether the verb that a gerund or a noun leans on is itself not told as a fact.
pub(super) fn of_main_clause(view: &SentenceView<'_>, at: usize) -> Standing {
    let from = at.saturating_sub(25);
    let helper = words::CONDITIONAL | words::FUTURE | words::MODAL;
    let unreal = (from..at).rev().any(|token| match view.crossing(token, at) {
        0 => view.is(token, helper) || is_unreal_form(view, token),
        1 => view.is(token, helper),
        _ => false,
    });
    if unreal { Standing::hypothetical(Statement::MainClauseNoFact) } else { Standing::reported(Statement::ToldAsFact) }
}
