//! [`MarkedText`]: words of a report with places underlined, dates dotted, triggers and sentences tinted.

mod shown;

pub(super) use shown::ShownText;

use super::bidi_layout::{BidiLayout, Piece, digits_turned, has_right_to_left, mirrored};
use super::theme::{Palette, strong_family};
use crate::span::Span;
use crate::view_state::Theme;
use egui::text::{LayoutJob, TextFormat};
use egui::text_selection::LabelSelectionState;
use egui::{Color32, FontFamily, FontId, Label, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};
use shown::{PlacedPiece, Words};
use std::sync::Arc;

/// What a mark says of the words under it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Mark {
    /// The sentence of an event.
    Sentence,
    /// The sentence of something planned, denied or supposed.
    Unreal,
    /// Words that tell what happened.
    Trigger,
    /// A place name.
    Place,
    /// An expression of time.
    Date,
    /// Words that name who takes part.
    Actor,
    /// A figure of a claim.
    Figure,
    /// Not part of the report.
    Boilerplate,
    /// Words that are selected, where egui selects none: in writing from right to left.
    Selected,
    /// Words that were looked for; those that are shown now are darker.
    Found { is_current: bool },
    /// The words asked for; 1 at first, 0 once it has faded.
    Flash(f32),
}

/// A mark and the words it is on, by the bytes of the whole report.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct MarkedSpan {
    pub(super) span: Span,
    pub(super) mark: Mark,
}

/// A stretch of a report with its marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct MarkedText<'a> {
    /// The whole report.
    pub(super) text: &'a str,
    /// The stretch shown.
    pub(super) span: Span,
    /// All marks of the report.
    pub(super) marks: &'a [MarkedSpan],
    pub(super) size: f32,
    /// Whether it is a heading.
    pub(super) is_strong: bool,
    pub(super) theme: Theme,
}

impl MarkedText<'_> {
    pub(super) fn show(self, ui: &mut Ui) -> ShownText {
        if has_right_to_left(self.span.of(self.text)) {
            return self.show_in_pieces(ui);
        }
        let label = Label::new(self.job()).selectable(true).sense(Sense::click());
        let (origin, galley, response) = label.layout_in_ui(ui);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), galley.text()));
        let shown = ShownText { response, words: Words::Galley(Arc::clone(&galley), origin), span: self.span };
        if ui.is_rect_visible(shown.response.rect) {
            let palette = Palette::of(self.theme);
            LabelSelectionState::label_text_selection(ui, &shown.response, origin, galley, palette.text, Stroke::NONE);
            self.paint_lines(ui, &shown, &palette);
        }
        shown
    }

    /// Every piece of one direction by itself, where the bidirectional algorithm puts it.
    fn show_in_pieces(self, ui: &mut Ui) -> ShownText {
        let text = self.span.of(self.text);
        let job = self.job();
        let format_at = |byte: usize| {
            let section = job
                .sections
                .iter()
                .find(|section| (section.byte_range.start.0..section.byte_range.end.0).contains(&byte));
            section.map(|section| section.format.clone()).unwrap_or_default()
        };
        let galley = |ui: &Ui, piece: Span, is_mirrored: bool| {
            let words = piece.of(text).replace(['\n', '\r'], " ");
            let words = if is_mirrored { mirrored(&words) } else { digits_turned(&words) };
            // Grounds are painted before all words: that of a piece would lie over the end of the one beside it.
            let format = TextFormat { background: Color32::TRANSPARENT, ..format_at(piece.start()) };
            ui.painter().layout_job(LayoutJob::single_section(words, format))
        };
        let cuts: Vec<usize> = job.sections.iter().map(|section| section.byte_range.start.0).collect();
        let width = ui.available_width();
        let layout = BidiLayout::new(text, width, &cuts, |piece, is_mirrored| galley(ui, piece, is_mirrored).size().x);
        let height = (self.size * 1.5).round();
        #[expect(clippy::cast_precision_loss, reason = "lines of a paragraph")]
        let top = |line: usize| line as f32 * height;
        let (rect, response) = ui.allocate_exact_size(vec2(width, top(layout.lines)), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), text));
        let palette = Palette::of(self.theme);
        let place =
            |piece: &Piece| Rect::from_min_size(rect.min + vec2(piece.x, top(piece.line)), vec2(piece.width, height));
        if ui.is_rect_visible(rect) {
            for piece in &layout.pieces {
                ui.painter().rect_filled(place(piece), 0.0, format_at(piece.span.start()).background);
            }
            for piece in &layout.pieces {
                ui.painter().galley(place(piece).min, galley(ui, piece.span, piece.is_mirrored), palette.text);
            }
        }
        let mut pieces = Vec::with_capacity(layout.pieces.len());
        for piece in &layout.pieces {
            let of_report = Span::new(self.span.start() + piece.span.start(), self.span.start() + piece.span.end());
            let is_from_right = piece.is_mirrored || has_right_to_left(piece.span.of(text));
            pieces.push(PlacedPiece { span: of_report, rect: place(piece), is_from_right });
        }
        let shown = ShownText { response, words: Words::Pieces(pieces), span: self.span };
        if ui.is_rect_visible(rect) {
            self.paint_lines(ui, &shown, &palette);
        }
        shown
    }

    /// One section for each run of bytes under the same marks.
    fn job(&self) -> LayoutJob {
        let mut job = LayoutJob::default();
        let here: Vec<&MarkedSpan> = self.marks.iter().filter(|mark| mark.span.overlaps(self.span)).collect();
        let inside =
            |edge: usize| (self.span.start()..=self.span.end()).contains(&edge) && self.text.is_char_boundary(edge);
        let mut edges: Vec<usize> = here.iter().flat_map(|mark| [mark.span.start(), mark.span.end()]).collect();
        edges.extend([self.span.start(), self.span.end()]);
        edges.retain(|&edge| inside(edge));
        edges.sort_unstable();
        edges.dedup();
        let palette = Palette::of(self.theme);
        for pair in edges.windows(2) {
            let [start, end] = *pair else { continue };
            let piece = Span::new(start, end);
            let active = here.iter().filter(|mark| mark.span.covers(piece)).map(|mark| mark.mark);
            job.append(piece.of(self.text), 0.0, self.format(active, &palette));
        }
        job
    }

    fn format(&self, marks: impl Iterator<Item = Mark>, palette: &Palette) -> TextFormat {
        let plain = FontId::new(self.size, FontFamily::Proportional);
        let mut format = TextFormat { font_id: plain, color: palette.text, expand_bg: 1.5, ..TextFormat::default() };
        format.line_height = Some((self.size * 1.5).round());
        if self.is_strong {
            format.font_id.family = strong_family();
        }
        for mark in marks {
            match mark {
                Mark::Sentence => tint(&mut format.background, palette.sentence),
                Mark::Unreal => format.italics = true,
                Mark::Trigger => {
                    format.font_id.family = strong_family();
                    format.background = palette.trigger;
                }
                Mark::Place => {
                    format.color = palette.place;
                }
                Mark::Date => format.color = palette.date,
                Mark::Figure => format.font_id.family = strong_family(),
                // A line below, like that of places and dates.
                Mark::Actor => {}
                Mark::Boilerplate => format.color = palette.weak.gamma_multiply(0.75),
                Mark::Found { is_current } => {
                    let strength = if is_current { 1.0 } else { 0.45 };
                    tint(&mut format.background, palette.flash.gamma_multiply(strength));
                }
                Mark::Selected => {
                    tint(&mut format.background, palette.accent.gamma_multiply(0.3));
                    // The grounds of two pieces would show where they lie over each other.
                    format.expand_bg = 0.0;
                }
                Mark::Flash(strength) => tint(&mut format.background, palette.flash.gamma_multiply(strength)),
            }
        }
        format
    }

    /// Fonts have no dotted underline, and the ground of the next row would lie over a whole one: both are painted last.
    fn paint_lines(&self, ui: &Ui, shown: &ShownText, palette: &Palette) {
        let names = self.marks.iter().filter(|mark| mark.mark == Mark::Place && mark.span.overlaps(self.span));
        for rect in names.flat_map(|mark| shown.rects_of(mark.span)) {
            ui.painter().hline(rect.x_range(), rect.bottom() - 2.5, Stroke::new(1.3, palette.place));
        }
        let actors = self.marks.iter().filter(|mark| mark.mark == Mark::Actor && mark.span.overlaps(self.span));
        for rect in actors.flat_map(|mark| shown.rects_of(mark.span)) {
            let line = [pos2(rect.left(), rect.bottom() - 2.5), pos2(rect.right(), rect.bottom() - 2.5)];
            ui.painter().extend(Shape::dashed_line(&line, Stroke::new(1.2, palette.text), 5.0, 3.0));
        }
        let dates = self.marks.iter().filter(|mark| mark.mark == Mark::Date && mark.span.overlaps(self.span));
        for rect in dates.flat_map(|mark| shown.rects_of(mark.span)) {
            let mut x = rect.left() + 1.0;
            while x < rect.right() {
                ui.painter().circle_filled(pos2(x, rect.bottom() - 2.5), 0.9, palette.date);
                x += 3.5;
            }
        }
    }
}

/// Lays a tint over a ground that may have one already.
fn tint(ground: &mut Color32, color: Color32) {
    *ground = if *ground == Color32::TRANSPARENT { color } else { ground.blend(color) };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_ground_of_words_from_right_to_left_lies_over_a_letter() {
        let text = "طالبان The Taliban entered Kunduz";
        let marks = [MarkedSpan { span: Span::new(0, text.len()), mark: Mark::Sentence }];
        let context = egui::Context::default();
        crate::ui::theme::install_fonts(&context);
        let mut output = context.run_ui(egui::RawInput::default(), |ui| {
            let span = Span::new(0, text.len());
            MarkedText { text, span, marks: &marks, size: 14.0, is_strong: false, theme: Theme::Light }.show(ui);
        });
        output.textures_delta.clear();
        let ground = Palette::of(Theme::Light).sentence;
        let shapes = output.shapes.iter().map(|clipped| &clipped.shape).enumerate();
        let is_ground = |shape: &Shape| matches!(shape, Shape::Rect(rect) if rect.fill == ground);
        let last_ground = shapes.clone().filter(|(_, shape)| is_ground(shape)).map(|(at, _)| at).max();
        let first_word = shapes.filter(|(_, shape)| matches!(shape, Shape::Text(_))).map(|(at, _)| at).min();
        assert!(last_ground.is_some() && last_ground < first_word, "{last_ground:?} {first_word:?}");
    }
}
