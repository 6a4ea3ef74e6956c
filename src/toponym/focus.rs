//! [`Focus`]: what a report is about: its countries, its divisions, and the places it surely names.

use super::names::Name;
use super::sense::Sense;
use super::weights::Weights;
use crate::gazetteer::{PlaceId, PlaceKind, Point};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Places that others are measured against; more would not change what is near.
const MOST_ANCHORS: usize = 24;

/// Weight of a people's adjective beside that of a place.
const DEMONYM_WEIGHT: f32 = 0.4;

/// How often a report has the adjective or the people of a country.
pub(super) type Demonyms = BTreeMap<[u8; 2], u32>;

/// What a report is about, with weights in sure mentions.
#[derive(Clone, Debug, Default)]
pub(super) struct Focus {
    home: Vec<[u8; 2]>,
    countries: Weights<[u8; 2]>,
    divisions: Weights<PlaceId>,
    /// Of all divisions of a country together.
    in_divisions: Weights<[u8; 2]>,
    anchors: Vec<Anchor>,
    /// Where nearly all of its places lie together.
    middle: Option<Point>,
}

/// Places besides the middle one that make a neighbourhood.
const NEIGHBOURS: usize = 4;
/// How far from the middle of a report the places of its own neighbourhood lie, and those that are surely none of it.
const NEIGHBOURHOOD_KM: f64 = 150.0;
const FAR_KM: f64 = 500.0;

/// A place that the report surely names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    name: usize,
    place: PlaceId,
    point: Point,
    country: [u8; 2],
    weight: f32,
}

impl Anchor {
    /// What is near to it: 1 on the spot, a third of that at 60 km.
    fn closeness(&self, sense: &Sense) -> f32 {
        #[expect(clippy::cast_possible_truncation, reason = "a distance on Earth fits")]
        let km = self.point.distance_km(sense.point) as f32;
        (-km / 60.0).exp()
    }
}

/// How near the senses of a report are to its anchors: each of its rounds asks for nearly the same pairs.
#[derive(Clone, Debug, Default)]
pub(super) struct Closeness(FxHashMap<(PlaceId, PlaceId), f32>);

impl Closeness {
    pub(super) fn of(&mut self, anchor: &Anchor, sense: &Sense) -> f32 {
        *self.0.entry((anchor.place, sense.place)).or_insert_with(|| anchor.closeness(sense))
    }
}

/// What the rest of a report adds to one sense of a name.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Support {
    pub(super) country: f32,
    pub(super) division: f32,
    pub(super) nearness: f32,
    /// The place that it is near to.
    pub(super) near: Option<PlaceId>,
}

impl Support {
    pub(super) fn sum(self) -> f32 {
        self.country + self.division + self.nearness
    }

    /// Whether the report's other places lie around it.
    pub(super) fn is_local(self) -> bool {
        self.division + self.nearness > 2.0
    }
}

impl Focus {
    /// Weighs what the names in use surely stand for; `demonyms` counts adjectives by country, `home` are the countries of the
    /// language's press.
    pub(super) fn of(sure: &[Option<Sure<'_>>], demonyms: &Demonyms, home: &[[u8; 2]]) -> Self {
        let mut focus = Self { home: home.to_vec(), ..Self::default() };
        for (&country, &count) in demonyms {
            #[expect(clippy::cast_precision_loss, reason = "capped")]
            let weight = count.min(8) as f32 * DEMONYM_WEIGHT;
            focus.countries.add(country, weight);
        }
        for (number, sure) in sure.iter().enumerate() {
            if let Some(sure) = *sure {
                focus.add(number, sure);
            }
        }
        focus.anchors.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.name.cmp(&b.name)));
        focus.anchors.truncate(MOST_ANCHORS);
        focus
    }

    /// The same, with the middle of its places: what only the last round asks for.
    pub(super) fn with_its_middle(self) -> Self {
        Self { middle: self.middle_of_anchors(), ..self }
    }

    /// The place of a home country around which four or more others, and most of what the report names, lie.
    fn middle_of_anchors(&self) -> Option<Point> {
        if self.anchors.len() <= NEIGHBOURS || !self.anchors.iter().any(|anchor| self.home.contains(&anchor.country)) {
            return None;
        }
        let around = |middle: &Anchor| {
            let near = |anchor: &&Anchor| anchor.point.distance_km(middle.point) <= NEIGHBOURHOOD_KM;
            let near = self.anchors.iter().filter(near);
            near.fold((0, 0.0), |(count, sum), anchor| (count + 1, sum + anchor.weight))
        };
        let total: f32 = self.anchors.iter().map(|anchor| anchor.weight).sum();
        let weighed = self.anchors.iter().map(|anchor| (around(anchor), anchor));
        let ((count, weight), middle) = weighed.max_by(|((_, a), _), ((_, b), _)| a.total_cmp(b))?;
        (count > NEIGHBOURS && weight >= 0.6 * total && self.home.contains(&middle.country)).then_some(middle.point)
    }

    /// Whether nearly all of the report's places lie together, in a country of the language's press.
    pub(super) fn is_local(&self) -> bool {
        self.middle.is_some()
    }

    /// Whether a town of a home country is none that a report of another neighbourhood would mean without saying where it is.
    pub(super) fn is_out_of_the_way(&self, sense: &Sense) -> bool {
        self.home.contains(&sense.country) && self.middle.is_some_and(|middle| middle.distance_km(sense.point) > FAR_KM)
    }

    fn add(&mut self, name: usize, Sure { sense, country, place: weight }: Sure) {
        if sense.country != [0; 2] {
            self.countries.add(sense.country, country);
        }
        let division = if sense.kind == PlaceKind::Province { Some(sense.place) } else { sense.admin1 };
        if let Some(division) = division {
            self.divisions.add(division, weight);
            self.in_divisions.add(sense.country, weight);
        }
        if !matches!(sense.kind, PlaceKind::Country | PlaceKind::Region) {
            self.anchors.push(Anchor { name, place: sense.place, point: sense.point, country: sense.country, weight });
        }
    }

    /// What all but the name itself says for a sense of it.
    pub(super) fn support(&self, number: usize, name: &Name, uses: u32, sense: &Sense) -> Support {
        self.support_beside(number, sure_sense(name, uses), sense, |anchor| anchor.closeness(sense))
    }

    /// The same, given what the name itself says, and how near the sense is to an anchor.
    pub(super) fn support_beside(
        &self,
        number: usize,
        own: Option<Sure<'_>>,
        sense: &Sense,
        closeness: impl FnMut(&Anchor) -> f32,
    ) -> Support {
        let division_of =
            |sense: &Sense| if sense.kind == PlaceKind::Province { Some(sense.place) } else { sense.admin1 };
        let own_country = own.filter(|own| own.sense.country == sense.country).map_or(0.0, |own| own.country);
        let own_division = own.filter(|own| division_of(own.sense) == division_of(sense)).map_or(0.0, |own| own.place);
        let held = |weight: Option<f32>, own: f32| (weight.unwrap_or(0.0) - own).max(0.0);
        let country = held(self.countries.get(sense.country), own_country);
        let in_division = division_of(sense).map_or(0.0, |division| held(self.divisions.get(division), own_division));
        // One state among many that a report runs through says little; one that it stays in says much.
        let own_place = own.filter(|own| own.sense.country == sense.country).map_or(0.0, |own| own.place);
        let in_all = held(self.in_divisions.get(sense.country), own_place);
        let share = if in_all > 0.0 { (in_division / in_all).min(1.0) } else { 0.0 };
        let (nearness, near) = self.nearness(number, sense, closeness);
        let is_country = sense.kind == PlaceKind::Country;
        // A country that the language's press always speaks of says less of where a name is.
        let most = if self.home.contains(&sense.country) { 2.2 } else { 2.8 };
        Support {
            country: if is_country { 0.0 } else { most * country / (country + 1.6) },
            division: if is_country { 0.0 } else { 3.0 * share.sqrt() * in_division / (in_division + 2.0) },
            nearness,
            near,
        }
    }

    fn nearness(
        &self,
        number: usize,
        sense: &Sense,
        mut closeness: impl FnMut(&Anchor) -> f32,
    ) -> (f32, Option<PlaceId>) {
        if matches!(sense.kind, PlaceKind::Country | PlaceKind::Region) {
            return (0.0, None);
        }
        let (mut sum, mut best) = (0.0, (0.0, None));
        for anchor in self.anchors.iter().filter(|anchor| anchor.name != number && anchor.place != sense.place) {
            // A degree is 111 km: what lies three away need not be measured.
            if (anchor.point.latitude - sense.point.latitude).abs() > 3.0 {
                continue;
            }
            let value = closeness(anchor) * (anchor.weight / (anchor.weight + 0.4));
            sum += value;
            if value > best.0 {
                best = (value, Some(anchor.place));
            }
        }
        // Several places around say more than one, and less each.
        (2.6 * sum / (sum + 1.0), best.1)
    }

    /// Whether the report is about one country, and no sure place tells where in it.
    pub(super) fn is_somewhere_in(&self, country: [u8; 2]) -> bool {
        let weight = self.countries.get(country).unwrap_or(0.0);
        let alone = self.countries.iter().all(|(other, rival)| other == country || 2.0 * rival < weight);
        alone && self.in_divisions.get(country).is_none_or(|placed| placed < 1.5)
    }

    /// Whether the report is about some other country.
    pub(super) fn is_about_another(&self, country: [u8; 2]) -> bool {
        self.countries.iter().any(|(other, weight)| other != country && weight >= 1.5)
    }

    /// Whether the report is about a country, apart from a mention in passing.
    pub(super) fn is_about(&self, country: [u8; 2]) -> bool {
        self.countries.get(country).is_some_and(|weight| weight >= 1.2)
    }
}

/// The best sense of a name in use, and how sure it is, in mentions.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sure<'n> {
    sense: &'n Sense,
    /// Of its country.
    country: f32,
    /// Of the place itself.
    place: f32,
}

/// Those of all names, `uses` giving how often each is in use.
pub(super) fn sure_senses<'n>(names: &'n [Name], uses: &[u32]) -> Vec<Option<Sure<'n>>> {
    names.iter().zip(uses).map(|(name, &uses)| sure_sense(name, uses)).collect()
}

fn sure_sense(name: &Name, uses: u32) -> Option<Sure<'_>> {
    if uses == 0 {
        return None;
    }
    let best = name.best()?;
    let margin = |rival: &dyn Fn(&Sense) -> bool| {
        let rivals = name.senses.iter().filter(|sense| sense.place != best.place && rival(sense));
        best.score - rivals.map(|sense| sense.score).fold(0.0, f32::max)
    };
    let sure = |margin: f32| 1.0 / (1.0 + (-1.6 * (margin - 0.8)).exp());
    #[expect(clippy::cast_precision_loss, reason = "capped")]
    let mentions = 0.6 + 0.4 * uses.min(4) as f32;
    // The town and the division of its name share a country and a neighbourhood.
    let elsewhere = |sense: &Sense| sense.admin1 != best.admin1 && !sense.is_one_with(best);
    Some(Sure {
        sense: best,
        country: mentions * sure(margin(&|sense| sense.country != best.country)),
        place: mentions * sure(margin(&|sense| sense.country != best.country || elsewhere(sense))),
    })
}
