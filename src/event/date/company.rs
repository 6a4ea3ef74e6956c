//! [`Company`]: the dated reports that name the same towns as one that states no day.

use super::DatedReport;
use crate::edtf::DateSet;
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::toponym::{Toponym, Usage};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Towns and districts that two reports of the same news both name.
const LEAST_SHARED: u32 = 2;
/// Of those, how many count.
const MOST_SHARED: u32 = 6;
/// Days between two reports of the same news.
const NEWS: i32 = 3;
/// Reports that one town is looked up in: a capital says nothing.
const MOST_NAMING: usize = 128;

/// A report of the same towns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Companion {
    /// Its index.
    pub(super) report: usize,
    /// How many towns and districts both name, at most [`MOST_SHARED`].
    pub(super) shared: u32,
}

/// Dated reports by the towns and districts that they name.
#[derive(Debug, Default)]
pub(super) struct Company {
    naming: FxHashMap<PlaceId, Vec<usize>>,
}

impl Company {
    /// Of the reports whose day is known.
    pub(super) fn new(reports: &[DatedReport<'_>], gazetteer: &Gazetteer) -> Self {
        let named = |report: &DatedReport<'_>| {
            let day = report.publication.inferred.single_day();
            day.map(|_| towns(report.toponyms, gazetteer)).unwrap_or_default()
        };
        let named: Vec<BTreeSet<PlaceId>> = reports.par_iter().map(named).collect();
        let mut naming: FxHashMap<PlaceId, Vec<usize>> = FxHashMap::default();
        for (index, places) in named.into_iter().enumerate() {
            for place in places {
                naming.entry(place).or_default().push(index);
            }
        }
        Self { naming }
    }

    /// The reports that name several of the same towns, in order.
    pub(super) fn of(&self, report: &DatedReport<'_>, gazetteer: &Gazetteer) -> Vec<Companion> {
        let mut shared: FxHashMap<usize, u32> = FxHashMap::default();
        for place in towns(report.toponyms, gazetteer) {
            let naming = self.naming.get(&place).filter(|naming| naming.len() <= MOST_NAMING);
            for &other in naming.into_iter().flatten() {
                *shared.entry(other).or_default() += 1;
            }
        }
        shared.retain(|_, count| *count >= LEAST_SHARED);
        let mut company: Vec<Companion> =
            shared.into_iter().map(|(report, count)| Companion { report, shared: count.min(MOST_SHARED) }).collect();
        company.sort_unstable_by_key(|companion| companion.report);
        company
    }
}

/// Whether two reports that came out on these days may tell of the same news.
pub(super) fn is_news_of(day: &DateSet, other: &DateSet) -> bool {
    DateSet::days(day.first().plus(-NEWS), day.last().plus(NEWS)).meets(other)
}

/// The towns and districts that a report names as such, each once.
fn towns(toponyms: &[Toponym], gazetteer: &Gazetteer) -> BTreeSet<PlaceId> {
    let named = toponyms.iter().filter(|toponym| toponym.usage == Usage::Literal && !toponym.near);
    let narrow = |place: &PlaceId| gazetteer.kind(*place).is_town_or_district();
    named.filter_map(|toponym| toponym.place).filter(narrow).collect()
}
