//! What a project of 10,000 reports costs: opening it to what is on the map, searching its texts, correcting an event of it.
//!
//! `cargo bench --no-default-features --bench project`. The project is made once, in a folder of its own, before anything is measured.

use criterion::{Criterion, criterion_group, criterion_main};
use dateline::corpus::Corpus;
use dateline::correction::{Act, Change, Entry, Log, Moment, Subject, apply};
use dateline::document::Document;
use dateline::event::EventKind;
use dateline::gazetteer::{Gazetteer, PlaceId};
use dateline::pipeline::Engine;
use dateline::project::Project;
use dateline::store::{EventStore, StoredPlace};
use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::Path;

const REPORTS: usize = 10_000;

/// The bundled reports' paragraphs, shuffled by a fixed rule, as reports of about 2 kB.
fn reports() -> Corpus {
    let corpus = Corpus::bundled();
    let paragraphs: Vec<&str> = corpus.documents.iter().flat_map(|document| document.text.split("\n\n")).collect();
    let mut at = 0_usize;
    let documents = (0..REPORTS).map(|number| {
        // A number of its own: no two texts are the same report.
        let mut text = format!(" date 2021-07 \n\nReport {number}.\n\n");
        while text.len() < 2_000 {
            at = (at * 31 + number + 7) % paragraphs.len();
            text.push_str(paragraphs.get(at).copied().unwrap_or_default());
            text.push_str("\n\n");
        }
        Document::new(format!("{number}.txt"), text)
    });
    Corpus { documents: documents.collect(), problems: Vec::new() }
}

/// Opens a project and gives the number of its events, as the window does before it draws the map.
fn open(path: &Path) -> usize {
    let mut project = Project::open(path).expect("a project");
    let gazetteer = Gazetteer::embedded();
    let engine = || Engine::bundled(gazetteer.clone());
    let read = project.collection(gazetteer, engine, &|_| ControlFlow::Continue(())).expect("it is whole");
    let corrected = apply(&read.unwrap_or_default(), gazetteer, project.log());
    corrected.collection.events.len()
}

fn project(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bench.dateline");
    let mut project = Project::create(&path).expect("a new project");
    project.add(&reports()).expect("the disk has room");
    project.close().expect("the disk has room");
    // The first opening reads all reports; what is measured are the later ones.
    assert!(open(&path) > 1000, "the reports tell of nothing");
    let mut group = criterion.benchmark_group("10,000 reports");
    group.sample_size(10);
    group.bench_function("open", |bencher| bencher.iter(|| open(black_box(&path))));
    let project = Project::open(&path).expect("a project");
    for words in ["taliban", "capitale province badghis", "general sayad", "zzzzz", "a"] {
        group.bench_function(format!("search: {words}"), |bencher| {
            bencher.iter(|| project.search(black_box(words), 50).expect("it is whole").len());
        });
    }
    group.finish();
}

/// What each correction costs before the map shows it, and what a letter typed into the search costs.
fn correction(criterion: &mut Criterion) {
    let gazetteer = Gazetteer::embedded();
    let engine = Engine::bundled(gazetteer.clone()).expect("the packs that ship");
    let read = engine.read_all(reports());
    let describe = |id: PlaceId| Some(StoredPlace::of(&gazetteer.place(id)));
    let of = Subject::event(&read, read.events.first().expect("the reports tell of something"));
    let act = Act::Correct(Box::new(Change::Kind { of, to: EventKind::Protest }));
    let (who, before, note) = (String::new(), String::new(), String::new());
    let log = Log::of([Entry { when: Moment::default(), who, act, before, note }]);
    let shown = EventStore::new(read.clone(), describe);
    let mut group = criterion.benchmark_group("10,000 reports in the window");
    group.sample_size(10);
    group.bench_function("correction laid over", |bencher| {
        bencher.iter(|| apply(black_box(&read), gazetteer, &log).collection.events.len());
    });
    group.bench_function("correction laid over and indexed", |bencher| {
        bencher.iter(|| {
            let corrected = apply(black_box(&read), gazetteer, &log);
            EventStore::beside(&shown, corrected.collection, describe).len()
        });
    });
    group.bench_function("indexed for the first time", |bencher| {
        bencher.iter(|| EventStore::new(read.clone(), describe).len());
    });
    for words in ["a", "taliban", "capitale province badghis"] {
        group.bench_function(format!("search: {words}"), |bencher| {
            bencher.iter(|| shown.search(black_box(words)).events.len());
        });
    }
    group.finish();
}

criterion_group!(benches, project, correction);
criterion_main!(benches);
