//! [`Scene`]: what the map shows of the store at a zoom: which events, in which stacks, sharing which markers.

use super::camera::world_points;
use crate::gazetteer::Point;
use crate::store::{EventIndex, EventStore, PlaceRow};
use crate::ui::marker::badge;
use crate::ui::marker::cluster::{Cluster, Stack, cluster, stack};
use crate::view_state::ViewState;
use std::collections::BTreeMap;

/// Half of what two markers of single events keep between their middles, in points.
const EVENT_REACH: f32 = 13.5;

/// The markers of one frame, independent of where the map is dragged to.
#[derive(Debug, Default)]
pub(super) struct Scene {
    /// The events shown, by place.
    pub(super) stacks: Vec<Stack>,
    /// The stacks by marker: that of the selected event first, then those with most events.
    pub(super) clusters: Vec<Cluster>,
    /// The stack that holds the selected event, where that is shown.
    pub(super) selected_stack: Option<usize>,
}

/// The events of a marker, one by one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Opened {
    pub(super) place: PlaceRow,
    pub(super) point: Point,
    pub(super) events: Vec<EventIndex>,
}

/// What a marker stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Group<'a> {
    /// One event.
    Event(EventIndex, &'a Stack),
    /// Several events at one place.
    Stack(&'a Stack),
    /// Several places; the stack is the one it stands at.
    Cluster(&'a Stack),
}

/// Kept free around a badge, in points.
const BADGE_GAP: f32 = 2.0;

/// How far the marker of so many events reaches from its middle, in points.
fn reach(events: usize) -> f32 {
    if events > 1 { badge::radius(events) + BADGE_GAP } else { EVENT_REACH }
}

impl Scene {
    /// The events that `view` shows, as they share markers at `zoom`.
    #[must_use]
    pub(super) fn new(store: &EventStore, view: &ViewState, zoom: f64) -> Self {
        let stacks = stack(store, view.clock, view.shown(store));
        let selected =
            view.selected.filter(|&event| view.is_shown(store, event)).and_then(|event| store.place_row(event));
        let selected_stack = selected.and_then(|row| stacks.binary_search_by_key(&row, |stack| stack.place).ok());
        let places: Vec<egui::Vec2> = stacks.iter().map(|stack| world_points(stack.point, zoom)).collect();
        let weights: Vec<usize> = stacks.iter().map(|stack| stack.count).collect();
        let clusters = cluster(&places, &weights, (reach, badge::MOST_RADIUS + BADGE_GAP), selected_stack);
        Self { stacks, clusters, selected_stack }
    }

    /// What the cluster's marker stands for; `None` for a cluster of another scene.
    #[must_use]
    pub(super) fn group(&self, cluster: &Cluster) -> Option<Group<'_>> {
        let stack = self.stacks.get(*cluster.stacks.first()?)?;
        Some(match (cluster.stacks.len(), stack.count) {
            (1, 1) => Group::Event(stack.first, stack),
            (1, _) => Group::Stack(stack),
            _ => Group::Cluster(stack),
        })
    }

    /// The stacks that share a marker.
    pub(super) fn members<'a>(&'a self, cluster: &'a Cluster) -> impl Iterator<Item = &'a Stack> + 'a {
        cluster.stacks.iter().filter_map(|&index| self.stacks.get(index))
    }

    /// The events of a marker, place by place, at each those that most reports tell of first.
    #[must_use]
    pub(super) fn events(&self, cluster: &Cluster, store: &EventStore, view: &ViewState) -> Vec<EventIndex> {
        let order: BTreeMap<PlaceRow, usize> = self.members(cluster).map(|stack| stack.place).zip(0..).collect();
        let placed = view.shown(store).filter_map(|event| Some((*order.get(&store.place_row(event)?)?, event)));
        let mut events: Vec<(usize, EventIndex)> = placed.collect();
        // Equals stay in the order of the clock.
        events.sort_by_key(|&(place, event)| (place, std::cmp::Reverse(store.report_count(event))));
        events.into_iter().map(|(_, event)| event).collect()
    }

    /// What is to be shown one by one of the marker that stands at a place; `None` where it has fewer than two events.
    #[must_use]
    pub(super) fn open(&self, place: PlaceRow, store: &EventStore, view: &ViewState) -> Option<Opened> {
        let is_at = |cluster: &&Cluster| self.members(cluster).next().is_some_and(|stack| stack.place == place);
        let cluster = self.clusters.iter().find(is_at)?;
        let point = self.members(cluster).next()?.point;
        let events = self.events(cluster, store, view);
        (events.len() > 1).then_some(Opened { place, point, events })
    }

    /// How many events a marker stands for.
    #[must_use]
    pub(super) fn count(&self, cluster: &Cluster) -> usize {
        self.members(cluster).map(|stack| stack.count).sum()
    }

    /// All events of the stacks that share a marker.
    #[must_use]
    pub(super) fn families(&self, cluster: &Cluster) -> [usize; 6] {
        let mut families = [0; 6];
        for stack in self.members(cluster) {
            for (sum, count) in families.iter_mut().zip(stack.families) {
                *sum += count;
            }
        }
        families
    }
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

    /// Kunduz and Taloqan are 70 km apart, Herat is far off.
    fn store() -> EventStore {
        let places = vec![
            StoredPlace::town("Kunduz", 36.73, 68.86),
            StoredPlace::town("Taloqan", 36.74, 69.53),
            StoredPlace::town("Herat", 34.35, 62.2),
        ];
        let rows = vec![
            row(0, "2021-06-22", EventKind::Capture),
            row(0, "2021-06-23", EventKind::Clash),
            row(1, "2021-06-24", EventKind::Talks),
            row(2, "2021-06-25", EventKind::Arrest),
            row(2, "2021-07-25", EventKind::Arrest),
        ];
        EventStore::from_rows(rows, places)
    }

    fn june(store: &EventStore) -> ViewState {
        let mut view = ViewState::new(store);
        view.selected = None;
        assert_eq!(view.window, DateSet::parse("2021-06").unwrap().ranges()[0]);
        view
    }

    #[test]
    fn from_far_off_neighbours_share_a_marker_and_from_close_by_they_do_not() {
        let store = store();
        let view = june(&store);
        let places = |zoom| Scene::new(&store, &view, zoom).clusters.iter().map(|found| found.stacks.len()).collect();
        let (far, close): (Vec<usize>, Vec<usize>) = (places(4.0), places(8.0));
        assert_eq!(far, [2, 1]);
        assert_eq!(close, [1, 1, 1]);
    }

    #[test]
    fn a_marker_stands_for_an_event_a_place_or_several_places() {
        let store = store();
        let view = june(&store);
        let scene = Scene::new(&store, &view, 4.0);
        assert!(matches!(scene.group(&scene.clusters[0]), Some(Group::Cluster(stack)) if stack.count == 2));
        assert_eq!(scene.families(&scene.clusters[0]), [2, 0, 0, 0, 1, 0]);
        assert!(matches!(scene.group(&scene.clusters[1]), Some(Group::Event(..))), "Herat has one event in June");
        let scene = Scene::new(&store, &view, 8.0);
        assert!(matches!(scene.group(&scene.clusters[0]), Some(Group::Stack(_))), "Kunduz has two");
    }

    #[test]
    fn a_marker_of_several_events_can_be_opened_and_one_of_a_single_event_cannot() {
        let store = store();
        let view = june(&store);
        let scene = Scene::new(&store, &view, 4.0);
        let open = |place| scene.open(PlaceRow(place), &store, &view);
        assert_eq!(open(0).unwrap().events.len(), 3, "Kunduz and, too close, Taloqan");
        assert_eq!(open(1), None, "no marker stands at Taloqan");
        assert_eq!(open(2), None, "Herat has one event in June");
    }

    #[test]
    fn the_marker_of_the_selected_event_stands_at_its_place_and_takes_in_the_fuller_one_next_to_it() {
        let store = store();
        let mut view = june(&store);
        let talks = view.shown(&store).find(|&event| store.kind(event) == EventKind::Talks);
        view.selected = talks;
        let scene = Scene::new(&store, &view, 4.0);
        let selected = scene.selected_stack.unwrap();
        assert_eq!(scene.clusters[0].stacks[0], selected);
        assert_eq!(scene.count(&scene.clusters[0]), 3, "Kunduz, too close, and Taloqan");
    }

    #[test]
    fn nothing_shown_makes_no_marker() {
        let store = EventStore::default();
        assert!(Scene::new(&store, &ViewState::new(&store), 4.0).clusters.is_empty());
    }
}
