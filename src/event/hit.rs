//! [`Hit`]: a word of a sentence that tells an event, with its standing.

mod helper_verb;
mod incomplete;
mod killing;
mod noun;
mod noun_head;
mod telling;
mod verb;

use super::anchor::Anchor;
use super::clause::SentenceView;
use super::kind::EventKind;
use super::locate::Sites;
use super::mention::Certainty;
use super::rules::{Trigger, beginnings, words};
use crate::reason::Statement;
use helper_verb::HelperVerb;
use std::ops::Range;
pub(crate) use telling::Telling;

/// A trigger in a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    pub(crate) tokens: Range<usize>,
    pub(crate) trigger: Trigger,
    pub(crate) anchor: Anchor,
    pub(crate) kind: EventKind,
    pub(crate) certainty: Certainty,
    pub(crate) why: Statement,
    /// Whether it points back to an event told before: *the attack*.
    pub(crate) definite: bool,
    /// How the sentence tells it.
    pub(crate) how: Telling,
}

/// The events that a sentence tells, in order.
pub(crate) fn find(view: &SentenceView<'_>, sites: &Sites) -> Vec<Hit> {
    let helpers = HelperVerb::find(view);
    let mut hits: Vec<Hit> = Vec::new();
    let mut at = 0;
    // The last word of a verb that has its object before it: "ran over a landmine".
    let mut taken = usize::MAX;
    while at < view.tokens.len() {
        let mut next = at + 1;
        if at == taken || !view.may_begin(at, beginnings::EVENT) || view.is(at, words::TOPONYM | words::TIMEX) {
            at = next;
            continue;
        }
        if let Some(hit) = verb::hit(view, sites, at) {
            // "dropped bombs", "signed a truce": the noun is the verb's own.
            next = next.max(hit.tokens.end);
            let ends = view.verbs_at(at).map(|reading| reading.end).max().unwrap_or(next);
            taken = if ends > next { ends - 1 } else { usize::MAX };
            hits.push(hit);
        } else if let Some((length, trigger)) = noun::at(view, at) {
            next = at + length;
            hits.extend(noun::hit(view, sites, at..next, trigger, &helpers));
        }
        at = next;
    }
    killing::join(view, &mut hits);
    hits
}
