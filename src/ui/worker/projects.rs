//! Opening and writing projects, off the window's thread.

use super::{Correction, Job, Message, Reader, Worker, described_by, index};
use crate::collection::Collection;
use crate::corpus::Corpus;
use crate::correction::{Corrected, Log, apply};
use crate::gazetteer::Gazetteer;
use crate::pipeline::Progress;
use crate::project::{Damage, PlaceFile, Project, ProjectError, ReadOnly, Target};
use crate::store::EventStore;
use crate::ui::open_project::OpenProject;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What the window shows, and where it is kept by now.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Work {
    /// As read, before any correction.
    pub(in crate::ui) read: Arc<Collection>,
    pub(in crate::ui) log: Log,
    pub(in crate::ui) project: Option<OpenProject>,
    /// The files and folders that it was read from.
    pub(in crate::ui) inputs: Vec<PathBuf>,
}

/// A project that was opened, and what is in it.
#[derive(Debug)]
pub(in crate::ui) struct Opened {
    pub(in crate::ui) project: OpenProject,
    pub(in crate::ui) log: Log,
    pub(in crate::ui) correction: Correction,
    /// What read it: with the places that the project keeps.
    pub(in crate::ui) reader: Arc<Reader>,
    /// The files and folders that were read in.
    pub(in crate::ui) inputs: Vec<PathBuf>,
    /// How it was looked at last.
    pub(in crate::ui) view: Option<String>,
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
    pub(in crate::ui) fn open_project(&mut self, path: PathBuf, current: Option<OpenProject>, own: Vec<PlaceFile>) {
        let (job, reader) = (self.begin(), Arc::clone(&self.reader));
        std::thread::spawn(move || {
            let project = current.filter(|project| project.is_at(&path));
            let opened = project.map_or_else(|| OpenProject::open(&path), Ok);
            let opened = opened.and_then(|project| {
                let read = reader_of(&project, own, reader).and_then(|reader| read(project, reader, &job));
                read.map_err(|error| error.with_tables_of(&path))
            });
            job.end(match opened {
                Ok(opened) => Ok(opened.map(|opened| Message::Opened(Box::new(opened)))),
                Err(error) => Err(Message::NotOpened { file: path, reason: error.fault() }),
            });
        });
    }

    /// Writes a project of what is open to a file, and opens that.
    pub(in crate::ui) fn save_as(&self, work: Work, file: PathBuf) {
        let (reply, reader) = (self.reply(), Arc::clone(&self.reader));
        std::thread::spawn(move || {
            let saved = write_project(&work, &file, &reader).and_then(|()| {
                let project = OpenProject::open(&file)?;
                let read = collect(&mut project.lock(), &reader, &quiet)?.unwrap_or_default();
                Ok(Saved { project, of: work.read, read: Arc::new(read) })
            });
            reply.send(match saved {
                Ok(saved) => Message::Saved(Box::new(saved)),
                Err(error) => Message::NotSaved { file, reason: error.fault_of_writing() },
            });
        });
    }

    /// Looks through the file of a project for damage that opening it did not meet.
    pub(in crate::ui) fn look_for_damage(&self, project: OpenProject) {
        let reply = self.reply();
        std::thread::spawn(move || {
            // What keeps the file from being looked through is told by whatever is done in it next.
            if let Ok(Some(damage)) = Damage::find(project.path()) {
                reply.send(Message::Damaged(project.damaged(damage)));
            }
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
                reply.send(Message::NotSaved { file: to.path().to_path_buf(), reason: error.fault_of_writing() });
            }
        });
    }
}

/// The reader that is there, or one with other places where the project keeps some, or some are to be kept in it.
fn reader_of(project: &OpenProject, own: Vec<PlaceFile>, there: Arc<Reader>) -> Result<Arc<Reader>, ProjectError> {
    let mut project = project.lock();
    let mut files = project.place_files()?;
    let kept = files.len();
    PlaceFile::add_to(&mut files, own);
    if files == there.own() {
        return Ok(there);
    }
    let reader = Arc::new(Reader::with(files));
    if reader.own().len() > kept && project.read_only().is_none() {
        project.keep_place_files(reader.files())?;
    }
    Ok(reader)
}

fn quiet(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn read(project: OpenProject, reader: Arc<Reader>, job: &Job) -> Result<Option<Opened>, ProjectError> {
    let is_read_anew = AtomicBool::new(false);
    let watch = |progress: Progress| {
        is_read_anew.store(true, Ordering::Relaxed);
        job.watch(progress)
    };
    let (collection, log, inputs, view) = {
        let mut project = project.lock();
        let collection = collect(&mut project, &reader, &watch)?;
        (collection, project.log().clone(), project.inputs()?, project.view()?)
    };
    let Some(collection) = collection else { return Ok(None) };
    let project = project.again();
    let correction = Correction::of(Arc::new(collection), &log, &reader, None);
    let is_read_anew = is_read_anew.into_inner();
    Ok(Some(Opened { project, log, correction, reader, inputs, view, is_read_anew }))
}

pub(super) fn collect(
    project: &mut Project,
    reader: &Reader,
    watch: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Option<Collection>, ProjectError> {
    let read = project.collection(reader.gazetteer(), || reader.engine(), watch)?;
    Ok(read.map(|mut collection| {
        collection.problems.extend(reader.problems().iter().cloned());
        collection
    }))
}

/// Writes all of the work to a project of that name, over one that is there.
pub(super) fn write_project(work: &Work, file: &Path, reader: &Reader) -> Result<(), ProjectError> {
    close_other(file)?;
    // What is shown is whole where the file is not.
    if let Some(project) = work.project.as_ref().filter(|project| project.damage().is_none()) {
        return project.lock().save_as(file, Target::Replace);
    }
    // Made in a folder of its own, so that whatever comes of it, only the file that was asked for stays.
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = tempfile::Builder::new().prefix(".dateline-").tempdir_in(folder)?;
    let mut project = Project::create(&folder.path().join("new.dateline"))?;
    project.add(&Corpus { documents: work.read.documents.to_vec(), problems: Vec::new() })?;
    project.remember_inputs(&work.inputs)?;
    project.keep_place_files(reader.files())?;
    for (_, entry) in work.log.entries() {
        project.record(entry.clone())?;
    }
    let collection = collect(&mut project, reader, &quiet)?.unwrap_or_default();
    let Corrected { collection, gazetteer, .. } = apply(&collection, reader.gazetteer(), &work.log);
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
    /// What is shown may have the same reports.
    pub(super) fn of(read: Arc<Collection>, log: &Log, reader: &Reader, shown: Option<&EventStore>) -> Self {
        let Corrected { collection, gazetteer, lost } = apply(&read, reader.gazetteer(), log);
        let store = match shown {
            Some(shown) => EventStore::beside(shown, collection, described_by(&gazetteer)),
            None => index(collection, &gazetteer),
        };
        Self { read, store, gazetteer, lost }
    }
}
