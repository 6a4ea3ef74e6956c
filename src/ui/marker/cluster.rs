//! [`Stack`]s, the events at one place, and [`Cluster`]s, the places too close together to be told apart at a zoom.

use crate::event::Family;
use crate::gazetteer::Point;
use crate::store::{Clock, EventIndex, EventStore, PlaceRow};
use egui::Vec2;
use rustc_hash::FxHashMap;

/// The events at one place, summed up: which they are is looked up where somebody opens it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack {
    /// Where.
    pub place: PlaceRow,
    /// The place's point.
    pub point: Point,
    /// How many there are.
    pub count: usize,
    /// How many of each family, in the order of [`Family::ALL`].
    pub families: [usize; 6],
    /// The one that most reports tell of; of equals, the first on the clock.
    pub first: EventIndex,
    /// Whether the day of any of them is known.
    pub has_day: bool,
    /// Whether any of them was near the place and not at it.
    pub has_near: bool,
}

/// Stacks that share a marker.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Indices of the stacks, the one it stands at first.
    pub stacks: Vec<usize>,
}

/// Puts events that share a place together, in the order of their places. Looks at each event once.
#[must_use]
pub fn stack(store: &EventStore, clock: Clock, events: impl Iterator<Item = EventIndex>) -> Vec<Stack> {
    let timeline = store.on(clock);
    let mut by_place: Vec<Option<Stack>> = vec![None; store.places().len()];
    for event in events {
        let Some(row) = store.place_row(event) else { continue };
        let Some(slot) = by_place.get_mut(row.0 as usize) else { continue };
        let is_better = |stack: &Stack| store.report_count(event) > store.report_count(stack.first);
        match slot {
            Some(stack) if is_better(stack) => stack.first = event,
            Some(_) => {}
            None => *slot = Stack::begin(store, row, event),
        }
        if let Some(stack) = slot {
            stack.count += 1;
            stack.families[store.kind(event).family().index()] += 1;
            stack.has_day = stack.has_day || timeline.is_exact(event);
            stack.has_near = stack.has_near || store.is_near(event);
        }
    }
    by_place.into_iter().flatten().collect()
}

impl Stack {
    fn begin(store: &EventStore, place: PlaceRow, first: EventIndex) -> Option<Self> {
        let point = store.place(place)?.point;
        Some(Self { place, point, count: 0, families: [0; 6], first, has_day: false, has_near: false })
    }

    /// The families of the events, those with most first.
    #[must_use]
    pub fn main_family(&self) -> Family {
        let most = Family::ALL.into_iter().max_by_key(|family| (self.families[family.index()], 5 - family.index()));
        most.unwrap_or(Family::Civil)
    }
}

/// Joins what would touch: fullest stacks keep their place and take in the others around them.
///
/// `places` are in points of the whole world at some zoom, so that dragging the map joins nothing anew. Two stacks touch where
/// they are closer than their reaches together; `reach` tells that of so many events and is never more than `most`. `apart` is
/// a stack that shall stay alone. Costs about as much as there are stacks: each is compared with those of nine squares.
#[must_use]
pub fn cluster(
    places: &[Vec2],
    weights: &[usize],
    (reach, most): (impl Fn(usize) -> f32, f32),
    apart: Option<usize>,
) -> Vec<Cluster> {
    let weight = |index: usize| weights.get(index).copied().unwrap_or(0);
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_unstable_by_key(|&index| (std::cmp::Reverse(weight(index)), index));
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut reaches: Vec<f32> = Vec::new();
    let mut squares: FxHashMap<(i32, i32), Vec<usize>> = FxHashMap::default();
    for index in order {
        let Some(&at) = places.get(index) else { continue };
        let own_reach = reach(weight(index));
        let (x, y) = square_of(at, 2.0 * most);
        let around = (x - 1..=x + 1).flat_map(|x| (y - 1..=y + 1).map(move |y| (x, y)));
        let near = around.filter_map(|square| squares.get(&square)).flatten().copied();
        let touching = near.filter_map(|number| {
            let gap = (head(&clusters, places, number)? - at).length();
            (gap < own_reach + reaches.get(number)?).then_some((number, gap))
        });
        let closest = touching.min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
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
                reaches.push(own_reach);
            }
        }
    }
    clusters
}

fn head(clusters: &[Cluster], places: &[Vec2], number: usize) -> Option<Vec2> {
    places.get(*clusters.get(number)?.stacks.first()?).copied()
}

#[expect(clippy::cast_possible_truncation, reason = "at the closest zoom the world is some million squares wide")]
fn square_of(at: Vec2, side: f32) -> (i32, i32) {
    ((at.x / side).floor() as i32, (at.y / side).floor() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    #[track_caller]
    fn check(places: &[(f32, f32)], weights: &[usize], expected: &[&[usize]]) {
        let places: Vec<Vec2> = places.iter().map(|&(x, y)| vec2(x, y)).collect();
        let found: Vec<Vec<usize>> =
            cluster(&places, weights, (|_| 5.0, 5.0), None).into_iter().map(|cluster| cluster.stacks).collect();
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
    fn larger_markers_take_in_more_around_them() {
        let reach = |weight: usize| if weight > 1 { 9.0 } else { 4.0 };
        let joined = |weights: &[usize]| {
            let places = [vec2(0.0, 0.0), vec2(12.0, 0.0)];
            cluster(&places, weights, (reach, 9.0), None).len() == 1
        };
        assert!(!joined(&[1, 1]));
        assert!(joined(&[1, 2]));
    }

    #[test]
    fn the_selected_one_stays_alone() {
        let places = [vec2(0.0, 0.0), vec2(1.0, 0.0), vec2(2.0, 0.0)];
        let found = cluster(&places, &[1, 9, 1], (|_| 5.0, 5.0), Some(1));
        assert_eq!(found, [Cluster { stacks: vec![1] }, Cluster { stacks: vec![0, 2] }]);
    }
}
