//! Corrections, made in the window, seen in the window.

use crate::window::Window;
use dateline::event::EventKind;
use dateline::store::{EventIndex, EventStore};
use dateline::view_state::Tab;
use egui::accesskit::Role;
use egui::{Key, Modifiers};

/// A window on the taking of Qala-i-Naw.
fn at_qala_i_naw() -> (Window, EventIndex) {
    let mut window = Window::open();
    let event = window.select_event(|store, event| {
        store.kind(event) == EventKind::Capture
            && place(store, event) == "Qala-i-Naw"
            && day(store, event) == "2021-07-07"
    });
    (window, event)
}

fn place(store: &EventStore, event: EventIndex) -> String {
    store.place_of(event).map_or_else(String::new, |place| place.name.clone())
}

fn day(store: &EventStore, event: EventIndex) -> String {
    store.event(event).and_then(|event| event.when.as_ref()).map_or_else(String::new, ToString::to_string)
}

fn selected(window: &Window) -> EventIndex {
    window.view().selected.expect("nothing is selected")
}

#[test]
fn another_day_is_typed_shown_as_corrected_undone_and_redone() {
    let (mut window, _) = at_qala_i_naw();
    window.click(Role::Button, "Correct: day");
    window.write_into("Day, month or year", "8 juillet 2021");
    window.write_into("Note", "the governor's own account");
    window.click(Role::Button, "Set this day");
    window.settle();
    assert_eq!(day(window.store(), selected(&window)), "2021-07-08");
    assert!(window.says("Corrected: day"));
    assert!(window.says("Thursday 8 July 2021"));
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert_eq!(day(window.store(), selected(&window)), "2021-07-07");
    assert!(!window.says("Corrected: day"));
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    window.settle();
    assert_eq!(day(window.store(), selected(&window)), "2021-07-08");
}

#[test]
fn what_is_no_day_is_said_and_nothing_is_corrected() {
    let (mut window, _) = at_qala_i_naw();
    window.click(Role::Button, "Correct: day");
    window.write_into("Day, month or year", "31 février");
    window.click(Role::Button, "Set this day");
    window.wait(5);
    assert!(window.says("“31 février” is no date"));
    assert_eq!(window.app().log().entries().count(), 0);
}

#[test]
fn another_place_of_the_gazetteer_is_found_by_name() {
    let (mut window, _) = at_qala_i_naw();
    window.click(Role::Button, "Correct: place");
    window.write_into("Look for a place by name", "hérat");
    window.click(Role::Button, "Herat · city");
    window.settle();
    assert_eq!(place(window.store(), selected(&window)), "Herat");
    assert!(window.says("Corrected: place"));
}

#[test]
fn a_click_on_the_map_adds_a_place_of_ones_own() {
    let (mut window, _) = at_qala_i_naw();
    window.click(Role::Button, "Correct: place");
    window.click(Role::Button, "Click on the map");
    assert!(window.view().is_picking);
    window.click_at(egui::pos2(420.0, 160.0));
    assert!(!window.view().is_picking);
    window.write_into("Name of this place", "Checkpoint 7");
    window.click(Role::Button, "Put it here");
    window.settle();
    assert_eq!(place(window.store(), selected(&window)), "Checkpoint 7");
    let markers = window.names(Role::Button);
    assert!(
        markers.iter().any(|name| name.starts_with("Checkpoint 7: ") && name.ends_with(", corrected")),
        "{markers:?}"
    );
}

#[test]
fn all_mentions_of_a_name_go_along() {
    let (mut window, event) = at_qala_i_naw();
    let store = window.store();
    let before = store.events().filter(|&other| place(store, other) == "Qala-i-Naw").count();
    assert!(before > 1);
    let _ = event;
    window.click(Role::Button, "Correct: place");
    window.click(Role::CheckBox, "all mentions of");
    window.write_into("Look for a place by name", "Herat");
    window.click(Role::Button, "Herat · city");
    window.settle();
    let store = window.store();
    let after = store.events().filter(|&other| place(store, other) == "Qala-i-Naw").count();
    assert!(after < before, "{after} of {before} events are still there");
}

#[test]
fn escape_leaves_the_form_of_a_correction_before_the_event() {
    let (mut window, event) = at_qala_i_naw();
    window.click(Role::Button, "Correct: kind");
    assert!(window.says("Air strike"));
    window.press(Key::Escape);
    assert!(!window.says("Air strike"));
    assert_eq!(selected(&window), event);
    window.press(Key::Escape);
    assert_eq!(window.view().selected, None);
}

#[test]
fn an_event_that_is_denied_after_all_leaves_the_map_with_a_line_and_the_way_back() {
    let (mut window, event) = at_qala_i_naw();
    let before = window.store().event(event).unwrap().id.clone();
    window.click(Role::Button, "Correct: certainty");
    window.click(Role::Button, "denied");
    window.settle();
    assert!(window.says("No longer counted as an event"));
    window.click(Role::Button, "Undo");
    window.settle();
    assert_eq!(window.store().event(selected(&window)).unwrap().id, before);
}

#[test]
fn another_kind_moves_the_event_to_its_family() {
    let (mut window, _) = at_qala_i_naw();
    window.click(Role::Button, "Correct: kind");
    window.click(Role::Button, "Air strike");
    window.settle();
    assert_eq!(window.store().kind(selected(&window)), EventKind::AirStrike);
}

#[test]
fn what_is_no_event_leaves_the_map_and_comes_back() {
    let (mut window, _) = at_qala_i_naw();
    let before = window.store().len();
    window.click(Role::Button, "not an event");
    window.settle();
    assert!(window.store().len() < before);
    assert_eq!(window.view().selected, None);
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert_eq!(window.store().len(), before);
}

#[test]
fn a_quote_is_split_off_and_an_event_is_joined() {
    let mut window = Window::open();
    window.select_event(|store, event| store.mentions_of(event).count() > 1);
    let before = window.store().len();
    window.click(Role::Button, "Correct: one event?");
    window.click(Role::Button, "Split this quote off");
    window.settle();
    assert_eq!(window.store().len(), before + 1);
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert_eq!(window.store().len(), before);
}

#[test]
fn a_figure_is_changed() {
    let mut window = Window::open();
    let event =
        window.select_event(|store, event| store.mentions_of(event).any(|(_, mention)| !mention.claims.is_empty()));
    let (_, mention) = window.store().mentions_of(event).find(|(_, mention)| !mention.claims.is_empty()).unwrap();
    let span = mention.claims.first().unwrap().span;
    window.click(Role::Button, "Correct: figures");
    window.write_into("at least", "4321");
    window.write_into("at most", "5432");
    window.click(Role::Button, "Save figure");
    window.settle();
    let store = window.store();
    let claims = store.mentions_of(selected(&window)).flat_map(|(_, mention)| &mention.claims);
    let figure = claims.into_iter().find(|claim| claim.span == span).map(|claim| (claim.low, claim.high));
    assert_eq!(figure, Some((4321, Some(5432))));
}

#[test]
fn words_selected_in_a_report_make_a_new_event() {
    let mut window = Window::open();
    window.click(Role::Link, "Open in report");
    let before = window.store().len();
    let line = window.line_at(egui::pos2(1000.0, 500.0));
    window.drag(line, line + egui::vec2(150.0, 0.0));
    assert!(window.names(Role::Button).iter().any(|name| name == "New event…"), "nothing was selected");
    window.click(Role::Button, "New event…");
    window.click(Role::Button, "Protest");
    window.click(Role::Button, "Add event");
    window.settle();
    assert_eq!(window.store().len(), before + 1);
    assert_eq!(window.store().kind(selected(&window)), EventKind::Protest);
    assert!(window.says("Corrected: told by hand"));
}

#[test]
fn corrections_are_listed_with_what_was_before_and_can_be_taken_back() {
    let (mut window, _) = at_qala_i_naw();
    window.click(Role::Button, "Correct: day");
    window.write_into("Note", "own notes");
    window.write_into("Day, month or year", "2021-07-08");
    window.click(Role::Button, "Set this day");
    window.settle();
    window.click(Role::Link, "Corrected: day");
    assert_eq!(window.view().tab, Tab::Corrections);
    assert!(window.says("Wednesday 7 July 2021 → Thursday 8 July 2021"));
    assert!(window.says("own notes"));
    window.click(Role::Link, "Take back");
    window.settle();
    assert_eq!(day(window.store(), selected(&window)), "2021-07-07");
    assert!(window.says("Taken back: 1"));
}
