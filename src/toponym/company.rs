//! [`Company`]: which senses of a report's town names lie close together, where no name is sure enough to measure the others by.
//!
//! Berlin, Gorham, Lancaster and Concord are each a town of many states, and all four of New Hampshire alone.

use super::names::Name;
use super::sense::Sense;
use crate::gazetteer::{NameForm, PlaceId, PlaceKind};

/// Names of a report beyond which its own sure places tell enough.
const MOST_NAMES: usize = 60;
/// A distance at which a neighbour says a third of what one next door does.
const REACH_KM: f32 = 70.0;

/// How much company each sense of each name has.
#[derive(Clone, Debug, Default)]
pub(super) struct Company(Vec<Vec<f32>>);

/// A town that a name may stand for.
struct Town<'n> {
    division: PlaceId,
    name: usize,
    at: usize,
    sense: &'n Sense,
    /// What the name says for each of the towns of its name.
    weight: f32,
}

impl Company {
    /// Of the names in use, `counts` giving how often each is one.
    pub(super) fn of(names: &[Name], counts: &[u32]) -> Self {
        let mut company = Self(names.iter().map(|name| vec![0.0; name.senses.len()]).collect());
        let used = || names.iter().zip(counts).enumerate().filter(|(_, (_, counts))| **counts > 0);
        if used().count() > MOST_NAMES {
            return company;
        }
        let mut towns: Vec<Town> = used().flat_map(|(number, (name, _))| towns(number, name)).collect();
        towns.sort_by_key(|town| (town.division, town.name, town.at));
        for division in towns.chunk_by(|one, other| one.division == other.division) {
            for town in division {
                let total =
                    division.chunk_by(|one, other| one.name == other.name).map(|others| neighbour(town, others)).sum();
                if let Some(value) = company.0.get_mut(town.name).and_then(|senses| senses.get_mut(town.at)) {
                    *value = total;
                }
            }
        }
        company
    }

    /// What it says for a sense, 0 to 3.5.
    pub(super) fn support(&self, name: usize, at: usize) -> f32 {
        let value = self.0.get(name).and_then(|senses| senses.get(at)).copied().unwrap_or(0.0);
        3.5 * value / (value + 0.5)
    }
}

/// The towns called so, of those of its senses.
fn towns(number: usize, name: &Name) -> impl Iterator<Item = Town<'_>> {
    let is_town = |sense: &&Sense| sense.kind == PlaceKind::City && sense.form == NameForm::Main;
    #[expect(clippy::cast_precision_loss, reason = "no more than the candidates of a name")]
    let count = name.senses.iter().filter(is_town).count().max(1) as f32;
    let towns = name.senses.iter().enumerate().filter(move |(_, sense)| is_town(sense));
    towns.filter_map(move |(at, sense)| {
        Some(Town { division: sense.admin1?, name: number, at, sense, weight: 1.0 / count.sqrt() })
    })
}

/// What the nearest town of another name says.
fn neighbour(town: &Town, others: &[Town]) -> f32 {
    let value = |other: &Town| {
        #[expect(clippy::cast_possible_truncation, reason = "a distance on Earth fits")]
        let km = town.sense.point.distance_km(other.sense.point) as f32;
        other.weight * (-km / REACH_KM).exp()
    };
    others.iter().filter(|other| other.name != town.name).map(value).fold(0.0, f32::max)
}
