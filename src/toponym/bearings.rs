//! [`Bearings`]: the countries and places of a report, by which a name that only sounds like a place's is placed.

use super::cues::KindSet;
use super::{Candidate, Toponym, Usage};
use crate::gazetteer::{CountrySounds, Gazetteer, PlaceId, PlaceKind, Point, Sound, Sounding};
use crate::reason::{Beside, BySound, Phrase, Reason};
use std::collections::BTreeMap;

/// Farther from every other place of the report than this, a place is not meant.
const FARTHEST_KM: f64 = 400.0;
/// The same in a country that the report only touches on.
const FARTHEST_ASIDE_KM: f64 = 150.0;
/// A report touches only on countries with less of it than this.
const FAIR_SHARE: f32 = 0.12;
/// Countries with less of the report than this are not looked into.
const LEAST_SHARE: f32 = 0.04;
/// Confidence below which a name says nothing of where the report is about.
pub(super) const SURE: f32 = 0.5;
/// Runners-up that are kept, the chosen place included.
const KEPT: usize = 5;

/// Where a report lies.
pub(super) struct Bearings<'g> {
    gazetteer: &'g Gazetteer,
    /// Countries whose names are carried over from another script or tongue, with their share of the report.
    countries: Vec<Country>,
    /// The places that it names, less its countries.
    places: Vec<Bearing>,
}

struct Country {
    code: String,
    share: f32,
    sounds: CountrySounds,
}

struct Bearing {
    place: PlaceId,
    point: Point,
    /// The first-level division that it is or lies in.
    division: Option<PlaceId>,
}

/// The place that a name sounds like.
pub(super) struct Placed {
    pub(super) place: PlaceId,
    pub(super) candidates: Vec<Candidate>,
    pub(super) confidence: f32,
    pub(super) reason: Reason,
}

struct Weighed {
    sounding: Sounding,
    score: f32,
    /// The place of the report that it is nearest to.
    near: Option<PlaceId>,
    same_division: Option<PlaceId>,
}

impl<'g> Bearings<'g> {
    /// Takes the bearings by the names resolved so far. Names of the countries in `home` are not carried over: they are not looked for.
    pub(super) fn of(gazetteer: &'g Gazetteer, home: &[[u8; 2]], toponyms: &[Toponym]) -> Self {
        let (mut shares, mut places, mut sum) = (BTreeMap::<&str, f32>::new(), Vec::<Bearing>::new(), 0.0);
        for toponym in toponyms.iter().filter(|toponym| toponym.confidence >= SURE) {
            let Some(id) = toponym.place else { continue };
            let place = gazetteer.place(id);
            let weight = if toponym.usage == Usage::Literal { 1.0 } else { 0.5 };
            sum += weight;
            if !place.country.is_empty() {
                *shares.entry(place.country).or_default() += weight;
            }
            let is_spot = !matches!(place.kind, PlaceKind::Country | PlaceKind::Region | PlaceKind::Water);
            if is_spot && places.iter().all(|held| held.place != id) {
                let division = if place.kind == PlaceKind::Province { Some(id) } else { place.admin1 };
                places.push(Bearing { place: id, point: place.point, division });
            }
        }
        let is_home = |country: &str| home.iter().any(|code| code.as_slice() == country.as_bytes());
        let shares = shares.into_iter().map(|(country, weight)| (country, weight / sum));
        let countries = shares
            .filter(|&(country, share)| share >= LEAST_SHARE && !is_home(country))
            .map(|(code, share)| Country { code: code.to_owned(), share, sounds: gazetteer.sounds_of(code) })
            .collect();
        Self { gazetteer, countries, places }
    }

    /// The places in the report's countries that a name sounds like, none where one of them is called just so: that name
    /// has been weighed.
    pub(super) fn sounding_like(&self, name: &str) -> Vec<Sounding> {
        let Some(sound) = Sound::of(name) else { return Vec::new() };
        let of_country = |country: &Country| self.gazetteer.sounding(&sound, &country.sounds);
        let mut found: Vec<Sounding> = self.countries.iter().flat_map(of_country).collect();
        if !found.is_empty() {
            let is_here = |place| self.share(place) > 0.0;
            if self.gazetteer.named_exactly(name).iter().any(|named| is_here(named.place)) {
                found.clear();
            }
        }
        found
    }

    fn share(&self, place: PlaceId) -> f32 {
        let country = self.gazetteer.country_of(place);
        self.countries.iter().find(|held| held.code == country).map_or(0.0, |held| held.share)
    }

    /// Chooses among places that a name sounds like; `kinds` is what the words around it tell.
    pub(super) fn place(&self, found: &[Sounding], kinds: KindSet) -> Option<Placed> {
        let mut weighed: Vec<Weighed> = found.iter().filter_map(|&sounding| self.weigh(sounding, kinds)).collect();
        weighed.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.sounding.place.cmp(&b.sounding.place)));
        let best = weighed.first()?;
        let point = |weighed: &Weighed| self.gazetteer.place(weighed.sounding.place).point;
        let rival = weighed.iter().skip(1).find(|other| point(other).distance_km(point(best)) > 25.0);
        let margin = rival.map_or(1.0, |rival| (best.score - rival.score).min(1.0));
        let spelling = if best.sounding.edits <= 1 { 0.1 } else { 0.0 };
        let candidates = weighed
            .iter()
            .take(KEPT)
            .map(|weighed| Candidate { place: weighed.sounding.place, score: weighed.score })
            .collect();
        Some(Placed {
            place: best.sounding.place,
            candidates,
            confidence: 0.5 + 0.15 * margin + spelling,
            reason: self.explain(best),
        })
    }

    /// None where the place is of no kind that is meant or lies far from the rest of the report.
    fn weigh(&self, sounding: Sounding, kinds: KindSet) -> Option<Weighed> {
        let place = self.gazetteer.place(sounding.place);
        let is_natural = matches!(place.kind, PlaceKind::River | PlaceKind::Water | PlaceKind::Mountains);
        let natural_is_meant =
            [PlaceKind::River, PlaceKind::Water, PlaceKind::Mountains].into_iter().any(|kind| kinds.has(kind));
        let is_wide = matches!(place.kind, PlaceKind::Country | PlaceKind::Region);
        if is_wide || natural_is_meant != is_natural || is_natural && !kinds.has(place.kind) {
            return None;
        }
        let share = self.share(sounding.place);
        let distance = |held: &&Bearing| held.point.distance_km(place.point);
        let nearest = self.places.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
        let nearness = match nearest {
            Some(nearest) if share < FAIR_SHARE && distance(&nearest) > FARTHEST_ASIDE_KM => return None,
            Some(nearest) => 1.0 - distance(&nearest) / FARTHEST_KM,
            // A report that names nothing but its country leaves the whole of it open.
            None if share > 0.5 => 0.0,
            None => return None,
        };
        if nearness < 0.0 {
            return None;
        }
        let division = if place.kind == PlaceKind::Province { Some(sounding.place) } else { place.admin1 };
        let same_division = division.filter(|_| self.places.iter().any(|held| held.division == division));
        let people = (f64::from(place.population) + 1.0).log10() / 10.0;
        let town = if place.kind == PlaceKind::City { 0.2 } else { 0.0 };
        let told = if kinds.has(place.kind) { 1.0 } else { 0.0 };
        let division = if same_division.is_some() { 0.5 } else { 0.0 };
        let shown = if sounding.is_shown_name { 0.4 } else { 0.0 };
        let sum =
            f64::from(share) + nearness + people + town + told + division + shown - 0.3 * f64::from(sounding.edits);
        #[expect(clippy::cast_possible_truncation, reason = "a small sum, compared with others of its kind")]
        Some(Weighed { sounding, score: sum as f32, near: nearest.map(|nearest| nearest.place), same_division })
    }

    fn explain(&self, best: &Weighed) -> Reason {
        let place = self.gazetteer.place(best.sounding.place);
        let name_of = |id: PlaceId| self.gazetteer.place(id).named();
        let division = best.same_division.filter(|&division| division != best.sounding.place);
        let beside = match (division, best.near, self.gazetteer.country(place.country)) {
            (Some(division), _, _) => Beside::In(name_of(division)),
            (None, Some(near), _) => Beside::Near(name_of(near)),
            (None, None, Some(country)) => Beside::In(name_of(country)),
            (None, None, None) => Beside::Nothing,
        };
        let sound = BySound { place: place.named(), kind: place.kind.name().into(), beside };
        Reason::new(Phrase::BySound(Box::new(sound)))
    }
}
