//! [`Context`]: what stands around one occurrence of a name.

use super::cues::{Cues, KindSet, class};
use super::scan::Match;
use crate::gazetteer::PlaceKind;
use crate::language::{AnalysedText, LetterCase, Sentence, Token, TokenKind};

/// How the words of a sentence are cased, which decides what a capital says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Casing {
    /// Capitals mark names.
    #[default]
    Running,
    /// `Taliban Enter Kunduz`: every word has one.
    Title,
    /// `TALIBAN ENTER KUNDUZ`
    Shouting,
}

/// Whether a word that no list knows stands beside a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Unknown {
    #[default]
    No,
    Perhaps,
    Surely,
}

/// What names the area that holds a town: `capitale de X`, `X, capitale de Y`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum CapitalCue {
    #[default]
    None,
    /// The name is the area's: `la capitale de Takhar`.
    OfThis,
    /// The name is the capital's: `la capitale, Kaboul`, `Taloqan, capitale de …`.
    This,
}

/// What stands around an occurrence: each field is one observation, weighed elsewhere.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an observation of its own, seen or not")]
pub(super) struct Context {
    pub(super) casing: Casing,
    /// The name begins its sentence, or what a quotation mark or a colon begins.
    pub(super) starts: bool,
    pub(super) article: bool,
    pub(super) linking: bool,
    pub(super) locative: bool,
    pub(super) town_locative: bool,
    pub(super) area_locative: bool,
    pub(super) preposition: bool,
    /// `périphérie de X`, `nord de X`.
    pub(super) place_head: bool,
    pub(super) kinds: KindSet,
    /// The kind was told behind the name: `Takhar province`.
    pub(super) kind_behind: bool,
    /// Words behind the name, with capitals, that are part of it: `Fayette County`.
    pub(super) kind_words: usize,
    pub(super) capital: CapitalCue,
    /// `(AFP) –` or a dash, where a report begins.
    pub(super) dateline: bool,
    /// In brackets of its own.
    pub(super) bracketed: bool,
    /// Joined by a comma or `et` to the name before it.
    pub(super) listed: bool,
    /// A title or a given name stands before it, or an age behind.
    pub(super) person: bool,
    /// An unknown capitalised word stands right before it; perhaps where that one begins the sentence.
    pub(super) unknown_before: Unknown,
    /// An unknown capitalised word stands right behind it.
    pub(super) unknown_after: bool,
    pub(super) organisation: bool,
    pub(super) street: bool,
    pub(super) authority: bool,
    pub(super) agent: bool,
    /// Object of a verb whose object is mostly a place.
    pub(super) acted_on: bool,
    pub(super) speaks: bool,
    pub(super) possessive: bool,
    /// Glued by a hyphen to a capitalised word that is no part of the name.
    pub(super) hyphenated: bool,
}

/// Reads contexts, left to right, out of one text.
pub(super) struct Reader<'a> {
    text: &'a AnalysedText<'a>,
    items: &'a [Token],
    cues: &'a Cues,
    sentence: usize,
    casing: Casing,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a AnalysedText<'a>, cues: &'a Cues) -> Self {
        Self { text, items: text.tokens(), cues, sentence: usize::MAX, casing: Casing::Running }
    }

    /// The context of one match; `before` and `after` are its neighbours among the matches.
    pub(super) fn read(&mut self, found: &Match, before: Option<&Match>, after: Option<&Match>) -> Context {
        let Some(sentence) = self.enter(found) else { return Context::default() };
        let byline = self.casing != Casing::Shouting && self.is_byline(&sentence);
        let mut context = Context { casing: self.casing, person: byline, ..Context::default() };
        self.read_left(&mut context, found, before, &sentence);
        self.read_right(&mut context, found, after, &sentence);
        context.dateline = self.is_dateline(found, &sentence);
        context
    }

    /// Finds the sentence of a match and how it is cased.
    fn enter(&mut self, found: &Match) -> Option<Sentence> {
        let offset = self.items.get(found.first)?.span.start();
        if self.text.sentences.get(self.sentence).is_none_or(|sentence| !sentence.tokens.contains(&found.first)) {
            self.sentence = self.text.sentence_at(offset);
            self.casing = self.text.sentences.get(self.sentence).map_or(Casing::Running, |sentence| {
                casing_of(self.text.tokens_of(sentence), self.cues, self.text.text)
            });
        }
        self.text.sentences.get(self.sentence).cloned()
    }

    fn read_left(&self, context: &mut Context, found: &Match, before: Option<&Match>, sentence: &Sentence) {
        let floor = sentence.tokens.start;
        let mut at = self.left_of(found.first, floor);
        context.starts = at.is_none_or(|at| self.opens(at, floor));
        self.read_neighbour(context, found, before, at, floor);
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
        context.acted_on = class & class::ACTS_ON_PLACE != 0;
        context.linking = class & class::LINKING != 0;
        let head = if context.linking { self.left_of(index, floor) } else { at };
        if let Some(head) = head {
            self.read_head(context, head, floor);
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
                context.authority = context.linking && class & class::AUTHORITY != 0;
                let capital = matches!(token.case, LetterCase::Capital | LetterCase::Upper | LetterCase::Mixed);
                let head = capital && class & class::ORGANISATION_HEAD != 0 && context.casing == Casing::Running;
                context.organisation |= head || context.linking && class & class::NAMED_AFTER != 0;
            }
            if self.cues.capital_ending(upto(at)).is_some() && direct {
                context.capital = if context.linking { CapitalCue::OfThis } else { CapitalCue::This };
                return;
            }
            if let Some((kinds, _)) = self.cues.kinds_ending(upto(at)).filter(|_| direct) {
                // `Lake Victoria`, but not `Secretary of State Antony Blinken`.
                let natural =
                    [PlaceKind::Water, PlaceKind::River, PlaceKind::Mountains].into_iter().any(|kind| kinds.has(kind));
                if context.linking || token.case == LetterCase::Lower || natural || !self.cues.kinds_behind() {
                    context.kinds = kinds;
                }
                return;
            }
            // `capitale provinciale occidentale de`: what stands between is in lower case and no link of its own.
            let between = token.case == LetterCase::Lower
                && class & (class::NEVER | class::AUXILIARY | class::REPORTING | class::AGENT) == 0
                || context.linking && class & class::DEMONYM != 0;
            let comma = skipped == 0 && !context.linking && self.is_mark(at, ",");
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
        let is_initial = stop && adjacent_capital && token.span.len() <= 2;
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

    fn read_right(&self, context: &mut Context, found: &Match, after: Option<&Match>, sentence: &Sentence) {
        let roof = sentence.tokens.end;
        let rest = self.items.get(found.end..roof).unwrap_or_default();
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
        }
        if next.kind != TokenKind::Word {
            return;
        }
        context.speaks = self.speaks(rest);
        self.read_word_behind(context, found, after, rest);
    }

    /// `X University`, `X Province`, `X Mayor`, `X Hilton`.
    fn read_word_behind(&self, context: &mut Context, found: &Match, after: Option<&Match>, rest: &[Token]) {
        let Some(next) = rest.first() else { return };
        let class = self.cues.class(next);
        let told_behind = self.cues.kinds_behind() && context.kinds.is_empty();
        if let Some((kinds, words)) = self.cues.kinds_starting(rest).filter(|_| told_behind) {
            context.kinds = kinds;
            context.kind_behind = true;
            context.kind_words = if next.case == LetterCase::Lower { 0 } else { words };
            return;
        }
        if !matches!(next.case, LetterCase::Capital | LetterCase::Mixed | LetterCase::Upper)
            || context.casing != Casing::Running
        {
            return;
        }
        if class & class::ORGANISATION_TAIL != 0 || self.tail_within(rest) {
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

    /// `Lexington Police Department`: capitalised words up to the tail of an organisation's name.
    fn tail_within(&self, rest: &[Token]) -> bool {
        let capitals =
            rest.iter().take(4).take_while(|token| matches!(token.case, LetterCase::Capital | LetterCase::Upper));
        capitals.skip(1).any(|token| self.cues.class(token) & class::ORGANISATION_TAIL != 0)
    }

    /// What stands after `X,`: an age, or `capitale de …`.
    fn read_apposition(&self, context: &mut Context, rest: &[Token]) {
        let (Some(first), second) = (rest.first(), rest.get(1)) else { return };
        if first.kind == TokenKind::Number {
            let closes = second.is_some_and(|token| matches!(token.span.of(self.text.text), "," | "." | "-"));
            let young = first.span.len() <= 2 && closes && self.cues.kinds_behind();
            context.person |= self.cues.is(second, class::AGE) || young;
            return;
        }
        self.read_capital_behind(context, rest);
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

    /// `KABOUL (AFP) –`, `JAKARTA -`, `PARIS, 3 mai (Reuters) -` at the head of a paragraph.
    fn is_dateline(&self, found: &Match, sentence: &Sentence) -> bool {
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
                "-" | "–" | "—" => {
                    let spaced = !token.glued && rest.get(step + 1).is_none_or(|next| !next.glued);
                    let closed = token.glued
                        && rest.get(step.wrapping_sub(1)).is_some_and(|before| before.span.of(self.text.text) == ")");
                    return depth == 0
                        && (spaced || closed || mark != "-" && !token.glued)
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
    fn is_byline(&self, sentence: &Sentence) -> bool {
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

    /// Whether only commas, `et`, articles and links stand between two names.
    fn is_list_gap(&self, from: usize, to: usize) -> bool {
        let gap = self.items.get(from..to).unwrap_or_default();
        let joins = |token: &Token| {
            self.cues.class(token) & (class::CONJUNCTION | class::ARTICLE | class::LINKING | class::LOCATIVE) != 0
                || matches!(token.span.of(self.text.text), "," | "'" | "’" | "/")
        };
        let joined = |token: &Token| {
            self.cues.class(token) & class::CONJUNCTION != 0 || matches!(token.span.of(self.text.text), "," | "/")
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

    /// Index of the token before `index`, an elision's apostrophe passed over.
    fn left_of(&self, index: usize, floor: usize) -> Option<usize> {
        let left = index.checked_sub(1).filter(|&left| left >= floor)?;
        if self.is_mark(left, "'") && self.items.get(left).is_some_and(|token| token.glued) {
            return left.checked_sub(1).filter(|&left| left >= floor);
        }
        Some(left)
    }

    /// Whether the mark at `index` begins something like a sentence.
    fn opens(&self, index: usize, floor: usize) -> bool {
        let Some(token) = self.items.get(index) else { return true };
        match token.span.of(self.text.text) {
            ":" | "«" | "“" | "•" => true,
            // A straight quotation mark opens where the word after it is glued to it.
            "\"" => self.items.get(index + 1).is_some_and(|next| next.glued),
            "-" | "–" | "—" => index == floor,
            _ => false,
        }
    }

    fn is(&self, index: usize, classes: u32) -> bool {
        self.cues.is(self.items.get(index), classes)
    }

    fn is_mark(&self, index: usize, mark: &str) -> bool {
        self.items
            .get(index)
            .is_some_and(|token| token.kind == TokenKind::Mark && self.text.tokens.folded(token) == mark)
    }

    fn is_hyphen(&self, index: usize) -> bool {
        self.is_mark(index, "-")
    }
}

fn casing_of(tokens: &[Token], cues: &Cues, text: &str) -> Casing {
    let stops = tokens.last().is_some_and(|last| matches!(last.span.of(text), "." | "!" | "?" | "\"" | "»" | "”"));
    let (mut upper, mut capital, mut lower, mut content) = (0, 0, 0, 0);
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Word && token.span.len() >= 4) {
        match token.case {
            LetterCase::Upper => upper += 1,
            LetterCase::Capital | LetterCase::Mixed => capital += 1,
            LetterCase::Lower => {
                lower += 1;
                content += usize::from(cues.class(token) & (class::NEVER | class::AUXILIARY) == 0);
            }
            LetterCase::None => {}
        }
    }
    if upper >= 3 && upper > 2 * (capital + lower) {
        Casing::Shouting
    } else if capital >= 3 && content == 0 && !stops {
        Casing::Title
    } else {
        Casing::Running
    }
}
