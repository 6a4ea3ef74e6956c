//! [`Worker`]: reading reports and asking for files, off the window's thread.

mod projects;

pub(super) use projects::{Opened, Saved, Work};

use crate::collection::Collection;
use crate::corpus::Corpus;
use crate::correction::Log;
use crate::edtf::DateSet;
use crate::export::{self, Format};
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::pipeline::{Engine, Progress};
use crate::project::{self, EXTENSION};
use crate::store::{EventStore, StoredPlace};
use egui::Context;
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};

/// Reports to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reports {
    /// Those that come with the program.
    Bundled,
    /// Files and folders.
    Paths(Vec<PathBuf>),
    /// Files and folders, all published on one day where they do not say otherwise.
    Published(Vec<PathBuf>, DateSet),
}

impl Reports {
    /// The files and folders.
    pub(super) fn paths(&self) -> &[PathBuf] {
        match self {
            Self::Bundled => &[],
            Self::Paths(paths) | Self::Published(paths, _) => paths,
        }
    }

    /// The project, where one is among them.
    pub(super) fn project(&self) -> Option<&PathBuf> {
        self.paths().iter().find(|path| project::is_project(path))
    }
}

/// What the worker has to say.
#[derive(Debug)]
pub(super) enum Message {
    Progress(Progress),
    Read(Box<EventStore>),
    /// What was read with the corrections laid over it, for the log of that length.
    Corrected(Box<Correction>, u32),
    Opened(Box<Opened>),
    Saved(Box<Saved>),
    NotSaved {
        file: PathBuf,
        reason: String,
    },
    /// A project is to be written there.
    SaveProject(PathBuf),
    Cancelled,
    Failed(String),
    Chosen(Vec<PathBuf>),
    MapChosen(PathBuf),
    SaveTo(PathBuf),
    Written {
        file: PathBuf,
        count: usize,
    },
    NotWritten {
        file: PathBuf,
        reason: String,
    },
}

/// What corrections make of what was read.
#[derive(Debug)]
pub(super) struct Correction {
    /// What was read, before corrections.
    pub(super) read: Arc<Collection>,
    pub(super) store: EventStore,
    pub(super) gazetteer: Gazetteer,
    pub(super) lost: BTreeSet<u32>,
}

/// Threads that work for the window, and what they send back.
#[derive(Debug)]
pub(super) struct Worker {
    ctx: Context,
    sender: Sender<Message>,
    messages: Receiver<Message>,
    cancel: Arc<AtomicBool>,
    engine: Arc<OnceLock<Result<Engine, String>>>,
}

/// Sends and wakes the window up.
#[derive(Clone, Debug)]
struct Reply {
    ctx: Context,
    sender: Sender<Message>,
}

impl Reply {
    fn send(&self, message: Message) {
        // A window that is gone wants no answer.
        let _ = self.sender.send(message);
        self.ctx.request_repaint();
    }

    /// Tells how far reading is: of every report of a small pile, of every hundredth of a large one.
    fn watch(&self, progress: Progress, cancel: &AtomicBool) -> ControlFlow<()> {
        if progress.total < 1000 || progress.done.is_multiple_of(100) {
            self.send(Message::Progress(progress));
        }
        if cancel.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

impl Worker {
    pub(super) fn new(ctx: Context) -> Self {
        let (sender, messages) = channel();
        Self { ctx, sender, messages, cancel: Arc::default(), engine: Arc::default() }
    }

    /// What has come in since the last look.
    pub(super) fn messages(&self) -> Vec<Message> {
        self.messages.try_iter().collect()
    }

    fn reply(&self) -> Reply {
        Reply { ctx: self.ctx.clone(), sender: self.sender.clone() }
    }

    /// Reads reports; a reading that is still going on is broken off.
    pub(super) fn read(&mut self, reports: Reports) {
        self.cancel.store(true, Ordering::Relaxed);
        self.cancel = Arc::default();
        let (reply, cancel, cell) = (self.reply(), Arc::clone(&self.cancel), Arc::clone(&self.engine));
        std::thread::spawn(move || match engine(&cell) {
            Ok(engine) => read(engine, &reports, &reply, &cancel),
            Err(reason) => reply.send(Message::Failed(reason.clone())),
        });
    }

    /// Lays the corrections in force over what was read.
    pub(super) fn correct(&self, read: Arc<Collection>, log: Log) {
        let reply = self.reply();
        std::thread::spawn(move || {
            reply.send(Message::Corrected(Box::new(Correction::of(read, &log)), log.next_number()));
        });
    }

    /// Breaks the reading off.
    pub(super) fn cancel(&self) {
        self.cancel.store(true, Ordering::Relaxed);
    }

    /// Asks for report files, or for a folder of them.
    pub(super) fn ask_for_reports(&self, wants_folder: bool) {
        let reply = self.reply();
        // Some systems want their dialogs made on the window's thread; all let them be waited for elsewhere.
        let dialog = rfd::AsyncFileDialog::new();
        if wants_folder {
            let folders = dialog.pick_folders();
            std::thread::spawn(move || reply.send(Message::Chosen(paths(pollster::block_on(folders)))));
        } else {
            let files = dialog.pick_files();
            std::thread::spawn(move || reply.send(Message::Chosen(paths(pollster::block_on(files)))));
        }
    }

    /// Asks for a project to open.
    pub(super) fn ask_for_project(&self) {
        let reply = self.reply();
        let file = rfd::AsyncFileDialog::new().add_filter("dateline", &[EXTENSION, "gpkg"]).pick_file();
        std::thread::spawn(move || {
            reply.send(Message::Chosen(pollster::block_on(file).iter().map(|file| file.path().to_owned()).collect()));
        });
    }

    /// Asks where to write a project of what is open.
    pub(super) fn ask_where_to_save(&self) {
        let reply = self.reply();
        let dialog = rfd::AsyncFileDialog::new();
        let file =
            dialog.set_file_name(format!("reports.{EXTENSION}")).add_filter("dateline", &[EXTENSION]).save_file();
        std::thread::spawn(move || {
            if let Some(file) = pollster::block_on(file) {
                reply.send(Message::SaveProject(file.path().to_owned()));
            }
        });
    }

    /// Asks for a map file.
    pub(super) fn ask_for_map(&self) {
        let reply = self.reply();
        let file = rfd::AsyncFileDialog::new().add_filter("PMTiles", &["pmtiles"]).pick_file();
        std::thread::spawn(move || {
            if let Some(file) = pollster::block_on(file) {
                reply.send(Message::MapChosen(file.path().to_owned()));
            }
        });
    }

    /// Asks where to write the events.
    pub(super) fn ask_for_target(&self) {
        let reply = self.reply();
        let dialog = rfd::AsyncFileDialog::new()
            .set_file_name("events.geojson")
            .add_filter("GeoJSON", &["geojson"])
            .add_filter("CSV", &["csv"])
            .add_filter("JSON Lines", &["jsonl"])
            .add_filter("GeoPackage", &["gpkg"]);
        let file = dialog.save_file();
        std::thread::spawn(move || {
            if let Some(file) = pollster::block_on(file) {
                reply.send(Message::SaveTo(file.path().to_owned()));
            }
        });
    }

    /// Writes events in the form that the file's name ends with; `work` is what they come from.
    pub(super) fn write(&self, shown: Arc<EventStore>, gazetteer: Gazetteer, work: Work, file: PathBuf) {
        let (reply, cell) = (self.reply(), Arc::clone(&self.engine));
        std::thread::spawn(move || {
            let written = match format_of(&file) {
                Format::GeoPackage => projects::write_project(&work, &file, &cell).map_err(|error| error.to_string()),
                format => write_file(shown.collection(), &gazetteer, format, &file).map_err(|error| error.to_string()),
            };
            reply.send(match written {
                Ok(()) => Message::Written { count: shown.collection().events.len(), file },
                Err(reason) => Message::NotWritten { file, reason },
            });
        });
    }
}

fn engine(cell: &OnceLock<Result<Engine, String>>) -> &Result<Engine, String> {
    cell.get_or_init(|| Engine::bundled(Gazetteer::embedded().clone()).map_err(|error| error.to_string()))
}

/// Reads and indexes; the window only ever gets a finished store.
fn read(engine: &Engine, reports: &Reports, reply: &Reply, cancel: &AtomicBool) {
    let corpus = match reports {
        Reports::Bundled => Corpus::bundled(),
        Reports::Paths(paths) => Corpus::read(paths),
        Reports::Published(paths, day) => {
            let mut corpus = if paths.is_empty() { Corpus::bundled() } else { Corpus::read(paths) };
            corpus.state_publication(day);
            corpus
        }
    };
    let read =
        engine.read(corpus, &|progress| reply.watch(progress, cancel)).filter(|_| !cancel.load(Ordering::Relaxed));
    reply.send(match read {
        Some(collection) => Message::Read(Box::new(index(collection, engine.gazetteer()))),
        None => Message::Cancelled,
    });
}

/// A store of what was read, with places as the gazetteer has them.
#[must_use]
pub fn index(collection: Collection, gazetteer: &Gazetteer) -> EventStore {
    EventStore::new(collection, |id: PlaceId| {
        let place = gazetteer.place(id);
        Some(StoredPlace {
            id: place.id.to_owned(),
            name: place.name.to_owned(),
            kind: place.kind,
            country: place.country.to_owned(),
            point: place.point,
        })
    })
}

/// The form that a file's name ends with.
fn format_of(file: &Path) -> Format {
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    Format::from_name(extension).unwrap_or(Format::GeoJson)
}

fn write_file(collection: &Collection, gazetteer: &Gazetteer, format: Format, file: &Path) -> std::io::Result<()> {
    // Written beside and moved into place, so that a full disk leaves what was there.
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    export::write_events(collection, gazetteer, format, std::io::BufWriter::new(&mut beside))?;
    beside.persist(file)?;
    Ok(())
}

fn paths(chosen: Option<Vec<rfd::FileHandle>>) -> Vec<PathBuf> {
    chosen.unwrap_or_default().iter().map(|file| file.path().to_owned()).collect()
}
