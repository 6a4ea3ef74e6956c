//! The bars, the window over them, and the days under them.

use super::TimePanel;
use super::axis_labels::paint_labels;
use super::bars::bars_ui;
use super::frame::Frame;
use super::span::selected_ui;
use super::window_frame::window_ui;
use crate::edtf::DayRange;
use crate::store::EventStore;
use crate::ui::texts::Texts;
use crate::ui::theme::Palette;
use crate::view_state::axis::is_break;
use crate::view_state::{Command, ViewState, WindowMode};
use egui::{Rect, Sense, Stroke, Ui, pos2, vec2};

const LABELS: f32 = 30.0;

pub(super) fn plot_ui(
    ui: &mut Ui,
    panel: &mut TimePanel,
    height: f32,
    store: &EventStore,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    let (rect, ground) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let bars = Rect::from_min_max(rect.min + vec2(6.0, 0.0), rect.max - vec2(6.0, LABELS));
    let mut drag = panel.drag;
    let (axis, histogram) = panel.count(store, view, bars.width());
    let frame = Frame { bars, axis };
    if view.timeline(store).extent().is_some() {
        paint_ground(ui, &frame, view);
        paint_window_ground(ui, &frame, view);
        bars_ui(ui, &frame, histogram, view, texts, commands);
        paint_labels(ui, &frame, view);
        selected_ui(ui, &frame, store, view, texts);
        window_ui(ui, &frame, &mut drag, view, texts, commands);
        wheel_ui(ui, &frame, rect, view, commands);
    }
    if ground.clicked()
        && let Some(pointer) = ground.interact_pointer_pos()
    {
        commands.push(Command::SetWindow(view.step.around(frame.day_at(pointer.x))));
    }
    panel.drag = drag;
}

fn paint_ground(ui: &Ui, frame: &Frame<'_>, view: &ViewState) {
    let palette = Palette::of(view.theme);
    let painter = ui.painter();
    for segment in frame.axis.segments() {
        let stretch = Rect::from_x_y_ranges(
            frame.bars.left() + segment.left..=frame.bars.left() + segment.right,
            frame.bars.y_range(),
        );
        painter.rect_filled(stretch, 3.0, palette.card);
        painter.hline(stretch.x_range(), stretch.bottom(), Stroke::new(1.0, palette.weak));
    }
    for pair in frame.axis.segments().windows(2) {
        let [before, after] = pair else { continue };
        if !is_break(before.days, after.days) {
            continue;
        }
        let middle = frame.bars.left() + f32::midpoint(before.right, after.left);
        for offset in [-3.0, 3.0] {
            let x = middle + offset;
            let y = frame.bars.bottom();
            painter.line_segment([pos2(x - 3.0, y + 5.0), pos2(x + 3.0, y - 5.0)], Stroke::new(1.5, palette.weak));
        }
    }
}

fn paint_window_ground(ui: &Ui, frame: &Frame<'_>, view: &ViewState) {
    let palette = Palette::of(view.theme);
    let window = frame.rect_of(view.window);
    if view.mode == WindowMode::Cumulative {
        let before = Rect::from_min_max(frame.bars.min, pos2(window.left(), frame.bars.bottom()));
        ui.painter().rect_filled(before, 0.0, palette.accent_ground.gamma_multiply(0.55));
    }
    ui.painter().rect_filled(window, 0.0, palette.accent_ground);
}

/// The wheel widens the window, with Ctrl it zooms the axis, sideways it moves it.
fn wheel_ui(ui: &Ui, frame: &Frame<'_>, rect: Rect, view: &ViewState, commands: &mut Vec<Command>) {
    let Some(pointer) = ui.input(|input| input.pointer.hover_pos()).filter(|pointer| rect.contains(*pointer)) else {
        return;
    };
    let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
    if (zoom - 1.0).abs() > 0.001 {
        commands.push(Command::ZoomAxis(zoom, frame.day_at(pointer.x)));
    } else if scroll.x.abs() > 0.5 {
        commands.push(Command::PanAxis(-scroll.x / frame.bars.width().max(1.0)));
    } else if scroll.y.abs() > 0.5 {
        // Some points of scrolling are a day at each end, at any zoom.
        #[expect(clippy::cast_possible_truncation, reason = "a few days")]
        let days = (scroll.y / 12.0 / frame.axis.day_width().min(4.0)).round() as i32;
        let window = DayRange { start: view.window.start.plus(-days), end: view.window.end.plus(days) };
        if days != 0 && window.start < window.end {
            commands.push(Command::SetWindow(window));
        }
    }
}
