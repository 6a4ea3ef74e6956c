//! Scores of events: found, placed, dated, of the right kind, joined, and who claims what.

use super::days::Days;
use super::gold::{Gold, GoldClaim, GoldDocument, GoldEvent};
use super::output::{ClaimOut, Extracted, MentionOut, file_name};
use super::place::is_place;
use super::tally::Share;
use std::collections::{BTreeMap, BTreeSet};

/// Scores of events. An event is found when a mention has bytes in common with one of its quotes.
#[derive(Debug, Default)]
pub(crate) struct EventScores {
    /// Found.
    pub(crate) quote: Share,
    /// And at the right place.
    pub(crate) place: Share,
    /// And on the right days.
    pub(crate) days: Share,
    /// And of the right kind.
    pub(crate) full: Share,
    /// Mentions that the gold does not list; some are fair.
    pub(crate) extra: u32,
    /// Mentions of what is planned, denied, supposed, or no part of the report.
    pub(crate) wrong: u32,
    /// Claims found with the gold's figures.
    pub(crate) claims: Share,
    /// Events that reports share, as index of the event that was found.
    groups: BTreeMap<String, Vec<Option<usize>>>,
}

/// How far an event is right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    #[default]
    Missed,
    Found,
    Placed,
    Dated,
    Full,
}

/// A mention, and the event that it belongs to.
type Told<'a> = (usize, &'a Extracted, &'a MentionOut);

impl EventScores {
    /// Adds one report; what went wrong is told to `errors`.
    pub(crate) fn add(&mut self, gold: &Gold, document: &GoldDocument, events: &[Extracted], errors: &mut Vec<String>) {
        let here = |told: &Told| file_name(&told.2.document) == document.name();
        let all =
            events.iter().enumerate().flat_map(|(index, event)| event.mentions.iter().map(move |m| (index, event, m)));
        let told: Vec<Told> = all.filter(here).collect();
        let mut seen = BTreeSet::new();
        for event in &document.events {
            let (level, index) = best(gold, document, event, &told, &mut seen);
            if !event.optional {
                self.add_level(level);
                self.add_group(gold, event, index.filter(|_| level >= Level::Placed));
                self.add_claims(document, event, index.map(|index| &events[index]), errors);
                if level < Level::Full {
                    errors.push(format!("{}: event {} no more than {level:?}", document.name(), event.id));
                }
            }
        }
        self.add_strays(document, &told, &seen, errors);
    }

    fn add_level(&mut self, level: Level) {
        self.quote.add(level >= Level::Found);
        self.place.add(level >= Level::Placed);
        self.days.add(level >= Level::Dated);
        self.full.add(level >= Level::Full);
    }

    fn add_group(&mut self, gold: &Gold, event: &GoldEvent, index: Option<usize>) {
        if let Some(name) = event.group() {
            self.groups.entry(name.to_owned()).or_default().push(index);
        }
        let named = gold.documents.iter().flat_map(|document| &document.events);
        if index.is_some() && named.into_iter().any(|other| other.group() == Some(&event.id)) {
            self.groups.entry(event.id.clone()).or_default().push(index);
        }
    }

    fn add_claims(
        &mut self,
        document: &GoldDocument,
        event: &GoldEvent,
        found: Option<&Extracted>,
        errors: &mut Vec<String>,
    ) {
        for claim in &event.claims {
            let right = found.is_some_and(|found| found.claims.iter().any(|other| same_figures(other, claim)));
            self.claims.add(right);
            if !right {
                let figures = (claim.low, claim.high);
                errors.push(format!("{}: claim missed {} {figures:?} by {}", document.name(), claim.kind, claim.by));
            }
        }
    }

    fn add_strays(&mut self, document: &GoldDocument, told: &[Told], seen: &BTreeSet<usize>, errors: &mut Vec<String>) {
        for (place, (_, event, mention)) in told.iter().enumerate() {
            let trigger = mention.trigger.start;
            let mut bad = document.not_events.iter().chain(&document.boilerplate);
            let (kind, quote) = (&event.kind, &mention.quote.text);
            if bad.any(|piece| piece.start <= trigger && trigger < piece.end) {
                self.wrong += 1;
                errors.push(format!("{}: must not be an event: {kind} {quote:?}", document.name()));
            } else if !seen.contains(&place) {
                self.extra += 1;
                errors.push(format!("{}: extra {kind}: {quote:?}", document.name()));
            }
        }
    }

    /// Pairs of reports of one event that ended up in one event.
    pub(crate) fn joined(&self) -> Share {
        let mut joined = Share::default();
        for group in self.groups.values() {
            for (index, one) in group.iter().enumerate() {
                group[..index].iter().for_each(|other| joined.add(one.is_some() && one == other));
            }
        }
        joined
    }
}

/// The mention that comes nearest to the gold, as level and event; notes all that meet a quote.
fn best(
    gold: &Gold,
    document: &GoldDocument,
    event: &GoldEvent,
    told: &[Told],
    seen: &mut BTreeSet<usize>,
) -> (Level, Option<usize>) {
    let mut best = (Level::Missed, None);
    for (place, (index, found, mention)) in told.iter().enumerate() {
        if event.quotes.iter().any(|quote| quote.meets(mention.quote.piece)) {
            seen.insert(place);
            let level = level(gold, document, event, found);
            if level > best.0 {
                best = (level, Some(*index));
            }
        }
    }
    best
}

fn level(gold: &Gold, document: &GoldDocument, event: &GoldEvent, found: &Extracted) -> Level {
    let is_there = |place| event.places.iter().any(|key| is_place(place, &gold.places[key]));
    if !found.place.as_ref().is_some_and(is_there) {
        return Level::Found;
    }
    let readings = document.readings_of_event(event);
    let days = Days::parse(&found.when.edtf);
    let fits = |reading| days.as_ref().is_some_and(|days| days.fit(reading));
    match readings.is_empty() || readings.iter().any(fits) {
        false => Level::Placed,
        true if event.is_kind(&found.kind) => Level::Full,
        true => Level::Dated,
    }
}

/// The same figures; of a round one, the lower bound from a half to 1.3 times the gold's.
fn same_figures(found: &ClaimOut, gold: &GoldClaim) -> bool {
    let (Some(low), Some(gold_low)) = (found.low, gold.low) else {
        return found.what == gold.kind && found.low == gold.low;
    };
    if gold.approx {
        return found.what == gold.kind && 2 * low >= gold_low && 10 * u64::from(low) <= 13 * u64::from(gold_low);
    }
    let high = found.high == gold.high || gold.high.is_none() && found.high == gold.low;
    found.what == gold.kind && low == gold_low && high
}
