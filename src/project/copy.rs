//! Copies of a project: saved as another file, kept while it is brought up to date.

use super::error::ProjectError;
use super::{Project, ReadOnly, connect, log};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// What a copy may do to a file of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// There must be none.
    New,
    /// It is replaced: the user was asked.
    Replace,
}

impl Project {
    /// Writes all of it to another file. Works where the project is open for reading only, and where its file is gone.
    ///
    /// # Errors
    /// What the disk says; there is then no new file, and an old one is as it was.
    pub fn save_as(&self, path: &Path, target: Target) -> Result<(), ProjectError> {
        if target == Target::New && path.exists() {
            return Err(ProjectError::Exists);
        }
        let part = beside(path, "part");
        remove(&part);
        let copied = vacuum(&self.connection, &part).and_then(|()| self.mend(&part)).and_then(|()| match target {
            Target::New => move_new(&part, path),
            Target::Replace => Ok(std::fs::rename(&part, path)?),
        });
        if copied.is_err() {
            remove(&part);
        }
        copied
    }

    /// The copy of a project whose list of corrections is damaged has the list as far as it could be read.
    fn mend(&self, copy: &Path) -> Result<(), ProjectError> {
        if !matches!(self.read_only(), Some(ReadOnly::Damaged(_))) {
            return Ok(());
        }
        let connection = Connection::open(copy)?;
        log::rewrite(&connection, self.log())?;
        connection.close().map_err(|(_, error)| ProjectError::from(error))?;
        Ok(std::fs::File::open(copy)?.sync_all()?)
    }
}

/// A copy of a project that is not open, and whose lock is held. Its log is taken into the file and gone when this returns: it
/// must not lie beside another file of that name.
pub(super) fn vacuum_into(from: &Path, to: &Path) -> Result<(), ProjectError> {
    let connection = connect(from, false)?;
    vacuum(&connection, to)?;
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    connection.close().map_err(|(_, error)| error.into())
}

fn vacuum(connection: &Connection, to: &Path) -> Result<(), ProjectError> {
    let name = to.to_str().ok_or_else(|| ProjectError::Name(to.to_path_buf()))?;
    connection.execute("VACUUM INTO ?1", [name])?;
    std::fs::File::open(to)?.sync_all()?;
    Ok(())
}

/// The name with a further ending, in the same folder: renaming then never crosses disks.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

/// Gives a finished file its name, unless one has it by now.
pub(super) fn move_new(part: &Path, path: &Path) -> Result<(), ProjectError> {
    if path.exists() {
        remove(part);
        return Err(ProjectError::Exists);
    }
    Ok(std::fs::rename(part, path)?)
}

pub(super) fn remove(path: &Path) {
    // There may be none, and one that stays is written over the next time.
    let _ = std::fs::remove_file(path);
}
