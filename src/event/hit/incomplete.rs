//! What a verb tells though it leaves out what its pack entry asks for, where the rest of the sentence says as much.

use crate::event::figure::Figure;
use crate::event::kind::EventKind;
use crate::event::locate::Sites;
use crate::event::need::meets;
use crate::event::rules::{Need, Trigger, TriggerKind, words};
use crate::event::trigger_clause::TriggerClause;

/// What a verb tells though something is missing that its pack entry asks for.
pub(super) fn told_without(clause: TriggerClause<'_>, sites: &Sites, trigger: Trigger) -> Option<EventKind> {
    use EventKind::{Displacement, Movement, Withdrawal};
    let without = |needs: u16| trigger.needs & needs != 0 && meets(clause, sites, trigger.needs & !needs);
    match trigger.kind {
        TriggerKind::Is(Movement | Withdrawal | Displacement) => {
            (without(NOT_OF_FLIGHT) && is_flight(clause)).then_some(Displacement)
        }
        TriggerKind::Attack if without(Need::Method.bit()) => {
            let by_state = is_by_state(clause, sites).then_some(EventKind::AirStrike);
            by_state.or_else(|| is_struck(clause).then_some(EventKind::Shelling))
        }
        _ => None,
    }
}

/// *Israel struck Tyre*, *Kyiv hit an oil depot in Belgorod*: what a state does by itself to a place it does from afar.
fn is_by_state(clause: TriggerClause<'_>, sites: &Sites) -> bool {
    let TriggerClause { view, anchor } = clause;
    let state = clause.right_before().filter(|&at| view.is(at, words::TOPONYM));
    let opens = |at: usize| {
        let before = (0..at).rev().find(|&token| !view.is(token, words::TOPONYM | words::DETERMINER));
        before.is_none_or(|before| view.is_mark(before) || view.is(before, words::THAT | words::AND))
    };
    let next = anchor.last + 1;
    let building = || (next..=next + COUNTED).any(|at| view.is(at, words::SITE) && view.crossing(anchor.last, at) == 0);
    clause.is_active()
        && !view.is(next, words::BY)
        && state.is_some_and(|at| sites.is_state_at(at) && opens(at))
        && (sites.fills_role(view, anchor) || building())
}

/// *The hospital in Sebha was hit*: a building that something flew into; not *hit by the crisis*, nor *hit hard*.
fn is_struck(clause: TriggerClause<'_>) -> bool {
    let TriggerClause { view, anchor } = clause;
    let building = |at: usize| view.is(at, words::SITE | words::CARE) && view.crossing(at, anchor.first) == 0;
    let other = words::CIVILIAN | words::FIGHTER | words::VEHICLE;
    let nearest = clause.near_subject().rfind(|&at| building(at) || view.is(at, other));
    let next = anchor.last + 1;
    anchor.passive
        && !anchor.fronted
        && nearest.is_some_and(building)
        && (view.is_mark(next) || view.is(next, words::AT | words::TIMEX | words::AND | words::DURING))
}

/// What those who flee need not meet: to fight, and to name the place again.
const NOT_OF_FLIGHT: u16 = Need::Fighters.bit() | Need::Troops.bit() | Need::Place.bit();
/// Fewer who are on the way are travellers.
const MANY: u32 = 10;
/// Tokens from a count to the noun for those who are counted.
const COUNTED: usize = 3;

/// *Several hundred families had set out for Niono*, *18,500 people have left the township*: moves that many civilians make.
fn is_flight(clause: TriggerClause<'_>) -> bool {
    let TriggerClause { view, anchor } = clause;
    // "left the meeting": what they leave is a place, or goes without saying.
    let fills = words::DETERMINER | words::ADJECTIVE;
    let next = (anchor.last + 1..view.tokens.len()).find(|&at| !view.is(at, fills));
    let place =
        words::PLACE_NOUN | words::TOPONYM | words::TIMEX | words::AT | words::TOWARDS | words::SINCE | words::FROM;
    let from_place = next.is_none_or(|at| view.is(at, place) || view.is_mark(at));
    let who = || clause.subject(words::CIVILIAN | words::FIGHTER).filter(|&at| !view.is(at, words::FIGHTER));
    clause.is_active()
        && from_place
        && who().is_some_and(|at| {
            let counts = |figure: &Figure| {
                let end = figure.tokens.end;
                figure.low >= MANY && (at.saturating_sub(COUNTED)..=at).contains(&end) && view.crossing(end, at) == 0
            };
            Figure::find(view).iter().any(counts)
        })
}

/// *34 villagers seized from a mosque in Kobo*: so many people right before what befell them.
pub(super) fn is_of_counted(clause: TriggerClause<'_>, trigger: Trigger) -> bool {
    use EventKind::{Abduction, Arrest, Displacement};
    let TriggerClause { view, anchor } = clause;
    let befalls = matches!(trigger.kind, TriggerKind::Seizing | TriggerKind::Is(Abduction | Arrest | Displacement));
    let people = |at: &usize| view.is(*at, words::CIVILIAN | words::FIGHTER) && !view.is(*at, words::VEHICLE);
    let counted = |at: usize| view.is_figure(at) && !view.is(at, words::DETERMINER | words::INDEFINITE);
    let counts =
        |at: usize| (at.saturating_sub(COUNTED)..at).any(|figure| counted(figure) && view.crossing(figure, at) == 0);
    let alone = view.is(anchor.last + 1, words::AT | words::FROM | words::SINCE | words::TIMEX);
    befalls && alone && anchor.first.checked_sub(1).filter(people).is_some_and(counts)
}
