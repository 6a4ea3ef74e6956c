//! [`apply()`]: the corrections in force, laid over what was read.

use super::change::Change;
use super::edits::{Edits, LostPart, renumbered};
use super::log::Log;
use super::resolve::Lost;
use crate::collection::{Aspect, Collection};
use crate::event::{MentionIndex, merge};
use crate::gazetteer::{Gazetteer, Row};
use crate::problem::{Fault, Problem};
use crate::reason::{Reason, Statement};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What was read, corrected.
#[derive(Clone, Debug)]
pub struct Corrected {
    /// Reports and events as they are to be shown; what finds its words no longer is among the problems.
    pub collection: Collection,
    /// The gazetteer with the user's own places.
    pub gazetteer: Gazetteer,
    /// Numbers of the entries in force of which a part, or all, is without effect.
    pub lost: BTreeSet<u32>,
}

/// Lays the corrections in force over what was read, and merges anew.
///
/// A function of its arguments: with nothing in force, the collection comes back as it was. `gazetteer` is the one that read it.
#[must_use]
pub fn apply(read: &Collection, gazetteer: &Gazetteer, log: &Log) -> Corrected {
    let changes: Vec<(u32, &Change)> = log.in_force().collect();
    if changes.is_empty() {
        return Corrected { collection: read.clone(), gazetteer: gazetteer.clone(), lost: BTreeSet::new() };
    }
    let gazetteer = with_own_places(gazetteer, &changes);
    let mut edits = Edits::new(&read.documents, read.annotations.clone(), read.mentions.clone(), &gazetteer, &changes);
    for &(entry, change) in &changes {
        edits.make(entry, change);
    }
    let lost = edits.lost.iter().map(|part| part.entry).collect();
    let collection = finish(read, edits, &gazetteer, log);
    Corrected { collection, gazetteer, lost }
}

/// The gazetteer with the chosen places that it lacks.
fn with_own_places(gazetteer: &Gazetteer, changes: &[(u32, &Change)]) -> Gazetteer {
    let mut own: BTreeMap<&str, Row> = BTreeMap::new();
    for (_, change) in changes {
        if let Some(place) = change.place().filter(|place| gazetteer.by_key(place.key()).is_none()) {
            own.insert(place.key(), place.row());
        }
    }
    if own.is_empty() {
        return gazetteer.clone();
    }
    let rows: Vec<Row> = own.into_values().collect();
    // Where they cannot be laid over it, each correction that asks for one of them is listed as without effect.
    gazetteer.with_rows(&rows).unwrap_or_else(|_| gazetteer.clone())
}

fn finish(read: &Collection, edits: Edits<'_>, gazetteer: &Gazetteer, log: &Log) -> Collection {
    let numbers = renumbered(edits.mentions.len(), &edits.dismissed);
    let number = |index: MentionIndex| numbers.get(&index).copied();
    let constraints = edits.constraints(number);
    let mut problems = read.problems.clone();
    problems.extend(edits.lost.iter().map(|part| problem(part, log)));
    let marks = edits.marks.renumbered(number);
    let (mut mentions, mut dismissed) = (Vec::with_capacity(edits.mentions.len()), read.dismissed.clone());
    for (index, mention) in (0..).map(MentionIndex).zip(edits.mentions) {
        if edits.dismissed.contains(&index) { dismissed.push(mention) } else { mentions.push(mention) }
    }
    let mut events = merge::merge(&mentions, &read.documents, gazetteer, &constraints);
    for event in &mut events {
        if marks.of_event(event).iter().any(|mark| mark.aspect == Aspect::Day) {
            event.when_reason = Reason::new(Statement::SetByHand);
        }
    }
    Collection {
        documents: Arc::clone(&read.documents),
        annotations: edits.annotations,
        mentions,
        events,
        problems,
        dismissed,
        marks,
    }
}

fn problem(part: &LostPart, log: &Log) -> Problem {
    let what = log.entry(part.entry).and_then(|entry| log.change_of(entry)).map_or("", Change::what);
    let (entry, what) = (part.entry.to_string(), what.replace(' ', "-"));
    let fault = match part.why.clone() {
        Lost::Report => Fault::LostReport { entry, what },
        Lost::Words(words) => Fault::LostWords { entry, what, words },
        Lost::Mention(words) => Fault::LostMention { entry, what, words },
        Lost::Name(words) => Fault::LostName { entry, what, words },
        Lost::Figure(words) => Fault::LostFigure { entry, what, words },
        Lost::Place(place) => Fault::LostPlace { entry, what, place },
    };
    Problem::notice(part.document.clone(), fault)
}
