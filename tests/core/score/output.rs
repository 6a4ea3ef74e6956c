//! What `dateline annotate` and `dateline extract` print, as far as it is scored.

use super::gold::Piece;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// One line of `annotate`.
#[derive(Debug, Deserialize)]
pub(crate) struct Annotated {
    pub(crate) document: String,
    pub(crate) published: PublishedOut,
    pub(crate) toponyms: Vec<ToponymOut>,
    pub(crate) timexes: Vec<TimexOut>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct PublishedOut {
    pub(crate) inferred: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct ToponymOut {
    #[serde(flatten)]
    pub(crate) piece: Piece,
    pub(crate) text: String,
    #[serde(rename = "use")]
    pub(crate) usage: String,
    pub(crate) place: Option<PlaceOut>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct PlaceOut {
    pub(crate) kind: String,
    pub(crate) country: String,
    pub(crate) latitude: f64,
    pub(crate) longitude: f64,
}

#[derive(Debug, Deserialize)]
pub(crate) struct TimexOut {
    #[serde(flatten)]
    pub(crate) piece: Piece,
    pub(crate) edtf: Option<String>,
}

/// One line of `extract`.
#[derive(Debug, Deserialize)]
pub(crate) struct Extracted {
    pub(crate) kind: String,
    pub(crate) place: Option<PlaceOut>,
    pub(crate) when: WhenOut,
    pub(crate) claims: Vec<ClaimOut>,
    pub(crate) mentions: Vec<MentionOut>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct WhenOut {
    pub(crate) edtf: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct ClaimOut {
    pub(crate) what: String,
    pub(crate) low: Option<u32>,
    pub(crate) high: Option<u32>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct MentionOut {
    pub(crate) document: String,
    pub(crate) quote: QuoteOut,
    pub(crate) trigger: Piece,
}

#[derive(Debug, Deserialize)]
pub(crate) struct QuoteOut {
    #[serde(flatten)]
    pub(crate) piece: Piece,
    pub(crate) text: String,
}

/// The objects of JSON Lines.
pub(crate) fn parse_lines<T: DeserializeOwned>(lines: &str) -> Vec<T> {
    lines.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

/// A document's file name alone.
pub(crate) fn file_name(document: &str) -> &str {
    document.rsplit('/').next().unwrap_or(document)
}
