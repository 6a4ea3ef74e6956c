//! Choosing what is shown: kinds, days, words.

use crate::window::Window;
use dateline::day::Day;
use dateline::edtf::DayRange;
use dateline::event::Family;
use dateline::store::EventStore;
use dateline::view_state::{Language, Step};
use egui::Key;
use egui::accesskit::Role;

#[test]
fn a_click_on_a_family_hides_it_and_its_chip_brings_it_back() {
    let mut window = Window::open();
    let before = window.view().shown(window.store()).count();
    window.click(Role::CheckBox, "Fighting");
    assert!(window.view().shown(window.store()).count() < before);
    window.click(Role::Button, "Remove without Fighting");
    assert_eq!(window.view().shown(window.store()).count(), before);
}

#[test]
fn words_without_accents_find_reports_that_have_them() {
    let mut window = Window::open();
    window.press(Key::Slash);
    window.type_text("teheran");
    assert!(window.says("Téhéran"));
    let found = window.view().found().first().copied().unwrap();
    let text = &window.store().document(found.document).unwrap().text;
    assert_eq!(found.span.of(text), "Téhéran");
    window.click(Role::Link, "Téhéran");
    assert_eq!(window.view().report.unwrap().passage, Some(found));
}

#[test]
fn what_is_found_is_in_sight_wherever_the_panel_was_scrolled_to() {
    let mut window = Window::open();
    window.click(Role::CheckBox, "Not events");
    window.bring_into_view(Role::Link, "La ville pourrait tomber");
    window.press(Key::Slash);
    window.type_text("taliban");
    let (heading, search) = (window.rect("In the reports"), window.rect("Kinds"));
    assert!(heading.top() > 40.0 && heading.top() < search.top(), "{heading}");
}

#[test]
fn a_typed_date_moves_the_window_and_what_is_none_is_said() {
    let mut window = Window::open();
    type_into(&mut window, "First day", "1er juin 2021");
    assert_eq!(window.view().window.start, Day::from_ymd(2021, 6, 1).unwrap());
    type_into(&mut window, "Last day", "31/07/2021");
    assert_eq!(window.view().window.end, Day::from_ymd(2021, 8, 1).unwrap());
    let before = window.view().window;
    type_into(&mut window, "First day", "someday");
    assert!(window.says("“someday” is no date"));
    assert_eq!(window.view().window, before);
}

#[test]
fn what_was_refused_as_a_date_goes_when_the_window_moves_or_with_escape_and_moves_no_button() {
    let mut window = Window::open();
    let play = window.rect_of(Role::Button, "Play");
    for key in [Key::ArrowLeft, Key::Escape] {
        type_into(&mut window, "First day", "someday");
        assert!(window.says("“someday” is no date"));
        assert_eq!(window.rect_of(Role::Button, "Play"), play);
        window.press(key);
        assert!(!window.says("someday"), "{key:?}");
    }
    // A date that is not wanted after all is not gone to.
    let before = window.view().window;
    window.focus(Role::TextInput, "First day");
    window.press_with(egui::Modifiers::COMMAND, Key::A);
    window.type_text("1er juin 2021");
    window.press(Key::Escape);
    assert_eq!(window.view().window, before);
}

#[test]
fn the_date_fields_show_the_readers_words_and_take_words_numbers_and_edtf() {
    let mut window = Window::open();
    window.press(Key::End);
    type_into(&mut window, "First day", "2021-07-01");
    type_into(&mut window, "Last day", "12 July 2021");
    assert_eq!((window.text_in("First day"), window.text_in("Last day")), ("1 Jul 2021".into(), "12 Jul 2021".into()));
    type_into(&mut window, "First day", "2021-07-05/2021-07-11");
    assert_eq!(window.text_in("First day"), "5 Jul 2021");
    window.click(Role::Button, "fr");
    assert_eq!((window.text_in("Premier"), window.text_in("Dernier")), ("5 juil. 2021".into(), "11 juil. 2021".into()));
    // What is shown can be changed in a letter, and is read.
    type_into(&mut window, "Premier", "6 juil. 2021");
    assert_eq!(window.view().window.start, Day::from_ymd(2021, 7, 6).unwrap());
}

#[test]
fn the_row_over_the_bars_stays_one_line_whatever_the_days_and_the_language() {
    let mut window = Window::open();
    for language in ["en", "fr"] {
        window.click(Role::Button, language);
        let [first, last, choices] = match language {
            "en" => ["First day", "Last day", "reported"],
            _ => ["Premier", "Dernier", "publié"],
        };
        for days in [["2021-06-28", "2021-07-04"], ["2021-09-29", "2021-09-29"], ["2020-12-28", "2021-01-03"]] {
            type_into(&mut window, first, "2000-01-01");
            type_into(&mut window, last, days[1]);
            type_into(&mut window, first, days[0]);
            let (field, choice) = (window.rect_of(Role::TextInput, first), window.rect_of(Role::Button, choices));
            assert!((field.center().y - choice.center().y).abs() < 6.0, "{language} {days:?}: {field:?} {choice:?}");
        }
    }
}

#[test]
fn where_there_is_no_marker_the_event_panel_says_what_to_do() {
    let mut window = Window::open();
    let edge = window.rect_of(Role::Slider, "Window of days").right();
    window.press(Key::Escape);
    window.wait(6);
    assert_eq!(window.view().selected, None);
    assert!(window.says("Click a marker"));
    assert!((window.rect_of(Role::Slider, "Window of days").right() - edge).abs() < 1.0, "the panel keeps its width");
    type_into(&mut window, "First day", "2017-02-01");
    type_into(&mut window, "Last day", "2017-02-01");
    type_into(&mut window, "First day", "2017-02-01");
    assert!(!window.says("Click a marker"));
    assert!(window.says("No event in these days"));
    window.click(Role::Link, "Next event");
    assert!(window.says("Click a marker"));
    for family in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6] {
        window.press(family);
    }
    assert!(!window.says("Click a marker"));
    window.click(Role::Link, "Show all");
    assert!(window.says("Click a marker"));
}

#[test]
fn where_nothing_was_read_the_event_panel_says_how_to_begin() {
    let window = Window::open_on(EventStore::default(), Language::French);
    assert!(window.says("Ouvrez-en, ou déposez leur dossier"));
}

#[test]
fn a_year_before_the_window_typed_as_its_end_is_shown_whole() {
    let mut window = Window::open();
    type_into(&mut window, "Last day", "2015");
    assert_eq!(window.view().window, Step::Year.around(Day::from_ymd(2015, 1, 1).unwrap()));
}

#[test]
fn an_interval_typed_in_either_field_is_the_window() {
    let mut window = Window::open();
    let day = |month, date| Day::from_ymd(2021, month, date).unwrap();
    type_into(&mut window, "First day", "2021-06-28/2021-07-04");
    assert_eq!(window.view().window, DayRange { start: day(6, 28), end: day(7, 5) });
    type_into(&mut window, "Last day", "2021-06-01/2021-06-10");
    assert_eq!(window.view().window, DayRange { start: day(6, 1), end: day(6, 11) });
}

fn type_into(window: &mut Window, field: &str, text: &str) {
    window.focus(Role::TextInput, field);
    window.press_with(egui::Modifiers::COMMAND, Key::A);
    window.type_text(text);
    window.press(Key::Enter);
}

#[test]
fn g_goes_to_a_date_however_long_ago_and_says_what_is_none() {
    let mut window = Window::open();
    let before = window.view().window;
    window.press(Key::G);
    window.type_text("someday");
    window.press(Key::Enter);
    assert!(window.says("“someday” is no date"));
    window.press(Key::Escape);
    assert_eq!(window.view().window, before);
    for (typed, step, day) in [("July 2021", Step::Month, (2021, 7, 7)), ("5 mars 1415", Step::Day, (1415, 3, 5))] {
        window.press(Key::G);
        window.type_text(typed);
        window.press(Key::Enter);
        let day = Day::from_ymd(day.0, day.1, day.2).unwrap();
        assert_eq!(window.view().window, step.around(day), "{typed}");
    }
    assert!(window.says("5 March 1415"));
}

#[test]
fn the_wheel_widens_the_window_and_with_ctrl_scales_the_axis() {
    let mut window = Window::open();
    type_into(&mut window, "First day", "2021-07-01");
    type_into(&mut window, "Last day", "2021-07-31");
    let over = window.rect_of(Role::Slider, "Window of days").center();
    window.turn_wheel(over, 40.0, egui::Modifiers::NONE);
    assert!(window.says("June – August 2021"));
    window.turn_wheel(over, -40.0, egui::Modifiers::NONE);
    assert_eq!(window.view().window, Step::Month.around(Day::from_ymd(2021, 7, 1).unwrap()));
    let is_day = |name: &String| name.contains("day ") && name.contains(" July 2021: ");
    assert!(!window.names(Role::Button).iter().any(is_day));
    for _ in 0..3 {
        window.turn_wheel(over, 200.0, egui::Modifiers::COMMAND);
    }
    assert!(window.view().axis.visible.is_some());
    assert!(window.names(Role::Button).iter().any(is_day), "days have bars of their own from close by");
    let body = window.rect_of(Role::Slider, "Window of days");
    assert!(body.x_range().contains(over.x), "what was under the pointer still is: {body} {over}");
}

#[test]
fn the_window_and_its_ends_are_dragged() {
    let mut window = Window::open();
    type_into(&mut window, "Last day", "2021-07-31");
    type_into(&mut window, "First day", "2021-07-01");
    let (july, june) = (window.rect_of(Role::Button, "July 2021:"), window.rect_of(Role::Button, "June 2021:"));
    window.drag(july.center(), june.center());
    assert_eq!(window.view().window, Step::Month.around(Day::from_ymd(2021, 6, 1).unwrap()));
    let end = window.rect_of(Role::Slider, "Last day of the window").center();
    window.drag(end, july.center());
    let view = window.view();
    assert_eq!(view.window.start, Day::from_ymd(2021, 6, 1).unwrap());
    let middle = Day::from_ymd(2021, 7, 16).unwrap();
    assert!((view.window.end.number() - middle.number()).abs() <= 2, "{:?}", view.window);
    let start = window.rect_of(Role::Slider, "First day of the window").center();
    window.drag(start, july.center() + egui::vec2(400.0, 0.0));
    let left = window.view().window;
    assert_eq!(left.end.number() - left.start.number(), 1, "an end stops a day before the other");
}

#[test]
fn a_cut_in_the_axis_says_what_is_left_out_and_a_click_shows_it() {
    let mut window = Window::open();
    window.click(Role::Button, "No event: ");
    assert_eq!(window.view().axis.breaks, dateline::view_state::axis::Breaks::Full);
    assert!(!window.names(Role::Button).iter().any(|name| name.starts_with("No event: ")));
}

#[test]
fn a_bar_shows_its_month() {
    let mut window = Window::open();
    window.press(Key::Home);
    window.click(Role::Button, "July 2021:");
    assert_eq!(window.view().window, Step::Month.around(Day::from_ymd(2021, 7, 1).unwrap()));
}

#[test]
fn the_list_follows_the_window_and_picks_events() {
    let mut window = Window::open();
    window.press(Key::L);
    let count = window.view().shown(window.store()).count();
    assert_eq!(window.names(Role::Row).len(), count);
    let last = window.names(Role::Row).pop().unwrap();
    window.click(Role::Row, &last);
    let picked = window.view().selected.unwrap();
    let name = &window.store().place_of(picked).unwrap().name;
    assert!(last.contains(name.as_str()), "{last} is not {name}");
    for family in Family::ALL {
        window.press([Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6][family.index()]);
    }
    assert!(window.names(Role::Row).is_empty());
    assert!(!window.says("No event in these days"), "the filter is why there is none");
    window.click(Role::Link, "Show all");
    assert!(!window.names(Role::Row).is_empty());
}

#[test]
fn a_family_is_unfolded_and_one_of_its_kinds_hidden_with_a_chip() {
    let mut window = Window::open();
    let before = window.view().shown(window.store()).count();
    window.click(Role::DisclosureTriangle, "Show the kinds of Fighting");
    window.click(Role::CheckBox, "Place taken");
    let shown = window.view().shown(window.store()).count();
    assert!(shown < before);
    assert!(window.view().filter.shows_family(Family::Fighting));
    window.click(Role::Button, "Remove without Place taken");
    assert_eq!(window.view().shown(window.store()).count(), before);
}

#[test]
fn what_is_only_claimed_is_shown_alone_and_its_count_says_how_many() {
    let mut window = Window::open();
    window.press(Key::V);
    window.click(Role::DisclosureTriangle, "Certainty");
    window.wait(10);
    let rows = window.names(Role::CheckBox);
    let claimed = rows.iter().find(|name| name.starts_with("claimed,")).expect("a row of what is claimed").clone();
    window.click(Role::CheckBox, &claimed);
    let shown = window.view().shown(window.store()).count();
    assert!(claimed.contains(&format!(", {shown} event")), "{claimed}: {shown}");
    window.click(Role::Button, "Remove claimed");
    assert!(!window.view().filter.is_active());
}
