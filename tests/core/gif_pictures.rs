//! What a viewer shows of a GIF. Read by the tests of the encoder as well as by those of whole animations.

use gif::{ColorOutput, DecodeOptions};

/// Hundredths of a second that each picture stays, and its dots, laid over those before.
pub(crate) fn pictures(bytes: &[u8]) -> Vec<(u16, Vec<[u8; 3]>)> {
    let mut options = DecodeOptions::new();
    options.set_color_output(ColorOutput::RGBA);
    let mut decoder = options.read_info(bytes).unwrap();
    let mut screen = vec![[0; 3]; usize::from(decoder.width()) * usize::from(decoder.height())];
    let mut pictures = Vec::new();
    while let Some(frame) = decoder.read_next_frame().unwrap() {
        for (dot, rgba) in screen.iter_mut().zip(frame.buffer.chunks_exact(4)) {
            if rgba[3] > 0 {
                *dot = [rgba[0], rgba[1], rgba[2]];
            }
        }
        pictures.push((frame.delay, screen.clone()));
    }
    pictures
}
