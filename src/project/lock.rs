//! [`Lock`]: one writer a project. The system lets go of it when a program ends, however it ends.

use super::identity::Identity;
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// Held as long as a project is open for writing.
///
/// Rationale: `SQLite`'s own locks would keep other programs, such as a map program, from reading; so a file beside the
/// project is locked.
#[derive(Debug)]
pub(super) struct Lock {
    /// Kept open: closing it lets go.
    _file: File,
    path: PathBuf,
}

/// Why there is no lock to be had.
#[derive(Debug)]
pub(super) enum NoLock {
    /// Another has it.
    Held,
    /// No file can be made beside the project.
    Refused,
}

impl Lock {
    pub(super) fn take(project: &Path) -> Result<Self, NoLock> {
        let mut name = project.as_os_str().to_owned();
        name.push("-lock");
        let path = PathBuf::from(name);
        // Whoever had it may remove the file between our opening and locking it: then there is another to lock.
        for _ in 0..100 {
            let Ok(file) = File::create(&path) else { return Err(NoLock::Refused) };
            match file.try_lock() {
                Ok(()) if is_at(&file, &path).unwrap_or(false) => return Ok(Self { _file: file, path }),
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(NoLock::Held),
                Err(TryLockError::Error(_)) => return Err(NoLock::Refused),
            }
        }
        Err(NoLock::Refused)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A file that is left behind is in nobody's way.
        let _ = std::fs::remove_file(&self.path);
    }
}

fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    Ok(Identity::in_metadata(&file.metadata()?) == Identity::of(path)?)
}
