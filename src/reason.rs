//! [`Reason`]: why the program says what it says, in words and in spans.

use crate::span::Span;
use serde::{Deserialize, Serialize};

/// Index of a document in its collection (reading order).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocumentIndex(pub u32);

/// Words of a report that a conclusion rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The report the words stand in; `None` is the report at hand.
    pub document: Option<DocumentIndex>,
    /// Where they stand.
    pub span: Span,
}

/// One conclusion's ground: a sentence a reader can check, and the words it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// English, lower case, no full stop: `weekday and date agree on 2021`.
    pub words: String,
    /// The words it rests on, in reading order.
    pub evidence: Vec<Evidence>,
}

impl Reason {
    /// A reason that rests on no particular words.
    #[must_use]
    pub fn new(words: impl Into<String>) -> Self {
        Self { words: words.into(), evidence: Vec::new() }
    }

    /// The same reason, resting also on `span` of the report at hand.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.evidence.push(Evidence { document: None, span });
        self
    }

    /// The same reason, resting also on `span` of another report.
    #[must_use]
    pub fn at_document(mut self, document: DocumentIndex, span: Span) -> Self {
        self.evidence.push(Evidence { document: Some(document), span });
        self
    }
}
