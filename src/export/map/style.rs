//! [`Style`]: how the basemap is drawn, of the `MapLibre` styles in `assets/` as much as they use.

use super::Look;
use crate::basemap::{DARK, LIGHT};
use serde_json::Value;

/// The layers of a style, in the order in which they are drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Style {
    pub(super) sea: String,
    pub(super) layers: Vec<Layer>,
}

/// What is drawn of one layer of the tiles.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layer {
    /// The layer of the tiles.
    pub(super) source: String,
    /// Only features of this kind.
    pub(super) kind: Option<String>,
    pub(super) paint: Paint,
}

/// How it is drawn; colours as SVG takes them, lengths in points.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Paint {
    Fill { color: String },
    Line { color: String, width: f32, dashes: Vec<f32> },
    Name(NameStyle),
}

/// How names are written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NameStyle {
    pub(super) size: f32,
    pub(super) color: [u8; 3],
    pub(super) halo: [u8; 3],
    pub(super) halo_width: f32,
    pub(super) padding: f32,
    pub(super) spacing: f32,
    pub(super) uppercase: bool,
    pub(super) mark: Mark,
}

/// What a town is drawn as, beside its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    None,
    Town,
    Capital,
}

impl Style {
    /// The style of a look as it is at a zoom of its own tiles.
    pub(super) fn new(look: Look, zoom: f32) -> Self {
        let text = match look {
            Look::Light => LIGHT,
            Look::Dark => DARK,
        };
        let json: Value = serde_json::from_str(text).unwrap_or_default();
        let layers = json.get("layers").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let sea = layers.iter().find_map(|layer| layer.pointer("/paint/background-color")?.as_str());
        Self {
            sea: sea.unwrap_or("none").to_owned(),
            layers: layers.iter().filter_map(|layer| Layer::of(layer, zoom)).collect(),
        }
    }
}

impl Layer {
    fn of(layer: &Value, zoom: f32) -> Option<Self> {
        let color = |name: &str| layer.get("paint")?.get(name)?.as_str().map(str::to_owned);
        let paint = match layer.get("type")?.as_str()? {
            "fill" => Paint::Fill { color: color("fill-color")? },
            "line" => Paint::Line {
                color: color("line-color")?,
                width: number(layer.pointer("/paint/line-width")?, zoom)?,
                dashes: layer.pointer("/paint/line-dasharray").map(numbers).unwrap_or_default(),
            },
            "symbol" => Paint::Name(NameStyle::of(layer, zoom)?),
            _ => return None,
        };
        let kind = layer.get("filter").and_then(|filter| filter.get(2)?.as_str());
        Some(Self { source: layer.get("source-layer")?.as_str()?.to_owned(), kind: kind.map(str::to_owned), paint })
    }

    /// Whether a feature of that kind is of the layer.
    pub(super) fn takes(&self, kind: Option<&str>) -> bool {
        self.kind.is_none() || self.kind.as_deref() == kind
    }
}

impl NameStyle {
    fn of(layer: &Value, zoom: f32) -> Option<Self> {
        let (layout, paint) = (layer.get("layout")?, layer.get("paint")?);
        let length = |from: &Value, name: &str| from.get(name).and_then(|value| number(value, zoom)).unwrap_or(0.0);
        Some(Self {
            size: number(layout.get("text-size")?, zoom)?,
            color: hex(paint.get("text-color")?.as_str()?)?,
            halo: hex(paint.get("text-halo-color")?.as_str()?)?,
            halo_width: length(paint, "text-halo-width"),
            padding: length(layout, "text-padding"),
            spacing: length(layout, "text-letter-spacing"),
            uppercase: layout.get("text-transform").is_some_and(|transform| transform == "uppercase"),
            mark: match layout.get("icon-image").and_then(Value::as_str) {
                Some("town") => Mark::Town,
                Some("capital") => Mark::Capital,
                _ => Mark::None,
            },
        })
    }
}

fn hex(color: &str) -> Option<[u8; 3]> {
    let digits = color.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some([red, green, blue])
}

/// A number, or `["interpolate", ["linear"], ["zoom"], 0, 0.5, 7, 1.0]` at a zoom.
fn number(value: &Value, zoom: f32) -> Option<f32> {
    if let Some(number) = short(value) {
        return Some(number);
    }
    let stops = numbers(&Value::Array(value.as_array()?.get(3..)?.to_vec()));
    let pairs: Vec<(f32, f32)> =
        stops.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?))).collect();
    let after = pairs.iter().position(|&(at, _)| at > zoom);
    match (after, pairs.first(), pairs.last()) {
        (Some(0), Some(first), _) => Some(first.1),
        (None, _, Some(last)) => Some(last.1),
        (Some(after), ..) => {
            let (low, high) = (pairs.get(after - 1)?, pairs.get(after)?);
            Some(low.1 + (high.1 - low.1) * (zoom - low.0) / (high.0 - low.0))
        }
        _ => None,
    }
}

fn numbers(value: &Value) -> Vec<f32> {
    value.as_array().into_iter().flatten().filter_map(short).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "a length in points")]
fn short(value: &Value) -> Option<f32> {
    value.as_f64().map(|number| number as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_looks_draw_every_layer_of_their_files() {
        for (look, text) in [(Look::Light, LIGHT), (Look::Dark, DARK)] {
            let style = Style::new(look, 5.5);
            // All but the background.
            assert_eq!(style.layers.len() + 1, text.matches("\"id\"").count(), "{look:?}");
            assert!(style.sea.starts_with('#'));
            assert!(
                style
                    .layers
                    .iter()
                    .any(|layer| matches!(&layer.paint, Paint::Line { dashes, .. } if dashes.len() == 2))
            );
        }
    }

    #[test]
    fn widths_grow_between_the_zooms_that_are_named() {
        let value = serde_json::json!(["interpolate", ["linear"], ["zoom"], 2, 1.0, 4, 3.0]);
        for (zoom, expected) in [(0.0, 1.0), (3.0, 2.0), (9.0, 3.0)] {
            assert_eq!(number(&value, zoom), Some(expected));
        }
        assert_eq!(number(&serde_json::json!("wide"), 3.0), None);
    }
}
