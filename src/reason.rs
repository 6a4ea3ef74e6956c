//! [`Reason`]: why the program says what it says, in phrases and in spans.
//!
//! The phrases are data and know no language; [`crate::wording::reasons`] puts them into words.

mod phrase;
mod place_name;
mod statement;

pub use phrase::{
    AfterPublication, Beside, BySound, CannotBothHold, Code, NoSuchDay, OneEvent, OtherWeekday, Phrase, Phrases,
};
pub use place_name::PlaceName;
pub use statement::Statement;

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

/// One conclusion's ground: phrases a reader can check, and the words it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// What it says, one thing after another; none where there is nothing to say.
    pub phrases: Phrases,
    /// The words it rests on, in reading order.
    pub evidence: Vec<Evidence>,
}

impl Reason {
    /// A reason that rests on no particular words.
    #[must_use]
    pub fn new(phrase: impl Into<Phrase>) -> Self {
        Self::of([phrase])
    }

    /// A reason of several phrases.
    #[must_use]
    pub fn of(phrases: impl IntoIterator<Item = impl Into<Phrase>>) -> Self {
        Self { phrases: phrases.into_iter().collect(), evidence: Vec::new() }
    }

    /// Says one thing more.
    pub fn add(&mut self, phrase: impl Into<Phrase>) {
        self.phrases.push(phrase);
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.phrases.as_slice().is_empty()
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
