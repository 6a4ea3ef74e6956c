//! Scores of dated expressions and of publication days.

use super::days::Days;
use super::gold::{GoldDocument, GoldTimex};
use super::output::{Annotated, TimexOut};
use super::tally::{Share, Tally};

/// Scores of timexes. Those that the gold leaves free, and durations that it does not list, count neither way.
#[derive(Debug, Default)]
pub(crate) struct TimexScores {
    /// Bytes in common.
    pub(crate) relaxed: Tally,
    /// Bytes in common, and the same days.
    pub(crate) anchor: Tally,
    /// Reports whose publication day is the gold's.
    pub(crate) published: Share,
}

impl TimexScores {
    /// Adds one report; what went wrong is told to `errors`.
    pub(crate) fn add(&mut self, document: &GoldDocument, found: &Annotated, errors: &mut Vec<String>) {
        self.add_timexes(document, &found.timexes, errors);
        let Some(wanted) = document.publication() else { return };
        let inferred = found.published.inferred.as_deref();
        let right = inferred.and_then(Days::parse).is_some_and(|days| days == wanted || days.lie_in(&wanted));
        self.published.add(right);
        if !right {
            errors.push(format!("{}: published {inferred:?}, gold {wanted:?}", document.name()));
        }
    }

    fn add_timexes(&mut self, document: &GoldDocument, found: &[TimexOut], errors: &mut Vec<String>) {
        let wanted: Vec<&GoldTimex> = document.timexes.iter().filter(|timex| !timex.optional).collect();
        let counts = |found: &&TimexOut| {
            let listed = |mut all: std::slice::Iter<GoldTimex>| all.any(|timex| found.piece.meets(timex.piece));
            wanted.iter().any(|timex| found.piece.meets(timex.piece))
                || has_days(found) && !listed(document.timexes.iter())
        };
        let found: Vec<&TimexOut> = found.iter().filter(counts).collect();
        self.count(&found, document, &wanted);
        let mut used = vec![false; found.len()];
        for timex in wanted {
            let hit = (0..found.len()).find(|&index| !used[index] && found[index].piece.meets(timex.piece));
            let Some(index) = hit else {
                errors.push(format!("{}: timex missed {:?}", document.name(), timex.text));
                continue;
            };
            used[index] = true;
            self.relaxed.hits += 1;
            let readings = document.readings_of_timex(timex);
            let days = found[index].edtf.as_deref().and_then(Days::parse);
            if readings.iter().any(|reading| days.as_ref().is_some_and(|days| days.same_as(reading))) {
                self.anchor.hits += 1;
            } else if !readings.is_empty() {
                errors.push(format!("{}: timex {:?} means {:?}", document.name(), timex.text, found[index].edtf));
            }
        }
    }

    fn count(&mut self, found: &[&TimexOut], document: &GoldDocument, wanted: &[&GoldTimex]) {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        self.relaxed.found += number(found.len());
        self.relaxed.wanted += number(wanted.len());
        self.anchor.found += number(found.iter().filter(|timex| has_days(timex)).count());
        let dated = wanted.iter().filter(|timex| !document.readings_of_timex(timex).is_empty());
        self.anchor.wanted += number(dated.count());
    }
}

fn has_days(timex: &TimexOut) -> bool {
    timex.edtf.as_deref().and_then(Days::parse).is_some()
}
