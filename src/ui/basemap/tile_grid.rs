//! The grid of tiles: which tile covers which, and where a point of one is on the screen.

use egui::{Pos2, Rect, pos2};
use walkers::{Projector, TileId};

/// A tile's zoom, column and row.
pub(super) type Key = (u8, u32, u32);

/// The tile of `zoom` that covers `tile_id`, and which part of it does, from 0 to 1.
pub(super) fn ancestor(tile_id: TileId, zoom: u8) -> (Key, Rect) {
    let levels = u32::from(tile_id.zoom.saturating_sub(zoom)).min(31);
    let (x, y) = (tile_id.x >> levels, tile_id.y >> levels);
    let share = 1.0 / f64::from(1_u32 << levels);
    #[expect(clippy::cast_possible_truncation, reason = "a fraction of a tile")]
    let at = |own: u32, of: u32| (f64::from(own - (of << levels)) * share) as f32;
    let min = pos2(at(tile_id.x, x), at(tile_id.y, y));
    #[expect(clippy::cast_possible_truncation, reason = "a fraction of a tile")]
    let size = egui::Vec2::splat(share as f32);
    ((tile_id.zoom - tile_id.zoom.saturating_sub(zoom), x, y), Rect::from_min_size(min, size))
}

/// A point of a tile, given in parts of it, on the screen.
pub(super) fn on_screen(projector: &Projector, (zoom, x, y): Key, in_tile: Pos2) -> Pos2 {
    let tiles = f64::from(1_u32 << zoom.min(31));
    let world_x = (f64::from(x) + f64::from(in_tile.x)) / tiles;
    let world_y = (f64::from(y) + f64::from(in_tile.y)) / tiles;
    let longitude = world_x * 360.0 - 180.0;
    let latitude = (std::f64::consts::PI * (1.0 - 2.0 * world_y)).sinh().atan().to_degrees();
    projector.project(walkers::lon_lat(longitude, latitude)).to_pos2()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_past_the_last_zoom_is_a_part_of_one_that_is_there() {
        let tile = TileId { x: 357, y: 203, zoom: 9 };
        let (key, part) = ancestor(tile, 7);
        assert_eq!(key, (7, 89, 50));
        assert_eq!(part, Rect::from_min_size(pos2(0.25, 0.75), egui::Vec2::splat(0.25)));
        assert_eq!(ancestor(tile, 9), ((9, 357, 203), Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0))));
    }

    #[test]
    fn a_point_of_a_tile_is_where_its_longitude_and_latitude_are() {
        let mut memory = walkers::MapMemory::default();
        memory.set_zoom(6.0).unwrap();
        let rect = Rect::from_min_size(pos2(10.0, 20.0), egui::vec2(800.0, 600.0));
        let center = walkers::lon_lat(66.0, 34.0);
        let projector = Projector::new(rect, &walkers::MercatorProjection, &memory, center);
        // Tile 2/2/1 begins at 0° E and ends at the equator.
        let corner = on_screen(&projector, (2, 2, 1), pos2(0.0, 1.0));
        let expected = projector.project(walkers::lon_lat(0.0, 0.0)).to_pos2();
        assert!(corner.distance(expected) < 0.1, "{corner} {expected}");
    }
}
