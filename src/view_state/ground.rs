//! [`Ground`]: the map that the events are drawn on.

use std::path::PathBuf;

/// What lies under the markers. The offline map of the world lies under all the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// The map of the world that comes with the program. Nothing is ever fetched for it.
    #[default]
    Offline,
    /// A user's own `PMTiles` archive, of images or of vector tiles.
    File(PathBuf),
    /// Tiles from a server, fetched from the moment this is chosen on.
    Online(TileAddress),
}

/// Where a server's tiles are: an address with `{z}`, `{x}` and `{y}` in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TileAddress(String);

/// Why an address is none of tiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TileAddressError {
    /// Neither `http://` nor `https://`, or no host after it.
    #[error("a tile address begins with https:// and a host")]
    NoServer,
    /// Zoom, column or row is missing, so that every tile would be the same.
    #[error("a tile address has {{z}}, {{x}} and {{y}} in it")]
    NoPlaceholders,
    /// A space, a quote or something that no address holds.
    #[error("a tile address has no spaces in it")]
    NoAddress,
}

impl TileAddress {
    /// The standard map of `OpenStreetMap`.
    #[must_use]
    pub fn openstreetmap() -> Self {
        Self("https://tile.openstreetmap.org/{z}/{x}/{y}.png".to_owned())
    }

    /// Reads an address as people copy it: `https://host/{z}/{x}/{y}.png`, also with `{s}` for one of three servers and `{r}`.
    ///
    /// # Errors
    /// [`TileAddressError`] where no tile could be asked for by it.
    pub fn parse(text: &str) -> Result<Self, TileAddressError> {
        let text = text.trim();
        if text.chars().any(|letter| letter.is_whitespace() || letter.is_control() || "\"<>\\^`|".contains(letter)) {
            return Err(TileAddressError::NoAddress);
        }
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split('/').next()).unwrap_or_default();
        if host.is_empty()
            || !host.starts_with(|letter: char| letter.is_alphanumeric() || letter == '[' || letter == '{')
        {
            return Err(TileAddressError::NoServer);
        }
        let holds = |placeholder: &str| text.contains(placeholder);
        if !(holds("{z}") && holds("{x}") && holds("{y}")) {
            return Err(TileAddressError::NoPlaceholders);
        }
        Ok(Self(text.to_owned()))
    }

    /// As it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of one tile.
    #[must_use]
    pub fn of(&self, zoom: u8, x: u32, y: u32) -> String {
        // The same tile is always asked of the same server, so that it is kept once.
        let server = ["a", "b", "c"][((x + y) % 3) as usize];
        let numbers = [("{z}", zoom.to_string()), ("{x}", x.to_string()), ("{y}", y.to_string())];
        let filled = numbers.iter().fold(self.0.clone(), |address, (name, number)| address.replace(name, number));
        filled.replace("{s}", server).replace("{r}", "")
    }

    /// The server's name, to be shown.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        let host = rest.split(['/', '?']).next().unwrap_or_default();
        host.rsplit_once('@').map_or(host, |(_, host)| host).trim_start_matches("{s}.")
    }

    /// Whether the tiles are those of `OpenStreetMap`, which asks to be named.
    #[must_use]
    pub fn is_openstreetmap(&self) -> bool {
        let host = self.host();
        host == "openstreetmap.org" || host.ends_with(".openstreetmap.org")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, host: &str, tile: &str) {
        let address = TileAddress::parse(text).unwrap();
        assert_eq!((address.host(), address.of(3, 4, 2).as_str()), (host, tile));
    }

    #[test]
    fn addresses_are_read_as_people_copy_them() {
        check(
            " https://tile.openstreetmap.org/{z}/{x}/{y}.png\n",
            "tile.openstreetmap.org",
            "https://tile.openstreetmap.org/3/4/2.png",
        );
        check("http://127.0.0.1:8080/{z}/{x}/{y}", "127.0.0.1:8080", "http://127.0.0.1:8080/3/4/2");
        check(
            "https://{s}.tiles.example/{z}/{y}/{x}{r}.jpg?key=1",
            "tiles.example",
            "https://a.tiles.example/3/2/4.jpg?key=1",
        );
        assert!(TileAddress::openstreetmap().is_openstreetmap());
        assert!(!TileAddress::parse("https://openstreetmap.org.example/{z}/{x}/{y}").unwrap().is_openstreetmap());
    }

    #[test]
    fn what_is_no_address_is_refused_with_a_reason() {
        for (text, reason) in [
            ("", TileAddressError::NoServer),
            ("tiles", TileAddressError::NoServer),
            ("file:///etc/{z}/{x}/{y}", TileAddressError::NoServer),
            ("https:///{z}/{x}/{y}", TileAddressError::NoServer),
            ("https://tiles.example/", TileAddressError::NoPlaceholders),
            ("https://tiles.example/{z}/{x}", TileAddressError::NoPlaceholders),
            ("https://tiles example/{z}/{x}/{y}", TileAddressError::NoAddress),
        ] {
            assert_eq!(TileAddress::parse(text), Err(reason), "{text}");
        }
    }
}
