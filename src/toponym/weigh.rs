//! How far an occurrence of a name speaks for a place being meant, in the same unit as [`super::prior::standing`].

use super::context::{CapitalCue, Casing, Context};
use super::names::{Name, Sense};
use crate::gazetteer::{NameForm, PlaceKind};

/// An occurrence is a toponym from here.
pub(super) const ENOUGH: f32 = 0.9;
/// A standing that also speaks for the name's other occurrences.
pub(super) const PLAIN: f32 = 2.2;

/// What is known of the words of a match, apart from their surroundings.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an observation of its own, seen or not")]
pub(super) struct Shape {
    /// One word in capitals, of five letters or fewer.
    pub(super) short_upper: bool,
    /// In capitals throughout.
    pub(super) upper: bool,
    /// Words that the language also uses for something else.
    pub(super) ordinary: bool,
    /// One word that people are called.
    pub(super) given_name: bool,
    /// With full stops: `U.S.`, `Ky.`
    pub(super) stopped: bool,
    /// `Nord-Ouest du pays`: a direction, with what it is part of.
    pub(super) part_of_country: bool,
    /// Begins in lower case.
    pub(super) lower: bool,
}

/// What the rest of the report says for an occurrence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    /// The name before it in the same list is a place.
    pub(super) listed: bool,
    /// It is named with the area that holds it, or holds the place named before it.
    pub(super) linked: bool,
    /// Its likeliest sense lies in a country that the report is about.
    pub(super) at_home: bool,
}

/// The standing of one occurrence.
pub(super) fn weigh(name: &Name, context: &Context, shape: Shape, around: Around) -> f32 {
    if is_barred(name, context, shape, around) {
        return f32::MIN;
    }
    super::prior::standing(name)
        + for_a_place(context, around)
        + against(name, context, shape)
        + elsewhere(name, context)
}

/// Whether the name cannot be meant in this form at all.
fn is_barred(name: &Name, context: &Context, shape: Shape, around: Around) -> bool {
    let fits = |sense: &Sense| match sense.form {
        NameForm::Main | NameForm::Alias => true,
        NameForm::Code => (shape.upper || shape.stopped) && (sense.kind == PlaceKind::Country || around.linked),
        NameForm::Abbreviation => shape.stopped && sense.kind == PlaceKind::Country || around.linked,
    };
    !name.senses.iter().any(fits) || context.street || shape.part_of_country || shape.lower && name.words < 2
}

/// Evidence in favour.
fn for_a_place(context: &Context, around: Around) -> f32 {
    let mut sum = 0.0;
    let mut add = |seen: bool, weight: f32| sum += if seen { weight } else { 0.0 };
    add(!context.starts && context.casing == Casing::Running, 0.6);
    add(context.locative, 2.2);
    add(context.linking, 0.5);
    add(context.preposition && !context.locative && !context.linking, 0.3);
    add(context.place_head, 2.0);
    add(!context.kinds.is_empty(), 2.5);
    add(context.capital != CapitalCue::None, 2.5);
    add(context.dateline, 4.0);
    add(context.bracketed, 0.7);
    add(around.listed, 1.4);
    add(around.linked, 3.0);
    add(around.at_home, 1.0);
    add(context.authority, 1.0);
    sum
}

/// Evidence against.
fn against(name: &Name, context: &Context, shape: Shape) -> f32 {
    let mut sum = 0.0;
    let mut add = |seen: bool, weight: f32| sum -= if seen { weight } else { 0.0 };
    let one_word = name.words == 1;
    add(context.person, 6.0);
    add(context.hyphenated, 3.0);
    let weak = if name.senses.iter().any(|sense| sense.kind == PlaceKind::Country) { 0.4 } else { 1.0 };
    add(context.unknown_before, 3.2 * weak);
    add(context.unknown_after, 2.8);
    add(shape.ordinary, 2.6);
    add(one_word && shape.given_name && !context.locative, 1.2);
    let acronym = shape.short_upper && context.casing == Casing::Running && !context.dateline;
    let is_code = name.senses.iter().any(|sense| sense.form == NameForm::Code || sense.kind == PlaceKind::Country);
    add(acronym && !is_code, 3.0);
    let bare_start = context.starts && !context.dateline && one_word && context.casing == Casing::Running;
    add(bare_start && super::prior::standing(name) < 1.2, 1.2);
    add(bare_start && name.in_lower_case, 3.0);
    add(context.casing != Casing::Running && !context.dateline, 0.3);
    sum
}

/// What the name's other occurrences say.
fn elsewhere(name: &Name, context: &Context) -> f32 {
    let stands_alone = !context.locative && context.kinds.is_empty() && !context.dateline;
    let person = if name.persons > 0 && stands_alone { -2.4 } else { 0.0 };
    let place = if name.best_standing >= PLAIN { 1.4 } else { 0.0 };
    person + place
}
