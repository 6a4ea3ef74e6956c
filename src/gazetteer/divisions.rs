//! [`Divisions`]: which first-level division a place of a dump lies in.

use super::{Gazetteer, PlaceId, Point, Row};
use std::collections::BTreeMap;

/// The first-level divisions by country. Their shapes are not at hand, so that a place of the dump is put in that of the nearest known town.
pub(super) struct Divisions {
    towns: BTreeMap<String, Vec<(Point, PlaceId)>>,
}

impl Divisions {
    pub(super) fn of(base: &Gazetteer) -> Self {
        let mut towns: BTreeMap<String, Vec<(Point, PlaceId)>> = BTreeMap::new();
        for place in base.places() {
            if let Some(admin1) = base.admin1(place) {
                let country = base.country_of(place);
                let point = base.place(place).point;
                match towns.get_mut(country) {
                    Some(towns) => towns.push((point, admin1)),
                    None => _ = towns.insert(country.to_owned(), vec![(point, admin1)]),
                }
            }
        }
        for towns in towns.values_mut() {
            towns.sort_by(|(one, _), (other, _)| one.latitude.total_cmp(&other.latitude));
        }
        Self { towns }
    }

    pub(super) fn nearest(&self, base: &Gazetteer, row: &Row) -> String {
        const REACH_DEGREES: f64 = 0.5;
        let Some(towns) = self.towns.get(&row.country) else { return String::new() };
        let from = towns.partition_point(|(point, _)| point.latitude < row.latitude - REACH_DEGREES);
        let within = towns.iter().skip(from).take_while(|(point, _)| point.latitude <= row.latitude + REACH_DEGREES);
        let squared = |point: &Point| {
            let narrowed = (point.longitude - row.longitude) * row.latitude.to_radians().cos();
            (point.latitude - row.latitude).powi(2) + narrowed.powi(2)
        };
        let nearest = within.min_by(|(one, _), (other, _)| squared(one).total_cmp(&squared(other)));
        nearest.map(|&(_, admin1)| base.place(admin1).id.to_owned()).unwrap_or_default()
    }
}
