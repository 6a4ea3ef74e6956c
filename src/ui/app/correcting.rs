//! Corrections: kept first, then laid over what was read.

use super::App;
use crate::correction::{Change, Entry};
use crate::ui::notice::Notice;
use crate::ui::open_project::OpenProject;
use crate::view_state::CorrectCommand;
use egui::Context;
use std::sync::Arc;

impl App {
    pub(super) fn carry_out_correction(&mut self, command: CorrectCommand) {
        let project = self.project.as_ref();
        // Whoever reads or writes in the project is not waited for: the window would stand still.
        if !self.postponed.is_empty() || project.is_some_and(OpenProject::is_busy) {
            self.postponed.push(command);
            return;
        }
        self.correct(command);
    }

    /// Makes the corrections that were asked for while a thread worked in the project.
    pub(super) fn make_postponed(&mut self, ctx: &Context) {
        if self.postponed.is_empty() {
            return;
        }
        if self.project.as_ref().is_some_and(OpenProject::is_busy) {
            ctx.request_repaint_after_secs(0.05);
            return;
        }
        for command in std::mem::take(&mut self.postponed) {
            self.correct(command);
        }
    }

    fn correct(&mut self, command: CorrectCommand) {
        let project = self.project.as_ref();
        // On the disk before it is shown as done.
        let keep = |entry: Entry| project.map_or(Ok(()), |project| project.record(entry));
        let is_of_no_event = matches!(&command, CorrectCommand::Make(change, _) if leaves_no_event(change));
        match self.corrections.take(command, &self.store, self.correct.gazetteer(), keep) {
            Ok(Some((read, log))) => {
                // What was said of the one before does not hold for this.
                let is_of_correction =
                    |notice: &Notice| matches!(notice, Notice::NotKept(_) | Notice::NotInScratch(_) | Notice::NoEvent);
                self.notice.take_if(|notice| is_of_correction(notice));
                if is_of_no_event {
                    self.notice = Some(Notice::NoEvent);
                }
                self.worker.correct(read, log, Arc::clone(&self.store), self.scratch_to_keep_in());
            }
            Ok(None) => {}
            Err(error) => self.notice = Some(Notice::NotKept(error.fault_of_writing())),
        }
    }
}

/// Whether what was read as an event is none by what is said of it.
fn leaves_no_event(change: &Change) -> bool {
    match change {
        Change::NotAnEvent { .. } => true,
        Change::Certainty { to, .. } => !to.is_plotted(),
        _ => false,
    }
}
