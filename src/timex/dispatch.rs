//! [`Dispatch`]: which rules may begin at a token, by that token and the next one.
//!
//! Most tokens begin nothing, and most of the rest nothing once the next token is seen, so that few programs have to run.

use super::number::Builtin;
use super::pattern::{Program, Step};
use crate::language::{Token, TokenKind};

/// The classes of words, as far as programs ask for them.
#[derive(Debug)]
pub(super) struct Classes<'a> {
    /// Classes, value and whether a full stop belongs to it, by a word's number.
    pub(super) entries: &'a [Vec<(u8, i32, bool)>],
    /// Those whose words make numbers.
    pub(super) counts: [u8; 2],
    /// That whose words make ordinal numbers.
    pub(super) ordinal: u8,
    /// Those whose words, in letters, go on a number: what joins two, and what makes an ordinal of digits.
    pub(super) later: [u8; 2],
    /// Marks that go on a number.
    pub(super) marks: Vec<usize>,
}

/// Sets of rules by word: a bit a rule.
#[derive(Clone, Debug, Default)]
pub(super) struct Dispatch {
    /// Row of a word, by its number; row 0 is that of words that no pattern names.
    rows: Vec<u16>,
    /// Pieces of 64 rules that make a row.
    width: usize,
    /// Rules that may begin with a word of the row.
    first: Vec<u64>,
    /// Rules that may go on with a word of the row, or end before it.
    second: Vec<u64>,
    /// Whether a full stop may belong to a word of the row.
    stopped: Vec<bool>,
}

/// The row of digits.
const DIGITS: u16 = 1;

impl Dispatch {
    /// The table of these programs.
    pub(super) fn of<'p>(programs: impl ExactSizeIterator<Item = &'p Program>, classes: &Classes<'_>) -> Self {
        let width = programs.len().div_ceil(64);
        let mut dispatch = Self { rows: vec![0; classes.entries.len()], width, ..Self::default() };
        dispatch.first.resize(width * 2, 0);
        dispatch.second.resize(width * 2, 0);
        for (rule, program) in programs.enumerate() {
            let mut first = Next::default();
            first.at(&program.steps, 0);
            let mut second = Next::default();
            for &step in &first.after {
                second.at(&program.steps, step);
            }
            dispatch.mark(Table::First, rule, &first, classes);
            second.goes_on = first.counts || first.ordinals;
            dispatch.mark(Table::Second, rule, &second, classes);
            if second.ends {
                set(&mut dispatch.second, rule);
            }
        }
        dispatch.stopped = dispatch.find_stopped(classes);
        // Row 0 has the rules that any word may follow.
        let (anywhere, later) = dispatch.second.split_at_mut(width);
        later
            .chunks_exact_mut(width.max(1))
            .for_each(|row| row.iter_mut().zip(&*anywhere).for_each(|(to, from)| *to |= from));
        dispatch
    }

    /// The rules that may match from the token at `at` on, in their order.
    pub(super) fn rules_at(&self, tokens: &[Token], text: &str, at: usize) -> impl Iterator<Item = usize> {
        let [word, digits] = self.rows_of(tokens.get(at));
        let none = word == 0 && digits == 0;
        let next = tokens.get(at + 1).filter(|_| !none);
        // Where a full stop may belong to the word before it, what comes second is not known.
        let stopped = self.stopped.get(usize::from(word)).copied().unwrap_or_default();
        let next_is_stop = |next: &Token| next.glued && next.kind == TokenKind::Mark && next.span.of(text) == ".";
        let stop = stopped && next.is_some_and(next_is_stop);
        let [after, figure] = self.rows_of(next);
        let first = self.row(&self.first, word).iter().zip(self.row(&self.first, digits));
        let second = self.row(&self.second, after).iter().zip(self.row(&self.second, figure));
        let pieces = first.zip(second).take(if none { 0 } else { self.width });
        pieces.enumerate().flat_map(move |(piece, ((word, digits), (after, figure)))| {
            let second = if stop { u64::MAX } else { after | figure };
            Bits((word | digits) & second).map(move |bit| piece * 64 + bit)
        })
    }

    /// The row of a token as a word, and that of digits if it is some.
    fn rows_of(&self, token: Option<&Token>) -> [u16; 2] {
        token.map_or([0, 0], |token| {
            let word = self.rows.get(token.word.index()).copied().unwrap_or_default();
            [word, if token.kind == TokenKind::Number { DIGITS } else { 0 }]
        })
    }

    fn row<'t>(&self, table: &'t [u64], row: u16) -> &'t [u64] {
        let from = usize::from(row) * self.width;
        table.get(from..from + self.width).unwrap_or_default()
    }

    fn mark(&mut self, table: Table, rule: usize, next: &Next, classes: &Classes<'_>) {
        if next.digits || next.goes_on {
            self.set(table, DIGITS, rule);
        }
        let marks = if next.goes_on { classes.marks.as_slice() } else { &[] };
        for &word in next.words.iter().chain(marks) {
            self.set_word(table, word, rule);
        }
        if next.classes.is_empty() && !next.counts && !next.ordinals && !next.goes_on {
            return;
        }
        for (word, entries) in classes.entries.iter().enumerate() {
            let is_in = |class: u8| entries.iter().any(|entry| entry.0 == class);
            let named = next.classes.iter().any(|&class| is_in(class))
                || (next.counts || next.goes_on) && classes.counts.iter().any(|&class| is_in(class))
                || next.goes_on && classes.later.iter().any(|&class| is_in(class))
                || next.ordinals && is_in(classes.ordinal);
            if named {
                self.set_word(table, word, rule);
            }
        }
    }

    /// Which rows have words that a full stop may belong to.
    fn find_stopped(&self, classes: &Classes<'_>) -> Vec<bool> {
        let mut stopped = vec![false; self.first.len() / self.width.max(1)];
        for (entries, &row) in classes.entries.iter().zip(&self.rows) {
            if let Some(stopped) = stopped.get_mut(usize::from(row)) {
                *stopped |= entries.iter().any(|&(_, _, dotted)| dotted);
            }
        }
        stopped
    }

    fn set_word(&mut self, table: Table, word: usize, rule: usize) {
        let next = u16::try_from(self.first.len() / self.width.max(1)).unwrap_or_default();
        let Some(row) = self.rows.get_mut(word) else { return };
        if *row == 0 {
            *row = next;
            self.first.resize(self.first.len() + self.width, 0);
            self.second.resize(self.second.len() + self.width, 0);
        }
        let row = *row;
        self.set(table, row, rule);
    }

    fn set(&mut self, table: Table, row: u16, rule: usize) {
        let table = match table {
            Table::First => &mut self.first,
            Table::Second => &mut self.second,
        };
        if let Some(row) = table.chunks_exact_mut(self.width).nth(usize::from(row)) {
            set(row, rule);
        }
    }
}

#[derive(Clone, Copy)]
enum Table {
    First,
    Second,
}

fn set(row: &mut [u64], bit: usize) {
    if let Some(piece) = row.get_mut(bit / 64) {
        *piece |= 1 << (bit % 64);
    }
}

/// The bits of a piece, lowest first.
struct Bits(u64);

impl Iterator for Bits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let bit = usize::try_from(self.0.trailing_zeros()).ok().filter(|&bit| bit < 64)?;
        self.0 &= self.0 - 1;
        Some(bit)
    }
}

/// What a program may read at some step.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that may come next, all in any mixture")]
struct Next {
    words: Vec<usize>,
    classes: Vec<u8>,
    digits: bool,
    counts: bool,
    ordinals: bool,
    /// It may be over.
    ends: bool,
    /// It may be a later token of the number before.
    goes_on: bool,
    /// Steps after what is read.
    after: Vec<usize>,
}

impl Next {
    fn at(&mut self, steps: &[Step], at: usize) {
        match steps.get(at) {
            Some(&Step::Word(word)) => {
                self.words.push(word.index());
                self.after.push(at + 1);
            }
            Some(&Step::Class(class, _)) => {
                self.classes.push(class);
                self.after.push(at + 1);
            }
            Some(&Step::Builtin(builtin, _)) => {
                self.digits = true;
                self.counts |= builtin == Builtin::Count;
                self.ordinals |= builtin == Builtin::Ordinal;
                self.after.push(at + 1);
            }
            Some(&Step::Split(one, other)) => {
                self.at(steps, usize::from(one));
                self.at(steps, usize::from(other));
            }
            Some(&Step::Jump(to)) => self.at(steps, usize::from(to)),
            Some(Step::Glue | Step::Start | Step::End) => self.at(steps, at + 1),
            Some(Step::Match) | None => self.ends = true,
        }
    }
}
