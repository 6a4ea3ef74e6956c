//! [`Reader`]: what reads reports for the window: the places that names are resolved to, the engine, and what was read before.

use crate::collection::Collection;
use crate::corpus::Corpus;
use crate::document::Document;
use crate::gazetteer::Gazetteer;
use crate::pipeline::{Engine, Progress, Reading, join};
use crate::problem::{Fault, Problem};
use crate::project::PlaceFile;
use crate::reason::DocumentIndex;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

/// Made as soon as it is asked for, on the thread that asks.
#[derive(Debug, Default)]
pub(in crate::ui) struct Reader {
    own: Vec<PlaceFile>,
    places: OnceLock<Places>,
    engine: OnceLock<Result<Engine, String>>,
    /// What was read from each report, packed, by what it depends on.
    readings: Mutex<BTreeMap<String, Vec<u8>>>,
}

#[derive(Debug)]
struct Places {
    files: Vec<PlaceFile>,
    gazetteer: Gazetteer,
    problems: Vec<Problem>,
}

impl Reader {
    /// With a user's own places over the embedded ones.
    pub(in crate::ui) fn with(own: Vec<PlaceFile>) -> Self {
        Self { own, ..Self::default() }
    }

    /// The user's own places, as they were named.
    pub(in crate::ui) fn own(&self) -> &[PlaceFile] {
        &self.own
    }

    fn places(&self) -> &Places {
        self.places.get_or_init(|| {
            let (mut files, mut unread) = (Vec::new(), Vec::new());
            for file in &self.own {
                match file.clone().read_once() {
                    Ok(file) => files.push(file),
                    Err(problem) => unread.push(problem),
                }
            }
            let (gazetteer, problems) = PlaceFile::all_over(&files, Gazetteer::embedded());
            Places { files, gazetteer, problems: unread.into_iter().chain(problems).collect() }
        })
    }

    /// The user's own places that could be read, with what is in them.
    pub(super) fn files(&self) -> &[PlaceFile] {
        &self.places().files
    }

    pub(in crate::ui) fn gazetteer(&self) -> &Gazetteer {
        &self.places().gazetteer
    }

    /// What is wrong with the user's own places.
    pub(super) fn problems(&self) -> &[Problem] {
        &self.places().problems
    }

    /// How much is wrong with the user's own places.
    pub(in crate::ui) fn own_problems(&self) -> usize {
        self.problems().len()
    }

    pub(super) fn engine(&self) -> Result<&Engine, String> {
        let make = || Engine::bundled(self.gazetteer().clone()).map_err(|error| error.to_string());
        self.engine.get_or_init(make).as_ref().map_err(Clone::clone)
    }

    /// Reads reports on all cores: those that were not read before, or were others then. `watch` hears of each that is read, and
    /// may break off; then there is no collection.
    pub(super) fn read(
        &self,
        corpus: Corpus,
        watch: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
    ) -> Result<Option<Collection>, Fault> {
        let engine = self.engine().map_err(|reason| Fault::NoEngine { reason })?;
        let mut kept = self.readings.lock().unwrap_or_else(PoisonError::into_inner);
        let keys: Vec<String> = corpus.documents.par_iter().map(key).collect();
        let missing = keys.iter().filter(|key| !kept.contains_key(*key)).count();
        let done = AtomicUsize::new(0);
        let readings: Option<Vec<(Reading, Option<Vec<u8>>)>> = corpus
            .documents
            .par_iter()
            .zip(&keys)
            .enumerate()
            .map(|(index, (document, key))| {
                let index = DocumentIndex(u32::try_from(index).unwrap_or(u32::MAX));
                if let Some(reading) = kept.get(key).and_then(|bytes| postcard::from_bytes::<Reading>(bytes).ok()) {
                    return Some((reading.at(index), None));
                }
                let reading = engine.read_report(document, index);
                let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                let packed = postcard::to_stdvec(&reading).ok();
                watch(Progress { done, total: missing }).is_continue().then_some((reading, packed))
            })
            .collect();
        let Some(readings) = readings else { return Ok(None) };
        let mut now = BTreeMap::new();
        let mut read = Vec::with_capacity(readings.len());
        for (key, (reading, packed)) in keys.into_iter().zip(readings) {
            if let Some(packed) = packed.or_else(|| kept.remove(&key)) {
                now.insert(key, packed);
            }
            read.push(reading);
        }
        *kept = now;
        let mut collection = join(corpus, read, self.gazetteer());
        collection.problems.extend(self.problems().iter().cloned());
        Ok(Some(collection))
    }
}

/// What a reading depends on beside the places and the packs.
fn key(document: &Document) -> String {
    let stated = document.stated.as_ref().map(ToString::to_string).unwrap_or_default();
    format!("{} {stated} {}", document.hash(), document.language.as_deref().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(reader: &Reader, corpus: Corpus) -> (Collection, usize) {
        let count = AtomicUsize::new(0);
        let watch = |progress: Progress| {
            count.fetch_max(progress.total, Ordering::Relaxed);
            ControlFlow::Continue(())
        };
        let collection = reader.read(corpus, &watch).unwrap().unwrap();
        (collection, count.into_inner())
    }

    #[test]
    fn only_reports_that_are_others_now_are_read_again_and_nothing_else_comes_of_it() {
        let reader = Reader::default();
        let mut corpus = Corpus::bundled();
        let (_, first) = read(&reader, corpus.clone());
        assert_eq!(first, corpus.documents.len());
        corpus.documents.remove(0);
        corpus.documents[1].text.push_str("\n\nKaboul est tombée le 15 août 2021.\n");
        let (again, second) = read(&reader, corpus.clone());
        assert_eq!(second, 1);
        let anew = Engine::bundled(Gazetteer::embedded().clone()).unwrap().read_all(corpus);
        assert_eq!(again, anew);
    }

    #[test]
    fn a_reading_that_is_broken_off_gives_nothing() {
        let broken = Reader::default().read(Corpus::bundled(), &|_| ControlFlow::Break(()));
        assert!(broken.unwrap().is_none());
    }
}
