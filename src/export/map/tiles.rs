//! [`Tiles`]: the tiles of the map that comes with the program.

use crate::basemap::ARCHIVE;
use bytes::Bytes;
use pmtiles::{AsyncBackend, AsyncPmTilesReader, BackendResponse, PmtError, PmtResult, TileCoord};

/// The embedded archive.
pub(super) struct Tiles(Option<AsyncPmTilesReader<Memory>>);

/// An archive in memory.
struct Memory(Bytes);

impl AsyncBackend for Memory {
    /// As much as there is, where more is asked for.
    async fn read(&self, offset: usize, length: usize) -> PmtResult<BackendResponse> {
        let end = offset.saturating_add(length).min(self.0.len());
        if offset > end {
            return Err(PmtError::Reading(std::io::ErrorKind::UnexpectedEof.into()));
        }
        Ok(BackendResponse::new(self.0.slice(offset..end)))
    }
}

impl Tiles {
    /// The map that comes with the program.
    pub(super) fn embedded() -> Self {
        let memory = Memory(Bytes::from_static(ARCHIVE));
        Self(pollster::block_on(AsyncPmTilesReader::try_from_source(memory)).ok())
    }

    /// The zoom of the archive nearest to a zoom.
    pub(super) fn zoom_for(&self, zoom: f64) -> u8 {
        let (first, last) = self.0.as_ref().map_or((0, 0), |reader| {
            let header = reader.get_header();
            (header.min_zoom, header.max_zoom.min(24))
        });
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        let nearest = zoom.round().clamp(f64::from(first), f64::from(last)) as u8;
        nearest
    }

    /// A tile; `None` where there is nothing but sea.
    pub(super) fn read(&self, zoom: u8, x: u32, y: u32) -> Option<Vec<u8>> {
        let coordinates = TileCoord::new(zoom, x, y).ok()?;
        let bytes = pollster::block_on(self.0.as_ref()?.get_tile_decompressed(coordinates)).ok()??;
        Some(bytes.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_map_is_read_at_every_zoom() {
        let tiles = Tiles::embedded();
        assert_eq!([tiles.zoom_for(-1.0), tiles.zoom_for(5.6), tiles.zoom_for(30.0)], [0, 6, 8]);
        assert!(tiles.read(6, 44, 25).is_some_and(|tile| tile.len() > 1000), "around Kabul");
        assert!(tiles.read(6, 5, 38).is_none(), "the middle of the Pacific");
        assert!(tiles.read(1, 2, 0).is_none(), "outside the grid");
    }
}
