//! [`Archive`]: vector tiles out of a `PMTiles` archive that is held in memory.

use bytes::Bytes;
use pmtiles::{AsyncBackend, AsyncPmTilesReader, BackendResponse, PmtError, PmtResult, TileCoord};

/// The map of the world that comes with the program; `data/build/basemap.sh` makes it.
const EMBEDDED: &[u8] = include_bytes!("../../../assets/basemap.pmtiles");

/// The tiles of one archive.
pub(super) struct Archive(AsyncPmTilesReader<Memory>);

impl Archive {
    /// The embedded map.
    ///
    /// # Errors
    /// Where the archive's header or directory is broken.
    pub(super) fn embedded() -> PmtResult<Self> {
        Self::from_bytes(Bytes::from_static(EMBEDDED))
    }

    fn from_bytes(bytes: Bytes) -> PmtResult<Self> {
        pollster::block_on(AsyncPmTilesReader::try_from_source(Memory(bytes))).map(Self)
    }

    /// The last zoom it has tiles of.
    pub(super) fn max_zoom(&self) -> u8 {
        self.0.get_header().max_zoom
    }

    /// A tile, decompressed; `None` where there is nothing but sea.
    ///
    /// # Errors
    /// Where the tile can't be read, or there is no such tile in the grid.
    pub(super) fn tile(&self, zoom: u8, x: u32, y: u32) -> PmtResult<Option<Bytes>> {
        pollster::block_on(self.0.get_tile_decompressed(TileCoord::new(zoom, x, y)?))
    }
}

/// Bytes already in memory, read as the archive's reader wants them.
struct Memory(Bytes);

impl AsyncBackend for Memory {
    async fn read(&self, offset: usize, length: usize) -> PmtResult<BackendResponse> {
        let end = offset.saturating_add(length).min(self.0.len());
        if offset > end {
            return Err(PmtError::Reading(std::io::ErrorKind::UnexpectedEof.into()));
        }
        Ok(BackendResponse::new(self.0.slice(offset..end)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_map_has_the_whole_world_and_details_of_afghanistan() {
        let archive = Archive::embedded().unwrap();
        assert!(archive.max_zoom() >= 6, "{}", archive.max_zoom());
        assert!(archive.tile(0, 0, 0).unwrap().is_some_and(|tile| tile.len() > 10_000));
        assert!(archive.tile(6, 44, 25).unwrap().is_some_and(|tile| tile.len() > 1_000), "around Kabul");
    }

    #[test]
    fn the_open_sea_has_no_tile_and_a_tile_outside_the_grid_is_an_error() {
        let archive = Archive::embedded().unwrap();
        assert!(archive.tile(6, 5, 38).unwrap().is_none(), "the middle of the Pacific");
        assert!(archive.tile(1, 2, 0).is_err());
    }

    #[test]
    fn broken_archives_are_errors() {
        for bytes in [&b""[..], b"PMTiles", b"not an archive at all", &EMBEDDED[..100]] {
            assert!(Archive::from_bytes(Bytes::copy_from_slice(bytes)).is_err());
        }
    }
}
