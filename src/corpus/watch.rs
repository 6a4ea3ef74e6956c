//! [`FolderWatch`]: word of reports that come, change or go in folders.

use crate::problem::{Fault, Problem};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// Events after which a change is told though the folders do not come to rest.
const PATIENCE: usize = 500;

/// What happened to watched folders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderChange {
    /// Something in them is new, changed or gone: they are to be read again. Said once the folders have come to rest.
    Changed,
    /// A folder is no longer there; nothing more will be heard of it.
    Gone(Problem),
    /// Something may have been missed.
    Trouble(Problem),
}

/// Folders under watch. Nothing is heard any more when it is dropped.
#[derive(Debug)]
pub struct FolderWatch {
    _watcher: RecommendedWatcher,
}

impl FolderWatch {
    /// Watches folders and all in them. `hear` is told of a change, on a thread of the watch, when nothing has happened for the
    /// time of `quiet`: a report that is being written is not read half. Where there is never rest, it is told all the same.
    ///
    /// # Errors
    /// The folder that cannot be watched, and why.
    pub fn start(
        folders: &[PathBuf],
        quiet: Duration,
        hear: impl FnMut(FolderChange) + Send + 'static,
    ) -> Result<Self, Problem> {
        let (tell, heard) = channel();
        let failed = |folder: &PathBuf, error: notify::Error| {
            Problem::failure(folder.to_string_lossy(), Fault::CannotBeWatched { reason: error.to_string() })
        };
        let first = folders.first().cloned().unwrap_or_default();
        let mut watcher = notify::recommended_watcher(tell).map_err(|error| failed(&first, error))?;
        for folder in folders {
            if !folder.is_dir() {
                return Err(Problem::failure(folder.to_string_lossy(), Fault::NoFolderToWatch));
            }
            watcher.watch(folder, RecursiveMode::Recursive).map_err(|error| failed(folder, error))?;
        }
        let folders = folders.to_vec();
        std::thread::spawn(move || listen(&heard, hear, folders, quiet));
        Ok(Self { _watcher: watcher })
    }
}

/// Gathers what is heard until it is quiet. Ends with the watch.
fn listen(
    heard: &Receiver<notify::Result<Event>>,
    mut hear: impl FnMut(FolderChange),
    mut folders: Vec<PathBuf>,
    quiet: Duration,
) {
    while let Ok(first) = heard.recv() {
        let mut news = News::default();
        news.add(first);
        for _ in 0..PATIENCE {
            match heard.recv_timeout(quiet) {
                Ok(more) => news.add(more),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        let gone: Vec<PathBuf> = folders.iter().filter(|folder| !folder.is_dir()).cloned().collect();
        folders.retain(|folder| !gone.contains(folder));
        let gone = gone
            .iter()
            .map(|folder| FolderChange::Gone(Problem::failure(folder.to_string_lossy(), Fault::WatchedFolderGone)));
        let changed = (news.is_change && !folders.is_empty()).then_some(FolderChange::Changed);
        for change in news.troubles.into_iter().map(FolderChange::Trouble).chain(changed).chain(gone) {
            hear(change);
        }
        if folders.is_empty() {
            return;
        }
    }
}

/// What was heard in one go.
#[derive(Default)]
struct News {
    is_change: bool,
    troubles: Vec<Problem>,
}

impl News {
    fn add(&mut self, heard: notify::Result<Event>) {
        match heard {
            // Reading is no change: our own reading would be told of for ever.
            Ok(event) => self.is_change |= !matches!(event.kind, EventKind::Access(_)),
            Err(error) => {
                let source = error.paths.first().map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
                self.troubles.push(Problem::notice(source, Fault::ChangeMissed { reason: error.to_string() }));
                self.is_change = true;
            }
        }
    }
}
