//! The bars, the window over them, and the days under them.

use super::TimePanel;
use super::axis_labels::paint_labels;
use super::bars::bars_ui;
use super::frame::Frame;
use super::span::selected_ui;
use super::window_frame::window_ui;
use crate::edtf::DayRange;
use crate::store::EventStore;
use crate::ui::dates::range_words;
use crate::ui::texts::Texts;
use crate::ui::theme::Palette;
use crate::view_state::axis::is_break;
use crate::view_state::{Command, ViewState, WindowMode};
use egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

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
    let (mut drag, mut wheel) = (panel.drag, panel.wheel);
    let (axis, histogram) = panel.count(store, view, bars.width());
    let frame = Frame { bars, axis };
    if view.timeline(store).extent().is_some() {
        paint_ground(ui, &frame, view);
        paint_window_ground(ui, &frame, view);
        bars_ui(ui, &frame, histogram, view, texts, commands);
        paint_labels(ui, &frame, view);
        selected_ui(ui, &frame, store, view, texts);
        window_ui(ui, &frame, &mut drag, view, texts, commands);
        breaks_ui(ui, &frame, view, texts, commands);
        wheel.ui(ui, &frame, rect, view, commands);
    }
    if ground.clicked()
        && let Some(pointer) = ground.interact_pointer_pos()
    {
        commands.push(Command::SetWindow(view.step.around(frame.day_at(pointer.x))));
    }
    (panel.drag, panel.wheel) = (drag, wheel);
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
}

/// The marks where empty stretches are cut out; each tells which days are, and shows them at a click.
fn breaks_ui(ui: &Ui, frame: &Frame<'_>, view: &ViewState, texts: &Texts, commands: &mut Vec<Command>) {
    let palette = Palette::of(view.theme);
    for (index, pair) in frame.axis.segments().windows(2).enumerate() {
        let [before, after] = pair else { continue };
        if !is_break(before.days, after.days) {
            continue;
        }
        let gap = frame.bars.left() + before.right..=frame.bars.left() + after.left;
        let area = Rect::from_x_y_ranges(gap, frame.bars.y_range());
        let response = ui.interact(area, ui.scope_id().with(("break", index)), Sense::click());
        let left_out = DayRange { start: before.days.end, end: after.days.start };
        let name = || texts.with("break-name", [("days", range_words(left_out, texts).into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name()));
        let is_marked = response.hovered() || response.has_focus();
        let color = if is_marked { palette.accent } else { palette.weak };
        for offset in [-3.0, 3.0] {
            let (x, y) = (area.center().x + offset, area.bottom());
            ui.painter().line_segment([pos2(x - 3.0, y + 5.0), pos2(x + 3.0, y - 5.0)], Stroke::new(1.5, color));
        }
        if response.clicked() {
            commands.push(Command::ToggleBreaks);
        }
        response.on_hover_ui(|ui| {
            ui.label(name());
        });
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
