//! Where a report says that it was filed, and by whom.

use super::context::Reader;
use super::cues::class;
use super::scan::Match;
use crate::language::{LetterCase, Sentence, Token, TokenKind};

impl Reader<'_> {
    /// `KABOUL (AFP) –`, `JAKARTA -`, `PARIS, 3 mai (Reuters) -` at the head of a paragraph.
    pub(super) fn is_dateline(&self, found: &Match, sentence: &Sentence) -> bool {
        if found.first != sentence.tokens.start && !self.follows_dateline_name(found, sentence) {
            return false;
        }
        let rest = self.items.get(found.end..sentence.tokens.end).unwrap_or_default();
        let (mut depth, mut agency) = (0, false);
        for (step, token) in rest.iter().take(14).enumerate() {
            let mark = token.span.of(self.text.text);
            match mark {
                "(" => depth += 1,
                ")" => depth -= 1,
                // "Kumbo (Nord-Ouest) –": that inside the brackets is a hyphen.
                "-" | "–" | "—" if depth == 0 => {
                    let spaced = !token.glued && rest.get(step + 1).is_none_or(|next| !next.glued);
                    let closed =
                        rest.get(step.wrapping_sub(1)).is_some_and(|before| before.span.of(self.text.text) == ")");
                    return (spaced || closed && token.glued || mark != "-" && !token.glued)
                        && (step == 0 || agency || self.is_upper(found) || step <= 6 && closed);
                }
                _ => {}
            }
            agency |= self.cues.class(token) & class::AGENCY != 0;
            let plain = depth > 0
                || token.kind == TokenKind::Number
                || matches!(mark, "," | "." | "/" | ")")
                || token.case != LetterCase::Lower
                || step < 6;
            if !plain
                || depth == 0 && self.cues.class(token) & (class::AUXILIARY | class::REPORTING | class::ARTICLE) != 0
            {
                return false;
            }
        }
        false
    }

    /// `By Austin Reyes, Staff Writer`: a line of names that begins with the preposition.
    pub(super) fn is_byline(&self, sentence: &Sentence) -> bool {
        let tokens = self.text.tokens_of(sentence);
        let content = |token: &Token| token.case == LetterCase::Lower && self.cues.class(token) & class::NEVER == 0;
        tokens.len() <= 12 && self.cues.is(tokens.first(), class::AGENT) && !tokens.iter().any(content)
    }

    /// The second name of `PARIS, Texas (AP) –`.
    fn follows_dateline_name(&self, found: &Match, sentence: &Sentence) -> bool {
        let before = self.items.get(sentence.tokens.start..found.first).unwrap_or_default();
        before.len() <= 4
            && before.last().is_some_and(|token| matches!(token.span.of(self.text.text), "," | "/"))
            && before.iter().all(|token| token.kind != TokenKind::Word || token.case == LetterCase::Upper)
    }

    fn is_upper(&self, found: &Match) -> bool {
        self.items.get(found.first).is_some_and(|token| token.case == LetterCase::Upper)
    }
}
