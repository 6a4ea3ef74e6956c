//! [`MapData`]: the events that a map is drawn of.

use crate::collection::Collection;
use crate::event::Event;
use crate::gazetteer::Gazetteer;

/// Events, and what was read that they come from.
#[derive(Clone, Copy, Debug)]
pub struct MapData<'a> {
    /// Those that a map may show, on the days it shows.
    pub events: &'a [Event],
    /// Whose tellings they rest on.
    pub collection: &'a Collection,
    /// Whose places they are at.
    pub gazetteer: &'a Gazetteer,
}

impl<'a> MapData<'a> {
    /// All events of a collection.
    #[must_use]
    pub fn all(collection: &'a Collection, gazetteer: &'a Gazetteer) -> Self {
        Self { events: &collection.events, collection, gazetteer }
    }
}
