//! Names of places that no gazetteer knows, told by the words before them.

use super::Site;
use crate::event::clause::{SentenceView, VerbReading};
use crate::event::discourse::Discourse;
use crate::event::kind::EventKind;
use crate::event::link::PlacePhrase;
use crate::event::mention::PlaceHow;
use crate::event::rules::{PlaceRole, Trigger, TriggerKind, words};
use crate::gazetteer::PlaceKind;
use crate::language::LetterCase;
use std::ops::Range;

/// A name after *à* or *the village of* that no gazetteer knows: it lies in the area that the paragraph or the report is about,
/// if any.
pub(crate) fn unknown_site(view: &SentenceView<'_>, discourse: &Discourse<'_>, at: usize) -> Option<Site> {
    // Most words have no capital.
    let end = if is_cased(view, at) { name_end(view, at)? } else { return None };
    let phrase = PlacePhrase::before(view, at);
    // "in Mudiyah, in Abyan province": the area is named.
    let held = view.toponyms.iter().any(|marked| {
        let start = marked.tokens.start;
        start >= end && start - end <= 8 && view.crossing(end - 1, start) <= 1
    });
    if held {
        return None;
    }
    let direct = at.checked_sub(1).is_some_and(|before| view.is(before, words::LOCATIVE) && !tells_who(view, before));
    let said =
        direct || is_taken(view, at..end) || (phrase.passed & words::SETTLED != 0 && phrase.passed & words::SITE == 0);
    if !said || view.is(end, words::SITE) {
        return None;
    }
    let area = discourse.area(view.tokens.get(at)?.span.start(), view.sentence.paragraph);
    Some(Site {
        tokens: at..end,
        phrase,
        place: area.map(|named| named.place),
        kind: area.map_or(PlaceKind::Village, |named| named.kind),
        how: PlaceHow::Described,
        span: view.span(at..end),
        toponym: area.map(|named| named.toponym),
        described: false,
        of_rulers: false,
    })
}

/// *captured Geissan*: one name right behind a verb that takes places.
fn is_taken(view: &SentenceView<'_>, name: Range<usize>) -> bool {
    let takes = |reading: VerbReading<'_>| {
        let of_place = |trigger: Trigger| {
            trigger.kind == TriggerKind::Is(EventKind::Capture) && trigger.place == PlaceRole::Object
        };
        reading.trigger(view.rules).is_some_and(of_place)
            && view.crossing(reading.end - 1, name.start) == 0
            && (reading.end..name.start).all(|at| view.is(at, words::TIMEX))
    };
    let verb = (0..name.start).rev().find(|&at| !view.is(at, words::TIMEX)).filter(|_| name.len() == 1);
    verb.is_some_and(|verb| view.verbs_at(verb).any(takes))
}

/// *a déclaré à Reuters*
fn tells_who(view: &SentenceView<'_>, preposition: usize) -> bool {
    preposition.checked_sub(1).is_some_and(|before| view.is(before, words::SPEECH | words::PRONOUN))
}

/// Whether a word has a capital.
pub(super) fn is_cased(view: &SentenceView<'_>, at: usize) -> bool {
    view.tokens.get(at).is_some_and(|token| !matches!(token.case, LetterCase::None | LetterCase::Lower))
}

/// The end of a capitalised name at `at` that nothing else is known of.
pub(super) fn name_end(view: &SentenceView<'_>, at: usize) -> Option<usize> {
    let starts = |at: usize| {
        let token = view.tokens.get(at);
        token.is_some_and(|token| matches!(token.case, LetterCase::Capital | LetterCase::Mixed))
            && view.classes_at(at) & !words::SPEECH == 0
            && view.rules.actor_at(view.tokens, at).is_none()
            && view.word(at).chars().count() > 2
    };
    let name = |at: usize| {
        is_cased(view, at) && view.word(at).starts_with(char::is_uppercase) && view.word(at).chars().count() <= 3
    };
    // "Al-Joubah"
    let joined = name(at) && view.folded(at + 1) == "-" && starts(at + 2);
    if !(starts(at) || joined) {
        return None;
    }
    let mut end = at + 1;
    while starts(end) || (view.folded(end) == "-" && end + 1 < view.tokens.len() && !view.is_number(end + 1)) {
        end += if starts(end) { 1 } else { 2 };
    }
    Some(end)
}
