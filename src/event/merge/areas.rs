//! An event that one report tells of a province and another of a town there.

use super::kinds::{akin, is_unplaced};
use super::{Merger, Shelf, WIDEST, only, width};
use crate::gazetteer::PlaceKind;
use crate::reason::Statement;

impl Merger<'_> {
    /// Joins an event told of a province with the one of its kind that another report tells of a town there.
    pub(super) fn join_areas(&mut self) {
        let mut towns = Shelf::default();
        for (number, cluster) in self.clusters.iter().enumerate().filter(|(_, cluster)| !cluster.gone) {
            let (Some(place), Some(when)) = (cluster.place, &cluster.when) else { continue };
            if matches!(self.places.kind(place), PlaceKind::Province | PlaceKind::Country | PlaceKind::Region) {
                continue;
            }
            if let Some(province) = self.places.province(place) {
                towns.entry((cluster.kind, province)).or_default().entry(when.first()).or_default().push(number);
            }
        }
        for number in 0..self.clusters.len() {
            let Some(cluster) = self.clusters.get(number).filter(|cluster| !cluster.gone) else { continue };
            let (Some(place), Some(when)) = (cluster.place, cluster.when.clone()) else { continue };
            if self.places.kind(place) != PlaceKind::Province || width(&when) > i64::from(WIDEST) {
                continue;
            }
            let days = akin(cluster.kind).filter_map(|kind| towns.get(&(kind, place)));
            let near = days.flat_map(|days| days.range(when.first().plus(-WIDEST)..=when.last()).take(60));
            let found = near.flat_map(|(_, list)| list.iter().copied()).filter(|&town| {
                self.note_compared();
                self.clusters
                    .get(town)
                    .is_some_and(|town| !town.gone && town.when.as_ref().is_some_and(|days| days.meets(&when)))
            });
            let Some(town) = only(found) else { continue };
            if self.area_is_loose(number, town) {
                self.join(town, number, Statement::PlaceAndItsProvince);
            }
        }
    }

    /// Whether an event of an area may be that of a town in it: told by other reports, or placed by context alone.
    fn area_is_loose(&self, area: usize, town: usize) -> bool {
        let (Some(area), Some(town)) = (self.clusters.get(area), self.clusters.get(town)) else { return false };
        if self.constraints.keeps_apart_all(&area.mentions, &town.mentions) {
            return false;
        }
        area.documents.is_disjoint(&town.documents) || self.mentions_of(&area.mentions).all(is_unplaced)
    }
}
