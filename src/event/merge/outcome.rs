//! The events that come of it, with their names and reasons.

use super::{Cluster, Merger};
use crate::day::Day;
use crate::edtf::DateSet;
use crate::event::{Event, EventKind, MentionIndex};
use crate::reason::{Phrase, Reason, Statement};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// First day, key of the place, mentions and figures, kind, first mention.
type Rank<'a> = (Day, &'a str, Reverse<(usize, usize)>, EventKind, Option<MentionIndex>);

impl Merger<'_> {
    pub(super) fn finish(self) -> Vec<Event> {
        let mut events: Vec<Event> =
            self.clusters.par_iter().filter(|cluster| !cluster.gone).map(|cluster| self.event(cluster)).collect();
        events.par_sort_by_cached_key(|event| self.rank(event));
        let mut seen: FxHashMap<String, u32> = FxHashMap::default();
        for event in &mut events {
            let count = seen.entry(event.id.clone()).or_default();
            *count += 1;
            if *count > 1 {
                event.id = format!("{}-{count}", event.id);
            }
        }
        events
    }

    /// By first day and place; of those of one place and day what is told most often, and with most figures, comes first.
    fn rank(&self, event: &Event) -> Rank<'_> {
        let first = event.when.as_ref().map_or(Day::MAX, DateSet::first);
        let place = event.place.map_or("", |place| self.places.key(place));
        let figures = self.mentions_of(&event.mentions).map(|mention| mention.claims.len());
        let told = Reverse((event.mentions.len(), figures.sum()));
        (first, place, told, event.kind, event.mentions.first().copied())
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
        for mention in self.mentions_of(&mentions) {
            reason = reason.at_document(mention.document, mention.trigger);
        }
        let when_reason = self.when_reason(&mentions);
        Event { id, kind, place: cluster.place, when: cluster.when.clone(), mentions, reason, when_reason }
    }

    fn when_reason(&self, mentions: &[MentionIndex]) -> Reason {
        let known = self.mentions_of(mentions).filter(|mention| mention.when.is_some());
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
