//! Mentions of different reports that tell one event: the same family of kinds at one place, and a further fact.

use super::kind::Family;
use super::mention::Mention;
use crate::fold::fold;
use crate::gazetteer::{Gazetteer, PlaceId, PlaceKind};
use std::collections::{BTreeMap, BTreeSet};

/// Mentions of one place and family that one mention is compared with; the nearest in time where there are more.
const MOST_COMPARED: usize = 48;

/// Two mentions of one event, seen from the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Index of the mention.
    pub(super) own: usize,
    /// Index of the other report's.
    pub(super) other: usize,
    /// Facts they share beside place and family.
    pub(super) facts: usize,
    /// One of those, in words.
    pub(super) by: &'static str,
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

    /// All of them, by document.
    pub(super) fn all(&self) -> impl Iterator<Item = &Link> {
        self.by_document.values().flatten()
    }
}

/// Words of this many letters and more that two quotes share tell that they are of one event, where there are [`LEAST_SHARED`].
const LONG_WORD: usize = 6;
/// See [`LONG_WORD`].
const LEAST_SHARED: usize = 3;

/// The long words of a mention's quote, folded, sorted, less those that name its place.
fn long_words(mention: &Mention, text: &str) -> Vec<String> {
    let place = mention.place.as_ref().map_or("", |place| place.span.of(text));
    let own: Vec<String> = place.split(|letter: char| !letter.is_alphabetic()).map(fold).collect();
    let words = mention.quote.of(text).split(|letter: char| !letter.is_alphabetic());
    let long = words.filter(|word| word.chars().count() >= LONG_WORD).map(fold);
    let mut long: Vec<String> = long.filter(|word| !own.contains(word)).collect();
    long.sort_unstable();
    long.dedup();
    long
}

/// Finds the links of mentions whose days are not settled, and of all mentions of a document that `is_open`. `text_of` gives the
/// text of a document.
pub(super) fn links<'t>(
    mentions: &[Mention],
    gazetteer: &Gazetteer,
    is_open: &dyn Fn(u32) -> bool,
    text_of: &dyn Fn(u32) -> &'t str,
) -> Links {
    let mut shelves: BTreeMap<(PlaceId, Family), Vec<usize>> = BTreeMap::new();
    for (index, mention) in mentions.iter().enumerate() {
        if let Some(area) = area(mention, gazetteer).filter(|_| mention.certainty.is_plotted()) {
            shelves.entry((area, mention.kind.family())).or_default().push(index);
        }
    }
    let first =
        |index: &usize| mentions.get(*index).and_then(|mention| mention.when.as_ref()).map(crate::edtf::DateSet::first);
    let mut links = Links::default();
    let mut pairs: BTreeMap<(u32, u32), BTreeSet<(PlaceId, Family)>> = BTreeMap::new();
    let mut unproven: Vec<((PlaceId, Family), Link)> = Vec::new();
    let mut words: Vec<Option<Vec<String>>> = vec![None; mentions.len()];
    for (key, mut shelf) in shelves {
        if shelf.len() < 2 {
            continue;
        }
        for &index in &shelf {
            if let (Some(mention), Some(place)) = (mentions.get(index), words.get_mut(index)) {
                *place = Some(long_words(mention, text_of(mention.document.0)));
            }
        }
        shelf.sort_by_key(|index| (first(index), *index));
        for (position, &own) in shelf.iter().enumerate() {
            let Some(mention) = mentions.get(own) else { continue };
            let settled = mention.when.as_ref().is_some_and(|days| days.single_day().is_some());
            if settled && !is_open(mention.document.0) {
                continue;
            }
            for other in compared(&shelf, position, mention.when.is_some()) {
                let Some(theirs) = mentions.get(other).filter(|theirs| theirs.document != mention.document) else {
                    continue;
                };
                let Some(mut link) = link(own, other, mention, theirs, gazetteer) else { continue };
                if shares_words(&words, own, other) {
                    link.facts += 1;
                    link.by = if link.by.is_empty() { "the same words" } else { link.by };
                }
                pairs.entry((mention.document.0, theirs.document.0)).or_default().insert(key);
                if link.facts > 0 {
                    links.by_document.entry(mention.document.0).or_default().push(link);
                } else {
                    unproven.push((key, link));
                }
            }
        }
    }
    for (_, mut link) in unproven {
        let (Some(own), Some(other)) = (mentions.get(link.own), mentions.get(link.other)) else { continue };
        if pairs.get(&(own.document.0, other.document.0)).is_some_and(|shared| shared.len() > 1) {
            (link.facts, link.by) = (1, "several agreeing mentions");
            links.by_document.entry(own.document.0).or_default().push(link);
        }
    }
    for list in links.by_document.values_mut() {
        list.sort_by_key(|link| (std::cmp::Reverse(link.facts), link.other, link.own));
    }
    links
}

fn shares_words(words: &[Option<Vec<String>>], own: usize, other: usize) -> bool {
    let (Some(Some(own)), Some(Some(other))) = (words.get(own), words.get(other)) else { return false };
    own.iter().filter(|word| other.binary_search(word).is_ok()).count() >= LEAST_SHARED
}

/// The neighbours of a mention on its shelf, which is sorted by day; for one without a day, some of all the shelf.
fn compared(shelf: &[usize], position: usize, dated: bool) -> Vec<usize> {
    if shelf.len() <= MOST_COMPARED {
        return shelf.to_vec();
    }
    if dated {
        let from = position.saturating_sub(MOST_COMPARED / 2);
        return shelf.iter().skip(from).take(MOST_COMPARED).copied().collect();
    }
    shelf.iter().step_by(shelf.len().div_ceil(MOST_COMPARED)).copied().collect()
}

/// The first-level division a mention's place lies in, or the place itself; nothing as wide as a country.
fn area(mention: &Mention, gazetteer: &Gazetteer) -> Option<PlaceId> {
    let place = mention.place.as_ref()?.place;
    match gazetteer.kind(place) {
        PlaceKind::Country => None,
        PlaceKind::Province => Some(place),
        _ => Some(gazetteer.admin1(place).unwrap_or(place)),
    }
}

/// `None` where the places are two, or the days known of both never meet.
fn link(own: usize, other: usize, one: &Mention, two: &Mention, gazetteer: &Gazetteer) -> Option<Link> {
    let (here, there) = (one.place.as_ref()?.place, two.place.as_ref()?.place);
    if here != there && !gazetteer.within(here, there) && !gazetteer.within(there, here) {
        return None;
    }
    let facility = matches!(
        gazetteer.kind(here),
        PlaceKind::AirBase | PlaceKind::BorderCrossing | PlaceKind::Facility | PlaceKind::Village
    );
    let shared = [
        (one.actors.iter().any(|actor| two.actors.iter().any(|other| other.name == actor.name)), "the same actor"),
        (one.claims.iter().any(|claim| two.claims.iter().any(|other| same_figure(claim, other))), "the same figure"),
        (
            one.speaker
                .as_ref()
                .is_some_and(|speaker| two.speaker.as_ref().is_some_and(|other| other.name == speaker.name)),
            "the same speaker",
        ),
        (here == there && facility, "the same site"),
    ];
    let facts = shared.iter().filter(|(holds, _)| *holds).count();
    let by = shared.iter().rev().find(|(holds, _)| *holds).map_or("", |(_, words)| words);
    Some(Link { own, other, facts, by })
}

fn same_figure(one: &super::Claim, other: &super::Claim) -> bool {
    one.what == other.what && one.low == other.low && one.low > 2
}
