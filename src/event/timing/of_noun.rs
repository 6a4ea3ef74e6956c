//! Days that are those of an event noun, by what stands right behind it.

use super::DATED;
use crate::event::clause::{Marked, SentenceView};
use crate::event::rules::inflect::PARTICIPLE;
use crate::event::rules::{TriggerKind, words};

/// The day of a noun that is said of it: in the clause that takes it up, between commas, or by the participle right behind it.
pub(super) fn own_day<'a>(view: &SentenceView<'_>, candidates: &'a [&'a Marked], at: usize) -> Option<&'a &'a Marked> {
    view.rules.nouns.at(view.tokens, at)?;
    let of_participle = || candidates.iter().find(|marked| is_of_own_participle(view, marked, at));
    let set_off = || candidates.iter().find(|marked| is_set_off(view, marked, at));
    of_relative(view, candidates, at).or_else(set_off).or_else(of_participle)
}

/// Tokens between an event noun and the clause that says more of it.
const TAKEN_UP: usize = 10;

/// *les obsèques mardi des victimes de l'attaque, qui a fait 132 morts dans la nuit du 4 au 5 juin*: what dates the losses of a noun
/// in the clause that takes it up.
fn of_relative<'a>(view: &SentenceView<'_>, candidates: &'a [&'a Marked], at: usize) -> Option<&'a &'a Marked> {
    let opens = (at + 1..at + TAKEN_UP).find(|&token| view.is(token, words::RELATIVE) || view.is_verb(token))?;
    let ends = |&token: &usize| view.folded(token) != "," && !view.is(token, words::RELATIVE);
    let length = (opens + 1..view.tokens.len()).take_while(ends).count();
    let clause = opens + 1..opens + 1 + length;
    let counts = |token: usize| view.rules.tolls.at(view.tokens, token).is_some() || kills(view, token);
    if !view.is(opens, words::RELATIVE) || !clause.clone().any(counts) {
        return None;
    }
    candidates.iter().find(|marked| clause.contains(&marked.tokens.start))
}

/// *a confirmé mercredi l'enlèvement, trois jours plus tôt, de huit écoliers*: between commas right behind the noun.
pub(super) fn is_set_off(view: &SentenceView<'_>, marked: &Marked, at: usize) -> bool {
    let start = marked.tokens.start;
    // "l'évacuation, le 2 juillet, de la base"
    let behind = start == at + 2 || start == at + 3 && view.is(at + 2, words::DETERMINER | words::AT);
    behind && view.folded(at + 1) == "," && view.folded(marked.tokens.end) == ","
}

/// *despite a truce signed in Juba a week earlier*: what dates the participle right behind the noun.
fn is_of_own_participle(view: &SentenceView<'_>, marked: &Marked, at: usize) -> bool {
    let (verb, start) = (at + 1, marked.tokens.start);
    view.is_form(verb, PARTICIPLE)
        && (verb + 1..verb + DATED).contains(&start)
        && view.crossing(verb, start) == 0
        && !view.any(verb..start, words::AUXILIARY | words::AND)
}

fn kills(view: &SentenceView<'_>, at: usize) -> bool {
    let mut told = view.verbs_at(at).filter_map(|reading| reading.trigger(view.rules));
    told.any(|trigger| trigger.kind == TriggerKind::Killing)
}
