//! Still maps: the events of some days on the offline map, as SVG or PNG; and runs of them through time, as animated GIF.

mod animation;
mod color;
mod content;
mod data;
mod fit;
mod font;
mod gif;
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

pub use animation::{AnimationError, Run, animate};
pub use data::MapData;
pub use options::{Extent, Letters, Look, MapOptions, Size, SizeError};
pub use png::{PictureError, picture};
pub use sheet::draw;
