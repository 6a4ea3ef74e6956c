//! What makes tiles of bytes: drawings of vector tiles by a style, textures of images.

use super::trouble::TroubleKind;
use super::worker::Decode;
use super::{Key, TILE_SIZE};
use egui::ColorImage;
use image::{ImageReader, Limits};
use std::io::Cursor;
use walkers::{Style, Tile};

/// The largest image taken for a tile, to each side: what servers send is 256 or 512 wide.
const LARGEST_IMAGE: u32 = 2048;

/// Draws vector tiles by a style.
pub(super) struct Vectors(pub(super) Style);

impl Decode for Vectors {
    fn decode(&self, bytes: &[u8], (zoom, ..): Key) -> Result<Tile, TroubleKind> {
        Tile::from_mvt(bytes, &self.0, zoom, TILE_SIZE).map_err(|error| TroubleKind::NoTile(error.to_string()))
    }
}

/// Puts images on the graphics card.
pub(super) struct Images(pub(super) egui::Context);

impl Decode for Images {
    fn decode(&self, bytes: &[u8], (zoom, x, y): Key) -> Result<Tile, TroubleKind> {
        let image = image_of(bytes)?;
        Ok(Tile::Raster(self.0.load_texture(format!("tile {zoom}/{x}/{y}"), image, egui::TextureOptions::LINEAR)))
    }
}

fn image_of(bytes: &[u8]) -> Result<ColorImage, TroubleKind> {
    let none = |reason: String| TroubleKind::NoTile(reason);
    let mut reader = ImageReader::new(Cursor::new(bytes));
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(LARGEST_IMAGE), Some(LARGEST_IMAGE));
    reader.limits(limits);
    let reader = reader.with_guessed_format().map_err(|error| none(error.to_string()))?;
    let image = reader.decode().map_err(|error| none(error.to_string()))?.to_rgba8();
    let [width, height] = [image.width(), image.height()].map(|side| usize::try_from(side).unwrap_or(0));
    Ok(ColorImage::from_rgba_unmultiplied([width, height], image.as_raw()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ExtendedColorType, ImageEncoder, codecs::png::PngEncoder};

    fn png(side: u32) -> Vec<u8> {
        let pixels = vec![200_u8; (side * side * 3) as usize];
        let mut bytes = Vec::new();
        PngEncoder::new(&mut bytes).write_image(&pixels, side, side, ExtendedColorType::Rgb8).unwrap();
        bytes
    }

    #[test]
    fn an_image_is_a_tile_and_what_is_none_or_far_too_large_is_not() {
        assert_eq!(image_of(&png(256)).unwrap().size, [256, 256]);
        for bytes in [&b""[..], b"<html>no tile today</html>", &png(256)[..300], &png(LARGEST_IMAGE + 1)] {
            assert!(matches!(image_of(bytes), Err(TroubleKind::NoTile(_))));
        }
    }
}
