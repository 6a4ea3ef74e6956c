//! [`Sense`]: a place that a name could stand for, and all those of a name by the gazetteer alone.

use crate::gazetteer::name_key::name_key;
use crate::gazetteer::{Gazetteer, NameForm, NameMatch, Outline, PlaceId, PlaceKind, Point};

/// Candidates of one name that are weighed; names with more have only hamlets beyond.
pub(super) const MOST_CANDIDATES: usize = 48;

/// A place that a name could stand for, with what the weighing needs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sense {
    pub(super) place: PlaceId,
    pub(super) form: NameForm,
    pub(super) kind: PlaceKind,
    pub(super) country: [u8; 2],
    pub(super) admin1: Option<PlaceId>,
    pub(super) point: Point,
    pub(super) population: u32,
    /// Capital of a country.
    pub(super) is_capital: bool,
    /// From the curated table rather than the world's towns alone.
    pub(super) is_curated: bool,
    /// How likely it is before any context; see [`super::prior`].
    pub(super) prior: f32,
    /// What occurrences that leave no doubt say for the others.
    pub(super) vote: f32,
    /// With the report's other places weighed in.
    pub(super) score: f32,
}

impl Sense {
    /// Whether it is the same place, or one is the division that the other lies in.
    pub(super) fn is_one_with(&self, other: &Self) -> bool {
        self.place == other.place || self.admin1 == Some(other.place) || other.admin1 == Some(self.place)
    }

    /// Counts what an occurrence that leaves no doubt says for it.
    pub(super) fn add_vote(&mut self, weight: f32) {
        self.vote += weight;
        self.score = self.prior + self.vote;
    }
}

/// What a name can stand for, by the gazetteer alone.
pub(super) fn senses_of(found: NameMatch, gazetteer: &Gazetteer) -> Vec<Sense> {
    let named = gazetteer.candidates_of(found).take(MOST_CANDIDATES);
    let mut senses: Vec<Sense> = named.map(|named| sense(gazetteer, named.place, named.form)).collect();
    add_namesakes(gazetteer, &mut senses);
    prefer_own_names(gazetteer, &mut senses);
    senses
}

/// A town that is also called what another is called is so many times as large where it is meant all the same: Vienne is Vienna.
const TIMES_AS_LARGE: u32 = 5;
/// What it loses otherwise, in decades of population.
const BORROWED: f32 = 0.6;

/// Leans to the town whose own name it is: Pokrovsk was a name of Engels too. But Newcastle upon Tyne is Newcastle.
fn prefer_own_names(gazetteer: &Gazetteer, senses: &mut [Sense]) {
    let own = senses.iter().filter(|sense| sense.form == NameForm::Main && sense.kind == PlaceKind::City);
    let Some((largest, name)) = own.map(|sense| (sense.population, sense.place)).max() else { return };
    let name = name_key(gazetteer.name_of(name));
    for sense in senses.iter_mut().filter(|sense| sense.form == NameForm::Alias && sense.kind == PlaceKind::City) {
        let is_short = || name_key(gazetteer.name_of(sense.place)).starts_with(&name);
        if !sense.is_capital && largest.saturating_mul(TIMES_AS_LARGE) >= sense.population && !is_short() {
            sense.prior -= BORROWED;
            sense.score = sense.prior;
        }
    }
}

pub(super) fn sense(gazetteer: &Gazetteer, place: PlaceId, form: NameForm) -> Sense {
    let Outline { kind, country, admin1, point, population } = gazetteer.outline(place);
    let capital_of = gazetteer.capital_of(place);
    let mut sense = Sense {
        place,
        form,
        kind,
        country,
        admin1,
        point,
        population,
        is_capital: capital_of.is_some_and(|area| gazetteer.kind(area) == PlaceKind::Country),
        is_curated: population >= 100_000 || capital_of.is_some() || !gazetteer.is_of_geonames(place),
        prior: 0.0,
        vote: 0.0,
        score: 0.0,
    };
    sense.prior = super::prior::prior(&sense);
    sense.score = sense.prior;
    sense
}

/// Adds the town that a division is called after, and the division called after a town, where only one of them is listed
/// in this spelling: `Nikolaïev` is the town of Mykolaiv too.
fn add_namesakes(gazetteer: &Gazetteer, senses: &mut Vec<Sense>) {
    let has = |senses: &[Sense], kind: PlaceKind, country: [u8; 2]| {
        senses.iter().any(|sense| sense.kind == kind && sense.country == country)
    };
    for index in 0..senses.len() {
        let Some(&known) = senses.get(index) else { continue };
        let wanted = match known.kind {
            PlaceKind::Province => PlaceKind::City,
            PlaceKind::City if known.is_curated && known.form == NameForm::Alias && !is_borrowed(&known, senses) => {
                PlaceKind::Province
            }
            _ => continue,
        };
        if has(senses, wanted, known.country) {
            continue;
        }
        let key = name_key(gazetteer.name_of(known.place));
        let named = gazetteer.candidates(&key).take(MOST_CANDIDATES);
        let namesake = named.map(|named| sense(gazetteer, named.place, known.form)).find(|sense| {
            sense.kind == wanted && sense.country == known.country && sense.point.distance_km(known.point) < 200.0
        });
        senses.extend(namesake);
    }
}

/// Whether a larger town is called what a town is only also called: Jalalabad is hardly Sylhet.
pub(super) fn is_borrowed(alias: &Sense, senses: &[Sense]) -> bool {
    let called = |sense: &Sense| {
        sense.form == NameForm::Main
            && sense.kind == PlaceKind::City
            && sense.place != alias.place
            && sense.population >= alias.population.max(1)
    };
    alias.form == NameForm::Alias && alias.kind == PlaceKind::City && !alias.is_capital && senses.iter().any(called)
}
