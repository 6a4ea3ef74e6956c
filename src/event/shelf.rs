//! [`Shelves`]: mentions of one area and family side by side in the order of their days, each with the few that it is compared with.

use super::MentionIndex;
use super::mention::Mention;
use super::signature::Signatures;
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
    is_dated: bool,
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
        let shelves: Vec<Vec<Card>> =
            signatures.shelves.par_iter().map(|(_, shelf)| in_time(mentions, shelf, tells_days)).collect();
        let mut spots = vec![None; mentions.len()];
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
    pub(super) fn beside(&self, mention: usize) -> impl Iterator<Item = &Card> {
        self.near(mention).filter_map(<[Card]>::first)
    }

    /// The same, each with those after it that are passed over.
    fn near(&self, mention: usize) -> impl ExactSizeIterator<Item = &[Card]> {
        let (number, position) = self.spots.get(mention).copied().flatten().unwrap_or((u32::MAX, 0));
        let (position, cards) = (position as usize, self.shelves.get(number as usize).map_or(&[][..], Vec::as_slice));
        let (all, is_dated) = (cards.len() <= MOST_COMPARED, cards.get(position).is_some_and(|card| card.is_dated));
        let from = if all || !is_dated { 0 } else { position.saturating_sub(MOST_COMPARED / 2) };
        let step = if all || is_dated { 1 } else { cards.len().div_ceil(MOST_COMPARED) };
        cards.get(from..).unwrap_or_default().chunks(step).take(MOST_COMPARED)
    }

    /// Whether a mention has others beside it than it had `before`, or one of a document marked in `changed`.
    pub(super) fn has_news(&self, mention: usize, before: &Self, changed: &[bool]) -> bool {
        let is_changed = |card: &Card| changed.get(card.document as usize).is_some_and(|&changed| changed);
        let (now, then) = (self.near(mention), before.near(mention));
        let differs = |(now, then): (&[Card], &[Card])| match (now.first(), then.first()) {
            (Some(now), Some(then)) => now.mention != then.mention || is_changed(now),
            _ => true,
        };
        now.len() != then.len() || now.zip(then).any(differs)
    }
}

/// A shelf by the first day of its mentions.
fn in_time(mentions: &[Mention], shelf: &[usize], tells_days: &dyn Fn(&Mention) -> bool) -> Vec<Card> {
    let first = |index: &usize| mentions.get(*index).and_then(|mention| mention.when.as_ref()).map(DateSet::first);
    let mut in_time = shelf.to_vec();
    in_time.sort_by_cached_key(|index| (first(index), *index));
    let card = |index: usize| {
        let mention = mentions.get(index)?;
        let number = MentionIndex(u32::try_from(index).ok()?);
        let (document, place) = (mention.document.0, mention.place.as_ref()?.place);
        let (tells_days, is_dated) = (tells_days(mention), mention.when.is_some());
        Some(Card { mention: number, document, place, tells_days, is_dated })
    };
    in_time.into_iter().filter_map(card).collect()
}
