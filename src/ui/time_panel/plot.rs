//! The bars, the window over them, and the days under them.

use super::TimePanel;
use super::drag::{Drag, Part};
use crate::day::Day;
use crate::edtf::DayRange;
use crate::event::Family;
use crate::store::EventStore;
use crate::ui::dates::{range_words, short_month_name};
use crate::ui::texts::{Texts, family_key};
use crate::ui::theme::{Palette, family_color, strong};
use crate::view_state::axis::{Axis, is_break};
use crate::view_state::histogram::{Bar, Histogram};
use crate::view_state::{Command, Step, ViewState, WindowMode};
use egui::{Align2, CursorIcon, FontFamily, FontId, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

const HEIGHT: f32 = 92.0;
const LABELS: f32 = 30.0;
/// Points at which a handle can be grabbed, to each side.
const GRIP: f32 = 5.0;

/// The rectangle of the bars, and the axis from its left end.
struct Frame<'a> {
    bars: Rect,
    axis: &'a Axis,
}

impl Frame<'_> {
    fn x_of(&self, day: Day) -> f32 {
        self.bars.left() + self.axis.x_of(day)
    }

    fn day_at(&self, x: f32) -> Day {
        self.axis.day_at(x - self.bars.left())
    }

    fn rect_of(&self, days: DayRange) -> Rect {
        Rect::from_x_y_ranges(self.x_of(days.start)..=self.x_of(days.end), self.bars.y_range())
    }
}

pub(super) fn plot_ui(
    ui: &mut Ui,
    panel: &mut TimePanel,
    store: &EventStore,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    let (rect, ground) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click());
    let bars = Rect::from_min_max(rect.min + vec2(6.0, 0.0), rect.max - vec2(6.0, LABELS));
    let mut drag = panel.drag;
    let (axis, histogram) = panel.count(store, view, bars.width());
    let frame = Frame { bars, axis };
    if view.timeline(store).extent().is_some() {
        paint_ground(ui, &frame, view);
        paint_window_ground(ui, &frame, view);
        bars_ui(ui, &frame, histogram, view, texts, commands);
        paint_labels(ui, &frame, view);
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

fn bars_ui(
    ui: &Ui,
    frame: &Frame<'_>,
    histogram: &Histogram,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    let highest = histogram.highest().max(4);
    for (index, bar) in histogram.bars.iter().enumerate().filter(|(_, bar)| bar.total() > 0) {
        let rect = frame.rect_of(bar.days);
        let response = ui.interact(rect, ui.scope_id().with(("bar", index)), Sense::click());
        let name =
            texts.with("bar-name", [("days", range_words(bar.days, texts).into()), ("count", bar.total().into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        paint_bar(ui, rect, bar, highest, view);
        if response.has_focus() {
            let stroke = Stroke::new(1.0, Palette::of(view.theme).accent);
            ui.painter().rect_stroke(rect, 2.0, stroke, egui::StrokeKind::Inside);
        }
        if response.clicked() {
            commands.push(Command::SetWindow(view.step.around(bar.days.start)));
        }
        response.on_hover_ui_at_pointer(|ui| bar_tooltip(ui, &name, bar, texts));
    }
}

fn bar_tooltip(ui: &mut Ui, name: &str, bar: &Bar, texts: &Texts) {
    ui.label(egui::RichText::new(name).font(strong(12.5)));
    for family in Family::ALL {
        let count = bar.certain[family.index()] + bar.possible[family.index()];
        if count > 0 {
            let label = texts.get(&format!("family-{}", family_key(family)));
            ui.label(egui::RichText::new(format!("{count}  {label}")).size(12.0));
        }
    }
    let possible: u32 = bar.possible.iter().sum();
    if possible > 0 {
        ui.weak(texts.with("bar-possible", [("count", possible.into())]));
    }
}

/// Sure events stand at the bottom, by family; those that may have been on other days stand over them, faded.
#[expect(clippy::cast_precision_loss, reason = "counts to heights in points")]
fn paint_bar(ui: &Ui, rect: Rect, bar: &Bar, highest: u32, view: &ViewState) {
    let palette = Palette::of(view.theme);
    let unit = (rect.height() - 5.0) / highest as f32;
    let gap = if rect.width() > 8.0 { 1.5 } else { 0.5 };
    let mut bottom = rect.bottom();
    let layers = [(&bar.certain, 1.0), (&bar.possible, 0.38)];
    for (counts, strength) in layers {
        for family in Family::ALL {
            let count = counts[family.index()];
            if count == 0 {
                continue;
            }
            let top = bottom - unit * count as f32;
            let block = Rect::from_min_max(pos2(rect.left() + gap, top), pos2(rect.right() - gap, bottom));
            let color = family_color(family).gamma_multiply(strength);
            ui.painter().rect_filled(block.shrink2(vec2(0.0, 0.25)), 1.0, color);
            if strength < 1.0 {
                let line = Stroke::new(1.0, family_color(family).gamma_multiply(0.7).blend(palette.line));
                ui.painter().hline(block.x_range(), block.top(), line);
            }
            bottom = top;
        }
    }
}

/// Months or days under their first day where there is room, years under them.
fn paint_labels(ui: &Ui, frame: &Frame<'_>, view: &ViewState) {
    let palette = Palette::of(view.theme);
    let small = FontId::new(10.5, FontFamily::Proportional);
    let painter = ui.painter();
    let (months_at, years_at) = (frame.bars.bottom() + 9.0, frame.bars.bottom() + 22.0);
    for segment in frame.axis.segments() {
        let day_width = segment.day_width();
        let every = if day_width * 30.0 > 27.0 { 1 } else { 3 };
        let mut free_from = f32::MIN;
        for year in Step::Year.cover(segment.days, 3000) {
            let start = year.start.max(segment.days.start);
            let (x, right) = (frame.x_of(start), frame.bars.left() + segment.right);
            if x >= free_from && (right - x > 24.0 || start == segment.days.start) {
                let text = painter.text(
                    pos2(x + 1.0, years_at),
                    Align2::LEFT_CENTER,
                    start.year().to_string(),
                    strong(11.0),
                    palette.text,
                );
                free_from = text.right() + 8.0;
            }
        }
        if day_width * 30.0 < 11.0 {
            continue;
        }
        for month in Step::Month.cover(segment.days, 3000) {
            let (_, number, _) = month.start.ymd();
            let cell = frame
                .rect_of(DayRange { start: month.start.max(segment.days.start), end: month.end.min(segment.days.end) });
            painter.vline(cell.left(), frame.bars.bottom()..=frame.bars.bottom() + 3.0, Stroke::new(1.0, palette.weak));
            if (number - 1) % every == 0 {
                let name = short_month_name(number, view.language);
                let wide = cell.width() * f32::from(every);
                let fitting: String = if wide > 27.0 { name.to_owned() } else { name.chars().take(1).collect() };
                painter.text(
                    pos2(cell.left() + 2.0, months_at),
                    Align2::LEFT_CENTER,
                    fitting,
                    small.clone(),
                    palette.weak,
                );
            }
            if day_width > 9.0 {
                paint_days(ui, frame, month, view);
            }
        }
    }
}

/// Mondays' dates, inside the bars' foot, where a day is wide enough.
fn paint_days(ui: &Ui, frame: &Frame<'_>, month: DayRange, view: &ViewState) {
    let palette = Palette::of(view.theme);
    let font = FontId::new(9.5, FontFamily::Proportional);
    for number in month.start.number()..month.end.number() {
        let day = Day::from_number(number.into());
        let (_, _, date) = day.ymd();
        let is_labelled = if frame.axis.day_width() > 20.0 { true } else { date % 5 == 0 };
        if is_labelled && date > 1 {
            let x = f32::midpoint(frame.x_of(day), frame.x_of(day.plus(1)));
            let at = pos2(x, frame.bars.bottom() + 9.0);
            if x > frame.x_of(month.start) + 26.0 {
                ui.painter().text(at, Align2::CENTER_CENTER, date.to_string(), font.clone(), palette.weak);
            }
        }
    }
}

/// The window: its body and both ends can be dragged, and moved by a screen reader's user as sliders.
fn window_ui(
    ui: &Ui,
    frame: &Frame<'_>,
    drag: &mut Option<Drag>,
    view: &ViewState,
    texts: &Texts,
    commands: &mut Vec<Command>,
) {
    let palette = Palette::of(view.theme);
    let window = frame.rect_of(view.window);
    let stroke = Stroke::new(1.5, palette.accent);
    ui.painter().rect_stroke(window, 2.0, stroke, egui::StrokeKind::Inside);
    let grip = |x: f32| Rect::from_x_y_ranges(x - GRIP..=x + GRIP, window.y_range());
    let body = if window.width() > 2.0 * GRIP { window.shrink2(vec2(GRIP, 0.0)) } else { window };
    let last = view.window.end.plus(-1);
    let parts = [
        (Part::Body, body, texts.get("window-body"), view.window.start, CursorIcon::Grab),
        (
            Part::Start,
            grip(window.left()),
            texts.get("window-handle-start"),
            view.window.start,
            CursorIcon::ResizeHorizontal,
        ),
        (Part::End, grip(window.right()), texts.get("window-handle-end"), last, CursorIcon::ResizeHorizontal),
    ];
    for (part, rect, name, day, cursor) in parts {
        let response = ui.interact(rect, ui.scope_id().with(("window", &name)), Sense::drag());
        response.widget_info(|| WidgetInfo::slider(true, f64::from(day.number()), format!("{name}: {day}")));
        if let Some(pointer) = response.interact_pointer_pos() {
            let under = frame.day_at(pointer.x);
            if response.drag_started() {
                *drag = Some(Drag { part, window: view.window, grabbed: under });
            }
            if let Some(drag) = drag.filter(|drag| drag.part == part && response.dragged()) {
                commands.push(drag.to(under, view.step));
            }
        }
        if part != Part::Body {
            let color = if response.hovered() || response.dragged() { palette.text } else { palette.accent };
            let knob = Rect::from_center_size(rect.center(), vec2(5.0, 22.0));
            ui.painter().rect_filled(knob, 2.5, color);
        }
        response.on_hover_cursor(cursor);
    }
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
