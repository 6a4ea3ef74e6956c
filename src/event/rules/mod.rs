//! [`Rules`]: what a language pack says of events, compiled to numbers.

pub mod beginnings;
mod compile;
mod count;
pub mod inflect;
pub mod phrases;
mod section;
mod trigger;
mod verb;
mod word_forms;
pub mod words;

use super::claim::ClaimKind;
use super::kind::EventKind;
use crate::language::{Endings, LanguagePack, LetterCase, Lexicon, PackError, Token, WordId, WordSet};
use beginnings::Beginnings;
use compile::Adder;
pub use count::{FigureWord, NumberWord, TollRole};
use inflect::VerbClasses;
pub(crate) use phrases::Phrases;
use section::EventSection;
use std::collections::BTreeMap;
pub use trigger::{Need, PlaceRole, Trigger, TriggerKind};
pub use verb::{Cue, Verb, VerbUse};
pub use word_forms::{FormHit, WordForms};
use words::{Classes, Words};

/// A word for somebody who takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorTerm {
    /// A group of its own: index into the names.
    Named(u16),
    /// A body or a state's force of its own.
    Body(u16),
    /// A kind of force.
    Kind(u16),
    /// The adjective of a country.
    Country(u16),
    /// The armed group that the report is about.
    Insurgents,
}

/// The events part of a language pack.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// Word classes.
    pub(crate) words: Words,
    /// Whether the past conditional tells what others say.
    pub(crate) press_conditional: bool,
    /// Whether a clause may be a verb's complement with no word that opens it: *denied rebels had taken it*.
    pub(crate) bare_complement: bool,
    /// What tells events.
    triggers: Vec<Trigger>,
    /// Verbs.
    pub(crate) verbs: Vec<Verb>,
    /// By number of a word: which verb forms it is.
    forms: Vec<WordForms>,
    /// Words that are forms of some verb.
    verbal: WordSet,
    /// Of these, the ones whose readings differ in their accents.
    accented: WordSet,
    /// Forms of verbs that tell events or count their victims.
    telling: WordSet,
    /// What words may begin.
    begins: beginnings::ByWord,
    /// Nouns that tell events: the trigger, and the letters with an accent of the first word.
    pub(crate) nouns: Phrases<(u16, u8)>,
    /// What attacks are done with.
    pub(crate) methods: Phrases<EventKind>,
    /// What else turns one kind into another.
    pub(crate) turns: Vec<(TriggerKind, Phrases<EventKind>)>,
    /// Phrases that make what follows more or less certain.
    pub(crate) cues: Phrases<Cue>,
    /// Classes of phrases: of all their words where they may stand inside a verb group, else of the last.
    pub(crate) phrases: Phrases<Classes>,
    /// Endings of names of trades, folded: *-ician*, *-eur*.
    pub(crate) person_endings: Endings,
    /// Endings of the future and the conditional, folded.
    pub(crate) unreal_endings: Endings,
    /// Words for who takes part, asked for by [`Rules::actor_at`] alone.
    actors: Phrases<ActorTerm>,
    /// Codes of the countries that adjectives and names of peoples belong to, by word.
    demonyms: BTreeMap<WordId, String>,
    /// Their names in English.
    pub(crate) actor_names: Vec<String>,
    /// Phrases before a source, each with how many of its words are part of the source's name.
    pub(crate) according: Phrases<u8>,
    /// Pronouns that stand for who spoke last.
    pub(crate) speaker_pronouns: Phrases<()>,
    /// Number words.
    pub(crate) numbers: Phrases<NumberWord>,
    /// Words around figures.
    pub(crate) figures: Phrases<FigureWord>,
    /// Nouns of tolls.
    pub(crate) tolls: Phrases<(ClaimKind, TollRole)>,
}

/// Letters of the longest group's name that lower case makes a word of the language: *is* is no IS.
const INITIALS: usize = 4;

impl Rules {
    /// The longest word for somebody who takes part that starts at `at`: its length in tokens, and whom it stands for. Short names of
    /// groups are written with capitals, the shortest in capitals throughout: *un* and *Un* are no UN.
    #[must_use]
    pub(crate) fn actor_at(&self, tokens: &[Token], at: usize) -> Option<(usize, ActorTerm)> {
        let (length, term) = self.actors.at(tokens, at)?;
        let token = tokens.get(at)?;
        let is_name = matches!(term, ActorTerm::Named(_) | ActorTerm::Body(_));
        let fits = match token.span.len() {
            _ if length > 1 || !is_name => true,
            ..=2 => token.case == LetterCase::Upper,
            3..=INITIALS => token.case != LetterCase::Lower,
            _ => true,
        };
        fits.then_some((length, term))
    }

    /// Compiles the sections `[event]`, `[certainty]`, `[speech]` and `[claims]` of a pack.
    ///
    /// # Errors
    /// [`PackError`] with the line of the first entry that does not fit.
    pub fn compile(pack: &LanguagePack, lexicon: &mut Lexicon) -> Result<Self, PackError> {
        let event: EventSection = pack.section("event")?;
        let words = Words::compile(pack, &event.words, lexicon)?;
        let person_endings = event.person_endings.iter().map(|ending| crate::fold::fold(ending)).collect();
        let mut rules = Self {
            words,
            press_conditional: event.press_conditional,
            bare_complement: event.bare_complement,
            person_endings,
            ..Self::default()
        };
        let classes = VerbClasses::compile(pack, &event.endings)?;
        let mut add = Adder { pack, classes: &classes, lexicon, rules: &mut rules };
        for entry in &event.trigger {
            add.trigger(entry)?;
        }
        for (list, usage) in [
            (&event.verbs.light, VerbUse::Light),
            (&event.verbs.occur, VerbUse::Occur),
            (&event.verbs.tell, VerbUse::Tell),
            (&event.verbs.factive, VerbUse::Factive),
            (&event.verbs.announce, VerbUse::Announce),
        ] {
            add.verbs(list, usage)?;
        }
        for entry in &event.method {
            add.method(entry)?;
        }
        add.phrases(&event.adverbials, words::ADVERB, |rules| &mut rules.phrases);
        for (class, list) in &event.phrases {
            let class = words::classes_of(pack, class)?;
            add.phrases(list, class, |rules| &mut rules.phrases);
        }
        add.certainty(&pack.section("certainty")?)?;
        add.speech(&pack.section("speech")?)?;
        add.actors(&pack.section("actors")?);
        add.demonyms(&pack.section("toponym")?);
        add.claims(&pack.section("claims")?)?;
        add.mark_with_be(&event.verbs.with_be)?;
        rules.forms.iter_mut().for_each(WordForms::sort);
        rules.mark_phrases();
        Ok(rules)
    }

    /// Takes down what the first words of phrases begin.
    fn mark_phrases(&mut self) {
        let turns = self.turns.iter().flat_map(|(_, phrases)| phrases.first_words());
        let marked = (self.nouns.first_words().map(|word| (word, beginnings::EVENT)))
            .chain(self.tolls.first_words().map(|word| (word, beginnings::TOLL)))
            .chain(self.cues.first_words().map(|word| (word, beginnings::CUE)))
            .chain(self.according.first_words().map(|word| (word, beginnings::SOURCE)))
            .chain(self.methods.first_words().map(|word| (word, beginnings::METHOD)))
            .chain(turns.map(|word| (word, beginnings::TURN)))
            .chain(self.actors.first_words().map(|word| (word, beginnings::ACTOR)))
            .chain(self.numbers.first_words().map(|word| (word, beginnings::FIGURE)))
            .chain(self.figures.first_words().map(|word| (word, beginnings::FIGURE)));
        for (word, begins) in marked {
            self.begins.add(word, begins);
        }
    }

    /// What a word may begin.
    #[inline]
    pub(crate) fn begins(&self, word: WordId) -> Beginnings {
        self.begins.of(word)
    }

    /// Whether a word of the sentence could tell an event or count its victims.
    #[must_use]
    pub fn may_tell(&self, tokens: &[Token]) -> bool {
        tokens.iter().enumerate().any(|(at, token)| {
            self.telling.holds(token.word) || self.nouns.at(tokens, at).is_some() || self.tolls.at(tokens, at).is_some()
        })
    }

    /// The code of the country that an adjective or the name of a people belongs to: *Somali*.
    pub(crate) fn demonym(&self, word: WordId) -> Option<&str> {
        self.demonyms.get(&word).map(String::as_str)
    }

    /// What is common to the verbs and nouns of one entry.
    pub(crate) fn trigger(&self, index: u16) -> Option<Trigger> {
        self.triggers.get(usize::from(index)).copied()
    }

    /// Whether how a word is written tells which verb it is a form of: *attaque*, *attaqué*.
    pub(crate) fn is_told_by_accents(&self, word: WordId) -> bool {
        self.accented.holds(word)
    }

    /// The verb forms that a word may be, if any.
    #[inline]
    #[must_use]
    pub fn forms(&self, word: WordId) -> Option<&WordForms> {
        if self.verbal.holds(word) { self.forms.get(word.index()) } else { None }
    }
}
