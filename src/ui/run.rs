//! Opening the window.

use super::app::App;
use super::data_folder::data_folder;
use super::preferences::{self, Preferences};
use super::worker::Reports;
use crate::store::EventStore;
use crate::view_state::{Ground, Language, Theme};
use std::path::PathBuf;

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// No screen to open it on.
    #[error("no display to open a window on; `dateline extract` prints the events without one")]
    NoDisplay,
    /// The system refused.
    #[error("the window could not be opened ({0}); `dateline extract` prints the events without one")]
    Refused(String),
}

/// Opens the window on reports over a map, with the user's own places in files; returns when it is closed.
///
/// # Errors
/// [`WindowError`] where there is no display, or no way to draw on it.
pub fn run(reports: Reports, ground: Ground, places: Vec<PathBuf>) -> Result<(), WindowError> {
    if !has_display() {
        return Err(WindowError::NoDisplay);
    }
    let language = sys_locale::get_locale().map_or_else(Language::default, |locale| Language::of_locale(&locale));
    let file = preferences::file();
    let sizes = file.as_deref().map(Preferences::load).unwrap_or_default().sizes;
    let viewport = egui::ViewportBuilder::default()
        .with_title("dateline")
        .with_app_id("dateline")
        .with_inner_size(sizes.window.unwrap_or([1280.0, 800.0]))
        .with_maximized(sizes.is_maximized)
        .with_min_inner_size([400.0, 300.0])
        .with_drag_and_drop(true)
        .with_icon(icon());
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let create = move |context: &eframe::CreationContext<'_>| {
        let ctx = &context.egui_ctx;
        // The map's land and borders are drawn on the graphics card.
        if context.wgpu_render_state.is_some() {
            walkers::install_renderer(context.wgpu_render_state.as_ref());
        }
        let theme = if ctx.system_theme() == Some(egui::Theme::Dark) { Theme::Dark } else { Theme::Light };
        let mut app = App::with_store(ctx, EventStore::default(), language, theme);
        if let Some(file) = file {
            app.remember_in(file, ctx);
        }
        app.keep_in(data_folder().as_deref());
        app.set_places(&places);
        // A map that is named at the start is for this run.
        if ground != Ground::Offline {
            app.set_ground(ground);
        }
        app.open(reports);
        Ok(Box::new(app) as Box<dyn eframe::App>)
    };
    eframe::run_native("dateline", options, Box::new(create)).map_err(|error| WindowError::Refused(error.to_string()))
}

/// The sign that the system shows for the window; none where it can't be read, which a test keeps from happening.
fn icon() -> egui::IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/dateline.png")).unwrap_or_default()
}

/// On Linux and the BSDs a display is named by the environment; elsewhere there is one.
fn has_display() -> bool {
    let is_named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(all(unix, not(target_os = "macos"))) || is_named("DISPLAY") || is_named("WAYLAND_DISPLAY")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_has_a_sign() {
        assert_eq!((icon().width, icon().height), (256, 256));
    }
}
