//! The year of a report that tells its day without one: that in which the reports of the same places came out.
//!
//! *Ouahigouya, mercredi 9 novembre* fits 2011, 2016 and 2022; read alone it is the latest. A report of the same places that came out
//! within days of it in one of the other years knows better.

use super::super::mention::Mention;
use super::super::{Family, Places};
use super::DatedReport;
use crate::day::Day;
use crate::edtf::DateSet;
use crate::gazetteer::{Gazetteer, PlaceId, PlaceKind};
use crate::reason::Phrase;
use crate::timex::normalize::normalize;
use crate::timex::publication::Domain;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Days between two reports of the same news.
const APART: i32 = 14;
/// Reports of one place that are looked at.
const MOST: usize = 48;

/// Places that each report tells of, alone and with the families of events there; nothing as wide as a country.
type Topics = Vec<BTreeSet<Topic>>;
type Topic = (PlaceId, Option<Family>);
/// The reports that tell of a place so.
type Beside = FxHashMap<Topic, Vec<usize>>;

/// Gives such reports the year of their neighbours; the reports that were changed.
pub(super) fn settle(reports: &mut [DatedReport<'_>], mentions: &[Mention], gazetteer: &Gazetteer) -> Vec<usize> {
    let yearless: Vec<usize> =
        (0..reports.len()).filter(|&index| reports.get(index).is_some_and(is_yearless)).collect();
    if yearless.is_empty() {
        return yearless;
    }
    let topics = topics(reports.len(), mentions, gazetteer);
    let mut beside = Beside::default();
    for (index, told) in topics.iter().enumerate() {
        for &topic in told {
            beside.entry(topic).or_default().push(index);
        }
    }
    let held: &[DatedReport<'_>] = reports;
    let found: Vec<(usize, DateSet, usize)> = yearless
        .into_par_iter()
        .filter_map(|index| {
            let (days, other) = better(held, index, topics.get(index)?, &beside)?;
            Some((index, days, other))
        })
        .collect();
    let mut changed = Vec::new();
    for (index, days, other) in found {
        let source = reports.get(other).map_or("", |other| other.id).into();
        let Some(report) = reports.get_mut(index) else { continue };
        report.publication.reason.add(Phrase::YearOf(source));
        report.publication.stated = report.publication.stated.take().map(|_| days.clone());
        report.publication.inferred = days;
        *report.timexes = normalize(report.expressions, report.publication);
        changed.push(index);
    }
    changed
}

/// Whether a report's day would be another one in another year.
fn is_yearless(report: &DatedReport<'_>) -> bool {
    let Some(day) = report.publication.inferred.single_day().filter(|_| report.stated.is_none()) else { return false };
    report.publication.fits_other_years && day.year() > 0
}

fn topics(count: usize, mentions: &[Mention], gazetteer: &Gazetteer) -> Topics {
    let topics_of = |mention: &Mention| {
        let place = mention.place.as_ref().filter(|_| mention.certainty.is_plotted())?.place;
        let wide = matches!(Places::kind(gazetteer, place), PlaceKind::Country | PlaceKind::Region);
        (!wide).then(|| [(place, None), (place, Some(mention.kind.family()))])
    };
    let of_report = |own: &[Mention]| {
        let document = own.first()?.document.0 as usize;
        Some((document, own.iter().filter_map(topics_of).flatten().collect()))
    };
    let of_each: Vec<(usize, BTreeSet<Topic>)> =
        mentions.par_chunk_by(|one, next| one.document == next.document).filter_map(of_report).collect();
    let mut topics = vec![BTreeSet::new(); count];
    for (document, mut told) in of_each {
        if let Some(own) = topics.get_mut(document) {
            own.append(&mut told);
        }
    }
    topics
}

/// The day, and the report it is taken from: the one that shares the most, where it shares more than any of the year assumed.
fn better(
    reports: &[DatedReport<'_>],
    index: usize,
    own: &BTreeSet<Topic>,
    beside: &Beside,
) -> Option<(DateSet, usize)> {
    let report = reports.get(index)?;
    let assumed = report.publication.inferred.single_day()?;
    let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
    for other in own.iter().filter_map(|topic| beside.get(topic)).flat_map(|list| list.iter().take(MOST)) {
        if *other != index {
            *shared.entry(*other).or_default() += 1;
        }
    }
    let day = |other: usize| reports.get(other).and_then(|other| other.publication.inferred.single_day());
    let near = |one: Day, other: Day| one.number().abs_diff(other.number()) <= APART.unsigned_abs();
    let supports = |other: &usize| day(*other).is_some_and(|day| near(day, assumed));
    let held = shared.iter().filter(|(other, _)| supports(other)).map(|(_, &count)| count).max().unwrap_or(0);
    let (&other, _) = shared
        .iter()
        .filter(|&(other, &count)| count > held && day(*other).is_some() && !supports(other))
        .max_by_key(|&(other, &count)| (count, std::cmp::Reverse(*other)))?;
    let published = day(other)?;
    let around = DateSet::days(published.plus(-APART), published.plus(APART));
    let days = Domain::of(report.expressions, report.stated, Some(&around)).days;
    let (_, month, date) = assumed.ymd();
    // A weekday of the text may be that of the day before the report; the day and month that it states hold all the same.
    let stated = report.publication.stated.as_ref().and_then(|_| {
        let years = published.year() - 1..=published.year() + 1;
        years.filter_map(|year| Day::from_ymd(year, month, date)).find(|&day| near(day, published))
    });
    let found = days.single_day().filter(|&day| near(day, published)).or(stated).filter(|&day| day != assumed)?;
    Some((DateSet::day(found), other))
}
