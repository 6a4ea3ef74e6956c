//! The time panel: a histogram with a window that can be dragged, typed, stepped and played.

mod axis_labels;
mod bars;
mod controls;
mod drag;
mod frame;
mod go_to;
mod plot;
mod span;
mod wheel;
mod window_frame;

use super::pane::Room;
use super::texts::Texts;
use crate::day::Day;
use crate::store::EventStore;
use crate::view_state::axis::{Axis, AxisView, busy_stretches};
use crate::view_state::histogram::Histogram;
use crate::view_state::{Clock, Command, Filter, Language, ViewState};
use drag::Drag;
use egui::Ui;
use go_to::GoTo;
use wheel::Wheel;

/// Height of the bars and what is written under them, in points; and where there is little room.
const PLOT: f32 = 92.0;
const LOW_PLOT: f32 = 62.0;

/// What the panel keeps between frames: texts being typed, a drag under way, and bars that need not be counted again.
#[derive(Debug, Default)]
pub(super) struct TimePanel {
    first_day: DateField,
    last_day: DateField,
    /// Where to go, while it is being typed.
    go_to: Option<GoTo>,
    drag: Option<Drag>,
    wheel: Wheel,
    counted: Option<Counted>,
    /// Room for a date in the language it was measured in, in points.
    date_room: Option<(Language, f32)>,
    /// In the last frame, in points.
    height: f32,
}

/// A date being typed.
#[derive(Debug, Default)]
struct DateField {
    draft: Option<String>,
    /// What was typed last and is no date.
    refused: Option<String>,
    /// The day that the field showed then.
    refused_over: Option<Day>,
}

/// Bars, and what they were counted for. The store does not change under a panel.
#[derive(Debug)]
struct Counted {
    filter: Filter,
    clock: Clock,
    view: AxisView,
    width: f32,
    axis: Axis,
    histogram: Histogram,
}

impl TimePanel {
    /// Counts anew: the events are others.
    pub(super) fn recount(&mut self) {
        self.counted = None;
    }

    /// Whether the panel is higher or lower than in the last frame.
    pub(super) fn has_other_height(&mut self, height: f32) -> bool {
        (std::mem::replace(&mut self.height, height) - height).abs() > 0.5
    }

    /// Asks for a date to go to.
    pub(super) fn open_go_to(&mut self) {
        self.go_to = Some(GoTo::default());
    }

    /// Dates that are being typed, or were refused, are the days shown again.
    pub(super) fn forget_typed(&mut self) {
        (self.first_day, self.last_day) = (DateField::default(), DateField::default());
    }

    fn count(&mut self, store: &EventStore, view: &ViewState, width: f32) -> (&Axis, &Histogram) {
        let is_fresh = self.counted.as_ref().is_some_and(|counted| {
            counted.clock == view.clock
                && counted.view == view.axis
                && counted.filter == view.filter
                && (counted.width - width).abs() < 0.5
        });
        if !is_fresh {
            self.counted = None;
        }
        let counted = self.counted.get_or_insert_with(|| {
            let busy = busy_stretches(store, view.clock, view.axis.breaks);
            let axis = Axis::new(&busy, view.axis.visible, width);
            let histogram = Histogram::new(store, view.clock, &view.filter, &axis);
            Counted { filter: view.filter.clone(), clock: view.clock, view: view.axis, width, axis, histogram }
        });
        (&counted.axis, &counted.histogram)
    }
}

pub(super) fn time_panel_ui(
    ui: &mut Ui,
    panel: &mut TimePanel,
    room: Room,
    store: &EventStore,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    if room.is_low {
        // One line, which can be moved sideways.
        egui::ScrollArea::horizontal().id_salt("controls").show(ui, |ui| {
            ui.horizontal(|ui| controls::controls_ui(ui, panel, store, view, texts, commands));
        });
    } else {
        ui.horizontal_wrapped(|ui| controls::controls_ui(ui, panel, store, view, texts, commands));
    }
    let above = ui.cursor().top();
    controls::remarks_ui(ui, panel, view, texts);
    // What is remarked takes its room from the bars: the buttons above stay where they are.
    let remarks = ui.cursor().top() - above;
    ui.add_space(if room.is_low { 1.0 } else { 4.0 });
    plot::plot_ui(ui, panel, if room.is_low { LOW_PLOT } else { PLOT } - remarks, store, view, texts, commands);
}
