//! Asking for files and folders, in the system's own dialogs.

use super::{Message, Worker};
use crate::project::EXTENSION;
use std::path::PathBuf;

impl Worker {
    /// Asks for report files, or for a folder of them.
    pub(in crate::ui) fn ask_for_reports(&self, wants_folder: bool) {
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
    pub(in crate::ui) fn ask_for_project(&self) {
        let reply = self.reply();
        let file = rfd::AsyncFileDialog::new().add_filter("dateline", &[EXTENSION, "gpkg"]).pick_file();
        std::thread::spawn(move || {
            reply.send(Message::Chosen(pollster::block_on(file).iter().map(|file| file.path().to_owned()).collect()));
        });
    }

    /// Asks where to write a project of what is open.
    pub(in crate::ui) fn ask_where_to_save(&self) {
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

    /// Asks for a file of the user's own places.
    pub(in crate::ui) fn ask_for_places(&self) {
        let reply = self.reply();
        let file = rfd::AsyncFileDialog::new().add_filter("CSV", &["csv", "places"]).pick_file();
        std::thread::spawn(move || {
            if let Some(file) = pollster::block_on(file) {
                reply.send(Message::PlacesChosen(file.path().to_owned()));
            }
        });
    }

    /// Asks for a map file.
    pub(in crate::ui) fn ask_for_map(&self) {
        let reply = self.reply();
        let file = rfd::AsyncFileDialog::new().add_filter("PMTiles", &["pmtiles"]).pick_file();
        std::thread::spawn(move || {
            if let Some(file) = pollster::block_on(file) {
                reply.send(Message::MapChosen(file.path().to_owned()));
            }
        });
    }

    /// Asks where to write the events.
    pub(in crate::ui) fn ask_for_target(&self) {
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
}

fn paths(chosen: Option<Vec<rfd::FileHandle>>) -> Vec<PathBuf> {
    chosen.unwrap_or_default().iter().map(|file| file.path().to_owned()).collect()
}
