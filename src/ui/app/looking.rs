//! Reports as they come, change and go: watching their folders, and looking at them again.

use super::App;
use crate::corpus::FolderChange;
use crate::pipeline::Progress;
use crate::problem::Problem;
use crate::project::PlaceFile;
use crate::ui::notice::{Notice, Pace};
use crate::ui::worker::{Again, FolderNews, LookAgain, News, Reports};
use egui::Context;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is open, and whether it is being looked at.
#[derive(Debug)]
pub(super) struct Looking {
    /// What was read, to be looked at again.
    pub(super) reports: Reports,
    /// Counts what was opened.
    pub(super) opened: u64,
    /// Whether something is being read.
    pub(super) is_busy: bool,
    /// Whether something has changed since it was looked at.
    is_stale: bool,
    /// Files of places that came while reports were being read.
    places: Vec<PathBuf>,
    /// Sources of the project that are gone, by the last look.
    gone: usize,
    /// The clock when reading began, in seconds, and the reports that were done by then.
    since: Option<(f64, usize)>,
}

impl Default for Looking {
    fn default() -> Self {
        Self {
            reports: Reports::Bundled,
            opened: 0,
            is_busy: false,
            is_stale: false,
            places: Vec::new(),
            gone: 0,
            since: None,
        }
    }
}

impl Looking {
    /// Something else was opened.
    pub(super) fn turn_to(&mut self, reports: Reports) {
        let (opened, places) = (self.opened + 1, std::mem::take(&mut self.places));
        *self = Self { reports, opened, places, ..Self::default() };
    }

    pub(super) fn begin(&mut self) {
        self.is_busy = true;
        self.since = None;
    }

    fn end(&mut self) {
        self.is_busy = false;
    }
}

impl App {
    /// Whether reports are being read.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        self.looking.is_busy
    }

    pub(super) fn show_progress(&mut self, progress: Progress, ctx: &Context) {
        if !self.looking.is_busy {
            return;
        }
        let now = ctx.input(|input| input.time);
        let (since, done) = *self.looking.since.get_or_insert((now, progress.done));
        let a_second = (now > since).then(|| {
            #[expect(clippy::cast_precision_loss, reason = "a rate")]
            let read = progress.done.saturating_sub(done) as f64;
            read / (now - since)
        });
        self.notice = Some(Notice::Reading(Some(Pace { progress, a_second })));
    }

    pub(super) fn end_cancelled(&mut self, job: u64) {
        if self.worker.is_last(job) {
            self.end_reading();
            if matches!(self.notice, Some(Notice::Reading(_))) {
                self.notice = Some(Notice::Cancelled);
            }
        }
    }

    pub(super) fn end_failed(&mut self, notice: Notice) {
        self.end_reading();
        self.notice = Some(notice);
    }

    /// What has changed or come meanwhile is looked at now.
    pub(super) fn end_reading(&mut self) {
        self.looking.end();
        let places = std::mem::take(&mut self.looking.places);
        if !places.is_empty() {
            self.looking.is_stale = false;
            self.take_places(&places);
        } else if std::mem::take(&mut self.looking.is_stale) {
            self.look_again();
        }
    }

    /// Watches the folders that were read. Where that cannot be done, they are read all the same.
    pub(super) fn watch(&mut self) {
        if let Err(problem) = self.worker.watch(self.looking.reports.paths()) {
            self.say(problem);
        }
    }

    pub(super) fn hear_of_folder(&mut self, news: FolderNews) {
        if !self.worker.hears(&news) {
            return;
        }
        match news.change {
            FolderChange::Changed => self.look_again(),
            FolderChange::Gone(problem) | FolderChange::Trouble(problem) => self.say(problem),
        }
    }

    /// Looks at what is open again, as soon as nothing else is being read.
    pub(super) fn look_again(&mut self) {
        if self.looking.is_busy {
            self.looking.is_stale = true;
        } else {
            self.look_again_at(self.looking.reports.clone(), Vec::new());
        }
    }

    pub(super) fn look_again_at(&mut self, reports: Reports, places: Vec<PlaceFile>) {
        self.looking.begin();
        let project = self.project.clone();
        self.worker.look_again(LookAgain {
            reports,
            project,
            log: self.corrections.log().clone(),
            read: self.corrections.kept_read(),
            shown: Arc::clone(&self.store),
            places,
            opened: self.looking.opened,
        });
    }

    pub(super) fn show_again(&mut self, again: Again) {
        let Again { opened, correction, length, news, reader, reports } = again;
        if opened != self.looking.opened {
            return;
        }
        let new_to_tell = News { gone: news.gone.saturating_sub(self.gone_before()), ..news };
        if !Arc::ptr_eq(&reader, self.worker.reader()) {
            let problems = reader.own_problems();
            self.notice = Some(Notice::Places { files: reader.own().len(), problems });
            self.worker.set_reader(reader);
        } else if new_to_tell != News::default() && !self.notice.as_ref().is_some_and(Notice::is_of_damage) {
            self.notice = Some(Notice::News(new_to_tell));
        } else if matches!(self.notice, Some(Notice::Reading(_))) {
            self.notice = None;
        }
        // A project goes on counting a report whose file is gone; elsewhere it is no longer there to be counted.
        self.looking.gone = if self.project.is_some() { news.gone } else { 0 };
        let is_elsewhere = reports != self.looking.reports;
        self.looking.reports = reports;
        if let Some(correction) = correction {
            let (read, log) = self.corrections.move_to(Arc::clone(&correction.read));
            self.show_laid_over(correction);
            if length != log.next_number() {
                self.corrections.wait();
                self.worker.correct(read, log, Arc::clone(&self.store), self.scratch_to_keep_in());
            }
        }
        if is_elsewhere {
            self.watch();
            for path in self.looking.reports.paths().to_vec() {
                self.remember(&path);
            }
        }
        self.end_reading();
    }

    fn gone_before(&self) -> usize {
        if self.project.is_some() { self.looking.gone } else { 0 }
    }

    /// Files of places are laid over those there are, and what is open is read anew with them: as soon as nothing else is being
    /// read, which would be broken off.
    pub fn take_places(&mut self, files: &[PathBuf]) {
        if self.looking.is_busy {
            return self.looking.places.extend_from_slice(files);
        }
        self.notice = Some(Notice::Reading(None));
        let files: Vec<PlaceFile> = files.iter().map(|path| PlaceFile::at(path)).collect();
        if self.project.is_none() {
            PlaceFile::add_to(&mut self.own_places, files.iter().cloned());
        }
        self.look_again_at(self.looking.reports.clone(), files);
    }

    /// One line of what is wrong.
    pub(super) fn say(&mut self, problem: Problem) {
        self.notice = Some(Notice::Folder(problem));
    }

    /// A project or folder that was opened, or a file by itself.
    pub(super) fn remember(&mut self, path: &Path) {
        self.recent.add(path);
    }
}
