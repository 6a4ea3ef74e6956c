//! Events: what happened, where, when, who says so, and how many.

mod before_name;
pub mod claim;
pub mod kind;
pub mod mention;
mod noun_phrase;

pub mod constraint;
pub mod date;
pub mod extract;
pub mod merge;
pub mod places;
mod rulers;
pub mod rules;

mod actor;
mod agreement;
mod anchor;
mod attach;
mod certainty;
mod clause;
mod discourse;
mod draft;
mod figure;
mod hit;
mod kind_of;
mod link;
mod locate;
mod need;
mod nested;
mod people;
mod retell;
mod shelf;
mod signature;
mod site;
mod speech;
mod timing;
mod toll;
mod toll_word;
mod topic;
mod trigger_clause;
mod verb_group;

pub use claim::{Claim, ClaimKind};
pub use constraint::Constraints;
pub use extract::extract;
pub use kind::{EventKind, Family};
pub use mention::{Actor, Certainty, Mention, MentionPlace, PlaceHow, Role, Speaker, TimeRelation, WhenHow};
pub use places::Places;
pub use rules::Rules;

use crate::edtf::DateSet;
use crate::gazetteer::PlaceId;
use crate::reason::Reason;

/// Index of a mention in its collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MentionIndex(pub u32);

impl MentionIndex {
    /// The mention, among those of its collection.
    #[must_use]
    pub fn of(self, mentions: &[Mention]) -> Option<&Mention> {
        mentions.get(self.0 as usize)
    }
}

/// Something that happened: one marker on the map. Told by one or several mentions, of one or several reports.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Stable over runs: made from kind, place and day.
    pub id: String,
    /// What happened.
    pub kind: EventKind,
    /// Where; `None` goes to the tray of what could not be placed.
    pub place: Option<PlaceId>,
    /// When; `None` goes to the tray of what could not be dated.
    pub when: Option<DateSet>,
    /// Who tells it, by document and offset.
    pub mentions: Vec<MentionIndex>,
    /// Why these mentions are one event.
    pub reason: Reason,
    /// Why these days.
    pub when_reason: Reason,
}
