//! Mentions of different reports that tell one event: the same family of kinds at one place, and a further fact.

use super::mention::Mention;
use super::signature::{Signature, Signatures, shared};
use crate::edtf::DateSet;
use crate::gazetteer::{Gazetteer, PlaceId};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Mentions of one place and family that one mention is compared with; the nearest in time where there are more.
const MOST_COMPARED: usize = 48;
/// Long words that two quotes must share to be of one event for that alone.
const LEAST_SHARED: usize = 3;

/// Two mentions of one event, seen from the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Index of the mention.
    pub(super) own: usize,
    /// Index of the other report's.
    pub(super) other: usize,
    /// Facts they share beside place and family.
    pub(super) facts: usize,
    /// One of those, in words.
    pub(super) by: &'static str,
}

/// Links, by the document of their own mention, the surest first.
#[derive(Debug, Default)]
pub(super) struct Links {
    by_document: BTreeMap<u32, Vec<Link>>,
}

impl Links {
    /// Those of one document.
    pub(super) fn of(&self, document: u32) -> &[Link] {
        self.by_document.get(&document).map_or(&[], Vec::as_slice)
    }

    /// The documents that have some, in order.
    pub(super) fn documents(&self) -> Vec<u32> {
        self.by_document.keys().copied().collect()
    }

    /// All of them, by document.
    pub(super) fn all(&self) -> impl Iterator<Item = &Link> {
        self.by_document.values().flatten()
    }
}

/// Finds the links of the mentions that are `wanted` with those of other documents.
pub(super) fn links(
    mentions: &[Mention],
    signatures: &Signatures,
    gazetteer: &Gazetteer,
    wanted: &dyn Fn(&Mention) -> bool,
) -> Links {
    let mut search = Search { mentions, signatures, gazetteer, nested: FxHashMap::default(), found: Vec::new() };
    for (number, (_, shelf)) in signatures.shelves.iter().enumerate() {
        search.compare(number, shelf, wanted);
    }
    search.finish()
}

/// A link with the shelf it was found on.
struct Found {
    documents: (u32, u32),
    shelf: usize,
    link: Link,
}

struct Search<'a> {
    mentions: &'a [Mention],
    signatures: &'a Signatures,
    gazetteer: &'a Gazetteer,
    /// Whether one of two places holds the other.
    nested: FxHashMap<(PlaceId, PlaceId), bool>,
    found: Vec<Found>,
}

impl Search<'_> {
    fn compare(&mut self, number: usize, members: &[usize], wanted: &dyn Fn(&Mention) -> bool) {
        let mentions = self.mentions;
        if !members.iter().filter_map(|&index| mentions.get(index)).any(wanted) {
            return;
        }
        let first = |index: usize| mentions.get(index).and_then(|mention| mention.when.as_ref()).map(DateSet::first);
        let mut in_time = members.to_vec();
        in_time.sort_by_cached_key(|&index| (first(index), index));
        for (position, &own) in in_time.iter().enumerate() {
            let Some(mention) = mentions.get(own).filter(|mention| wanted(mention)) else { continue };
            for other in compared(&in_time, position, mention.when.is_some()) {
                let Some(theirs) = mentions.get(other).filter(|theirs| theirs.document != mention.document) else {
                    continue;
                };
                if let Some(link) = self.link(own, other) {
                    let documents = (mention.document.0, theirs.document.0);
                    self.found.push(Found { documents, shelf: number, link });
                }
            }
        }
    }

    /// `None` where the places are two.
    fn link(&mut self, own: usize, other: usize) -> Option<Link> {
        let place = |index: usize| Some(self.mentions.get(index)?.place.as_ref()?.place);
        let (here, there) = (place(own)?, place(other)?);
        if here != there && !self.one_holds_the_other(here, there) {
            return None;
        }
        let (one, two) = (self.signatures.get(own)?, self.signatures.get(other)?);
        let (facts, by) = facts(one, two, here == there);
        Some(Link { own, other, facts, by })
    }

    fn one_holds_the_other(&mut self, here: PlaceId, there: PlaceId) -> bool {
        let gazetteer = self.gazetteer;
        let key = (here.min(there), here.max(there));
        *self.nested.entry(key).or_insert_with(|| gazetteer.within(here, there) || gazetteer.within(there, here))
    }

    /// Links with a fact, and those without where the two reports agree on several areas or families.
    fn finish(self) -> Links {
        let mut several: FxHashMap<(u32, u32), (usize, bool)> = FxHashMap::default();
        for found in &self.found {
            let (first, more) = several.entry(found.documents).or_insert((found.shelf, false));
            *more |= *first != found.shelf;
        }
        let mut links = Links::default();
        for Found { documents, mut link, .. } in self.found {
            if link.facts == 0 {
                if several.get(&documents).is_none_or(|&(_, more)| !more) {
                    continue;
                }
                (link.facts, link.by) = (1, "several agreeing mentions");
            }
            links.by_document.entry(documents.0).or_default().push(link);
        }
        for list in links.by_document.values_mut() {
            list.sort_by_key(|link| (Reverse(link.facts), link.other, link.own));
        }
        links
    }
}

/// The neighbours of a mention on its shelf, which is sorted by day; for one without a day, some of all the shelf.
fn compared(shelf: &[usize], position: usize, dated: bool) -> impl Iterator<Item = usize> {
    let all = shelf.len() <= MOST_COMPARED;
    let from = if all || !dated { 0 } else { position.saturating_sub(MOST_COMPARED / 2) };
    let step = if all || dated { 1 } else { shelf.len().div_ceil(MOST_COMPARED) };
    shelf.iter().skip(from).step_by(step).take(MOST_COMPARED).copied()
}

/// How many facts two mentions share, and one of them in words.
fn facts(one: &Signature, two: &Signature, same_place: bool) -> (usize, &'static str) {
    let held = [
        (same_place && one.at_site, "the same site"),
        (one.speaker.is_some() && one.speaker == two.speaker, "the same speaker"),
        (shared(&one.figures, &two.figures) > 0, "the same figure"),
        (shared(&one.actors, &two.actors) > 0, "the same actor"),
        (shared(&one.words, &two.words) >= LEAST_SHARED, "the same words"),
    ];
    let mut held = held.iter().filter(|(holds, _)| *holds);
    let first = held.next();
    (held.count() + usize::from(first.is_some()), first.map_or("", |(_, words)| words))
}
