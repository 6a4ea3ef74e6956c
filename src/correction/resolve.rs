//! [`Finder`]: from anchors to what they mean in the reports as they are now.

use super::anchor::Anchor;
use super::subject::{MentionAnchor, Subject};
use crate::document::Document;
use crate::event::{Mention, MentionIndex};
use crate::reason::DocumentIndex;
use crate::span::Span;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

/// Why a correction, or a part of it, is without effect; with the words or the key of the place that are missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lost {
    Report,
    Words(String),
    Mention(String),
    Name(String),
    Figure(String),
    Place(String),
}

/// Finds words in reports by id, or by hash where a report has another name now.
#[derive(Debug)]
pub(super) struct Finder<'a> {
    documents: &'a [Document],
    ids: HashMap<&'a str, usize>,
    hashes: OnceCell<HashMap<String, usize>>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(documents: &'a [Document]) -> Self {
        let ids = documents.iter().enumerate().map(|(index, document)| (document.id.as_str(), index)).collect();
        Self { documents, ids, hashes: OnceCell::new() }
    }

    /// Where the words stand now.
    pub(super) fn passage(&self, anchor: &Anchor) -> Result<(DocumentIndex, Span), Lost> {
        let by_id = self.ids.get(anchor.document.as_str()).copied();
        let found = by_id.and_then(|index| self.find_in(index, anchor));
        if let Some(found) = found {
            return Ok(found);
        }
        let hashes = self.hashes.get_or_init(|| {
            self.documents.iter().enumerate().map(|(index, document)| (document.hash(), index)).collect()
        });
        let by_hash = hashes.get(&anchor.hash).and_then(|&index| self.find_in(index, anchor));
        let lost = || if by_id.is_some() { Lost::Words(anchor.words.clone()) } else { Lost::Report };
        by_hash.ok_or_else(lost)
    }

    fn find_in(&self, index: usize, anchor: &Anchor) -> Option<(DocumentIndex, Span)> {
        let span = anchor.find(&self.documents.get(index)?.text)?;
        Some((DocumentIndex(u32::try_from(index).ok()?), span))
    }

    pub(super) fn document(&self, index: DocumentIndex) -> Option<&'a Document> {
        self.documents.get(index.0 as usize)
    }

    /// The telling that is meant; `mentions` are sorted by document.
    ///
    /// Rationale: a newer program may take more or fewer words for the trigger, or read another kind from them. So the telling
    /// whose trigger shares most with the words is meant, and place, kind and order only choose among several of one trigger.
    pub(super) fn mention(&self, anchor: &MentionAnchor, mentions: &[Arc<Mention>]) -> Result<MentionIndex, Lost> {
        let (document, span) = self.passage(&anchor.trigger)?;
        let text = self.document(document).map_or("", |document| &document.text);
        let mut nth = HashMap::new();
        let ranked = of_document(mentions, document).filter_map(|(index, mention)| {
            let order: &mut u32 = nth.entry(mention.trigger).or_default();
            let number = std::mem::replace(order, *order + 1);
            let shared = shared(mention.trigger, span);
            let told_there = mention.kind == anchor.kind && mention.quote.covers(span);
            let place = mention.place.as_ref().map(|place| place.span.of(text));
            let rank = (shared, place == anchor.place.as_deref(), mention.kind == anchor.kind, number == anchor.nth);
            (shared > 0 || told_there).then_some((rank, std::cmp::Reverse(index)))
        });
        let best = ranked.max().map(|(_, index)| index.0);
        best.ok_or_else(|| Lost::Mention(anchor.trigger.words.clone()))
    }

    /// The tellings that are found, and why others are not.
    pub(super) fn subject(
        &self,
        subject: &Subject,
        mentions: &[Arc<Mention>],
    ) -> (Vec<MentionIndex>, Vec<(String, Lost)>) {
        let (mut found, mut lost) = (Vec::new(), Vec::new());
        for anchor in subject.anchors() {
            match self.mention(anchor, mentions) {
                Ok(index) if found.contains(&index) => {}
                Ok(index) => found.push(index),
                Err(why) => lost.push((anchor.trigger.document.clone(), why)),
            }
        }
        (found, lost)
    }
}

/// The tellings of a report, with their indices.
pub(super) fn of_document(
    mentions: &[Arc<Mention>],
    document: DocumentIndex,
) -> impl Iterator<Item = (MentionIndex, &Mention)> {
    let first = mentions.partition_point(|mention| mention.document < document);
    let own = mentions.iter().enumerate().skip(first).take_while(move |(_, mention)| mention.document == document);
    own.filter_map(|(index, mention)| Some((MentionIndex(u32::try_from(index).ok()?), mention.as_ref())))
}

/// Bytes that two spans share.
fn shared(one: Span, other: Span) -> usize {
    one.end().min(other.end()).saturating_sub(one.start().max(other.start()))
}
