//! The points that the map is fitted to: of all events, or of most.

use crate::gazetteer::Point;
use crate::marker;
use crate::store::{Clock, EventStore, PlaceRow};
use std::collections::BTreeMap;

/// Which events the map is fitted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FitTo {
    /// Most, as at the first sight of them.
    Main,
    /// All.
    All,
}

impl FitTo {
    /// The points of those events.
    #[must_use]
    pub(super) fn points(self, store: &EventStore, clock: Clock) -> Vec<Point> {
        match self {
            Self::Main => main_points(store, clock),
            Self::All => all_points(store, clock),
        }
    }
}

/// The points of all events of the store that can be on the map by a clock.
fn all_points(store: &EventStore, clock: Clock) -> Vec<Point> {
    let mut rows: Vec<_> = store.plotted_on(clock).filter_map(|event| store.place_row(event)).collect();
    rows.sort_unstable();
    rows.dedup();
    rows.into_iter().filter_map(|row| Some(store.place(row)?.point)).collect()
}

/// The points of most events, without the few far off all others that would make the rest small.
///
/// Four in five events, those nearest to the middle one, are in; farther ones are while they are not half as far again as all before.
fn main_points(store: &EventStore, clock: Clock) -> Vec<Point> {
    let mut counts: BTreeMap<PlaceRow, usize> = BTreeMap::new();
    for row in store.plotted_on(clock).filter_map(|event| store.place_row(event)) {
        *counts.entry(row).or_default() += 1;
    }
    let places: Vec<(Point, usize)> =
        counts.into_iter().filter_map(|(row, count)| Some((store.place(row)?.point, count))).collect();
    marker::main_points(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edtf::DateSet;
    use crate::event::EventKind;
    use crate::store::{EventRow, StoredPlace};

    fn row(place: u32, day: &str, kind: EventKind) -> EventRow {
        EventRow { kind, place: Some(PlaceRow(place)), when: Some(DateSet::parse(day).unwrap()) }
    }

    #[test]
    fn the_first_look_leaves_out_what_is_far_off_all_others() {
        let mut places = vec![StoredPlace::town("Washington", 38.9, -77.0), StoredPlace::town("Kunduz", 36.73, 68.86)];
        places.extend([
            StoredPlace::town("Taloqan", 36.74, 69.53),
            StoredPlace::town("Herat", 34.35, 62.2),
            StoredPlace::town("Kabul", 34.53, 69.17),
        ]);
        let day = "2021-06-22";
        let mut rows: Vec<EventRow> = [1, 1, 2, 3, 3, 4].map(|place| row(place, day, EventKind::Clash)).to_vec();
        rows.push(row(0, day, EventKind::Talks));
        let longitudes = |rows: &[EventRow]| {
            let store = EventStore::from_rows(rows.to_vec(), places.clone());
            main_points(&store, Clock::Happened).iter().map(|point| point.longitude).collect::<Vec<f64>>()
        };
        let first = longitudes(&rows);
        assert_eq!(first.len(), 4, "{first:?}");
        assert!(first.iter().all(|&longitude| longitude > 0.0), "{first:?}");
        rows.extend([0, 0, 0, 0].map(|place| row(place, day, EventKind::Talks)));
        assert_eq!(longitudes(&rows).len(), 5, "five of eleven events are not few");
    }

    #[test]
    fn without_events_there_is_nothing_to_fit_to() {
        for fit in [FitTo::Main, FitTo::All] {
            assert_eq!(fit.points(&EventStore::default(), Clock::Happened), []);
        }
    }
}
