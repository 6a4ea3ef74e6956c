//! [`Grammar`]: the `[timex]` section of a language pack, compiled.

use super::dispatch::{Classes, Dispatch};
use super::meaning::Anchor;
use super::pattern::{Names, Program};
use super::section::{Rule, Section};
use super::slot::Slot;
use super::tense::Cues;
use crate::language::{LanguagePack, Lexicon, PackError, WordId};
use std::collections::BTreeMap;

/// What a rule makes of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Make {
    Calendar,
    Range,
    Shift,
    Years,
    Duration,
    Set,
    Reference(&'static str),
    /// It only looks like an expression of time.
    Nothing,
}

/// One pattern of a rule, ready to run.
#[derive(Clone, Debug)]
pub(super) struct Compiled {
    pub(super) program: Program,
    pub(super) make: Make,
    pub(super) anchor: Anchor,
    /// Slots filled by the rule itself.
    pub(super) fixed: Vec<(Slot, i32)>,
    /// Whether it only goes on from an expression right before: *2015 et 2016*.
    pub(super) continues: bool,
}

impl Compiled {
    /// Whether the rule itself fills the slot.
    pub(super) fn has(&self, slot: Slot) -> bool {
        self.fixed.iter().any(|(filled, _)| *filled == slot)
    }
}

/// Expressions of time of one language.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    pub(super) rules: Vec<Compiled>,
    pub(super) dispatch: Dispatch,
    /// Classes, value and whether a full stop belongs to it, by a word's number.
    entries: Vec<Vec<(u8, i32, bool)>>,
    capital: Vec<bool>,
    wired: Wired,
    pub(super) cues: Cues,
}

/// Numbers of the classes that code asks for by name.
#[derive(Clone, Copy, Debug, Default)]
struct Wired {
    number: u8,
    vague: u8,
    joiner: u8,
    ordinal: u8,
    ordinal_ending: u8,
}

impl Grammar {
    /// Compiles a pack's `[timex]` section. A pack without one gives a grammar that finds only what needs no words.
    ///
    /// # Errors
    /// [`PackError`] at the entry that does not fit.
    pub fn compile(pack: &LanguagePack, lexicon: &mut Lexicon) -> Result<Self, PackError> {
        let section: Section = pack.section("timex")?;
        let mut grammar = Self::default();
        let classes = grammar.read_words(pack, &section, lexicon)?;
        let names = Names { classes: &classes, macros: &section.macros };
        for rule in &section.rules {
            grammar.add(pack, rule, &names, lexicon)?;
        }
        grammar.cues = Cues::compile(&section.cues, lexicon);
        grammar.dispatch(lexicon);
        Ok(grammar)
    }

    fn read_words(
        &mut self,
        pack: &LanguagePack,
        section: &Section,
        lexicon: &mut Lexicon,
    ) -> Result<BTreeMap<String, u8>, PackError> {
        let mut classes: BTreeMap<String, u8> = BTreeMap::new();
        for name in ["number", "vague", "joiner", "ordinal", "ordinal_ending"]
            .into_iter()
            .chain(section.words.keys().map(String::as_str))
        {
            let next = u8::try_from(classes.len())
                .map_err(|error| pack.error(name, format!("more than 255 classes of words: {error}")))?;
            classes.entry(name.to_owned()).or_insert(next);
        }
        for (name, words) in &section.words {
            let class = classes.get(name).copied().unwrap_or_default();
            for (word, &value) in words {
                let dotted = word.ends_with('.');
                let id = lexicon.intern(word.trim_end_matches('.'));
                if self.entries.len() <= id.index() {
                    self.entries.resize(id.index() + 1, Vec::new());
                }
                if let Some(row) = self.entries.get_mut(id.index()) {
                    row.push((class, value, dotted));
                }
            }
        }
        self.capital = vec![false; classes.len()];
        for name in &section.capitalized {
            let class = classes.get(name).ok_or_else(|| pack.error(name, format!("no class `{name}`")))?;
            if let Some(flag) = self.capital.get_mut(usize::from(*class)) {
                *flag = true;
            }
        }
        let class = |name: &str| classes.get(name).copied().unwrap_or_default();
        self.wired = Wired {
            number: class("number"),
            vague: class("vague"),
            joiner: class("joiner"),
            ordinal: class("ordinal"),
            ordinal_ending: class("ordinal_ending"),
        };
        Ok(classes)
    }

    fn add(
        &mut self,
        pack: &LanguagePack,
        rule: &Rule,
        names: &Names<'_>,
        lexicon: &mut Lexicon,
    ) -> Result<(), PackError> {
        let first = rule.patterns.first().map_or("make", String::as_str);
        let fail = |message: String| pack.error(first, message);
        let make = make_of(rule).map_err(fail)?;
        let anchor = match rule.anchor.as_deref() {
            None | Some("publication") => Anchor::Publication,
            Some("narrative") => Anchor::Narrative,
            Some("following") => Anchor::Following,
            Some("story") => Anchor::Story,
            Some(other) => return Err(fail(format!("no anchor `{other}`"))),
        };
        let mut fixed = Vec::new();
        for (name, &value) in &rule.set {
            let slot = Slot::from_name(name).ok_or_else(|| fail(format!("no slot `{name}`")))?;
            fixed.push((slot, value));
        }
        for pattern in &rule.patterns {
            let program = Program::compile(pattern, names, lexicon)
                .map_err(|message| pack.error(pattern, format!("pattern `{pattern}`: {message}")))?;
            let continues = fixed.iter().any(|(filled, _)| *filled == Slot::Follows);
            self.rules.push(Compiled { program, make, anchor, fixed: fixed.clone(), continues });
        }
        Ok(())
    }

    /// Fills the table that tells which rules may begin where.
    fn dispatch(&mut self, lexicon: &mut Lexicon) {
        // What parts groups of three digits, and joins number words.
        let marks = [",", ".", "-"].map(|mark| lexicon.intern(mark).index());
        self.entries.resize(lexicon.len(), Vec::new());
        let classes = Classes {
            entries: &self.entries,
            counts: [self.wired.number, self.wired.vague],
            ordinal: self.wired.ordinal,
            later: [self.wired.joiner, self.wired.ordinal_ending],
            marks: marks.to_vec(),
        };
        self.dispatch = Dispatch::of(self.rules.iter().map(|rule| &rule.program), &classes);
    }

    /// Value of a word in a class, and whether a full stop after it is part of it.
    pub(super) fn entry(&self, class: u8, word: WordId) -> Option<(i32, bool)> {
        let row = self.entries.get(word.index())?;
        row.iter().find(|entry| entry.0 == class).map(|&(_, value, dotted)| (value, dotted))
    }

    pub(super) fn value_in(&self, class: u8, word: WordId) -> Option<i32> {
        self.entry(class, word).map(|(value, _)| value)
    }

    pub(super) fn wants_capital(&self, class: u8) -> bool {
        self.capital.get(usize::from(class)).copied().unwrap_or_default()
    }

    pub(super) fn number_class(&self) -> u8 {
        self.wired.number
    }

    pub(super) fn vague_class(&self) -> u8 {
        self.wired.vague
    }

    pub(super) fn joiner_class(&self) -> u8 {
        self.wired.joiner
    }

    pub(super) fn ordinal_class(&self) -> u8 {
        self.wired.ordinal
    }

    pub(super) fn ordinal_ending_class(&self) -> u8 {
        self.wired.ordinal_ending
    }
}

fn make_of(rule: &Rule) -> Result<Make, String> {
    Ok(match rule.make.as_str() {
        "calendar" => Make::Calendar,
        "range" => Make::Range,
        "shift" => Make::Shift,
        "years" => Make::Years,
        "duration" => Make::Duration,
        "set" => Make::Set,
        "nothing" => Make::Nothing,
        "reference" => Make::Reference(match rule.value.as_deref() {
            Some("PAST_REF") => "PAST_REF",
            Some("PRESENT_REF") => "PRESENT_REF",
            Some("FUTURE_REF") => "FUTURE_REF",
            other => return Err(format!("no reference `{}`", other.unwrap_or_default())),
        }),
        other => return Err(format!("nothing is made by `{other}`")),
    })
}
