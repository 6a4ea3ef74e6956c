//! [`Subject`]: the tellings that a correction is about.

use super::anchor::Anchor;
use crate::collection::Collection;
use crate::event::{Event, EventKind, Mention, MentionIndex};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// One telling of an event, by its words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MentionAnchor {
    /// The words that tell it.
    pub trigger: Anchor,
    /// What they were read as: several kinds may rest on the same words.
    pub kind: EventKind,
    /// The words of its place: one trigger tells of several places.
    pub place: Option<String>,
    /// Which of those with the same trigger, counted from 0.
    pub nth: u32,
}

/// One or several tellings: those of an event, or one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Subject(Vec<MentionAnchor>);

impl MentionAnchor {
    /// A telling of a collection.
    #[must_use]
    pub fn of(collection: &Collection, index: MentionIndex) -> Option<Self> {
        let mention = collection.mentions.get(index.0 as usize)?;
        let document = collection.documents.get(mention.document.0 as usize)?;
        let same = |other: &&Arc<Mention>| other.document == mention.document && other.trigger == mention.trigger;
        let before = collection.mentions.iter().take(index.0 as usize).rev().take_while(same).count();
        Some(Self {
            trigger: Anchor::of(document, mention.trigger),
            kind: mention.kind,
            place: mention.place.as_ref().map(|place| place.span.of(&document.text).to_owned()),
            nth: u32::try_from(before).unwrap_or(u32::MAX),
        })
    }
}

impl Subject {
    /// All tellings of an event.
    #[must_use]
    pub fn event(collection: &Collection, event: &Event) -> Self {
        Self::mentions(collection, &event.mentions)
    }

    /// Some tellings; indices that the collection does not have are passed over.
    #[must_use]
    pub fn mentions(collection: &Collection, mentions: &[MentionIndex]) -> Self {
        Self(mentions.iter().filter_map(|&index| MentionAnchor::of(collection, index)).collect())
    }

    /// The tellings.
    #[must_use]
    pub fn anchors(&self) -> &[MentionAnchor] {
        &self.0
    }
}
