//! What the window keeps from run to run.

use crate::window::{Window, bundled};
use dateline::view_state::axis::Breaks;
use dateline::view_state::{Language, Step, Theme, WindowMode};
use egui::Key;
use egui::accesskit::Role;

#[test]
fn what_was_chosen_is_there_in_the_next_run() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("window.toml");
    let mut window = Window::open_remembering(bundled(), &file);
    window.click(Role::Button, "Dark");
    window.press(Key::V);
    window.click(Role::Button, "Show empty stretches");
    window.click(Role::ComboBox, "Step");
    window.click(Role::Button, "quarter");
    window.click(Role::Button, "fr");
    assert!(window.says("Diplomatie"));
    let shown = window.view().window;
    drop(window);
    let mut window = Window::open_remembering(bundled(), &file);
    let view = window.view();
    assert_eq!((view.language, view.theme), (Language::French, Theme::Dark));
    assert_eq!((view.step, view.mode, view.axis.breaks), (Step::Quarter, WindowMode::Cumulative, Breaks::Full));
    assert_eq!(view.window, Step::Quarter.around(shown.start));
    assert!(window.says("Diplomatie"));
    window.press(Key::ArrowLeft);
    assert_eq!(window.view().window.end, shown.start);
}

#[test]
fn the_width_of_a_panel_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("window.toml");
    let mut window = Window::open_remembering(bundled(), &file);
    let before = window.rect_of(Role::Link, "Open in report").left();
    let edge = egui::pos2(1280.0 - 372.0, 300.0);
    window.drag(edge, edge - egui::vec2(80.0, 0.0));
    let after = window.rect_of(Role::Link, "Open in report").left();
    assert!(after < before - 60.0, "{before} {after}");
    window.wait(3);
    drop(window);
    let window = Window::open_remembering(bundled(), &file);
    let again = window.rect_of(Role::Link, "Open in report").left();
    assert!((again - after).abs() < 2.0, "{after} {again}");
}

#[test]
fn a_file_that_is_broken_or_cannot_be_written_stops_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let in_the_way = folder.path().join("a file");
    std::fs::write(&in_the_way, "step = [").unwrap();
    for file in [in_the_way.clone(), in_the_way.join("window.toml")] {
        let mut window = Window::open_remembering(bundled(), &file);
        assert_eq!(window.view().step, Step::Month);
        window.press(Key::V);
        window.press(Key::ArrowLeft);
        assert_eq!(window.view().mode, WindowMode::Cumulative);
    }
}
