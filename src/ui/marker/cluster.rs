//! [`Stack`]s, the events at one place, as they share markers.

use crate::event::Family;
use crate::gazetteer::Point;
use crate::marker::cluster;
use crate::store::{Clock, EventIndex, EventStore, PlaceRow};
use egui::Vec2;

pub use crate::marker::cluster::Cluster;

/// The events at one place, summed up: which they are is looked up where somebody opens it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack {
    /// Where.
    pub place: PlaceRow,
    /// The place's point.
    pub point: Point,
    /// How many there are.
    pub count: usize,
    /// How many of each family, in the order of [`Family::ALL`].
    pub families: [usize; 6],
    /// The one that most reports tell of; of equals, the first on the clock.
    pub first: EventIndex,
    /// Whether the day of any of them is known.
    pub has_day: bool,
    /// Whether any of them was near the place and not at it.
    pub has_near: bool,
}

/// Puts events that share a place together, in the order of their places. Looks at each event once.
#[must_use]
pub fn stack(store: &EventStore, clock: Clock, events: impl Iterator<Item = EventIndex>) -> Vec<Stack> {
    let timeline = store.on(clock);
    let mut by_place: Vec<Option<Stack>> = vec![None; store.places().len()];
    for event in events {
        let Some(row) = store.place_row(event) else { continue };
        let Some(slot) = by_place.get_mut(row.0 as usize) else { continue };
        let is_better = |stack: &Stack| store.report_count(event) > store.report_count(stack.first);
        match slot {
            Some(stack) if is_better(stack) => stack.first = event,
            Some(_) => {}
            None => *slot = Stack::begin(store, row, event),
        }
        if let Some(stack) = slot {
            stack.count += 1;
            stack.families[store.kind(event).family().index()] += 1;
            stack.has_day = stack.has_day || timeline.is_exact(event);
            stack.has_near = stack.has_near || store.is_near(event);
        }
    }
    by_place.into_iter().flatten().collect()
}

impl Stack {
    fn begin(store: &EventStore, place: PlaceRow, first: EventIndex) -> Option<Self> {
        let point = store.place(place)?.point;
        Some(Self { place, point, count: 0, families: [0; 6], first, has_day: false, has_near: false })
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
pub fn cluster(
    places: &[Vec2],
    weights: &[usize],
    reach: (impl Fn(usize) -> f32, f32),
    kept: Option<usize>,
) -> Vec<Cluster> {
    let places: Vec<[f32; 2]> = places.iter().map(|at| [at.x, at.y]).collect();
    cluster::cluster(&places, weights, reach, kept)
}
