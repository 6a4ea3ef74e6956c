//! The window: everything that knows egui, eframe and walkers.

pub mod basemap;
pub mod dates;
mod glyph;
pub mod map_panel;
pub mod marker;
mod texts;
pub mod theme;

pub use glyph::{family_shape, paint_family};
pub use texts::Texts;
