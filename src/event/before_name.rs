//! [`BeforeName`]: the words before a place name, as far as its sentence goes, before any sentence is read for events.

use super::rules::Rules;
use super::rules::words::Classes;
use crate::language::{AnalysedText, Token};
use crate::span::Span;

/// The words before a place name.
pub(super) struct BeforeName<'a> {
    text: &'a AnalysedText<'a>,
    rules: &'a Rules,
    /// First token of its sentence.
    pub(super) floor: usize,
    /// First token of the name.
    first: usize,
}

impl<'a> BeforeName<'a> {
    pub(super) fn new(text: &'a AnalysedText<'a>, rules: &'a Rules, name: Span) -> Self {
        let sentence = text.sentences.get(text.sentence_at(name.start()));
        let floor = sentence.map_or(0, |sentence| sentence.tokens.start);
        Self { text, rules, floor, first: text.tokens.index_at(name.start()) }
    }

    fn token(&self, at: usize) -> Option<&'a Token> {
        self.text.tokens().get(at)
    }

    pub(super) fn is(&self, at: usize, class: Classes) -> bool {
        self.token(at).is_some_and(|token| self.rules.words.classes(token, self.text.text) & class != 0)
    }

    /// Whether a token is the apostrophe of an elision.
    pub(super) fn is_elision(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.glued && matches!(token.span.of(self.text.text), "'" | "’"))
    }

    /// The last word before the name that is not passed over.
    pub(super) fn link(&self, is_passed: impl Fn(usize) -> bool) -> Option<usize> {
        (self.floor..self.first).rev().find(|&at| !is_passed(at))
    }

    /// Whether the word before one has a class.
    pub(super) fn follows(&self, at: usize, class: Classes) -> bool {
        at > self.floor && self.is(at - 1, class)
    }
}
