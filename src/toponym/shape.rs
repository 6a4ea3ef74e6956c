//! [`Shape`]: what is known of the words of a match, apart from their surroundings.

use super::annotate::Report;
use super::cues::{KindSet, class};
use super::scan::Match;
use crate::language::{LetterCase, Token, TokenKind};

/// What is known of the words of a match, apart from their surroundings.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an observation of its own, seen or not")]
pub(super) struct Shape {
    /// One word in capitals, of five letters or fewer.
    pub(super) short_upper: bool,
    /// In capitals throughout.
    pub(super) upper: bool,
    /// Words that the language also uses for something else.
    pub(super) ordinary: bool,
    /// One word that people are called.
    pub(super) given_name: bool,
    /// Nothing but directions: `Nord-Ouest`.
    pub(super) directions: bool,
    /// A seat of government, which stands for those who sit there.
    pub(super) seat: bool,
    /// A seat whose name is the body's alone: `Pentagon`.
    pub(super) body: bool,
    /// With full stops: `U.S.`, `Ky.`
    pub(super) stopped: bool,
    /// `Nord-Ouest du pays`, `Republic of`: an ordinary word, with what it is part of.
    pub(super) part_of_country: bool,
    /// The language calls no country so.
    pub(super) no_country: bool,
    /// Begins in lower case.
    pub(super) lower: bool,
    /// `University of Texas`, `Park Avenue`: some hamlet's name, and far more often a school's or a street's.
    pub(super) institution: bool,
}

impl Report<'_> {
    /// The kinds that the name's own words tell: `Red Sea`, `lac Tchad`.
    pub(super) fn own_kinds(&self, found: &Match) -> KindSet {
        let tokens = self.text.tokens().get(found.first..found.end).unwrap_or_default();
        let told = |token: Option<&Token>| token.and_then(|token| self.cues.kinds_ending(std::slice::from_ref(token)));
        let (first, last) = if tokens.len() > 1 { (told(tokens.first()), told(tokens.last())) } else { (None, None) };
        first.or(last).map(|(kinds, _)| kinds).unwrap_or_default()
    }

    pub(super) fn shape(&self, found: &Match) -> Shape {
        let tokens = self.text.tokens().get(found.first..found.end).unwrap_or_default();
        let words = || tokens.iter().filter(|token| token.kind == TokenKind::Word);
        let class = tokens.first().map_or(0, |token| self.cues.class(token));
        let upper = words()
            .all(|token| token.case == LetterCase::Upper || token.span.len() == 1 && token.case == LetterCase::Capital);
        let known = class::TITLE
            | class::ROLE
            | class::ORGANISATION_HEAD
            | class::ORGANISATION_TAIL
            | class::KIND_END
            | class::AUXILIARY
            | class::REPORTING
            | class::STREET
            | class::AUTHORITY
            | class::DIRECTION
            | class::AGENCY
            | class::AGE
            | class::CAPITAL_END
            | class::PLACE_HEAD;
        let directions = words().all(|token| self.cues.class(token) & class::DIRECTION != 0);
        let ordinary = tokens.len() == 1 && class & (class::ORDINARY | known) != 0 || directions;
        let following = self.text.tokens().get(found.end);
        let stopped = tokens.len() > 1 && tokens.last().is_some_and(|last| last.kind == TokenKind::Mark)
            || following.is_some_and(|next| next.glued && next.span.of(self.text.text) == ".");
        Shape {
            short_upper: upper && tokens.len() == 1 && found.span.len() <= 5,
            upper,
            ordinary,
            given_name: class & class::GIVEN != 0,
            seat: words().any(|token| self.cues.class(token) & class::SEAT != 0),
            body: words().any(|token| self.cues.class(token) & class::BODY != 0),
            directions,
            stopped,
            part_of_country: ordinary && following.is_some_and(|next| self.cues.class(next) & class::LINKING != 0),
            no_country: tokens.len() == 1 && class & class::NO_COUNTRY != 0,
            institution: self.is_institution(tokens),
            lower: tokens.first().is_some_and(|token| token.case == LetterCase::Lower),
        }
    }

    /// `University of X`, `X Avenue`
    fn is_institution(&self, tokens: &[Token]) -> bool {
        let (first, second, last) = (tokens.first(), tokens.get(1), tokens.last());
        self.cues.is(first, class::ORGANISATION_HEAD) && self.cues.is(second, class::LINKING)
            || tokens.len() > 1 && self.cues.is(last, class::STREET)
    }
}
