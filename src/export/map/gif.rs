//! [`Gif`]: pictures one after another, as an animated GIF.
//!
//! A picture of the format has 256 colours. Maps are flat: their commonest colours are kept as they are, the others, of the edges
//! of letters and lines, become the nearest of those. So a colour is the same in all pictures, and what does not change from one
//! to the next is written as transparent, which takes next to no room.

use gif::{DisposalMethod, Encoder, EncodingError, Frame, Repeat};
use rustc_hash::FxHashMap;
use std::io::Write;

type Rgb = [u8; 3];

/// Colours of one picture; one number of the 256 is for what does not change.
const MOST_COLORS: usize = 255;
const UNCHANGED: u8 = 255;

/// A GIF that is being written.
pub(super) struct Gif<W: Write> {
    encoder: Encoder<W>,
    size: [u16; 2],
    before: Vec<Rgb>,
}

impl<W: Write> Gif<W> {
    /// Begins a GIF that starts over at its end.
    pub(super) fn new(out: W, size: [u16; 2]) -> Result<Self, EncodingError> {
        let mut encoder = Encoder::new(out, size[0], size[1], &[])?;
        encoder.set_repeat(Repeat::Infinite)?;
        Ok(Self { encoder, size, before: Vec::new() })
    }

    /// Adds a picture, shown for so many hundredths of a second. `rgba` has four bytes a dot, all opaque.
    pub(super) fn add(&mut self, rgba: &[u8], hundredths: u16) -> Result<(), EncodingError> {
        let dots: Vec<Rgb> = rgba.chunks_exact(4).map(|dot| [dot[0], dot[1], dot[2]]).collect();
        let mut palette = Palette::of(&dots);
        let same = |at: usize, dot: &Rgb| self.before.get(at) == Some(dot);
        let numbers: Vec<u8> = dots
            .iter()
            .enumerate()
            .map(|(at, dot)| if same(at, dot) { UNCHANGED } else { palette.number_of(*dot) })
            .collect();
        let frame = Frame {
            width: self.size[0],
            height: self.size[1],
            delay: hundredths,
            dispose: DisposalMethod::Keep,
            transparent: Some(UNCHANGED),
            palette: Some(palette.bytes()),
            buffer: numbers.into(),
            ..Frame::default()
        };
        self.before = dots;
        self.encoder.write_frame(&frame)
    }
}

/// The commonest colours of a picture.
struct Palette {
    colors: Vec<Rgb>,
    numbers: FxHashMap<Rgb, u8>,
}

impl Palette {
    fn of(dots: &[Rgb]) -> Self {
        let mut counts: FxHashMap<Rgb, u32> = FxHashMap::default();
        for dot in dots {
            *counts.entry(*dot).or_default() += 1;
        }
        let mut counts: Vec<(Rgb, u32)> = counts.into_iter().collect();
        counts.sort_unstable_by_key(|&(color, count)| (std::cmp::Reverse(count), color));
        let colors: Vec<Rgb> = counts.into_iter().take(MOST_COLORS).map(|(color, _)| color).collect();
        let numbers = colors.iter().copied().zip(0..).collect();
        Self { colors, numbers }
    }

    /// The number of a colour, or of the nearest there is.
    fn number_of(&mut self, color: Rgb) -> u8 {
        let Self { colors, numbers } = self;
        *numbers.entry(color).or_insert_with(|| {
            let nearest = (0..).zip(colors.iter()).min_by_key(|(_, other)| distance(color, **other));
            nearest.map_or(0, |(number, _)| number)
        })
    }

    /// All 256, three bytes each.
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.colors.concat();
        bytes.resize(3 * (MOST_COLORS + 1), 0);
        bytes
    }
}

fn distance(one: Rgb, other: Rgb) -> u32 {
    one.iter().zip(other).map(|(&one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
}

#[cfg(test)]
#[path = "../../../tests/core/gif_pictures.rs"]
mod gif_pictures;

#[cfg(test)]
mod tests {
    use super::gif_pictures::pictures as shown;
    use super::*;

    /// A row of dots, as the encoder takes them.
    fn rgba(dots: &[Rgb]) -> Vec<u8> {
        dots.iter().flat_map(|&[red, green, blue]| [red, green, blue, 255]).collect()
    }

    #[test]
    fn pictures_come_back_dot_for_dot_as_long_as_their_colours_are_few() {
        let [red, green, blue] = [[255, 0, 0], [0, 255, 0], [0, 0, 255]];
        let pictures = [vec![red, green, blue, red], vec![red, blue, blue, green], vec![red, blue, blue, green]];
        let mut bytes = Vec::new();
        let mut gif = Gif::new(&mut bytes, [2, 2]).unwrap();
        for (picture, hundredths) in pictures.iter().zip([100, 50, 200]) {
            gif.add(&rgba(picture), hundredths).unwrap();
        }
        drop(gif);
        let expected: Vec<(u16, Vec<Rgb>)> = [100, 50, 200].into_iter().zip(pictures).collect();
        assert_eq!(shown(&bytes), expected);
    }

    #[test]
    fn a_rare_colour_becomes_the_nearest_of_the_common_ones() {
        // 300 greys, the darkest of them commonest, in a row.
        let mut dots: Vec<Rgb> = (0..=254).flat_map(|grey: u8| [[grey; 3], [grey; 3]]).collect();
        dots.push([7, 7, 8]);
        let mut bytes = Vec::new();
        let mut gif = Gif::new(&mut bytes, [u16::try_from(dots.len()).unwrap(), 1]).unwrap();
        gif.add(&rgba(&dots), 1).unwrap();
        drop(gif);
        let (_, picture) = shown(&bytes).remove(0);
        assert_eq!(picture.last(), Some(&[7, 7, 7]));
        assert_eq!(picture[..510], dots[..510]);
    }
}
