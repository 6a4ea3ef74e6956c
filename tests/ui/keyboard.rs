//! Keys, wherever the focus is.

use crate::window::{Window, bundled};
use dateline::event::Family;
use dateline::view_state::{Clock, Direction, Language, Step, Tab, WindowMode};
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
fn playing_in_a_loop_starts_over_and_goes_as_fast_as_was_chosen() {
    let mut window = Window::open();
    window.press(Key::Home);
    let first = window.view().window;
    window.press(Key::End);
    window.click(Role::Button, "Loop");
    window.click(Role::ComboBox, "Speed");
    window.click(Role::Button, "8 / s");
    window.press(Key::Escape);
    assert!(window.view().playback.is_looping && window.view().playback.speed > 7.0);
    window.press(Key::Space);
    // From the end on it begins with the first month, and comes round again.
    let (mut rounds, mut was_first) = (0, false);
    for _ in 0..1_500 {
        window.wait(1);
        let is_first = window.view().window == first;
        rounds += usize::from(is_first && !was_first);
        was_first = is_first;
    }
    assert!(rounds >= 2 && window.view().playback.is_playing, "{rounds}");
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

#[test]
fn an_end_of_the_window_is_found_by_name_and_moved_by_keys() {
    let mut window = Window::open();
    let before = window.view().window;
    window.focus(Role::Slider, "Last day of the window");
    window.press(Key::ArrowDown);
    assert_eq!(window.view().window.end, before.end.plus(-1));
    window.press(Key::ArrowUp);
    assert_eq!(window.view().window, before);
    window.focus(Role::Slider, "First day of the window");
    for _ in 0..40 {
        window.press(Key::ArrowUp);
    }
    let after = window.view().window;
    assert_eq!((after.start, after.end), (before.end.plus(-1), before.end), "a day is left");
}

#[test]
fn letters_change_the_clock_and_the_mode_and_the_map_is_moved_by_keys() {
    let mut window = Window::open();
    window.press(Key::C);
    assert_eq!(window.view().clock, Clock::Reported);
    window.press(Key::V);
    assert_eq!(window.view().mode, WindowMode::Cumulative);
    let before = window.view().window;
    for key in [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown] {
        window.press_with(Modifiers::COMMAND, key);
    }
    window.press(Key::Num0);
    assert_eq!(window.view().window, before, "these move the map and not the days");
}

#[test]
fn no_step_moves_the_map_not_even_to_a_month_without_events() {
    let mut window = Window::open();
    window.press(Key::ArrowLeft);
    window.press(Key::ArrowRight);
    let before = window.rect_of(Role::Button, "Qala-i-Naw: ").center();
    window.press(Key::ArrowRight);
    assert!(window.says("No event in these days"));
    let after = window.rect_of(Role::Button, "Qala-i-Naw: ").center();
    assert!(before.distance(after) < 0.5, "{before} {after}");
}

#[test]
fn the_row_over_the_bars_is_one_line_in_any_month_and_both_languages() {
    for (language, first, last) in
        [(Language::English, "Play", "Show empty stretches"), (Language::French, "Lire", "Montrer les périodes vides")]
    {
        let mut window = Window::open_on(bundled(), language);
        for key in [Key::End, Key::Home] {
            window.press(key);
            let (first, last) = (window.rect_of(Role::Button, first), window.rect_of(Role::Button, last));
            assert!((first.center().y - last.center().y).abs() < 3.0, "{language:?} {key:?}: {first} {last}");
        }
    }
}

#[test]
fn whose_the_data_are_is_said() {
    let mut window = Window::open();
    window.click(Role::Button, "GeoNames, Natural Earth");
    assert!(window.says("Unicode CLDR"));
    assert!(window.says("CC BY 4.0"));
    window.press(Key::Escape);
    assert!(!window.says("Unicode CLDR"));
}
