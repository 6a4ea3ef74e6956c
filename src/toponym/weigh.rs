//! How far an occurrence of a name speaks for a place being meant, in the same unit as [`super::prior::standing`].

use super::casing::Casing;
use super::context::{CapitalCue, Context, Unknown};
use super::names::Name;
use super::sense::Sense;
use super::shape::Shape;
use crate::gazetteer::{NameForm, PlaceKind};

/// An occurrence is a toponym from here.
pub(super) const ENOUGH: f32 = 0.9;
/// A standing that also speaks for the name's other occurrences.
pub(super) const PLAIN: f32 = 2.2;

/// Letters of a code that is hardly a word or another's.
const LONG_CODE: usize = 3;

/// The standing of a name that some hamlet has at most.
const HAMLET: f32 = -0.8;

/// What the rest of the report says for an occurrence.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an observation of its own, seen or not")]
pub(super) struct Around {
    /// The name before or behind it in the same list is a place.
    pub(super) listed: bool,
    /// It is named with the area that holds it, or holds the place named before it.
    pub(super) linked: bool,
    /// Its likeliest sense lies in a country that the report is about.
    pub(super) at_home: bool,
    /// Its likeliest sense lies among the other places of the report.
    pub(super) neighbouring: bool,
}

/// The standing of one occurrence.
pub(super) fn weigh(name: &Name, context: &Context, shape: Shape, around: Around) -> f32 {
    if is_barred(name, context, shape, around) {
        return f32::MIN;
    }
    let standing = super::prior::standing(name, |sense| fits(sense, name.letters, shape, around.linked));
    let is_seat = shape.seat && name.senses.iter().any(|sense| sense.kind == PlaceKind::Facility);
    standing
        + if is_seat { 3.0 } else { 0.0 }
        + for_a_place(context, around)
        + if context.article && name.best().is_some_and(|sense| sense.kind.is_natural()) { 0.6 } else { 0.0 }
        + at_the_start(context, shape, around, standing)
        + against(name, context, shape, around, standing)
        + elsewhere(name, context, shape)
}

/// Whether a sense of a name of `letters` bytes can be meant by words of this shape; `linked` where its area stands beside it.
pub(super) fn fits(sense: &Sense, letters: usize, shape: Shape, linked: bool) -> bool {
    if shape.no_country && sense.kind == PlaceKind::Country {
        return false;
    }
    match sense.form {
        // `Car bombs` is no Central African Republic.
        NameForm::Main | NameForm::Alias => sense.kind != PlaceKind::Country || shape.upper || letters > 3,
        // `in NSW`, `KZN`, and `Calif.` only behind a town.
        NameForm::Code => {
            (shape.upper || shape.stopped)
                && (sense.kind == PlaceKind::Country || linked || shape.upper && letters >= LONG_CODE)
        }
        NameForm::Abbreviation => shape.stopped && sense.kind == PlaceKind::Country || linked,
    }
}

/// Whether the name cannot be meant in this form at all.
fn is_barred(name: &Name, context: &Context, shape: Shape, around: Around) -> bool {
    let shown = !context.kinds.is_empty() || context.locative;
    let direction = shape.directions && !around.linked && !(shown && around.at_home);
    !name.senses.iter().any(|sense| fits(sense, name.letters, shape, around.linked))
        || context.street
        || context.road_number && name.is_home_area
        || shape.institution && !name.senses.iter().any(|sense| sense.is_curated)
        || shape.part_of_country
        || direction
        || shape.lower && name.words < 2
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
    add(context.place_tail, 1.8);
    add(context.residence, 1.8);
    // `Sudan camp`, `Texas town`: the word behind says little of the name.
    add(!context.kinds.is_empty(), if context.kind_behind && context.kinds.has(PlaceKind::City) { 0.8 } else { 2.5 });
    add(context.capital != CapitalCue::None, 2.5);
    add(context.dateline, 4.0);
    add(context.acted_on, 1.6);
    add(context.bracketed, 0.7);
    add(around.listed, 1.4);
    add(around.linked, 3.0);
    add(around.at_home, 1.3);
    add(context.authority, 1.0);
    sum
}

/// Evidence for a name that begins a sentence, where a capital says nothing: `Manbij was captured`, but not `Walls fell`.
fn at_the_start(context: &Context, shape: Shape, around: Around, standing: f32) -> f32 {
    if !context.starts || shape.ordinary || shape.given_name {
        return 0.0;
    }
    let befallen = if context.befallen && standing > HAMLET { 1.5 } else { 0.0 };
    let headed = if context.headed && standing > HAMLET { 1.2 } else { 0.0 };
    befallen + headed + if around.neighbouring { 1.8 } else { 0.0 }
}

/// Evidence against.
fn against(name: &Name, context: &Context, shape: Shape, around: Around, standing: f32) -> f32 {
    let mut sum = 0.0;
    let mut add = |seen: bool, weight: f32| sum -= if seen { weight } else { 0.0 };
    let one_word = name.words == 1;
    let is_country = name.senses.iter().any(|sense| sense.kind == PlaceKind::Country);
    add(context.person, 6.0);
    add(context.hyphenated, 3.0);
    add(context.unknown_before == Unknown::Surely, 5.0);
    add(context.unknown_before == Unknown::Perhaps, if is_country { 2.0 } else { 4.0 });
    add(context.unknown_after, 4.2);
    // Where the language has capitals for names alone, an ordinary word with one is a name.
    let shown = context.locative || context.place_head || !context.kinds.is_empty() || around.linked;
    add(shape.ordinary, if shown && !context.starts { 1.4 } else { 2.8 });
    add(one_word && shape.given_name && !context.locative, 1.2);
    add(one_word && shape.given_name && context.unknown_after, 3.0);
    let acronym = shape.short_upper && context.casing == Casing::Running && !context.dateline;
    let is_code = is_country || name.senses.iter().any(|sense| sense.form == NameForm::Code);
    add(acronym && !is_code, 3.0);
    let bare_start = context.starts && !context.dateline && one_word && context.casing == Casing::Running;
    let told = (context.befallen || context.headed) && standing > HAMLET || !context.kinds.is_empty();
    add(bare_start && standing < 1.2 && !told, 1.2);
    add(bare_start && name.in_lower_case, 3.0);
    add(context.casing != Casing::Running && !context.dateline, 0.3);
    sum
}

/// What the name's other occurrences say.
fn elsewhere(name: &Name, context: &Context, shape: Shape) -> f32 {
    let stands_alone = !context.locative && context.kinds.is_empty() && !context.dateline;
    let is_country = name.senses.iter().any(|sense| sense.kind == PlaceKind::Country);
    let is_great = is_country || name.senses.iter().any(|sense| sense.is_capital);
    let called = name.persons > 0 || name.surnames > 0 && !is_great;
    // `Judge John Washington … Washington said`: nothing in the report shows it to be a place.
    if called && !is_country && name.shown == 0 && stands_alone {
        return -6.0;
    }
    let person = match (name.persons > 0 && stands_alone, is_country) {
        (true, false) => -2.4,
        (true, true) => {
            if shape.given_name {
                -2.4
            } else {
                -0.8
            }
        }
        _ => 0.0,
    };
    let beside_a_name = context.unknown_before != Unknown::No || context.unknown_after;
    let doubtful = beside_a_name || shape.ordinary && context.starts;
    let place = match name.best_standing {
        _ if doubtful => 0.0,
        3.0.. => 2.0,
        PLAIN.. => 1.4,
        _ => 0.0,
    };
    person + place
}
