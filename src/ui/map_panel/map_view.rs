//! [`MapView`]: what the parts of the map are drawn from in one frame.

use super::scene::Scene;
use super::{markers, position};
use crate::gazetteer::Point;
use crate::store::{EventIndex, EventStore};
use crate::ui::basemap::labels::Label;
use crate::ui::texts::Texts;
use crate::ui::theme::Palette;
use crate::view_state::{Ground, ViewState};
use egui::{Pos2, Rect};
use walkers::Projector;

/// What the parts of the map are drawn from in one frame.
pub(super) struct MapView<'a> {
    pub(super) rect: Rect,
    pub(super) projector: &'a Projector<'a>,
    pub(super) store: &'a EventStore,
    pub(super) view: &'a ViewState,
    pub(super) scene: &'a Scene,
    pub(super) ground: &'a Ground,
    pub(super) texts: &'a Texts,
    pub(super) palette: Palette,
}

impl MapView<'_> {
    pub(super) fn on_screen(&self, point: Point) -> Pos2 {
        self.projector.project(position(point)).to_pos2()
    }

    pub(super) fn points_per_meter(&self, point: Point) -> f32 {
        self.projector.scale_pixel_per_meter(position(point))
    }

    pub(super) fn center(&self) -> Point {
        self.point_at(self.rect.center())
    }

    pub(super) fn point_at(&self, on_screen: Pos2) -> Point {
        let position = self.projector.unproject(on_screen.to_vec2());
        Point { latitude: position.y(), longitude: position.x() }
    }

    /// The selected event, where it is not among those shown: drawn pale, so that it is not lost.
    pub(super) fn ghost(&self) -> Option<(Pos2, EventIndex)> {
        let event = markers::ghost(self.store, self.view.selected, self.scene.selected_stack.is_some())?;
        Some((self.on_screen(self.store.place_of(event)?.point), event))
    }

    pub(super) fn label(&self, text: String, at: Pos2, clearance: f32, selected: bool) -> Label {
        let mut label = Label::of_marker(text, at, clearance, self.palette.text, self.palette.card);
        if selected {
            label.size += 1.5;
            label.is_strong = true;
        }
        label
    }
}
