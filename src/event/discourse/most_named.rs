//! The places that most of a report's names are of.

use super::Named;
use crate::event::places::Places;
use crate::gazetteer::{PlaceId, PlaceKind};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The town, district or province named most often; the first of those named equally often.
pub(super) fn main_place(named: &[Named]) -> Option<usize> {
    let mut counts: Vec<(PlaceId, usize, usize)> = Vec::new();
    for (index, item) in named.iter().enumerate().filter(|(_, item)| item.kind != PlaceKind::Country).take(400) {
        match counts.iter_mut().find(|(place, ..)| *place == item.place) {
            Some((_, count, _)) => *count += 1,
            None => counts.push((item.place, 1, index)),
        }
    }
    counts.into_iter().max_by_key(|&(_, count, index)| (count, Reverse(index))).map(|(.., index)| index)
}

/// The country that most of the first places lie in.
pub(super) fn main_country(named: &[Named], places: &dyn Places) -> Option<PlaceId> {
    let mut counts: BTreeMap<PlaceId, usize> = BTreeMap::new();
    for item in named.iter().take(200) {
        if let Some(country) = places.country(item.place) {
            *counts.entry(country).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|&(place, count)| (count, Reverse(place))).map(|(place, _)| place)
}

/// The province that more than half of the first places lie in, where there are three or more.
pub(super) fn main_province(named: &[Named], places: &dyn Places) -> Option<Named> {
    let inside: Vec<(Named, PlaceId)> = named
        .iter()
        .take(200)
        .filter(|item| item.kind != PlaceKind::Country)
        .filter_map(|item| Some((*item, places.province(item.place)?)))
        .collect();
    let mut counts: BTreeMap<PlaceId, usize> = BTreeMap::new();
    for (_, province) in &inside {
        *counts.entry(*province).or_default() += 1;
    }
    let (province, count) = counts.into_iter().max_by_key(|&(place, count)| (count, Reverse(place)))?;
    let (item, _) = inside.iter().find(|(_, lies)| *lies == province)?;
    let most = inside.len() >= 3 && count * 2 > inside.len();
    most.then_some(Named { place: province, kind: PlaceKind::Province, ..*item })
}
