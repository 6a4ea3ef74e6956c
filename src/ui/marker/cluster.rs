//! [`Stack`]s, the events at one place, and [`Cluster`]s, the places too close together to be told apart at a zoom.

use crate::event::Family;
use crate::gazetteer::Point;
use crate::store::{EventIndex, EventStore, PlaceRow};
use egui::Vec2;
use std::collections::BTreeMap;

/// The events at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack {
    /// Where.
    pub place: PlaceRow,
    /// The place's point.
    pub point: Point,
    /// By number of reports, most first, then by day.
    pub events: Vec<EventIndex>,
    /// How many of each family, in the order of [`Family::ALL`].
    pub families: [usize; 6],
}

/// Stacks that share a marker.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Indices of the stacks, the one it stands at first.
    pub stacks: Vec<usize>,
}

/// Puts events that share a place together, in the order of their places.
#[must_use]
pub fn stack(store: &EventStore, events: impl Iterator<Item = EventIndex>) -> Vec<Stack> {
    let mut by_place: Vec<Vec<EventIndex>> = vec![Vec::new(); store.places().len()];
    for event in events {
        if let Some(slot) = store.place_row(event).and_then(|row| by_place.get_mut(row.0 as usize)) {
            slot.push(event);
        }
    }
    let filled = by_place.into_iter().zip(0_u32..).filter(|(events, _)| !events.is_empty());
    filled.filter_map(|(events, row)| Stack::new(store, PlaceRow(row), events)).collect()
}

impl Stack {
    fn new(store: &EventStore, place: PlaceRow, mut events: Vec<EventIndex>) -> Option<Self> {
        let point = store.place(place)?.point;
        let mut families = [0; 6];
        for &event in &events {
            families[store.kind(event).family().index()] += 1;
        }
        events.sort_by_key(|&event| (std::cmp::Reverse(store.report_count(event)), event));
        Some(Self { place, point, events, families })
    }

    /// The families of the events, those with most first.
    #[must_use]
    pub fn main_family(&self) -> Family {
        let most = Family::ALL.into_iter().max_by_key(|family| (self.families[family.index()], 5 - family.index()));
        most.unwrap_or(Family::Civil)
    }
}

/// Joins what is closer than `distance`: fullest stacks keep their place and take in the others around them.
///
/// `places` are in points of the whole world at some zoom, so that dragging the map joins nothing anew. `apart` is a stack
/// that shall stay alone. Costs about as much as there are stacks: each is compared with those of nine squares.
#[must_use]
pub fn cluster(places: &[Vec2], weights: &[usize], distance: f32, apart: Option<usize>) -> Vec<Cluster> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|&index| (std::cmp::Reverse(weights.get(index).copied().unwrap_or(0)), index));
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut squares: BTreeMap<(i64, i64), Vec<usize>> = BTreeMap::new();
    for index in order {
        let Some(&at) = places.get(index) else { continue };
        let (x, y) = square_of(at, distance);
        let around = (x - 1..=x + 1).flat_map(|x| (y - 1..=y + 1).map(move |y| (x, y)));
        let near = around.filter_map(|square| squares.get(&square)).flatten().copied();
        let closest = near
            .map(|number| (number, head(&clusters, places, number).map_or(f32::MAX, |head| (head - at).length())))
            .filter(|&(_, gap)| gap < distance)
            .min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        match closest {
            Some((number, _)) if apart != Some(index) => {
                if let Some(cluster) = clusters.get_mut(number) {
                    cluster.stacks.push(index);
                }
            }
            _ => {
                if apart != Some(index) {
                    squares.entry((x, y)).or_default().push(clusters.len());
                }
                clusters.push(Cluster { stacks: vec![index] });
            }
        }
    }
    clusters
}

fn head(clusters: &[Cluster], places: &[Vec2], number: usize) -> Option<Vec2> {
    places.get(*clusters.get(number)?.stacks.first()?).copied()
}

#[expect(clippy::cast_possible_truncation, reason = "the world has fewer squares than an i64")]
fn square_of(at: Vec2, side: f32) -> (i64, i64) {
    ((at.x / side).floor() as i64, (at.y / side).floor() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    #[track_caller]
    fn check(places: &[(f32, f32)], weights: &[usize], expected: &[&[usize]]) {
        let places: Vec<Vec2> = places.iter().map(|&(x, y)| vec2(x, y)).collect();
        let found: Vec<Vec<usize>> =
            cluster(&places, weights, 10.0, None).into_iter().map(|cluster| cluster.stacks).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_close_shares_the_marker_of_the_fullest() {
        check(&[(0.0, 0.0), (6.0, 0.0), (50.0, 0.0)], &[1, 5, 1], &[&[1, 0], &[2]]);
        check(&[(0.0, 0.0), (10.0, 0.0)], &[1, 1], &[&[0], &[1]]);
        check(&[], &[], &[]);
    }

    #[test]
    fn what_lies_between_two_goes_to_the_closer() {
        check(&[(0.0, 0.0), (14.0, 0.0), (8.0, 0.0)], &[9, 9, 1], &[&[0], &[1, 2]]);
    }

    #[test]
    fn squares_do_not_part_neighbours() {
        check(&[(9.9, 9.9), (10.1, 10.1)], &[2, 1], &[&[0, 1]]);
        check(&[(-0.1, 0.0), (0.1, 0.0)], &[2, 1], &[&[0, 1]]);
    }

    #[test]
    fn doubling_the_zoom_parts_what_was_joined() {
        check(&[(0.0, 0.0), (6.0, 0.0)], &[1, 1], &[&[0, 1]]);
        check(&[(0.0, 0.0), (12.0, 0.0)], &[1, 1], &[&[0], &[1]]);
    }

    #[test]
    fn the_selected_one_stays_alone() {
        let places = [vec2(0.0, 0.0), vec2(1.0, 0.0), vec2(2.0, 0.0)];
        let found = cluster(&places, &[1, 9, 1], 10.0, Some(1));
        assert_eq!(found, [Cluster { stacks: vec![1] }, Cluster { stacks: vec![0, 2] }]);
    }
}
