//! [`Signatures`]: what each mention can share with one of another report, taken down once so that pairs compare numbers.

use super::claim::{Claim, ClaimKind};
use super::kind::Family;
use super::mention::Mention;
use crate::day::Weekday;
use crate::fold::fold;
use crate::gazetteer::{Gazetteer, PlaceId, PlaceKind};
use crate::span::Span;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Words of this many letters and more that two quotes share tell that they are of one event.
const LONG_WORD: usize = 6;

/// One area and family: mentions elsewhere or of other families are never compared.
pub(super) type ShelfKey = (PlaceId, Family);

/// The facts of one mention, names and words as numbers, each list sorted.
#[derive(Debug, Default)]
pub(super) struct Signature {
    pub(super) actors: Vec<u32>,
    pub(super) figures: Vec<(ClaimKind, u32)>,
    pub(super) speaker: Option<u32>,
    /// The long words of its quote, less those that name its place.
    pub(super) words: Vec<u32>,
    /// The weekday on which it was, as far as its own words tell.
    pub(super) weekday: Option<Weekday>,
    /// Whether its place is a single site, so that being there is a fact of its own.
    pub(super) at_site: bool,
}

/// Those of all plotted mentions that have somebody to be compared with.
#[derive(Debug, Default)]
pub(super) struct Signatures {
    /// By mention.
    signatures: Vec<Option<Signature>>,
    /// Mentions of one area and family, in the order of the mentions.
    pub(super) shelves: Vec<(ShelfKey, Vec<usize>)>,
}

impl Signatures {
    /// Takes down those of `mentions`; `text_of` gives the text of a document, `weekday_of` what a mention's own words tell.
    pub(super) fn of<'t>(
        mentions: &[Mention],
        gazetteer: &Gazetteer,
        text_of: &dyn Fn(u32) -> &'t str,
        weekday_of: &dyn Fn(&Mention) -> Option<Weekday>,
    ) -> Self {
        let mut shelves: BTreeMap<ShelfKey, Vec<usize>> = BTreeMap::new();
        for (index, mention) in mentions.iter().enumerate() {
            if let Some(area) = area(mention, gazetteer).filter(|_| mention.certainty.is_plotted()) {
                shelves.entry((area, mention.kind.family())).or_default().push(index);
            }
        }
        shelves.retain(|_, shelf| shelf.len() > 1);
        let mut names = Names::default();
        let mut signatures: Vec<Option<Signature>> = Vec::new();
        signatures.resize_with(mentions.len(), || None);
        for &index in shelves.values().flatten() {
            if let (Some(mention), Some(signature)) = (mentions.get(index), signatures.get_mut(index)) {
                let signed = names.sign(mention, text_of(mention.document.0), gazetteer);
                *signature = Some(Signature { weekday: weekday_of(mention), ..signed });
            }
        }
        Self { signatures, shelves: shelves.into_iter().collect() }
    }

    /// The documents that have a mention beside one of a document marked in `changed`, on any shelf.
    pub(super) fn beside(&self, changed: &[bool], mentions: &[Mention]) -> Vec<bool> {
        let document = |&index: &usize| mentions.get(index).map(|mention| mention.document.0 as usize);
        let mut beside = vec![false; changed.len()];
        for (_, shelf) in &self.shelves {
            if shelf.iter().filter_map(document).any(|number| changed.get(number).is_some_and(|&changed| changed)) {
                for number in shelf.iter().filter_map(document) {
                    if let Some(mark) = beside.get_mut(number) {
                        *mark = true;
                    }
                }
            }
        }
        beside
    }

    /// That of one mention.
    pub(super) fn get(&self, mention: usize) -> Option<&Signature> {
        self.signatures.get(mention)?.as_ref()
    }
}

/// Names and folded words by number.
#[derive(Default)]
struct Names<'t> {
    numbers: FxHashMap<String, u32>,
    /// Words as they are written, so that one seen before need not be folded again.
    written: FxHashMap<&'t str, u32>,
}

impl<'t> Names<'t> {
    fn number(&mut self, name: &str) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        match self.numbers.get(name) {
            Some(&number) => number,
            None => *self.numbers.entry(name.to_owned()).or_insert(next),
        }
    }

    fn word(&mut self, written: &'t str) -> u32 {
        if let Some(&number) = self.written.get(written) {
            return number;
        }
        let number = self.number(&fold(written));
        self.written.insert(written, number);
        number
    }

    fn sign(&mut self, mention: &Mention, text: &'t str, gazetteer: &Gazetteer) -> Signature {
        let place = mention.place.as_ref();
        let own = place.map_or_else(Vec::new, |place| self.words(place.span, text, 1));
        let mut words = self.words(mention.quote, text, LONG_WORD);
        words.retain(|word| own.binary_search(word).is_err());
        Signature {
            actors: sorted(mention.actors.iter().map(|actor| self.number(&actor.name))),
            figures: sorted(mention.claims.iter().filter_map(figure)),
            speaker: mention.speaker.as_ref().map(|speaker| self.number(&speaker.name)),
            words,
            weekday: None,
            at_site: place.is_some_and(|place| is_site(gazetteer.kind(place.place))),
        }
    }

    fn words(&mut self, span: Span, text: &'t str, least: usize) -> Vec<u32> {
        let words = span.of(text).split(|letter: char| !letter.is_alphabetic());
        sorted(words.filter(|word| word.chars().count() >= least).map(|word| self.word(word)))
    }
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items.dedup();
    items
}

/// A figure that two reports hardly give by chance.
fn figure(claim: &Claim) -> Option<(ClaimKind, u32)> {
    (claim.low > 2).then_some((claim.what, claim.low))
}

fn is_site(kind: PlaceKind) -> bool {
    matches!(kind, PlaceKind::AirBase | PlaceKind::BorderCrossing | PlaceKind::Facility | PlaceKind::Village)
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

/// How many items two sorted lists share.
pub(super) fn shared<T: Ord>(one: &[T], other: &[T]) -> usize {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short.iter().filter(|item| long.binary_search(item).is_ok()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_share_what_is_in_both() {
        assert_eq!(shared(&[1, 3, 5], &[2, 3, 4, 5, 6]), 2);
        assert_eq!(shared::<u32>(&[], &[1]), 0);
    }

    #[test]
    fn a_word_has_one_number_however_it_is_written() {
        let mut names = Names::default();
        let one = names.word("Évacués");
        assert_eq!(one, names.word("évacués"));
        assert_ne!(one, names.word("évacuée"));
        assert_eq!(one, names.word("Évacués"));
    }
}
