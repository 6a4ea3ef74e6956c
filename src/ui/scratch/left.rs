//! [`Left`]: what an earlier run left behind.

use crate::correction::Moment;
use crate::problem::Fault;
use crate::project::{Project, ReadOnly};
use std::path::{Path, PathBuf};

/// Corrections that an earlier run left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Left {
    Corrections {
        file: PathBuf,
        count: usize,
        /// When the last was made.
        when: Moment,
    },
    /// A file that cannot be opened, and why.
    Unreadable { file: PathBuf, reason: Fault },
}

impl Left {
    pub(in crate::ui) fn file(&self) -> &Path {
        match self {
            Self::Corrections { file, .. } | Self::Unreadable { file, .. } => file,
        }
    }

    /// The last made is offered first, and what cannot be opened after all others.
    pub(super) fn order(&self) -> Option<Moment> {
        match self {
            Self::Corrections { when, .. } => Some(*when),
            Self::Unreadable { .. } => None,
        }
    }

    /// Removes the file: the user wants nothing of it.
    pub(in crate::ui) fn discard(&self) {
        remove(self.file());
    }
}

/// What of a file is to be offered; one in which no correction is in force is removed.
pub(super) fn left_in(file: &Path) -> Option<Left> {
    let project = match Project::open(file) {
        Ok(project) => project,
        Err(error) => return Some(Left::Unreadable { file: file.to_path_buf(), reason: error.fault() }),
    };
    if project.read_only() == Some(&ReadOnly::InUse) {
        return None;
    }
    let count = project.log().in_force().count();
    if count == 0 {
        if project.read_only().is_none() {
            remove(file);
        }
        return None;
    }
    let when = project.log().entries().last().map(|(_, entry)| entry.when).unwrap_or_default();
    Some(Left::Corrections { file: file.to_path_buf(), count, when })
}

/// Removes a project with what `SQLite` keeps beside it. What cannot be removed is offered again.
pub(super) fn remove(file: &Path) {
    for ending in ["", "-wal", "-shm", "-lock"] {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        let _ = std::fs::remove_file(PathBuf::from(name));
    }
}
