//! Kinds that reports tell of one event: fighting and its outcome, a strike and its victims.

use super::{Cluster, Merger};
use crate::event::EventKind;
use crate::event::mention::{Mention, MentionPlace, WhenHow};
use crate::reason::Statement;
use std::collections::BTreeSet;

/// Kinds that reports tell of one event, the one that says more first.
const AKIN: &[(EventKind, EventKind)] = &[
    (EventKind::Capture, EventKind::Clash),
    (EventKind::Handover, EventKind::Capture),
    (EventKind::AirStrike, EventKind::Shelling),
    (EventKind::Bombing, EventKind::AttackOnCivilians),
    (EventKind::AirStrike, EventKind::AttackOnCivilians),
    (EventKind::AirStrike, EventKind::Bombing),
    (EventKind::Shelling, EventKind::AttackOnCivilians),
    (EventKind::AttackOnCivilians, EventKind::Clash),
    (EventKind::Agreement, EventKind::Talks),
];

/// Kinds of violence that reports tell of one event where they share a further fact: *they fired at eleven*, where another tells of
/// shells.
const AKIN_IF_ALIKE: &[(EventKind, EventKind)] = &[
    (EventKind::AirStrike, EventKind::Clash),
    (EventKind::Shelling, EventKind::Clash),
    (EventKind::Bombing, EventKind::Clash),
    (EventKind::Shelling, EventKind::Bombing),
    (EventKind::Capture, EventKind::AttackOnCivilians),
    (EventKind::Capture, EventKind::Shelling),
    (EventKind::Capture, EventKind::Bombing),
    (EventKind::Capture, EventKind::AirStrike),
];

impl Merger<'_> {
    /// Joins fighting and capture, and the like: where one sentence tells both, or no report tells them apart.
    pub(super) fn join_kinds(&mut self) {
        for number in 0..self.clusters.len() {
            let loosely = AKIN_IF_ALIKE.iter().map(|pair| (pair, true));
            for (&(stronger, weaker), if_alike) in AKIN.iter().map(|pair| (pair, false)).chain(loosely) {
                let Some(cluster) = self.clusters.get(number).filter(|cluster| !cluster.gone && cluster.kind == weaker)
                else {
                    continue;
                };
                let (Some(place), Some(when)) = (cluster.place, cluster.when.clone()) else { continue };
                let Some(other) = self.matching((stronger, place), &when, None) else { continue };
                let reason = if if_alike { self.alike_telling(number, other) } else { self.one_telling(number, other) };
                if let Some(reason) = reason {
                    self.join(other, number, reason);
                }
            }
        }
    }

    /// Why two clusters of different reports are one event though their kinds are not akin, if they are.
    fn alike_telling(&self, one: usize, other: usize) -> Option<Statement> {
        let (one, other) = (self.clusters.get(one)?, self.clusters.get(other)?);
        let one_place = self.are_of_other_reports(one, other) && !self.places.is_land(one.place?);
        (one_place && self.are_alike(one, other)).then_some(Statement::FightingAndOutcome)
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
            let mentions = self.mentions_of(&cluster.mentions);
            mentions.map(|mention| (mention.document.0, mention.quote.start())).collect()
        };
        (!quotes(one).is_disjoint(&quotes(other))).then_some(Statement::OneSentenceTellsBoth)
    }

    /// Whether each report that tells both tells the second only as what it told before: violence against civilians with no day of its
    /// own, a bomb of the planes that it told of, the fighting for a place that was taken, with neither place nor day.
    fn retells(&self, one: &Cluster, other: &Cluster) -> bool {
        let shared = |mention: &&Mention| one.documents.contains(&mention.document.0);
        let mut told = self.mentions_of(&other.mentions).filter(shared);
        let undated = |mention: &Mention| mention.when_how == WhenHow::FromContext;
        match (one.kind, other.kind) {
            (_, EventKind::AttackOnCivilians) => told.all(|mention| undated(mention) && mention.claims.is_empty()),
            (EventKind::AirStrike, EventKind::Bombing) | (EventKind::Capture, EventKind::Clash) => {
                told.all(|mention| undated(mention) && is_unplaced(mention))
            }
            _ => false,
        }
    }

    /// Its kind, but for one that most of its tellings know as less: *handed over*, where the others say *captured*.
    pub(super) fn told_kind(&self, cluster: &Cluster) -> EventKind {
        let lesser = match cluster.kind {
            EventKind::Handover => EventKind::Capture,
            EventKind::AttackOnCivilians => EventKind::Clash,
            EventKind::AirStrike => EventKind::Bombing,
            kind => return kind,
        };
        let told = |kind: EventKind| {
            let mentions = self.mentions_of(&cluster.mentions);
            // "Bombs had also fallen on the market": those of the planes, wherever that was.
            let retold = |mention: &Mention| kind == EventKind::Bombing && is_unplaced(mention);
            mentions.filter(|mention| mention.kind == kind && !retold(mention)).count()
        };
        let (less, more) = (told(lesser), told(cluster.kind));
        // What one calls handed over and another taken was taken.
        let even = cluster.kind == EventKind::Handover && less == more;
        if less > more || even { lesser } else { cluster.kind }
    }
}

/// Whether its sentence names no place for it.
pub(super) fn is_unplaced(mention: &Mention) -> bool {
    mention.place.as_ref().is_some_and(MentionPlace::is_of_context)
}

/// Whether the first of two kinds says less than the second.
pub(super) fn says_less(one: EventKind, other: EventKind) -> bool {
    AKIN.contains(&(other, one))
}

/// A kind, and those that reports tell of one event with it.
pub(super) fn akin(kind: EventKind) -> impl Iterator<Item = EventKind> {
    let other = AKIN.iter().filter_map(move |&(one, other)| match kind {
        _ if kind == one => Some(other),
        _ if kind == other => Some(one),
        _ => None,
    });
    std::iter::once(kind).chain(other)
}
