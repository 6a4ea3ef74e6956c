//! [`Label`]: a name that wants a place on the map.

use crate::ui::basemap::style::{Anchor, Dot, LabelStyle};
use crate::ui::theme;
use egui::epaint::TextShape;
use egui::{Color32, FontId, Galley, Painter, Pos2, Shape, Stroke, TextFormat, Vec2, text::LayoutJob, vec2};
use std::sync::Arc;

/// Radius of a town's dot, in points.
const TOWN_RADIUS: f32 = 2.2;
/// Radius of a capital's dot.
const CAPITAL_RADIUS: f32 = 3.2;
/// From a dot to its name.
const GAP: f32 = 3.0;

/// Places of a marker's name where neither side is free; aslant last, as at the edge of the map.
const AROUND: &[Anchor] = &[
    Anchor::Below,
    Anchor::Above,
    Anchor::BelowToTheRight,
    Anchor::BelowToTheLeft,
    Anchor::AboveToTheRight,
    Anchor::AboveToTheLeft,
];

/// A name that wants a place.
#[derive(Clone, Debug)]
pub struct Label {
    /// The name.
    pub text: String,
    /// What it names, on the screen.
    pub at: Pos2,
    /// Font size in points.
    pub size: f32,
    /// Of the letters.
    pub color: Color32,
    /// Around the letters.
    pub halo: Color32,
    /// Width of the halo in points.
    pub halo_width: f32,
    /// Higher ones are placed first.
    pub priority: usize,
    /// Among those of one priority: lower ones first.
    pub order: usize,
    /// Kept free around it, in points.
    pub padding: f32,
    /// Kept free around `at`, in points: the radius of a dot or marker.
    pub clearance: f32,
    pub(super) anchors: Vec<Anchor>,
    pub(super) dot: Dot,
    letter_spacing: f32,
    /// In the heavier cut of the font.
    pub is_strong: bool,
}

impl Label {
    /// A name of the basemap, at its point on the screen; `order` is its row in its tile, the most important first.
    pub(in crate::ui::basemap) fn of_text(text: &walkers::Text, style: &LabelStyle, at: Pos2, order: usize) -> Self {
        Self {
            text: if style.uppercase { text.text.to_uppercase() } else { text.text.clone() },
            at,
            size: text.font_size,
            color: text.text_color,
            halo: text.halo_color,
            halo_width: text.halo_width,
            priority: text.layer,
            order,
            padding: text.padding,
            clearance: match style.dot {
                Dot::None => 0.0,
                Dot::Town => TOWN_RADIUS,
                Dot::Capital => CAPITAL_RADIUS,
            },
            anchors: if style.anchors.is_empty() { vec![Anchor::Center] } else { style.anchors.clone() },
            dot: style.dot,
            letter_spacing: style.letter_spacing,
            is_strong: false,
        }
    }

    /// A name beside a marker of that radius, above all names of the basemap.
    #[must_use]
    pub fn of_marker(text: String, at: Pos2, radius: f32, color: Color32, halo: Color32) -> Self {
        Self {
            text,
            at,
            size: 12.5,
            color,
            halo,
            halo_width: 1.5,
            priority: usize::MAX,
            order: 0,
            padding: 1.0,
            clearance: radius,
            anchors: [&[Anchor::RightOf, Anchor::LeftOf], AROUND].concat(),
            dot: Dot::None,
            letter_spacing: 0.0,
            is_strong: false,
        }
    }

    pub(super) fn galley(&self, painter: &Painter) -> Arc<Galley> {
        let font = if self.is_strong { theme::strong(self.size) } else { FontId::proportional(self.size) };
        let format = TextFormat {
            extra_letter_spacing: self.letter_spacing * self.size,
            ..TextFormat::simple(font, self.color)
        };
        painter.layout_job(LayoutJob::single_section(self.text.clone(), format))
    }

    /// Upper left corner of a text of `size` at `anchor`.
    pub(super) fn top_left(&self, anchor: Anchor, size: Vec2) -> Pos2 {
        let away = self.clearance + GAP;
        let middle = self.at - size / 2.0;
        let (below, aside) = (vec2(0.0, size.y / 2.0 + away - GAP), vec2(size.x / 2.0, 0.0));
        match anchor {
            Anchor::Center => middle,
            Anchor::RightOf => middle + vec2(size.x / 2.0 + away, 0.0),
            Anchor::LeftOf => middle - vec2(size.x / 2.0 + away, 0.0),
            Anchor::Above => middle - below,
            Anchor::Below => middle + below,
            Anchor::AboveToTheRight => middle - below + aside,
            Anchor::AboveToTheLeft => middle - below - aside,
            Anchor::BelowToTheRight => middle + below + aside,
            Anchor::BelowToTheLeft => middle + below - aside,
        }
    }

    pub(super) fn shapes(&self, galley: Arc<Galley>, top_left: Pos2, shapes: &mut Vec<Shape>) {
        let dot_radius = self.clearance;
        match self.dot {
            Dot::None => {}
            Dot::Town => {
                shapes.push(Shape::circle_filled(self.at, dot_radius + 1.0, self.halo));
                shapes.push(Shape::circle_filled(self.at, dot_radius, self.color));
            }
            Dot::Capital => {
                shapes.push(Shape::circle_filled(self.at, dot_radius + 1.0, self.halo));
                shapes.push(Shape::circle_stroke(self.at, dot_radius - 0.5, Stroke::new(1.2, self.color)));
                shapes.push(Shape::circle_filled(self.at, 1.2, self.color));
            }
        }
        // Text can't be stroked, so the halo is the same text stamped around it.
        for step in 0..8_u8 {
            let offset = Vec2::angled(f32::from(step) * std::f32::consts::FRAC_PI_4) * self.halo_width;
            let stamp = TextShape::new(top_left + offset, Arc::clone(&galley), self.halo);
            shapes.push(stamp.with_override_text_color(self.halo).into());
        }
        shapes.push(TextShape::new(top_left, galley, self.color).into());
    }
}
