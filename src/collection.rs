//! [`Collection`]: a pile of reports, read: what the store indexes and the exports print.

use crate::document::{Document, Publication};
use crate::event::{Event, Mention, MentionIndex};
use crate::problem::Problem;
use crate::reason::{DocumentIndex, Statement};
use crate::span::Span;
use crate::timex::Timex;
use crate::toponym::Toponym;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What was found in one report, by itself and from the reports around it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
///
/// Reports, annotations and tellings are shared by the collections that corrections make of one reading: what is as it was is
/// not copied.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collection {
    /// The reports, in reading order; [`crate::reason::DocumentIndex`] counts them.
    pub documents: Arc<[Document]>,
    /// What was found in each.
    pub annotations: Vec<Arc<Annotation>>,
    /// Every telling of an event, sorted by document and offset, those that are not plotted included.
    pub mentions: Vec<Arc<Mention>>,
    /// The events that the plotted mentions make, sorted by first day, place and kind; the unplaced and undated included.
    pub events: Vec<Event>,
    /// Input that could not be used, or only with a doubt.
    pub problems: Vec<Problem>,
    /// Tellings that a user said are no event: on no map and in no count, but not lost.
    pub dismissed: Vec<Arc<Mention>>,
    /// What a user's corrections changed.
    pub marks: Marks,
}

/// What of a telling a user corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// Where.
    Place,
    /// When.
    Day,
    /// What happened.
    Kind,
    /// How sure the report is.
    Certainty,
    /// How many.
    Figures,
    /// That it is an event: a user told it from the words.
    Event,
    /// Which other tellings are of the same event.
    Sameness,
}

impl Aspect {
    /// The name in files and outputs: `place`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Day => "day",
            Self::Kind => "kind",
            Self::Certainty => "certainty",
            Self::Figures => "figures",
            Self::Event => "event",
            Self::Sameness => "sameness",
        }
    }
}

/// That a user corrected something, and by which entry of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark {
    /// What was corrected.
    pub aspect: Aspect,
    /// Number of the entry in the log of corrections.
    pub entry: u32,
}

/// The marks of all that was corrected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    mentions: BTreeMap<MentionIndex, Vec<Mark>>,
    toponyms: BTreeMap<(DocumentIndex, u32), u32>,
}

impl Marks {
    /// Whether nothing was corrected.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.mentions.is_empty() && self.toponyms.is_empty()
    }

    /// What was corrected of a telling, in the order of the log.
    #[must_use]
    pub fn of_mention(&self, mention: MentionIndex) -> &[Mark] {
        self.mentions.get(&mention).map_or(&[], Vec::as_slice)
    }

    /// What was corrected of an event: all that was of its tellings, each once, in the order of the log.
    #[must_use]
    pub fn of_event(&self, event: &Event) -> Vec<Mark> {
        let mut marks: Vec<Mark> =
            event.mentions.iter().flat_map(|&mention| self.of_mention(mention)).copied().collect();
        marks.sort_unstable_by_key(|mark| (mark.entry, mark.aspect));
        marks.dedup();
        marks
    }

    /// The entry that corrected a place name, by its index in its report's annotation.
    #[must_use]
    pub fn of_toponym(&self, document: DocumentIndex, toponym: u32) -> Option<u32> {
        self.toponyms.get(&(document, toponym)).copied()
    }

    pub(crate) fn mark_mention(&mut self, mention: MentionIndex, mark: Mark) {
        let marks = self.mentions.entry(mention).or_default();
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }

    pub(crate) fn mark_toponym(&mut self, document: DocumentIndex, toponym: u32, entry: u32) {
        self.toponyms.insert((document, toponym), entry);
    }

    /// The same marks where tellings have other indices; those without one are gone.
    pub(crate) fn renumbered(self, number: impl Fn(MentionIndex) -> Option<MentionIndex>) -> Self {
        let mentions = self.mentions.into_iter().filter_map(|(mention, marks)| Some((number(mention)?, marks)));
        Self { mentions: mentions.collect(), toponyms: self.toponyms }
    }
}

impl Collection {
    /// Says of every report in a language without a pack that no event was looked for in it.
    pub fn note_unread(&mut self) {
        for (document, annotation) in self.documents.iter().zip(&self.annotations) {
            if annotation.language.is_none() {
                self.problems.push(Problem::notice(document.id.clone(), Statement::NoPackFits));
            }
        }
    }
}
