//! What a person read in the reports: `seeds.json` and the `gold.json` of each folder of reports.

use super::days::Days;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One file of gold.
#[derive(Debug, Deserialize)]
pub(crate) struct Gold {
    pub(crate) places: BTreeMap<String, GoldPlace>,
    pub(crate) documents: Vec<GoldDocument>,
}

/// A place of the gold, in degrees.
#[derive(Debug, Deserialize)]
pub(crate) struct GoldPlace {
    pub(crate) kind: String,
    pub(crate) country: String,
    pub(crate) lat: f64,
    pub(crate) lon: f64,
}

/// One report.
#[derive(Debug, Deserialize)]
pub(crate) struct GoldDocument {
    pub(crate) doc: String,
    pub(crate) published: GoldPublished,
    pub(crate) toponyms: Vec<GoldToponym>,
    pub(crate) events: Vec<GoldEvent>,
    pub(crate) timexes: Vec<GoldTimex>,
    #[serde(default)]
    pub(crate) not_events: Vec<Piece>,
    #[serde(default)]
    pub(crate) boilerplate: Vec<Piece>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct GoldPublished {
    together: Option<String>,
}

/// Bytes of a report, the end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Piece {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

#[derive(Debug, Deserialize)]
pub(crate) struct GoldToponym {
    #[serde(flatten)]
    pub(crate) piece: Piece,
    pub(crate) text: String,
    pub(crate) place: String,
    #[serde(default = "literal", rename = "use")]
    pub(crate) usage: String,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    boilerplate: bool,
}

#[derive(Debug, Deserialize)]
pub(crate) struct GoldTimex {
    #[serde(flatten)]
    pub(crate) piece: Piece,
    pub(crate) text: String,
    edtf: Option<String>,
    #[serde(default)]
    pub(crate) optional: bool,
}

#[derive(Debug, Deserialize)]
pub(crate) struct GoldEvent {
    pub(crate) id: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    also: Vec<String>,
    pub(crate) places: Vec<String>,
    when_alone: String,
    when_together: Option<String>,
    pub(crate) quotes: Vec<Piece>,
    #[serde(default)]
    pub(crate) claims: Vec<GoldClaim>,
    same_as: Option<String>,
    #[serde(default)]
    pub(crate) optional: bool,
}

#[derive(Debug, Deserialize)]
pub(crate) struct GoldClaim {
    pub(crate) kind: String,
    pub(crate) low: Option<u32>,
    pub(crate) high: Option<u32>,
    pub(crate) by: String,
    /// A round figure: the lower bound may be off by a factor of two.
    #[serde(default)]
    pub(crate) approx: bool,
}

fn literal() -> String {
    "literal".into()
}

impl Piece {
    pub(crate) fn meets(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl GoldDocument {
    /// The file's name alone.
    pub(crate) fn name(&self) -> &str {
        self.doc.rsplit('/').next().unwrap_or(&self.doc)
    }

    /// Days on which the report may have come out; `None` where the gold leaves it open.
    pub(crate) fn publication(&self) -> Option<Days> {
        Days::parse(self.published.together.as_deref()?)
    }

    /// Readings of a gold date; `DCT` is the publication day. Empty where any days will do.
    fn readings(&self, edtf: &str) -> Vec<Days> {
        if edtf == "DCT" { self.publication().into_iter().collect() } else { Days::parse_any(edtf) }
    }

    /// The readings of a timex, the first of which decides whether it means days at all.
    pub(crate) fn readings_of_timex(&self, timex: &GoldTimex) -> Vec<Days> {
        timex.edtf.as_deref().map(|edtf| self.readings(edtf)).unwrap_or_default()
    }

    /// The readings of an event's day with the whole folder read.
    pub(crate) fn readings_of_event(&self, event: &GoldEvent) -> Vec<Days> {
        self.readings(event.when_together.as_deref().unwrap_or(&event.when_alone))
    }
}

impl GoldToponym {
    /// Whether finding it or passing it over are both right.
    pub(crate) fn is_free(&self) -> bool {
        self.usage == "modifier" || self.optional || self.boilerplate
    }
}

impl GoldEvent {
    pub(crate) fn is_kind(&self, kind: &str) -> bool {
        self.kind == kind || self.also.iter().any(|other| other == kind)
    }

    /// The name that reports of one event share, or nothing.
    pub(crate) fn group(&self) -> Option<&str> {
        self.same_as.as_deref().map(|name| name.split(" (").next().unwrap_or(name))
    }
}
