//! Events as `GeoJSON` (RFC 7946): a feature collection of points, for any map program.

use super::event::EventRecord;
use geojson::{Feature, FeatureWriter, Geometry, JsonObject, feature::Id};
use std::io::{self, Write};

pub(super) fn write<'a>(events: impl Iterator<Item = EventRecord<'a>>, out: impl Write) -> io::Result<()> {
    let mut writer = FeatureWriter::from_writer(out);
    for event in events {
        writer.write_feature(&feature(&event)?).map_err(io::Error::other)?;
    }
    writer.finish().map_err(io::Error::other)?;
    writer.flush().map_err(io::Error::other)
}

/// A point with the record's fields as properties; `start` and `end` beside them, which map programs can run time on.
fn feature(event: &EventRecord) -> io::Result<Feature> {
    let mut properties: JsonObject = match serde_json::to_value(event)? {
        serde_json::Value::Object(fields) => fields,
        other => std::iter::once(("event".to_owned(), other)).collect(),
    };
    properties.insert("start".to_owned(), event.when.start.clone().into());
    properties.insert("end".to_owned(), event.when.end.clone().into());
    Ok(Feature {
        bbox: None,
        geometry: Some(Geometry::new_point([event.place.longitude, event.place.latitude])),
        id: Some(Id::String(event.id.to_owned())),
        properties: Some(properties),
        foreign_members: None,
    })
}
