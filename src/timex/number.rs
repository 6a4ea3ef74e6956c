//! Numbers in patterns: digits of some form, and number words.

use super::grammar::Grammar;
use super::slot::Slot;
use crate::language::{Token, TokenKind};

/// The value of a count that the words leave open: *quelques*.
pub(super) const VAGUE: i32 = -1;

/// A form of number that patterns may ask for, as `$name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Builtin {
    /// `day`: 1 to 31 in one or two digits.
    Day,
    /// `dd`: two digits, 01 to 31.
    TwoDigitDay,
    /// `mm`: 1 to 12 in one or two digits.
    MonthNumber,
    /// `year`: four digits, 1000 to 2999.
    Year,
    /// `yy`: two digits, a year from 1950 to 2049.
    ShortYear,
    /// `hour`: 0 to 24.
    Hour,
    /// `minute`: two digits, 00 to 59.
    Minute,
    /// `clock`: four digits, hour and minute: `0530`.
    Clock,
    /// `count`: digits, in groups or not, number words, or *quelques*.
    Count,
    /// `ordinal`: a word of class `ordinal`, or digits and a word of class `ordinal_ending`.
    Ordinal,
}

impl Builtin {
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "day" => Self::Day,
            "dd" => Self::TwoDigitDay,
            "mm" => Self::MonthNumber,
            "year" => Self::Year,
            "yy" => Self::ShortYear,
            "hour" => Self::Hour,
            "minute" => Self::Minute,
            "clock" => Self::Clock,
            "count" => Self::Count,
            "ordinal" => Self::Ordinal,
            _ => return None,
        })
    }

    /// Value and number of tokens, from the token at `at` on.
    pub(super) fn read(self, grammar: &Grammar, tokens: &[Token], text: &str, at: usize) -> Option<(i32, usize)> {
        match self {
            Self::Count => count(grammar, tokens, text, at),
            Self::Ordinal => ordinal(grammar, tokens, text, at),
            _ => {
                let token = tokens.get(at)?;
                let (value, length) = digits(token, text)?;
                let fits = match self {
                    Self::Day => length <= 2 && (1..=31).contains(&value),
                    Self::TwoDigitDay => length == 2 && (1..=31).contains(&value),
                    Self::MonthNumber => length <= 2 && (1..=12).contains(&value),
                    Self::Year => length == 4 && (1000..3000).contains(&value) && !continues(tokens, text, at),
                    Self::ShortYear => length == 2,
                    Self::Hour => length <= 2 && value <= 24,
                    Self::Minute => length == 2 && value < 60,
                    Self::Clock => length == 4 && value < 2400 && value % 100 < 60,
                    Self::Count | Self::Ordinal => false,
                };
                let value = if self == Self::ShortYear { value + if value < 50 { 2000 } else { 1900 } } else { value };
                fits.then_some((value, 1))
            }
        }
    }
}

/// Digits and how many there are; `None` past nine of them.
fn digits(token: &Token, text: &str) -> Option<(i32, usize)> {
    if token.kind != TokenKind::Number || token.span.len() > 9 {
        return None;
    }
    Some((token.span.of(text).parse().ok()?, token.span.len()))
}

/// Whether the number at `at` is only the first part of a longer one: `2015,5`, `1000.000`.
fn continues(tokens: &[Token], text: &str, at: usize) -> bool {
    let (Some(mark), Some(next)) = (tokens.get(at + 1), tokens.get(at + 2)) else { return false };
    mark.glued && next.glued && next.kind == TokenKind::Number && matches!(mark.span.of(text), "," | ".")
}

/// `24`, `2 000`, `2,000`, *vingt et un*, *quelques*.
fn count(grammar: &Grammar, tokens: &[Token], text: &str, at: usize) -> Option<(i32, usize)> {
    let token = tokens.get(at)?;
    if let Some((mut value, length)) = digits(token, text) {
        let mut used = 1;
        let mut groups = length <= 3;
        while groups && let Some((group, skip)) = group(tokens, text, at + used) {
            value = value.checked_mul(1000)?.checked_add(group)?;
            used += skip;
            groups = value < 1_000_000;
        }
        return Some((value, used));
    }
    if let Some(value) = grammar.value_in(grammar.vague_class(), token.word) {
        return Some((if value == 0 { VAGUE } else { value }, 1));
    }
    number_words(grammar, tokens, text, at)
}

/// A group of three digits after a number, and the tokens it takes.
fn group(tokens: &[Token], text: &str, at: usize) -> Option<(i32, usize)> {
    let token = tokens.get(at)?;
    let three = |token: &Token| digits(token, text).filter(|&(_, length)| length == 3).map(|(value, _)| value);
    if token.kind == TokenKind::Number && !token.glued {
        return Some((three(token)?, 1));
    }
    let next = tokens.get(at + 1)?;
    (token.glued && next.glued && matches!(token.span.of(text), "," | ".")).then(|| Some((three(next)?, 2)))?
}

/// *vingt-deux*, *quatre-vingt-dix*, *two dozen*: a smaller number before a round one multiplies it, else they add up.
fn number_words(grammar: &Grammar, tokens: &[Token], text: &str, at: usize) -> Option<(i32, usize)> {
    let class = grammar.number_class();
    let mut total = 0_i32;
    let mut current = grammar.value_in(class, tokens.get(at)?.word)?;
    let mut used = 1;
    loop {
        let mut next = at + used;
        let joined = tokens.get(next).is_some_and(|token| {
            (token.glued && token.span.of(text) == "-")
                || grammar.value_in(grammar.joiner_class(), token.word).is_some()
        });
        next += usize::from(joined);
        let Some(value) = tokens.get(next).and_then(|token| grammar.value_in(class, token.word)) else { break };
        if value >= 1000 {
            total = total.checked_add(current.max(1).checked_mul(value)?)?;
            current = 0;
        } else if value > current && current < 10 && value >= 10 {
            current = current.max(1).checked_mul(value)?;
        } else if current % 10 == 0 && current >= 20 && value < 100 || current >= 100 && value < 100 {
            current += value;
        } else {
            break;
        }
        used = next + 1 - at;
    }
    Some((total.checked_add(current)?, used))
}

/// *third*, `3rd`, `3e`.
fn ordinal(grammar: &Grammar, tokens: &[Token], text: &str, at: usize) -> Option<(i32, usize)> {
    let token = tokens.get(at)?;
    if let Some((value, _)) = digits(token, text) {
        let ending = tokens.get(at + 1).filter(|ending| ending.glued)?;
        grammar.value_in(grammar.ordinal_ending_class(), ending.word)?;
        return Some((value, 2));
    }
    grammar.value_in(grammar.ordinal_class(), token.word).map(|value| (value, 1))
}

/// Fixed-size set of the numbers that a match has filled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slots {
    values: [i32; super::slot::SLOTS],
    filled: u64,
}

impl Default for Slots {
    fn default() -> Self {
        Self { values: [0; super::slot::SLOTS], filled: 0 }
    }
}

impl Slots {
    /// Those of a list; of two numbers for one slot, the later.
    pub(super) fn of(filled: &[(Slot, i32)]) -> Self {
        let mut slots = Self::default();
        for &(slot, value) in filled {
            slots.put(slot, value);
        }
        slots
    }

    pub(super) fn put(&mut self, slot: Slot, value: i32) {
        if let Some(place) = self.values.get_mut(slot as usize) {
            *place = value;
            self.filled |= 1_u64 << slot as u32;
        }
    }

    pub(super) fn get(&self, slot: Slot) -> Option<i32> {
        (self.filled & (1_u64 << slot as u32) != 0).then(|| self.values.get(slot as usize).copied())?
    }

    pub(super) fn small(&self, slot: Slot) -> Option<u8> {
        self.get(slot).and_then(|value| u8::try_from(value).ok())
    }
}
