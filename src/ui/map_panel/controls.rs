//! What lies over the map: buttons to zoom and fit, the scale, the coordinate under the pointer, the sources.

use super::{MapView, scale_bar};
use crate::ui::coordinate::coordinate_words;
use crate::view_state::{Command, Dialog, Ground, MapCommand};
use egui::{Align2, FontId, Pos2, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

const BUTTON: f32 = 30.0;
/// How many buttons there are.
const COUNT: u8 = 4;
const MARGIN: f32 = 10.0;

/// The areas that labels keep off.
#[must_use]
pub(super) fn areas(rect: Rect) -> Vec<Rect> {
    let area = Rect::from_min_max(rect.right_bottom() - vec2(250.0, 44.0), rect.right_bottom());
    // The coordinate stands to the left of the sources.
    let line = Rect::from_min_max(rect.right_bottom() - vec2(430.0, 24.0), rect.right_bottom());
    vec![group(rect).expand(4.0), area, line]
}

/// From one button to the next: one under the other, or side by side on a map that is too low for that.
fn step(rect: Rect) -> Vec2 {
    let is_low = rect.height() < f32::from(COUNT) * BUTTON + 3.0 * MARGIN;
    if is_low { vec2(BUTTON, 0.0) } else { vec2(0.0, BUTTON) }
}

/// All the buttons.
fn group(rect: Rect) -> Rect {
    let size = Vec2::splat(BUTTON) + step(rect) * f32::from(COUNT - 1);
    Rect::from_min_size(rect.left_bottom() + vec2(MARGIN, -MARGIN - size.y), size)
}

/// Shows them all; gives back what a button asks for, and the button that opens the choice of maps.
pub(super) fn show(
    ui: &Ui,
    view: &MapView<'_>,
    hovered: Option<Pos2>,
    commands: &mut Vec<Command>,
) -> (Option<MapCommand>, Response) {
    show_foot(ui, view, hovered, commands);
    show_buttons(ui, view)
}

fn show_buttons(ui: &Ui, view: &MapView<'_>) -> (Option<MapCommand>, Response) {
    let texts = view.texts;
    let group = group(view.rect);
    ui.painter().rect_filled(group, 6.0, view.palette.card);
    ui.painter().rect_stroke(group, 6.0, Stroke::new(1.0, view.palette.line), egui::StrokeKind::Outside);
    let wishes = [
        (Sign::In, texts.get("map-zoom-in"), MapCommand::ZoomIn),
        (Sign::Out, texts.get("map-zoom-out"), MapCommand::ZoomOut),
        (Sign::Home, texts.get("map-fit"), MapCommand::Fit),
    ];
    let (mut at, step) = (group.min, step(view.rect));
    let grounds = button(ui, view, at, Sign::Layers, texts.get("map-grounds"));
    let mut asked = None;
    for (sign, name, wish) in wishes {
        at += step;
        // The line between two buttons runs across the way from one to the next.
        let along = vec2(step.y, step.x) / BUTTON;
        let line = [at + along * 5.0, at + along * (BUTTON - 5.0)];
        ui.painter().line_segment(line, Stroke::new(1.0, view.palette.line));
        if button(ui, view, at, sign, name).clicked() {
            asked = Some(wish);
        }
    }
    (asked, grounds)
}

fn button(ui: &Ui, view: &MapView<'_>, at: Pos2, sign: Sign, name: String) -> Response {
    let rect = Rect::from_min_size(at, Vec2::splat(BUTTON));
    let response = ui.interact(rect, ui.scope_id().with(("map button", &name)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect.shrink(2.0), 5.0, view.palette.accent_ground);
    }
    if response.has_focus() {
        let stroke = Stroke::new(2.0, view.palette.accent);
        ui.painter().rect_stroke(rect.shrink(2.0), 5.0, stroke, egui::StrokeKind::Inside);
    }
    sign.paint(ui, rect.center(), Stroke::new(1.8, view.palette.text));
    response.on_hover_text(name)
}

/// What is drawn on a button.
#[derive(Clone, Copy)]
enum Sign {
    Layers,
    In,
    Out,
    Home,
}

impl Sign {
    fn paint(self, ui: &Ui, at: Pos2, stroke: Stroke) {
        let painter = ui.painter();
        let line = |points: &[(f32, f32)]| {
            let points = points.iter().map(|&(x, y)| at + vec2(x, y)).collect();
            painter.add(egui::Shape::line(points, stroke));
        };
        match self {
            Self::Layers => {
                line(&[(0.0, -7.0), (8.0, -2.5), (0.0, 2.0), (-8.0, -2.5), (0.0, -7.0)]);
                line(&[(-8.0, 2.0), (0.0, 6.5), (8.0, 2.0)]);
            }
            Self::In => {
                line(&[(-6.0, 0.0), (6.0, 0.0)]);
                line(&[(0.0, -6.0), (0.0, 6.0)]);
            }
            Self::Out => line(&[(-6.0, 0.0), (6.0, 0.0)]),
            Self::Home => {
                line(&[(-5.0, 0.0), (-5.0, 6.0), (5.0, 6.0), (5.0, 0.0)]);
                line(&[(-7.5, 1.0), (0.0, -6.0), (7.5, 1.0)]);
            }
        }
    }
}

fn show_foot(ui: &Ui, view: &MapView<'_>, hovered: Option<Pos2>, commands: &mut Vec<Command>) {
    let painter = ui.painter();
    let (text, halo) = (view.palette.weak, view.palette.card);
    let font = FontId::proportional(10.5);
    let corner = view.rect.right_bottom() - vec2(MARGIN, 6.0);
    let written = |right_bottom: Pos2, words: String| {
        let galley = painter.layout_no_wrap(words, font.clone(), text);
        let ground = Align2::RIGHT_BOTTOM.anchor_size(right_bottom, galley.size());
        painter.rect_filled(ground.expand2(vec2(4.0, 1.0)), 3.0, halo.gamma_multiply(0.75));
        painter.galley(ground.min, galley, text);
        ground.min.x
    };
    let left = written(corner, sources(view));
    let area = Rect::from_min_max(pos2(left, corner.y - 16.0), corner);
    let about = ui.interact(area, ui.scope_id().with("sources"), Sense::click());
    about.widget_info(|| WidgetInfo::labeled(Role::Button, true, sources(view)));
    if about.has_focus() {
        let stroke = Stroke::new(2.0, view.palette.accent);
        painter.rect_stroke(area.expand(3.0), 3.0, stroke, egui::StrokeKind::Outside);
    }
    if about.on_hover_text(view.texts.get("about")).clicked() {
        commands.push(Command::ToggleDialog(Dialog::About));
    }
    if let Some(hovered) = hovered {
        let words = coordinate_words(view.point_at(hovered), view.view.language);
        written(pos2(left - 14.0, corner.y), words);
    }
    let per_km = view.points_per_meter(view.center()) * 1000.0;
    scale_bar::paint(painter, corner - vec2(0.0, 24.0), per_km, view.palette.text, halo);
}

/// Whose the map is, as their licences want it said.
fn sources(view: &MapView<'_>) -> String {
    let own = view.texts.get("map-sources");
    match view.ground {
        Ground::Online(address) if address.is_openstreetmap() => format!("© OpenStreetMap · {own}"),
        Ground::Online(address) => format!("{} · {own}", address.host()),
        Ground::Offline | Ground::File(_) => own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_buttons_are_within_the_map_however_low_it_is() {
        for height in [60.0, 120.0, 160.0, 600.0] {
            let rect = Rect::from_min_size(pos2(100.0, 50.0), vec2(400.0, height));
            assert!(rect.contains_rect(group(rect)), "{height}: {}", group(rect));
        }
    }
}
