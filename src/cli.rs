//! The command line: `dateline [PATH…]` opens the window, the subcommands print.

#[cfg(feature = "render")]
mod animation;
mod gazetteer;
mod inputs;
mod problem_lines;
mod project;
mod project_changes;
mod project_entries;
#[cfg(feature = "render")]
mod render;
mod scratch_files;

use crate::collection::Collection;
use crate::export::{self, Format};
use crate::gazetteer::Gazetteer;
use crate::pipeline::Progress;
use crate::problem::{Problem, Severity};
use clap::{Args, Parser, Subcommand};
use gazetteer::GazetteerCommand;
use inputs::{Inputs, Texts};
use problem_lines::problem_lines;
use project::ProjectCommand;
#[cfg(feature = "render")]
use render::RenderCommand;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Reads a pile of news reports as a map you can scrub through time.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    inputs: Inputs,
    /// A map of your own for the window: an archive of images or vector tiles (.pmtiles)
    #[arg(long, value_name = "FILE")]
    basemap: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Prints places, dates and the day of publication of each report, one JSON object a line
    Annotate {
        #[command(flatten)]
        inputs: Inputs,
        #[command(flatten)]
        output: Output,
    },
    /// Writes the events that the reports tell
    Extract {
        #[command(flatten)]
        inputs: Inputs,
        /// jsonl, csv, acled-csv, geojson, kml, geoparquet; or, into a file, gpkg, or gif (a map a month, as an animation)
        #[arg(long, default_value = "jsonl", value_parser = parse_form)]
        format: Form,
        /// Write what is not on the map instead, and why: not placed, not dated, not an event, problems (JSON Lines)
        #[arg(long, conflicts_with = "format")]
        trays: bool,
        #[command(flatten)]
        output: Output,
    },
    /// Draws a still map of the events of some days, as PNG or SVG
    #[cfg(feature = "render")]
    Render(Box<RenderCommand>),
    /// Looks places up, checks a file of places, imports a dump of GeoNames
    Gazetteer {
        #[command(subcommand)]
        command: GazetteerCommand,
    },
    /// Keeps reports and corrections in a file, which QGIS and other programs read too
    Project {
        #[command(subcommand)]
        command: Box<ProjectCommand>,
    },
}

#[derive(Debug, Args)]
struct Output {
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What becomes of the events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// They are written out.
    Data(Format),
    /// They are drawn on maps, one after another.
    #[cfg(feature = "render")]
    Animation,
}

fn parse_form(name: &str) -> Result<Form, String> {
    #[cfg(feature = "render")]
    if name == ANIMATION {
        return Ok(Form::Animation);
    }
    let names = || Format::ALL.map(Format::name).into_iter().chain(cfg!(feature = "render").then_some(ANIMATION));
    let format = Format::from_name(name).map(Form::Data);
    format.ok_or_else(|| format!("one of {}", names().collect::<Vec<_>>().join(", ")))
}

/// The name of the animation among the formats.
const ANIMATION: &str = "gif";

/// Runs the program with these arguments, the first being its own name.
///
/// Exit codes: 0 done, 1 some inputs failed, 2 usage.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version come this way too, and are no failure. A closed pipe is nobody's fault.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    match arguments.command {
        None => open_window(arguments.inputs, arguments.basemap),
        Some(Command::Annotate { inputs, output }) => {
            print_result(&inputs, Texts::Each, &output, |collection, gazetteer, out| {
                export::write_annotations(collection, gazetteer, out)
            })
        }
        Some(Command::Extract { inputs, trays: true, output, .. }) => {
            print_result(&inputs, Texts::Once, &output, |collection, gazetteer, out| {
                export::write_trays(collection, gazetteer, out)
            })
        }
        Some(Command::Extract {
            inputs, format: Form::Data(Format::GeoPackage), output: Output { output }, ..
        }) => output.map_or_else(|| needs_file("gpkg"), |file| inputs::write_geopackage(&inputs, &file)),
        #[cfg(feature = "render")]
        Some(Command::Extract { inputs, format: Form::Animation, output: Output { output }, .. }) => {
            output.map_or_else(|| needs_file(ANIMATION), |file| animation::write(&inputs, &file))
        }
        Some(Command::Extract { inputs, format: Form::Data(format), output, .. }) => {
            print_result(&inputs, Texts::Once, &output, |collection, gazetteer, out| {
                export::write_events(collection, gazetteer, format, out)
            })
        }
        #[cfg(feature = "render")]
        Some(Command::Render(command)) => command.run(),
        Some(Command::Gazetteer { command }) => command.run(),
        Some(Command::Project { command }) => command.run(),
    }
}

fn needs_file(format: &str) -> ExitCode {
    report(&[Problem::failure(format, "is written to a file: name it with -o FILE")]);
    ExitCode::from(2)
}

/// Reads the inputs and has `print` write what was found; problems go to standard error.
fn print_result(
    inputs: &Inputs,
    texts: Texts,
    output: &Output,
    print: impl FnOnce(&Collection, &Gazetteer, &mut dyn Write) -> io::Result<()>,
) -> ExitCode {
    let read = match inputs.read(texts) {
        Ok(read) => read,
        Err(problem) => return failed(problem),
    };
    let (collection, gazetteer) = (&read.collection, &read.gazetteer);
    let written = match &output.output {
        Some(path) => File::create(path).and_then(|file| print(collection, gazetteer, &mut BufWriter::new(file))),
        None => print(collection, gazetteer, &mut BufWriter::new(io::stdout().lock())),
    };
    match written {
        // Whoever read our output has seen enough (`| head`).
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let name = output.output.as_deref().unwrap_or(Path::new("standard output"));
            failed(Problem::failure(name.to_string_lossy(), format!("cannot be written: {error}")))
        }
        Ok(()) => {
            let code = exit_code(&collection.problems);
            // The program is over: the system takes all memory back at once, piece by piece takes as long as a round of dating.
            std::mem::forget(read);
            code
        }
    }
}

fn failed(problem: Problem) -> ExitCode {
    report(&[problem]);
    ExitCode::FAILURE
}

fn exit_code(problems: &[Problem]) -> ExitCode {
    ExitCode::from(u8::from(problems.iter().any(|problem| problem.severity == Severity::Failure)))
}

fn report(problems: &[Problem]) {
    let mut out = BufWriter::new(io::stderr().lock());
    for line in problem_lines(problems) {
        // Nothing is left to tell it to when standard error is gone.
        let _ = writeln!(out, "dateline: {line}");
    }
    let _ = out.flush();
}

fn show_progress(progress: Progress) -> ControlFlow<()> {
    const EVERY: usize = 500;
    if progress.total > EVERY && progress.done.is_multiple_of(EVERY) && io::stderr().is_terminal() {
        let _ = write!(io::stderr(), "\r{} of {} reports", progress.done, progress.total);
    }
    ControlFlow::Continue(())
}

#[cfg(feature = "ui")]
fn open_window(inputs: Inputs, basemap: Option<PathBuf>) -> ExitCode {
    use crate::ui::Reports;
    use crate::view_state::Ground;
    let reports = match (inputs.published, inputs.paths) {
        (Some(day), paths) => Reports::Published(paths, day),
        (None, paths) if paths.is_empty() => Reports::Bundled,
        (None, paths) => Reports::Paths(paths),
    };
    match crate::ui::run(reports, basemap.map_or(Ground::Offline, Ground::File), inputs.own.paths()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report(&[Problem::failure("no window", error.to_string())]);
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(feature = "ui"))]
fn open_window(_: Inputs, _: Option<PathBuf>) -> ExitCode {
    report(&[Problem::failure("no window", "built without the window; `dateline extract` prints the events")]);
    ExitCode::FAILURE
}
