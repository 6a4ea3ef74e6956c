//! The layers for other programs: events as points with their days, who tells them, and the figures told.

use super::Project;
use super::error::ProjectError;
use super::geometry;
use crate::collection::{Aspect, Collection};
use crate::event::MentionIndex;
use crate::export::EventRecord;
use crate::export::english;
use crate::export::event::killed;
use crate::gazetteer::{Gazetteer, Point};
use rusqlite::{Connection, Statement};
use std::collections::BTreeMap;

/// Parts of a cell that holds several.
const BETWEEN: &str = " | ";

impl Project {
    /// Writes the layers anew: one row an event on the map, in the order of `dateline extract`, one a telling, one a figure.
    ///
    /// # Errors
    /// What the file says; the layers are then as they were.
    pub fn write_layers(&mut self, collection: &Collection, gazetteer: &Gazetteer) -> Result<(), ProjectError> {
        self.check_writable()?;
        let transaction = self.connection.transaction()?;
        transaction.execute_batch(
            "DELETE FROM events; DELETE FROM mentions; DELETE FROM claims; \
             DELETE FROM sqlite_sequence WHERE name IN ('events', 'mentions', 'claims');",
        )?;
        let records = || collection.events.iter().filter_map(|event| EventRecord::new(event, collection, gazetteer));
        write_events(&transaction, records())?;
        write_claims(&transaction, records(), collection)?;
        write_mentions(&transaction, collection, gazetteer)?;
        state_extent(&transaction, records())?;
        Ok(transaction.commit()?)
    }
}

fn write_events<'a>(to: &Connection, events: impl Iterator<Item = EventRecord<'a>>) -> Result<(), ProjectError> {
    let mut insert = insert(
        to,
        "events",
        "geom, id, kind, acled_event_type, acled_sub_event_type, plover, place_id, place, place_kind, country, \
         place_precision, edtf, start_time, end_time, start_day, end_day, day_precision, day_reason, actors, killed_lowest, killed_highest, \
         documents, quotes, reason, corrected",
    )?;
    for event in events {
        let place = &event.place;
        let (lowest, highest) = killed(&event.claims);
        let [start, end] = [&event.when.start, &event.when.end].map(|day| day.as_deref().filter(|day| is_date(day)));
        let point = Point { latitude: place.latitude, longitude: place.longitude };
        insert.execute(rusqlite::params![
            geometry::point(point),
            event.id,
            event.kind.name(),
            event.acled.event_type,
            event.acled.sub_event_type,
            event.plover,
            place.id,
            place.name,
            place.kind.name(),
            place.country,
            place.precision.unwrap_or_default(),
            event.when.edtf,
            start.map(|day| format!("{day}T00:00:00.000Z")),
            end.map(|day| format!("{day}T23:59:59.000Z")),
            start,
            end,
            event.when.precision,
            event.when.reason,
            event.actors.join(BETWEEN),
            lowest,
            highest,
            once_each(event.mentions.iter().map(|mention| mention.document)),
            once_each(event.mentions.iter().map(|mention| mention.quote.text)),
            event.reason,
            event.corrected(BETWEEN),
        ])?;
    }
    Ok(())
}

fn write_claims<'a>(
    to: &Connection,
    events: impl Iterator<Item = EventRecord<'a>>,
    collection: &Collection,
) -> Result<(), ProjectError> {
    let texts: BTreeMap<&str, &str> =
        collection.documents.iter().map(|document| (document.id.as_str(), document.text.as_str())).collect();
    let columns = "event_id, document, what, low, high, whom, claimant, words, words_start, words_end";
    let mut insert = insert(to, "claims", columns)?;
    for event in events {
        for claim in &event.claims {
            let words = texts.get(claim.document).and_then(|text| text.get(claim.start..claim.end));
            insert.execute(rusqlite::params![
                event.id,
                claim.document,
                claim.what.name(),
                claim.low,
                claim.high,
                claim.whom,
                claim.by,
                words.unwrap_or_default(),
                number(claim.start),
                number(claim.end),
            ])?;
        }
    }
    Ok(())
}

fn write_mentions(to: &Connection, collection: &Collection, gazetteer: &Gazetteer) -> Result<(), ProjectError> {
    let mut events: BTreeMap<MentionIndex, &str> = BTreeMap::new();
    for event in collection.events.iter().filter(|event| event.place.is_some() && event.when.is_some()) {
        events.extend(event.mentions.iter().map(|&index| (index, event.id.as_str())));
    }
    let mut insert = insert(
        to,
        "mentions",
        "event_id, document, kind, certainty, place_id, place, edtf, quote, quote_start, quote_end, trigger_start, \
         trigger_end, speaker, reason, corrected",
    )?;
    for (index, mention) in (0..).map(MentionIndex).zip(&collection.mentions) {
        let Some(document) = collection.documents.get(mention.document.0 as usize) else { continue };
        let place = mention.place.as_ref().map(|place| gazetteer.place(place.place));
        let marks: Vec<Aspect> = collection.marks.of_mention(index).iter().map(|mark| mark.aspect).collect();
        insert.execute(rusqlite::params![
            events.get(&index),
            document.id,
            mention.kind.name(),
            mention.certainty.name(),
            place.as_ref().map(|place| place.id),
            place.as_ref().map(|place| place.name),
            mention.when.as_ref().map(ToString::to_string),
            mention.quote.of(&document.text),
            number(mention.quote.start()),
            number(mention.quote.end()),
            number(mention.trigger.start()),
            number(mention.trigger.end()),
            mention.speaker.as_ref().map(|speaker| &speaker.name),
            english(&mention.reason),
            once_each(marks.iter().map(|aspect| aspect.name())),
        ])?;
    }
    Ok(())
}

/// Where the events lie: map programs zoom to it.
fn state_extent<'a>(to: &Connection, events: impl Iterator<Item = EventRecord<'a>>) -> Result<(), ProjectError> {
    let mut extent: Option<[f64; 4]> = None;
    for event in events {
        let (x, y) = (event.place.longitude, event.place.latitude);
        let [left, low, right, high] = extent.unwrap_or([x, y, x, y]);
        extent = Some([left.min(x), low.min(y), right.max(x), high.max(y)]);
    }
    let [left, low, right, high] = extent.map_or([None; 4], |extent| extent.map(Some));
    to.execute(
        "UPDATE gpkg_contents SET min_x = ?1, min_y = ?2, max_x = ?3, max_y = ?4, \
         last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = 'events'",
        (left, low, right, high),
    )?;
    Ok(())
}

fn insert<'c>(to: &'c Connection, table: &str, columns: &str) -> Result<Statement<'c>, ProjectError> {
    let marks = vec!["?"; columns.split(',').count()].join(", ");
    Ok(to.prepare(&format!("INSERT INTO {table} ({columns}) VALUES ({marks})"))?)
}

/// Whether a `GeoPackage` can hold the day: its years have four digits.
fn is_date(day: &str) -> bool {
    day.len() == 10 && day.starts_with(|sign: char| sign.is_ascii_digit())
}

fn number(offset: usize) -> i64 {
    i64::try_from(offset).unwrap_or(i64::MAX)
}

fn once_each<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut list: Vec<&str> = Vec::new();
    for word in words {
        if !list.contains(&word) {
            list.push(word);
        }
    }
    list.join(BETWEEN)
}
