//! What two tellings share beside kind, place and day.

use super::{Cluster, Merger};
use crate::event::claim::Claim;
use crate::event::mention::Mention;
use crate::event::signature::{NameHash, hash_of, long_words};
use crate::fold::fold_into;
use crate::span::Span;
use smallvec::SmallVec;

/// Figures below this are shared by chance.
const FEW: u32 = 5;
/// Two figures are near where they differ by no more than one in so many.
const NEAR_FIGURE: u32 = 20;
/// Letters that a word has at least, and by which it is compared: *prisoner*, *prisoners*; *évacués*, *évacuation*.
const STEM: usize = 6;
/// Words that two tellings of one event have in common beside those that name who, where and what.
const LEAST_WORDS: usize = 2;

/// The first letters of words, by their hashes, sorted.
type Stems = SmallVec<[NameHash; 16]>;

impl Merger<'_> {
    /// Whether a mention shares a figure or words with one of an event's mentions.
    pub(super) fn shares_with(&self, mention: &Mention, cluster: &Cluster) -> bool {
        self.shares_figure(mention, cluster) || self.shares_words(mention, cluster)
    }

    /// Whether two events' mentions share a figure or words.
    pub(super) fn are_alike(&self, one: &Cluster, other: &Cluster) -> bool {
        self.share_figure(one, other)
            || self.mentions_of(&one.mentions).any(|mention| self.shares_words(mention, other))
    }

    /// Whether two events' mentions share a figure.
    pub(super) fn share_figure(&self, one: &Cluster, other: &Cluster) -> bool {
        self.mentions_of(&one.mentions).any(|mention| self.shares_figure(mention, other))
    }

    /// Whether a mention counts as an event's mentions do, and none of its figures is near one of theirs.
    pub(super) fn contradicts(&self, mention: &Mention, cluster: &Cluster) -> bool {
        let counts = |own: &Claim| {
            self.mentions_of(&cluster.mentions).flat_map(|other| &other.claims).any(|claim| own.what == claim.what)
        };
        mention.claims.iter().any(counts) && !self.shares_figure(mention, cluster)
    }

    /// Whether a mention counts as many of a kind as one of an event's mentions, or nearly: *about a hundred*, *more than a hundred*.
    fn shares_figure(&self, mention: &Mention, cluster: &Cluster) -> bool {
        let near = |one: u32, other: u32| one >= FEW && one.abs_diff(other) * NEAR_FIGURE <= one.max(other);
        self.mentions_of(&cluster.mentions)
            .flat_map(|other| &other.claims)
            .any(|claim| mention.claims.iter().any(|own| own.what == claim.what && near(own.low, claim.low)))
    }

    fn shares_words(&self, mention: &Mention, cluster: &Cluster) -> bool {
        let own = self.words_of(mention);
        own.len() >= LEAST_WORDS
            && self.mentions_of(&cluster.mentions).any(|other| {
                let words = self.words_of(other);
                words.iter().filter(|word| own.binary_search(word).is_ok()).take(LEAST_WORDS).count() == LEAST_WORDS
            })
    }

    /// The first letters of the long words of a mention's sentence, less those that name its place and who takes part.
    fn words_of(&self, mention: &Mention) -> Stems {
        let text = self.documents.get(mention.document.0 as usize).map_or("", |document| document.text.as_str());
        let named = mention.place.iter().map(|place| place.span).chain(mention.actors.iter().map(|actor| actor.span));
        let named: SmallVec<[NameHash; 8]> = named.flat_map(|span| stems(text, span)).collect();
        let mut words: Stems = stems(text, mention.quote).filter(|word| !named.contains(word)).collect();
        words.sort_unstable();
        words.dedup();
        words
    }
}

/// The hash of each stem, in the order of the text.
fn stems(text: &str, span: Span) -> impl Iterator<Item = NameHash> {
    let mut folded = String::new();
    long_words(text, span, STEM).map(move |word| {
        folded.clear();
        fold_into(word, &mut folded);
        let end = folded.char_indices().nth(STEM).map_or(folded.len(), |(end, _)| end);
        hash_of(folded.get(..end).unwrap_or_default())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_stem_are_one_however_they_are_written() {
        let of = |text: &str| stems(text, Span::new(0, text.len())).collect::<Vec<NameHash>>();
        assert_eq!(of("prisoner"), of("Prisoners"));
        assert_eq!(of("les évacués"), of("Évacuées"));
        assert_ne!(of("prisoner"), of("prices"));
        assert!(of("a few words").is_empty());
    }
}
