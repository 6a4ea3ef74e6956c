//! The tables of a project, their version, and how older ones are brought up to date.

use super::copy::{beside, remove};
use super::error::ProjectError;
use crate::export::qgis_style::events_qml;
use rusqlite::{Connection, OptionalExtension};
use std::path::{Path, PathBuf};

/// Version of the tables; raised with a step in [`STEPS`] when they change.
pub(super) const VERSION: u32 = 2;

/// One step a version: the first brings version 1 to 2.
pub(super) const STEPS: &[Step] = &[add_times_and_style];

/// What changes the tables of one version into those of the next.
pub(super) type Step = fn(&Connection) -> rusqlite::Result<()>;

/// `GPKG` in ASCII: the mark of a `GeoPackage`.
const APPLICATION: i64 = 0x4750_4B47;
/// The `GeoPackage` version whose tables these are: 1.3.
const GEOPACKAGE: u32 = 10_300;

pub(super) fn create(path: &Path) -> Result<(), ProjectError> {
    let connection = Connection::open(path)?;
    connection.execute_batch(&format!(
        "PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {GEOPACKAGE}; BEGIN;\n{}\nCOMMIT;",
        include_str!("schema.sql")
    ))?;
    add_style(&connection)?;
    super::set_state(&connection, "schema", &VERSION.to_string())?;
    super::set_state(&connection, "program", env!("CARGO_PKG_VERSION"))?;
    connection.close().map_err(|(_, error)| error.into())
}

/// Version 2: the layer `events` has times beside its days, and a style.
fn add_times_and_style(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(
        "ALTER TABLE events ADD COLUMN start_time DATETIME; ALTER TABLE events ADD COLUMN end_time DATETIME; \
         UPDATE events SET start_time = start_day || 'T00:00:00.000Z', end_time = end_day || 'T23:59:59.000Z';",
    )?;
    add_style(connection)
}

/// The table of styles, with that of the layer `events`.
fn add_style(connection: &Connection) -> rusqlite::Result<()> {
    let style = events_qml().map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    connection.execute_batch(include_str!("layer_styles.sql"))?;
    connection.execute(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, \
         styleSLD, useAsDefault, description, owner) \
         VALUES ('', '', 'events', 'geom', 'dateline', ?1, '', 1, 'Colour and shape by kind, shown by day', '')",
        [style],
    )?;
    Ok(())
}

/// Makes sure that the database is a project.
pub(super) fn check(connection: &Connection) -> Result<(), ProjectError> {
    version(connection).map(|_| ())
}

/// The version of its tables.
pub(super) fn version(connection: &Connection) -> Result<u32, ProjectError> {
    let application: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if application != APPLICATION {
        return Err(ProjectError::NotAProject("it is an SQLite file of another program"));
    }
    let table = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'dateline_state'";
    if connection.query_row(table, [], |_| Ok(())).optional()?.is_none() {
        return Err(ProjectError::NotAProject("it is a GeoPackage of another program"));
    }
    let stated = super::state(connection, "schema")?.and_then(|version| version.parse().ok());
    stated.ok_or(ProjectError::NotAProject("it states no schema"))
}

/// Brings a project up to date in a copy, puts the copy in its place, and keeps the project as it was under the name given back.
pub(super) fn migrate(path: &Path, from: u32, steps: &[Step]) -> Result<PathBuf, ProjectError> {
    let failed = |reason: String| ProjectError::Migration { from, reason };
    let (copy, kept) = (beside(path, "migrating"), beside(path, &format!("schema{from}")));
    remove(&copy);
    let made = super::copy::vacuum_into(path, &copy)
        .and_then(|()| run(&copy, from, steps).map_err(|error| failed(error.to_string())));
    if let Err(error) = made {
        remove(&copy);
        return Err(error);
    }
    std::fs::rename(path, &kept)?;
    std::fs::rename(&copy, path)?;
    Ok(kept)
}

fn run(copy: &Path, from: u32, steps: &[Step]) -> rusqlite::Result<()> {
    let mut connection = Connection::open(copy)?;
    let transaction = connection.transaction()?;
    let first = (from as usize).saturating_sub(1);
    for step in steps.iter().skip(first) {
        step(&transaction)?;
    }
    let version = steps.len() + 1;
    transaction.execute("UPDATE dateline_state SET value = ?1 WHERE name = 'schema'", [version.to_string()])?;
    transaction.commit()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;

    fn schema_of(path: &Path) -> u32 {
        version(&Connection::open(path).unwrap()).unwrap()
    }

    #[test]
    fn an_older_project_is_brought_up_to_date_in_a_copy_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.dateline");
        Project::create(&path).unwrap().close().unwrap();
        let step: Step = |connection| connection.execute_batch("ALTER TABLE documents ADD COLUMN rating TEXT");
        let (next, steps) = (VERSION + 1, [STEPS, &[step]].concat());
        let kept = migrate(&path, VERSION, &steps).unwrap();
        assert_eq!((schema_of(&path), schema_of(&kept)), (next, VERSION));
        assert_eq!(Project::open(&path).unwrap().read_only(), Some(&crate::project::ReadOnly::Newer(next)));
    }

    #[test]
    fn a_step_that_fails_leaves_the_project_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.dateline");
        Project::create(&path).unwrap().close().unwrap();
        let before = std::fs::read(&path).unwrap();
        let step: Step = |connection| connection.execute_batch("ALTER TABLE nothing ADD COLUMN rating TEXT");
        assert!(matches!(migrate(&path, 1, &[step]), Err(ProjectError::Migration { from: 1, .. })));
        assert_eq!(std::fs::read(&path).unwrap(), before);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
