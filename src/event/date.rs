//! The days of mentions, and of reports from each other's mentions of one event.
//!
//! A report whose publication day is open takes only those days on which its own words and those of the others can hold together.
//! Rounds in a stated order: every report is weighed against the days of the round before, so that the order of the reports does
//! not matter, until nothing changes.

mod candidates;
mod chain;
mod company;
mod narrow;
mod vote;
mod weigh;
mod years;

use self::chain::Conflict;
use self::narrow::narrow_mentions;
use self::weigh::{Change, told, weigh_all};
use super::agreement::{Wanted, links};
use super::mention::{Certainty, Mention, TimeRelation, WhenHow};
use super::shelf::Shelves;
use super::signature::Signatures;
use crate::document::Publication;
use crate::edtf::DateSet;
use crate::gazetteer::Gazetteer;
use crate::problem::Problem;
use crate::reason::Statement;
use crate::timex::period;
use crate::timex::{Expression, Timex};
use crate::toponym::Toponym;
use rayon::prelude::*;

/// Days of an event that still say something about a publication day.
const WIDEST_EVENT: i32 = 31;
/// Rounds; each but the last narrows some report, and chains of reports are short.
const MOST_ROUNDS: usize = 16;

/// One report, while its days are worked out. Reports and mentions go by the same [`crate::reason::DocumentIndex`].
#[derive(Debug)]
pub struct DatedReport<'a> {
    /// Its id, as reasons and problems name it.
    pub id: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Its place names.
    pub toponyms: &'a [Toponym],
    /// Its expressions of time.
    pub expressions: &'a [Expression],
    /// What is stated from outside the text.
    pub stated: Option<&'a DateSet>,
    /// When it came out; narrowed.
    pub publication: &'a mut Publication,
    /// One for each expression; read anew where the publication day is narrowed.
    pub timexes: &'a mut Vec<Timex>,
}

/// Sets the days of one report's mentions from its timexes. A mention without one goes by the publication day.
pub fn date_mentions(mentions: &mut [Mention], timexes: &[Timex], publication: &Publication) {
    for mention in mentions {
        if mention.when_how == WhenHow::OtherReport {
            continue;
        }
        date_mention(mention, timexes, publication);
    }
}

fn date_mention(mention: &mut Mention, timexes: &[Timex], publication: &Publication) {
    mention.when = days_of(mention, timexes, &publication.inferred);
    put_off(mention, publication);
}

/// Narrows publication days, timexes and mentions by what other reports tell of the same events, to a fixed point.
///
/// Time is near-linear in the mentions. The problems are readings that cannot both hold: nothing is changed by those.
pub fn propagate(reports: &mut [DatedReport<'_>], mentions: &mut [Mention], gazetteer: &Gazetteer) -> Vec<Problem> {
    let by_document = by_document(reports.len(), mentions);
    date_those(reports, mentions, &|_| true);
    let moved = years::settle(reports, mentions, gazetteer);
    if !moved.is_empty() {
        date_those(reports, mentions, &|report| moved.contains(&report));
    }
    let weekday_of = |mention: &Mention| {
        let timex = reports.get(mention.document.0 as usize)?.timexes.get(mention.timex? as usize)?;
        timex.weekday().filter(|_| mention.when_how == WhenHow::Named && mention.relation == TimeRelation::At)
    };
    let signatures = Signatures::of(mentions, gazetteer, &|document| text_of(reports, document), &weekday_of);
    let shelves = Shelves::new(mentions, &signatures, &tells_days);
    let (shelves, conflicts) = rounds(reports, mentions, (&signatures, shelves), &by_document, gazetteer);
    narrow_mentions(reports, mentions, (&signatures, &shelves), &by_document, gazetteer);
    Conflict::lines(conflicts, reports)
}

fn tells_days(mention: &Mention) -> bool {
    told(mention).is_some()
}

/// The rounds: the shelves as they are after the last one, and the days that cannot both hold.
fn rounds(
    reports: &mut [DatedReport<'_>],
    mentions: &mut [Mention],
    (signatures, mut shelves): (&Signatures, Shelves),
    by_document: &[Vec<usize>],
    gazetteer: &Gazetteer,
) -> (Shelves, Vec<Conflict>) {
    let mut conflicts = Vec::new();
    let mut waiting: Vec<bool> = reports.iter().map(is_open).collect();
    for _ in 0..MOST_ROUNDS {
        let wanted = |mention: &Mention| {
            // A report without any day looks for its days about another's that it has much in common with.
            let report = reports.get(mention.document.0 as usize)?;
            Some(if report.publication.inferred.is_open() { Wanted::All } else { Wanted::TellingDays })
        };
        let asking = by_document.iter().zip(&waiting).filter(|(_, waits)| **waits);
        let asking: Vec<&[usize]> = asking.map(|(own, _)| own.as_slice()).collect();
        let links = links(mentions, signatures, &shelves, gazetteer, &asking, &wanted);
        let mut found = weigh_all(reports, mentions, links, &mut conflicts);
        if found.is_empty() {
            found = vote::settle(reports, mentions, signatures, gazetteer);
        }
        if found.is_empty() {
            break;
        }
        let changed = make(found, reports, mentions);
        let renewed = shelves.renewed(mentions, &changed, &tells_days);
        let before = std::mem::replace(&mut shelves, renewed);
        let has_news = |(index, own): (usize, &Vec<usize>)| {
            reports.get(index).is_some_and(is_open)
                && (changed.get(index) == Some(&true)
                    || own.iter().any(|&mention| shelves.has_news(mention, &before, &changed)))
        };
        waiting = by_document.par_iter().enumerate().map(has_news).collect();
    }
    (shelves, conflicts)
}

/// Makes the changes found, by report, and marks the reports.
fn make(found: Vec<(usize, Change)>, reports: &mut [DatedReport<'_>], mentions: &mut [Mention]) -> Vec<bool> {
    let mut of_each: Vec<Option<Change>> = Vec::new();
    of_each.resize_with(reports.len(), || None);
    for (index, change) in found {
        if let Some(own) = of_each.get_mut(index) {
            *own = Some(change);
        }
    }
    let changed: Vec<bool> = of_each.iter().map(Option::is_some).collect();
    reports
        .par_iter_mut()
        .zip(of_each)
        .for_each(|(report, change)| change.into_iter().for_each(|own| own.make(report)));
    date_those(reports, mentions, &|report| changed.get(report).is_some_and(|&changed| changed));
    changed
}

fn text_of<'a>(reports: &[DatedReport<'a>], document: u32) -> &'a str {
    reports.get(document as usize).map_or("", |report| report.text)
}

fn is_open(report: &DatedReport<'_>) -> bool {
    report.publication.inferred.single_day().is_none()
}

/// Indices of the mentions of each document.
fn by_document(documents: usize, mentions: &[Mention]) -> Vec<Vec<usize>> {
    let mut lists = vec![Vec::new(); documents];
    for (index, mention) in mentions.iter().enumerate() {
        if let Some(list) = lists.get_mut(mention.document.0 as usize) {
            list.push(index);
        }
    }
    lists
}

/// Sets the days of the mentions of those reports that are `wanted`, on all cores.
fn date_those(reports: &[DatedReport<'_>], mentions: &mut [Mention], wanted: &(dyn Fn(usize) -> bool + Sync)) {
    let of_report = |own: &mut [Mention]| {
        let index = own.first().map(|mention| mention.document.0 as usize).filter(|&index| wanted(index));
        let Some(report) = index.and_then(|index| reports.get(index)) else { return };
        for mention in own {
            date_mention(mention, report.timexes, report.publication);
        }
    };
    mentions.par_chunk_by_mut(|one, next| one.document == next.document).for_each(of_report);
}

/// What a report tells of a day that is still to come when it came out has not happened: *called a strike for 15 April*.
///
/// Only a day that the report states itself counts: one worked out from what it tells may be too early.
fn put_off(mention: &mut Mention, publication: &Publication) {
    let stated = publication.stated.as_ref().and(publication.inferred.single_day());
    let to_come = mention.when.as_ref().is_some_and(|days| stated.is_some_and(|published| days.first() > published));
    if to_come && mention.when_how == WhenHow::Named && mention.certainty.is_plotted() {
        mention.certainty = Certainty::Planned;
        mention.reason.add(Statement::DayToCome);
    }
}

/// The days of a mention in a report that came out on one of the days `published`.
fn days_of(mention: &Mention, timexes: &[Timex], published: &DateSet) -> Option<DateSet> {
    let timex = mention.timex.and_then(|index| timexes.get(index as usize));
    let days = timex.and_then(|timex| timex.when.as_ref().or(timex.extent.as_ref()));
    let published = Some(published).filter(|days| !days.is_open());
    let Some(days) = days else {
        // Words that no day is known for yet say nothing; without any, the report tells its own day's news.
        let waits = timex.is_some_and(Timex::awaits_publication);
        // A report that says which days it is about tells their news.
        let own = period::of(timexes).or(published).filter(|_| !waits);
        return match mention.relation {
            TimeRelation::DaysBefore(count) => own.map(|days| days_ago(days, count)),
            _ => own.cloned(),
        };
    };
    let last = published.map(DateSet::last);
    Some(match (mention.relation, last) {
        (TimeRelation::Since, Some(last)) if days.first() <= last => DateSet::days(days.first(), last),
        (TimeRelation::After, Some(last)) if days.last() < last => DateSet::days(days.last(), last),
        (TimeRelation::DaysBefore(count), _) => days_ago(days, count),
        (TimeRelation::Before, _) => DateSet::days(days.first().plus(-1), days.first()).approximately(),
        _ => days.clone(),
    })
}

fn days_ago(days: &DateSet, count: i16) -> DateSet {
    days.map_days(400, |day| Some(DateSet::day(day.plus(-i32::from(count))))).unwrap_or_else(|| days.clone())
}

fn width(days: &DateSet) -> i32 {
    days.last().number().saturating_sub(days.first().number()).saturating_add(1)
}

#[cfg(test)]
mod tests;
