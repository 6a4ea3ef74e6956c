//! [`Program`]: a pattern of a language pack, compiled for the matcher.
//!
//! A pattern is words parted by spaces. `[ … ]` may be missing, `( … | … )` is one of several, `$class` is a word of a class and
//! fills the slot of that name (`$class:slot` another one), `@name` is a piece of the pack's `macros`, `>` says that the expression
//! begins here and what is to the left is only context, `<` that it ends here, `~` that no space may stand here, and `\` before
//! a mark takes it as it is.

use super::number::Builtin;
use super::slot::Slot;
use crate::language::token::Tokens;
use crate::language::{Lexicon, WordId};
use std::collections::BTreeMap;

/// One step of a program. Targets are indices of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// This word.
    Word(WordId),
    /// A word of the class with this number.
    Class(u8, Slot),
    /// A number of some form.
    Builtin(Builtin, Slot),
    /// Both ways are tried.
    Split(u16, u16),
    Jump(u16),
    /// No space before the next token.
    Glue,
    Start,
    End,
    Match,
}

/// A compiled pattern.
#[derive(Clone, Debug, Default)]
pub(super) struct Program {
    pub(super) steps: Vec<Step>,
}

/// What a pattern may refer to.
#[derive(Debug)]
pub(super) struct Names<'a> {
    /// Numbers of the classes of words.
    pub(super) classes: &'a BTreeMap<String, u8>,
    /// Pieces of patterns.
    pub(super) macros: &'a BTreeMap<String, String>,
}

impl Program {
    /// Compiles a pattern; the error says what is wrong with it.
    pub(super) fn compile(pattern: &str, names: &Names<'_>, lexicon: &mut Lexicon) -> Result<Self, String> {
        let expanded = expand(pattern, names, 0)?;
        let mut compiler = Compiler { words: &split(&expanded), at: 0, steps: Vec::new(), names, lexicon };
        compiler.sequence()?;
        if compiler.at < compiler.words.len() {
            return Err(String::from("a closing bracket without an opening one"));
        }
        compiler.steps.push(Step::Match);
        Ok(Self { steps: compiler.steps })
    }
}

/// Replaces `@name` by `( … )`.
fn expand(pattern: &str, names: &Names<'_>, depth: usize) -> Result<String, String> {
    if depth > 8 {
        return Err(String::from("macros that refer to each other in a circle"));
    }
    let mut out = Vec::new();
    for word in split(pattern) {
        match word.strip_prefix('@') {
            Some(name) => {
                let piece = names.macros.get(name).ok_or_else(|| format!("no macro `{name}`"))?;
                out.push(format!("( {} )", expand(piece, names, depth + 1)?));
            }
            None => out.push(word),
        }
    }
    Ok(out.join(" "))
}

/// Words and brackets of a pattern.
fn split(pattern: &str) -> Vec<String> {
    let mut words = Vec::new();
    for chunk in pattern.split_whitespace() {
        if chunk.starts_with('\\') {
            words.push(chunk.to_owned());
            continue;
        }
        let mut word = String::new();
        for letter in chunk.chars() {
            if matches!(letter, '[' | ']' | '(' | ')' | '|' | '~' | '<' | '>') {
                if !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
                words.push(letter.to_string());
            } else {
                word.push(letter);
            }
        }
        if !word.is_empty() {
            words.push(word);
        }
    }
    words
}

struct Compiler<'a, 'n> {
    words: &'a [String],
    at: usize,
    steps: Vec<Step>,
    names: &'a Names<'n>,
    lexicon: &'a mut Lexicon,
}

impl Compiler<'_, '_> {
    fn next_address(&self) -> Result<u16, String> {
        u16::try_from(self.steps.len()).map_err(|error| format!("a pattern that is too long: {error}"))
    }

    fn patch(&mut self, at: u16, step: Step) {
        if let Some(place) = self.steps.get_mut(usize::from(at)) {
            *place = step;
        }
    }

    fn sequence(&mut self) -> Result<(), String> {
        let words = self.words;
        while let Some(word) = words.get(self.at) {
            match word.as_str() {
                "]" | ")" | "|" => return Ok(()),
                "[" => self.optional()?,
                "(" => self.choice()?,
                other => {
                    self.at += 1;
                    self.item(other)?;
                }
            }
        }
        Ok(())
    }

    fn close(&mut self, bracket: &str) -> Result<(), String> {
        if self.words.get(self.at).is_some_and(|word| word == bracket) {
            self.at += 1;
            Ok(())
        } else {
            Err(format!("a missing `{bracket}`"))
        }
    }

    fn optional(&mut self) -> Result<(), String> {
        self.at += 1;
        let split = self.next_address()?;
        self.steps.push(Step::Match);
        self.alternatives()?;
        self.close("]")?;
        let after = self.next_address()?;
        self.patch(split, Step::Split(split + 1, after));
        Ok(())
    }

    fn choice(&mut self) -> Result<(), String> {
        self.at += 1;
        self.alternatives()?;
        self.close(")")
    }

    fn alternatives(&mut self) -> Result<(), String> {
        let mut jumps = Vec::new();
        loop {
            let split = self.next_address()?;
            self.steps.push(Step::Match);
            self.sequence()?;
            if self.words.get(self.at).is_none_or(|word| word != "|") {
                self.patch(split, Step::Jump(split + 1));
                break;
            }
            self.at += 1;
            jumps.push(self.next_address()?);
            self.steps.push(Step::Match);
            let after = self.next_address()?;
            self.patch(split, Step::Split(split + 1, after));
        }
        let end = self.next_address()?;
        for jump in jumps {
            self.patch(jump, Step::Jump(end));
        }
        Ok(())
    }

    fn item(&mut self, word: &str) -> Result<(), String> {
        match word {
            ">" => self.steps.push(Step::Start),
            "<" => self.steps.push(Step::End),
            "~" => self.steps.push(Step::Glue),
            _ => match word.strip_prefix('$') {
                Some(class) => self.class(class)?,
                None => self.literal(word.strip_prefix('\\').unwrap_or(word)),
            },
        }
        Ok(())
    }

    fn class(&mut self, name: &str) -> Result<(), String> {
        let (class, slot) = name.split_once(':').unwrap_or((name, name));
        let slot = Slot::from_name(slot).or_else(|| (class == slot).then_some(Slot::None));
        let slot = slot.ok_or_else(|| format!("no slot `{name}`"))?;
        let step = match (self.names.classes.get(class), Builtin::from_name(class)) {
            (_, Some(builtin)) => Step::Builtin(builtin, slot),
            (Some(&number), None) => Step::Class(number, slot),
            (None, None) => return Err(format!("no class `{class}`")),
        };
        self.steps.push(step);
        Ok(())
    }

    /// A word as the tokenizer splits it; parts of one word stand glued.
    fn literal(&mut self, word: &str) {
        let tokens = Tokens::of(word, &Lexicon::default());
        for (index, token) in tokens.as_slice().iter().enumerate() {
            if index > 0 {
                self.steps.push(Step::Glue);
            }
            let id = self.lexicon.intern(tokens.folded(token));
            self.steps.push(Step::Word(id));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compile(pattern: &str) -> Result<Program, String> {
        let classes = BTreeMap::from([(String::from("month"), 0)]);
        let macros =
            BTreeMap::from([(String::from("m"), String::from("$month")), (String::from("x"), String::from("@x"))]);
        Program::compile(pattern, &Names { classes: &classes, macros: &macros }, &mut Lexicon::default())
    }

    #[test]
    fn a_pattern_that_cannot_be_read_is_told_in_words() {
        assert_eq!(compile("le [ $month").unwrap_err(), "a missing `]`");
        assert_eq!(compile("le ) $month").unwrap_err(), "a closing bracket without an opening one");
        assert_eq!(compile("$moon").unwrap_err(), "no class `moon`");
        assert_eq!(compile("$month:moon").unwrap_err(), "no slot `month:moon`");
        assert_eq!(compile("@y").unwrap_err(), "no macro `y`");
        assert_eq!(compile("@x").unwrap_err(), "macros that refer to each other in a circle");
    }

    #[test]
    fn words_are_split_as_the_tokenizer_splits_them() {
        let steps = compile("aujourd'hui").unwrap().steps;
        assert_eq!(steps.len(), 6, "three words, glued twice, and the end: {steps:?}");
    }
}
