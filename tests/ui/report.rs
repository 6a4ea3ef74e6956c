//! A whole report and its marks.

use crate::window::Window;
use dateline::ui::Reports;
use dateline::view_state::Tab;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use std::path::Path;

#[test]
fn words_are_found_in_the_open_report_without_their_accents_and_gone_through() {
    let mut window = Window::open();
    window.click(Role::Link, "Open in report");
    window.press_with(Modifiers::COMMAND, Key::F);
    window.type_text("TALIBANS");
    window.wait(3);
    assert!(window.says("1 of "), "no count is shown");
    window.press(Key::Enter);
    assert!(window.says("2 of "));
    window.press_with(Modifiers::SHIFT, Key::Enter);
    assert!(window.says("1 of "));
    window.press(Key::Escape);
    assert!(!window.says("1 of "));
    assert_eq!(window.view().tab, Tab::Report, "Escape closes the search before the report");
    assert_eq!(window.view().filter.text, "");
}

#[test]
fn all_reports_are_listed_again_once_the_open_one_is_closed() {
    let mut window = Window::open();
    window.click(Role::Link, "Open in report");
    window.click(Role::Button, "All reports");
    assert_eq!((window.view().tab, window.view().report), (Tab::Report, None));
    assert!(window.says("Open a report from a quote, or from this list."));
    window.click(Role::Link, "004");
    assert!(window.view().report.is_some());
}

#[test]
fn what_is_planned_or_supposed_is_labelled_in_its_report() {
    let mut window = Window::open();
    window.click(Role::CheckBox, "Not events");
    window.click(Role::Link, "La ville pourrait tomber");
    let store = window.store();
    let document = window.view().report.unwrap().document;
    let unreal = store.mentions_in(document).iter().filter_map(|&index| store.mention(index));
    let unreal: Vec<_> = unreal.filter(|mention| !mention.certainty.is_plotted()).collect();
    assert!(!unreal.is_empty());
    let labels = window.names(Role::Link);
    for mention in unreal {
        let words = mention.trigger.of(&store.document(document).unwrap().text);
        let label = format!(" · “{words}”");
        assert!(labels.iter().any(|name| name.ends_with(&label)), "“{words}” is not labelled");
    }
}

/// A window of a user with that folder and one report in it.
fn window_on(folder: &Path, name: &str, text: &str) -> Window {
    std::fs::write(folder.join(name), format!("{text}\n")).unwrap();
    let mut window = Window::open_of_user(folder, Reports::Paths(vec![folder.join(name)]));
    window.allow_boxes();
    window.press(Key::R);
    window
}

#[test]
fn words_of_a_report_are_selected_copied_and_made_an_event() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_on(folder.path(), "camp.txt", "Guards watched the crossing for hours, officials said.");
    window.click(Role::Link, "camp");
    let line = window.rect("Guards");
    window.drag(line.left_center() + egui::vec2(1.0, 0.0), line.left_center() + egui::vec2(100.0, 0.0));
    assert!(window.names(Role::Button).iter().any(|name| name == "New event…"), "nothing was selected");
    assert!(window.has_at("Guards", line), "the text has moved");
    let copied = window.copied();
    assert!(copied.starts_with("Guards watched") && !copied.contains("officials"), "{copied}");
    window.click(Role::Button, "New event…");
    window.click(Role::Button, "Protest");
    window.click(Role::Button, "Add event");
    window.settle();
    assert_eq!(window.store().len(), 1);
}

#[test]
fn words_from_right_to_left_are_selected_copied_and_made_an_event() {
    let folder = tempfile::tempdir().unwrap();
    let text = "کابل سقوط کرد و مردم گریختند";
    let mut window = window_on(folder.path(), "persian.txt", text);
    window.click(Role::Link, "persian");
    let line = window.rect("کابل");
    // The first words are at the right; the last word of the selection is taken whole.
    let at = |share: f32| egui::pos2(line.right() - share, line.center().y);
    window.drag(at(1.0), at(120.0));
    assert!(window.names(Role::Button).iter().any(|name| name == "New event…"), "nothing was selected");
    let copied = window.copied();
    assert!(text.starts_with(&copied) && copied.starts_with("کابل سقوط"), "{copied}");
    window.click(Role::Button, "New event…");
    window.click(Role::Button, "Protest");
    window.click(Role::Button, "Add event");
    window.settle();
    assert_eq!(window.store().len(), 1);
}

/// The first words of the report under "camp", selected and about to be an event.
fn new_event_form(text: &str) -> (tempfile::TempDir, Window) {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_on(folder.path(), "camp.txt", text);
    window.click(Role::Link, "camp");
    let line = window.rect("Guards");
    window.drag(line.left_center() + egui::vec2(1.0, 0.0), line.left_center() + egui::vec2(100.0, 0.0));
    window.click(Role::Button, "New event…");
    (folder, window)
}

#[test]
fn an_event_of_words_that_tell_neither_place_nor_day_is_given_both_at_once() {
    let (_folder, mut window) = new_event_form("Guards watched the crossing for hours, officials said.");
    assert!(window.says("listed under “Not placed” and “Not dated”"));
    window.click(Role::Button, "Protest");
    window.write_into("Look for a place by name", "hérat");
    window.click(Role::Button, "Herat · city");
    assert!(window.says("Without a day, the event is listed under “Not dated”"));
    window.write_into("Day, month or year", "7 juillet 2021");
    assert!(!window.says("is not on the map"));
    window.click(Role::Button, "Add event");
    window.settle();
    let store = window.store();
    let event = store.events().next().unwrap();
    assert!(store.is_plotted(event));
    assert_eq!(store.place_of(event).unwrap().name, "Herat");
    assert_eq!(store.event(event).unwrap().when.as_ref().unwrap().to_string(), "2021-07-07");
}

#[test]
fn an_event_told_by_hand_is_offered_the_places_and_days_named_next_to_its_words() {
    let (_folder, mut window) =
        new_event_form("Guards watched the crossing for hours. Shops in Kandahar had closed on 5 July 2021.");
    window.click(Role::Button, "Protest");
    window.click(Role::Button, "Kandahar · city");
    window.click(Role::Button, "Monday 5 July 2021");
    window.click(Role::Button, "Add event");
    window.settle();
    let store = window.store();
    let told = |event| store.place_of(event).is_some_and(|place| place.name == "Kandahar");
    let event = store.events().find(|&event| told(event)).unwrap();
    assert_eq!(store.event(event).unwrap().when.as_ref().unwrap().to_string(), "2021-07-05");
}

#[test]
fn an_event_told_by_hand_on_what_is_no_day_is_not_added() {
    let (_folder, mut window) = new_event_form("Guards watched the crossing for hours, officials said.");
    window.click(Role::Button, "Protest");
    window.write_into("Day, month or year", "31 février");
    window.click(Role::Button, "Add event");
    assert!(window.says("“31 février” is no date"));
    assert_eq!(window.store().len(), 0);
}
