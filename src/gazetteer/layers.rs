//! [`Gazetteer`]: places and their names, from one index or several laid over each other.

use super::country_sounds::SoundTables;
use super::index::Index;
use super::name_key::name_key;
use super::walk::NameMatch;
use super::{NameForm, Outline, Place, PlaceId, PlaceKind};
use rustc_hash::FxHashMap;
use std::sync::{Arc, OnceLock};

static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.index"));

/// Places and their names, from one index or several laid over each other.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    pub(super) layers: Vec<Layer>,
    /// Places of lower layers that a later one states anew, sorted.
    pub(super) overridden: Vec<PlaceId>,
    /// Shared by clones, which hold the same places.
    pub(super) sounds: Arc<SoundTables>,
    /// The countries by their codes, made when one is first asked for.
    pub(super) countries: Arc<OnceLock<FxHashMap<CountryCode, PlaceId>>>,
}

/// The two letters of ISO 3166-1.
pub(super) type CountryCode = [u8; 2];

/// A place that has a name, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedPlace {
    /// The place.
    pub place: PlaceId,
    /// The form in which it has the name.
    pub form: NameForm,
}

#[derive(Clone, Debug)]
pub(super) struct Layer {
    pub(super) index: Index,
    /// The id of its first place.
    pub(super) first: u32,
    /// The places that its foreign references mean.
    pub(super) foreign: Vec<Option<PlaceId>>,
}

impl Gazetteer {
    /// The gazetteer that the binary carries.
    ///
    /// # Panics
    /// Where the embedded bytes are not those that the build wrote, which is a bug.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
        GAZETTEER.get_or_init(Self::open_embedded)
    }

    /// Opens the gazetteer that the binary carries once more: [`Self::embedded`] does so when first asked.
    ///
    /// # Panics
    /// As [`Self::embedded`].
    #[must_use]
    pub fn open_embedded() -> Self {
        let index = Index::embedded(EMBEDDED).expect("the build wrote this index");
        let layers = vec![Layer { index, first: 0, foreign: Vec::new() }];
        Self { layers, overridden: Vec::new(), sounds: Arc::default(), countries: Arc::default() }
    }

    pub(super) fn layers(&self) -> &[Layer] {
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
    pub(super) fn locate(&self, place: PlaceId) -> (&Layer, u32) {
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

    /// The place of an id without its key and names, which lie farther off.
    #[must_use]
    pub fn outline(&self, id: PlaceId) -> Outline {
        let (layer, row) = self.locate(id);
        let index = &layer.index;
        Outline {
            kind: index.kind(row),
            country: index.country_bytes(row).try_into().unwrap_or_default(),
            admin1: index.admin1(row).and_then(|reference| self.resolve(layer, reference)),
            point: index.point(row),
            population: index.population(row),
        }
    }

    /// Whether its key is that of a row of GeoNames: `gn1147290`.
    #[must_use]
    pub fn is_of_geonames(&self, id: PlaceId) -> bool {
        let (layer, row) = self.locate(id);
        layer.index.id_bytes(row).starts_with(b"gn")
    }

    /// Whether the id is that of a place here.
    #[must_use]
    pub fn holds(&self, id: PlaceId) -> bool {
        self.layers.last().is_some_and(|layer| id.0 < layer.first + layer.index.len())
    }

    /// The sums of the bytes of its indexes, the lowest first: two gazetteers of the same sums give the same ids to the same places.
    pub fn sums(&self) -> impl Iterator<Item = u32> {
        self.layers.iter().map(|layer| layer.index.sum())
    }

    /// Its key, without the rest of the place.
    #[must_use]
    pub fn key_of(&self, id: PlaceId) -> &str {
        let (layer, row) = self.locate(id);
        layer.index.id(row)
    }

    /// The name that it is shown by, without the rest of the place.
    #[must_use]
    pub fn name_of(&self, id: PlaceId) -> &str {
        let (layer, row) = self.locate(id);
        layer.index.name(row)
    }

    /// What it is, without the rest of the place.
    #[must_use]
    pub fn kind(&self, id: PlaceId) -> PlaceKind {
        let (layer, row) = self.locate(id);
        layer.index.kind(row)
    }

    /// The code of its country, without the rest of the place.
    #[must_use]
    pub fn country_of(&self, id: PlaceId) -> &str {
        let (layer, row) = self.locate(id);
        layer.index.country(row)
    }

    /// The place of a key such as `AF-BDG`.
    #[must_use]
    pub fn by_key(&self, key: &str) -> Option<PlaceId> {
        self.layers.iter().rev().find_map(|layer| layer.index.by_id(key).map(|row| PlaceId(layer.first + row)))
    }

    /// The country of an ISO 3166-1 alpha-2 code.
    #[must_use]
    pub fn country(&self, code: &str) -> Option<PlaceId> {
        self.country_of_code(code.as_bytes())
    }

    /// The country that a place lies in, itself where it is one.
    #[must_use]
    pub fn own_country(&self, id: PlaceId) -> Option<PlaceId> {
        let (layer, row) = self.locate(id);
        self.country_of_code(layer.index.country_bytes(row))
    }

    fn country_of_code(&self, code: &[u8]) -> Option<PlaceId> {
        let code = CountryCode::try_from(code).ok()?;
        self.countries.get_or_init(|| self.list_countries()).get(&code).copied()
    }

    /// The countries by their codes. They are asked for with every name.
    fn list_countries(&self) -> FxHashMap<CountryCode, PlaceId> {
        let countries = self.places().filter(|&place| self.kind(place) == PlaceKind::Country);
        countries.filter_map(|place| Some((self.key_of(place).as_bytes().try_into().ok()?, place))).collect()
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

    /// The places that have a name, given as a key (`name_key`), the likeliest first in each layer.
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

    pub(super) fn named<'g>(&'g self, layer: &'g Layer, ordinal: u32) -> impl Iterator<Item = NamedPlace> + 'g {
        let named = layer
            .index
            .postings(ordinal)
            .map(|posting| NamedPlace { place: PlaceId(layer.first + posting.place), form: posting.form });
        named.filter(|named| self.overridden.is_empty() || self.overridden.binary_search(&named.place).is_err())
    }

    pub(super) fn resolve(&self, layer: &Layer, reference: u32) -> Option<PlaceId> {
        if reference < layer.index.len() {
            // A row of a later layer stands for that of an earlier one.
            let own = PlaceId(layer.first + reference);
            let is_overridden = !self.overridden.is_empty() && self.overridden.binary_search(&own).is_ok();
            return if is_overridden { self.by_key(layer.index.id(reference)) } else { Some(own) };
        }
        layer.foreign.get((reference - layer.index.len()) as usize).copied().flatten()
    }
}
