//! Asking for files and folders, in the system's own dialogs.

use super::{Message, Worker};
use crate::project::EXTENSION;
use crate::view_state::PathFor;
use rfd::{AsyncFileDialog, FileHandle};
use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::time::{Duration, Instant};

/// Nobody opens a dialog, looks at it and dismisses it within this time: where there is no answer by then, there was no dialog.
/// The systems' own interfaces tell the two apart no further.
const AT_ONCE: Duration = Duration::from_millis(250);

type Chosen = Pin<Box<dyn Future<Output = Vec<FileHandle>> + Send>>;

impl Worker {
    /// Asks for a path; says so where no dialog comes.
    pub(in crate::ui) fn ask(&self, what: PathFor) {
        let reply = self.reply();
        let begun = Instant::now();
        // Some systems want their dialogs made on the window's thread; all let them be waited for elsewhere.
        let chosen = dialog(what);
        std::thread::spawn(move || {
            let paths: Vec<PathBuf> = pollster::block_on(chosen).iter().map(|file| file.path().to_owned()).collect();
            match paths.is_empty() {
                false => reply.send(Message::Chosen(what, paths)),
                true if begun.elapsed() < AT_ONCE => reply.send(Message::NoDialog(what)),
                true => {}
            }
        });
    }
}

fn dialog(what: PathFor) -> Chosen {
    let dialog = AsyncFileDialog::new();
    match what {
        PathFor::Anything | PathFor::ReportFiles => several(dialog.pick_files()),
        PathFor::ReportFolder => several(dialog.pick_folders()),
        PathFor::Project => one(dialog.add_filter("dateline", &[EXTENSION, "gpkg"]).pick_file()),
        PathFor::Places => one(dialog.add_filter("CSV", &["csv", "places"]).pick_file()),
        PathFor::Map => one(dialog.add_filter("PMTiles", &["pmtiles"]).pick_file()),
        PathFor::NewProject => {
            one(dialog.set_file_name(name_of(what)).add_filter("dateline", &[EXTENSION]).save_file())
        }
        PathFor::Events => one(dialog
            .set_file_name(name_of(what))
            .add_filter("GeoJSON", &["geojson"])
            .add_filter("CSV", &["csv"])
            .add_filter("JSON Lines", &["jsonl"])
            .add_filter("GeoPackage", &["gpkg"])
            .save_file()),
        PathFor::Picture => {
            one(dialog.set_file_name(name_of(what)).add_filter("PNG", &["png"]).add_filter("SVG", &["svg"]).save_file())
        }
        PathFor::Animation => one(dialog.set_file_name(name_of(what)).add_filter("GIF", &["gif"]).save_file()),
    }
}

/// The name that a file to write has unless somebody says otherwise; empty for what is opened.
pub(in crate::ui) fn name_of(what: PathFor) -> String {
    match what {
        PathFor::NewProject => format!("reports.{EXTENSION}"),
        PathFor::Events => "events.geojson".to_owned(),
        PathFor::Picture => "map.png".to_owned(),
        PathFor::Animation => "run.gif".to_owned(),
        _ => String::new(),
    }
}

fn one(file: impl Future<Output = Option<FileHandle>> + Send + 'static) -> Chosen {
    Box::pin(async { file.await.into_iter().collect() })
}

fn several(files: impl Future<Output = Option<Vec<FileHandle>>> + Send + 'static) -> Chosen {
    Box::pin(async { files.await.unwrap_or_default() })
}
