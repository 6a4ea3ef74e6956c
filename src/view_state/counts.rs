//! [`Counts`]: how many events each choice of a filter would leave, the other filters as they are.

use super::ViewState;
use super::filter::Facet;
use crate::event::{Certainty, EventKind};
use crate::reason::DocumentIndex;
use crate::store::{ActorRow, EventIndex, EventStore, PlaceRow};
use std::collections::BTreeMap;

/// Events in the days shown, by facet; each facet's counts leave its own filter out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
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
        let mut counts = Self::default();
        let filter = &view.filter;
        let facets = store.facets();
        let placed = |&event: &EventIndex| store.place_row(event).is_some();
        for event in view.timeline(store).meeting(view.shown_days()).filter(placed) {
            if filter.passes_but(Some(Facet::Kind), store, event) {
                *counts.kinds.entry(store.kind(event)).or_default() += 1;
            }
            if filter.passes_but(Some(Facet::Place), store, event)
                && let Some(place) = store.place_row(event)
            {
                *counts.places.entry(place).or_default() += 1;
            }
            if filter.passes_but(Some(Facet::Actor), store, event) {
                for &actor in facets.actors_of(event) {
                    *counts.actors.entry(actor).or_default() += 1;
                }
            }
            if filter.passes_but(Some(Facet::Report), store, event) {
                for &report in facets.reports_of(event) {
                    *counts.reports.entry(report).or_default() += 1;
                }
            }
            if filter.passes_but(Some(Facet::Certainty), store, event) {
                *counts.certainties.entry(facets.certainty_of(event)).or_default() += 1;
            }
        }
        counts
    }
}

/// The choices of a facet, the fullest first; equals in their own order.
#[must_use]
pub fn fullest_first<T: Copy + Ord>(counts: &BTreeMap<T, usize>) -> Vec<(T, usize)> {
    let mut listed: Vec<(T, usize)> = counts.iter().map(|(&choice, &count)| (choice, count)).collect();
    listed.sort_by_key(|&(choice, count)| (std::cmp::Reverse(count), choice));
    listed
}
