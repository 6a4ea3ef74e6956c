//! [`TileLayer`]: the tiles of one source as walkers asks for them, and the names on them.

use super::labels::Label;
use super::style::LabelStyle;
use super::tile_grid::{Key, ancestor, on_screen};
use super::trouble::TroubleKind;
use super::worker::{Decode, TileBytes, Worker};
use egui::Rect;
use std::collections::BTreeMap;
use std::sync::Arc;
use walkers::sources::Attribution;
use walkers::{Placement, Projector, Text, Tile, TileId, TilePiece, Tiles};

/// Decoded tiles kept: some screens full.
const KEPT_TILES: usize = 192;
/// Seconds after which a tile that did not come is asked for again.
const RETRY: f64 = 20.0;

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
