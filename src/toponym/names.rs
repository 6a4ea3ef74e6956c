//! [`Names`]: the distinct names of a report, each with what it could stand for and how it is used throughout.

use super::cues::KindSet;
use super::memory::Memory;
use crate::gazetteer::name_key::name_key;
use crate::gazetteer::{Gazetteer, NameForm, NameMatch, Outline, PlaceId, PlaceKind, Point};
use rustc_hash::FxHashMap;

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
    /// What occurrences that leave no doubt say for the others.
    pub(super) vote: f32,
    /// With the report's other places weighed in.
    pub(super) score: f32,
}

/// One distinct name of a report.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) senses: Vec<Sense>,
    /// Bytes of the name as it first stands.
    pub(super) letters: usize,
    /// Words of the name.
    pub(super) words: usize,
    /// The kinds that its own words tell.
    pub(super) own_kinds: KindSet,
    /// The best standing that any occurrence has as a place's name.
    pub(super) best_standing: f32,
    /// Occurrences within a person's name.
    pub(super) persons: u32,
    /// Occurrences behind a capitalised word that no list knows: mostly a person's given name.
    pub(super) surnames: u32,
    /// Occurrences that their own surroundings show to be a place's.
    pub(super) shown: u32,
    /// Also stands in lower case in the report.
    pub(super) in_lower_case: bool,
    /// A country of the language's press, or a division of one.
    pub(super) is_home_area: bool,
}

/// The distinct names, in order of first occurrence.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    pub(super) items: Vec<Name>,
    by_match: FxHashMap<NameMatch, usize>,
}

impl Names {
    /// Adds the river that the gazetteer has as `Niger River` to what `fleuve Niger` can mean.
    pub(super) fn add_river(&mut self, number: usize, surface: &str, gazetteer: &Gazetteer) {
        let Some(name) = self.items.get_mut(number) else { return };
        if name.senses.iter().any(|sense| sense.kind == PlaceKind::River) {
            return;
        }
        let key = name_key(&format!("{surface} River"));
        let rivers = gazetteer.candidates(&key).filter(|named| gazetteer.kind(named.place) == PlaceKind::River);
        name.senses.extend(rivers.map(|named| sense(gazetteer, named.place, named.form)));
    }

    /// The number of a match's name, looked up when it is new.
    pub(super) fn number(&mut self, found: NameMatch, memory: &mut Memory<'_>) -> usize {
        if let Some(&number) = self.by_match.get(&found) {
            return number;
        }
        let number = self.items.len();
        self.items.push(Name {
            senses: memory.senses(found),
            letters: 0,
            words: found.words,
            own_kinds: KindSet::default(),
            best_standing: f32::MIN,
            persons: 0,
            surnames: 0,
            shown: 0,
            in_lower_case: false,
            is_home_area: false,
        });
        self.by_match.insert(found, number);
        number
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

fn sense(gazetteer: &Gazetteer, place: PlaceId, form: NameForm) -> Sense {
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
fn is_borrowed(alias: &Sense, senses: &[Sense]) -> bool {
    let called = |sense: &Sense| {
        sense.form == NameForm::Main
            && sense.kind == PlaceKind::City
            && sense.place != alias.place
            && sense.population >= alias.population.max(1)
    };
    alias.form == NameForm::Alias && alias.kind == PlaceKind::City && !alias.is_capital && senses.iter().any(called)
}

impl Name {
    /// Leans to the kind that the name's own words tell: the Red Sea is a sea before it is a province of that name.
    pub(super) fn prefer_own_kind(&mut self) {
        for sense in &mut self.senses {
            if self.own_kinds.has(sense.kind) {
                sense.prior += 1.5;
                sense.score = sense.prior;
            }
        }
    }

    /// The likeliest sense so far.
    pub(super) fn best(&self) -> Option<&Sense> {
        self.senses.iter().max_by(|a, b| a.score.total_cmp(&b.score).then(b.place.cmp(&a.place)))
    }

    /// Lifts towns over the division of the same name that they lie in, and leans to the countries in `home`.
    pub(super) fn prefer_towns(&mut self, home: &[[u8; 2]]) {
        let divisions: Vec<(PlaceId, f32, Point)> = self
            .senses
            .iter()
            .filter(|sense| matches!(sense.kind, PlaceKind::Province | PlaceKind::District))
            .map(|sense| (sense.place, sense.prior, sense.point))
            .collect();
        let countries: Vec<(f32, [u8; 2])> = self
            .senses
            .iter()
            .filter(|sense| sense.kind == PlaceKind::Country)
            .map(|sense| (sense.prior, sense.country))
            .collect();
        let is_area = |kind| matches!(kind, PlaceKind::Country | PlaceKind::Province);
        let borrowed = self.borrowed();
        self.is_home_area = self.senses.iter().any(|sense| is_area(sense.kind) && home.contains(&sense.country));
        for sense in &mut self.senses {
            // Luxembourg, Djibouti, Hong Kong: the country before its town.
            if let Some((prior, _)) =
                countries.iter().find(|(_, country)| sense.kind == PlaceKind::City && *country == sense.country)
            {
                sense.prior = sense.prior.min(prior - 0.9);
            }
            let holder = divisions
                .iter()
                .find(|(division, _, point)| sense.admin1 == Some(*division) || point.distance_km(sense.point) < 120.0);
            // Minnesota is no spelling of Minneota in it.
            let bears_it = sense.kind == PlaceKind::City
                && (sense.form == NameForm::Main || sense.is_curated)
                && !borrowed.contains(&sense.place);
            if let Some(&(_, prior, _)) = holder.filter(|_| bears_it) {
                sense.prior = sense.prior.max(prior + 0.7);
            }
            if home.contains(&sense.country) && sense.kind != PlaceKind::Country {
                sense.prior += 0.25;
            }
            sense.score = sense.prior;
        }
        self.lower_rare_spellings();
    }

    /// The senses that stand back behind a larger town of the name.
    fn borrowed(&self) -> Vec<PlaceId> {
        self.senses.iter().filter(|sense| is_borrowed(sense, &self.senses)).map(|sense| sense.place).collect()
    }

    /// A town that GeoNames also spells so is hardly meant beside one that is called so: Frankfurt is not Frankfort.
    fn lower_rare_spellings(&mut self) {
        let borrowed = self.borrowed();
        let is_rare = |sense: &Sense| {
            let known = sense.kind != PlaceKind::City || sense.population >= 100_000 || sense.is_capital;
            sense.form == NameForm::Alias && (!known || borrowed.contains(&sense.place))
        };
        let called = self.senses.iter().filter(|sense| !is_rare(sense)).map(|sense| sense.prior).fold(0.0, f32::max);
        for sense in self.senses.iter_mut().filter(|sense| is_rare(sense) && sense.prior < called) {
            sense.prior -= 1.5;
            sense.score = sense.prior;
        }
    }
}
