//! What has to stand by a trigger for it to tell an event.

use super::clause::SentenceView;
use super::locate::Sites;
use super::people::is_somebody;
use super::rules::inflect::{PAST, PRESENT};
use super::rules::{ActorTerm, Need, PlaceRole, words};
use super::trigger_clause::{Figures, TriggerClause};

/// Nouns for people of any standing.
const PEOPLE: words::Classes = words::CIVILIAN | words::FIGHTER | words::DELEGATE;

/// Tokens from a relative pronoun to the verb that it is the subject of.
const WHO_WAS: usize = 4;

/// Whether everything stands by the trigger that its pack entry asks for.
pub(crate) fn meets(clause: TriggerClause<'_>, sites: &Sites, needs: u16) -> bool {
    Need::ALL.into_iter().filter(|need| needs & need.bit() != 0).all(|need| meets_one(clause, sites, need))
}

fn meets_one(clause: TriggerClause<'_>, sites: &Sites, need: Need) -> bool {
    let TriggerClause { view, anchor } = clause;
    let subject_is = |class| clause.subject_is(class, Figures::Apart);
    let object_is = |class| clause.object_is(class, Figures::Apart);
    match need {
        Need::Place => sites.fills_role(view, anchor) || takes_it(clause),
        Need::NoPlace => !(anchor.last + 1..(anchor.last + 5)).any(|at| view.is(at, words::TOPONYM)),
        Need::People => has_people(clause),
        // "families from Kobo, a town captured on Monday"
        Need::Somebody if anchor.passive && follows_place(clause) => false,
        Need::Somebody if anchor.passive => has_people(clause) || is_somebody_told(clause),
        Need::Somebody => !takes_a_place(clause) && (has_people(clause) || takes_somebody(clause)),
        Need::Prisoners => subject_is(words::PRISONER) || object_is(words::PRISONER),
        Need::Fighters => subject_is(words::FIGHTER),
        Need::Troops => subject_is(words::FIGHTER) || object_is(words::FIGHTER),
        Need::Routed if anchor.passive => subject_is(words::FIGHTER),
        Need::Routed => object_is(words::FIGHTER),
        Need::Delegates => clause.subject(words::DELEGATE).is_some(),
        Need::Civilians => clause.subject_is(words::CIVILIAN, Figures::ForPeople) || those_who(clause),
        Need::Group => clause.subject_is(words::CIVILIAN | words::FIGHTER, Figures::ForPeople) || those_who(clause),
        Need::Rebels => by_rebels(clause),
        Need::Method => clause.method().is_some(),
        Need::Time => {
            (0..view.tokens.len()).any(|at| view.is(at, words::TIMEX) && view.crossing(at, anchor.first) <= 2)
        }
    }
}

/// *those who fled Damboa*: people whom only the clause about them tells.
fn those_who(clause: TriggerClause<'_>) -> bool {
    let TriggerClause { view, anchor } = clause;
    let mut before = (anchor.first.saturating_sub(WHO_WAS)..anchor.first).rev();
    let who = before.find(|&at| view.is(at, words::WHO));
    clause.is_active() && who.is_some_and(|at| at > 0 && view.is(at - 1, words::DETERMINER))
}

/// Whether the nearest that can be the subject are rebels, or an armed group by name.
fn by_rebels(clause: TriggerClause<'_>) -> bool {
    let view = clause.view;
    let group = |at: usize| {
        matches!(view.rules.actor_at(view.tokens, at), Some((_, ActorTerm::Named(_) | ActorTerm::Insurgents)))
            || view.is(at, words::REBEL)
    };
    let nearest = clause.near_subject().rfind(|&at| group(at) || view.is(at, PEOPLE | words::STATE));
    clause.is_active() && nearest.is_some_and(group)
}

/// Whether a noun for a town, district or building stands right before: *the last army positions were captured*.
fn follows_place(clause: TriggerClause<'_>) -> bool {
    let view = clause.view;
    clause.right_before().is_some_and(|at| {
        // "trois techniciens de la centrale ont été emmenés"
        let of_people = view.any(at.saturating_sub(2)..at, words::OF);
        view.is(at, words::SETTLED | words::SITE) && !view.is(at, PEOPLE) && !of_people
    })
}

/// Whether people are what it is done to.
fn has_people(clause: TriggerClause<'_>) -> bool {
    if clause.anchor.passive {
        clause.subject_is(PEOPLE, Figures::ForPeople)
    } else {
        clause.object_is(PEOPLE, Figures::ForPeople)
    }
}

/// *took it back*, *l'ont prise*: a place that was named before.
fn takes_it(clause: TriggerClause<'_>) -> bool {
    let TriggerClause { view, anchor } = clause;
    let next = anchor.last + 1;
    let after = || view.rules.speaker_pronouns.at(view.tokens, next).is_some() && view.is(next, words::IT);
    let mut before = anchor.first.saturating_sub(4)..anchor.first;
    let object = anchor.role == PlaceRole::Object && clause.is_active();
    // "les soldats la reprenaient": right before a verb, which has no article.
    let pronoun =
        anchor.first > 0 && view.is(anchor.first - 1, words::THEM) && view.is_form(anchor.first, PAST | PRESENT);
    // "recaptured half of it"
    let mut part = next + 1..next + 4;
    let partly = part.any(|at| view.is(at, words::IT) && view.is(at - 1, words::OF));
    object && (after() || pronoun || partly || before.any(|at| view.is(at, words::IT) && view.folded(at + 1) == "'"))
}

/// Whether the subject of a passive is a person by name or pronoun.
fn is_somebody_told(clause: TriggerClause<'_>) -> bool {
    let TriggerClause { view, anchor } = clause;
    let mut near = clause.near_subject().filter(|&at| at + 9 > anchor.first);
    near.any(|at| is_pronoun_of(clause, at) || is_somebody(view, at))
        // "The vet, who was snatched from her jeep"
        || view.any(anchor.first.saturating_sub(WHO_WAS)..anchor.first, words::WHO)
}

/// Whether the object is a person by name or pronoun.
fn takes_somebody(clause: TriggerClause<'_>) -> bool {
    let TriggerClause { view, anchor } = clause;
    let next = anchor.last + 1;
    let mut after = (next..(next + 5).min(view.tokens.len())).filter(|&at| view.crossing(anchor.first, at) <= 1);
    takes_them(clause) || view.is(next, words::THEM) || after.any(|at| is_somebody(view, at))
}

/// *took the town of Manbij from the Kurds*: a place right after the verb is what was taken.
fn takes_a_place(clause: TriggerClause<'_>) -> bool {
    let view = clause.view;
    let next = clause.anchor.last + 1;
    let passes = words::DETERMINER | words::ADJECTIVE | words::TIMEX | words::OF;
    let country = |at: usize| matches!(view.rules.actor_at(view.tokens, at), Some((_, ActorTerm::Country(_))));
    let first = (next..(next + 6).min(view.tokens.len()))
        .find(|&at| view.is(at, words::TOPONYM) || !(view.is(at, passes) || country(at)));
    // "took the northern suburbs", "took the oil field"
    let place = words::TOPONYM | words::SETTLED | words::PROVINCE | words::SITE | words::EDGE | words::SITE_NAME;
    first.is_some_and(|at| view.is(at, place) || is_house_of(view, at))
}

/// *the police headquarters*, *the governor's compound*: a building, by those whose it is.
pub(crate) fn is_house_of(view: &SentenceView<'_>, at: usize) -> bool {
    let possessive = view.folded(at + 1) == "'" && view.folded(at + 2) == "s";
    view.is(at, PEOPLE | words::OFFICE) && view.is(if possessive { at + 3 } else { at + 1 }, words::SITE)
}

/// *l'ont enlevé*, *les avaient emmenés*: an object pronoun right before the auxiliary.
fn takes_them(clause: TriggerClause<'_>) -> bool {
    let TriggerClause { view, anchor } = clause;
    let mut before = anchor.first.saturating_sub(5)..anchor.first;
    before.any(|at| {
        let next = if view.folded(at + 1) == "'" { at + 2 } else { at + 1 };
        view.is(at, words::THEM) && next < anchor.first && view.is(next, words::HAVE)
    })
}

/// *Il a été enlevé*: a pronoun for people right before the verb group.
fn is_pronoun_of(clause: TriggerClause<'_>, at: usize) -> bool {
    let TriggerClause { view, anchor } = clause;
    at + 6 > anchor.first
        && view.crossing(at, anchor.first) == 0
        && view.rules.speaker_pronouns.at(view.tokens, at).is_some()
}
