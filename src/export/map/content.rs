//! [`Content`]: what a map of some days has to tell, before anything is drawn.

use super::MapData;
use crate::day::Day;
use crate::edtf::{DateSet, DayRange};
use crate::event::{Event, Family};
use crate::export::{EventRecord, PlaceRecord};
use crate::gazetteer::Point;
use crate::marker::extent::{NEAR_KM, extent_km};
use crate::wording::places::place_name;
use crate::wording::{Texts, dates};
use std::collections::{BTreeMap, BTreeSet};

/// The events of some days, and what can't be shown of them.
pub(super) struct Content<'a> {
    /// Those with a place, in the order of the collection.
    pub(super) events: Vec<Shown<'a>>,
    /// By place: those with most events first.
    pub(super) stacks: Vec<Stack>,
    /// On these days, at no known place.
    pub(super) not_placed: usize,
    /// On no known day.
    pub(super) not_dated: usize,
    /// Reports that tell the events shown.
    pub(super) reports: usize,
    /// Where events of other days are, and how many.
    pub(super) elsewhen: Vec<(Point, usize)>,
}

/// An event on the map.
pub(super) struct Shown<'a> {
    pub(super) family: Family,
    pub(super) reports: usize,
    /// How wide its place is on the ground; `None` for a point.
    pub(super) radius_km: Option<f32>,
    /// Whether its day is known, and within the days shown.
    pub(super) is_sure: bool,
    /// Place, kind, day and number of reports.
    pub(super) name: String,
    /// In the language of the map.
    place_name: &'a str,
    place: PlaceRecord<'a>,
}

/// The events at one place, by number of reports, most first.
pub(super) struct Stack {
    pub(super) place: String,
    pub(super) point: Point,
    /// Indices into [`Content::events`].
    pub(super) events: Vec<usize>,
}

impl<'a> Content<'a> {
    pub(super) fn new(data: MapData<'a>, days: DayRange, texts: &Texts) -> Self {
        let MapData { events, collection, gazetteer } = data;
        let mut content = Self::without_events();
        let (mut reports, mut elsewhen) = (BTreeSet::new(), BTreeMap::new());
        for event in events {
            let Some(when) = event.when.as_ref().filter(|when| is_known(when)) else {
                content.not_dated += 1;
                continue;
            };
            let meets = when.ranges().iter().any(|range| range.meets(days));
            match EventRecord::new(event, collection, gazetteer) {
                None => content.not_placed += usize::from(meets),
                Some(record) if meets => {
                    reports.extend(record.mentions.iter().map(|mention| mention.document));
                    content.events.push(Shown::new(event, &record, when, days, texts));
                }
                Some(record) => {
                    let place = elsewhen.entry(record.place.id).or_insert((point_of(&record.place), 0));
                    place.1 += 1;
                }
            }
        }
        content.stacks = stacks(&content.events);
        content.reports = reports.len();
        content.elsewhen = elsewhen.into_values().collect();
        content
    }

    fn without_events() -> Self {
        Self { events: Vec::new(), stacks: Vec::new(), not_placed: 0, not_dated: 0, reports: 0, elsewhen: Vec::new() }
    }

    /// The events of a stack.
    pub(super) fn of<'b>(&'b self, stack: &'b Stack) -> impl Iterator<Item = &'b Shown<'a>> {
        stack.events.iter().filter_map(|&index| self.events.get(index))
    }

    /// How many events of a family.
    pub(super) fn count(&self, family: Family) -> usize {
        self.events.iter().filter(|event| event.family == family).count()
    }

    /// How many events are on these days only perhaps, or go on beyond them, or are told no closer than to some days.
    pub(super) fn unsure(&self) -> usize {
        self.events.iter().filter(|event| !event.is_sure).count()
    }
}

impl<'a> Shown<'a> {
    fn new(event: &Event, record: &EventRecord<'a>, when: &DateSet, days: DayRange, texts: &Texts) -> Self {
        let place = record.place.clone();
        let is_near = place.precision == Some("near");
        let place_name = place_name(place.id, place.name, texts.language());
        let told = match (place.kind.is_area(), is_near) {
            (true, _) => texts.with("map-area", [("place", place_name.into())]),
            (false, true) => texts.with("map-near", [("place", place_name.into())]),
            (false, false) => place_name.to_owned(),
        };
        let documents: BTreeSet<&str> = record.mentions.iter().map(|mention| mention.document).collect();
        let kind = texts.get(&format!("kind-{}", event.kind.name()));
        let values = [
            ("place", told.into()),
            ("kind", kind.into()),
            ("days", dates::set_words(when, texts).into()),
            ("reports", documents.len().into()),
        ];
        Self {
            family: event.kind.family(),
            reports: documents.len(),
            radius_km: extent_km(place.id, place.kind).or(is_near.then_some(NEAR_KM)),
            is_sure: is_sure(when, days),
            name: texts.with("map-event", values),
            place_name,
            place,
        }
    }
}

/// Whether a single day is told that is among the days shown.
fn is_sure(when: &DateSet, days: DayRange) -> bool {
    matches!(when.ranges(), [range] if range.start.plus(1) == range.end && range.meets(days))
}

fn is_known(when: &DateSet) -> bool {
    when.first() > Day::MIN || when.last() < Day::MAX
}

fn point_of(place: &PlaceRecord<'_>) -> Point {
    Point { latitude: place.latitude, longitude: place.longitude }
}

fn stacks(events: &[Shown<'_>]) -> Vec<Stack> {
    let mut by_place: BTreeMap<&str, Stack> = BTreeMap::new();
    for (index, event) in events.iter().enumerate() {
        let stack = by_place.entry(event.place.id).or_insert_with(|| Stack {
            place: event.place_name.to_owned(),
            point: point_of(&event.place),
            events: Vec::new(),
        });
        stack.events.push(index);
    }
    let mut stacks: Vec<Stack> = by_place.into_values().collect();
    for stack in &mut stacks {
        stack.events.sort_by_key(|&index| std::cmp::Reverse(events.get(index).map_or(0, |event| event.reports)));
    }
    // Stable: places with as many events stay in the order of their keys.
    stacks.sort_by_key(|stack| std::cmp::Reverse(stack.events.len()));
    stacks
}
