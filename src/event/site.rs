//! [`Site`]: what in a sentence could be where an event was: a place name, or a noun for a place.

mod capital;
mod unknown;

use super::clause::SentenceView;
use super::discourse::{Discourse, Named};
use super::link::{Link, PlacePhrase};
use super::mention::{MentionPlace, PlaceHow};
use super::rules::words::{self, Classes};
use crate::gazetteer::{PlaceId, PlaceKind};
use crate::span::Span;
use capital::{capital, capital_of_people, has_capital};
use std::ops::Range;
pub(crate) use unknown::unknown_site;
use unknown::{is_cased, name_end};

/// A place name, or a noun for a place, that could be where an event was.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub(crate) tokens: Range<usize>,
    pub(crate) phrase: PlacePhrase,
    /// `None` for a name that no gazetteer knows, in no area that the report names.
    pub(crate) place: Option<PlaceId>,
    pub(crate) kind: PlaceKind,
    how: PlaceHow,
    span: Span,
    toponym: Option<usize>,
    /// The noun that stands for the place, where no name does.
    pub(crate) described: bool,
    /// Whether it is a capital that stands for those who govern: *the answer of Kabul*.
    pub(crate) of_rulers: bool,
}

impl Site {
    /// Whether its own words say where it is: *the provincial capital*.
    pub(crate) fn is_told(&self) -> bool {
        self.how == PlaceHow::Described
    }

    /// Where that is; `None` for a name that no gazetteer knows, in no area that the report names.
    pub(crate) fn mention_place(&self) -> Option<MentionPlace> {
        let near = self.phrase.near && !self.kind.is_area();
        self.place.map(|place| MentionPlace {
            place,
            how: self.how,
            near,
            span: self.span,
            toponym: self.toponym.and_then(|index| u32::try_from(index).ok()),
        })
    }
}

pub(crate) fn named_site(
    view: &SentenceView<'_>,
    discourse: &Discourse<'_>,
    tokens: Range<usize>,
    phrase: PlacePhrase,
    place: PlaceId,
    span: Span,
    toponym: usize,
) -> Site {
    let kind = discourse.places.kind(place);
    // "the provincial capital of Badghis", "Somalia's capital" are towns.
    let one = phrase.passed & words::PLURAL == 0;
    let capital = (one && (phrase.passed & words::CAPITAL != 0 || has_capital(view, tokens.end)) && kind.is_area())
        .then(|| discourse.places.capital(place))
        .flatten();
    let (place, how) = capital.map_or((place, PlaceHow::Named), |capital| (capital, PlaceHow::Described));
    Site {
        tokens,
        phrase,
        place: Some(place),
        kind: discourse.places.kind(place),
        how,
        span,
        toponym: Some(toponym),
        described: false,
        of_rulers: discourse.is_of_rulers(span),
    }
}

/// *There*: the place named last, or that of the last event, where nothing is said to be there (*there were clashes*).
pub(crate) fn there(view: &SentenceView<'_>, discourse: &Discourse<'_>, at: usize) -> Option<Site> {
    let opens = view.is(at + 1, words::BE | words::HAVE | words::MODAL | words::FUTURE | words::CONDITIONAL)
        && at.checked_sub(1).is_none_or(|before| view.is_mark(before) || view.is(before, words::THAT | words::AND));
    // "il y a", "il n'y a pas"
    let impersonal =
        view.is(at, words::PRONOUN) && (at.saturating_sub(3)..at).any(|before| view.folded(before) == "il");
    if impersonal {
        return None;
    }
    let offset = view.tokens.get(at)?.span.start();
    let named = discourse.there(offset, view.sentence.paragraph).filter(|_| !opens)?;
    let mut phrase = PlacePhrase::before(view, at);
    phrase.link = Link::At;
    let (span, toponym) = (view.span(at..at + 1), Some(named.toponym));
    let (place, kind, how) = (Some(named.place), named.kind, PlaceHow::FromContext);
    Some(Site { tokens: at..at + 1, phrase, place, kind, how, span, toponym, described: true, of_rulers: false })
}

/// A noun for a place: *the city*, *a provincial capital*, *another district*, *50 districts*, *the latter*.
pub(crate) fn described_site(view: &SentenceView<'_>, discourse: &Discourse<'_>, at: usize) -> Option<Site> {
    let classes = view.classes_at(at);
    if is_named(view, at) {
        return None;
    }
    if let Some(site) = capital_of_people(view, discourse, at) {
        return Some(site);
    }
    let phrase = PlacePhrase::before(view, at);
    let passed = phrase.passed;
    let offset = view.tokens.get(at)?.span.start();
    // "50 districts" are all over the country, "two posts" are those of the town.
    let of_town = classes & words::PLACE_NOUN == words::SITE;
    let plural_noun = classes & (words::SITE | words::COUNTRY) == 0 && view.folded(at).ends_with(['s', 'x']);
    // "the villages attacked on Tuesday" are those of the place that is spoken of.
    let known = passed & words::DEFINITE != 0 && classes & words::VILLAGE != 0;
    let several =
        !of_town && !known && (plural_noun || (passed & words::PLURAL != 0 && passed & words::INDEFINITE == 0));
    let (place, kind, named) = if classes & words::LATTER != 0 {
        let named = discourse.latter(offset)?;
        (named.place, named.kind, named)
    } else if several || classes & words::COUNTRY != 0 {
        let (place, named) = discourse.country(offset)?;
        (place, PlaceKind::Country, named)
    } else if let Some(capital) = capital(view, discourse, at, passed) {
        capital
    } else {
        let around = (view.sentence.paragraph, view.sentence.span.start());
        let again = discourse.called(view.tokens.get(at)?.word, offset).filter(|_| passed & words::DEFINITE != 0);
        let named = again.or_else(|| antecedent(discourse, classes, passed, offset, around))?;
        (named.place, named.kind, named)
    };
    // What a building stands for by a name that comes sentences later is no more than what the text is about.
    let far = classes & words::PLACE_NOUN == words::SITE && named.offset >= view.sentence.span.end();
    // "the capital" says where it is by itself.
    let told = (named.offset > offset && !far) || named.place != place;
    let how = if told && !several { PlaceHow::Described } else { PlaceHow::FromContext };
    let span = view.span(phrase.start..at + 1);
    let toponym = Some(named.toponym);
    let tokens = at..at + 1;
    Some(Site { tokens, phrase, place: Some(place), kind, how, span, toponym, described: true, of_rulers: false })
}

/// *le camp de Maram*: a site with a name of its own, which stands for nothing told before.
fn is_named(view: &SentenceView<'_>, at: usize) -> bool {
    let mut name = at + 1;
    while view.is(name, words::OF | words::DETERMINER) || view.folded(name) == "'" {
        name += 1;
    }
    let unknown = !view.is(name, words::TOPONYM) && is_cased(view, name) && name_end(view, name).is_some();
    name > at + 1 && view.is(at, words::SITE) && unknown
}

fn antecedent(
    discourse: &Discourse<'_>,
    classes: Classes,
    passed: Classes,
    offset: usize,
    (paragraph, sentence): (usize, usize),
) -> Option<Named> {
    let class = classes & words::PLACE_NOUN;
    if passed & words::OTHER != 0 {
        return discourse.focus;
    }
    if passed & words::INDEFINITE != 0 && class & words::SITE == 0 {
        return discourse.next_of(class, offset).or_else(|| discourse.last_of(class, offset, paragraph));
    }
    let site = (class == words::SITE).then(|| host(discourse, offset, paragraph, sentence)).flatten();
    site.or_else(|| discourse.last_of(class, offset, paragraph))
        .or_else(|| discourse.next_of(class, offset).filter(|named| named.paragraph <= paragraph + 1))
        .or_else(|| discourse.about(offset, paragraph))
}

/// The town or district that *the bazaar* or *the governor's office* is in: the sentence's own, else that of what the text is about.
fn host(discourse: &Discourse<'_>, offset: usize, paragraph: usize, sentence: usize) -> Option<Named> {
    let holds = |named: &Named| named.kind.is_town_or_district();
    let own = discourse.last_told(offset).filter(|named| named.offset >= sentence);
    match own.filter(|named| named.kind == PlaceKind::Province) {
        // "In the neighbouring province of Samangan, jets bombed positions": no town of another province is meant.
        Some(area) => Some(discourse.town_in(area.place, offset, paragraph).unwrap_or(area)),
        None => own.filter(holds).or_else(|| discourse.about(offset, paragraph).filter(holds)),
    }
}
