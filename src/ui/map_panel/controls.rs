//! What lies over the map: buttons to zoom and fit, the scale, the coordinate under the pointer, the sources.

use super::{MapView, scale_bar};
use crate::view_state::{Language, MapCommand};
use egui::{Align2, FontId, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

const BUTTON: f32 = 30.0;
const MARGIN: f32 = 10.0;

/// The areas that labels keep off.
#[must_use]
pub(super) fn areas(rect: Rect) -> Vec<Rect> {
    let buttons = Rect::from_min_size(first_button(rect), vec2(BUTTON, 3.0 * BUTTON));
    let foot = Rect::from_min_max(rect.right_bottom() - vec2(250.0, 44.0), rect.right_bottom());
    vec![buttons.expand(4.0), foot]
}

fn first_button(rect: Rect) -> Pos2 {
    rect.left_bottom() + vec2(MARGIN, -MARGIN - 3.0 * BUTTON)
}

/// Shows them all; gives back what a button asks for.
pub(super) fn show(ui: &Ui, view: &MapView<'_>, hovered: Option<Pos2>) -> Option<MapCommand> {
    show_foot(ui, view, hovered);
    show_buttons(ui, view)
}

fn show_buttons(ui: &Ui, view: &MapView<'_>) -> Option<MapCommand> {
    let texts = view.texts;
    let group = Rect::from_min_size(first_button(view.rect), vec2(BUTTON, 3.0 * BUTTON));
    ui.painter().rect_filled(group, 6.0, view.palette.card);
    ui.painter().rect_stroke(group, 6.0, Stroke::new(1.0, view.palette.line), egui::StrokeKind::Outside);
    let names = [texts.get("map-zoom-in"), texts.get("map-zoom-out"), texts.get("map-fit")];
    let wishes = [MapCommand::ZoomIn, MapCommand::ZoomOut, MapCommand::Fit];
    let mut asked = None;
    let mut top = group.min;
    for (name, wish) in names.into_iter().zip(wishes) {
        let rect = Rect::from_min_size(top, Vec2::splat(BUTTON));
        top.y += BUTTON;
        let response = ui.interact(rect, ui.scope_id().with(("map button", &name)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect.shrink(2.0), 5.0, view.palette.accent_ground);
        }
        paint_icon(ui, wish, rect.center(), Stroke::new(1.8, view.palette.text));
        if response.clicked() {
            asked = Some(wish);
        }
        response.on_hover_text(name);
    }
    for line in [group.min.y + BUTTON, group.min.y + 2.0 * BUTTON] {
        ui.painter().hline(group.x_range().shrink(5.0), line, Stroke::new(1.0, view.palette.line));
    }
    asked
}

fn paint_icon(ui: &Ui, wish: MapCommand, at: Pos2, stroke: Stroke) {
    let painter = ui.painter();
    let line = |from: Vec2, to: Vec2| painter.line_segment([at + from, at + to], stroke);
    match wish {
        MapCommand::ZoomIn => {
            line(vec2(-6.0, 0.0), vec2(6.0, 0.0));
            line(vec2(0.0, -6.0), vec2(0.0, 6.0));
        }
        MapCommand::ZoomOut => {
            line(vec2(-6.0, 0.0), vec2(6.0, 0.0));
        }
        _ => {
            let house = [(-5.0, 0.0), (-5.0, 6.0), (5.0, 6.0), (5.0, 0.0)].map(|(x, y)| at + vec2(x, y));
            painter.add(egui::Shape::line(house.to_vec(), stroke));
            let roof = [(-7.5, 1.0), (0.0, -6.0), (7.5, 1.0)].map(|(x, y)| at + vec2(x, y));
            painter.add(egui::Shape::line(roof.to_vec(), stroke));
        }
    }
}

fn show_foot(ui: &Ui, view: &MapView<'_>, hovered: Option<Pos2>) {
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
    let left = written(corner, view.texts.get("map-sources"));
    if let Some(hovered) = hovered {
        let position = view.projector.unproject(hovered.to_vec2());
        written(pos2(left - 14.0, corner.y), coordinate_text(position.y(), position.x(), view.view.language));
    }
    let per_km = view.points_per_meter(view.center()) * 1000.0;
    scale_bar::paint(painter, corner - vec2(0.0, 24.0), per_km, view.palette.text, halo);
}

/// `34.99° N, 63.13° E`, with the reader's decimal sign and letters.
#[must_use]
fn coordinate_text(latitude: f64, longitude: f64, language: Language) -> String {
    let (west, north) = (if language == Language::French { "O" } else { "W" }, "N");
    let part = |degrees: f64, letter: &str| {
        let number = format!("{:.2}", degrees.abs());
        let number = if language == Language::French { number.replace('.', ",") } else { number };
        format!("{number}° {letter}")
    };
    let separator = if language == Language::French { " ; " } else { ", " };
    let latitude_text = part(latitude, if latitude < 0.0 { "S" } else { north });
    format!("{latitude_text}{separator}{}", part(longitude, if longitude < 0.0 { west } else { "E" }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_written_as_the_reader_writes_them() {
        assert_eq!(coordinate_text(34.987, 63.129, Language::English), "34.99° N, 63.13° E");
        assert_eq!(coordinate_text(-12.5, -77.04, Language::French), "12,50° S ; 77,04° O");
    }
}
