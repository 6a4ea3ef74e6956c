//! What the other names of a list say of one: among provinces of Canada, New Brunswick is a province, and among countries Niger is one.

use super::annotate::Report;
use super::context::Context;
use super::sense::Sense;
use super::weigh::ENOUGH;
use crate::gazetteer::PlaceKind;

/// The kind told of several places is that of all names of their list: `Shelby and Darke counties`, `les provinces de Baghlan et du Badakhshan`.
pub(super) fn share_kinds(contexts: &mut [Context]) {
    for at in (1..contexts.len()).rev() {
        share(contexts, (at, at - 1), at, true);
    }
    for at in 1..contexts.len() {
        share(contexts, (at - 1, at), at, false);
    }
}

fn share(contexts: &mut [Context], (from, to): (usize, usize), later: usize, behind: bool) {
    let is_listed = contexts.get(later).is_some_and(|later| later.listed);
    let told = contexts.get(from).copied().filter(|told| is_listed && told.several && told.kind_behind == behind);
    let untold = contexts.get_mut(to).filter(|context| context.kinds.is_empty());
    if let (Some(told), Some(context)) = (told, untold) {
        context.kinds = told.kinds;
        context.several = true;
        context.kind_behind = behind;
    }
}

/// What a list is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fellows {
    Countries,
    /// Divisions of one country.
    DivisionsOf([u8; 2]),
    TownsOf([u8; 2]),
}

impl Fellows {
    /// What a sense makes a list of, if all others are such.
    fn of(sense: &Sense) -> Option<Self> {
        match sense.kind {
            PlaceKind::Country => Some(Self::Countries),
            PlaceKind::Province => Some(Self::DivisionsOf(sense.country)),
            PlaceKind::City => Some(Self::TownsOf(sense.country)),
            _ => None,
        }
    }

    pub(super) fn include(self, sense: &Sense) -> bool {
        Self::of(sense) == Some(self)
    }
}

impl Report<'_> {
    /// Of each occurrence, what the others of its list are.
    pub(super) fn fellows(&self) -> Vec<Option<Fellows>> {
        let mut found = vec![None; self.occurrences.len()];
        let mut first = 0;
        while first < self.occurrences.len() {
            let more =
                self.occurrences.iter().skip(first + 1).take_while(|occurrence| occurrence.context.listed).count();
            let list = first..first + 1 + more;
            let likeliest: Vec<Option<Fellows>> = list.clone().map(|at| self.likeliest(at)).collect();
            for (place, at) in list.clone().enumerate() {
                if let Some(slot) = found.get_mut(at) {
                    *slot = shared(&likeliest, place);
                }
            }
            first = list.end;
        }
        found
    }

    fn likeliest(&self, at: usize) -> Option<Fellows> {
        let occurrence = self.occurrences.get(at).filter(|occurrence| occurrence.standing > ENOUGH)?;
        Fellows::of(self.names.items.get(occurrence.name)?.best()?)
    }
}

/// What at least two of the others are, and no fewer than three in four.
fn shared(likeliest: &[Option<Fellows>], but: usize) -> Option<Fellows> {
    let others = || likeliest.iter().enumerate().filter(|&(at, _)| at != but).map(|(_, fellows)| *fellows);
    let count = |wanted: Fellows| others().filter(|fellows| *fellows == Some(wanted)).count();
    let wanted = others().flatten().max_by_key(|&fellows| count(fellows))?;
    (count(wanted) >= 2 && 4 * count(wanted) >= 3 * (likeliest.len() - 1)).then_some(wanted)
}
