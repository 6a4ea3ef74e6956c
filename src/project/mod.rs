//! [`Project`]: reports, corrections and view in one file, a `GeoPackage` that other programs read.
//!
//! Everything is saved as one works: what a method has done when it returns is in the file, whatever happens next. Reports are
//! kept with their texts and with what was read from them, so that a project opens without its sources and without reading anew;
//! corrections are a log beside. The layers `events`, `mentions` and `claims` are for other programs: they are written from
//! those two by [`Project::write_layers`].

mod copy;
mod damage;
mod document_rows;
mod documents;
mod error;
mod geometry;
mod header;
mod identity;
mod layers;
mod lock;
mod log;
mod own_places;
mod readings;
mod schema;
mod search;
mod stored_reading;

pub use copy::Target;
pub use damage::Damage;
pub use documents::Added;
pub use error::{ProjectError, ReadOnly};
pub use own_places::PlaceFile;
pub use search::Hit;

use crate::correction::Log;
use crate::problem::Fault;
use identity::Identity;
use lock::{Lock, NoLock};
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The ending of a project's name.
pub const EXTENSION: &str = "dateline";

/// Whether a file's name is that of a project.
#[must_use]
pub fn is_project(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == EXTENSION || ending == "gpkg")
}

/// An open project.
#[derive(Debug)]
pub struct Project {
    connection: Connection,
    path: PathBuf,
    /// The file as it was opened, to notice when another lies in its place.
    identity: Identity,
    read_only: Option<ReadOnly>,
    /// What was done on opening that the user should know of.
    notice: Option<Fault>,
    log: Log,
    _lock: Option<Lock>,
}

impl Project {
    /// Makes a project where there is no file yet.
    ///
    /// # Errors
    /// [`ProjectError::Exists`], and what the disk says.
    pub fn create(path: &Path) -> Result<Self, ProjectError> {
        // Made under another name first, so that there is never half a project.
        if path.exists() {
            return Err(ProjectError::Exists);
        }
        let part = copy::beside(path, "part");
        let made = schema::create(&part);
        if made.is_err() {
            copy::remove(&part);
        }
        made?;
        copy::move_new(&part, path)?;
        Self::open(path)
    }

    /// Opens a project: for reading only where it is open elsewhere, was written by a newer program, or may not be written to.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn open(path: &Path) -> Result<Self, ProjectError> {
        Self::open_sound(path).map_err(|error| error.with_tables_of(path))
    }

    fn open_sound(path: &Path) -> Result<Self, ProjectError> {
        let (lock, mut read_only) = if std::fs::metadata(path)?.permissions().readonly() {
            (None, Some(ReadOnly::File))
        } else {
            match Lock::take(path) {
                Ok(lock) => (Some(lock), None),
                Err(NoLock::Held) => (None, Some(ReadOnly::InUse)),
                Err(NoLock::Refused) => (None, Some(ReadOnly::File)),
            }
        };
        // What is open already is no other file, and a handle of ours must not be closed on it: see `identity`.
        if read_only != Some(ReadOnly::InUse) {
            header::check(path)?;
        }
        let mut notice = None;
        let version = schema::version(&connect(path, true)?)?;
        if version > schema::VERSION {
            read_only = Some(ReadOnly::Newer(version));
        } else if version < schema::VERSION && read_only.is_none() {
            let kept = schema::migrate(path, version, schema::STEPS)?;
            notice = Some(Fault::BroughtUpToDate { kept: kept.display().to_string() });
        }
        let connection = connect(path, read_only.is_some())?;
        let log = match log::read(&connection) {
            // What can be read of it holds, and nothing is written over the rest.
            Err(ProjectError::Damaged(_)) => {
                // A newer program may write entries that this one does not know: that is no damage.
                if !matches!(read_only, Some(ReadOnly::Newer(_))) {
                    let mut damage = Damage::find(path)?.unwrap_or_default();
                    damage.add_table("corrections");
                    read_only = Some(ReadOnly::Damaged(damage));
                }
                log::read_sound(&connection)?
            }
            log => log?,
        };
        let identity = Identity::of(path)?;
        Ok(Self { connection, path: path.to_path_buf(), identity, read_only, notice, log, _lock: lock })
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Why it is open for reading only, if it is.
    #[must_use]
    pub fn read_only(&self) -> Option<&ReadOnly> {
        self.read_only.as_ref()
    }

    /// What was done on opening it, where that is worth a line.
    #[must_use]
    pub fn notice(&self) -> Option<&Fault> {
        self.notice.as_ref()
    }

    /// The corrections in it.
    #[must_use]
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// How it was looked at last, as [`Self::set_view`] was given it.
    ///
    /// # Errors
    /// What the file says.
    pub fn view(&self) -> Result<Option<String>, ProjectError> {
        state(&self.connection, "view")
    }

    /// Keeps how it is looked at: a JSON text of the window's.
    ///
    /// # Errors
    /// What the file says.
    pub fn set_view(&mut self, view: &str) -> Result<(), ProjectError> {
        self.check_writable()?;
        set_state(&self.connection, "view", view)
    }

    /// Closes it so that the file stands by itself, without a log beside it.
    ///
    /// # Errors
    /// What the file says; it is safe all the same.
    pub fn close(self) -> Result<(), ProjectError> {
        if self.read_only.is_none() {
            self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        }
        self.connection.close().map_err(|(_, error)| error.into())
    }

    /// Writing to a file that nobody can open any more would lose what is written.
    fn check_writable(&self) -> Result<(), ProjectError> {
        if let Some(why) = &self.read_only {
            return Err(ProjectError::ReadOnly(why.clone()));
        }
        let is_there = Identity::of(&self.path).is_ok_and(|identity| identity == self.identity);
        if is_there { Ok(()) } else { Err(ProjectError::Gone) }
    }
}

/// Opens the database and makes sure that it is a project.
fn connect(path: &Path, for_reading: bool) -> Result<Connection, ProjectError> {
    let mode = if for_reading { OpenFlags::SQLITE_OPEN_READ_ONLY } else { OpenFlags::SQLITE_OPEN_READ_WRITE };
    let flags = mode | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    if !for_reading && matches!(schema::check(&connection), Err(ProjectError::Database(_) | ProjectError::Full)) {
        // On a full disk there is no room for the log's index: it is then kept in memory, where no other program sees it.
        connection = Connection::open_with_flags(path, flags)?;
        connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE")?;
    }
    connection.busy_timeout(Duration::from_secs(5))?;
    if schema::version(&connection).is_err() && for_reading {
        // On a disk that may not be written to, the log's index cannot be made: the file is then read as it lies.
        let uri = immutable_uri(path)?;
        let lying = Connection::open_with_flags(uri, flags | OpenFlags::SQLITE_OPEN_URI)?;
        schema::check(&lying)?;
        return Ok(lying);
    }
    schema::check(&connection)?;
    if !for_reading {
        // A correction that was reported done has to be on the disk, whatever happens to the machine.
        connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")?;
    }
    Ok(connection)
}

fn immutable_uri(path: &Path) -> Result<String, ProjectError> {
    let name = path.to_str().ok_or_else(|| ProjectError::Name(path.to_path_buf()))?;
    Ok(format!("file:{}?immutable=1", name.replace('%', "%25").replace('?', "%3f").replace('#', "%23")))
}

fn state(connection: &Connection, name: &str) -> Result<Option<String>, ProjectError> {
    let mut query = connection.prepare("SELECT value FROM dateline_state WHERE name = ?1")?;
    Ok(query.query_row([name], |row| row.get(0)).optional()?)
}

fn set_state(connection: &Connection, name: &str, value: &str) -> Result<(), ProjectError> {
    connection.execute("INSERT OR REPLACE INTO dateline_state (name, value) VALUES (?1, ?2)", [name, value])?;
    Ok(())
}
