//! [`AnalysedText`]: a text with its tokens, sentences and boilerplate, ready for the engines.

use super::sentence::Sentence;
use super::token::{Token, Tokens};
use crate::span::Span;

/// A text and everything that does not depend on places, dates or events.
#[derive(Clone, Debug)]
pub struct AnalysedText<'a> {
    /// The document's text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: Tokens,
    /// Its sentences, in order, covering all tokens.
    pub sentences: Vec<Sentence>,
    /// Comment forms, share buttons, notices: sorted, disjoint.
    pub boilerplate: Vec<Span>,
}

impl AnalysedText<'_> {
    /// All tokens.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        self.tokens.as_slice()
    }

    /// The tokens of a sentence.
    #[must_use]
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        self.tokens().get(sentence.tokens.clone()).unwrap_or_default()
    }

    /// Index of the sentence that holds byte `offset`, or the next one after it.
    #[must_use]
    pub fn sentence_at(&self, offset: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.span.end() <= offset)
    }

    /// Whether the byte is part of boilerplate.
    #[must_use]
    pub fn is_boilerplate(&self, offset: usize) -> bool {
        let next = self.boilerplate.partition_point(|span| span.end() <= offset);
        self.boilerplate.get(next).is_some_and(|span| span.holds(offset))
    }
}
