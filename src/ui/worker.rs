//! [`Worker`]: reading reports and asking for files, off the window's thread.

mod again;
mod beside;
mod dialogs;
mod job;
mod message;
mod pictures;
mod projects;
mod reader;
mod reports;
mod watch;

pub(super) use again::{Again, LookAgain, News};
use dialogs::FORMATS_OFFERED;
pub(super) use dialogs::file_name;
pub(super) use message::{Correction, Message};
pub(super) use pictures::{Drawing, Picture};
pub(super) use projects::{Opened, Saved, Work};
pub(super) use reader::Reader;
pub use reports::Reports;
pub(super) use watch::FolderNews;

use beside::beside;
use job::{Job, Reply};

use super::open_project::OpenProject;
use super::scratch::Scratch;
use crate::collection::Collection;
use crate::corpus::FolderWatch;
use crate::correction::Log;
use crate::export::{self, Format};
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::problem::Fault;
use crate::store::{EventStore, StoredPlace};
use egui::Context;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

/// Threads that work for the window, and what they send back.
#[derive(Debug)]
pub(super) struct Worker {
    ctx: Context,
    sender: Sender<Message>,
    messages: Receiver<Message>,
    cancel: Arc<AtomicBool>,
    cancel_drawing: Arc<AtomicBool>,
    /// Number of the last reading.
    job: u64,
    reader: Arc<Reader>,
    watch: Option<FolderWatch>,
    /// Counts the times that other folders were watched: what is heard of those before is passed over.
    watched: u64,
}

impl Worker {
    pub(super) fn new(ctx: Context) -> Self {
        let (sender, messages) = channel();
        Self {
            ctx,
            sender,
            messages,
            cancel: Arc::default(),
            cancel_drawing: Arc::default(),
            job: 0,
            reader: Arc::default(),
            watch: None,
            watched: 0,
        }
    }

    /// What reads reports.
    pub(super) fn reader(&self) -> &Arc<Reader> {
        &self.reader
    }

    /// Reports are read with other places from now on.
    pub(super) fn set_reader(&mut self, reader: Arc<Reader>) {
        self.reader = reader;
    }

    /// What has come in since the last look.
    pub(super) fn messages(&self) -> Vec<Message> {
        self.messages.try_iter().collect()
    }

    fn reply(&self) -> Reply {
        Reply { ctx: self.ctx.clone(), sender: self.sender.clone() }
    }

    /// Breaks off what is still being read, and begins another reading.
    fn begin(&mut self) -> Job {
        self.cancel.store(true, Ordering::Relaxed);
        self.cancel = Arc::default();
        self.job += 1;
        Job { reply: self.reply(), cancel: Arc::clone(&self.cancel), number: self.job }
    }

    /// Whether that is the number of the last reading that was begun.
    pub(super) fn is_last(&self, job: u64) -> bool {
        self.job == job
    }

    /// Reads reports; a reading that is still going on is broken off.
    pub(super) fn read(&mut self, reports: Reports) {
        let (job, reader) = (self.begin(), Arc::clone(&self.reader));
        std::thread::spawn(move || {
            let read = reader.read(reports.corpus(), &|progress| job.watch(progress));
            job.end(read.map_err(Message::Failed).map(|read| {
                let store = index(read?, reader.gazetteer());
                Some(Message::Read(Box::new(store), reports))
            }));
        });
    }

    /// Lays the corrections in force over what was read, once they are kept in the scratch file, where there is one.
    pub(super) fn correct(&self, read: Arc<Collection>, log: Log, shown: Arc<EventStore>, scratch: Option<Scratch>) {
        let (reply, reader) = (self.reply(), Arc::clone(&self.reader));
        std::thread::spawn(move || {
            if let Some(Err(error)) = scratch.map(|scratch| scratch.keep(&read, &log, reader.files())) {
                reply.send(Message::NotInScratch(error.fault_of_writing()));
            }
            reply.send(Message::Corrected(
                Box::new(Correction::of(read, &log, &reader, Some(&shown))),
                log.next_number(),
            ));
        });
    }

    /// Keeps how a project is looked at in it.
    pub(super) fn keep_view(&self, to: OpenProject, view: String) {
        let reply = self.reply();
        std::thread::spawn(move || {
            let refused = to.lock().set_view(&view).err().map(|error| error.fault_of_writing());
            reply.send(Message::ViewKept { file: to.path().to_path_buf(), refused });
        });
    }

    /// Looks for corrections that an earlier run left behind.
    pub(super) fn look_for_left(&self, scratch: &Scratch) {
        let (reply, scratch) = (self.reply(), scratch.clone());
        std::thread::spawn(move || {
            if let Some(left) = scratch.left() {
                reply.send(Message::Left(Box::new(left)));
            }
        });
    }

    /// Breaks the reading off.
    pub(super) fn cancel(&self) {
        self.cancel.store(true, Ordering::Relaxed);
    }

    /// Writes events in the form that the file's name ends with; `work` is what they come from.
    pub(super) fn write(&self, shown: Arc<EventStore>, gazetteer: Gazetteer, work: Work, file: PathBuf) {
        let (reply, reader) = (self.reply(), Arc::clone(&self.reader));
        std::thread::spawn(move || {
            let written = match format_of(&file) {
                None => Err(Fault::NoFormOfThatName { endings: endings() }),
                Some(Format::GeoPackage) => {
                    projects::write_project(&work, &file, &reader).map_err(|error| error.fault_of_writing())
                }
                Some(format) => {
                    write_file(shown.collection(), &gazetteer, format, &file).map_err(|error| Fault::of_writing(&error))
                }
            };
            reply.send(match written {
                Ok(()) => Message::Written { count: shown.collection().events.len(), file },
                Err(reason) => Message::NotWritten { file, reason },
            });
        });
    }
}

/// A store of what was read, with places as the gazetteer has them.
#[must_use]
pub fn index(collection: Collection, gazetteer: &Gazetteer) -> EventStore {
    EventStore::new(collection, described_by(gazetteer))
}

/// Places as the gazetteer has them.
fn described_by(gazetteer: &Gazetteer) -> impl Fn(PlaceId) -> Option<StoredPlace> {
    |id: PlaceId| Some(StoredPlace::of(&gazetteer.place(id)))
}

/// The form that a file's name ends with.
fn format_of(file: &Path) -> Option<Format> {
    file.file_name().and_then(|name| Format::of_file_name(name.to_str()?))
}

/// `.geojson, .csv, …`: all that names may end with.
fn endings() -> String {
    FORMATS_OFFERED.map(|(format, _)| format!(".{}", format.ending())).join(", ")
}

fn write_file(collection: &Collection, gazetteer: &Gazetteer, format: Format, file: &Path) -> std::io::Result<()> {
    let mut beside = beside(file)?;
    export::write_events(collection, gazetteer, format, std::io::BufWriter::new(&mut beside))?;
    beside.persist(file)?;
    Ok(())
}
