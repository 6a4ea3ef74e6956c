//! Projects in the window: opened, saved as, and kept up as one works.

use crate::window::Window;
use dateline::corpus::Corpus;
use dateline::correction::{Act, Change, Entry, Moment, Subject};
use dateline::event::EventKind;
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;
use dateline::project::{Damage, Project};
use dateline::ui::Reports;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// A folder with a project in it: the bundled reports, and their first event corrected to a protest.
fn corrected() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("war.dateline");
    let mut project = Project::create(&path).unwrap();
    project.add(&Corpus::bundled()).unwrap();
    let engine = || Engine::bundled(Gazetteer::embedded().clone());
    let read = project.collection(Gazetteer::embedded(), engine, &|_| ControlFlow::Continue(()));
    let read = read.unwrap().unwrap();
    let change = Change::Kind { of: Subject::event(&read, &read.events[0]), to: EventKind::Protest };
    let act = Act::Correct(Box::new(change));
    let when = Moment::from_unix_seconds(1_625_650_201);
    project.record(Entry { when, who: "Ada".into(), act, before: "clash".into(), note: "as told".into() }).unwrap();
    project.close().unwrap();
    (folder, path)
}

/// How many entries are in the file, whoever has it open.
fn entries(path: &Path) -> usize {
    Project::open(path).unwrap().log().entries().count()
}

fn count(window: &Window, kind: EventKind) -> usize {
    let store = window.store();
    store.events().filter(|&event| store.kind(event) == kind).count()
}

fn protests(window: &Window) -> usize {
    count(window, EventKind::Protest)
}

fn open(path: &Path) -> Window {
    let mut window = Window::open_reading(Reports::Paths(vec![path.to_path_buf()]));
    window.wait_for("the project", |window| window.app().project().is_some());
    window
}

fn correct_kind(window: &mut Window, kind: &str) {
    window.click(Role::Button, "Correct: kind");
    window.click(Role::Button, kind);
}

#[test]
fn a_project_opens_with_its_corrections_and_keeps_what_is_corrected_in_it() {
    let (_folder, path) = corrected();
    let mut window = open(&path);
    assert!(window.says("war.dateline"));
    assert_eq!(protests(&window), 1);
    window.select_event(|store, event| store.kind(event) != EventKind::Protest);
    let abductions = count(&window, EventKind::Abduction);
    correct_kind(&mut window, "Abduction");
    assert_eq!(entries(&path), 2, "it is in the file before it is shown");
    window.settle();
    assert_eq!((protests(&window), count(&window, EventKind::Abduction)), (1, abductions + 1));
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert_eq!((protests(&window), entries(&path)), (0, 4));
}

#[test]
fn a_project_that_is_open_elsewhere_is_read_only_and_says_so() {
    let (_folder, path) = corrected();
    let _other = Project::open(&path).unwrap();
    let mut window = open(&path);
    assert!(window.says("For reading only: it is open in another window"));
    window.click(Role::Button, "Close");
    assert!(window.says("war.dateline (read only)"), "the line is gone, what it said still holds");
    window.select_event(|store, event| store.kind(event) != EventKind::Protest);
    correct_kind(&mut window, "Protest");
    assert!(window.says("Not corrected, since it could not be saved"));
    assert!(!window.app().is_correcting());
    assert_eq!((protests(&window), window.app().log().entries().count()), (1, 1));
}

#[test]
fn what_is_open_is_saved_as_a_project_with_what_was_corrected_before() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.dateline");
    let mut window = Window::open();
    correct_kind(&mut window, "Protest");
    window.app_mut().save_as(path.clone());
    window.wait_for("the saved project", |window| window.app().project().is_some());
    window.settle();
    assert!(window.says("Saved as"));
    assert!(window.says("mine.dateline"));
    assert_eq!((protests(&window), entries(&path)), (1, 1));
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert_eq!((protests(&window), entries(&path)), (0, 2));
    window.app_mut().save_as(path.clone());
    window.wait(2);
    assert!(window.says("is open, and saved as you work"));
    drop(window);
    let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert!(files.iter().all(|name| name.to_string_lossy().starts_with("mine.dateline")), "{files:?}");
    assert_eq!(open(&path).app().log().entries().count(), 2);
}

#[test]
fn what_is_corrected_while_a_project_is_written_is_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.dateline");
    let mut window = Window::open();
    window.click(Role::Button, "Correct: kind");
    window.app_mut().save_as(path.clone());
    // The line that says so moves what is below it.
    window.wait(1);
    window.click(Role::Button, "Protest");
    window.wait_for("the saved project", |window| window.app().project().is_some());
    window.settle();
    assert_eq!((protests(&window), entries(&path)), (1, 1));
}

#[test]
fn a_protected_project_and_one_of_a_newer_program_say_so() {
    let (_folder, path) = corrected();
    let database = rusqlite::Connection::open(&path).unwrap();
    database.execute("UPDATE dateline_state SET value = '99' WHERE name = 'schema'", []).unwrap();
    database.close().unwrap();
    let window = open(&path);
    assert!(window.says("For reading only: a newer dateline wrote it"));
    drop(window);
    let (_folder, path) = corrected();
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    let window = open(&path);
    assert!(window.says("For reading only: the file or its disk may not be written to"));
    assert_eq!(protests(&window), 1);
}

#[test]
fn a_project_is_not_opened_together_with_reports() {
    let (_folder, path) = corrected();
    let window = Window::open_reading(Reports::Paths(vec![path, PathBuf::from("seeds")]));
    assert!(window.says("A project is opened by itself"));
}

#[test]
fn an_open_project_is_saved_as_another_and_the_first_stays_as_it_is() {
    let (folder, path) = corrected();
    let second = folder.path().join("second.dateline");
    let mut window = open(&path);
    window.app_mut().save_as(second.clone());
    window.wait_for("the other project", |window| window.app().project() == Some(&second));
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert_eq!((entries(&path), entries(&second), protests(&window)), (1, 2, 0));
}

#[test]
fn corrections_in_no_project_are_not_lost_by_opening_one() {
    let (_folder, path) = corrected();
    let mut window = Window::open();
    correct_kind(&mut window, "Abduction");
    window.settle();
    window.drop_file(&path);
    assert!(window.says("1 correction is in no project yet"));
    assert!(window.app().project().is_none());
    window.click(Role::Button, "Open the other project without them");
    window.wait_for("the project", |window| window.app().project().is_some());
    assert_eq!((protests(&window), window.app().log().entries().count()), (1, 1));
}

#[test]
fn reports_read_after_a_project_do_not_get_its_corrections() {
    let (folder, path) = corrected();
    let report = folder.path().join("a.txt");
    std::fs::write(&report, "KABUL, July 7, 2021 - The Taliban captured Qala-i-Naw on Wednesday.").unwrap();
    let mut window = open(&path);
    window.drop_file(&report);
    window.click(Role::Button, "Open without the project");
    window.wait_for("the report", |window| window.app().project().is_none());
    assert_eq!(window.app().log().entries().count(), 0);
    assert!(!window.says("war.dateline"));
    assert_eq!(entries(&path), 1);
}

#[test]
fn a_project_that_is_deleted_while_open_is_a_line_and_is_saved_as_another() {
    let (folder, path) = corrected();
    let second = folder.path().join("second.dateline");
    let mut window = open(&path);
    std::fs::remove_file(&path).unwrap();
    window.select_event(|store, event| store.kind(event) != EventKind::Protest);
    correct_kind(&mut window, "Abduction");
    assert!(window.says("the project was deleted, moved or replaced while open"));
    assert!(window.says("Save as…"));
    assert_eq!(protests(&window), 1, "what is open stays");
    window.app_mut().save_as(second.clone());
    window.wait_for("the other project", |window| window.app().project() == Some(&second));
    window.settle();
    correct_kind(&mut window, "Abduction");
    assert_eq!(entries(&second), 2);
}

/// Writes over the first page of a table that opening does not read.
fn damage(path: &Path, table: &str) {
    let connection = rusqlite::Connection::open(path).unwrap();
    let root = "SELECT (rootpage - 1) * (SELECT page_size FROM pragma_page_size) FROM sqlite_schema WHERE name = ?1";
    let start: i64 = connection.query_row(root, [table], |row| row.get(0)).unwrap();
    drop(connection);
    let mut bytes = std::fs::read(path).unwrap();
    let start = usize::try_from(start).unwrap();
    bytes[start..start + 12].fill(0xA5);
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn a_damaged_project_says_what_is_damaged_and_is_saved_as_a_whole_one() {
    let (folder, path) = corrected();
    damage(&path, "claims");
    let mut window = open(&path);
    window.wait_for("the damage", |window| window.says("Its file is damaged (the layers for map programs)"));
    assert!(window.says("war.dateline (read only)"));
    assert_eq!(protests(&window), 1, "what can be read is shown");
    let before = std::fs::read(&path).unwrap();
    window.select_event(|store, event| store.kind(event) != EventKind::Protest);
    correct_kind(&mut window, "Abduction");
    assert!(window.says("the project is open for reading only (it is damaged)"));
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let second = folder.path().join("second.dateline");
    window.app_mut().save_as(second.clone());
    window.wait_for("the other project", |window| window.app().project() == Some(&second));
    window.settle();
    assert_eq!((entries(&second), protests(&window)), (1, 1));
    assert_eq!(Damage::find(&second).unwrap(), None);
    correct_kind(&mut window, "Abduction");
    assert_eq!(entries(&second), 2);
}

#[test]
fn that_the_view_of_a_deleted_project_cannot_be_kept_is_said_once() {
    let (_folder, path) = corrected();
    let mut window = open(&path);
    std::fs::remove_file(&path).unwrap();
    let words = "the project was deleted, moved or replaced while open";
    window.press(Key::ArrowLeft);
    window.wait_for("the line", |window| window.says(words));
    window.click(Role::Button, "Close");
    assert!(!window.says(words));
    for key in [Key::ArrowLeft, Key::V, Key::ArrowLeft] {
        window.press(key);
        // Longer than a view waits to be kept.
        window.wait(20);
        std::thread::sleep(std::time::Duration::from_millis(50));
        window.wait(3);
        assert!(!window.says(words));
    }
}

#[test]
fn the_part_of_the_time_axis_that_was_seen_is_there_again_with_its_project() {
    let (_folder, path) = corrected();
    let mut window = open(&path);
    window.click(Role::Button, "Show empty stretches");
    let bars = window.rect_of(Role::Slider, "Window of days").center();
    for _ in 0..3 {
        window.turn_wheel(bars, 60.0, Modifiers::COMMAND);
    }
    let seen = window.view().axis;
    assert!(seen.visible.is_some());
    window.app_mut().close();
    drop(window);
    let window = open(&path);
    assert_eq!(window.view().axis, seen);
}

#[test]
fn what_is_no_project_is_a_line_and_what_was_open_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("no.dateline");
    std::fs::write(&path, "not a database").unwrap();
    let mut window = Window::open();
    let before = window.store().len();
    window.drop_file(&path);
    window.wait_for("the line", |window| window.says("no.dateline: not a dateline project"));
    assert_eq!(window.store().len(), before);
    assert!(window.app().project().is_none());
}

#[test]
fn a_geopackage_is_exported_with_the_corrections() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("events.gpkg");
    let mut window = Window::open();
    correct_kind(&mut window, "Protest");
    window.settle();
    window.app_mut().export(path.clone());
    window.wait_for("the file", |window| window.says("written to"));
    assert!(window.app().project().is_none());
    let database = rusqlite::Connection::open(&path).unwrap();
    let count = |query: &str| database.query_row(query, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count("SELECT count(*) FROM events WHERE kind = 'protest'"), 1);
    assert_eq!(count("SELECT count(*) FROM corrections"), 1);
}
