//! [`Names`]: the distinct names of a report, each with what it could stand for and how it is used throughout.

use super::cues::KindSet;
use super::memory::Memory;
use super::sense::{MOST_CANDIDATES, Sense, is_borrowed, sense};
use crate::gazetteer::name_key::name_key;
use crate::gazetteer::{Gazetteer, NameForm, NameMatch, PlaceId, PlaceKind, Point};
use rustc_hash::FxHashMap;

/// The word that the gazetteer has behind the names of places of a kind, and texts elsewhere: `fleuve Niger`, `Shelby and Darke counties`.
pub(super) const WORDS_OF_KINDS: [(PlaceKind, &str); 2] =
    [(PlaceKind::River, "River"), (PlaceKind::District, "County")];

/// How far a country stands before a town of its own that is called like it, in decades of population: Luxembourg, Djibouti, Mexico.
const COUNTRY_FIRST: f32 = 0.9;

/// One distinct name of a report.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) senses: Vec<Sense>,
    /// Bytes of the name as it first stands.
    pub(super) letters: usize,
    /// Words of the name.
    pub(super) words: usize,
    /// The kinds that its own words tell.
    pub(super) own_kinds: KindSet,
    /// The best standing that any occurrence has as a place's name.
    pub(super) best_standing: f32,
    /// Occurrences within a person's name.
    pub(super) persons: u32,
    /// Occurrences behind a capitalised word that no list knows: mostly a person's given name.
    pub(super) surnames: u32,
    /// Occurrences that their own surroundings show to be a place's.
    pub(super) shown: u32,
    /// Also stands in lower case in the report.
    pub(super) in_lower_case: bool,
    /// A country of the language's press, or a division of one.
    pub(super) is_home_area: bool,
}

/// The distinct names, in order of first occurrence.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    pub(super) items: Vec<Name>,
    by_match: FxHashMap<NameMatch, usize>,
}

impl Names {
    /// Adds what the gazetteer has with the word for its kind: the `Niger River` to what `fleuve Niger` can mean.
    pub(super) fn add_with(
        &mut self,
        number: usize,
        surface: &str,
        (kind, word): (PlaceKind, &str),
        gazetteer: &Gazetteer,
    ) {
        let Some(name) = self.items.get_mut(number) else { return };
        if name.senses.iter().any(|sense| sense.kind == kind) {
            return;
        }
        let key = name_key(&format!("{surface} {word}"));
        let named =
            gazetteer.candidates(&key).filter(|named| gazetteer.kind(named.place) == kind).take(MOST_CANDIDATES);
        name.senses.extend(named.map(|named| sense(gazetteer, named.place, named.form)));
    }

    /// The number of a match's name, looked up when it is new.
    pub(super) fn number(&mut self, found: NameMatch, memory: &mut Memory<'_>) -> usize {
        if let Some(&number) = self.by_match.get(&found) {
            return number;
        }
        let number = self.items.len();
        self.items.push(Name {
            senses: memory.senses(found),
            letters: 0,
            words: found.words,
            own_kinds: KindSet::default(),
            best_standing: f32::MIN,
            persons: 0,
            surnames: 0,
            shown: 0,
            in_lower_case: false,
            is_home_area: false,
        });
        self.by_match.insert(found, number);
        number
    }
}

impl Name {
    /// Leans to the kind that the name's own words tell: the Red Sea is a sea before it is a province of that name.
    pub(super) fn prefer_own_kind(&mut self) {
        for sense in &mut self.senses {
            if self.own_kinds.has(sense.kind) {
                sense.prior += 1.5;
                sense.score = sense.prior;
            }
        }
    }

    /// The likeliest sense so far.
    pub(super) fn best(&self) -> Option<&Sense> {
        self.senses.iter().max_by(|a, b| a.score.total_cmp(&b.score).then(b.place.cmp(&a.place)))
    }

    /// Lifts towns over the division of the same name that they lie in, and leans to the countries in `home`.
    pub(super) fn prefer_towns(&mut self, home: &[[u8; 2]]) {
        let divisions: Vec<(PlaceId, f32, Point)> = self
            .senses
            .iter()
            .filter(|sense| matches!(sense.kind, PlaceKind::Province | PlaceKind::District))
            .map(|sense| (sense.place, sense.prior, sense.point))
            .collect();
        let countries: Vec<(f32, [u8; 2])> = self
            .senses
            .iter()
            .filter(|sense| sense.kind == PlaceKind::Country)
            .map(|sense| (sense.prior, sense.country))
            .collect();
        let is_area = |kind| matches!(kind, PlaceKind::Country | PlaceKind::Province);
        let borrowed = self.borrowed();
        self.is_home_area = self.senses.iter().any(|sense| is_area(sense.kind) && home.contains(&sense.country));
        for sense in &mut self.senses {
            if let Some((prior, _)) =
                countries.iter().find(|(_, country)| sense.kind == PlaceKind::City && *country == sense.country)
            {
                sense.prior = sense.prior.min(prior - COUNTRY_FIRST);
            }
            let holder = divisions
                .iter()
                .find(|(division, _, point)| sense.admin1 == Some(*division) || point.distance_km(sense.point) < 120.0);
            // Minnesota is no spelling of Minneota in it.
            let bears_it = sense.kind == PlaceKind::City
                && (sense.form == NameForm::Main || sense.is_curated)
                && !borrowed.contains(&sense.place);
            if let Some(&(_, prior, _)) = holder.filter(|_| bears_it) {
                sense.prior = sense.prior.max(prior + 0.7);
            }
            if home.contains(&sense.country) && sense.kind != PlaceKind::Country {
                sense.prior += 0.25;
            }
            sense.score = sense.prior;
        }
        self.lower_rare_spellings();
    }

    /// What the report says for a town says as much for the country that is called like it, which stays before it.
    pub(super) fn lift_countries(&mut self) {
        for index in 0..self.senses.len() {
            let Some(country) = self.senses.get(index).filter(|sense| sense.kind == PlaceKind::Country) else {
                continue;
            };
            let towns =
                self.senses.iter().filter(|town| town.kind == PlaceKind::City && town.country == country.country);
            let town = towns.map(|town| town.score).fold(f32::MIN, f32::max);
            if let Some(country) = self.senses.get_mut(index) {
                country.score = country.score.max(town + COUNTRY_FIRST);
            }
        }
    }

    /// The senses that stand back behind a larger town of the name.
    fn borrowed(&self) -> Vec<PlaceId> {
        self.senses.iter().filter(|sense| is_borrowed(sense, &self.senses)).map(|sense| sense.place).collect()
    }

    /// A town that GeoNames also spells so is hardly meant beside one that is called so: Frankfurt is not Frankfort.
    fn lower_rare_spellings(&mut self) {
        let borrowed = self.borrowed();
        let is_rare = |sense: &Sense| {
            let known = sense.kind != PlaceKind::City || sense.population >= 100_000 || sense.is_capital;
            sense.form == NameForm::Alias && (!known || borrowed.contains(&sense.place))
        };
        let called = self.senses.iter().filter(|sense| !is_rare(sense)).map(|sense| sense.prior).fold(0.0, f32::max);
        for sense in self.senses.iter_mut().filter(|sense| is_rare(sense) && sense.prior < called) {
            sense.prior -= 1.5;
            sense.score = sense.prior;
        }
    }
}
