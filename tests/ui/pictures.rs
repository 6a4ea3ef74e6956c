//! Pictures of the map, still and moving, from the window.

use crate::window::Window;
use dateline::ui::Sight;
use egui::Key;
use egui::accesskit::Role;
use std::fs;

#[test]
fn an_animation_has_a_map_for_each_step_of_the_run() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("run.gif");
    let mut window = Window::open();
    // Of one family alone: the run is of what is chosen.
    window.press(Key::Num1);
    let steps = window.view().run(window.store()).len();
    assert!(steps > 1);
    window.app_mut().draw(Sight::Run, file.clone());
    window.wait_for("the animation", |window| window.says("maps are written to"));
    let bytes = fs::read(&file).unwrap();
    let mut decoder = gif::DecodeOptions::new().read_info(bytes.as_slice()).unwrap();
    let mut pictures = 0;
    while decoder.read_next_frame().unwrap().is_some() {
        pictures += 1;
    }
    assert_eq!(pictures, steps);
}

#[test]
fn an_animation_that_is_cancelled_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    window.app_mut().draw(Sight::Run, folder.path().join("run.gif"));
    window.wait(1);
    window.click(Role::Button, "Cancel");
    window.wait_for("the end", |window| window.says("nothing was written"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_picture_is_svg_or_png_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    for (name, begins) in [("map.svg", &b"<?xml"[..]), ("map.png", &b"\x89PNG"[..])] {
        let file = folder.path().join(name);
        window.app_mut().draw(Sight::Now, file.clone());
        window.wait_for("the picture", |_| file.exists());
        assert!(fs::read(&file).unwrap().starts_with(begins), "{name}");
    }
}

#[test]
fn escape_closes_a_menu_and_nothing_else() {
    let mut window = Window::open();
    let selected = window.view().selected;
    assert!(selected.is_some());
    window.click(Role::Button, "Export…");
    assert!(window.says("Picture of the map…"));
    window.press(Key::Escape);
    assert!(!window.says("Picture of the map…"));
    assert_eq!(window.view().selected, selected);
}
