//! [`Basemap`]: the offline map of the world under the markers, as tiles for walkers and labels of our own.
//!
//! walkers draws fills and lines. Labels are taken out of its tiles and placed by [`labels`], so that they keep clear of
//! markers, stand beside the dots of their towns, and do not jump while the map is dragged.

mod archive;
pub mod labels;
mod style;
mod worker;

pub use style::Look;

use archive::Archive;
use egui::{Color32, Pos2, Rect, pos2};
use labels::Label;
use std::collections::BTreeMap;
use std::sync::Arc;
use style::{BasemapStyle, LabelStyle};
use walkers::sources::Attribution;
use walkers::{Projector, Text, Tile, TileId, TilePiece, Tiles};
use worker::Worker;

/// Side of a tile at its own zoom, in points.
const TILE_SIZE: u32 = 512;
const TILE_POINTS: f32 = 512.0;
/// Decoded tiles kept: some screens full.
const KEPT_TILES: usize = 192;

/// A tile's zoom, column and row.
type Key = (u8, u32, u32);

/// The map of the world, in one look and language.
pub struct Basemap {
    look: Look,
    language: String,
    sea: Color32,
    label_styles: Vec<Option<LabelStyle>>,
    max_zoom: u8,
    worker: Worker,
    decoded: BTreeMap<Key, Decoded>,
    /// Counts frames, to tell which tiles have not been seen for long.
    frame: u64,
    /// Pieces drawn in this frame: the tile they are of, and the part of it.
    drawn: Vec<(Key, Rect)>,
    wanted: Vec<Key>,
}

struct Decoded {
    tile: Tile,
    texts: Arc<Vec<Text>>,
    last_frame: u64,
}

/// The embedded map or its style can't be read: a broken build.
#[derive(Debug, thiserror::Error)]
#[error("the embedded map is broken: {0}")]
pub struct BasemapError(String);

impl Basemap {
    /// The embedded map. `language` is that of its names: `fr` or `en`; others are shown the English ones.
    ///
    /// # Errors
    /// [`BasemapError`] where the archive or the style can't be read.
    pub fn new(ctx: &egui::Context, look: Look, language: &str) -> Result<Self, BasemapError> {
        let archive = Archive::embedded().map_err(|error| BasemapError(error.to_string()))?;
        let style = BasemapStyle::embedded(look, language).map_err(|error| BasemapError(error.to_string()))?;
        Ok(Self {
            look,
            language: language.to_owned(),
            sea: style.sea,
            label_styles: style.labels,
            max_zoom: archive.max_zoom(),
            worker: Worker::spawn(archive, style.walkers, ctx.clone()),
            decoded: BTreeMap::new(),
            frame: 0,
            drawn: Vec::new(),
            wanted: Vec::new(),
        })
    }

    /// Whether it is the map for this look and language.
    #[must_use]
    pub fn is_for(&self, look: Look, language: &str) -> bool {
        self.look == look && self.language == language
    }

    /// The colour under the tiles.
    #[must_use]
    pub fn sea(&self) -> Color32 {
        self.sea
    }

    /// To be called before the map is drawn: takes in what was decoded since.
    pub fn begin_frame(&mut self) {
        self.frame += 1;
        self.drawn.clear();
        self.wanted.clear();
        for (key, tile) in self.worker.finished() {
            let (tile, texts) = match tile {
                Some(Tile::Vector { drawables, texts }) => (Tile::Vector { drawables, texts: Vec::new() }, texts),
                Some(tile) => (tile, Vec::new()),
                None => (Tile::Vector { drawables: Arc::default(), texts: Vec::new() }, Vec::new()),
            };
            self.decoded.insert(key, Decoded { tile, texts: Arc::new(texts), last_frame: self.frame });
        }
        self.forget_old();
    }

    /// To be called after the map is drawn: asks for the tiles that were missing, those first met first.
    pub fn end_frame(&mut self) {
        // The whole world in one tile: something to show wherever the map is moved to.
        if !self.decoded.contains_key(&(0, 0, 0)) {
            self.wanted.push((0, 0, 0));
        }
        self.worker.want(std::mem::take(&mut self.wanted));
    }

    /// Whether all that the last frame shows is there in full.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.worker.is_idle()
    }

    /// The names in view, on the screen; those drawn first are the most important.
    #[must_use]
    pub fn labels(&self, projector: &Projector) -> Vec<Label> {
        let mut labels = Vec::new();
        for (key, part) in &self.drawn {
            let Some(decoded) = self.decoded.get(key) else { continue };
            for (order, text) in decoded.texts.iter().enumerate() {
                let in_tile = text.position / TILE_POINTS;
                if !part.contains(in_tile) || in_tile.x >= part.max.x || in_tile.y >= part.max.y {
                    continue;
                }
                let Some(Some(style)) = self.label_styles.get(text.layer) else { continue };
                labels.push(Label::of_text(text, style, on_screen(projector, *key, in_tile), order));
            }
        }
        labels
    }

    fn forget_old(&mut self) {
        while self.decoded.len() > KEPT_TILES {
            let oldest = self.decoded.iter().filter(|(key, _)| key.0 > 0).min_by_key(|(_, decoded)| decoded.last_frame);
            match oldest.map(|(key, decoded)| (*key, decoded.last_frame)) {
                Some((key, last_frame)) if last_frame + 1 < self.frame => self.decoded.remove(&key),
                _ => break,
            };
        }
    }
}

impl Tiles for Basemap {
    fn at(&mut self, tile_id: TileId) -> Option<TilePiece> {
        let (best, _) = ancestor(tile_id, tile_id.zoom.min(self.max_zoom));
        if !self.decoded.contains_key(&best) && !self.wanted.contains(&best) {
            self.wanted.push(best);
        }
        for zoom in (0..=best.0).rev() {
            let (key, part) = ancestor(tile_id, zoom);
            if let Some(decoded) = self.decoded.get_mut(&key) {
                decoded.last_frame = self.frame;
                self.drawn.push((key, part));
                return Some(TilePiece::new(decoded.tile.clone(), part));
            }
        }
        None
    }

    fn attribution(&self) -> Attribution {
        Attribution {
            text: "Natural Earth",
            url: "https://www.naturalearthdata.com",
            logo_light: None,
            logo_dark: None,
        }
    }

    fn tile_size(&self) -> u32 {
        TILE_SIZE
    }
}

impl std::fmt::Debug for Basemap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Basemap").field("look", &self.look).field("language", &self.language).finish_non_exhaustive()
    }
}

/// The tile of `zoom` that covers `tile_id`, and which part of it does, from 0 to 1.
fn ancestor(tile_id: TileId, zoom: u8) -> (Key, Rect) {
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
fn on_screen(projector: &Projector, (zoom, x, y): Key, in_tile: Pos2) -> Pos2 {
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
