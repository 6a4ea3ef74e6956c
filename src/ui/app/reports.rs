//! Opening reports: in place of what is open, or into the open project.

use super::App;
use crate::problem::{Fault, Problem};
use crate::project::PlaceFile;
use crate::store::EventStore;
use crate::ui::notice::Notice;
use crate::ui::worker::{Reader, Reports};
use crate::view_state::Ground;
use egui::Context;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl App {
    /// Reads reports, or opens a project, takes places in, or lays a map under the markers, by what the files are.
    pub(super) fn read(&mut self, reports: Reports) {
        let (maps, paths): (Vec<PathBuf>, Vec<PathBuf>) =
            reports.paths().iter().cloned().partition(|path| is_map(path));
        let are_all_maps = paths.is_empty() && !maps.is_empty();
        let reports = if maps.is_empty() { reports } else { reports.at(paths) };
        for map in maps {
            self.choose_ground(Ground::File(map));
        }
        if !are_all_maps {
            self.read_by_kind(reports);
        } else if self.shows_nothing() {
            // A start with nothing but a map.
            self.read_by_kind(Reports::Bundled);
        }
    }

    /// Whether nothing was read, and nothing is being read.
    fn shows_nothing(&self) -> bool {
        let is_read = !self.store.documents().is_empty() || !self.store.problems().is_empty();
        !is_read && !matches!(self.notice, Some(Notice::Reading(_)))
    }

    fn read_by_kind(&mut self, reports: Reports) {
        match reports.project().cloned() {
            None => self.read_reports(reports),
            Some(_) if reports.paths().len() > 1 => self.notice = Some(Notice::ProjectAlone),
            Some(path) if self.unkept() > 0 => self.notice = Some(Notice::Unkept { count: self.unkept(), path }),
            Some(path) => self.open_project(path),
        }
    }

    fn read_reports(&mut self, reports: Reports) {
        let (places, paths): (Vec<PathBuf>, Vec<PathBuf>) =
            reports.paths().iter().cloned().partition(|path| PlaceFile::is_at(path));
        if !places.is_empty() && paths.is_empty() {
            return self.take_places(&places);
        }
        if !places.is_empty() {
            PlaceFile::add_to(&mut self.own_places, places.iter().map(|path| PlaceFile::at(path)));
            self.worker.set_reader(Arc::new(Reader::with(self.own_places.clone())));
            return self.read_reports(reports.at(paths));
        }
        match &self.project {
            Some(project) if project.read_only().is_none() => {
                self.notice = Some(Notice::AddOrOpen { project: project.name(), paths });
            }
            _ => self.read_alone(reports),
        }
    }

    fn read_alone(&mut self, reports: Reports) {
        self.notice = Some(Notice::Reading(None));
        if self.project.is_some() {
            // The places of the project are its own.
            self.worker.set_reader(Arc::new(Reader::with(self.own_places.clone())));
        }
        self.looking.begin();
        self.worker.read(reports);
    }

    /// The reports that wait for a word are taken into the project.
    pub(super) fn add_to_project(&mut self) {
        let Some(Notice::AddOrOpen { paths: more, .. }) = self.notice.take() else { return };
        let mut paths = self.looking.reports.paths().to_vec();
        for path in more {
            if !paths.contains(&path) {
                paths.push(path);
            }
        }
        self.notice = Some(Notice::Reading(None));
        self.look_again_at(Reports::Paths(paths), Vec::new());
    }

    /// They are opened by themselves.
    pub(super) fn open_alone(&mut self) {
        if let Some(Notice::AddOrOpen { paths, .. }) = self.notice.take() {
            self.read_alone(Reports::Paths(paths));
        }
    }

    pub(super) fn open_recent(&mut self, number: usize) {
        let Some(path) = self.recent.paths().get(number).cloned() else { return };
        if path.exists() {
            return self.read(Reports::Paths(vec![path]));
        }
        self.recent.remove(&path);
        self.say(Problem::failure(path.to_string_lossy(), Fault::NoLongerThere));
    }

    /// Other reports, or the same read anew. What was corrected is laid over the same; of others it is set aside.
    pub(super) fn look_at(&mut self, store: EventStore, reports: Reports, ctx: &Context) {
        let is_first = self.store.documents().is_empty() && store.problems().is_empty();
        // Whoever opens none of his own sees the program for the first time; what is wrong with those reports is no news to him.
        let is_to_begin = is_first || reports == Reports::Bundled;
        self.leave_project(ctx);
        if self.corrections.in_force() > 0 && !shares_reports(&self.store, &store) {
            self.set_aside(reports.paths());
            self.worker.look_for_left(&self.scratch);
        }
        if self.corrections.in_force() == 0 {
            self.scratch.set_aside(reports.paths());
        }
        let correct = self.corrections.read_anew(&store);
        self.first_look(store);
        self.notice =
            Some(if is_to_begin { Notice::hint(&reports, &self.store, &self.view) } else { Notice::done(&self.store) });
        if let [path] = reports.paths() {
            self.remember(path);
        }
        self.looking.turn_to(reports);
        self.correct.take_gazetteer(self.worker.reader().gazetteer().clone());
        self.watch();
        if let Some((read, log)) = correct {
            self.worker.correct(read, log, Arc::clone(&self.store), self.scratch_to_keep_in());
        }
        self.end_reading();
    }
}

/// Whether a file's name is that of an archive of map tiles.
fn is_map(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pmtiles"))
}

/// Whether a report is in both: by its file, or by its text.
fn shares_reports(one: &EventStore, other: &EventStore) -> bool {
    let known: BTreeSet<_> = one.documents().iter().map(|report| (&report.path, &report.text)).collect();
    let mut files = one.documents().iter().filter_map(|report| report.path.as_ref()).collect::<Vec<_>>();
    files.sort();
    other.documents().iter().any(|report| {
        let is_same_file = report.path.as_ref().is_some_and(|path| files.binary_search(&path).is_ok());
        is_same_file || known.contains(&(&report.path, &report.text))
    })
}
