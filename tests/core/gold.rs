//! Reports that a person has read, and how much of it the program finds: figures may rise, and may not fall below the floors.

use crate::score::{Gold, Scores};
use dateline::corpus::Corpus;
use dateline::export::{self, Format};
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The least that a folder of reports has to reach: F1 or share, 0 to 1, but for the last two, which are the most.
struct Floors {
    toponyms_placed: f64,
    timexes_anchored: f64,
    published: f64,
    events_full: f64,
    claims: f64,
    joined: f64,
    wrong: u32,
    extra_per_document: f64,
}

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::bundled(Gazetteer::embedded().clone()).unwrap());

/// What the program prints of these reports: annotations and events, as JSON Lines.
fn print(paths: &[PathBuf]) -> (String, String) {
    let collection = ENGINE.read_all(Corpus::read(paths));
    let (mut annotations, mut events) = (Vec::new(), Vec::new());
    export::write_annotations(&collection, ENGINE.gazetteer(), &mut annotations).unwrap();
    export::write_events(&collection, ENGINE.gazetteer(), Format::JsonLines, &mut events).unwrap();
    (String::from_utf8(annotations).unwrap(), String::from_utf8(events).unwrap())
}

fn score(gold: &str, reports: &str) -> Scores {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let gold: Gold = serde_json::from_str(&fs::read_to_string(root.join(gold)).unwrap()).unwrap();
    let mut paths: Vec<PathBuf> =
        fs::read_dir(root.join(reports)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let (annotations, events) = print(&paths);
    Scores::of(&gold, &annotations, &events)
}

/// What is told of a fall: the misses themselves, or the figures alone where the reports are kept unseen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Telling {
    Misses,
    FiguresAlone,
}

#[track_caller]
fn check(gold: &str, reports: &str, telling: Telling, floors: &Floors) {
    let scores = score(gold, reports);
    println!("{reports}\n{scores}");
    let events = &scores.events;
    let least = [
        ("toponyms placed", scores.toponyms.end_to_end.f1(), floors.toponyms_placed),
        ("timexes anchored", scores.timexes.anchor.f1(), floors.timexes_anchored),
        ("published", scores.timexes.published.value(), floors.published),
        ("events in full", events.full.value(), floors.events_full),
        ("claims", events.claims.value(), floors.claims),
        ("joined", events.joined().value(), floors.joined),
    ];
    let low = least.iter().filter(|(_, value, floor)| value < floor);
    let mut fallen: Vec<String> = low.map(|(name, value, floor)| format!("{name}: {value:.3} of {floor}")).collect();
    if events.wrong > floors.wrong {
        fallen.push(format!("{} events that are none", events.wrong));
    }
    if scores.extra_per_document() > floors.extra_per_document {
        fallen.push(format!("{:.2} events a report that the gold lacks", scores.extra_per_document()));
    }
    let misses = if telling == Telling::Misses { scores.errors.join("\n") } else { String::new() };
    assert!(fallen.is_empty(), "{fallen:#?}\n{misses}");
}

/// Floors that anything passes, for a part that is not yet measured.
const NO_FLOORS: Floors = Floors {
    toponyms_placed: 0.0,
    timexes_anchored: 0.0,
    published: 0.0,
    events_full: 0.0,
    claims: 0.0,
    joined: 0.0,
    wrong: u32::MAX,
    extra_per_document: f64::INFINITY,
};

#[test]
fn the_seed_reports() {
    check("tests/gold/seeds.json", "seeds", Telling::Misses, &NO_FLOORS);
}

#[test]
fn french_reports() {
    check("tests/gold/reports/open_fr/gold.json", "tests/gold/reports/open_fr", Telling::Misses, &NO_FLOORS);
}

#[test]
fn french_reports_kept_unseen() {
    check("tests/gold/reports/held_fr/gold.json", "tests/gold/reports/held_fr", Telling::FiguresAlone, &NO_FLOORS);
}

#[test]
fn english_reports() {
    check("tests/gold/reports/open_en/gold.json", "tests/gold/reports/open_en", Telling::Misses, &NO_FLOORS);
}

#[test]
fn english_reports_kept_unseen() {
    check("tests/gold/reports/held_en/gold.json", "tests/gold/reports/held_en", Telling::FiguresAlone, &NO_FLOORS);
}
