//! [`animate()`]: a run of still maps through time, all of one view, as an animated GIF.

use super::content::Content;
use super::fit::view_of;
use super::gif::Gif;
use super::png::{PictureError, paint_over, painted};
use super::sheet::{Part, Sheet};
use super::{Letters, MapData, MapOptions};
use crate::edtf::DayRange;
use crate::wording::Texts;
use rayon::prelude::*;
use resvg::tiny_skia::Pixmap;
use std::io::Write;
use std::ops::ControlFlow;

/// The last map stays for so many steps, so that the end is seen.
const LAST_STEPS: f32 = 3.0;
/// Maps drawn side by side, and held until all before them are written.
const AT_ONCE: usize = 8;

/// How time runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The days of each map.
    pub steps: Vec<DayRange>,
    /// Maps a second.
    pub a_second: f32,
}

/// Why there is no animation.
#[derive(Debug, thiserror::Error)]
pub enum AnimationError {
    /// A map could not be drawn.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// The pictures could not be written.
    #[error("cannot be written: {0}")]
    Write(#[from] gif::EncodingError),
}

/// Draws the maps of a run, each of its days in place of those of the options, and writes them as a GIF. `watch` hears how
/// many are written, and may break off; then what is written is no whole GIF.
///
/// # Errors
/// [`AnimationError`] where a map cannot be drawn or written.
pub fn animate(
    data: MapData<'_>,
    options: &MapOptions,
    run: &Run,
    out: impl Write,
    watch: &dyn Fn(usize) -> ControlFlow<()>,
) -> Result<ControlFlow<()>, AnimationError> {
    let texts = Texts::new(options.language);
    let contents: Vec<Content<'_>> = run.steps.iter().map(|&days| Content::new(data, days, &texts)).collect();
    let all: Vec<&Content<'_>> = contents.iter().collect();
    let view = view_of(&all, options, &texts);
    let drawn = |number: usize, part: Part| -> Option<String> {
        let options = MapOptions { days: *run.steps.get(number)?, ..*options };
        Some(Sheet::new(contents.get(number)?, &options, &texts, view).draw(Letters::Outlines, part))
    };
    let mut gif = Gif::new(out, options.size.dots())?;
    let Some(ground) = drawn(0, Part::Ground) else { return Ok(ControlFlow::Continue(())) };
    let ground = painted(&ground)?;
    let numbers: Vec<usize> = (0..run.steps.len()).collect();
    for some in numbers.chunks(AT_ONCE) {
        let maps = some.par_iter().filter_map(|&number| drawn(number, Part::Events)).map(|svg| {
            let mut map = ground.clone();
            paint_over(&mut map, &svg).map(|()| map)
        });
        let maps: Vec<Pixmap> = maps.collect::<Result<_, _>>()?;
        for (map, &number) in maps.iter().zip(some) {
            let done = number + 1;
            gif.add(map.data(), hundredths(run.a_second, done == numbers.len()))?;
            if watch(done).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// How long a map is shown.
fn hundredths(a_second: f32, is_last: bool) -> u16 {
    let steps = if is_last { LAST_STEPS } else { 1.0 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within what the format has")]
    let hundredths = (100.0 * steps / a_second.max(0.01)).clamp(2.0, f32::from(u16::MAX)).round() as u16;
    hundredths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_map_stays_longer() {
        assert_eq!((hundredths(2.0, false), hundredths(2.0, true)), (50, 150));
        assert_eq!(hundredths(1000.0, false), 2, "no viewer shows one for less");
        assert_eq!(hundredths(0.0, true), 30_000);
    }
}
