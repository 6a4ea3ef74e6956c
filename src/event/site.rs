//! [`Site`]: what in a sentence could be where an event was: a place name, or a noun for a place.

use super::clause::{SentenceView, VerbReading};
use super::discourse::{Discourse, Named};
use super::kind::EventKind;
use super::link::{Link, PlacePhrase};
use super::mention::{MentionPlace, PlaceHow};
use super::rules::words::{self, Classes};
use super::rules::{PlaceRole, TriggerKind, VerbUse};
use crate::gazetteer::{PlaceId, PlaceKind};
use crate::language::LetterCase;
use crate::span::Span;
use std::ops::Range;

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

/// *Somalia's capital*, but not *Somalia's capital, Mogadishu*
fn has_capital(view: &SentenceView<'_>, end: usize) -> bool {
    let named = (end + 3..end + 5).any(|at| view.is(at, words::TOPONYM));
    view.folded(end) == "'" && view.folded(end + 1) == "s" && view.is(end + 2, words::CAPITAL) && !named
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
    let several = !of_town && (plural_noun || (passed & words::PLURAL != 0 && passed & words::INDEFINITE == 0));
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

/// *The Somali capital*, *la capitale somalienne*
fn capital_of_people(view: &SentenceView<'_>, discourse: &Discourse<'_>, at: usize) -> Option<Site> {
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
fn capital(
    view: &SentenceView<'_>,
    discourse: &Discourse<'_>,
    at: usize,
    passed: Classes,
) -> Option<(PlaceId, PlaceKind, Named)> {
    let regional = passed & words::REGIONAL != 0;
    // "the former capital", "Laukkai, capital of the Kokang region"
    let other = passed & (words::INDEFINITE | words::OTHER | words::PLURAL) != 0
        || (passed & words::ADJECTIVE != 0 && !regional)
        || at.checked_sub(1).is_some_and(|before| view.folded(before) == ",");
    if !view.is(at, words::CAPITAL) || other {
        return None;
    }
    let offset = view.tokens.get(at)?.span.start();
    let of = |class: Classes| {
        let last =
            (at + 1..at + 5).find(|&token| !view.is(token, words::OF | words::DETERMINER) && view.folded(token) != "'");
        last.is_some_and(|token| view.is(token, class))
    };
    let (place, named) = if regional || of(words::REGIONAL | words::PROVINCE) {
        let around = discourse.place_of_paragraph(view.sentence.paragraph, offset)?;
        (discourse.places.capital(discourse.places.province(around.place)?)?, around)
    } else if passed & words::DEFINITE != 0 && view.is(at, words::NATIONAL) {
        let (country, named) = discourse.country(offset)?;
        (discourse.places.capital(country)?, named)
    } else {
        return None;
    };
    Some((place, discourse.places.kind(place), named))
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

/// A name after *à* or *the village of* that no gazetteer knows: it lies in the area that the paragraph or the report is about,
/// if any.
pub(crate) fn unknown_site(view: &SentenceView<'_>, discourse: &Discourse<'_>, at: usize) -> Option<Site> {
    // Most words have no capital.
    let end = if is_cased(view, at) { name_end(view, at)? } else { return None };
    let phrase = PlacePhrase::before(view, at);
    let settled = words::CITY | words::VILLAGE | words::DISTRICT;
    // "in Mudiyah, in Abyan province": the area is named.
    let held = view.toponyms.iter().any(|marked| {
        let start = marked.tokens.start;
        start >= end && start - end <= 8 && view.crossing(end - 1, start) <= 1
    });
    if held {
        return None;
    }
    let direct = at.checked_sub(1).is_some_and(|before| view.is(before, words::LOCATIVE) && !tells_who(view, before));
    let said = direct || is_taken(view, at..end) || (phrase.passed & settled != 0 && phrase.passed & words::SITE == 0);
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
        let VerbUse::Trigger(index) = reading.usage() else { return false };
        view.crossing(reading.end - 1, name.start) == 0
            && (reading.end..name.start).all(|at| view.is(at, words::TIMEX))
            && view.rules.trigger(index).is_some_and(|trigger| {
                trigger.kind == TriggerKind::Is(EventKind::Capture) && trigger.place == PlaceRole::Object
            })
    };
    let verb = (0..name.start).rev().find(|&at| !view.is(at, words::TIMEX)).filter(|_| name.len() == 1);
    verb.is_some_and(|verb| view.verbs_at(verb).any(takes))
}

/// *a déclaré à Reuters*
fn tells_who(view: &SentenceView<'_>, preposition: usize) -> bool {
    preposition.checked_sub(1).is_some_and(|before| view.is(before, words::SPEECH | words::PRONOUN))
}

/// Whether a word has a capital.
fn is_cased(view: &SentenceView<'_>, at: usize) -> bool {
    view.tokens.get(at).is_some_and(|token| !matches!(token.case, LetterCase::None | LetterCase::Lower))
}

/// The end of a capitalised name at `at` that nothing else is known of.
fn name_end(view: &SentenceView<'_>, at: usize) -> Option<usize> {
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
    let own = discourse.latter(offset).filter(|named| named.offset >= sentence);
    match own.filter(|named| named.kind == PlaceKind::Province) {
        // "In the neighbouring province of Samangan, jets bombed positions": no town of another province is meant.
        Some(area) => Some(discourse.town_in(area.place, offset, paragraph).unwrap_or(area)),
        None => own.filter(holds).or_else(|| discourse.about(offset, paragraph).filter(holds)),
    }
}
