//! [`TollWord`]: a word that makes a figure a toll: *killed*, *dead*, *the death toll*.

use super::claim::ClaimKind;
use super::clause::{SentenceView, VerbReading};
use super::kind::EventKind;
use super::rules::beginnings;
use super::rules::inflect::PARTICIPLE;
use super::rules::words;
use super::rules::{Need, TollRole, Trigger, TriggerKind, VerbUse};
use super::verb_group::{Mood, VerbGroup};

/// A word that makes a figure a toll.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TollWord {
    pub(crate) at: usize,
    pub(crate) end: usize,
    pub(crate) what: ClaimKind,
    pub(crate) role: TollRole,
    /// Whether what was counted stands before it.
    pub(crate) counts_before: bool,
    pub(crate) noun: bool,
}

impl TollWord {
    /// Those of a sentence, in order.
    pub(crate) fn find(view: &SentenceView<'_>) -> Vec<Self> {
        let counts = (0..view.tokens.len()).filter(|&at| view.may_begin(at, beginnings::TOLL));
        let outside = counts.filter(|&at| !view.is(at, words::TOPONYM | words::TIMEX));
        outside.filter_map(|at| verb(view, at).or_else(|| noun(view, at))).collect()
    }
}

fn verb(view: &SentenceView<'_>, at: usize) -> Option<TollWord> {
    if !view.is_verb(at) {
        return None;
    }
    let readings = view.verbs_at(at).filter_map(|reading| {
        let (what, role) = match reading.usage() {
            VerbUse::Toll(what, role) => (what, role),
            VerbUse::Trigger(index) => counted_by(view.rules.trigger(index)?)?,
            _ => return None,
        };
        let counts_before = counts_before(view, at, &reading, role)?;
        Some((reading.end, TollWord { at, end: reading_end(at, &reading), what, role, counts_before, noun: false }))
    });
    // "taken to hospital" says more than "taken"; of two alike, the first.
    readings.reduce(|best, other| if other.0 > best.0 { other } else { best }).map(|(_, word)| word)
}

/// Where a verb at a token ends, or those counted stand inside it: *took 121 pupils from their school*.
fn reading_end(at: usize, reading: &VerbReading<'_>) -> usize {
    reading.verb.words_before_object().map_or(reading.end, |words| at + 1 + words)
}

/// What a verb counts that tells of people taken, fled or given up.
fn counted_by(trigger: Trigger) -> Option<(ClaimKind, TollRole)> {
    let of_object = trigger.needs & Need::People.bit() != 0;
    match trigger.kind {
        TriggerKind::Seizing | TriggerKind::Is(EventKind::Abduction | EventKind::Arrest) => {
            Some((ClaimKind::Captured, TollRole::People))
        }
        TriggerKind::Is(EventKind::Displacement) if of_object => Some((ClaimKind::Displaced, TollRole::People)),
        TriggerKind::Is(EventKind::Displacement) => Some((ClaimKind::Displaced, TollRole::PeopleSubject)),
        TriggerKind::Is(EventKind::Surrender) => Some((ClaimKind::Surrendered, TollRole::PeopleSubject)),
        _ => None,
    }
}

/// Whether what was counted stands before the verb; `None` where it is none, or negated.
fn counts_before(view: &SentenceView<'_>, at: usize, reading: &VerbReading<'_>, role: TollRole) -> Option<bool> {
    let group = VerbGroup::new(view, at, reading)?;
    let ends_phrase = || reading.is_form(PARTICIPLE) && ends_phrase(view, &group, reading_end(at, reading));
    // A participle with no auxiliary may be the noun of the same letters: 23 blessés, 12 détenus.
    let is_noun = view.rules.tolls.at(view.tokens, at).is_some();
    let names_people = view.is(at, words::CIVILIAN | words::FIGHTER | words::PRISONER);
    let bare = (is_noun || names_people) && group.mood == Mood::BareParticiple
        || is_noun && (follows_number(view, &group) || ends_phrase());
    if group.negated || group.reflexive != reading.verb.reflexive || bare {
        return None;
    }
    Some(group.passive || role.is_subject() || ends_phrase())
}

/// *17 killed and 20 wounded*: the letters of a past, but a noun.
fn follows_number(view: &SentenceView<'_>, group: &VerbGroup) -> bool {
    group.start == group.at && group.at.checked_sub(1).is_some_and(|before| view.is_figure(before))
}

/// *six others hurt, a doctor said*, *nine labourers led away at gunpoint*: the letters of a past, but nothing follows that it was done to.
fn ends_phrase(view: &SentenceView<'_>, group: &VerbGroup, next: usize) -> bool {
    let stops = next >= view.tokens.len()
        || matches!(view.folded(next), "," | "." | ";" | ":" | ")" | "-" | "\"")
        || view.is(next, words::AND | words::TIMEX | words::AT | words::BY | words::DURING | words::NEAR);
    group.start == group.at && group.mood == Mood::Indicative && stops
}

fn noun(view: &SentenceView<'_>, at: usize) -> Option<TollWord> {
    let (length, (what, role)) = view.rules.tolls.at(view.tokens, at)?;
    // "34 bodies of rebels"
    let counted = role == TollRole::NounOf && at.checked_sub(1).is_some_and(|before| view.is_figure(before));
    Some(TollWord { at, end: at + length, what, role, counts_before: counted || role == TollRole::Noun, noun: true })
}
