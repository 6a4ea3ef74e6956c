//! [`Identity`]: which file it is, whatever its name.

use std::fs::Metadata;
use std::io;
use std::path::Path;

/// A file by its disk and number there. As long as `SQLite` has it open, no other gets that number.
///
/// Rationale: an open handle would tell as much; but where a handle to a database is closed, the system lets go of the locks that
/// `SQLite` holds on it for the whole program, and another program could take away the log that is being written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity(u64, u64);

impl Identity {
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        std::fs::metadata(path).map(|metadata| Self::in_metadata(&metadata))
    }

    #[cfg(unix)]
    pub(super) fn in_metadata(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self(metadata.dev(), metadata.ino())
    }

    /// Elsewhere an open file can be neither removed nor replaced: that there is one is enough.
    #[cfg(not(unix))]
    pub(super) fn in_metadata(_: &Metadata) -> Self {
        Self(0, 0)
    }
}
