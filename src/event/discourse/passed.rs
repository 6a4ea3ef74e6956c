//! Names of where somebody comes from or goes to: *troops sent from Qalat*, *all the way to Addis Ababa*, *pris la direction de Bria*.

use crate::event::rules::Rules;
use crate::event::rules::words::{self, Classes};
use crate::language::AnalysedText;
use crate::span::Span;

/// Whether the words before a name say so; what a text goes on with seldom happened there.
pub(super) fn is_passed(text: &AnalysedText<'_>, rules: &Rules, name: Span) -> bool {
    let tokens = text.tokens();
    let floor = text.sentences.get(text.sentence_at(name.start())).map_or(0, |sentence| sentence.tokens.start);
    let is = |at: usize, class: Classes| {
        tokens.get(at).is_some_and(|token| rules.words.classes(token, text.text) & class != 0)
    };
    let elided =
        |at: usize| tokens.get(at).is_some_and(|token| token.glued && matches!(token.span.of(text.text), "'" | "’"));
    let first = text.tokens.index_at(name.start());
    let between = |at: &usize| elided(*at) || is(*at, words::DETERMINER) && !is(*at, words::OF);
    let Some(link) = (floor..first).rev().find(|at| !between(at)) else { return false };
    let led = is(link, words::FROM | words::TOWARDS) && !is(link, words::AT | words::NEAR);
    led || is(link, words::OF) && link > floor && is(link - 1, words::ORIGIN)
}
