//! `dateline project …`: what the window does with a project, without a window.

use super::gazetteer::OwnPlaces;
use super::inputs::{collect, open, places};
use super::project_changes::{EventChange, NameChange, Told};
use super::project_entries::{Step, correct, print_log, step};
use super::{exit_code, report};
use crate::corpus::{Corpus, FolderChange, FolderWatch};
use crate::correction::{Act, apply};
use crate::gazetteer::Gazetteer;
use crate::problem::Problem;
use crate::project::{Added, Project, ProjectError, Target};
use clap::{Args, Subcommand};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

/// What to do with a project.
#[derive(Debug, Subcommand)]
pub(super) enum ProjectCommand {
    /// Makes a project, and reads reports into it
    New {
        /// The project, a file that is not there yet
        file: PathBuf,
        /// Files, folders or tables of reports
        paths: Vec<PathBuf>,
        #[command(flatten)]
        own: OwnPlaces,
    },
    /// Reads reports in; what changed since is read again, the rest is not
    Add {
        /// The project
        file: PathBuf,
        /// Files, folders or tables; none: those that were read in before
        paths: Vec<PathBuf>,
        #[command(flatten)]
        own: OwnPlaces,
    },
    /// Reads new and changed reports in as they come, until it is ended or the folder is gone
    Watch {
        /// The project
        file: PathBuf,
        /// The folder
        folder: PathBuf,
        #[command(flatten)]
        own: OwnPlaces,
    },
    /// Corrects an event
    Correct {
        /// The project
        file: PathBuf,
        #[command(flatten)]
        change: EventChange,
        #[command(flatten)]
        by: By,
    },
    /// Corrects what a place name stands for, and the events placed by it
    Name {
        /// The project
        file: PathBuf,
        #[command(flatten)]
        change: NameChange,
        #[command(flatten)]
        by: By,
    },
    /// Tells an event that was not seen, from words of a report
    Tell {
        /// The project
        file: PathBuf,
        #[command(flatten)]
        told: Told,
        #[command(flatten)]
        by: By,
    },
    /// Takes the last correction back, or the one of a number
    Undo {
        /// The project
        file: PathBuf,
        /// Its number in the log
        number: Option<u32>,
        #[command(flatten)]
        by: By,
    },
    /// Brings the correction undone last into force again, or the one of a number
    Redo {
        /// The project
        file: PathBuf,
        /// Its number in the log
        number: Option<u32>,
        #[command(flatten)]
        by: By,
    },
    /// Prints all corrections: number, when, who, what, before, after, note and whether it is in force, parted by tabs
    Log {
        /// The project
        file: PathBuf,
    },
    /// Prints the reports in which words stand: id, title and the words with those around them, parted by tabs
    Search {
        /// The project
        file: PathBuf,
        /// The words, without regard to case and accents
        #[arg(required = true)]
        words: Vec<String>,
        /// How many reports to print
        #[arg(short = 'n', long, default_value_t = 20)]
        limit: usize,
    },
    /// Writes all of a project to another file
    SaveAs {
        /// The project
        file: PathBuf,
        /// The other file
        to: PathBuf,
        /// Write over a file of that name
        #[arg(long)]
        replace: bool,
    },
}

/// Who corrects, and why.
#[derive(Debug, Args)]
pub(super) struct By {
    /// Your name in the log; the name of your account where not given
    #[arg(long, value_name = "NAME")]
    pub(super) who: Option<String>,
    /// Why, in your words
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(super) note: String,
    #[command(flatten)]
    pub(super) own: OwnPlaces,
}

impl ProjectCommand {
    pub(super) fn run(self) -> ExitCode {
        let done = match self {
            Self::New { file, paths, own } => {
                let made = Project::create(&file).map_err(|error| problem(&file, &error));
                made.and_then(|project| add(project, &paths, &own))
            }
            Self::Add { file, paths, own } => open(&file).and_then(|project| add(project, &paths, &own)),
            Self::Watch { file, folder, own } => open(&file).and_then(|project| watch(project, &folder, &own)),
            Self::Correct { file, change, by } => {
                correct(&file, &by, |corrected| Ok(Act::Correct(Box::new(change.change(corrected)?))))
            }
            Self::Name { file, change, by } => {
                correct(&file, &by, |corrected| Ok(Act::Correct(Box::new(change.change(corrected)?))))
            }
            Self::Tell { file, told, by } => {
                correct(&file, &by, |corrected| Ok(Act::Correct(Box::new(told.change(corrected)?))))
            }
            Self::Undo { file, number, by } => step(&file, &by, number, Step::Undo),
            Self::Redo { file, number, by } => step(&file, &by, number, Step::Redo),
            Self::Log { file } => open(&file).map(|project| print_log(&project)),
            Self::Search { file, words, limit } => {
                open(&file).and_then(|project| search(&project, &words.join(" "), limit))
            }
            Self::SaveAs { file, to, replace } => {
                let target = if replace { Target::Replace } else { Target::New };
                open(&file).and_then(|project| project.save_as(&to, target).map_err(|error| problem(&to, &error)))
            }
        };
        match done {
            Ok(()) => ExitCode::SUCCESS,
            Err(problem) => {
                report(std::slice::from_ref(&problem));
                exit_code(&[problem])
            }
        }
    }
}

pub(super) fn problem(file: &Path, error: &ProjectError) -> Problem {
    Problem::failure(file.to_string_lossy(), error.to_string())
}

/// Reads reports in, and writes the layers anew.
fn add(mut project: Project, paths: &[PathBuf], own: &OwnPlaces) -> Result<(), Problem> {
    let file = project.path().to_path_buf();
    let failed = |error: ProjectError| problem(&file, &error);
    let paths = if paths.is_empty() { project.inputs().map_err(failed)? } else { paths.to_vec() };
    project.remember_inputs(&paths).map_err(failed)?;
    let gazetteer = places(&mut project, own)?;
    take_in(&mut project, &paths, &gazetteer)?;
    project.close().map_err(failed)
}

fn take_in(project: &mut Project, paths: &[PathBuf], gazetteer: &Gazetteer) -> Result<(), Problem> {
    let file = project.path().to_path_buf();
    let failed = |error: ProjectError| problem(&file, &error);
    let corpus = Corpus::read(paths);
    report(&corpus.problems);
    let added = project.add(&corpus).map_err(failed)?;
    report(&project.missing_sources().map_err(failed)?);
    if added.new + added.changed + added.copies > 0 {
        say(&added_words(added));
    }
    let collection = collect(project, gazetteer)?;
    let corrected = apply(&collection, gazetteer, project.log());
    report(&corrected.collection.problems);
    project.write_layers(&corrected.collection, &corrected.gazetteer).map_err(failed)
}

fn added_words(added: Added) -> String {
    let Added { new, changed, copies, same } = added;
    format!("{new} new, {changed} changed, {copies} further sources of reports that are there, {same} as they were")
}

fn watch(mut project: Project, folder: &Path, own: &OwnPlaces) -> Result<(), Problem> {
    const QUIET: Duration = Duration::from_millis(300);
    let file = project.path().to_path_buf();
    let gazetteer = places(&mut project, own)?;
    let folders = [folder.to_path_buf()];
    // Watched first, so that nothing that comes during the first look is missed.
    let (tell, changes) = std::sync::mpsc::channel();
    // Whoever has stopped listening wants to hear no more.
    let _watch = FolderWatch::start(&folders, QUIET, move |change| tell.send(change).unwrap_or_default())?;
    project.remember_inputs(&folders).map_err(|error| problem(&file, &error))?;
    take_in(&mut project, &folders, &gazetteer)?;
    say("watching");
    while let Ok(change) = changes.recv() {
        match change {
            FolderChange::Changed => take_in(&mut project, &folders, &gazetteer)?,
            FolderChange::Gone(problem) => return Err(problem),
            FolderChange::Trouble(problem) => report(&[problem]),
        }
    }
    Ok(())
}

fn search(project: &Project, words: &str, limit: usize) -> Result<(), Problem> {
    let hits = project.search(words, limit).map_err(|error| problem(project.path(), &error))?;
    if hits.is_empty() {
        return Err(Problem::failure(words, "in no report"));
    }
    for hit in hits {
        say(&format!("{}\t{}\t{}", hit.document, hit.title.unwrap_or_default(), hit.snippet));
    }
    Ok(())
}

/// One line of the result, at once: whoever reads it may go by it.
pub(super) fn say(line: &str) {
    let mut out = io::stdout().lock();
    // A closed pipe is nobody's fault.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}
