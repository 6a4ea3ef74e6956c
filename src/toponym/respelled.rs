//! [`add_respelled`]: places in spellings that the gazetteer does not list, by their sound.
//!
//! Sound alone says little: a name is taken for a place's only where the words around it show a place, where nothing shows a
//! person or an organisation by that name, and where a place of that sound lies in the countries of the report, near its others.

use super::bearings::{Bearings, Placed, SURE};
use super::casing::Casing;
use super::context::{CapitalCue, Context, Reader, Unknown};
use super::cues::{Cues, KindSet, class};
use super::scan::Match;
use super::{Toponym, Usage};
use crate::gazetteer::{Gazetteer, NameMatch, Sounding};
use crate::language::{AnalysedText, LetterCase, Token, TokenKind, WordId};
use crate::span::Span;
use std::collections::BTreeMap;

/// Words of the longest name that is tried.
const LONGEST: usize = 3;
/// Bytes of the shortest word that is tried.
const SHORTEST: usize = 4;
/// Bytes between two names of one list: a comma, an `and`, an article.
const NEAREST: usize = 12;

/// Adds what unlisted spellings stand for to the place names found so far, which are sorted and disjoint and stay so.
pub(super) fn add_respelled(text: &AnalysedText, cues: &Cues, gazetteer: &Gazetteer, toponyms: &mut Vec<Toponym>) {
    let finder = Finder { text, items: text.tokens(), cues, toponyms };
    let found = finder.unknown_names();
    let mut hinted = found.iter().filter(|found| finder.hints(found)).peekable();
    if toponyms.is_empty() || hinted.peek().is_none() {
        return;
    }
    let bearings = Bearings::of(gazetteer, cues.home(), toponyms);
    let mut names = finder.sounding(hinted, &bearings);
    if names.is_empty() {
        return;
    }
    finder.collect(&found, &mut names);
    finder.read(&mut names);
    let added: Vec<Toponym> = names.values().flat_map(|name| name.toponyms(text, &bearings)).collect();
    toponyms.retain(|held| !added.iter().any(|added| added.span.overlaps(held.span)));
    toponyms.extend(added);
    toponyms.sort_by_key(|toponym| toponym.span);
}

/// A name that neither the gazetteer nor the language's words explain, wherever it stands.
struct Respelled {
    sounding: Vec<Sounding>,
    occurrences: Vec<(Match, Context, Sight)>,
}

/// What the words around an occurrence show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sight {
    /// A person, an organisation, a street, a part of a longer name.
    Other,
    /// Nothing.
    Bare,
    /// A place.
    Place,
}

struct Finder<'a> {
    text: &'a AnalysedText<'a>,
    items: &'a [Token],
    cues: &'a Cues,
    toponyms: &'a [Toponym],
}

impl Finder<'_> {
    /// Capitalised words that no list knows, in a row, that no place name overlaps.
    fn unknown_names(&self) -> Vec<Match> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(token) = self.items.get(at) {
            if !is_unknown(token) || token.span.len() < SHORTEST {
                at += 1;
                continue;
            }
            let (end, words) = self.end_of(at);
            let first = self.with_short_word(self.with_article(at));
            let span = self.items.get(first).zip(self.items.get(end - 1)).map(|(head, tail)| head.span.hull(tail.span));
            let span = span.filter(|&span| words <= LONGEST && self.is_free(span));
            found.extend(span.map(|span| Match { first, end, name: Some(NameMatch::unlisted(words)), span }));
            at = end;
        }
        found
    }

    /// The token behind the last word of a name, and the words of it: `Qala-e-Zaal` has three, `Beled Weyne` two.
    fn end_of(&self, first: usize) -> (usize, usize) {
        let (mut end, mut words) = (first + 1, 1);
        loop {
            let hyphens = usize::from(self.is_glued_hyphen(end));
            let Some(next) = self.items.get(end + hyphens).filter(|next| next.glued == (hyphens > 0)) else { break };
            let link = hyphens > 0 && next.case == LetterCase::Lower && next.span.len() <= 3;
            if link && self.is_glued_hyphen(end + 2) && self.items.get(end + 3).is_some_and(is_unknown) {
                (end, words) = (end + 4, words + 2);
            } else if is_unknown(next) && !self.is_line_break(end) {
                (end, words) = (end + hyphens + 1, words + 1);
            } else {
                break;
            }
        }
        (end, words)
    }

    /// The name with the Arabic article before it: `el-Boukamal`.
    fn with_article(&self, first: usize) -> usize {
        let article = first.checked_sub(2).filter(|_| self.is_glued_hyphen(first - 1));
        let short = |at: &usize| {
            self.items.get(*at).is_some_and(|token| token.span.len() == 2 && token.kind == TokenKind::Word)
        };
        article.filter(short).unwrap_or(first)
    }

    /// The name with the short capitalised word before it that stands elsewhere too: `Deh Rawood`.
    fn with_short_word(&self, first: usize) -> usize {
        let short = |at: &usize| {
            self.items.get(*at).is_some_and(|token| {
                token.case == LetterCase::Capital
                    && token.span.len() <= SHORTEST
                    && self.cues.class(token) == 0
                    && !self.is_line_break(first)
                    && !token.glued
            })
        };
        first.checked_sub(1).filter(short).unwrap_or(first)
    }

    fn is_glued_hyphen(&self, at: usize) -> bool {
        let glued = |at: usize| self.items.get(at).is_some_and(|token| token.glued);
        glued(at) && glued(at + 1) && self.items.get(at).is_some_and(|mark| self.text.tokens.folded(mark) == "-")
    }

    fn is_line_break(&self, at: usize) -> bool {
        let ends = at.checked_sub(1).and_then(|before| self.items.get(before)).zip(self.items.get(at));
        ends.and_then(|(before, next)| self.text.text.get(before.span.end()..next.span.start()))
            .is_some_and(|gap| gap.contains('\n'))
    }

    /// Whether no place name overlaps it, but for one that is a part of it between hyphens and most likely wrong: Malta's Qala in
    /// `Qala-e-Zaal`.
    fn is_free(&self, span: Span) -> bool {
        let next = self.toponyms.partition_point(|toponym| toponym.span.end() <= span.start());
        let joined = !span.of(self.text.text).contains(char::is_whitespace);
        let is_part = |held: &Toponym| {
            joined
                && held.confidence < SURE
                && span != held.span
                && span.start() <= held.span.start()
                && held.span.end() <= span.end()
        };
        self.toponyms.get(next).is_none_or(|held| held.span.start() >= span.end() || is_part(held))
            && !self.text.is_boilerplate(span.start())
    }

    /// Whether a closer look could show a place: a look at the words beside it, which is all that most names get.
    fn hints(&self, found: &Match) -> bool {
        const HEADS: u64 = class::PLACE_HEAD | class::DIRECTION | class::KIND_END | class::CAPITAL_END;
        const BEFORE: u64 = class::LOCATIVE | class::KIND_END | class::ACTS_ON_PLACE | class::CAPITAL_END;
        let classes_at = |at: usize| self.items.get(at).map_or(0, |token| self.cues.class(token));
        let passed = |at: usize| {
            let elision = self.items.get(at).is_some_and(|mark| self.text.tokens.folded(mark) == "'");
            elision || classes_at(at) & class::ARTICLE != 0
        };
        let (mut at, mut skipped) = (found.first.checked_sub(1), 0);
        while let Some(before) = at.filter(|&before| passed(before) && skipped < 2) {
            (at, skipped) = (before.checked_sub(1), skipped + 1);
        }
        let Some(before) = at.filter(|_| !self.may_be_dateline(found)) else { return true };
        let classes = classes_at(before);
        let head = || (1..=2).filter_map(|step| before.checked_sub(step)).any(|head| classes_at(head) & HEADS != 0);
        classes & BEFORE != 0
            || classes & class::LINKING != 0 && head()
            || classes_at(found.end) & class::KIND_END != 0
            || self.is_beside_a_place(found)
    }

    /// Whether it heads a line and a mark follows: `KOUNDOZ (AFP) –`.
    fn may_be_dateline(&self, found: &Match) -> bool {
        self.is_line_break(found.first) && self.items.get(found.end).is_some_and(|mark| mark.kind == TokenKind::Mark)
    }

    /// Whether a place name stands so near that both may be in one list.
    fn is_beside_a_place(&self, found: &Match) -> bool {
        let next = self.toponyms.partition_point(|toponym| toponym.span.end() <= found.span.start());
        let near = |gap: Option<usize>| gap.is_some_and(|gap| gap <= NEAREST);
        let before = next.checked_sub(1).and_then(|before| self.toponyms.get(before));
        near(before.map(|before| found.span.start() - before.span.end()))
            || near(self.toponyms.get(next).and_then(|after| after.span.start().checked_sub(found.span.end())))
    }

    /// The names that sound like places of the report's countries.
    fn sounding<'m>(
        &self,
        hinted: impl Iterator<Item = &'m Match>,
        bearings: &Bearings,
    ) -> BTreeMap<String, Respelled> {
        let mut names: BTreeMap<String, Respelled> = BTreeMap::new();
        for found in hinted {
            names.entry(self.key(found)).or_insert_with(|| {
                let sounding = bearings.sounding_like(found.span.of(self.text.text));
                Respelled { sounding, occurrences: Vec::new() }
            });
        }
        names.retain(|_, name| !name.sounding.is_empty());
        names
    }

    /// All occurrences of the names, hinted at or not.
    fn collect(&self, found: &[Match], names: &mut BTreeMap<String, Respelled>) {
        for found in found {
            if let Some(name) = names.get_mut(&self.key(found)) {
                name.occurrences.push((*found, Context::default(), Sight::Bare));
            }
        }
    }

    fn key(&self, found: &Match) -> String {
        let words = self.items.get(found.first..found.end).unwrap_or_default();
        words.iter().filter(|token| token.kind == TokenKind::Word).map(|token| self.text.tokens.folded(token)).collect()
    }

    /// Reads what stands around each occurrence, in the order of the text.
    fn read(&self, names: &mut BTreeMap<String, Respelled>) {
        let mut reader = Reader::new(self.text, self.cues);
        let mut all: Vec<&mut (Match, Context, Sight)> =
            names.values_mut().flat_map(|name| &mut name.occurrences).collect();
        all.sort_by_key(|(found, ..)| found.first);
        for (found, context, sight) in all {
            let next = self.toponyms.partition_point(|toponym| toponym.span.end() <= found.span.start());
            let before = next.checked_sub(1).and_then(|before| self.match_of(before));
            let after = self.match_of(next);
            *context = reader.read(found, before.as_ref(), after.as_ref());
            let heads_a_list =
                after.is_some_and(|after| self.closes(found.end) && reader.read(&after, Some(found), None).listed);
            *sight = self.sight(found, context, heads_a_list);
        }
    }

    /// A place name found before, as a match.
    fn match_of(&self, toponym: usize) -> Option<Match> {
        let span = self.toponyms.get(toponym)?.span;
        let (first, end) = (self.text.tokens.index_at(span.start()), self.text.tokens.index_at(span.end()));
        Some(Match { first, end, name: Some(NameMatch::unlisted(1)), span })
    }

    fn sight(&self, found: &Match, context: &Context, heads_a_list: bool) -> Sight {
        let part_of_a_name =
            context.unknown_before != Unknown::No || context.unknown_after || context.hyphenated || context.street;
        if context.person || context.organisation || context.speaks || context.agent || part_of_a_name {
            return Sight::Other;
        }
        let listed = context.listed && self.closes(found.end) || heads_a_list;
        let told = context.locative
            || context.place_head
            || !context.kinds.is_empty()
            || context.acted_on
            || context.befallen
            || context.capital != CapitalCue::None
            || context.residence
            || listed;
        if context.dateline || told && context.casing == Casing::Running { Sight::Place } else { Sight::Bare }
    }

    /// Whether a part of the sentence may end before the token at `at`, so that a list has its bounds there.
    fn closes(&self, at: usize) -> bool {
        let mark = |token: &Token| matches!(token.span.of(self.text.text), "," | "." | ";" | ")" | "/");
        self.items.get(at).is_none_or(|token| mark(token) || self.cues.class(token) & class::CONJUNCTION != 0)
    }
}

impl Respelled {
    /// All its occurrences, where one shows a place and none shows something else.
    fn toponyms(&self, text: &AnalysedText, bearings: &Bearings) -> Vec<Toponym> {
        let sees = |wanted: Sight| self.occurrences.iter().any(|&(_, _, sight)| sight == wanted);
        if !sees(Sight::Place) || sees(Sight::Other) {
            return Vec::new();
        }
        let mut told = self.occurrences.iter().map(|(_, context, _)| context.kinds).filter(|kinds| !kinds.is_empty());
        let kinds = told.next().unwrap_or_default();
        let place = |kinds: KindSet| bearings.place(&self.sounding, kinds);
        let toponym = |(found, context, _): &(Match, Context, Sight)| {
            // `la province de X` beside `à X`: each occurrence by its own words, where they tell.
            let kinds = if context.kinds.is_empty() { kinds } else { context.kinds };
            let Placed { place, candidates, confidence, reason } = place(kinds)?;
            let usage = if context.dateline { Usage::Dateline } else { Usage::Literal };
            let behind = context.kind_words.checked_sub(1).and_then(|step| text.tokens().get(found.end + step));
            let span = behind.map_or(found.span, |last| found.span.hull(last.span));
            Some(Toponym { span, usage, place: Some(place), near: false, candidates, confidence, reason })
        };
        self.occurrences.iter().filter_map(toponym).collect()
    }
}

/// A word with a capital that the language's lists do not have.
fn is_unknown(token: &Token) -> bool {
    matches!(token.case, LetterCase::Capital | LetterCase::Upper | LetterCase::Mixed) && token.word == WordId::UNKNOWN
}
