//! A whole report and its marks.

use crate::window::Window;
use dateline::view_state::Tab;
use egui::accesskit::Role;
use egui::{Key, Modifiers};

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
