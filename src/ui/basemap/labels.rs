//! [`Label`]s: names on the map, placed so that none lies on another or on a marker.

mod label;
mod taken;

pub use label::Label;

use super::style::{Anchor, Dot};
use crate::fold::fold;
use egui::{Galley, Painter, Pos2, Rect, Vec2, vec2};
use std::sync::Arc;
use taken::Taken;

/// Kept free around a dot, so that it does not look like an accent on a name beside it.
const DOT_ROOM: f32 = 3.0;
/// A marker's name so near to a capital is what takes the place of the capital's, in points.
const CAPITAL_ROOM: f32 = 24.0;

/// Nearer than this to the edge of the view a name may not have room on both sides, in points.
const EDGE: f32 = 120.0;
/// Places beside, above and below, which come first.
const STRAIGHT: usize = 4;

/// A label and the place it was given.
struct Placed {
    label: Label,
    galley: Arc<Galley>,
    top_left: Pos2,
}

/// Paints as many labels as have room inside `within`, the most important first; none touches another or an obstacle.
pub fn paint(painter: &Painter, within: Rect, mut labels: Vec<Label>, obstacles: &[Rect]) {
    labels.retain(|label| within.contains(label.at));
    // The rest of the key keeps the order, and with it the choice, the same while the map is moved.
    labels.sort_by(|a, b| {
        b.priority
            .cmp(&a.priority)
            .then_with(|| b.size.total_cmp(&a.size))
            .then(a.order.cmp(&b.order))
            .then(a.text.cmp(&b.text))
    });
    let placed = arrange(painter, within, &labels, obstacles);
    let mut shapes = Vec::with_capacity(placed.len() * 10);
    for Placed { label, galley, top_left } in placed.into_iter().rev() {
        label.shapes(galley, top_left, &mut shapes);
    }
    painter.extend(shapes);
}

/// Gives each label its place. A name beside a marker has four places to be: where it takes a capital's only one, the capital
/// goes first, unless fewer names would be on the map for it, or not the most important one.
fn arrange(painter: &Painter, within: Rect, labels: &[Label], obstacles: &[Rect]) -> Vec<Placed> {
    let placed = in_order(painter, within, labels.iter(), obstacles);
    let is_hidden = |label: &Label| {
        label.dot == Dot::Capital
            && placed.iter().any(|other| other.is_of_marker() && other.area().expand(CAPITAL_ROOM).contains(label.at))
            && !placed.iter().any(|other| is_same_name(label, &other.label) || other.is_of(label))
    };
    let (hidden, rest): (Vec<&Label>, Vec<&Label>) = labels.iter().partition(|label| is_hidden(label));
    if hidden.is_empty() {
        return placed;
    }
    let of_markers = |placed: &[Placed]| placed.iter().filter(|placed| placed.is_of_marker()).count();
    let again = in_order(painter, within, hidden.into_iter().chain(rest), obstacles);
    let has = |placed: &[Placed], label: &Label| placed.iter().any(|placed| placed.is_of(label));
    let loses_first = labels.first().is_some_and(|first| has(&placed, first) && !has(&again, first));
    if loses_first || of_markers(&again) < of_markers(&placed) { placed } else { again }
}

/// Each label in turn has the first of its places that is free.
fn in_order<'a>(
    painter: &Painter,
    within: Rect,
    labels: impl Iterator<Item = &'a Label>,
    obstacles: &[Rect],
) -> Vec<Placed> {
    let mut taken = Taken::new(within);
    for &obstacle in obstacles {
        taken.take(obstacle);
    }
    let mut placed: Vec<Placed> = Vec::new();
    for label in labels {
        if placed.iter().any(|other| is_same_name(label, &other.label)) || !may_have_room(label, within, &taken) {
            continue;
        }
        let galley = label.galley(painter);
        if let Some(top_left) = place(label, galley.size(), within, &mut taken) {
            placed.push(Placed { label: label.clone(), galley, top_left });
        }
    }
    placed
}

impl Placed {
    fn is_of_marker(&self) -> bool {
        self.label.priority == usize::MAX
    }

    fn area(&self) -> Rect {
        Rect::from_min_size(self.top_left, self.galley.size())
    }

    fn is_of(&self, label: &Label) -> bool {
        self.label.text == label.text && self.label.at == label.at
    }
}

/// A marker and the town beneath it would say the same name twice, be it in another spelling (Herat, Hérat).
fn is_same_name(label: &Label, other: &Label) -> bool {
    label.at.distance(other.at) < 24.0 && fold(&label.text) == fold(&other.text)
}

/// The places a label may have: those aslant only near the edge of the view, where others are outside, and for the name of what
/// is selected, which is not to be missed. Elsewhere a crowd of markers would try them all in vain.
fn places_of(label: &Label, within: Rect) -> &[Anchor] {
    let is_one_of_many = !label.is_strong && within.shrink(EDGE).contains(label.at);
    label.anchors.get(..STRAIGHT).filter(|_| is_one_of_many).unwrap_or(&label.anchors)
}

/// Whether a text of so many letters could have a place, set as narrowly as any font is. In a crowd few can, and shaping letters
/// is what costs most.
fn may_have_room(label: &Label, within: Rect, taken: &Taken) -> bool {
    #[expect(clippy::cast_precision_loss, reason = "letters of a name")]
    let letters = label.text.chars().count() as f32;
    let size = vec2(letters * label.size * 0.25, label.size * 0.8);
    places_of(label, within).iter().any(|&anchor| {
        let area = Rect::from_min_size(label.top_left(anchor, size), size);
        within.contains_rect(area) && taken.is_free(area)
    })
}

/// The first of the label's places that is free and in view, taken from then on; `None` where there is none.
fn place(label: &Label, size: Vec2, within: Rect, taken: &mut Taken) -> Option<Pos2> {
    for &anchor in places_of(label, within) {
        let top_left = label.top_left(anchor, size);
        let area = Rect::from_min_size(top_left, size).expand(label.padding);
        let dot = (label.dot != Dot::None)
            .then(|| Rect::from_center_size(label.at, Vec2::splat(2.0 * label.clearance + DOT_ROOM)));
        if within.contains_rect(area) && taken.is_free(area) && dot.is_none_or(|dot| taken.is_free(dot)) {
            taken.take(area);
            if let Some(dot) = dot {
                taken.take(dot);
            }
            return Some(top_left);
        }
    }
    None
}

#[cfg(test)]
mod tests;
