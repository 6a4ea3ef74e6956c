//! [`Row`]: a line of a list: shape, words, count; the whole width is the target.

use super::marker::shape::{MarkerShape, darker};
use super::theme::{Palette, family_color, strong};
use crate::event::Family;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, FontId, Rect, Response, Role, Sense, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2};

/// How a row takes part in the filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowState {
    /// Shown as it is.
    Plain,
    /// Chosen: only such are shown.
    Chosen,
    /// Left out.
    Hidden,
}

/// One line.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) family: Option<Family>,
    pub(super) label: &'a str,
    pub(super) detail: Option<&'a str>,
    pub(super) count: Option<usize>,
    pub(super) state: RowState,
    /// What a screen reader says.
    pub(super) name: &'a str,
    pub(super) indent: f32,
}

pub(super) const ROW_HEIGHT: f32 = 24.0;

impl Row<'_> {
    pub(super) fn show(self, ui: &mut Ui, palette: &Palette) -> Response {
        let size = vec2(ui.available_width(), ROW_HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let is_on = self.state != RowState::Hidden;
        let name = if self.name.is_empty() { self.label } else { self.name };
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, name));
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response, palette);
        }
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response, palette: &Palette) {
        let painter = ui.painter();
        if self.state == RowState::Chosen {
            painter.rect_filled(rect, 4.0, palette.accent_ground);
        } else if response.hovered() || response.has_focus() {
            painter.rect_filled(rect, 4.0, palette.accent_ground.gamma_multiply(0.55));
        }
        if response.has_focus() {
            painter.rect_stroke(rect, 4.0, Stroke::new(1.0, palette.accent), egui::StrokeKind::Inside);
        }
        let is_hidden = self.state == RowState::Hidden;
        let mut left = rect.left() + 6.0 + self.indent;
        if let Some(family) = self.family {
            let color = family_color(family);
            let (fill, line) =
                if is_hidden { (egui::Color32::TRANSPARENT, palette.weak) } else { (color, darker(color)) };
            let center = pos2(left + 7.0, rect.center().y);
            painter.add(MarkerShape::of(family).sign(center, 5.5, fill, line));
            left += 22.0;
        }
        let color = if is_hidden { palette.weak } else { palette.text };
        let font = TextStyle::Body.resolve(ui.style());
        let right = self.paint_count(ui, rect, palette);
        let room = painter.with_clip_rect(Rect::from_min_max(pos2(left, rect.top()), pos2(right - 6.0, rect.bottom())));
        let mut label = LayoutJob::simple_singleline(self.label.to_owned(), font.clone(), color);
        label.wrap = TextWrapping::truncate_at_width((right - 6.0 - left).max(0.0));
        let galley = painter.layout_job(label);
        let written = Align2::LEFT_CENTER.anchor_size(pos2(left, rect.center().y), galley.size());
        room.galley(written.min, galley, color);
        if is_hidden {
            room.hline(written.x_range(), rect.center().y, Stroke::new(1.0, palette.weak));
        }
        if let Some(detail) = self.detail {
            let small = FontId::new(11.5, font.family);
            room.text(
                pos2(written.right() + 6.0, rect.center().y + 0.5),
                Align2::LEFT_CENTER,
                detail,
                small,
                palette.weak,
            );
        }
    }

    /// Paints the count at the right end; answers with where it begins.
    fn paint_count(&self, ui: &Ui, rect: Rect, palette: &Palette) -> f32 {
        let Some(count) = self.count else { return rect.right() };
        let color = if count == 0 || self.state == RowState::Hidden { palette.weak } else { palette.text };
        let at = pos2(rect.right() - 8.0, rect.center().y);
        let font = if count == 0 { TextStyle::Small.resolve(ui.style()) } else { strong(12.0) };
        ui.painter().text(at, Align2::RIGHT_CENTER, count.to_string(), font, color).left()
    }
}
