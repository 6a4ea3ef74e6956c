//! What stands before a name: prepositions, the noun it depends on, its neighbour in a list.

use super::casing::Casing;
use super::context::{CapitalCue, Context, Reader, Unknown};
use super::cues::class;
use super::scan::Match;
use crate::gazetteer::PlaceKind;
use crate::language::{LetterCase, Sentence, Token, TokenKind};

impl Reader<'_> {
    pub(super) fn read_left(&self, context: &mut Context, found: &Match, before: Option<&Match>, sentence: &Sentence) {
        let floor = sentence.tokens.start;
        let mut at = self.left_of(found.first, floor);
        context.starts = at.is_none_or(|at| self.opens(at, floor));
        self.read_neighbour(context, found, before, at, floor);
        // `in nearby X`, `entered central X`
        while let Some(index) = at.filter(|&index| self.cues.kinds_behind() && self.is_direction(index)) {
            at = self.left_of(index, floor);
        }
        if let Some(index) = at.filter(|&index| self.is(index, class::ARTICLE)) {
            context.article = true;
            at = self.left_of(index, floor);
            context.starts |= at.is_none_or(|at| self.opens(at, floor));
        }
        let bare_article = context.article && !self.cues.kinds_behind();
        context.area_locative = bare_article;
        let Some(index) = at else { return };
        let class = self.items.get(index).map_or(0, |token| self.cues.class(token));
        context.locative = class & class::LOCATIVE != 0;
        context.town_locative = class & class::TOWN_LOCATIVE != 0;
        context.area_locative |= class & (class::AREA_LOCATIVE | class::CONTRACTED) != 0;
        context.preposition = class & (class::PREPOSITION | class::LOCATIVE | class::LINKING) != 0;
        context.agent = class & class::AGENT != 0;
        self.read_place_preposition(context, index, class, floor);
        // `an advance on X`, `des tirs sur X`
        let strikes =
            class & class::TARGET != 0 && self.left_of(index, floor).is_some_and(|at| self.is(at, class::STAY));
        let dated =
            class & class::DAY != 0 && self.left_of(index, floor).is_some_and(|at| self.is(at, class::ACTS_ON_PLACE));
        context.acted_on = class & class::ACTS_ON_PLACE != 0 || strikes || dated;
        context.linking = class & class::LINKING != 0;
        let head = if context.linking { self.left_of(index, floor) } else { at };
        context.residence = context.linking && !context.article && head.is_some_and(|head| self.is_mark(head, ","));
        if let Some(head) = head {
            self.read_head(context, head, floor);
        }
    }

    fn is_direction(&self, at: usize) -> bool {
        self.is(at, class::DIRECTION) && self.items.get(at).is_some_and(|token| token.case == LetterCase::Lower)
    }

    /// `À X, …`, `killed near X`: what stands before a preposition that leads to places; `près de X` counts as one.
    fn read_place_preposition(&self, context: &mut Context, index: usize, class: u64, floor: usize) {
        let (mut at, mut class) = (index, class);
        if let Some(before) = self.left_of(index, floor).filter(|_| class & class::LINKING != 0) {
            if !self.is(before, class::WHERE) {
                return;
            }
            (at, class) = (before, class | class::WHERE);
        }
        context.surely_where = class & class::WHERE != 0;
        if class & (class::WHERE | class::LOCATIVE) == 0 {
            return;
        }
        let Some(mut before) = self.left_of(at, floor) else {
            context.set_off = true;
            return;
        };
        context.set_off = self.is_mark(before, ",") || self.is(before, class::CONJUNCTION) || self.opens(before, floor);
        // `tués mardi soir à X`
        for _ in 0..4 {
            if self.is(before, class::STAY) {
                context.stay = true;
                return;
            }
            let plain = self.items.get(before).is_some_and(|token| {
                token.kind == TokenKind::Number || token.kind == TokenKind::Word && token.case == LetterCase::Lower
            });
            let Some(next) = self.left_of(before, floor).filter(|_| plain) else { return };
            before = next;
        }
    }

    /// The noun that the name depends on: `district voisin de X`, `général X`, `Université de X`.
    fn read_head(&self, context: &mut Context, head: usize, floor: usize) {
        let upto = |at: usize| self.items.get(floor..=at).unwrap_or_default();
        let mut at = head;
        for skipped in 0..3 {
            let Some(token) = self.items.get(at) else { return };
            let class = self.cues.class(token);
            let direct = skipped == 0 || context.linking;
            if skipped == 0 && !context.locative {
                context.place_head = context.linking && class & (class::PLACE_HEAD | class::DIRECTION) != 0;
                context.street = class & class::STREET != 0;
                context.organisation |=
                    !context.linking && class & class::APPOSED != 0 && token.case == LetterCase::Lower;
                context.authority = context.linking && class & class::AUTHORITY != 0;
                let capital = matches!(token.case, LetterCase::Capital | LetterCase::Upper | LetterCase::Mixed);
                let head = capital && class & class::ORGANISATION_HEAD != 0 && context.casing == Casing::Running;
                context.organisation |= head || context.linking && class & class::NAMED_AFTER != 0;
            }
            // `a district north of Kabul` is no part of what it lies by.
            if context.linking && class & class::DIRECTION != 0 && self.cues.kinds_behind() {
                return;
            }
            if self.cues.capital_ending(upto(at)).is_some() && direct {
                context.capital = if context.linking { CapitalCue::OfThis } else { CapitalCue::This };
                return;
            }
            if let Some((kinds, words)) = self.cues.kinds_ending(upto(at)).filter(|_| direct) {
                // `Lake Victoria`, but not `Secretary of State Antony Blinken`.
                let natural =
                    [PlaceKind::Water, PlaceKind::River, PlaceKind::Mountains].into_iter().any(|kind| kinds.has(kind));
                if context.linking || token.case == LetterCase::Lower || natural || !self.cues.kinds_behind() {
                    context.kinds = kinds;
                    context.several = class & class::SEVERAL != 0;
                    let before = at.checked_sub(words).filter(|&before| before >= floor);
                    context.country =
                        context.country.or(before.and_then(|before| self.cues.demonym_ending(upto(before))));
                }
                return;
            }
            // `capitale provinciale occidentale de`: what stands between is in lower case and no link of its own.
            let between = token.case == LetterCase::Lower
                && class & (class::NEVER | class::AUXILIARY | class::REPORTING | class::AGENT) == 0
                || context.linking && class & class::DEMONYM != 0;
            let comma = skipped == 0 && !context.linking && self.is_mark(at, ",");
            if context.linking && class & class::DEMONYM != 0 {
                context.country = self.cues.demonym_ending(upto(at));
            }
            if !between && !comma {
                return;
            }
            let Some(next) = self.left_of(at, floor) else { return };
            at = next;
            if comma {
                // `la capitale, Kaboul`
                if self.cues.capital_ending(upto(at)).is_some() {
                    context.capital = CapitalCue::This;
                }
                return;
            }
        }
    }

    /// The word right before: part of a person's or an organisation's name, or a name in the same list.
    fn read_neighbour(
        &self,
        context: &mut Context,
        found: &Match,
        before: Option<&Match>,
        at: Option<usize>,
        floor: usize,
    ) {
        let Some(index) = at else { return };
        let glued_hyphen =
            self.items.get(found.first).is_some_and(|first| first.glued) && self.is_hyphen(found.first.wrapping_sub(1));
        if glued_hyphen {
            let part = found.first.checked_sub(2).and_then(|part| self.items.get(part));
            context.hyphenated = part.is_some_and(|part| part.case == LetterCase::Capital)
                && before.is_none_or(|before| before.end != found.first - 1);
            return;
        }
        context.listed = before.is_some_and(|before| self.is_list_gap(before.end, found.first));
        context.bracketed = self.is_mark(index, "(") && self.is_mark(found.end, ")");
        let stop = self.is_mark(index, ".") && self.items.get(index).is_some_and(|token| token.glued);
        let word = if stop { self.left_of(index, floor) } else { Some(index) };
        let Some(token) = word.and_then(|word| self.items.get(word)) else { return };
        let class = self.cues.class(token);
        let adjacent_capital = token.kind == TokenKind::Word
            && matches!(token.case, LetterCase::Capital | LetterCase::Mixed | LetterCase::Upper);
        if class & class::TITLE != 0 && (adjacent_capital || token.case == LetterCase::Lower) {
            context.person = true;
        }
        // `S. Turkey`, but not `Sioux Falls, S.D. Turkey prices rose`.
        let apart = before.is_none_or(|before| word.is_some_and(|word| word >= before.end));
        let is_initial = stop && adjacent_capital && token.span.len() <= 2 && apart;
        if is_initial || class & class::GIVEN != 0 && adjacent_capital {
            context.person = true;
        }
        if stop || !adjacent_capital || context.casing != Casing::Running {
            return;
        }
        if class & class::ORGANISATION_HEAD != 0 {
            context.organisation = true;
        }
        let matched = before.is_some_and(|before| before.end == index + 1);
        let known = class
            & (class::NEVER
                | class::DIRECTION
                | class::KIND_END
                | class::DEMONYM
                | class::CAPITAL_END
                | class::PLACE_HEAD)
            != 0;
        let opens = word.is_some_and(|word| self.left_of(word, floor).is_none_or(|left| self.opens(left, floor)));
        if !known && class & (class::AUXILIARY | class::REPORTING) == 0 {
            context.unknown_before = if matched || !opens { Unknown::Surely } else { Unknown::Perhaps };
        }
    }

    /// A number or the mark within one: `Bronaugh 44, Hume 31; Carthage 3-2, Lamar 2-3`.
    fn is_score(&self, token: &Token) -> bool {
        token.kind == TokenKind::Number || token.glued && matches!(token.span.of(self.text.text), "-" | "–")
    }

    /// Whether only commas, `et`, articles and links stand between two names.
    fn is_list_gap(&self, from: usize, to: usize) -> bool {
        let gap = self.items.get(from..to).unwrap_or_default();
        let scored = gap.iter().take(4).take_while(|token| self.is_score(token)).count();
        let gap = gap.get(scored..).unwrap_or_default();
        let joined = |token: &Token| {
            self.cues.class(token) & class::CONJUNCTION != 0
                || matches!(token.span.of(self.text.text), "," | "/")
                || scored > 0 && token.span.of(self.text.text) == ";"
        };
        let joins = |token: &Token| {
            joined(token)
                || self.cues.class(token) & (class::ARTICLE | class::LINKING | class::LOCATIVE) != 0
                || matches!(token.span.of(self.text.text), "'" | "’")
        };
        let bracketed = gap.first().is_some_and(|token| token.span.of(self.text.text) == "(");
        let outside = if bracketed {
            let close = gap.iter().position(|token| token.span.of(self.text.text) == ")");
            close.and_then(|close| gap.get(close + 1..)).unwrap_or_default()
        } else {
            gap
        };
        !outside.is_empty() && outside.len() <= 5 && outside.iter().all(joins) && outside.iter().any(joined)
    }
}
