//! Events as CSV with ACLED's own column names, for those whose tools read ACLED.
//!
//! Columns, precision codes and disorder types: "Armed Conflict Location & Event Data Project Codebook" (2023). What ACLED codes by hand and the reports
//! do not say (inter codes, source scale) is left empty.

use super::event::{ClaimRecord, EventRecord};
use crate::event::{ClaimKind, EventKind, Family};
use crate::gazetteer::{Gazetteer, PlaceKind};
use std::io::{self, Write};

const COLUMNS: [&str; 21] = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "actor2",
    "civilian_targeting",
    "country",
    "admin1",
    "admin2",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "notes",
    "fatalities",
    "tags",
];

pub(super) fn write<'a>(
    events: impl Iterator<Item = EventRecord<'a>>,
    gazetteer: &Gazetteer,
    out: impl Write,
) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(COLUMNS)?;
    for event in events {
        writer.write_record(row(&event, gazetteer))?;
    }
    writer.flush()
}

fn row(event: &EventRecord, gazetteer: &Gazetteer) -> [String; COLUMNS.len()] {
    let place = &event.place;
    let date = event.when.start.clone().unwrap_or_default();
    let country = gazetteer.country(place.country).map(|id| gazetteer.place(id).name).unwrap_or_default();
    let (admin1, admin2) = divisions(event, gazetteer);
    let mut documents: Vec<&str> = event.mentions.iter().map(|mention| mention.document).collect();
    documents.dedup();
    [
        event.id.to_owned(),
        date.clone(),
        date.get(..4).unwrap_or_default().to_owned(),
        time_precision(event.when.precision).to_owned(),
        disorder_type(event).to_owned(),
        event.acled.event_type.to_owned(),
        event.acled.sub_event_type.to_owned(),
        event.sides.0.to_owned(),
        event.sides.1.to_owned(),
        if event.kind.family() == Family::AgainstCivilians { "Civilian targeting" } else { "" }.to_owned(),
        country.to_owned(),
        admin1,
        admin2,
        place.name.to_owned(),
        place.latitude.to_string(),
        place.longitude.to_string(),
        geo_precision(place.precision).to_owned(),
        documents.join("; "),
        event.mentions.first().map(|mention| mention.quote.text).unwrap_or_default().to_owned(),
        fatalities(&event.claims),
        String::new(),
    ]
}

/// Names of the first- and second-level division, where the place is one or lies in one.
fn divisions(event: &EventRecord, gazetteer: &Gazetteer) -> (String, String) {
    let place = &event.place;
    let admin1 = match place.kind {
        PlaceKind::Province => Some(place.name),
        _ => gazetteer.by_key(place.id).and_then(|id| gazetteer.place(id).admin1).map(|id| gazetteer.place(id).name),
    };
    let admin2 = if place.kind == PlaceKind::District { place.name } else { "" };
    (admin1.unwrap_or_default().to_owned(), admin2.to_owned())
}

/// 1 the day, 2 about the week, 3 the month or wider.
fn time_precision(precision: &str) -> &'static str {
    match precision {
        "day" => "1",
        "week" => "2",
        _ => "3",
    }
}

/// 1 the town, 2 close to it or the district, 3 the province or wider.
fn geo_precision(precision: Option<&str>) -> &'static str {
    match precision {
        Some("exact") => "1",
        Some("near" | "district") => "2",
        _ => "3",
    }
}

fn disorder_type(event: &EventRecord) -> &'static str {
    match event.kind {
        EventKind::Protest => "Demonstrations",
        _ if event.acled.event_type == "Strategic developments" => "Strategic developments",
        _ if event.acled.event_type.is_empty() => "",
        _ => "Political violence",
    }
}

/// ACLED's single figure: the lowest that anybody gives of killed, 0 where nobody gives one.
fn fatalities(claims: &[ClaimRecord]) -> String {
    let killed = claims.iter().filter(|claim| claim.what == ClaimKind::Killed && claim.counts()).map(|claim| claim.low);
    killed.min().unwrap_or(0).to_string()
}
