//! [`Verbs`]: which verbs the words of a sentence may be forms of.

use super::SentenceView;
use crate::event::rules::inflect::{Form, INFINITIVE, PARTICIPLE, PAST};
use crate::event::rules::{FormHit, Need, PlaceRole, Rules, Trigger, Verb, VerbUse, WordForms, words};
use crate::language::WordId;
use std::ops::Range;

/// A verb that a token may be a form of, whose further words follow.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VerbReading<'a> {
    pub(crate) verb: &'a Verb,
    /// Which of its forms.
    pub(crate) form: Form,
    /// The token after its further words.
    pub(crate) end: usize,
}

impl VerbReading<'_> {
    /// What the verb does in a sentence.
    pub(crate) fn usage(&self) -> VerbUse {
        self.verb.usage
    }

    /// What it tells, where it tells an event.
    pub(crate) fn trigger(&self, rules: &Rules) -> Option<Trigger> {
        match self.verb.usage {
            VerbUse::Trigger(index) => rules.trigger(index),
            _ => None,
        }
    }

    /// Whether the word is one of these forms.
    pub(crate) fn is_form(&self, forms: Form) -> bool {
        self.form & forms != 0
    }
}

/// The readings of a sentence's words as verbs, taken down once: each rule asks for them.
#[derive(Debug, Default)]
pub(super) struct Verbs<'a> {
    /// Those of all tokens in turn.
    readings: Vec<VerbReading<'a>>,
    /// Where those of each token begin, and where the last one's end.
    starts: Vec<u32>,
}

impl<'a> Verbs<'a> {
    /// Those of a sentence whose words have their classes.
    pub(super) fn read(view: &SentenceView<'a>) -> Self {
        let count = view.tokens.len();
        let mut verbs = Self { readings: Vec::with_capacity(count), starts: Vec::with_capacity(count + 1) };
        verbs.starts.push(0);
        for (at, token) in view.tokens.iter().enumerate() {
            if let Some(forms) = view.rules.forms(token.word) {
                verbs.readings.extend(readings(view, at, forms));
            }
            verbs.starts.push(u32::try_from(verbs.readings.len()).unwrap_or(u32::MAX));
        }
        verbs
    }

    /// The readings of one token.
    pub(super) fn at(&self, at: usize) -> &[VerbReading<'a>] {
        let Some(&[from, to]) = self.starts.get(at..at + 2) else { return &[] };
        self.readings.get(from as usize..to as usize).unwrap_or_default()
    }

    /// Whether a token has any.
    pub(super) fn any(&self, at: usize) -> bool {
        matches!(self.starts.get(at..at + 2), Some([from, to]) if from < to)
    }
}

/// Those of the verbs that a token may be a form of that are written so, and whose further words follow.
fn readings<'a>(view: &SentenceView<'a>, at: usize, forms: &'a WordForms) -> impl Iterator<Item = VerbReading<'a>> {
    let rules = view.rules;
    let written = match view.tokens.get(at) {
        Some(token) if rules.is_told_by_accents(token.word) => Written::of(view, at, forms.hits()),
        _ => Written::Anyhow,
    };
    let between = words_between(view, at + 1);
    let near = view.tokens.get(at + 1..between.end.min(view.tokens.len())).unwrap_or_default();
    let follows = move |next: WordId| near.iter().any(|token| token.word == next);
    let helped = view.any(at.saturating_sub(HELPED)..at, words::BE);
    let is_passive = move |hit: &FormHit| helped && hit.form & PARTICIPLE != 0;
    let fits = move |hit: &&FormHit| written.fits(hit.accents) && hit.next.is_none_or(follows);
    forms.asking(words_around(view, at, helped)).filter(fits).filter_map(move |hit| {
        let verb = rules.verbs.get(usize::from(hit.verb))?;
        let passive = || if is_passive(hit) { end_in_passive(view, at, between.clone(), &verb.trailing) } else { None };
        let end = if hit.is_single() {
            between.start
        } else {
            end_of_words(view, between.clone(), &verb.trailing).or_else(passive)?
        };
        Some(VerbReading { verb, form: hit.form, end }).filter(|reading| !goes_on_as_verb(view, reading))
    })
}

/// The words around a verb that its readings may ask for: those before it too, where its object may stand there.
fn words_around(view: &SentenceView<'_>, at: usize, passive: bool) -> impl Iterator<Item = WordId> {
    let before = if passive { at.saturating_sub(OBJECT)..at } else { at..at };
    let after = at + 1..view.tokens.len().min(at + 1 + OBJECT);
    let words = |range: Range<usize>| view.tokens.get(range).unwrap_or_default().iter().map(|token| token.word);
    words(before).chain(words(after))
}

/// *est parvenue à reprendre*: a verb of going somewhere, and another verb where its place would stand.
fn goes_on_as_verb(view: &SentenceView<'_>, reading: &VerbReading<'_>) -> bool {
    let has_place = |trigger: Trigger| trigger.place == PlaceRole::Into || trigger.needs & Need::Place.bit() != 0;
    let is_infinitive = |at: usize| {
        let forms = view.tokens.get(at).and_then(|token| view.rules.forms(token.word));
        forms.is_some_and(|forms| forms.all() == INFINITIVE)
    };
    view.is(reading.end - 1, words::AT | words::TOWARDS)
        && is_infinitive(reading.end)
        && reading.trigger(view.rules).is_some_and(has_place)
}

/// How a verb form has to be written: one verb's forms may differ in the accent alone, *attaque*, *attaqué*.
#[derive(Clone, Copy, Debug)]
enum Written {
    Anyhow,
    /// With so many letters off that have an accent, more or fewer.
    Nearest {
        accents: u8,
        off: u8,
    },
}

impl Written {
    fn fits(self, accents: u8) -> bool {
        match self {
            Self::Anyhow => true,
            Self::Nearest { accents: own, off } => accents.abs_diff(own) == off,
        }
    }

    /// Which of the readings of a token, whose accents differ, its own accents leave.
    fn of(view: &SentenceView<'_>, at: usize, hits: &[FormHit]) -> Self {
        let surface = view.word(at);
        let accents = words::accents(surface);
        // Some reports are written without accents: "ont ete tues".
        let most = hits.iter().map(|hit| hit.accents).max().unwrap_or_default();
        if accents == 0 && most > 0 && follows_auxiliary(view, at) {
            return Self::Nearest { accents: most, off: 0 };
        }
        if surface.chars().all(|letter| !letter.is_lowercase()) {
            return Self::Anyhow;
        }
        let off = hits.iter().map(|hit| hit.accents.abs_diff(accents)).min().unwrap_or_default();
        Self::Nearest { accents, off }
    }
}

/// Whether an auxiliary stands right before a token, or a word before that.
fn follows_auxiliary(view: &SentenceView<'_>, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).is_some_and(|at| view.is(at, words::HAVE | words::BE));
    before(1) || (before(2) && at.checked_sub(1).is_some_and(|at| view.is(at, words::ADVERB | words::TIMEX)))
}

/// Where a verb's further words end, the first of them right after it, the others after its object. Its own may `begin` there.
fn end_of_words(view: &SentenceView<'_>, begin: Range<usize>, parts: &[Box<[WordId]>]) -> Option<usize> {
    let (own, after) = parts.split_first()?;
    after.iter().try_fold(end_of_own(view, begin, own)?, |end, part| end_after_object(view, end, part))
}

/// Where the words end that may `begin` right after the verb.
fn end_of_own(view: &SentenceView<'_>, begin: Range<usize>, own: &[WordId]) -> Option<usize> {
    let start = if own.is_empty() { begin.start } else { begin.clone().find(|&start| stand_at(view, start, own))? };
    // "took Herat on Monday in a single raid": the place is taken, and the preposition is of what follows.
    let of_next = own.len() == 1 && view.is(start, words::AT) && view.is(begin.start, words::TOPONYM);
    if of_next {
        return None;
    }
    Some(start + own.len())
}

/// Whether further words of a verb stand there, and the last is no preposition of a day: *took the town on Monday*, but
/// *appellent à une journée de grève*.
fn stand_at(view: &SentenceView<'_>, start: usize, part: &[WordId]) -> bool {
    let end = start + part.len();
    let is_day = || view.is(end, words::TIMEX) && !view.is(end, words::INDEFINITE);
    view.has_words(start, part) && !(view.is(end - 1, words::AT) && is_day())
}

/// *les armes ont été remises*, *the border was closed*: what the verb is done to stands before it, so that its words do.
fn end_in_passive(view: &SentenceView<'_>, at: usize, begin: Range<usize>, parts: &[Box<[WordId]>]) -> Option<usize> {
    let [own, object] = parts else { return None };
    let end = end_of_own(view, begin, own)?;
    let mut before =
        (at.saturating_sub(OBJECT)..at).rev().take_while(|&token| !view.is_mark(token) || view.folded(token) == "'");
    before.any(|token| view.has_words(token, object)).then_some(end)
}

/// Tokens between a form of *be* and its participle.
const HELPED: usize = 3;

/// Tokens that days and places may have between a verb and its further words.
const WORDS_BETWEEN: usize = 8;

/// Where the words may begin that follow the verb: adverbs, days and places may stand before them.
fn words_between(view: &SentenceView<'_>, from: usize) -> Range<usize> {
    let may_pass = |&at: &usize| {
        // "agreed in Doha on Sunday to stop", "ont signé à Doha un accord"
        view.is(at, words::TOPONYM | words::TIMEX | words::ADVERB | words::NEGATION)
            || view.is(at, words::AT) && view.is(at + 1, words::TOPONYM | words::TIMEX)
            || view.ends_as_adverb(at)
    };
    let passed = (from..from + WORDS_BETWEEN - 1).take_while(may_pass).count();
    from..from + passed + 1
}

/// Tokens that an object may have between a verb and its further words; more than [`WORDS_BETWEEN`].
const OBJECT: usize = 10;

/// Where the words end that follow the verb's object, in the same clause.
fn end_after_object(view: &SentenceView<'_>, from: usize, part: &[WordId]) -> Option<usize> {
    // Few of the sentences with such a verb have the word.
    let object = view.tokens.get(from..).unwrap_or_default().iter().take(OBJECT);
    if part.first().is_some_and(|first| !object.into_iter().any(|token| token.word == *first)) {
        return None;
    }
    // "1,200": a mark inside a number.
    let inner = |at: usize| view.is_number(at + 1) && view.tokens.get(at).is_some_and(|token| token.glued);
    let ends = |at: usize| view.is_mark(at) && !matches!(view.folded(at), "'" | "-" | "." | "\"") && !inner(at);
    // "closed its camp and left by road": another verb's object.
    let joins = |at: usize| {
        view.is(at, words::AND) && view.tokens.get(at + 1).is_some_and(|next| is_past(view.rules, next.word))
    };
    let mut reach = (from..from + OBJECT).take_while(|&at| !ends(at) && !joins(at) && !view.is(at, words::SPEECH));
    reach.find(|&start| stand_at(view, start, part)).map(|start| start + part.len())
}

/// Whether a word is the past or the participle of a verb.
fn is_past(rules: &Rules, word: WordId) -> bool {
    rules.forms(word).is_some_and(|forms| forms.all() & (PAST | PARTICIPLE) != 0)
}
