//! Merging: mentions of one kind of event at one place on meeting days are one event.
//!
//! The order is fixed: mentions with the narrowest days first, then by document and offset. A day that joins later only
//! narrows an event's days, so that a year cannot tie two days together. Mentions whose sentence tells no day come last: they
//! may tell what another report dates a few days before.

mod areas;
mod flights;
mod kinds;
mod likeness;
mod nearby;
mod outcome;
mod placed_elsewhere;
mod told_later;

use super::constraint::Constraints;
use super::kind::EventKind;
use super::mention::Mention;
use super::places::Places;
use super::{Event, MentionIndex};
use crate::day::Day;
use crate::document::Document;
use crate::edtf::{DateSet, Precision};
use crate::gazetteer::PlaceId;
use crate::reason::Statement;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use told_later::Dating;

/// Mentions that are one event so far.
#[derive(Clone, Debug)]
struct Cluster {
    kind: EventKind,
    place: Option<PlaceId>,
    when: Option<DateSet>,
    mentions: Vec<MentionIndex>,
    documents: BTreeSet<u32>,
    reasons: BTreeSet<Statement>,
    gone: bool,
}

impl Cluster {
    /// Whether two have a day in common.
    fn meets(&self, other: &Self) -> bool {
        self.when.as_ref().zip(other.when.as_ref()).is_some_and(|(one, other)| one.meets(other))
    }
}

/// Where clusters of a kind at a place, or in an area, are looked up by the first of their days.
type Shelf = FxHashMap<(EventKind, PlaceId), BTreeMap<Day, Vec<usize>>>;

/// Days looked through for a cluster: a mention that is vaguer than this joins only its like.
const WIDEST: i32 = 62;

/// The events that plotted mentions make, sorted by first day, place and kind; the unplaced and undated are events of their own.
///
/// Deterministic, and near-linear in the number of mentions. `documents` are the reports that the mentions are of: what two tellings
/// share beside kind, place and day is in their words. `constraints` are a user's own: what to keep apart, what to join.
#[must_use]
pub fn merge<M: Borrow<Mention>>(
    mentions: &[M],
    documents: &[Document],
    places: &dyn Places,
    constraints: &Constraints,
) -> Vec<Event> {
    merge_counted(mentions, documents, places, constraints).0
}

/// As [`merge`], with how many events so far were compared with a mention or with each other.
#[must_use]
pub fn merge_counted<M: Borrow<Mention>>(
    mentions: &[M],
    documents: &[Document],
    places: &dyn Places,
    constraints: &Constraints,
) -> (Vec<Event>, usize) {
    let mentions: Vec<&Mention> = mentions.iter().map(Borrow::borrow).collect();
    let (clusters, shelf, compared) = (Vec::new(), Shelf::default(), AtomicUsize::new(0));
    let mut merger = Merger { mentions, documents, places, constraints, clusters, shelf, compared };
    for index in merger.in_order() {
        merger.put(index);
    }
    merger.join_kinds();
    merger.join_areas();
    merger.join_nearby();
    merger.join_placed_elsewhere();
    merger.join_flights();
    merger.join_by_hand();
    let compared = merger.compared.load(Ordering::Relaxed);
    (merger.finish(), compared)
}

struct Merger<'a> {
    mentions: Vec<&'a Mention>,
    documents: &'a [Document],
    places: &'a dyn Places,
    constraints: &'a Constraints,
    clusters: Vec<Cluster>,
    shelf: Shelf,
    compared: AtomicUsize,
}

impl<'a> Merger<'a> {
    fn mention(&self, index: MentionIndex) -> Option<&'a Mention> {
        self.mentions.get(index.0 as usize).copied()
    }

    /// Those of a cluster, or of a list.
    fn mentions_of<'i>(&'i self, indices: &'i [MentionIndex]) -> impl Iterator<Item = &'a Mention> + 'i {
        indices.iter().filter_map(|&index| self.mention(index))
    }

    /// Takes note that two were compared.
    fn note_compared(&self) {
        self.compared.fetch_add(1, Ordering::Relaxed);
    }

    /// Whether two are told by different reports, and the user keeps no mention of one apart from those of the other.
    fn are_of_other_reports(&self, one: &Cluster, other: &Cluster) -> bool {
        one.documents.is_disjoint(&other.documents) && !self.constraints.keeps_apart_all(&one.mentions, &other.mentions)
    }

    /// Plotted mentions, those with the fewest days first, those with none of their own last.
    fn in_order(&self) -> Vec<MentionIndex> {
        let plotted = self.mentions.par_iter().enumerate().filter(|(_, mention)| mention.certainty.is_plotted());
        let mut order: Vec<(Dating, i64, usize)> = plotted
            .map(|(index, mention)| (Dating::of(mention), mention.when.as_ref().map_or(i64::MAX, width), index))
            .collect();
        order.par_sort_unstable();
        order.into_iter().filter_map(|(.., index)| u32::try_from(index).ok().map(MentionIndex)).collect()
    }

    /// Puts a mention into the cluster it tells of, or a new one.
    fn put(&mut self, index: MentionIndex) {
        let Some(mention) = self.mention(index) else { return };
        let place = mention.place.as_ref().map(|place| place.place);
        let (Some(place), Some(when)) = (place, mention.when.clone()) else {
            self.start(index, mention, place);
            return;
        };
        let found = self.matching((mention.kind, place), &when, Some(index));
        match found.or_else(|| self.dated_elsewhere(index, mention, place, &when)) {
            Some(cluster) => self.add(cluster, index, mention, &when),
            None => self.start(index, mention, Some(place)),
        }
    }

    fn start(&mut self, index: MentionIndex, mention: &Mention, place: Option<PlaceId>) {
        let number = self.clusters.len();
        if let (Some(place), Some(when)) = (place, &mention.when) {
            self.shelf.entry((mention.kind, place)).or_default().entry(when.first()).or_default().push(number);
        }
        self.clusters.push(Cluster {
            kind: mention.kind,
            place,
            when: mention.when.clone(),
            mentions: vec![index],
            documents: BTreeSet::from([mention.document.0]),
            reasons: BTreeSet::new(),
            gone: false,
        });
    }

    fn add(&mut self, number: usize, index: MentionIndex, mention: &Mention, when: &DateSet) {
        let Some(cluster) = self.clusters.get_mut(number) else { return };
        let before = cluster.when.as_ref().map(DateSet::first);
        if let Some(both) = cluster.when.as_ref().and_then(|days| days.intersection(when)) {
            cluster.when = Some(both);
        }
        cluster.mentions.push(index);
        cluster.documents.insert(mention.document.0);
        cluster.reasons.insert(if cluster.when.as_ref().is_some_and(|days| days.meets(when)) {
            Statement::SameKindPlaceDays
        } else {
            Statement::ToldWithoutDayAfter
        });
        self.reshelve(number, before);
    }

    /// Keeps the look-up right after a cluster's days were narrowed.
    fn reshelve(&mut self, number: usize, before: Option<Day>) {
        let Some(cluster) = self.clusters.get(number) else { return };
        let (Some(place), Some(now), Some(before)) = (cluster.place, cluster.when.as_ref().map(DateSet::first), before)
        else {
            return;
        };
        if now == before {
            return;
        }
        let days = self.shelf.entry((cluster.kind, place)).or_default();
        if let Some(list) = days.get_mut(&before) {
            list.retain(|&other| other != number);
        }
        days.entry(now).or_default().push(number);
    }

    /// The one cluster of a kind at a place whose days meet `when`; the first where `when` is a day.
    fn matching(&self, key: (EventKind, PlaceId), when: &DateSet, mention: Option<MentionIndex>) -> Option<usize> {
        let days = self.shelf.get(&key)?;
        let vague = width(when) > i64::from(WIDEST);
        let from = when.first().plus(-WIDEST);
        let lists = days.range(from..=when.last()).take(400);
        let mut alike = lists.flat_map(|(_, list)| list.iter().copied()).filter(|&number| {
            self.note_compared();
            let Some(cluster) = self.clusters.get(number).filter(|cluster| !cluster.gone) else { return false };
            let Some(other) = &cluster.when else { return false };
            let like = if vague { other == when } else { other.meets(when) };
            like && !mention.is_some_and(|index| self.constraints.keep_apart(index, &cluster.mentions))
        });
        let first = alike.next()?;
        // Of several, none is the one that a vague telling means.
        let one_of_several = when.precision() > Precision::Week && alike.any(|other| other != first);
        (!one_of_several).then_some(first)
    }

    /// Joins what a user said is one.
    fn join_by_hand(&mut self) {
        let mut holders: BTreeMap<MentionIndex, usize> = BTreeMap::new();
        if self.constraints.joined().next().is_some() {
            let clusters = self.clusters.iter().enumerate().filter(|(_, cluster)| !cluster.gone);
            holders.extend(
                clusters.flat_map(|(number, cluster)| cluster.mentions.iter().map(move |&index| (index, number))),
            );
        }
        for (one, other) in self.constraints.joined() {
            let (Some(&first), Some(&second)) = (holders.get(&one), holders.get(&other)) else { continue };
            if first == second {
                continue;
            }
            let (into, from) = (first.min(second), first.max(second));
            let moved = self.clusters.get(from).map_or(Vec::new(), |cluster| cluster.mentions.clone());
            holders.extend(moved.into_iter().map(|index| (index, into)));
            self.join(into, from, Statement::JoinedByHand);
        }
    }

    fn join(&mut self, into: usize, from: usize, reason: Statement) {
        let Some(gone) = self.clusters.get_mut(from) else { return };
        gone.gone = true;
        let (when, mentions, documents, reasons) =
            (gone.when.clone(), std::mem::take(&mut gone.mentions), gone.documents.clone(), gone.reasons.clone());
        let Some(kept) = self.clusters.get_mut(into) else { return };
        let before = kept.when.as_ref().map(DateSet::first);
        kept.when = match (kept.when.take(), when) {
            (Some(one), Some(other)) => Some(one.intersection(&other).unwrap_or(one)),
            (one, other) => one.or(other),
        };
        kept.mentions.extend(mentions);
        kept.documents.extend(documents);
        kept.reasons.extend(reasons);
        kept.reasons.insert(reason);
        self.reshelve(into, before);
    }
}

/// The one of them, where there is but one.
fn only(mut numbers: impl Iterator<Item = usize>) -> Option<usize> {
    numbers.next().filter(|_| numbers.next().is_none())
}

/// Whether a place sees it once in a while: another report of those days tells the same.
fn happens_once(kind: EventKind) -> bool {
    use EventKind::{Capture, Displacement, Handover, PrisonBreak, Surrender, Withdrawal};
    matches!(kind, Capture | Handover | PrisonBreak | Withdrawal | Surrender | Displacement)
}

/// Days that a set holds, gaps left out.
fn width(when: &DateSet) -> i64 {
    when.ranges().iter().map(|range| i64::from(range.end.number()) - i64::from(range.start.number())).sum()
}
