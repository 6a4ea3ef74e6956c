//! What the events come from: the reports, what was found in them, and what made no event on the map.

use super::{EventIndex, EventStore, Facets, Found, words};
use crate::collection::{Annotation, Collection};
use crate::document::Document;
use crate::event::{Event, Mention, MentionIndex};
use crate::problem::Problem;
use crate::reason::DocumentIndex;
use std::sync::Arc;

impl EventStore {
    /// What the store was built from; events in the order of the rows.
    #[must_use]
    pub fn collection(&self) -> &Collection {
        &self.collection
    }

    /// The same, to be kept.
    #[must_use]
    pub fn shared_collection(&self) -> Arc<Collection> {
        Arc::clone(&self.collection)
    }

    /// The event as it was put together; `None` in a table without reports.
    #[must_use]
    pub fn event(&self, event: EventIndex) -> Option<&Event> {
        self.collection.events.get(event.0 as usize)
    }

    /// Whether a user corrected anything of it.
    #[must_use]
    pub fn is_corrected(&self, event: EventIndex) -> bool {
        let marks = &self.collection.marks;
        !marks.is_empty() && self.mentions_of(event).any(|(index, _)| !marks.of_mention(index).is_empty())
    }

    /// A telling.
    #[must_use]
    pub fn mention(&self, mention: MentionIndex) -> Option<&Mention> {
        self.collection.mentions.get(mention.0 as usize).map(AsRef::as_ref)
    }

    /// The tellings of an event, in reading order.
    pub fn mentions_of(&self, event: EventIndex) -> impl Iterator<Item = (MentionIndex, &Mention)> {
        let listed = self.event(event).map_or(&[][..], |event| event.mentions.as_slice());
        listed.iter().filter_map(|&index| Some((index, self.mention(index)?)))
    }

    /// How many reports tell of it.
    #[must_use]
    pub fn report_count(&self, event: EventIndex) -> usize {
        self.facets.reports_of(event).len()
    }

    /// Who takes part, which reports tell of it, and back.
    #[must_use]
    pub fn facets(&self) -> &Facets {
        &self.facets
    }

    /// The reports, in reading order.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        &self.collection.documents
    }

    /// A report.
    #[must_use]
    pub fn document(&self, index: DocumentIndex) -> Option<&Document> {
        self.collection.documents.get(index.0 as usize)
    }

    /// What was found in a report.
    #[must_use]
    pub fn annotation(&self, index: DocumentIndex) -> Option<&Annotation> {
        self.collection.annotations.get(index.0 as usize).map(AsRef::as_ref)
    }

    /// The tellings of a report, by offset, those that make no event included.
    #[must_use]
    pub fn mentions_in(&self, document: DocumentIndex) -> &[MentionIndex] {
        self.facets.mentions_in(document)
    }

    /// Input that could not be used, or only with a doubt.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.collection.problems
    }

    /// Dated or not, the events that have no place: a tray.
    pub fn not_placed(&self) -> impl Iterator<Item = EventIndex> {
        self.events().filter(|&event| self.place_row(event).is_none())
    }

    /// Placed or not, the events that have no day: a tray.
    pub fn not_dated(&self) -> impl Iterator<Item = EventIndex> {
        self.events().filter(|&event| !self.happened.holds(event))
    }

    /// What was planned, denied or supposed, and so made no event: a tray.
    pub fn not_events(&self) -> impl Iterator<Item = MentionIndex> {
        let mentions = self.collection.mentions.iter().zip(0_u32..);
        mentions.filter(|(mention, _)| !mention.certainty.is_plotted()).map(|(_, index)| MentionIndex(index))
    }

    /// Looks for words in the reports and for events told in them, whatever the accents; the last word may be cut short.
    #[must_use]
    pub fn search(&self, query: &str) -> Found {
        words::search(self, &self.words, query)
    }
}
