//! Markers: what an event looks like on the map, and which events share a marker.

pub mod badge;
pub mod cluster;
pub mod ring;
pub mod shape;
