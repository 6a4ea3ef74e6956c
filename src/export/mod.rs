//! What was found, as files for other programs.

mod acled;
mod acled_csv;
pub mod annotation;
mod csv;
pub mod event;
mod file_name;
mod geojson;
mod geoparquet;
mod kml;
#[cfg(feature = "render")]
pub mod map;
pub(crate) mod qgis_style;
pub mod tray;
pub(crate) mod wkb;

pub use annotation::AnnotationRecord;
pub use event::EventRecord;

use crate::collection::Collection;
use crate::day::Day;
use crate::edtf::{DateSet, Precision};
use crate::gazetteer::{Gazetteer, PlaceId, PlaceKind};
use crate::problem::Problem;
use crate::reason::{DocumentIndex, Reason};
use crate::wording::reasons::{Audience, message_words, problem_words, reason_words};
use crate::wording::{Language, Texts};
use rayon::prelude::*;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};
use std::sync::LazyLock;

/// Version of the shapes written; raised when a field changes its meaning or goes.
pub const SCHEMA: u32 = 1;

/// The forms that `dateline extract` writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// One JSON object an event, a line each.
    #[default]
    JsonLines,
    /// One row an event.
    Csv,
    /// One row an event, in ACLED's columns.
    AcledCsv,
    /// A feature collection of points.
    GeoJson,
    /// Placemarks with their time spans, for Google Earth and its like.
    Kml,
    /// A table of columns with points, for data programs.
    GeoParquet,
    /// A project: a database with a layer of points. Written by [`crate::project`], to a file only.
    GeoPackage,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 7] =
        [Self::JsonLines, Self::Csv, Self::AcledCsv, Self::GeoJson, Self::Kml, Self::GeoParquet, Self::GeoPackage];

    /// The name on the command line: `acled-csv`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::JsonLines => "jsonl",
            Self::Csv => "csv",
            Self::AcledCsv => "acled-csv",
            Self::GeoJson => "geojson",
            Self::Kml => "kml",
            Self::GeoParquet => "geoparquet",
            Self::GeoPackage => "gpkg",
        }
    }

    /// The format of that name, as the command line spells it.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// Writes one JSON object a document, a line each.
///
/// # Errors
/// What the writer says.
pub fn write_annotations(collection: &Collection, gazetteer: &Gazetteer, mut out: impl Write) -> io::Result<()> {
    let annotations = collection.annotations.iter().map(AsRef::as_ref);
    let annotated: Vec<_> = collection.documents.iter().zip(annotations).collect();
    let line = |&(document, annotation): &(_, _)| Some(AnnotationRecord::new(document, annotation, gazetteer));
    write_lines(&annotated, line, &mut out)
}

/// Writes the events that have a place and a day: those that are on the map.
///
/// # Errors
/// What the writer says.
pub fn write_events(collection: &Collection, gazetteer: &Gazetteer, format: Format, out: impl Write) -> io::Result<()> {
    let record = |event| EventRecord::new(event, collection, gazetteer);
    let events = collection.events.iter().filter_map(record);
    match format {
        Format::JsonLines => write_lines(&collection.events, record, out),
        Format::Csv => csv::write(events, out),
        Format::AcledCsv => acled_csv::write(events, gazetteer, out),
        Format::GeoJson => geojson::write(events, out),
        Format::Kml => kml::write(events, out),
        Format::GeoParquet => geoparquet::write(events, out),
        Format::GeoPackage => Err(io::Error::new(io::ErrorKind::Unsupported, "a GeoPackage is written to a file")),
    }
}

/// Writes what is not on the map, and why: one JSON object a line.
///
/// # Errors
/// What the writer says.
pub fn write_trays(collection: &Collection, gazetteer: &Gazetteer, mut out: impl Write) -> io::Result<()> {
    for record in tray::records(collection, gazetteer) {
        serde_json::to_writer(&mut out, &record)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// Items whose lines are made in one go on all cores.
const BATCH: usize = 4096;
/// Items whose lines are made by one core.
const PIECE: usize = 64;
/// Bytes that most lines have.
const LINE: usize = 1536;

/// Writes a line for each item that has a record, in their order.
fn write_lines<'i, I: Sync, R: Serialize>(
    items: &'i [I],
    record: impl Fn(&'i I) -> Option<R> + Sync,
    mut out: impl Write,
) -> io::Result<()> {
    let lines = |items: &'i [I]| -> io::Result<Vec<u8>> {
        let mut lines = Vec::with_capacity(items.len() * LINE);
        for record in items.iter().filter_map(&record) {
            serde_json::to_writer(&mut lines, &record)?;
            lines.push(b'\n');
        }
        Ok(lines)
    };
    for batch in items.chunks(BATCH) {
        let pieces: io::Result<Vec<Vec<u8>>> = batch.par_chunks(PIECE).map(lines).collect();
        for piece in pieces? {
            out.write_all(&piece)?;
        }
    }
    out.flush()
}

/// A place as every output names it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlaceRecord<'a> {
    /// The gazetteer's key.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its kind.
    pub kind: PlaceKind,
    /// ISO 3166-1 alpha-2, or empty.
    pub country: &'a str,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// How exactly an event there is placed; on events only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<&'static str>,
}

impl<'a> PlaceRecord<'a> {
    pub(crate) fn new(id: PlaceId, gazetteer: &'a Gazetteer) -> Self {
        let place = gazetteer.place(id);
        Self {
            id: place.id,
            name: place.name,
            kind: place.kind,
            country: place.country,
            latitude: place.point.latitude,
            longitude: place.point.longitude,
            precision: None,
        }
    }
}

/// The first day that `when` may have been, and the last, inclusive; `None` where that end is open.
fn ends(when: &DateSet) -> (Option<Day>, Option<Day>) {
    (Some(when.first()).filter(|&day| day > Day::MIN), Some(when.last()).filter(|&day| day < Day::MAX))
}

fn precision_name(precision: Precision) -> &'static str {
    match precision {
        Precision::Day => "day",
        Precision::Week => "week",
        Precision::Month => "month",
        Precision::Season => "season",
        Precision::Year => "year",
        Precision::Open => "open",
    }
}

/// Files and standard error are in English.
static TEXTS: LazyLock<Texts> = LazyLock::new(|| Texts::new(Language::English));

/// The words of a reason.
pub(crate) fn english(reason: &Reason) -> String {
    reason_words(reason, &TEXTS, Audience::File)
}

/// The words of what is wrong with an input.
fn english_message(problem: &Problem) -> Cow<'_, str> {
    message_words(problem, &TEXTS, Audience::File)
}

/// The line that tells a problem on standard error, in English.
#[must_use]
pub fn problem_line(problem: &Problem) -> String {
    problem_words(problem, &TEXTS, Audience::File)
}

/// The words of a reason, with the reports named where it rests on others: `… (002.txt, 004.txt)`.
fn english_with_reports(reason: &Reason, collection: &Collection) -> String {
    let words = english(reason);
    let mut names: Vec<&str> = reason
        .evidence
        .iter()
        .filter_map(|evidence| evidence.document)
        .filter_map(|index| document_id(index, collection))
        .collect();
    names.dedup();
    names.retain(|name| !words.contains(name));
    if names.is_empty() { words } else { format!("{words} ({})", names.join(", ")) }
}

fn document_id(index: DocumentIndex, collection: &Collection) -> Option<&str> {
    collection.documents.get(index.0 as usize).map(|document| document.id.as_str())
}
