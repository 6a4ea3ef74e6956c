//! The publication day of a report that no single fact ties to another: that on which most of what it tells agrees with what the
//! reports about the same places tell.
//!
//! *On Tuesday the camp was overrun* says one day a week; that another report dates an attack on the camp to a Tuesday says which.
//! Each mention has a vote for the days on which it tells the other's event, worth more the more the two share. One day must
//! stand out: a place where bombs go off every week gives each week as many votes.

mod reach;

use super::super::MentionIndex;
use super::super::agreement::{Link, facts};
use super::super::kind::{EventKind, Family};
use super::super::mention::{Mention, TimeRelation, WhenHow};
use super::super::nested::Nested;
use super::super::signature::{Signatures, area};
use super::candidates::Candidates;
use super::chain::{one_event, proof};
use super::company::{Companion, Company, is_news_of};
use super::weigh::Change;
use super::{DatedReport, is_open, width};
use crate::day::Day;
use crate::edtf::DateSet;
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::reason::{Phrase, Statement};
use rayon::prelude::*;
use reach::Reach;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Mentions of other reports that one is compared with.
const MOST_COMPARED: usize = 256;
/// Days of a mention that says on which day something was.
const WIDEST_TELLING: i32 = 3;
/// Votes for the same kind of event at one place, for kinds that reports tell of one event, and for each further fact.
const SAME_KIND: u32 = 3;
const AKIN: u32 = 2;
const FACT: u32 = 1;
/// Further facts that count.
const MOST_FACTS: u32 = 2;
/// Votes count so many times where the days meet, and once where one is the day before the other: *Wednesday*, *overnight to
/// Wednesday*.
const ON_THE_DAY: u32 = 2;
/// Votes that a day needs: fewer where the report leaves only a few, as one weekday does.
const LEAST: u32 = SAME_KIND * ON_THE_DAY;
const LEAST_OF_FEW: u32 = AKIN * ON_THE_DAY;
const FEW: usize = 8;
/// Days about the best one that its own tellings give votes by chance: no rivals of it.
const BESIDE: u32 = 1;
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
    let mut dated: FxHashMap<PlaceId, Vec<Telling<'_>>> = FxHashMap::default();
    for (index, mention) in (0..).map(MentionIndex).zip(mentions).filter(|(_, mention)| mention.certainty.is_plotted())
    {
        let document = mention.document.0 as usize;
        let Some(area) = area(mention, gazetteer) else { continue };
        if reports.get(document).is_some_and(is_open) {
            open.entry(document).or_default().push(index);
        } else if let Some(telling) = Telling::of(index, mention) {
            dated.entry(area).or_default().push(telling);
        }
    }
    if open.is_empty() {
        return Vec::new();
    }
    let company = Company::new(reports, gazetteer);
    let poll = Poll { reports, mentions, signatures, gazetteer, dated, company };
    let day_of = |nested: &mut Nested, (report, own): (usize, Vec<MentionIndex>)| {
        Some((report, poll.day_of(report, &own, nested)?))
    };
    open.into_par_iter().map_init(Nested::default, day_of).collect::<Vec<_>>().into_iter().flatten().collect()
}

/// A mention that says on which day its event was.
#[derive(Clone, Copy, Debug)]
struct Telling<'a> {
    mention: MentionIndex,
    kind: EventKind,
    place: PlaceId,
    days: &'a DateSet,
}

impl<'a> Telling<'a> {
    fn of(index: MentionIndex, mention: &'a Mention) -> Option<Self> {
        let days = mention.when.as_ref().filter(|days| width(days) <= WIDEST_TELLING)?;
        let tells_day = mention.when_how != WhenHow::Publication && mention.relation == TimeRelation::At;
        tells_day.then_some(Self { mention: index, kind: mention.kind, place: mention.place.as_ref()?.place, days })
    }
}

struct Poll<'a> {
    reports: &'a [DatedReport<'a>],
    mentions: &'a [Mention],
    signatures: &'a Signatures,
    gazetteer: &'a Gazetteer,
    /// Mentions that tell their day, by area.
    dated: FxHashMap<PlaceId, Vec<Telling<'a>>>,
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
        let pairs: Vec<Pair<'_>> = own.iter().flat_map(|&own| self.pairs(own, nested)).collect();
        let report = self.reports.get(report)?;
        let company = self.company.of(report, self.gazetteer);
        let mut candidates = self.candidates(report, &pairs, &company)?;
        let mut counted = self.count(&mut candidates, &pairs);
        self.add_company(&mut counted, &candidates, &company);
        let needed = if counted.len() <= FEW { LEAST_OF_FEW } else { LEAST };
        let best = counted.iter().copied().max().filter(|&best| best >= needed)?;
        let leads: Vec<usize> = (0..counted.len()).filter(|&index| counted.get(index) == Some(&best)).collect();
        let (first, last) = (candidates.day(*leads.first()?)?, candidates.day(*leads.last()?)?);
        let beside = |index: usize| {
            let apart = |lead: Day| candidates.day(index).map_or(0, |day| day.number().abs_diff(lead.number()));
            apart(first).min(apart(last)) <= BESIDE
        };
        let rivals = counted.iter().enumerate().filter(|&(index, _)| !beside(index)).map(|(_, &votes)| votes);
        if first.number().abs_diff(last.number()) > BESIDE || rivals.max().unwrap_or(0) * 3 > best * 2 {
            return None;
        }
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

    /// The mentions of other reports that tell something alike at the place of one, the likeliest first.
    fn pairs(&self, own: MentionIndex, nested: &mut Nested) -> Vec<Pair<'a>> {
        let Some(mention) = own.of(self.mentions) else { return Vec::new() };
        let area = area(mention, self.gazetteer);
        let beside = area.and_then(|area| self.dated.get(&area)).map_or(&[][..], Vec::as_slice);
        let step = beside.len().div_ceil(MOST_COMPARED).max(1);
        let tellings = beside.iter().step_by(step);
        let mut pairs: Vec<Pair<'a>> = tellings.filter_map(|told| self.pair(own, mention, told, nested)).collect();
        pairs.sort_by_key(|pair| Reverse(pair.votes));
        pairs
    }

    fn pair(&self, own: MentionIndex, mention: &Mention, told: &Telling<'a>, nested: &mut Nested) -> Option<Pair<'a>> {
        let kinds = if mention.kind == told.kind {
            SAME_KIND
        } else if akin(mention.kind, told.kind) {
            AKIN
        } else {
            return None;
        };
        let here = mention.place.as_ref()?.place;
        if !nested.share(here, told.place, self.gazetteer) {
            return None;
        }
        let signed = self.signatures.get(own).zip(self.signatures.get(told.mention));
        let (facts, by) = signed.map_or((0, None), |(one, two)| facts(one, two, here == told.place));
        // A report that states no day of an event says little on which it was.
        if mention.timex.is_none() && facts == 0 {
            return None;
        }
        let by = by.or(Some(Statement::SeveralMentionsAgree));
        let link = Link { own, other: told.mention, facts, by };
        Some(Pair { link, votes: kinds + FACT * u32::from(facts).min(MOST_FACTS), told: told.days })
    }

    /// The days about the report that shares the most with this one.
    fn candidates(
        &self,
        report: &DatedReport<'a>,
        pairs: &[Pair<'_>],
        company: &[Companion],
    ) -> Option<Candidates<'a>> {
        if !report.publication.inferred.is_open() {
            return Candidates::bounded(report);
        }
        // Each mention speaks for another report once, however often that tells of the place.
        let mut shares: BTreeMap<(u32, MentionIndex), u32> = BTreeMap::new();
        for pair in pairs {
            let document = pair.link.other.of(self.mentions)?.document.0;
            let share = shares.entry((document, pair.link.own)).or_default();
            *share = pair.votes.max(*share);
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
            // Many tell the same days: the first of those, which has the most votes, is enough.
            let mut told = FxHashSet::default();
            let best: Vec<&Pair<'_>> = of_one.iter().filter(|pair| told.insert(pair.told)).collect();
            let meant = candidates.meant(index, own);
            counted.resize(meant.len(), 0);
            for (sum, meant) in counted.iter_mut().zip(meant) {
                *sum += Reach::of(own, meant.as_ref()).map_or(0, |reach| reach.most_votes(&best));
            }
        }
        counted
    }

    /// Adds what the reports of the same towns say by the day they came out, the one that shares the most with it.
    fn add_company(&self, counted: &mut Vec<u32>, candidates: &Candidates<'a>, company: &[Companion]) {
        counted.resize(candidates.len(), 0);
        for (day, sum) in counted.iter_mut().enumerate() {
            let Some(day) = candidates.set(1 << day) else { continue };
            let near = company.iter().filter(|companion| self.is_near(companion, &day));
            *sum += near.map(|companion| companion.shared).max().unwrap_or_default();
        }
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
