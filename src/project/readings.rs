//! What was read from the reports of a project: taken from the file where it still holds, worked out where it does not.

use super::document_rows::{Row, rows, sound_rows};
use super::error::ProjectError;
use super::stored_reading::{Joined, pack, reading, unpack};
use super::{Project, set_state, state};
use crate::collection::Collection;
use crate::corpus::Corpus;
use crate::document::Document;
use crate::event::{Constraints, Mention, merge};
use crate::gazetteer::Gazetteer;
use crate::pipeline::{Engine, Progress, Reading, join};
use crate::problem::{Fault, Message, Problem, Severity};
use crate::reason::DocumentIndex;
use crate::span::Span;
use rayon::prelude::*;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::ops::ControlFlow;
use std::sync::Arc;

/// Reports read between two times of storing what was read.
const BATCH: usize = 256;

/// A [`Problem`] as it is stored.
#[derive(Serialize, Deserialize)]
struct StoredProblem {
    source: String,
    line: Option<u64>,
    #[serde(default)]
    at: Option<Span>,
    message: Message,
    is_failure: bool,
}

/// The readings of a project, by row.
type Readings = BTreeMap<i64, Reading>;

impl Project {
    /// Everything read from the reports, before corrections. Only reports that are new or changed, or were read by another
    /// program or with other places, are read; `engine` is asked for then alone. `watch` hears of each and may break off; then
    /// there is no collection, and what was read so far is kept.
    ///
    /// # Errors
    /// What the file says, and why there is no engine.
    pub fn collection<E: Borrow<Engine>, M: Display>(
        &mut self,
        gazetteer: &Gazetteer,
        engine: impl FnOnce() -> Result<E, M>,
        watch: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
    ) -> Result<Option<Collection>, ProjectError> {
        let key = Reading::key(gazetteer);
        let (rows, troubles) = self.readable_rows()?;
        let mut readings = if troubles.is_empty() {
            match self.joined(rows.len(), &key, gazetteer) {
                Ok(Some(readings)) => return self.as_joined(rows, readings, gazetteer).map(Some),
                // What cannot be taken from the file is worked out anew.
                Ok(None) | Err(ProjectError::Damaged(_)) => {}
                Err(error) => return Err(error),
            }
            match self.stored_readings(&key, gazetteer) {
                Err(ProjectError::Damaged(_)) => {
                    self.forbid_writing_in_damage();
                    Readings::new()
                }
                readings => readings?,
            }
        } else {
            self.forbid_writing_in_damage();
            // Of a text that is another now, nothing holds that was read before.
            Readings::new()
        };
        let missing: Vec<&Row> = rows.iter().filter(|row| !readings.contains_key(&row.fid)).collect();
        if !missing.is_empty() {
            let engine = engine().map_err(|error| ProjectError::Engine(error.to_string()))?;
            if !self.read_missing(engine.borrow(), &missing, &key, &mut readings, watch)? {
                return Ok(None);
            }
        }
        let (fids, documents): (Vec<i64>, Vec<Document>) = rows.into_iter().map(|row| (row.fid, row.document)).unzip();
        let in_order =
            fids.iter().zip(0..).filter_map(|(fid, index)| Some(readings.remove(fid)?.at(DocumentIndex(index))));
        let readings: Vec<Reading> = in_order.collect();
        let collection = join(Corpus { documents, problems: troubles }, readings, gazetteer);
        if self.check_writable().is_ok() {
            self.store_joined(&fids, &collection, &key)?;
        }
        Ok(Some(collection))
    }

    /// The reports that can be read, and what is wrong with them and the others.
    fn readable_rows(&self) -> Result<(Vec<Row>, Vec<Problem>), ProjectError> {
        let (rows, lost) = match rows(&self.connection) {
            Err(ProjectError::Damaged(_)) => sound_rows(&self.connection)?,
            rows => (rows?, 0),
        };
        let altered = rows.par_iter().filter(|row| row.is_altered());
        let altered = altered.map(|row| Problem::failure(row.document.id.clone(), Fault::AlteredText));
        let mut troubles: Vec<Problem> = altered.collect();
        if lost > 0 {
            let name = self.path.to_string_lossy();
            troubles.insert(0, Problem::failure(name, Fault::LostReports { count: lost.to_string() }));
        }
        Ok((rows, troubles))
    }

    fn stored_readings(&self, key: &str, gazetteer: &Gazetteer) -> Result<Readings, ProjectError> {
        let mut query = self
            .connection
            .prepare("SELECT document, reading FROM dateline_readings WHERE reading_key = ?1 ORDER BY document")?;
        let packed: Vec<(i64, Vec<u8>)> =
            query.query_map([key], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        let unpacked = packed.into_par_iter().filter_map(|(fid, bytes)| {
            let reading = reading(&bytes).filter(|reading| reading.fits(gazetteer))?;
            Some((fid, reading))
        });
        Ok(unpacked.collect())
    }

    /// Reads what is missing, and stores it batch by batch. `false` where it was broken off.
    fn read_missing(
        &mut self,
        engine: &Engine,
        missing: &[&Row],
        key: &str,
        readings: &mut Readings,
        watch: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
    ) -> Result<bool, ProjectError> {
        let done = std::sync::atomic::AtomicUsize::new(0);
        let total = missing.len();
        for batch in missing.chunks(BATCH) {
            let read: Option<Vec<(i64, Reading)>> = batch
                .par_iter()
                .map(|row| {
                    let reading = engine.read_report(&row.document, DocumentIndex(0));
                    let done = done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
                    watch(Progress { done, total }).is_continue().then_some((row.fid, reading))
                })
                .collect();
            let Some(read) = read else { return Ok(false) };
            if self.check_writable().is_ok() {
                let transaction = self.connection.transaction()?;
                for (fid, reading) in &read {
                    store_reading(&transaction, *fid, key, reading)?;
                }
                transaction.commit()?;
            }
            readings.extend(read);
        }
        Ok(true)
    }

    /// The readings as they were joined last, where nothing has changed since.
    fn joined(&self, count: usize, key: &str, gazetteer: &Gazetteer) -> Result<Option<Vec<Reading>>, ProjectError> {
        if count == 0 || state(&self.connection, "joined")?.as_deref() != Some(key) {
            return Ok(None);
        }
        let mut query = self.connection.prepare(
            "SELECT reading, joined FROM dateline_readings WHERE reading_key = ?1 AND joined IS NOT NULL ORDER BY document",
        )?;
        let packed: Vec<(Vec<u8>, Vec<u8>)> =
            query.query_map([key], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        let unpacked: Option<Vec<Reading>> =
            packed.par_iter().map(|(reading, joined)| together(reading, joined, gazetteer)).collect();
        Ok(unpacked.filter(|readings| readings.len() == count))
    }

    fn as_joined(
        &self,
        rows: Vec<Row>,
        readings: Vec<Reading>,
        gazetteer: &Gazetteer,
    ) -> Result<Collection, ProjectError> {
        let documents = rows.into_iter().map(|row| row.document).collect();
        let mut collection = Collection { documents, problems: self.stored_problems()?, ..Collection::default() };
        for reading in readings {
            collection.annotations.push(Arc::new(reading.annotation));
            collection.mentions.extend(reading.mentions.into_iter().map(Arc::new));
        }
        collection.events =
            merge::merge(&collection.mentions, &collection.documents, gazetteer, &Constraints::default());
        Ok(collection)
    }

    fn stored_problems(&self) -> Result<Vec<Problem>, ProjectError> {
        let text = state(&self.connection, "problems")?.unwrap_or_default();
        let stored: Vec<StoredProblem> = serde_json::from_str(&text).unwrap_or_default();
        Ok(stored.into_iter().map(Problem::from).collect())
    }

    fn store_joined(&mut self, fids: &[i64], collection: &Collection, key: &str) -> Result<(), ProjectError> {
        let mut told: BTreeMap<DocumentIndex, Vec<Mention>> = BTreeMap::new();
        for mention in &collection.mentions {
            told.entry(mention.document).or_default().push(Mention::clone(mention));
        }
        let transaction = self.connection.transaction()?;
        {
            let mut store = transaction.prepare("UPDATE dateline_readings SET joined = ?2 WHERE document = ?1")?;
            let mut publish = transaction.prepare("UPDATE documents SET published = ?2 WHERE fid = ?1")?;
            for ((fid, annotation), index) in fids.iter().zip(&collection.annotations).zip(0..) {
                let mentions = told.remove(&DocumentIndex(index)).unwrap_or_default();
                publish.execute((fid, annotation.publication.inferred.to_string()))?;
                let (publication, timexes) = (annotation.publication.clone(), annotation.timexes.clone());
                store.execute((fid, pack(&Joined { publication, timexes, mentions })?))?;
            }
        }
        let problems: Vec<StoredProblem> = collection.problems.iter().map(StoredProblem::of).collect();
        let problems = serde_json::to_string(&problems).map_err(|error| ProjectError::Store(error.to_string()))?;
        set_state(&transaction, "problems", &problems)?;
        set_state(&transaction, "joined", key)?;
        Ok(transaction.commit()?)
    }
}

/// A reading with what the reports around it changed of it.
fn together(packed: &[u8], joined: &[u8], gazetteer: &Gazetteer) -> Option<Reading> {
    let mut reading = reading(packed)?;
    let joined: Joined = unpack(joined)?;
    reading.annotation.publication = joined.publication;
    reading.annotation.timexes = joined.timexes;
    reading.mentions = joined.mentions;
    reading.fits(gazetteer).then_some(reading)
}

fn store_reading(to: &Connection, fid: i64, key: &str, reading: &Reading) -> Result<(), ProjectError> {
    to.execute(
        "INSERT OR REPLACE INTO dateline_readings (document, reading_key, reading) VALUES (?1, ?2, ?3)",
        (fid, key, pack(reading)?),
    )?;
    Ok(())
}

impl StoredProblem {
    fn of(problem: &Problem) -> Self {
        Self {
            source: problem.source.clone(),
            line: problem.line,
            at: problem.at,
            message: problem.message.clone(),
            is_failure: problem.severity == Severity::Failure,
        }
    }
}

impl From<StoredProblem> for Problem {
    fn from(stored: StoredProblem) -> Self {
        let severity = if stored.is_failure { Severity::Failure } else { Severity::Notice };
        Self { source: stored.source, line: stored.line, at: stored.at, message: stored.message, severity }
    }
}
