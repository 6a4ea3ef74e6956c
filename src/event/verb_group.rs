//! [`VerbGroup`]: a verb with its auxiliaries: mood, voice, negation.

mod lookalike;
mod mood;

use super::clause::{SentenceView, VerbReading};
use super::kind::EventKind;
use super::rules::inflect::{PARTICIPLE, PAST, PRESENT};
use super::rules::words::{self, Classes};
use super::rules::{PlaceRole, Trigger, TriggerKind};
pub(crate) use mood::Mood;

/// A verb and its auxiliaries.
#[expect(clippy::struct_excessive_bools, reason = "each is true or not by itself")]
#[derive(Clone, Copy, Debug)]
pub(crate) struct VerbGroup {
    /// Its first token.
    pub(crate) start: usize,
    /// The verb itself.
    pub(crate) at: usize,
    pub(crate) mood: Mood,
    /// Whether what it is done to stands before it.
    pub(crate) passive: bool,
    pub(crate) negated: bool,
    pub(crate) reflexive: bool,
    /// Whether it is a participle that opens the sentence, before its subject: *réunis à Doha, les ministres*.
    pub(crate) fronted: bool,
}

/// Tokens before a verb that are looked at for its auxiliaries.
const REACH: usize = 9;

/// Words beside which a verb is no bare form.
const HELPERS: Classes =
    words::HAVE | words::BE | words::CONDITIONAL | words::FUTURE | words::MODAL | words::MANAGED | words::INFINITIVE;

impl VerbGroup {
    /// The group of a reading of the verb at `at`. `None` where the token cannot be a verb there.
    pub(crate) fn new(view: &SentenceView<'_>, at: usize, reading: &VerbReading<'_>) -> Option<Self> {
        let (start, seen) = walk_back(view, at);
        if lookalike::is_no_verb(view, at, reading.form, seen) {
            return None;
        }
        let has = |class: Classes| seen & class != 0;
        let (with_be, reflexive) = (reading.verb.with_be, has(words::REFLEXIVE));
        let participle = reading.is_form(PARTICIPLE);
        let fronted = participle && !has(HELPERS) && opens_sentence(view, at);
        let mood = if fronted { Mood::Indicative } else { mood(view, at, reading, seen) };
        let passive = match mood {
            Mood::BareParticiple => true,
            _ if fronted => !with_be,
            _ => participle && has(words::BE) && !with_be && !reflexive,
        };
        let negated = has(words::NEGATION) && !is_restriction(view, start, at);
        Some(Self { start, at, mood, passive, negated, reflexive, fronted })
    }
}

/// Tokens after a verb up to what *only* is said of.
const ONLY: usize = 12;

/// *n'a été reprise qu'en milieu de matinée*, *was not retaken until Monday*: it was.
fn is_restriction(view: &SentenceView<'_>, start: usize, at: usize) -> bool {
    let mut behind = at + 1..(at + ONLY).min(view.tokens.len());
    let near = |token: usize| view.crossing(at, token) <= 2 && !view.any(at + 1..token, words::HAVE | words::BE);
    let negations = (start..at).filter(|&token| view.is(token, words::NEGATION));
    // "n'ont pas pris la ville que": the second half takes the restriction back.
    if negations.into_iter().all(|token| view.is(token, words::HALF_NEGATION)) && !view.is(at + 1, words::NEGATION) {
        return behind.any(|token| is_than(view, token) && near(token));
    }
    let told = view.any(start..at, words::BE) || !view.any(start..at, words::HAVE);
    told && behind.any(|token| view.is(token, words::UNTIL) && view.is(token + 1, words::TIMEX) && near(token))
}

/// `que` itself, and no `pour que`.
fn is_than(view: &SentenceView<'_>, at: usize) -> bool {
    view.is(at, words::THAT) && !view.is(at - 1, words::SUBORDINATOR | words::AND | words::ADVERB)
}

/// The mood that a form has with the auxiliaries of classes `seen`.
fn mood(view: &SentenceView<'_>, at: usize, reading: &VerbReading<'_>, seen: Classes) -> Mood {
    let has = |class: Classes| seen & class != 0;
    let participle = reading.is_form(PARTICIPLE);
    // "a town held by", "overrun by": a past or present in letters, but with nothing it is done to.
    let bare = || {
        view.is(at + 1, words::BY)
            || is_beside_place(view, at)
            || is_of_those_taken(view, at, reading)
            || is_of_headed(view, at, reading)
    };
    if participle && reading.is_form(PAST | PRESENT) && !has(HELPERS) && bare() {
        return Mood::BareParticiple;
    }
    if participle && has(words::HAVE | words::BE) {
        return Mood::of_participle(seen, reading.verb.with_be || has(words::REFLEXIVE));
    }
    let shared = if reading.form == PARTICIPLE && !has(HELPERS) { shared_auxiliary(view, at) } else { None };
    match shared {
        Some(auxiliary) if view.is(auxiliary, words::CONDITIONAL) => Mood::PressConditional,
        Some(_) => Mood::Indicative,
        None => Mood::of_form(seen, reading.form),
    }
}

/// *Dessie, captured on Saturday, is a gateway*, *a town captured on Monday*: right behind the place it is done to, a day and no object
/// right after it.
fn is_beside_place(view: &SentenceView<'_>, at: usize) -> bool {
    let set_off = at >= 2 && view.folded(at - 1) == "," && view.is(at - 2, words::TOPONYM | words::PLACE_NOUN);
    let beside = set_off || at >= 1 && view.is(at - 1, words::SETTLED);
    let dated = view.is(at + 1, words::TIMEX) || view.is(at + 1, words::AT) && view.is(at + 2, words::TIMEX);
    beside && dated && !view.is_figure(at + 1)
}

/// *Wad Madani overrun, offices looted*, *District compound handed over to the Taliban this morning*: a place and no people before a
/// verb of taking that has no object, where a headline or a note leaves the auxiliary out.
fn is_of_headed(view: &SentenceView<'_>, at: usize, reading: &VerbReading<'_>) -> bool {
    use EventKind::{Capture, Handover};
    // "The United States handed over": who hands over may bear a place's name too.
    let settled = || (0..at).any(|before| view.is(before, words::PLACE_NOUN) && !view.is(before, words::TOPONYM));
    let taken = |trigger: Trigger| match trigger.kind {
        TriggerKind::Is(Handover) => settled(),
        kind => kind == TriggerKind::Is(Capture),
    };
    let place = words::TOPONYM | words::PLACE_NOUN;
    let names = words::DETERMINER | words::ADJECTIVE | words::OF | words::AND | words::THING | words::AT | place;
    let object = words::DETERMINER | words::PLURAL | words::TOPONYM | words::CIVILIAN | words::FIGHTER;
    let next = at + 1 + reading.verb.own_words();
    (0..at).any(|before| view.is(before, place))
        && (0..at).all(|before| view.is(before, names) || view.is_figure(before))
        && !(view.is(next, object) && !view.is(next, words::AT | words::TOWARDS) || view.is_figure(next))
        && reading.trigger(view.rules).is_some_and(taken)
}

/// *freed 34 villagers seized from a mosque*, *8,940 people displaced from Petite-Rivière*: people right before a verb of taking or
/// driving out, and nobody and nothing right after it.
fn is_of_those_taken(view: &SentenceView<'_>, at: usize, reading: &VerbReading<'_>) -> bool {
    use EventKind::{Abduction, Arrest, Capture, Displacement};
    let takes = |trigger: Trigger| {
        let kind =
            matches!(trigger.kind, TriggerKind::Seizing | TriggerKind::Is(Abduction | Arrest | Capture | Displacement));
        kind && trigger.place != PlaceRole::Into
    };
    let before = at.checked_sub(1).is_some_and(|before| view.is(before, words::CIVILIAN | words::FIGHTER));
    // "picked up in Damaturu"
    let next = at + 1 + reading.verb.own_words();
    let alone = view.is(next, words::AT | words::SINCE | words::TIMEX);
    before && (alone || view.is(next, words::FROM)) && reading.trigger(view.rules).is_some_and(takes)
}

/// The first token of the group, and the classes of its auxiliaries.
fn walk_back(view: &SentenceView<'_>, at: usize) -> (usize, Classes) {
    const GROUP: Classes = HELPERS | words::NEGATION | words::REFLEXIVE;
    let (mut start, mut seen, mut cursor) = (at, 0, at);
    while let Some(before) = cursor.checked_sub(1) {
        if at - before > REACH {
            break;
        }
        let classes = view.classes_at(before);
        if classes & GROUP != 0 && classes & words::TIMEX == 0 {
            seen |= classes & GROUP;
            start = before;
        } else if classes & (words::ADVERB | words::PRONOUN | words::TIMEX) == 0
            // The apostrophe of "s'est".
            && view.folded(before) != "'"
            && !view.ends_as_adverb(before)
            && !joins_participles(view, before)
        {
            break;
        }
        cursor = before;
    }
    (start, seen)
}

/// *ont tué ou blessé*, *ont été triés, attachés et emmenés*: a participle before another, and the word or comma that joins.
fn joins_participles(view: &SentenceView<'_>, at: usize) -> bool {
    let is_participle = |at: usize| view.is_form(at, PARTICIPLE);
    let joins = |at: usize| view.is(at, words::AND) || view.folded(at) == "," && is_participle(at + 1);
    if joins(at) {
        return at > 0 && is_participle(at - 1);
    }
    joins(at + 1) && is_participle(at)
}

/// Tokens between a participle and the one whose auxiliary it shares.
const SHARED: usize = 24;

/// *ont intercepté les véhicules et exécuté les passagers*: a participle with an object, after one with *have*.
fn shared_auxiliary(view: &SentenceView<'_>, at: usize) -> Option<usize> {
    let has_object = view.is(at + 1, words::DETERMINER | words::PLURAL) || view.is_figure(at + 1);
    // "ont surgi et tiré": right after another participle.
    let doubled = at.checked_sub(3).is_some_and(|helper| view.is(at - 1, words::AND) && view.is(helper, words::HAVE));
    let joined = at.checked_sub(1).is_some_and(|before| {
        let adverb = view.is(before, words::ADVERB | words::TIMEX);
        [Some(before), before.checked_sub(1).filter(|_| adverb)]
            .into_iter()
            .flatten()
            .any(|mark| view.is(mark, words::AND) || view.folded(mark) == ",")
    });
    let perfect = |auxiliary: usize| {
        view.is(auxiliary, words::HAVE)
            && !view.is(auxiliary + 1, words::BE | words::DETERMINER)
            && !view.is_mark(auxiliary + 1)
    };
    let mut before = (at.saturating_sub(SHARED)..at).rev();
    before
        .find(|&auxiliary| (has_object && joined || doubled) && perfect(auxiliary) && view.crossing(auxiliary, at) <= 3)
}

/// Whether a participle opens the sentence and a comma sets it off from its subject.
fn opens_sentence(view: &SentenceView<'_>, at: usize) -> bool {
    let opens = at == 0 || (at == 1 && view.is_mark(0));
    opens && (at + 1..at + 18).any(|token| view.folded(token) == ",") && !view.is_mark(at + 1)
}
