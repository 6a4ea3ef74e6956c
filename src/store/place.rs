//! [`StoredPlace`]: what the store keeps of the places that it refers to.

use crate::collection::Collection;
use crate::gazetteer::{Place, PlaceId, PlaceKind, Point};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// Row of a place in its [`crate::store::EventStore`], by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceRow(pub u32);

/// What the store keeps of a place of the gazetteer.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredPlace {
    /// The gazetteer's own key: `AF-BDG`.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// What it is.
    pub kind: PlaceKind,
    /// ISO 3166-1 alpha-2, or empty.
    pub country: String,
    /// Where it is.
    pub point: Point,
}

impl StoredPlace {
    /// A place of the gazetteer.
    #[must_use]
    pub fn of(place: &Place<'_>) -> Self {
        Self {
            id: place.id.to_owned(),
            name: place.name.to_owned(),
            kind: place.kind,
            country: place.country.to_owned(),
            point: place.point,
        }
    }
}

#[cfg(test)]
impl StoredPlace {
    /// A town of Afghanistan, for tests.
    pub(crate) fn town(name: &str, latitude: f64, longitude: f64) -> Self {
        let point = Point { latitude, longitude };
        Self { id: name.to_owned(), name: name.to_owned(), kind: PlaceKind::City, country: "AF".to_owned(), point }
    }
}

/// All places referred to, and those that a name could stand for as well, by name and key, and where each went.
pub(super) fn list(
    collection: &Collection,
    describe: impl Fn(PlaceId) -> Option<StoredPlace>,
) -> (Vec<StoredPlace>, BTreeMap<PlaceId, PlaceRow>) {
    let of_events = collection.events.iter().filter_map(|event| event.place);
    let of_mentions = collection.mentions.iter().filter_map(|mention| Some(mention.place.as_ref()?.place));
    let of_names = collection
        .annotations
        .iter()
        .flat_map(|found| &found.toponyms)
        .flat_map(|name| name.candidates.iter().map(|candidate| candidate.place).chain(name.place));
    // Some places, named hundreds of thousands of times; sorted below.
    let mut ids: FxHashSet<PlaceId> = FxHashSet::default();
    of_events.chain(of_mentions).chain(of_names).for_each(|id| {
        ids.insert(id);
    });
    let mut known: Vec<(StoredPlace, PlaceId)> = ids.into_iter().filter_map(|id| Some((describe(id)?, id))).collect();
    known.sort_by(|(a, a_id), (b, b_id)| (&a.name, &a.id, a_id).cmp(&(&b.name, &b.id, b_id)));
    let rows = known.iter().zip(0_u32..).map(|((_, id), row)| (*id, PlaceRow(row))).collect();
    (known.into_iter().map(|(place, _)| place).collect(), rows)
}
