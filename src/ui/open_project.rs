//! [`OpenProject`]: the project that the window works in, shared with the threads that write for it.

use crate::correction::{Entry, Log};
use crate::problem::Fault;
use crate::project::{Damage, Project, ProjectError, ReadOnly};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};

/// A handle on an open project; the last one to go closes it.
#[derive(Clone, Debug)]
pub(super) struct OpenProject {
    project: Arc<Mutex<Project>>,
    path: PathBuf,
    read_only: Option<ReadOnly>,
    /// What was done on opening it, where that is worth a line.
    told: Option<Fault>,
}

impl OpenProject {
    pub(super) fn open(path: &Path) -> Result<Self, ProjectError> {
        Ok(Self::of(Project::open(path)?))
    }

    /// A handle on a project that was opened.
    pub(super) fn of(project: Project) -> Self {
        let (read_only, told) = (project.read_only().cloned(), project.notice().cloned());
        Self { path: project.path().to_path_buf(), project: Arc::new(Mutex::new(project)), read_only, told }
    }

    /// The same handle once it is known what is damaged in the file: nothing is written to it from now on.
    pub(super) fn damaged(self, damage: Damage) -> Self {
        self.lock().forbid_writing(damage);
        self.again()
    }

    /// The same handle, with what has been found out of the project since it was opened.
    pub(super) fn again(self) -> Self {
        let read_only = self.lock().read_only().cloned();
        Self { read_only, ..self }
    }

    /// Whether that is a handle on the same open project.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.project, &other.project)
    }

    /// What is damaged in it, if anything is known to be.
    pub(super) fn damage(&self) -> Option<&Damage> {
        match &self.read_only {
            Some(ReadOnly::Damaged(damage)) => Some(damage),
            _ => None,
        }
    }

    /// The file's name, as the window shows it.
    pub(super) fn name(&self) -> String {
        self.path.file_name().unwrap_or(self.path.as_os_str()).to_string_lossy().into_owned()
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn read_only(&self) -> Option<&ReadOnly> {
        self.read_only.as_ref()
    }

    pub(super) fn told(&self) -> Option<&Fault> {
        self.told.as_ref()
    }

    /// Whether that is its own file, by whatever name.
    pub(super) fn is_at(&self, path: &Path) -> bool {
        let real = |path: &Path| std::fs::canonicalize(path).ok();
        self.path == path || real(path).is_some_and(|other| real(&self.path) == Some(other))
    }

    /// The project itself. A thread that broke off while it held it leaves a whole file: what it did is a transaction.
    pub(super) fn lock(&self) -> MutexGuard<'_, Project> {
        self.project.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a thread works in it, so that whoever locked it would have to wait.
    pub(super) fn is_busy(&self) -> bool {
        matches!(self.project.try_lock(), Err(TryLockError::WouldBlock))
    }

    /// Adds an entry to the log in the file. When this returns, it is on the disk.
    pub(super) fn record(&self, entry: Entry) -> Result<(), ProjectError> {
        self.lock().record(entry).map(|_| ())
    }

    /// Adds the entries of a log that the file's log lacks at its end.
    pub(super) fn catch_up(&self, log: &Log) -> Result<(), ProjectError> {
        let mut project = self.lock();
        let from = project.log().next_number();
        for (_, entry) in log.entries().filter(|(number, _)| *number >= from) {
            project.record(entry.clone())?;
        }
        Ok(())
    }
}
