//! [`annotate`]: the place names of a report, each with the place it stands for.

use super::casing::Casing;
use super::context::{Context, Reader};
use super::cues::{Cues, KindSet, class};
use super::focus::Focus;
use super::link::{Link, link};
use super::names::{Name, Names};
use super::resolve::{Resolution, resolve};
use super::respelled::add_respelled;
use super::scan::{Match, scan};
use super::usage::usage;
use super::weigh::{Around, ENOUGH, PLAIN, Shape, weigh};
use super::{Toponym, Usage};
use crate::gazetteer::{Gazetteer, NameForm, PlaceId, PlaceKind};
use crate::language::{AnalysedText, LetterCase, Token, TokenKind};
use crate::span::Span;
use std::collections::{BTreeMap, HashMap};

/// An occurrence under weighing.
struct Occurrence {
    found: Match,
    name: usize,
    context: Context,
    shape: Shape,
    standing: f32,
    /// What it is named with, if that holds it or it holds that.
    link: Option<Link>,
}

impl Occurrence {
    /// Whether it is a place beyond doubt, by an earlier weighing, and in one list with the name before it.
    fn shows_its_list(&self) -> bool {
        self.context.listed && self.standing > PLAIN && !self.context.organisation
    }

    /// Whether it stands as areas do behind the town they hold: `, Ky.`
    fn is_held(&self) -> bool {
        self.link.is_some() || self.context.listed && self.shape.stopped
    }
}

/// The place names of a text, sorted by span, disjoint.
#[must_use]
pub fn annotate(text: &AnalysedText, cues: &Cues, gazetteer: &Gazetteer) -> Vec<Toponym> {
    let matches = scan(text, cues, gazetteer);
    let mut report =
        Report { text, cues, gazetteer, names: Names::default(), occurrences: Vec::with_capacity(matches.len()) };
    report.read(&matches);
    report.mark_lower_case();
    report.link_neighbours();
    report.join_persons();
    report.weigh_all(None);
    report.weigh_all(None);
    let focus = report.focus();
    report.weigh_all(Some(&focus));
    let focus = report.focus();
    let mut toponyms = report.toponyms(&focus);
    add_respelled(text, cues, gazetteer, &mut toponyms);
    toponyms
}

struct Report<'a> {
    text: &'a AnalysedText<'a>,
    cues: &'a Cues,
    gazetteer: &'a Gazetteer,
    names: Names,
    occurrences: Vec<Occurrence>,
}

impl Report<'_> {
    /// Looks up each match's name and reads what stands around it.
    fn read(&mut self, matches: &[Match]) {
        let mut reader = Reader::new(self.text, self.cues);
        for (index, found) in matches.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| matches.get(before));
            let context = reader.read(found, before, matches.get(index + 1));
            let name = self.names.number(found.name, self.gazetteer);
            if context.kinds.has(PlaceKind::River) {
                let surface = found.span.of(self.text.text);
                self.names.add_river(name, surface, self.gazetteer);
            }
            let own_kinds = self.own_kinds(found);
            if let Some(name) = self.names.items.get_mut(name) {
                name.own_kinds = own_kinds;
                name.letters = found.span.len();
                name.persons += u32::from(context.person);
            }
            let shape = self.shape(found);
            self.occurrences.push(Occurrence { found: *found, name, context, shape, standing: f32::MIN, link: None });
        }
        for name in &mut self.names.items {
            name.prefer_towns(self.cues.home());
            name.prefer_own_kind();
        }
    }

    /// The kinds that the name's own words tell: `Red Sea`, `lac Tchad`.
    fn own_kinds(&self, found: &Match) -> KindSet {
        let tokens = self.text.tokens().get(found.first..found.end).unwrap_or_default();
        let told = |token: Option<&Token>| token.and_then(|token| self.cues.kinds_ending(std::slice::from_ref(token)));
        let (first, last) = if tokens.len() > 1 { (told(tokens.first()), told(tokens.last())) } else { (None, None) };
        first.or(last).map(|(kinds, _)| kinds).unwrap_or_default()
    }

    fn shape(&self, found: &Match) -> Shape {
        let tokens = self.text.tokens().get(found.first..found.end).unwrap_or_default();
        let words = || tokens.iter().filter(|token| token.kind == TokenKind::Word);
        let class = tokens.first().map_or(0, |token| self.cues.class(token));
        let upper = words()
            .all(|token| token.case == LetterCase::Upper || token.span.len() == 1 && token.case == LetterCase::Capital);
        let known = class::TITLE
            | class::ROLE
            | class::ORGANISATION_HEAD
            | class::ORGANISATION_TAIL
            | class::KIND_END
            | class::AUXILIARY
            | class::REPORTING
            | class::STREET
            | class::AUTHORITY
            | class::DIRECTION
            | class::AGENCY
            | class::AGE
            | class::CAPITAL_END
            | class::PLACE_HEAD;
        let directions = words().all(|token| self.cues.class(token) & class::DIRECTION != 0);
        let ordinary = tokens.len() == 1 && class & (class::ORDINARY | known) != 0 || directions;
        let following = self.text.tokens().get(found.end);
        let stopped = tokens.len() > 1 && tokens.last().is_some_and(|last| last.kind == TokenKind::Mark)
            || following.is_some_and(|next| next.glued && next.span.of(self.text.text) == ".");
        Shape {
            short_upper: upper && tokens.len() == 1 && found.span.len() <= 5,
            upper,
            ordinary,
            given_name: class & class::GIVEN != 0,
            seat: words().any(|token| self.cues.class(token) & class::SEAT != 0),
            directions,
            stopped,
            part_of_country: ordinary && following.is_some_and(|next| self.cues.class(next) & class::LINKING != 0),
            institution: self.is_institution(tokens),
            lower: tokens.first().is_some_and(|token| token.case == LetterCase::Lower),
        }
    }

    /// `University of X`, `X Avenue`
    fn is_institution(&self, tokens: &[Token]) -> bool {
        let (first, second, last) = (tokens.first(), tokens.get(1), tokens.last());
        self.cues.is(first, class::ORGANISATION_HEAD) && self.cues.is(second, class::LINKING)
            || tokens.len() > 1 && self.cues.is(last, class::STREET)
    }

    /// Marks the names of one word that also stand in lower case: they begin sentences as words of the language.
    fn mark_lower_case(&mut self) {
        let tokens = self.text.tokens();
        let mut asked: HashMap<&str, usize> = HashMap::new();
        for occurrence in &self.occurrences {
            let one_word = occurrence.found.end == occurrence.found.first + 1;
            let token = tokens.get(occurrence.found.first).filter(|_| one_word && occurrence.context.starts);
            if let Some(token) = token {
                asked.insert(self.text.tokens.folded(token), occurrence.name);
            }
        }
        // Most words are told apart by their first letter and length, before any is hashed.
        let bit = |word: &str| 1_u64 << ((word.len() * 7 + usize::from(word.bytes().next().unwrap_or(0))) % 64);
        let mask = asked.keys().fold(0, |mask, word| mask | bit(word));
        for token in tokens.iter().filter(|token| token.case == LetterCase::Lower) {
            let word = self.text.tokens.folded(token);
            let name = if mask & bit(word) == 0 { None } else { asked.get(word) };
            if let Some(name) = name.and_then(|&name| self.names.items.get_mut(name)) {
                name.in_lower_case = true;
            }
        }
    }

    /// Finds names that stand with the area that holds them: `Paris, Texas`.
    fn link_neighbours(&mut self) {
        for index in 1..self.occurrences.len() {
            let (Some(inner), Some(outer)) = (self.occurrences.get(index - 1), self.occurrences.get(index)) else {
                continue;
            };
            let (Some(town), Some(area)) = (self.names.items.get(inner.name), self.names.items.get(outer.name)) else {
                continue;
            };
            let gap = self.text.tokens().get(inner.found.end..outer.found.first).unwrap_or_default();
            let after = self.text.tokens().get(outer.found.end..).unwrap_or_default();
            let Some(found) = link(self.text, self.cues, (town, &inner.context), (area, &outer.context), gap, after)
            else {
                continue;
            };
            let (inner, outer) = (inner.name, outer.name);
            self.vote(inner, found.inner, found.weight);
            self.vote(outer, found.outer, found.weight);
            for (at, place) in [(index - 1, found.inner), (index, found.outer)] {
                // What holds one name may itself be held: `Kankara, dans l'État de Katsina, au Nigeria`.
                if let Some(occurrence) = self.occurrences.get_mut(at).filter(|occurrence| occurrence.link.is_none()) {
                    occurrence.link = Some(Link { inner: place, ..found });
                }
            }
        }
    }

    /// One sense a report: what one occurrence shows counts for the others.
    fn vote(&mut self, name: usize, place: PlaceId, weight: f32) {
        let senses = self.names.items.get_mut(name).map(|name| &mut name.senses);
        if let Some(sense) = senses.and_then(|senses| senses.iter_mut().find(|sense| sense.place == place)) {
            sense.vote += weight;
            sense.score = sense.prior + sense.vote;
        }
    }

    fn weigh_all(&mut self, focus: Option<&Focus>) {
        let mut before: Option<(usize, bool)> = None;
        for index in 0..self.occurrences.len() {
            let Some(occurrence) = self.occurrences.get(index) else { continue };
            let Some(name) = self.names.items.get(occurrence.name) else { continue };
            let best = name.best();
            let around = Around {
                listed: occurrence.context.listed && before.is_some_and(|(_, accepted)| accepted)
                    || self.occurrences.get(index + 1).is_some_and(Occurrence::shows_its_list),
                linked: occurrence.is_held(),
                leads: focus.is_some_and(|focus| best.is_some_and(|best| focus.is_mostly_about(best.country))),
                at_home: focus.is_some_and(|focus| {
                    best.is_some_and(|best| best.kind != PlaceKind::Country && focus.is_about(best.country))
                }),
            };
            let standing = weigh(name, &occurrence.context, occurrence.shape, around);
            let usable = !occurrence.context.organisation;
            before = Some((index, standing > ENOUGH && usable));
            let number = occurrence.name;
            if let Some(occurrence) = self.occurrences.get_mut(index) {
                occurrence.standing = standing;
            }
            if let Some(name) = self.names.items.get_mut(number).filter(|_| usable) {
                name.best_standing = name.best_standing.max(standing);
            }
        }
    }

    /// What the report is about, settled in two rounds, with every sense scored by it.
    fn focus(&mut self) -> Focus {
        let demonyms = self.demonyms();
        let uses = self.uses();
        let mut focus = Focus::of(&self.names.items, &uses, &demonyms, self.cues.home());
        for _ in 0..2 {
            let scored: Vec<Vec<f32>> = self
                .names
                .items
                .iter()
                .zip(&uses)
                .enumerate()
                .map(|(number, (name, &uses))| {
                    let score = |sense: &super::names::Sense| {
                        sense.prior + sense.vote + focus.support(number, name, uses, sense).sum()
                    };
                    name.senses.iter().map(score).collect()
                })
                .collect();
            for (name, scores) in self.names.items.iter_mut().zip(scored) {
                for (sense, score) in name.senses.iter_mut().zip(scores) {
                    sense.score = score;
                }
            }
            focus = Focus::of(&self.names.items, &uses, &demonyms, self.cues.home());
        }
        focus
    }

    fn demonyms(&self) -> BTreeMap<[u8; 2], u32> {
        let mut counts = BTreeMap::new();
        for token in self.text.tokens() {
            if let Some(country) = self.cues.demonym(token) {
                *counts.entry(country).or_default() += 1;
            }
        }
        counts
    }

    /// How often each name is a toponym.
    fn uses(&self) -> Vec<u32> {
        let mut uses = vec![0; self.names.items.len()];
        for occurrence in self.occurrences.iter().filter(|occurrence| occurrence.standing > ENOUGH) {
            if let Some(count) = uses.get_mut(occurrence.name) {
                *count += 1;
            }
        }
        uses
    }

    fn toponyms(&self, focus: &Focus) -> Vec<Toponym> {
        let uses = self.uses();
        let accepted = self.occurrences.iter().filter(|occurrence| occurrence.standing > ENOUGH);
        accepted.filter_map(|occurrence| self.toponym(occurrence, focus, &uses)).collect()
    }

    fn toponym(&self, occurrence: &Occurrence, focus: &Focus, uses: &[u32]) -> Option<Toponym> {
        let name = self.names.items.get(occurrence.name)?;
        let count = uses.get(occurrence.name).copied().unwrap_or(0);
        let linked = occurrence.link.as_ref().map(|link| link.inner);
        let found = resolve(
            self.gazetteer,
            focus,
            (occurrence.name, name, count),
            (&occurrence.context, occurrence.shape),
            (linked, occurrence.is_held()),
        )?;
        if found.is_far_fetched {
            return None;
        }
        let usage = usage(self.gazetteer, &occurrence.context, occurrence.shape, name, found.place);
        let confidence = confidence(&found, occurrence, usage);
        let span = self.whole_span(occurrence, name, found.place);
        let Resolution { place, candidates, reason, .. } = found;
        Some(Toponym { span, usage, place: Some(place), candidates, confidence, reason })
    }
}

impl Report<'_> {
    /// The name with what belongs to it behind: the stop of `Ky.`, the `County` of `Fayette County`.
    fn whole_span(&self, occurrence: &Occurrence, name: &Name, place: PlaceId) -> Span {
        let behind = |step: usize| self.text.tokens().get(occurrence.found.end + step);
        let span = occurrence.found.span;
        let sense = name.senses.iter().find(|sense| sense.place == place);
        let first = self.text.tokens().get(occurrence.found.first);
        let abbreviated = sense.is_some_and(|sense| matches!(sense.form, NameForm::Abbreviation | NameForm::Code))
            && first.is_some_and(|token| token.case == LetterCase::Capital);
        let stop = behind(0).filter(|next| abbreviated && next.glued && next.span.of(self.text.text) == ".");
        let kind = occurrence.context.kind_words.checked_sub(1).and_then(behind);
        stop.or(kind).map_or(span, |last| span.hull(last.span))
    }

    /// Adjacent names without a link are one person's where one of them is: `Georgia Lincoln, 19`.
    fn join_persons(&mut self) {
        let joined = |left: &Occurrence, right: &Occurrence| {
            left.found.end == right.found.first && right.link.is_none() && left.context.casing == Casing::Running
        };
        for _ in 0..2 {
            for index in 1..self.occurrences.len() {
                let (Some(left), Some(right)) = (self.occurrences.get(index - 1), self.occurrences.get(index)) else {
                    continue;
                };
                if joined(left, right) && left.context.person != right.context.person {
                    for at in [index - 1, index] {
                        self.mark_person(at);
                    }
                }
            }
        }
    }

    fn mark_person(&mut self, at: usize) {
        let Some(occurrence) = self.occurrences.get_mut(at).filter(|occurrence| !occurrence.context.person) else {
            return;
        };
        occurrence.context.person = true;
        if let Some(name) = self.names.items.get_mut(occurrence.name) {
            name.persons += 1;
        }
    }
}

/// A logistic regression on the open passages and reports of `tests/gold`, what came out wrong counted twice.
fn confidence(found: &Resolution, occurrence: &Occurrence, usage: Usage) -> f32 {
    let ordinary = if occurrence.shape.ordinary { 0.45 } else { 0.0 };
    let sum = 0.56 * found.margin.min(4.0)
        + 0.26 * (occurrence.standing - ENOUGH).clamp(0.0, 6.0)
        + 0.76 * found.support.min(4.0)
        + 0.67 * (found.prior.min(8.4) - 5.0)
        - ordinary
        - 2.22;
    let inside_another_name = if usage == Usage::Modifier { 0.8 } else { 1.0 };
    inside_another_name / (1.0 + (-sum).exp())
}
