//! [`link`]: a town named together with the area that holds it.

use super::context::{CapitalCue, Context};
use super::cues::{Cues, KindSet, class};
use super::names::Name;
use super::sense::Sense;
use crate::gazetteer::{PlaceId, PlaceKind};
use crate::language::{AnalysedText, Token};

/// Two neighbouring names, one of which holds the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    /// The place of the first.
    pub(super) inner: PlaceId,
    /// The place of the second, which holds the first.
    pub(super) outer: PlaceId,
    /// How much it says for both.
    pub(super) weight: f32,
}

/// Whether `inner`, then `gap`, then `outer` is a town with its area: `Paris, Texas`, `Gainesville (Géorgie)`, `Lexington, Ky.`,
/// `Taloqan, capitale de la province de Takhar`. `after` is what follows.
pub(super) fn link(
    text: &AnalysedText,
    cues: &Cues,
    (inner, inner_context): (&Name, &Context),
    (outer, outer_context): (&Name, &Context),
    gap: &[Token],
    after: &[Token],
) -> Option<Link> {
    let mark =
        |token: Option<&Token>, marks: &[&str]| token.is_some_and(|token| marks.contains(&token.span.of(text.text)));
    let comma = mark(gap.first(), &[","]) && (gap.len() == 1 || gap.len() == 2 && mark(gap.first(), &["."]));
    // `Paris, au Texas`, `Benghazi, dans l'est de la Libye`: no name and no verb between.
    let told_where = gap.len() <= 9
        && gap.iter().any(|token| cues.is(Some(token), class::LOCATIVE))
        && gap.iter().skip(usize::from(mark(gap.first(), &[","]))).all(|token| {
            let class = cues.class(token);
            class & (class::AUXILIARY | class::REPORTING | class::CONJUNCTION) == 0
                && class & class::PREPOSITION == 0
                && (class
                    & (class::NEVER
                        | class::DIRECTION
                        | class::KIND_END
                        | class::PLACE_HEAD
                        | class::CAPITAL_END
                        | class::DEMONYM)
                    != 0
                    || mark(Some(token), &["'", "’", "-"]))
        });
    let bracket =
        mark(gap.first(), &["("]) && gap.len() <= 3 && after.iter().take(4).any(|token| mark(Some(token), &[")"]));
    let bare = gap.is_empty();
    let capital = inner_context.capital == CapitalCue::This && gap.len() <= 9 && gap.len() >= 2;
    let told = outer_context.capital == CapitalCue::OfThis;
    if !(comma || bracket || bare || capital && told || told_where) {
        return None;
    }
    // `Altun Kupri, between Kirkuk and Erbil`: the town, not its province.
    let areas = KindSet::of(&[PlaceKind::Province, PlaceKind::Region, PlaceKind::Country]);
    let told_area = outer_context.area_locative || outer_context.kinds.meets(areas);
    if told_where && !told_area && has_town_of_its_name(outer) {
        return None;
    }
    let (inner_sense, outer_sense) = best_pair((inner, inner_context.kinds), outer)?;
    // `Washington, New York et Boston` is a list of three towns, not a town and its state.
    let list = comma && (cues.is(after.first(), class::CONJUNCTION) || inner_context.listed);
    let usual = inner.senses.iter().map(|sense| sense.prior).fold(0.0, f32::max);
    let loose = told_where && gap.len() > 3 && inner_sense.prior + 1.5 < usual;
    if loose || list && inner_sense.prior + 1.0 < usual || bare && inner_sense.prior + 2.5 < usual {
        return None;
    }
    let weight = match (list || bare, told_where) {
        (true, _) => 1.0,
        (_, true) => 2.5,
        _ => 5.0,
    };
    Some(Link { inner: inner_sense.place, outer: outer_sense.place, weight })
}

/// Whether `country` and `held`, with nothing but an `'s` between, are a country and what lies in it: `Lebanon's Tripoli`.
pub(super) fn owned(text: &AnalysedText, country: &Name, held: &Name, gap: &[Token]) -> Option<Link> {
    let [mark, letter] = gap else { return None };
    let genitive = mark.glued && letter.glued && letter.span.of(text.text) == "s";
    let country = country.best().filter(|sense| genitive && sense.kind == PlaceKind::Country)?;
    let held = held.senses.iter().filter(|sense| holds(country, sense));
    let inner = held.max_by(|a, b| a.prior.total_cmp(&b.prior).then(b.place.cmp(&a.place)))?;
    Some(Link { inner: inner.place, outer: country.place, weight: 2.5 })
}

/// Whether the name is a division's and that of a town in it.
fn has_town_of_its_name(name: &Name) -> bool {
    let towns = || name.senses.iter().filter(|sense| sense.kind == PlaceKind::City);
    let divisions = name.senses.iter().filter(|sense| sense.kind == PlaceKind::Province);
    divisions.into_iter().any(|division| towns().any(|town| town.admin1 == Some(division.place)))
}

/// The likeliest pair of senses of which the second holds the first, that of the kinds told where there is one:
/// `l'État de Kaduna, au Nigeria` is not the town.
fn best_pair<'a>((inner, kinds): (&'a Name, KindSet), outer: &'a Name) -> Option<(&'a Sense, &'a Sense)> {
    let mut best: Option<(&Sense, &Sense)> = None;
    let told = inner.senses.iter().any(|sense| kinds.has(sense.kind));
    for area in outer.senses.iter().filter(|sense| matches!(sense.kind, PlaceKind::Country | PlaceKind::Province)) {
        for town in inner.senses.iter().filter(|town| holds(area, town) && (!told || kinds.has(town.kind))) {
            let sum = |(town, area): (&Sense, &Sense)| town.prior + area.prior;
            if best.is_none_or(|best| sum((town, area)) > sum(best)) {
                best = Some((town, area));
            }
        }
    }
    best
}

fn holds(area: &Sense, inner: &Sense) -> bool {
    match area.kind {
        PlaceKind::Country => inner.kind != PlaceKind::Country && inner.country == area.country,
        _ => inner.admin1 == Some(area.place),
    }
}
