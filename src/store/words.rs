//! [`WordIndex`]: which reports hold a word, whatever its case and accents.

use super::{EventIndex, EventStore};
use crate::collection::Collection;
use crate::fold::fold;
use crate::reason::DocumentIndex;
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Passages shown for one report; the reader opens it for more.
const PASSAGES_PER_REPORT: usize = 3;

/// Folded words, each with the reports that hold it, ascending.
#[derive(Debug, Default)]
pub(super) struct WordIndex {
    postings: BTreeMap<String, Vec<DocumentIndex>>,
}

/// Words of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Passage {
    /// The report.
    pub document: DocumentIndex,
    /// Where in it.
    pub span: Span,
}

/// What a search brought up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Events with all the words in one of their quotes, in their place's name or in their actors' names; ascending.
    pub events: Vec<EventIndex>,
    /// Where the reports hold the words, a few a report, in reading order.
    pub passages: Vec<Passage>,
}

impl WordIndex {
    pub(super) fn new(collection: &Collection) -> Self {
        let mut postings: BTreeMap<String, Vec<DocumentIndex>> = BTreeMap::new();
        for (document, index) in collection.documents.iter().zip(0_u32..) {
            let words: BTreeSet<String> = words(&document.text).map(|(_, word)| fold(word)).collect();
            for word in words {
                postings.entry(word).or_default().push(DocumentIndex(index));
            }
        }
        Self { postings }
    }

    /// Reports with the word, or with one that begins with it.
    fn reports_with(&self, wanted: &Wanted) -> BTreeSet<DocumentIndex> {
        let from = self.postings.range(wanted.word.clone()..);
        let fitting = from.take_while(|(word, _)| word.starts_with(&wanted.word)).filter(|(word, _)| wanted.fits(word));
        fitting.flat_map(|(_, reports)| reports.iter().copied()).collect()
    }
}

/// A word that is looked for.
struct Wanted {
    word: String,
    may_go_on: bool,
}

impl Wanted {
    fn fits(&self, folded: &str) -> bool {
        if self.may_go_on { folded.starts_with(&self.word) } else { folded == self.word }
    }
}

pub(super) fn search(store: &EventStore, index: &WordIndex, query: &str) -> Found {
    let mut wanted: Vec<Wanted> = words(query).map(|(_, word)| Wanted { word: fold(word), may_go_on: false }).collect();
    let Some(last) = wanted.last_mut() else { return Found::default() };
    last.may_go_on = !query.ends_with(char::is_whitespace);
    let mut reports = wanted.iter().map(|word| index.reports_with(word));
    let first = reports.next().unwrap_or_default();
    let holding = reports.fold(first, |common, more| common.intersection(&more).copied().collect());
    let passages = holding.iter().flat_map(|&document| passages_in(store, document, &wanted)).collect();
    let events = store.events().filter(|&event| tells_of(store, event, &wanted, &holding)).collect();
    Found { events, passages }
}

/// The first places where the words follow each other; failing that, where the first of them stands.
fn passages_in(store: &EventStore, document: DocumentIndex, wanted: &[Wanted]) -> Vec<Passage> {
    let text = store.document(document).map_or("", |document| document.text.as_str());
    let found: Vec<(Span, String)> = words(text).map(|(span, word)| (span, fold(word))).collect();
    let runs = found.windows(wanted.len());
    let in_a_row = runs.filter(|run| run.iter().zip(wanted).all(|((_, word), wanted)| wanted.fits(word)));
    let mut spans: Vec<Span> =
        in_a_row.filter_map(|run| Some(run.first()?.0.hull(run.last()?.0))).take(PASSAGES_PER_REPORT).collect();
    if spans.is_empty() {
        let alone = found.iter().filter(|(_, word)| wanted.first().is_some_and(|first| first.fits(word)));
        spans = alone.map(|&(span, _)| span).take(PASSAGES_PER_REPORT).collect();
    }
    spans.into_iter().map(|span| Passage { document, span }).collect()
}

fn tells_of(store: &EventStore, event: EventIndex, wanted: &[Wanted], holding: &BTreeSet<DocumentIndex>) -> bool {
    let names = store.facets().actors_of(event).iter().map(|&row| store.facets().actor(row));
    let mut labels = names.chain(store.place_of(event).map(|place| place.name.as_str()));
    labels.any(|label| holds_all(label, wanted))
        || store.mentions_of(event).any(|(_, mention)| {
            let text = store.document(mention.document).map_or("", |document| document.text.as_str());
            holding.contains(&mention.document) && holds_all(mention.quote.of(text), wanted)
        })
}

fn holds_all(text: &str, wanted: &[Wanted]) -> bool {
    let held: Vec<String> = words(text).map(|(_, word)| fold(word)).collect();
    wanted.iter().all(|wanted| held.iter().any(|word| wanted.fits(word)))
}

/// The runs of letters and digits of a text: hyphens and apostrophes part words, as people leave them out when they search.
fn words(text: &str) -> impl Iterator<Item = (Span, &str)> {
    let is_part = |letter: char| letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter);
    text.split(move |letter| !is_part(letter)).filter(|word| !word.is_empty()).map(|word| {
        let start = word.as_ptr().addr() - text.as_ptr().addr();
        (Span::new(start, start + word.len()), word)
    })
}
