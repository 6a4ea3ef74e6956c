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
