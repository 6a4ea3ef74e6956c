//! [`ShownText`]: words of a report on the screen: where they are, and which of them a point is on.

use crate::span::Span;
use egui::text::CCursor;
use egui::{Galley, Pos2, Rect, Response};
use std::sync::Arc;

/// What was drawn, to be asked where words are and what was clicked.
pub(in crate::ui) struct ShownText {
    pub(in crate::ui) response: Response,
    pub(super) words: Words,
    pub(super) span: Span,
}

/// Where the words are.
pub(super) enum Words {
    /// One galley, from left to right.
    Galley(Arc<Galley>, Pos2),
    /// In pieces, some of which go from right to left.
    Pieces(Vec<PlacedPiece>),
}

/// Some words and where they are.
pub(super) struct PlacedPiece {
    /// By bytes of the report.
    pub(super) span: Span,
    pub(super) rect: Rect,
    pub(super) is_from_right: bool,
}

impl ShownText {
    /// Where words of the report are on the screen: a rectangle a row, or a piece.
    pub(in crate::ui) fn rects_of(&self, span: Span) -> Vec<Rect> {
        match &self.words {
            Words::Galley(galley, origin) => self.rows_of(galley, *origin, span),
            Words::Pieces(pieces) => {
                pieces.iter().filter(|piece| piece.span.overlaps(span)).map(|piece| piece.rect).collect()
            }
        }
    }

    fn rows_of(&self, galley: &Galley, origin: Pos2, span: Span) -> Vec<Rect> {
        let (start, end) = (self.cursor_at(galley, span.start()), self.cursor_at(galley, span.end()));
        let (first, last) = (galley.layout_from_cursor(start), galley.layout_from_cursor(end));
        let rows = galley.rows.iter().enumerate().take(last.row + 1).skip(first.row);
        rows.filter_map(|(index, row)| {
            let left = if index == first.row { row.x_offset(first.column) } else { 0.0 };
            let right = if index == last.row { row.x_offset(last.column) } else { row.size.x };
            let min = origin + row.pos.to_vec2() + egui::vec2(left, 0.0);
            (right > left).then(|| Rect::from_min_max(min, min + egui::vec2(right - left, row.size.y)))
        })
        .collect()
    }

    /// The byte of the report under a point of the screen.
    pub(in crate::ui) fn byte_at(&self, point: Pos2) -> usize {
        match &self.words {
            Words::Galley(galley, origin) => {
                let cursor = galley.cursor_from_pos(point - *origin);
                let at = galley.job.text.char_indices().nth(cursor.index.0);
                self.span.start() + at.map_or(self.span.len(), |(byte, _)| byte)
            }
            Words::Pieces(pieces) => nearest(pieces, point).map_or(self.span.start(), |piece| piece.span.start()),
        }
    }

    /// The byte at which a selection begins or ends at a point: of words in pieces, the nearer end of one.
    pub(in crate::ui) fn edge_at(&self, point: Pos2) -> usize {
        let Words::Pieces(pieces) = &self.words else { return self.byte_at(point) };
        nearest(pieces, point).map_or(self.span.start(), |piece| {
            let is_right = point.x > piece.rect.center().x;
            if is_right == piece.is_from_right { piece.span.start() } else { piece.span.end() }
        })
    }

    fn cursor_at(&self, galley: &Galley, byte: usize) -> CCursor {
        let offset = byte.clamp(self.span.start(), self.span.end()) - self.span.start();
        let before = galley.job.text.char_indices().take_while(|&(at, _)| at < offset).count();
        CCursor { index: before.into(), prefer_next_row: true }
    }
}

fn nearest(pieces: &[PlacedPiece], point: Pos2) -> Option<&PlacedPiece> {
    let far = |piece: &PlacedPiece| piece.rect.distance_sq_to_pos(point);
    pieces.iter().min_by(|one, other| far(one).total_cmp(&far(other)))
}
