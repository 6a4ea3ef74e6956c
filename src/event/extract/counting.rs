//! Giving a sentence's figures to the events they are of.

use super::Reading;
use crate::event::attach;
use crate::event::claim::Claim;
use crate::event::clause::SentenceView;
use crate::event::rules::words;
use crate::event::speech;
use crate::event::toll::Toll;
use std::ops::Range;

impl Reading<'_> {
    /// Gives the sentence's figures to the events they are of; those from `first` on are its own.
    pub(super) fn count(&mut self, view: &SentenceView<'_>, first: usize, tolls: &[Toll]) {
        for toll in tolls {
            let Some(index) = attach::draft_of(&self.drafts, first, view, toll) else { continue };
            let claim = self.claim(view, toll);
            // A figure of an event at several places is told of each.
            let trigger = self.drafts.get(index).map(|draft| draft.mention.trigger);
            let same = self.drafts.iter_mut().skip(index).take_while(|draft| Some(draft.mention.trigger) == trigger);
            for draft in same {
                draft.mention.claims.push(claim.clone());
            }
        }
    }

    fn claim(&self, view: &SentenceView<'_>, toll: &Toll) -> Claim {
        let at = toll.figure.tokens.start;
        let own = if toll.word == at { speech::elliptical(view, at) } else { None };
        let speaker = own.and_then(|own| own.speaker(view, None)).or_else(|| self.speakers.of(view, at));
        Claim {
            span: view.span(toll.figure.tokens.clone()),
            what: toll.what,
            low: toll.figure.low,
            high: toll.figure.high,
            whom: toll.whom.clone().and_then(|range| whom(view, range)),
            claimant_span: speaker.as_ref().map(|speaker| speaker.span),
            claimant: speaker.map(|speaker| speaker.name),
            part: toll.figure.part,
            former: toll.figure.former,
        }
    }
}

/// The words for those counted, less the pronoun of the verb after them (*soldats se | sont rendus*); `None` where nothing is left.
fn whom(view: &SentenceView<'_>, mut range: Range<usize>) -> Option<String> {
    while range.start < range.end && view.is(range.end - 1, words::REFLEXIVE | words::PRONOUN) {
        range.end -= 1;
    }
    let words = view.span(range.clone()).of(view.source.text);
    (!range.is_empty()).then(|| words.to_owned())
}
