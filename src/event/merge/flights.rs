//! People who fled: one report tells it of where they left, another of where they came to.

use super::{Merger, width};
use crate::day::Day;
use crate::event::EventKind;
use crate::gazetteer::PlaceId;
use crate::reason::Statement;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Days from the first of one telling to the first of another: people take days to arrive, and are counted as they do.
const DAYS_ON_THE_WAY: i32 = 3;
/// Tellings vaguer than this are of no one flight.
const WIDEST_FLIGHT: i64 = 9;

impl Merger<'_> {
    /// Joins flights that different reports tell of in the same days and that have a town in common, at either end.
    pub(super) fn join_flights(&mut self) {
        let mut by_end: FxHashMap<PlaceId, BTreeMap<Day, Vec<usize>>> = FxHashMap::default();
        for number in 0..self.clusters.len() {
            let Some(day) = self.day_of_flight(number) else { continue };
            let ends = self.ends_of(number);
            let days = day.plus(-DAYS_ON_THE_WAY)..=day.plus(DAYS_ON_THE_WAY);
            let near = ends.iter().filter_map(|end| by_end.get(end)).flat_map(|told| told.range(days.clone()));
            let found = near
                .flat_map(|(_, list)| list.iter().copied())
                .filter(|&other| self.is_one_flight(other, number))
                .min();
            let kept = found.unwrap_or(number);
            if let Some(other) = found {
                self.join(other, number, Statement::OneFlight);
            }
            for end in ends {
                by_end.entry(end).or_default().entry(day).or_default().push(kept);
            }
        }
    }

    fn day_of_flight(&self, number: usize) -> Option<Day> {
        let cluster =
            self.clusters.get(number).filter(|cluster| !cluster.gone && cluster.kind == EventKind::Displacement)?;
        cluster.place?;
        cluster.when.as_ref().filter(|when| width(when) <= WIDEST_FLIGHT).map(crate::edtf::DateSet::first)
    }

    /// Its place, and those that its tellings name beside it.
    fn ends_of(&self, number: usize) -> Vec<PlaceId> {
        let Some(cluster) = self.clusters.get(number) else { return Vec::new() };
        let named = self.mentions_of(&cluster.mentions).flat_map(|mention| &mention.ends);
        let mut ends: Vec<PlaceId> = named.copied().chain(cluster.place).collect();
        ends.sort_unstable();
        ends.dedup();
        ends
    }

    fn is_one_flight(&self, one: usize, other: usize) -> bool {
        self.note_compared();
        let (Some(one), Some(other)) = (self.clusters.get(one), self.clusters.get(other)) else { return false };
        !one.gone && self.are_of_other_reports(one, other)
    }
}
