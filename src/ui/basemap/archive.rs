//! [`Archive`]: tiles out of a `PMTiles` archive, the one that comes with the program or a file.

use super::schema::{Form, Schema};
use super::tile_grid::Key;
use super::trouble::TroubleKind;
use super::worker::TileBytes;
use crate::basemap::ARCHIVE as EMBEDDED;
use crate::problem::Fault;
use bytes::Bytes;
use pmtiles::{AsyncBackend, AsyncPmTilesReader, BackendResponse, PmtError, PmtResult, TileCoord, TileType};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Length of an archive's header, and what its first directory has to lie within (`PMTiles` 3, "Overview").
const HEADER: usize = 127;
const FIRST_READ: u64 = 16_384;

/// The tiles of one archive.
pub(super) struct Archive(AsyncPmTilesReader<Backend>);

impl Archive {
    /// The embedded map.
    ///
    /// # Errors
    /// Where the archive's header or directory is broken.
    pub(super) fn embedded() -> PmtResult<Self> {
        Self::from_bytes(Bytes::from_static(EMBEDDED))
    }

    /// A file's archive. It is read piece by piece, as tiles are wanted: such files are as large as disks.
    ///
    /// # Errors
    /// Where it can't be read, is no archive, or has tiles that are not drawn here.
    pub(super) fn open(path: &Path) -> Result<(Self, Form), TroubleKind> {
        let not_readable = |error: std::io::Error| TroubleKind::NotReadable(Fault::of_reading(&error));
        let mut file = File::open(path).map_err(not_readable)?;
        let metadata = file.metadata().map_err(not_readable)?;
        if metadata.is_dir() {
            return Err(TroubleKind::NoArchive);
        }
        let mut head = Vec::new();
        (&mut file).take(HEADER as u64).read_to_end(&mut head).map_err(not_readable)?;
        check_header(&head, metadata.len())?;
        guarded(|| {
            let archive = Self::from_backend(Backend::File(Mutex::new(file), metadata.len())).map_err(trouble)?;
            let form = archive.form()?;
            Ok((archive, form))
        })
    }

    fn from_bytes(bytes: Bytes) -> PmtResult<Self> {
        Self::from_backend(Backend::Memory(bytes))
    }

    fn from_backend(backend: Backend) -> PmtResult<Self> {
        pollster::block_on(AsyncPmTilesReader::try_from_source(backend)).map(Self)
    }

    fn form(&self) -> Result<Form, TroubleKind> {
        match self.0.get_header().tile_type {
            TileType::Png | TileType::Jpeg | TileType::Webp => Ok(Form::Images),
            TileType::Mvt => {
                // Without metadata the tiles are still there to be drawn.
                let metadata = pollster::block_on(self.0.get_metadata()).unwrap_or_default();
                Ok(Form::Vectors(Schema::of_metadata(&metadata)))
            }
            other => Err(TroubleKind::UnknownTiles(format!("{other:?}"))),
        }
    }

    /// First and last zoom it has tiles of.
    pub(super) fn zooms(&self) -> (u8, u8) {
        let header = self.0.get_header();
        (header.min_zoom.min(header.max_zoom), header.max_zoom.min(30))
    }

    /// A tile, decompressed; `None` where there is nothing but sea.
    ///
    /// # Errors
    /// Where the tile can't be read, or there is no such tile in the grid.
    pub(super) fn read(&self, zoom: u8, x: u32, y: u32) -> PmtResult<Option<Bytes>> {
        pollster::block_on(self.0.get_tile_decompressed(TileCoord::new(zoom, x, y)?))
    }
}

impl TileBytes for Archive {
    fn tile(&mut self, (zoom, x, y): Key) -> Result<Option<Bytes>, TroubleKind> {
        guarded(|| self.read(zoom, x, y).map_err(trouble))
    }
}

/// The archive's reader takes offsets as they are written: those it could not even begin with are found here.
fn check_header(head: &[u8], size: u64) -> Result<(), TroubleKind> {
    if !head.starts_with(b"PMTiles") {
        return Err(TroubleKind::NoArchive);
    }
    let damaged = || TroubleKind::Damaged("the header is cut short or points outside the file".to_owned());
    let number = |at: usize| {
        let bytes = head.get(at..at + 8).and_then(|bytes| bytes.try_into().ok());
        bytes.map(u64::from_le_bytes).ok_or_else(damaged)
    };
    if head.len() < HEADER {
        return Err(damaged());
    }
    if head.get(7) != Some(&3) {
        return Err(TroubleKind::NoArchive);
    }
    let (offset, length) = (number(8)?, number(16)?);
    let is_within = offset.checked_add(length).is_some_and(|end| end <= size.min(FIRST_READ));
    if offset >= HEADER as u64 && is_within { Ok(()) } else { Err(damaged()) }
}

/// Foreign bytes through a reader that trusts them: where it panics, the archive is damaged, and the map goes on.
fn guarded<T>(read: impl FnOnce() -> Result<T, TroubleKind>) -> Result<T, TroubleKind> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(TroubleKind::Damaged("its directory makes no sense".to_owned())))
}

fn trouble(error: PmtError) -> TroubleKind {
    match error {
        PmtError::InvalidMagicNumber | PmtError::UnsupportedPmTilesVersion => TroubleKind::NoArchive,
        PmtError::Reading(error) if error.kind() != std::io::ErrorKind::UnexpectedEof => {
            TroubleKind::NotReadable(Fault::of_reading(&error))
        }
        PmtError::UnsupportedCompression(form) => TroubleKind::UnknownTiles(format!("{form:?}")),
        error => TroubleKind::Damaged(error.to_string()),
    }
}

/// Where the bytes are.
enum Backend {
    Memory(Bytes),
    /// And how long it is.
    File(Mutex<File>, u64),
}

impl AsyncBackend for Backend {
    /// A broken header may ask for more than there is: what there is comes back.
    async fn read(&self, offset: usize, length: usize) -> PmtResult<BackendResponse> {
        let bytes = match self {
            Self::Memory(bytes) => {
                let end = offset.saturating_add(length).min(bytes.len());
                if offset > end {
                    return Err(PmtError::Reading(std::io::ErrorKind::UnexpectedEof.into()));
                }
                bytes.slice(offset..end)
            }
            Self::File(file, size) => {
                let left = size.saturating_sub(offset as u64).min(length as u64);
                let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
                file.seek(SeekFrom::Start(offset as u64))?;
                let mut bytes = Vec::new();
                (&mut *file).take(left).read_to_end(&mut bytes)?;
                Bytes::from(bytes)
            }
        };
        Ok(BackendResponse::new(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::basemap::style::{BasemapStyle, Look};
    use std::io::Write;
    use walkers::Tile;

    #[test]
    fn the_embedded_map_has_the_whole_world_and_details_of_afghanistan() {
        let archive = Archive::embedded().unwrap();
        assert!(archive.zooms().1 >= 6, "{:?}", archive.zooms());
        assert!(archive.read(0, 0, 0).unwrap().is_some_and(|tile| tile.len() > 10_000));
        assert!(archive.read(6, 44, 25).unwrap().is_some_and(|tile| tile.len() > 1_000), "around Kabul");
    }

    #[test]
    fn the_open_sea_has_no_tile_and_a_tile_outside_the_grid_is_an_error() {
        let archive = Archive::embedded().unwrap();
        assert!(archive.read(6, 5, 38).unwrap().is_none(), "the middle of the Pacific");
        assert!(archive.read(1, 2, 0).is_err());
    }

    fn file_of(bytes: &[u8]) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(bytes).unwrap();
        file
    }

    #[test]
    fn a_file_has_the_tiles_that_its_bytes_have() {
        let file = file_of(EMBEDDED);
        let (archive, form) = Archive::open(file.path()).unwrap();
        assert_eq!(form, Form::Vectors(Schema::Unknown), "our own layers are in nobody's schema");
        assert_eq!(archive.read(6, 44, 25).unwrap(), Archive::embedded().unwrap().read(6, 44, 25).unwrap());
    }

    #[test]
    fn places_of_an_archive_in_nobodys_schema_are_named_in_the_readers_language() {
        let file = file_of(EMBEDDED);
        let (archive, form) = Archive::open(file.path()).unwrap();
        let Form::Vectors(schema) = form else { panic!("{form:?}") };
        let bytes = archive.read(4, 7, 5).unwrap().unwrap();
        for (language, name) in [("fr", "Londres"), ("en", "London")] {
            let style = BasemapStyle::of_schema(schema, Look::Light, language);
            let Tile::Vector { texts, .. } = Tile::from_mvt(&bytes, &style.walkers, 4, 512).unwrap() else { panic!() };
            assert!(
                texts.iter().any(|text| text.text == name),
                "{:?}",
                texts.iter().map(|text| &text.text).collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn broken_and_foreign_files_are_troubles() {
        let kind = |bytes: &[u8]| Archive::open(file_of(bytes).path()).err();
        assert_eq!(kind(b"not an archive at all, but long enough to hold the header of one: 0123456789 0123456789 0123456789 0123456789 0123456789"), Some(TroubleKind::NoArchive));
        for bytes in [&b""[..], b"PMTiles", &EMBEDDED[..100], &EMBEDDED[..130]] {
            assert!(matches!(kind(bytes), Some(TroubleKind::Damaged(_) | TroubleKind::NoArchive)), "{:?}", kind(bytes));
        }
        let (mut cut, _) = Archive::open(file_of(&EMBEDDED[..20_000]).path()).unwrap();
        assert!(matches!(cut.tile((6, 44, 25)), Err(TroubleKind::Damaged(_))), "the tile is past the end");
        assert!(matches!(Archive::open(Path::new("/no/such/file")).err(), Some(TroubleKind::NotReadable(_))));
        assert_eq!(Archive::open(&std::env::temp_dir()).err(), Some(TroubleKind::NoArchive));
        // Byte 99 of the header says what the tiles are: 5 is AVIF.
        let mut other = EMBEDDED.to_vec();
        other[99] = 5;
        assert_eq!(kind(&other), Some(TroubleKind::UnknownTiles("Avif".to_owned())));
    }

    #[test]
    fn any_header_is_an_archive_or_a_trouble() {
        for byte in 0..HEADER {
            for value in [0, 0x7F, 0xFF] {
                let mut bytes = EMBEDDED[..20_000].to_vec();
                bytes[byte] = value;
                if let Ok((mut archive, _)) = Archive::open(file_of(&bytes).path()) {
                    let _ = archive.tile((0, 0, 0));
                }
            }
        }
    }
}
