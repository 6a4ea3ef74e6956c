//! The view over a store made by hand.

use super::*;
use crate::edtf::DateSet;
use crate::event::{EventKind, Family};
use crate::gazetteer::{PlaceKind, Point};
use crate::store::{Cell, EventRow, PlaceRow, StoredPlace};

fn days(edtf: &str) -> DayRange {
    DateSet::parse(edtf).unwrap().ranges()[0]
}

fn place(name: &str, latitude: f64, longitude: f64) -> StoredPlace {
    let point = Point { latitude, longitude };
    StoredPlace { id: name.to_owned(), name: name.to_owned(), kind: PlaceKind::City, country: "AF".to_owned(), point }
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
    EventStore::from_rows(rows, vec![place("Kunduz", 36.73, 68.86), place("Farah", 32.37, 62.11)])
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
    assert!((store.share(event, view.window) - 31.0 / 365.0).abs() < 1e-6);
}

#[test]
fn one_of_several_days_is_not_shown_between_them() {
    let store =
        EventStore::from_rows(vec![row(EventKind::Clash, "[2019-01-01,2019-01-29]")], vec![place("A", 1.0, 1.0)]);
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
fn cumulative_shows_all_until_the_end_of_the_window() {
    let store = store();
    let mut view = view(&store, "2021-06");
    view.apply(Command::SetMode(WindowMode::Cumulative), &store);
    assert_eq!(view.shown(&store).count(), 3);
}

#[test]
fn a_change_of_step_keeps_the_position() {
    let store = store();
    let mut view = view(&store, "2021-06");
    view.apply(Command::Deselect, &store);
    for (step, expected) in [(Step::Year, "2021"), (Step::Month, "2021-06"), (Step::Day, "2021-06-01")] {
        view.apply(Command::SetStep(step), &store);
        assert_eq!(view.window, days(expected));
    }
}

#[test]
fn a_shorter_step_goes_to_the_selected_event() {
    let store = store();
    let mut view = view(&store, "2021-07");
    let bombing = view.shown(&store).find(|&event| store.days(event) == days("2021-07-31")).unwrap();
    view.apply(Command::SelectEvent(bombing), &store);
    view.apply(Command::SetStep(Step::Day), &store);
    assert_eq!(view.window, days("2021-07-31"));
}

#[test]
fn stepping_by_event_moves_the_window_only_where_needed() {
    let store = store();
    let mut view = view(&store, "2021-06");
    view.apply(Command::Deselect, &store);
    let mut seen = Vec::new();
    for _ in 0..8 {
        view.apply(Command::StepEvent(Direction::Forward), &store);
        assert!(view.is_shown(&store, view.selected.unwrap()));
        seen.push(view.window);
    }
    seen.dedup();
    assert_eq!(seen, [days("2018-01"), days("2021-06"), days("2021-07")]);
    view.apply(Command::StepEvent(Direction::Back), &store);
    assert_eq!(store.days(view.selected.unwrap()), days("2021-07-07"));
}

#[test]
fn playing_moves_by_the_calendar_and_ends_on_the_last_day() {
    let store = store();
    let mut view = view(&store, "2021-05");
    view.apply(Command::TogglePlay, &store);
    let mut windows = Vec::new();
    for _ in 0..60 {
        view.apply(Command::Tick(0.25), &store);
        windows.push(view.window);
    }
    windows.dedup();
    assert_eq!(windows, [days("2021-05"), days("2021-06"), days("2021-07")]);
    assert!(!view.playback.is_playing);
}

#[test]
fn playing_again_at_the_end_starts_over_and_a_loop_goes_on() {
    let store = store();
    let mut view = view(&store, "2021-07");
    view.apply(Command::ToggleLoop, &store);
    view.apply(Command::TogglePlay, &store);
    assert_eq!(view.window, days("2018-01"));
    view.apply(Command::SetWindow(days("2021-07")), &store);
    view.apply(Command::Tick(1.0), &store);
    assert_eq!(view.window, days("2018-01"));
    assert!(view.playback.is_playing);
}

#[test]
fn a_paused_view_does_not_move() {
    let store = store();
    let mut view = view(&store, "2021-06");
    view.apply(Command::Tick(100.0), &store);
    assert_eq!(view.window, days("2021-06"));
}

#[test]
fn ends_set_past_each_other_leave_a_window_of_a_day() {
    let store = store();
    let mut view = view(&store, "2021-06");
    view.apply(Command::SetFirstDay(days("2021-08-15").start), &store);
    assert_eq!(view.window, days("2021-08-15"));
    view.apply(Command::SetLastDay(days("2021-07-01").start), &store);
    assert_eq!(view.window, days("2021-07-01"));
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
fn a_cell_counts_what_meets_the_window() {
    let store = store();
    let kunduz = Cell::at(Point { latitude: 36.73, longitude: 68.86 }, 8);
    let farah = Cell::at(Point { latitude: 32.37, longitude: 62.11 }, 8);
    for (window, expected) in [("2021-07", 4), ("2021-06", 2), ("2018-03-04", 1), ("2019", 0), ("2021-07-31", 2)] {
        assert_eq!(store.cells(8).count(kunduz, days(window)), expected, "{window}");
        assert_eq!(store.cells(8).count(farah, days(window)), 0, "{window}");
        assert_eq!(store.cells(0).count(Cell { x: 0, y: 0 }, days(window)), expected, "{window}");
    }
}

#[test]
fn a_month_is_faded_over_its_weeks_and_a_day_is_not() {
    let store = store();
    let axis = axis::Axis::new(&[axis::Stretch { days: days("2021-07"), detail: axis::Detail::Days }], None, 140.0);
    let histogram = histogram::Histogram::new(&store, &Filter::default(), &axis);
    assert_eq!(histogram.bars.len(), 5);
    let moves = Family::Moves.index();
    assert!(histogram.bars.iter().all(|bar| bar.possible[moves] == 1 && bar.certain[moves] == 0));
    assert_eq!(histogram.bars.iter().map(|bar| bar.certain.iter().sum::<u32>()).sum::<u32>(), 3);
}
