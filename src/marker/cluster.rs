//! [`Cluster`]s: the places too close together to be told apart at a zoom.

use rustc_hash::FxHashMap;

/// Places that share a marker.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Indices of the places, the one it stands at first.
    pub stacks: Vec<usize>,
}

/// Joins what would touch: fullest places keep their place and take in the others around them, until no marker covers another.
///
/// `places` are in points of the whole world at some zoom, so that dragging the map joins nothing anew. Two markers touch where
/// they are closer than their reaches together; `reach` tells that of so many events and is never more than `most`. `kept` is
/// a place that keeps its own, however few its events are. Costs about as much as there are places: each is compared with
/// those of nine squares.
#[must_use]
pub fn cluster(
    places: &[[f32; 2]],
    weights: &[usize],
    (reach, most): (impl Fn(usize) -> f32, f32),
    kept: Option<usize>,
) -> Vec<Cluster> {
    let weight = |index: usize| weights.get(index).copied().unwrap_or(0);
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_unstable_by_key(|&index| (kept != Some(index), std::cmp::Reverse(weight(index)), index));
    let alone = order
        .into_iter()
        .filter_map(|index| Some(Marker { at: *places.get(index)?, weight: weight(index), stacks: vec![index] }));
    let mut markers: Vec<Marker> = alone.collect();
    loop {
        let before = markers.len();
        markers = joined(markers, &reach, most);
        // What takes in others is larger, and may touch what it did not touch before.
        if markers.len() == before {
            return markers.into_iter().map(|marker| Cluster { stacks: marker.stacks }).collect();
        }
    }
}

/// A marker in the making.
struct Marker {
    at: [f32; 2],
    weight: usize,
    stacks: Vec<usize>,
}

/// Each marker goes into the closest of those before it that it touches.
fn joined(markers: Vec<Marker>, reach: &impl Fn(usize) -> f32, most: f32) -> Vec<Marker> {
    let mut kept: Vec<Marker> = Vec::new();
    let mut squares: FxHashMap<(i64, i64), Vec<usize>> = FxHashMap::default();
    for marker in markers {
        let own_reach = reach(marker.weight);
        let (x, y) = square_of(marker.at, 2.0 * most);
        let around = (x - 1..=x + 1).flat_map(|x| (y - 1..=y + 1).map(move |y| (x, y)));
        let near = around.filter_map(|square| squares.get(&square)).flatten().copied();
        let touching = near.filter_map(|number| {
            let other = kept.get(number)?;
            let gap = distance_of(other.at, marker.at);
            (gap < own_reach + reach(other.weight)).then_some((number, gap))
        });
        let closest = touching.min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        if let Some(other) = closest.and_then(|(number, _)| kept.get_mut(number)) {
            other.weight += marker.weight;
            other.stacks.extend(marker.stacks);
        } else {
            squares.entry((x, y)).or_default().push(kept.len());
            kept.push(marker);
        }
    }
    kept
}

fn distance_of(a: [f32; 2], b: [f32; 2]) -> f32 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

#[expect(clippy::cast_possible_truncation, reason = "the world has fewer squares than an i64")]
fn square_of(at: [f32; 2], side: f32) -> (i64, i64) {
    ((at[0] / side).floor() as i64, (at[1] / side).floor() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(places: &[(f32, f32)], weights: &[usize], expected: &[&[usize]]) {
        let places: Vec<[f32; 2]> = places.iter().map(|&(x, y)| [x, y]).collect();
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
    fn the_one_that_is_kept_takes_in_fuller_ones_around_it() {
        let places = [[0.0, 0.0], [6.0, 0.0], [14.0, 0.0]];
        let found = |kept| cluster(&places, &[1, 9, 1], (|_| 5.0, 5.0), kept);
        assert_eq!(found(None), [Cluster { stacks: vec![1, 0, 2] }]);
        assert_eq!(found(Some(0)), [Cluster { stacks: vec![0, 1] }, Cluster { stacks: vec![2] }]);
    }

    #[test]
    fn larger_markers_take_in_more_around_them() {
        let reach = |weight: usize| if weight > 1 { 9.0 } else { 4.0 };
        let joined = |weights: &[usize]| cluster(&[[0.0, 0.0], [12.0, 0.0]], weights, (reach, 9.0), None).len() == 1;
        assert!(!joined(&[1, 1]));
        assert!(joined(&[1, 2]));
    }

    #[test]
    fn a_marker_that_grew_takes_in_what_it_would_cover_now() {
        let places = [[0.0, 0.0], [15.0, 0.0], [-6.0, 0.0], [-7.0, 0.0]];
        let reach = |weight: usize| if weight > 4 { 12.0 } else { 5.0 };
        let found = |weights: &[usize]| cluster(&places, weights, (reach, 12.0), None);
        assert_eq!(found(&[2, 2, 1, 1]), [Cluster { stacks: vec![0, 2, 3] }, Cluster { stacks: vec![1] }]);
        assert_eq!(found(&[3, 2, 1, 1]), [Cluster { stacks: vec![0, 2, 3, 1] }]);
    }
}
