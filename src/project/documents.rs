//! Reports in the file: each text once, with every place it was read from.

use super::document_rows::{Kept, NewReport, add_source, canonical, find, forget_reading, insert, rows};
use super::error::ProjectError;
use super::{Project, set_state};
use crate::corpus::Corpus;
use crate::problem::{Fault, Problem};
use rusqlite::Transaction;
use std::path::{Path, PathBuf};

/// What became of the reports that were read in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Reports that were not there.
    pub new: usize,
    /// Reports whose text or stated day is another now.
    pub changed: usize,
    /// Further sources of texts that were there.
    pub copies: usize,
    /// Reports that are as they were.
    pub same: usize,
}

impl Project {
    /// Takes reports in. The same text again is a further source of the same report; a source whose text is another now is that
    /// report, changed. What was read from the others stays.
    ///
    /// # Errors
    /// Why nothing was taken in.
    pub fn add(&mut self, corpus: &Corpus) -> Result<Added, ProjectError> {
        self.check_writable()?;
        let transaction = self.connection.transaction()?;
        let mut added = Added::default();
        for document in &corpus.documents {
            take_in(&transaction, &NewReport::of(document), &mut added)?;
        }
        if added.new + added.changed > 0 {
            set_state(&transaction, "joined", "")?;
        }
        transaction.commit()?;
        Ok(added)
    }

    /// Remembers files and folders, so that they can be looked at again.
    ///
    /// # Errors
    /// What the file says.
    pub fn remember_inputs(&mut self, paths: &[PathBuf]) -> Result<(), ProjectError> {
        self.check_writable()?;
        let transaction = self.connection.transaction()?;
        for path in paths {
            transaction.execute("INSERT OR IGNORE INTO inputs (path) VALUES (?1)", [canonical(path)])?;
        }
        Ok(transaction.commit()?)
    }

    /// The files and folders that were read in, in that order.
    ///
    /// # Errors
    /// What the file says.
    pub fn inputs(&self) -> Result<Vec<PathBuf>, ProjectError> {
        let mut query = self.connection.prepare("SELECT path FROM inputs ORDER BY fid")?;
        let paths = query.query_map([], |row| row.get::<_, String>(0))?;
        Ok(paths.map(|path| path.map(PathBuf::from)).collect::<Result<_, _>>()?)
    }

    /// The reports, in reading order.
    ///
    /// # Errors
    /// What the file says.
    pub fn documents(&self) -> Result<Corpus, ProjectError> {
        let rows = rows(&self.connection)?;
        let documents = rows.into_iter().map(|row| row.document).collect();
        Ok(Corpus { documents, problems: Vec::new() })
    }

    /// Where a report was read from.
    ///
    /// # Errors
    /// What the file says.
    pub fn sources(&self, document: &str) -> Result<Vec<String>, ProjectError> {
        let mut query = self.connection.prepare(
            "SELECT source FROM sources JOIN documents ON documents.fid = sources.document WHERE documents.id = ?1 ORDER BY sources.fid",
        )?;
        let sources = query.query_map([document], |row| row.get(0))?;
        Ok(sources.collect::<Result<_, _>>()?)
    }

    /// A line for each source file that is no longer there: the project keeps its text.
    ///
    /// # Errors
    /// What the file says.
    pub fn missing_sources(&self) -> Result<Vec<Problem>, ProjectError> {
        let mut query = self.connection.prepare("SELECT source FROM sources ORDER BY fid")?;
        let sources: Vec<String> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let gone = sources.into_iter().filter(|source| Path::new(source).is_absolute() && !is_there(source));
        Ok(gone.map(|source| Problem::notice(source, Fault::KeptInProject)).collect())
    }
}

/// Whether a source is still on the disk: a file, or the table that a report is a row of (`/reports/july.csv#12`).
fn is_there(source: &str) -> bool {
    let tables = source.match_indices('#').filter_map(|(at, _)| source.get(..at));
    Path::new(source).exists() || tables.into_iter().any(|table| Path::new(table).is_file())
}

fn take_in(to: &Transaction<'_>, report: &NewReport<'_>, added: &mut Added) -> Result<(), ProjectError> {
    let by_source = find(to, "fid = (SELECT document FROM sources WHERE source = ?1)", &report.source)?;
    let Some(kept) = by_source else {
        if let Some(same) = find(to, "hash = ?1", &report.hash)?.filter(|same| agrees(same, report)) {
            added.copies += 1;
            add_source(to, same.fid, &report.source)?;
            return state_more(to, &same, report, added);
        }
        added.new += 1;
        let fid = insert(to, report)?;
        return add_source(to, fid, &report.source);
    };
    if kept.hash == report.hash {
        return state_more(to, &kept, report, added).map(|()| added.same += 1);
    }
    added.changed += 1;
    let others: i64 = to.query_row("SELECT count(*) FROM sources WHERE document = ?1", [kept.fid], |row| row.get(0))?;
    if others > 1 {
        // Another source still has the old text: this one goes its own way.
        to.execute("DELETE FROM sources WHERE source = ?1", [&report.source])?;
        let fid = insert(to, report)?;
        return add_source(to, fid, &report.source);
    }
    to.execute(
        "UPDATE documents SET title = ?2, language = ?3, stated = ?4, hash = ?5, text = ?6 WHERE fid = ?1",
        (
            kept.fid,
            &report.document.title,
            &report.document.language,
            report.stated(),
            &report.hash,
            &report.document.text,
        ),
    )?;
    forget_reading(to, kept.fid)
}

/// Whether nothing that is stated of two reports of one text tells them apart.
fn agrees(kept: &Kept, report: &NewReport<'_>) -> bool {
    let meets = |one: &Option<String>, other: Option<&str>| match (one.as_deref(), other) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    meets(&kept.stated, report.stated().as_deref()) && meets(&kept.language, report.document.language.as_deref())
}

/// What a report states now and did not before.
fn state_more(
    to: &Transaction<'_>,
    kept: &Kept,
    report: &NewReport<'_>,
    added: &mut Added,
) -> Result<(), ProjectError> {
    let (now, language) = (report.stated(), &report.document.language);
    let differs = |now: &Option<String>, before: &Option<String>| now.is_some() && now != before;
    if differs(&report.document.title, &kept.title) && kept.title.is_none() {
        to.execute("UPDATE documents SET title = ?2 WHERE fid = ?1", (kept.fid, &report.document.title))?;
    }
    if differs(&now, &kept.stated) || differs(language, &kept.language) {
        to.execute(
            "UPDATE documents SET stated = coalesce(?2, stated), language = coalesce(?3, language) WHERE fid = ?1",
            (kept.fid, &now, language),
        )?;
        added.changed += 1;
        forget_reading(to, kept.fid)?;
    }
    Ok(())
}
