//! The window: everything that knows egui, eframe and walkers.

mod about;
mod app;
pub mod basemap;
mod chips;
mod citation;
pub mod dates;
mod document_panel;
mod drop_target;
mod event_panel;
mod facet_list;
mod icon;
mod keys;
mod list_panel;
pub mod map_panel;
mod marked_text;
pub mod marker;
mod notice;
mod pane;
mod report_marks;
mod row;
mod run;
mod side_panel;
pub mod solar_hijri;
mod tabs;
mod texts;
pub mod theme;
mod time_panel;
mod top_bar;
mod trays;
mod worker;

pub use app::App;
pub use run::{WindowError, run};
pub use texts::Texts;
pub use worker::{Reports, index};
