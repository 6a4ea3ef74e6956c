//! The kind that method, victims and actors make of a trigger.

use super::kind::EventKind;
use super::need::is_house_of;
use super::rules::{Need, PlaceRole, Trigger, TriggerKind, beginnings, words};
use super::trigger_clause::TriggerClause;

/// Nouns for those who are hit.
const VICTIMS: words::Classes = words::CIVILIAN | words::FIGHTER;

/// The kind that method, victims and actors make of an attack, a killing or a seizure.
pub(crate) fn kind_of(clause: TriggerClause<'_>, trigger: Trigger) -> EventKind {
    let verb = !clause.anchor.noun;
    match (trigger.kind, clause.method()) {
        // Planes shell nothing: what they bombard is hit from the air.
        (TriggerKind::Is(EventKind::Shelling), Some(EventKind::AirStrike)) if verb => EventKind::AirStrike,
        (TriggerKind::Is(EventKind::Displacement), _) if verb => who_left(clause, trigger),
        // "4.000 familles ont quitté les faubourgs"
        (TriggerKind::Is(EventKind::Withdrawal), _) if verb && civilians_leave(clause, trigger) => {
            EventKind::Displacement
        }
        // "women marched on the governor's office"
        (TriggerKind::Is(EventKind::Movement), _) if verb && of_civilians(clause) => EventKind::Protest,
        // "les séparatistes détiennent neuf enseignants": taken by those who are no authority.
        (TriggerKind::Is(EventKind::Arrest), _) if verb && taken_by_rebels(clause) => EventKind::Abduction,
        // "a mis la main sur quatre hommes", "captured 12 soldiers": people, no place.
        (TriggerKind::Is(EventKind::Capture), _) if takes_people(clause) => seizure(clause),
        // "25 trucks took the contingent to Bunia", "le convoi est entré dans la ville": what is driven takes nothing.
        (TriggerKind::Seizing | TriggerKind::Is(EventKind::Abduction | EventKind::Capture), _)
            if verb && is_driven(clause) =>
        {
            EventKind::Movement
        }
        // "a mine burned out a fuel tanker"
        (TriggerKind::Is(EventKind::AttackOnCivilians), Some(kind)) if verb => kind,
        (TriggerKind::Is(kind), _) => turned(clause, trigger.kind).unwrap_or(kind),
        (TriggerKind::Seizing, _) => seizure(clause),
        (_, Some(kind)) => kind,
        _ => by_victims(clause, trigger),
    }
}

/// Whether civilians gather at a building, or march on one.
fn of_civilians(clause: TriggerClause<'_>) -> bool {
    let TriggerClause { view, anchor } = clause;
    let subject = clause.subject(VICTIMS).filter(|&at| !fights(clause, at));
    let mut after = anchor.last + 1..(anchor.last + 6).min(view.tokens.len());
    subject.is_some() && clause.is_active() && after.any(|at| view.is(at, words::SITE) && !view.is(at, words::TOPONYM))
}

/// Whether the subject of an active verb is a vehicle or a convoy of them, and nobody: not *stopped a bus and took away nine*.
fn is_driven(clause: TriggerClause<'_>) -> bool {
    let TriggerClause { view, anchor } = clause;
    let own: Vec<usize> = clause.near_subject().filter(|&at| view.crossing(at, anchor.first) == 0).collect();
    let somebody = |&at: &usize| {
        (view.is(at, VICTIMS) && !view.is(at, words::VEHICLE)) || (view.is_verb(at) && !view.is(at, words::AUXILIARY))
    };
    clause.is_active() && !own.iter().any(somebody) && own.iter().any(|&at| view.is(at, words::VEHICLE))
}

/// Those who fight and leave are on the move or withdraw, prisoners break out; all others are displaced.
fn who_left(clause: TriggerClause<'_>, trigger: Trigger) -> EventKind {
    let TriggerClause { view, anchor } = clause;
    // "les talibans, chassés de la ville"
    if anchor.passive && clause.subject(VICTIMS).is_some_and(|at| fights(clause, at)) {
        return EventKind::Withdrawal;
    }
    if anchor.passive || trigger.needs & Need::People.bit() != 0 {
        return EventKind::Displacement;
    }
    match clause.subject(VICTIMS | words::PRISONER) {
        Some(at) if view.is(at, words::PRISONER) => EventKind::PrisonBreak,
        Some(at) if fights(clause, at) && anchor.role == PlaceRole::Into => EventKind::Movement,
        Some(at) if fights(clause, at) => EventKind::Withdrawal,
        _ => EventKind::Displacement,
    }
}

/// Whether a verb's object is people, named right after it.
fn takes_people(clause: TriggerClause<'_>) -> bool {
    let TriggerClause { view, anchor } = clause;
    let people = VICTIMS | words::PRISONER;
    let fills = words::DETERMINER | words::PLURAL | words::ADJECTIVE | words::INDEFINITE;
    let mut at = anchor.last + 1;
    // "a arraché au gang le terminal": from whom, not what.
    if view.is(at, words::AT | words::TOWARDS) {
        return false;
    }
    while at < anchor.last + 5 && (view.is(at, fills) || view.is_figure(at)) && !view.is(at, people) {
        at += 1;
    }
    let object =
        view.is(at, people) && !view.is(at, words::SITE) && !view.is(at + 1, words::OF) && !is_house_of(view, at);
    anchor.role == PlaceRole::Object && if anchor.passive { follows_people(clause) } else { object && !anchor.noun }
}

/// *34 worshippers seized from a mosque*: people right before a passive, its auxiliaries apart.
fn follows_people(clause: TriggerClause<'_>) -> bool {
    let view = clause.view;
    let people = |at| view.is(at, VICTIMS | words::PRISONER) && !view.is(at, words::PLACE_NOUN | words::TOPONYM);
    clause.right_before().is_some_and(people)
}

/// Whether civilians are who leaves a place.
fn civilians_leave(clause: TriggerClause<'_>, trigger: Trigger) -> bool {
    let who = clause.subject(VICTIMS | words::STATE | words::DELEGATE);
    let civilians = |at: usize| {
        clause.view.is(at, words::CIVILIAN) && !clause.view.is(at, words::FIGHTER | words::STATE | words::DELEGATE)
    };
    let leaves = matches!(trigger.place, PlaceRole::Object | PlaceRole::From);
    leaves && clause.is_active() && who.is_some_and(civilians)
}

/// The first of those that it is done to.
fn victim(clause: TriggerClause<'_>) -> Option<usize> {
    let TriggerClause { view, anchor } = clause;
    if anchor.passive {
        let mut before = anchor.first.saturating_sub(14)..anchor.first;
        return before.find(|&at| view.crossing(at, anchor.first) <= 1 && view.is(at, VICTIMS));
    }
    clause.near_object().find(|&at| view.is(at, VICTIMS))
}

/// Whether those that a killing names first are civilians.
pub(crate) fn civilians_hit(clause: TriggerClause<'_>) -> bool {
    let first = victim(clause).or_else(|| clause.subject(VICTIMS));
    first.is_some_and(|at| clause.view.is(at, words::CIVILIAN))
}

/// Whether a word is a noun for those who fight, and for nobody else.
fn fights(clause: TriggerClause<'_>, at: usize) -> bool {
    clause.view.is(at, words::FIGHTER) && !clause.view.is(at, words::CIVILIAN)
}

fn by_victims(clause: TriggerClause<'_>, trigger: Trigger) -> EventKind {
    // "ont péri": the dead are the subject.
    let died = |at: usize| fights(clause, at) && (!kills_somebody(clause) || clause.view.is(at, words::STATE));
    let fighters_died = || clause.subject(VICTIMS).is_some_and(died);
    match victim(clause) {
        Some(at) if clause.view.is(at, words::CIVILIAN) => EventKind::AttackOnCivilians,
        None if trigger.kind == TriggerKind::Killing && fighters_died() => EventKind::Clash,
        None if trigger.kind == TriggerKind::Killing => EventKind::AttackOnCivilians,
        _ => turned(clause, trigger.kind).unwrap_or(EventKind::Clash),
    }
}

/// *gunmen shot dead five*: the dead are the object, whoever they were.
fn kills_somebody(clause: TriggerClause<'_>) -> bool {
    let TriggerClause { view, anchor } = clause;
    let next = anchor.last + 1;
    clause.is_active() && (view.is_figure(next) || view.is(next, words::DETERMINER | words::PLURAL | words::INDEFINITE))
}

/// What the words of its clause make of a kind: a riot in a prison, clashes with protesters.
fn turned(clause: TriggerClause<'_>, kind: TriggerKind) -> Option<EventKind> {
    if !clause.view.may_have(beginnings::TURN) {
        return None;
    }
    let mut turns = clause.view.rules.turns.iter().filter(|(of, _)| *of == kind);
    turns.find_map(|(_, words)| clause.says(words, |_| true))
}

/// Whether those who take somebody fight, and are no authority.
fn taken_by_rebels(clause: TriggerClause<'_>) -> bool {
    taker(clause, VICTIMS | words::STATE | words::REBEL).is_some_and(|at| clause.view.is(at, words::REBEL))
}

/// Who takes somebody: the subject, or the agent of a passive.
fn taker(clause: TriggerClause<'_>, who: words::Classes) -> Option<usize> {
    let TriggerClause { view, anchor } = clause;
    if !anchor.passive {
        return clause.subject(who);
    }
    let mut after = anchor.last + 1..(anchor.last + 14).min(view.tokens.len());
    after.find(|&at| view.is(at, words::BY)).and_then(|by| (by + 1..by + 6).find(|&at| view.is(at, who)))
}

/// Those in power arrest; a fighter or a suspect that nobody is said to have taken was arrested.
fn seizure(clause: TriggerClause<'_>) -> EventKind {
    let TriggerClause { view, anchor } = clause;
    let mut before = anchor.first.saturating_sub(16)..anchor.first;
    let arrests = taker(clause, VICTIMS | words::STATE).map_or_else(
        || before.rfind(|&at| view.is(at, VICTIMS)).is_some_and(|at| view.is(at, words::FIGHTER)),
        |at| view.is(at, words::STATE),
    );
    if arrests { EventKind::Arrest } else { EventKind::Abduction }
}
