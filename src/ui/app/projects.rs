//! The window and its project: opening one, saving as one, and keeping each correction in it.

use super::App;
use crate::correction::Entry;
use crate::ui::corrections::Corrections;
use crate::ui::notice::Notice;
use crate::ui::worker::{Opened, Reports, Saved, Work};
use crate::view_state::CorrectCommand;
use egui::{Context, ViewportCommand};
use std::path::PathBuf;
use std::sync::Arc;

impl App {
    /// Writes a project of what is open to a file; from then on the window works in it.
    pub fn save_as(&mut self, file: PathBuf) {
        if self.project.as_ref().is_some_and(|project| project.is_at(&file)) {
            self.notice = Some(Notice::SameFile(file));
            return;
        }
        self.notice = Some(Notice::Saving);
        let work = self.work();
        self.worker.save_as(work, file);
    }

    /// Reads reports, or opens a project.
    pub(super) fn read(&mut self, reports: Reports) {
        match reports.project().cloned() {
            None => {
                self.notice = Some(Notice::Reading(None));
                self.worker.read(reports);
            }
            Some(_) if reports.paths().len() > 1 => self.notice = Some(Notice::ProjectAlone),
            Some(path) if self.unkept() > 0 => self.notice = Some(Notice::Unkept { count: self.unkept(), path }),
            Some(path) => self.open_project(path),
        }
    }

    /// Opens the project that waits for a word on the corrections that are in none.
    pub(super) fn open_without_corrections(&mut self) {
        if let Some(Notice::Unkept { path, .. }) = self.notice.take() {
            // They stay until the other project is there.
            self.given_up = self.corrections.log().next_number();
            self.open_project(path);
        }
    }

    fn open_project(&mut self, path: PathBuf) {
        self.notice = Some(Notice::Reading(None));
        self.worker.open_project(path, self.project.clone());
    }

    /// How many corrections are in force that no project keeps.
    fn unkept(&self) -> usize {
        let is_kept = self.project.is_some() || self.corrections.log().next_number() <= self.given_up;
        if is_kept { 0 } else { self.corrections.in_force() }
    }

    /// What is open, to be written.
    pub(super) fn work(&mut self) -> Work {
        Work {
            read: self.corrections.read(&self.store),
            log: self.corrections.log().clone(),
            project: self.project.clone(),
        }
    }

    pub(super) fn show_opened(&mut self, opened: Opened, ctx: &Context) {
        let Opened { project, log, correction, is_read_anew } = opened;
        // Something was corrected while it was opened.
        if self.unkept() > 0 {
            self.notice = Some(Notice::Unkept { count: self.unkept(), path: project.path().to_path_buf() });
            return;
        }
        self.corrections = Corrections::load(correction.read, log, correction.lost);
        self.first_look(correction.store);
        self.correct.take_gazetteer(correction.gazetteer);
        self.notice = Some(Notice::opened(&project, &self.store));
        self.project = Some(project);
        self.given_up = 0;
        self.show_title(ctx);
        if is_read_anew {
            self.write_layers();
        }
    }

    pub(super) fn show_saved(&mut self, saved: Saved, ctx: &Context) {
        let Saved { project, of, read } = saved;
        let file = project.path().to_path_buf();
        self.notice = Some(Notice::Saved(file.clone()));
        // Other reports were opened meanwhile: the file is whole, and is let go.
        if !self.corrections.is_of(&of) {
            return;
        }
        // What was corrected while it was written.
        if let Err(error) = project.catch_up(self.corrections.log()) {
            self.notice = Some(Notice::NotSaved { file, reason: error.to_string() });
            return;
        }
        self.project = Some(project);
        self.show_title(ctx);
        let (read, log) = self.corrections.move_to(read);
        self.worker.correct(read, log);
    }

    /// Reports that are in no project are shown.
    pub(super) fn leave_project(&mut self, ctx: &Context) {
        if self.project.take().is_some() {
            self.corrections = Corrections::default();
            self.show_title(ctx);
        }
    }

    pub(super) fn carry_out_correction(&mut self, command: CorrectCommand) {
        if let CorrectCommand::Picked(point) = command {
            self.correct.take_point(point);
            return;
        }
        let project = self.project.as_ref();
        // On the disk before it is shown as done.
        let keep = |entry: Entry| project.map_or(Ok(()), |project| project.record(entry));
        match self.corrections.take(command, &self.store, self.correct.gazetteer(), keep) {
            Ok(Some((read, log))) => self.worker.correct(read, log),
            Ok(None) => {}
            Err(error) => self.notice = Some(Notice::NotKept(error.to_string())),
        }
    }

    /// Brings the layers that other programs read up to what is shown.
    pub(super) fn write_layers(&self) {
        if let Some(project) = self.project.clone().filter(|project| project.read_only().is_none()) {
            let length = self.corrections.log().next_number();
            self.worker.write_layers(project, Arc::clone(&self.store), self.correct.gazetteer().clone(), length);
        }
    }

    fn show_title(&self, ctx: &Context) {
        let title =
            self.project.as_ref().map_or("dateline".to_owned(), |project| format!("{} – dateline", project.name()));
        ctx.send_viewport_cmd(ViewportCommand::Title(title));
    }
}
