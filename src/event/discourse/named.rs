//! [`Named`]: a place name that can be referred back to, and the nouns that can stand for it.

use crate::event::rules::words::{self, Classes};
use crate::gazetteer::{PlaceId, PlaceKind};
use crate::span::Span;

/// A place name that can be referred back to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named {
    pub(crate) offset: usize,
    pub(crate) span: Span,
    pub(crate) toponym: usize,
    pub(crate) place: PlaceId,
    pub(crate) kind: PlaceKind,
    pub(crate) paragraph: usize,
    /// Whether it is only where somebody comes from or goes to.
    pub(crate) passed: bool,
}

/// Whether a noun of the class can stand for a place of the kind.
pub(crate) fn fits(class: Classes, kind: PlaceKind) -> bool {
    let of = |wanted: Classes| class & wanted != 0;
    match kind {
        PlaceKind::City => of(words::CITY | words::CAPITAL | words::VILLAGE | words::SITE),
        PlaceKind::Village => of(words::VILLAGE | words::CITY),
        PlaceKind::District => of(words::DISTRICT),
        PlaceKind::Province | PlaceKind::Region => of(words::PROVINCE),
        PlaceKind::Country => of(words::COUNTRY),
        // A crossing bears the name of its town.
        PlaceKind::BorderCrossing => of(words::SITE | words::CITY),
        PlaceKind::AirBase | PlaceKind::Facility => of(words::SITE),
        PlaceKind::River | PlaceKind::Water | PlaceKind::Mountains => false,
    }
}
