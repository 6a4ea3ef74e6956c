//! Where the map looks: fitting points into the view, and keeping the view on the world.

use crate::gazetteer::Point;
use egui::{Rect, Vec2, vec2};
use walkers::{MapMemory, Position, lon_lat};

/// Side of the whole world at zoom 0, in points.
const WORLD: f64 = 256.0;
/// Streets, on a map that has them; the offline map only grows from zoom 9 on.
pub(super) const MAX_ZOOM: f64 = 17.0;
/// A single place is not fitted any closer than this.
const MAX_FIT_ZOOM: f64 = 8.5;
/// Kept free around fitted points: room for rings, labels and buttons.
const MARGIN: f32 = 64.0;
/// Kept free around a place whose events are shown one by one, with a name beside each.
const ROOM: Vec2 = vec2(190.0, 80.0);

/// A point of the Web Mercator world, from 0 to 1 eastward and southward.
#[must_use]
pub(super) fn world_share(point: Point) -> [f64; 2] {
    let latitude = point.latitude.clamp(-85.05, 85.05).to_radians();
    [(point.longitude + 180.0) / 360.0, (1.0 - latitude.tan().asinh() / std::f64::consts::PI) / 2.0]
}

/// The same in points of the whole world at a zoom.
#[must_use]
pub(super) fn world_points(point: Point, zoom: f64) -> Vec2 {
    let side = WORLD * zoom.exp2();
    let [x, y] = world_share(point);
    #[expect(clippy::cast_possible_truncation, reason = "points on a screen")]
    vec2((x * side) as f32, (y * side) as f32)
}

fn position_at([x, y]: [f64; 2]) -> Position {
    let latitude = (std::f64::consts::PI * (1.0 - 2.0 * y)).sinh().atan().to_degrees();
    lon_lat(x * 360.0 - 180.0, latitude)
}

/// Centre and zoom that show all the points in a view of that size; `None` without points.
#[must_use]
pub(super) fn fit(points: impl Iterator<Item = Point>, size: Vec2) -> Option<(Position, f64)> {
    let mut bounds: Option<([f64; 2], [f64; 2])> = None;
    for point in points {
        let [x, y] = world_share(point);
        let (low, high) = bounds.get_or_insert(([x, y], [x, y]));
        *low = [low[0].min(x), low[1].min(y)];
        *high = [high[0].max(x), high[1].max(y)];
    }
    let (low, high) = bounds?;
    let room = |side: f32| f64::from((side - 2.0 * MARGIN).max(side / 3.0).max(1.0));
    let zoom_of =
        |share: f64, side: f32| if share > 0.0 { (room(side) / (share * WORLD)).log2() } else { MAX_FIT_ZOOM };
    let zoom = zoom_of(high[0] - low[0], size.x).min(zoom_of(high[1] - low[1], size.y));
    let zoom = zoom.min(MAX_FIT_ZOOM).max(min_zoom(size));
    Some((position_at([f64::midpoint(low[0], high[0]), f64::midpoint(low[1], high[1])]), zoom))
}

/// The zoom at which the world is just as high as the view.
#[must_use]
pub(super) fn min_zoom(size: Vec2) -> f64 {
    (f64::from(size.y.max(1.0)) / WORLD).log2().clamp(0.0, MAX_ZOOM)
}

/// Puts a view that was moved or zoomed off the world back on it.
pub(super) fn keep_on_world(memory: &mut MapMemory, size: Vec2) {
    let zoom = memory.zoom().clamp(min_zoom(size), MAX_ZOOM);
    if (zoom - memory.zoom()).abs() > 1e-9 {
        // Cannot fail: the zoom was clamped to less than walkers allows.
        let _ = memory.set_zoom(zoom);
    }
    let Some(center) = memory.detached() else { return };
    let [x, y] = world_share(Point { latitude: center.y(), longitude: center.x() });
    let half_height = f64::from(size.y) / 2.0 / (WORLD * zoom.exp2());
    let kept = [x.clamp(0.0, 1.0), if half_height >= 0.5 { 0.5 } else { y.clamp(half_height, 1.0 - half_height) }];
    if (kept[0] - x).abs() > 1e-9 || (kept[1] - y).abs() > 1e-9 {
        memory.center_at(position_at(kept));
    }
}

/// Moves the view by a share of its size, to the east and to the south.
pub(super) fn pan(memory: &mut MapMemory, size: Vec2, east: f32, south: f32) {
    let Some(center) = memory.detached() else { return };
    let [x, y] = world_share(Point { latitude: center.y(), longitude: center.x() });
    let world = WORLD * memory.zoom().exp2();
    let moved = |at: f64, share: f32, size: f32| at + f64::from(share * size) / world;
    memory.center_at(position_at([moved(x, east, size.x), moved(y, south, size.y)]));
    keep_on_world(memory, size);
}

/// Keeps every place where it is on the screen when the map gets a little more or less room: a line that comes or goes in
/// another panel shall not move it. A view that is another altogether keeps its middle.
pub(super) fn hold_still(memory: &mut MapMemory, before: Rect, after: Rect) {
    let moved = after.center() - before.center();
    let is_slight = 2.0 * moved.length() < 0.25 * after.size().min_elem();
    if moved != Vec2::ZERO && is_slight {
        pan(memory, after.size(), moved.x / after.width(), moved.y / after.height());
    }
}

/// Moves the view just so far that a point at `at` on the screen is inside `rect`, well off its edges.
pub(super) fn reveal(memory: &mut MapMemory, rect: Rect, at: egui::Pos2) {
    reveal_within(memory, rect, rect.shrink(MARGIN.min(rect.width().min(rect.height()) / 4.0)), at);
}

/// Moves the view just so far that a ring of markers around a point, and their names, are in it.
pub(super) fn make_room(memory: &mut MapMemory, rect: Rect, at: egui::Pos2) {
    reveal_within(memory, rect, rect.shrink2(ROOM.min(rect.size() / 4.0)), at);
}

fn reveal_within(memory: &mut MapMemory, rect: Rect, inner: Rect, at: egui::Pos2) {
    let off = at - inner.clamp(at);
    if off != Vec2::ZERO {
        pan(memory, rect.size(), off.x / rect.width(), off.y / rect.height());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    const KABUL: Point = Point { latitude: 34.53, longitude: 69.17 };
    const HERAT: Point = Point { latitude: 34.35, longitude: 62.2 };
    const SIZE: Vec2 = vec2(900.0, 600.0);

    fn at(center: Position, zoom: f64) -> MapMemory {
        let mut memory = MapMemory::default();
        memory.center_at(center);
        memory.set_zoom(zoom).unwrap();
        memory
    }

    #[test]
    fn fitted_points_are_inside_the_view_and_fill_it() {
        let (center, zoom) = fit([KABUL, HERAT].into_iter(), SIZE).unwrap();
        let middle = world_points(Point { latitude: center.y(), longitude: center.x() }, zoom);
        for point in [KABUL, HERAT] {
            let off = world_points(point, zoom) - middle;
            assert!((off.x.abs() - (SIZE.x / 2.0 - MARGIN)).abs() < 1.0, "{off:?}");
            assert!(off.y.abs() < SIZE.y / 2.0 - MARGIN);
        }
    }

    #[test]
    fn one_place_is_not_shown_from_too_close_and_none_not_at_all() {
        let (center, zoom) = fit([KABUL].into_iter(), SIZE).unwrap();
        assert!((zoom - MAX_FIT_ZOOM).abs() < 1e-9);
        assert!((center.x() - KABUL.longitude).abs() < 1e-6 && (center.y() - KABUL.latitude).abs() < 1e-6);
        assert!(fit(std::iter::empty(), SIZE).is_none());
    }

    #[test]
    fn a_view_of_a_few_points_is_fitted_too() {
        let (_, zoom) = fit([KABUL, HERAT].into_iter(), vec2(10.0, 0.0)).unwrap();
        assert!((0.0..=MAX_ZOOM).contains(&zoom), "{zoom}");
    }

    #[test]
    fn the_view_stays_on_the_world() {
        let mut memory = at(lon_lat(240.0, 89.0), 3.0);
        keep_on_world(&mut memory, SIZE);
        let center = memory.detached().unwrap();
        assert!(center.x() <= 180.0 && center.y() < 85.0, "{center:?}");
        let mut memory = at(lon_lat(0.0, 0.0), 0.0);
        keep_on_world(&mut memory, SIZE);
        assert!((memory.zoom() - min_zoom(SIZE)).abs() < 1e-9);
    }

    #[test]
    fn panning_by_half_the_width_moves_by_half_the_width() {
        let mut memory = at(lon_lat(0.0, 0.0), 6.0);
        pan(&mut memory, SIZE, 0.5, 0.0);
        let moved = memory.detached().unwrap().x() / 360.0 * WORLD * 64.0;
        assert!((moved - 450.0).abs() < 0.01, "{moved}");
    }

    #[test]
    fn a_line_more_above_or_below_the_map_moves_no_place_on_the_screen() {
        let on_screen = |memory: &MapMemory, rect: Rect| {
            let center = memory.detached().unwrap();
            let middle = world_points(Point { latitude: center.y(), longitude: center.x() }, memory.zoom());
            rect.center() + (world_points(KABUL, memory.zoom()) - middle)
        };
        let before = Rect::from_min_size(pos2(200.0, 40.0), SIZE);
        for after in [
            Rect::from_min_max(before.min + vec2(0.0, 37.0), before.max),
            Rect::from_min_max(before.min, before.max - vec2(0.0, 24.0)),
            Rect::from_min_max(before.min, before.max - vec2(80.0, 0.0)),
        ] {
            let mut memory = at(lon_lat(66.0, 34.0), 6.0);
            let expected = on_screen(&memory, before);
            hold_still(&mut memory, before, after);
            assert!(on_screen(&memory, after).distance(expected) < 0.1, "{after}");
        }
        let mut memory = at(lon_lat(66.0, 34.0), 6.0);
        hold_still(&mut memory, before, before.translate(vec2(600.0, 0.0)));
        assert_eq!(memory.detached().unwrap(), lon_lat(66.0, 34.0));
    }

    #[test]
    fn what_is_in_view_is_not_moved_and_what_is_not_just_so_far() {
        let rect = Rect::from_min_size(pos2(0.0, 0.0), SIZE);
        let mut memory = at(lon_lat(0.0, 0.0), 6.0);
        reveal(&mut memory, rect, pos2(450.0, 300.0));
        assert_eq!(memory.detached().unwrap(), lon_lat(0.0, 0.0));
        reveal(&mut memory, rect, pos2(SIZE.x + 36.0, 300.0));
        let moved = memory.detached().unwrap().x() / 360.0 * WORLD * 64.0;
        assert!((moved - 100.0).abs() < 0.01, "{moved}");
    }
}
