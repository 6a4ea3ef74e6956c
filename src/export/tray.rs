//! What is not on the map, and why: the trays, one JSON object a line.

use super::event::{QuoteRecord, TriggerRecord};
use super::{SCHEMA, english, english_message};
use crate::collection::Collection;
use crate::event::{Certainty, EventKind, Mention};
use crate::gazetteer::Gazetteer;
use crate::problem::Problem;
use serde::Serialize;
use std::borrow::Cow;

/// Where a thing is that is not on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tray {
    /// An event without a place.
    NotPlaced,
    /// An event without a day.
    NotDated,
    /// A statement that is planned, denied or hypothetical.
    NotEvent,
    /// What a user said is no event.
    Dismissed,
    /// An input that could not be used, or only with a doubt.
    Problem,
}

/// One line: a telling, or a problem.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum TrayRecord<'a> {
    /// A telling of something that is not on the map.
    Telling(Box<Telling<'a>>),
    /// A problem with an input.
    Problem {
        /// Version of the shape.
        schema: u32,
        /// [`Tray::Problem`].
        tray: Tray,
        /// File or document.
        source: &'a str,
        /// Line of the file, from 1.
        line: Option<u64>,
        /// What is wrong, and what was done.
        message: Cow<'a, str>,
    },
}

/// One telling of something that is not on the map.
#[derive(Clone, Debug, Serialize)]
pub struct Telling<'a> {
    schema: u32,
    tray: Tray,
    kind: EventKind,
    certainty: Certainty,
    place: Option<&'a str>,
    when: Option<String>,
    document: &'a str,
    quote: QuoteRecord<'a>,
    trigger: TriggerRecord,
    reason: String,
}

/// Everything that is not on the map: tellings by report and offset, then problems.
pub(super) fn records<'a>(
    collection: &'a Collection,
    gazetteer: &'a Gazetteer,
) -> impl Iterator<Item = TrayRecord<'a>> {
    let unplotted = unplotted(collection);
    let tellings = collection
        .mentions
        .iter()
        .zip(unplotted)
        .filter_map(move |(mention, tray)| telling(mention, tray?, collection, gazetteer));
    let dismissed = collection.dismissed.iter();
    let dismissed = dismissed.filter_map(|mention| telling(mention, Tray::Dismissed, collection, gazetteer));
    tellings.chain(dismissed).chain(collection.problems.iter().map(problem))
}

/// The tray of each mention; `None` for one whose event is on the map.
fn unplotted(collection: &Collection) -> Vec<Option<Tray>> {
    let mut trays = vec![Some(Tray::NotEvent); collection.mentions.len()];
    for event in &collection.events {
        let tray = match (event.place, &event.when) {
            (None, _) => Some(Tray::NotPlaced),
            (_, None) => Some(Tray::NotDated),
            _ => None,
        };
        for index in &event.mentions {
            if let Some(place) = trays.get_mut(index.0 as usize) {
                *place = tray;
            }
        }
    }
    trays
}

fn telling<'a>(
    mention: &'a Mention,
    tray: Tray,
    collection: &'a Collection,
    gazetteer: &'a Gazetteer,
) -> Option<TrayRecord<'a>> {
    let document = collection.documents.get(mention.document.0 as usize)?;
    let quote = mention.quote;
    Some(TrayRecord::Telling(Box::new(Telling {
        schema: SCHEMA,
        tray,
        kind: mention.kind,
        certainty: mention.certainty,
        place: mention.place.as_ref().map(|place| gazetteer.place(place.place).name),
        when: mention.when.as_ref().map(ToString::to_string),
        document: &document.id,
        quote: QuoteRecord { start: quote.start(), end: quote.end(), text: quote.of(&document.text) },
        trigger: TriggerRecord { start: mention.trigger.start(), end: mention.trigger.end() },
        reason: english(&mention.reason),
    })))
}

fn problem(problem: &Problem) -> TrayRecord<'_> {
    TrayRecord::Problem {
        schema: SCHEMA,
        tray: Tray::Problem,
        source: &problem.source,
        line: problem.line,
        message: english_message(problem),
    }
}
