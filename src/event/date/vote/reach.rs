//! [`Reach`]: the days on which another report may tell the event of a mention.

use super::super::width;
use super::{ON_THE_DAY, Pair, WIDEST_TELLING};
use crate::edtf::DateSet;
use crate::event::Mention;

/// The days on which another report may tell the event of a mention that means some days.
#[derive(Debug)]
pub(super) struct Reach<'a> {
    /// The days meant, where they give more votes than those about them.
    meant: Option<&'a DateSet>,
    /// Those, and the days about them.
    about: DateSet,
}

impl<'a> Reach<'a> {
    /// None where the mention means too many days.
    pub(super) fn of(own: &Mention, meant: Option<&'a DateSet>) -> Option<Self> {
        let meant = meant?;
        if own.timex.is_none() {
            // What is told without a day was on the day of the report or shortly before.
            return Some(Self { meant: None, about: DateSet::days(meant.first().plus(-2), meant.last()) });
        }
        let about = DateSet::days(meant.first().plus(-1), meant.last().plus(1));
        (width(meant) <= WIDEST_TELLING).then(|| Self { meant: Some(meant), about })
    }

    /// What a pair is worth.
    pub(super) fn votes(&self, pair: &Pair<'_>) -> u32 {
        if !self.about.meets(pair.told) {
            0
        } else if self.meant.is_some_and(|meant| meant.meets(pair.told)) {
            pair.votes * ON_THE_DAY
        } else {
            pair.votes
        }
    }

    /// The best of several, the likeliest first.
    pub(super) fn most_votes(&self, pairs: &[Pair<'_>]) -> u32 {
        let mut most = 0;
        for pair in pairs {
            if pair.votes * ON_THE_DAY <= most {
                break;
            }
            most = most.max(self.votes(pair));
        }
        most
    }
}
