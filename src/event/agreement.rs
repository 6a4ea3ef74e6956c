//! Mentions of different reports that tell one event: the same family of kinds at one place, and a further fact.

use super::mention::Mention;
use super::signature::{Signature, Signatures, shared};
use crate::edtf::DateSet;
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::reason::Statement;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

/// Mentions of one place and family that one mention is compared with; the nearest in time where there are more.
const MOST_COMPARED: usize = 48;
/// Long words that two quotes must share to be of one event for that alone.
const LEAST_SHARED: usize = 3;

/// Two mentions of one event, seen from the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Index of the mention.
    pub(super) own: usize,
    /// Index of the other report's.
    pub(super) other: usize,
    /// Facts they share beside place and family.
    pub(super) facts: usize,
    /// One of those; none where they share nothing.
    pub(super) by: Option<Statement>,
}

/// Links, by the document of their own mention, the surest first.
#[derive(Debug, Default)]
pub(super) struct Links {
    by_document: BTreeMap<u32, Vec<Link>>,
}

impl Links {
    /// Those of one document.
    pub(super) fn of(&self, document: u32) -> &[Link] {
        self.by_document.get(&document).map_or(&[], Vec::as_slice)
    }

    /// The documents that have some, in order.
    pub(super) fn documents(&self) -> Vec<u32> {
        self.by_document.keys().copied().collect()
    }

    /// All of them, by document.
    pub(super) fn all(&self) -> impl Iterator<Item = &Link> {
        self.by_document.values().flatten()
    }
}

/// Finds the links of the mentions that are `wanted` with those of other documents, on all cores.
pub(super) fn links(
    mentions: &[Mention],
    signatures: &Signatures,
    gazetteer: &Gazetteer,
    wanted: &(dyn Fn(&Mention) -> bool + Sync),
) -> Links {
    let in_time = |(_, shelf): &(_, Vec<usize>)| in_time(mentions, shelf, wanted);
    let shelves: Vec<Vec<Card>> = signatures.shelves.par_iter().map(in_time).collect();
    let spots = spots(mentions.len(), &shelves);
    let search = Search { mentions, signatures, gazetteer, wanted, shelves, spots };
    let mut reports: Vec<Range<usize>> = Vec::new();
    for report in mentions.chunk_by(|one, next| one.document == next.document) {
        let from = reports.last().map_or(0, |last| last.end);
        reports.push(from..from + report.len());
    }
    let of_report = |nested: &mut Nested, own: Range<usize>| {
        let document = mentions.get(own.start)?.document.0;
        let links = proven(&search.compare(own, nested));
        (!links.is_empty()).then_some((document, links))
    };
    Links { by_document: reports.into_par_iter().map_init(Nested::default, of_report).flatten_iter().collect() }
}

/// Which of two places holds the other, for those asked before.
type Nested = FxHashMap<(PlaceId, PlaceId), bool>;

/// Where a mention stands: the number of its shelf, and its position there.
type Spot = (u32, u32);

/// A mention on a shelf, with what is looked at first: most of those beside it are elsewhere.
#[derive(Clone, Copy, Debug)]
struct Card {
    mention: usize,
    document: u32,
    place: PlaceId,
}

/// A shelf by the first day of its mentions; none where no links are wanted.
fn in_time(mentions: &[Mention], shelf: &[usize], wanted: &(dyn Fn(&Mention) -> bool + Sync)) -> Vec<Card> {
    let mention = |index: &usize| mentions.get(*index);
    if !shelf.iter().filter_map(mention).any(wanted) {
        return Vec::new();
    }
    let first = |index: &usize| mention(index).and_then(|mention| mention.when.as_ref()).map(DateSet::first);
    let mut in_time = shelf.to_vec();
    in_time.sort_by_cached_key(|index| (first(index), *index));
    let card = |index: usize| {
        let mention = mentions.get(index)?;
        Some(Card { mention: index, document: mention.document.0, place: mention.place.as_ref()?.place })
    };
    in_time.into_iter().filter_map(card).collect()
}

/// Where each mention stands.
fn spots(mentions: usize, shelves: &[Vec<Card>]) -> Vec<Option<Spot>> {
    let mut spots = vec![None; mentions];
    for (number, shelf) in (0_u32..).zip(shelves) {
        for (position, card) in (0_u32..).zip(shelf) {
            if let Some(spot) = spots.get_mut(card.mention) {
                *spot = Some((number, position));
            }
        }
    }
    spots
}

/// A link, before it is known whether its reports agree on more.
struct Found {
    /// The other report.
    document: u32,
    shelf: u32,
    /// Indices of their mentions.
    mentions: [usize; 2],
    facts: u8,
    by: Option<Statement>,
}

struct Search<'a> {
    mentions: &'a [Mention],
    signatures: &'a Signatures,
    gazetteer: &'a Gazetteer,
    wanted: &'a (dyn Fn(&Mention) -> bool + Sync),
    /// Mentions of one area and family by their days.
    shelves: Vec<Vec<Card>>,
    /// By mention.
    spots: Vec<Option<Spot>>,
}

impl Search<'_> {
    /// The links of the mentions of one report.
    fn compare(&self, report: Range<usize>, nested: &mut Nested) -> Vec<Found> {
        let mut found = Vec::new();
        for own in report {
            let Some(mention) = self.mentions.get(own).filter(|mention| (self.wanted)(mention)) else { continue };
            let Some((number, position)) = self.spots.get(own).copied().flatten() else { continue };
            let in_time = self.shelves.get(number as usize).map_or(&[][..], Vec::as_slice);
            let Some(card) = in_time.get(position as usize) else { continue };
            for other in compared(in_time, position as usize, mention.when.is_some()) {
                if other.document == card.document || !self.share_place(card.place, other.place, nested) {
                    continue;
                }
                let signed = (self.signatures.get(card.mention), self.signatures.get(other.mention));
                if let (Some(one), Some(two)) = signed {
                    let (facts, by) = facts(one, two, card.place == other.place);
                    let mentions = [card.mention, other.mention];
                    found.push(Found { document: other.document, shelf: number, mentions, facts, by });
                }
            }
        }
        found
    }

    /// Whether two places are one, or one holds the other.
    fn share_place(&self, here: PlaceId, there: PlaceId, nested: &mut Nested) -> bool {
        let holds = || self.gazetteer.within(here, there) || self.gazetteer.within(there, here);
        here == there || *nested.entry((here.min(there), here.max(there))).or_insert_with(holds)
    }
}

/// Links of one document that have a fact, and those without where the two reports agree on several areas or families.
fn proven(found: &[Found]) -> Vec<Link> {
    let mut agreeing: FxHashMap<u32, (u32, bool)> = FxHashMap::default();
    for found in found {
        let (first, several) = agreeing.entry(found.document).or_insert((found.shelf, false));
        *several |= *first != found.shelf;
    }
    let link = |found: &Found| {
        let [own, other] = found.mentions;
        let several = || agreeing.get(&found.document).is_some_and(|&(_, several)| several);
        match found.facts {
            0 => several().then_some(Link { own, other, facts: 1, by: Some(Statement::SeveralMentionsAgree) }),
            facts => Some(Link { own, other, facts: usize::from(facts), by: found.by }),
        }
    };
    let mut links: Vec<Link> = found.iter().filter_map(link).collect();
    links.sort_unstable_by_key(|link| (Reverse(link.facts), link.other, link.own));
    links
}

/// The neighbours of a mention on its shelf, which is sorted by day; for one without a day, some of all the shelf.
fn compared(shelf: &[Card], position: usize, dated: bool) -> impl Iterator<Item = &Card> {
    let all = shelf.len() <= MOST_COMPARED;
    let from = if all || !dated { 0 } else { position.saturating_sub(MOST_COMPARED / 2) };
    let step = if all || dated { 1 } else { shelf.len().div_ceil(MOST_COMPARED) };
    shelf.iter().skip(from).step_by(step).take(MOST_COMPARED)
}

/// How many facts two mentions share, and the first of them.
pub(super) fn facts(one: &Signature, two: &Signature, same_place: bool) -> (u8, Option<Statement>) {
    let held = [
        (same_place && one.at_site, Statement::SameSite),
        (one.speaker.is_some() && one.speaker == two.speaker, Statement::SameSpeaker),
        (shared(&one.figures, &two.figures) > 0, Statement::SameFigure),
        (shared(&one.actors, &two.actors) > 0, Statement::SameActor),
        (shared(&one.words, &two.words) >= LEAST_SHARED, Statement::SameWords),
        (same_place && one.weekday.is_some() && one.weekday == two.weekday, Statement::SameWeekday),
    ];
    let first = held.iter().find(|(holds, _)| *holds).map(|&(_, fact)| fact);
    (held.iter().map(|&(holds, _)| u8::from(holds)).sum(), first)
}
