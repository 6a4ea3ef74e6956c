//! The first look, and from there to the words behind a marker.

use crate::window::Window;
use dateline::collection::Collection;
use dateline::day::Day;
use dateline::event::EventKind;
use dateline::problem::Problem;
use dateline::store::EventStore;
use dateline::ui::Reports;
use dateline::view_state::{Language, Step, WindowMode};
use egui::Key;
use egui::accesskit::Role;

fn july() -> dateline::edtf::DayRange {
    Step::Month.around(Day::from_ymd(2021, 7, 1).unwrap())
}

#[test]
fn the_first_look_is_on_the_month_with_most_events_with_one_selected_and_read() {
    let window = Window::open();
    let (view, store) = (window.view(), window.store());
    let sure_in = |month: dateline::edtf::DayRange| {
        let all = store.events().filter(|&event| store.is_plotted(event)).map(|event| store.days(event));
        all.filter(|days| days.start >= month.start && days.end <= month.end).count()
    };
    let shown = sure_in(view.window);
    assert!(shown >= 3, "only {shown} events in the first month shown");
    for month in Step::Month.cover(view.timeline(store).extent().unwrap(), 10_000) {
        assert!(sure_in(month) <= shown);
    }
    assert!(view.selected.is_some());
    assert!(window.says("Open in report"));
}

#[test]
fn a_start_without_reports_of_ones_own_says_that_there_are_examples_and_how_to_begin() {
    let mut window = Window::open_reading(Reports::Bundled);
    window.wait_for("the reports", |window| !window.app().is_reading());
    assert!(window.says("These reports are examples"));
    assert!(window.says("Drag the window of days below"));
    window.press(Key::ArrowLeft);
    assert!(!window.says("Drag the window of days below"), "it is said until it is done");
}

#[test]
fn from_the_start_to_the_words_behind_qala_i_naw() {
    let mut window = Window::open();
    // Two months back, so that there is a way to go whatever month was shown first.
    window.press(Key::ArrowLeft);
    window.press(Key::ArrowLeft);
    let before = window.view().window;
    for _ in 0..12 {
        if window.view().window == july() {
            break;
        }
        window.press(Key::ArrowRight);
    }
    assert_eq!(window.view().window, july());
    assert_ne!(before, july());
    assert!(window.says("July 2021"));
    select(&mut window, "Qala-i-Naw", EventKind::Capture);
    assert!(window.says("Wednesday 7 July 2021"));
    let quote = "sont entrés mercredi matin dans Qala-i-Naw";
    assert!(window.says(quote), "no quote holds the words");
    window.click(Role::Link, "Open in report");
    assert!(window.says("Entamé en mai, le retrait des troupes américaines"), "the rest of the report is not there");
}

/// Clicks the marker of a place; where several events stand there, the one of that kind.
fn select(window: &mut Window, place: &str, kind: EventKind) {
    window.click(Role::Button, place);
    let is_there = |window: &Window| {
        let store = window.store();
        window
            .view()
            .selected
            .is_some_and(|event| store.kind(event) == kind && store.place_of(event).is_some_and(|at| at.name == place))
    };
    if !is_there(window) {
        window.click(Role::Button, &format!("{place}: Place taken"));
    }
    assert!(is_there(window));
}

#[test]
fn a_town_that_might_fall_is_in_a_tray_and_not_on_the_map() {
    let mut window = Window::open();
    window.click(Role::CheckBox, "Not events");
    assert!(window.says("La ville pourrait tomber"));
    let store = window.store();
    for event in store.events() {
        for (_, mention) in store.mentions_of(event) {
            let text = &store.document(mention.document).unwrap().text;
            assert!(!mention.quote.of(text).contains("La ville pourrait tomber"));
        }
    }
}

#[test]
fn every_word_of_the_window_is_there_in_french() {
    let window = Window::open_on(crate::window::bundled(), Language::French);
    assert!(window.says("Diplomatie"));
    assert!(window.says("Ouvrir dans l’article"));
    assert!(!window.says("Open in report"));
}

#[test]
fn a_window_without_reports_opens_and_moves() {
    let mut window = Window::open_on(EventStore::default(), Language::English);
    for key in [Key::ArrowRight, Key::Home, Key::End, Key::Space, Key::L, Key::R, Key::Escape] {
        window.press(key);
    }
    assert!(window.says("Fighting"));
    assert!(!window.says("1970"), "no days are shown that no report tells of");
}

#[test]
fn where_nothing_was_found_the_window_says_what_to_do() {
    let problems = vec![Problem::failure("folder", "holds no reports")];
    let store = EventStore::new(Collection { problems, ..Collection::default() }, |_| None);
    let window = Window::open_on(store, Language::English);
    assert!(window.says("No event with a place and a day"));
}

#[test]
fn cumulative_is_a_click_and_shows_what_was_before() {
    let mut window = Window::open();
    let before = window.view().shown(window.store()).count();
    window.press(Key::End);
    window.click(Role::Button, "cumulative");
    assert_eq!(window.view().mode, WindowMode::Cumulative);
    let all = window.view().shown(window.store()).count();
    assert!(all > before);
    assert!(window.says(&format!("List ({all})")));
}

#[test]
fn a_window_of_400_by_300_points_shows_one_thing_at_a_time() {
    let mut window = Window::open();
    window.resize(400.0, 300.0);
    assert!(window.says("Map of the events"));
    assert!(!window.says("Open in report"));
    window.click(Role::Button, "Event and reports");
    assert!(window.says("Open in report"));
    window.click(Role::Button, "Filters");
    assert!(window.says("Fighting"));
    window.press(Key::Escape);
    assert!(window.says("Map of the events"));
    window.press(Key::Questionmark);
    let close = window.rect_of(Role::Button, "Close");
    assert!(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(400.0, 300.0)).contains_rect(close), "{close}");
    window.press(Key::Escape);
    window.press(Key::ArrowLeft);
    window.resize(1280.0, 800.0);
    assert!(window.says("Open in report") && window.says("Fighting"));
}
