//! The window: everything that knows egui, eframe and walkers.

mod about;
mod app;
pub mod basemap;
mod bidi_layout;
mod chips;
mod citation;
mod correct_panel;
mod corrections;
mod corrections_panel;
mod data_folder;
mod document_panel;
mod drop_target;
mod event_panel;
mod facet_list;
mod icon;
mod keys;
mod left_behind;
mod list_panel;
pub mod map_panel;
mod marked_text;
pub mod marker;
mod notice;
mod open_project;
mod pane;
mod panel_view;
mod preferences;
mod recent;
mod report_marks;
mod row;
mod run;
mod saved_view;
mod scratch;
mod side_panel;
pub mod solar_hijri;
mod tabs;
pub mod theme;
mod time_panel;
mod top_bar;
mod trays;
mod worker;

use crate::wording::{dates, texts};

pub use crate::wording::Texts;
pub use app::App;
pub use run::{WindowError, run};
pub use worker::{Reports, index};
