//! Where most of the events are.

use crate::gazetteer::Point;

/// Of places with their numbers of events, those that a map should show at first: without the few far off all others that
/// would make the rest small.
///
/// Four in five events, those nearest to the middle one, are in; farther ones are while they are not half as far again as all
/// before.
#[must_use]
pub fn main_points(places: Vec<(Point, usize)>) -> Vec<Point> {
    let middle = Point {
        latitude: weighted_median(places.iter().map(|(point, count)| (point.latitude, *count)).collect()),
        longitude: weighted_median(places.iter().map(|(point, count)| (point.longitude, *count)).collect()),
    };
    let mut by_distance: Vec<(f64, Point, usize)> =
        places.into_iter().map(|(point, count)| (middle.distance_km(point), point, count)).collect();
    by_distance.sort_by(|a, b| a.0.total_cmp(&b.0));
    let total: usize = by_distance.iter().map(|(.., count)| count).sum();
    let (mut seen, mut reach) = (0, 0.0);
    let kept = by_distance.into_iter().take_while(|&(distance, _, count)| {
        let is_in = seen * 5 < total * 4 || distance <= 1.5 * reach;
        if is_in {
            (seen, reach) = (seen + count, distance);
        }
        is_in
    });
    kept.map(|(_, point, _)| point).collect()
}

/// The value that half of the weight is not above; 0 where there is none.
fn weighted_median(mut values: Vec<(f64, usize)>) -> f64 {
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    let total: usize = values.iter().map(|(_, weight)| weight).sum();
    let mut below = 0;
    let half = values.into_iter().find(|&(_, weight)| {
        below += weight;
        below * 2 >= total
    });
    half.map_or(0.0, |(value, _)| value)
}
