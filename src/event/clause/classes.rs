//! The classes of a sentence's words: their own, those of the phrases they are in, those of names and times.

use super::Marked;
use crate::event::rules::words::{self, Classes};
use crate::event::rules::{ActorTerm, Rules};
use crate::language::{AnalysedText, LetterCase, Token};

/// The classes of each token.
pub(super) fn of(
    source: &AnalysedText<'_>,
    rules: &Rules,
    tokens: &[Token],
    toponyms: &[Marked],
    timexes: &[Marked],
) -> Vec<Classes> {
    let mut classes: Vec<Classes> = tokens.iter().map(|token| rules.words.classes(token, source.text)).collect();
    add_phrases(&mut classes, rules, tokens);
    add_groups(&mut classes, rules, tokens);
    add_marked(&mut classes, toponyms, words::TOPONYM);
    add_marked(&mut classes, timexes, words::TIMEX);
    classes
}

/// The last word of a phrase has the phrase's class; those before it are its adjectives.
fn add_phrases(classes: &mut [Classes], rules: &Rules, tokens: &[Token]) {
    for at in 0..tokens.len() {
        let Some((length, class)) = rules.phrases.at(tokens, at) else { continue };
        let inner = if class == words::ADVERB { class } else { words::ADJECTIVE };
        let site = if class & (words::SITE | words::THING) != 0 && length > 1 { words::SITE_NAME } else { 0 };
        for (index, classes) in classes.iter_mut().skip(at).take(length).enumerate() {
            *classes = site | if index + 1 == length { class } else { inner };
        }
    }
}

/// *the M23 left*: a group by its name fights.
fn add_groups(classes: &mut [Classes], rules: &Rules, tokens: &[Token]) {
    for (at, token) in tokens.iter().enumerate() {
        if !matches!(token.case, LetterCase::Lower | LetterCase::None)
            && let Some((length, ActorTerm::Named(_))) = rules.actor_at(tokens, at)
            && let Some(classes) = classes.get_mut(at + length - 1)
        {
            *classes |= words::FIGHTER;
        }
    }
}

/// What is part of a name or an expression of time is little else besides.
fn add_marked(classes: &mut [Classes], marked: &[Marked], class: Classes) {
    const KEPT: Classes = words::DETERMINER
        | words::AFTER
        | words::BEFORE
        | words::OF
        | words::LATER
        | words::NEXT_DAY
        | words::PREVIOUS_DAY;
    for token in marked.iter().flat_map(|item| item.tokens.clone()) {
        if let Some(classes) = classes.get_mut(token) {
            *classes = (*classes & KEPT) | class;
        }
    }
}
