//! [`Names`]: the distinct names of a report, each with what it could stand for and how it is used throughout.

use crate::gazetteer::{Gazetteer, NameForm, NameMatch, PlaceId, PlaceKind, Point};
use std::collections::HashMap;

/// Candidates of one name that are weighed; names with more have only hamlets beyond.
const MOST_CANDIDATES: usize = 48;

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
    /// With the report's other places weighed in.
    pub(super) score: f32,
}

/// One distinct name of a report.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) senses: Vec<Sense>,
    /// Words of the name.
    pub(super) words: usize,
    /// Occurrences.
    pub(super) count: u32,
    /// The best standing that any occurrence has as a place's name.
    pub(super) best_standing: f32,
    /// Occurrences within a person's name.
    pub(super) persons: u32,
    /// Also stands in lower case in the report.
    pub(super) in_lower_case: bool,
}

/// The distinct names, in order of first occurrence.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    pub(super) items: Vec<Name>,
    by_match: HashMap<NameMatch, usize>,
}

impl Names {
    /// The number of a match's name, looked up in the gazetteer when it is new.
    pub(super) fn number(&mut self, found: NameMatch, gazetteer: &Gazetteer) -> usize {
        if let Some(&number) = self.by_match.get(&found) {
            return number;
        }
        let number = self.items.len();
        let senses = gazetteer
            .candidates_of(found)
            .take(MOST_CANDIDATES)
            .map(|named| sense(gazetteer, named.place, named.form))
            .collect();
        self.items.push(Name {
            senses,
            words: found.words,
            count: 0,
            best_standing: f32::MIN,
            persons: 0,
            in_lower_case: false,
        });
        self.by_match.insert(found, number);
        number
    }
}

fn sense(gazetteer: &Gazetteer, place: PlaceId, form: NameForm) -> Sense {
    let row = gazetteer.place(place);
    let capital_of = gazetteer.capital_of(place);
    let mut sense = Sense {
        place,
        form,
        kind: row.kind,
        country: row.country.as_bytes().try_into().unwrap_or_default(),
        admin1: row.admin1,
        point: row.point,
        population: row.population,
        is_capital: capital_of.is_some_and(|area| gazetteer.kind(area) == PlaceKind::Country),
        is_curated: !row.id.starts_with("gn") || capital_of.is_some() || row.population >= 100_000,
        prior: 0.0,
        score: 0.0,
    };
    sense.prior = super::prior::prior(&sense);
    sense.score = sense.prior;
    sense
}

impl Name {
    /// The likeliest sense so far.
    pub(super) fn best(&self) -> Option<&Sense> {
        self.senses.iter().max_by(|a, b| a.score.total_cmp(&b.score).then(b.place.cmp(&a.place)))
    }

    /// Lifts towns over the division of the same name that they lie in, and leans to the countries in `home`.
    pub(super) fn prefer_towns(&mut self, home: &[[u8; 2]]) {
        let divisions: Vec<(PlaceId, f32)> = self
            .senses
            .iter()
            .filter(|sense| matches!(sense.kind, PlaceKind::Province | PlaceKind::District))
            .map(|sense| (sense.place, sense.prior))
            .collect();
        for sense in &mut self.senses {
            let holder = divisions.iter().find(|(division, _)| sense.admin1 == Some(*division));
            if let Some(&(_, prior)) = holder.filter(|_| sense.kind == PlaceKind::City) {
                sense.prior = sense.prior.max(prior + 0.7);
            }
            if home.contains(&sense.country) && sense.kind != PlaceKind::Country {
                sense.prior += 0.25;
            }
            sense.score = sense.prior;
        }
    }
}
