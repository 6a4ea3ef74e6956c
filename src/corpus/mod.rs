//! Folders, files and tables of reports, read into documents and problems: the only reader of reports.

mod bundled;
pub mod decode;
pub mod table;
mod walk;
mod watch;

pub use watch::{FolderChange, FolderWatch};

use crate::document::Document;
use crate::edtf::DateSet;
use crate::problem::{Fault, Problem};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::collections::hash_map::Entry;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Reports as read, and what could not be.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// In a stated order: arguments as given, folders by path, tables by line. Their ids differ.
    pub documents: Vec<Document>,
    /// One line each.
    pub problems: Vec<Problem>,
}

/// Bytes of one file beyond which it is not read: offsets are 32 bits wide, and no report is that long.
const LARGEST_FILE: u64 = 1 << 30;

impl Corpus {
    /// Reads files, folders (with all in them) and tables of reports. What cannot be read is a [`Problem`]; the rest goes on.
    #[must_use]
    pub fn read(paths: &[PathBuf]) -> Self {
        let mut corpus = Self::default();
        for path in paths {
            corpus.read_path(path);
        }
        corpus.make_ids_differ();
        corpus
    }

    /// Reads JSON Lines from a stream; `name` is only for messages.
    #[must_use]
    pub fn read_lines(name: &str, mut stream: impl Read) -> Self {
        let mut corpus = Self::default();
        let mut bytes = Vec::new();
        match stream.read_to_end(&mut bytes) {
            Ok(_) => corpus.add_table(Path::new(name), "jsonl", bytes),
            Err(error) => corpus.problems.push(Problem::failure(name, Fault::from(error))),
        }
        corpus.make_ids_differ();
        corpus
    }

    /// States a day of publication for every report that states none of its own outside the text.
    pub fn state_publication(&mut self, day: &DateSet) {
        for document in &mut self.documents {
            document.stated.get_or_insert_with(|| day.clone());
        }
    }

    /// The same reports, where one text is one report: each further copy is a line that names the first.
    #[must_use]
    pub fn with_texts_once(mut self) -> Self {
        let documents = std::mem::take(&mut self.documents);
        let copies = copies(&documents);
        for (document, first) in documents.into_iter().zip(copies) {
            match first {
                Some(id) => {
                    self.problems.push(Problem::notice(document.id, Fault::SameText { report: id }));
                }
                None => self.documents.push(document),
            }
        }
        self
    }

    fn read_path(&mut self, path: &Path) {
        if !path.is_dir() {
            self.read_file(path, &path.to_string_lossy());
            return;
        }
        let (files, problems) = walk::files_in(path);
        self.problems.extend(problems);
        if files.is_empty() {
            self.problems.push(Problem::notice(path.to_string_lossy(), Fault::NoReportInFolder));
        }
        for file in files {
            let id = file.strip_prefix(path).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            self.read_file(&file, &id);
        }
    }

    fn read_file(&mut self, path: &Path, id: &str) {
        let name = path.to_string_lossy();
        match read_bytes(path) {
            Err(fault) => self.problems.push(Problem::failure(name, fault)),
            Ok(bytes) => match walk::extension(path).as_str() {
                kind @ ("jsonl" | "ndjson" | "csv") => self.add_table(path, kind, bytes),
                _ => self.add_report(path, id, bytes),
            },
        }
    }

    fn add_table(&mut self, path: &Path, kind: &str, bytes: Vec<u8>) {
        let name = path.to_string_lossy();
        match decode::decode(bytes) {
            Err(fault) => self.problems.push(Problem::failure(name, fault)),
            Ok(decoded) => {
                self.problems.extend(decoded.notice.map(|notice| Problem::notice(name.clone(), notice)));
                let rows = if kind == "csv" {
                    table::parse_csv(&name, &decoded.text)
                } else {
                    table::parse_json_lines(&name, &decoded.text)
                };
                let rows_of_it = rows.documents.into_iter();
                self.documents.extend(rows_of_it.map(|row| Document { table: Some(path.to_path_buf()), ..row }));
                self.problems.extend(rows.problems);
            }
        }
    }

    fn add_report(&mut self, path: &Path, id: &str, bytes: Vec<u8>) {
        let name = path.to_string_lossy();
        let decoded = match decode::decode(bytes) {
            Ok(decoded) => decoded,
            Err(fault) => return self.problems.push(Problem::failure(name, fault)),
        };
        self.problems.extend(decoded.notice.map(|notice| Problem::notice(name.clone(), notice)));
        let mut document = Document::new(id, decoded.text);
        document.path = Some(path.to_path_buf());
        document.title = table::headline(&document.text);
        self.add_sidecar(path, &mut document);
        self.documents.push(document);
    }

    /// What a `report.json` or `report.txt.json` beside the report states: day of publication, language, title.
    fn add_sidecar(&mut self, path: &Path, document: &mut Document) {
        let mut beside = path.as_os_str().to_owned();
        beside.push(".json");
        for sidecar in [path.with_extension("json"), PathBuf::from(beside)] {
            if sidecar.is_file() {
                let read = read_bytes(&sidecar).and_then(|bytes| table::apply_sidecar(&bytes, document));
                self.problems.extend(read.err().map(|fault| Problem::notice(sidecar.to_string_lossy(), fault)));
            }
        }
    }

    /// Two reports of one id would be one in every output: the later gets its path, or its number in reading order.
    fn make_ids_differ(&mut self) {
        let mut seen = FxHashSet::with_capacity_and_hasher(self.documents.len(), FxBuildHasher);
        for (number, document) in (1_u32..).zip(&mut self.documents) {
            if !seen.insert(document.id.clone()) {
                let path = document.path.as_ref().map(|path| path.to_string_lossy().into_owned());
                document.id =
                    path.filter(|path| !seen.contains(path)).unwrap_or_else(|| format!("{}#{number}", document.id));
                seen.insert(document.id.clone());
            }
        }
    }
}

/// For each report the id of an earlier one with its text. Reports of one text that state different days or languages are told
/// apart by those.
fn copies(documents: &[Document]) -> Vec<Option<String>> {
    // With room for all from the start: growing would take the hash of every text again.
    let mut first: FxHashMap<(&str, Option<&DateSet>, Option<&str>), &str> =
        FxHashMap::with_capacity_and_hasher(documents.len(), FxBuildHasher);
    let earlier = documents.iter().map(|document| {
        let key = (document.text.as_str(), document.stated.as_ref(), document.language.as_deref());
        match first.entry(key) {
            Entry::Occupied(entry) => Some((*entry.get()).to_owned()),
            Entry::Vacant(entry) => {
                entry.insert(&document.id);
                None
            }
        }
    });
    earlier.collect()
}

/// The text of a file that is no report: a gazetteer, a pack.
///
/// # Errors
/// The file and the reason, where it cannot be read or is no text.
pub fn read_text(path: &Path) -> Result<String, Problem> {
    let name = path.to_string_lossy();
    let bytes = read_bytes(path).map_err(|fault| Problem::failure(name.clone(), fault))?;
    let decoded = decode::decode(bytes).map_err(|fault| Problem::failure(name, fault))?;
    Ok(decoded.text)
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, Fault> {
    let size = std::fs::metadata(path)?;
    if size.len() > LARGEST_FILE {
        return Err(Fault::TooLarge { megabytes: (size.len() >> 20).to_string() });
    }
    Ok(std::fs::read(path)?)
}
