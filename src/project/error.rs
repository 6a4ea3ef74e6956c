//! [`ProjectError`]: why a project cannot be opened or written, and what is still safe.

use super::damage::Damage;
use crate::problem::Fault;
use std::path::{Path, PathBuf};

/// Why a project cannot be opened or written. The text is a line for the user.
#[derive(Debug, thiserror::Error)]
pub enum ProjectError {
    /// The file cannot be reached.
    #[error("cannot be opened: {0}")]
    File(#[from] std::io::Error),
    /// It is something else.
    #[error("this is no dateline project: {0}")]
    NotAProject(&'static str),
    /// It is shorter than it says.
    #[error("the project is cut short: {have} of {stated} bytes are there; nothing was changed in it")]
    Cut {
        /// Bytes there are.
        have: u64,
        /// Bytes there should be.
        stated: u64,
    },
    /// Its pages do not hold together.
    #[error("the project is damaged ({0}); nothing was changed in it")]
    Damaged(String),
    /// There is a file of that name.
    #[error("there is a file of that name already")]
    Exists,
    /// It is open for reading only.
    #[error("the project is open for reading only ({0}); save it as another file to go on")]
    ReadOnly(ReadOnly),
    /// It is not where it was.
    #[error(
        "the project was deleted, moved or replaced while open; nothing was written; save it as another file to keep what is open"
    )]
    Gone,
    /// The disk is full, or a limit is reached.
    #[error("the disk is full; what was saved before is safe, this was not saved")]
    Full,
    /// The engine could not be made.
    #[error("the reports cannot be read: {0}")]
    Engine(String),
    /// Anything else that `SQLite` says.
    #[error("{0}; what was saved before is safe")]
    Database(rusqlite::Error),
    /// What was found could not be written out.
    #[error("cannot be stored: {0}")]
    Store(String),
    /// It could not be brought up to date.
    #[error("the project of schema {from} cannot be brought up to date; it is as it was: {reason}")]
    Migration {
        /// Its schema.
        from: u32,
        /// What went wrong.
        reason: String,
    },
    /// A path that is no text cannot be handed to `SQLite`.
    #[error("the name of the file is no Unicode: {0}")]
    Name(PathBuf),
}

/// Why a project is open for reading only.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadOnly {
    /// A newer program wrote it.
    #[error("a newer dateline wrote it, with schema {0}")]
    Newer(u32),
    /// It is open already.
    #[error("it is open in another window or program")]
    InUse,
    /// The file or its disk is.
    #[error("the file or its disk may not be written to")]
    File,
    /// Its file is not as it was written.
    #[error("it is damaged: {0}")]
    Damaged(Damage),
}

impl ProjectError {
    /// The same for readers of any language; of a project that was to be opened.
    #[must_use]
    pub fn fault(&self) -> Fault {
        match self {
            Self::File(error) => Fault::of_reading(error),
            Self::NotAProject(_) => Fault::NoProject,
            Self::Cut { have, stated } => Fault::CutProject { have: have.to_string(), stated: stated.to_string() },
            Self::Damaged(reason) => Fault::DamagedProject { reason: reason.clone() },
            Self::Exists => Fault::FileThere,
            Self::ReadOnly(why) => Fault::ReadOnlyProject { why: why.key().to_owned() },
            Self::Gone => Fault::ProjectGone,
            Self::Full => Fault::DiskFull,
            Self::Engine(reason) => Fault::NoEngine { reason: reason.clone() },
            Self::Database(error) => Fault::SaidByDatabase { reason: error.to_string() },
            Self::Store(reason) => Fault::NotStored { reason: reason.clone() },
            Self::Migration { from, reason } => {
                Fault::NotBroughtUpToDate { from: from.to_string(), reason: reason.clone() }
            }
            Self::Name(path) => Fault::NoUnicodeName { name: path.display().to_string() },
        }
    }

    /// Names the tables of a project that are damaged, where that is why it cannot be opened.
    pub(crate) fn with_tables_of(self, path: &Path) -> Self {
        match self {
            Self::Damaged(reason) => match Damage::find(path) {
                Ok(Some(damage)) => Self::Damaged(format!("{damage}: {reason}")),
                _ => Self::Damaged(reason),
            },
            other => other,
        }
    }

    /// The same of a project that was to be written.
    #[must_use]
    pub fn fault_of_writing(&self) -> Fault {
        match self {
            Self::File(error) => Fault::of_writing(error),
            other => other.fault(),
        }
    }
}

impl ReadOnly {
    /// The name in catalogues.
    fn key(&self) -> &'static str {
        match self {
            Self::Newer(_) => "newer",
            Self::InUse => "in-use",
            Self::File => "file",
            Self::Damaged(_) => "damaged",
        }
    }
}

impl From<rusqlite::Error> for ProjectError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::{Error, ErrorCode};
        if matches!(error, Error::FromSqlConversionFailure(..) | Error::InvalidColumnType(..) | Error::Utf8Error(..)) {
            return Self::Damaged(error.to_string());
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::NotADatabase) => Self::NotAProject("it is no SQLite file"),
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(error.to_string()),
            Some(ErrorCode::ReadOnly) => Self::ReadOnly(ReadOnly::File),
            _ => Self::Database(error),
        }
    }
}
