//! Keys, wherever the focus is.

use crate::window::Window;
use dateline::event::Family;
use dateline::view_state::{Direction, Step, Tab};
use egui::accesskit::Role;
use egui::{Key, Modifiers};

#[test]
fn arrows_step_by_the_calendar_even_with_the_focus_on_a_button() {
    let mut window = Window::open();
    let first = window.view().window;
    window.focus(Role::Button, "Export");
    window.press(Key::ArrowRight);
    assert_eq!(window.view().window, Step::Month.advance(first, Direction::Forward));
    window.press(Key::ArrowLeft);
    assert_eq!(window.view().window, first);
}

#[test]
fn shift_and_an_arrow_go_from_event_to_event() {
    let mut window = Window::open();
    let first = window.view().selected.unwrap();
    window.press_with(Modifiers::SHIFT, Key::ArrowRight);
    let next = window.view().selected.unwrap();
    assert!(next > first);
    window.press_with(Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(window.view().selected, Some(first));
}

#[test]
fn a_number_hides_a_family_and_shows_it_again() {
    let mut window = Window::open();
    window.press(Key::Num1);
    assert!(!window.view().filter.shows_family(Family::Fighting));
    assert!(window.says("without Fighting"));
    window.press(Key::Num1);
    assert!(!window.view().filter.is_active());
}

#[test]
fn space_plays_with_time_that_passes_and_stops_again() {
    let mut window = Window::open();
    window.press(Key::Home);
    let first = window.view().window;
    window.press(Key::Space);
    assert!(window.view().playback.is_playing);
    window.wait(15);
    let after = window.view().window;
    assert!(after.start > first.start, "the window has not moved");
    window.press(Key::Space);
    let stopped = window.view().window;
    window.wait(30);
    assert_eq!(window.view().window, stopped);
}

#[test]
fn a_slash_searches_and_what_is_typed_stays_in_the_field() {
    let mut window = Window::open();
    window.press(Key::Slash);
    let before = window.view().window;
    window.type_text("pourp");
    window.press(Key::Num1);
    window.press(Key::ArrowLeft);
    assert_eq!(window.view().filter.text, "pourp");
    assert_eq!(window.view().window, before);
    assert!(window.view().filter.shows_family(Family::Fighting));
    window.press(Key::Escape);
    assert_eq!(window.view().filter.text, "");
    window.press(Key::ArrowLeft);
    assert_ne!(window.view().window, before);
}

#[test]
fn the_list_of_keys_opens_and_closes() {
    let mut window = Window::open();
    window.press(Key::Questionmark);
    assert!(window.says("One step back or on"));
    window.press(Key::Escape);
    assert!(!window.says("One step back or on"));
}

#[test]
fn letters_change_between_event_report_and_list() {
    let mut window = Window::open();
    for (key, tab) in [(Key::L, Tab::List), (Key::R, Tab::Report), (Key::E, Tab::Event)] {
        window.press(key);
        assert_eq!(window.view().tab, tab);
    }
}

#[test]
fn in_a_report_n_goes_to_the_next_event() {
    let mut window = Window::open();
    window.click(Role::Link, "Open in report");
    let first = window.view().report.unwrap().passage.unwrap();
    window.press(Key::N);
    let next = window.view().report.unwrap().passage.unwrap();
    assert_eq!(next.document, first.document);
    window.press(Key::P);
    assert!(window.view().report.unwrap().passage.unwrap().span <= next.span);
    assert!(next.span >= first.span);
}
