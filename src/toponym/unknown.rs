//! Names of places that the gazetteer lacks: told by the words around them alone, and put by the known places named with them.

use super::casing::Casing;
use super::context::{Context, Reader, Unknown};
use super::cues::{Cues, class};
use super::resolve::Doubt;
use super::scan::Match;
use super::{Candidate, Toponym, Usage};
use crate::gazetteer::{Gazetteer, PlaceId, PlaceKind};
use crate::language::{AnalysedText, Token, TokenKind};
use crate::reason::{Phrase, Reason, Statement};
use crate::span::Span;
use std::collections::BTreeSet;

/// What the words around a name have to say for it, as nothing else does.
const ENOUGH: f32 = 1.5;
/// The same in a report of one neighbourhood, which names its hamlets.
const ENOUGH_WHERE_LOCAL: f32 = 1.0;
/// The same where another occurrence of the name has shown it to be a place.
const AGAIN: f32 = 0.5;
/// Tokens between a name and the place that it is said to be near or in.
const FARTHEST: usize = 12;

/// A report whose known places are settled.
pub(super) struct Unknowns<'a> {
    pub(super) text: &'a AnalysedText<'a>,
    pub(super) cues: &'a Cues,
    pub(super) gazetteer: &'a Gazetteer,
    /// The known places, by span.
    pub(super) known: &'a [Toponym],
    /// Its places lie together, so that it names hamlets.
    pub(super) is_local: bool,
}

/// A name under weighing.
struct Stray {
    found: Match,
    /// Its bytes, with the `River` behind it.
    span: Span,
    standing: f32,
    /// The known place that it is said to be near or in.
    told: Option<usize>,
}

/// The known place that an unknown one is put at.
struct Anchor {
    place: PlaceId,
    confidence: f32,
    reason: Phrase,
}

impl Unknowns<'_> {
    /// The places among names that the gazetteer lacks (`strays`, beside the `matches` of those it has) and among names of it
    /// that no place of the report can be meant by.
    pub(super) fn find(
        &self,
        strays: &[Match],
        matches: &[Match],
        doubtful: &[(Match, Context, Doubt)],
    ) -> Vec<Toponym> {
        let mut reader = Reader::new(self.text, self.cues);
        let mut weighed: Vec<Stray> = strays
            .iter()
            .map(|stray| {
                let next = matches.partition_point(|found| found.first < stray.first);
                let before = next.checked_sub(1).and_then(|before| matches.get(before));
                let context = reader.read(stray, before, matches.get(next));
                self.weigh(stray, &context)
            })
            .collect();
        weighed.extend(doubtful.iter().map(|(found, context, doubt)| {
            let stray = self.weigh(found, context);
            // It was weighed as a name of the gazetteer, and is a place's.
            let least = if *doubt == Doubt::OutOfTheWay { ENOUGH } else { f32::MIN };
            Stray { standing: stray.standing.max(least), ..stray }
        }));
        weighed.retain(|stray| stray.standing >= AGAIN && !self.is_known(stray));
        let name = |stray: &Stray| stray.found.span.of(self.text.text);
        let enough = if self.is_local { ENOUGH_WHERE_LOCAL } else { ENOUGH };
        let shown: BTreeSet<&str> = weighed.iter().filter(|stray| stray.standing >= enough).map(name).collect();
        weighed.iter().filter(|stray| shown.contains(name(stray))).map(|stray| self.toponym(stray)).collect()
    }

    fn is_known(&self, stray: &Stray) -> bool {
        let span = stray.found.span;
        let next = self.known.partition_point(|known| known.span.end() <= span.start());
        self.known.get(next).is_some_and(|known| known.span.start() < span.end())
    }

    fn weigh(&self, found: &Match, context: &Context) -> Stray {
        let told = self.told_by(found);
        let set_apart = self.text.tokens().get(found.end).is_some_and(|next| next.kind == TokenKind::Mark);
        let last = context.kind_words.checked_sub(1).and_then(|more| self.text.tokens().get(found.end + more));
        let span = last.map_or(found.span, |last| found.span.hull(last.span));
        let said = match (told.is_some(), set_apart) {
            (false, _) => 0.0,
            (true, true) => 1.5,
            // `analysts at Stifel in Baltimore`
            (true, false) => 0.8,
        };
        Stray { found: *found, span, standing: standing(context) + said, told }
    }

    /// The known place behind a name that says where it is: `X, à 30 km de Y`, `X (Y)`, `X, near Y`, `X, Syrie`.
    fn told_by(&self, found: &Match) -> Option<usize> {
        let next = self.known.partition_point(|known| known.span.start() < found.span.end());
        let known = self.known.get(next)?;
        let first = self.text.tokens.index_at(known.span.start());
        let gap = self.text.tokens().get(found.end..first).filter(|gap| gap.len() <= FARTHEST)?;
        let is_mark = |token: &Token, marks: &[&str]| marks.contains(&token.span.of(self.text.text));
        let opens = gap
            .first()
            .is_some_and(|token| is_mark(token, &[",", "("]) || self.cues.class(token) & class::LOCATIVE != 0);
        let breaks_off = |token: &Token| {
            let class = self.cues.class(token);
            is_mark(token, &[".", ";", ":", "?", "!"])
                || class & class::CONJUNCTION != 0
                || class & (class::AUXILIARY | class::REPORTING) != 0
                    && class & (class::LOCATIVE | class::DIRECTION) == 0
        };
        let leads = |token: &Token| self.cues.class(token) & (class::LOCATIVE | class::LINKING | class::WHERE) != 0;
        let is_area = known.place.is_some_and(|place| self.gazetteer.kind(place).is_area());
        let told = gap.iter().any(leads) || is_area && gap.len() == 1;
        (opens && told && !gap.iter().any(breaks_off)).then_some(next)
    }

    fn toponym(&self, stray: &Stray) -> Toponym {
        let anchor = self.anchor(stray);
        let place = anchor.as_ref().map(|anchor| anchor.place);
        let confidence = anchor.as_ref().map_or(0.1, |anchor| anchor.confidence);
        let mut reason = Reason::new(Statement::InNoGazetteer);
        reason.phrases.extend(anchor.map(|anchor| anchor.reason));
        Toponym {
            span: stray.span,
            usage: Usage::Literal,
            place,
            near: true,
            candidates: place.map(|place| Candidate { place, score: 0.0 }).into_iter().collect(),
            confidence,
            reason,
        }
    }

    /// Where to put it: at what it is said to be near or in, else at the nearest town or area named before or behind it.
    fn anchor(&self, stray: &Stray) -> Option<Anchor> {
        let told = stray.told.and_then(|told| self.settled(told));
        let wide = |place: PlaceId| matches!(self.gazetteer.kind(place), PlaceKind::Country | PlaceKind::Region);
        if let Some(place) = told.filter(|&place| !wide(place)) {
            let name = self.gazetteer.place(place).named();
            let in_it = self.gazetteer.kind(place).is_area();
            let reason = if in_it { Phrase::NamedIn(name) } else { Phrase::NamedNear(name) };
            return Some(Anchor { place, confidence: 0.4, reason });
        }
        let within = |place: PlaceId| {
            told.is_none_or(|area| {
                self.gazetteer.kind(area) != PlaceKind::Country
                    || self.gazetteer.country_of(area) == self.gazetteer.country_of(place)
            })
        };
        let fits = |index: &usize| self.settled(*index).is_some_and(|place| !wide(place) && within(place));
        let start = stray.found.span.start();
        let next = self.known.partition_point(|known| known.span.start() < start);
        let before = (0..next).rev().find(fits);
        let behind = (next..self.known.len()).find(fits);
        let distance = |index: usize| {
            let known = self.known.get(index).map_or(0, |known| known.span.start());
            // What stands before is what a reader has in mind.
            if known < start { start - known } else { 2 * (known - start) }
        };
        let nearest = before.into_iter().chain(behind).min_by_key(|&index| distance(index));
        let Some(place) = nearest.and_then(|index| self.settled(index)) else {
            let reason = |area: PlaceId| Phrase::NamedIn(self.gazetteer.place(area).named());
            return told.map(|area| Anchor { place: area, confidence: 0.2, reason: reason(area) });
        };
        let reason = Phrase::NearestNamed(self.gazetteer.place(place).named());
        Some(Anchor { place, confidence: 0.25, reason })
    }

    /// The place of a known name that stands for a place.
    fn settled(&self, index: usize) -> Option<PlaceId> {
        self.known.get(index).filter(|known| known.usage == Usage::Literal)?.place
    }
}

/// How far the words around a name say that it is a place's, where nothing else is known of it.
fn standing(context: &Context) -> f32 {
    let other = context.person
        || context.organisation
        || context.street
        || context.road_number
        || context.hyphenated
        || context.possessive
        || context.unknown_before != Unknown::No
        || context.unknown_after
        || context.casing != Casing::Running;
    if other {
        return f32::MIN;
    }
    let mut sum = 0.0;
    let mut add = |seen: bool, weight: f32| sum += if seen { weight } else { 0.0 };
    add(!context.kinds.is_empty() && (context.linking || context.kind_words > 0), 2.5);
    add(context.kind_behind && context.kind_words == 0, 1.0);
    add(context.surely_where, 1.0);
    add(context.locative && !context.surely_where, 0.4);
    add(context.place_head && !context.surely_where, 0.6);
    add(context.stay, 0.8);
    add(context.set_off, 0.6);
    // `les villages d'Ak-Sai et de Dostouk`
    add(context.listed, if context.linking { 1.2 } else { 0.4 });
    add(context.acted_on, 0.4);
    sum
}
