//! [`Inputs`]: what the commands read: reports, or a project.

use super::gazetteer::OwnPlaces;
use super::{exit_code, failed, report, show_progress};
use crate::collection::Collection;
use crate::corpus::Corpus;
use crate::correction::{Corrected, apply};
use crate::edtf::DateSet;
use crate::gazetteer::Gazetteer;
use crate::pipeline::Engine;
use crate::problem::{Message, Problem};
use crate::project::{PlaceFile, Project, ProjectError, Target, is_project};
use clap::Args;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Reports, and what is stated of them.
#[derive(Debug, Args)]
pub(super) struct Inputs {
    /// Files, folders or tables (.jsonl, .csv) of reports, or one project (.dateline); - reads JSON Lines from standard input; none: the bundled reports
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Day of publication (EDTF) of every report that states none in its table or sidecar
    #[arg(long, value_name = "EDTF", value_parser = |text: &str| DateSet::parse(text))]
    pub(super) published: Option<DateSet>,
    #[command(flatten)]
    pub(super) own: OwnPlaces,
}

impl Inputs {
    /// The project, where one is named.
    pub(super) fn project(&self) -> Option<&Path> {
        self.paths.iter().map(PathBuf::as_path).find(|path| is_project(path))
    }

    /// The reports. A text that is there twice stays so.
    pub(super) fn corpus(&self) -> Corpus {
        let mut corpus = match self.paths.as_slice() {
            [] => Corpus::bundled(),
            [path] if path == Path::new("-") => Corpus::read_lines("standard input", io::stdin().lock()),
            paths => Corpus::read(paths),
        };
        if let Some(day) = &self.published {
            corpus.state_publication(day);
        }
        corpus
    }

    /// Everything read from the inputs, with the corrections of a project; problems are told on standard error.
    pub(super) fn read(&self, texts: Texts) -> Result<Corrected, Problem> {
        let read = match self.project() {
            Some(_) if self.paths.len() > 1 => {
                return Err(Problem::failure(name(self.project()), "a project is read by itself"));
            }
            Some(path) => {
                let mut project = open(path)?;
                let gazetteer = lay_over(&places_with(&project, &self.own)?);
                let collection = collect(&mut project, &gazetteer)?;
                apply(&collection, &gazetteer, project.log())
            }
            None => {
                let gazetteer = self.own.over_the_embedded();
                let corpus = || match texts {
                    Texts::Once => self.corpus().with_texts_once(),
                    Texts::Each => self.corpus(),
                };
                let (corpus, engine) = rayon::join(corpus, || engine(&gazetteer));
                let engine = engine?;
                let collection = engine.read(corpus, &show_progress).unwrap_or_default();
                // The program reads once, and the system takes all memory back at its end: its many tables need not be taken down.
                std::mem::forget(engine);
                Corrected { collection, gazetteer, lost: std::collections::BTreeSet::new() }
            }
        };
        report(&read.collection.problems);
        Ok(read)
    }
}

/// What becomes of a text that is there twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Texts {
    /// Each report is told of.
    Each,
    /// It is one report: its events must not count twice.
    Once,
}

/// Opens a project, and tells on standard error where it can only be read.
pub(super) fn open(path: &Path) -> Result<Project, Problem> {
    let project = Project::open(path).map_err(|error| Problem::failure(path.to_string_lossy(), error.to_string()))?;
    let notice = |message: Message| report(&[Problem::notice(path.to_string_lossy(), message)]);
    if let Some(why) = project.read_only() {
        notice(format!("opened for reading only: {why}").into());
    }
    if let Some(told) = project.notice() {
        notice(told.clone().into());
    }
    Ok(project)
}

/// The places that a project is read with: those that it keeps, and those named, which it keeps from then on.
pub(super) fn places(project: &mut Project, own: &OwnPlaces) -> Result<Gazetteer, Problem> {
    let files = places_with(project, own)?;
    if project.read_only().is_none() {
        let name = project.path().to_string_lossy().into_owned();
        project.keep_place_files(&files).map_err(|error| Problem::failure(name, error.to_string()))?;
    }
    Ok(lay_over(&files))
}

/// The files of places of a project, and those named; what cannot be read is told on standard error.
fn places_with(project: &Project, own: &OwnPlaces) -> Result<Vec<PlaceFile>, Problem> {
    let name = || project.path().to_string_lossy().into_owned();
    let mut files = project.place_files().map_err(|error| Problem::failure(name(), error.to_string()))?;
    for file in own.files() {
        match file.read() {
            Ok(file) => PlaceFile::add_to(&mut files, [file]),
            Err(problem) => report(&[problem]),
        }
    }
    Ok(files)
}

fn lay_over(files: &[PlaceFile]) -> Gazetteer {
    let (gazetteer, problems) = PlaceFile::all_over(files, Gazetteer::embedded());
    report(&problems);
    gazetteer
}

/// Everything read from the reports of a project, before corrections.
pub(super) fn collect(project: &mut Project, gazetteer: &Gazetteer) -> Result<Collection, Problem> {
    let name = project.path().to_string_lossy().into_owned();
    let read = project.collection(gazetteer, || Engine::bundled(gazetteer.clone()), &show_progress);
    read.map(Option::unwrap_or_default).map_err(|error| Problem::failure(name, error.to_string()))
}

pub(super) fn engine(gazetteer: &Gazetteer) -> Result<Engine, Problem> {
    Engine::bundled(gazetteer.clone()).map_err(|error| Problem::failure("language packs", error.to_string()))
}

fn name(path: Option<&Path>) -> String {
    path.map(|path| path.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Writes a project of the inputs to a file, over one that is there.
pub(super) fn write_geopackage(inputs: &Inputs, file: &Path) -> ExitCode {
    let mut name = file.as_os_str().to_owned();
    name.push(".working");
    let working = PathBuf::from(name);
    let written = match inputs.project() {
        Some(_) if inputs.paths.len() > 1 => {
            return failed(Problem::failure(name_of(inputs), "a project is read by itself"));
        }
        Some(path) => open(path).and_then(|project| save(&project, file).map(|()| Vec::new())),
        None => make(inputs, &working, file),
    };
    // Whatever came of it, only the file that was asked for stays.
    let _ = std::fs::remove_file(&working);
    match written {
        Ok(problems) => {
            report(&problems);
            exit_code(&problems)
        }
        Err(problem) => failed(problem),
    }
}

fn name_of(inputs: &Inputs) -> String {
    name(inputs.project())
}

fn make(inputs: &Inputs, working: &Path, file: &Path) -> Result<Vec<Problem>, Problem> {
    let told = |error: ProjectError| Problem::failure(file.to_string_lossy(), error.to_string());
    let corpus = inputs.corpus();
    let _ = std::fs::remove_file(working);
    let mut project = Project::create(working).map_err(told)?;
    let gazetteer = places(&mut project, &inputs.own)?;
    project.add(&corpus).map_err(told)?;
    let collection = collect(&mut project, &gazetteer)?;
    project.write_layers(&collection, &gazetteer).map_err(told)?;
    save(&project, file)?;
    project.close().map_err(told)?;
    Ok(corpus.problems.into_iter().chain(collection.problems).collect())
}

/// A copy has no log beside it: it is a file that can be given away.
fn save(project: &Project, file: &Path) -> Result<(), Problem> {
    let saved = project.save_as(file, Target::Replace);
    saved.map_err(|error| Problem::failure(file.to_string_lossy(), error.to_string()))
}
