//! [`Drawing`]: a picture of the map that is drawn while the window goes on.

use super::beside::beside;
use super::{Message, Worker};
use crate::event::Event;
use crate::export::map::{self, Letters, MapData, MapOptions, Run};
use crate::gazetteer::Gazetteer;
use crate::pipeline::Progress;
use crate::problem::Fault;
use crate::store::EventStore;
use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// What is drawn.
#[derive(Debug)]
pub(in crate::ui) struct Drawing {
    /// The events that may be on it.
    pub(in crate::ui) events: Vec<Event>,
    /// What they come from.
    pub(in crate::ui) of: Arc<EventStore>,
    pub(in crate::ui) gazetteer: Gazetteer,
    pub(in crate::ui) options: MapOptions,
    pub(in crate::ui) picture: Picture,
}

/// Still or moving.
#[derive(Debug)]
pub(in crate::ui) enum Picture {
    /// The days of the options: SVG where the file's name ends so, else PNG.
    Still,
    /// A run through time, as GIF.
    Moving(Run),
}

impl Worker {
    /// Draws a picture and writes it to a file; one that is still being drawn is broken off.
    pub(in crate::ui) fn draw(&mut self, drawing: Drawing, file: PathBuf) {
        self.cancel_drawing();
        self.cancel_drawing = Arc::default();
        let (reply, cancel) = (self.reply(), Arc::clone(&self.cancel_drawing));
        std::thread::spawn(move || {
            let total = match &drawing.picture {
                Picture::Still => 1,
                Picture::Moving(run) => run.steps.len(),
            };
            let watch = |done: usize| {
                reply.send(Message::Drawing(Progress { done, total }));
                if cancel.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            let written = drawing.write(&file, &watch);
            reply.send(match written {
                Ok(ControlFlow::Continue(())) => Message::Drawn { file, maps: total },
                Ok(ControlFlow::Break(())) => Message::NotDrawn,
                Err(reason) => Message::NotWritten { file, reason },
            });
        });
    }

    /// Breaks the drawing off.
    pub(in crate::ui) fn cancel_drawing(&self) {
        self.cancel_drawing.store(true, Ordering::Relaxed);
    }
}

impl Drawing {
    /// What is broken off or fails leaves what was there.
    fn write(&self, file: &Path, watch: &dyn Fn(usize) -> ControlFlow<()>) -> Result<ControlFlow<()>, Fault> {
        let told = |error: std::io::Error| Fault::of_writing(&error);
        let mut beside = beside(file).map_err(told)?;
        let data = MapData { events: &self.events, collection: self.of.collection(), gazetteer: &self.gazetteer };
        let mut out = BufWriter::new(&mut beside);
        let flow = match &self.picture {
            Picture::Still => {
                let bytes = self.still(data, file)?;
                out.write_all(&bytes).map_err(told)?;
                ControlFlow::Continue(())
            }
            Picture::Moving(run) => map::animate(data, &self.options, run, &mut out, watch).map_err(undrawn)?,
        };
        out.flush().map_err(told)?;
        drop(out);
        if flow.is_continue() {
            beside.persist(file).map_err(|error| told(error.error))?;
        }
        Ok(flow)
    }

    fn still(&self, data: MapData<'_>, file: &Path) -> Result<Vec<u8>, Fault> {
        let is_svg = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg"));
        if is_svg {
            return Ok(map::draw(data, &self.options, Letters::Text).into_bytes());
        }
        map::picture(&map::draw(data, &self.options, Letters::Outlines)).map_err(undrawn)
    }
}

/// A picture that could not be made, in the words of what makes it.
fn undrawn(error: impl std::fmt::Display) -> Fault {
    Fault::CannotBeWritten { reason: error.to_string() }
}
