//! Places of the world: names, kinds, where they are, how they lie to each other.
//!
//! The build compiles `data/gazetteer.csv` and `data/world.csv.zst` into one index that is embedded and read in place.

mod index;
pub mod index_writer;
pub mod name_key;
pub mod place;
pub mod row;
mod walk;
pub mod world_file;

pub use index::IndexError;
pub use index_writer::NameForm;
pub use place::{Place, PlaceId, PlaceKind, Point};
pub use row::{Relation, Row};
pub use walk::{NameMatch, NameWalk};

use index::Index;
use name_key::name_key;
use std::sync::OnceLock;

static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.index"));

/// Places and their names, from one index or several laid over each other.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    layers: Vec<Layer>,
    /// Places of lower layers that a later one states anew, sorted.
    overridden: Vec<PlaceId>,
}

/// A place that has a name, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedPlace {
    /// The place.
    pub place: PlaceId,
    /// The form in which it has the name.
    pub form: NameForm,
}

#[derive(Clone, Debug)]
struct Layer {
    index: Index,
    /// The id of its first place.
    first: u32,
    /// The places that its foreign references mean.
    foreign: Vec<Option<PlaceId>>,
}

impl Gazetteer {
    /// The gazetteer that the binary carries.
    ///
    /// # Panics
    /// Where the embedded bytes are not those that the build wrote, which is a bug.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
        GAZETTEER.get_or_init(|| {
            let index = Index::embedded(EMBEDDED).expect("the build wrote this index");
            Self { layers: vec![Layer { index, first: 0, foreign: Vec::new() }], overridden: Vec::new() }
        })
    }

    fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// Number of places.
    #[must_use]
    pub fn len(&self) -> usize {
        self.layers.iter().map(|layer| layer.index.len() as usize).sum::<usize>() - self.overridden.len()
    }

    /// Whether it has no place.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Number of name keys, those of several layers counted in each.
    #[must_use]
    pub fn key_count(&self) -> usize {
        self.layers.iter().map(|layer| layer.index.key_count()).sum()
    }

    /// All places, in the order of their ids.
    pub fn places(&self) -> impl Iterator<Item = PlaceId> {
        let all = self.layers.iter().flat_map(|layer| layer.first..layer.first + layer.index.len()).map(PlaceId);
        all.filter(|place| self.overridden.binary_search(place).is_err())
    }

    /// The layer that holds a place, and the place's row there.
    fn locate(&self, place: PlaceId) -> (&Layer, u32) {
        let after = self.layers.partition_point(|layer| layer.first <= place.0);
        let layer = &self.layers[after.saturating_sub(1)];
        (layer, place.0 - layer.first)
    }

    /// The place of an id.
    #[must_use]
    pub fn place(&self, id: PlaceId) -> Place<'_> {
        let (layer, row) = self.locate(id);
        let index = &layer.index;
        Place {
            id: index.id(row),
            name: index.name(row),
            kind: index.kind(row),
            country: index.country(row),
            admin1: self.admin1(id),
            point: index.point(row),
            population: index.population(row),
        }
    }

    /// What it is, without the rest of the place.
    #[must_use]
    pub fn kind(&self, id: PlaceId) -> PlaceKind {
        let (layer, row) = self.locate(id);
        layer.index.kind(row)
    }

    /// The place of a key such as `AF-BDG`.
    #[must_use]
    pub fn by_key(&self, key: &str) -> Option<PlaceId> {
        self.layers.iter().rev().find_map(|layer| layer.index.by_id(key).map(|row| PlaceId(layer.first + row)))
    }

    /// The country of an ISO 3166-1 alpha-2 code.
    #[must_use]
    pub fn country(&self, code: &str) -> Option<PlaceId> {
        self.by_key(code).filter(|&place| self.kind(place) == PlaceKind::Country)
    }

    /// The other names of a place.
    pub fn aliases(&self, id: PlaceId) -> impl Iterator<Item = &str> {
        let (layer, row) = self.locate(id);
        layer.index.aliases(row)
    }

    /// The first-level division that a place lies in.
    #[must_use]
    pub fn admin1(&self, id: PlaceId) -> Option<PlaceId> {
        let (layer, row) = self.locate(id);
        layer.index.admin1(row).and_then(|reference| self.resolve(layer, reference))
    }

    /// The places that have a name, given as a key ([`name_key::name_key`]), the likeliest first in each layer.
    pub fn candidates(&self, key: &str) -> impl Iterator<Item = NamedPlace> {
        self.layers.iter().rev().flat_map(move |layer| {
            let state = layer.index.advance(layer.index.start(), key.as_bytes());
            let ordinal = state.and_then(|state| layer.index.ordinal(state));
            ordinal.into_iter().flat_map(|ordinal| self.named(layer, ordinal))
        })
    }

    /// The places that have a name as it is written.
    #[must_use]
    pub fn named_exactly(&self, name: &str) -> Vec<NamedPlace> {
        self.candidates(&name_key(name)).collect()
    }

    /// The places that a name found by a walk can stand for, the likeliest first in each layer.
    pub fn candidates_of(&self, found: NameMatch) -> impl Iterator<Item = NamedPlace> {
        let held = self.layers.iter().zip(found.ordinals).rev().filter(|(_, ordinal)| *ordinal != u32::MAX);
        held.flat_map(|(layer, ordinal)| self.named(layer, ordinal))
    }

    fn named<'g>(&'g self, layer: &'g Layer, ordinal: u32) -> impl Iterator<Item = NamedPlace> + 'g {
        let named = layer
            .index
            .postings(ordinal)
            .map(|posting| NamedPlace { place: PlaceId(layer.first + posting.place), form: posting.form });
        named.filter(|named| self.overridden.is_empty() || self.overridden.binary_search(&named.place).is_err())
    }

    /// The relations that a place states.
    pub fn relations(&self, id: PlaceId) -> impl Iterator<Item = (Relation, PlaceId)> {
        let (layer, row) = self.locate(id);
        let resolved = move |(relation, reference)| Some((relation, self.resolve(layer, reference)?));
        layer.index.relations(row).filter_map(resolved)
    }

    /// The areas that a town is the capital of, the widest kind first.
    #[must_use]
    pub fn capital_of(&self, city: PlaceId) -> Option<PlaceId> {
        let areas = self.relations(city).filter(|(relation, _)| *relation == Relation::CapitalOf).map(|(_, area)| area);
        areas.min_by_key(|&area| (self.kind(area), area))
    }

    /// The capital of a country or division.
    #[must_use]
    pub fn capital(&self, area: PlaceId) -> Option<PlaceId> {
        let key = self.place(area).id;
        self.layers.iter().rev().find_map(|layer| {
            let reference = layer.reference(area, key)?;
            let city = layer.index.capitals(reference).map(|row| PlaceId(layer.first + row));
            city.into_iter().find(|city| self.overridden.binary_search(city).is_err())
        })
    }

    /// Whether a place lies in an area, by its country, its division, or an `in` relation of it or of its division.
    #[must_use]
    pub fn within(&self, area: PlaceId, place: PlaceId) -> bool {
        if area == place {
            return true;
        }
        let (area_kind, inner) = (self.kind(area), self.place(place));
        if area_kind == PlaceKind::Country && !inner.country.is_empty() {
            return self.place(area).id == inner.country;
        }
        let states_it =
            |place| self.relations(place).any(|(relation, other)| relation == Relation::In && other == area);
        let country_states_it = || self.country(inner.country).is_some_and(states_it);
        inner.admin1 == Some(area) || states_it(place) || inner.admin1.is_some_and(states_it) || country_states_it()
    }

    fn resolve(&self, layer: &Layer, reference: u32) -> Option<PlaceId> {
        if reference < layer.index.len() {
            // A row of a later layer stands for that of an earlier one.
            let own = PlaceId(layer.first + reference);
            let is_overridden = !self.overridden.is_empty() && self.overridden.binary_search(&own).is_ok();
            return if is_overridden { self.by_key(layer.index.id(reference)) } else { Some(own) };
        }
        layer.foreign.get((reference - layer.index.len()) as usize).copied().flatten()
    }
}

impl Layer {
    /// The number by which this layer refers to a place of any layer.
    fn reference(&self, place: PlaceId, key: &str) -> Option<u32> {
        if let Some(own) = self.index.by_id(key) {
            return Some(own);
        }
        let position = self.foreign.iter().position(|foreign| *foreign == Some(place))?;
        u32::try_from(position).ok().map(|position| self.index.len() + position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(name: &str) -> Vec<&'static str> {
        let gazetteer = Gazetteer::embedded();
        gazetteer.named_exactly(name).into_iter().map(|named| gazetteer.place(named.place).id).collect()
    }

    #[track_caller]
    fn check(names: &[&str], key: &str) {
        for name in names {
            assert!(keys(name).contains(&key), "{name} is {:?}, not {key}", keys(name));
        }
    }

    #[test]
    fn afghan_towns_are_found_under_all_spellings() {
        check(&["Maimana", "Maymana", "Meymaneh", "MAÏMANA"], "gn1133453");
        check(&["Taloqan", "Taluqan", "Taleqan"], "gn1123004");
        check(&["Qala-i-Naw", "Qalʿa-i-Naw", "Qala-e-Naw", "Qala-e Now", "Qalah-ye Naw"], "gn1129867");
        check(&["Sar-e-Pul", "Sari Pul", "Sar-i Pul", "Sar-e Pol"], "gn1127110");
        check(&["Lashkar Gah", "Lashkargah", "Lashkar-Gah"], "gn1134720");
        check(&["Kunduz", "Koundouz", "Kondôz"], "gn1135689");
        check(&["Hérat", "Herat"], "gn1140026");
        check(&["Kaboul", "Kabul", "کابل"], "gn1138958");
        check(&["Bagram"], "AF-bagram-airfield");
        check(&["Sayad", "Sayyad"], "AF-sayad");
    }

    #[test]
    fn french_and_english_names_of_the_worlds_towns_are_found() {
        check(&["Alep", "Aleppo"], "gn170063");
        check(&["Le Caire", "Cairo"], "gn360630");
        check(&["Londres", "London"], "gn2643743");
        check(&["Pékin", "Beijing"], "gn1816670");
        check(&["Kiev", "Kyiv"], "gn703448");
        check(&["Moscou", "Moscow"], "gn524901");
    }

    /// The likeliest place of the name that is a town lies in that country.
    #[track_caller]
    fn check_towns(names: &[&str], country: &str) {
        let gazetteer = Gazetteer::embedded();
        for name in names {
            let mut places = gazetteer.named_exactly(name).into_iter().map(|named| gazetteer.place(named.place));
            let town = places.find(|place| place.kind == PlaceKind::City);
            assert_eq!(town.map(|town| town.country), Some(country), "{name}");
        }
    }

    #[test]
    fn french_exonyms_lead_to_the_town_that_is_meant() {
        check_towns(&["Venise", "Florence", "Naples", "Turin", "Gênes", "Milan", "Rome"], "IT");
        check_towns(&["Édimbourg", "Londres", "Douvres"], "GB");
        check_towns(&["Séville", "Barcelone", "Saragosse", "Cordoue", "Grenade", "Madrid"], "ES");
        check_towns(&["Cologne", "Munich", "Francfort", "Hambourg", "Nuremberg", "Brême", "Dresde"], "DE");
        check_towns(&["Varsovie", "Cracovie", "Gdansk"], "PL");
        check_towns(&["Genève", "Bâle", "Berne", "Lucerne"], "CH");
        check_towns(&["La Haye", "Rotterdam"], "NL");
        check_towns(&["Bruxelles", "Anvers", "Gand", "Bruges", "Louvain"], "BE");
        check_towns(&["Moscou", "Saint-Pétersbourg", "Koursk", "Belgorod", "Vladivostok"], "RU");
        check_towns(
            &[
                "Marioupol",
                "Kramatorsk",
                "Bakhmout",
                "Zaporijjia",
                "Lougansk",
                "Kharkiv",
                "Avdiïvka",
                "Boutcha",
                "Soumy",
            ],
            "UA",
        );
        check_towns(&["Alep", "Damas", "Homs", "Raqqa", "Idleb", "Deir Ezzor", "Palmyre", "Kobané"], "SY");
        check_towns(&["Bagdad", "Mossoul", "Kirkouk", "Bassora", "Erbil", "Falloujah", "Ramadi", "Tikrit"], "IQ");
        check_towns(&["Sanaa", "Hodeïda", "Aden", "Taëz", "Marib"], "YE");
        check_towns(&["Beyrouth", "Sidon"], "LB");
        check_towns(&["Jénine", "Naplouse", "Ramallah", "Hébron", "Rafah", "Khan Younès", "Gaza"], "PS");
        check_towns(&["Jérusalem", "Tel-Aviv", "Haïfa"], "IL");
        check_towns(&["Le Caire", "Alexandrie", "Louxor", "Assouan"], "EG");
        check_towns(&["Téhéran", "Ispahan", "Machhad", "Chiraz", "Tabriz", "Zahedan"], "IR");
        check_towns(&["Tombouctou", "Ménaka", "Gao", "Kidal", "Mopti", "Ségou"], "ML");
        check_towns(&["Goma", "Bukavu", "Bunia", "Béni", "Butembo"], "CD");
        check_towns(&["N’Djamena", "Ndjamena", "Abéché"], "TD");
        check_towns(&["Djouba", "Malakal"], "SS");
        check_towns(&["Khartoum", "El-Fasher", "El Fasher", "Nyala", "Omdurman", "Port-Soudan"], "SD");
        check_towns(&["Mogadiscio", "Kismayo", "Baidoa"], "SO");
        check_towns(&["Maiduguri", "Kano", "Abuja", "Lagos"], "NG");
        check_towns(&["Tripoli", "Benghazi", "Misrata", "Syrte", "Derna"], "LY");
        check_towns(&["Pékin", "Shanghaï", "Nankin", "Canton", "Wuhan"], "CN");
        check_towns(&["Douchanbé"], "TJ");
        check_towns(&["Achgabat", "Achkhabad"], "TM");
        check_towns(&["Tachkent", "Samarcande", "Boukhara"], "UZ");
        check_towns(&["Peshawar", "Quetta", "Rawalpindi", "Lahore", "Karachi", "Islamabad"], "PK");
        check_towns(&["Athènes", "Thessalonique"], "GR");
        check_towns(&["Lisbonne", "Porto"], "PT");
        check_towns(&["Copenhague"], "DK");
        check_towns(&["Hanoï", "Hô-Chi-Minh-Ville"], "VN");
        check_towns(&["La Nouvelle-Orléans", "Philadelphie", "New York", "Washington", "Los Angeles"], "US");
        check_towns(&["La Havane"], "CU");
        check_towns(&["Bogota"], "CO");
        check_towns(&["Alger", "Oran"], "DZ");
        check_towns(&["Séoul"], "KR");
        check_towns(&["Katmandou"], "NP");
        check_towns(&["Bombay", "Calcutta", "New Delhi", "Srinagar"], "IN");
        check_towns(&["Rangoun", "Naypyidaw"], "MM");
        check_towns(&["Addis-Abeba", "Makalé", "Mekele"], "ET");
        check_towns(&["Erevan"], "AM");
        check_towns(&["Bakou"], "AZ");
        check_towns(&["Tbilissi"], "GE");
        check_towns(&["Bucarest"], "RO");
        check_towns(&["Vienne"], "AT");
    }

    #[test]
    fn countries_are_found_by_their_names_and_short_forms() {
        check(&["États-Unis", "Etats-Unis", "USA", "U.S.", "United States"], "US");
        check(&["RDC", "République démocratique du Congo", "Congo"], "CD");
        check(&["Royaume-Uni", "UK", "Great Britain"], "GB");
        let us = Gazetteer::embedded().country("US").unwrap();
        assert_eq!(Gazetteer::embedded().place(us).point, Point { latitude: 39.76, longitude: -98.5 });
    }

    #[test]
    fn a_capital_and_its_province_know_each_other() {
        let gazetteer = Gazetteer::embedded();
        let [badghis, town] = ["AF-BDG", "gn1129867"].map(|key| gazetteer.by_key(key).unwrap());
        assert_eq!(gazetteer.capital(badghis), Some(town));
        assert_eq!(gazetteer.capital_of(town), Some(badghis));
        assert_eq!(gazetteer.admin1(town), Some(badghis));
        assert!(gazetteer.within(badghis, town) && !gazetteer.within(town, badghis));
        assert!(gazetteer.within(gazetteer.country("AF").unwrap(), badghis));
    }

    #[test]
    fn the_form_of_a_name_is_told() {
        let forms: Vec<NameForm> = Gazetteer::embedded().candidates("usa").map(|named| named.form).collect();
        assert_eq!(forms.first(), Some(&NameForm::Code));
    }
}
