//! What markers are called: for tooltips, for labels, and for those who hear the window.

use super::scene::{Group, Opened, Scene};
use crate::edtf::DateSet;
use crate::store::{Clock, EventIndex, EventStore, PlaceRow};
use crate::ui::Texts;
use crate::ui::dates;
use crate::ui::marker::cluster::{Cluster, Stack};
use crate::ui::place_name::name_of;
use crate::view_state::ViewState;

/// Events listed in a tooltip.
const MOST_LISTED: usize = 6;

/// `Qala-i-Naw: Place taken, Wednesday 7 July 2021, 3 reports`.
#[must_use]
pub(super) fn of_event(store: &EventStore, event: EventIndex, texts: &Texts) -> String {
    let name = texts.with(
        "map-event",
        [
            ("place", place_name(store, event, texts).into()),
            ("kind", kind_name(store, event, texts).into()),
            ("days", days(store, event, texts).into()),
            ("reports", store.report_count(event).into()),
        ],
    );
    if store.is_corrected(event) { format!("{name}, {}", texts.get("map-corrected")) } else { name }
}

/// `Place taken · 7 July 2021`: the place is known from around.
#[must_use]
pub(super) fn short(store: &EventStore, event: EventIndex, texts: &Texts) -> String {
    let range = store.days(event);
    let days = if store.on(Clock::Happened).is_exact(event) {
        dates::day_words(range.start, texts.language())
    } else {
        days(store, event, texts)
    };
    format!("{} · {days}", kind_name(store, event, texts))
}

/// What a marker's group is called.
#[must_use]
pub(super) fn of_group(
    store: &EventStore,
    scene: &Scene,
    cluster: &Cluster,
    group: Group<'_>,
    texts: &Texts,
) -> String {
    match group {
        Group::Event(event, _) => of_event(store, event, texts),
        Group::Stack(stack) => of_place(store, stack.place, stack.count, texts),
        Group::Cluster(stack) => {
            let count = scene.count(cluster);
            texts.with(
                "map-cluster",
                [
                    ("place", name_of_stack(store, stack, texts).into()),
                    ("count", count.into()),
                    ("places", cluster.stacks.len().into()),
                ],
            )
        }
    }
}

/// `Kunduz: 3 events`.
#[must_use]
pub(super) fn of_opened(store: &EventStore, opened: &Opened, texts: &Texts) -> String {
    of_place(store, opened.place, opened.events.len(), texts)
}

fn of_place(store: &EventStore, place: PlaceRow, count: usize, texts: &Texts) -> String {
    let name = store.place(place).map_or("", |place| name_of(place, texts));
    texts.with("map-stack", [("place", name.into()), ("count", count.into())])
}

/// The lines of a tooltip under the group's name: how sure the place is, and the events one by one.
#[must_use]
pub(super) fn details(
    store: &EventStore,
    view: &ViewState,
    scene: &Scene,
    cluster: &Cluster,
    texts: &Texts,
) -> Vec<String> {
    let events = scene.events(cluster, store, view);
    let mut lines = Vec::new();
    if let [event] = events.as_slice() {
        lines.extend(place_doubt(store, *event, texts));
        lines.extend(day_doubt(view.share(store, *event), texts));
        return lines;
    }
    let several_places = cluster.stacks.len() > 1;
    lines.extend(events.iter().take(MOST_LISTED).map(|&event| {
        let line = short(store, event, texts);
        if several_places { format!("{} · {line}", place_name(store, event, texts)) } else { line }
    }));
    if events.len() > MOST_LISTED {
        lines.push(texts.count("map-more", events.len() - MOST_LISTED));
    }
    lines.push(if several_places { texts.get("map-closer") } else { texts.get("map-open") });
    lines
}

/// `Somewhere in Badghis`, `Near Kandahar`; nothing where the place is exact.
fn place_doubt(store: &EventStore, event: EventIndex, texts: &Texts) -> Option<String> {
    let place = store.place_of(event)?;
    let name = || name_of(place, texts);
    if place.kind.is_area() {
        Some(texts.with("map-area", [("place", name().into())]))
    } else if store.is_near(event) {
        Some(texts.with("map-near", [("place", name().into())]))
    } else {
        None
    }
}

/// `5 % of its possible days lie in the window`; nothing where all of them do.
#[must_use]
pub(super) fn day_doubt(share: f32, texts: &Texts) -> Option<String> {
    let percent = f64::from((share * 100.0).max(1.0).round());
    (share < 0.995).then(|| texts.with("perhaps", [("percent", percent.into())]))
}

/// The place's name as labels show it.
#[must_use]
pub(super) fn name_of_stack(store: &EventStore, stack: &Stack, texts: &Texts) -> String {
    store.place(stack.place).map_or_else(String::new, |place| name_of(place, texts).to_owned())
}

fn place_name(store: &EventStore, event: EventIndex, texts: &Texts) -> String {
    store.place_of(event).map_or_else(String::new, |place| name_of(place, texts).to_owned())
}

fn kind_name(store: &EventStore, event: EventIndex, texts: &Texts) -> String {
    texts.get(&format!("kind-{}", store.kind(event).name()))
}

fn days(store: &EventStore, event: EventIndex, texts: &Texts) -> String {
    match store.event(event).and_then(|event| event.when.as_ref()) {
        Some(when) => dates::set_words(when, texts),
        None => DateSet::one_of([store.days(event)])
            .map_or_else(|| texts.get("date-unknown"), |when| dates::set_words(&when, texts)),
    }
}
