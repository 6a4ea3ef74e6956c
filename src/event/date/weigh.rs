//! What other reports' mentions leave of one report's publication day.

use super::super::MentionIndex;
use super::super::agreement::{Link, Links};
use super::super::mention::{Mention, WhenHow};
use super::candidates::Candidates;
use super::chain::{Conflict, one_event, proof};
use super::{DatedReport, WIDEST_EVENT, is_open, width};
use crate::document::Publication;
use crate::edtf::DateSet;
use crate::reason::{Evidence, Phrase, Statement};
use crate::timex::Timex;
use crate::timex::normalize::normalize;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Other reports' sentences that a reason names.
const MOST_WORDS: usize = 3;

/// Narrower days of one report with the reason, and its expressions, read against them.
pub(super) struct Change {
    publication: Publication,
    timexes: Vec<Timex>,
}

impl Change {
    pub(super) fn of(report: &DatedReport<'_>, days: DateSet, phrases: Vec<Phrase>, evidence: Vec<Evidence>) -> Self {
        let mut publication = Publication { inferred: days, ..report.publication.clone() };
        publication.reason.phrases.extend(phrases);
        publication.reason.evidence.extend(evidence);
        Self { timexes: normalize(report.expressions, &publication), publication }
    }

    /// With one more reason.
    pub(super) fn said(mut self, phrase: Phrase) -> Self {
        self.publication.reason.add(phrase);
        self
    }

    /// Makes it.
    pub(super) fn make(self, report: &mut DatedReport<'_>) {
        *report.publication = self.publication;
        *report.timexes = self.timexes;
    }
}

/// Weighs every report that has links, on all cores: the changes by report, in order.
pub(super) fn weigh_all(
    reports: &[DatedReport<'_>],
    mentions: &[Mention],
    links: Links,
    conflicts: &mut Vec<Conflict>,
) -> Vec<(usize, Change)> {
    let weighed: Vec<(usize, Option<Change>, Vec<Conflict>)> = links
        .into_documents()
        .map(|(document, links)| {
            let (index, mut own) = (document as usize, Vec::new());
            let change = weigh(index, reports, mentions, &links, &mut own);
            (index, change, own)
        })
        .collect();
    let mut changes = Vec::new();
    for (index, change, own) in weighed {
        conflicts.extend(own);
        changes.extend(change.map(|change| (index, change)));
    }
    changes
}

/// The days on which a mention of another report says that its event was.
///
/// What it tells without a day was on its own day or some days before.
pub(super) fn told(other: &Mention) -> Option<&DateSet> {
    other.when.as_ref().filter(|days| other.when_how != WhenHow::Publication && width(days) <= WIDEST_EVENT)
}

/// What is left of a report's publication day by the others' mentions; `None` where that is nothing new.
fn weigh<'a>(
    index: usize,
    reports: &'a [DatedReport<'a>],
    mentions: &'a [Mention],
    links: &[Link],
    conflicts: &mut Vec<Conflict>,
) -> Option<Change> {
    let report = reports.get(index).filter(|report| is_open(report))?;
    let bounded = !report.publication.inferred.is_open();
    let mut candidates = candidates(report, reports, links)?;
    let (mut phrases, mut evidence, mut told_off) = (Vec::new(), Vec::new(), FxHashSet::default());
    let possible = candidates.possible(of_report(index, mentions));
    let mut left = if possible == 0 { candidates.all() } else { possible };
    for link in links {
        let (Some(own), Some(other)) = (link.own.of(mentions), link.other.of(mentions)) else { continue };
        // A weekday comes back every week: which it is of a report without any day is for all that it tells to say (`vote`).
        if !bounded && link.facts == 1 && link.by == Some(Statement::SameWeekday) {
            continue;
        }
        let Some(told) = told(other) else { continue };
        let fitting = left & candidates.fitting(link.own, own, told, bounded);
        if fitting == 0 {
            // Days that the other report leaves open are none that it states.
            let is_conflict = link.facts > 1 && own.timex.is_some() && told.ranges().len() == 1;
            if is_conflict && told_off.insert((other.document.0, told)) {
                conflicts.push(Conflict { report: index, other: other.document.0 as usize, told: told.clone() });
            }
            continue;
        }
        if (fitting != left || !bounded) && phrases.len() < MOST_WORDS {
            phrases.push(one_event(reports, own, other, told, link));
            evidence.extend(proof(reports, own, other));
        }
        left = fitting;
    }
    if phrases.is_empty() || bounded && left == candidates.all() {
        return None;
    }
    let days = candidates.set(left)?;
    (days != report.publication.inferred).then(|| Change::of(report, days, phrases, evidence))
}

/// The mentions of one report, of all in the order of the reports.
fn of_report(index: usize, mentions: &[Mention]) -> impl Iterator<Item = (MentionIndex, &Mention)> {
    let first = mentions.partition_point(|mention| (mention.document.0 as usize) < index);
    let own = mentions.iter().enumerate().skip(first);
    own.take_while(move |(_, mention)| mention.document.0 as usize == index)
        .filter_map(|(at, mention)| Some((MentionIndex(u32::try_from(at).ok()?), mention)))
}

/// The days a report may have come out on: its own where they are bounded, else those about the report it agrees with most.
fn candidates<'a>(report: &DatedReport<'a>, reports: &[DatedReport<'_>], links: &[Link]) -> Option<Candidates<'a>> {
    if !report.publication.inferred.is_open() {
        return Candidates::bounded(report);
    }
    let mut agreeing: BTreeMap<u32, usize> = BTreeMap::new();
    for link in links {
        let known = reports.get(link.document as usize).is_some_and(|other| !other.publication.inferred.is_open());
        if known {
            *agreeing.entry(link.document).or_default() += usize::from(link.facts);
        }
    }
    let (&best, _) = agreeing.iter().max_by_key(|&(document, facts)| (facts, Reverse(document)))?;
    Candidates::about(report, &reports.get(best as usize)?.publication.inferred)
}
