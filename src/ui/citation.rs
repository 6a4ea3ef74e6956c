//! A quote with where it stands, to be pasted elsewhere: words, report, day of publication, bytes.

use super::texts::Texts;
use crate::reason::DocumentIndex;
use crate::span::Span;
use crate::store::EventStore;

/// `« … » (002.txt, published 2021-07-07, bytes 312–540)`; the words are the report's own, byte for byte.
pub(super) fn citation(store: &EventStore, document: DocumentIndex, quote: Span, texts: &Texts) -> String {
    let Some(report) = store.document(document) else { return String::new() };
    let mut parts = Vec::new();
    if let Some(title) = report.title.as_deref().filter(|title| !title.trim().is_empty()) {
        parts.push(title.trim().to_owned());
    }
    parts.push(report.id.clone());
    let published = store.annotation(document).map(|found| &found.publication.inferred);
    parts.push(match published.filter(|day| !day.is_open()) {
        Some(day) => texts.with("citation-published", [("day", day.to_string().into())]),
        None => texts.get("published-unknown"),
    });
    parts.push(texts.with("citation-bytes", [("start", quote.start().into()), ("end", quote.end().into())]));
    format!("« {} » ({})", quote.of(&report.text), parts.join(", "))
}
