//! Short texts, read as a collection of reports.

use dateline::collection::Collection;
use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;
use std::sync::LazyLock;

/// The bundled packs and places.
pub(super) static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::bundled(Gazetteer::embedded().clone()).unwrap());

/// Reports of these texts, read together; they are named by their number.
pub(super) fn read(texts: &[&str]) -> Collection {
    let report = |(number, text): (usize, &&str)| Document::new(format!("{number}"), format!("{text}\n"));
    let documents = texts.iter().enumerate().map(report).collect();
    ENGINE.read_all(Corpus { documents, problems: Vec::new() })
}

/// The events of these texts as `kind place day tellings`, by kind.
pub(super) fn told(texts: &[&str]) -> Vec<String> {
    let collection = read(texts);
    let events = collection.events.iter();
    let line = events.map(|event| {
        let place = event.place.map_or("-", |place| ENGINE.gazetteer().place(place).name);
        let day = event.when.as_ref().map_or("-".to_owned(), ToString::to_string);
        format!("{} {place} {day} {}", event.kind.name(), event.mentions.len())
    });
    let mut told: Vec<String> = line.collect();
    told.sort();
    told
}
