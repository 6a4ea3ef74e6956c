//! [`AnnotationRecord`]: what `dateline annotate` prints of one report.

use super::{PlaceRecord, SCHEMA, english};
use crate::collection::Annotation;
use crate::document::Document;
use crate::gazetteer::Gazetteer;
use crate::span::Span;
use crate::timex::{Timex, TimexType};
use crate::toponym::{Toponym, Usage};
use serde::Serialize;

/// One report, as one JSON object.
#[derive(Clone, Debug, Serialize)]
pub struct AnnotationRecord<'a> {
    schema: u32,
    document: &'a str,
    language: Option<&'a str>,
    published: PublishedRecord,
    toponyms: Vec<ToponymRecord<'a>>,
    timexes: Vec<TimexRecord<'a>>,
    boilerplate: Vec<SpanRecord>,
}

#[derive(Clone, Debug, Serialize)]
struct PublishedRecord {
    stated: Option<String>,
    inferred: String,
    reason: String,
}

#[derive(Clone, Debug, Serialize)]
struct ToponymRecord<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(rename = "use")]
    usage: Usage,
    place: Option<PlaceRecord<'a>>,
    /// No place of that name is known, and `place` is the one it is named near or in.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    near: bool,
    confidence: f64,
    reason: String,
}

#[derive(Clone, Debug, Serialize)]
struct TimexRecord<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(rename = "type")]
    kind: TimexType,
    value: &'a str,
    edtf: Option<String>,
    reason: String,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct SpanRecord {
    start: usize,
    end: usize,
}

impl<'a> AnnotationRecord<'a> {
    /// The record of a report; offsets are bytes of its text.
    #[must_use]
    pub fn new(document: &'a Document, annotation: &'a Annotation, gazetteer: &'a Gazetteer) -> Self {
        let publication = &annotation.publication;
        Self {
            schema: SCHEMA,
            document: &document.id,
            language: annotation.language.as_deref(),
            published: PublishedRecord {
                stated: publication.stated.as_ref().map(ToString::to_string),
                inferred: publication.inferred.to_string(),
                reason: english(&publication.reason),
            },
            toponyms: annotation
                .toponyms
                .iter()
                .map(|toponym| toponym_record(toponym, &document.text, gazetteer))
                .collect(),
            timexes: annotation.timexes.iter().map(|timex| timex_record(timex, &document.text)).collect(),
            boilerplate: annotation.boilerplate.iter().map(|&span| span_record(span)).collect(),
        }
    }
}

fn toponym_record<'a>(toponym: &'a Toponym, text: &'a str, gazetteer: &'a Gazetteer) -> ToponymRecord<'a> {
    ToponymRecord {
        start: toponym.span.start(),
        end: toponym.span.end(),
        text: toponym.span.of(text),
        usage: toponym.usage,
        place: toponym.place.map(|place| PlaceRecord::new(place, gazetteer)),
        near: toponym.near,
        // Two digits are what a calibrated share is good for.
        confidence: (f64::from(toponym.confidence) * 100.0).round() / 100.0,
        reason: english(&toponym.reason),
    }
}

fn timex_record<'a>(timex: &'a Timex, text: &'a str) -> TimexRecord<'a> {
    TimexRecord {
        start: timex.span.start(),
        end: timex.span.end(),
        text: timex.span.of(text),
        kind: timex.kind,
        value: &timex.value,
        edtf: timex.when.as_ref().map(ToString::to_string),
        reason: english(&timex.reason),
    }
}

fn span_record(span: Span) -> SpanRecord {
    SpanRecord { start: span.start(), end: span.end() }
}
