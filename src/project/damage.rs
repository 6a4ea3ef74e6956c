//! [`Damage`]: what in the file of a project is not as it was written.

use super::document_rows::{Row, rows};
use super::error::ProjectError;
use super::{Project, ReadOnly, connect};
use rusqlite::Connection;
use std::fmt;
use std::path::Path;

/// What is damaged in a project; there is something of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Damage {
    /// Tables whose pages do not hold together, in the order of the file's schema.
    pub tables: Vec<String>,
    /// Ids of reports whose text is another than the one that was taken in, in reading order.
    pub reports: Vec<String>,
}

impl Damage {
    /// Looks through a whole project, whoever has it open. The time this takes grows with the file: seconds for thousands of reports.
    ///
    /// # Errors
    /// Why it cannot be looked through at all.
    pub fn find(path: &Path) -> Result<Option<Self>, ProjectError> {
        let connection = connect(path, true)?;
        let tables = tables(&connection)?.into_iter().filter(|table| !is_sound(&connection, table)).collect();
        let mut damage = Self { tables, reports: Vec::new() };
        match altered_reports(&connection) {
            Ok(reports) => damage.reports = reports,
            // The texts cannot be read at all: the tables they are in are named.
            Err(ProjectError::Damaged(_)) => damage.add_table("documents"),
            Err(error) => return Err(error),
        }
        Ok((damage != Self::default()).then_some(damage))
    }

    /// Names a table whose rows cannot be read, though its pages may hold together.
    pub(super) fn add_table(&mut self, table: &str) {
        if !self.tables.iter().any(|there| there == table) {
            self.tables.push(table.to_owned());
        }
    }
}

/// `tables events, claims; reports 002.txt`.
impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = |what: &str, names: &[String]| (!names.is_empty()).then(|| format!("{what} {}", names.join(", ")));
        let parts = [named("tables", &self.tables), named("reports", &self.reports)];
        f.write_str(&parts.into_iter().flatten().collect::<Vec<_>>().join("; "))
    }
}

impl Project {
    /// Nothing is written to it from now on.
    pub fn forbid_writing(&mut self, damage: Damage) {
        self.read_only = Some(ReadOnly::Damaged(damage));
    }

    /// The same where the damage has shown itself; what it is is looked for.
    pub(super) fn forbid_writing_in_damage(&mut self) {
        let damage = Damage::find(&self.path).ok().flatten();
        self.forbid_writing(damage.unwrap_or_default());
    }
}

/// The tables of a project that have pages of their own.
fn tables(connection: &Connection) -> Result<Vec<String>, ProjectError> {
    let mut query =
        connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY rowid")?;
    let names = query.query_map([], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// Whether the pages of a table hold together.
fn is_sound(connection: &Connection, table: &str) -> bool {
    let query = "SELECT quick_check FROM pragma_quick_check(?1)";
    connection.query_row(query, [table], |row| row.get::<_, String>(0)).is_ok_and(|said| said == "ok")
}

/// Reports whose text has not the sum that it was taken in with.
fn altered_reports(connection: &Connection) -> Result<Vec<String>, ProjectError> {
    let rows = rows(connection)?;
    Ok(rows.into_iter().filter(Row::is_altered).map(|row| row.document.id).collect())
}
