//! [`Marker`]s: events on the map, single or as a badge of several, in the window's colours and shapes.

use super::color::{Palette, Rgb};
use super::content::{Content, Shown, Stack};
use super::font::Weight;
use super::svg::{Anchor, At, Svg, Words, closed, tenth};
use super::view::{Area, View};
use super::{Look, names::Name};
use crate::event::Family;
use crate::marker::{self, MarkerShape, cluster::cluster};
use std::f32::consts::{FRAC_PI_2, PI, TAU};

/// Places closer than this share a marker.
const CLUSTER_DISTANCE: f32 = 27.0;
/// How much of its colour a marker keeps whose day is one of several.
const PALE: f32 = 0.45;
/// Width of a badge's ring.
const BAND: f32 = 4.5;
/// Between two events in a badge's ring, as an angle, and as a share of an event's arc.
const GAP: f32 = 0.09;
const GAP_SHARE: f32 = 0.25;

/// Places that share a marker.
pub(super) struct Marker<'a> {
    pub(super) at: At,
    pub(super) radius: f32,
    /// The place it stands at, first.
    stacks: Vec<&'a Stack>,
    pub(super) events: Vec<&'a Shown<'a>>,
}

/// The look of all markers.
#[derive(Clone, Copy)]
pub(super) struct Brush {
    pub(super) look: Look,
    pub(super) palette: Palette,
}

/// The markers of the stacks that lie in the view, those of most events first.
pub(super) fn place<'a>(content: &'a Content<'a>, stacks: &[&'a Stack], view: &View) -> Vec<Marker<'a>> {
    let places: Vec<At> = stacks.iter().map(|stack| view.at(stack.point)).collect();
    let weights: Vec<usize> = stacks.iter().map(|stack| stack.events.len()).collect();
    let marker = |members: Vec<usize>| {
        let stacks: Vec<&Stack> = members.iter().filter_map(|&index| stacks.get(index).copied()).collect();
        let mut events: Vec<&Shown> = stacks.iter().flat_map(|stack| content.of(stack)).collect();
        events.sort_by_key(|event| event.family);
        let at = members.first().and_then(|&index| places.get(index)).copied().unwrap_or_default();
        let radius = match events.as_slice() {
            [event] => marker::event_radius(event.reports),
            events => marker::badge_radius(events.len()),
        };
        Marker { at, radius, stacks, events }
    };
    cluster(&places, &weights, (|_| CLUSTER_DISTANCE / 2.0, CLUSTER_DISTANCE / 2.0), None)
        .into_iter()
        .map(|found| marker(found.stacks))
        .collect()
}

impl Marker<'_> {
    pub(super) fn area(&self) -> Area {
        Area::around(self.at, self.radius + 1.0)
    }

    /// The name beside it: `Kunduz`, `Kunduz +2`.
    pub(super) fn label(&self, palette: &Palette) -> Option<Name> {
        let place = &self.stacks.first()?.place;
        let more = self.stacks.len() - 1;
        let text = if more > 0 { format!("{place} +{more}") } else { place.clone() };
        Some(Name::of_marker(text, self.at, self.radius, palette.text, palette.card))
    }

    /// The circle that the place is somewhere in.
    pub(super) fn draw_ring(&self, svg: &mut Svg, view: &View, brush: Brush) {
        let [stack] = self.stacks.as_slice() else { return };
        let Some((km, family)) = self.events.iter().find_map(|event| Some((event.radius_km?, event.family))) else {
            return;
        };
        let radius = (km * view.points_per_km(stack.point)).max(9.0);
        let [width, height] = view.area.size();
        if radius > width.hypot(height) {
            return;
        }
        let color = Rgb(marker::color(family)).on_ground(brush.look);
        // A country's ground would tint the whole map.
        let fill = if 2.0 * radius < width.min(height) / 2.0 { 0.08 } else { 0.0 };
        let style = format!(
            "fill=\"{color}\" fill-opacity=\"{fill}\" stroke=\"{color}\" stroke-opacity=\"0.85\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\""
        );
        svg.circle(self.at, radius, &style);
    }

    pub(super) fn draw(&self, svg: &mut Svg, brush: Brush) {
        match self.events.as_slice() {
            [event] => {
                svg.open("g", "class=\"event\"");
                svg.element("title", "", &event.name);
                let paint = Paint { family: event.family, is_wide: event.radius_km.is_some(), is_sure: event.is_sure };
                draw_sign(svg, self.at, self.radius, paint, brush);
                svg.close("g");
            }
            events => draw_badge(svg, self.at, self.radius, events, brush),
        }
    }
}

/// What the looks of one event's marker tell.
#[derive(Clone, Copy)]
pub(super) struct Paint {
    pub(super) family: Family,
    pub(super) is_wide: bool,
    pub(super) is_sure: bool,
}

/// One event: filled where the place is a point, hollow where it is wide; pale where the day is one of several.
pub(super) fn draw_sign(svg: &mut Svg, at: At, radius: f32, paint: Paint, brush: Brush) {
    let path = closed(at, &MarkerShape::of(paint.family).corners(radius));
    let card = brush.palette.card;
    let color = Rgb(marker::color(paint.family));
    let faded = |color: Rgb| card.toward(color, if paint.is_sure { 1.0 } else { PALE });
    let (fill, line, width) = if paint.is_wide {
        (card, faded(color.on_ground(brush.look)), 2.2)
    } else {
        (faded(color), faded(color.edge(brush.look)), 1.2)
    };
    // A rim parts the marker from the map.
    let rim = tenth(width + 3.0);
    svg.path(&path, &format!("fill=\"none\" stroke=\"{card}\" stroke-width=\"{rim}\" stroke-linejoin=\"round\""));
    svg.path(&path, &format!("fill=\"{fill}\" stroke=\"{line}\" stroke-width=\"{width}\""));
}

/// Several events: how many in the middle, and around it an arc in its family's colour for each.
fn draw_badge(svg: &mut Svg, at: At, radius: f32, events: &[&Shown<'_>], brush: Brush) {
    let Palette { card, text, .. } = brush.palette;
    svg.open("g", "class=\"events\"");
    svg.circle(at, radius + 1.5, &format!("fill=\"{card}\""));
    #[expect(clippy::cast_precision_loss, reason = "an angle on the sheet")]
    let (step, start) = (TAU / events.len() as f32, |index: usize| index as f32 * TAU / events.len() as f32);
    let gap = GAP.min(step * GAP_SHARE);
    for (index, event) in events.iter().enumerate() {
        svg.open("g", "class=\"event\"");
        svg.element("title", "", &event.name);
        let color = Rgb(marker::color(event.family));
        let faded = card.toward(color, if event.is_sure { 1.0 } else { PALE });
        let (from, to) = (start(index) + gap / 2.0, start(index) + step - gap / 2.0);
        svg.path(
            &arc(at, radius - BAND / 2.0, from, to),
            &format!("fill=\"none\" stroke=\"{faded}\" stroke-width=\"{BAND}\""),
        );
        let edge = card.toward(color.edge(brush.look), if event.is_sure { 1.0 } else { PALE });
        svg.path(&arc(at, radius, from, to), &format!("fill=\"none\" stroke=\"{edge}\" stroke-width=\"1\""));
        svg.close("g");
    }
    let size = if events.len() > 999 { 10.5 } else { 12.0 };
    let count = marker::count_text(events.len());
    let words = Words { anchor: Anchor::Middle, weight: Weight::Strong, ..Words::new(&count, size, text) };
    svg.words([at[0], at[1] + 0.36 * size], &words);
    svg.close("g");
}

/// The sign of a badge, as it stands in the legend.
pub(super) fn draw_badge_sign(svg: &mut Svg, at: At, radius: f32, brush: Brush) {
    svg.circle(at, radius, &format!("fill=\"{}\"", brush.palette.card));
    for (index, family) in [Family::Fighting, Family::Fighting, Family::Moves].into_iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "one of three")]
        let from = index as f32 * TAU / 3.0 + 0.1;
        let color = Rgb(marker::color(family));
        let style = format!("fill=\"none\" stroke=\"{color}\" stroke-width=\"2.6\"");
        svg.path(&arc(at, radius - 1.3, from, from + TAU / 3.0 - 0.2), &style);
    }
    let words = Words { anchor: Anchor::Middle, weight: Weight::Strong, ..Words::new("3", 9.0, brush.palette.text) };
    svg.words([at[0], at[1] + 3.2], &words);
}

/// Angles in radians from the top, clockwise.
fn arc([x, y]: At, radius: f32, from: f32, to: f32) -> String {
    let point = |angle: f32| {
        let (sin, cos) = (angle - FRAC_PI_2).sin_cos();
        format!("{:.2} {:.2}", x + radius * cos, y + radius * sin)
    };
    let large = u8::from(to - from > PI);
    format!("M{}A{radius:.2} {radius:.2} 0 {large} 1 {}", point(from), point(to))
}
