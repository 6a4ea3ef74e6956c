//! [`Signatures`]: what each mention can share with one of another report, taken down once so that pairs compare numbers.

use super::MentionIndex;
use super::claim::{Claim, ClaimKind};
use super::kind::Family;
use super::mention::Mention;
use crate::day::Weekday;
use crate::fold::fold_into;
use crate::gazetteer::{Gazetteer, PlaceId, PlaceKind};
use crate::span::Span;
use rayon::prelude::*;
use rustc_hash::FxBuildHasher;
use smallvec::{Array, SmallVec};
use std::collections::BTreeMap;
use std::hash::BuildHasher;

/// Words of this many letters and more that two quotes share tell that they are of one event.
const LONG_WORD: usize = 6;

/// One area and family: mentions elsewhere or of other families are never compared.
pub(super) type ShelfKey = (PlaceId, Family);

/// A name or a folded word, by its hash: mentions are taken down on all cores, and no two words of a collection are likely to be
/// taken for one in 64 bits.
pub(super) type NameHash = u64;

/// Words of one quote; as many as most have lie in place, since each is compared with many others.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    sorted: SmallVec<[NameHash; 8]>,
    /// A bit for each, by its last digits.
    bits: [u64; 2],
    /// How many have no bit of their own.
    hidden: usize,
}

impl Words {
    fn of(words: impl Iterator<Item = NameHash>) -> Self {
        let mut words = Self { sorted: sorted(words), ..Self::default() };
        for &word in &words.sorted {
            let [low, high] = &mut words.bits;
            *(if word & 64 == 0 { low } else { high }) |= 1 << (word % 64);
        }
        let shown: u32 = words.bits.iter().map(|bits| bits.count_ones()).sum();
        words.hidden = words.sorted.len() - shown as usize;
        words
    }

    #[inline]
    fn holds(&self, word: NameHash) -> bool {
        let [low, high] = self.bits;
        let bits = if word & 64 == 0 { low } else { high };
        bits >> (word % 64) & 1 != 0 && self.sorted.binary_search(&word).is_ok()
    }

    /// Whether two quotes share so many words.
    pub(super) fn share(&self, other: &Self, least: usize) -> bool {
        // Reports that print one agency's text have whole sentences in common.
        if self.bits == other.bits && self.sorted == other.sorted {
            return self.sorted.len() >= least;
        }
        // Most other quotes have few words in common, and their bits show it: all but those that are hidden have one of their own.
        let ([low, high], [other_low, other_high]) = (self.bits, other.bits);
        let mut common = u128::from(high & other_high) << 64 | u128::from(low & other_low);
        for _ in self.hidden + 1..least {
            common &= common.wrapping_sub(1);
        }
        common != 0 && self.sorted.iter().filter(|&&word| other.holds(word)).take(least).count() == least
    }
}

/// The facts of one mention, names and words as numbers, each list sorted.
#[derive(Debug, Default)]
pub(super) struct Signature {
    pub(super) actors: SmallVec<[NameHash; 2]>,
    pub(super) figures: SmallVec<[(ClaimKind, u32); 2]>,
    pub(super) speaker: Option<NameHash>,
    /// The long words of its quote, less those that name its place.
    pub(super) words: Words,
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
        text_of: &(dyn Fn(u32) -> &'t str + Sync),
        weekday_of: &(dyn Fn(&Mention) -> Option<Weekday> + Sync),
    ) -> Self {
        let key_of = |mention: &Mention| {
            let area = area(mention, gazetteer).filter(|_| mention.certainty.is_plotted());
            area.map(|area| (area, mention.kind.family()))
        };
        let keys: Vec<Option<ShelfKey>> = mentions.par_iter().map(key_of).collect();
        let mut shelves: BTreeMap<ShelfKey, Vec<usize>> = BTreeMap::new();
        for (index, key) in keys.into_iter().enumerate() {
            if let Some(key) = key {
                shelves.entry(key).or_default().push(index);
            }
        }
        shelves.retain(|_, shelf| shelf.len() > 1);
        let mut wanted = vec![false; mentions.len()];
        for &index in shelves.values().flatten() {
            if let Some(mark) = wanted.get_mut(index) {
                *mark = true;
            }
        }
        let of_one_report: Vec<(&[Mention], &[bool])> = by_report(mentions, &wanted).collect();
        let signed = of_one_report.into_par_iter().flat_map_iter(|(mentions, wanted)| {
            let mut quoted = Quoted::default();
            mentions.iter().zip(wanted).map(move |(mention, &wanted)| {
                let sign = || quoted.sign(mention, text_of(mention.document.0), gazetteer);
                wanted.then(sign).map(|signed| Signature { weekday: weekday_of(mention), ..signed })
            })
        });
        let signatures = signed.collect();
        Self { signatures, shelves: shelves.into_iter().collect() }
    }

    /// That of one mention.
    pub(super) fn get(&self, mention: MentionIndex) -> Option<&Signature> {
        self.signatures.get(mention.0 as usize)?.as_ref()
    }
}

/// Runs of mentions of one report, each with its share of `marks`.
fn by_report<'m, T>(mentions: &'m [Mention], marks: &'m [T]) -> impl Iterator<Item = (&'m [Mention], &'m [T])> {
    let mut rest = marks;
    mentions.chunk_by(|one, next| one.document == next.document).map(move |run| {
        let (own, after) = rest.split_at(run.len().min(rest.len()));
        rest = after;
        (run, own)
    })
}

/// The sentence taken down last: several mentions may be of one.
#[derive(Debug, Default)]
struct Quoted {
    quote: Span,
    words: Words,
    /// The word at hand, folded.
    folded: String,
}

impl Quoted {
    fn sign(&mut self, mention: &Mention, text: &str, gazetteer: &Gazetteer) -> Signature {
        let place = mention.place.as_ref();
        let own = place.map_or_else(Words::default, |place| self.words_of(place.span, text, 1));
        if self.quote != mention.quote {
            (self.quote, self.words) = (mention.quote, self.words_of(mention.quote, text, LONG_WORD));
        }
        let words = Words::of(self.words.sorted.iter().copied().filter(|&word| !own.holds(word)));
        Signature {
            actors: sorted(mention.actors.iter().map(|actor| hash_of(&actor.name))),
            figures: sorted(mention.claims.iter().filter_map(figure)),
            speaker: mention.speaker.as_ref().map(|speaker| hash_of(&speaker.name)),
            words,
            weekday: None,
            at_site: place.is_some_and(|place| is_site(gazetteer.kind(place.place))),
        }
    }

    /// The words of so many letters and more.
    fn words_of(&mut self, span: Span, text: &str, least: usize) -> Words {
        Words::of(long_words(text, span, least).map(|word| self.word(word)))
    }

    fn word(&mut self, written: &str) -> NameHash {
        self.folded.clear();
        fold_into(written, &mut self.folded);
        hash_of(&self.folded)
    }
}

/// The words of so many letters and more, as they are written.
pub(super) fn long_words(text: &str, span: Span, least: usize) -> impl Iterator<Item = &str> {
    let words = span.of(text).split(|letter: char| !letter.is_alphabetic());
    words.filter(move |word| word.len() >= least && (word.is_ascii() || word.chars().count() >= least))
}

/// The same in every run.
pub(super) fn hash_of(name: &str) -> NameHash {
    FxBuildHasher.hash_one(name)
}

fn sorted<A: Array<Item: Ord>>(items: impl Iterator<Item = A::Item>) -> SmallVec<A> {
    let mut items: SmallVec<A> = items.collect();
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
pub(super) fn area(mention: &Mention, gazetteer: &Gazetteer) -> Option<PlaceId> {
    let place = mention.place.as_ref()?.place;
    match gazetteer.kind(place) {
        PlaceKind::Country => None,
        PlaceKind::Province => Some(place),
        _ => Some(gazetteer.admin1(place).unwrap_or(place)),
    }
}

/// Whether two short lists have an item in common.
pub(super) fn meet<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.iter().any(|item| other.contains(item))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_share_the_words_that_are_in_both() {
        let words = |words: &[NameHash]| Words::of(words.iter().copied());
        let (one, other) = (words(&[1, 3, 5]), words(&[6, 5, 4, 3, 2]));
        assert!(one.share(&other, 2) && other.share(&one, 2) && !one.share(&other, 3));
        // Words of one bit are told apart.
        assert!(!words(&[1, 2, 3]).share(&words(&[129, 130, 3]), 2));
        assert!(words(&[1, 129, 257]).share(&words(&[1, 129, 257, 5]), 3));
        assert!(!words(&[]).share(&one, 1));
    }

    #[test]
    fn a_word_has_one_number_however_it_is_written() {
        let mut quoted = Quoted::default();
        let one = quoted.word("Évacués");
        assert_eq!(one, quoted.word("évacués"));
        assert_ne!(one, quoted.word("évacuée"));
    }

    #[test]
    fn only_long_words_count_and_each_once() {
        let text = "Les évacués, les Évacués de Ghazni";
        assert_eq!(Quoted::default().words_of(Span::new(0, text.len()), text, LONG_WORD).sorted.len(), 2);
    }
}
