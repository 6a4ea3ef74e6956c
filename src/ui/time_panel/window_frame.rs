//! The window over the bars: its body and its ends, to be dragged or moved by keys.

use super::drag::{Drag, Part};
use super::frame::Frame;
use crate::day::Day;
use crate::ui::texts::Texts;
use crate::ui::theme::Palette;
use crate::view_state::{Command, ViewState};
use egui::accesskit::Action;
use egui::{CursorIcon, EventFilter, Key, Rect, Response, Sense, Stroke, Ui, WidgetInfo, vec2};

/// Points at which an end can be grabbed, to each side.
const GRIP: f32 = 5.0;

/// Paints the window and answers drags, the keys ↑ and ↓, and a screen reader's own way to move a slider.
pub(super) fn window_ui(
    ui: &Ui,
    frame: &Frame<'_>,
    drag: &mut Option<Drag>,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    if view.axis.visible.is_some_and(|seen| !seen.meets(view.window)) {
        // Its ends would hang at the edge of days that it is not among.
        return;
    }
    let palette = Palette::of(view.theme);
    let window = frame.rect_of(view.window);
    ui.painter().rect_stroke(window, 2.0, Stroke::new(1.5, palette.accent), egui::StrokeKind::Inside);
    let grip = |x: f32| Rect::from_x_y_ranges(x - GRIP..=x + GRIP, window.y_range());
    let body = if window.width() > 2.0 * GRIP { window.shrink2(vec2(GRIP, 0.0)) } else { window };
    let (first, last) = (view.window.start, view.window.end.plus(-1));
    let parts = [
        (Part::Body, body, texts.get("window-body"), first),
        (Part::Start, grip(window.left()), texts.get("window-handle-start"), first),
        (Part::End, grip(window.right()), texts.get("window-handle-end"), last),
    ];
    for (part, rect, name, day) in parts {
        let response = ui.interact(rect, ui.scope_id().with(("window", &name)), Sense::drag());
        response.widget_info(|| WidgetInfo::slider(true, f64::from(day.number()), format!("{name}: {day}")));
        let held = Drag { part, window: view.window, grabbed: day };
        if let Some(pointer) = response.interact_pointer_pos() {
            let under = frame.day_at(pointer.x);
            if response.drag_started() {
                *drag = Some(Drag { grabbed: under, ..held });
            }
            if let Some(drag) = drag.filter(|drag| drag.part == part && response.dragged()) {
                commands.push(drag.to(under, view.step));
            }
        }
        let days = days_by_key(ui, &response);
        if days != 0 {
            commands.push(moved_by_key(held, day, days, view));
        }
        paint_part(ui, part, &response, &palette);
        let cursor = if part == Part::Body { CursorIcon::Grab } else { CursorIcon::ResizeHorizontal };
        response.on_hover_cursor(cursor);
    }
}

/// An end goes by days, the body by whole steps.
fn moved_by_key(held: Drag, day: Day, days: i32, view: &ViewState) -> Command {
    use crate::view_state::Direction::{Back, Forward};
    match held.part {
        Part::Body => Command::Step(if days > 0 { Forward } else { Back }),
        Part::Start | Part::End => held.to(day.plus(days), view.step),
    }
}

/// Days forward, negative for back, that keys or a screen reader ask a part with the focus to go.
fn days_by_key(ui: &Ui, response: &Response) -> i32 {
    if !response.has_focus() {
        return 0;
    }
    // Else the arrows would take the focus to a neighbour.
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    ui.input(|input| {
        let asked = |key: Key, action: Action| {
            let presses = input.num_presses(key) + input.num_accesskit_action_requests(response.id, action);
            i32::try_from(presses).unwrap_or(0)
        };
        asked(Key::ArrowUp, Action::Increment) - asked(Key::ArrowDown, Action::Decrement)
    })
}

fn paint_part(ui: &Ui, part: Part, response: &Response, palette: &Palette) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, palette.accent);
        ui.painter().rect_stroke(response.rect.expand(2.0), 3.0, stroke, egui::StrokeKind::Outside);
    }
    if part != Part::Body {
        let color = if response.hovered() || response.dragged() { palette.text } else { palette.accent };
        let knob = Rect::from_center_size(response.rect.center(), vec2(5.0, 22.0));
        ui.painter().rect_filled(knob, 2.5, color);
    }
}
