//! Names of capitals that stand for those who govern: *reinforcements from Kabul*, *slogans against Kigali*, *the general staff in Kyiv*.
//! Nothing is said to happen there, so that nothing later is about them.

use super::places::Places;
use super::rules::Rules;
use super::rules::words::{self, Classes};
use crate::gazetteer::PlaceId;
use crate::language::AnalysedText;
use crate::span::Span;

/// Tokens back from a preposition to the noun before it.
const HEAD: usize = 3;

/// Whether a place is the capital of its country.
pub(crate) fn is_seat(places: &dyn Places, place: PlaceId) -> bool {
    places.country(place).and_then(|country| places.capital(country)) == Some(place)
}

/// Whether the words before a name say that it is not where something is or happens.
pub(crate) fn is_of_rulers(text: &AnalysedText<'_>, rules: &Rules, name: Span) -> bool {
    let tokens = text.tokens();
    let floor = text.sentences.get(text.sentence_at(name.start())).map_or(0, |sentence| sentence.tokens.start);
    let classes = |at: usize| tokens.get(at).map_or(0, |token| rules.words.classes(token, text.text));
    let is = |at: usize, class: Classes| classes(at) & class != 0;
    let passed = |at: &usize| is(*at, words::DETERMINER | words::ADJECTIVE);
    let first = text.tokens.index_at(name.start());
    let Some(link) = (floor..first).rev().find(|at| !passed(at)) else { return false };
    let office = || link > floor && is(link - 1, words::OFFICE);
    if is(link, words::AT | words::NEAR | words::TOWARDS) {
        return is(link, words::AT) && office();
    }
    // "the people of Kabul", "a street of Kabul" are there.
    let there = words::PLACE_NOUN | words::EDGE | words::CIVILIAN | words::NEAR;
    let of_place = || (link.saturating_sub(HEAD).max(floor)..link).any(|at| is(at, there));
    is(link, words::AGAINST | words::WITH | words::BETWEEN) || is(link, words::FROM | words::OF) && !of_place()
}
