//! [`EventRecord`]: what `dateline extract` writes of one event.

use super::acled::{acled, plover, sides};
use super::{PlaceRecord, SCHEMA, document_id, ends, english_with_reports, precision_name};
use crate::collection::{Aspect, Collection};
use crate::day::Day;
use crate::edtf::DateSet;
use crate::event::{Actor, Certainty, Claim, ClaimKind, Event, EventKind, Mention, PlaceHow, WhenHow};
use crate::gazetteer::{Gazetteer, PlaceId, PlaceKind};
use crate::span::Span;
use serde::Serialize;

/// One event on the map, as one JSON object.
#[derive(Clone, Debug, Serialize)]
pub struct EventRecord<'a> {
    pub(crate) schema: u32,
    pub(crate) id: &'a str,
    pub(crate) kind: EventKind,
    pub(crate) acled: AcledRecord,
    pub(crate) plover: &'static str,
    pub(crate) place: PlaceRecord<'a>,
    pub(crate) when: WhenRecord,
    pub(crate) actors: Vec<&'a str>,
    /// Who does it, and to whom.
    #[serde(skip)]
    pub(crate) sides: (&'a str, &'a str),
    pub(crate) claims: Vec<ClaimRecord<'a>>,
    pub(crate) mentions: Vec<MentionRecord<'a>>,
    pub(crate) reason: String,
    /// What a user corrected; not written where nothing was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) corrected: Vec<Aspect>,
}

#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct AcledRecord {
    pub(crate) event_type: &'static str,
    pub(crate) sub_event_type: &'static str,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct WhenRecord {
    pub(crate) edtf: String,
    /// First and last day, as the strings after them.
    #[serde(skip)]
    pub(crate) days: (Option<Day>, Option<Day>),
    pub(crate) start: Option<String>,
    pub(crate) end: Option<String>,
    pub(crate) precision: &'static str,
    pub(crate) reason: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct ClaimRecord<'a> {
    pub(crate) what: ClaimKind,
    pub(crate) low: u32,
    pub(crate) high: Option<u32>,
    pub(crate) whom: Option<&'a str>,
    pub(crate) by: Option<&'a str>,
    pub(crate) document: &'a str,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether it counts some of those that another figure counts; not written where it does not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) part: bool,
    /// Whether its report has a newer figure; not written where it has none.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) former: bool,
}

impl ClaimRecord<'_> {
    /// Whether it stands for all losses, as far as its report knows.
    pub(crate) fn counts(&self) -> bool {
        !self.part && !self.former
    }
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct MentionRecord<'a> {
    pub(crate) document: &'a str,
    pub(crate) certainty: Certainty,
    pub(crate) quote: QuoteRecord<'a>,
    pub(crate) trigger: TriggerRecord,
    /// Other sentences of the report that tell the same.
    pub(crate) retellings: Vec<QuoteRecord<'a>>,
    pub(crate) place_how: Option<PlaceHow>,
    pub(crate) when_how: WhenHow,
    pub(crate) speaker: Option<&'a str>,
}

#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct QuoteRecord<'a> {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) text: &'a str,
}

#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct TriggerRecord {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl<'a> EventRecord<'a> {
    /// The record of an event; `None` where it lacks a place or a day and so is in a tray instead.
    #[must_use]
    pub fn new(event: &'a Event, collection: &'a Collection, gazetteer: &'a Gazetteer) -> Option<Self> {
        let mentions: Vec<&Mention> = event
            .mentions
            .iter()
            .filter_map(|index| Some(collection.mentions.get(index.0 as usize)?.as_ref()))
            .collect();
        let when = event.when.as_ref()?;
        let mut place = PlaceRecord::new(event.place?, gazetteer);
        place.precision = Some(precision_of(event.place?, &mentions, gazetteer));
        let actors: Vec<&Actor> = mentions.iter().flat_map(|mention| &mention.actors).collect();
        let records: Vec<MentionRecord> =
            mentions.iter().filter_map(|mention| mention_record(mention, collection)).collect();
        let (event_type, sub_event_type) = acled(event.kind, &actors, &all_words(&records));
        Some(Self {
            schema: SCHEMA,
            id: &event.id,
            kind: event.kind,
            acled: AcledRecord { event_type, sub_event_type },
            plover: plover(event.kind),
            place,
            when: when_record(when, event, collection),
            actors: actor_names(&actors),
            sides: sides(&actors),
            claims: claim_records(&mentions, collection),
            mentions: records,
            reason: english_with_reports(&event.reason, collection),
            corrected: corrected(event, collection),
        })
    }
}

/// Lowest and highest figure of killed that anybody gives.
pub(crate) fn killed(claims: &[ClaimRecord]) -> (Option<u32>, Option<u32>) {
    let killed = || claims.iter().filter(|claim| claim.what == ClaimKind::Killed && claim.counts());
    (killed().map(|claim| claim.low).min(), killed().map(|claim| claim.high.unwrap_or(claim.low)).max())
}

fn corrected(event: &Event, collection: &Collection) -> Vec<Aspect> {
    let mut aspects: Vec<Aspect> = collection.marks.of_event(event).iter().map(|mark| mark.aspect).collect();
    aspects.sort_unstable();
    aspects.dedup();
    aspects
}

impl EventRecord<'_> {
    /// The names of what a user corrected, parted by `between`.
    pub(crate) fn corrected(&self, between: &str) -> String {
        self.corrected.iter().map(|aspect| aspect.name()).collect::<Vec<_>>().join(between)
    }
}

fn all_words(mentions: &[MentionRecord]) -> String {
    mentions.iter().map(|mention| mention.quote.text).collect::<Vec<_>>().join(" ")
}

fn when_record(when: &DateSet, event: &Event, collection: &Collection) -> WhenRecord {
    let days = ends(when);
    let words = |day: Option<Day>| day.map(|day| day.to_string());
    let (start, end) = (words(days.0), words(days.1));
    WhenRecord {
        edtf: when.to_string(),
        days,
        start,
        end,
        precision: precision_name(when.precision()),
        reason: english_with_reports(&event.when_reason, collection),
    }
}

/// Names once each, in the order in which the reports bring them in.
fn actor_names<'a>(actors: &[&'a Actor]) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for actor in actors {
        if !names.contains(&actor.name.as_str()) {
            names.push(&actor.name);
        }
    }
    names
}

fn claim_records<'a>(mentions: &[&'a Mention], collection: &'a Collection) -> Vec<ClaimRecord<'a>> {
    let mut records: Vec<ClaimRecord> = Vec::new();
    // Tellings are in the order of their reports, and claims of two reports are two.
    for of_report in mentions.chunk_by(|one, next| one.document == next.document) {
        let document = of_report.first().and_then(|mention| document_id(mention.document, collection));
        let Some(document) = document else { continue };
        let first = records.len();
        for claim in of_report.iter().flat_map(|mention| &mention.claims) {
            let record = claim_record(claim, document);
            if !records.get(first..).is_some_and(|own| own.contains(&record)) {
                records.push(record);
            }
        }
    }
    records
}

fn claim_record<'a>(claim: &'a Claim, document: &'a str) -> ClaimRecord<'a> {
    ClaimRecord {
        what: claim.what,
        low: claim.low,
        high: claim.high,
        whom: claim.whom.as_deref(),
        by: claim.claimant.as_deref(),
        document,
        start: claim.span.start(),
        end: claim.span.end(),
        part: claim.part,
        former: claim.former,
    }
}

fn mention_record<'a>(mention: &'a Mention, collection: &'a Collection) -> Option<MentionRecord<'a>> {
    let document = collection.documents.get(mention.document.0 as usize)?;
    let quote = |span: Span| QuoteRecord { start: span.start(), end: span.end(), text: span.of(&document.text) };
    Some(MentionRecord {
        document: &document.id,
        certainty: mention.certainty,
        quote: quote(mention.quote),
        trigger: TriggerRecord { start: mention.trigger.start(), end: mention.trigger.end() },
        retellings: mention.retellings.iter().map(|&span| quote(span)).collect(),
        place_how: mention.place.as_ref().map(|place| place.how),
        when_how: mention.when_how,
        speaker: mention.speaker.as_ref().map(|speaker| speaker.name.as_str()),
    })
}

/// `exact` at a town or narrower, `near` where every telling says so, else the width of the area.
fn precision_of(place: PlaceId, mentions: &[&Mention], gazetteer: &Gazetteer) -> &'static str {
    let told_here = || mentions.iter().filter_map(|mention| mention.place.as_ref()).filter(|told| told.place == place);
    match gazetteer.place(place).kind {
        PlaceKind::Country => "country",
        PlaceKind::Region | PlaceKind::Province => "province",
        PlaceKind::District => "district",
        _ if told_here().next().is_some() && told_here().all(|told| told.near) => "near",
        _ => "exact",
    }
}
