//! [`Icon`]: the signs on buttons, drawn: fonts differ in which of them they have.

use egui::{Painter, Pos2, Response, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};
use std::f32::consts::{PI, TAU};

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Icon {
    Back,
    Forward,
    Play,
    Pause,
    Loop,
    Search,
    Sun,
    Moon,
    Close,
    Stretch,
    Fit,
    Up,
    Down,
    /// What it stands before is folded away.
    Closed,
    /// What it stands before is shown.
    Opened,
}

impl Icon {
    /// A button with the sign; `name` is what a screen reader says and the tooltip begins with.
    pub(super) fn button(self, ui: &mut Ui, name: &str, key: Option<&str>, is_on: bool, has_frame: bool) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(28.0, 26.0), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        let visuals = ui.style().interact_selectable(&response, is_on);
        let is_marked = is_on || response.hovered() || response.has_focus();
        if is_marked || has_frame {
            ui.painter().rect(rect, 5.0, visuals.weak_bg_fill, visuals.bg_stroke, egui::StrokeKind::Inside);
        }
        self.paint(ui.painter(), rect.center(), visuals.text_color());
        let about = key.map_or_else(|| name.to_owned(), |key| format!("{name}  ({key})"));
        response.on_hover_text(about)
    }

    /// Paints the sign, some 14 points wide.
    pub(super) fn paint(self, painter: &Painter, center: Pos2, color: egui::Color32) {
        let stroke = Stroke::new(1.6, color);
        let at = |x: f32, y: f32| center + vec2(x, y);
        let line = |points: Vec<Pos2>| Shape::line(points, stroke);
        let filled = |points: Vec<Pos2>| Shape::convex_polygon(points, color, Stroke::NONE);
        match self {
            Self::Back => painter.add(line(vec![at(2.5, -5.0), at(-2.5, 0.0), at(2.5, 5.0)])),
            Self::Forward => painter.add(line(vec![at(-2.5, -5.0), at(2.5, 0.0), at(-2.5, 5.0)])),
            Self::Up => painter.add(line(vec![at(-4.5, 2.5), at(0.0, -2.5), at(4.5, 2.5)])),
            Self::Down => painter.add(line(vec![at(-4.5, -2.5), at(0.0, 2.5), at(4.5, -2.5)])),
            Self::Closed => painter.add(filled(vec![at(-2.0, -4.0), at(3.0, 0.0), at(-2.0, 4.0)])),
            Self::Opened => painter.add(filled(vec![at(-4.0, -2.0), at(4.0, -2.0), at(0.0, 3.0)])),
            Self::Play => painter.add(filled(vec![at(-4.0, -6.0), at(6.0, 0.0), at(-4.0, 6.0)])),
            Self::Pause => painter.add(Shape::Vec(vec![
                Shape::line_segment([at(-3.0, -5.0), at(-3.0, 5.0)], Stroke::new(3.0, color)),
                Shape::line_segment([at(3.0, -5.0), at(3.0, 5.0)], Stroke::new(3.0, color)),
            ])),
            Self::Loop => painter.add(Shape::Vec(vec![
                line(arc(center, 5.5, -0.15 * TAU, 0.85 * TAU)),
                filled(vec![at(1.0, -8.5), at(7.0, -5.0), at(1.0, -1.8)]),
            ])),
            Self::Search => painter.add(Shape::Vec(vec![
                Shape::circle_stroke(at(-1.0, -1.0), 4.2, stroke),
                Shape::line_segment([at(2.2, 2.2), at(5.8, 5.8)], stroke),
            ])),
            Self::Sun => painter.add(Shape::Vec(sun(center, stroke))),
            Self::Moon => painter.add(line(moon(center))),
            Self::Close => painter.add(Shape::Vec(vec![
                Shape::line_segment([at(-4.0, -4.0), at(4.0, 4.0)], stroke),
                Shape::line_segment([at(4.0, -4.0), at(-4.0, 4.0)], stroke),
            ])),
            Self::Stretch => painter.add(Shape::Vec(vec![
                line(vec![at(-4.0, -3.5), at(-7.5, 0.0), at(-4.0, 3.5)]),
                Shape::line_segment([at(-7.0, 0.0), at(7.0, 0.0)], stroke),
                line(vec![at(4.0, -3.5), at(7.5, 0.0), at(4.0, 3.5)]),
            ])),
            Self::Fit => painter.add(Shape::Vec(corners(center, stroke))),
        };
    }
}

/// A part of a circle, clockwise from the right, in short lines.
fn arc(center: Pos2, radius: f32, from: f32, length: f32) -> Vec<Pos2> {
    (0_u8..=20).map(|step| center + Vec2::angled(from + length * f32::from(step) / 20.0) * radius).collect()
}

fn sun(center: Pos2, stroke: Stroke) -> Vec<Shape> {
    let ray = |number: u8| {
        let direction = Vec2::angled(TAU * f32::from(number) / 8.0);
        Shape::line_segment([center + direction * 5.2, center + direction * 7.4], stroke)
    };
    std::iter::once(Shape::circle_stroke(center, 3.2, stroke)).chain((0..8).map(ray)).collect()
}

/// A crescent: two arcs that meet.
fn moon(center: Pos2) -> Vec<Pos2> {
    let mut outline = arc(center, 6.0, -0.42 * PI, -1.36 * PI);
    let tips = (outline.first().copied().unwrap_or(center), outline.last().copied().unwrap_or(center));
    let bulge = pos2(center.x - 0.5, center.y + 0.2);
    outline.extend([
        tips.1.lerp(bulge, 0.55),
        bulge + vec2(0.5, 1.5),
        bulge + vec2(0.2, -1.5),
        tips.0.lerp(bulge, 0.55),
        tips.0,
    ]);
    outline
}

fn corners(center: Pos2, stroke: Stroke) -> Vec<Shape> {
    let corner = |x: f32, y: f32| {
        let tip = center + vec2(x, y) * 6.0;
        Shape::line(vec![tip - vec2(x * 4.0, 0.0), tip, tip - vec2(0.0, y * 4.0)], stroke)
    };
    vec![corner(-1.0, -1.0), corner(1.0, -1.0), corner(1.0, 1.0), corner(-1.0, 1.0)]
}
