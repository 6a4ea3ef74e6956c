//! What the worker says, and what becomes of it.

use super::App;
use crate::store::EventStore;
use crate::ui::correct_panel::CorrectPanel;
use crate::ui::document_panel::DocumentPanel;
use crate::ui::notice::Notice;
use crate::ui::path_bar::Why;
use crate::ui::side_panel::SidePanel;
use crate::ui::time_panel::TimePanel;
use crate::ui::worker::{Correction, Message};
use crate::view_state::{Command, Tab, ViewState};
use egui::Context;
use std::path::PathBuf;
use std::sync::Arc;

impl App {
    pub(super) fn receive(&mut self, ctx: &Context) {
        for message in self.worker.messages() {
            match message {
                Message::Progress(progress) => self.show_progress(progress, ctx),
                Message::Read(store, reports) => self.look_at(*store, reports, ctx),
                Message::Again(again) => self.show_again(*again),
                Message::Opened(opened) => self.show_opened(*opened, ctx),
                Message::Damaged(project) => self.hear_of_damage(project),
                Message::Cancelled(job) => self.end_cancelled(job),
                Message::Failed(reason) => self.end_failed(Notice::Failed(reason)),
                Message::NotOpened { file, reason } => self.end_failed(Notice::NotOpened { file, reason }),
                Message::Folder(news) => self.hear_of_folder(news),
                Message::Left(left) => self.left = Some(*left),
                Message::Corrected(correction, length) => self.show_corrected(*correction, length),
                Message::NotInScratch(reason) => self.notice = Some(Notice::NotInScratch(reason)),
                Message::Saved(saved) => self.show_saved(*saved, ctx),
                message => self.receive_files(message),
            }
        }
    }

    /// Files that were chosen or written.
    fn receive_files(&mut self, message: Message) {
        match message {
            Message::Chosen(what, paths) => self.take_paths(what, paths),
            Message::NoDialog(what) => self.path.ask(what, Why::NoDialog, &self.texts),
            Message::Written { file, count } => self.notice = Some(Notice::Written { file, count }),
            Message::NotWritten { file, reason } => self.notice = Some(Notice::NotWritten { file, reason }),
            Message::Drawing(progress) => self.notice = Some(Notice::Drawing(Some(progress))),
            Message::Drawn { file, maps } => self.notice = Some(Notice::Drawn { file, maps }),
            Message::NotDrawn => self.notice = Some(Notice::NotDrawn),
            Message::ViewKept { file, refused } => self.hear_of_view(file, refused),
            Message::NotSaved { file, reason } => self.notice = Some(Notice::NotSaved { file, reason }),
            _ => {}
        }
    }

    /// Another store: a first look at it, in the manner chosen before.
    pub(super) fn first_look(&mut self, store: EventStore) {
        let settings = self.view.settings();
        self.view = ViewState::new(&store);
        self.view.take_up(settings, &store);
        self.time = TimePanel::default();
        self.side = SidePanel::default();
        self.correct = CorrectPanel::default();
        self.document = DocumentPanel::default();
        self.list.store_changed();
        self.map.look_anew();
        self.take_store(store);
    }

    /// The store to look at from now on. Giving back what the one before held of thousands of reports takes longer than a frame.
    fn take_store(&mut self, store: EventStore) {
        let before = std::mem::replace(&mut self.store, Arc::new(store));
        std::thread::spawn(move || drop(before));
    }

    /// What was read, as corrected; an answer that came too late is passed over.
    fn show_corrected(&mut self, correction: Correction, length: u32) {
        if self.corrections.is_answer(&correction.read, length) {
            self.show_laid_over(correction);
        }
    }

    /// The same reports with something else read or corrected in them.
    pub(super) fn show_laid_over(&mut self, correction: Correction) {
        let Correction { store, gazetteer, lost, .. } = correction;
        self.view.carry_over(&self.store, &store);
        if let Some(event) = self.corrections.settle(lost, &store, &gazetteer) {
            // Who goes through the log of corrections stays in it.
            let is_in_log = self.view.tab == Tab::Corrections;
            let show = if is_in_log { Command::PickEvent(event) } else { Command::SelectEvent(event) };
            self.view.apply(show, &store);
        }
        self.correct.take_gazetteer(gazetteer);
        self.side.recount();
        self.time.recount();
        self.list.store_changed();
        self.map.store_changed();
        self.take_store(store);
        self.write_layers();
    }

    /// Writes the events shown to a file.
    pub fn export(&mut self, file: PathBuf) {
        if self.project.as_ref().is_some_and(|project| project.is_at(&file)) {
            self.notice = Some(Notice::SameFile(file));
            return;
        }
        let work = self.work();
        self.worker.write(Arc::clone(&self.store), self.correct.gazetteer().clone(), work, file);
    }
}
