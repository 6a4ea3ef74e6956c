//! Names of capitals that stand for those who govern: *reinforcements from Kabul*, *slogans against Kigali*, *the general staff in Kyiv*.
//! Nothing is said to happen there, so that nothing later is about them.

use super::before_name::BeforeName;
use super::places::Places;
use super::rules::Rules;
use super::rules::words;
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
    let before = BeforeName::new(text, rules, name);
    let Some(link) = before.link(|at| before.is(at, words::DETERMINER | words::ADJECTIVE)) else { return false };
    if before.is(link, words::AT | words::NEAR | words::TOWARDS) {
        return before.is(link, words::AT) && before.follows(link, words::OFFICE);
    }
    // "the people of Kabul", "a street of Kabul" are there.
    let there = words::PLACE_NOUN | words::EDGE | words::CIVILIAN | words::NEAR;
    let of_place = || (link.saturating_sub(HEAD).max(before.floor)..link).any(|at| before.is(at, there));
    before.is(link, words::AGAINST | words::WITH | words::BETWEEN)
        || before.is(link, words::FROM | words::OF) && !of_place()
}
