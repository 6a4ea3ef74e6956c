//! Merging: mentions of one kind of event at one place on meeting days are one event.
//!
//! The order is fixed: mentions with the narrowest days first, then by document and offset. A day that joins later only
//! narrows an event's days, so that a year cannot tie two days together. Mentions whose report tells no day come last: they
//! may tell what another report dates a few days before they came out.

mod nearby;

use super::constraint::Constraints;
use super::kind::EventKind;
use super::mention::{Mention, PlaceHow, WhenHow};
use super::places::Places;
use super::{Event, MentionIndex};
use crate::day::Day;
use crate::edtf::{DateSet, Precision};
use crate::gazetteer::{PlaceId, PlaceKind};
use crate::reason::{Phrase, Reason, Statement};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

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

/// Where clusters of a kind at a place are looked up by the first of their days.
type Shelf = BTreeMap<(EventKind, PlaceId), BTreeMap<Day, Vec<usize>>>;

/// Days looked through for a cluster: a mention that is vaguer than this joins only its like.
const WIDEST: i32 = 62;

/// Days before a report came out in which what it tells without a day may have been.
const AGO: i32 = 5;
/// Days that the day of publication may be one of.
const LATE: i64 = 2;
/// Figures below this are shared by chance.
const FEW: u32 = 5;
/// Two figures are near where they differ by no more than one in so many.
const NEAR_FIGURE: u32 = 20;

/// Kinds that reports tell of one event, the one that says more first.
const AKIN: &[(EventKind, EventKind)] = &[
    (EventKind::Capture, EventKind::Clash),
    (EventKind::Handover, EventKind::Capture),
    (EventKind::AirStrike, EventKind::Shelling),
    (EventKind::Bombing, EventKind::AttackOnCivilians),
    (EventKind::AirStrike, EventKind::AttackOnCivilians),
    (EventKind::Shelling, EventKind::AttackOnCivilians),
    (EventKind::AttackOnCivilians, EventKind::Clash),
    (EventKind::Agreement, EventKind::Talks),
];

/// The events that plotted mentions make, sorted by first day, place and kind; the unplaced and undated are events of their own.
///
/// Deterministic, and near-linear in the number of mentions. `constraints` are a user's own: what to keep apart, what to join.
#[must_use]
pub fn merge(mentions: &[Mention], places: &dyn Places, constraints: &Constraints) -> Vec<Event> {
    merge_counted(mentions, places, constraints).0
}

/// As [`merge`], with how many events so far were compared with a mention or with each other.
#[must_use]
pub fn merge_counted(mentions: &[Mention], places: &dyn Places, constraints: &Constraints) -> (Vec<Event>, usize) {
    let (clusters, shelf, compared) = (Vec::new(), Shelf::new(), Cell::new(0));
    let mut merger = Merger { mentions, places, constraints, clusters, shelf, compared };
    for index in merger.in_order() {
        merger.put(index);
    }
    merger.join_kinds();
    merger.join_areas();
    merger.join_nearby();
    merger.join_by_hand();
    let compared = merger.compared.get();
    (merger.finish(), compared)
}

struct Merger<'a> {
    mentions: &'a [Mention],
    places: &'a dyn Places,
    constraints: &'a Constraints,
    clusters: Vec<Cluster>,
    shelf: Shelf,
    compared: Cell<usize>,
}

impl<'a> Merger<'a> {
    fn mention(&self, index: MentionIndex) -> Option<&'a Mention> {
        self.mentions.get(index.0 as usize)
    }

    /// Plotted mentions, those with the fewest days first, those with none of their own last.
    fn in_order(&self) -> Vec<MentionIndex> {
        let plotted = self.mentions.iter().enumerate().filter(|(_, mention)| mention.certainty.is_plotted());
        let mut order: Vec<(bool, i64, usize)> = plotted
            .map(|(index, mention)| (is_undated(mention), mention.when.as_ref().map_or(i64::MAX, width), index))
            .collect();
        order.sort_unstable();
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
        match found.or_else(|| self.dated_before(index, mention, place, &when)) {
            Some(cluster) => self.add(cluster, index, mention, &when),
            None => self.start(index, mention, Some(place)),
        }
    }

    /// The last event dated shortly before a report came out that tells it without a day: what happens once, or the only one of
    /// another report with the same figure.
    fn dated_before(&self, index: MentionIndex, mention: &Mention, place: PlaceId, when: &DateSet) -> Option<usize> {
        if !is_undated(mention) || width(when) > LATE {
            return None;
        }
        let once = happens_once(mention.kind);
        let days = self.shelf.get(&(mention.kind, place))?.range(when.first().plus(-AGO)..when.first());
        let told = |&number: &usize| {
            let Some(cluster) = self.clusters.get(number) else { return false };
            self.compared.set(self.compared.get() + 1);
            !cluster.gone
                && (once || !cluster.documents.contains(&mention.document.0))
                && cluster.when.as_ref().is_some_and(|days| width(days) == 1)
                && !self.constraints.keep_apart(index, &cluster.mentions)
                && (once || self.shares_figure(mention, cluster))
        };
        let mut found = days.rev().flat_map(|(_, list)| list.iter().copied()).filter(told);
        let (last, more) = (found.next(), found.next());
        last.filter(|_| once || more.is_none())
    }

    /// Whether a mention counts as many of a kind as one of an event's mentions, or nearly: *about a hundred*, *more than a hundred*.
    fn shares_figure(&self, mention: &Mention, cluster: &Cluster) -> bool {
        let theirs = cluster.mentions.iter().filter_map(|&other| self.mention(other)).flat_map(|other| &other.claims);
        let near = |one: u32, other: u32| one >= FEW && one.abs_diff(other) * NEAR_FIGURE <= one.max(other);
        theirs
            .into_iter()
            .any(|claim| mention.claims.iter().any(|own| own.what == claim.what && near(own.low, claim.low)))
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
        cluster.reasons.insert(if cluster.when.as_ref().is_some_and(|days| meets(days, when)) {
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
        let mut found: Vec<usize> = Vec::new();
        let from = when.first().plus(-WIDEST);
        for (_, list) in days.range(from..=when.last()).take(400) {
            for &number in list {
                self.compared.set(self.compared.get() + 1);
                let Some(cluster) = self.clusters.get(number).filter(|cluster| !cluster.gone) else { continue };
                let Some(other) = &cluster.when else { continue };
                let like = if vague { other == when } else { meets(other, when) };
                let apart = mention.is_some_and(|index| self.constraints.keep_apart(index, &cluster.mentions));
                if like && !apart && !found.contains(&number) {
                    found.push(number);
                }
            }
            if found.len() > 1 {
                break;
            }
        }
        let several_days = found.len() > 1 && when.precision() > Precision::Week;
        if several_days { None } else { found.first().copied() }
    }

    /// Joins fighting and capture, and the like: where one sentence tells both, or no report tells them apart.
    fn join_kinds(&mut self) {
        for number in 0..self.clusters.len() {
            for &(stronger, weaker) in AKIN {
                let Some(cluster) = self.clusters.get(number).filter(|cluster| !cluster.gone && cluster.kind == weaker)
                else {
                    continue;
                };
                let (Some(place), Some(when)) = (cluster.place, cluster.when.clone()) else { continue };
                let Some(other) = self.matching((stronger, place), &when, None) else { continue };
                if let Some(reason) = self.one_telling(number, other) {
                    self.join(other, number, reason);
                }
            }
        }
    }

    /// Why two clusters of kinds that are akin are one event, if they are.
    fn one_telling(&self, one: usize, other: usize) -> Option<Statement> {
        let (one, other) = (self.clusters.get(one)?, self.clusters.get(other)?);
        if self.constraints.keeps_apart_all(&one.mentions, &other.mentions) {
            return None;
        }
        if one.documents.is_disjoint(&other.documents) {
            return Some(Statement::FightingAndOutcome);
        }
        if self.retells(one, other) || self.retells(other, one) {
            return Some(Statement::FightingAndOutcome);
        }
        let quotes = |cluster: &Cluster| -> BTreeSet<(u32, usize)> {
            let mentions = cluster.mentions.iter().filter_map(|&index| self.mention(index));
            mentions.map(|mention| (mention.document.0, mention.quote.start())).collect()
        };
        (!quotes(one).is_disjoint(&quotes(other))).then_some(Statement::OneSentenceTellsBoth)
    }

    /// Whether each report that tells both tells the violence against civilians of the second only as what it told before: with no
    /// day of its own.
    fn retells(&self, one: &Cluster, other: &Cluster) -> bool {
        let shared = |mention: &&Mention| one.documents.contains(&mention.document.0);
        let mut told = other.mentions.iter().filter_map(|&index| self.mention(index)).filter(shared);
        other.kind == EventKind::AttackOnCivilians
            && told.all(|mention| mention.when_how == WhenHow::FromContext && mention.claims.is_empty())
    }

    /// Joins an event told of a province with the one of its kind that another report tells of a town there.
    fn join_areas(&mut self) {
        let mut towns: BTreeMap<(EventKind, PlaceId), BTreeMap<Day, Vec<usize>>> = BTreeMap::new();
        for (number, cluster) in self.clusters.iter().enumerate().filter(|(_, cluster)| !cluster.gone) {
            let (Some(place), Some(when)) = (cluster.place, &cluster.when) else { continue };
            if matches!(self.places.kind(place), PlaceKind::Province | PlaceKind::Country | PlaceKind::Region) {
                continue;
            }
            if let Some(province) = self.places.province(place) {
                towns.entry((cluster.kind, province)).or_default().entry(when.first()).or_default().push(number);
            }
        }
        for number in 0..self.clusters.len() {
            let Some(cluster) = self.clusters.get(number).filter(|cluster| !cluster.gone) else { continue };
            let (Some(place), Some(when)) = (cluster.place, cluster.when.clone()) else { continue };
            if self.places.kind(place) != PlaceKind::Province || width(&when) > i64::from(WIDEST) {
                continue;
            }
            let days = akin(cluster.kind).filter_map(|kind| towns.get(&(kind, place)));
            let near = days.flat_map(|days| days.range(when.first().plus(-WIDEST)..=when.last()).take(60));
            let mut found = near.flat_map(|(_, list)| list.iter().copied()).filter(|&town| {
                self.compared.set(self.compared.get() + 1);
                self.clusters
                    .get(town)
                    .is_some_and(|town| !town.gone && town.when.as_ref().is_some_and(|days| meets(days, &when)))
            });
            let (only, more) = (found.next(), found.next());
            let Some(town) = only.filter(|_| more.is_none()) else { continue };
            if self.area_is_loose(number, town) {
                self.join(town, number, Statement::PlaceAndItsProvince);
            }
        }
    }

    /// Whether an event of an area may be that of a town in it: told by other reports, or placed by context alone.
    fn area_is_loose(&self, area: usize, town: usize) -> bool {
        let (Some(area), Some(town)) = (self.clusters.get(area), self.clusters.get(town)) else { return false };
        if self.constraints.keeps_apart_all(&area.mentions, &town.mentions) {
            return false;
        }
        let by_context = |index: &MentionIndex| {
            self.mention(*index)
                .and_then(|mention| mention.place.as_ref())
                .is_some_and(|place| place.how == PlaceHow::FromContext)
        };
        area.documents.is_disjoint(&town.documents) || area.mentions.iter().all(by_context)
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

    fn finish(self) -> Vec<Event> {
        let mut events: Vec<Event> =
            self.clusters.iter().filter(|cluster| !cluster.gone).map(|cluster| self.event(cluster)).collect();
        events.sort_by_cached_key(|event| self.rank(event));
        let mut seen: BTreeMap<String, u32> = BTreeMap::new();
        for event in &mut events {
            let count = seen.entry(event.id.clone()).or_default();
            *count += 1;
            if *count > 1 {
                event.id = format!("{}-{count}", event.id);
            }
        }
        events
    }

    fn rank(&self, event: &Event) -> (Day, String, EventKind, Option<MentionIndex>) {
        let first = event.when.as_ref().map_or(Day::MAX, DateSet::first);
        let place = event.place.map_or(String::new(), |place| self.places.key(place).to_owned());
        (first, place, event.kind, event.mentions.first().copied())
    }

    fn event(&self, cluster: &Cluster) -> Event {
        let mut mentions = cluster.mentions.clone();
        mentions.sort_unstable();
        let kind = self.told_kind(cluster);
        let key = cluster.place.map_or("nowhere", |place| self.places.key(place));
        let day = cluster.when.as_ref().map_or_else(|| "undated".to_owned(), |when| when.first().to_string());
        let id = format!("{}-{key}-{day}", kind.name());
        let mut reason = Reason::of(cluster.reasons.iter().copied());
        if reason.is_empty() {
            reason.add(Statement::ToldOnce);
        }
        for mention in mentions.iter().filter_map(|&index| self.mention(index)) {
            reason = reason.at_document(mention.document, mention.trigger);
        }
        let when_reason = self.when_reason(&mentions);
        Event { id, kind, place: cluster.place, when: cluster.when.clone(), mentions, reason, when_reason }
    }

    /// Its kind, but for one that most of its tellings know as less: *handed over*, where the others say *captured*.
    fn told_kind(&self, cluster: &Cluster) -> EventKind {
        let lesser = match cluster.kind {
            EventKind::Handover => EventKind::Capture,
            EventKind::AttackOnCivilians => EventKind::Clash,
            kind => return kind,
        };
        let told = |kind: EventKind| {
            let mentions = cluster.mentions.iter().filter_map(|&index| self.mention(index));
            mentions.filter(|mention| mention.kind == kind).count()
        };
        if told(lesser) > told(cluster.kind) { lesser } else { cluster.kind }
    }

    fn when_reason(&self, mentions: &[MentionIndex]) -> Reason {
        let known = mentions.iter().filter_map(|&index| self.mention(index)).filter(|mention| mention.when.is_some());
        let mut days: Vec<&DateSet> = Vec::new();
        for told in known.filter_map(|mention| mention.when.as_ref()) {
            if !days.contains(&told) {
                days.push(told);
            }
        }
        days.sort_by_key(|days| (days.first(), days.last()));
        match days.as_slice() {
            [] => Reason::new(Statement::NoReportTellsDay),
            [_] => Reason::new(Statement::ReportsAgreeOnDay),
            several => Reason::new(Phrase::LeftOf(several.iter().copied().cloned().collect())),
        }
    }
}

/// A kind, and those that reports tell of one event with it.
fn akin(kind: EventKind) -> impl Iterator<Item = EventKind> {
    let other = AKIN.iter().filter_map(move |&(one, other)| match kind {
        _ if kind == one => Some(other),
        _ if kind == other => Some(one),
        _ => None,
    });
    std::iter::once(kind).chain(other)
}

/// Whether the report tells no day: it has that on which it came out.
fn is_undated(mention: &Mention) -> bool {
    mention.when_how == WhenHow::Publication
}

/// Whether a place sees it once in a while: another report of those days tells the same.
fn happens_once(kind: EventKind) -> bool {
    matches!(kind, EventKind::Capture | EventKind::Handover | EventKind::PrisonBreak)
}

/// Days that a set holds, gaps left out.
fn width(when: &DateSet) -> i64 {
    when.ranges().iter().map(|range| i64::from(range.end.number()) - i64::from(range.start.number())).sum()
}

fn meets(one: &DateSet, other: &DateSet) -> bool {
    one.intersection(other).is_some()
}
