//! Capitals that no name says: *the Somali capital*, *Somalia's capital*, *the provincial capital*.

use super::Site;
use crate::event::clause::SentenceView;
use crate::event::discourse::{Discourse, Named};
use crate::event::link::PlacePhrase;
use crate::event::mention::PlaceHow;
use crate::event::rules::words::{self, Classes};
use crate::gazetteer::{PlaceId, PlaceKind};

/// *Somalia's capital*, but not *Somalia's capital, Mogadishu*
pub(super) fn has_capital(view: &SentenceView<'_>, end: usize) -> bool {
    let named = (end + 3..end + 5).any(|at| view.is(at, words::TOPONYM));
    view.folded(end) == "'" && view.folded(end + 1) == "s" && view.is(end + 2, words::CAPITAL) && !named
}

/// *The Somali capital*, *la capitale somalienne*
pub(super) fn capital_of_people(view: &SentenceView<'_>, discourse: &Discourse<'_>, at: usize) -> Option<Site> {
    if !view.is(at, words::NATIONAL) || view.is(at, words::TOPONYM) {
        return None;
    }
    let country = |at: usize| discourse.places.country_of_code(view.rules.demonym(view.tokens.get(at)?.word)?);
    let before = at.checked_sub(1).and_then(|before| Some((country(before)?, before, at + 1)));
    let (country, start, end) = before.or_else(|| Some((country(at + 1)?, at, at + 2)))?;
    // "the Somali capital, Mogadishu": its name follows.
    if (end..end + 2).any(|at| view.is(at, words::TOPONYM)) {
        return None;
    }
    let place = discourse.places.capital(country)?;
    Some(Site {
        tokens: start..end,
        phrase: PlacePhrase::before(view, start),
        place: Some(place),
        kind: discourse.places.kind(place),
        how: PlaceHow::Described,
        span: view.span(start..end),
        toponym: None,
        described: true,
        of_rulers: false,
    })
}

/// *The capital* of the country that the text is about, *the provincial capital* of the province that it tells of.
pub(super) fn capital(
    view: &SentenceView<'_>,
    discourse: &Discourse<'_>,
    at: usize,
    passed: Classes,
) -> Option<(PlaceId, PlaceKind, Named)> {
    let regional = passed & words::REGIONAL != 0;
    // The words before the last one of "chef-lieu" count as its adjectives.
    let compound = at.checked_sub(1).is_some_and(|before| view.folded(before) == "-");
    // "the former capital", "Laukkai, capital of the Kokang region"
    let other = passed & (words::INDEFINITE | words::OTHER | words::PLURAL) != 0
        || (passed & words::ADJECTIVE != 0 && !regional && !compound)
        || at.checked_sub(1).is_some_and(|before| view.folded(before) == ",");
    if !view.is(at, words::CAPITAL) || other {
        return None;
    }
    let offset = view.tokens.get(at)?.span.start();
    let of = |class: Classes| {
        // "chef-lieu de la province": the noun may be of several words.
        let inside = |token: usize| {
            view.is(token, words::OF | words::DETERMINER | words::CAPITAL)
                || view.is_mark(token) && view.folded(token) != ","
        };
        let last = (at + 1..at + 7).find(|&token| !inside(token));
        last.is_some_and(|token| view.is(token, class))
    };
    let (place, named) = if regional || of(words::REGIONAL | words::PROVINCE) {
        let around = discourse.place_of_paragraph(view.sentence.paragraph, offset)?;
        (discourse.places.capital(discourse.province_around(around, offset)?)?, around)
    } else if passed & words::DEFINITE != 0 && view.is(at, words::NATIONAL) {
        let (country, named) = discourse.country(offset)?;
        (discourse.places.capital(country)?, named)
    } else {
        return None;
    };
    Some((place, discourse.places.kind(place), named))
}
