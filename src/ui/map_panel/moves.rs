//! Where the map looks: as it was told, as it was asked, and at all events when they are seen first.

use super::points::FitTo;
use super::{MapPanel, camera, position, projector};
use crate::export::map::Extent;
use crate::gazetteer::Point;
use crate::store::EventStore;
use crate::ui::basemap::Basemap;
use crate::view_state::{MapCommand, ViewState};
use egui::{Rect, Vec2};
use walkers::lon_lat;

/// What the map was told to look at, and the middle that this is by now: a line that comes or goes beside the map shifts it.
#[derive(Debug)]
pub(super) struct Told {
    camera: (Point, f64),
    middle: Option<walkers::Position>,
}

/// The events that the map was fitted to, and where it looks by now for that.
#[derive(Debug)]
pub(super) struct Fitted {
    to: FitTo,
    middle: Option<walkers::Position>,
    zoom: f64,
}

impl MapPanel {
    /// Where it looks, and how closely; `None` before it was first shown.
    #[must_use]
    pub fn camera(&self) -> Option<(Point, f64)> {
        let center = self.memory.detached()?;
        let is_as_told =
            |told: &&Told| told.middle == Some(center) && (told.camera.1 - self.memory.zoom()).abs() < 1e-9;
        if let Some(told) = self.told.as_ref().filter(is_as_told) {
            return Some(told.camera);
        }
        Some((Point { latitude: center.y(), longitude: center.x() }, self.memory.zoom()))
    }

    /// The part of the world that is seen; `None` before it was first shown.
    #[must_use]
    pub fn extent(&self) -> Option<Extent> {
        let rect = self.last_rect.filter(|_| self.memory.detached().is_some())?;
        let projector = projector(rect, &self.memory);
        let corner = |at: egui::Pos2| {
            let position = projector.unproject(at.to_vec2());
            Point { latitude: position.y(), longitude: position.x() }
        };
        Some(Extent { north_west: corner(rect.left_top()), south_east: corner(rect.right_bottom()) })
    }

    /// Looks there, and no longer at all events of a store that has just come.
    pub fn look_at(&mut self, center: Point, zoom: f64) {
        if center.latitude.is_finite() && center.longitude.is_finite() && self.memory.set_zoom(zoom).is_ok() {
            self.memory.center_at(position(center));
            self.told = Some(Told { camera: (center, zoom), middle: self.memory.detached() });
            self.is_fitted = true;
            // What was in view before is not held still.
            self.last_rect = None;
        }
    }

    /// Moves the map as was asked; at the first sight of events, so that most of them are in view.
    pub(super) fn move_as_asked(&mut self, rect: Rect, window: Vec2, store: &EventStore, view: &ViewState) {
        let size = rect.size();
        if let Some(last) = self.last_rect.replace(rect) {
            self.hold_still(last, rect);
        }
        let is_resized = std::mem::replace(&mut self.window, window) != window;
        if is_resized && let Some(to) = self.still_fitted_to() {
            self.fit_to(to, size, store, view);
        }
        if self.memory.detached().is_none() {
            self.memory.center_at(lon_lat(20.0, 20.0));
            let _ = self.memory.set_zoom(camera::min_zoom(size));
        }
        if !self.is_fitted && view.timeline(store).extent().is_some() && size.min_elem() > 1.0 {
            self.is_fitted = true;
            self.fit_to(FitTo::Main, size, store, view);
        }
        for wish in std::mem::take(&mut self.wishes) {
            self.fulfil(wish, rect, store, view);
        }
        if let Some(place) = self.wants_room.take().and_then(|row| store.place(row)) {
            let at = projector(rect, &self.memory).project(position(place.point)).to_pos2();
            camera::make_room(&mut self.memory, rect, at);
        }
        camera::keep_on_world(&mut self.memory, size);
    }

    /// A line that comes or goes beside the map moves no place on the screen.
    fn hold_still(&mut self, last: Rect, rect: Rect) {
        let before = self.memory.detached();
        camera::hold_still(&mut self.memory, last, rect);
        if let Some(told) = self.told.as_mut().filter(|told| told.middle == before) {
            told.middle = self.memory.detached();
        }
        if let Some(fitted) = self.fitted.as_mut().filter(|fitted| fitted.middle == before) {
            fitted.middle = self.memory.detached();
        }
    }

    /// What it was fitted to, where nobody has moved it since: in a window of another size those events are to be in view too, and
    /// under no button.
    fn still_fitted_to(&self) -> Option<FitTo> {
        let is_there = |fitted: &&Fitted| {
            fitted.middle == self.memory.detached() && (fitted.zoom - self.memory.zoom()).abs() < 1e-9
        };
        self.fitted.as_ref().filter(is_there).map(|fitted| fitted.to)
    }

    fn fit_to(&mut self, to: FitTo, size: Vec2, store: &EventStore, view: &ViewState) {
        self.fit(to.points(store, view.clock).into_iter(), size);
        camera::keep_on_world(&mut self.memory, size);
        self.fitted = Some(Fitted { to, middle: self.memory.detached(), zoom: self.memory.zoom() });
    }

    fn fulfil(&mut self, wish: MapCommand, rect: Rect, store: &EventStore, view: &ViewState) {
        let size = rect.size();
        match wish {
            MapCommand::ZoomIn => {
                let _ = self.memory.zoom_in();
            }
            MapCommand::ZoomOut => {
                let _ = self.memory.zoom_out();
            }
            MapCommand::Fit => self.fit_to(FitTo::All, size, store, view),
            MapCommand::SetGround(ground) => self.ground = ground,
            MapCommand::Retry => self.basemap.iter_mut().for_each(Basemap::retry),
            MapCommand::Pan(east, south) => camera::pan(&mut self.memory, size, east, south),
            MapCommand::Reveal(place) => {
                let Some(place) = store.place(place) else { return };
                let at = projector(rect, &self.memory).project(position(place.point)).to_pos2();
                camera::reveal(&mut self.memory, rect, at);
            }
        }
    }

    pub(super) fn fit(&mut self, points: impl Iterator<Item = Point>, size: Vec2) {
        if let Some((center, zoom)) = camera::fit(points, size) {
            self.memory.center_at(center);
            let _ = self.memory.set_zoom(zoom);
        }
    }
}
