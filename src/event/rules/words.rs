//! [`Words`]: the small words and nouns that the rules go by, each with the classes a pack puts it in.

use crate::fold::fold;
use crate::language::{LanguagePack, Lexicon, PackError, Token};
use std::collections::BTreeMap;

/// A set of word classes, one bit each.
pub type Classes = u128;

macro_rules! classes {
    ($($name:ident $text:literal $doc:literal),* $(,)?) => {
        classes!(@bits 0; $($name $doc)*);
        /// The names of the classes in `[event.words]`, and their bits.
        pub const NAMES: &[(&str, Classes)] = &[$(($text, $name)),*];
    };
    (@bits $bit:expr; $name:ident $doc:literal $($rest:tt)*) => {
        #[doc = $doc]
        pub const $name: Classes = 1 << ($bit);
        classes!(@bits $bit + 1; $($rest)*);
    };
    (@bits $bit:expr;) => {};
}

classes! {
    HAVE "have" "Forms of the auxiliary *have*.",
    BE "be" "Forms of the auxiliary *be*.",
    CONDITIONAL "conditional" "Auxiliaries in the conditional.",
    FUTURE "future" "Auxiliaries of the future.",
    MODAL "modal" "Verbs of possibility and duty.",
    MANAGED "managed" "Participles of such verbs, which with *have* say that it was done: *ont dû fuir*.",
    NEGATION "negation" "Words that negate the verb group they stand in.",
    HALF_NEGATION "half_negation" "Of these, the first half of a negation, which with *than* after the verb says *only*: *n'ont pris que*.",
    NONE "none" "Determiners that negate their noun.",
    REFLEXIVE "reflexive" "The reflexive pronoun before a verb.",
    INFINITIVE "infinitive" "The mark of an infinitive.",
    ADVERB "adverb" "Words that may stand inside a verb group.",
    PRONOUN "pronoun" "Object pronouns that may stand inside a verb group.",
    BELIEF "belief" "Verbs and nouns of holding true, besides those of saying: *believe*, *confirm*, *evidence*.",
    NOTHING "nothing" "Pronouns for nothing and nobody: *rien*, *nothing*.",
    DETERMINER "determiner" "Words that open a noun phrase.",
    DEFINITE "definite" "Determiners that point back.",
    INDEFINITE "indefinite" "Determiners that bring something new.",
    POSSESSIVE "possessive" "Determiners that say whose somebody is: *his*, *ses*.",
    POSSESSIVE_ONE "possessive_one" "Of these, the ones that only a singular follows: *son*.",
    PLURAL "plural" "Determiners and quantities of several.",
    AT "at" "Prepositions of being somewhere.",
    LOCATIVE "locative" "Prepositions that name a place after them, known or not.",
    AUDIENCE "audience" "Nouns for whom or by what something is told: *reporters*, *telephone*.",
    CONTACT "contact" "Participles of being asked: *contacted*, *reached*.",
    WHICH "which" "Relatives of an object: *which*.",
    WHERE "where" "Relatives of a place: *where*.",
    IT "it" "Object pronouns for a place: *took it*, *l'ont prise*.",
    THEM "them" "Object pronouns for people: *abducted them*, *les ont enlevés*.",
    THEY "they" "Pronouns for those told of, as a subject: *they were nine*.",
    COLLECTIVE "collective" "Nouns in the singular for many people: *a patrol*, *une famille*.",
    THERE "there" "Words for the place named last.",
    TOWARDS "towards" "Prepositions of going somewhere.",
    AGAINST "against" "Prepositions of a target.",
    FROM "from" "Prepositions of leaving.",
    ORIGIN "origin" "Words between which and a place name *of* says where somebody comes from or goes to: *venue de*, *la route de*.",
    NEAR "near" "Prepositions of being close.",
    WITH "with" "Prepositions that say nothing of where: *with*, *for*.",
    BETWEEN "between" "Prepositions between two.",
    DURING "during" "Prepositions of a circumstance: *in*, *during*, *after* an attack.",
    OF "of" "Prepositions of belonging.",
    BY "by" "Prepositions of the agent of a passive.",
    AFTER "after" "Words between a length of time and what it is counted from: *two days after*.",
    BEFORE "before" "The same, for what is still to come: *two days before*.",
    NEXT_DAY "next_day" "Nouns for the day after: *lendemain*.",
    PREVIOUS_DAY "previous_day" "Nouns for the day before: *veille*, *eve*.",
    AND "and" "Words that join a list.",
    LATER "later" "Phrases that go on from what was told: *hours later*, *peu après*.",
    THEN "then" "Words that go on with a list: *puis*, *and then*.",
    OR "or" "Words that join two of which one may hold.",
    IF "if" "Words that open a condition.",
    BARRING "barring" "Words that open a sentence as a condition that was met: *without*.",
    INVERSION "inversion" "Verbs that open a condition where they open a sentence: *should it fall*.",
    THAT "that" "Words that open what is said.",
    RELATIVE "relative" "Relative pronouns.",
    WHO "who" "Relative pronouns of people alone: *who*.",
    SUBORDINATOR "subordinator" "Conjunctions that open another clause.",
    SINCE "since" "Prepositions of a time that lasts until now.",
    UNTIL "until" "Prepositions of a time that ends then.",
    CIVILIAN "civilian" "Nouns for people who do not fight.",
    FIGHTER "fighter" "Nouns for people who do.",
    REBEL "rebel" "Nouns for those who fight and are no authority.",
    THING "thing" "Nouns for what is taken, counted or destroyed and is nobody: vehicles, arms, houses.",
    VEHICLE "vehicle" "Nouns for what carries people, and for many of them under way.",
    PRISONER "prisoner" "Nouns for people in prison.",
    STATE "state" "Nouns for those who may arrest.",
    DELEGATE "delegate" "Nouns for those who speak for a country or a side.",
    CITY "city" "Nouns for a town.",
    VILLAGE "village" "Nouns for a village.",
    DISTRICT "district" "Nouns for a district.",
    PROVINCE "province" "Nouns for a province or state of a country.",
    COUNTRY "country" "Nouns for a country.",
    SITE "site" "Nouns for a base, post or building.",
    CAPITAL "capital" "Nouns for a capital.",
    NATIONAL "national" "Nouns for the capital of a country, where nothing says it is a province's.",
    REGIONAL "regional" "Adjectives of a province's: *provincial*.",
    CARE "care" "Nouns for a house where the hurt and the dead are taken: *hospital*, *morgue*.",
    LEADS "leads" "Verbs of a road and what it goes to: *leads*, *relie*.",
    EDGE "edge" "Nouns for a part or side of a place.",
    OFFICE "office" "Nouns for offices and bodies that a place names but that are not there for the event.",
    ADJECTIVE "adjective" "Adjectives that may stand between a noun and its complement.",
    LATTER "latter" "Words for the last thing named.",
    RANK "rank" "Words that count one of a row: *third*, *latest*.",
    SUPERLATIVE "superlative" "Words that set one above all others of a time: *deadliest*, *plus*, *first*.",
    OTHER "other" "Words for one more of a kind.",
    BRINK "brink" "Nouns and verbs that put what follows off: threat, risk, plan.",
    SERIES "series" "Nouns for many of a kind: a *series* of attacks.",
    EXISTS "exists" "Words that say there was: the last of *il y a eu*, *there were*.",
}

const _: () = assert!(NAMES.len() <= 124, "classes of packs end where those that the engine sets begin");

/// Set by the engine, not by packs: the token is part of a name of several words for a site or a thing: *gold mine*, *grenade
/// launcher*.
pub const SITE_NAME: Classes = 1 << 124;
/// Set by the engine: the token is part of a place name.
pub const TOPONYM: Classes = 1 << 125;
/// Set by the engine: the token is part of an expression of time.
pub const TIMEX: Classes = 1 << 126;
/// Set by the engine: the token is a form of a verb of saying.
pub const SPEECH: Classes = 1 << 127;
/// Any word that makes a verb group with a verb behind it.
pub const AUXILIARY: Classes = HAVE | BE | MODAL | FUTURE | CONDITIONAL;
/// Any noun for a town or district.
pub const SETTLED: Classes = CITY | VILLAGE | DISTRICT;
/// Any noun for a kind of place.
pub const PLACE_NOUN: Classes = SETTLED | PROVINCE | COUNTRY | SITE | CAPITAL;

/// Classes of words by number, apart for words written with and without accents: French *a* and *à* fold to one word.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// By number of a word: which of the entries is its own.
    numbers: Vec<u16>,
    /// Many words have the same, so that all of them lie close together. The first is that of words without a class.
    entries: Vec<Entry>,
}

/// The classes of one folded word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Entry {
    plain: Classes,
    accented: Classes,
}

impl Words {
    /// Adds the words of `[event.words]`: a class name and its words.
    ///
    /// # Errors
    /// [`PackError`] for a class that there is none of.
    pub fn compile(
        pack: &LanguagePack,
        section: &BTreeMap<String, String>,
        lexicon: &mut Lexicon,
    ) -> Result<Self, PackError> {
        let mut words = Self::default();
        for (name, list) in section {
            let class = class(pack, name)?;
            for word in list.split_whitespace() {
                words.add(word, class, lexicon);
            }
        }
        Ok(words)
    }

    fn add(&mut self, word: &str, class: Classes, lexicon: &mut Lexicon) {
        for form in super::inflect::expand(word) {
            let index = lexicon.intern(&form).index();
            let added = if is_accented(&form) {
                Entry { plain: 0, accented: class }
            } else {
                Entry { plain: class, accented: 0 }
            };
            self.enter(index, added);
        }
    }

    fn enter(&mut self, index: usize, added: Entry) {
        let held = self.entry(index);
        let entry = Entry { plain: held.plain | added.plain, accented: held.accented | added.accented };
        if self.numbers.len() <= index {
            self.numbers.resize(index + 1, 0);
        }
        if self.entries.is_empty() {
            self.entries.push(Entry::default());
        }
        let known = self.entries.iter().position(|known| *known == entry);
        let number = known.unwrap_or(self.entries.len());
        if known.is_none() {
            self.entries.push(entry);
        }
        if let (Some(own), Ok(number)) = (self.numbers.get_mut(index), u16::try_from(number)) {
            *own = number;
        }
    }

    /// That of the word of a number.
    #[inline]
    fn entry(&self, index: usize) -> Entry {
        let number = self.numbers.get(index).copied().unwrap_or_default();
        self.entries.get(usize::from(number)).copied().unwrap_or_default()
    }

    /// Gives a word that verb forms brought a class.
    pub fn mark(&mut self, index: usize, class: Classes) {
        self.enter(index, Entry { plain: class, accented: 0 });
    }

    /// Whether the word of a number has one of the classes.
    #[must_use]
    pub fn has(&self, index: usize, classes: Classes) -> bool {
        let entry = self.entry(index);
        (entry.plain | entry.accented) & classes != 0
    }

    /// The classes of a token.
    #[must_use]
    pub fn classes(&self, token: &Token, text: &str) -> Classes {
        let Entry { plain, accented } = self.entry(token.word.index());
        if plain == 0 || accented == 0 {
            return plain | accented;
        }
        let surface = token.span.of(text);
        // A capital often stands without its accent.
        if is_accented(surface) {
            accented
        } else if surface.starts_with(char::is_uppercase) {
            plain | accented
        } else {
            plain
        }
    }
}

/// Letters with an accent, which folding would lose: *arrêtés* has two.
#[must_use]
pub fn accents(word: &str) -> u8 {
    let has_accent = |letter: &char| !letter.is_ascii() && is_accented(letter.encode_utf8(&mut [0; 4]));
    u8::try_from(word.chars().filter(has_accent).count()).unwrap_or(u8::MAX)
}

/// The class of a name in `[event.words]` or `[event.phrases]`.
///
/// # Errors
/// [`PackError`] for a class that there is none of.
pub fn class(pack: &LanguagePack, name: &str) -> Result<Classes, PackError> {
    let known = NAMES.iter().find(|(known, _)| *known == name);
    known.map(|&(_, class)| class).ok_or_else(|| pack.error(name, format!("[event.words] has no class `{name}`")))
}

/// Several classes, parted by spaces.
///
/// # Errors
/// [`PackError`] for a class that there is none of.
pub fn classes_of(pack: &LanguagePack, names: &str) -> Result<Classes, PackError> {
    names.split_whitespace().try_fold(0, |classes, name| Ok(classes | class(pack, name)?))
}

/// Whether the written form has an accent, which folding would lose.
#[must_use]
pub fn is_accented(word: &str) -> bool {
    // Of these, folding leaves none as it was.
    let is_latin = |letter: char| matches!(letter, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ');
    !word.is_ascii() && (word.contains(is_latin) || fold(word) != word.to_lowercase())
}
