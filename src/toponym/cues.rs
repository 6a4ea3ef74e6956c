//! [`Cues`]: the `[toponym]` section of a language pack, compiled to tables over word numbers.

use super::section::Section;
use crate::gazetteer::PlaceKind;
use crate::language::token::Tokens;
use crate::language::{LanguagePack, Lexicon, PackError, Token, WordId};
use std::collections::BTreeMap;

/// What a word can be around a place name: one bit each.
pub(super) mod class {
    pub(in crate::toponym) const ARTICLE: u64 = 1;
    pub(in crate::toponym) const LINKING: u64 = 1 << 1;
    pub(in crate::toponym) const LOCATIVE: u64 = 1 << 2;
    pub(in crate::toponym) const TOWN_LOCATIVE: u64 = 1 << 3;
    pub(in crate::toponym) const AREA_LOCATIVE: u64 = 1 << 4;
    pub(in crate::toponym) const PREPOSITION: u64 = 1 << 5;
    pub(in crate::toponym) const PLACE_HEAD: u64 = 1 << 6;
    pub(in crate::toponym) const DIRECTION: u64 = 1 << 7;
    pub(in crate::toponym) const CONJUNCTION: u64 = 1 << 8;
    pub(in crate::toponym) const FUNCTION: u64 = 1 << 9;
    pub(in crate::toponym) const ORDINARY: u64 = 1 << 10;
    pub(in crate::toponym) const TITLE: u64 = 1 << 11;
    pub(in crate::toponym) const ROLE: u64 = 1 << 12;
    pub(in crate::toponym) const GIVEN: u64 = 1 << 13;
    pub(in crate::toponym) const AGE: u64 = 1 << 14;
    pub(in crate::toponym) const ORGANISATION_HEAD: u64 = 1 << 15;
    pub(in crate::toponym) const ORGANISATION_TAIL: u64 = 1 << 16;
    pub(in crate::toponym) const STREET: u64 = 1 << 17;
    pub(in crate::toponym) const AUTHORITY: u64 = 1 << 18;
    pub(in crate::toponym) const REPORTING: u64 = 1 << 19;
    pub(in crate::toponym) const AUXILIARY: u64 = 1 << 20;
    pub(in crate::toponym) const AGENT: u64 = 1 << 21;
    pub(in crate::toponym) const AGENCY: u64 = 1 << 22;
    pub(in crate::toponym) const GENERIC: u64 = 1 << 23;
    pub(in crate::toponym) const DEMONYM: u64 = 1 << 24;
    pub(in crate::toponym) const KIND_END: u64 = 1 << 25;
    pub(in crate::toponym) const CAPITAL_END: u64 = 1 << 26;
    pub(in crate::toponym) const NAMED_AFTER: u64 = 1 << 27;
    pub(in crate::toponym) const SEAT: u64 = 1 << 28;
    pub(in crate::toponym) const ACTS_ON_PLACE: u64 = 1 << 29;
    pub(in crate::toponym) const CONTRACTED: u64 = 1 << 30;
    pub(in crate::toponym) const PLACE_TAIL: u64 = 1 << 31;
    pub(in crate::toponym) const WHERE: u64 = 1 << 32;
    pub(in crate::toponym) const STAY: u64 = 1 << 33;
    pub(in crate::toponym) const BEFALLS: u64 = 1 << 34;
    pub(in crate::toponym) const BODY: u64 = 1 << 35;
    pub(in crate::toponym) const TARGET: u64 = 1 << 36;
    pub(in crate::toponym) const DAY: u64 = 1 << 37;
    pub(in crate::toponym) const RELATIVE: u64 = 1 << 38;
    pub(in crate::toponym) const SEVERAL: u64 = 1 << 39;
    pub(in crate::toponym) const APPOSED: u64 = 1 << 40;
    pub(in crate::toponym) const NO_COUNTRY: u64 = 1 << 41;
    /// Words that a name cannot consist of, whatever the gazetteer says.
    pub(in crate::toponym) const NEVER: u64 = ARTICLE | LINKING | FUNCTION | PREPOSITION | LOCATIVE | CONJUNCTION;
}

/// Kinds of place, a bit each in the order of [`PlaceKind::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct KindSet(u16);

impl KindSet {
    pub(super) fn of(kinds: &[PlaceKind]) -> Self {
        Self(kinds.iter().fold(0, |bits, &kind| bits | 1 << kind as u16))
    }

    pub(super) fn has(self, kind: PlaceKind) -> bool {
        self.0 & (1 << kind as u16) != 0
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// Words in a row and what they stand for.
#[derive(Clone, Debug)]
struct Phrase<T> {
    words: Vec<WordId>,
    value: T,
}

/// A language's knowledge of what stands around place names.
#[derive(Clone, Debug, Default)]
pub struct Cues {
    classes: Vec<u64>,
    /// Kind phrases under their last word.
    kinds: BTreeMap<WordId, Vec<Phrase<KindSet>>>,
    kinds_behind: bool,
    /// Phrases for `capital` under their last word.
    capitals: BTreeMap<WordId, Vec<Phrase<()>>>,
    /// Adjectives and people's names under their last word, the longest first.
    demonyms: BTreeMap<WordId, Vec<Phrase<[u8; 2]>>>,
    home: Vec<[u8; 2]>,
    school_kinds: Vec<WordId>,
    numbered_roads: bool,
}

impl Cues {
    /// Compiles the `[toponym]` section, giving each word it names a number.
    ///
    /// # Errors
    /// [`PackError`] where an entry is no kind of place or no country code.
    pub fn compile(pack: &LanguagePack, lexicon: &mut Lexicon) -> Result<Self, PackError> {
        let section: Section = pack.section("toponym")?;
        let mut cues = Self {
            kinds_behind: section.kinds_behind,
            numbered_roads: section.numbered_roads,
            school_kinds: section.school_kinds.iter().flat_map(|word| words_of(word, lexicon)).collect(),
            ..Self::default()
        };
        for (bit, words) in section.classes() {
            for word in words {
                if let Some(&id) = words_of(word, lexicon).last() {
                    cues.mark(id, bit);
                }
            }
        }
        cues.add_kinds(&section, pack, lexicon)?;
        for phrase in &section.capitals {
            let words = words_of(phrase, lexicon);
            if let Some(&last) = words.last() {
                cues.mark(last, class::CAPITAL_END);
                cues.capitals.entry(last).or_default().push(Phrase { words, value: () });
            }
        }
        cues.add_demonyms(&section, pack, lexicon)?;
        for code in &section.home {
            cues.home.push(country_code(code).ok_or_else(|| pack.error(code, format!("`{code}` is no country code")))?);
        }
        Ok(cues)
    }

    fn add_kinds(&mut self, section: &Section, pack: &LanguagePack, lexicon: &mut Lexicon) -> Result<(), PackError> {
        for (names, phrases) in &section.kinds {
            let mut kinds = Vec::new();
            for name in names.split_whitespace() {
                let kind = PlaceKind::from_name(name);
                kinds.push(kind.ok_or_else(|| pack.error(names, format!("`{name}` is no kind of place")))?);
            }
            let value = KindSet::of(&kinds);
            for phrase in phrases {
                let words = words_of(phrase, lexicon);
                if let Some(&last) = words.last() {
                    self.mark(last, class::KIND_END);
                    self.kinds.entry(last).or_default().push(Phrase { words, value });
                }
            }
        }
        // `base aérienne` before `base`: the longest phrase decides.
        for phrases in self.kinds.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        }
        Ok(())
    }

    fn add_demonyms(&mut self, section: &Section, pack: &LanguagePack, lexicon: &mut Lexicon) -> Result<(), PackError> {
        for (code, words) in &section.demonyms {
            let country = country_code(code).ok_or_else(|| pack.error(code, format!("`{code}` is no country code")))?;
            for word in words {
                let words = words_of(word, lexicon);
                let Some(&last) = words.last() else { continue };
                self.mark(last, class::DEMONYM);
                // `XX` is for those of no one country: `European`.
                if code != "XX" {
                    self.demonyms.entry(last).or_default().push(Phrase { words, value: country });
                }
            }
        }
        for phrases in self.demonyms.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        }
        Ok(())
    }

    fn mark(&mut self, word: WordId, bit: u64) {
        if self.classes.len() <= word.index() {
            self.classes.resize(word.index() + 1, 0);
        }
        if let Some(bits) = self.classes.get_mut(word.index()) {
            *bits |= bit;
        }
    }

    /// The classes of a token's word.
    pub(super) fn class(&self, token: &Token) -> u64 {
        self.classes.get(token.word.index()).copied().unwrap_or(0)
    }

    /// Whether a token's word is in one of the classes.
    pub(super) fn is(&self, token: Option<&Token>, classes: u64) -> bool {
        token.is_some_and(|token| self.class(token) & classes != 0)
    }

    /// Whether the words for kinds also stand behind names in the language.
    pub(super) fn kinds_behind(&self) -> bool {
        self.kinds_behind
    }

    /// The kinds told by the longest phrase that ends with the last of `tokens`, and its length.
    pub(super) fn kinds_ending(&self, tokens: &[Token]) -> Option<(KindSet, usize)> {
        let last = tokens.last().filter(|last| self.class(last) & class::KIND_END != 0)?;
        let found = self.kinds.get(&last.word)?.iter().find(|phrase| ends_with(tokens, &phrase.words))?;
        Some((found.value, found.words.len()))
    }

    /// The kinds told by a phrase that `tokens` begin with, and its length.
    pub(super) fn kinds_starting(&self, tokens: &[Token]) -> Option<(KindSet, usize)> {
        (1..=tokens.len().min(3)).rev().find_map(|len| {
            let head = tokens.get(..len)?;
            self.kinds_ending(head).filter(|&(_, words)| words == len)
        })
    }

    /// Length of the phrase for `capital` that ends with the last of `tokens`.
    pub(super) fn capital_ending(&self, tokens: &[Token]) -> Option<usize> {
        let last = tokens.last().filter(|last| self.class(last) & class::CAPITAL_END != 0)?;
        let found = self.capitals.get(&last.word)?.iter().filter(|phrase| ends_with(tokens, &phrase.words));
        found.map(|phrase| phrase.words.len()).max()
    }

    /// The country of the adjective or the people's name that the tokens end with: `sud-soudanais` is not `soudanais`.
    pub(super) fn demonym_ending(&self, tokens: &[Token]) -> Option<[u8; 2]> {
        let last = tokens.last().filter(|last| self.class(last) & class::DEMONYM != 0)?;
        let found = self.demonyms.get(&last.word)?.iter().find(|phrase| ends_with(tokens, &phrase.words));
        found.map(|phrase| phrase.value)
    }

    /// Whether a home country or its division with a number behind is a road.
    pub(super) fn numbered_roads(&self) -> bool {
        self.numbered_roads
    }

    /// Whether the word behind a division of a home country makes it a university.
    pub(super) fn is_school_kind(&self, token: &Token) -> bool {
        self.school_kinds.contains(&token.word)
    }

    /// Countries that the language's papers are mostly from.
    pub(super) fn home(&self) -> &[[u8; 2]] {
        &self.home
    }
}

fn country_code(code: &str) -> Option<[u8; 2]> {
    code.as_bytes().try_into().ok().filter(|bytes: &[u8; 2]| bytes.iter().all(u8::is_ascii_uppercase))
}

fn words_of(phrase: &str, lexicon: &mut Lexicon) -> Vec<WordId> {
    let tokens = Tokens::of(phrase, &Lexicon::default());
    tokens.as_slice().iter().map(|token| lexicon.intern(tokens.folded(token))).collect()
}

fn ends_with(tokens: &[Token], words: &[WordId]) -> bool {
    tokens.len() >= words.len() && tokens.iter().rev().zip(words.iter().rev()).all(|(token, &word)| token.word == word)
}
