//! Nouns that tell events.

use super::helper_verb::HelperVerb;
use super::noun_head::NounHead;
use super::telling::Told;
use super::{Hit, Telling};
use crate::event::anchor::Anchor;
use crate::event::certainty::{self, Standing};
use crate::event::clause::SentenceView;
use crate::event::kind::EventKind;
use crate::event::kind_of::kind_of;
use crate::event::locate::Sites;
use crate::event::mention::Certainty;
use crate::event::need::meets;
use crate::event::rules::inflect::PARTICIPLE;
use crate::event::rules::{Cue, Trigger, TriggerKind, words};
use crate::event::trigger_clause::TriggerClause;
use crate::reason::Statement;
use std::ops::Range;

/// A noun that may tell an event: its length in tokens, and its trigger. *marché* is no *marche*.
pub(super) fn at(view: &SentenceView<'_>, at: usize) -> Option<(usize, Trigger)> {
    let (length, (trigger, accents)) =
        view.rules.nouns.at(view.tokens, at).filter(|_| !view.is(at, words::SITE_NAME))?;
    let trigger = view.rules.trigger(trigger)?;
    (words::accents(view.word(at)) <= accents).then_some((length, trigger))
}

/// The event that the noun tells, if the sentence does tell it.
pub(super) fn hit(
    view: &SentenceView<'_>,
    sites: &Sites,
    tokens: Range<usize>,
    trigger: Trigger,
    helpers: &[HelperVerb],
) -> Option<Hit> {
    if trigger.kind == TriggerKind::Nothing {
        return None;
    }
    let head = NounHead::new(view, tokens.start);
    let anchor = Anchor::of_noun(&tokens, trigger);
    let clause = TriggerClause { view, anchor };
    if is_gerund(view, &head) || !meets(clause, sites, trigger.needs) {
        return None;
    }
    let kind = kind_of(clause, trigger);
    if kind == EventKind::Agreement && is_topic_of_talks(view, &head) {
        return None;
    }
    let Verdict { certainty, why, how, definite } = judge(view, &tokens, kind, &head, helpers)?;
    Some(Hit { tokens, trigger, anchor, kind, certainty, why, definite, how })
}

/// Tokens between talks and what they are over.
const TOPIC: usize = 6;

/// *held talks over a local truce*: what is talked of is not agreed.
fn is_topic_of_talks(view: &SentenceView<'_>, head: &NounHead) -> bool {
    let talks = |at: usize| matches!(self::at(view, at), Some((_, trigger)) if trigger.kind == TriggerKind::Is(EventKind::Talks));
    head.follows(view, words::AT | words::WITH | words::TOWARDS)
        && (head.start.saturating_sub(TOPIC)..head.start).any(|at| talks(at) && view.crossing(at, head.start) <= 1)
}

/// *accused of shooting first*: a verb.
fn is_gerund(view: &SentenceView<'_>, head: &NounHead) -> bool {
    head.start == head.noun
        && view.folded(head.noun).ends_with("ing")
        && head.noun.checked_sub(1).is_some_and(|before| view.is(before, words::OF))
}

/// What the sentence makes of a noun's event.
struct Verdict {
    certainty: Certainty,
    why: Statement,
    how: Telling,
    definite: bool,
}

/// How sure the noun's event is, and how it is told; `None` where it is told in general.
fn judge(
    view: &SentenceView<'_>,
    tokens: &Range<usize>,
    kind: EventKind,
    head: &NounHead,
    helpers: &[HelperVerb],
) -> Option<Verdict> {
    let definite = head.definite;
    let unreal = |certainty, why| Some(Verdict { certainty, why, how: Telling::New, definite });
    if head.brink || followed_by_plan(view, tokens.end) {
        return unreal(Certainty::Planned, Statement::PlanThreatOrRisk);
    }
    let Standing::Certain(governed, governed_why) = certainty::of_noun(view, tokens.start) else { return None };
    if head.none {
        return unreal(Certainty::Denied, Statement::ThereWasNone);
    }
    let concluded = is_concluded(view, tokens.end);
    let told = if concluded { Told::known(view, tokens) } else { Told::new(view, tokens, head, helpers) };
    // "announced the withdrawal of its troops": it is still to come.
    if told.announced && matches!(kind, EventKind::Withdrawal | EventKind::Movement) {
        return unreal(Certainty::Planned, Statement::AnnouncedNotDone);
    }
    let Standing::Certain(own, own_why) = told.standing else { return None };
    let finite =
        told.how != Telling::Circumstance && own == Certainty::Reported && !concluded && !is_signed(view, tokens);
    if finite && certainty::has_unreal_verb(view, tokens.end) {
        return unreal(Certainty::Planned, Statement::VerbNoFact);
    }
    let (certainty, why) = if governed.is_plotted() { (own, own_why) } else { (governed, governed_why) };
    let how = if head.series { Telling::Part } else { told.how };
    Some(Verdict { certainty, why, how, definite: definite || told.how == Telling::Again })
}

/// Tokens from a participle to the day it was on.
const CONCLUDED: usize = 5;

/// *un cessez-le-feu conclu vendredi doit entrer en vigueur lundi*: what is to come of it is not whether it was.
fn is_concluded(view: &SentenceView<'_>, end: usize) -> bool {
    let at = end + usize::from(view.folded(end) == ",");
    let planned = view.cues.iter().any(|cue| cue.at == at);
    let mut day = at + 1..(at + CONCLUDED).min(view.tokens.len());
    view.is_form(at, PARTICIPLE)
        && !planned
        && day.any(|token| {
            view.is(token, words::TIMEX) && view.crossing(at, token) == 0 && !view.any(at + 1..token, words::TOWARDS)
        })
}

/// *l'accord signé à Djeddah prévoit une trêve*: where it was done is told, so it was done, whatever is to come of it.
fn is_signed(view: &SentenceView<'_>, tokens: &Range<usize>) -> bool {
    // "accord signé" may be one noun of the pack.
    let within = tokens.end.saturating_sub(1);
    let at = if tokens.len() > 1 && view.is_form(within, PARTICIPLE) { within } else { tokens.end };
    let planned = view.cues.iter().any(|cue| cue.at == at);
    let mut place = at + 1..(at + CONCLUDED).min(view.tokens.len());
    view.is_form(at, PARTICIPLE)
        && !planned
        && place.any(|token| {
            view.is(token, words::TOPONYM) && view.crossing(at, token) == 0 && view.any(at + 1..token, words::AT)
        })
}

/// *l'offensive prévue*, but not *le rassemblement interdit a été dispersé*: what was forbidden was held all the same.
fn followed_by_plan(view: &SentenceView<'_>, end: usize) -> bool {
    let held = |after: usize| {
        let fact = words::HAVE | words::BE;
        (after..after + 2).any(|at| view.is(at, fact) && !view.is(at, words::CONDITIONAL | words::FUTURE))
    };
    view.cues.iter().filter(|cue| cue.at == end).any(|cue| match cue.cue {
        Cue::Is(Certainty::Denied) => !held(cue.end),
        Cue::Is(certainty) => !certainty.is_plotted(),
        _ => false,
    })
}
