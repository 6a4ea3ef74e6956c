//! Names that the gazetteer lacks, at spots where a language names places: what [`super::unknown`] weighs.

use super::cues::class;
use super::scan::{Match, Scanner};
use crate::language::{LetterCase, Token, TokenKind};

/// Words of the longest name that is taken as one.
const LONGEST: usize = 4;

impl Scanner<'_> {
    /// A capitalised name that no list knows, behind a word that leads to places or before one for a kind of place.
    pub(super) fn stray(&self, at: usize, token: &Token) -> Option<Match> {
        if token.kind != TokenKind::Word || !matches!(token.case, LetterCase::Capital | LetterCase::Mixed) {
            return None;
        }
        let led = self.is_led(at);
        if !led && !self.cues.kinds_behind() {
            return None;
        }
        let end = self.name_end(at)?;
        let kind_behind = self.cues.kinds_behind() && self.cues.is(self.items.get(end), class::KIND_END);
        let last = self.items.get(end - 1)?;
        (led || kind_behind).then_some(Match { first: at, end, name: None, span: token.span.hull(last.span) })
    }

    /// Whether a preposition or a link stands before, an elision's apostrophe passed over.
    fn is_led(&self, at: usize) -> bool {
        let before = |steps: usize| at.checked_sub(steps).and_then(|left| self.items.get(left));
        let elided =
            before(1).is_some_and(|mark| mark.kind == TokenKind::Mark && mark.glued) && self.is_glued(at - 1, "'");
        self.cues.is(before(if elided { 2 } else { 1 }), class::LOCATIVE | class::LINKING | class::WHERE)
    }

    /// Behind the last word of a name that begins at `at`: `Pazigyi`, `Sept-Sorts`, `El Baraf`, `Maarat al-Noomane`.
    fn name_end(&self, at: usize) -> Option<usize> {
        let particle = self.is_particle(at);
        if !(particle || self.is_unknown(at)) {
            return None;
        }
        let mut end = at + 1;
        for _ in 1..LONGEST {
            if self.is_arabic_article(end) {
                end += 3;
                continue;
            }
            let joined = self.is_glued(end, "-") || self.is_glued(end, "'");
            let next = if joined { end + 1 } else { end };
            if joined && !self.is_part(next) || !joined && !self.is_unknown(next) {
                break;
            }
            end = next + 1;
        }
        (!particle || end > at + 1).then_some(end)
    }

    /// What a mark joins to a name: `Sorts` of `Sept-Sorts`, `sous` of `Ferté-sous-Jouarre`, but not `based` of `Zbukande-based`.
    fn is_part(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|token| {
            token.kind == TokenKind::Word
                && token.glued
                && (token.case == LetterCase::Capital || self.is_glued(at + 1, "-"))
        })
    }

    /// A word with a capital that no list of the language has.
    fn is_unknown(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|token| {
            token.kind == TokenKind::Word
                && matches!(token.case, LetterCase::Capital | LetterCase::Mixed)
                && token.span.len() >= 3
                && self.cues.class(token) == 0
        })
    }

    /// `El` of `El Baraf`, `Sept` of `Sept-Sorts`: a short word of the language with a capital, before a part with one.
    fn is_particle(&self, at: usize) -> bool {
        let joined = self.is_glued(at + 1, "-");
        let part = self.items.get(if joined { at + 2 } else { at + 1 });
        let other = class::GIVEN | class::TITLE | class::ORGANISATION_HEAD | class::ARTICLE;
        let short = self.items.get(at).is_some_and(|token| {
            let class = self.cues.class(token);
            token.span.len() <= 4 && class & other == 0 && (joined || class & class::FUNCTION != 0)
        });
        short
            && part.is_some_and(|part| {
                part.kind == TokenKind::Word
                    && part.case == LetterCase::Capital
                    && part.glued == joined
                    && self.cues.class(part) == 0
            })
    }
}
