//! The publication day of a report that no single fact ties to another: that on which most of what it tells agrees with what the
//! reports about the same places tell.
//!
//! *On Tuesday the camp was overrun* says one day a week; that another report dates an attack on the camp to a Tuesday says which.
//! Each mention has a vote for the days on which it tells the other's event, worth more the more the two share. One day must
//! stand out: a place where bombs go off every week gives each week as many votes.

mod reach;
mod tally;
mod telling;
mod voice;

use super::super::MentionIndex;
use super::super::agreement::{Link, facts};
use super::super::kind::{EventKind, Family};
use super::super::mention::Mention;
use super::super::nested::Nested;
use super::super::signature::{Signatures, area};
use super::DatedReport;
use super::candidates::Candidates;
use super::chain::{one_event, proof};
use super::company::{Companion, Company, is_news_of};
use super::weigh::Change;
use crate::edtf::DateSet;
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::reason::{Phrase, Statement};
use rayon::prelude::*;
use reach::Reach;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use tally::Tally;
use telling::{Area, Telling};
use voice::Voice;

/// Mentions of other reports that one is compared with.
const MOST_COMPARED: usize = 256;
/// Days of a mention that says on which day something was.
const WIDEST_TELLING: i32 = 3;
/// Votes for the same kind of event at one place, for kinds that reports tell of one event, and for each further fact.
const SAME_KIND: u32 = 3;
const AKIN: u32 = 2;
const FACT: u32 = 1;
/// Further facts that count.
const MOST_FACTS: u8 = 2;
/// Votes count so many times where the days meet, and once where one is the day before the other: *Wednesday*, *overnight to
/// Wednesday*.
const ON_THE_DAY: u32 = 2;
/// Other mentions that the reason names.
const MOST_NAMED: usize = 3;

/// The days found, by report.
pub(super) fn settle(
    reports: &[DatedReport<'_>],
    mentions: &[Mention],
    signatures: &Signatures,
    gazetteer: &Gazetteer,
) -> Vec<(usize, Change)> {
    let mut open: BTreeMap<usize, Vec<MentionIndex>> = BTreeMap::new();
    let mut told: Vec<(PlaceId, Telling<'_>)> = Vec::new();
    let voices = mentions.par_iter().enumerate().filter_map(|(index, mention)| {
        let index = MentionIndex(u32::try_from(index).ok()?);
        Voice::of(index, mention, reports, gazetteer)
    });
    for voice in voices.collect::<Vec<Voice<'_>>>() {
        match voice {
            Voice::Asks(report, mention) => open.entry(report).or_default().push(mention),
            Voice::Tells(area, telling) => told.push((area, telling)),
        }
    }
    if open.is_empty() {
        return Vec::new();
    }
    let dated = Area::all(told);
    let company = Company::new(reports, gazetteer);
    let poll = Poll { reports, mentions, signatures, gazetteer, dated, company };
    let day_of = |nested: &mut Nested, (report, own): (usize, Vec<MentionIndex>)| {
        Some((report, poll.day_of(report, &own, nested)?))
    };
    open.into_par_iter().map_init(Nested::default, day_of).collect::<Vec<_>>().into_iter().flatten().collect()
}

struct Poll<'a> {
    reports: &'a [DatedReport<'a>],
    mentions: &'a [Mention],
    signatures: &'a Signatures,
    gazetteer: &'a Gazetteer,
    /// Mentions that tell their day.
    dated: FxHashMap<PlaceId, Area<'a>>,
    company: Company,
}

/// Two mentions that may tell one event.
#[derive(Clone, Copy, Debug)]
struct Pair<'a> {
    link: Link,
    votes: u32,
    /// What the other says of the day.
    told: &'a DateSet,
}

impl<'a> Poll<'a> {
    fn day_of(&self, report: usize, own: &[MentionIndex], nested: &mut Nested) -> Option<Change> {
        let report = self.reports.get(report)?;
        let company = self.company.of(report, self.gazetteer);
        let mut candidates = self.candidates(report, own, &company, nested)?;
        let pairs: Vec<Pair<'_>> = own.iter().flat_map(|&own| self.best_pairs(own, nested)).collect();
        let possible = candidates.possible(own.iter().filter_map(|&own| Some((own, own.of(self.mentions)?))));
        let tally = Tally {
            told: self.count(&mut candidates, &pairs),
            company: self.count_company(&candidates, &company),
            possible,
        };
        let leads = tally.leads(&candidates)?;
        let days = candidates.set(leads.iter().fold(0, |set, index| set | 1 << index))?;
        if days == report.publication.inferred {
            return None;
        }
        let change = self.change(report, days.clone(), &mut candidates, *leads.first()?, &pairs)?;
        Some(match self.companion(&days, &company) {
            Some(other) => change.said(Phrase::NewsOf(other.id.into())),
            None => change,
        })
    }

    /// The mentions of other reports that tell something alike at the place of one: for each of the days that they tell the
    /// likeliest, the first of those, as a mention has one vote a day. The likeliest of all first.
    fn best_pairs(&self, own: MentionIndex, nested: &mut Nested) -> Vec<Pair<'a>> {
        let mut best: Vec<Option<Pair<'a>>> = Vec::new();
        for (told, number) in self.beside(own) {
            if best.len() <= number {
                best.resize(number + 1, None);
            }
            let Some(best) = best.get_mut(number) else { continue };
            let most = best.map_or(0, |pair| pair.votes);
            *best = self.pair(own, told, most, nested).or(*best);
        }
        let mut pairs: Vec<Pair<'a>> = best.into_iter().flatten().collect();
        pairs.sort_by_key(|pair| Reverse(pair.votes));
        pairs
    }

    /// Mentions that tell their day in the area of one, with the numbers of the days; some of all where they are many.
    fn beside(&self, own: MentionIndex) -> impl Iterator<Item = (&Telling<'a>, usize)> {
        let area = own.of(self.mentions).and_then(|mention| area(mention, self.gazetteer));
        let tellings = area.and_then(|area| self.dated.get(&area)).map_or(&[][..], Area::tellings);
        let step = tellings.len().div_ceil(MOST_COMPARED).max(1);
        tellings.iter().step_by(step).map(|(told, number)| (told, *number))
    }

    /// Two mentions, if they may tell one event, and that is worth more votes than `most`.
    fn pair(&self, own: MentionIndex, told: &Telling<'a>, most: u32, nested: &mut Nested) -> Option<Pair<'a>> {
        let mention = own.of(self.mentions)?;
        let kinds = if mention.kind == told.kind {
            SAME_KIND
        } else if akin(mention.kind, told.kind) {
            AKIN
        } else {
            return None;
        };
        let here = mention.place.as_ref()?.place;
        if kinds + FACT * u32::from(MOST_FACTS) <= most || !nested.share(here, told.place, self.gazetteer) {
            return None;
        }
        let signed = self.signatures.get(own).zip(self.signatures.get(told.mention));
        let (facts, by) = signed.map_or((0, None), |(one, two)| facts(one, two, here == told.place, MOST_FACTS));
        let votes = kinds + FACT * u32::from(facts);
        // A report that states no day of an event says little on which it was.
        if mention.timex.is_none() && facts == 0 || votes <= most {
            return None;
        }
        let by = by.or(Some(Statement::SeveralMentionsAgree));
        let link = Link { own, other: told.mention, document: told.document, facts, by };
        Some(Pair { link, votes, told: told.days })
    }

    /// The days about the report that shares the most with this one.
    fn candidates(
        &self,
        report: &DatedReport<'a>,
        own: &[MentionIndex],
        company: &[Companion],
        nested: &mut Nested,
    ) -> Option<Candidates<'a>> {
        if !report.publication.inferred.is_open() {
            return Candidates::bounded(report);
        }
        // Each mention speaks for another report once, however often that tells of the place.
        let mut shares: BTreeMap<(u32, MentionIndex), u32> = BTreeMap::new();
        for &own in own {
            for (told, _) in self.beside(own) {
                let Some(pair) = self.pair(own, told, 0, nested) else { continue };
                let share = shares.entry((told.document, own)).or_default();
                *share = pair.votes.max(*share);
            }
        }
        let mut agreeing: BTreeMap<u32, u32> = BTreeMap::new();
        for ((document, _), votes) in shares {
            *agreeing.entry(document).or_default() += votes;
        }
        for companion in company {
            *agreeing.entry(u32::try_from(companion.report).ok()?).or_default() += companion.shared;
        }
        let (&most, _) = agreeing.iter().max_by_key(|&(document, votes)| (votes, Reverse(document)))?;
        Candidates::about(report, &self.reports.get(most as usize)?.publication.inferred)
    }

    /// The votes for each of the days; a mention has one a day, its best.
    fn count(&self, candidates: &mut Candidates<'a>, pairs: &[Pair<'_>]) -> Vec<u32> {
        let mut counted: Vec<u32> = Vec::new();
        for of_one in pairs.chunk_by(|one, next| one.link.own == next.link.own) {
            let Some((index, own)) =
                of_one.first().and_then(|pair| Some((pair.link.own, pair.link.own.of(self.mentions)?)))
            else {
                continue;
            };
            let meant = candidates.meant(index, own);
            counted.resize(meant.len(), 0);
            for (sum, meant) in counted.iter_mut().zip(meant) {
                *sum += Reach::of(own, meant.as_ref()).map_or(0, |reach| reach.most_votes(of_one));
            }
        }
        counted
    }

    /// What the reports of the same towns say by the day they came out, the one that shares the most with it.
    fn count_company(&self, candidates: &Candidates<'a>, company: &[Companion]) -> Vec<u32> {
        let on = |day: usize| {
            let day = candidates.set(1 << day)?;
            company.iter().filter(|companion| self.is_near(companion, &day)).map(|companion| companion.shared).max()
        };
        (0..candidates.len()).map(|day| on(day).unwrap_or_default()).collect()
    }

    fn is_near(&self, companion: &Companion, day: &DateSet) -> bool {
        self.reports.get(companion.report).is_some_and(|other| is_news_of(day, &other.publication.inferred))
    }

    /// The report of the same towns that came out about a day.
    fn companion(&self, day: &DateSet, company: &[Companion]) -> Option<&DatedReport<'a>> {
        let near = company.iter().filter(|companion| self.is_near(companion, day));
        self.reports.get(near.max_by_key(|companion| (companion.shared, Reverse(companion.report)))?.report)
    }

    /// The change, with the tellings that it rests on.
    fn change(
        &self,
        report: &DatedReport<'a>,
        days: DateSet,
        candidates: &mut Candidates<'a>,
        day: usize,
        pairs: &[Pair<'_>],
    ) -> Option<Change> {
        let mut agrees = |pair: &Pair<'_>| {
            let Some(own) = pair.link.own.of(self.mentions) else { return false };
            let meant = candidates.meant(pair.link.own, own).get(day).and_then(Option::as_ref);
            Reach::of(own, meant).is_some_and(|reach| reach.votes(pair) > 0)
        };
        let mut agreeing: Vec<&Pair<'_>> = pairs.iter().filter(|pair| agrees(pair)).collect();
        agreeing.sort_by_key(|pair| (Reverse(pair.votes), pair.link.own, pair.link.other));
        let mut named = FxHashSet::default();
        agreeing.retain(|pair| named.insert(pair.link.own));
        let (mut phrases, mut evidence) = (Vec::new(), Vec::new());
        for pair in agreeing.iter().take(MOST_NAMED) {
            let (own, other) = (pair.link.own.of(self.mentions)?, pair.link.other.of(self.mentions)?);
            phrases.push(one_event(self.reports, own, other, pair.told, &pair.link));
            evidence.extend(proof(self.reports, own, other));
        }
        Some(Change::of(report, days, phrases, evidence))
    }
}

/// Whether reports tell one event as the one kind and as the other.
fn akin(one: EventKind, other: EventKind) -> bool {
    one.family() == other.family() && one.family() != Family::Civil || one.is_violent() && other.is_violent()
}
