//! Events as `GeoParquet` 1.1: a row an event, days as dates, the point in WKB, for `DuckDB`, pandas, QGIS and their like.

use super::event::{EventRecord, killed};
use super::wkb;
use crate::day::Day;
use crate::gazetteer::Point;
use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, Int32Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;
use serde_json::json;
use std::io::{self, Write};
use std::sync::Arc;

/// The cells of a column, from the first event to the last.
enum Cells {
    Words(Vec<String>),
    Days(Vec<Option<Day>>),
    Counts(Vec<Option<u32>>),
    Points(Vec<Point>),
}

type Column = (&'static str, Cells);

pub(super) fn write<'a>(events: impl Iterator<Item = EventRecord<'a>>, mut out: impl Write) -> io::Result<()> {
    let columns = columns(&events.collect::<Vec<_>>());
    let bytes = file(&columns).map_err(io::Error::other)?;
    out.write_all(&bytes)?;
    out.flush()
}

fn file(columns: &[Column]) -> Result<Vec<u8>, ParquetError> {
    let fields: Result<Vec<_>, ParquetError> =
        columns.iter().map(|(name, cells)| cells.field(name).map(Arc::new)).collect();
    let schema = Type::group_type_builder("events").with_fields(fields?).build()?;
    let geo = KeyValue::new("geo".to_owned(), geo(columns));
    let properties = WriterProperties::builder().set_key_value_metadata(Some(vec![geo])).build();
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, Arc::new(schema), Arc::new(properties))?;
    let mut group = writer.next_row_group()?;
    for (_, cells) in columns {
        cells.write(&mut group)?;
    }
    group.close()?;
    writer.close()?;
    Ok(bytes)
}

/// The metadata that makes it `GeoParquet`: geoparquet.org, specification 1.1.0. Without a `crs`, degrees are meant (OGC:CRS84).
fn geo(columns: &[Column]) -> String {
    let mut column = json!({"encoding": "WKB", "geometry_types": ["Point"]});
    let points = columns.iter().find_map(|(_, cells)| match cells {
        Cells::Points(points) if !points.is_empty() => Some(points),
        _ => None,
    });
    if let Some(points) = points {
        let all = |end: fn(f64, f64) -> f64, part: fn(&Point) -> f64| points.iter().map(part).reduce(end);
        let bounds = [
            all(f64::min, |point| point.longitude),
            all(f64::min, |point| point.latitude),
            all(f64::max, |point| point.longitude),
            all(f64::max, |point| point.latitude),
        ];
        if let Some(fields) = column.as_object_mut() {
            fields.insert("bbox".to_owned(), json!(bounds));
        }
    }
    json!({"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}).to_string()
}

fn columns(events: &[EventRecord]) -> Vec<Column> {
    let words = |of: &dyn Fn(&EventRecord) -> String| Cells::Words(events.iter().map(of).collect());
    let (lowest, highest) = events.iter().map(|event| killed(&event.claims)).unzip();
    let point = |event: &EventRecord| Point { latitude: event.place.latitude, longitude: event.place.longitude };
    vec![
        ("id", words(&|event| event.id.to_owned())),
        ("kind", words(&|event| event.kind.name().to_owned())),
        ("acled_event_type", words(&|event| event.acled.event_type.to_owned())),
        ("acled_sub_event_type", words(&|event| event.acled.sub_event_type.to_owned())),
        ("plover", words(&|event| event.plover.to_owned())),
        ("place_id", words(&|event| event.place.id.to_owned())),
        ("place", words(&|event| event.place.name.to_owned())),
        ("place_kind", words(&|event| event.place.kind.name().to_owned())),
        ("country", words(&|event| event.place.country.to_owned())),
        ("place_precision", words(&|event| event.place.precision.unwrap_or_default().to_owned())),
        ("edtf", words(&|event| event.when.edtf.clone())),
        ("start_day", Cells::Days(events.iter().map(|event| event.when.days.0).collect())),
        ("end_day", Cells::Days(events.iter().map(|event| event.when.days.1).collect())),
        ("day_precision", words(&|event| event.when.precision.to_owned())),
        ("day_reason", words(&|event| event.when.reason.clone())),
        ("actors", words(&|event| event.actors.join(" | "))),
        ("killed_lowest", Cells::Counts(lowest)),
        ("killed_highest", Cells::Counts(highest)),
        ("documents", words(&|event| once_each(event.mentions.iter().map(|mention| mention.document)))),
        ("quotes", words(&|event| once_each(event.mentions.iter().map(|mention| mention.quote.text)))),
        ("reason", words(&|event| event.reason.clone())),
        ("corrected", words(&|event| event.corrected(" | "))),
        ("geometry", Cells::Points(events.iter().map(point).collect())),
    ]
}

fn once_each<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut list: Vec<&str> = words.collect();
    list.dedup();
    list.join(" | ")
}

impl Cells {
    fn field(&self, name: &str) -> Result<Type, ParquetError> {
        let (physical, logical, repetition) = match self {
            Self::Words(_) => (Physical::BYTE_ARRAY, Some(LogicalType::String), Repetition::REQUIRED),
            Self::Days(_) => (Physical::INT32, Some(LogicalType::Date), Repetition::OPTIONAL),
            Self::Counts(_) => (Physical::INT32, None, Repetition::OPTIONAL),
            Self::Points(_) => (Physical::BYTE_ARRAY, None, Repetition::REQUIRED),
        };
        Type::primitive_type_builder(name, physical).with_logical_type(logical).with_repetition(repetition).build()
    }

    fn write<W: Write + Send>(&self, group: &mut SerializedRowGroupWriter<'_, W>) -> Result<(), ParquetError> {
        match self {
            Self::Words(words) => write_bytes(group, words.iter().map(|words| words.clone().into_bytes())),
            Self::Points(points) => write_bytes(group, points.iter().map(|&point| wkb::point(point))),
            Self::Days(days) => write_numbers(group, days.iter().map(|day| day.map(Day::number))),
            Self::Counts(counts) => {
                let number = |count: u32| i32::try_from(count).unwrap_or(i32::MAX);
                write_numbers(group, counts.iter().map(|count| count.map(number)))
            }
        }
    }
}

fn write_bytes<W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    cells: impl Iterator<Item = Vec<u8>>,
) -> Result<(), ParquetError> {
    let cells: Vec<ByteArray> = cells.map(ByteArray::from).collect();
    if let Some(mut column) = group.next_column()? {
        column.typed::<ByteArrayType>().write_batch(&cells, None, None)?;
        column.close()?;
    }
    Ok(())
}

/// Cells that are empty are told by their level alone.
fn write_numbers<W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    cells: impl Iterator<Item = Option<i32>>,
) -> Result<(), ParquetError> {
    let cells: Vec<Option<i32>> = cells.collect();
    let levels: Vec<i16> = cells.iter().map(|cell| i16::from(cell.is_some())).collect();
    let there: Vec<i32> = cells.into_iter().flatten().collect();
    if let Some(mut column) = group.next_column()? {
        column.typed::<Int32Type>().write_batch(&there, Some(&levels), None)?;
        column.close()?;
    }
    Ok(())
}
