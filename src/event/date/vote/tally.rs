//! [`Tally`]: the votes for each of the days a report may have come out on, and the day that stands out.

use super::super::candidates::Candidates;
use super::{AKIN, ON_THE_DAY, SAME_KIND};

/// Votes that a day needs: fewer where the report leaves only a few, as one weekday does, and fewer still where no other of these
/// has any.
const LEAST: u32 = SAME_KIND * ON_THE_DAY;
const LEAST_OF_FEW: u32 = AKIN * ON_THE_DAY;
const LEAST_ALONE: u32 = AKIN;
const FEW: usize = 8;
/// Days about the best one that its own tellings give votes by chance: no rivals of it.
const BESIDE: u32 = 1;

/// Votes by candidate day, in the order of the days.
#[derive(Debug)]
pub(super) struct Tally {
    /// Of what is told.
    pub(super) told: Vec<u32>,
    /// Of the reports of the same towns that came out about the day.
    pub(super) company: Vec<u32>,
    /// The days that nothing told rules out; bits.
    pub(super) possible: u64,
}

impl Tally {
    /// The positions of the days with the most votes, if they stand out: one, or two that follow each other.
    pub(super) fn leads(&self, candidates: &Candidates<'_>) -> Option<Vec<usize>> {
        let total = |index: usize| self.of(index).0 + self.of(index).1;
        let days = (0..candidates.len()).filter(|day| self.possible >> day & 1 != 0);
        let best = days.clone().map(total).max()?;
        let leads: Vec<usize> = days.clone().filter(|&index| total(index) == best).collect();
        let (first, last) = (*leads.first()?, *leads.last()?);
        let apart = |one: usize, other: usize| {
            candidates
                .day(one)
                .zip(candidates.day(other))
                .map_or(0, |(one, other)| one.number().abs_diff(other.number()))
        };
        let mut rivals = days.filter(|&index| apart(index, first).min(apart(index, last)) > BESIDE);
        let alone = rivals.clone().all(|index| total(index) == 0);
        let needed = match candidates.len() {
            0..=FEW if alone => LEAST_ALONE,
            0..=FEW => LEAST_OF_FEW,
            _ => LEAST,
        };
        let stands_out =
            best >= needed && apart(first, last) <= BESIDE && !rivals.any(|rival| self.rivals(rival, first));
        stands_out.then_some(leads)
    }

    fn of(&self, index: usize) -> (u32, u32) {
        let votes = |votes: &[u32]| votes.get(index).copied().unwrap_or_default();
        (votes(&self.told), votes(&self.company))
    }

    /// Whether a day has nearly as many votes as the best one. Which of the days about one report it is, only what is told says.
    fn rivals(&self, rival: usize, best: usize) -> bool {
        let ((told, company), (best_told, best_company)) = (self.of(rival), self.of(best));
        let (votes, most) =
            if company == best_company { (told, best_told) } else { (told + company, best_told + best_company) };
        votes * 3 > most * 2
    }
}
