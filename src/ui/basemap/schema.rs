//! [`Schema`]: what the tiles of an archive are, by what it says of itself.

/// What the tiles of an archive are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Images,
    /// By the names of its layers.
    Vectors(Schema),
}

/// Which names the layers of vector tiles go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Schema {
    /// `earth`, `water`, `places`: the archives of Protomaps.
    Protomaps,
    /// `water`, `place`, `transportation`: the archives of `OpenMapTiles`.
    OpenMapTiles,
    /// Any others.
    Unknown,
}

impl Schema {
    /// By the names of the layers in an archive's metadata.
    pub(super) fn of_metadata(metadata: &str) -> Self {
        let json: serde_json::Value = serde_json::from_str(metadata).unwrap_or_default();
        let layers = json.get("vector_layers").and_then(serde_json::Value::as_array);
        let has = |name: &str| {
            layers.is_some_and(|layers| layers.iter().any(|layer| layer.get("id").is_some_and(|id| id == name)))
        };
        if has("earth") && has("places") {
            Self::Protomaps
        } else if has("water") && (has("place") || has("transportation")) {
            Self::OpenMapTiles
        } else {
            Self::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layers_tell_the_schema() {
        let metadata = |names: &[&str]| {
            let layers: Vec<_> = names.iter().map(|name| serde_json::json!({"id": name})).collect();
            serde_json::json!({"vector_layers": layers}).to_string()
        };
        assert_eq!(Schema::of_metadata(&metadata(&["earth", "places", "roads"])), Schema::Protomaps);
        assert_eq!(Schema::of_metadata(&metadata(&["water", "place"])), Schema::OpenMapTiles);
        assert_eq!(Schema::of_metadata("no json"), Schema::Unknown);
    }
}
