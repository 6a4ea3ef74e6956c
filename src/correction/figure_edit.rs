//! Figures that are changed, added and taken away.

use super::anchor::Anchor;
use super::edits::Edits;
use super::figure::Figure;
use super::resolve::{Lost, of_document};
use super::subject::MentionAnchor;
use crate::collection::{Aspect, Mark};
use crate::event::{Claim, ClaimKind, MentionIndex};
use crate::span::Span;

impl Edits<'_> {
    pub(super) fn figure(
        &mut self,
        entry: u32,
        of: &MentionAnchor,
        words: &Anchor,
        from: Option<ClaimKind>,
        to: Option<&Figure>,
    ) {
        let (document, span) = match self.finder.passage(words) {
            Ok(found) => found,
            Err(why) => return self.lose(entry, words, why),
        };
        let Some(from) = from else {
            return match (self.finder.mention(of, &self.mentions), to) {
                (Ok(index), Some(figure)) => self.add_figure(entry, index, span, figure),
                (Err(why), _) => self.lose(entry, words, why),
                (Ok(_), None) => {}
            };
        };
        // A report's figure may stand with several tellings of one event: it is the same figure in all of them.
        let is_meant = |claim: &Claim| claim.what == from && claim.span.overlaps(span);
        let holding: Vec<MentionIndex> = of_document(&self.mentions, document)
            .filter(|(_, mention)| mention.claims.iter().any(is_meant))
            .map(|(index, _)| index)
            .collect();
        if holding.is_empty() {
            return self.lose(entry, words, Lost::Figure(words.words.clone()));
        }
        for index in holding {
            let Some(mention) = self.mention_mut(index) else { continue };
            match to {
                Some(figure) => mention.claims.iter_mut().filter(|claim| is_meant(claim)).for_each(|claim| {
                    *claim = Claim {
                        part: claim.part,
                        former: claim.former,
                        ..claim_of(figure, claim.span, claim.claimant_span)
                    };
                }),
                None => mention.claims.retain(|claim| !is_meant(claim)),
            }
            self.marks.mark_mention(index, Mark { aspect: Aspect::Figures, entry });
        }
    }

    fn add_figure(&mut self, entry: u32, index: MentionIndex, span: Span, figure: &Figure) {
        if let Some(mention) = self.mention_mut(index) {
            mention.claims.push(claim_of(figure, span, None));
            self.marks.mark_mention(index, Mark { aspect: Aspect::Figures, entry });
        }
    }
}

fn claim_of(figure: &Figure, span: Span, claimant_span: Option<Span>) -> Claim {
    Claim {
        span,
        what: figure.what,
        low: figure.low,
        high: figure.high.map(|high| high.max(figure.low)),
        whom: figure.whom.clone(),
        claimant: figure.claimant.clone(),
        claimant_span: claimant_span.filter(|_| figure.claimant.is_some()),
        part: false,
        former: false,
    }
}
