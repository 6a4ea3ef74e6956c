//! Opening and writing projects, off the window's thread.

use super::{Correction, Message, Reply, Worker, engine, index};
use crate::collection::Collection;
use crate::corpus::Corpus;
use crate::correction::{Corrected, Log, apply};
use crate::gazetteer::Gazetteer;
use crate::pipeline::{Engine, Progress};
use crate::project::{Project, ProjectError, ReadOnly, Target};
use crate::store::EventStore;
use crate::ui::open_project::OpenProject;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// What the window shows, and where it is kept by now.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Work {
    /// As read, before any correction.
    pub(in crate::ui) read: Arc<Collection>,
    pub(in crate::ui) log: Log,
    pub(in crate::ui) project: Option<OpenProject>,
}

/// A project that was opened, and what is in it.
#[derive(Debug)]
pub(in crate::ui) struct Opened {
    pub(in crate::ui) project: OpenProject,
    pub(in crate::ui) log: Log,
    pub(in crate::ui) correction: Correction,
    /// Whether reports had to be read: the layers in the file are then out of date.
    pub(in crate::ui) is_read_anew: bool,
}

/// A project that was written.
#[derive(Debug)]
pub(in crate::ui) struct Saved {
    pub(in crate::ui) project: OpenProject,
    /// What was shown when saving began.
    pub(in crate::ui) of: Arc<Collection>,
    /// The same as the project has it.
    pub(in crate::ui) read: Arc<Collection>,
}

impl Worker {
    /// Opens a project and reads what is new in it; a reading that is still going on is broken off. `current` is the project
    /// that is open: the same file is not opened twice.
    pub(in crate::ui) fn open_project(&mut self, path: PathBuf, current: Option<OpenProject>) {
        self.cancel.store(true, Ordering::Relaxed);
        self.cancel = Arc::default();
        let (reply, cancel, cell) = (self.reply(), Arc::clone(&self.cancel), Arc::clone(&self.engine));
        std::thread::spawn(move || {
            let project = current.filter(|project| project.is_at(&path));
            let opened = project.map_or_else(|| OpenProject::open(&path), Ok);
            let opened = opened.and_then(|project| read(project, &cell, &reply, &cancel));
            reply.send(match opened {
                _ if cancel.load(Ordering::Relaxed) => Message::Cancelled,
                Ok(Some(opened)) => Message::Opened(Box::new(opened)),
                Ok(None) => Message::Cancelled,
                Err(error) => Message::Failed(format!("{}: {error}", path.display())),
            });
        });
    }

    /// Writes a project of what is open to a file, and opens that.
    pub(in crate::ui) fn save_as(&self, work: Work, file: PathBuf) {
        let (reply, cell) = (self.reply(), Arc::clone(&self.engine));
        std::thread::spawn(move || {
            let saved = write_project(&work, &file, &cell).and_then(|()| {
                let project = OpenProject::open(&file)?;
                let read = collect(&mut project.lock(), &cell, &quiet)?.unwrap_or_default();
                Ok(Saved { project, of: work.read, read: Arc::new(read) })
            });
            reply.send(match saved {
                Ok(saved) => Message::Saved(Box::new(saved)),
                Err(error) => Message::NotSaved { file, reason: error.to_string() },
            });
        });
    }

    /// Writes what is shown into the layers of the project, unless something else was corrected by then.
    pub(in crate::ui) fn write_layers(
        &self,
        to: OpenProject,
        shown: Arc<EventStore>,
        gazetteer: Gazetteer,
        length: u32,
    ) {
        let reply = self.reply();
        std::thread::spawn(move || {
            let mut project = to.lock();
            if project.log().next_number() != length {
                return;
            }
            if let Err(error) = project.write_layers(shown.collection(), &gazetteer) {
                reply.send(Message::NotSaved { file: to.path().to_path_buf(), reason: error.to_string() });
            }
        });
    }
}

fn quiet(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn read(
    project: OpenProject,
    cell: &OnceLock<Result<Engine, String>>,
    reply: &Reply,
    cancel: &AtomicBool,
) -> Result<Option<Opened>, ProjectError> {
    let is_read_anew = AtomicBool::new(false);
    let watch = |progress: Progress| {
        is_read_anew.store(true, Ordering::Relaxed);
        reply.watch(progress, cancel)
    };
    let (collection, log) = {
        let mut project = project.lock();
        (collect(&mut project, cell, &watch)?, project.log().clone())
    };
    let Some(collection) = collection else { return Ok(None) };
    let correction = Correction::of(Arc::new(collection), &log);
    Ok(Some(Opened { project, log, correction, is_read_anew: is_read_anew.into_inner() }))
}

fn collect(
    project: &mut Project,
    cell: &OnceLock<Result<Engine, String>>,
    watch: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Option<Collection>, ProjectError> {
    project.collection(Gazetteer::embedded(), || engine(cell).as_ref().map_err(Clone::clone), watch)
}

/// Writes all of the work to a project of that name, over one that is there.
pub(super) fn write_project(
    work: &Work,
    file: &Path,
    cell: &OnceLock<Result<Engine, String>>,
) -> Result<(), ProjectError> {
    close_other(file)?;
    if let Some(project) = &work.project {
        return project.lock().save_as(file, Target::Replace);
    }
    // Made in a folder of its own, so that whatever comes of it, only the file that was asked for stays.
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = tempfile::Builder::new().prefix(".dateline-").tempdir_in(folder)?;
    let mut project = Project::create(&folder.path().join("new.dateline"))?;
    project.add(&Corpus { documents: work.read.documents.clone(), problems: Vec::new() })?;
    for (_, entry) in work.log.entries() {
        project.record(entry.clone())?;
    }
    let collection = collect(&mut project, cell, &quiet)?.unwrap_or_default();
    let Corrected { collection, gazetteer, .. } = apply(&collection, Gazetteer::embedded(), &work.log);
    project.write_layers(&collection, &gazetteer)?;
    project.save_as(file, Target::Replace)
}

/// A project that lies where another is to be written must be open nowhere, and have no log beside it.
fn close_other(file: &Path) -> Result<(), ProjectError> {
    match Project::open(file) {
        Ok(other) if other.read_only() == Some(&ReadOnly::InUse) => Err(ProjectError::ReadOnly(ReadOnly::InUse)),
        Ok(other) => other.close(),
        // There is nothing, or something else that the user was asked about.
        Err(_) => Ok(()),
    }
}

impl Correction {
    /// What the corrections in force make of what was read.
    pub(super) fn of(read: Arc<Collection>, log: &Log) -> Self {
        let Corrected { collection, gazetteer, lost } = apply(&read, Gazetteer::embedded(), log);
        Self { read, store: index(collection, &gazetteer), gazetteer, lost }
    }
}
