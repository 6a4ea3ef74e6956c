//! [`Collection`]: a pile of reports, read: what the store indexes and the exports print.

use crate::document::{Document, Publication};
use crate::event::{Event, Mention};
use crate::problem::Problem;
use crate::span::Span;
use crate::timex::Timex;
use crate::toponym::Toponym;

/// What was found in one report, by itself and from the reports around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// Code of the language whose pack read it; `None` where there is no pack for it and no event was looked for.
    pub language: Option<String>,
    /// When it came out.
    pub publication: Publication,
    /// Place names, by offset.
    pub toponyms: Vec<Toponym>,
    /// Expressions of time, by offset.
    pub timexes: Vec<Timex>,
    /// What is on the page but not of the report, by offset.
    pub boilerplate: Vec<Span>,
}

/// Reports and everything found in them. `annotations` has one entry a document, in the same order.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    /// The reports, in reading order; [`crate::reason::DocumentIndex`] counts them.
    pub documents: Vec<Document>,
    /// What was found in each.
    pub annotations: Vec<Annotation>,
    /// Every telling of an event, sorted by document and offset, those that are not plotted included.
    pub mentions: Vec<Mention>,
    /// The events that the plotted mentions make, sorted by first day, place and kind; the unplaced and undated included.
    pub events: Vec<Event>,
    /// Input that could not be used, or only with a doubt.
    pub problems: Vec<Problem>,
}

impl Collection {
    /// Says of every report in a language without a pack that no event was looked for in it.
    pub fn note_unread(&mut self) {
        for (document, annotation) in self.documents.iter().zip(&self.annotations) {
            if annotation.language.is_none() {
                let message = "no language pack fits it: its places are recognised, events were not looked for";
                self.problems.push(Problem::notice(document.id.clone(), message));
            }
        }
    }
}
