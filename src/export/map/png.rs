//! Drawings as PNG.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// A drawing that can't be made a picture of.
#[derive(Debug, thiserror::Error)]
#[error("no picture can be made: {0}")]
pub struct PictureError(String);

/// The drawing as it is, dot for dot, as a PNG; its letters have to be outlines, since text is not set here.
///
/// # Errors
/// Where the text is no SVG, or there is no memory for the picture.
pub fn picture(svg: &str) -> Result<Vec<u8>, PictureError> {
    painted(svg)?.encode_png().map_err(|error| PictureError(error.to_string()))
}

/// The dots of a drawing.
pub(super) fn painted(svg: &str) -> Result<Pixmap, PictureError> {
    let tree = tree_of(svg)?;
    let size = tree.size().to_int_size();
    let none = || PictureError(format!("{} × {} dots", size.width(), size.height()));
    let mut pixmap = Pixmap::new(size.width(), size.height()).ok_or_else(none)?;
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    Ok(pixmap)
}

/// Draws over what is there.
pub(super) fn paint_over(pixmap: &mut Pixmap, svg: &str) -> Result<(), PictureError> {
    resvg::render(&tree_of(svg)?, Transform::identity(), &mut pixmap.as_mut());
    Ok(())
}

fn tree_of(svg: &str) -> Result<Tree, PictureError> {
    Tree::from_str(svg, &Options::default()).map_err(|error| PictureError(error.to_string()))
}
