//! [`Message`]: what the worker has to say.

use super::{Again, FolderNews, Opened, Reports, Saved};
use crate::collection::Collection;
use crate::gazetteer::Gazetteer;
use crate::pipeline::Progress;
use crate::problem::Fault;
use crate::store::EventStore;
use crate::ui::open_project::OpenProject;
use crate::ui::scratch::Left;
use crate::view_state::PathFor;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// What the worker has to say.
#[derive(Debug)]
pub(in crate::ui) enum Message {
    Progress(Progress),
    Read(Box<EventStore>, Reports),
    /// The same reports, looked at again.
    Again(Box<Again>),
    /// Something happened to a watched folder.
    Folder(FolderNews),
    /// Corrections of an earlier run that are in no project.
    Left(Box<Left>),
    /// Why corrections that are in no project could not be written to the disk.
    NotInScratch(Fault),
    /// What was read with the corrections laid over it, for the log of that length.
    Corrected(Box<Correction>, u32),
    Opened(Box<Opened>),
    /// Damage was found in the file of a project that was opened.
    Damaged(OpenProject),
    Saved(Box<Saved>),
    NotSaved {
        file: PathBuf,
        reason: Fault,
    },
    /// The view was to be kept in a project: why it could not be.
    ViewKept {
        file: PathBuf,
        refused: Option<Fault>,
    },
    /// The reading of that number was broken off.
    Cancelled(u64),
    /// Nothing could be read.
    Failed(Fault),
    NotOpened {
        file: PathBuf,
        reason: Fault,
    },
    /// Files or folders that were asked for; at least one.
    Chosen(PathFor, Vec<PathBuf>),
    /// The system has no dialog to ask in.
    NoDialog(PathFor),
    Written {
        file: PathBuf,
        count: usize,
    },
    NotWritten {
        file: PathBuf,
        reason: Fault,
    },
    /// So many maps of a picture are drawn.
    Drawing(Progress),
    /// A picture is written, of one map or of many.
    Drawn {
        file: PathBuf,
        maps: usize,
    },
    /// A picture was broken off.
    NotDrawn,
}

/// What corrections make of what was read.
#[derive(Debug)]
pub(in crate::ui) struct Correction {
    /// What was read, before corrections.
    pub(in crate::ui) read: Arc<Collection>,
    pub(in crate::ui) store: EventStore,
    pub(in crate::ui) gazetteer: Gazetteer,
    pub(in crate::ui) lost: BTreeSet<u32>,
}
