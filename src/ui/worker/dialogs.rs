//! Asking for files and folders, in the system's own dialogs.

use super::{Message, Worker};
use crate::export::Format;
use crate::project::EXTENSION;
use crate::ui::texts::Texts;
use crate::view_state::PathFor;
use rfd::{AsyncFileDialog, FileHandle};
use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::time::{Duration, Instant};

/// Nobody opens a dialog, looks at it and dismisses it within this time: where there is no answer by then, there was no dialog.
/// The systems' own interfaces tell the two apart no further.
const AT_ONCE: Duration = Duration::from_millis(250);

/// The formats that events are written in, as they are offered, by the names that they are known by.
pub(super) const FORMATS_OFFERED: [(Format, &str); 7] = [
    (Format::GeoJson, "GeoJSON"),
    (Format::Csv, "CSV"),
    (Format::AcledCsv, "CSV (ACLED)"),
    (Format::GeoPackage, "GeoPackage"),
    (Format::Kml, "KML"),
    (Format::JsonLines, "JSON Lines"),
    (Format::GeoParquet, "GeoParquet"),
];

type Chosen = Pin<Box<dyn Future<Output = Vec<FileHandle>> + Send>>;

impl Worker {
    /// Asks for a path; says so where no dialog comes.
    pub(in crate::ui) fn ask(&self, what: PathFor, texts: &Texts) {
        let reply = self.reply();
        let begun = Instant::now();
        // Some systems want their dialogs made on the window's thread; all let them be waited for elsewhere.
        let chosen = dialog(what, file_name(what, texts));
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

fn dialog(what: PathFor, file_name: String) -> Chosen {
    let dialog = AsyncFileDialog::new();
    let dialog = if what.is_target() { dialog.set_file_name(file_name) } else { dialog };
    match what {
        PathFor::Anything | PathFor::ReportFiles => several(dialog.pick_files()),
        PathFor::ReportFolder => several(dialog.pick_folders()),
        PathFor::Project => one(dialog.add_filter("dateline", &[EXTENSION, "gpkg"]).pick_file()),
        PathFor::Places => one(dialog.add_filter("CSV", &["csv", "places"]).pick_file()),
        PathFor::Map => one(dialog.add_filter("PMTiles", &["pmtiles"]).pick_file()),
        PathFor::NewProject => one(dialog.add_filter("dateline", &[EXTENSION]).save_file()),
        PathFor::Events => {
            let offered = FORMATS_OFFERED.into_iter();
            let dialog = offered.fold(dialog, |dialog, (format, name)| dialog.add_filter(name, &[format.ending()]));
            one(dialog.save_file())
        }
        PathFor::Picture => one(dialog.add_filter("PNG", &["png"]).add_filter("SVG", &["svg"]).save_file()),
        PathFor::Animation => one(dialog.add_filter("GIF", &["gif"]).save_file()),
    }
}

/// The name that a file to write has unless somebody says otherwise, in the reader's language; empty for what is opened.
pub(in crate::ui) fn file_name(what: PathFor, texts: &Texts) -> String {
    let (name, ending) = match what {
        PathFor::NewProject => ("file-name-project", EXTENSION),
        PathFor::Events => ("file-name-events", Format::GeoJson.ending()),
        PathFor::Picture => ("file-name-picture", "png"),
        PathFor::Animation => ("file-name-animation", "gif"),
        _ => return String::new(),
    };
    format!("{}.{ending}", texts.get(name))
}

fn one(file: impl Future<Output = Option<FileHandle>> + Send + 'static) -> Chosen {
    Box::pin(async { file.await.into_iter().collect() })
}

fn several(files: impl Future<Output = Option<Vec<FileHandle>>> + Send + 'static) -> Chosen {
    Box::pin(async { files.await.unwrap_or_default() })
}
