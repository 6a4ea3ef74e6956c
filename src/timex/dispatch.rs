//! [`Dispatch`]: which rules may begin at a token, by that token and the next two.
//!
//! Most tokens begin nothing, and most of the rest nothing once the next tokens are seen, so that few programs have to run.

use super::number::Builtin;
use super::pattern::{Program, Step};
use crate::language::{Token, TokenKind, WordId};

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

impl Classes<'_> {
    /// The numbers of the words of each class.
    fn words(&self) -> Vec<Vec<usize>> {
        let mut words: Vec<Vec<usize>> = Vec::new();
        for (word, entries) in self.entries.iter().enumerate() {
            for &(class, ..) in entries {
                let class = usize::from(class);
                words.resize_with(words.len().max(class + 1), Vec::new);
                words.get_mut(class).into_iter().for_each(|words| words.push(word));
            }
        }
        words
    }
}

/// Sets of rules by word: a bit a rule.
#[derive(Clone, Debug, Default)]
pub(super) struct Dispatch {
    /// Row of a word, by its number; row 0 is that of words that no pattern names.
    rows: Vec<u16>,
    /// Pieces of 64 rules that make a row.
    width: usize,
    /// By position from the first token on: rules that may read a word of the row there, or be over before it.
    tables: [Vec<u64>; POSITIONS],
    /// Whether a rule may begin with a word of the row and go on with one of another, or be over: a bit for each two rows.
    begins: Vec<u64>,
    /// Whether a full stop may belong to a word of the row.
    stopped: Vec<bool>,
}

/// Tokens that are looked at.
const POSITIONS: usize = 3;
/// The row of digits.
const DIGITS: u16 = 1;

impl Dispatch {
    /// The table of these programs.
    pub(super) fn of<'p>(programs: impl ExactSizeIterator<Item = &'p Program>, classes: &Classes<'_>) -> Self {
        let width = programs.len().div_ceil(64);
        let mut dispatch = Self { rows: vec![0; classes.entries.len()], width, ..Self::default() };
        dispatch.tables.iter_mut().for_each(|table| table.resize(width * 2, 0));
        let words = classes.words();
        for (rule, program) in programs.enumerate() {
            let mut next = Next::default();
            next.at(&program.steps, 0);
            dispatch.mark(0, rule, &next, (classes, &words));
            for position in 1..POSITIONS {
                next = next.then(&program.steps);
                dispatch.mark(position, rule, &next, (classes, &words));
                if next.ends {
                    dispatch.set(position, 0, rule);
                }
            }
        }
        dispatch.stopped = dispatch.find_stopped(classes);
        // Row 0 has the rules that any word may follow.
        for table in dispatch.tables.iter_mut().skip(1) {
            let (anywhere, later) = table.split_at_mut(width);
            later
                .chunks_exact_mut(width.max(1))
                .for_each(|row| row.iter_mut().zip(&*anywhere).for_each(|(to, from)| *to |= from));
        }
        dispatch.begins = dispatch.find_beginnings();
        dispatch
    }

    /// Whether any rule may begin with a word, as far as that one tells.
    pub(super) fn may_begin_with(&self, word: WordId) -> bool {
        self.rows.get(word.index()).is_some_and(|&row| row != 0)
    }

    /// Whether any rule may begin with the token at `at`, as far as that one and the next tell.
    pub(super) fn may_begin(&self, tokens: &[Token], at: usize) -> bool {
        let firsts = self.rows_of(tokens.get(at));
        if firsts == [0, 0] {
            return false;
        }
        let next = tokens.get(at + 1);
        // What comes after a full stop that belongs to the word is not looked at here.
        let stopped = firsts.iter().any(|&row| self.may_be_stopped(row)) && next.is_some_and(|next| next.glued);
        let seconds = self.rows_of(next);
        stopped || firsts.iter().any(|&first| seconds.iter().any(|&second| self.begin(first, second)))
    }

    fn begin(&self, first: u16, second: u16) -> bool {
        let pair = usize::from(first) * self.row_count() + usize::from(second);
        self.begins.get(pair / 64).is_some_and(|bits| bits >> (pair % 64) & 1 != 0)
    }

    fn may_be_stopped(&self, row: u16) -> bool {
        self.stopped.get(usize::from(row)).is_some_and(|&stopped| stopped)
    }

    fn find_beginnings(&self) -> Vec<u64> {
        let [first, second, _] = &self.tables;
        let meet = |one: &[u64], next: &[u64]| one.iter().zip(next).any(|(one, next)| one & next != 0);
        let width = self.width.max(1);
        let pairs =
            first.chunks_exact(width).flat_map(|one| second.chunks_exact(width).map(move |next| meet(one, next)));
        let mut begins = vec![0; (self.row_count() * self.row_count()).div_ceil(64)];
        for (pair, _) in pairs.enumerate().filter(|&(_, meets)| meets) {
            if let Some(bits) = begins.get_mut(pair / 64) {
                *bits |= 1 << (pair % 64);
            }
        }
        begins
    }

    /// The rules that may match from the token at `at` on, in their order.
    pub(super) fn rules_at(&self, tokens: &[Token], text: &str, at: usize) -> impl Iterator<Item = usize> {
        let [first, second, third] = &self.tables;
        let rows @ [word, digits] = self.rows_of(tokens.get(at));
        let none = word == 0 && digits == 0;
        let next = tokens.get(at + 1).filter(|_| !none);
        let after = tokens.get(at + 2).filter(|_| !none);
        // Where a full stop may belong to the word before it, what comes then is not known.
        let is_stop = |token: &Token| token.glued && token.kind == TokenKind::Mark && token.span.of(text) == ".";
        let stops = |row: u16, then: Option<&Token>| self.may_be_stopped(row) && then.is_some_and(is_stop);
        let next_rows = self.rows_of(next);
        let any_second = if stops(word, next) { u64::MAX } else { 0 };
        let any_third = if stops(next_rows[0], after) { u64::MAX } else { any_second };
        let first = self.row(first, rows);
        let second = self.row(second, next_rows);
        let third = self.row(third, self.rows_of(after));
        let pieces = first.zip(second).zip(third).take(if none { 0 } else { self.width });
        pieces.enumerate().flat_map(move |(piece, ((first, second), third))| {
            Bits(first & (second | any_second) & (third | any_third)).map(move |bit| piece * 64 + bit)
        })
    }

    /// The row of a token as a word, and that of digits if it is some.
    fn rows_of(&self, token: Option<&Token>) -> [u16; 2] {
        token.map_or([0, 0], |token| {
            let word = self.rows.get(token.word.index()).copied().unwrap_or_default();
            [word, if token.kind == TokenKind::Number { DIGITS } else { 0 }]
        })
    }

    /// What a table has for either of two rows.
    fn row<'t>(&self, table: &'t [u64], [word, digits]: [u16; 2]) -> impl Iterator<Item = u64> + use<'t> {
        let row = |row: u16| {
            let from = usize::from(row) * self.width;
            table.get(from..from + self.width).unwrap_or_default()
        };
        row(word).iter().zip(row(digits)).map(|(word, digits)| word | digits)
    }

    fn mark(&mut self, table: usize, rule: usize, next: &Next, (classes, words): (&Classes<'_>, &[Vec<usize>])) {
        if next.digits || next.goes_on {
            self.set(table, DIGITS, rule);
        }
        let marks = if next.goes_on { classes.marks.as_slice() } else { &[] };
        for &word in next.words.iter().chain(marks) {
            self.set_word(table, word, rule);
        }
        let counts = if next.counts || next.goes_on { &classes.counts[..] } else { &[] };
        let later = if next.goes_on { &classes.later[..] } else { &[] };
        let ordinal = next.ordinals.then_some(&classes.ordinal);
        for &class in next.classes.iter().chain(counts).chain(later).chain(ordinal) {
            for &word in words.get(usize::from(class)).into_iter().flatten() {
                self.set_word(table, word, rule);
            }
        }
    }

    /// Which rows have words that a full stop may belong to.
    fn find_stopped(&self, classes: &Classes<'_>) -> Vec<bool> {
        let mut stopped = vec![false; self.row_count()];
        for (entries, &row) in classes.entries.iter().zip(&self.rows) {
            if let Some(stopped) = stopped.get_mut(usize::from(row)) {
                *stopped |= entries.iter().any(|&(_, _, dotted)| dotted);
            }
        }
        stopped
    }

    fn row_count(&self) -> usize {
        self.tables.first().map_or(0, |table| table.len() / self.width.max(1))
    }

    fn set_word(&mut self, table: usize, word: usize, rule: usize) {
        let next = u16::try_from(self.row_count()).unwrap_or_default();
        let Some(row) = self.rows.get_mut(word) else { return };
        if *row == 0 {
            *row = next;
            self.tables.iter_mut().for_each(|table| table.resize(table.len() + self.width, 0));
        }
        let row = *row;
        self.set(table, row, rule);
    }

    fn set(&mut self, table: usize, row: u16, rule: usize) {
        let piece = usize::from(row) * self.width + rule / 64;
        if let Some(bits) = self.tables.get_mut(table).and_then(|table| table.get_mut(piece)) {
            *bits |= 1 << (rule % 64);
        }
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
    /// What the token after these may be.
    fn then(&self, steps: &[Step]) -> Self {
        let mut next =
            Self { goes_on: self.counts || self.ordinals || self.goes_on, ends: self.ends, ..Self::default() };
        let mut after = self.after.clone();
        after.sort_unstable();
        after.dedup();
        for step in after {
            next.at(steps, step);
        }
        // The token after a number that goes on may be any that comes after the number.
        if self.goes_on {
            next.ends = true;
        }
        next
    }

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
