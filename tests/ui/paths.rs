//! Paths that are typed, and what is wrong with files, told in words that lead somewhere.

use crate::window::Window;
use dateline::view_state::{Language, Tab};
use egui::Key;
use egui::accesskit::Role;
use std::fs;

const FIELD: &str = "Reports, or a folder of them:";

fn open_path_bar(window: &mut Window) {
    window.click(Role::Button, "Open…");
    window.click(Role::Button, "Type a path…");
}

#[test]
fn a_typed_path_is_opened_and_one_to_nothing_is_refused_in_the_line() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "Fighters attacked a convoy in Kunduz on 7 July 2021.").unwrap();
    let mut window = Window::open();
    open_path_bar(&mut window);
    window.write_into(FIELD, "/no/such/folder");
    window.press(Key::Enter);
    assert!(window.says("Nothing is there."));
    assert!(window.store().documents().len() > 1, "what was open stays");
    window.write_into(FIELD, &folder.path().display().to_string());
    window.press(Key::Enter);
    window.wait_for("the report", |window| window.store().documents().len() == 1);
    assert!(!window.says(FIELD));
}

#[test]
fn escape_leaves_the_line_and_nothing_else() {
    let mut window = Window::open();
    let selected = window.view().selected;
    open_path_bar(&mut window);
    assert!(window.says(FIELD));
    window.press(Key::Escape);
    assert!(!window.says(FIELD));
    assert_eq!(window.view().selected, selected);
}

#[test]
fn a_problem_with_a_date_is_in_the_language_of_the_window_and_opens_its_words() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Des combats ont éclaté à Kunduz mardi 7 juillet 2021, selon la police.";
    fs::write(folder.path().join("a.txt"), text).unwrap();
    fs::write(folder.path().join("image.txt"), b"\x89PNG\r\n\x1a\n\0").unwrap();
    let mut window = Window::open_on(dateline::store::EventStore::default(), Language::French);
    window.app_mut().open(dateline::ui::Reports::Paths(vec![folder.path().to_path_buf()]));
    window.wait_for("the report", |window| window.store().documents().len() == 1);
    window.click(Role::CheckBox, "Problèmes");
    assert!(window.says("pas un fichier de texte (une image)"));
    window.click(Role::Link, "le 7 juillet 2021 était un mercredi, et non un mardi");
    let (view, store) = (window.view(), window.store());
    assert_eq!(view.tab, Tab::Report);
    let passage = view.report.unwrap().passage.unwrap();
    assert_eq!(passage.span.of(&store.document(passage.document).unwrap().text), "mardi 7 juillet 2021");
}

#[test]
fn those_who_take_part_are_named_in_french() {
    let mut window = Window::open_on(crate::window::bundled(), Language::French);
    window.click(Role::DisclosureTriangle, "Acteurs");
    assert!(window.says("talibans") && window.says("gouvernement"));
    assert!(!window.says("Taliban,") && !window.says("government"));
}
