//! [`Basemap`]: the map under the markers: the offline map of the world, and over it a user's own file or tiles of a server.
//!
//! walkers draws fills, lines and images. Labels are taken out of its tiles and placed by [`labels`], so that they keep clear
//! of markers, stand beside the dots of their towns, and do not jump while the map is dragged.

mod archive;
mod decode;
pub mod labels;
mod layer;
mod schema;
mod server;
mod style;
mod tile_grid;
mod trouble;
mod worker;

pub use style::Look;
pub use trouble::{Trouble, TroubleKind};

use crate::view_state::{Ground, TileAddress};
use archive::Archive;
use decode::{Images, Vectors};
use egui::Color32;
use labels::Label;
use layer::{Outline, TileLayer};
use schema::Form;
use server::Server;
use std::path::Path;
use style::BasemapStyle;
use tile_grid::Key;
use walkers::{Projector, Tiles};

/// Side of a vector tile at its own zoom, in points.
const TILE_SIZE: u32 = 512;
/// Side of an image.
const IMAGE_SIZE: u32 = 256;
/// The last zoom that servers commonly have.
const LAST_ONLINE_ZOOM: u8 = 19;

/// The map of the world in one look and language, and what lies over it.
pub struct Basemap {
    look: Look,
    language: String,
    ground: Ground,
    sea: Color32,
    offline: TileLayer,
    over: Option<TileLayer>,
    /// Why there is nothing over the offline map though there should be.
    trouble: Option<TroubleKind>,
}

/// The embedded map or its style can't be read: a broken build.
#[derive(Debug, thiserror::Error)]
#[error("the embedded map is broken: {0}")]
pub struct BasemapError(String);

impl Basemap {
    /// The embedded map with `ground` over it. `language` is that of its names: `fr` or `en`; others are shown the English
    /// ones. Where there is something the matter with the ground, the embedded map is there alone, and [`Self::trouble`] says why.
    ///
    /// # Errors
    /// [`BasemapError`] where the embedded archive or its style can't be read.
    pub fn new(ctx: &egui::Context, look: Look, language: &str, ground: &Ground) -> Result<Self, BasemapError> {
        let archive = Archive::embedded().map_err(|error| BasemapError(error.to_string()))?;
        let style = BasemapStyle::embedded(look, language).map_err(|error| BasemapError(error.to_string()))?;
        let sea = style.sea;
        let over = match ground {
            Ground::Offline => Ok(None),
            Ground::File(path) => file_layer(path, look, language, ctx).map(Some),
            Ground::Online(address) => online_layer(address, ctx).map(Some),
        };
        let (over, trouble) = match over {
            Ok(over) => (over, None),
            Err(trouble) => (None, Some(trouble)),
        };
        let offline = vector_layer(archive, style, ctx);
        Ok(Self { look, language: language.to_owned(), ground: ground.clone(), sea, offline, over, trouble })
    }

    /// Whether it is the map for this look, language and ground.
    #[must_use]
    pub fn is_for(&self, look: Look, language: &str, ground: &Ground) -> bool {
        self.look == look && self.language == language && self.ground == *ground
    }

    /// The colour under the tiles.
    #[must_use]
    pub fn sea(&self) -> Color32 {
        self.sea
    }

    /// To be called before the map is drawn, with the window's clock in seconds: takes in what was decoded since.
    pub fn begin_frame(&mut self, now: f64) {
        for layer in self.layers() {
            layer.begin_frame(now);
        }
    }

    /// To be called after the map is drawn: asks for the tiles that were missing.
    pub fn end_frame(&mut self) {
        for layer in self.layers() {
            layer.end_frame();
        }
    }

    fn layers(&mut self) -> impl Iterator<Item = &mut TileLayer> {
        std::iter::once(&mut self.offline).chain(&mut self.over)
    }

    /// The offline map, and what lies over it.
    pub fn tiles(&mut self) -> (&mut dyn Tiles, Option<&mut dyn Tiles>) {
        (&mut self.offline, self.over.as_mut().map(|over| over as &mut dyn Tiles))
    }

    /// Whether all that the last frame shows is there in full.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.offline.is_settled() && self.over.as_ref().is_none_or(TileLayer::is_settled)
    }

    /// What the matter is with the file or the server.
    #[must_use]
    pub fn trouble(&self) -> Option<Trouble> {
        let kind = self.trouble.as_ref().or_else(|| self.over.as_ref()?.trouble())?;
        let what = match &self.ground {
            Ground::Offline => String::new(),
            Ground::File(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            Ground::Online(address) => address.host().to_owned(),
        };
        Some(Trouble { what, kind: kind.clone() })
    }

    /// Seconds until tiles that did not come are asked for again.
    #[must_use]
    pub fn seconds_to_retry(&self) -> Option<f32> {
        self.over.as_ref()?.seconds_to_retry()
    }

    /// Asks for the tiles that did not come again.
    pub fn retry(&mut self) {
        for layer in self.layers() {
            layer.retry();
        }
    }

    /// The last zoom that shows more than the one before.
    #[must_use]
    pub fn max_zoom(&self) -> u8 {
        self.over.as_ref().map_or(0, TileLayer::max_zoom).max(self.offline.max_zoom())
    }

    /// The names in view, on the screen. Those of the offline map only where nothing lies over it: what does has its own.
    #[must_use]
    pub fn labels(&self, projector: &Projector) -> Vec<Label> {
        match self.over.as_ref().filter(|over| over.is_seen()) {
            Some(over) => over.labels(projector),
            None => self.offline.labels(projector),
        }
    }
}

fn vector_layer(archive: Archive, style: BasemapStyle, ctx: &egui::Context) -> TileLayer {
    let outline = Outline { tile_size: TILE_SIZE, zooms: archive.zooms(), label_styles: style.labels };
    TileLayer::new([archive], Vectors(style.walkers), outline, ctx)
}

fn image_outline(zooms: (u8, u8)) -> Outline {
    Outline { tile_size: IMAGE_SIZE, zooms, label_styles: Vec::new() }
}

fn file_layer(path: &Path, look: Look, language: &str, ctx: &egui::Context) -> Result<TileLayer, TroubleKind> {
    let (archive, form) = Archive::open(path)?;
    Ok(match form {
        Form::Images => {
            let outline = image_outline(archive.zooms());
            TileLayer::new([archive], Images(ctx.clone()), outline, ctx)
        }
        Form::Vectors(schema) => vector_layer(archive, BasemapStyle::of_schema(schema, look, language), ctx),
    })
}

fn online_layer(address: &TileAddress, ctx: &egui::Context) -> Result<TileLayer, TroubleKind> {
    let folder = server::cache_folder();
    folder.as_deref().into_iter().for_each(server::tidy);
    let servers: Result<Vec<Server>, TroubleKind> =
        (0..server::CONNECTIONS).map(|_| Server::new(address.clone(), folder.clone(), server::PATIENCE)).collect();
    Ok(TileLayer::new(servers?, Images(ctx.clone()), image_outline((0, LAST_ONLINE_ZOOM)), ctx))
}

impl std::fmt::Debug for Basemap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Basemap")
            .field("look", &self.look)
            .field("language", &self.language)
            .field("ground", &self.ground)
            .finish_non_exhaustive()
    }
}
