//! [`CountrySounds`]: the places of a country by the sound of their names, entered when one of them is first asked for.

use super::{Gazetteer, PlaceId, Sound};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::collections::BTreeMap;
use std::hash::BuildHasher;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// A place whose name sounds like another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sounding {
    /// The place.
    pub place: PlaceId,
    /// Letters to insert, delete or change from the name to the nearest of the place's.
    pub edits: u8,
    /// Whether the name that the place is shown by is one of those, and not another of its spellings alone.
    pub is_shown_name: bool,
}

/// The places of one country by the sound of their names; cheap to clone.
///
/// The hash of each key with a place that has it, sorted. Other keys of the same hash are told apart by their letters when they are
/// asked for: hundreds of thousands of names are entered, and few are asked for.
#[derive(Clone, Debug)]
pub struct CountrySounds(Arc<[(u32, PlaceId)]>);

/// The places of each country that was asked for, by the sound of their names.
///
/// A table is made outside the lock: who asks for another country does not wait for it.
#[derive(Debug, Default)]
pub(super) struct SoundTables {
    tables: Mutex<BTreeMap<String, Arc<OnceLock<CountrySounds>>>>,
    /// The places of each country.
    places: OnceLock<FxHashMap<[u8; 2], Vec<PlaceId>>>,
}

impl CountrySounds {
    /// Places that may have the key, and few others.
    fn alike(&self, key: &[u8]) -> impl Iterator<Item = PlaceId> {
        let hash = hash_of(key);
        let first = self.0.partition_point(|&(other, _)| other < hash);
        let after = self.0.get(first..).unwrap_or_default();
        after.iter().take_while(move |&&(other, _)| other == hash).map(|&(_, place)| place)
    }
}

impl Gazetteer {
    /// The places of a country whose names sound like `name` and are spelled nearly so, the nearest first.
    #[must_use]
    pub fn sounding_like(&self, name: &str, country: &str) -> Vec<Sounding> {
        Sound::of(name).map(|sound| self.sounding(&sound, &self.sounds_of(country))).unwrap_or_default()
    }

    /// The same for a name and a country that are asked for more than once.
    #[must_use]
    pub fn sounding(&self, sound: &Sound, country: &CountrySounds) -> Vec<Sounding> {
        let mut own = Sound::default();
        let mut edits_to = |name: &str| if own.take(name) { sound.edits_to(&own) } else { None };
        let near = country.alike(sound.key()).filter_map(|place| {
            let edits = self.names_of(place).filter_map(&mut edits_to).min()?;
            Some(Sounding { place, edits, is_shown_name: edits_to(self.name_of(place)).is_some() })
        });
        let mut found: Vec<Sounding> = near.collect();
        found.sort_by_key(|found| (found.edits, found.place));
        found
    }

    fn names_of(&self, place: PlaceId) -> impl Iterator<Item = &str> {
        self.aliases(place).chain([self.name_of(place)])
    }

    /// The places of a country by sound, made when it is first asked for.
    #[must_use]
    pub fn sounds_of(&self, country: &str) -> CountrySounds {
        let table = {
            let mut tables = self.sounds.tables.lock().unwrap_or_else(PoisonError::into_inner);
            match tables.get(country) {
                Some(table) => Arc::clone(table),
                None => Arc::clone(tables.entry(country.to_owned()).or_default()),
            }
        };
        table.get_or_init(|| self.enter_sounds(country)).clone()
    }

    fn places_by_country(&self) -> FxHashMap<[u8; 2], Vec<PlaceId>> {
        let mut places: FxHashMap<[u8; 2], Vec<PlaceId>> = FxHashMap::default();
        for place in self.places() {
            let (layer, row) = self.locate(place);
            places.entry(country_code(layer.index.country_bytes(row))).or_default().push(place);
        }
        places
    }

    fn enter_sounds(&self, country: &str) -> CountrySounds {
        let mut entered = Vec::new();
        let mut sound = Sound::default();
        let code = country_code(country.as_bytes());
        let places = self.sounds.places.get_or_init(|| self.places_by_country());
        for &place in places.get(&code).into_iter().flatten() {
            for name in self.names_of(place) {
                if sound.take(name) {
                    entered.push((hash_of(sound.key()), place));
                }
            }
        }
        // In one number, which is compared at once.
        entered.sort_unstable_by_key(|&(hash, place)| u64::from(hash) << 32 | u64::from(place.0));
        entered.dedup();
        CountrySounds(entered.into())
    }
}

fn hash_of(key: &[u8]) -> u32 {
    // The upper digits are the mixed ones.
    u32::try_from(FxBuildHasher.hash_one(key) >> 32).unwrap_or_default()
}

/// The code of a country, or zeros.
fn country_code(country: &[u8]) -> [u8; 2] {
    country.try_into().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_in_their_country_alone_and_by_clones_too() {
        let gazetteer = Gazetteer::embedded().clone();
        let found = gazetteer.sounding_like("Gezab", "AF");
        assert_eq!(found.first().map(|found| gazetteer.place(found.place).name), Some("Gizab"));
        assert_eq!(Gazetteer::embedded().sounding_like("Gezab", "AF"), found);
        assert_eq!(gazetteer.sounding_like("Gezab", "FR"), []);
        assert_eq!(gazetteer.sounding_like("Mola", "ML"), []);
    }
}
