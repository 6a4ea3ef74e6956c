//! [`Telling`]: a mention that says on which day its event was, and [`Area`], all those of one area.

use super::super::width;
use super::WIDEST_TELLING;
use crate::edtf::DateSet;
use crate::event::MentionIndex;
use crate::event::kind::EventKind;
use crate::event::mention::{Mention, TimeRelation, WhenHow};
use crate::gazetteer::PlaceId;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// A mention that says on which day its event was.
#[derive(Clone, Copy, Debug)]
pub(super) struct Telling<'a> {
    pub(super) mention: MentionIndex,
    pub(super) document: u32,
    pub(super) kind: EventKind,
    pub(super) place: PlaceId,
    pub(super) days: &'a DateSet,
}

impl<'a> Telling<'a> {
    pub(super) fn of(index: MentionIndex, mention: &'a Mention) -> Option<Self> {
        let days = mention.when.as_ref().filter(|days| width(days) <= WIDEST_TELLING)?;
        let tells_day = mention.when_how != WhenHow::Publication && mention.relation == TimeRelation::At;
        let (document, place) = (mention.document.0, mention.place.as_ref()?.place);
        tells_day.then_some(Self { mention: index, document, kind: mention.kind, place, days })
    }
}

/// The mentions of one area that tell their day, each with the number of the days that it tells: many tell the same.
#[derive(Debug, Default)]
pub(super) struct Area<'a> {
    tellings: Vec<(Telling<'a>, usize)>,
    numbers: FxHashMap<&'a DateSet, usize>,
}

impl<'a> Area<'a> {
    /// The areas of tellings, which keep their order there.
    pub(super) fn all(mut told: Vec<(PlaceId, Telling<'a>)>) -> FxHashMap<PlaceId, Self> {
        told.par_sort_by_key(|&(area, _)| area);
        let of_each: Vec<&[(PlaceId, Telling<'a>)]> = told.chunk_by(|(one, _), (next, _)| one == next).collect();
        let area_of = |told: &[(PlaceId, Telling<'a>)]| {
            let mut area = Self::default();
            for &(_, telling) in told {
                area.add(telling);
            }
            Some((told.first()?.0, area))
        };
        let areas: Vec<(PlaceId, Self)> = of_each.into_par_iter().filter_map(area_of).collect();
        areas.into_iter().collect()
    }

    fn add(&mut self, telling: Telling<'a>) {
        let next = self.numbers.len();
        self.tellings.push((telling, *self.numbers.entry(telling.days).or_insert(next)));
    }

    /// The mentions, in their order, with the numbers of their days.
    pub(super) fn tellings(&self) -> &[(Telling<'a>, usize)] {
        &self.tellings
    }
}
