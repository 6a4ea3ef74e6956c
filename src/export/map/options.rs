//! [`MapOptions`]: which days, how large, in which language and look.

use crate::edtf::DayRange;
use crate::gazetteer::Point;
use crate::wording::Language;

/// What a still map shows, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapOptions {
    /// The days whose events are shown.
    pub days: DayRange,
    /// Of the picture.
    pub size: Size,
    /// Of the words.
    pub language: Language,
    /// By day or by night.
    pub look: Look,
    /// What of the world is shown; by itself, what holds most of the events.
    pub extent: Option<Extent>,
}

/// A part of the world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Its upper left corner.
    pub north_west: Point,
    /// Its lower right corner.
    pub south_east: Point,
}

/// What becomes of the letters in a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// They stay text: to be found, copied and changed, in Inter where it is installed.
    Text,
    /// They are drawn, as they are wherever the drawing is seen.
    Outlines,
}

/// Which of the two looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Look {
    #[default]
    Light,
    Dark,
}

/// Width and height of a picture, in dots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    width: u16,
    height: u16,
}

/// A size that no map is drawn in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a size from 480x360 to 8192x8192: `{0}`")]
pub struct SizeError(String);

impl Default for Size {
    fn default() -> Self {
        Self { width: 1600, height: 1000 }
    }
}

impl Size {
    /// A dot a point: what is seen small, or often.
    pub const A_DOT_A_POINT: Self = Self { width: 1280, height: 800 };

    /// `1600x1000`.
    ///
    /// # Errors
    /// Where it is none, too small for title and legend, or too large for a picture.
    pub fn parse(text: &str) -> Result<Self, SizeError> {
        let side = |text: &str| text.trim().parse::<u16>().ok();
        let sides = text.split_once(['x', '×']).and_then(|(width, height)| Some((side(width)?, side(height)?)));
        sides
            .filter(|(width, height)| (480..=8192).contains(width) && (360..=8192).contains(height))
            .map(|(width, height)| Self { width, height })
            .ok_or_else(|| SizeError(text.to_owned()))
    }

    /// Width and height in dots.
    #[must_use]
    pub fn dots(self) -> [u16; 2] {
        [self.width, self.height]
    }

    /// Dots a point: large pictures are the same drawing larger, so that they can be read from as far.
    #[must_use]
    pub fn scale(self) -> f32 {
        (f32::from(self.width) / 1280.0).min(f32::from(self.height) / 800.0).max(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_those_that_make_no_sense_are_errors() {
        assert_eq!(Size::parse("1920x1080").map(Size::dots), Ok([1920, 1080]));
        for text in ["", "1600", "1600x", "10x10", "99999x99999", "-5x500", "8193x800", "axb"] {
            assert_eq!(Size::parse(text), Err(SizeError(text.to_owned())));
        }
        assert!((Size::parse("3840x2400").unwrap().scale() - 3.0).abs() < 1e-6);
    }
}
