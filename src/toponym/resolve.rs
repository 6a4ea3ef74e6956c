//! [`resolve`]: which of the places of a name one occurrence means, and why.

use super::Candidate;
use super::context::{CapitalCue, Context};
use super::focus::{Focus, Support};
use super::listing::Fellows;
use super::names::Name;
use super::sense::Sense;
use super::shape::Shape;
use super::weigh::fits;
use crate::gazetteer::{Gazetteer, NameForm, PlaceId, PlaceKind};
use crate::reason::{Phrase, Phrases, Reason, Statement};

/// Likelihood of a town of some five thousand people.
const HAMLET: f32 = 3.7;

/// Likelihood of a town of a hundred thousand, known beyond its own neighbourhood.
const TOWN: f32 = 5.0;

/// What a list says for those who are what its others are.
const LISTED: f32 = 3.0;

/// Runners-up that are kept, the chosen place included.
const KEPT: usize = 5;

/// Why a report means none of the places of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// A far town's rare spelling, or a far hamlet, in a report about elsewhere.
    FarFetched,
    /// A small town far from where all of a local report plays: another of that name, which no gazetteer has, is near by.
    OutOfTheWay,
}

/// The outcome for one occurrence.
#[derive(Clone, Debug)]
pub(super) struct Resolution {
    pub(super) place: PlaceId,
    pub(super) candidates: Vec<Candidate>,
    /// Between the chosen place and the best that lies elsewhere.
    pub(super) margin: f32,
    /// What the rest of the report says for it.
    pub(super) support: f32,
    /// How likely it was before any context.
    pub(super) prior: f32,
    /// Why the report would hardly mean even the best.
    pub(super) doubt: Option<Doubt>,
    pub(super) reason: Reason,
}

/// Chooses among a name's senses for an occurrence; `linked` is the place told by containment, `fellows` what it is listed with.
pub(super) fn resolve(
    gazetteer: &Gazetteer,
    focus: &Focus,
    (number, name, uses): (usize, &Name, u32),
    (context, shape): (&Context, Shape),
    (linked, is_held, fellows): (Option<PlaceId>, bool, Option<Fellows>),
) -> Option<Resolution> {
    let mut ranked: Vec<(&Sense, f32)> = name
        .senses
        .iter()
        .filter(|sense| fits(sense, name.letters, shape, is_held))
        .map(|sense| {
            let listed = if fellows.is_some_and(|fellows| fellows.include(sense)) { LISTED } else { 0.0 };
            (sense, sense.score + local(context, shape, sense, linked) + listed)
        })
        .collect();
    ranked.sort_by(|(a, first), (b, second)| second.total_cmp(first).then(a.place.cmp(&b.place)));
    let &(best, score) = ranked.first()?;
    let rival = ranked.iter().skip(1).find(|(sense, _)| is_elsewhere(best, sense));
    let margin = rival.map_or(4.0, |(_, rival)| score - rival);
    let candidates = ranked.iter().take(KEPT).map(|&(sense, score)| Candidate { place: sense.place, score }).collect();
    let support = focus.support(number, name, uses, best);
    let hamlet = best.prior < HAMLET && best.kind == PlaceKind::City;
    let rare = !best.is_curated && name.words == 1 && (best.form == NameForm::Alias || hamlet);
    let is_far_fetched = rare && support.sum() < 0.6 && focus.is_about_another(best.country) && linked.is_none();
    let is_small = best.kind == PlaceKind::City && best.prior < TOWN;
    let told = linked.is_some() || fellows.is_some() || support.division + support.nearness > 0.6;
    let is_out_of_the_way = is_small && !told && focus.is_out_of_the_way(best);
    let doubts = [(is_far_fetched, Doubt::FarFetched), (is_out_of_the_way, Doubt::OutOfTheWay)];
    let doubt = doubts.into_iter().find_map(|(holds, doubt)| holds.then_some(doubt));
    let reason = explain(gazetteer, name, best, context, linked, support);
    Some(Resolution { place: best.place, candidates, margin, support: support.sum(), prior: best.prior, doubt, reason })
}

/// What the words around the occurrence say for a sense.
fn local(context: &Context, shape: Shape, sense: &Sense, linked: Option<PlaceId>) -> f32 {
    let is_town = matches!(sense.kind, PlaceKind::City | PlaceKind::Village);
    let is_wide = matches!(sense.kind, PlaceKind::Country | PlaceKind::Region | PlaceKind::Province);
    let mut sum = 0.0;
    if !context.kinds.is_empty() {
        // `Sudan camp`, `Texas town`: the kind told behind an area may be that of something in it.
        let something_in_it = context.kind_behind && context.kinds.has(PlaceKind::City);
        sum += match (context.kinds.has(sense.kind), something_in_it) {
            (true, false) if context.several => 2.5,
            (true, false) => 3.5,
            (true, true) => 1.0,
            (false, true) => 0.0,
            (false, false) => -2.0,
        };
    }
    if context.country == Some(sense.country) && sense.kind != PlaceKind::Country {
        sum += 4.0;
    }
    match context.capital {
        CapitalCue::OfThis if sense.kind.is_area() => sum += 3.0,
        CapitalCue::This if is_town => sum += if sense.is_capital { 3.5 } else { 2.5 },
        _ => {}
    }
    if context.town_locative {
        sum += if is_wide { -1.5 } else { 0.5 };
    }
    if context.area_locative {
        sum += if is_town { -1.5 } else { 0.5 };
    }
    // `across the Rio Grande`, `l'Euphrate`
    if context.article && sense.kind.is_natural() {
        sum += 1.5;
    }
    if context.dateline && is_town {
        sum += 1.5;
    }
    if linked == Some(sense.place) {
        sum += 8.0;
    }
    if shape.seat && sense.kind == PlaceKind::Facility {
        sum += 3.0;
    }
    sum
}

/// Whether two senses are more than two rows for one spot.
fn is_elsewhere(a: &Sense, b: &Sense) -> bool {
    let areas = (
        matches!(a.kind, PlaceKind::Country | PlaceKind::Province),
        matches!(b.kind, PlaceKind::Country | PlaceKind::Province),
    );
    areas.0 != areas.1 || a.point.distance_km(b.point) > 25.0
}

fn explain(
    gazetteer: &Gazetteer,
    name: &Name,
    best: &Sense,
    context: &Context,
    linked: Option<PlaceId>,
    support: Support,
) -> Reason {
    let mut phrases = Phrases::default();
    if linked == Some(best.place) {
        phrases.push(Statement::NamedWithItsArea);
    }
    if context.kinds.has(best.kind) {
        phrases.push(Phrase::OfKind(best.kind.name().into()));
    }
    match context.capital {
        CapitalCue::OfThis if best.kind.is_area() => phrases.push(Statement::ItsCapitalIsSpokenOf),
        CapitalCue::This => phrases.push(Statement::CalledACapital),
        _ => {}
    }
    if context.dateline {
        phrases.push(Statement::FiledThere);
    }
    if name.senses.len() == 1 {
        phrases.push(Statement::OnlyPlaceOfThatName);
    } else if phrases.as_slice().is_empty() || support.sum() > 0.8 {
        phrases.push(explain_support(gazetteer, best, support));
    }
    Reason { phrases, evidence: Vec::new() }
}

fn explain_support(gazetteer: &Gazetteer, best: &Sense, support: Support) -> Phrase {
    if let Some(near) = support.near.filter(|_| support.nearness > 0.5) {
        return Phrase::Near(gazetteer.place(near).named());
    }
    if let Some(division) = best.admin1.filter(|_| support.division > 0.6) {
        return Phrase::About(gazetteer.place(division).named());
    }
    if support.country > 0.8 {
        let country = gazetteer.country(gazetteer.place(best.place).country);
        if let Some(country) = country {
            return Phrase::About(gazetteer.place(country).named());
        }
    }
    Phrase::Said(Statement::BestKnownOfThatName)
}
