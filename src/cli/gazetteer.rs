//! `dateline gazetteer lookup | check | import`.

use super::scratch_files::{FilesBeside, beside};
use super::{exit_code, report};
use crate::gazetteer::{DumpReader, Gazetteer, Import, ImportError, Progress, Scratch, check, import_dump};
use crate::problem::Problem;
use crate::project::PlaceFile;
use clap::{Args, Subcommand};
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What to do with places.
#[derive(Debug, Subcommand)]
pub(super) enum GazetteerCommand {
    /// Prints the places that a name may mean, best first: id, name, kind, country, division, latitude, longitude, people and edits, parted by tabs
    Lookup {
        /// The name, in any spelling
        #[arg(required = true)]
        name: Vec<String>,
        /// How many places to print
        #[arg(short = 'n', long, default_value_t = 10)]
        limit: usize,
        #[command(flatten)]
        own: OwnPlaces,
    },
    /// Lists what is wrong with a file of places (CSV)
    Check {
        /// The file, in the form of data/gazetteer.csv
        file: PathBuf,
        #[command(flatten)]
        own: OwnPlaces,
    },
    /// Makes an index of a dump of GeoNames (allCountries.txt or XX.txt), to be used with --gazetteer
    Import {
        /// The dump
        file: PathBuf,
        /// The file alternateNamesV2.txt of the same dump
        #[arg(long, value_name = "FILE")]
        names: Option<PathBuf>,
        /// Where to write the index; the dump's name with .places in its end, where not given
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

/// The user's own places.
#[derive(Debug, Args)]
pub(super) struct OwnPlaces {
    /// Your own places: a CSV in the form of data/gazetteer.csv, or an index that `gazetteer import` wrote
    #[arg(long = "gazetteer", value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl OwnPlaces {
    /// Where the files are.
    #[cfg(feature = "ui")]
    pub(super) fn paths(self) -> Vec<PathBuf> {
        self.files
    }

    /// The files, still to be read.
    pub(super) fn files(&self) -> impl Iterator<Item = PlaceFile> {
        self.files.iter().map(|path| PlaceFile::at(path))
    }

    /// Lays the files over the embedded places; what cannot be read is told on standard error, and left out.
    pub(super) fn over_the_embedded(&self) -> Gazetteer {
        let mut gazetteer = Gazetteer::embedded().clone();
        for path in &self.files {
            let source = path.to_string_lossy();
            match fs::read(path) {
                Ok(bytes) => {
                    let (over, problems) = gazetteer.with_file(bytes, &source);
                    gazetteer = over;
                    report(&problems);
                }
                Err(error) => report(&[Problem::failure(source, error.to_string())]),
            }
        }
        gazetteer
    }
}

impl GazetteerCommand {
    pub(super) fn run(self) -> ExitCode {
        match self {
            Self::Lookup { name, limit, own } => look_up(&own.over_the_embedded(), &name.join(" "), limit),
            Self::Check { file, own } => check_file(&own.over_the_embedded(), &file),
            Self::Import { file, names, output } => {
                let output = output.unwrap_or_else(|| file.with_extension("places"));
                import(&file, names.as_deref(), &output)
            }
        }
    }
}

fn look_up(gazetteer: &Gazetteer, name: &str, limit: usize) -> ExitCode {
    let found = gazetteer.lookup(name, limit);
    let mut out = BufWriter::new(io::stdout().lock());
    for found in &found {
        let place = gazetteer.place(found.place);
        let division = place.admin1.map_or("", |admin1| gazetteer.place(admin1).name);
        // A closed pipe is nobody's fault.
        let _ = writeln!(
            out,
            "{}\t{}\t{}\t{}\t{division}\t{}\t{}\t{}\t{}",
            place.id,
            place.name,
            place.kind,
            place.country,
            place.point.latitude,
            place.point.longitude,
            place.population,
            found.edits
        );
    }
    if found.is_empty() {
        report(&[Problem::failure(name, "no place of such a name")]);
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn check_file(gazetteer: &Gazetteer, file: &Path) -> ExitCode {
    let source = file.to_string_lossy();
    let problems = match fs::read(file) {
        Ok(bytes) => check(&String::from_utf8_lossy(&bytes), &source, Some(gazetteer)),
        Err(error) => vec![Problem::failure(source, error.to_string())],
    };
    report(&problems);
    exit_code(&problems)
}

fn import(file: &Path, names: Option<&Path>, output: &Path) -> ExitCode {
    match write_import(file, names, output) {
        Ok(imported) => {
            report(&imported.problems);
            report(&[Problem::notice(output.to_string_lossy(), format!("{} places written", imported.places))]);
            exit_code(&imported.problems)
        }
        Err(problem) => {
            report(&[problem]);
            ExitCode::FAILURE
        }
    }
}

/// Writes beside the file and then takes its name, so that whoever is interrupted leaves the old file as it was.
fn write_import(file: &Path, names: Option<&Path>, output: &Path) -> Result<Import, Problem> {
    let failed = |error: io::Error| Problem::failure(output.to_string_lossy(), format!("cannot be written: {error}"));
    let part = beside(output, ".part");
    let mut index = BufWriter::new(File::create(&part).map_err(failed)?);
    let imported = read_dump(file, names, (&mut FilesBeside::new(output), &mut index)).inspect_err(|_problem| {
        // Nothing is lost where it stays: the next import writes over it.
        let _ = fs::remove_file(&part);
    })?;
    let index = index.into_inner().map_err(|error| failed(error.into_error()))?;
    index.sync_all().and_then(|()| fs::rename(&part, output)).map_err(failed)?;
    Ok(imported)
}

fn read_dump(file: &Path, names: Option<&Path>, to: (&mut dyn Scratch, &mut dyn Write)) -> Result<Import, Problem> {
    let open = |path: &Path| {
        let opened = File::open(path).map(BufReader::new);
        opened.map_err(|error| Problem::failure(path.to_string_lossy(), error.to_string()))
    };
    let mut places = open(file)?;
    let mut names = names.map(|path| open(path).map(|reader| (path.to_string_lossy(), reader))).transpose()?;
    let mut names = names.as_mut().map(|(source, reader)| DumpReader { source, reader });
    let result = import_dump(
        &mut DumpReader { source: &file.to_string_lossy(), reader: &mut places },
        names.as_mut(),
        Gazetteer::embedded(),
        to,
        &mut show_progress,
    );
    result.map_err(|error| match error {
        ImportError::Read { source_name, error } => Problem::failure(source_name, error.to_string()),
        ImportError::Empty(_) | ImportError::Write(_) => Problem::failure("import", error.to_string()),
    })
}

fn show_progress(progress: Progress) {
    if io::stderr().is_terminal() {
        let _ = match progress {
            Progress::Lines(lines) => write!(io::stderr(), "\r{lines} lines read"),
            Progress::Places(places) => write!(io::stderr(), "\r{places} places put in order"),
        };
    }
}
