//! [`Draft`]: a mention and what the next steps need to know of it.

use super::kind::{EventKind, Family};
use super::mention::{Mention, WhenHow};

/// A mention and what the next steps need to know of it.
#[expect(clippy::struct_excessive_bools, reason = "each is true or not by itself")]
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) mention: Mention,
    pub(crate) sentence: usize,
    pub(crate) paragraph: usize,
    /// Whether its own sentence names or describes the place.
    pub(crate) own_place: bool,
    /// Whether a building or post of the place is what it was about.
    pub(crate) own_site: bool,
    /// Whether its place is a country: what happens there is not one event.
    pub(crate) vague: bool,
    /// Whether its own sentence tells the day.
    pub(crate) own_time: bool,
    /// Whether that is one day, not a year or a stretch of time.
    pub(crate) own_day: bool,
    /// Whether it points back to what was told before.
    pub(crate) definite: bool,
    /// Whether it tells of the dead alone, not of how they died.
    pub(crate) killing: bool,
}

impl Draft {
    /// What happened.
    pub(crate) fn kind(&self) -> EventKind {
        self.mention.kind
    }

    /// What sort of thing happened.
    pub(crate) fn family(&self) -> Family {
        self.mention.kind.family()
    }

    /// Whether it is told as having happened.
    pub(crate) fn is_plotted(&self) -> bool {
        self.mention.certainty.is_plotted()
    }

    /// Takes the day that another telling gives, where its own sentence tells none.
    pub(crate) fn take_time(&mut self, other: &Self) {
        if other.own_time && !self.own_time {
            self.mention.timex = other.mention.timex;
            self.mention.relation = other.mention.relation;
            self.mention.when_how = WhenHow::FromContext;
            self.own_time = true;
            self.own_day = other.own_day;
        }
    }
}
