//! The map: the basemap, a marker for each event shown, and what lies over them.

mod camera;
mod caption;
mod controls;
mod empty_days;
mod ground;
mod ground_menu;
mod map_view;
mod markers;
mod moves;
mod open_stack;
mod paint;
mod picking;
mod points;
mod ring_names;
mod rings;
mod scale_bar;
mod scene;
#[cfg(test)]
mod tests;

use super::Texts;
use super::basemap::Basemap;
use super::basemap::labels::{self};
use super::theme::Palette;
use crate::gazetteer::Point;
use crate::store::{EventIndex, EventStore, PlaceRow};
use crate::view_state::{Choice, Command, Ground, MapCommand, ViewState};
use egui::{Rect, Ui};
use ground_menu::AddressField;
use map_view::MapView;
use markers::Asked;
use moves::{Fitted, Told};
use scene::Scene;
use std::sync::Arc;
use walkers::{MapMemory, MercatorProjection, Projector, lon_lat};

/// Where the map stands, and what of it is open. What is drawn comes from the store and the view.
#[derive(Debug, Default)]
pub struct MapPanel {
    memory: MapMemory,
    basemap: Option<Basemap>,
    ground: Ground,
    address: AddressField,
    /// Why there is no basemap.
    trouble: Option<String>,
    texts: Option<Texts>,
    wishes: Vec<MapCommand>,
    is_fitted: bool,
    /// The events that it was fitted to last, for as long as nobody moves it.
    fitted: Option<Fitted>,
    /// Size of the window in the last frame.
    window: egui::Vec2,
    /// Where it was told to look, for as long as nobody moves it.
    told: Option<Told>,
    /// A place whose events have just been opened: it needs some room around.
    wants_room: Option<PlaceRow>,
    /// Where it lay on the screen in the last frame.
    last_rect: Option<Rect>,
    open: Option<Open>,
    made: Option<Made>,
}

/// The markers of the last frame, and what they were made for. The store does not change under them.
#[derive(Debug)]
struct Made {
    choice: Choice,
    selected: Option<EventIndex>,
    zoom: f64,
    scene: Arc<Scene>,
}

/// The marker whose events are shown one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Open {
    /// The place it stands at.
    place: PlaceRow,
    /// Whether the keys are still to go to the first of its events.
    wants_focus: bool,
}

impl MapPanel {
    /// Does what was asked of the map, as soon as it is shown next.
    pub fn apply(&mut self, command: MapCommand, _store: &EventStore) {
        self.wishes.push(command);
    }

    /// Other events are to come: the map is to be moved to them when it is shown next.
    pub fn look_anew(&mut self) {
        self.is_fitted = false;
        self.store_changed();
    }

    /// The events are others, at the same places for the most part: the map stays where it is.
    pub fn store_changed(&mut self) {
        self.open = None;
        self.made = None;
    }

    /// The markers; those of the last frame where nothing has changed since.
    fn scene(&mut self, store: &EventStore, view: &ViewState) -> Arc<Scene> {
        let zoom = self.memory.zoom();
        let holds = |made: &&Made| {
            view.is_choice(&made.choice) && made.selected == view.selected && (made.zoom - zoom).abs() < 1e-9
        };
        if let Some(made) = self.made.as_ref().filter(holds) {
            return Arc::clone(&made.scene);
        }
        let scene = Arc::new(Scene::new(store, view, zoom));
        let (choice, selected) = (view.choice(), view.selected);
        self.made = Some(Made { choice, selected, zoom, scene: Arc::clone(&scene) });
        scene
    }

    /// Whether the tiles of the view are all there.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.basemap.as_ref().is_none_or(Basemap::is_settled)
    }

    fn toggle(&mut self, place: PlaceRow, wants_focus: bool) {
        let is_open = self.open.is_some_and(|open| open.place == place);
        self.open = (!is_open).then_some(Open { place, wants_focus });
        self.wants_room = (!is_open).then_some(place);
    }

    /// Puts events that are shown one by one together again; `false` where none were.
    pub fn close(&mut self) -> bool {
        self.open.take().is_some()
    }

    /// The markers, and what is asked of the one that was clicked; while a place is picked a click on one picks its place.
    fn markers_ui(
        &mut self,
        ui: &mut Ui,
        map_view: &MapView<'_>,
        map: &egui::Response,
        commands: &mut Vec<Command>,
    ) -> Option<Asked> {
        let mut of_markers = Vec::new();
        let mut asked = self.show_markers(ui, map_view, &mut of_markers);
        if map_view.view.is_picking {
            let is_clicked = map.clicked() || asked.take().is_some() || !of_markers.is_empty();
            picking::pick(map, is_clicked, map_view, commands);
        } else {
            commands.append(&mut of_markers);
        }
        picking::paint_picked(ui.painter(), map_view);
        asked
    }

    fn answer(&mut self, asked: Asked, scene: &Scene, size: egui::Vec2) {
        match asked {
            Asked::Open { place, by_key } => self.toggle(place, by_key),
            Asked::Closer { cluster, place } => {
                let Some(cluster) = scene.clusters.get(cluster) else { return };
                let before = self.memory.zoom();
                // Places too close together for any zoom are opened as if they were one.
                if before >= camera::MAX_ZOOM - 0.5 {
                    return self.toggle(place, false);
                }
                self.fit(scene.members(cluster).map(|stack| stack.point), size);
                // Places that hardly differ are not parted by a fit from farther off.
                if self.memory.zoom() < before + 1.0 {
                    let _ = self.memory.set_zoom((before + 2.0).min(camera::MAX_ZOOM));
                }
            }
        }
    }
}

/// Draws the map with a marker for each event shown; a click on one selects it.
pub fn map_panel_ui(
    ui: &mut Ui,
    map: &mut MapPanel,
    store: &EventStore,
    view: &ViewState,
    commands: &mut Vec<Command>,
) {
    let rect = ui.available_rect_before_wrap();
    map.prepare(ui.ctx(), view);
    map.move_as_asked(rect, ui.ctx().content_rect().size(), store, view);
    let response = map.show_tiles(ui);
    let projector = projector(rect, &map.memory);
    let scene = map.scene(store, view);
    let Some(texts) = map.texts.take() else { return };
    let ground = map.ground.clone();
    let map_view = MapView {
        rect,
        projector: &projector,
        store,
        view,
        scene: &scene,
        ground: &ground,
        texts: &texts,
        palette: Palette::of(view.theme),
    };
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(rect).id_salt("markers"));
    inner.set_clip_rect(rect.intersect(ui.clip_rect()));
    let asked = map.markers_ui(&mut inner, &map_view, &response, commands);
    let (wish, grounds) = controls::show(&inner, &map_view, response.hover_pos(), commands);
    map.show_ground(&mut inner, &map_view, &grounds, commands);
    empty_days::show(&inner, &map_view, commands);
    if let Some(trouble) = &map.trouble {
        inner.colored_label(map_view.palette.warning, texts.with("map-broken", [("reason", trouble.as_str().into())]));
    }
    let map_name = texts.get("map-name");
    map.texts = Some(texts);
    map.wishes.extend(wish);
    if let Some(asked) = asked {
        map.answer(asked, &scene, rect.size());
    }
    if !view.is_picking && response.clicked() && asked.is_none() {
        map.close();
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Canvas, true, map_name.as_str()));
    if !map.wishes.is_empty() || asked.is_some() {
        ui.ctx().request_repaint();
    }
}

impl MapPanel {
    /// Rings, then names, then markers, then what is open: each over the one before.
    fn show_markers(&mut self, ui: &mut Ui, view: &MapView<'_>, commands: &mut Vec<Command>) -> Option<Asked> {
        let placed = markers::place(view);
        rings::paint_rings(ui, view, &placed);
        let open = self.open.and_then(|open| view.scene.open(open.place, view.store, view.view));
        let mut names = markers::labels(view, &placed);
        let mut obstacles = markers::obstacles(view, &placed);
        obstacles.extend(controls::areas(view.rect));
        obstacles.extend(open.as_ref().and_then(|opened| open_stack::area(view, opened)));
        names.extend(self.basemap.iter().flat_map(|basemap| basemap.labels(view.projector)));
        labels::paint(ui.painter(), view.rect, names, &obstacles);
        let asked = markers::show(ui, view, &placed, commands);
        if let (Some(opened), Some(open)) = (open, &mut self.open) {
            open_stack::show(ui, view, &opened, std::mem::take(&mut open.wants_focus), commands);
        }
        asked
    }
}

fn projector(rect: Rect, memory: &MapMemory) -> Projector<'static> {
    Projector::new(rect, &MercatorProjection, memory, lon_lat(0.0, 0.0))
}

fn position(point: Point) -> walkers::Position {
    lon_lat(point.longitude, point.latitude)
}
