//! [`usage`]: whether a place name stands for the place, for its rulers, for a report's origin, or for a part of another name.

use super::Usage;
use super::context::Context;
use super::names::Name;
use super::shape::Shape;
use crate::gazetteer::{Gazetteer, PlaceId, PlaceKind};

/// How an occurrence is used, once its place is known: only a country or its capital can speak.
pub(super) fn usage(gazetteer: &Gazetteer, context: &Context, shape: Shape, name: &Name, place: PlaceId) -> Usage {
    if context.dateline {
        return Usage::Dateline;
    }
    if context.school && name.is_home_area && gazetteer.kind(place) == PlaceKind::Province {
        return Usage::Modifier;
    }
    if context.organisation {
        return Usage::Modifier;
    }
    // `selon le Kremlin`: no place of an event unless something is said to happen there.
    if shape.seat && !context.locative && gazetteer.kind(place) == PlaceKind::Facility {
        return if shape.body { Usage::Modifier } else { Usage::Metonym };
    }
    let governs = match gazetteer.kind(place) {
        PlaceKind::Country => true,
        PlaceKind::City => gazetteer.capital_of(place).is_some_and(|area| gazetteer.kind(area) == PlaceKind::Country),
        _ => false,
    };
    let acts = context.authority || context.agent || context.speaks && !context.preposition;
    if governs && acts { Usage::Metonym } else { Usage::Literal }
}
