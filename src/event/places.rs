//! [`Places`]: what the events engine asks of a gazetteer.

use crate::gazetteer::{Gazetteer, PlaceId, PlaceKind, Point};

/// The questions about places that reading and merging events needs answered.
pub trait Places: Sync {
    /// The place's own key, stable over versions.
    fn key(&self, place: PlaceId) -> &str;
    /// What the place is.
    fn kind(&self, place: PlaceId) -> PlaceKind;
    /// Where it is.
    fn point(&self, place: PlaceId) -> Point;
    /// The country it lies in, itself where it is one.
    fn country(&self, place: PlaceId) -> Option<PlaceId>;
    /// The country of an ISO 3166 code of two letters.
    fn country_of_code(&self, code: &str) -> Option<PlaceId>;
    /// The first-level division it lies in, itself where it is one.
    fn province(&self, place: PlaceId) -> Option<PlaceId>;
    /// The chief town of an area.
    fn capital(&self, area: PlaceId) -> Option<PlaceId>;
    /// Whether `place` lies in `area`; no place lies in itself.
    fn within(&self, area: PlaceId, place: PlaceId) -> bool;

    /// Whether it is a province or wider: too wide for one event.
    fn is_land(&self, place: PlaceId) -> bool {
        matches!(self.kind(place), PlaceKind::Country | PlaceKind::Region | PlaceKind::Province)
    }
}

impl Places for Gazetteer {
    fn key(&self, place: PlaceId) -> &str {
        self.key_of(place)
    }

    fn kind(&self, place: PlaceId) -> PlaceKind {
        Self::kind(self, place)
    }

    fn point(&self, place: PlaceId) -> Point {
        self.outline(place).point
    }

    fn country(&self, place: PlaceId) -> Option<PlaceId> {
        self.own_country(place)
    }

    fn country_of_code(&self, code: &str) -> Option<PlaceId> {
        Self::country(self, code)
    }

    fn province(&self, place: PlaceId) -> Option<PlaceId> {
        if Self::kind(self, place) == PlaceKind::Province { Some(place) } else { self.admin1(place) }
    }

    fn capital(&self, area: PlaceId) -> Option<PlaceId> {
        Self::capital(self, area)
    }

    fn within(&self, area: PlaceId, place: PlaceId) -> bool {
        area != place && Self::within(self, area, place)
    }
}
