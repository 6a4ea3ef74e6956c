//! [`SentenceView`]: one sentence with the classes of its words, its breaks, its places and its times.

mod breaks;
mod classes;
mod cue;
mod marked;
mod verbs;

use super::rules::beginnings::{self, Beginnings};
use super::rules::inflect::Form;
use super::rules::words::Classes;
use super::rules::{FigureWord, Rules, VerbUse, words};
use crate::language::{AnalysedText, Sentence, Token, TokenKind, WordId};
use crate::span::Span;
use crate::timex::Timex;
use crate::toponym::Toponym;
use breaks::Breaks;
pub(crate) use cue::CueAt;
pub(crate) use marked::Marked;
use marked::marked;
use std::ops::Range;
pub(crate) use verbs::VerbReading;
use verbs::Verbs;

/// One sentence, as the rules see it. Token numbers count from the sentence's first.
#[derive(Debug)]
pub(crate) struct SentenceView<'a> {
    pub(crate) source: &'a AnalysedText<'a>,
    pub(crate) rules: &'a Rules,
    pub(crate) number: usize,
    pub(crate) sentence: &'a Sentence,
    pub(crate) tokens: &'a [Token],
    classes: Vec<Classes>,
    /// Those of all its words together.
    all_classes: Classes,
    /// What each token may begin, and all of them.
    begins: Vec<Beginnings>,
    all_begins: Beginnings,
    pub(crate) toponyms: Vec<Marked>,
    pub(crate) timexes: Vec<Marked>,
    verbs: Verbs<'a>,
    breaks: Breaks,
    pub(crate) cues: Vec<CueAt>,
}

impl<'a> SentenceView<'a> {
    /// Looks at sentence `number`. `toponyms` and `timexes` are the report's, sorted by span.
    pub(crate) fn new(
        source: &'a AnalysedText<'a>,
        rules: &'a Rules,
        number: usize,
        sentence: &'a Sentence,
        toponyms: &[Toponym],
        timexes: &[Timex],
    ) -> Self {
        let tokens = source.tokens_of(sentence);
        // A name that no gazetteer knows is placed by `super::site`, from what the sentence says.
        let mut known = marked(sentence.span, tokens, toponyms, |toponym| toponym.span);
        known.retain(|marked| toponyms.get(marked.index).is_some_and(|toponym| !toponym.near));
        let timexes = marked(sentence.span, tokens, timexes, |timex| timex.span);
        let classes = classes::of(source, rules, tokens, &known, &timexes);
        let begins: Vec<Beginnings> = tokens.iter().map(|token| rules.begins(token.word)).collect();
        let mut view = Self {
            source,
            rules,
            number,
            sentence,
            tokens,
            all_classes: classes.iter().fold(0, |all, classes| all | classes),
            classes,
            all_begins: begins.iter().fold(0, |all, begins| all | begins),
            begins,
            toponyms: known,
            timexes,
            verbs: Verbs::default(),
            breaks: Breaks::default(),
            cues: Vec::new(),
        };
        // Each of these asks for what is there before it.
        view.verbs = Verbs::read(&view);
        view.breaks = Breaks::of(&view);
        view.cues = cue::find(&view);
        view
    }

    /// The words of a token.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.source.text))
    }

    /// The folded words of a token.
    pub(crate) fn folded(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| self.source.tokens.folded(token))
    }

    /// The classes of a token; none past the ends.
    pub(crate) fn classes_at(&self, at: usize) -> Classes {
        self.classes.get(at).copied().unwrap_or_default()
    }

    /// Whether a token is of one of the classes.
    pub(crate) fn is(&self, at: usize, class: Classes) -> bool {
        self.classes_at(at) & class != 0
    }

    /// Whether any of its tokens is of one of the classes.
    pub(crate) fn has(&self, class: Classes) -> bool {
        self.all_classes & class != 0
    }

    /// Whether a token may begin one of these, before any list of phrases or readings of verbs is asked.
    pub(crate) fn may_begin(&self, at: usize, beginnings: Beginnings) -> bool {
        self.begins.get(at).is_some_and(|begins| begins & beginnings != 0)
    }

    /// Whether any of its tokens may.
    pub(crate) fn may_have(&self, beginnings: Beginnings) -> bool {
        self.all_begins & beginnings != 0
    }

    /// Whether a word ends as adverbs do: *-ment*, *-ly*.
    pub(crate) fn ends_as_adverb(&self, at: usize) -> bool {
        let word = self.folded(at);
        word.len() > 5 && (word.ends_with("ment") || word.ends_with("ly"))
    }

    /// Whether a token is a number in digits.
    pub(crate) fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// Whether a token is a number in digits or begins one in words.
    pub(crate) fn is_figure(&self, at: usize) -> bool {
        self.is_number(at) || self.may_begin(at, beginnings::FIGURE) && self.rules.numbers.at(self.tokens, at).is_some()
    }

    /// Whether a word of that use before or between figures begins at a token.
    pub(crate) fn is_figure_word(&self, at: usize, word: FigureWord) -> bool {
        self.may_begin(at, beginnings::FIGURE)
            && self.rules.figures.at(self.tokens, at).is_some_and(|(_, found)| found == word)
    }

    /// Whether a token is a punctuation mark.
    pub(crate) fn is_mark(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Mark)
    }

    /// Whether one of the tokens is of one of the classes.
    pub(crate) fn any(&self, range: Range<usize>, class: Classes) -> bool {
        self.classes.get(range).is_some_and(|classes| classes.iter().any(|classes| classes & class != 0))
    }

    /// Whether these words stand from a token on.
    pub(crate) fn has_words(&self, at: usize, words: &[WordId]) -> bool {
        let is = |(index, word): (usize, &WordId)| self.tokens.get(at + index).is_some_and(|token| token.word == *word);
        words.iter().enumerate().all(is)
    }

    /// The verbs that a token may be a form of, whose further words follow.
    pub(crate) fn verbs_at(&self, at: usize) -> impl Iterator<Item = VerbReading<'a>> + '_ {
        self.verbs.at(at).iter().copied()
    }

    /// *OCHA en retient 4 150*: whether a verb, with a pronoun before it, may be one of counting.
    pub(crate) fn counts_of_them(&self, verb: usize) -> bool {
        let counting = self.verbs_at(verb).any(|reading| reading.usage() == VerbUse::Counting);
        counting && verb.checked_sub(1).is_some_and(|before| self.is(before, words::PRONOUN))
    }

    /// Whether a token may be a form of a verb whose further words follow.
    pub(crate) fn is_verb(&self, at: usize) -> bool {
        self.verbs.any(at)
    }

    /// Whether a token may be one of these forms of a verb.
    pub(crate) fn is_form(&self, at: usize, forms: Form) -> bool {
        self.verbs_at(at).any(|reading| reading.is_form(forms))
    }

    /// The weight of the breaks between two tokens: a comma 1, another clause 2, a semicolon or a quotation 3.
    pub(crate) fn crossing(&self, one: usize, other: usize) -> u16 {
        self.breaks.between(one, other)
    }

    /// The bytes of a run of tokens.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        match (self.tokens.get(range.start), self.tokens.get(range.end.saturating_sub(1))) {
            (Some(first), Some(last)) => first.span.hull(last.span),
            _ => Span::default(),
        }
    }
}
