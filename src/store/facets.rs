//! [`Facets`]: which actors and reports each event has, how sure these are of it, and which events and tellings each of those has.

use super::EventIndex;
use crate::collection::Collection;
use crate::event::{Certainty, MentionIndex};
use crate::reason::DocumentIndex;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// Row of an actor, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorRow(pub u32);

/// Links between events, actors, reports and tellings.
#[derive(Debug, Default)]
pub struct Facets {
    actors: Vec<String>,
    actors_of: Vec<Vec<ActorRow>>,
    reports_of: Vec<Vec<DocumentIndex>>,
    certainty_of: Vec<Certainty>,
    mentions_in: Vec<Vec<MentionIndex>>,
    event_of: Vec<Option<EventIndex>>,
}

impl Facets {
    pub(super) fn new(collection: &Collection) -> Self {
        // Some names, told tens of thousands of times.
        let told = collection.mentions.iter().flat_map(|mention| &mention.actors).map(|actor| actor.name.as_str());
        let mut names: Vec<&str> = told.collect::<FxHashSet<&str>>().into_iter().collect();
        names.sort_unstable();
        let rows: FxHashMap<&str, ActorRow> = names.iter().copied().zip((0..).map(ActorRow)).collect();
        let mut facets = Self {
            actors: names.into_iter().map(str::to_owned).collect(),
            event_of: vec![None; collection.mentions.len()],
            mentions_in: mentions_by_document(collection),
            ..Self::default()
        };
        for (event, index) in collection.events.iter().zip(0_u32..) {
            let (mut actors, mut reports, mut certainty) = (BTreeSet::new(), BTreeSet::new(), Certainty::Claimed);
            for telling in &event.mentions {
                let Some(mention) = collection.mentions.get(telling.0 as usize) else { continue };
                reports.insert(mention.document);
                certainty = certainty.min(mention.certainty);
                actors.extend(mention.actors.iter().filter_map(|actor| rows.get(actor.name.as_str())));
                if let Some(slot) = facets.event_of.get_mut(telling.0 as usize) {
                    *slot = Some(EventIndex(index));
                }
            }
            facets.actors_of.push(actors.into_iter().collect());
            facets.reports_of.push(reports.into_iter().collect());
            facets.certainty_of.push(certainty);
        }
        facets
    }

    /// Names of all actors, sorted.
    #[must_use]
    pub fn actors(&self) -> &[String] {
        &self.actors
    }

    /// An actor's name.
    #[must_use]
    pub fn actor(&self, row: ActorRow) -> &str {
        self.actors.get(row.0 as usize).map_or("", String::as_str)
    }

    /// Who takes part in an event.
    #[must_use]
    pub fn actors_of(&self, event: EventIndex) -> &[ActorRow] {
        self.actors_of.get(event.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// Which reports tell of an event, in reading order.
    #[must_use]
    pub fn reports_of(&self, event: EventIndex) -> &[DocumentIndex] {
        self.reports_of.get(event.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// How sure the surest report is of an event: [`Certainty::Reported`] or [`Certainty::Claimed`]. A table reports.
    #[must_use]
    pub fn certainty_of(&self, event: EventIndex) -> Certainty {
        self.certainty_of.get(event.0 as usize).copied().unwrap_or(Certainty::Reported)
    }

    /// The tellings of a report, by offset.
    #[must_use]
    pub fn mentions_in(&self, document: DocumentIndex) -> &[MentionIndex] {
        self.mentions_in.get(document.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// The event that a telling is of; `None` for what was planned, denied or supposed.
    #[must_use]
    pub fn event_of(&self, mention: MentionIndex) -> Option<EventIndex> {
        self.event_of.get(mention.0 as usize).copied().flatten()
    }
}

fn mentions_by_document(collection: &Collection) -> Vec<Vec<MentionIndex>> {
    let mut lists = vec![Vec::new(); collection.documents.len()];
    for (mention, index) in collection.mentions.iter().zip(0_u32..) {
        if let Some(list) = lists.get_mut(mention.document.0 as usize) {
            list.push(MentionIndex(index));
        }
    }
    for list in &mut lists {
        list.sort_by_key(|index| {
            collection.mentions.get(index.0 as usize).map(|mention| (mention.quote, mention.trigger))
        });
    }
    lists
}
