//! What of the world a sheet shows, and how much room the map has on it.

use super::MapOptions;
use super::content::{Content, Stack};
use super::legend::Legend;
use super::view::{Area, View, around};
use crate::gazetteer::Point;
use crate::marker::main_points;
use crate::wording::Texts;

/// Around everything.
pub(super) const MARGIN: f32 = 28.0;
/// Height of the title.
const HEAD: f32 = 84.0;
/// A circle wider than this is no reason to show the whole of it.
const WIDEST_KM: f32 = 300.0;
/// An event nearer to the edge than this would be cut by it.
const EDGE: f32 = 14.0;

/// Width and height of the sheet.
pub(super) fn size_in_points(options: &MapOptions) -> [f32; 2] {
    let scale = options.size.scale();
    options.size.dots().map(|side| f32::from(side) / scale)
}

/// One view for sheets of all these contents: of the extent asked for, or else of most events of them all; over the highest of
/// their legends.
pub(super) fn view_of(contents: &[&Content<'_>], options: &MapOptions, texts: &Texts) -> View {
    let size = size_in_points(options);
    let room = size[0] - 2.0 * MARGIN;
    let points: Vec<Point> = contents.iter().flat_map(|content| points_to_show(content)).collect();
    let view = |legend: f32| match options.extent {
        Some(extent) => View::of_extent(extent, map_area(size, legend)),
        None => View::fitting(&points, map_area(size, legend)),
    };
    let highest = |view: Option<&View>| {
        let height = |content: &&Content<'_>| {
            let beyond = view.map_or_else(Vec::new, |view| parted(content, view).1);
            Legend::new(content, &beyond, texts, room).height()
        };
        contents.iter().map(height).fold(0.0, f32::max)
    };
    // What is beyond the map is told under it, which makes the map lower: twice is enough, since it is then known what may be.
    let first = view(highest(None));
    view(highest(Some(&first)))
}

fn map_area([width, height]: [f32; 2], legend: f32) -> Area {
    let foot = legend + if legend > 0.0 { 24.0 } else { MARGIN };
    Area::new([MARGIN, HEAD], [width - 2.0 * MARGIN, (height - HEAD - foot).max(120.0)])
}

/// What the view has to hold: most of the events, wide places with all their width; without events, where those of other days are.
fn points_to_show(content: &Content<'_>) -> Vec<Point> {
    if content.stacks.is_empty() {
        return main_points(content.elsewhen.clone());
    }
    let mut points = main_points(content.stacks.iter().map(|stack| (stack.point, stack.events.len())).collect());
    let rings = content.stacks.iter().filter(|stack| points.contains(&stack.point)).flat_map(|stack| {
        let widest = content.of(stack).filter_map(|event| event.radius_km).fold(0.0, f32::max);
        (widest > 0.0 && widest <= WIDEST_KM).then(|| around(stack.point, widest)).into_iter().flatten()
    });
    let rings: Vec<Point> = rings.collect();
    points.extend(rings);
    points
}

/// The stacks in the view, and those beyond it.
pub(super) fn parted<'a>(content: &'a Content<'a>, view: &View) -> (Vec<&'a Stack>, Vec<&'a Stack>) {
    let inner = view.area.expanded(-EDGE);
    content.stacks.iter().partition(|stack| inner.holds(view.at(stack.point)))
}
