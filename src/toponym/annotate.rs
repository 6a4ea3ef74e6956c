//! [`annotate`]: the place names of a report, each with the place it stands for.

use super::context::{Context, Reader, Unknown};
use super::cues::Cues;
use super::focus::{Closeness, Focus};
use super::link::{Link, link, owned};
use super::listing::{Fellows, share_kinds};
use super::memory::Memory;
use super::names::{Name, Names, WORDS_OF_KINDS};
use super::resolve::{Doubt, Resolution, resolve};
use super::respelled::add_respelled;
use super::scan::{Match, Scan, scan};
use super::shape::Shape;
use super::unknown::Unknowns;
use super::usage::usage;
use super::weigh::{ENOUGH, PLAIN};
use super::{Toponym, Usage};
use crate::gazetteer::{Gazetteer, NameForm, PlaceId};
use crate::language::{AnalysedText, LetterCase};
use crate::span::Span;
use rustc_hash::FxHashMap;

/// An occurrence under weighing.
pub(super) struct Occurrence {
    pub(super) found: Match,
    pub(super) name: usize,
    pub(super) context: Context,
    pub(super) shape: Shape,
    pub(super) standing: f32,
    /// What it is named with, if that holds it or it holds that.
    pub(super) link: Option<Link>,
}

impl Occurrence {
    /// Whether it is a place beyond doubt, by an earlier weighing, and in one list with the name before it.
    pub(super) fn shows_its_list(&self) -> bool {
        self.context.listed && self.standing > PLAIN && !self.context.organisation
    }

    /// Whether it stands as areas do behind the town they hold: `, Ky.`
    pub(super) fn is_held(&self) -> bool {
        self.link.is_some() || self.context.listed && self.shape.stopped
    }
}

/// The place names of a text, sorted by span, disjoint.
#[must_use]
pub fn annotate(text: &AnalysedText, cues: &Cues, gazetteer: &Gazetteer) -> Vec<Toponym> {
    annotate_from_memory(text, cues, &mut Memory::new(gazetteer))
}

/// The same for one of many texts, with what was looked up for those before.
#[must_use]
pub fn annotate_from_memory(text: &AnalysedText, cues: &Cues, memory: &mut Memory<'_>) -> Vec<Toponym> {
    let gazetteer = memory.gazetteer();
    let Scan { matches, strays } = scan(text, cues, memory);
    let occurrences = Vec::with_capacity(matches.len());
    let (names, closeness) = (Names::default(), Closeness::default());
    let mut report = Report { text, cues, gazetteer, names, closeness, occurrences };
    report.read(&matches, memory);
    report.mark_lower_case();
    report.link_neighbours();
    report.vote_by_headings();
    report.vote_by_adjectives();
    report.join_persons();
    report.weigh_all(None);
    report.weigh_all(None);
    let demonyms = report.demonyms();
    let focus = report.focus(&demonyms);
    report.weigh_all(Some(&focus));
    let focus = report.focus(&demonyms).with_its_middle();
    let (mut toponyms, doubtful) = report.toponyms(&focus);
    add_respelled(text, cues, gazetteer, &mut toponyms);
    let unknowns = Unknowns { text, cues, gazetteer, known: &toponyms, is_local: focus.is_local() };
    let unknown = unknowns.find(&strays, &matches, &doubtful);
    if !unknown.is_empty() {
        toponyms.extend(unknown);
        toponyms.sort_by_key(|toponym| toponym.span.start());
    }
    toponyms
}

pub(super) struct Report<'a> {
    pub(super) text: &'a AnalysedText<'a>,
    pub(super) cues: &'a Cues,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) names: Names,
    pub(super) closeness: Closeness,
    pub(super) occurrences: Vec<Occurrence>,
}

impl Report<'_> {
    /// Looks up each match's name and reads what stands around it.
    fn read(&mut self, matches: &[Match], memory: &mut Memory<'_>) {
        let mut reader = Reader::new(self.text, self.cues);
        let read = |(index, found): (usize, &Match)| {
            let before = index.checked_sub(1).and_then(|before| matches.get(before));
            reader.read(found, before, matches.get(index + 1))
        };
        let mut contexts: Vec<Context> = matches.iter().enumerate().map(read).collect();
        share_kinds(&mut contexts);
        for (found, context) in matches.iter().zip(contexts) {
            let Some(name) = found.name.map(|name| self.names.number(name, memory)) else { continue };
            for (kind, word) in WORDS_OF_KINDS {
                if context.kinds.has(kind) {
                    self.names.add_with(name, found.span.of(self.text.text), (kind, word), self.gazetteer);
                }
            }
            let own_kinds = self.own_kinds(found);
            if let Some(name) = self.names.items.get_mut(name) {
                name.own_kinds = own_kinds;
                name.letters = found.span.len();
                name.persons += u32::from(context.person);
                name.surnames += u32::from(context.unknown_before == Unknown::Surely && !context.organisation);
                name.shown += u32::from(context.shows_a_place() && !context.person);
            }
            let shape = self.shape(found);
            self.occurrences.push(Occurrence { found: *found, name, context, shape, standing: f32::MIN, link: None });
        }
        for name in &mut self.names.items {
            name.prefer_towns(self.cues.home());
            name.prefer_own_kind();
        }
    }

    /// Marks the names of one word that also stand in lower case: they begin sentences as words of the language.
    fn mark_lower_case(&mut self) {
        let tokens = self.text.tokens();
        let mut asked: FxHashMap<&str, usize> = FxHashMap::default();
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
            let found = link(self.text, self.cues, (town, &inner.context), (area, &outer.context), gap, after);
            let turned = || owned(self.text, town, area, gap);
            let Some((found, [inner, outer])) = found
                .map(|found| (found, [index - 1, index]))
                .or_else(|| turned().map(|found| (found, [index, index - 1])))
            else {
                continue;
            };
            for (at, place) in [(inner, found.inner), (outer, found.outer)] {
                let Some(occurrence) = self.occurrences.get_mut(at) else { continue };
                // What holds one name may itself be held: `Kankara, dans l'État de Katsina, au Nigeria`.
                if occurrence.link.is_none() {
                    occurrence.link = Some(Link { inner: place, ..found });
                }
                let name = occurrence.name;
                self.vote(name, place, found.weight);
            }
        }
    }

    /// One sense a report: what one occurrence shows counts for the others; which of a town and its own division is meant each tells itself.
    pub(super) fn vote(&mut self, name: usize, place: PlaceId, weight: f32) {
        let Some(name) = self.names.items.get_mut(name) else { return };
        let Some(shown) = name.senses.iter().find(|sense| sense.place == place).copied() else { return };
        name.senses.iter_mut().filter(|sense| sense.is_one_with(&shown)).for_each(|sense| sense.add_vote(weight));
    }

    /// The places named, and the names that no place of the report can be meant by.
    fn toponyms(&self, focus: &Focus) -> (Vec<Toponym>, Vec<(Match, Context, Doubt)>) {
        let (uses, fellows) = (self.uses(), self.fellows());
        let (mut toponyms, mut doubtful) = (Vec::with_capacity(self.occurrences.len()), Vec::new());
        for (occurrence, fellows) in self.occurrences.iter().zip(fellows) {
            if occurrence.standing <= ENOUGH {
                continue;
            }
            match self.toponym(occurrence, fellows, focus, &uses) {
                Ok(toponym) => toponyms.push(toponym),
                Err(Doubt::FarFetched) if occurrence.shape.ordinary || occurrence.shape.given_name => {}
                Err(doubt) => doubtful.push((occurrence.found, occurrence.context, doubt)),
            }
        }
        (toponyms, doubtful)
    }

    fn toponym(
        &self,
        occurrence: &Occurrence,
        fellows: Option<Fellows>,
        focus: &Focus,
        uses: &[u32],
    ) -> Result<Toponym, Doubt> {
        let name = self.names.items.get(occurrence.name).ok_or(Doubt::FarFetched)?;
        let count = uses.get(occurrence.name).copied().unwrap_or(0);
        let linked = occurrence.link.as_ref().map(|link| link.inner);
        let found = resolve(
            self.gazetteer,
            focus,
            (occurrence.name, name, count),
            (&occurrence.context, occurrence.shape),
            (linked, occurrence.is_held(), fellows),
        )
        .ok_or(Doubt::FarFetched)?;
        let usage = usage(self.gazetteer, &occurrence.context, occurrence.shape, name, found.place);
        if let Some(doubt) = found.doubt.filter(|doubt| *doubt == Doubt::FarFetched || usage != Usage::Modifier) {
            return Err(doubt);
        }
        let confidence = confidence(&found, occurrence, usage);
        let span = self.whole_span(occurrence, name, found.place);
        let Resolution { place, candidates, reason, .. } = found;
        Ok(Toponym { span, usage, place: Some(place), near: false, candidates, confidence, reason })
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
}

/// A logistic regression on the open passages and articles of `tests/gold/toponyms`, what came out wrong counted twice.
fn confidence(found: &Resolution, occurrence: &Occurrence, usage: Usage) -> f32 {
    let sum = 0.68 * found.margin.min(4.0)
        + 0.24 * (occurrence.standing - ENOUGH).clamp(0.0, 6.0)
        + 0.56 * found.support.min(4.0)
        + 0.50 * (found.prior.min(8.4) - 5.0)
        - 2.89;
    let inside_another_name = if usage == Usage::Modifier { 0.8 } else { 1.0 };
    inside_another_name / (1.0 + (-sum).exp())
}
