//! Looking at the same reports again: those that came, changed or went since are read, the others are not.

use super::projects::collect;
use super::{Correction, Job, Message, Reader, Reports, Worker};
use crate::collection::Collection;
use crate::corpus::Corpus;
use crate::correction::Log;
use crate::document::Document;
use crate::problem::Fault;
use crate::project::{PlaceFile, ProjectError};
use crate::store::EventStore;
use crate::ui::open_project::OpenProject;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// What is to be looked at again.
#[derive(Debug)]
pub(in crate::ui) struct LookAgain {
    pub(in crate::ui) reports: Reports,
    /// The project that they are to be in, and what is remembered there for the next time.
    pub(in crate::ui) project: Option<OpenProject>,
    pub(in crate::ui) log: Log,
    /// As it was read, before corrections.
    pub(in crate::ui) read: Option<Arc<Collection>>,
    /// What is shown now.
    pub(in crate::ui) shown: Arc<EventStore>,
    /// Files of places to be laid over those there are.
    pub(in crate::ui) places: Vec<PlaceFile>,
    /// Counts what was opened in the window: what was found of something else comes too late.
    pub(in crate::ui) opened: u64,
}

/// What became of reports since they were read last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) struct News {
    pub(in crate::ui) new: usize,
    pub(in crate::ui) changed: usize,
    pub(in crate::ui) gone: usize,
}

/// What was found.
#[derive(Debug)]
pub(in crate::ui) struct Again {
    pub(in crate::ui) opened: u64,
    /// None where all is as it was.
    pub(in crate::ui) correction: Option<Correction>,
    /// Length of the log that was laid over it.
    pub(in crate::ui) length: u32,
    pub(in crate::ui) news: News,
    pub(in crate::ui) reader: Arc<Reader>,
    /// What was looked at.
    pub(in crate::ui) reports: Reports,
}

impl News {
    /// By the names and texts of reports.
    fn of(before: &[Document], now: &[Document]) -> Self {
        let mut known: BTreeMap<&str, &Document> = before.iter().map(|report| (report.id.as_str(), report)).collect();
        let mut news = Self::default();
        for document in now {
            match known.remove(document.id.as_str()) {
                None => news.new += 1,
                Some(old) => news.changed += usize::from(old.text != document.text || old.stated != document.stated),
            }
        }
        Self { gone: known.len(), ..news }
    }
}

impl Worker {
    /// Looks at reports again; a reading that is still going on is broken off.
    pub(in crate::ui) fn look_again(&mut self, what: LookAgain) {
        let (job, reader) = (self.begin(), Arc::clone(&self.reader));
        std::thread::spawn(move || {
            let found = again(&what, reader, &job);
            job.end(found.map(|found| found.map(|again| Message::Again(Box::new(again)))).map_err(Message::Failed));
        });
    }
}

fn again(what: &LookAgain, mut reader: Arc<Reader>, job: &Job) -> Result<Option<Again>, Fault> {
    if !what.places.is_empty() {
        let mut files = reader.own().to_vec();
        PlaceFile::add_to(&mut files, what.places.iter().cloned());
        reader = Arc::new(Reader::with(files));
    }
    let collection = match &what.project {
        Some(project) => in_project(what, project, &reader, job)?,
        None => reader.read(what.corpus(), &|progress| job.watch(progress))?,
    };
    let Some(collection) = collection else { return Ok(None) };
    let mut news = News::of(what.shown.documents(), &collection.documents);
    if let Some(project) = &what.project {
        // A project keeps the text of a report that is gone.
        news.gone = project.lock().missing_sources().map_err(|error| error.fault())?.len();
    }
    let is_same = what.places.is_empty() && what.has_read(&collection);
    let correction = (!is_same).then(|| Correction::of(Arc::new(collection), &what.log, &reader, Some(&what.shown)));
    let (reports, length) = (what.reports.clone(), what.log.next_number());
    Ok(Some(Again { opened: what.opened, correction, length, news, reader, reports }))
}

impl LookAgain {
    /// Whether the same was read before.
    fn has_read(&self, now: &Collection) -> bool {
        let before = self.read.as_deref().unwrap_or(self.shown.collection());
        before.documents == now.documents && before.problems == now.problems
    }

    /// What is there now; where a folder is gone, what was read from it stays.
    fn corpus(&self) -> Corpus {
        let (there, gone): (Vec<PathBuf>, Vec<PathBuf>) =
            self.reports.paths().iter().cloned().partition(|path| path.exists());
        if gone.is_empty() {
            return self.reports.corpus();
        }
        let mut corpus = if there.is_empty() { Corpus::default() } else { self.reports.at(there).corpus() };
        let of_gone = |document: &&Document| {
            let file = document.table.as_ref().or(document.path.as_ref());
            file.is_some_and(|file| gone.iter().any(|folder| file.starts_with(folder)))
        };
        corpus.documents.extend(self.shown.documents().iter().filter(of_gone).cloned());
        corpus
    }
}

/// Takes the reports into the project, and gives all that is in it.
fn in_project(
    what: &LookAgain,
    project: &OpenProject,
    reader: &Reader,
    job: &Job,
) -> Result<Option<Collection>, Fault> {
    let there: Vec<PathBuf> = what.reports.paths().iter().filter(|path| path.exists()).cloned().collect();
    let corpus = if there.is_empty() { Corpus::default() } else { what.reports.at(there.clone()).corpus() };
    let mut project = project.lock();
    let told = |error: ProjectError| error.fault_of_writing();
    if project.read_only().is_none() {
        project.remember_inputs(&there).map_err(told)?;
        project.keep_place_files(reader.files()).map_err(told)?;
        project.add(&corpus).map_err(told)?;
    }
    let collection = collect(&mut project, reader, &|progress| job.watch(progress)).map_err(told)?;
    let gone = project.missing_sources().map_err(told)?;
    Ok(collection.map(|mut collection| {
        collection.problems.extend(corpus.problems);
        collection.problems.extend(gone);
        collection
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_are_told_by_name_and_text() {
        let report = |id: &str, text: &str| Document::new(id, text);
        let before = [report("a", "A"), report("b", "B"), report("c", "C")];
        let now = [report("b", "B"), report("c", "changed"), report("d", "A")];
        assert_eq!(News::of(&before, &now), News { new: 1, changed: 1, gone: 1 });
        assert_eq!(News::of(&before, &before), News::default());
    }
}
