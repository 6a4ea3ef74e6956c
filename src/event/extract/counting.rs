//! Giving a sentence's figures to the events they are of.

use super::Reading;
use crate::event::attach;
use crate::event::claim::{Claim, ClaimKind};
use crate::event::clause::SentenceView;
use crate::event::draft::Draft;
use crate::event::hit::Hit;
use crate::event::kind::EventKind;
use crate::event::rules::{Rules, beginnings, words};
use crate::event::speech;
use crate::event::toll::{self, Toll, Unsaid};
use crate::language::{Token, TokenKind};
use std::ops::Range;

/// Sentences back to an event that a bare figure may be of.
const NEAR: usize = 3;
/// Tokens of a sentence that does nothing but count.
const BRIEF: usize = 40;

impl Reading<'_> {
    /// Whether a sentence that tells nothing may count those of the event told right before it.
    pub(super) fn may_count(&self, rules: &Rules, number: usize, tokens: &[Token]) -> bool {
        let told = || self.drafts.last().is_some_and(|draft| draft.is_plotted() && draft.sentence + NEAR >= number);
        let counts =
            |token: &Token| token.kind == TokenKind::Number || rules.begins(token.word) & beginnings::FIGURE != 0;
        tokens.len() <= BRIEF && told() && tokens.iter().any(counts)
    }

    /// Gives the sentence's figures to the events they are of; those from `first` on are its own.
    pub(super) fn count(&mut self, view: &SentenceView<'_>, first: usize, tolls: &[Toll]) {
        for (number, toll) in tolls.iter().enumerate() {
            let Some(index) = attach::draft_of(&self.drafts, first, view, toll) else { continue };
            let claim = self.claim(view, toll);
            let trigger = self.drafts.get(index).map(|draft| draft.mention.trigger);
            let same = self.drafts.iter_mut().skip(index).take_while(|draft| Some(draft.mention.trigger) == trigger);
            let mut same: Vec<&mut Draft> = same.collect();
            // A figure of an event at several places is told of each, but for one of its own: *two in Aleppo and five in Idlib*.
            let next = tolls.get(number + 1).map_or(view.tokens.len(), |next| next.figure.tokens.start);
            let behind = view.span(toll.figure.tokens.end..next.max(toll.figure.tokens.end));
            let own =
                |draft: &&mut Draft| draft.mention.place.as_ref().is_some_and(|place| behind.overlaps(place.span));
            if same.iter().any(own) {
                same.retain(own);
            }
            for draft in same {
                draft.mention.claims.push(claim.clone());
            }
        }
    }

    /// What a figure of a sentence may count that has no word for it.
    pub(super) fn unsaid(&self, view: &SentenceView<'_>, hits: &[Hit]) -> Unsaid {
        let near = |draft: &&Draft| draft.is_plotted() && draft.sentence + NEAR >= view.number;
        let last = self.drafts.last().filter(near);
        let here = hits.iter().filter(|hit| hit.certainty.is_plotted()).find_map(|hit| cost_of(hit.kind));
        let cost = here.or_else(|| last.and_then(|draft| cost_of(draft.kind())));
        let beside =
            self.drafts.iter().rev().take_while(|draft| last.is_some_and(|last| last.sentence == draft.sentence));
        let taken = beside.filter(near).find_map(|draft| toll::befalls(draft.kind()));
        Unsaid { counted: self.counted, cost, taken }
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

/// What an event of the kind may cost people: lives, freedom, a home.
fn cost_of(kind: EventKind) -> Option<ClaimKind> {
    toll::befalls(kind).or(kind.is_violent().then_some(ClaimKind::Killed))
}

/// The words for those counted, less the pronoun of the verb after them (*soldats se | sont rendus*); `None` where nothing is left.
fn whom(view: &SentenceView<'_>, mut range: Range<usize>) -> Option<String> {
    while range.start < range.end && view.is(range.end - 1, words::REFLEXIVE | words::PRONOUN) {
        range.end -= 1;
    }
    let words = view.span(range.clone()).of(view.source.text);
    (!range.is_empty()).then(|| words.to_owned())
}
