//! What lies under the markers: getting it ready, drawing it, choosing another.

use super::map_view::MapView;
use super::{MapPanel, ground_menu};
use crate::ui::Texts;
use crate::ui::basemap::{Basemap, Look};
use crate::view_state::{Command, Theme, ViewState};
use egui::Ui;
use walkers::{Map, lon_lat};

impl MapPanel {
    /// Gets the map of this look and language ready.
    pub(super) fn prepare(&mut self, ctx: &egui::Context, view: &ViewState) {
        let look = if view.theme == Theme::Dark { Look::Dark } else { Look::Light };
        let language = view.language.code();
        if self.texts.as_ref().is_none_or(|texts| texts.language() != view.language) {
            self.texts = Some(Texts::new(view.language));
        }
        if self.trouble.is_none() && !self.basemap.as_ref().is_some_and(|map| map.is_for(look, language, &self.ground))
        {
            match Basemap::new(ctx, look, language, &self.ground) {
                Ok(basemap) => self.basemap = Some(basemap),
                Err(error) => self.trouble = Some(error.to_string()),
            }
        }
    }

    /// The sea and the tiles; gives back how the map answers to the pointer.
    pub(super) fn show_tiles(&mut self, ui: &mut Ui) -> egui::Response {
        let sea = self.basemap.as_ref().map_or(ui.visuals().extreme_bg_color, Basemap::sea);
        ui.painter().rect_filled(ui.available_rect_before_wrap(), 0.0, sea);
        let Some(basemap) = &mut self.basemap else {
            return Map::new(None, &mut self.memory, lon_lat(0.0, 0.0)).show(ui, |_, _, _, _| ()).response;
        };
        basemap.begin_frame(ui.input(|input| input.time));
        let (offline, over) = basemap.tiles();
        let mut map = Map::new(Some(offline), &mut self.memory, lon_lat(0.0, 0.0)).zoom_with_ctrl(false);
        if let Some(over) = over {
            map = map.with_layer(over, 1.0);
        }
        let response = map.show(ui, |_, _, _, _| ()).response;
        basemap.end_frame();
        if let Some(seconds) = basemap.seconds_to_retry() {
            ui.ctx().request_repaint_after_secs(seconds);
        }
        response
    }

    /// The choice of maps where it is open, and what the matter is with the one chosen.
    pub(super) fn show_ground(
        &mut self,
        ui: &mut Ui,
        view: &MapView<'_>,
        button: &egui::Response,
        commands: &mut Vec<Command>,
    ) {
        ground_menu::show(button, &mut self.address, view, commands);
        if let Some(trouble) = self.basemap.as_ref().and_then(Basemap::trouble) {
            ground_menu::trouble_ui(ui, &trouble.words(view.texts), view, commands);
        }
    }
}
