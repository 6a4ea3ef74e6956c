//! An event whose place one report names, and another tells of without one.

use super::kinds::is_unplaced;
use super::nearby::MOST_COMPARED;
use super::{Merger, Shelf, only};
use crate::reason::Statement;

/// What a text is about, and the place of an event that it does not name, lie within this of each other: a district and the
/// capital of its province, a village and the town where people told of it.
const ABOUT_KM: f64 = 45.0;

impl Merger<'_> {
    /// Joins an event whose place is only what the text around is about with the one of its kind and day that other reports tell
    /// by name of a place near there.
    pub(super) fn join_placed_elsewhere(&mut self) {
        let mut named = Shelf::default();
        let mut unplaced = Vec::new();
        for number in 0..self.clusters.len() {
            let Some((kind, area, day)) = self.clusters.get(number).and_then(|cluster| self.area_and_day(cluster))
            else {
                continue;
            };
            if self.is_placed_by_context(number) {
                unplaced.push((number, (kind, area), day));
            } else {
                named.entry((kind, area)).or_default().entry(day).or_default().push(number);
            }
        }
        for (number, key, day) in unplaced {
            let days = named.get(&key).into_iter().flat_map(|days| days.range(day.plus(-1)..=day.plus(1)));
            let near = days.flat_map(|(_, list)| list.iter().copied()).take(MOST_COMPARED);
            if let Some(other) = only(near.filter(|&other| self.is_told_near(number, other))) {
                self.join(other, number, Statement::NeighbouringPlaces);
            }
        }
    }

    fn is_placed_by_context(&self, number: usize) -> bool {
        self.clusters.get(number).is_some_and(|cluster| self.mentions_of(&cluster.mentions).all(is_unplaced))
    }

    fn is_told_near(&self, number: usize, other: usize) -> bool {
        self.note_compared();
        let (Some(one), Some(other)) = (self.clusters.get(number), self.clusters.get(other)) else { return false };
        let near = |(here, there)| self.places.point(here).distance_km(self.places.point(there)) <= ABOUT_KM;
        !one.gone
            && !other.gone
            && self.are_of_other_reports(one, other)
            && one.meets(other)
            && one.place.zip(other.place).is_some_and(near)
    }
}
