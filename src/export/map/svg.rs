//! [`Svg`]: a drawing as it is written: SVG 1.1, numbers to a tenth.

use super::Letters;
use super::color::Rgb;
use super::font::{self, Weight};
use std::borrow::Cow;
use std::fmt::Write;

/// A point on the sheet: right, down.
pub(super) type At = [f32; 2];

/// A drawing.
#[derive(Debug)]
pub(super) struct Svg {
    text: String,
    letters: Letters,
}

/// A text on the sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) size: f32,
    pub(super) weight: Weight,
    pub(super) color: Rgb,
    pub(super) anchor: Anchor,
    /// Around the letters, and how wide.
    pub(super) halo: Option<(Rgb, f32)>,
    /// Between letters, in units of the size.
    pub(super) spacing: f32,
}

impl<'a> Words<'a> {
    pub(super) fn new(text: &'a str, size: f32, color: Rgb) -> Self {
        Self { text, size, weight: Weight::Regular, color, anchor: Anchor::Start, halo: None, spacing: 0.0 }
    }

    fn width(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a few letters")]
        let letters = self.text.chars().count() as f32;
        font::width(self.text, self.size, self.weight) + letters * self.spacing * self.size
    }
}

/// Which end of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Svg {
    pub(super) fn new(letters: Letters) -> Self {
        Self { text: String::new(), letters }
    }

    /// Adds what is SVG already.
    pub(super) fn raw(&mut self, svg: &str) {
        self.text.push_str(svg);
    }

    /// Opens an element; `attributes` are SVG already.
    pub(super) fn open(&mut self, name: &str, attributes: &str) {
        let gap = if attributes.is_empty() { "" } else { " " };
        let _ = writeln!(self.text, "<{name}{gap}{attributes}>");
    }

    /// Closes it.
    pub(super) fn close(&mut self, name: &str) {
        let _ = writeln!(self.text, "</{name}>");
    }

    /// An element that holds words alone.
    pub(super) fn element(&mut self, name: &str, attributes: &str, text: &str) {
        let gap = if attributes.is_empty() { "" } else { " " };
        let _ = writeln!(self.text, "<{name}{gap}{attributes}>{}</{name}>", escaped(text));
    }

    /// A shape along a path.
    pub(super) fn path(&mut self, path: &str, attributes: &str) {
        if !path.is_empty() {
            let _ = writeln!(self.text, "<path d=\"{path}\" {attributes}/>");
        }
    }

    /// A circle.
    pub(super) fn circle(&mut self, [x, y]: At, radius: f32, attributes: &str) {
        let _ = writeln!(
            self.text,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {attributes}/>",
            tenth(x),
            tenth(y),
            tenth(radius)
        );
    }

    /// A rectangle from its upper left corner.
    pub(super) fn rect(&mut self, [x, y]: At, [width, height]: At, attributes: &str) {
        let (x, y, width, height) = (tenth(x), tenth(y), tenth(width), tenth(height));
        let _ = writeln!(self.text, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {attributes}/>");
    }

    /// Words on their baseline.
    pub(super) fn words(&mut self, at: At, words: &Words<'_>) {
        let mut style = format!("fill=\"{}\"", words.color);
        if let Some((color, width)) = words.halo {
            let width = tenth(2.0 * width);
            let _ = write!(
                style,
                " stroke=\"{color}\" stroke-width=\"{width}\" stroke-linejoin=\"round\" paint-order=\"stroke\""
            );
        }
        match self.letters {
            Letters::Text => self.text_words(at, words, &style),
            Letters::Outlines => {
                let [x, y] = at;
                let start = match words.anchor {
                    Anchor::Start => x,
                    Anchor::Middle => x - words.width() / 2.0,
                    Anchor::End => x - words.width(),
                };
                let spacing = words.spacing * words.size;
                self.path(&font::outlines(words.text, words.size, words.weight, [start, y], spacing), &style);
            }
        }
    }

    fn text_words(&mut self, [x, y]: At, words: &Words<'_>, style: &str) {
        let mut place = format!("x=\"{}\" y=\"{}\" font-size=\"{}\"", tenth(x), tenth(y), tenth(words.size));
        if words.weight == Weight::Strong {
            place.push_str(" font-weight=\"600\"");
        }
        match words.anchor {
            Anchor::Start => {}
            Anchor::Middle => place.push_str(" text-anchor=\"middle\""),
            Anchor::End => place.push_str(" text-anchor=\"end\""),
        }
        if words.spacing > 0.0 {
            let _ = write!(place, " letter-spacing=\"{}\"", tenth(words.spacing * words.size));
        }
        self.element("text", &format!("{place} {style}"), words.text);
    }

    /// The drawing as text.
    pub(super) fn into_text(self) -> String {
        self.text
    }
}

/// A number to a tenth, without a needless zero.
pub(super) fn tenth(number: f32) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

/// A closed path along corners around a point.
pub(super) fn closed([x, y]: At, corners: &[[f32; 2]]) -> String {
    let mut path = String::new();
    for (index, corner) in corners.iter().enumerate() {
        let letter = if index == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{letter}{} {}", tenth(x + corner[0]), tenth(y + corner[1]));
    }
    path.push('Z');
    path
}

/// Text as XML writes it; what no XML may hold is left out.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    let is_char = |letter: char| {
        let is_kept_control = matches!(letter, '\t' | '\n' | '\r');
        (is_kept_control || !letter.is_control()) && !matches!(letter, '\u{FFFE}' | '\u{FFFF}')
    };
    if text.chars().all(is_char) {
        return quick_xml::escape::escape(text);
    }
    let kept: String = text.chars().filter(|&letter| is_char(letter)).collect();
    Cow::Owned(quick_xml::escape::escape(kept.as_str()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_words_are_xml() {
        assert_eq!([tenth(2.0), tenth(2.04), tenth(-0.26)], ["2", "2", "-0.3"]);
        assert_eq!(escaped("a <b> & \u{1}c"), "a &lt;b&gt; &amp; c");
    }
}
