//! Events that reports tell a day or a few kilometres apart: joined where a further fact says they are one.

use super::kinds::{akin, says_less};
use super::{Cluster, Merger, Shelf, WIDEST, happens_once, only, width};
use crate::day::Day;
use crate::edtf::DateSet;
use crate::event::EventKind;
use crate::gazetteer::{PlaceId, PlaceKind};
use crate::reason::Statement;

/// Events of one kind and area that one is compared with.
pub(super) const MOST_COMPARED: usize = 24;
/// Days with events in a year that are looked at.
const MOST_IN_YEAR: usize = 60;
/// Places within this of each other are one place under two names.
const SAME_PLACE_KM: f64 = 8.0;
/// Places within this of each other are of one event where a figure is shared: a village, and the town that another report names.
const NEIGHBOUR_KM: f64 = 30.0;

/// Days that an event compared with others may be of: *at the weekend*.
const FEW_DAYS: i64 = 3;

/// Why two events are one, and whether their days are two.
#[derive(Clone, Copy, Debug)]
struct Sameness {
    reason: Statement,
    days_differ: bool,
}

impl Merger<'_> {
    /// Joins what different reports tell of neighbouring places on one day, of one place on two days that follow each other, and
    /// of a year and a day in it.
    pub(super) fn join_nearby(&mut self) {
        self.join_by_year();
        let mut by_area = Shelf::default();
        for number in 0..self.clusters.len() {
            let Some((kind, area, day)) = self.clusters.get(number).and_then(|cluster| self.area_and_day(cluster))
            else {
                continue;
            };
            let near = akin(kind).filter_map(|kind| by_area.get(&(kind, area))).flat_map(|days| {
                let near = days.range(day.plus(-1)..=day.plus(1)).flat_map(|(_, list)| list.iter().copied());
                near.take(MOST_COMPARED)
            });
            let kept = match near.into_iter().find_map(|other| Some((other, self.one_event(other, number)?))) {
                Some((other, sameness)) => self.join_near(other, number, sameness),
                None => number,
            };
            if kept == number {
                by_area.entry((kind, area)).or_default().entry(day).or_default().push(number);
            }
        }
    }

    /// Joins two that are one event into the one that says more; which of them that is.
    fn join_near(&mut self, one: usize, other: usize, sameness: Sameness) -> usize {
        let both = self.both_days(one, other);
        let kind = |number: usize| self.clusters.get(number).map(|cluster| cluster.kind);
        let less = kind(one).zip(kind(other)).is_some_and(|(one, other)| says_less(one, other));
        let (into, from) = if less { (other, one) } else { (one, other) };
        self.join(into, from, sameness.reason);
        if let (true, Some(both), Some(kept)) = (sameness.days_differ, both, self.clusters.get_mut(into)) {
            let before = kept.when.replace(both).map(|days| days.first());
            self.reshelve(into, before);
        }
        into
    }

    /// Its kind, area and day, where it has a day and a place narrower than a division.
    pub(super) fn area_and_day(&self, cluster: &Cluster) -> Option<(EventKind, PlaceId, Day)> {
        let place = cluster.place.filter(|_| !cluster.gone)?;
        let narrow = !matches!(
            self.places.kind(place),
            PlaceKind::Country | PlaceKind::Region | PlaceKind::Province | PlaceKind::River
        );
        let when = cluster.when.as_ref().filter(|when| narrow && width(when) <= FEW_DAYS)?;
        Some((cluster.kind, self.places.province(place).unwrap_or(place), when.first()))
    }

    fn both_days(&self, one: usize, other: usize) -> Option<DateSet> {
        let days = |number: usize| self.clusters.get(number)?.when.as_ref();
        let (one, other) = (days(one)?, days(other)?);
        Some(DateSet::days(one.first().min(other.first()), one.last().max(other.last())))
    }

    fn one_event(&self, one: usize, other: usize) -> Option<Sameness> {
        self.note_compared();
        let (one, other) = (self.clusters.get(one)?, self.clusters.get(other)?);
        if one.gone || !self.are_of_other_reports(one, other) {
            return None;
        }
        let (here, there) = (one.place?, other.place?);
        let same_day = one.meets(other);
        let one_kind = one.kind == other.kind;
        let figure = one_kind && self.share_figure(one, other);
        let apart_km = self.places.point(here).distance_km(self.places.point(there));
        if here == there {
            let reason = Statement::FollowingDays;
            let alike = || one_kind && (happens_once(one.kind) || self.are_alike(one, other));
            let told = figure || self.is_night_between(one, other) || alike();
            return (!same_day && told).then_some(Sameness { reason, days_differ: true });
        }
        let near = apart_km <= SAME_PLACE_KM || (figure && apart_km <= NEIGHBOUR_KM);
        let reason = Statement::NeighbouringPlaces;
        (near && same_day).then_some(Sameness { reason, days_differ: false })
    }

    /// Whether one is told of the night that ends on the day of the other.
    fn is_night_between(&self, one: &Cluster, other: &Cluster) -> bool {
        let first = |cluster: &Cluster| cluster.when.as_ref().map(DateSet::first);
        let earlier = if first(one) <= first(other) { one } else { other };
        self.mentions_of(&earlier.mentions).any(|mention| mention.by_night)
    }

    /// *Taken in 2016*, where another report tells of one day or month of that year: what a place sees once.
    fn join_by_year(&mut self) {
        for number in 0..self.clusters.len() {
            let Some(cluster) = self.clusters.get(number).filter(|cluster| !cluster.gone && happens_once(cluster.kind))
            else {
                continue;
            };
            let (Some(place), Some(when)) = (cluster.place, cluster.when.clone()) else { continue };
            if width(&when) <= i64::from(WIDEST) || when.is_open() {
                continue;
            }
            let Some(days) = self.shelf.get(&(cluster.kind, place)) else { continue };
            let inside = |&other: &usize| {
                self.clusters.get(other).is_some_and(|other| {
                    !other.gone
                        && other.when.as_ref().is_some_and(|days| days != &when && days.last() <= when.last())
                        && self.are_of_other_reports(other, cluster)
                })
            };
            let found = days
                .range(when.first()..=when.last())
                .take(MOST_IN_YEAR)
                .flat_map(|(_, list)| list.iter().copied())
                .filter(inside);
            if let Some(other) = only(found) {
                self.join(other, number, Statement::YearAndItsDay);
            }
        }
    }
}
