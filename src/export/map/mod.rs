//! Still maps: the events of some days on the offline map, as SVG or PNG.

mod color;
mod content;
mod font;
mod ground;
mod legend;
mod markers;
mod names;
mod options;
mod png;
mod scale;
mod sheet;
mod style;
mod svg;
mod tiles;
mod view;

pub use options::{Letters, Look, MapOptions, Size, SizeError};
pub use png::{PictureError, picture};
pub use sheet::draw;
