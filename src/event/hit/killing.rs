//! Killings that are told together with the event they were part of: *21 were killed in an assault*.

use super::{Hit, Telling};
use crate::event::attach::is_circumstance;
use crate::event::clause::SentenceView;
use crate::event::kind::{EventKind, Family};
use crate::event::kind_of::civilians_hit;
use crate::event::rules::{PlaceRole, TriggerKind, words};
use crate::event::trigger_clause::TriggerClause;

/// Makes one hit of a killing and the other event of its clause, which it may make news, or an attack on civilians.
pub(super) fn join(view: &SentenceView<'_>, hits: &mut Vec<Hit>) {
    let told = || hits.iter().filter(|hit| is_killing(hit) && hit.certainty.is_plotted());
    let of_civilians: Vec<usize> = told()
        .filter(|hit| civilians_hit(TriggerClause { view, anchor: hit.anchor }))
        .map(|hit| hit.tokens.start)
        .collect();
    let told: Vec<usize> = told().map(|hit| hit.tokens.start).collect();
    for hit in hits.iter_mut() {
        let start = hit.tokens.start;
        let kills = |killings: &[usize]| killings.iter().any(|&at| same_telling(view, start, at));
        let then_kills = || of_civilians.iter().any(|&at| at > start && same_telling(view, start, at));
        if enters(view, hit) && then_kills() {
            hit.kind = EventKind::AttackOnCivilians;
        }
        if !is_violent(hit) {
            continue;
        }
        // "17 were killed in an ambush": the killing tells the ambush.
        if kills(&told) {
            hit.how = Telling::New;
        }
        if is_by_victims(hit) && kills(&of_civilians) {
            hit.kind = EventKind::AttackOnCivilians;
        }
    }
    let joined: Vec<bool> = hits.iter().map(|hit| is_killing(hit) && is_of_another(view, hit, hits)).collect();
    let mut joined = joined.into_iter();
    hits.retain(|_| !joined.next().unwrap_or_default());
}

fn is_killing(hit: &Hit) -> bool {
    hit.trigger.kind == TriggerKind::Killing
}

/// Whether it is an event that may kill, and no bare killing.
fn is_violent(hit: &Hit) -> bool {
    !is_killing(hit) && hit.kind.is_violent()
}

/// *burst into a quarter of the town, killing twelve*: an attack, not a capture.
fn enters(view: &SentenceView<'_>, hit: &Hit) -> bool {
    let site = || {
        let mut after = hit.tokens.end..(hit.tokens.end + 4).min(view.tokens.len());
        let first = after.find(|&at| view.is(at, words::PLACE_NOUN | words::TOPONYM));
        first.is_some_and(|at| view.is(at, words::SITE) && !view.is(at, words::TOPONYM))
    };
    hit.trigger.kind == TriggerKind::Is(EventKind::Capture)
        && !hit.anchor.noun
        && (hit.trigger.place == PlaceRole::Into || site())
}

/// *20 civilians lost their lives in two attacks*: whom it killed is whom it was on.
fn is_by_victims(hit: &Hit) -> bool {
    let raid = hit.trigger.kind == TriggerKind::Is(EventKind::Clash) && hit.trigger.place == PlaceRole::Object;
    hit.kind == EventKind::Clash && (hit.trigger.kind == TriggerKind::Attack || raid && !hit.anchor.noun)
}

/// Whether a killing is that of another event of its sentence.
fn is_of_another(view: &SentenceView<'_>, killing: &Hit, hits: &[Hit]) -> bool {
    let at = killing.tokens.start;
    let means =
        |other: &Hit| other.kind.family() == Family::RemoteViolence && is_circumstance(view, at, other.tokens.start);
    hits.iter().filter(|other| is_violent(other)).any(|other| {
        other.certainty.is_plotted() == killing.certainty.is_plotted()
            && (same_telling(view, other.tokens.start, at) || means(other))
    })
}

/// Whether two triggers stand in one clause, or in one and the clause that says when it was.
fn same_telling(view: &SentenceView<'_>, one: usize, other: usize) -> bool {
    let (first, last) = (one.min(other), one.max(other));
    if are_parted(view, first, last) {
        return false;
    }
    match view.crossing(first, last) {
        0 | 1 => true,
        // "ont été tués samedi lorsqu'une roquette s'est abattue": the one day of both.
        2 | 3 => {
            !view.any(first..last, words::AND) && (view.timexes.len() == 1 || !view.any(first..last, words::TIMEX))
        }
        _ => false,
    }
}

/// *killed five in Herat on Wednesday and abducted three in Kunduz on Monday*: each has its own day and place.
fn are_parted(view: &SentenceView<'_>, first: usize, last: usize) -> bool {
    let Some(and) = (first..last).rev().find(|&at| view.is(at, words::AND)) else { return false };
    let rest = last..view.tokens.len();
    let own = |class: words::Classes| {
        view.any(first..and, class) && rest.clone().any(|at| view.is(at, class) && view.crossing(last, at) == 0)
    };
    own(words::TIMEX) && own(words::TOPONYM)
}
