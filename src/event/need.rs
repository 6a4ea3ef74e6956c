//! What has to stand by a trigger, and what method, victims and actors make of it.

use super::clause::SentenceView;
use super::kind::EventKind;
use super::locate::{Anchor, Sites};
use super::rules::words;
use super::rules::{ActorTerm, FigureWord, Need, NumberWord, PlaceRole, Trigger, TriggerKind};
use crate::language::LetterCase;

/// Nouns for people of any standing.
const PEOPLE: words::Classes = words::CIVILIAN | words::FIGHTER | words::DELEGATE;

/// Whether everything stands by the trigger that its pack entry asks for.
pub(crate) fn meets(view: &SentenceView<'_>, sites: &Sites, needs: u16, anchor: Anchor) -> bool {
    Need::ALL.into_iter().filter(|need| needs & need.bit() != 0).all(|need| meets_one(view, sites, need, anchor))
}

fn meets_one(view: &SentenceView<'_>, sites: &Sites, need: Need, anchor: Anchor) -> bool {
    let last = anchor.last;
    match need {
        Need::Place => sites.fills_role(view, anchor) || takes_it(view, anchor),
        Need::NoPlace => !(last + 1..(last + 5).min(view.tokens.len())).any(|at| view.is(at, words::TOPONYM)),
        Need::People | Need::Somebody if anchor.passive => {
            subject_is(view, anchor, PEOPLE, true) || (need == Need::Somebody && is_somebody_told(view, anchor))
        }
        Need::People => object_is(view, anchor, PEOPLE, true),
        Need::Somebody if takes_a_place(view, anchor) => false,
        Need::Somebody => object_is(view, anchor, PEOPLE, true) || takes_somebody(view, anchor),
        Need::Prisoners => {
            subject_is(view, anchor, words::PRISONER, false) || object_is(view, anchor, words::PRISONER, false)
        }
        Need::Fighters => subject_is(view, anchor, words::FIGHTER, false),
        Need::Troops => {
            subject_is(view, anchor, words::FIGHTER, false) || object_is(view, anchor, words::FIGHTER, false)
        }
        Need::Routed if anchor.passive => subject_is(view, anchor, words::FIGHTER, false),
        Need::Routed => object_is(view, anchor, words::FIGHTER, false),
        Need::Delegates => near_subject(view, anchor).any(|at| view.is(at, words::DELEGATE)),
        Need::Civilians => subject_is(view, anchor, words::CIVILIAN, true),
        Need::Group => subject_is(view, anchor, words::CIVILIAN | words::FIGHTER, true),
        Need::Method => method(view, anchor).is_some(),
        Need::Time => {
            (0..view.tokens.len()).any(|at| view.is(at, words::TIMEX) && view.crossing(at, anchor.first) <= 2)
        }
    }
}

/// *took it back*, *l'ont prise*: a place that was named before.
fn takes_it(view: &SentenceView<'_>, anchor: Anchor) -> bool {
    let object = anchor.role == PlaceRole::Object && !anchor.noun && !anchor.passive;
    let after =
        view.rules.speaker_pronouns.at(view.tokens, anchor.last + 1).is_some() && view.is(anchor.last + 1, words::IT);
    let before =
        (anchor.first.saturating_sub(4)..anchor.first).any(|at| view.is(at, words::IT) && view.folded(at + 1) == "'");
    object && (after || before)
}

/// Tokens of which one may be the subject.
fn near_subject(view: &SentenceView<'_>, anchor: Anchor) -> impl DoubleEndedIterator<Item = usize> {
    (anchor.first.saturating_sub(16)..anchor.first).filter(move |&at| view.crossing(at, anchor.first) <= 3)
}

/// Whether the nearest noun for people that can be the subject is of a class; a figure may stand for people.
fn subject_is(view: &SentenceView<'_>, anchor: Anchor, class: words::Classes, figures: bool) -> bool {
    let near = || near_subject(view, anchor);
    match near().rev().find(|&at| view.is(at, words::CIVILIAN | words::FIGHTER)) {
        Some(at) if view.is(at, class) => true,
        _ => near().any(|at| {
            (figures && (is_count(view, at) || names_person(view, at)))
                || (class & words::FIGHTER != 0 && is_nation(view, at))
                || (view.is(at, class) && !view.is(at, words::CIVILIAN | words::FIGHTER))
        }),
    }
}

/// Whether a noun of a class stands where the object does; a figure may stand for people.
fn object_is(view: &SentenceView<'_>, anchor: Anchor, class: words::Classes, figures: bool) -> bool {
    let mut after = anchor.last + 1..(anchor.last + 9).min(view.tokens.len());
    after.any(|at| {
        view.crossing(anchor.first, at) <= 1
            && (view.is(at, class) || (figures && (is_count(view, at) || names_person(view, at))))
    })
}

/// Whether the subject of a passive is a person by name or pronoun.
fn is_somebody_told(view: &SentenceView<'_>, anchor: Anchor) -> bool {
    let mut near = near_subject(view, anchor).filter(|&at| at + 9 > anchor.first);
    near.any(|at| is_pronoun_of(view, at, anchor) || is_somebody(view, at))
}

/// Whether the object is a person by name or pronoun.
fn takes_somebody(view: &SentenceView<'_>, anchor: Anchor) -> bool {
    let next = anchor.last + 1;
    let mut after = (next..(next + 5).min(view.tokens.len())).filter(|&at| view.crossing(anchor.first, at) <= 1);
    takes_them(view, anchor) || view.is(next, words::THEM) || after.any(|at| is_somebody(view, at))
}

/// *took the town of Manbij from the Kurds*: a place right after the verb is what was taken.
fn takes_a_place(view: &SentenceView<'_>, anchor: Anchor) -> bool {
    let next = anchor.last + 1;
    let passes = words::DETERMINER | words::ADJECTIVE | words::TIMEX | words::OF;
    let country = |at: usize| matches!(view.rules.actors.at(view.tokens, at), Some((_, ActorTerm::Country(_))));
    let first = (next..(next + 6).min(view.tokens.len()))
        .find(|&at| view.is(at, words::TOPONYM) || !(view.is(at, passes) || country(at)));
    first.is_some_and(|at| {
        view.is(at, words::TOPONYM | words::CITY | words::VILLAGE | words::DISTRICT | words::PROVINCE)
    })
}

/// *l'ont enlevé*, *les avaient emmenés*: an object pronoun right before the auxiliary.
fn takes_them(view: &SentenceView<'_>, anchor: Anchor) -> bool {
    let before = anchor.first.saturating_sub(5)..anchor.first;
    before.into_iter().any(|at| {
        let next = if view.folded(at + 1) == "'" { at + 2 } else { at + 1 };
        view.is(at, words::THEM) && next < anchor.first && view.is(next, words::HAVE)
    })
}

/// *Il a été enlevé*: a pronoun for people right before the verb group.
fn is_pronoun_of(view: &SentenceView<'_>, at: usize, anchor: Anchor) -> bool {
    at + 6 > anchor.first
        && view.crossing(at, anchor.first) == 0
        && view.rules.speaker_pronouns.at(view.tokens, at).is_some()
}

/// *le docteur Wahid*: a capitalised word inside the sentence that nothing else is known of.
fn is_somebody(view: &SentenceView<'_>, at: usize) -> bool {
    at > 0
        && view.classes_at(at) == 0
        && view.tokens.get(at).is_some_and(|token| token.case == LetterCase::Capital)
        && view.word(at).chars().count() > 2
        && view.rules.actors.at(view.tokens, at).is_none()
        && !view.is_mark(at - 1)
}

/// *les Russes*, *the Russians*: the name of a people, which stands for its forces.
fn is_nation(view: &SentenceView<'_>, at: usize) -> bool {
    let Some((length, ActorTerm::Country(_))) = view.rules.actors.at(view.tokens, at) else { return false };
    let next = at + length;
    let capital = view.tokens.get(at).is_some_and(|token| token.case == LetterCase::Capital);
    let ends = view.is(
        next,
        words::AUXILIARY | words::ADVERB | words::PRONOUN | words::NEGATION | words::REFLEXIVE | words::TIMEX,
    ) || view.verbs_at(next).next().is_some();
    capital && ends && at.checked_sub(1).is_some_and(|before| view.is(before, words::DEFINITE))
}

/// *an electrician*, *un électricien*: a word after a determiner that ends as names of trades do.
fn names_person(view: &SentenceView<'_>, at: usize) -> bool {
    let lower = view.tokens.get(at).is_some_and(|token| token.case == LetterCase::Lower);
    let one = at
        .checked_sub(1)
        .is_some_and(|before| view.is(before, words::INDEFINITE | words::PLURAL) || view.is_number(before));
    let word = view.folded(at);
    let other = words::PLACE_NOUN | words::TIMEX | words::TOPONYM | words::ADJECTIVE;
    lower
        && one
        && word.len() > 5
        && !view.is(at, other)
        && view.rules.person_endings.iter().any(|ending| word.ends_with(ending.as_str()))
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
        // "gold mine": part of a longer name for a site.
        .filter(|&at| view.crossing(at, anchor.first) <= 1 && !view.is(at, words::SITE_NAME))
        .find_map(|at| view.rules.methods.at(view.tokens, at))
        .map(|(_, kind)| kind)
}

/// The kind that method, victims and actors make of an attack, a killing or a seizure.
pub(crate) fn kind_of(view: &SentenceView<'_>, trigger: Trigger, anchor: Anchor) -> EventKind {
    let method = method(view, anchor);
    match (trigger.kind, method) {
        // Planes shell nothing: what they bombard is hit from the air.
        (TriggerKind::Is(EventKind::Shelling), Some(EventKind::AirStrike)) if !anchor.noun => EventKind::AirStrike,
        (TriggerKind::Is(EventKind::Displacement), _) if !anchor.noun => who_left(view, trigger, anchor),
        // "les séparatistes détiennent neuf enseignants": taken by those who are no authority.
        (TriggerKind::Is(EventKind::Arrest), _) if !anchor.noun && taken_by_rebels(view, anchor) => {
            EventKind::Abduction
        }
        // "a mis la main sur quatre hommes", "captured 12 soldiers": people, no place.
        (TriggerKind::Is(EventKind::Capture), _) if takes_people(view, anchor) => seizure(view, anchor),
        (TriggerKind::Is(kind), _) => turned(view, trigger.kind, anchor).unwrap_or(kind),
        (TriggerKind::Seizing, _) => seizure(view, anchor),
        (_, Some(kind)) => kind,
        _ => by_victims(view, trigger, anchor),
    }
}

/// Those who fight and leave are on the move or withdraw, prisoners break out; all others are displaced.
fn who_left(view: &SentenceView<'_>, trigger: Trigger, anchor: Anchor) -> EventKind {
    let people = words::CIVILIAN | words::FIGHTER | words::PRISONER;
    if anchor.passive || trigger.needs & Need::People.bit() != 0 {
        return EventKind::Displacement;
    }
    match near_subject(view, anchor).rev().find(|&at| view.is(at, people)) {
        Some(at) if view.is(at, words::PRISONER) => EventKind::PrisonBreak,
        Some(at) if fights(view, at) && anchor.role == PlaceRole::Into => EventKind::Movement,
        Some(at) if fights(view, at) => EventKind::Withdrawal,
        _ => EventKind::Displacement,
    }
}

/// Whether a verb's object is people, named right after it.
fn takes_people(view: &SentenceView<'_>, anchor: Anchor) -> bool {
    let people = words::CIVILIAN | words::FIGHTER | words::PRISONER;
    let fills = words::DETERMINER | words::PLURAL | words::ADJECTIVE | words::INDEFINITE;
    let mut at = anchor.last + 1;
    // "a arraché au gang le terminal": from whom, not what.
    if view.is(at, words::AT | words::TOWARDS) {
        return false;
    }
    while at < anchor.last + 5 && (view.is(at, fills) || view.is_figure(at)) && !view.is(at, people) {
        at += 1;
    }
    anchor.role == PlaceRole::Object
        && !anchor.noun
        && !anchor.passive
        && view.is(at, people)
        && !view.is(at, words::SITE)
        && !view.is(at + 1, words::OF)
}

fn victims(view: &SentenceView<'_>, anchor: Anchor) -> impl Iterator<Item = usize> {
    let range = if anchor.passive {
        anchor.first.saturating_sub(14)..anchor.first
    } else {
        anchor.last + 1..(anchor.last + 9).min(view.tokens.len())
    };
    range.filter(move |&at| view.crossing(at, anchor.first) <= 1)
}

/// Whether those that a killing names first are civilians.
pub(crate) fn civilians_hit(view: &SentenceView<'_>, anchor: Anchor) -> bool {
    let people = words::CIVILIAN | words::FIGHTER;
    let subject = || near_subject(view, anchor).rev().find(|&at| view.is(at, people));
    let first = victims(view, anchor).find(|&at| view.is(at, people)).or_else(subject);
    first.is_some_and(|at| view.is(at, words::CIVILIAN))
}

/// Whether the nearest noun for people before a killing is one for those who fight.
fn fighters_died(view: &SentenceView<'_>, anchor: Anchor) -> bool {
    let people = words::CIVILIAN | words::FIGHTER;
    let subject = near_subject(view, anchor).rev().find(|&at| view.is(at, people));
    subject.is_some_and(|at| fights(view, at))
}

/// Whether a word is a noun for those who fight, and for nobody else.
fn fights(view: &SentenceView<'_>, at: usize) -> bool {
    view.is(at, words::FIGHTER) && !view.is(at, words::CIVILIAN)
}

fn by_victims(view: &SentenceView<'_>, trigger: Trigger, anchor: Anchor) -> EventKind {
    match victims(view, anchor).find(|&at| view.is(at, words::CIVILIAN | words::FIGHTER)) {
        Some(at) if view.is(at, words::CIVILIAN) => EventKind::AttackOnCivilians,
        // "ont péri": the dead are the subject.
        None if trigger.kind == TriggerKind::Killing && fighters_died(view, anchor) => EventKind::Clash,
        None if trigger.kind == TriggerKind::Killing => EventKind::AttackOnCivilians,
        _ => turned(view, trigger.kind, anchor).unwrap_or(EventKind::Clash),
    }
}

/// What the words of its clause make of a kind: a riot in a prison, clashes with protesters.
fn turned(view: &SentenceView<'_>, kind: TriggerKind, anchor: Anchor) -> Option<EventKind> {
    let turns = view.rules.turns.iter().filter(|(of, _)| *of == kind);
    let mut near = turns.flat_map(|(_, words)| {
        let here = (0..view.tokens.len()).filter(|&at| view.crossing(at, anchor.first) <= 1);
        here.filter_map(|at| words.at(view.tokens, at))
    });
    near.next().map(|(_, kind)| kind)
}

/// Whether those who take somebody fight, and are no authority.
fn taken_by_rebels(view: &SentenceView<'_>, anchor: Anchor) -> bool {
    let who = words::STATE | words::FIGHTER | words::CIVILIAN | words::REBEL;
    taker(view, anchor, who).is_some_and(|at| view.is(at, words::REBEL))
}

/// Who takes somebody: the subject, or the agent of a passive.
fn taker(view: &SentenceView<'_>, anchor: Anchor, who: words::Classes) -> Option<usize> {
    if anchor.passive {
        let mut after = anchor.last + 1..(anchor.last + 14).min(view.tokens.len());
        return after.find(|&at| view.is(at, words::BY)).and_then(|by| (by + 1..by + 6).find(|&at| view.is(at, who)));
    }
    let mut before = (anchor.first.saturating_sub(16)..anchor.first).rev();
    before.find(|&at| view.crossing(at, anchor.first) <= 3 && view.is(at, who))
}

/// Those in power arrest; a fighter or a suspect that nobody is said to have taken was arrested.
fn seizure(view: &SentenceView<'_>, anchor: Anchor) -> EventKind {
    let who = words::STATE | words::FIGHTER | words::CIVILIAN;
    let by = taker(view, anchor, who);
    let arrests = match by {
        Some(at) => view.is(at, words::STATE),
        None => (anchor.first.saturating_sub(16)..anchor.first)
            .rev()
            .find(|&at| view.is(at, words::FIGHTER | words::CIVILIAN))
            .is_some_and(|at| view.is(at, words::FIGHTER)),
    };
    if arrests { EventKind::Arrest } else { EventKind::Abduction }
}
