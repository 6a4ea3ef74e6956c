//! What stands behind a name: the rest of an organisation's or a person's, an apposition, a verb of saying.

use super::casing::Casing;
use super::context::{CapitalCue, Context, Reader};
use super::cues::{KindSet, class};
use super::scan::Match;
use crate::gazetteer::PlaceKind;
use crate::language::{LetterCase, Sentence, Token, TokenKind};

/// Words between an article and the noun for a place.
const APPOSED: usize = 4;

impl Reader<'_> {
    pub(super) fn read_right(&self, context: &mut Context, found: &Match, after: Option<&Match>, sentence: &Sentence) {
        let roof = sentence.tokens.end;
        let rest = self.items.get(found.end..roof).unwrap_or_default();
        context.headed = context.starts && self.heads(found, sentence);
        let Some(next) = rest.first() else { return };
        if self.is_mark(found.end, "'") && next.glued {
            context.possessive = rest.get(1).is_some_and(|token| token.glued && token.span.of(self.text.text) == "s");
            let behind = if context.possessive { 2 } else { 1 };
            self.read_capital_behind(context, rest.get(behind..).unwrap_or_default());
            return;
        }
        if self.is_hyphen(found.end) && next.glued {
            let part = rest.get(1);
            let continued = after.is_some_and(|after| after.first == found.end + 1);
            context.hyphenated |= !continued && part.is_some_and(|part| part.glued && part.case == LetterCase::Capital);
            return;
        }
        if self.is_mark(found.end, ",") {
            self.read_apposition(context, rest.get(1..).unwrap_or_default());
            return;
        }
        if next.kind == TokenKind::Number && !context.locative {
            // `France 24`
            context.organisation |= self.cues.class(next) & class::ORGANISATION_TAIL != 0;
            context.road_number = self.cues.numbered_roads() && self.is_road_number(rest);
        }
        if next.kind != TokenKind::Word {
            return;
        }
        context.speaks = self.speaks(rest);
        context.befallen = self.befalls(rest) || after.is_some_and(|after| self.befalls_both(found, after, sentence));
        self.read_word_behind(context, found, after, rest);
    }

    /// `Beni: neuf civils tués`, `Beni – neuf civils tués`, and `Beni.` as a line or sentence of its own.
    fn heads(&self, found: &Match, sentence: &Sentence) -> bool {
        let end = found.end;
        let loose = self.items.get(end).is_some_and(|token| !token.glued);
        let dash = loose && ["-", "–", "—"].into_iter().any(|dash| self.is_mark(end, dash));
        let stops = end >= sentence.tokens.end || end + 1 == sentence.tokens.end && self.is_mark(end, ".");
        self.is_mark(end, ":") || dash || stops && found.first == sentence.tokens.start
    }

    /// `X University`, `X Province`, `X Mayor`, `X Hilton`.
    fn read_word_behind(&self, context: &mut Context, found: &Match, after: Option<&Match>, rest: &[Token]) {
        let Some(next) = rest.first() else { return };
        let class = self.cues.class(next);
        context.place_tail = next.case == LetterCase::Lower && class & class::PLACE_TAIL != 0;
        context.organisation |= self.bears_the_name(rest);
        let told_behind = self.cues.kinds_behind() && context.kinds.is_empty();
        if let Some((kinds, words)) = self.cues.kinds_starting(rest).filter(|_| told_behind) {
            context.kinds = kinds;
            context.kind_behind = true;
            context.several = self.cues.is(rest.get(words - 1), class::SEVERAL);
            context.kind_words = if next.case == LetterCase::Lower { 0 } else { words };
            if context.kind_words > 0 && context.casing == Casing::Running && self.cues.is_school_kind(next) {
                context.organisation |= self.tail_within(rest);
                context.school = !context.locative && !context.linking;
            }
            return;
        }
        if !matches!(next.case, LetterCase::Capital | LetterCase::Mixed | LetterCase::Upper)
            || context.casing != Casing::Running
        {
            return;
        }
        if class & class::ORGANISATION_TAIL != 0 || self.tail_within(rest) || self.is_ampersand(rest) {
            context.organisation = true;
        } else if class & class::GIVEN != 0 && after.is_none_or(|after| after.first != found.end)
            || self.is_initial(rest)
        {
            context.person = true;
        } else if class
            & (class::ROLE | class::TITLE | class::NEVER | class::DEMONYM | class::AUXILIARY | class::REPORTING)
            == 0
        {
            context.unknown_after = true;
        }
    }

    /// `Antony J. Blinken`
    fn is_initial(&self, rest: &[Token]) -> bool {
        let letter = rest.first().is_some_and(|token| token.case == LetterCase::Capital && token.span.len() == 1);
        letter && rest.get(1).is_some_and(|stop| stop.glued && stop.span.of(self.text.text) == ".")
    }

    /// `Texas A&M`
    fn is_ampersand(&self, rest: &[Token]) -> bool {
        let letter = rest.first().is_some_and(|token| token.span.len() == 1);
        letter && rest.get(1).is_some_and(|mark| mark.glued && mark.span.of(self.text.text) == "&")
    }

    /// `U.S. 95`, but not the score `Texas 31, Oklahoma 24`.
    fn is_road_number(&self, rest: &[Token]) -> bool {
        let short = rest.first().is_some_and(|number| number.span.len() <= 3);
        let comma = rest.get(1).is_some_and(|mark| mark.span.of(self.text.text) == ",");
        let name = rest.get(2).is_some_and(|token| token.case == LetterCase::Capital);
        short && !(comma && name)
    }

    /// `Lassa fever`, `Paris climate accord`: what bears a place's name without being there.
    fn bears_the_name(&self, rest: &[Token]) -> bool {
        let barred = class::NEVER | class::AUXILIARY | class::REPORTING | class::ACTS_ON_PLACE;
        let words = rest.iter().take(2).take_while(|token| {
            token.kind == TokenKind::Word && token.case == LetterCase::Lower && self.cues.class(token) & barred == 0
        });
        words.into_iter().any(|token| self.cues.class(token) & class::NAMED_AFTER != 0)
    }

    /// `Lexington Police Department`, `St. Louis Children's Hospital`: capitalised words up to the tail of an organisation's name.
    fn tail_within(&self, rest: &[Token]) -> bool {
        let capitals = rest.iter().take(6).take_while(|token| {
            matches!(token.case, LetterCase::Capital | LetterCase::Upper)
                || token.glued && matches!(token.span.of(self.text.text), "'" | "’" | "s")
        });
        capitals.skip(1).any(|token| self.cues.class(token) & class::ORGANISATION_TAIL != 0)
    }

    /// What stands after `X,`: an age, or `capitale de …`.
    fn read_apposition(&self, context: &mut Context, rest: &[Token]) {
        let (Some(first), second) = (rest.first(), rest.get(1)) else { return };
        context.befallen = self.befalls_beside(rest);
        if first.kind == TokenKind::Number {
            let closes = second.is_some_and(|token| matches!(token.span.of(self.text.text), "," | "." | "-"));
            // `In Batangas, 3,100 passengers are stranded`
            let goes_on = rest.get(2).is_some_and(|token| token.glued && token.kind == TokenKind::Number);
            let young = first.span.len() <= 2 && closes && !goes_on && self.cues.kinds_behind();
            context.person |= self.cues.is(second, class::AGE) || young;
            return;
        }
        // `a son, Orlando, of Enid`, but not `Paris, of course`.
        let resident = self.cues.kinds_behind() && self.cues.is(Some(first), class::LINKING);
        context.person |= resident && second.is_some_and(|token| token.case == LetterCase::Capital);
        self.read_capital_behind(context, rest);
        if context.kinds.is_empty() && !context.person {
            context.kinds = self.kind_apposed(rest).unwrap_or_default();
        }
    }

    /// `X, a market town in …`, `X, une commune de …`, `X, ville frontalière de …`, but not `X, the mayor of …` or
    /// `X, a district police chief`.
    fn kind_apposed(&self, rest: &[Token]) -> Option<KindSet> {
        let first = rest.first().filter(|token| token.case == LetterCase::Lower)?;
        let article = self.cues.class(first) & (class::ARTICLE | class::FUNCTION) != 0;
        // French leaves the article out.
        let bare = !self.cues.kinds_behind() && !article && self.cues.class(first) & class::KIND_END != 0;
        if !(article || bare) {
            return None;
        }
        let rest = rest.get(usize::from(article)..)?;
        let words = rest.iter().take(APPOSED).take_while(|token| {
            token.kind == TokenKind::Word
                && token.case == LetterCase::Lower
                && self.cues.class(token) & (class::LINKING | class::LOCATIVE) == 0
        });
        (0..words.count()).find_map(|last| {
            let (kinds, _) = self.cues.kinds_ending(rest.get(..=last)?)?;
            let is_office = self.cues.class(rest.get(last)?) & (class::TITLE | class::ROLE) != 0;
            let goes_on = class::LINKING | class::LOCATIVE | class::PREPOSITION | class::DIRECTION;
            let ends_at = |at: usize| {
                let next = rest.get(at);
                next.is_some_and(|next| next.kind == TokenKind::Mark || self.cues.class(next) & goes_on != 0)
            };
            // "un district isolé de"
            let ends = ends_at(last + 1) || !self.cues.kinds_behind() && ends_at(last + 2);
            let is_settled = [PlaceKind::City, PlaceKind::Village, PlaceKind::District, PlaceKind::Province];
            (ends && !is_office && is_settled.into_iter().any(|kind| kinds.has(kind))).then_some(kinds)
        })
    }

    /// `(la) capitale (provinciale) de …`, and in English the same behind `X,`.
    fn read_capital_behind(&self, context: &mut Context, rest: &[Token]) {
        let skip = usize::from(self.cues.is(rest.first(), class::ARTICLE));
        let skip =
            skip + usize::from(skip == 1 && rest.get(1).is_some_and(|token| token.span.of(self.text.text) == "’"));
        let tail = rest.get(skip..).unwrap_or_default();
        for end in 1..=tail.len().min(3) {
            if self.cues.capital_ending(tail.get(..end).unwrap_or_default()).is_some() {
                context.capital = if context.possessive { CapitalCue::OfThis } else { CapitalCue::This };
                return;
            }
        }
    }

    /// `was captured`, `a été prise`, `est tombée`, `lies`: what is said of places more than of people.
    fn befalls(&self, rest: &[Token]) -> bool {
        let auxiliaries =
            rest.iter().take(4).take_while(|token| self.cues.class(token) & class::AUXILIARY != 0).count();
        let verb = rest.get(auxiliaries).map_or(0, |token| self.cues.class(token));
        verb & class::BEFALLS != 0 || auxiliaries > 0 && verb & class::ACTS_ON_PLACE != 0
    }

    /// `X and Y were captured`, `X et Y sont tombées`: what is said of the other name is said of both.
    fn befalls_both(&self, found: &Match, after: &Match, sentence: &Sentence) -> bool {
        let between = self.items.get(found.end..after.first).unwrap_or_default();
        let joined = matches!(between, [word] if self.cues.class(word) & class::CONJUNCTION != 0);
        joined && self.befalls(self.items.get(after.end..sentence.tokens.end).unwrap_or_default())
    }

    /// `X, captured on Saturday, …`, `X, which fell …`, `X, prise mardi, …`: the same of what stands beside the name, with no object.
    fn befalls_beside(&self, rest: &[Token]) -> bool {
        if self.cues.is(rest.first(), class::RELATIVE) {
            return self.befalls(rest.get(1..).unwrap_or_default());
        }
        let goes_on = class::DAY | class::AGENT | class::LOCATIVE | class::PREPOSITION;
        self.cues.is(rest.first(), class::BEFALLS | class::ACTS_ON_PLACE) && self.cues.is(rest.get(1), goes_on)
    }

    /// A verb of saying or deciding follows: the name's bearer speaks.
    fn speaks(&self, rest: &[Token]) -> bool {
        let mut auxiliary = false;
        for token in rest.iter().take(4) {
            let class = self.cues.class(token);
            // `a` is the verb as well as the preposition `à` without its accent.
            let breaks_off = class & (class::NEVER & !class::FUNCTION) != 0 && class & class::AUXILIARY == 0;
            if token.kind != TokenKind::Word || breaks_off {
                return false;
            }
            if class & class::REPORTING != 0 {
                return true;
            }
            auxiliary |= class & class::AUXILIARY != 0;
            if !auxiliary {
                return false;
            }
        }
        false
    }
}
