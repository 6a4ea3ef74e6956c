//! The days of mentions, and of reports from each other's mentions of one event.
//!
//! A report whose publication day is open takes only those days on which its own words and those of the others can hold together.
//! Rounds in a stated order: every report is weighed against the days of the round before, so that the order of the reports does
//! not matter, until nothing changes.

use super::agreement::{Link, Links, links};
use super::mention::{Mention, TimeRelation, WhenHow};
use super::signature::Signatures;
use crate::day::Day;
use crate::document::Publication;
use crate::edtf::{DateSet, DayRange, Precision};
use crate::gazetteer::Gazetteer;
use crate::problem::Problem;
use crate::reason::{Evidence, Reason};
use crate::timex::publication::Domain;
use crate::timex::{Expression, Timex, normalize};
use rayon::prelude::*;

/// Days of a publication that are tried one by one.
const MOST_CANDIDATES: usize = 62;
/// Days of an event that still say something about a publication day.
const WIDEST_EVENT: i32 = 31;
/// Days about another report's in which one without any date is looked for.
const NEIGHBOURHOOD: i32 = 14;
/// Rounds; each but the last narrows some report, and chains of reports are short.
const MOST_ROUNDS: usize = 16;

/// One report, while its days are worked out. Reports and mentions go by the same [`crate::reason::DocumentIndex`].
#[derive(Debug)]
pub struct DatedReport<'a> {
    /// Its id, as reasons and problems name it.
    pub id: &'a str,
    /// Its text.
    pub text: &'a str,
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
        mention.when = days_of(mention, timexes, publication);
    }
}

/// Narrows publication days, timexes and mentions by what other reports tell of the same events, to a fixed point.
///
/// Time is near-linear in the mentions. The problems are readings that cannot both hold: nothing is changed by those.
pub fn propagate(reports: &mut [DatedReport<'_>], mentions: &mut [Mention], gazetteer: &Gazetteer) -> Vec<Problem> {
    let by_document = by_document(reports.len(), mentions);
    for (report, own) in reports.iter().zip(&by_document) {
        date_one(report, mentions, own);
    }
    let signatures = Signatures::of(mentions, gazetteer, &|document| text_of(reports, document));
    let mut problems = Vec::new();
    let mut waiting: Vec<bool> = reports.iter().map(is_open).collect();
    for _ in 0..MOST_ROUNDS {
        let wanted = |mention: &Mention| waiting.get(mention.document.0 as usize).is_some_and(|&waits| waits);
        let links = links(mentions, &signatures, gazetteer, &wanted);
        let changes = weigh_all(reports, mentions, &links, &mut problems);
        if changes.is_empty() {
            break;
        }
        let mut changed = vec![false; reports.len()];
        for (index, change) in changes {
            if let (Some(report), Some(own), Some(mark)) =
                (reports.get_mut(index), by_document.get(index), changed.get_mut(index))
            {
                *mark = true;
                change.make(report);
                date_one(report, mentions, own);
            }
        }
        waiting = signatures.beside(&changed, mentions);
        waiting.iter_mut().zip(reports.iter()).for_each(|(waits, report)| *waits &= is_open(report));
    }
    narrow_mentions(reports, mentions, &signatures, gazetteer);
    problems.sort_by(|one, other| (&one.source, &one.message).cmp(&(&other.source, &other.message)));
    problems.dedup();
    problems
}

/// Weighs every report against the days of the round before, on all cores.
fn weigh_all(
    reports: &[DatedReport<'_>],
    mentions: &[Mention],
    links: &Links,
    problems: &mut Vec<Problem>,
) -> Vec<(usize, Change)> {
    let weighed: Vec<(usize, Option<Change>, Vec<Problem>)> = links
        .documents()
        .into_par_iter()
        .map(|document| {
            let (index, mut conflicts) = (document as usize, Vec::new());
            let change = weigh(index, reports, mentions, links.of(document), &mut conflicts);
            (index, change, conflicts)
        })
        .collect();
    let mut changes = Vec::new();
    for (index, change, conflicts) in weighed {
        problems.extend(conflicts);
        changes.extend(change.map(|change| (index, change)));
    }
    changes
}

struct Change {
    days: DateSet,
    words: String,
    evidence: Vec<Evidence>,
}

impl Change {
    fn make(self, report: &mut DatedReport<'_>) {
        report.publication.inferred = self.days;
        report.publication.reason.words = join(&report.publication.reason.words, &self.words);
        report.publication.reason.evidence.extend(self.evidence);
        *report.timexes = normalize(report.expressions, report.publication);
    }
}

fn join(words: &str, more: &str) -> String {
    if words.is_empty() { more.to_owned() } else { format!("{words}; {more}") }
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

fn date_one(report: &DatedReport<'_>, mentions: &mut [Mention], own: &[usize]) {
    for &index in own {
        if let Some(mention) = mentions.get_mut(index) {
            mention.when = days_of(mention, report.timexes, report.publication);
        }
    }
}

fn days_of(mention: &Mention, timexes: &[Timex], publication: &Publication) -> Option<DateSet> {
    let timex = mention.timex.and_then(|index| timexes.get(index as usize));
    let days = timex.and_then(|timex| timex.when.as_ref().or(timex.extent.as_ref()));
    let published = Some(&publication.inferred).filter(|days| !days.is_open());
    let Some(days) = days else {
        // Words that no day is known for yet say nothing; without any, the report tells its own day's news.
        let waits = timex.is_some_and(Timex::awaits_publication);
        return published.filter(|_| !waits).cloned();
    };
    let last = published.map(DateSet::last);
    Some(match (mention.relation, last) {
        (TimeRelation::Since, Some(last)) if days.first() <= last => DateSet::days(days.first(), last),
        (TimeRelation::After, Some(last)) if days.last() < last => DateSet::days(days.last(), last),
        (TimeRelation::Before, _) => DateSet::days(days.first().plus(-1), days.first()).approximately(),
        _ => days.clone(),
    })
}

/// What is left of a report's publication day by the others' mentions; `None` where that is nothing new.
fn weigh(
    index: usize,
    reports: &[DatedReport<'_>],
    mentions: &[Mention],
    links: &[Link],
    problems: &mut Vec<Problem>,
) -> Option<Change> {
    let report = reports.get(index)?;
    if !is_open(report) || links.is_empty() {
        return None;
    }
    let mut left = candidates(report, reports, mentions, links)?;
    let before = left.len();
    let bounded = !report.publication.inferred.is_open();
    let readings: Vec<Vec<Timex>> = left.iter().map(|&day| read_on(report, day)).collect();
    let mut readings: Vec<(Day, Vec<Timex>)> = left.drain(..).zip(readings).collect();
    let (mut words, mut evidence) = (Vec::new(), Vec::new());
    for link in links {
        let (Some(own), Some(other)) = (mentions.get(link.own), mentions.get(link.other)) else { continue };
        let Some(told) = other.when.as_ref().filter(|days| width(days) <= WIDEST_EVENT) else { continue };
        let holds = |(day, timexes): &(Day, Vec<Timex>)| fits(own, *day, timexes, told, bounded);
        let fitting = readings.iter().filter(|reading| holds(reading)).count();
        if fitting == 0 {
            if link.facts > 1 && own.timex.is_some() {
                problems.push(conflict(report, reports, other, told));
            }
            continue;
        }
        if fitting < readings.len() || !bounded {
            readings.retain(|reading| holds(reading));
            words.push(sentence(reports, own, other, told, link));
            evidence.extend(proof(reports, own, other));
        }
    }
    if words.is_empty() || bounded && readings.len() == before {
        return None;
    }
    words.truncate(3);
    evidence.truncate(6);
    let days = DateSet::one_of(readings.iter().map(|&(day, _)| DayRange { start: day, end: day.plus(1) }))?;
    (days != report.publication.inferred).then(|| Change { days, words: words.join("; "), evidence })
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
    let mut agreeing: std::collections::BTreeMap<u32, usize> = std::collections::BTreeMap::new();
    for link in links {
        let document = mentions.get(link.other)?.document.0;
        let known = reports.get(document as usize).is_some_and(|other| !other.publication.inferred.is_open());
        if known {
            *agreeing.entry(document).or_default() += link.facts.max(1);
        }
    }
    let (&best, _) = agreeing.iter().max_by_key(|&(document, facts)| (facts, std::cmp::Reverse(document)))?;
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

fn read_on(report: &DatedReport<'_>, day: Day) -> Vec<Timex> {
    let publication = Publication { stated: None, inferred: DateSet::day(day), reason: Reason::default() };
    normalize(report.expressions, &publication)
}

/// Whether the mention, in a report of `day`, may tell of one of the days `told`.
fn fits(own: &Mention, day: Day, timexes: &[Timex], told: &DateSet, bounded: bool) -> bool {
    let publication = Publication { stated: None, inferred: DateSet::day(day), reason: Reason::default() };
    match days_of(own, timexes, &publication) {
        // A report that states no day of an event tells it within a day or two.
        Some(days) if own.timex.is_none() => bounded || DateSet::days(days.first().plus(-2), days.last()).meets(told),
        Some(days) => days.meets(told),
        None => true,
    }
}

fn width(days: &DateSet) -> i32 {
    days.last().number().saturating_sub(days.first().number()).saturating_add(1)
}

/// The words of a mention's day, as its report puts them.
fn told_as<'r>(reports: &'r [DatedReport<'_>], mention: &Mention) -> Option<(&'r str, &'r str, crate::span::Span)> {
    let report = reports.get(mention.document.0 as usize)?;
    let timex = mention.timex.and_then(|index| report.timexes.get(index as usize));
    let span = timex.map_or(mention.trigger, |timex| timex.span);
    Some((report.id, span.of(report.text), span))
}

/// *“mercredi matin” in 002; “cette semaine” (2021-07-05/2021-07-11) in 004: the same actor*
fn sentence(reports: &[DatedReport<'_>], own: &Mention, other: &Mention, told: &DateSet, link: &Link) -> String {
    match (told_as(reports, own), told_as(reports, other)) {
        (Some((report, words, _)), Some((source, source_words, _))) => {
            format!("“{words}” in {report}, “{source_words}” ({told}) in {source}, one event by {}", link.by)
        }
        _ => String::from("another report tells the same event"),
    }
}

fn proof(reports: &[DatedReport<'_>], own: &Mention, other: &Mention) -> Vec<Evidence> {
    let mine = told_as(reports, own).map(|(.., span)| Evidence { document: None, span });
    let theirs = told_as(reports, other).map(|(.., span)| Evidence { document: Some(other.document), span });
    mine.into_iter().chain(theirs).collect()
}

fn conflict(report: &DatedReport<'_>, reports: &[DatedReport<'_>], other: &Mention, told: &DateSet) -> Problem {
    let source = reports.get(other.document.0 as usize).map_or("another report", |report| report.id);
    let inferred = &report.publication.inferred;
    Problem::notice(
        report.id,
        format!(
            "its days ({inferred}) and those of {source} ({told}) for one event cannot both hold; both are kept as they are"
        ),
    )
}

/// Gives mentions of several days the narrower days that another report tells of the same event.
fn narrow_mentions(
    reports: &[DatedReport<'_>],
    mentions: &mut [Mention],
    signatures: &Signatures,
    gazetteer: &Gazetteer,
) {
    let unsettled = |mention: &Mention| mention.when.as_ref().is_none_or(|days| days.single_day().is_none());
    let links = links(mentions, signatures, gazetteer, &unsettled);
    let before: Vec<Option<DateSet>> = mentions.iter().map(|mention| mention.when.clone()).collect();
    for link in links.all() {
        let Some(told) = before.get(link.other).and_then(Option::as_ref) else { continue };
        let Some(days) = mentions.get(link.own).and_then(|own| own.when.clone()) else { continue };
        let broad = days.precision() != Precision::Day || days.ranges().len() > 1;
        let Some(both) = days.intersection(told) else { continue };
        if !broad || width(&days) > WIDEST_EVENT * 2 || width(&both) >= width(&days) {
            continue;
        }
        let Some(other) = mentions.get(link.other).cloned() else { continue };
        let Some(own) = mentions.get_mut(link.own) else { continue };
        own.reason.words = join(&own.reason.words, &sentence(reports, own, &other, told, link));
        own.reason.evidence.extend(proof(reports, own, &other));
        own.when = Some(both);
        own.when_how = WhenHow::OtherReport;
    }
}

#[cfg(test)]
mod tests;
