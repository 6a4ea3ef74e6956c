//! [`BasemapStyle`]: how the map is drawn, read from a `MapLibre` style in `assets/`.

use super::schema::Schema;
use crate::basemap::{DARK, LIGHT};
use egui::Color32;
use serde_json::{Value, json};
use walkers::{Style, StyleLayer};

/// Which of the two looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Look {
    Light,
    Dark,
}

/// What walkers draws by, and what the labels are placed by.
pub(super) struct BasemapStyle {
    /// Fills and lines; labels are evaluated by it, too, but placed by [`super::labels`].
    pub(super) walkers: Style,
    /// Where there is no tile.
    pub(super) sea: Color32,
    /// By style layer; `None` for layers without labels.
    pub(super) labels: Vec<Option<LabelStyle>>,
}

/// Where a label may stand around its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Center,
    RightOf,
    LeftOf,
    Above,
    Below,
    AboveToTheRight,
    AboveToTheLeft,
    BelowToTheRight,
    BelowToTheLeft,
}

/// The dot a town is drawn as.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Dot {
    None,
    Town,
    Capital,
}

/// Any layer, whatever it is called: grounds lightly filled, lines drawn, points named.
fn plain(look: Look) -> Style {
    let [fill, line, text, halo] = match look {
        Look::Dark => ["#2a313b", "#7d8794", "#c3cad3", "#1c2128"],
        Look::Light => ["#ece9e1", "#857c70", "#5d5952", "#fbfaf7"],
    };
    let style = json!({"layers": [
        {"type": "fill", "source-layer": "", "filter": ["==", ["geometry-type"], "Polygon"], "paint": {"fill-color": fill, "fill-opacity": 0.5}},
        {"type": "line", "source-layer": "", "paint": {"line-color": line, "line-width": 1.0}},
        {"type": "symbol", "source-layer": "", "filter": ["==", ["geometry-type"], "Point"],
         "layout": {"text-field": ["get", "name"], "text-size": 11, "text-padding": 2},
         "paint": {"text-color": text, "text-halo-color": halo, "text-halo-width": 1.2}},
    ]});
    serde_json::from_value(style).unwrap_or_default()
}

/// Names in `language` where the tiles have them: Protomaps writes `name:fr`, others `name_fr`.
fn name_in(style: &mut Style, language: &str) {
    let name = json!(["get", "name"]);
    let own = [':', '_'].map(|between| json!(["get", format!("name{between}{language}")]));
    for layer in &mut style.layers {
        if let StyleLayer::Symbol { layout, .. } = layer
            && layout.text_field.as_ref() == Some(&name)
        {
            layout.text_field = Some(json!(["coalesce", own[0], own[1], name]));
        }
    }
}

/// What a style layer says of its labels beyond size and colour.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LabelStyle {
    pub(super) anchors: Vec<Anchor>,
    pub(super) dot: Dot,
    pub(super) uppercase: bool,
    /// In ems, as `MapLibre` counts it.
    pub(super) letter_spacing: f32,
}

impl BasemapStyle {
    /// The style that comes with the program, its labels in `language` ("fr", "en").
    ///
    /// # Errors
    /// Where the JSON is no style; a test keeps the embedded ones from it.
    pub(super) fn embedded(look: Look, language: &str) -> Result<Self, serde_json::Error> {
        let text = match look {
            Look::Light => LIGHT,
            Look::Dark => DARK,
        };
        Self::parse(&text.replace("{language}", language))
    }

    /// A style for the archives of others, by the names of their layers; labels in `language` ("fr", "en").
    pub(super) fn of_schema(schema: Schema, look: Look, language: &str) -> Self {
        let mut walkers = match (schema, look) {
            (Schema::Protomaps, Look::Light) => Style::protomaps_basemap_light(),
            (Schema::Protomaps, Look::Dark) => Style::protomaps_basemap_dark(),
            (Schema::OpenMapTiles, Look::Light) => Style::openmaptiles_basemap_light(),
            (Schema::OpenMapTiles, Look::Dark) => Style::openmaptiles_basemap_dark(),
            (Schema::Unknown, look) => plain(look),
        };
        name_in(&mut walkers, language);
        let labels = walkers.layers.iter().map(|_| Some(LabelStyle::PLAIN)).collect();
        Self { walkers, sea: Color32::TRANSPARENT, labels }
    }

    fn parse(text: &str) -> Result<Self, serde_json::Error> {
        let json: Value = serde_json::from_str(text)?;
        let layers = json.get("layers").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let sea = layers
            .iter()
            .find_map(|layer| layer.pointer("/paint/background-color")?.as_str())
            .and_then(|color| Color32::from_hex(color).ok())
            .unwrap_or(Color32::GRAY);
        let labels = layers.iter().map(LabelStyle::of_layer).collect();
        Ok(Self { walkers: serde_json::from_value(json)?, sea, labels })
    }
}

impl LabelStyle {
    /// A name over its point.
    const PLAIN: Self = Self { anchors: Vec::new(), dot: Dot::None, uppercase: false, letter_spacing: 0.0 };

    fn of_layer(layer: &Value) -> Option<Self> {
        if layer.get("type")? != "symbol" {
            return None;
        }
        let layout = layer.get("layout")?;
        let anchors: Vec<Anchor> = layout
            .get("text-variable-anchor")
            .and_then(Value::as_array)
            .map(|names| names.iter().filter_map(|name| Anchor::from_name(name.as_str()?)).collect())
            .unwrap_or_default();
        Some(Self {
            anchors: if anchors.is_empty() { vec![Anchor::Center] } else { anchors },
            dot: match layout.get("icon-image").and_then(Value::as_str) {
                Some("town") => Dot::Town,
                Some("capital") => Dot::Capital,
                _ => Dot::None,
            },
            uppercase: layout.get("text-transform").is_some_and(|transform| transform == "uppercase"),
            #[expect(clippy::cast_possible_truncation, reason = "a fraction of an em")]
            letter_spacing: layout.get("text-letter-spacing").and_then(Value::as_f64).unwrap_or(0.0) as f32,
        })
    }
}

impl Anchor {
    /// `MapLibre` names the side of the text that lies at the point.
    fn from_name(name: &str) -> Option<Self> {
        match name {
            "center" => Some(Self::Center),
            "left" => Some(Self::RightOf),
            "right" => Some(Self::LeftOf),
            "bottom" => Some(Self::Above),
            "top" => Some(Self::Below),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_embedded_styles_are_read_in_both_languages() {
        for look in [Look::Light, Look::Dark] {
            for language in ["en", "fr"] {
                let style = BasemapStyle::embedded(look, language).unwrap();
                assert_eq!(style.labels.len(), style.walkers.layers.len());
                assert!(style.labels.iter().flatten().any(|label| label.dot == Dot::Capital), "{look:?}");
                assert_ne!(style.sea, Color32::GRAY, "{look:?} names its sea");
            }
        }
    }

    #[test]
    fn the_two_looks_draw_the_same_layers() {
        let kinds = |look| {
            let style = BasemapStyle::embedded(look, "en").unwrap();
            style.walkers.layers.iter().map(std::mem::discriminant).collect::<Vec<_>>()
        };
        assert_eq!(kinds(Look::Light), kinds(Look::Dark));
    }

    #[test]
    fn what_is_no_style_is_an_error_and_an_unknown_anchor_the_middle() {
        assert!(BasemapStyle::parse("{").is_err());
        assert!(BasemapStyle::parse("{\"layers\": [{\"type\": \"hologram\"}]}").is_err());
        let layer = serde_json::json!({"type": "symbol", "layout": {"text-variable-anchor": ["sideways"]}});
        assert_eq!(LabelStyle::of_layer(&layer).unwrap().anchors, [Anchor::Center]);
    }
}
