//! [`Marked`]: where in a sentence the report's place names and expressions of time stand.

use crate::language::Token;
use crate::span::Span;
use std::ops::Range;

/// A place name or an expression of time of the sentence.
#[derive(Clone, Debug)]
pub(crate) struct Marked {
    /// Index among the report's.
    pub(crate) index: usize,
    /// Its tokens, counted from the sentence's first.
    pub(crate) tokens: Range<usize>,
}

/// The items of a sorted list that begin in the sentence, with their tokens.
pub(super) fn marked<T>(sentence: Span, tokens: &[Token], items: &[T], span_of: impl Fn(&T) -> Span) -> Vec<Marked> {
    let first = items.partition_point(|item| span_of(item).start() < sentence.start());
    let inside = items.iter().enumerate().skip(first).take_while(|(_, item)| span_of(item).start() < sentence.end());
    inside
        .filter_map(|(index, item)| {
            let span = span_of(item);
            let start = tokens.partition_point(|token| token.span.end() <= span.start());
            let end = tokens.partition_point(|token| token.span.start() < span.end());
            (start < end).then_some(Marked { index, tokens: start..end })
        })
        .collect()
}
