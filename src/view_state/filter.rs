//! [`Filter`]: which events are shown, apart from their days.

use crate::event::{Certainty, EventKind, Family};
use crate::reason::DocumentIndex;
use crate::store::{ActorRow, EventIndex, EventStore, Found, Passage, PlaceRow};
use std::collections::BTreeSet;

/// A dimension that events are chosen by. The counts beside one follow all the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Facet {
    Kind,
    Place,
    Actor,
    Report,
    Certainty,
    Text,
}

impl Facet {
    const ALL: [Self; 6] = [Self::Kind, Self::Place, Self::Actor, Self::Report, Self::Certainty, Self::Text];
}

/// Which facets of a filter leave an event out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeftOut {
    Not,
    By(Facet),
    BySeveral,
}

/// What is chosen. An empty set of places, actors, reports or certainties chooses all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Kinds that are left out.
    pub hidden_kinds: BTreeSet<EventKind>,
    /// Only these places.
    pub places: BTreeSet<PlaceRow>,
    /// Only events with one of these.
    pub actors: BTreeSet<ActorRow>,
    /// Only events that one of these tells of.
    pub reports: BTreeSet<DocumentIndex>,
    /// Only events of which the surest report is so sure.
    pub certainties: BTreeSet<Certainty>,
    /// What is typed in the search field.
    pub text: String,
    /// The events that hold the text, ascending; `None` where nothing is typed.
    pub(super) matching: Option<Vec<EventIndex>>,
    /// Where the reports hold the text.
    pub(super) found: Vec<Passage>,
}

impl Filter {
    /// Whether the event is chosen.
    #[must_use]
    pub fn passes(&self, store: &EventStore, event: EventIndex) -> bool {
        Facet::ALL.into_iter().all(|facet| self.passes_in(facet, store, event))
    }

    /// Which facets leave the event out.
    #[must_use]
    pub(super) fn left_out_by(&self, store: &EventStore, event: EventIndex) -> LeftOut {
        let mut facets = Facet::ALL.into_iter().filter(|&facet| !self.passes_in(facet, store, event));
        match (facets.next(), facets.next()) {
            (None, _) => LeftOut::Not,
            (Some(facet), None) => LeftOut::By(facet),
            (Some(_), Some(_)) => LeftOut::BySeveral,
        }
    }

    fn passes_in(&self, facet: Facet, store: &EventStore, event: EventIndex) -> bool {
        let facets = store.facets();
        match facet {
            Facet::Kind => self.hidden_kinds.is_empty() || !self.hidden_kinds.contains(&store.kind(event)),
            Facet::Place => {
                self.places.is_empty() || store.place_row(event).is_some_and(|row| self.places.contains(&row))
            }
            Facet::Actor => {
                self.actors.is_empty() || facets.actors_of(event).iter().any(|row| self.actors.contains(row))
            }
            Facet::Report => {
                self.reports.is_empty() || facets.reports_of(event).iter().any(|index| self.reports.contains(index))
            }
            Facet::Certainty => self.certainties.is_empty() || self.certainties.contains(&facets.certainty_of(event)),
            Facet::Text => self.matching.as_ref().is_none_or(|found| found.binary_search(&event).is_ok()),
        }
    }

    /// Whether anything is left out.
    #[must_use]
    pub fn is_active(&self) -> bool {
        *self != Self::default()
    }

    /// Whether any kind of the family is shown.
    #[must_use]
    pub fn shows_family(&self, family: Family) -> bool {
        kinds_of(family).any(|kind| !self.hidden_kinds.contains(&kind))
    }

    /// Hides all kinds of a family, or shows them all where one was hidden.
    pub(super) fn toggle_family(&mut self, family: Family) {
        let is_whole = kinds_of(family).all(|kind| !self.hidden_kinds.contains(&kind));
        for kind in kinds_of(family) {
            if is_whole {
                self.hidden_kinds.insert(kind)
            } else {
                self.hidden_kinds.remove(&kind)
            };
        }
    }

    /// Shows one family alone; all of them where it was alone already.
    pub(super) fn toggle_only_family(&mut self, family: Family) {
        let others: BTreeSet<EventKind> = EventKind::ALL.into_iter().filter(|kind| kind.family() != family).collect();
        self.hidden_kinds = if self.hidden_kinds == others { BTreeSet::new() } else { others };
    }

    pub(super) fn set_text(&mut self, text: String, store: &EventStore) {
        let is_empty = text.trim().is_empty();
        let found = if is_empty { Found::default() } else { store.search(&text) };
        self.matching = (!is_empty).then_some(found.events);
        self.found = found.passages;
        self.text = text;
    }
}

/// The kinds of a family.
pub fn kinds_of(family: Family) -> impl Iterator<Item = EventKind> {
    EventKind::ALL.into_iter().filter(move |kind| kind.family() == family)
}

/// Adds what is missing, takes out what is there.
pub(super) fn toggle<T: Ord>(set: &mut BTreeSet<T>, item: T) {
    if !set.remove(&item) {
        set.insert(item);
    }
}
