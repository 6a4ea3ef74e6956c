//! Folders of reports: watched, added to a project, opened again; places of one's own; the view that is kept.

use crate::window::Window;
use dateline::correction::Log;
use dateline::project::Project;
use dateline::store::EventStore;
use dateline::ui::Reports;
use dateline::view_state::{Step, WindowMode};
use egui::Key;
use egui::accesskit::Role;
use std::fs;
use std::path::{Path, PathBuf};

const KUNDUZ: &str = "KABUL, July 8, 2021 - The Taliban captured Kunduz on Wednesday.\n";
const HERAT: &str = "KABUL, July 9, 2021 - The Taliban captured Herat on Thursday.\n";
const PLACES: &str = "id,name,kind,country,admin1,latitude,longitude,population,aliases,relations\n\
    my-1,Zorkabad Test,village,AF,AF-KDZ,36.9,68.5,,,in:AF-KDZ\n";

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("news")).unwrap();
        let desk = Self { folder };
        desk.write("a.txt", KUNDUZ);
        desk
    }

    /// With a report of a place that only the user's own places have, and the file of those.
    fn of_own_place(places: &str) -> (Self, PathBuf) {
        let desk = Self::new();
        let csv = desk.folder.path().join("mine.csv");
        fs::write(&csv, places).unwrap();
        desk.write("a.txt", "KABUL, July 8, 2021 - The Taliban captured the town of Zorkabad Test on Wednesday.\n");
        (desk, csv)
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn news(&self) -> PathBuf {
        self.folder.path().join("news")
    }

    fn project(&self) -> PathBuf {
        self.folder.path().join("war.dateline")
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.news().join(name), text).unwrap();
    }

    fn open(&self, path: PathBuf) -> Window {
        Window::open_of_user(&self.data(), Reports::Paths(vec![path]))
    }

    /// A window on the project of the folder.
    fn open_saved(&self) -> Window {
        let mut window = self.open(self.news());
        window.app_mut().save_as(self.project());
        window.wait_for("the project", |window| window.app().project().is_some());
        window.settle();
        window
    }
}

fn places(store: &EventStore) -> Vec<&str> {
    let mut names: Vec<&str> =
        store.events().filter_map(|event| store.place_of(event)).map(|place| place.name.as_str()).collect();
    names.sort_unstable();
    names
}

fn wait_for_places(window: &mut Window, expected: &[&str]) {
    window.wait_for(&expected.join(", "), |window| places(window.store()) == expected);
}

#[test]
fn reports_of_a_folder_are_taken_in_as_they_come_change_and_go() {
    let desk = Desk::new();
    let mut window = desk.open(desk.news());
    assert_eq!(places(window.store()), ["Kunduz"]);
    desk.write("b.txt", HERAT);
    wait_for_places(&mut window, &["Herat", "Kunduz"]);
    assert!(window.says("Reports: 1 new."));
    let names = window.names(Role::Button);
    assert!(names.iter().any(|name| name.contains("8 July 2021: 1 event")), "no bar of its day: {names:?}");
    desk.write("b.txt", &HERAT.replace("Herat", "Kandahar"));
    wait_for_places(&mut window, &["Kandahar", "Kunduz"]);
    assert!(window.says("Reports: 1 changed."));
    fs::remove_file(desk.news().join("a.txt")).unwrap();
    wait_for_places(&mut window, &["Kandahar"]);
    assert!(window.says("Reports: 1 gone."));
}

#[test]
fn what_was_selected_stays_so_when_reports_come_before_it() {
    let desk = Desk::new();
    let mut window = desk.open(desk.news());
    window.click(Role::Link, "Open in report");
    let name = |window: &Window| {
        let (store, view) = (window.store(), window.view());
        let event = view.selected.and_then(|event| store.place_of(event)).map(|place| place.name.clone());
        let report = view.report.and_then(|report| store.document(report.document)).map(|report| report.id.clone());
        (event, report)
    };
    assert_eq!(name(&window), (Some("Kunduz".into()), Some("a.txt".into())));
    desk.write("0.txt", HERAT);
    wait_for_places(&mut window, &["Herat", "Kunduz"]);
    assert_eq!(name(&window), (Some("Kunduz".into()), Some("a.txt".into())));
}

#[test]
fn a_watched_folder_that_disappears_is_a_line_and_what_was_read_stays() {
    let desk = Desk::new();
    let mut window = desk.open(desk.news());
    fs::remove_dir_all(desk.news()).unwrap();
    window.wait_for("the line", |window| window.says("the watched folder is no longer there"));
    window.wait(5);
    assert_eq!(places(window.store()), ["Kunduz"]);
}

#[test]
fn corrections_hold_while_reports_come() {
    let desk = Desk::new();
    let mut window = desk.open_saved();
    window.click(Role::Button, "Correct: kind");
    window.click(Role::Button, "Protest");
    window.settle();
    desk.write("b.txt", HERAT);
    wait_for_places(&mut window, &["Herat", "Kunduz"]);
    assert!(window.says("Corrected: kind"));
    let log = |project: &Project| -> Log { project.log().clone() };
    drop(window);
    let project = Project::open(&desk.project()).unwrap();
    assert_eq!(log(&project).entries().count(), 1);
    assert_eq!(project.documents().unwrap().documents.len(), 2);
}

#[test]
fn what_is_corrected_while_reports_are_added_is_made_at_once_or_right_after() {
    let desk = Desk::new();
    let more = desk.folder.path().join("more");
    fs::create_dir(&more).unwrap();
    for number in 0..60 {
        fs::write(more.join(format!("{number}.txt")), format!("{HERAT}\nReport {number}.\n").repeat(20)).unwrap();
    }
    let mut window = desk.open_saved();
    window.drop_file(&more);
    window.click(Role::Button, "Add to the project");
    assert!(window.app().is_reading());
    window.click(Role::Button, "Correct: kind");
    window.click(Role::Button, "Protest");
    window.wait_for("the reports", |window| window.store().documents().len() == 61);
    window.settle();
    assert!(window.says("Corrected: kind"));
    drop(window);
    let project = Project::open(&desk.project()).unwrap();
    assert_eq!((project.log().entries().count(), project.documents().unwrap().documents.len()), (1, 61));
}

#[test]
fn what_came_while_a_project_was_closed_is_taken_in_when_it_is_opened() {
    let desk = Desk::new();
    drop(desk.open_saved());
    desk.write("b.txt", HERAT);
    let mut window = desk.open(desk.project());
    wait_for_places(&mut window, &["Herat", "Kunduz"]);
    fs::remove_file(desk.news().join("b.txt")).unwrap();
    window.wait_for("the line", |window| window.says("Reports: 1 gone."));
    assert_eq!(places(window.store()), ["Herat", "Kunduz"], "a project keeps the text");
}

#[test]
fn reports_opened_beside_a_project_are_added_to_it_or_opened_alone_as_one_says() {
    let desk = Desk::new();
    let more = desk.folder.path().join("c.txt");
    fs::write(&more, HERAT).unwrap();
    let mut window = desk.open_saved();
    window.drop_file(&more);
    assert!(window.says("“c.txt”:"));
    window.click(Role::Button, "Add to the project");
    wait_for_places(&mut window, &["Herat", "Kunduz"]);
    assert!(window.app().project().is_some());
    window.drop_file(&more);
    window.click(Role::Button, "Open without the project");
    window.wait_for("the report", |window| window.app().project().is_none());
    assert_eq!(places(window.store()), ["Herat"]);
    drop(window);
    assert_eq!(Project::open(&desk.project()).unwrap().documents().unwrap().documents.len(), 2);
}

#[test]
fn the_folders_and_projects_opened_last_are_in_the_menu_of_the_next_window() {
    let desk = Desk::new();
    drop(desk.open_saved());
    let mut window = Window::open_of_user(&desk.data(), Reports::Bundled);
    window.click(Role::Button, "Open…");
    let names = window.names(Role::Button);
    let position = |name: &str| names.iter().position(|other| other == name).unwrap_or_else(|| panic!("{names:?}"));
    assert!(position("war.dateline") < position("news"));
    window.click(Role::Button, "war.dateline");
    window.wait_for("the project", |window| window.app().project().is_some());
    drop(window);
    fs::remove_dir_all(desk.news()).unwrap();
    let mut window = Window::open_of_user(&desk.data(), Reports::Bundled);
    window.click(Role::Button, "Open…");
    window.click(Role::Button, "news");
    assert!(window.says("no longer there"));
    window.click(Role::Button, "Open…");
    assert!(!window.names(Role::Button).contains(&"news".to_owned()));
}

#[test]
fn a_project_is_looked_at_as_it_was_left() {
    let desk = Desk::new();
    desk.write("b.txt", HERAT);
    let mut window = desk.open_saved();
    window.press(Key::V);
    window.press(Key::End);
    window.write_into("Search", "Herat");
    window.press(Key::Plus);
    window.wait(5);
    let (days, camera) = (window.view().window, window.app().camera());
    assert!(camera.is_some());
    window.app_mut().close();
    drop(window);
    let window = desk.open(desk.project());
    let view = window.view();
    assert_eq!((view.window, view.step, view.mode), (days, Step::Month, WindowMode::Cumulative));
    assert_eq!(view.filter.text, "Herat");
    let ((now, zoom), (then, zoom_then)) = (window.app().camera().unwrap(), camera.unwrap());
    // A point or two of the screen: the panels around the map settle in the first frames.
    let near = |one: f64, other: f64| (one - other).abs() < 0.02;
    assert!(near(now.latitude, then.latitude) && near(now.longitude, then.longitude) && near(zoom, zoom_then));
}

#[test]
fn the_view_is_kept_without_a_last_word_too() {
    let desk = Desk::new();
    let mut window = desk.open_saved();
    window.press(Key::V);
    // A second of the window's own clock, and the thread that writes.
    window.wait(30);
    let read = || Project::open(&desk.project()).unwrap().view().unwrap();
    window.wait_for("the view in the file", |_| read().is_some_and(|view| view.to_lowercase().contains("cumulative")));
}

#[test]
fn places_of_ones_own_are_taken_in_by_dropping_their_file_and_stay_with_the_project() {
    let (desk, csv) = Desk::of_own_place(PLACES);
    let mut window = desk.open_saved();
    assert!(!places(window.store()).contains(&"Zorkabad Test"));
    window.drop_file(&csv);
    wait_for_places(&mut window, &["Zorkabad Test"]);
    assert!(window.says("1 file of places of your own is in use"));
    drop(window);
    fs::remove_file(&csv).unwrap();
    let window = desk.open(desk.project());
    assert_eq!(places(window.store()), ["Zorkabad Test"]);
}

#[test]
fn a_map_that_is_opened_like_a_report_is_laid_under_the_markers() {
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("world.PMTiles");
    fs::write(&map, "<html>Not found</html>").unwrap();
    let is_tried = |window: &Window| window.says("this is no PMTiles archive");
    let mut window = Window::open();
    let before = window.store().len();
    window.drop_file(&map);
    window.wait_for("the map", is_tried);
    assert_eq!((window.store().len(), window.store().problems().len()), (before, 0));
    // At the start the reports that come with the program lie on it.
    let mut window = Window::open_reading(Reports::Paths(vec![map]));
    window.wait_for("the map", is_tried);
    window.wait_for("the reports", |window| window.store().documents().len() == 5);
}

#[test]
fn places_named_at_the_start_hold_for_reports_and_what_is_wrong_with_them_is_a_problem() {
    let (desk, csv) = Desk::of_own_place(&format!("{PLACES}bad row\n"));
    let mut window = Window::open_of_user(&desk.data(), Reports::Paths(vec![]));
    window.app_mut().set_places(&[csv, Path::new("none.csv").to_path_buf()]);
    window.app_mut().open(Reports::Paths(vec![desk.news()]));
    wait_for_places(&mut window, &["Zorkabad Test"]);
    let problems: Vec<String> = window.store().problems().iter().map(ToString::to_string).collect();
    assert!(problems.iter().any(|problem| problem.contains("mine.csv")), "{problems:?}");
    assert!(problems.iter().any(|problem| problem.contains("none.csv")), "{problems:?}");
}

#[test]
fn places_that_come_while_reports_are_read_break_no_reading_off() {
    let (desk, csv) = Desk::of_own_place(PLACES);
    let mut window = Window::open_of_user(&desk.data(), Reports::Paths(vec![]));
    window.app_mut().open(Reports::Paths(vec![desk.news()]));
    assert!(window.app().is_reading());
    window.app_mut().take_places(&[csv]);
    wait_for_places(&mut window, &["Zorkabad Test"]);
    assert!(window.says("1 file of places of your own is in use"));
}
