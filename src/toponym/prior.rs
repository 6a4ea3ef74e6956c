//! How likely a place is meant before any context is looked at, and how likely a name is a place's at all.

use super::names::Name;
use super::sense::Sense;
use crate::gazetteer::{NameForm, PlaceKind};

/// Likelihood of one sense of a name, in decades of population: a town of a million is at 6.
pub(super) fn prior(sense: &Sense) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a population needs no more than seven digits here")]
    let decades = (sense.population as f32 + 1.0).log10();
    let by_kind = match sense.kind {
        PlaceKind::Country => 8.4,
        PlaceKind::Region => 6.0,
        PlaceKind::Province => (0.7 * decades + 1.6).clamp(4.3, 6.6),
        PlaceKind::District => 3.6,
        // Kept by hand because reports speak of it, whatever its size.
        PlaceKind::City | PlaceKind::Village if sense.is_curated => decades.max(3.4),
        PlaceKind::City | PlaceKind::Village => decades.max(2.0),
        PlaceKind::AirBase | PlaceKind::BorderCrossing | PlaceKind::Facility => 4.2,
        PlaceKind::River | PlaceKind::Water | PlaceKind::Mountains => 5.0,
    };
    let capital = if sense.is_capital { 1.6 } else { 0.0 };
    // A spelling among dozens that GeoNames lists for a town is seldom what a report means.
    let form = match sense.form {
        NameForm::Main => 0.0,
        NameForm::Alias if sense.is_curated => -0.3,
        NameForm::Alias => -1.2,
        NameForm::Code => -0.5,
        NameForm::Abbreviation => -1.0,
    };
    by_kind + capital + form
}

/// How far a name alone, in those senses that fit, speaks for a place, about -2 (a hamlet's) to 4 (a country's).
pub(super) fn standing(name: &Name, fits: impl Fn(&Sense) -> bool) -> f32 {
    // A rare spelling that is long is rare for other towns and for other words too.
    let spelled = |sense: &Sense| {
        let rare = sense.form == NameForm::Alias && !sense.is_curated && name.letters >= 6;
        sense.prior + if rare { 0.8 } else { 0.0 }
    };
    let best = name.senses.iter().filter(|sense| fits(sense)).map(spelled).fold(0.0, f32::max);
    let several_words = if name.words > 1 { 1.2 } else { 0.0 };
    (best - 4.4).clamp(-1.6, 3.0) + several_words
}
