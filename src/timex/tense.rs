//! Tense of a clause, and the other things that the words around an expression tell.

use super::expression::{Bound, Role, Tense};
use super::section;
use crate::language::{AnalysedText, Endings, LetterCase, Lexicon, Token, TokenKind, WordId, WordSet};
use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    Past,
    Present,
    Future,
    Possible,
    Auxiliary,
    NoVerb,
    Reporting,
    Clause,
    Stated,
    Issue,
    Heading,
    Signed,
    Since,
    Until,
    Before,
    After,
    About,
}

impl Cue {
    /// Its bit in [`Cues::sorts`].
    fn bit(self) -> u32 {
        1 << self as u16
    }
}

/// The pack's cue words, compiled.
#[derive(Clone, Debug, Default)]
pub(super) struct Cues {
    /// By number of a word: a bit for each sort of cue that it is, accents left out.
    sorts: Vec<u32>,
    /// By number of a word: its sorts, and how it is written for each.
    words: Vec<Vec<(Cue, Box<str>)>>,
    future_pairs: Vec<(WordId, WordId)>,
    /// The first words of those.
    pair_firsts: WordSet,
    past_endings: Endings,
    future_endings: Endings,
    participle_endings: Endings,
}

impl Cues {
    pub(super) fn compile(section: &section::Cues, lexicon: &mut Lexicon) -> Self {
        let mut cues = Self {
            past_endings: section.past_endings.iter().map(String::as_str).collect(),
            future_endings: section.future_endings.iter().map(String::as_str).collect(),
            participle_endings: section.participle_endings.iter().map(String::as_str).collect(),
            ..Self::default()
        };
        for (cue, words) in [
            (Cue::Past, &section.past),
            (Cue::Present, &section.present),
            (Cue::Future, &section.future),
            (Cue::Future, &section.possible),
            (Cue::Possible, &section.possible),
            (Cue::Auxiliary, &section.auxiliaries),
            (Cue::NoVerb, &section.no_verbs),
            (Cue::Reporting, &section.reporting),
            (Cue::Clause, &section.clause),
            (Cue::Stated, &section.stated),
            (Cue::Issue, &section.issue),
            (Cue::Heading, &section.headings),
            (Cue::Signed, &section.signed),
            (Cue::Since, &section.since),
            (Cue::Until, &section.until),
            (Cue::Before, &section.before),
            (Cue::After, &section.after),
            (Cue::About, &section.about),
        ] {
            for word in words {
                cues.add(lexicon.intern(word), cue, word);
            }
        }
        for pair in &section.future_pairs {
            if let Some((first, second)) = pair.split_once(' ') {
                let pair = (lexicon.intern(first), lexicon.intern(second));
                cues.pair_firsts.insert(pair.0);
                cues.future_pairs.push(pair);
            }
        }
        cues
    }

    fn add(&mut self, word: WordId, cue: Cue, written: &str) {
        let index = word.index();
        if self.words.len() <= index {
            self.words.resize_with(index + 1, Vec::new);
            self.sorts.resize(index + 1, 0);
        }
        if let (Some(sorts), Some(list)) = (self.sorts.get_mut(index), self.words.get_mut(index)) {
            *sorts |= cue.bit();
            list.push((cue, written.to_lowercase().into()));
        }
    }

    /// Whether the token is a cue of that sort; accents count, since `a` is a verb and `à` is none.
    #[inline]
    fn is(&self, cue: Cue, token: &Token, text: &str) -> bool {
        self.sorts.get(token.word.index()).is_some_and(|sorts| sorts & cue.bit() != 0)
            && self.is_written_as(cue, token, text)
    }

    fn is_written_as(&self, cue: Cue, token: &Token, text: &str) -> bool {
        let written = |(other, word): &(Cue, Box<str>)| *other == cue && same_letters(word, token.span.of(text));
        self.words.get(token.word.index()).is_some_and(|list| list.iter().any(written))
    }

    /// Tense of the verb form at `index`, if it is one that is known by its form.
    fn tense_at(&self, tokens: &[Token], text: &str, index: usize) -> Option<Tense> {
        let token = tokens.get(index)?;
        if token.kind != TokenKind::Word {
            return None;
        }
        if self.is(Cue::NoVerb, token, text) {
            return self.is_perfect(tokens, text, index).then_some(Tense::Past);
        }
        // "two would-be bombers": part of a compound.
        if tokens.get(index + 1).is_some_and(|next| next.glued && next.span.of(text) == "-") {
            return None;
        }
        let begins_pair = || {
            let next = tokens.get(index + 1).map_or(WordId::UNKNOWN, |next| next.word);
            self.pair_firsts.holds(token.word) && self.future_pairs.contains(&(token.word, next))
        };
        if self.is_small(Cue::Future, token, text) || begins_pair() {
            return Some(Tense::Future);
        }
        if self.is(Cue::Past, token, text) {
            return Some(Tense::Past);
        }
        if self.is(Cue::Auxiliary, token, text) {
            let after = tokens.get(index + 1..).unwrap_or_default();
            let participle = after.iter().take(5).any(|next| self.ends(&self.participle_endings, next, text, 3));
            return Some(if participle { Tense::Past } else { Tense::Present });
        }
        if self.is(Cue::Present, token, text) {
            return Some(Tense::Present);
        }
        if self.ends(&self.future_endings, token, text, 5) {
            return Some(Tense::Future);
        }
        self.ends(&self.past_endings, token, text, 5).then_some(Tense::Past)
    }

    /// Whether it is a cue as written without a capital: *may*, not *May*.
    fn is_small(&self, cue: Cue, token: &Token, text: &str) -> bool {
        token.case != LetterCase::Capital && self.is(cue, token, text)
    }

    /// *est resté*: an auxiliary that is also a noun, with its participle right behind it. Not *l'est reculé du pays*, nor what waits
    /// for a day to come, *si rien n'est fait*.
    fn is_perfect(&self, tokens: &[Token], text: &str, index: usize) -> bool {
        let elided = |at: usize| tokens.get(at).is_some_and(|token| matches!(token.span.of(text), "l" | "L" | "n"));
        tokens.get(index).is_some_and(|token| self.is(Cue::Auxiliary, token, text))
            && tokens.get(index + 1).is_some_and(|next| self.ends(&self.participle_endings, next, text, 4))
            && !index.checked_sub(2).is_some_and(elided)
    }

    fn ends(&self, endings: &Endings, token: &Token, text: &str, least_bytes: usize) -> bool {
        token.kind == TokenKind::Word
            && matches!(token.case, LetterCase::Lower)
            && token.span.len() >= least_bytes
            && endings.end(token.span.of(text))
            && !self.is(Cue::NoVerb, token, text)
    }

    /// Whether a clause ends at the token.
    fn parts_clauses(&self, token: &Token, text: &str) -> bool {
        match token.kind {
            TokenKind::Mark => {
                matches!(token.span.of(text), "," | ";" | ":" | "\"" | "«" | "»" | "“" | "”" | "(" | ")")
            }
            TokenKind::Word => self.is(Cue::Clause, token, text),
            TokenKind::Number => false,
        }
    }

    /// The stretch around `own` between marks and clause words, inside `within`.
    fn clause(&self, analysed: &AnalysedText<'_>, own: &Range<usize>, within: &Range<usize>) -> Range<usize> {
        let tokens = analysed.tokens();
        let parts = |index: &usize| tokens.get(*index).is_none_or(|token| self.parts_clauses(token, analysed.text));
        let start = (within.start..own.start).rev().find(parts).map_or(within.start, |index| index + 1);
        let end = (own.end..within.end).find(parts).unwrap_or(within.end);
        start..end
    }

    /// Tense of the clause that holds the tokens `own` of the sentence `within`: the nearest verb to the left in the clause, else to
    /// the right in it; an expression that stands by itself (*En mai, …*) goes by what follows, then by what precedes.
    pub(super) fn tense(&self, analysed: &AnalysedText<'_>, own: &Range<usize>, within: &Range<usize>) -> Tense {
        let tokens = analysed.tokens();
        let clause = self.clause(analysed, own, within);
        let at = |index: usize| self.tense_at(tokens, analysed.text, index);
        let to_the_left = || {
            let (index, tense) = (clause.start..own.start).rev().find_map(|index| Some((index, at(index)?)))?;
            // *Will be held*, *doit être terminé*: the participle follows what makes it future.
            // *Une bombe fixée à son véhicule a tué*: a participle beside the subject rules nothing.
            let beside = |index: usize| {
                let token = tokens.get(index);
                token.is_some_and(|token| self.ends(&self.participle_endings, token, analysed.text, 4))
            };
            let governed = (clause.start.max(index.saturating_sub(4))..index)
                .any(|index| at(index) == Some(Tense::Future) && !beside(index));
            Some(if governed { Tense::Future } else { tense })
        };
        // *Élu en mars*, *signed in May*: the participle right before it is nearer than any verb.
        let nearest = own.start.saturating_sub(2).max(clause.start)..own.start;
        let participle = |index: usize| {
            let token = tokens.get(index)?;
            let future = self.is_small(Cue::Future, token, analysed.text);
            (!future && self.ends(&self.participle_endings, token, analysed.text, 4)).then_some(Tense::Past)
        };
        let to_the_left = to_the_left();
        let governed = || nearest.rev().find_map(participle);
        to_the_left
            .or_else(governed)
            .or_else(|| (own.end..clause.end).find_map(at))
            .or_else(|| (clause.end..within.end).take(30).find_map(at))
            .or_else(|| (within.start..clause.start).rev().take(30).find_map(at))
            .unwrap_or_default()
    }

    /// Whether the clause says what may be: *could*, *pourrait*.
    pub(super) fn is_possible(&self, analysed: &AnalysedText<'_>, own: &Range<usize>, within: &Range<usize>) -> bool {
        let clause = self.clause(analysed, own, within);
        let tokens = analysed.tokens().get(clause).unwrap_or_default();
        tokens.iter().any(|token| self.is_small(Cue::Possible, token, analysed.text))
    }

    /// Whether a verb of saying stands close by in the same clause.
    pub(super) fn role(&self, analysed: &AnalysedText<'_>, own: &Range<usize>, within: &Range<usize>) -> Role {
        let tokens = analysed.tokens();
        let clause = self.clause(analysed, own, within);
        let says = |index: usize| tokens.get(index).is_some_and(|token| self.is(Cue::Reporting, token, analysed.text));
        let before = (clause.start..own.start).rev().take(14).find(|&index| says(index));
        // "said its men had entered Kobo on Thursday": a day of what is told, by the verb that stands nearer.
        let told = |says: usize| {
            let verb = |index: usize| self.tense_at(tokens, analysed.text, index) == Some(Tense::Past);
            (says + 2..own.start).any(verb)
        };
        let near = before.is_some_and(|says| !told(says)) || (own.end..clause.end).take(4).any(says);
        if near { Role::Reporting } else { Role::Told }
    }

    /// Whether words such as *publié le* stand before the tokens from `first` on, not farther than eight tokens.
    pub(super) fn is_stated(&self, analysed: &AnalysedText<'_>, first: usize, from: usize) -> bool {
        let tokens = analysed.tokens().get(from..first).unwrap_or_default();
        tokens.iter().rev().take(8).any(|token| self.is(Cue::Stated, token, analysed.text))
    }

    /// Whether a noun for the report stands right before: *programme of Tuesday 21 January*.
    pub(super) fn is_of_issue(&self, analysed: &AnalysedText<'_>, first: usize, from: usize) -> bool {
        let tokens = analysed.tokens().get(from..first).unwrap_or_default();
        tokens.iter().rev().take(3).any(|token| self.is(Cue::Issue, token, analysed.text))
    }

    /// Whether a noun for a report, or what heads one, is among the tokens: *Friday's developments*.
    pub(super) fn names_issue(&self, analysed: &AnalysedText<'_>, line: impl IntoIterator<Item = usize>) -> bool {
        let mut tokens = line.into_iter().filter_map(|at| analysed.tokens().get(at));
        tokens.any(|token| self.is(Cue::Issue, token, analysed.text) || self.is(Cue::Heading, token, analysed.text))
    }

    /// Whether a paragraph that begins with the token is one where a statement is signed.
    pub(super) fn opens_signature(&self, analysed: &AnalysedText<'_>, first: usize) -> bool {
        analysed.tokens().get(first).is_some_and(|token| self.is(Cue::Signed, token, analysed.text))
    }

    /// What the words right before make of the expression.
    pub(super) fn bound(&self, analysed: &AnalysedText<'_>, first: usize, from: usize) -> Option<Bound> {
        let before = analysed.tokens().get(from..first).unwrap_or_default();
        for token in before.iter().rev().take(3) {
            for (cue, bound) in [
                (Cue::Since, Bound::Since),
                (Cue::Until, Bound::Until),
                (Cue::Before, Bound::Before),
                (Cue::After, Bound::After),
            ] {
                if self.is(cue, token, analysed.text) {
                    return Some(bound);
                }
            }
            if token.kind == TokenKind::Mark && !token.glued || token.span.len() > 3 {
                return None;
            }
        }
        None
    }

    /// Whether *vers*, *around* stand right before.
    pub(super) fn is_about(&self, analysed: &AnalysedText<'_>, first: usize) -> bool {
        let before = first.checked_sub(1).and_then(|index| analysed.tokens().get(index));
        before.is_some_and(|token| self.is(Cue::About, token, analysed.text))
    }
}

/// Whether `word`, in lower case, is `surface` but for case.
fn same_letters(word: &str, surface: &str) -> bool {
    if surface.is_ascii() {
        return word.eq_ignore_ascii_case(surface);
    }
    word.chars().eq(surface.chars().flat_map(char::to_lowercase))
}
