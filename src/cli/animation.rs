//! `dateline extract --format gif`: the run through time, a map a month.

use super::inputs::{Inputs, Texts};
use super::{exit_code, failed};
use crate::export::map::{self, Look, MapData, MapOptions, Run, Size};
use crate::problem::{Fault, Problem};
use crate::store::{EventStore, StoredPlace};
use crate::view_state::ViewState;
use crate::wording::Language;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;

/// Writes the maps of all months with events to a file, as the window does before anything is chosen in it.
pub(super) fn write(inputs: &Inputs, file: &Path) -> ExitCode {
    let read = match inputs.read(Texts::Once) {
        Ok(read) => read,
        Err(problem) => return failed(problem),
    };
    let store = EventStore::new(read.collection.clone(), |id| Some(StoredPlace::of(&read.gazetteer.place(id))));
    let view = ViewState::new(&store);
    let run = Run { steps: view.run(&store), a_second: view.playback.speed };
    let name = file.to_string_lossy();
    if run.steps.is_empty() {
        return failed(Problem::failure(name, "no event has both a place and a day: there is nothing to animate"));
    }
    let options = MapOptions {
        days: view.window,
        size: Size::A_DOT_A_POINT,
        language: Language::English,
        look: Look::Light,
        extent: None,
    };
    let data = MapData::all(&read.collection, &read.gazetteer);
    let mut out = match File::create(file) {
        Ok(created) => BufWriter::new(created),
        Err(error) => return failed(Problem::failure(name, Fault::of_writing(&error))),
    };
    let drawn = map::animate(data, &options, &run, &mut out, &|_| ControlFlow::Continue(()));
    match drawn.map_err(|error| error.to_string()).and_then(|_| out.flush().map_err(|error| error.to_string())) {
        Ok(()) => exit_code(&read.collection.problems),
        Err(reason) => failed(Problem::failure(name, Fault::CannotBeWritten { reason })),
    }
}
