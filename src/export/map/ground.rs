//! [`Ground`]: land, coasts, borders and names under the events, from the tiles of the offline map.

use super::style::{Layer, Paint, Style};
use super::svg::{At, tenth};
use super::tiles::Tiles;
use super::view::View;
use geo::{Geometry, LineString, Polygon};
use mvt_reader::Reader;
use mvt_reader::feature::{Feature, Value};
use std::collections::HashMap;
use std::fmt::Write;

/// Nearer than this to the last one, in points, a corner is not seen.
const FINEST: f32 = 0.35;

/// What lies under the events.
pub(super) struct Ground {
    pub(super) style: Style,
    /// By layer of the style: paths on the sheet, a polygon or all lines of the layer each; none for names.
    pub(super) paths: Vec<Vec<String>>,
    /// Of all layers of the style, those drawn last first, the most important of each first.
    pub(super) names: Vec<GroundName>,
}

/// A name of the basemap.
pub(super) struct GroundName {
    pub(super) text: String,
    pub(super) at: At,
    /// Index of its layer in the style.
    pub(super) layer: usize,
    /// Its row in its tile, the most important first.
    order: usize,
}

/// A tile on the sheet.
struct Placed {
    origin: At,
    /// Side in points.
    side: f32,
}

impl Ground {
    /// The ground of a view, with names in the language of that code.
    pub(super) fn new(view: &View, look: super::Look, language: &str) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "a zoom")]
        let style = Style::new(look, view.tile_zoom() as f32);
        let mut ground = Self { paths: vec![Vec::new(); style.layers.len()], names: Vec::new(), style };
        let tiles = Tiles::embedded();
        let zoom = tiles.zoom_for(view.tile_zoom());
        let count = f64::from(1_u32 << zoom);
        let ((west, north), (east, south)) = {
            let (low, high) = view.shares();
            let tile = |share: f64| index(share * count, count);
            ((tile(low[0]), tile(low[1])), (tile(high[0]), tile(high[1])))
        };
        for y in north..=south {
            for x in west..=east {
                let Some(bytes) = tiles.read(zoom, x, y) else { continue };
                let origin = view.at_share([f64::from(x) / count, f64::from(y) / count]);
                let [end, _] = view.at_share([f64::from(x + 1) / count, f64::from(y) / count]);
                ground.add(bytes, &Placed { origin, side: end - origin[0] }, language);
            }
        }
        ground.names.sort_by_key(|name| (std::cmp::Reverse(name.layer), name.order));
        ground
    }

    fn add(&mut self, bytes: Vec<u8>, tile: &Placed, language: &str) {
        let Ok(reader) = Reader::new(bytes) else { return };
        for metadata in reader.get_layer_metadata().unwrap_or_default() {
            #[expect(clippy::cast_precision_loss, reason = "4096")]
            let scale = tile.side / metadata.extent.max(1) as f32;
            let on_sheet = |x: f32, y: f32| [tile.origin[0] + x * scale, tile.origin[1] + y * scale];
            let features = reader.get_features(metadata.layer_index).unwrap_or_default();
            for (order, feature) in features.iter().enumerate() {
                self.add_feature((&metadata.name, order), feature, &on_sheet, language);
            }
        }
    }

    fn add_feature(
        &mut self,
        (source, order): (&str, usize),
        feature: &Feature,
        on_sheet: &impl Fn(f32, f32) -> At,
        language: &str,
    ) {
        let kind = property(feature.properties.as_ref(), "kind");
        let of_source = |layer: &&Layer| layer.source == source;
        let layers = self.style.layers.iter().enumerate().filter(|(_, layer)| of_source(layer) && layer.takes(kind));
        for (index, layer) in layers {
            if let Paint::Name(style) = &layer.paint {
                let local = property(feature.properties.as_ref(), &format!("name_{language}"));
                let name = local.or_else(|| property(feature.properties.as_ref(), "name"));
                if let (Some(name), Geometry::MultiPoint(points)) = (name, &feature.geometry)
                    && let Some(point) = points.0.first()
                {
                    let text = if style.uppercase { name.to_uppercase() } else { name.to_owned() };
                    self.names.push(GroundName { text, at: on_sheet(point.x(), point.y()), layer: index, order });
                }
            } else if let Some(paths) = self.paths.get_mut(index) {
                add_geometry(paths, &feature.geometry, on_sheet);
            }
        }
    }
}

/// Which of `count` tiles a place is in.
fn index(place: f64, count: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let index = place.floor().clamp(0.0, count - 1.0) as u32;
    index
}

fn property<'a>(properties: Option<&'a HashMap<String, Value>>, name: &str) -> Option<&'a str> {
    match properties?.get(name)? {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// Lines go on the path that is there. A polygon has one of its own: those of neighbouring tiles overlap, and what is filled
/// twice by one path may be filled by none.
fn add_geometry(paths: &mut Vec<String>, geometry: &Geometry<f32>, on_sheet: &impl Fn(f32, f32) -> At) {
    match geometry {
        Geometry::LineString(line) => add_lines(paths, std::iter::once(line), on_sheet),
        Geometry::MultiLineString(lines) => add_lines(paths, lines.0.iter(), on_sheet),
        Geometry::Polygon(polygon) => add_polygon(paths, polygon, on_sheet),
        Geometry::MultiPolygon(polygons) => {
            polygons.0.iter().for_each(|polygon| add_polygon(paths, polygon, on_sheet));
        }
        _ => {}
    }
}

fn add_polygon(paths: &mut Vec<String>, polygon: &Polygon<f32>, on_sheet: &impl Fn(f32, f32) -> At) {
    let mut path = String::new();
    for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
        add_line(&mut path, ring, on_sheet);
        path.push('Z');
    }
    paths.push(path);
}

fn add_lines<'a>(
    paths: &mut Vec<String>,
    lines: impl Iterator<Item = &'a LineString<f32>>,
    on_sheet: &impl Fn(f32, f32) -> At,
) {
    if paths.is_empty() {
        paths.push(String::new());
    }
    if let Some(path) = paths.last_mut() {
        lines.for_each(|line| add_line(path, line, on_sheet));
    }
}

fn add_line(path: &mut String, line: &LineString<f32>, on_sheet: &impl Fn(f32, f32) -> At) {
    let mut last: Option<At> = None;
    let count = line.0.len();
    for (index, corner) in line.0.iter().enumerate() {
        let at = on_sheet(corner.x, corner.y);
        let is_end = index + 1 == count;
        if !is_end && last.is_some_and(|last| (last[0] - at[0]).hypot(last[1] - at[1]) < FINEST) {
            continue;
        }
        let letter = if last.is_none() { 'M' } else { 'L' };
        let _ = write!(path, "{letter}{} {}", tenth(at[0]), tenth(at[1]));
        last = Some(at);
    }
}
