//! [`BidiLayout`]: where the pieces of a paragraph go that is, or holds, writing from right to left.
//!
//! Rationale: egui 0.37 shapes Arabic letters but knows no order of writing: it puts the runs of a line, and the lines of a
//! paragraph, from left to right. So such a paragraph is cut into pieces of one direction and one look, each of which egui
//! sets rightly by itself, and the pieces are put in the order of the Unicode bidirectional algorithm (UAX #9).

use crate::span::Span;
use std::ops::Range;
use unicode_bidi::ParagraphBidiInfo;

/// A piece of one direction and one look, by bytes of its paragraph.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) span: Span,
    /// Which line, from 0.
    pub(super) line: usize,
    /// From the left edge.
    pub(super) x: f32,
    pub(super) width: f32,
    /// Whether brackets in it are to be turned round.
    pub(super) is_mirrored: bool,
}

/// A paragraph in pieces.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct BidiLayout {
    pub(super) pieces: Vec<Piece>,
    pub(super) lines: usize,
}

/// Whether a text holds writing from right to left.
pub(super) fn has_right_to_left(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_right_to_left)
}

/// Letters of Hebrew, Arabic and the scripts between them, and their presentation forms.
fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}')
        && !letter.is_numeric()
}

/// Brackets as they stand in writing from right to left.
pub(super) fn mirrored(text: &str) -> String {
    const PAIRS: [(char, char); 6] = [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>'), ('«', '»'), ('‹', '›')];
    let turned = |letter: char| {
        PAIRS.iter().find_map(|&(open, close)| match letter {
            letter if letter == open => Some(close),
            letter if letter == close => Some(open),
            _ => None,
        })
    };
    text.chars().map(|letter| turned(letter).unwrap_or(letter)).collect()
}

/// A text as it is to be handed to the shaper, which takes Arabic digits for letters that go from right to left: each number of
/// them turned round.
pub(super) fn digits_turned(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let runs = letters.chunk_by(|&one, &next| is_arabic_digit(one) && is_arabic_digit(next));
    runs.flat_map(|run| run.iter().rev()).collect()
}

fn is_arabic_digit(letter: char) -> bool {
    matches!(letter, '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}')
}

/// A piece before it has a place.
struct Unit {
    range: Range<usize>,
    width: f32,
    is_space: bool,
    is_mirrored: bool,
}

impl BidiLayout {
    /// Lays a paragraph out in a width. `cuts` are the bytes at which its look changes; `measure` says how wide a piece is.
    pub(super) fn new(text: &str, width: f32, cuts: &[usize], mut measure: impl FnMut(Span, bool) -> f32) -> Self {
        // A line end inside a quote is a space here; it has as many bytes.
        let flat = text.replace(['\n', '\r'], " ");
        let bidi = ParagraphBidiInfo::new(&flat, None);
        let units = units(&flat, cuts, &bidi, &mut measure);
        let mut layout = Self::default();
        for line in break_lines(&units, width) {
            layout.place_line(&units, line, width, &bidi);
        }
        layout
    }

    fn place_line(&mut self, units: &[Unit], line: Range<usize>, width: f32, bidi: &ParagraphBidiInfo<'_>) {
        let number = self.lines;
        self.lines += 1;
        let Some(shown) = units.get(line) else { return };
        let (Some(first), Some(last)) = (shown.first(), shown.last()) else { return };
        let (levels, runs) = bidi.visual_runs(first.range.start..last.range.end);
        let whole: f32 = shown.iter().map(|unit| unit.width).sum();
        let mut x = if bidi.paragraph_level.is_rtl() { (width - whole).max(0.0) } else { 0.0 };
        for run in runs {
            let mut of_run: Vec<&Unit> = shown.iter().filter(|unit| run.contains(&unit.range.start)).collect();
            if levels.get(run.start).is_some_and(unicode_bidi::Level::is_rtl) {
                of_run.reverse();
            }
            for unit in of_run {
                let span = Span::new(unit.range.start, unit.range.end);
                self.pieces.push(Piece { span, line: number, x, width: unit.width, is_mirrored: unit.is_mirrored });
                x += unit.width;
            }
        }
    }
}

/// Cuts where the direction, the look, the script or words and spaces change.
fn units(
    text: &str,
    cuts: &[usize],
    bidi: &ParagraphBidiInfo<'_>,
    measure: &mut impl FnMut(Span, bool) -> f32,
) -> Vec<Unit> {
    let class = |offset: usize, letter: char| {
        (bidi.levels.get(offset).copied(), letter.is_whitespace(), is_right_to_left(letter), is_arabic_digit(letter))
    };
    let mut units: Vec<Unit> = Vec::new();
    let mut before = None;
    for (offset, letter) in text.char_indices() {
        let is_mark =
            unicode_normalization::char::is_combining_mark(letter) || letter == '\u{200C}' || letter == '\u{200D}';
        let now = class(offset, letter);
        let joins = before == Some(now) && !cuts.contains(&offset);
        match units.last_mut() {
            Some(unit) if joins || (is_mark && before.is_some()) => unit.range.end = offset + letter.len_utf8(),
            _ => {
                let is_mirrored = now.0.is_some_and(|level| level.is_rtl()) && !now.2;
                let range = offset..offset + letter.len_utf8();
                units.push(Unit { range, width: 0.0, is_space: now.1, is_mirrored });
                before = Some(now);
            }
        }
    }
    for unit in &mut units {
        unit.width = measure(Span::new(unit.range.start, unit.range.end), unit.is_mirrored);
    }
    units
}

/// Lines of units, as many words in each as fit; the spaces at their ends are left out.
fn break_lines(units: &[Unit], width: f32) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut at, mut x) = (0, 0, 0.0);
    while at < units.len() {
        let rest = units.iter().skip(at);
        let is_space = units.get(at).is_some_and(|unit| unit.is_space);
        let word: Vec<f32> = rest.take_while(|unit| unit.is_space == is_space).map(|unit| unit.width).collect();
        let wide: f32 = word.iter().sum();
        if !is_space && x + wide > width && at > start {
            lines.push(trimmed(units, start..at));
            (start, x) = (at, 0.0);
        }
        x += wide;
        at += word.len();
    }
    lines.push(trimmed(units, start..units.len()));
    lines.retain(|line| !line.is_empty());
    lines
}

fn trimmed(units: &[Unit], line: Range<usize>) -> Range<usize> {
    let is_space = |at: &usize| units.get(*at).is_some_and(|unit| unit.is_space);
    let spaces = line.clone().rev().take_while(is_space).count();
    line.start..line.end - spaces
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines as they are seen, from left to right, every letter one wide.
    fn seen(text: &str, width: f32) -> Vec<Vec<(&str, f32)>> {
        #[expect(clippy::cast_precision_loss, reason = "a few letters")]
        let layout = BidiLayout::new(text, width, &[], |span, _| span.of(text).chars().count() as f32);
        let mut lines = vec![Vec::new(); layout.lines];
        for piece in &layout.pieces {
            lines[piece.line].push((piece.span.of(text), piece.x));
        }
        lines
    }

    #[test]
    fn a_persian_line_begins_at_the_right() {
        let expected = vec![vec![("کرد", 9.0), (" ", 12.0), ("سقوط", 13.0), (" ", 17.0), ("کابل", 18.0)]];
        assert_eq!(seen("کابل سقوط کرد", 22.0), expected);
    }

    #[test]
    fn a_persian_paragraph_goes_on_in_the_line_below() {
        let lines = seen("کابل سقوط کرد", 10.0);
        assert_eq!(lines, vec![vec![("سقوط", 1.0), (" ", 5.0), ("کابل", 6.0)], vec![("کرد", 7.0)]]);
    }

    #[test]
    fn numbers_and_latin_words_in_it_are_read_from_the_left() {
        let words = |text| seen(text, 40.0).concat().into_iter().map(|(piece, _)| piece).collect::<Vec<_>>();
        assert_eq!(words("در ۲۱ مه BBC News گفت"), ["گفت", " ", "BBC", " ", "News", " ", "مه", " ", "۲۱", " ", "در"]);
    }

    #[test]
    fn a_persian_word_in_an_english_line_leaves_the_line_at_the_left() {
        let line = seen("The city of کابل fell", 40.0).concat();
        assert_eq!(line.first(), Some(&("The", 0.0)));
        assert!(line.iter().any(|&(piece, x)| piece == "کابل" && (x - 12.0).abs() < 0.1), "{line:?}");
    }

    #[test]
    fn a_word_keeps_its_joiners_and_marks() {
        assert_eq!(seen("می\u{200C}شود", 20.0), vec![vec![("می\u{200C}شود", 14.0)]]);
    }

    #[test]
    fn a_date_in_arabic_digits_is_cut_at_its_signs_and_each_number_turned_for_the_shaper() {
        let pieces: Vec<&str> = seen("روز ۱۴۰۰/۴", 40.0).concat().into_iter().map(|(piece, _)| piece).collect();
        assert_eq!(pieces, ["۱۴۰۰", "/", "۴", " ", "روز"]);
        assert_eq!((digits_turned("۱۴۰۰"), digits_turned("1400")), ("۰۰۴۱".to_owned(), "1400".to_owned()));
    }

    #[test]
    fn brackets_are_turned_round() {
        assert_eq!(mirrored("(« »)"), ")» «(");
    }

    #[test]
    fn every_byte_but_the_spaces_at_line_ends_is_laid_out_once() {
        let text = "طالبان گفتند: «ولسوالی‌ها (۱۲) در بدخشان، با AFP» سقوط کرد.";
        for width in [1_u8, 7, 12, 30, 200] {
            let layout = BidiLayout::new(text, f32::from(width), &[4, 9], |_, _| 3.0);
            let mut spans: Vec<Span> = layout.pieces.iter().map(|piece| piece.span).collect();
            spans.sort_unstable();
            let letters: String = spans.iter().map(|span| span.of(text)).collect();
            let all = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
            assert_eq!(all(&letters), all(text), "width {width}");
        }
    }

    #[test]
    fn each_number_of_a_line_in_one_run_is_turned_for_the_shaper() {
        assert_eq!(digits_turned("۱۶ سرطان ۱۴۰۰"), "۶۱ سرطان ۰۰۴۱");
        assert_eq!(digits_turned("On 16 July"), "On 16 July");
    }
}
