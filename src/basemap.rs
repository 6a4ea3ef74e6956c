//! The map of the world that comes with the program, which the window and still maps draw.

/// Land, coast, borders and names as vector tiles (`PMTiles` 3); `data/build/basemap.sh` makes it.
pub static ARCHIVE: &[u8] = include_bytes!("../assets/basemap.pmtiles");

/// How it is drawn by day, a `MapLibre` style; `{language}` stands where names are chosen.
pub const LIGHT: &str = include_str!("../assets/basemap-light.json");

/// How it is drawn by night.
pub const DARK: &str = include_str!("../assets/basemap-dark.json");
