//! Files and folders that were asked for: what becomes of each.

use super::App;
use super::pictures::Sight;
use crate::ui::worker::Reports;
use crate::view_state::{Ground, PathFor};
use std::path::PathBuf;

impl App {
    /// Does with files or folders what they were asked for.
    pub(super) fn take_paths(&mut self, what: PathFor, paths: Vec<PathBuf>) {
        self.path.close();
        match what {
            PathFor::Anything | PathFor::ReportFiles | PathFor::ReportFolder | PathFor::Project => {
                self.read(Reports::Paths(paths));
            }
            PathFor::Places => self.take_places(&paths),
            PathFor::Map => paths.into_iter().for_each(|file| self.choose_ground(Ground::File(file))),
            PathFor::NewProject => paths.into_iter().for_each(|file| self.save_as(file)),
            PathFor::Events => paths.into_iter().for_each(|file| self.export(file)),
            PathFor::Picture => paths.into_iter().for_each(|file| self.draw(Sight::Now, file)),
            PathFor::Animation => paths.into_iter().for_each(|file| self.draw(Sight::Run, file)),
        }
    }

    /// The same with a path that was typed, unless nothing is there to open, or something that would be written over.
    pub(super) fn take_typed(&mut self, what: PathFor, path: PathBuf) {
        if self.path.takes(what, &path) {
            self.take_paths(what, vec![path]);
        }
    }
}
