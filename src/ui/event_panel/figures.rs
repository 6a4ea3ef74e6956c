//! [`FigureGroup`]: the figures of one sort of loss, on one scale, and which of them cannot both be right.

use crate::event::{Claim, ClaimKind};
use crate::reason::DocumentIndex;
use crate::store::{EventIndex, EventStore};

/// All figures of one sort that the reports give for an event.
#[derive(Debug)]
pub(super) struct FigureGroup {
    pub(super) what: ClaimKind,
    /// In reading order.
    pub(super) claims: Vec<(DocumentIndex, Claim)>,
}

impl FigureGroup {
    /// The figures of an event by what was counted; the same words in two tellings once.
    pub(super) fn of(store: &EventStore, event: EventIndex) -> Vec<Self> {
        let mut groups: Vec<Self> = Vec::new();
        for (_, mention) in store.mentions_of(event) {
            for claim in &mention.claims {
                let position = groups.iter().position(|group| group.what == claim.what).unwrap_or_else(|| {
                    groups.push(Self { what: claim.what, claims: Vec::new() });
                    groups.len() - 1
                });
                let Some(group) = groups.get_mut(position) else { continue };
                let is_known =
                    |(report, known): &(DocumentIndex, Claim)| *report == mention.document && known.span == claim.span;
                if !group.claims.iter().any(is_known) {
                    group.claims.push((mention.document, claim.clone()));
                }
            }
        }
        for group in &mut groups {
            group.claims.sort_by_key(|(report, claim)| (*report, claim.span));
        }
        groups.sort_by_key(|group| group.what);
        groups
    }

    /// Whether a figure stands against another of the same losses.
    pub(super) fn is_disputed(&self, claim: &Claim) -> bool {
        self.claims.iter().any(|(_, other)| are_rivals(claim, other))
    }

    /// How many figures stand against another.
    pub(super) fn disputed(&self) -> usize {
        self.claims.iter().filter(|(_, claim)| self.is_disputed(claim)).count()
    }

    /// The largest number in it: the end of the scale.
    pub(super) fn most(&self) -> u32 {
        self.claims.iter().map(|(_, claim)| claim.high.unwrap_or(claim.low).max(claim.low)).max().unwrap_or(1).max(1)
    }
}

/// Whether two figures of the same losses leave no number to both. A figure that does not say whose may be of anybody's.
fn are_rivals(one: &Claim, other: &Claim) -> bool {
    let of_same = one.whom.is_none() || other.whom.is_none() || one.whom == other.whom;
    let ends_below = |low: &Claim, high: &Claim| low.high.is_some_and(|most| most < high.low);
    let wholes = [one, other].iter().all(|claim| !claim.part && !claim.former);
    one.what == other.what && wholes && of_same && (ends_below(one, other) || ends_below(other, one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn claim(low: u32, high: Option<u32>, whom: Option<&str>) -> Claim {
        Claim {
            span: Span::new(0, 2),
            what: ClaimKind::Killed,
            low,
            high,
            whom: whom.map(str::to_owned),
            claimant: None,
            claimant_span: None,
            part: false,
            former: false,
        }
    }

    #[track_caller]
    fn check(one: (u32, Option<u32>, Option<&str>), other: (u32, Option<u32>, Option<&str>), expected: bool) {
        let (one, other) = (claim(one.0, one.1, one.2), claim(other.0, other.1, other.2));
        assert_eq!(are_rivals(&one, &other), expected);
        assert_eq!(are_rivals(&other, &one), expected);
    }

    #[test]
    fn figures_with_no_number_in_common_are_rivals() {
        check((21, Some(21), Some("soldiers")), (15, Some(20), Some("soldiers")), true);
        check((21, Some(21), Some("soldiers")), (15, Some(20), None), true);
        check((21, Some(21), Some("soldiers")), (15, Some(20), Some("civilians")), false);
    }

    #[test]
    fn figures_that_leave_a_number_to_both_are_not() {
        check((20, None, None), (21, Some(21), None), false);
        check((15, Some(20), None), (20, Some(25), None), false);
    }
}
