//! [`Section`]: the `[toponym]` section of a language pack, as it is written.

use super::cues::class;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a language says around place names. All words are compared folded.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Section {
    /// Countries whose papers are written in the language: a slight lean where nothing else decides.
    pub(super) home: Vec<String>,
    /// `le`, `the`.
    pub(super) articles: Vec<String>,
    /// `de`, `of`: between a noun and the name.
    pub(super) linking: Vec<String>,
    /// Of these, the words that hold an article: `du`.
    pub(super) contracted: Vec<String>,
    /// Prepositions that stand before places more than before people: `dans`, `in`.
    pub(super) locatives: Vec<String>,
    /// Prepositions that stand before towns: `à Québec`.
    pub(super) town_locatives: Vec<String>,
    /// Prepositions that stand before areas: `au Québec`.
    pub(super) area_locatives: Vec<String>,
    /// Of all prepositions those that hardly stand before anything but a place: `à`, `near`.
    pub(super) surely_where: Vec<String>,
    /// Words for a day that may stand between a verb and its object: `ont attaqué jeudi X`.
    pub(super) days: Vec<String>,
    /// Prepositions before what an attack is on: `sur`, `against`.
    pub(super) targets: Vec<String>,
    /// Nouns and verbs before such a preposition that are or happen somewhere: `attentat`, `situé`, `killed`.
    pub(super) stays: Vec<String>,
    /// Verb forms behind a name that are said of places: `tombée`, `lies`.
    pub(super) befalls_places: Vec<String>,
    /// Pronouns that open a clause which says more of a thing: `which`.
    pub(super) relatives: Vec<String>,
    /// Prepositions that say nothing of what follows: `selon`, `against`.
    pub(super) prepositions: Vec<String>,
    /// Words before `de X` that show X to be a place: `périphérie`, `outskirts`.
    pub(super) heads_of_places: Vec<String>,
    /// Nouns behind a name that show it to be a place: `a Hoover man`, `Reading residents`.
    pub(super) tails_of_places: Vec<String>,
    /// Verb forms whose object is mostly a place: `repris`, `captured`.
    pub(super) acts_on_places: Vec<String>,
    /// `nord`, `east`.
    pub(super) directions: Vec<String>,
    /// `et`, `and`.
    pub(super) conjunctions: Vec<String>,
    /// Words that begin sentences and are no names, besides the prepositions and articles.
    pub(super) function_words: Vec<String>,
    /// Words of the language that are also towns' names: `nice`, `tours`.
    pub(super) ordinary: Vec<String>,
    /// `M`, `général`, `Mr`.
    pub(super) titles: Vec<String>,
    /// Titles that also stand behind a place's name: `Boston Mayor`.
    pub(super) roles: Vec<String>,
    /// Given names.
    pub(super) given_names: Vec<String>,
    /// `ans`, `years`.
    pub(super) ages: Vec<String>,
    /// Capitalised words that begin an organisation's name: `Université`, `Bank`.
    pub(super) organisation_heads: Vec<String>,
    /// Capitalised words that end an organisation's name: `Times`, `University`.
    pub(super) organisation_tails: Vec<String>,
    /// Nouns, in lower case too, that bear a place's name without being there: `traité de Lisbonne`, `Lassa fever`.
    pub(super) named_after: Vec<String>,
    /// First words of the names of seats that stand for those who sit there: `Kremlin`.
    pub(super) seats: Vec<String>,
    /// Of these, the ones that are read as the name of a body and no longer as a place's: `Pentagon`, `White House`.
    pub(super) bodies: Vec<String>,
    /// `rue`, `avenue`.
    pub(super) streets: Vec<String>,
    /// Words before `de X` that make X stand for its rulers: `autorités`.
    pub(super) authorities: Vec<String>,
    /// Past participles and finite verbs of saying and deciding.
    pub(super) reporting: Vec<String>,
    /// `a`, `ont`, `has`.
    pub(super) auxiliaries: Vec<String>,
    /// `par`, `by`.
    pub(super) agents: Vec<String>,
    /// `capitale`, `chef-lieu`.
    pub(super) capitals: Vec<String>,
    /// News agencies, as in `KABOUL (AFP)`.
    pub(super) agencies: Vec<String>,
    /// Lower-case words that belong to the name of a water or a range where the gazetteer has them: `mer Noire`.
    pub(super) generics: Vec<String>,
    /// Kind of place to the words before (or, in some languages, behind) the name that tell it; a key may be `region province`.
    pub(super) kinds: BTreeMap<String, Vec<String>>,
    /// Whether the words of `kinds` also stand behind the name: `Takhar province`.
    pub(super) kinds_behind: bool,
    /// Of the words of `kinds`, those that tell the kind of all names of a list: `Shelby and Darke counties`.
    pub(super) kinds_of_several: Vec<String>,
    /// Towns that no country is called like in the language, whatever it is called in others: `Mexico` beside `Mexique`.
    pub(super) no_countries: Vec<String>,
    /// Nouns right before the name of a newspaper, an agency, a firm: `l'agence Sana`.
    pub(super) heads_of_bodies: Vec<String>,
    /// Of the words of `kinds`, those that behind a division of a home country name its university: `Ohio State`.
    pub(super) school_kinds: Vec<String>,
    /// Whether a home country or its division with a number behind is a road: `U.S. 95`, `Texas 121`.
    pub(super) numbered_roads: bool,
    /// Country code to the adjectives and nouns for its people.
    pub(super) demonyms: BTreeMap<String, Vec<String>>,
}

impl Section {
    /// The words of each class.
    pub(super) fn classes(&self) -> [(u64, &[String]); 41] {
        [
            (class::ARTICLE, &self.articles),
            (class::LINKING, &self.linking),
            (class::LOCATIVE, &self.locatives),
            (class::TOWN_LOCATIVE, &self.town_locatives),
            (class::LOCATIVE, &self.town_locatives),
            (class::AREA_LOCATIVE, &self.area_locatives),
            (class::LOCATIVE, &self.area_locatives),
            (class::PREPOSITION, &self.prepositions),
            (class::PLACE_HEAD, &self.heads_of_places),
            (class::DIRECTION, &self.directions),
            (class::CONJUNCTION, &self.conjunctions),
            (class::FUNCTION, &self.function_words),
            (class::ORDINARY, &self.ordinary),
            (class::TITLE, &self.titles),
            (class::ROLE, &self.roles),
            (class::GIVEN, &self.given_names),
            (class::AGE, &self.ages),
            (class::ORGANISATION_HEAD, &self.organisation_heads),
            (class::ORGANISATION_TAIL, &self.organisation_tails),
            (class::NAMED_AFTER, &self.named_after),
            (class::SEAT, &self.seats),
            (class::CONTRACTED, &self.contracted),
            (class::ACTS_ON_PLACE, &self.acts_on_places),
            (class::STREET, &self.streets),
            (class::AUTHORITY, &self.authorities),
            (class::REPORTING, &self.reporting),
            (class::AUXILIARY, &self.auxiliaries),
            (class::AGENT, &self.agents),
            (class::AGENCY, &self.agencies),
            (class::GENERIC, &self.generics),
            (class::PLACE_TAIL, &self.tails_of_places),
            (class::WHERE, &self.surely_where),
            (class::TARGET, &self.targets),
            (class::DAY, &self.days),
            (class::RELATIVE, &self.relatives),
            (class::STAY, &self.stays),
            (class::BEFALLS, &self.befalls_places),
            (class::BODY, &self.bodies),
            (class::SEVERAL, &self.kinds_of_several),
            (class::APPOSED, &self.heads_of_bodies),
            (class::NO_COUNTRY, &self.no_countries),
        ]
    }
}
