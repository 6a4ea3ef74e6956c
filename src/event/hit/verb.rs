//! Verbs that tell events.

use super::incomplete::{is_of_counted, told_without};
use super::{Hit, Telling};
use crate::event::anchor::Anchor;
use crate::event::certainty::{self, Standing};
use crate::event::clause::{CueAt, SentenceView, VerbReading};
use crate::event::kind::EventKind;
use crate::event::kind_of::kind_of;
use crate::event::locate::Sites;
use crate::event::need::meets;
use crate::event::rules::{Cue, PlaceRole, Trigger, TriggerKind, VerbUse, words};
use crate::event::trigger_clause::TriggerClause;
use crate::event::verb_group::{Mood, VerbGroup};

/// The event that the verb at a token tells: by the reading with the most further words.
pub(super) fn hit(view: &SentenceView<'_>, sites: &Sites, at: usize) -> Option<Hit> {
    let mut best: Option<(usize, Hit)> = None;
    let mut quiet = 0;
    for reading in view.verbs_at(at) {
        let Some(hit) = told_by(view, sites, at, &reading) else { continue };
        if hit.trigger.kind == TriggerKind::Nothing {
            quiet = quiet.max(reading.end);
            continue;
        }
        if best.as_ref().is_none_or(|(end, _)| reading.end > *end) {
            best = Some((reading.end, hit));
        }
    }
    best.filter(|(end, _)| *end > quiet).map(|(_, hit)| hit)
}

fn told_by(view: &SentenceView<'_>, sites: &Sites, at: usize, reading: &VerbReading<'_>) -> Option<Hit> {
    let trigger = reading.trigger(view.rules)?;
    let group = VerbGroup::new(view, at, reading)?;
    // "les délégués réunis à Doha": participles leave the pronoun out. Not "Revue de presse", "la prise".
    let bare = group.mood == Mood::BareParticiple;
    let follows_noun =
        at.checked_sub(1).is_some_and(|before| !view.is(before, words::DETERMINER) && !view.is_mark(before));
    let reflexive = reading.verb.reflexive == group.reflexive || group.fronted || bare && follows_noun;
    if !reflexive
        || is_noun(view, at, &group)
        || tells_no_move(view, at, trigger, &group)
        || goes_on(view, at, trigger, &group)
        || is_of_plan(view, &group)
        || only_counts(view, at, trigger)
    {
        return None;
    }
    // Between a verb and its further words may stand the place that it asks for.
    let tokens = reading.verb.words_before_object().map_or(at..reading.end, |words| at..at + 1 + words);
    let anchor = Anchor::of_verb(&tokens, trigger, &group);
    let clause = TriggerClause { view, anchor };
    let kind = if meets(clause, sites, trigger.needs) {
        if is_attempt(view, at, trigger) { EventKind::Clash } else { kind_of(clause, trigger) }
    } else {
        told_without(clause, sites, trigger)?
    };
    let dated = bare && (dated_after(view, at) || is_of_counted(clause, trigger));
    let standing = if dated { certainty::of_noun(view, at) } else { certainty::of_verb(view, &group) };
    let Standing::Certain(certainty, why) = standing else { return None };
    let known = dated || certainty::in_background(view, at);
    Some(Hit {
        tokens,
        trigger,
        anchor,
        kind,
        certainty,
        why,
        definite: false,
        how: if known { Telling::Known } else { Telling::New },
    })
}

/// Tokens between words of trying and what was tried.
const TRIED: usize = 3;

/// *had attempted to overrun the garrison*: it was fought over, not taken.
fn is_attempt(view: &SentenceView<'_>, at: usize, trigger: Trigger) -> bool {
    let tried = |cue: &CueAt| cue.cue == Cue::Attempted && cue.end <= at && at - cue.end <= TRIED;
    trigger.kind == TriggerKind::Is(EventKind::Capture) && view.cues.iter().any(tried)
}

/// *Les combats ont repris jeudi sur les hauteurs*: what takes places takes nothing without an object, where the verb also says
/// that something goes on.
fn goes_on(view: &SentenceView<'_>, at: usize, trigger: Trigger, group: &VerbGroup) -> bool {
    // "les ont repris", "que l'armée a repris": not "les hostilités ont repris".
    let taken_up = view.any(group.start.saturating_sub(1)..at, words::IT | words::THEM)
        || view.any(group.start.saturating_sub(4)..group.start, words::THAT | words::WHICH);
    let occurs = || view.verbs_at(at).any(|reading| matches!(reading.usage(), VerbUse::Occur));
    // "ont repris en août le port": a day says nothing of what was taken up.
    let of_day = |token: usize| {
        view.is(token, words::TIMEX | words::ADVERB) || view.is(token, words::AT) && view.is(token + 1, words::TIMEX)
    };
    let next = (at + 1..view.tokens.len()).find(|&token| !of_day(token));
    trigger.kind == TriggerKind::Is(EventKind::Capture)
        && trigger.place == PlaceRole::Object
        && !group.passive
        && occurs()
        && !taken_up
        && next.is_none_or(|token| view.is(token, words::AT | words::TOWARDS) || view.is_mark(token))
}

/// *OCHA en retient 4 150*: a verb of holding people says how many are counted of those told of before.
fn only_counts(view: &SentenceView<'_>, at: usize, trigger: Trigger) -> bool {
    trigger.kind == TriggerKind::Seizing && view.counts_of_them(at) && view.is_number(at + 1)
}

/// Tokens before a passive that its subject is looked for among.
const SUBJECT: usize = 8;

/// *Le projet d'évacuer la ville a été abandonné*: what was done to a plan was done to nothing else.
fn is_of_plan(view: &SentenceView<'_>, group: &VerbGroup) -> bool {
    let mut subject = group.start.saturating_sub(SUBJECT)..group.start;
    let other = |at: usize| {
        view.is(at, words::FIGHTER | words::CIVILIAN | words::AND) || view.is_mark(at) && view.folded(at) != "'"
    };
    let plan = subject.find(|&at| view.is(at, words::BRINK) && view.crossing(at, group.start) <= 1);
    group.passive && plan.is_some_and(|plan| !(plan..group.start).any(other))
}

/// *left 23 people dead*: what an event leaves is its toll. *By retreating fighters*: a gerund that is an adjective.
fn tells_no_move(view: &SentenceView<'_>, at: usize, trigger: Trigger, group: &VerbGroup) -> bool {
    use EventKind::{Displacement, Movement, Surrender, Withdrawal};
    let TriggerKind::Is(Displacement | Movement | Surrender | Withdrawal) = trigger.kind else { return false };
    let people = words::FIGHTER | words::CIVILIAN;
    let beside = group.mood == Mood::Gerund
        && view.is(at + 1, people)
        && at
            .checked_sub(1)
            .is_some_and(|before| view.is(before, words::BY | words::AT | words::OF | words::DETERMINER));
    let reach = at + 1..(at + 8).min(view.tokens.len());
    let leaves = trigger.place == PlaceRole::Object
        && !group.passive
        && reach.clone().any(|at| view.is_figure(at))
        && reach.clone().any(|toll| view.rules.tolls.at(view.tokens, toll).is_some() && view.crossing(at, toll) == 0);
    beside || leaves
}

/// *the town taken by the rebels in 2012*: a day of its own after the participle, before any other verb.
fn dated_after(view: &SentenceView<'_>, at: usize) -> bool {
    let verb = words::AUXILIARY | words::REFLEXIVE;
    let is_noun = at.checked_sub(1).is_none_or(|before| view.is(before, words::DETERMINER));
    let mut after = (at + 1..(at + 10).min(view.tokens.len())).take_while(|&token| !view.is(token, verb));
    // "held since Saturday": the word also opens clauses.
    let since = |token: usize| token <= at + 2 && view.is(token - 1, words::SINCE);
    !is_noun && after.any(|token| view.is(token, words::TIMEX) && (view.crossing(at, token) == 0 || since(token)))
}

/// *rebels attack on …*: a noun that has a verb's letters, unless what follows can only be an object.
fn is_noun(view: &SentenceView<'_>, at: usize, group: &VerbGroup) -> bool {
    // "the October 12 meeting of donors": with nothing after it that it could be done to.
    let gerund = group.mood == Mood::Gerund
        && at.checked_sub(1).is_some_and(|before| {
            view.is(before, words::DETERMINER | words::ADJECTIVE | words::TIMEX | words::TOPONYM)
                || view.is_figure(before)
        });
    let alone = group.start == at && (group.mood == Mood::Indicative || gerund);
    alone
        && view.rules.nouns.at(view.tokens, at).is_some()
        && !(view.is(at + 1, words::DETERMINER | words::TOPONYM | words::CIVILIAN | words::FIGHTER | words::PLACE_NOUN)
            || view.is_figure(at + 1))
}
