//! [`Stack`]s, the events at one place, as they share markers.

use crate::event::Family;
use crate::gazetteer::Point;
use crate::marker::cluster;
use crate::store::{EventIndex, EventStore, PlaceRow};
use egui::Vec2;

pub use crate::marker::cluster::Cluster;

/// The events at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack {
    /// Where.
    pub place: PlaceRow,
    /// The place's point.
    pub point: Point,
    /// By number of reports, most first, then by day.
    pub events: Vec<EventIndex>,
    /// How many of each family, in the order of [`Family::ALL`].
    pub families: [usize; 6],
}

/// Puts events that share a place together, in the order of their places.
#[must_use]
pub fn stack(store: &EventStore, events: impl Iterator<Item = EventIndex>) -> Vec<Stack> {
    let mut by_place: Vec<Vec<EventIndex>> = vec![Vec::new(); store.places().len()];
    for event in events {
        if let Some(slot) = store.place_row(event).and_then(|row| by_place.get_mut(row.0 as usize)) {
            slot.push(event);
        }
    }
    let filled = by_place.into_iter().zip(0_u32..).filter(|(events, _)| !events.is_empty());
    filled.filter_map(|(events, row)| Stack::new(store, PlaceRow(row), events)).collect()
}

impl Stack {
    fn new(store: &EventStore, place: PlaceRow, mut events: Vec<EventIndex>) -> Option<Self> {
        let point = store.place(place)?.point;
        let mut families = [0; 6];
        for &event in &events {
            families[store.kind(event).family().index()] += 1;
        }
        events.sort_by_key(|&event| (std::cmp::Reverse(store.report_count(event)), event));
        Some(Self { place, point, events, families })
    }

    /// The families of the events, those with most first.
    #[must_use]
    pub fn main_family(&self) -> Family {
        let most = Family::ALL.into_iter().max_by_key(|family| (self.families[family.index()], 5 - family.index()));
        most.unwrap_or(Family::Civil)
    }
}

/// As [`cluster::cluster`], of points on the screen.
#[must_use]
pub fn cluster(places: &[Vec2], weights: &[usize], distance: f32, apart: Option<usize>) -> Vec<Cluster> {
    let places: Vec<[f32; 2]> = places.iter().map(|at| [at.x, at.y]).collect();
    cluster::cluster(&places, weights, distance, apart)
}
