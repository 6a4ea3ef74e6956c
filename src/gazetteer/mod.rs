//! Places of the world: names, kinds, where they are, how they lie to each other.

pub mod place;

pub use place::{Place, PlaceId, PlaceKind, Point};
