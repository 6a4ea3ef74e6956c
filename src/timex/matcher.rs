//! Runs a [`Program`] over tokens: every way it matches is followed, the longest counts.

use super::grammar::Grammar;
use super::number::Slots;
use super::pattern::{Program, Step};
use crate::language::{LetterCase, Token};

/// Where a program matched.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// First token of the expression, after its left context.
    pub(super) start: usize,
    /// The token after its last, before its right context.
    pub(super) end: usize,
    /// The token after the last one looked at.
    pub(super) reach: usize,
    /// What was read.
    pub(super) slots: Slots,
}

/// The tokens at hand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Input<'a> {
    pub(super) grammar: &'a Grammar,
    pub(super) text: &'a str,
    /// Whether an expression has just ended: some words continue one and mean nothing else.
    pub(super) follows: bool,
    /// Tokens of the whole text up to the end of the paragraph.
    pub(super) tokens: &'a [Token],
}

#[derive(Clone, Copy)]
struct State {
    step: usize,
    at: usize,
    start: usize,
    end: Option<usize>,
    slots: Slots,
}

/// The longest match that begins at token `first`.
pub(super) fn longest(input: Input<'_>, program: &Program, first: usize) -> Option<Found> {
    let mut best = None;
    let state = State { step: 0, at: first, start: first, end: None, slots: Slots::default() };
    run(input, program, first, state, &mut best);
    best
}

fn run(input: Input<'_>, program: &Program, first: usize, mut state: State, best: &mut Option<Found>) {
    while let Some(&step) = program.steps.get(state.step) {
        state.step += 1;
        let token = input.tokens.get(state.at);
        match step {
            Step::Word(word) => {
                if token.is_none_or(|token| token.word != word) {
                    return;
                }
                state.at += 1;
            }
            Step::Class(class, slot) => {
                let Some(token) = token else { return };
                let Some((value, dotted)) = input.grammar.entry(class, token.word) else { return };
                if input.grammar.wants_capital(class) && matches!(token.case, LetterCase::Lower | LetterCase::None) {
                    return;
                }
                state.slots.put(slot, value);
                state.at += 1;
                let stop = input.tokens.get(state.at);
                if dotted && stop.is_some_and(|stop| stop.glued && stop.span.of(input.text) == ".") {
                    state.at += 1;
                }
            }
            Step::Builtin(builtin, slot) => {
                let Some((value, used)) = builtin.read(input.grammar, input.tokens, input.text, state.at) else {
                    return;
                };
                state.slots.put(slot, value);
                state.at += used;
            }
            Step::Split(one, other) => {
                run(input, program, first, State { step: usize::from(one), ..state }, best);
                state.step = usize::from(other);
            }
            Step::Jump(to) => state.step = usize::from(to),
            Step::Glue => {
                if token.is_none_or(|token| !token.glued) {
                    return;
                }
            }
            Step::Start => state.start = state.at,
            Step::End => state.end = Some(state.at),
            Step::Match => {
                let longer = best.is_none_or(|best: Found| state.at > best.reach);
                if state.at > first && longer {
                    let end = state.end.unwrap_or(state.at);
                    *best = Some(Found { start: state.start, end, reach: state.at, slots: state.slots });
                }
                return;
            }
        }
    }
}
