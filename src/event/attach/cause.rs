//! What people were killed by: the event told before that losses are of, though they are told with another.

use super::{NEAR, is_loss, place_of, suits};
use crate::event::claim::ClaimKind;
use crate::event::draft::Draft;
use crate::event::kind::{EventKind, Family};

/// The event that losses told in `sentence` with `draft` are of: the violence told before it at that place, where it tells neither place nor day
/// and is what the violence went on to (*the assault on Maruf … held the police building for hours*), or takes no lives itself
/// (*eighteen had died and a dozen been taken captive*), or is nothing but the losses; else itself.
pub(super) fn of_losses<'d>(drafts: &'d [Draft], draft: &'d Draft, sentence: usize) -> &'d Draft {
    if let Some(crowd) = crowd_beside(drafts, draft) {
        return crowd;
    }
    // "in one of these battles they killed 20": lives that fighting cost in its own sentence are its own.
    let fought_here = draft.kind() == EventKind::Clash && !draft.killing && draft.sentence == sentence;
    if draft.own_place || draft.own_time || fought_here || draft.family() == Family::RemoteViolence {
        return draft;
    }
    let told = |other: &&Draft| {
        other.is_plotted()
            && !other.killing
            && (other.own_place || other.own_time)
            && place_of(other) == place_of(draft)
            && other.sentence < draft.sentence
            && goes_on(other, draft)
            && !(other.own_time && draft.mention.timex.is_some() && other.mention.timex != draft.mention.timex)
    };
    drafts.iter().rev().find(told).unwrap_or(draft)
}

/// *Traders marched in Pemba, and two of them were wounded*: the crowd of whose sentence the losses are.
fn crowd_beside<'d>(drafts: &'d [Draft], losses: &Draft) -> Option<&'d Draft> {
    let crowd = |draft: &&Draft| {
        draft.sentence == losses.sentence
            && matches!(draft.kind(), EventKind::Protest | EventKind::PrisonBreak)
            && draft.is_plotted()
            && draft.mention.trigger < losses.mention.trigger
            && draft.mention.timex == losses.mention.timex
            && place_of(draft) == place_of(losses)
    };
    let passing = losses.kind() == EventKind::AttackOnCivilians || losses.killing;
    drafts.iter().rev().find(crowd).filter(|_| passing)
}

/// Whether what is told later may be no more than what became of it.
fn goes_on(earlier: &Draft, later: &Draft) -> bool {
    let near = earlier.sentence + NEAR >= later.sentence;
    if later.family() == Family::Fighting && !later.killing {
        // Lives are lost where it is fought, not where a place is entered.
        let fought = earlier.kind() == EventKind::Clash || later.kind() != EventKind::Clash;
        return near && fought && earlier.family() == Family::Fighting;
    }
    let crowd = matches!(earlier.kind(), EventKind::Protest | EventKind::PrisonBreak);
    earlier.kind().is_violent() && earlier.kind() != EventKind::Abduction || crowd && near
}

/// Of the events told in the sentence of `last`, the one that its losses went to, else the first at that place that can have such a
/// toll, violence before all else: the next losses are of it too.
pub(super) fn bloodiest<'d>(drafts: &'d [Draft], last: &'d Draft, what: ClaimKind) -> &'d Draft {
    let beside = || {
        let of_sentence = |draft: &&Draft| draft.sentence == last.sentence && draft.is_plotted();
        drafts.iter().filter(of_sentence).filter(|draft| suits(draft.kind(), what))
    };
    let bloody = |draft: &&Draft| draft.mention.claims.iter().any(|claim| is_loss(claim.what));
    let first = beside().find(|draft| draft.kind().is_violent() && place_of(draft) == place_of(last));
    beside().rev().find(bloody).or(first).unwrap_or(last)
}
