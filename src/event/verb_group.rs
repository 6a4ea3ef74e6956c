//! [`VerbGroup`]: a verb with its auxiliaries: mood, voice, negation.

use super::clause::{SentenceView, VerbReading};
use super::rules::inflect::{CONDITIONAL, FUTURE, Form, GERUND, INFINITIVE, PARTICIPLE, PAST, PRESENT};
use super::rules::words::{self, Classes};

/// How a verb stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    /// *attaquent*, *ont attaqué*, *attacked*
    Indicative,
    /// *auraient attaqué*: told by others.
    PressConditional,
    /// *attaqueraient*, *would attack*
    Conditional,
    /// *attaqueront*, *will attack*
    Future,
    /// *peuvent attaquer*, *may attack*
    Modal,
    /// *attaquer*, *to attack*
    Infinitive,
    /// *avoir attaqué*, *to have attacked*
    PastInfinitive,
    /// *attaquant*, *attacking*
    Gerund,
    /// *attaqué par*: a participle with no auxiliary.
    BareParticiple,
}

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

impl VerbGroup {
    /// The group of a reading of the verb at `at`. `None` where the token cannot be a verb there.
    pub(crate) fn new(view: &SentenceView<'_>, at: usize, reading: &VerbReading<'_>) -> Option<Self> {
        let (form, with_be) = (reading.form, reading.verb.with_be);
        let (start, seen) = walk_back(view, at);
        let has = |class: Classes| seen & class != 0;
        let auxiliary = has(words::HAVE | words::BE);
        let participle = form & PARTICIPLE != 0 && auxiliary;
        let reflexive = has(words::REFLEXIVE);
        let helper =
            has(words::HAVE | words::BE | words::CONDITIONAL | words::FUTURE | words::MODAL | words::INFINITIVE);
        if !helper && form & (PRESENT | INFINITIVE) != 0 && reads_as_noun(view, at, form) {
            return None;
        }
        // "the kidnapped engineer", "un blessé"
        let relative = at.checked_sub(1).is_some_and(|before| view.is(before, words::THAT | words::RELATIVE));
        if !helper && form & PARTICIPLE != 0 && form & PRESENT == 0 && !relative && follows_determiner(view, at) {
            return None;
        }
        // "les deux parties"
        if !helper && form == PARTICIPLE && follows_count(view, at) {
            return None;
        }
        // "is free": an adjective of a verb's letters.
        if has(words::BE)
            && group_is_plain(form)
            && !has(words::INFINITIVE | words::MODAL | words::FUTURE | words::CONDITIONAL)
        {
            return None;
        }
        let reduced = !helper && form & PARTICIPLE != 0 && form & PAST != 0 && reads_as_participle(view, at);
        let fronted = !helper && form & PARTICIPLE != 0 && opens_sentence(view, at);
        let mood = if fronted {
            Mood::Indicative
        } else if reduced {
            Mood::BareParticiple
        } else if participle {
            participle_mood(seen, with_be || reflexive)
        } else if let Some(auxiliary) = shared_auxiliary(view, at).filter(|_| form == PARTICIPLE && !helper) {
            if view.is(auxiliary, words::CONDITIONAL) { Mood::PressConditional } else { Mood::Indicative }
        } else {
            plain_mood(seen, form)
        };
        let passive = match mood {
            Mood::BareParticiple => true,
            _ if fronted => !with_be,
            _ => participle && has(words::BE) && !with_be && !reflexive,
        };
        Some(Self { start, at, mood, passive, negated: has(words::NEGATION), reflexive, fronted })
    }
}

/// Whether a word is a present or an infinitive, and nothing that *be* makes a verb group with.
fn group_is_plain(form: Form) -> bool {
    form & (PRESENT | INFINITIVE) != 0 && form & (PAST | PARTICIPLE | GERUND | FUTURE | CONDITIONAL) == 0
}

/// The first token of the group, and the classes of its auxiliaries.
fn walk_back(view: &SentenceView<'_>, at: usize) -> (usize, Classes) {
    const HELPERS: Classes = words::HAVE
        | words::BE
        | words::CONDITIONAL
        | words::FUTURE
        | words::MODAL
        | words::NEGATION
        | words::REFLEXIVE
        | words::INFINITIVE;
    let (mut start, mut seen, mut cursor) = (at, 0, at);
    while let Some(before) = cursor.checked_sub(1) {
        if at - before > REACH {
            break;
        }
        let classes = view.classes_at(before);
        if classes & HELPERS != 0 && classes & words::TIMEX == 0 {
            seen |= classes & HELPERS;
            start = before;
        } else if classes & (words::ADVERB | words::PRONOUN | words::TIMEX) == 0
            && !is_adverb(view, before)
            && !joins_participles(view, before)
        {
            break;
        }
        cursor = before;
    }
    (start, seen)
}

/// *-ment*, *-ly*, and the apostrophe of *s'est*.
fn is_adverb(view: &SentenceView<'_>, at: usize) -> bool {
    let word = view.folded(at);
    word == "'" || (word.len() > 5 && (word.ends_with("ment") || word.ends_with("ly")))
}

/// *ont tué ou blessé*: the first participle and the word that joins.
fn joins_participles(view: &SentenceView<'_>, at: usize) -> bool {
    let is_participle = |at: usize| view.is_form(at, PARTICIPLE);
    if view.is(at, words::AND) {
        return at > 0 && is_participle(at - 1);
    }
    view.is(at + 1, words::AND) && is_participle(at)
}

/// *du marché*, *un blessé*: a participle that is a noun.
fn follows_determiner(view: &SentenceView<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| view.is(before, words::DEFINITE | words::INDEFINITE))
}

/// Whether a definite determiner and a number stand before: *les deux parties*, *ces trois blessés*.
fn follows_count(view: &SentenceView<'_>, at: usize) -> bool {
    at >= 2
        && view.is(at - 2, words::DEFINITE)
        && (view.is(at - 1, words::PLURAL) || view.rules.numbers.at(view.tokens, at - 1).is_some())
}

/// Tokens between a participle and the one whose auxiliary it shares.
const SHARED: usize = 24;

/// *ont intercepté les véhicules et exécuté les passagers*: a participle with an object, after one with *have*.
fn shared_auxiliary(view: &SentenceView<'_>, at: usize) -> Option<usize> {
    let has_object = view.is(at + 1, words::DETERMINER | words::PLURAL) || view.is_number(at + 1);
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
    before.find(|&auxiliary| has_object && joined && perfect(auxiliary) && view.crossing(auxiliary, at) <= 3)
}

fn participle_mood(seen: Classes, with_be: bool) -> Mood {
    let has = |class: Classes| seen & class != 0;
    if has(words::MODAL) {
        Mood::Modal
    } else if has(words::FUTURE) {
        Mood::Future
    } else if has(words::CONDITIONAL) {
        // serait prise: a wish or a guess; aurait été prise, serait tombée: told by others.
        if has(words::HAVE) || with_be { Mood::PressConditional } else { Mood::Conditional }
    } else if has(words::INFINITIVE) {
        // avoir pris, s'être emparé, être entré
        if has(words::HAVE) || with_be { Mood::PastInfinitive } else { Mood::Infinitive }
    } else {
        Mood::Indicative
    }
}

fn plain_mood(seen: Classes, form: Form) -> Mood {
    let has = |class: Classes| seen & class != 0;
    if has(words::MODAL) {
        Mood::Modal
    } else if has(words::CONDITIONAL) || form & CONDITIONAL != 0 {
        Mood::Conditional
    } else if has(words::FUTURE) || form & FUTURE != 0 {
        Mood::Future
    } else if has(words::INFINITIVE) && form & INFINITIVE != 0 || form == INFINITIVE {
        Mood::Infinitive
    } else if form & (PRESENT | PAST) != 0 {
        Mood::Indicative
    } else if form & GERUND != 0 {
        if has(words::BE) { Mood::Indicative } else { Mood::Gerund }
    } else {
        Mood::BareParticiple
    }
}

/// Whether a participle opens the sentence and a comma sets it off from its subject.
fn opens_sentence(view: &SentenceView<'_>, at: usize) -> bool {
    let opens = at == 0 || (at == 1 && view.is_mark(0));
    opens && (at + 1..at + 18).any(|token| view.folded(token) == ",") && !view.is_mark(at + 1)
}

/// *a town held by*, *the people killed in*: a past in letters, but with nothing it is done to.
fn reads_as_participle(view: &SentenceView<'_>, at: usize) -> bool {
    view.is(at + 1, words::BY)
}

/// *une attaque*, *the attack on*: the same letters as a verb in the present.
fn reads_as_noun(view: &SentenceView<'_>, at: usize, form: Form) -> bool {
    if form & PAST != 0 || form & (PRESENT | INFINITIVE) == INFINITIVE {
        return false;
    }
    // "the air force said": a noun for people or things that has a verb's letters.
    if view.is(at, words::FIGHTER | words::CIVILIAN | words::SITE | words::THING) && view.is(at + 1, words::SPEECH) {
        return true;
    }
    let mut before = at;
    while let Some(previous) = before.checked_sub(1) {
        let classes = view.classes_at(previous);
        if classes & words::PRONOUN != 0 && classes & words::DETERMINER == 0 {
            return false;
        }
        if view.folded(previous) == "'" || classes & words::ADJECTIVE != 0 {
            before = previous;
            continue;
        }
        return classes
            & (words::DETERMINER
                | words::DEFINITE
                | words::NONE
                | words::INDEFINITE
                | words::OF
                | words::ADJECTIVE
                | words::AT)
            != 0
            || view.is_number(previous);
    }
    false
}
