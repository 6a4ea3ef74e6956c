//! How QGIS shows the layer `events`: colour and shape by family, by the days, and the quotes under the pointer.
//!
//! A style in QML, QGIS's own format, kept in the table `layer_styles` of a `GeoPackage`: QGIS takes it up by itself
//! (QGIS user guide, "Saving and loading layer properties").

use super::TEXTS;
use super::kml::text;
use crate::event::EventKind;
use crate::marker::{MarkerShape, color};
use crate::wording::texts::family_key;
use quick_xml::Writer;
use std::io;

/// Width of a marker, in millimetres on the screen.
const SIZE: &str = "3.4";

/// What a mark under the pointer says: fields of the layer stand between `[%` and `%]`.
const MAP_TIP: &str =
    "<b>[% \"place\" %]</b>, [% \"kind\" %], [% \"edtf\" %]<br>[% \"documents\" %]<p>[% \"quotes\" %]</p>";

/// The style of the layer `events`; its legend in English, as all files are.
///
/// # Errors
/// None that a buffer in memory could give.
pub(crate) fn events_qml() -> io::Result<String> {
    let mut writer = Writer::new(Vec::new());
    let root = writer
        .create_element("qgis")
        .with_attributes([("version", "3.22.0"), ("styleCategories", "Symbology|MapTips|Temporal")]);
    root.write_inner_content(|writer| {
        temporal(writer)?;
        let renderer =
            writer.create_element("renderer-v2").with_attributes([("type", "categorizedSymbol"), ("attr", "kind")]);
        renderer.write_inner_content(|writer| {
            writer.create_element("categories").write_inner_content(categories)?;
            writer
                .create_element("symbols")
                .write_inner_content(|writer| EventKind::ALL.into_iter().try_for_each(|kind| symbol(writer, kind)))?;
            Ok(())
        })?;
        text(writer, "mapTip", MAP_TIP)
    })?;
    String::from_utf8(writer.into_inner()).map_err(io::Error::other)
}

/// Begin and end by two fields (mode 2), the end of a frame no part of it (limit mode 0).
fn temporal(writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let element = writer.create_element("temporal").with_attributes([
        ("enabled", "1"),
        ("mode", "2"),
        ("startField", "start_time"),
        ("endField", "end_time"),
        ("limitMode", "0"),
        ("accumulate", "0"),
    ]);
    element.write_empty()?;
    Ok(())
}

fn categories(writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    for kind in EventKind::ALL {
        let family = TEXTS.get(&format!("family-{}", family_key(kind.family())));
        let name = TEXTS.get(&format!("kind-{}", kind.name()));
        let label = if family == name { name } else { format!("{family}: {name}") };
        let element = writer.create_element("category").with_attributes([
            ("render", "true"),
            ("value", kind.name()),
            ("symbol", kind.name()),
            ("label", label.as_str()),
        ]);
        element.write_empty()?;
    }
    Ok(())
}

fn symbol(writer: &mut Writer<Vec<u8>>, kind: EventKind) -> io::Result<()> {
    let [red, green, blue] = color(kind.family());
    let color = format!("{red},{green},{blue},255");
    let settings = [
        ("name", shape(MarkerShape::of(kind.family()))),
        ("color", &color),
        ("outline_color", "255,255,255,255"),
        ("outline_width", "0.2"),
        ("size", SIZE),
    ];
    let element = writer.create_element("symbol").with_attributes([("type", "marker"), ("name", kind.name())]);
    element.write_inner_content(|writer| {
        let layer = writer.create_element("layer").with_attributes([("class", "SimpleMarker"), ("enabled", "1")]);
        layer.write_inner_content(|writer| {
            for setting in settings.map(|(key, value)| [("k", key), ("v", value)]) {
                writer.create_element("prop").with_attributes(setting).write_empty()?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

/// QGIS's name of a shape.
fn shape(shape: MarkerShape) -> &'static str {
    match shape {
        MarkerShape::Square => "square",
        MarkerShape::Diamond => "diamond",
        MarkerShape::Cross => "cross_fill",
        MarkerShape::Triangle => "triangle",
        MarkerShape::Star => "star",
        MarkerShape::Circle => "circle",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_symbol_of_its_family() {
        let style = events_qml().unwrap();
        for kind in EventKind::ALL {
            assert!(style.contains(&format!("value=\"{0}\" symbol=\"{0}\"", kind.name())), "{kind:?}");
        }
        assert_eq!(style.matches("v=\"213,94,0,255\"").count(), 3, "three kinds of fighting in its colour");
    }
}
