//! The window: everything that knows egui, eframe and walkers.

pub mod basemap;
