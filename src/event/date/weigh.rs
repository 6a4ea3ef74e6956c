//! What other reports' mentions leave of one report's publication day.

use super::super::MentionIndex;
use super::super::agreement::{Link, Links};
use super::super::mention::{Mention, WhenHow};
use super::chain::{Conflict, one_event, proof};
use super::{DatedReport, WIDEST_EVENT, days_of, is_open, width};
use crate::day::Day;
use crate::document::Publication;
use crate::edtf::{DateSet, DayRange};
use crate::reason::{Evidence, Phrase, Reason};
use crate::timex::normalize::{days_if_published, normalize};
use crate::timex::publication::Domain;
use crate::timex::{Expression, Timex, TimexType};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Days of a publication that are tried one by one; a bit each.
const MOST_CANDIDATES: usize = 62;
/// Days about another report's in which one without any date is looked for.
const NEIGHBOURHOOD: i32 = 14;
/// Other reports' sentences that a reason names.
const MOST_WORDS: usize = 3;

/// Narrower days of one report with the reason, and its expressions, read against them.
pub(super) struct Change {
    publication: Publication,
    timexes: Vec<Timex>,
}

impl Change {
    fn of(report: &DatedReport<'_>, days: DateSet, phrases: Vec<Phrase>, evidence: Vec<Evidence>) -> Self {
        let mut publication = Publication { inferred: days, ..report.publication.clone() };
        publication.reason.phrases.extend(phrases);
        publication.reason.evidence.extend(evidence);
        Self { timexes: normalize(report.expressions, &publication), publication }
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
    links: &Links,
    conflicts: &mut Vec<Conflict>,
) -> Vec<(usize, Change)> {
    let weighed: Vec<(usize, Option<Change>, Vec<Conflict>)> = links
        .documents()
        .into_par_iter()
        .map(|document| {
            let (index, mut own) = (document as usize, Vec::new());
            let change = weigh(index, reports, mentions, links.of(document), &mut own);
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
    let mut candidates = Candidates::of(report, candidates(report, reports, mentions, links)?);
    let (mut phrases, mut evidence, mut told_off) = (Vec::new(), Vec::new(), FxHashSet::default());
    let mut left = candidates.all();
    for link in links {
        let (Some(own), Some(other)) = (link.own.of(mentions), link.other.of(mentions)) else { continue };
        // What the other report tells without a day was on its own day or some days before.
        if other.when_how == WhenHow::Publication {
            continue;
        }
        let Some(told) = other.when.as_ref().filter(|days| width(days) <= WIDEST_EVENT) else { continue };
        let fitting = left & candidates.fitting(link.own, own, told, bounded);
        if fitting == 0 {
            let is_conflict = link.facts > 1 && own.timex.is_some();
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
    let days = DateSet::one_of(candidates.days(left).map(|day| DayRange { start: day, end: day.plus(1) }))?;
    (days != report.publication.inferred).then(|| Change::of(report, days, phrases, evidence))
}

/// The days a report may have come out on, with what its mentions mean on each. Sets of them are bits.
struct Candidates<'a> {
    expressions: &'a [Expression],
    days: Vec<Day>,
    /// The report's expressions, read on each of the days; none before they are asked for.
    readings: Vec<Vec<Timex>>,
    /// Days of a mention of the report, on each of the days.
    meant: FxHashMap<MentionIndex, Vec<Option<DateSet>>>,
    /// On which of the days a mention may tell of an event of these days.
    fitting: FxHashMap<(MentionIndex, &'a DateSet), u64>,
}

impl<'a> Candidates<'a> {
    fn of(report: &DatedReport<'a>, days: Vec<Day>) -> Self {
        let (meant, fitting) = (FxHashMap::default(), FxHashMap::default());
        Self { expressions: report.expressions, days, readings: Vec::new(), meant, fitting }
    }

    fn all(&self) -> u64 {
        (1 << self.days.len()) - 1
    }

    fn days(&self, set: u64) -> impl Iterator<Item = Day> {
        self.days.iter().enumerate().filter(move |(bit, _)| set & (1 << bit) != 0).map(|(_, &day)| day)
    }

    /// The days on which the mention may tell of one of the days `told`.
    fn fitting(&mut self, index: MentionIndex, own: &Mention, told: &'a DateSet, bounded: bool) -> u64 {
        if let Some(&known) = self.fitting.get(&(index, told)) {
            return known;
        }
        if self.readings.is_empty() {
            self.readings = self.days.iter().map(|&day| days_if_published(self.expressions, day)).collect();
        }
        let (days, readings) = (&self.days, &self.readings);
        let on_each =
            || days.iter().zip(readings).map(|(&day, timexes)| days_of(own, timexes, &published(day))).collect();
        let meant = self.meant.entry(index).or_insert_with(on_each);
        // "until nine in the morning": of the night before too.
        let timex = own.timex.and_then(|timex| readings.first()?.get(timex as usize));
        let overnight = timex.is_some_and(|timex| {
            timex.kind == TimexType::Time && (own.when_how == WhenHow::FromContext || timex.weekday().is_none())
        });
        let bits = meant.iter().enumerate().filter(|(_, days)| {
            let before =
                days.as_ref().filter(|_| overnight).map(|days| DateSet::days(days.first().plus(-1), days.last()));
            fits(own, before.as_ref().or(days.as_ref()), told, bounded)
        });
        let fitting = bits.fold(0, |set, (bit, _)| set | 1 << bit);
        self.fitting.insert((index, told), fitting);
        fitting
    }
}

/// Whether a mention that means `days` may tell of one of the days `told`.
fn fits(own: &Mention, days: Option<&DateSet>, told: &DateSet, bounded: bool) -> bool {
    match days {
        // A report that states no day of an event tells it within a day or two.
        Some(days) if own.timex.is_none() => bounded || DateSet::days(days.first().plus(-2), days.last()).meets(told),
        Some(days) => days.meets(told),
        None => true,
    }
}

fn published(day: Day) -> Publication {
    Publication { stated: None, inferred: DateSet::day(day), fits_other_years: false, reason: Reason::default() }
}

/// The days a report may have come out on: its own where they are bounded, else those about the report it agrees with most.
fn candidates(
    report: &DatedReport<'_>,
    reports: &[DatedReport<'_>],
    mentions: &[Mention],
    links: &[Link],
) -> Option<Vec<Day>> {
    let own = &report.publication.inferred;
    if !own.is_open() {
        return listed(own);
    }
    let mut agreeing: BTreeMap<u32, usize> = BTreeMap::new();
    for link in links {
        let document = link.other.of(mentions)?.document.0;
        let known = reports.get(document as usize).is_some_and(|other| !other.publication.inferred.is_open());
        if known {
            *agreeing.entry(document).or_default() += usize::from(link.facts);
        }
    }
    let (&best, _) = agreeing.iter().max_by_key(|&(document, facts)| (facts, Reverse(document)))?;
    let other = &reports.get(best as usize)?.publication.inferred;
    let around = DateSet::days(other.first().plus(-NEIGHBOURHOOD), other.last().plus(NEIGHBOURHOOD));
    let domain = Domain::of(report.expressions, report.stated, Some(&around));
    listed(&domain.days.intersection(&around)?)
}

fn listed(days: &DateSet) -> Option<Vec<Day>> {
    let count: i64 =
        days.ranges().iter().map(|range| i64::from(range.end.number()) - i64::from(range.start.number())).sum();
    if count > i64::try_from(MOST_CANDIDATES).unwrap_or_default() {
        return None;
    }
    let numbers = days.ranges().iter().flat_map(|range| range.start.number()..range.end.number());
    Some(numbers.map(|number| Day::from_number(i64::from(number))).collect())
}
