//! What the program finds in texts, as plain words that two readings can be compared by.

use dateline::corpus::Corpus;
use dateline::export::{self, Format};
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::bundled(Gazetteer::embedded().clone()).unwrap());

/// What was found in one report, without offsets: they move with the typography.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) published: String,
    /// Places, in order.
    pub(crate) places: Vec<String>,
    /// Days, in order.
    pub(crate) days: Vec<String>,
    /// Kind, place and days of each mention's event, sorted.
    pub(crate) events: Vec<String>,
}

/// The French reports that may be looked at, by file name.
pub(crate) fn open_reports() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["seeds", "tests/gold/reports/open_fr", "tests/gold/reports/wire_fr"];
    let files = folders.iter().flat_map(|folder| fs::read_dir(root.join(folder)).unwrap());
    let paths = files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "txt"));
    paths
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap()))
        .collect()
}

/// What `annotate` and `extract` print of these reports, as JSON Lines.
fn print(corpus: Corpus) -> (String, String) {
    let collection = ENGINE.read_all(corpus);
    let (mut annotations, mut events) = (Vec::new(), Vec::new());
    export::write_annotations(&collection, ENGINE.gazetteer(), &mut annotations).unwrap();
    export::write_events(&collection, ENGINE.gazetteer(), Format::JsonLines, &mut events).unwrap();
    (String::from_utf8(annotations).unwrap(), String::from_utf8(events).unwrap())
}

/// What the program prints of the reports in these files.
pub(crate) fn print_files(paths: &[PathBuf]) -> (String, String) {
    print(Corpus::read(paths))
}

/// What the program finds in these texts, read together in this order, by their names.
pub(crate) fn read<'a>(texts: impl IntoIterator<Item = (&'a String, &'a String)>) -> BTreeMap<String, Found> {
    let rows: Vec<String> =
        texts.into_iter().map(|(name, text)| json!({"id": name, "text": text}).to_string()).collect();
    let (annotations, events) = print(Corpus::read_lines("texts", Cursor::new(rows.join("\n"))));
    let mut found: BTreeMap<String, Found> = BTreeMap::new();
    for record in annotations.lines().map(parse) {
        let words = |list: &str, field: &str| -> Vec<String> {
            record[list]
                .as_array()
                .unwrap()
                .iter()
                .map(|entry| entry.pointer(field).unwrap_or(&Value::Null).to_string())
                .collect()
        };
        let one = Found {
            published: record["published"]["inferred"].to_string(),
            places: words("toponyms", "/place/id"),
            days: words("timexes", "/edtf"),
            events: Vec::new(),
        };
        found.insert(record["document"].as_str().unwrap().to_owned(), one);
    }
    for event in events.lines().map(parse) {
        let words = format!("{} {} {}", event["kind"], event["place"]["id"], event["when"]["edtf"]);
        for mention in event["mentions"].as_array().unwrap() {
            found.get_mut(mention["document"].as_str().unwrap()).unwrap().events.push(words.clone());
        }
    }
    for one in found.values_mut() {
        one.events.sort();
    }
    found
}

fn parse(line: &str) -> Value {
    serde_json::from_str(line).unwrap()
}
