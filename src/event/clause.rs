//! [`SentenceView`]: one sentence with the classes of its words, its breaks, its places and its times.

use super::rules::inflect::Form;
use super::rules::words::{self, Classes};
use super::rules::{ActorTerm, Cue, FormHit, Rules, VerbUse};
use crate::language::{AnalysedText, LetterCase, Sentence, Token, TokenKind, WordId};
use crate::span::Span;
use crate::timex::Timex;
use crate::toponym::Toponym;
use std::ops::Range;

/// A place name or an expression of time of the sentence.
#[derive(Clone, Debug)]
pub(crate) struct Marked {
    /// Index among the report's.
    pub(crate) index: usize,
    /// Its tokens, counted from the sentence's first.
    pub(crate) tokens: Range<usize>,
}

/// A word that says how certain what follows is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CueAt {
    pub(crate) at: usize,
    pub(crate) end: usize,
    pub(crate) cue: Cue,
}

/// Tokens that an object may have between a verb and its further words.
const OBJECT: usize = 10;

/// Tokens that days and places may have between a verb and its further words.
const WORDS_BETWEEN: usize = 8;

/// One sentence, as the rules see it. Token numbers count from the sentence's first.
#[derive(Debug)]
pub(crate) struct SentenceView<'a> {
    pub(crate) source: &'a AnalysedText<'a>,
    pub(crate) rules: &'a Rules,
    pub(crate) number: usize,
    pub(crate) sentence: &'a Sentence,
    pub(crate) tokens: &'a [Token],
    pub(crate) classes: Vec<Classes>,
    /// Sum of the weights of the breaks up to and with each token.
    breaks: Vec<u16>,
    pub(crate) toponyms: Vec<Marked>,
    pub(crate) timexes: Vec<Marked>,
    pub(crate) cues: Vec<CueAt>,
    /// What [`Self::verbs_at`] gives for all tokens in turn.
    verbs: Vec<VerbAt>,
    /// How many of those the tokens up to and with each have.
    verbs_until: Vec<u32>,
}

/// A verb that a token is a form of: its number, which forms, and the token after its further words.
type VerbAt = (u16, Form, usize);

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
}

impl<'a> SentenceView<'a> {
    /// Looks at sentence `number`. `toponyms` and `timexes` are the report's, sorted by span.
    pub(crate) fn new(
        source: &'a AnalysedText<'a>,
        rules: &'a Rules,
        number: usize,
        sentence: &'a Sentence,
        toponyms: &[Toponym],
        timexes: &[Timex],
    ) -> Self {
        let tokens = source.tokens_of(sentence);
        let mut classes: Vec<Classes> = tokens.iter().map(|token| rules.words.classes(token, source.text)).collect();
        // A name that no gazetteer knows is placed by `super::site`, from what the sentence says.
        let mut known = marked(sentence.span, tokens, toponyms, |toponym| toponym.span);
        known.retain(|marked| toponyms.get(marked.index).is_some_and(|toponym| !toponym.near));
        let toponyms = known;
        let timexes = marked(sentence.span, tokens, timexes, |timex| timex.span);
        for at in 0..tokens.len() {
            if let Some((length, class)) = rules.phrases.at(tokens, at) {
                let inner = if class == words::ADVERB { class } else { words::ADJECTIVE };
                let site = if class & words::SITE != 0 && length > 1 { words::SITE_NAME } else { 0 };
                for (index, classes) in classes.iter_mut().skip(at).take(length).enumerate() {
                    *classes = site | if index + 1 == length { class } else { inner };
                }
            }
        }
        // "the M23 left": a group by its name.
        for at in 0..tokens.len() {
            let capital =
                tokens.get(at).is_some_and(|token| !matches!(token.case, LetterCase::Lower | LetterCase::None));
            if capital
                && let Some((length, ActorTerm::Named(_))) = rules.actors.at(tokens, at)
                && let Some(classes) = classes.get_mut(at + length - 1)
            {
                *classes |= words::FIGHTER;
            }
        }
        for (list, class) in [(&toponyms, words::TOPONYM), (&timexes, words::TIMEX)] {
            for token in list.iter().flat_map(|item| item.tokens.clone()) {
                if let Some(classes) = classes.get_mut(token) {
                    *classes = (*classes & (words::DETERMINER | words::AFTER | words::LATER)) | class;
                }
            }
        }
        let mut view = Self {
            source,
            rules,
            number,
            sentence,
            tokens,
            classes,
            breaks: Vec::new(),
            toponyms,
            timexes,
            cues: Vec::new(),
            verbs: Vec::new(),
            verbs_until: Vec::with_capacity(tokens.len()),
        };
        view.find_verbs();
        view.breaks = view.sum_breaks();
        view.cues = view.find_cues();
        view.settle_foiled();
        view
    }

    /// The words of a token.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.source.text))
    }

    /// The folded words of a token.
    pub(crate) fn folded(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| self.source.tokens.folded(token))
    }

    /// The classes of a token; none past the ends.
    pub(crate) fn classes_at(&self, at: usize) -> Classes {
        self.classes.get(at).copied().unwrap_or_default()
    }

    /// Whether a token is of one of the classes.
    pub(crate) fn is(&self, at: usize, class: Classes) -> bool {
        self.classes_at(at) & class != 0
    }

    /// Whether a token is a number in digits.
    pub(crate) fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// Whether a token is a number in digits or begins one in words.
    pub(crate) fn is_figure(&self, at: usize) -> bool {
        self.is_number(at) || self.rules.numbers.at(self.tokens, at).is_some()
    }

    /// Whether a token is a punctuation mark.
    pub(crate) fn is_mark(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Mark)
    }

    /// Whether one of the tokens is of one of the classes.
    pub(crate) fn any(&self, range: Range<usize>, class: Classes) -> bool {
        self.classes.get(range).is_some_and(|classes| classes.iter().any(|classes| classes & class != 0))
    }

    /// The weight of the breaks between two tokens: a comma 1, another clause 2, a semicolon or a quotation 3.
    pub(crate) fn crossing(&self, one: usize, other: usize) -> u16 {
        let (first, last) = (one.min(other), one.max(other));
        let get = |at: usize| self.breaks.get(at).or(self.breaks.last()).copied().unwrap_or_default();
        get(last).abs_diff(get(first))
    }

    /// The bytes of a run of tokens.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        match (self.tokens.get(range.start), self.tokens.get(range.end.saturating_sub(1))) {
            (Some(first), Some(last)) => first.span.hull(last.span),
            _ => Span::default(),
        }
    }

    fn sum_breaks(&self) -> Vec<u16> {
        let (mut sum, mut open) = (0_u16, 0_u16);
        let weigh = |at: usize| {
            // What stands in brackets is aside; the text after them goes on from before.
            match self.folded(at) {
                "(" => open += 1,
                ")" if open > 0 => {
                    open -= 1;
                    sum = sum.saturating_sub(1);
                    return sum;
                }
                _ => {}
            }
            sum = sum.saturating_add(self.weight(at));
            sum
        };
        (0..self.tokens.len()).map(weigh).collect()
    }

    fn weight(&self, at: usize) -> u16 {
        let classes = self.classes_at(at);
        if classes & (words::TOPONYM | words::TIMEX) != 0 {
            return 0;
        }
        if self.is_mark(at) {
            let glued = self.tokens.get(at).is_some_and(|token| token.glued);
            return match self.folded(at) {
                "," | "(" | ")" | "[" | "]" | "\"" => 1,
                "-" if !glued => 1,
                ";" | ":" | "?" | "!" => 3,
                _ => 0,
            };
        }
        if classes & (words::RELATIVE | words::SUBORDINATOR) != 0 { 2 } else { u16::from(classes & words::THAT != 0) }
    }

    /// Cue phrases and cue verbs, in order.
    fn find_cues(&self) -> Vec<CueAt> {
        let mut cues = Vec::new();
        for at in 0..self.tokens.len() {
            if self.is(at, words::TOPONYM | words::TIMEX) {
                continue;
            }
            if let Some((length, cue)) = self.rules.cues.at(self.tokens, at) {
                cues.push(CueAt { at, end: at + length, cue });
                continue;
            }
            for (verb, _, end) in self.verbs_at(at) {
                let verb = &self.rules.verbs[usize::from(verb)];
                let reflexive = !verb.reflexive || self.any(at.saturating_sub(3)..at, words::REFLEXIVE);
                if let VerbUse::Cue(cue) = verb.usage
                    && reflexive
                {
                    cues.push(CueAt { at, end, cue });
                    break;
                }
            }
        }
        cues
    }

    /// An attack that cost lives was fought, though it be called foiled; any other was none.
    fn settle_foiled(&mut self) {
        let losses = (0..self.tokens.len()).any(|at| self.rules.tolls.at(self.tokens, at).is_some());
        self.cues.retain(|cue| cue.cue != Cue::Foiled || !losses);
    }

    /// The verbs that a token may be a form of, whose further words follow: verb, forms, and the token after its words.
    pub(crate) fn verbs_at(&self, at: usize) -> impl Iterator<Item = VerbAt> + '_ {
        let until = |at: usize| self.verbs_until.get(at).map_or(0, |&until| until as usize);
        let from = at.checked_sub(1).map_or(0, until);
        self.verbs.get(from..until(at)).unwrap_or_default().iter().copied()
    }

    /// Fills in what [`Self::verbs_at`] gives: it is asked for each token again and again.
    fn find_verbs(&mut self) {
        let mut found = Vec::new();
        for at in 0..self.tokens.len() {
            self.read_verbs(at, &mut found);
            self.verbs_until.push(u32::try_from(found.len()).unwrap_or(u32::MAX));
        }
        self.verbs = found;
    }

    fn read_verbs(&self, at: usize, found: &mut Vec<VerbAt>) {
        let hits = self.tokens.get(at).map_or(&[][..], |token| self.rules.forms(token.word));
        let Some(first) = hits.first() else { return };
        // Where all readings are written alike, how this one is written tells nothing.
        let alike = hits.iter().all(|hit| hit.accents == first.accents);
        let written = if alike { Written::Anyhow } else { self.written(at, hits) };
        for hit in hits.iter().filter(|hit| written.fits(hit.accents)) {
            let Some(verb) = self.rules.verbs.get(usize::from(hit.verb)) else { continue };
            let end = self.end_of_words(at + 1, &verb.trailing);
            found.extend(end.map(|end| (hit.verb, hit.form, end)));
        }
    }

    /// Where a verb's further words end, the first of them right after it, the others after its object.
    fn end_of_words(&self, from: usize, trailing: &[Box<[WordId]>]) -> Option<usize> {
        let (own, after) = trailing.split_first()?;
        after.iter().try_fold(self.trailing_end(from, own)?, |end, part| self.trailing_after_object(end, part))
    }

    /// Which of the readings of a token, whose accents differ, its own accents leave.
    fn written(&self, at: usize, hits: &[FormHit]) -> Written {
        let surface = self.word(at);
        let accents = words::accents(surface);
        // Some reports are written without accents: "ont ete tues".
        let most = hits.iter().map(|hit| hit.accents).max().unwrap_or_default();
        if accents == 0 && most > 0 && self.follows_auxiliary(at) {
            return Written::Nearest { accents: most, off: 0 };
        }
        if surface.chars().all(|letter| !letter.is_lowercase()) {
            return Written::Anyhow;
        }
        let off = hits.iter().map(|hit| hit.accents.abs_diff(accents)).min().unwrap_or_default();
        Written::Nearest { accents, off }
    }

    /// Whether an auxiliary stands right before a token, or a word before that.
    fn follows_auxiliary(&self, at: usize) -> bool {
        let before = |back: usize| at.checked_sub(back).is_some_and(|at| self.is(at, words::HAVE | words::BE));
        before(1) || (before(2) && at.checked_sub(1).is_some_and(|at| self.is(at, words::ADVERB | words::TIMEX)))
    }

    /// Where a verb's further words end that stand after its object, in the same clause.
    fn trailing_after_object(&self, from: usize, trailing: &[WordId]) -> Option<usize> {
        let is = |at: usize, word: &WordId| self.tokens.get(at).is_some_and(|token| token.word == *word);
        // Few of the sentences with such a verb have the word.
        let object = self.tokens.get(from..).unwrap_or_default().iter().take(OBJECT);
        if trailing.first().is_some_and(|first| !object.into_iter().any(|token| token.word == *first)) {
            return None;
        }
        // "1,200": a mark inside a number.
        let inner = |at: usize| self.is_number(at + 1) && self.tokens.get(at).is_some_and(|token| token.glued);
        let ends = |at: usize| self.is_mark(at) && !matches!(self.folded(at), "'" | "-" | "." | "\"") && !inner(at);
        // "closed its camp and left by road": another verb's object.
        let joins = |at: usize| {
            self.is(at, words::AND) && self.tokens.get(at + 1).is_some_and(|next| is_past(self.rules.forms(next.word)))
        };
        let reach = (from..from + OBJECT).take_while(|&at| !ends(at) && !joins(at) && !self.is(at, words::SPEECH));
        let all = |start: usize| trailing.iter().enumerate().all(|(index, word)| is(start + index, word));
        reach.into_iter().find(|&start| all(start)).map(|start| start + trailing.len())
    }

    /// Where a verb's further words end; adverbs, days and places may stand before them.
    fn trailing_end(&self, from: usize, trailing: &[WordId]) -> Option<usize> {
        let Some(first) = trailing.first() else { return Some(from) };
        let is_word = |at: usize, word: &WordId| self.tokens.get(at).is_some_and(|token| token.word == *word);
        for start in from..from + WORDS_BETWEEN {
            if is_word(start, first) && trailing.iter().enumerate().all(|(index, word)| is_word(start + index, word)) {
                return Some(start + trailing.len());
            }
            let word = self.folded(start);
            let adverb = word.len() > 5 && (word.ends_with("ment") || word.ends_with("ly"));
            // "agreed in Doha on Sunday to stop", "ont signé à Doha un accord"
            let place = self.is(start, words::TOPONYM)
                || (self.is(start, words::AT) && self.is(start + 1, words::TOPONYM | words::TIMEX));
            if !self.is(start, words::TIMEX | words::ADVERB | words::NEGATION) && !adverb && !place {
                return None;
            }
        }
        None
    }
}

/// Whether a word is the past or the participle of a verb.
fn is_past(forms: &[FormHit]) -> bool {
    use super::rules::inflect::{PARTICIPLE, PAST};
    forms.iter().any(|hit| hit.form & (PAST | PARTICIPLE) != 0)
}

/// The items of a sorted list that begin in the sentence, with their tokens.
fn marked<T>(sentence: Span, tokens: &[Token], items: &[T], span_of: impl Fn(&T) -> Span) -> Vec<Marked> {
    let first = items.partition_point(|item| span_of(item).start() < sentence.start());
    let inside = items.iter().enumerate().skip(first).take_while(|(_, item)| span_of(item).start() < sentence.end());
    inside
        .filter_map(|(index, item)| {
            let span = span_of(item);
            let start = tokens.partition_point(|token| token.span.end() <= span.start());
            let end = tokens.partition_point(|token| token.span.start() < span.end());
            (start < end).then_some(Marked { index, tokens: start..end })
        })
        .collect()
}
