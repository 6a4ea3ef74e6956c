//! What has to stand by a trigger, and what method and victims make of an attack.

use super::clause::SentenceView;
use super::kind::EventKind;
use super::locate::{Anchor, Sites};
use super::rules::words;
use super::rules::{FigureWord, Need, NumberWord, Trigger, TriggerKind};

/// Whether everything stands by the trigger that its pack entry asks for.
pub(crate) fn meets(view: &SentenceView<'_>, sites: &Sites, needs: u16, anchor: Anchor) -> bool {
    Need::ALL.into_iter().filter(|need| needs & need.bit() != 0).all(|need| meets_one(view, sites, need, anchor))
}

fn meets_one(view: &SentenceView<'_>, sites: &Sites, need: Need, anchor: Anchor) -> bool {
    let last = anchor.last;
    match need {
        Need::Place => sites.fills_role(view, anchor),
        Need::NoPlace => !(last + 1..(last + 5).min(view.tokens.len())).any(|at| view.is(at, words::TOPONYM)),
        Need::People if anchor.passive => subject_is(view, anchor, words::CIVILIAN | words::FIGHTER, true),
        Need::People => object_is(view, anchor, words::CIVILIAN | words::FIGHTER, true),
        Need::Prisoners => {
            subject_is(view, anchor, words::PRISONER, false) || object_is(view, anchor, words::PRISONER, false)
        }
        Need::Fighters => subject_is(view, anchor, words::FIGHTER, false),
        Need::Civilians => subject_is(view, anchor, words::CIVILIAN, true),
        Need::Group => subject_is(view, anchor, words::CIVILIAN | words::FIGHTER, true),
        Need::Method => method(view, anchor).is_some(),
    }
}

/// Whether a noun of a class stands where the subject does; a figure may stand for people.
fn subject_is(view: &SentenceView<'_>, anchor: Anchor, class: words::Classes, figures: bool) -> bool {
    let mut before = anchor.first.saturating_sub(16)..anchor.first;
    before.any(|at| view.crossing(at, anchor.first) <= 3 && (view.is(at, class) || (figures && is_count(view, at))))
}

/// Whether a noun of a class stands where the object does; a figure may stand for people.
fn object_is(view: &SentenceView<'_>, anchor: Anchor, class: words::Classes, figures: bool) -> bool {
    let mut after = anchor.last + 1..(anchor.last + 9).min(view.tokens.len());
    after.any(|at| view.crossing(anchor.first, at) <= 1 && (view.is(at, class) || (figures && is_count(view, at))))
}

/// A number that counts something unsaid or capitalised: *23 were arrested*, *359.000 Afghans*.
fn is_count(view: &SentenceView<'_>, at: usize) -> bool {
    let number = match view.rules.numbers.at(view.tokens, at) {
        Some((_, NumberWord::Exactly(0 | 1))) | None => {
            view.is_number(at) && !view.is(at, words::TIMEX | words::TOPONYM)
        }
        Some(_) => true,
    };
    let unit =
        (at + 1..at + 3).any(|next| matches!(view.rules.figures.at(view.tokens, next), Some((_, FigureWord::Unit))));
    number && !unit && !(at + 1..at + 4).any(|next| view.is(next, words::PLACE_NOUN))
}

/// What the clause of a trigger says it was done with.
fn method(view: &SentenceView<'_>, anchor: Anchor) -> Option<EventKind> {
    (0..view.tokens.len())
        .filter(|&at| view.crossing(at, anchor.first) <= 1)
        .find_map(|at| view.rules.methods.at(view.tokens, at))
        .map(|(_, kind)| kind)
}

/// The kind that method and victims make of an attack or a killing.
pub(crate) fn kind_of(view: &SentenceView<'_>, trigger: Trigger, anchor: Anchor) -> EventKind {
    let method = method(view, anchor);
    match (trigger.kind, method) {
        // Planes shell nothing: what they bombard is hit from the air.
        (TriggerKind::Is(EventKind::Shelling), Some(EventKind::AirStrike)) if !anchor.noun => {
            return EventKind::AirStrike;
        }
        (TriggerKind::Is(kind), _) | (_, Some(kind)) => return kind,
        _ => {}
    }
    let victims = if anchor.passive {
        anchor.first.saturating_sub(14)..anchor.first
    } else {
        anchor.last + 1..(anchor.last + 9).min(view.tokens.len())
    };
    let mut victims = victims.filter(|&at| view.crossing(at, anchor.first) <= 1);
    match victims.find(|&at| view.is(at, words::CIVILIAN | words::FIGHTER)) {
        Some(at) if view.is(at, words::CIVILIAN) => EventKind::AttackOnCivilians,
        None if trigger.kind == TriggerKind::Killing => EventKind::AttackOnCivilians,
        _ => EventKind::Clash,
    }
}
