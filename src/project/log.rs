//! The log of corrections in the file: an entry is in it before it is reported done.

use super::Project;
use super::error::ProjectError;
use crate::correction::{Act, Change, Entry, Log, Moment};
use rusqlite::{Connection, OptionalExtension, Row};

impl Project {
    /// Adds an entry to the log, and gives its number. When this returns, it is on the disk.
    ///
    /// # Errors
    /// Why it was not saved; the log is then as it was.
    pub fn record(&mut self, entry: Entry) -> Result<u32, ProjectError> {
        self.check_writable()?;
        let number = self.log.next_number();
        insert(&self.connection, number, &entry, self.log.change_of(&entry))?;
        Ok(self.log.push(entry))
    }
}

fn insert(connection: &Connection, number: u32, entry: &Entry, change: Option<&Change>) -> Result<(), ProjectError> {
    let act = serde_json::to_string(&entry.act).map_err(|error| ProjectError::Store(error.to_string()))?;
    let what = match &entry.act {
        Act::Correct(change) => change.what().to_owned(),
        Act::Undo { entry } => format!("undo {entry}"),
        Act::Redo { entry } => format!("redo {entry}"),
        Act::Lost => "lost".to_owned(),
    };
    let (before, after) = match (&entry.act, change) {
        (Act::Undo { .. }, change) => (change.map(Change::after).unwrap_or_default(), entry.before.clone()),
        (_, change) => (entry.before.clone(), change.map(Change::after).unwrap_or_default()),
    };
    connection.execute(
        "INSERT INTO corrections (fid, made_at, who, what, value_before, value_after, note, act) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        (number, stamp(entry.when), &entry.who, what, before, after, &entry.note, act),
    )?;
    Ok(())
}

/// Writes the whole log anew into a copy: what could not be read of the original keeps its number there, and is no damage any more.
pub(super) fn rewrite(copy: &Connection, log: &Log) -> Result<(), ProjectError> {
    let transaction = copy.unchecked_transaction()?;
    transaction.execute("DELETE FROM corrections", [])?;
    for (number, entry) in log.entries() {
        insert(&transaction, number, entry, log.change_of(entry))?;
    }
    Ok(transaction.commit()?)
}

/// As `GeoPackage` writes a moment: with thousandths.
fn stamp(when: Moment) -> String {
    when.to_string().replace('Z', ".000Z")
}

const SELECT: &str =
    "SELECT act, CAST(strftime('%s', made_at) AS INTEGER), who, value_before, value_after, note FROM corrections";

/// The whole log.
pub(super) fn read(connection: &Connection) -> Result<Log, ProjectError> {
    let mut query = connection.prepare(&format!("{SELECT} ORDER BY fid"))?;
    let mut rows = query.query([])?;
    let mut log = Log::default();
    while let Some(row) = rows.next()? {
        log.push(entry_of(row)?);
    }
    Ok(log)
}

/// The log where damage keeps [`read`] from reading on: the entries that can be read, each with its own number.
pub(super) fn read_sound(connection: &Connection) -> Result<Log, ProjectError> {
    let last = "SELECT seq FROM sqlite_sequence WHERE name = 'corrections'";
    let last: i64 = connection.query_row(last, [], |row| row.get(0)).optional()?.unwrap_or_default();
    let mut query = connection.prepare(&format!("{SELECT} WHERE fid = ?1"))?;
    let mut entry = |fid: i64| -> Result<Entry, ProjectError> {
        let mut rows = query.query([fid])?;
        rows.next()?.map_or_else(|| Ok(Entry::lost()), entry_of)
    };
    Ok(Log::of((1..=last).map(|fid| entry(fid).unwrap_or_else(|_| Entry::lost()))))
}

fn entry_of(row: &Row<'_>) -> Result<Entry, ProjectError> {
    let text: String = row.get(0)?;
    let act: Act = serde_json::from_str(&text).map_err(|error| ProjectError::Damaged(error.to_string()))?;
    let seconds: Option<i64> = row.get(1)?;
    let before = if matches!(act, Act::Undo { .. }) { row.get(4)? } else { row.get(3)? };
    let when = Moment::from_unix_seconds(seconds.unwrap_or_default());
    Ok(Entry { when, who: row.get(2)?, act, before, note: row.get(5)? })
}
