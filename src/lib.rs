//! dateline reads a pile of news reports as a map you can scrub through time.
//!
//! The modules in reading order; each may use only those before its own layer (see ARCHITECTURE.md).

pub mod day;
pub mod edtf;
pub mod fold;
pub mod problem;
pub mod reason;
pub mod span;

#[cfg(any(feature = "render", feature = "ui"))]
pub mod basemap;
pub mod document;
pub mod gazetteer;
pub mod language;

pub mod corpus;
pub mod timex;
pub mod toponym;

pub mod event;

pub mod marker;
pub mod wording;

pub mod collection;
pub mod store;

pub mod correction;
pub mod export;
pub mod pipeline;
pub mod project;

pub mod view_state;

pub mod cli;

#[cfg(feature = "ui")]
pub mod ui;
