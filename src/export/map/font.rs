//! [`Fonts`]: how wide words are, in the letters that come with the program.

use super::svg::At;
use std::fmt::Write;
use std::sync::LazyLock;
use ttf_parser::{Face, OutlineBuilder};

/// Inter (SIL Open Font Licence 1.1, `assets/fonts/OFL.txt`).
pub(super) const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/Inter-Regular.otf");
/// The heavier cut.
pub(super) const STRONG: &[u8] = include_bytes!("../../../assets/fonts/Inter-SemiBold.otf");

/// Of letters that Inter does not have, as a share of their size.
const UNKNOWN_WIDTH: f32 = 0.65;

/// Which cut of the letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Weight {
    #[default]
    Regular,
    Strong,
}

static FACES: LazyLock<[Option<Face<'static>>; 2]> =
    LazyLock::new(|| [REGULAR, STRONG].map(|bytes| Face::parse(bytes, 0).ok()));

fn face(weight: Weight) -> Option<&'static Face<'static>> {
    FACES[weight as usize].as_ref()
}

/// Width of a text in units of its size, without kerning.
pub(super) fn width(text: &str, size: f32, weight: Weight) -> f32 {
    text.chars().map(|letter| letter_width(letter, weight)).sum::<f32>() * size
}

fn letter_width(letter: char, weight: Weight) -> f32 {
    let advance = face(weight).and_then(|face| {
        let advance = face.glyph_hor_advance(face.glyph_index(letter)?)?;
        Some(f32::from(advance) / f32::from(face.units_per_em()))
    });
    advance.unwrap_or(UNKNOWN_WIDTH)
}

/// The outlines of a text that begins at a point of its baseline, as a path; `spacing` is put between letters.
pub(super) fn outlines(text: &str, size: f32, weight: Weight, [mut x, y]: At, spacing: f32) -> String {
    let mut path = String::new();
    for letter in text.chars() {
        if let Some((face, glyph)) = face(weight).and_then(|face| Some((face, face.glyph_index(letter)?))) {
            let scale = size / f32::from(face.units_per_em());
            face.outline_glyph(glyph, &mut Outline { path: &mut path, origin: [x, y], scale });
        }
        x += letter_width(letter, weight) * size + spacing;
    }
    path
}

/// Writes a glyph's outline; a font's heights grow upward, a sheet's downward.
struct Outline<'a> {
    path: &'a mut String,
    origin: At,
    scale: f32,
}

impl Outline<'_> {
    fn add(&mut self, letter: char, points: &[At]) {
        self.path.push(letter);
        for [x, y] in points {
            let (x, y) = (self.origin[0] + x * self.scale, self.origin[1] - y * self.scale);
            let _ = write!(self.path, "{x:.2} {y:.2} ");
        }
    }
}

impl OutlineBuilder for Outline<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add('M', &[[x, y]]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.add('L', &[[x, y]]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.add('Q', &[[x1, y1], [x, y]]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.add('C', &[[x1, y1], [x2, y2], [x, y]]);
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}

/// A text cut into lines no wider than `room`; a word that is wider has a line of its own.
pub(super) fn lines(text: &str, size: f32, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line)
                if width(line, size, Weight::Regular) + width(word, size, Weight::Regular) + 0.3 * size < room =>
            {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_are_wider_and_words_break_between_words() {
        assert!(width("mm", 10.0, Weight::Regular) > 2.0 * width("i", 10.0, Weight::Regular));
        assert!(width("Kunduz", 10.0, Weight::Strong) > width("Kunduz", 10.0, Weight::Regular));
        assert_eq!(lines("one two three", 10.0, 45.0), ["one two", "three"]);
        assert_eq!(lines("one", 10.0, 1.0), ["one"]);
    }

    #[test]
    fn letters_have_outlines_and_those_that_are_not_there_leave_room() {
        let path = outlines("é", 10.0, Weight::Regular, [100.0, 50.0], 0.0);
        assert!(path.starts_with('M') && path.ends_with('Z') && path.matches('M').count() >= 3, "{path}");
        let [alone, behind] = ["i", "\u{642}i"].map(|text| outlines(text, 10.0, Weight::Regular, [0.0, 0.0], 0.0));
        assert!(!behind.is_empty() && alone != behind);
    }
}
