//! [`Telling`]: how a sentence tells the event of a noun.

use super::helper_verb::HelperVerb;
use super::noun_head::NounHead;
use crate::event::certainty::{self, Standing};
use crate::event::clause::SentenceView;
use crate::event::mention::Certainty;
use crate::event::rules::{VerbUse, words};
use crate::reason::Statement;
use std::ops::Range;

/// Tokens from a verb to the losses that it denies.
const HARM: usize = 4;

/// How a sentence tells the event of a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Telling {
    /// As its news.
    New,
    /// As what is known: *confirmed the attack*.
    Again,
    /// As the circumstance of something else: *after clashes in*.
    Circumstance,
    /// As something known: an event only with a place or a day of its own.
    Known,
    /// As what another noun is of, *the climax of an offensive*: an event only with a place and a day of its own.
    Part,
}

/// The standing of a noun's event, and how it is told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub(super) standing: Standing,
    pub(super) how: Telling,
    /// Whether somebody announces it.
    pub(super) announced: bool,
}

impl Told {
    /// How a sentence tells the event of a noun.
    pub(super) fn new(view: &SentenceView<'_>, tokens: &Range<usize>, head: &NounHead, helpers: &[HelperVerb]) -> Self {
        if head.follows(view, words::EXISTS) {
            return Self::by(Standing::Certain(Certainty::Reported, Statement::SaidToHaveBeen), Telling::New);
        }
        let by_verb = || by_verb_before(view, head, helpers).or_else(|| by_verb_after(view, tokens.end, helpers));
        by_verb().unwrap_or_else(|| {
            let how = if head.follows(view, words::DURING | words::BY) {
                Telling::Circumstance
            } else if head.follows(view, words::WITH) {
                // "malgré l'avancée des rebelles"
                Telling::Part
            } else if is_headline(view, helpers) {
                Telling::New
            } else if head.series || head.is_complement(view) {
                Telling::Part
            } else {
                // "l'accord conclu le 23 novembre à Luanda", "the fall of Kabul in August 2021"
                Telling::Known
            };
            Self::by(certainty::of_noun(view, tokens.start), how)
        })
    }

    /// As what is known, whatever is said of it now.
    pub(super) fn known(view: &SentenceView<'_>, tokens: &Range<usize>) -> Self {
        Self::by(certainty::of_noun(view, tokens.start), Telling::Known)
    }

    fn by(standing: Standing, how: Telling) -> Self {
        Self { standing, how, announced: false }
    }
}

/// *ont lancé un assaut*, *a confirmé l'attaque*
fn by_verb_before(view: &SentenceView<'_>, head: &NounHead, helpers: &[HelperVerb]) -> Option<Told> {
    let verb = helpers.iter().rev().find(|verb| verb.takes(view, head))?;
    let (how, announced) = match verb.usage {
        VerbUse::Light => (Telling::New, false),
        // "announced that the withdrawal was over" tells of it.
        VerbUse::Announce => (Telling::Again, !view.any(verb.end..head.start, words::THAT)),
        VerbUse::Tell => (Telling::Again, false),
        // "No one has claimed responsibility for Sunday's bombing"
        VerbUse::Factive => return Some(Told::by(certainty::of_noun(view, head.noun), Telling::Again)),
        // "a éclaté un combat": the subject after its verb, with nothing between.
        VerbUse::Occur if verb.end == head.start && !head.definite => (Telling::New, false),
        _ => return None,
    };
    Some(Told { standing: certainty::of_verb(view, &verb.group), how, announced })
}

/// *une attaque a été menée*, *des combats ont éclaté*
fn by_verb_after(view: &SentenceView<'_>, end: usize, helpers: &[HelperVerb]) -> Option<Told> {
    let verb = helpers.iter().find(|verb| verb.is_said_of(view, end))?;
    // "The attack caused no casualties": it was made all the same.
    let harmless = verb.group.negated || view.any(verb.end..verb.end + HARM, words::NONE);
    if harmless && (verb.end..verb.end + HARM).any(|at| view.rules.tolls.at(view.tokens, at).is_some()) {
        return Some(Told::by(certainty::of_noun(view, end - 1), Telling::New));
    }
    Some(Told::by(certainty::of_verb(view, &verb.group), Telling::New))
}

/// A short line near the top with neither a full stop nor another verb that tells: *New attack on Goma*.
fn is_headline(view: &SentenceView<'_>, helpers: &[HelperVerb]) -> bool {
    let ends_open = !matches!(view.folded(view.tokens.len().saturating_sub(1)), "." | "!" | "?" | "\"");
    let tells = |at: usize| view.verbs_at(at).any(|reading| matches!(reading.usage(), VerbUse::Trigger(_)));
    view.sentence.paragraph <= 1
        && view.tokens.len() <= 18
        && ends_open
        && helpers.is_empty()
        && !(0..view.tokens.len()).any(tells)
}
