//! Rows of the tables `documents` and `sources`.

use super::error::ProjectError;
use crate::document::Document;
use crate::edtf::DateSet;
use rusqlite::{Connection, OptionalExtension, Transaction};
use std::path::{Path, PathBuf};

/// A report as it is to be kept.
#[derive(Debug)]
pub(super) struct NewReport<'a> {
    pub(super) document: &'a Document,
    pub(super) hash: String,
    pub(super) source: String,
}

/// A row of `documents`, less its text.
pub(super) struct Kept {
    pub(super) fid: i64,
    pub(super) hash: String,
    pub(super) title: Option<String>,
    pub(super) language: Option<String>,
    pub(super) stated: Option<String>,
}

impl<'a> NewReport<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let source = match (&document.table, &document.path) {
            (Some(table), _) => format!("{}#{}", canonical(table), document.id),
            (None, Some(path)) => canonical(path),
            (None, None) => document.id.clone(),
        };
        Self { document, hash: document.hash(), source }
    }

    /// The day it states that it came out, as EDTF.
    pub(super) fn stated(&self) -> Option<String> {
        self.document.stated.as_ref().map(ToString::to_string)
    }
}

/// The path from the root, so that a report is the same from wherever it is read.
pub(super) fn canonical(path: &Path) -> String {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf()).to_string_lossy().into_owned()
}

/// The first report of which that holds.
pub(super) fn find(to: &Transaction<'_>, which: &str, value: &str) -> Result<Option<Kept>, ProjectError> {
    let mut query =
        to.prepare(&format!("SELECT fid, hash, title, language, stated FROM documents WHERE {which} ORDER BY fid"))?;
    let row = query.query_row([value], |row| {
        Ok(Kept { fid: row.get(0)?, hash: row.get(1)?, title: row.get(2)?, language: row.get(3)?, stated: row.get(4)? })
    });
    Ok(row.optional()?)
}

/// What was read from the report holds no longer.
pub(super) fn forget_reading(to: &Transaction<'_>, fid: i64) -> Result<(), ProjectError> {
    to.execute("DELETE FROM dateline_readings WHERE document = ?1", [fid])?;
    Ok(())
}

/// Adds a report; gives its row number.
pub(super) fn insert(to: &Transaction<'_>, report: &NewReport<'_>) -> Result<i64, ProjectError> {
    let document = report.document;
    to.execute(
        "INSERT INTO documents (id, title, language, stated, hash, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            free_id(to, &document.id)?,
            &document.title,
            &document.language,
            report.stated(),
            &report.hash,
            &document.text,
        ),
    )?;
    Ok(to.last_insert_rowid())
}

/// The id, or with a number after it where another report has it.
fn free_id(to: &Transaction<'_>, id: &str) -> Result<String, ProjectError> {
    let mut query = to.prepare("SELECT 1 FROM documents WHERE id = ?1")?;
    let mut free = id.to_owned();
    for number in 2_u32.. {
        if !query.exists([&free])? {
            break;
        }
        free = format!("{id}#{number}");
    }
    Ok(free)
}

/// Adds a place that a report was read from.
pub(super) fn add_source(to: &Transaction<'_>, fid: i64, source: &str) -> Result<(), ProjectError> {
    to.execute("INSERT INTO sources (document, source) VALUES (?1, ?2)", (fid, source))?;
    Ok(())
}

/// A report as it lies in the file.
pub(super) struct Row {
    pub(super) fid: i64,
    pub(super) document: Document,
    /// The sum of the text that was taken in.
    hash: String,
}

impl Row {
    /// Whether the text is another than the one that was taken in.
    pub(super) fn is_altered(&self) -> bool {
        self.document.hash() != self.hash
    }

    fn of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        // A text that was damaged may be no Unicode any more: what can be read of it is shown.
        let text = row.get_ref("text")?.as_bytes_or_null()?.unwrap_or_default();
        let mut document = Document::new(row.get::<_, String>("id")?, String::from_utf8_lossy(text));
        document.title = row.get("title")?;
        document.language = row.get("language")?;
        document.stated = row.get::<_, Option<String>>("stated")?.and_then(|text| DateSet::parse(&text).ok());
        let source = row.get::<_, Option<String>>("source")?.map(PathBuf::from);
        // What was read from a table or from standard input has a name only.
        document.path = source.filter(|source| source.is_absolute());
        Ok(Self { fid: row.get("fid")?, document, hash: row.get("hash")? })
    }
}

const SELECT: &str = "SELECT fid, id, title, language, stated, hash, text, \
     (SELECT source FROM sources WHERE document = documents.fid ORDER BY sources.fid LIMIT 1) AS source FROM documents";

/// All reports, in reading order.
pub(super) fn rows(connection: &Connection) -> Result<Vec<Row>, ProjectError> {
    let mut query = connection.prepare(&format!("{SELECT} ORDER BY fid"))?;
    let rows = query.query_map([], Row::of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The reports that can be read, and how many cannot, where damage keeps [`rows`] from reading on.
pub(super) fn sound_rows(connection: &Connection) -> Result<(Vec<Row>, usize), ProjectError> {
    let last: i64 =
        connection.query_row("SELECT seq FROM sqlite_sequence WHERE name = 'documents'", [], |row| row.get(0))?;
    let mut query = connection.prepare(&format!("{SELECT} WHERE fid = ?1"))?;
    let (mut sound, mut unreadable) = (Vec::new(), 0);
    for fid in 1..=last {
        match query.query_row([fid], Row::of).optional() {
            Ok(row) => sound.extend(row),
            Err(_) => unreadable += 1,
        }
    }
    Ok((sound, unreadable))
}
