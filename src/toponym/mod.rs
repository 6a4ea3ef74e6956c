//! Toponyms: place names in running text, and the places they stand for.

mod annotate;
mod bearings;
mod casing;
mod company;
mod context;
mod cues;
mod dateline;
mod focus;
mod headed;
mod left;
mod link;
mod listing;
mod memory;
mod names;
mod persons;
mod prior;
mod resolve;
mod respelled;
mod right;
mod rounds;
mod scan;
mod section;
mod sense;
mod shape;
mod stray;
mod unknown;
mod usage;
mod weigh;
mod weights;

pub use annotate::{annotate, annotate_from_memory};
pub use cues::Cues;
pub use memory::Memory;

use crate::gazetteer::PlaceId;
use crate::reason::Reason;
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// How a place name is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Usage {
    /// The place itself: *in Kunduz*.
    Literal,
    /// Those who govern or represent it: *Washington announced*.
    Metonym,
    /// Part of another thing's name: *University of Kabul*.
    Modifier,
    /// Where the report was filed: *JAKARTA –*.
    Dateline,
}

/// A place that a name could stand for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// Which place.
    pub place: PlaceId,
    /// Higher is likelier; comparable within one toponym only.
    pub score: f32,
}

/// One place name in a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Toponym {
    /// Where it stands.
    pub span: Span,
    /// How it is used.
    pub usage: Usage,
    /// The place it was resolved to.
    pub place: Option<PlaceId>,
    /// No place of that name is known: `place`, if any, is only the one it is named near or in.
    #[serde(default)]
    pub near: bool,
    /// The likeliest places, best first, the chosen one among them.
    pub candidates: Vec<Candidate>,
    /// 0 to 1, calibrated: of those with 0.8 or more, at least 95 % are right.
    pub confidence: f32,
    /// Why this place.
    pub reason: Reason,
}
