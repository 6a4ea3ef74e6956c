//! How places lie to each other: capitals, and what is within what.

use super::layers::Layer;
use super::{Gazetteer, PlaceId, PlaceKind, Relation};

impl Gazetteer {
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
        let key = self.key_of(area);
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
        if self.kind(area) == PlaceKind::Country {
            let country = self.country_of(place);
            if !country.is_empty() {
                return self.key_of(area) == country;
            }
        }
        let division = self.admin1(place);
        let states_it =
            |place| self.relations(place).any(|(relation, other)| relation == Relation::In && other == area);
        let country_states_it = || self.own_country(place).is_some_and(states_it);
        division == Some(area) || states_it(place) || division.is_some_and(states_it) || country_states_it()
    }
}

impl Layer {
    /// The number by which this layer refers to a place of any layer.
    fn reference(&self, place: PlaceId, key: &str) -> Option<u32> {
        // Only a place of another layer has to be searched for.
        let own = place.0.checked_sub(self.first).filter(|&row| row < self.index.len());
        if let Some(own) = own.or_else(|| self.index.by_id(key)) {
            return Some(own);
        }
        let position = self.foreign.iter().position(|foreign| *foreign == Some(place))?;
        u32::try_from(position).ok().map(|position| self.index.len() + position)
    }
}
