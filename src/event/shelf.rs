//! [`Shelves`]: mentions of one area and family side by side in the order of their days, each with the few that it is compared with.

use super::MentionIndex;
use super::mention::Mention;
use super::signature::Signatures;
use crate::day::Day;
use crate::edtf::DateSet;
use crate::gazetteer::PlaceId;
use rayon::prelude::*;

/// Mentions of one place and family that one mention is compared with; the nearest in time where there are more.
const MOST_COMPARED: usize = 48;

/// A mention on a shelf, with what is looked at first: most of those beside it are elsewhere.
#[derive(Clone, Copy, Debug)]
pub(super) struct Card {
    pub(super) mention: MentionIndex,
    pub(super) document: u32,
    pub(super) place: PlaceId,
    /// Whether it says on which days its event was.
    pub(super) tells_days: bool,
    /// The first of its days.
    first: Option<Day>,
}

impl Card {
    fn of(index: usize, mentions: &[Mention], tells_days: &dyn Fn(&Mention) -> bool) -> Option<Self> {
        let mention = MentionIndex(u32::try_from(index).ok()?);
        let own = mentions.get(index)?;
        let (document, place) = (own.document.0, own.place.as_ref()?.place);
        let first = own.when.as_ref().map(DateSet::first);
        Some(Self { mention, document, place, tells_days: tells_days(own), first })
    }

    /// What a shelf is sorted by: the days, then the order of the mentions.
    fn rank(&self) -> (Option<Day>, MentionIndex) {
        (self.first, self.mention)
    }
}

/// Where a mention stands: the number of its shelf, and its position there.
type Spot = (u32, u32);

/// Mentions by area and family, in the order of the days that they have at one time.
#[derive(Debug)]
pub(super) struct Shelves {
    shelves: Vec<Vec<Card>>,
    /// By mention.
    spots: Vec<Option<Spot>>,
}

impl Shelves {
    /// Of the mentions that have a signature, by their days; `tells_days` is whether one says on which its event was.
    pub(super) fn new(
        mentions: &[Mention],
        signatures: &Signatures,
        tells_days: &(dyn Fn(&Mention) -> bool + Sync),
    ) -> Self {
        let shelves = signatures.shelves.par_iter().map(|(_, shelf)| {
            let cards = shelf.iter().filter_map(|&index| Card::of(index, mentions, tells_days));
            let mut cards: Vec<Card> = cards.collect();
            cards.sort_unstable_by_key(Card::rank);
            cards
        });
        Self::with_spots(shelves.collect(), mentions.len())
    }

    /// The same, where the mentions of the documents marked in `changed` have other days.
    pub(super) fn renewed(
        &self,
        mentions: &[Mention],
        changed: &[bool],
        tells_days: &(dyn Fn(&Mention) -> bool + Sync),
    ) -> Self {
        let shelves = self.shelves.par_iter().map(|shelf| {
            let (moved, mut cards): (Vec<Card>, Vec<Card>) = shelf.iter().partition(|card| is_marked(card, changed));
            let anew = moved.iter().filter_map(|card| Card::of(card.mention.0 as usize, mentions, tells_days));
            cards.extend(anew);
            // Those that stayed are in order already, which a stable sort makes use of.
            cards.sort_by_key(Card::rank);
            cards
        });
        Self::with_spots(shelves.collect(), mentions.len())
    }

    fn with_spots(shelves: Vec<Vec<Card>>, mentions: usize) -> Self {
        let mut spots = vec![None; mentions];
        for (number, shelf) in (0_u32..).zip(&shelves) {
            for (position, card) in (0_u32..).zip(shelf) {
                if let Some(spot) = spots.get_mut(card.mention.0 as usize) {
                    *spot = Some((number, position));
                }
            }
        }
        Self { shelves, spots }
    }

    /// The number of a mention's shelf, and its card.
    pub(super) fn card(&self, mention: usize) -> Option<(u32, Card)> {
        let (number, position) = self.spots.get(mention).copied().flatten()?;
        Some((number, *self.shelves.get(number as usize)?.get(position as usize)?))
    }

    /// The neighbours of a mention on its shelf, which is sorted by day; for one without a day, some of all the shelf.
    pub(super) fn beside(&self, mention: usize) -> impl ExactSizeIterator<Item = &Card> {
        let (number, position) = self.spots.get(mention).copied().flatten().unwrap_or((u32::MAX, 0));
        let (position, cards) = (position as usize, self.shelves.get(number as usize).map_or(&[][..], Vec::as_slice));
        let (all, is_dated) =
            (cards.len() <= MOST_COMPARED, cards.get(position).is_some_and(|card| card.first.is_some()));
        let from = if all || !is_dated { 0 } else { position.saturating_sub(MOST_COMPARED / 2) };
        let step = if all || is_dated { 1 } else { cards.len().div_ceil(MOST_COMPARED) };
        let near = cards.get(from..).unwrap_or_default();
        near.get(..step * MOST_COMPARED).unwrap_or(near).iter().step_by(step)
    }

    /// Whether a mention has others beside it than it had `before`, or one of a document marked in `changed`.
    pub(super) fn has_news(&self, mention: usize, before: &Self, changed: &[bool]) -> bool {
        let (now, then) = (self.beside(mention), before.beside(mention));
        let differs = |(now, then): (&Card, &Card)| now.mention != then.mention || is_marked(now, changed);
        now.len() != then.len() || now.zip(then).any(differs)
    }
}

fn is_marked(card: &Card, changed: &[bool]) -> bool {
    changed.get(card.document as usize).is_some_and(|&changed| changed)
}
