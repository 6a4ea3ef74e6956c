//! Scores of place names: were they found, and are they at the right place.

use super::gold::{Gold, GoldDocument, GoldToponym};
use super::output::{Annotated, ToponymOut};
use super::place::is_place;
use super::tally::{Share, Tally};

/// Scores of toponyms. Those that the gold leaves free (modifiers, boilerplate) count neither way.
#[derive(Debug, Default)]
pub(crate) struct ToponymScores {
    /// The same bytes.
    pub(crate) strict: Tally,
    /// Bytes in common.
    pub(crate) overlap: Tally,
    /// Bytes in common, and the right place.
    pub(crate) end_to_end: Tally,
    /// Of those found, how many are used as the gold says (literal, metonym, dateline).
    pub(crate) usage: Share,
}

impl ToponymScores {
    /// Adds one report; what went wrong is told to `errors`.
    pub(crate) fn add(&mut self, gold: &Gold, document: &GoldDocument, found: &Annotated, errors: &mut Vec<String>) {
        let (free, wanted): (Vec<_>, Vec<_>) = document.toponyms.iter().partition(|toponym| toponym.is_free());
        let meets = |found: &ToponymOut, all: &[&GoldToponym]| all.iter().any(|other| found.piece.meets(other.piece));
        let counts = |found: &&ToponymOut| found.usage != "modifier" && (!meets(found, &free) || meets(found, &wanted));
        let found: Vec<&ToponymOut> = found.toponyms.iter().filter(counts).collect();
        let mut used = vec![false; found.len()];
        for toponym in &wanted {
            let place = |text: &str| format!("{}: {text} {:?}@{}", document.name(), toponym.text, toponym.piece.start);
            let Some(index) = self.best(toponym, &found, &used) else {
                errors.push(place("toponym missed"));
                continue;
            };
            used[index] = true;
            self.overlap.hits += 1;
            self.usage.add(found[index].usage == toponym.usage);
            let right = found[index].place.as_ref().is_some_and(|place| is_place(place, &gold.places[&toponym.place]));
            self.end_to_end.hits += u32::from(right);
            if !right {
                errors.push(format!("{}, is at {:?}", place("toponym misplaced"), found[index].place));
            }
        }
        for (toponym, _) in found.iter().zip(&used).filter(|(_, used)| !**used) {
            errors.push(format!("{}: no toponym {:?}@{}", document.name(), toponym.text, toponym.piece.start));
        }
        self.count(found.len(), wanted.len());
    }

    /// The unused finding of the same bytes, or else the first with bytes in common.
    fn best(&mut self, toponym: &GoldToponym, found: &[&ToponymOut], used: &[bool]) -> Option<usize> {
        let unused = || (0..found.len()).filter(|&index| !used[index]);
        if let Some(same) = unused().find(|&index| found[index].piece == toponym.piece) {
            self.strict.hits += 1;
            return Some(same);
        }
        unused().find(|&index| found[index].piece.meets(toponym.piece))
    }

    fn count(&mut self, found: usize, wanted: usize) {
        for tally in [&mut self.strict, &mut self.overlap, &mut self.end_to_end] {
            tally.found += u32::try_from(found).unwrap_or(u32::MAX);
            tally.wanted += u32::try_from(wanted).unwrap_or(u32::MAX);
        }
    }
}
