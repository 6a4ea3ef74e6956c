//! Who says it: the sources that a sentence names.

use super::clause::SentenceView;
use super::mention::Speaker;
use super::noun_phrase;
use super::rules::inflect::PRESENT;
use super::rules::{VerbUse, beginnings, words};
use super::verb_group::{Mood, VerbGroup};
use crate::language::LetterCase;
use crate::span::Span;
use std::ops::Range;

/// Somebody a sentence quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// The tokens that name them; `None` for a pronoun.
    pub(crate) name: Option<Range<usize>>,
    /// The verb of saying, or the words before a source.
    pub(crate) at: usize,
}

impl Source {
    /// Those of a sentence, in order.
    pub(crate) fn find(view: &SentenceView<'_>) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for at in (0..view.tokens.len()).filter(|&at| view.may_begin(at, beginnings::SOURCE)) {
            let source = according(view, at).or_else(|| of_verb(view, at));
            let told = |source: &Self| found.iter().any(|other| other.name.is_some() && other.name == source.name);
            if let Some(source) = source.filter(|source| !told(source)) {
                found.push(source);
            }
        }
        found
    }

    /// Who it is; for a pronoun, who spoke last.
    pub(crate) fn speaker(&self, view: &SentenceView<'_>, last: Option<&Speaker>) -> Option<Speaker> {
        let Some(range) = self.name.clone() else { return last.cloned() };
        let span = view.span(range);
        let name = span.of(view.source.text).trim().to_owned();
        (!name.is_empty()).then_some(Speaker { name, span })
    }
}

/// Whom a report quotes, sentence by sentence.
#[derive(Debug, Default)]
pub(crate) struct Speakers {
    /// Whom its present sentence quotes.
    sources: Vec<Source>,
    /// Who spoke last, and in which sentence.
    last: Option<(usize, Speaker)>,
}

impl Speakers {
    /// Takes down whom a sentence quotes.
    pub(crate) fn enter(&mut self, view: &SentenceView<'_>) {
        self.sources = Source::find(view);
    }

    /// Who says what stands at a token of the sentence.
    pub(crate) fn of(&self, view: &SentenceView<'_>, at: usize) -> Option<Speaker> {
        let source = self.sources.get(nearest(view, &self.sources, at)?)?;
        let recent = self.last.as_ref().filter(|(sentence, _)| sentence + 2 >= view.number);
        source.speaker(view, recent.map(|(_, speaker)| speaker))
    }

    /// Whether the words of a place are part of the name of somebody the sentence quotes: *a Kandahar councillor said*, *Jubaland's
    /// security minister, Yusuf Dhumal, said*.
    pub(crate) fn name(&self, view: &SentenceView<'_>, place: Span) -> bool {
        let names = self.sources.iter().filter_map(|source| source.name.clone());
        names.into_iter().any(|name| view.span(name.clone()).covers(place) || titles(view, name.start, place))
    }

    /// Takes note of who spoke last, for the pronouns that follow.
    pub(crate) fn leave(&mut self, view: &SentenceView<'_>) {
        let named = self.sources.iter().rev().find(|source| source.name.is_some());
        if let Some(speaker) = named.and_then(|source| source.speaker(view, None)) {
            self.last = Some((view.number, speaker));
        }
    }
}

/// Whether a place is named in what somebody is, told before the name that begins at a token.
fn titles(view: &SentenceView<'_>, name: usize, place: Span) -> bool {
    let Some(comma) = name.checked_sub(1).filter(|&at| view.folded(at) == ",") else { return false };
    let title = noun_phrase::segments(view, comma).pop();
    title
        .is_some_and(|title| view.any(title.clone(), words::OFFICE | words::DELEGATE) && view.span(title).covers(place))
}

/// The source of a figure among those of its sentence: the last one before it, else the first after it; none across a semicolon.
fn nearest(view: &SentenceView<'_>, sources: &[Source], figure: usize) -> Option<usize> {
    let apart = |source: &Source| (source.at.min(figure)..source.at.max(figure)).any(|at| view.folded(at) == ";");
    let near = |index: &usize| sources.get(*index).is_some_and(|source| !apart(source));
    let before = |index: &usize| sources.get(*index).is_some_and(|source| source.at < figure);
    let all = || (0..sources.len()).filter(near);
    all().rfind(before).or_else(|| all().find(|index| !before(index)))
}

/// Whether a token is a verb by which somebody says something.
pub(crate) fn is_said(view: &SentenceView<'_>, at: usize) -> bool {
    let noun = at > 0 && view.is(at - 1, words::DETERMINER | words::OF | words::ADJECTIVE);
    !noun
        && view.is(at, words::SPEECH)
        && view.verbs_at(at).any(|reading| {
            reading.usage() == VerbUse::Speech
                && VerbGroup::new(view, at, &reading).is_some_and(|group| tells(view, &group))
        })
}

/// *selon X*, *according to X*
fn according(view: &SentenceView<'_>, at: usize) -> Option<Source> {
    let (length, own) = view.rules.according.at(view.tokens, at)?;
    let start = at + length - usize::from(own);
    let name = noun_phrase::after(view, start);
    (name.is_some() || is_pronoun(view, start)).then_some(Source { name, at })
}

/// *X a déclaré que*, *a déclaré X*
fn of_verb(view: &SentenceView<'_>, at: usize) -> Option<Source> {
    let mut says = view.verbs_at(at).filter(|reading| matches!(reading.usage(), VerbUse::Speech | VerbUse::Counting));
    let (group, end) = says.find_map(|reading| {
        let group = VerbGroup::new(view, at, &reading).filter(|group| tells(view, group))?;
        Some((group, reading.end))
    })?;
    let mut start = group.start;
    // "des habitants en comptent plus de vingt"
    let own = words::HAVE | words::BE | words::ADVERB | words::REFLEXIVE | words::PRONOUN;
    while start > 0 && view.is(start - 1, own) && !is_pronoun(view, start - 1) {
        start -= 1;
    }
    // "a-t-il ajouté"
    if (start..at).any(|between| is_pronoun(view, between)) || start > 0 && is_pronoun(view, start - 1) {
        return Some(Source { name: None, at });
    }
    let bracketed = start > 0 && view.folded(start - 1) == ")";
    if bracketed && let Some(open) = (0..start).rev().find(|&open| view.folded(open) == "(") {
        start = open;
    }
    let inverted = !bracketed
        && start > 0
        && view.is_mark(start - 1)
        && (follows_clause(view, start) || closes_headline(view, at, end));
    // "a dit mercredi le ministère"
    let days = (end..view.tokens.len()).take_while(|&token| view.is(token, words::TIMEX)).count();
    let name = if inverted { noun_phrase::after(view, end + days) } else { noun_phrase::before(view, start) };
    if name.is_none() && inverted && is_pronoun(view, end) {
        return Some(Source { name: None, at });
    }
    name.map(|name| Source { name: Some(name), at })
}

fn tells(view: &SentenceView<'_>, group: &VerbGroup) -> bool {
    // "North Darfur state", "Islamic State": names, not verbs.
    let noun = view.is(group.at, words::TOPONYM | words::TIMEX | words::PLACE_NOUN)
        || view.tokens.get(group.at).is_some_and(|token| token.case == LetterCase::Capital);
    !noun
        && !group.passive
        && !group.reflexive
        && !matches!(group.mood, Mood::Infinitive | Mood::BareParticiple | Mood::Gerund | Mood::PastInfinitive)
}

fn is_pronoun(view: &SentenceView<'_>, at: usize) -> bool {
    view.rules.speaker_pronouns.at(view.tokens, at).is_some()
}

/// Whether a whole clause stands before the mark before a verb: *the town fell, said the mayor*; not *Amani, a deputy, said*.
fn follows_clause(view: &SentenceView<'_>, verb: usize) -> bool {
    let quoted = verb > 0 && view.folded(verb - 1) == "\"";
    let clauses = noun_phrase::segments(view, verb - 1);
    if !quoted && clauses.last().is_some_and(|last| noun_phrase::is_person(view, last)) {
        return false;
    }
    let weighty = |&at: &usize| !view.is_mark(at) && !view.is(at, words::DETERMINER | words::OF);
    let whole = |range: &Range<usize>| {
        !view.is(range.start, words::RELATIVE)
            && (range.clone().filter(weighty).count() > CLAUSE
                || range.clone().any(|at| noun_phrase::is_verb(view, at)))
    };
    quoted || clauses.iter().any(whole)
}

/// *Jihadists kill 31 in Bandiagara, say officials*: whether a verb in the present and a name end the sentence.
fn closes_headline(view: &SentenceView<'_>, verb: usize, end: usize) -> bool {
    let last = (end..view.tokens.len()).rev().find(|&at| !view.is_mark(at));
    let name = noun_phrase::after(view, end).filter(|name| last.is_some_and(|last| name.end == last + 1));
    view.is_form(verb, PRESENT) && name.is_some()
}

/// Words that no name and no apposition has, small ones left out.
const CLAUSE: usize = 7;

/// Who is named right before a bare figure: *the army counted 18 dead, a mayor's aide at least 30*.
pub(crate) fn elliptical(view: &SentenceView<'_>, figure: usize) -> Option<Source> {
    let segment = up_to_verb(view, noun_phrase::segments(view, figure).pop()?);
    let verbless = !segment.clone().any(|at| noun_phrase::is_verb(view, at));
    let opens =
        view.is(segment.start, words::DETERMINER) || !view.is(segment.start, words::OF | words::AND | words::AT);
    let name = noun_phrase::whole(view, segment).filter(|_| verbless && opens)?;
    Some(Source { at: name.start, name: Some(name) })
}

/// A stretch up to its verb of counting, whose present has a noun's letters: *des habitants* of *des habitants en comptent*.
fn up_to_verb(view: &SentenceView<'_>, segment: Range<usize>) -> Range<usize> {
    let counts = |&at: &usize| {
        let says = |usage: VerbUse| matches!(usage, VerbUse::Speech | VerbUse::Counting);
        !view.is(at - 1, words::DETERMINER | words::OF) && view.verbs_at(at).any(|reading| says(reading.usage()))
    };
    let mut end = (segment.start + 1..segment.end).find(counts).unwrap_or(segment.end);
    while end > segment.start + 1 && view.is(end - 1, words::PRONOUN) {
        end -= 1;
    }
    segment.start..end
}
