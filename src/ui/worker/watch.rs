//! Watching the folders that reports were read from.

use super::{Message, Worker};
use crate::corpus::{FolderChange, FolderWatch};
use crate::problem::Problem;
use std::path::PathBuf;
use std::time::Duration;

/// Nothing has to happen in a folder for so long before it is looked at again.
const QUIET: Duration = Duration::from_millis(300);

/// What happened to a watched folder, and by which watch it was heard.
#[derive(Debug)]
pub(in crate::ui) struct FolderNews {
    watched: u64,
    pub(in crate::ui) change: FolderChange,
}

impl Worker {
    /// Watches the folders among these in place of those watched before.
    ///
    /// # Errors
    /// The folder that cannot be watched, and why: then none is.
    pub(in crate::ui) fn watch(&mut self, paths: &[PathBuf]) -> Result<(), Problem> {
        self.watch = None;
        self.watched += 1;
        let folders: Vec<PathBuf> = paths.iter().filter(|path| path.is_dir()).cloned().collect();
        if folders.is_empty() {
            return Ok(());
        }
        let (reply, watched) = (self.reply(), self.watched);
        let hear = move |change| reply.send(Message::Folder(FolderNews { watched, change }));
        self.watch = Some(FolderWatch::start(&folders, QUIET, hear)?);
        Ok(())
    }

    /// Whether it was heard by the watch that there is now.
    pub(in crate::ui) fn hears(&self, news: &FolderNews) -> bool {
        news.watched == self.watched
    }
}
