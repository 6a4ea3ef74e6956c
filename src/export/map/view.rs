//! [`View`]: which part of the world a map shows, in Web Mercator.

use super::Extent;
use super::svg::At;
use crate::gazetteer::Point;
use std::f64::consts::PI;

/// Side of the whole world at zoom 0, in points.
const WORLD: f64 = 256.0;
/// A single place is not fitted any closer than this.
const MAX_ZOOM: f64 = 8.5;
/// Kept free around fitted points.
const MARGIN: f32 = 56.0;

/// A rectangle of the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) low: At,
    pub(super) high: At,
}

/// The part of the world shown, and where on the sheet it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    pub(super) area: Area,
    pub(super) zoom: f64,
    /// The middle, as a share of the world.
    middle: [f64; 2],
}

impl Area {
    pub(super) fn new([x, y]: At, [width, height]: At) -> Self {
        Self { low: [x, y], high: [x + width, y + height] }
    }

    pub(super) fn around([x, y]: At, radius: f32) -> Self {
        Self { low: [x - radius, y - radius], high: [x + radius, y + radius] }
    }

    pub(super) fn size(&self) -> At {
        [self.high[0] - self.low[0], self.high[1] - self.low[1]]
    }

    pub(super) fn expanded(&self, by: f32) -> Self {
        Self { low: self.low.map(|at| at - by), high: self.high.map(|at| at + by) }
    }

    pub(super) fn holds(&self, [x, y]: At) -> bool {
        (self.low[0]..=self.high[0]).contains(&x) && (self.low[1]..=self.high[1]).contains(&y)
    }

    pub(super) fn holds_area(&self, other: &Self) -> bool {
        self.holds(other.low) && self.holds(other.high)
    }

    pub(super) fn meets(&self, other: &Self) -> bool {
        (0..2).all(|axis| self.low[axis] < other.high[axis] && other.low[axis] < self.high[axis])
    }
}

/// A point of the world, from 0 to 1 eastward and southward.
fn world_share(point: Point) -> [f64; 2] {
    let latitude = point.latitude.clamp(-85.05, 85.05).to_radians();
    [(point.longitude + 180.0) / 360.0, (1.0 - latitude.tan().asinh() / PI) / 2.0]
}

impl View {
    /// The closest view that shows all the points, as far as one view can; of the whole world where there are none.
    pub(super) fn fitting(points: &[Point], area: Area) -> Self {
        let shares: Vec<[f64; 2]> = points.iter().map(|&point| world_share(point)).collect();
        let end = |axis: usize, of: fn(f64, f64) -> f64| shares.iter().map(|share| share[axis]).reduce(of);
        let [width, height] = area.size();
        // The world has no second copy beside it: it is at least as wide as the map.
        let least = (f64::from(width.max(height)) / WORLD).log2();
        let (Some(west), Some(east), Some(north), Some(south)) =
            (end(0, f64::min), end(0, f64::max), end(1, f64::min), end(1, f64::max))
        else {
            return Self { area, zoom: least, middle: [0.5, 0.42] }.kept_on_the_world();
        };
        let zoom_of = |share: f64, side: f32| {
            let room = f64::from((side - 2.0 * MARGIN).max(side / 3.0));
            if share > 0.0 { (room / (share * WORLD)).log2() } else { MAX_ZOOM }
        };
        let zoom = zoom_of(east - west, width).min(zoom_of(south - north, height));
        let middle = [f64::midpoint(west, east), f64::midpoint(north, south)];
        Self { area, zoom: zoom.min(MAX_ZOOM).max(least), middle }.kept_on_the_world()
    }

    /// The closest view that shows all of an extent.
    pub(super) fn of_extent(extent: Extent, area: Area) -> Self {
        let [low, high] = [extent.north_west, extent.south_east].map(world_share);
        let [width, height] = area.size();
        let zoom_of = |share: f64, side: f32| (f64::from(side) / (share.max(1e-9) * WORLD)).log2();
        let zoom = zoom_of(high[0] - low[0], width).min(zoom_of(high[1] - low[1], height));
        let least = (f64::from(width.max(height)) / WORLD).log2();
        let middle = [f64::midpoint(low[0], high[0]), f64::midpoint(low[1], high[1])];
        Self { area, zoom: zoom.max(least), middle }.kept_on_the_world()
    }

    fn kept_on_the_world(mut self) -> Self {
        let side = self.world_side();
        for (middle, length) in self.middle.iter_mut().zip(self.area.size()) {
            let half = (f64::from(length) / 2.0 / side).min(0.5);
            *middle = middle.clamp(half, 1.0 - half);
        }
        self
    }

    fn world_side(&self) -> f64 {
        WORLD * self.zoom.exp2()
    }

    /// Where a point of the world (0 to 1 eastward and southward) is on the sheet.
    pub(super) fn at_share(&self, share: [f64; 2]) -> At {
        let side = self.world_side();
        let on_axis = |axis: usize| {
            let middle = f64::midpoint(f64::from(self.area.low[axis]), f64::from(self.area.high[axis]));
            #[expect(clippy::cast_possible_truncation, reason = "points on a sheet")]
            let at = (middle + (share[axis] - self.middle[axis]) * side) as f32;
            at
        };
        [on_axis(0), on_axis(1)]
    }

    /// Where a place is on the sheet.
    pub(super) fn at(&self, point: Point) -> At {
        self.at_share(world_share(point))
    }

    /// Points of the sheet a kilometre at that latitude.
    pub(super) fn points_per_km(&self, point: Point) -> f32 {
        #[expect(clippy::cast_possible_truncation, reason = "points on a sheet")]
        let scale = (self.world_side() / (40_075.017 * point.latitude.to_radians().cos().max(0.01))) as f32;
        scale
    }

    /// The zoom of the tiles that fit best: their side at their own zoom is 512 points.
    pub(super) fn tile_zoom(&self) -> f64 {
        self.zoom - 1.0
    }

    /// The middle of the map, as a place.
    pub(super) fn middle(&self) -> Point {
        let latitude = (PI * (1.0 - 2.0 * self.middle[1])).sinh().atan().to_degrees();
        Point { latitude, longitude: self.middle[0] * 360.0 - 180.0 }
    }

    /// Shares of the world that the map begins and ends at, eastward and southward.
    pub(super) fn shares(&self) -> ([f64; 2], [f64; 2]) {
        let half = self.area.size().map(|length| f64::from(length) / 2.0 / self.world_side());
        let end = |sign: f64| [self.middle[0] + sign * half[0], self.middle[1] + sign * half[1]];
        (end(-1.0), end(1.0))
    }
}

/// The corners of a square around a point, so many km to each side: what a view has to hold to show a circle.
pub(super) fn around(point: Point, km: f32) -> [Point; 4] {
    let north = f64::from(km) / 111.2;
    let east = north / point.latitude.to_radians().cos().max(0.05);
    let moved = |north: f64, east: f64| Point {
        latitude: (point.latitude + north).clamp(-85.0, 85.0),
        longitude: (point.longitude + east).clamp(-180.0, 180.0),
    };
    [moved(north, 0.0), moved(-north, 0.0), moved(0.0, east), moved(0.0, -east)]
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Area = Area { low: [20.0, 80.0], high: [1020.0, 680.0] };

    fn point(latitude: f64, longitude: f64) -> Point {
        Point { latitude, longitude }
    }

    #[test]
    fn all_points_are_in_the_view_that_fits_them() {
        let points = [point(36.7, 68.9), point(34.3, 62.2), point(31.6, 65.7)];
        let view = View::fitting(&points, AREA);
        for place in points {
            assert!(AREA.expanded(-40.0).holds(view.at(place)), "{:?}", view.at(place));
        }
        let alone = View::fitting(&points[..1], AREA);
        assert!(alone.zoom > view.zoom);
        let [x, y] = alone.at(points[0]);
        assert!((x - 520.0).abs() < 0.1 && (y - 380.0).abs() < 0.1, "in the middle: {x} {y}");
    }

    #[test]
    fn an_extent_is_shown_whole_and_fills_the_view_one_way() {
        let (north_west, south_east) = (point(38.0, 60.0), point(29.0, 75.0));
        let view = View::of_extent(Extent { north_west, south_east }, AREA);
        let (low, high) = (view.at(north_west), view.at(south_east));
        assert!(AREA.expanded(0.5).holds(low) && AREA.expanded(0.5).holds(high), "{low:?} {high:?}");
        let fills = |axis: usize| (high[axis] - low[axis] - AREA.size()[axis]).abs() < 1.0;
        assert!(fills(0) || fills(1), "{low:?} {high:?}");
    }

    #[test]
    fn the_map_is_never_wider_than_the_world() {
        for points in [&[][..], &[point(-54.8, -68.3), point(71.0, 178.0)], &[point(89.0, 179.9)]] {
            let view = View::fitting(points, AREA);
            let (low, high) = view.shares();
            assert!(low.iter().all(|&share| share > -1e-6) && high.iter().all(|&share| share < 1.0 + 1e-6), "{view:?}");
        }
    }

    #[test]
    fn a_kilometre_is_as_long_as_the_map_has_it() {
        let view = View::fitting(&[point(36.0, 68.0)], AREA);
        let [corner, ..] = around(point(36.0, 68.0), 50.0);
        let length = view.at(point(36.0, 68.0))[1] - view.at(corner)[1];
        assert!((length - 50.0 * view.points_per_km(point(36.0, 68.0))).abs() < 1.0, "{length}");
    }
}
