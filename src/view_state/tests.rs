//! The view over a store made by hand.

mod clocks;
mod time;

use super::*;
use crate::edtf::DateSet;
use crate::event::{EventKind, Family};
use crate::store::{EventRow, PlaceRow, StoredPlace};

fn days(edtf: &str) -> DayRange {
    DateSet::parse(edtf).unwrap().ranges()[0]
}

fn row(kind: EventKind, edtf: &str) -> EventRow {
    EventRow { kind, place: Some(PlaceRow(0)), when: DateSet::parse(edtf).ok() }
}

/// Two events in June, three in July, one dated to the month of July, one to 2018.
fn store() -> EventStore {
    let mut rows = vec![
        row(EventKind::Clash, "2021-06-20"),
        row(EventKind::Clash, "2021-06-22"),
        row(EventKind::Capture, "2021-07-07"),
        row(EventKind::Talks, "2021-07-07"),
        row(EventKind::Bombing, "2021-07-31"),
        row(EventKind::Withdrawal, "2021-07"),
        row(EventKind::Bombing, "2018"),
    ];
    rows.push(EventRow { kind: EventKind::Arrest, place: Some(PlaceRow(1)), when: None });
    rows.push(EventRow { kind: EventKind::Arrest, place: None, when: DateSet::parse("2021-07-01").ok() });
    EventStore::from_rows(
        rows,
        vec![StoredPlace::town("Kunduz", 36.73, 68.86), StoredPlace::town("Farah", 32.37, 62.11)],
    )
}

fn view(store: &EventStore, window: &str) -> ViewState {
    let mut view = ViewState::new(store);
    view.apply(Command::SetWindow(days(window)), store);
    view
}

fn shown(view: &ViewState, store: &EventStore) -> Vec<EventKind> {
    view.shown(store).map(|event| store.kind(event)).collect()
}

#[test]
fn the_first_look_is_on_the_month_with_most_events_with_one_selected() {
    let store = store();
    let view = ViewState::new(&store);
    assert_eq!(view.window, days("2021-07"));
    assert!(view.selected.is_some());
}

#[test]
fn a_store_without_events_is_looked_at_without_panic() {
    let store = EventStore::default();
    let mut view = ViewState::new(&store);
    assert_eq!(view.selected, None);
    for command in [
        Command::Step(Direction::Forward),
        Command::StepEvent(Direction::Back),
        Command::GoFirst,
        Command::TogglePlay,
        Command::Tick(5.0),
        Command::GoToSelected,
        Command::ZoomAxis(2.0, Day::from_number(0)),
        Command::Escape,
    ] {
        view.apply(command, &store);
    }
}

#[test]
fn an_event_on_the_31st_is_in_its_month_and_in_no_other() {
    let store = store();
    assert!(shown(&view(&store, "2021-07"), &store).contains(&EventKind::Bombing));
    assert!(!shown(&view(&store, "2021-08"), &store).contains(&EventKind::Bombing));
    assert!(!shown(&view(&store, "2021-06"), &store).contains(&EventKind::Bombing));
}

#[test]
fn a_year_is_shown_in_each_of_its_months_with_its_share() {
    let store = store();
    let view = view(&store, "2018-01");
    assert_eq!(shown(&view, &store), [EventKind::Bombing]);
    let event = view.shown(&store).next().unwrap();
    assert!((store.on(Clock::Happened).share(event, view.window) - 31.0 / 365.0).abs() < 1e-6);
}

#[test]
fn one_of_several_days_is_not_shown_between_them() {
    let store = EventStore::from_rows(
        vec![row(EventKind::Clash, "[2019-01-01,2019-01-29]")],
        vec![StoredPlace::town("A", 1.0, 1.0)],
    );
    assert_eq!(view(&store, "2019-01-10").shown(&store).count(), 0);
    assert_eq!(view(&store, "2019-01-29").shown(&store).count(), 1);
}

#[test]
fn what_has_no_place_or_no_day_is_in_a_tray_and_not_on_the_map() {
    let store = store();
    assert_eq!(store.not_placed().count(), 1);
    assert_eq!(store.not_dated().count(), 1);
    let mut all = view(&store, "2021-12");
    all.apply(Command::SetMode(WindowMode::Cumulative), &store);
    assert_eq!(all.shown(&store).count(), 7);
}

#[test]
fn families_are_hidden_and_shown_again() {
    let store = store();
    let mut view = view(&store, "2021-07");
    view.apply(Command::ToggleFamily(Family::RemoteViolence), &store);
    assert!(!shown(&view, &store).contains(&EventKind::Bombing));
    view.apply(Command::OnlyFamily(Family::Diplomacy), &store);
    assert_eq!(shown(&view, &store), [EventKind::Talks]);
    view.apply(Command::ClearFilter, &store);
    assert_eq!(view.shown(&store).count(), 4);
}

#[test]
fn the_selection_outlives_a_step_and_is_found_again() {
    let store = store();
    let mut view = ViewState::new(&store);
    let selected = view.selected;
    view.apply(Command::Step(Direction::Forward), &store);
    assert_eq!(view.selected, selected);
    assert!(!view.is_shown(&store, selected.unwrap()));
    view.apply(Command::GoToSelected, &store);
    assert!(view.is_shown(&store, selected.unwrap()));
}

#[test]
fn a_month_is_faded_over_its_weeks_and_a_day_is_not() {
    let store = store();
    let axis = axis::Axis::new(&[axis::Stretch { days: days("2021-07"), detail: axis::Detail::Days }], None, 140.0);
    let histogram = histogram::Histogram::new(&store, Clock::Happened, &Filter::default(), &axis);
    assert_eq!(histogram.bars.len(), 5);
    let moves = Family::Moves.index();
    assert!(histogram.bars.iter().all(|bar| bar.possible[moves] == 1 && bar.certain[moves] == 0));
    assert_eq!(histogram.bars.iter().map(|bar| bar.certain.iter().sum::<u32>()).sum::<u32>(), 3);
}

#[test]
fn a_point_picked_for_one_event_is_none_for_another_and_escape_gives_it_up() {
    let store = store();
    let mut view = view(&store, "2021-07");
    let point = Point { latitude: 36.7, longitude: 68.9 };
    let events: Vec<EventIndex> = view.shown(&store).collect();
    let pick = |view: &mut ViewState| {
        view.apply(Command::SelectEvent(events[0]), &store);
        view.apply(Command::Correct(CorrectCommand::Pick(true)), &store);
        view.apply(Command::Correct(CorrectCommand::Picked(point)), &store);
        assert_eq!((view.is_picking, view.picked_point()), (false, Some(point)));
    };
    pick(&mut view);
    view.apply(Command::SelectEvent(events[1]), &store);
    assert_eq!(view.picked_point(), None);
    pick(&mut view);
    view.apply(Command::Escape, &store);
    assert_eq!((view.picked_point(), view.selected), (None, Some(events[0])));
}
