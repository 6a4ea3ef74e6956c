//! The map.

use super::glyph::paint_family;
use crate::store::EventStore;
use crate::view_state::{Command, MapCommand, ViewState};
use egui::{Role, Sense, WidgetInfo};

/// Where the map stands. What is drawn comes from the store and the view.
#[derive(Debug, Default)]
pub struct MapPanel;

impl MapPanel {
    /// Does what was asked of the map.
    pub fn apply(&mut self, _command: MapCommand, _store: &EventStore) {}
}

/// Draws the map with a marker for each event shown; a click on one selects it.
pub fn map_panel_ui(
    ui: &mut egui::Ui,
    _map: &mut MapPanel,
    store: &EventStore,
    view: &ViewState,
    commands: &mut Vec<Command>,
) {
    let rect = ui.available_rect_before_wrap();
    for event in view.shown(store) {
        let Some(place) = store.place_of(event) else { continue };
        #[expect(clippy::cast_possible_truncation, reason = "points on a screen")]
        let (x, y) = ((place.point.longitude + 180.0) as f32 / 360.0, (90.0 - place.point.latitude) as f32 / 180.0);
        let center = rect.lerp_inside(egui::vec2(x, y));
        let marker = egui::Rect::from_center_size(center, egui::Vec2::splat(20.0));
        let response = ui.interact(marker, ui.scope_id().with(("marker", event)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &place.name));
        paint_family(ui.painter(), store.kind(event).family(), center, 6.0, ui.visuals().panel_fill);
        if response.clicked() {
            commands.push(Command::SelectEvent(event));
        }
    }
}
