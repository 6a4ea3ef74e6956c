//! [`TileLayer`]: the tiles of one source as walkers asks for them, and the names on them.

use super::labels::Label;
use super::style::LabelStyle;
use super::trouble::TroubleKind;
use super::worker::{Decode, TileBytes, Worker};
use egui::{Pos2, Rect, pos2};
use std::collections::BTreeMap;
use std::sync::Arc;
use walkers::sources::Attribution;
use walkers::{Placement, Projector, Text, Tile, TileId, TilePiece, Tiles};

/// Decoded tiles kept: some screens full.
const KEPT_TILES: usize = 192;
/// Seconds after which a tile that did not come is asked for again.
const RETRY: f64 = 20.0;

/// A tile's zoom, column and row.
pub(super) type Key = (u8, u32, u32);

/// What is known of a source before its first tile.
pub(super) struct Outline {
    /// Side of a tile at its own zoom, in points.
    pub(super) tile_size: u32,
    /// First and last zoom it has.
    pub(super) zooms: (u8, u8),
    /// By style layer; `None` for layers without labels, nothing for images.
    pub(super) label_styles: Vec<Option<LabelStyle>>,
}

/// A source of tiles, and those of them that are decoded.
pub(super) struct TileLayer {
    outline: Outline,
    worker: Worker,
    decoded: BTreeMap<Key, Decoded>,
    /// When each tile that did not come is to be asked for again, in seconds of the window's clock.
    failed: BTreeMap<Key, f64>,
    trouble: Option<TroubleKind>,
    /// Seconds of the window's clock.
    now: f64,
    /// Counts frames, to tell which tiles have not been seen for long.
    frame: u64,
    /// Pieces drawn in this frame: the tile they are of, and the part of it.
    drawn: Vec<(Key, Rect)>,
    wanted: Vec<Key>,
}

struct Decoded {
    /// `None` where there is nothing to draw.
    tile: Option<Tile>,
    texts: Arc<Vec<Text>>,
    last_frame: u64,
}

impl TileLayer {
    /// A thread for each of the `sources`, which are all alike.
    pub(super) fn new(
        sources: impl IntoIterator<Item = impl TileBytes>,
        decode: impl Decode,
        outline: Outline,
        ctx: &egui::Context,
    ) -> Self {
        Self {
            outline,
            worker: Worker::spawn(sources, decode, ctx),
            decoded: BTreeMap::new(),
            failed: BTreeMap::new(),
            trouble: None,
            now: 0.0,
            frame: 0,
            drawn: Vec::new(),
            wanted: Vec::new(),
        }
    }

    /// To be called before the map is drawn: takes in what was decoded since.
    pub(super) fn begin_frame(&mut self, now: f64) {
        self.now = now;
        self.frame += 1;
        self.drawn.clear();
        self.wanted.clear();
        let finished: Vec<_> = self.worker.finished().collect();
        for (key, tile) in finished {
            match tile {
                Ok(tile) => self.take(key, tile),
                Err(trouble) => {
                    self.failed.insert(key, now + RETRY);
                    self.trouble = Some(trouble);
                }
            }
        }
        self.forget_old();
    }

    fn take(&mut self, key: Key, tile: Option<Tile>) {
        // A tile that comes says that all is well again; one that is known to be empty says nothing.
        if tile.is_some() {
            self.trouble = None;
        }
        self.failed.remove(&key);
        let (tile, texts) = match tile {
            Some(Tile::Vector { drawables, texts }) => (Some(Tile::Vector { drawables, texts: Vec::new() }), texts),
            tile => (tile, Vec::new()),
        };
        self.decoded.insert(key, Decoded { tile, texts: Arc::new(texts), last_frame: self.frame });
    }

    /// To be called after the map is drawn: asks for the tiles that were missing, those first met first.
    pub(super) fn end_frame(&mut self) {
        // The whole world in one tile: something to show wherever the map is moved to.
        if self.outline.zooms.0 == 0 {
            self.want((0, 0, 0));
        }
        self.worker.want(std::mem::take(&mut self.wanted));
    }

    fn want(&mut self, key: Key) {
        let is_resting = self.failed.get(&key).is_some_and(|&again| again > self.now);
        if !is_resting && !self.decoded.contains_key(&key) && !self.wanted.contains(&key) {
            self.wanted.push(key);
        }
    }

    /// Asks for everything that did not come once more.
    pub(super) fn retry(&mut self) {
        self.failed.clear();
        self.trouble = None;
    }

    /// Why the last tile that did not come did not, if none has come since.
    pub(super) fn trouble(&self) -> Option<&TroubleKind> {
        self.trouble.as_ref()
    }

    /// Seconds until something is to be asked for again.
    pub(super) fn seconds_to_retry(&self) -> Option<f32> {
        let left = self.failed.values().map(|again| again - self.now).filter(|&left| left > 0.0);
        #[expect(clippy::cast_possible_truncation, reason = "some seconds")]
        left.min_by(f64::total_cmp).map(|left| left as f32)
    }

    /// Whether all that the last frame shows is there in full.
    pub(super) fn is_settled(&self) -> bool {
        self.worker.is_idle()
    }

    /// Whether the last frame shows any tile of it.
    pub(super) fn is_seen(&self) -> bool {
        !self.drawn.is_empty()
    }

    /// The last zoom it has tiles of.
    pub(super) fn max_zoom(&self) -> u8 {
        self.outline.zooms.1
    }

    /// The names in view, on the screen; those drawn first are the most important.
    pub(super) fn labels(&self, projector: &Projector) -> Vec<Label> {
        let mut labels = Vec::new();
        #[expect(clippy::cast_precision_loss, reason = "some hundred points")]
        let side = self.outline.tile_size as f32;
        for (key, part) in &self.drawn {
            let Some(decoded) = self.decoded.get(key) else { continue };
            for (order, text) in decoded.texts.iter().enumerate() {
                let in_tile = text.position / side;
                if !part.contains(in_tile) || in_tile.x >= part.max.x || in_tile.y >= part.max.y {
                    continue;
                }
                // Names along roads and rivers would have to be turned.
                let Some(Some(style)) = self.outline.label_styles.get(text.layer) else { continue };
                if text.placement == Placement::Point {
                    labels.push(Label::of_text(text, style, on_screen(projector, *key, in_tile), order));
                }
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

impl Tiles for TileLayer {
    fn at(&mut self, tile_id: TileId) -> Option<TilePiece> {
        let (first, last) = self.outline.zooms;
        if tile_id.zoom < first {
            return None;
        }
        let (best, _) = ancestor(tile_id, tile_id.zoom.min(last));
        self.want(best);
        for zoom in (first..=best.0).rev() {
            let (key, part) = ancestor(tile_id, zoom);
            if let Some(decoded) = self.decoded.get_mut(&key) {
                decoded.last_frame = self.frame;
                let tile = decoded.tile.clone()?;
                self.drawn.push((key, part));
                return Some(TilePiece::new(tile, part));
            }
        }
        None
    }

    /// Who the tiles are of is said by the map panel.
    fn attribution(&self) -> Attribution {
        Attribution { text: "", url: "", logo_light: None, logo_dark: None }
    }

    fn tile_size(&self) -> u32 {
        self.outline.tile_size
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
