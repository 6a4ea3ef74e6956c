//! Entries of a project's log, made and printed.

use super::inputs::{collect, open, places};
use super::project::{By, problem, say};
use super::report;
use crate::collection::Collection;
use crate::correction::{Act, Change, Corrected, Entry, Moment, apply, before};
use crate::gazetteer::Gazetteer;
use crate::problem::Problem;
use crate::project::{Project, ProjectError};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// Makes an entry of what is on the map now, saves it, says so, and then writes the layers.
pub(super) fn correct(
    file: &Path,
    by: &By,
    act: impl FnOnce(&Corrected) -> Result<Act, Problem>,
) -> Result<(), Problem> {
    let failed = |error: ProjectError| problem(file, &error);
    let mut project = open(file)?;
    let gazetteer = places(&mut project, &by.own)?;
    let collection = collect(&mut project, &gazetteer)?;
    let now = apply(&collection, &gazetteer, project.log());
    let entry = entry(act(&now)?, &now, &project, by);
    let what = words(&entry, &project);
    let number = project.record(entry).map_err(failed)?;
    say(&format!("{number}: {what}"));
    write_layers(project, &collection, &gazetteer)
}

fn write_layers(mut project: Project, collection: &Collection, gazetteer: &Gazetteer) -> Result<(), Problem> {
    let file = project.path().to_path_buf();
    let failed = |error: ProjectError| problem(&file, &error);
    let corrected = apply(collection, gazetteer, project.log());
    let read = collection.problems.len();
    report(corrected.collection.problems.get(read..).unwrap_or_default());
    project.write_layers(&corrected.collection, &corrected.gazetteer).map_err(failed)?;
    project.close().map_err(failed)
}

fn entry(act: Act, now: &Corrected, project: &Project, by: &By) -> Entry {
    let before = match &act {
        Act::Correct(change) => before(change, &now.collection, &now.gazetteer),
        Act::Undo { entry } => project.log().entry(*entry).map(|entry| entry.before.clone()).unwrap_or_default(),
        Act::Redo { entry } => project.log().entry(*entry).map(|entry| entry.before.clone()).unwrap_or_default(),
        Act::Lost => String::new(),
    };
    let account = || std::env::var("USER").or_else(|_| std::env::var("USERNAME")).ok();
    let who = by.who.clone().or_else(account).unwrap_or_else(|| "unknown".to_owned());
    Entry { when: now_by_the_clock(), who, act, before, note: by.note.clone() }
}

#[expect(clippy::disallowed_methods, reason = "this is the shell: it reads the clock and hands the time on")]
fn now_by_the_clock() -> Moment {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Moment::from_unix_seconds(i64::try_from(seconds).unwrap_or(i64::MAX))
}

fn words(entry: &Entry, project: &Project) -> String {
    let change = project.log().change_of(entry);
    let (what, after) = change.map_or(("", String::new()), |change| (change.what(), change.after()));
    match &entry.act {
        Act::Correct(_) => format!("{what}: {after}, was {}", entry.before),
        Act::Undo { entry } => format!("undo of {entry} ({what}: {after})"),
        Act::Redo { entry } => format!("redo of {entry} ({what}: {after})"),
        Act::Lost => LOST.to_owned(),
    }
}

/// What is said of an entry of a damaged file.
const LOST: &str = "can no longer be read";

/// Undoing or redoing.
#[derive(Clone, Copy)]
pub(super) enum Step {
    Undo,
    Redo,
}

pub(super) fn step(file: &Path, by: &By, number: Option<u32>, step: Step) -> Result<(), Problem> {
    // The act depends on the log alone; it is looked up in a first opening that is closed before the entry is made.
    let log = open(file)?.log().clone();
    let act = match (step, number) {
        (Step::Undo, None) => log.undo(),
        (Step::Redo, None) => log.redo(),
        (Step::Undo, Some(entry)) => log.is_in_force(entry).then_some(Act::Undo { entry }),
        (Step::Redo, Some(entry)) => {
            let is_undone = log.entry(entry).is_some_and(|entry| matches!(entry.act, Act::Correct(_)));
            (is_undone && !log.is_in_force(entry)).then_some(Act::Redo { entry })
        }
    };
    let nothing = || Problem::failure(file.to_string_lossy(), "there is no such correction to undo or redo");
    let act = act.ok_or_else(nothing)?;
    correct(file, by, |_| Ok(act))
}

pub(super) fn print_log(project: &Project) {
    let log = project.log();
    for (number, entry) in log.entries() {
        let change = log.change_of(entry);
        let (what, after) = match &entry.act {
            Act::Correct(change) => (change.what().to_owned(), change.after()),
            Act::Undo { entry } => (format!("undo {entry}"), change.map(Change::after).unwrap_or_default()),
            Act::Redo { entry } => (format!("redo {entry}"), change.map(Change::after).unwrap_or_default()),
            Act::Lost => (LOST.to_owned(), String::new()),
        };
        let force = if log.is_in_force(number) { "in force" } else { "" };
        // What cannot be read tells no moment either.
        let when = if entry.act == Act::Lost { String::new() } else { entry.when.to_string() };
        let cells = [&when, &entry.who, &what, &entry.before, &after, &entry.note];
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace(['\t', '\n'], " ")).collect();
        say(&format!("{number}\t{}\t{force}", cells.join("\t")));
    }
}
