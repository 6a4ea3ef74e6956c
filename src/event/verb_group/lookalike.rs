//! Words that have a verb's letters and are none: *the attack*, *un blessé*, *is free*.

use super::HELPERS;
use crate::event::clause::SentenceView;
use crate::event::rules::inflect::{CONDITIONAL, FUTURE, Form, GERUND, INFINITIVE, PARTICIPLE, PAST, PRESENT};
use crate::event::rules::words::{self, Classes};

/// Whether the token is no verb there, though its letters are a form of one; `seen` are the classes of its auxiliaries.
pub(super) fn is_no_verb(view: &SentenceView<'_>, at: usize, form: Form, seen: Classes) -> bool {
    if seen & HELPERS != 0 {
        return is_adjective(form, seen);
    }
    // "the kidnapped engineer", "un blessé"
    let relative = at.checked_sub(1).is_some_and(|before| view.is(before, words::THAT | words::RELATIVE));
    let participle = form & PARTICIPLE != 0 && form & PRESENT == 0;
    (form & (PRESENT | INFINITIVE) != 0 && reads_as_noun(view, at, form))
        || (participle && !relative && (follows_determiner(view, at) || follows_elision(view, at)))
        // "last month's bombing of", "the car-bombing", "contre l'occupant"
        || (form == GERUND && (follows_possessive(view, at) || follows_elision(view, at)))
        // "les deux parties"
        || (form == PARTICIPLE && follows_count(view, at))
}

/// *is free*: nothing that *be* makes a verb group with.
fn is_adjective(form: Form, seen: Classes) -> bool {
    let plain = form & (PRESENT | INFINITIVE) != 0 && form & (PAST | PARTICIPLE | GERUND | FUTURE | CONDITIONAL) == 0;
    let other = words::INFINITIVE | words::MODAL | words::FUTURE | words::CONDITIONAL;
    plain && seen & words::BE != 0 && seen & other == 0
}

/// *du marché*, *un blessé*: a participle that is a noun.
fn follows_determiner(view: &SentenceView<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| view.is(before, words::DEFINITE | words::INDEFINITE))
}

/// Whether a possessive or a part of the same word stands right before.
fn follows_possessive(view: &SentenceView<'_>, at: usize) -> bool {
    let before = |back: usize, word: &str| at.checked_sub(back).is_some_and(|before| view.folded(before) == word);
    before(1, "-") || before(1, "s") && before(2, "'")
}

/// *l'occupant*, *l'avancée*: an elided article right before.
fn follows_elision(view: &SentenceView<'_>, at: usize) -> bool {
    let elided = at.checked_sub(2).filter(|&article| view.is(article, words::DEFINITE));
    elided.is_some_and(|_| view.folded(at - 1) == "'")
}

/// Whether a definite determiner and a number stand before: *les deux parties*, *ces trois blessés*.
fn follows_count(view: &SentenceView<'_>, at: usize) -> bool {
    at >= 2
        && view.is(at - 2, words::DEFINITE)
        && (view.is(at - 1, words::PLURAL) || view.rules.numbers.at(view.tokens, at - 1).is_some())
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
            || view.is_figure(previous);
    }
    false
}
