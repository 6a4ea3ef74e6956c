//! Moving through time: steps, ends of the window, playing.

use super::*;

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
    assert_eq!(seen, [days("2021-06"), days("2021-07")], "the first is the first in the window");
    view.apply(Command::StepEvent(Direction::Back), &store);
    assert_eq!(store.days(view.selected.unwrap()), days("2021-07-07"));
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
fn a_window_without_a_day_is_none() {
    let store = store();
    let mut view = view(&store, "2021-06");
    let day = days("2021-06-05").start;
    view.apply(Command::SetWindow(DayRange { start: day, end: day }), &store);
    view.apply(Command::SetWindow(DayRange { start: day.plus(3), end: day }), &store);
    view.apply(Command::SetFirstDay(Day::MAX), &store);
    assert_eq!(view.window, days("2021-06"));
}

#[test]
fn a_window_far_outside_all_events_is_empty_and_leads_back() {
    let store = store();
    for far in ["-0500", "1742-05", "9998"] {
        let mut view = view(&store, far);
        assert_eq!(view.shown(&store).count(), 0);
        view.apply(Command::Step(Direction::Forward), &store);
        view.apply(Command::TogglePlay, &store);
        view.apply(Command::Tick(2.0), &store);
        let way = if far == "9998" { Direction::Back } else { Direction::Forward };
        view.apply(Command::GoToEvent(way), &store);
        assert!(view.shown(&store).count() > 0, "{far}");
    }
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
fn playing_passes_over_what_the_axis_cuts_and_shows_it_where_the_axis_is_whole() {
    let store = store();
    let mut view = view(&store, "2018-11");
    view.apply(Command::TogglePlay, &store);
    let tick = |view: &mut ViewState| {
        view.apply(Command::Tick(1.0), &store);
        view.window
    };
    assert_eq!([tick(&mut view), tick(&mut view)], [days("2018-12"), days("2021-06")]);
    view.apply(Command::SetWindow(days("2018-12")), &store);
    view.apply(Command::ToggleBreaks, &store);
    assert_eq!(tick(&mut view), days("2019-01"));
}

#[test]
fn a_paused_view_does_not_move() {
    let store = store();
    let mut view = view(&store, "2021-06");
    view.apply(Command::Tick(100.0), &store);
    assert_eq!(view.window, days("2021-06"));
}
