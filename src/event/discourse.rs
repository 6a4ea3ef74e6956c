//! [`Discourse`]: what a report has been about so far: its places and the day it tells of.

mod areas;
mod called;
mod most_named;
mod named;
mod passed;

use super::places::Places;
use super::rulers::{is_of_rulers, is_seat};
use super::rules::Rules;
use super::rules::words::Classes;
use super::topic::{Topics, is_narrow};
use crate::gazetteer::{PlaceId, PlaceKind};
use crate::language::{AnalysedText, WordId};
use crate::span::Span;
use crate::timex::Timex;
use crate::toponym::{Toponym, Usage};
use called::Called;
use most_named::{main_country, main_place, main_province};
pub(crate) use named::{Named, fits};
use passed::is_passed;
use std::ops::Range;

/// The places of a report in reading order, and what its events were about.
pub(crate) struct Discourse<'a> {
    pub(crate) places: &'a dyn Places,
    /// Those of the whole report.
    all: Vec<Named>,
    /// Whether each is left out.
    discounted: Vec<bool>,
    /// Of all, those of the report, or of the entry that is being read.
    entry: Range<usize>,
    /// What heads its paragraphs.
    topics: Topics,
    /// The names that stand for those who govern, by span.
    governing: Vec<Span>,
    /// What it calls them.
    called: Called,
    /// The place of the last event told with a place of its own.
    pub(crate) focus: Option<Named>,
    /// The town, district or province named most.
    main: Option<Named>,
    /// The country that most of the places lie in.
    country: Option<PlaceId>,
    /// The province that more than half of the places lie in.
    province: Option<Named>,
}

/// Names looked back at for an antecedent: more are too far off to be meant.
const MEMORY: usize = 40;

impl<'a> Discourse<'a> {
    /// The places of a report. Metonyms, datelines and parts of names carry no event and are left out.
    pub(crate) fn new(
        text: &AnalysedText<'_>,
        rules: &Rules,
        toponyms: &[Toponym],
        timexes: &[Timex],
        places: &'a dyn Places,
    ) -> Self {
        let name = |index: usize, toponym: &Toponym, place: PlaceId| {
            let offset = toponym.span.start();
            let paragraph = text.sentences.get(text.sentence_at(offset)).map_or(0, |sentence| sentence.paragraph);
            let passed = is_passed(text, rules, toponym.span);
            Named { offset, span: toponym.span, toponym: index, place, kind: places.kind(place), paragraph, passed }
        };
        let mut named = Vec::new();
        for (index, toponym) in toponyms.iter().enumerate() {
            let Some(place) = toponym.place.filter(|_| toponym.usage == Usage::Literal && !toponym.near) else {
                continue;
            };
            if !text.is_boilerplate(toponym.span.start()) {
                named.push(name(index, toponym, place));
            }
        }
        let of_rulers = |named: &&Named| is_seat(places, named.place) && is_of_rulers(text, rules, named.span);
        let governing: Vec<Span> = named.iter().filter(of_rulers).map(|named| named.span).collect();
        if governing.len() < named.len() {
            named.retain(|named| governing.binary_search(&named.span).is_err());
        }
        let main = main_place(&named).and_then(|index| named.get(index)).copied();
        let country = main_country(&named, places);
        let province = main_province(&named, places);
        let datelines = toponyms.iter().enumerate().filter(|(_, toponym)| toponym.usage == Usage::Dateline);
        let headings: Vec<Named> =
            datelines.filter_map(|(index, toponym)| Some(name(index, toponym, toponym.place?))).collect();
        // One is where the report was filed; several are what its parts are about.
        let first = headings.first().copied();
        let another = |heading: &Named| {
            first.is_some_and(|first| heading.place != first.place && heading.paragraph != first.paragraph)
        };
        if headings.iter().any(another) {
            named.extend(headings);
            named.sort_by_key(|named| named.offset);
        }
        let topics = Topics::new(text, &named, timexes);
        let called = Called::new(text, rules, &named);
        let (discounted, entry) = (vec![false; named.len()], 0..named.len());
        Self { places, all: named, discounted, entry, topics, governing, called, focus: None, main, country, province }
    }

    /// Begins an entry of a chronology, the bytes `entry` of the report: of what is named elsewhere, only the country holds here.
    pub(crate) fn begin(&mut self, entry: Range<usize>) {
        self.entry = self.index_at(entry.start)..self.index_at(entry.end);
        (self.focus, self.main, self.province) = (None, None, None);
    }

    /// Leaves out the names in the bytes `span`: a sentence that tells of nothing that happened is no place to look back to.
    pub(crate) fn discount(&mut self, span: Span) {
        let inside = self.index_at(span.start())..self.index_at(span.end());
        let within = self.all.get(inside.clone()).unwrap_or_default();
        for (discounted, named) in self.discounted.get_mut(inside).into_iter().flatten().zip(within) {
            *discounted |= span.covers(named.span);
        }
    }

    /// Index of the first name from byte `offset` on.
    fn index_at(&self, offset: usize) -> usize {
        self.all.partition_point(|named| named.offset < offset)
    }

    /// Of these names, those of the report or entry that are not left out.
    fn named(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = &Named> {
        let range = range.start.max(self.entry.start)..range.end.min(self.entry.end);
        let all = self.all.get(range.clone()).unwrap_or_default();
        let discounted = self.discounted.get(range).unwrap_or_default();
        all.iter().zip(discounted).filter(|(_, discounted)| !**discounted).map(|(named, _)| named)
    }

    /// The focus, where it lies in what the paragraph is headed by.
    fn focus_in(&self, paragraph: usize) -> Option<Named> {
        let area = self.topics.head(paragraph).or_else(|| self.topics.section(paragraph));
        self.focus.filter(|focus| {
            area.is_none_or(|area| focus.place == area.place || self.places.within(area.place, focus.place))
        })
    }

    /// The last names before byte `offset` that an antecedent is looked for among, the last one first.
    fn recent(&self, offset: usize) -> impl Iterator<Item = &Named> {
        self.named(0..self.index_at(offset)).rev().take(MEMORY)
    }

    /// The last place before byte `offset` that is wanted, one that the report is about before one that it only touches on.
    fn nearest(&self, offset: usize, wanted: impl Fn(&Named) -> bool) -> Option<Named> {
        let found = || self.recent(offset).filter(|named| wanted(named));
        let told = || found().filter(|named| !self.is_aside(named.place));
        told().find(|named| !named.passed).or_else(|| told().next()).or_else(|| found().next()).copied()
    }

    /// Whether a place lies in another country than most, or is the seat of the government that the report names once.
    fn is_aside(&self, place: PlaceId) -> bool {
        let away = self.country.is_some_and(|country| self.places.country(place) != Some(country));
        let uses = || self.all.iter().filter(|named| named.place == place).count();
        away || is_seat(self.places, place) && uses() == 1
    }

    /// The town, district or province named most.
    fn main_named(&self) -> Option<Named> {
        self.main
    }

    /// Whether a name stands for those who govern: *the answer of Kabul*.
    pub(crate) fn is_of_rulers(&self, name: Span) -> bool {
        self.governing.binary_search(&name).is_ok()
    }

    /// Whether a name is only where somebody comes from or goes to.
    pub(crate) fn is_passed(&self, name: Span) -> bool {
        self.all.get(self.index_at(name.start())).is_some_and(|named| named.span == name && named.passed)
    }

    /// The place that the report last called by a noun before byte `offset`.
    pub(crate) fn called(&self, noun: WordId, offset: usize) -> Option<Named> {
        self.called.last(noun, offset)
    }

    /// The last place of one of the kinds that nouns of `class` stand for, before byte `offset`.
    pub(crate) fn last_of(&self, class: Classes, offset: usize, paragraph: usize) -> Option<Named> {
        let told_here = self.focus.is_some_and(|focus| focus.paragraph == paragraph);
        if let Some(head) = self.topics.head(paragraph).filter(|head| !told_here && fits(class, head.kind)) {
            return Some(head);
        }
        let found = self.nearest(offset, |named| fits(class, named.kind));
        let focused = self.focus_in(paragraph).filter(|focus| fits(class, focus.kind) && focus.span.start() < offset);
        match (found, focused) {
            // Nothing of the kind was named since the last event's place.
            (Some(found), Some(focus)) if found.offset > focus.offset && found.place != focus.place => Some(found),
            (_, Some(focus)) => Some(focus),
            (found, None) => found,
        }
    }

    /// The first place of the kinds of `class` after byte `offset`: what a lead keeps back.
    pub(crate) fn next_of(&self, class: Classes, offset: usize) -> Option<Named> {
        self.named(self.index_at(offset + 1)..self.all.len())
            .take(MEMORY)
            .find(|named| fits(class, named.kind))
            .copied()
    }

    /// What *there* means at byte `offset`: the place of the paragraph's last event, else the last one named.
    pub(crate) fn there(&self, offset: usize, paragraph: usize) -> Option<Named> {
        let end = self.index_at(offset);
        let near = |named: &&Named| named.kind != PlaceKind::Country && named.paragraph + 1 >= paragraph;
        let before = || self.all.get(..end).unwrap_or_default().iter().rev().take(MEMORY).filter(near);
        // A town before the province that it is said to be in.
        let settled = |named: &&Named| named.kind.is_town_or_district();
        let named = before().find(settled).or_else(|| before().next());
        let focus = self.focus.filter(|focus| focus.paragraph == paragraph);
        match (named, focus) {
            (Some(named), Some(focus)) if named.offset > focus.offset || self.is_aside(focus.place) => Some(*named),
            (named, focus) => focus.or(named.copied()).or(self.focus),
        }
    }

    /// The place of the paragraph's last event, else the last one that it or the text before it names.
    pub(crate) fn place_of_paragraph(&self, paragraph: usize, offset: usize) -> Option<Named> {
        let focus = self.focus.filter(|focus| focus.paragraph == paragraph);
        let latter = || self.latter(offset).filter(|named| named.kind != PlaceKind::Country);
        focus.or_else(latter).or_else(|| self.main_named())
    }

    /// The last place named before byte `offset`.
    pub(crate) fn latter(&self, offset: usize) -> Option<Named> {
        self.recent(offset).next().copied()
    }

    /// The last place named before byte `offset` that is more than where somebody comes from or goes to.
    pub(crate) fn last_told(&self, offset: usize) -> Option<Named> {
        self.recent(offset).find(|named| !named.passed).copied()
    }

    /// What the text at byte `offset` is about, where its sentence names no place.
    pub(crate) fn about(&self, offset: usize, paragraph: usize) -> Option<Named> {
        if let Some(focus) = self.focus.filter(|focus| focus.paragraph == paragraph) {
            return Some(focus);
        }
        let head = self.topics.head(paragraph);
        if let Some(head) = head.filter(is_narrow) {
            return Some(head);
        }
        let here = self.nearest(offset, |named| named.paragraph == paragraph && named.kind != PlaceKind::Country);
        here.or_else(|| self.focus_in(paragraph).filter(|focus| !self.is_aside(focus.place)))
            .or(head)
            .or_else(|| self.topics.section(paragraph))
            .or_else(|| self.main_named())
            .or_else(|| self.focus_in(paragraph))
            .or_else(|| self.named(0..self.all.len()).find(|named| named.kind != PlaceKind::Country).copied())
            .or_else(|| self.named(0..self.all.len()).next().copied())
    }
}
