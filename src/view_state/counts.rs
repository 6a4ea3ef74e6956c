//! [`Counts`]: how many events each choice of a filter would leave, the other filters as they are.

use super::ViewState;
use super::filter::{Facet, LeftOut};
use crate::event::{Certainty, EventKind};
use crate::reason::DocumentIndex;
use crate::store::{ActorRow, EventStore, PlaceRow};
use std::collections::BTreeMap;

/// Events in the days shown, by facet; each facet's counts leave its own filter out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All that are shown.
    pub shown: usize,
    /// By kind.
    pub kinds: BTreeMap<EventKind, usize>,
    /// By place.
    pub places: BTreeMap<PlaceRow, usize>,
    /// By actor.
    pub actors: BTreeMap<ActorRow, usize>,
    /// By report.
    pub reports: BTreeMap<DocumentIndex, usize>,
    /// By how sure the surest report is.
    pub certainties: BTreeMap<Certainty, usize>,
}

impl Counts {
    /// Counts what is on the map, or would be with one filter less.
    #[must_use]
    pub fn new(view: &ViewState, store: &EventStore) -> Self {
        let facets = store.facets();
        let is_filtered = view.filter.is_active();
        let mut shown = 0;
        let mut kinds = [0; EventKind::ALL.len()];
        let mut certainties = [0; 2];
        let mut places = vec![0; store.places().len()];
        let mut actors = vec![0; facets.actors().len()];
        let mut reports = vec![0; store.documents().len()];
        for event in view.timeline(store).meeting(view.shown_days()) {
            let Some(place) = store.place_row(event) else { continue };
            // What one filter alone leaves out counts for that filter's own facet, and for no other.
            let left_out = if is_filtered { view.filter.left_out_by(store, event) } else { LeftOut::Not };
            let only = match left_out {
                LeftOut::By(facet) => Some(facet),
                LeftOut::Not => None,
                LeftOut::BySeveral => continue,
            };
            shown += usize::from(only.is_none());
            let counts = |facet: Facet| only.is_none_or(|only| only == facet);
            if counts(Facet::Kind) {
                add(&mut kinds, store.kind(event) as usize);
            }
            if counts(Facet::Place) {
                add(&mut places, place.0 as usize);
            }
            if counts(Facet::Actor) {
                facets.actors_of(event).iter().for_each(|actor| add(&mut actors, actor.0 as usize));
            }
            if counts(Facet::Report) {
                facets.reports_of(event).iter().for_each(|report| add(&mut reports, report.0 as usize));
            }
            if counts(Facet::Certainty) {
                add(&mut certainties, usize::from(facets.certainty_of(event) != Certainty::Reported));
            }
        }
        Self {
            shown,
            kinds: filled(EventKind::ALL, &kinds),
            places: filled((0..).map(PlaceRow), &places),
            actors: filled((0..).map(ActorRow), &actors),
            reports: filled((0..).map(DocumentIndex), &reports),
            certainties: filled([Certainty::Reported, Certainty::Claimed], &certainties),
        }
    }
}

fn add(counts: &mut [usize], index: usize) {
    if let Some(count) = counts.get_mut(index) {
        *count += 1;
    }
}

/// The choices that leave something, each with how much.
fn filled<T: Ord>(choices: impl IntoIterator<Item = T>, counts: &[usize]) -> BTreeMap<T, usize> {
    choices.into_iter().zip(counts.iter().copied()).filter(|&(_, count)| count > 0).collect()
}

/// The choices of a facet, the fullest first; equals in their own order.
#[must_use]
pub fn fullest_first<T: Copy + Ord>(counts: &BTreeMap<T, usize>) -> Vec<(T, usize)> {
    let mut listed: Vec<(T, usize)> = counts.iter().map(|(&choice, &count)| (choice, count)).collect();
    listed.sort_by_key(|&(choice, count)| (std::cmp::Reverse(count), choice));
    listed
}
