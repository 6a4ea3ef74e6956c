//! The window and its project: opening one, saving as one, and keeping each correction in it.

use super::App;
use crate::ui::corrections::Corrections;
use crate::ui::notice::Notice;
use crate::ui::open_project::OpenProject;
use crate::ui::scratch::Scratch;
use crate::ui::worker::{Opened, Reports, Saved, Work};
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

    /// Opens the project that waits for a word on the corrections that are in none.
    pub(super) fn open_without_corrections(&mut self) {
        if let Some(Notice::Unkept { path, .. }) = self.notice.take() {
            // They stay until the other project is there.
            self.given_up = self.corrections.log().next_number();
            self.open_project(path);
        }
    }

    pub(super) fn open_project(&mut self, path: PathBuf) {
        self.notice = Some(Notice::Reading(None));
        self.looking.begin();
        self.worker.open_project(path, self.project.clone(), self.own_places.clone());
    }

    /// Goes on with the corrections that an earlier run left behind; those made now stay in their own file.
    pub(super) fn take_up_left(&mut self) {
        if let Some(left) = self.left.take() {
            self.open_project(left.file().to_path_buf());
        }
    }

    /// Lets go of them for good, and offers those before them.
    pub(super) fn discard_left(&mut self) {
        if let Some(left) = self.left.take() {
            left.discard();
            self.worker.look_for_left(&self.scratch);
        }
    }

    /// The corrections that are made in no project stay in their file, and are offered again.
    pub(super) fn set_aside(&mut self, inputs: &[PathBuf]) {
        self.corrections = Corrections::default();
        self.scratch.set_aside(inputs);
    }

    /// Where the next correction is kept, if no project is open.
    pub(super) fn scratch_to_keep_in(&self) -> Option<Scratch> {
        (self.project.is_none() && self.corrections.log().next_number() > 1).then(|| self.scratch.clone())
    }

    /// How many corrections are in force that no project keeps.
    pub(super) fn unkept(&self) -> usize {
        let is_kept = self.project.is_some() || self.corrections.log().next_number() <= self.given_up;
        if is_kept { 0 } else { self.corrections.in_force() }
    }

    /// What is open, to be written.
    pub(super) fn work(&mut self) -> Work {
        Work {
            read: self.corrections.read(&self.store),
            log: self.corrections.log().clone(),
            project: self.project.clone(),
            inputs: self.looking.reports.paths().to_vec(),
        }
    }

    pub(super) fn show_opened(&mut self, opened: Opened, ctx: &Context) {
        let is_scratch = self.scratch.holds(opened.project.path());
        // Something was corrected while it was opened.
        if self.unkept() > 0 && !is_scratch {
            self.end_reading();
            let path = opened.project.path().to_path_buf();
            self.notice = Some(Notice::Unkept { count: self.unkept(), path });
            return;
        }
        self.close();
        let Opened { project, log, correction, reader, inputs, view, is_read_anew } = opened;
        self.worker.set_reader(reader);
        self.scratch.set_aside(&inputs);
        let read = Arc::clone(&correction.read);
        self.corrections = Corrections::load(correction.read, log, correction.lost, &correction.gazetteer);
        self.first_look(correction.store);
        self.correct.take_gazetteer(correction.gazetteer);
        self.given_up = 0;
        self.postponed.clear();
        self.looking.turn_to(Reports::Paths(inputs.clone()));
        if is_scratch {
            self.notice = Some(Notice::done(&self.store));
            self.project = None;
            self.scratch.take_over(project, read, &inputs);
        } else {
            self.remember(project.path());
            self.notice = Some(Notice::opened(&project, &self.store));
            if project.damage().is_none() {
                self.worker.look_for_damage(project.clone());
            }
            self.project = Some(project);
            self.take_up_view(view.as_deref());
        }
        self.show_title(ctx);
        if is_read_anew {
            self.write_layers();
        }
        self.end_reading();
        self.worker.look_for_left(&self.scratch);
        self.follow_project();
    }

    /// The open project turns out to be damaged: from now on it is for reading only.
    pub(super) fn hear_of_damage(&mut self, project: OpenProject) {
        if self.project.as_ref().is_some_and(|open| open.is_same(&project)) {
            self.notice = Some(Notice::opened(&project, &self.store));
            self.project = Some(project);
        }
    }

    /// Takes in what has changed since, and what changes from now on.
    fn follow_project(&mut self) {
        let is_there = self.looking.reports.paths().iter().any(|path| path.exists());
        if is_there && self.project.as_ref().is_none_or(|project| project.read_only().is_none()) {
            self.watch();
            self.look_again();
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
            self.notice = Some(Notice::NotSaved { file, reason: error.fault_of_writing() });
            return;
        }
        self.close();
        self.project = Some(project);
        self.scratch.discard();
        self.remember(&file);
        self.show_title(ctx);
        let (read, log) = self.corrections.move_to(read);
        self.worker.correct(read, log, Arc::clone(&self.store), None);
    }

    /// Reports that are in no project are shown.
    pub(super) fn leave_project(&mut self, ctx: &Context) {
        self.close();
        if self.project.take().is_some() {
            self.corrections = Corrections::default();
            self.postponed.clear();
            self.show_title(ctx);
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
