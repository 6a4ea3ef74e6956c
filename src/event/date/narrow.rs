//! Mentions of several days, and the narrower days that other reports tell of the same events.

use super::super::MentionIndex;
use super::super::agreement::{Link, Wanted, links};
use super::super::mention::{Mention, WhenHow};
use super::super::shelf::Shelves;
use super::super::signature::Signatures;
use super::chain::{one_event, proof};
use super::{DatedReport, WIDEST_EVENT, width};
use crate::edtf::{DateSet, Precision};
use crate::gazetteer::Gazetteer;
use crate::reason::{Evidence, Phrase};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// Gives mentions of several days the narrower days that another report tells of the same event.
pub(super) fn narrow_mentions(
    reports: &[DatedReport<'_>],
    mentions: &mut [Mention],
    (signatures, shelves): (&Signatures, &Shelves),
    by_document: &[Vec<usize>],
    gazetteer: &Gazetteer,
) {
    let unsettled =
        |mention: &Mention| mention.when.as_ref().is_none_or(|days| days.single_day().is_none()).then_some(Wanted::All);
    let all: Vec<&[usize]> = by_document.iter().map(Vec::as_slice).collect();
    let links = links(mentions, signatures, shelves, gazetteer, &all, &unsettled);
    let of_report = |(_, links): (u32, Vec<Link>)| narrowed(reports, mentions, &links);
    let found: Vec<Narrowed> = links.into_documents().flat_map_iter(of_report).collect();
    for Narrowed { mention, days, why, evidence } in found {
        if let Some(own) = mentions.get_mut(mention.0 as usize) {
            own.reason.add(why);
            own.reason.evidence.extend(evidence);
            own.when = Some(days);
            own.when_how = WhenHow::OtherReport;
        }
    }
}

/// Narrower days of a mention, and why.
struct Narrowed {
    mention: MentionIndex,
    days: DateSet,
    why: Phrase,
    evidence: Vec<Evidence>,
}

/// What the links of one report leave of the days of its mentions, step by step.
fn narrowed(reports: &[DatedReport<'_>], mentions: &[Mention], links: &[Link]) -> Vec<Narrowed> {
    let mut left: FxHashMap<MentionIndex, DateSet> = FxHashMap::default();
    let narrow = |link: &Link| {
        let (own, other) = (link.own.of(mentions)?, link.other.of(mentions)?);
        let told = other.when.as_ref()?;
        let days = left.get(&link.own).or(own.when.as_ref())?;
        let broad = days.precision() != Precision::Day || days.ranges().len() > 1;
        if !broad || width(days) > WIDEST_EVENT * 2 {
            return None;
        }
        let both = days.intersection(told).filter(|both| width(both) < width(days))?;
        left.insert(link.own, both.clone());
        let why = one_event(reports, own, other, told, link);
        Some(Narrowed { mention: link.own, days: both, why, evidence: proof(reports, own, other) })
    };
    links.iter().filter_map(narrow).collect()
}
