//! The first bytes of a project: what `SQLite` says of it before it is opened.

use super::error::ProjectError;
use std::fs::File;
use std::io::Read;
use std::path::Path;

const LENGTH: usize = 100;
const MAGIC: &[u8] = b"SQLite format 3\0";

/// Says in words what `SQLite` would only call "malformed": another kind of file, or one that is cut.
///
/// Offsets are those of the database header in "Database File Format", sqlite.org/fileformat2.html.
pub(super) fn check(path: &Path) -> Result<(), ProjectError> {
    let mut file = File::open(path)?;
    let have = file.metadata()?.len();
    let mut bytes = [0; LENGTH];
    let mut read = 0;
    while let Some(rest) = bytes.get_mut(read..).filter(|rest| !rest.is_empty()) {
        match file.read(rest)? {
            0 => break,
            more => read += more,
        }
    }
    if have == 0 {
        return Err(ProjectError::NotAProject("it is empty"));
    }
    if !bytes.starts_with(MAGIC) {
        return Err(ProjectError::NotAProject("it is no SQLite file"));
    }
    let number = |at: usize| bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_be_bytes);
    let page = match bytes.get(16..18) {
        Some(&[0, 1]) => 65_536,
        Some(&[high, low]) => u64::from(high) << 8 | u64::from(low),
        _ => 0,
    };
    // The count of pages is only right where the change counter says that it was written along.
    let stated = if number(24) == number(92) { page * u64::from(number(28)) } else { LENGTH as u64 };
    // A program that was ended while it copied the log into the file leaves both: SQLite then goes by the log.
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let has_log = std::fs::metadata(Path::new(&log)).is_ok_and(|log| log.len() > 0);
    if have < stated && !has_log {
        return Err(ProjectError::Cut { have, stated });
    }
    Ok(())
}
