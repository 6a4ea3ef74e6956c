//! Corrections in no project: kept as they are made, offered again at the next start.

use crate::window::Window;
use dateline::event::EventKind;
use dateline::project::Project;
use dateline::ui::Reports;
use egui::accesskit::Role;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

fn count(window: &Window, kind: EventKind) -> usize {
    let store = window.store();
    store.events().filter(|&event| store.kind(event) == kind).count()
}

/// Makes the selected event a protest, or an abduction where it is one.
fn correct(window: &mut Window) {
    let now = window.store().kind(window.view().selected.expect("an event is selected"));
    window.click(Role::Button, "Correct: kind");
    window.click(Role::Button, if now == EventKind::Protest { "Abduction" } else { "Protest" });
    window.settle();
}

fn kept_files(data: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(data.join("scratch")).into_iter().flatten();
    let files = files.map(|file| file.unwrap().path());
    files.filter(|file| file.extension().is_some_and(|ending| ending == "dateline")).collect()
}

#[test]
fn corrections_of_the_bundled_reports_outlive_the_window_until_they_are_in_a_project() {
    let data = tempfile::tempdir().unwrap();
    let mut window = Window::open_of_user(data.path(), Reports::Bundled);
    let protests = count(&window, EventKind::Protest);
    correct(&mut window);
    drop(window);

    let mut window = Window::open_of_user(data.path(), Reports::Bundled);
    window.wait_for("the offer", |window| window.says("1 correction of"));
    assert_eq!(count(&window, EventKind::Protest), protests);
    window.click(Role::Button, "Take up");
    window.wait_for("the correction", |window| window.app().log().entries().count() == 1);
    assert_eq!(count(&window, EventKind::Protest), protests + 1);
    assert!(window.app().project().is_none());
    assert!(!window.says("1 correction of"));
    correct(&mut window);
    assert_eq!(kept_files(data.path()).len(), 1, "they go on in the same file");

    let file = data.path().join("mine.dateline");
    window.app_mut().save_as(file.clone());
    window.wait_for("the project", |window| window.app().project().is_some());
    window.settle();
    drop(window);
    assert_eq!(Project::open(&file).unwrap().log().entries().count(), 2);
    assert_eq!(kept_files(data.path()).len(), 0);
}

#[test]
fn what_is_discarded_is_gone_and_what_is_left_for_later_is_not() {
    let data = tempfile::tempdir().unwrap();
    let mut window = Window::open_of_user(data.path(), Reports::Bundled);
    correct(&mut window);
    drop(window);
    let mut window = Window::open_of_user(data.path(), Reports::Bundled);
    window.wait_for("the offer", |window| window.says("1 correction of"));
    window.click(Role::Button, "Later");
    assert!(!window.says("1 correction of"));
    drop(window);
    let mut window = Window::open_of_user(data.path(), Reports::Bundled);
    window.wait_for("the offer", |window| window.says("1 correction of"));
    window.click(Role::Button, "Discard");
    window.wait(5);
    assert!(!window.says("1 correction of"));
    assert_eq!(kept_files(data.path()).len(), 0);
}

#[test]
fn other_reports_get_none_of_the_corrections_and_those_are_offered_again() {
    let data = tempfile::tempdir().unwrap();
    let report = data.path().join("a.txt");
    std::fs::write(&report, "KABUL, July 7, 2021 - The Taliban captured Qala-i-Naw on Wednesday.").unwrap();
    let mut window = Window::open_of_user(data.path(), Reports::Bundled);
    correct(&mut window);
    window.drop_file(&report);
    window.wait_for("the report", |window| window.store().documents().len() == 1);
    assert_eq!(window.app().log().entries().count(), 0);
    window.wait_for("the offer", |window| window.says("1 correction of"));
    correct(&mut window);
    window.click(Role::Button, "Take up");
    window.wait_for("the bundled reports", |window| window.store().documents().len() == 5);
    assert_eq!(window.app().log().entries().count(), 1);
    // The one of the other report is offered in its turn.
    window.wait_for("the other offer", |window| window.says("1 correction of"));
    assert_eq!(kept_files(data.path()).len(), 2);
}

#[test]
fn where_no_file_can_be_written_the_correction_is_made_and_the_line_says_so() {
    let data = tempfile::tempdir().unwrap();
    // A file where the folder should be: not even an administrator can write into it.
    std::fs::write(data.path().join("scratch"), "").unwrap();
    let mut window = Window::open_of_user(data.path(), Reports::Bundled);
    let protests = count(&window, EventKind::Protest);
    correct(&mut window);
    assert_eq!(count(&window, EventKind::Protest), protests + 1);
    assert!(window.says("kept in no file"));
}

/// Names the user's folder to the process that is to be ended.
const ENDED_IN: &str = "DATELINE_TEST_ENDED_IN";

/// The window of a process that is ended while it corrects: it says what it has shown as done.
fn work_until_ended(data: &Path) -> ! {
    let mut window = Window::open_of_user(data, Reports::Bundled);
    if !kept_files(data).is_empty() {
        window.wait_for("the offer", |window| window.says("in no project yet"));
        window.click(Role::Button, "Take up");
        window.wait_for("the corrections", |window| window.app().log().entries().count() > 0);
    }
    loop {
        correct(&mut window);
        let done = window.app().log().entries().count();
        let mut out = std::io::stdout().lock();
        writeln!(out, "done {done}").and_then(|()| out.flush()).unwrap();
    }
}

#[test]
fn a_process_that_is_killed_while_correcting_loses_nothing_that_it_had_shown() {
    if let Some(data) = std::env::var_os(ENDED_IN) {
        work_until_ended(Path::new(&data));
    }
    let data = tempfile::tempdir().unwrap();
    let mut done = 0;
    for round in 0..4_u64 {
        let mut program = Command::new(std::env::current_exe().unwrap());
        program.env(ENDED_IN, data.path()).args([
            "--exact",
            "scratch::a_process_that_is_killed_while_correcting_loses_nothing_that_it_had_shown",
            "--nocapture",
        ]);
        let mut child = program.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        // The name of the test stands before the first of them.
        let mut told = lines.filter_map(|line| line.rsplit_once("done ")?.1.parse::<usize>().ok());
        for _ in 0..=round {
            done = told.next().expect("the process corrects");
        }
        std::thread::sleep(Duration::from_millis(round * 37 % 100));
        // SIGKILL, where there are signals.
        child.kill().unwrap();
        child.wait().unwrap();
        done = told.last().unwrap_or(done);
        let files = kept_files(data.path());
        assert_eq!(files.len(), 1, "{files:?}");
        let there = Project::open(&files[0]).unwrap().log().entries().count();
        assert!(there >= done, "{done} were shown, {there} are in the file");
    }
    let mut window = Window::open_of_user(data.path(), Reports::Bundled);
    window.wait_for("the offer", |window| window.says("in no project yet"));
    window.click(Role::Button, "Take up");
    window.wait_for("the corrections", |window| window.app().log().entries().count() >= done);
}
