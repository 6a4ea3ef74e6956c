//! Runs a [`Program`] over tokens: every way it matches is followed, the longest counts.

use super::grammar::Grammar;
use super::number::Slots;
use super::pattern::{Program, Step};
use super::slot::Slot;
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

/// What runs keep from one to the next, so that none has to allocate.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    /// Ways that are still to be followed.
    waiting: Vec<Way>,
    /// What the present way has filled, in order. The ways that wait share its beginning.
    filled: Vec<(Slot, i32)>,
    /// The same of the longest match so far: it is made out when no way is left.
    longest: Vec<(Slot, i32)>,
}

#[derive(Clone, Copy, Debug)]
struct Way {
    step: usize,
    at: usize,
    start: usize,
    end: Option<usize>,
    /// How much of what was filled is its own.
    filled: usize,
}

impl Matcher {
    /// The longest match from token `first` on that reaches past the token `beyond`; of two that are as long, the way that is written
    /// first.
    pub(super) fn longest(
        &mut self,
        input: Input<'_>,
        program: &Program,
        first: usize,
        beyond: usize,
    ) -> Option<Found> {
        let mut best: Option<Way> = None;
        let mut way = Way { step: 0, at: first, start: first, end: None, filled: 0 };
        self.waiting.clear();
        loop {
            self.filled.truncate(way.filled);
            if self.follow(input, program, &mut way) && way.at > best.map_or(beyond, |best| best.at) {
                self.longest.clone_from(&self.filled);
                best = Some(way);
            }
            match self.waiting.pop() {
                Some(next) => way = next,
                None => break,
            }
        }
        let Way { start, end, at: reach, .. } = best?;
        Some(Found { start, end: end.unwrap_or(reach), reach, slots: Slots::of(&self.longest) })
    }

    /// Follows a way to where it matches or ends, and leaves what parts from it to wait.
    fn follow(&mut self, input: Input<'_>, program: &Program, way: &mut Way) -> bool {
        while let Some(&step) = program.steps.get(way.step) {
            way.step += 1;
            let goes_on = match step {
                Step::Word(word) => {
                    let reads = input.tokens.get(way.at).is_some_and(|token| token.word == word);
                    way.at += 1;
                    reads
                }
                Step::Class(class, slot) => self.read_class(input, way, class, slot),
                Step::Builtin(builtin, slot) => match builtin.read(input.grammar, input.tokens, input.text, way.at) {
                    Some((value, used)) => {
                        way.at += used;
                        self.filled.push((slot, value));
                        true
                    }
                    None => false,
                },
                Step::Split(one, other) => {
                    let (one, other) = (usize::from(one), usize::from(other));
                    let is_open = |step| may_read(input, program, step, way.at);
                    match (is_open(one), is_open(other)) {
                        (true, true) => {
                            self.waiting.push(Way { step: other, filled: self.filled.len(), ..*way });
                            way.step = one;
                        }
                        (true, false) => way.step = one,
                        (false, _) => way.step = other,
                    }
                    true
                }
                Step::Jump(to) => {
                    way.step = usize::from(to);
                    true
                }
                Step::Glue => input.tokens.get(way.at).is_some_and(|token| token.glued),
                Step::Start => {
                    way.start = way.at;
                    true
                }
                Step::End => {
                    way.end = Some(way.at);
                    true
                }
                Step::Match => return true,
            };
            if !goes_on {
                return false;
            }
        }
        false
    }

    /// Reads a word of a class, and the full stop that belongs to it.
    fn read_class(&mut self, input: Input<'_>, way: &mut Way, class: u8, slot: Slot) -> bool {
        let Some(token) = input.tokens.get(way.at) else { return false };
        let Some((value, dotted)) = input.grammar.entry(class, token.word) else { return false };
        if input.grammar.wants_capital(class) && matches!(token.case, LetterCase::Lower | LetterCase::None) {
            return false;
        }
        self.filled.push((slot, value));
        way.at += 1;
        let stop = input.tokens.get(way.at).filter(|_| dotted);
        if stop.is_some_and(|stop| stop.glued && stop.span.of(input.text) == ".") {
            way.at += 1;
        }
        true
    }
}

/// Whether a way may go on by a step at a token: most of the words that a pattern may go on with are not there, and no way has to
/// wait for them.
fn may_read(input: Input<'_>, program: &Program, step: usize, at: usize) -> bool {
    match program.steps.get(step) {
        Some(Step::Word(word)) => input.tokens.get(at).is_some_and(|token| token.word == *word),
        Some(Step::Class(class, _)) => {
            input.tokens.get(at).is_some_and(|token| input.grammar.entry(*class, token.word).is_some())
        }
        _ => true,
    }
}
