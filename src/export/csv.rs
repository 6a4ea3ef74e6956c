//! Events as CSV: one row an event, for a spreadsheet.

use super::event::{ClaimRecord, EventRecord, MentionRecord};
use std::io::{self, Write};

/// The columns, in order. New ones go to the end.
const COLUMNS: [&str; 25] = [
    "id",
    "kind",
    "acled_event_type",
    "acled_sub_event_type",
    "plover",
    "place_id",
    "place",
    "place_kind",
    "country",
    "latitude",
    "longitude",
    "place_precision",
    "date",
    "date_start",
    "date_end",
    "date_precision",
    "date_reason",
    "actors",
    "killed_lowest",
    "killed_highest",
    "claims",
    "documents",
    "quotes",
    "reason",
    "corrected",
];

/// Parts of a cell that holds several: never a comma, which names and quotes hold themselves.
const BETWEEN: &str = " | ";

pub(super) fn write<'a>(events: impl Iterator<Item = EventRecord<'a>>, out: impl Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(COLUMNS)?;
    for event in events {
        writer.write_record(row(&event))?;
    }
    writer.flush()
}

fn row(event: &EventRecord) -> [String; COLUMNS.len()] {
    let (lowest, highest) = killed(&event.claims);
    let place = &event.place;
    [
        event.id.to_owned(),
        event.kind.name().to_owned(),
        event.acled.event_type.to_owned(),
        event.acled.sub_event_type.to_owned(),
        event.plover.to_owned(),
        place.id.to_owned(),
        place.name.to_owned(),
        place.kind.name().to_owned(),
        place.country.to_owned(),
        place.latitude.to_string(),
        place.longitude.to_string(),
        place.precision.unwrap_or_default().to_owned(),
        event.when.edtf.clone(),
        event.when.start.clone().unwrap_or_default(),
        event.when.end.clone().unwrap_or_default(),
        event.when.precision.to_owned(),
        event.when.reason.clone(),
        event.actors.join(BETWEEN),
        lowest,
        highest,
        event.claims.iter().map(claim_words).collect::<Vec<_>>().join(BETWEEN),
        documents(&event.mentions).join(BETWEEN),
        quotes(&event.mentions).join(BETWEEN),
        event.reason.clone(),
        event.corrected(BETWEEN),
    ]
}

/// Lowest and highest figure of killed that anybody gives; empty where nobody does.
fn killed(claims: &[ClaimRecord]) -> (String, String) {
    let words = |figure: Option<u32>| figure.map(|figure| figure.to_string()).unwrap_or_default();
    let (lowest, highest) = super::event::killed(claims);
    (words(lowest), words(highest))
}

/// `killed 15-20 security forces (a security source)`
fn claim_words(claim: &ClaimRecord) -> String {
    let figure = match claim.high {
        Some(high) if high == claim.low => high.to_string(),
        Some(high) => format!("{}-{high}", claim.low),
        None => format!("{}+", claim.low),
    };
    let what = serde_json::to_value(claim.what)
        .ok()
        .and_then(|name| name.as_str().map(|name| name.replace('_', " ")))
        .unwrap_or_default();
    let whom = claim.whom.map(|whom| format!(" {whom}")).unwrap_or_default();
    let by = claim.by.map(|by| format!(" ({by})")).unwrap_or_default();
    let part = match (claim.part, claim.former) {
        (true, _) => "of these ",
        (_, true) => "at first ",
        _ => "",
    };
    format!("{part}{what} {figure}{whom}{by}")
}

fn documents<'a>(mentions: &[MentionRecord<'a>]) -> Vec<&'a str> {
    let mut names: Vec<&str> = mentions.iter().map(|mention| mention.document).collect();
    names.dedup();
    names
}

fn quotes<'a>(mentions: &[MentionRecord<'a>]) -> Vec<&'a str> {
    let mut quotes: Vec<&str> = mentions.iter().map(|mention| mention.quote.text).collect();
    quotes.dedup();
    quotes
}
