//! [`WordIndex`]: which reports and quotes hold a word, whatever its case and accents.

use super::{ActorRow, EventIndex, EventStore, PlaceRow};
use crate::collection::Collection;
use crate::event::Mention;
use crate::fold::fold;
use crate::gazetteer::french_name;
use crate::reason::DocumentIndex;
use crate::span::Span;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Passages shown for one report; the reader opens it for more.
const PASSAGES_PER_REPORT: usize = 3;

/// Passages shown in all; what a letter alone brings up is not worth more.
const MOST_PASSAGES: usize = 500;

/// Words of the reports and of their quotes; worked out once for the same reports.
#[derive(Clone, Debug, Default)]
pub(super) struct WordIndex {
    of: Arc<Words>,
}

#[derive(Debug, Default)]
struct Words {
    reports: Postings,
    /// Where tellings are quoted, each place once, ascending.
    quotes: Vec<(DocumentIndex, Span)>,
    quoted: Postings,
}

/// Folded words, each with the numbers of the texts that hold it, ascending.
#[derive(Debug, Default)]
struct Postings {
    texts: usize,
    postings: BTreeMap<String, Vec<u32>>,
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
    /// Events with all the words in one of their quotes, in their place's name, in English or French, or in their actors' names; ascending.
    pub events: Vec<EventIndex>,
    /// Where the reports hold the words, a few a report, in reading order; the first of very many.
    pub passages: Vec<Passage>,
}

impl WordIndex {
    pub(super) fn new(collection: &Collection) -> Self {
        let mut places: Vec<(DocumentIndex, Span)> =
            collection.mentions.iter().map(|mention| (mention.document, mention.quote)).collect();
        places.sort_unstable();
        places.dedup();
        let texts: Vec<&str> = collection.documents.iter().map(|document| document.text.as_str()).collect();
        let text_of = |&(document, span): &(DocumentIndex, Span)| {
            span.of(texts.get(document.0 as usize).copied().unwrap_or_default())
        };
        let sentences: Vec<&str> = places.iter().map(text_of).collect();
        let (reports, quoted) = rayon::join(|| Postings::of(&texts), || Postings::of(&sentences));
        Self { of: Arc::new(Words { reports, quotes: places, quoted }) }
    }

    /// Which reports hold all the words.
    fn reports_with(&self, wanted: &[Wanted]) -> Vec<DocumentIndex> {
        let held = self.of.reports.with_all(wanted);
        (0..).zip(held).filter(|(_, is_held)| *is_held).map(|(number, _)| DocumentIndex(number)).collect()
    }
}

impl Postings {
    fn of(texts: &[&str]) -> Self {
        let folded: Vec<BTreeSet<String>> =
            texts.par_iter().map(|text| words(text).map(|(_, word)| fold(word)).collect()).collect();
        let mut postings: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (number, words) in (0_u32..).zip(folded) {
            for word in words {
                postings.entry(word).or_default().push(number);
            }
        }
        Self { texts: texts.len(), postings }
    }

    /// For each text whether it holds all the words.
    fn with_all(&self, wanted: &[Wanted]) -> Vec<bool> {
        let mut all = vec![true; self.texts];
        for word in wanted {
            let mut held = vec![false; self.texts];
            let from = self.postings.range(word.word.clone()..);
            let fitting = from.take_while(|(other, _)| other.starts_with(&word.word));
            for (_, numbers) in fitting.filter(|(other, _)| word.fits(other)) {
                for &number in numbers {
                    if let Some(is_held) = held.get_mut(number as usize) {
                        *is_held = true;
                    }
                }
            }
            for (all, held) in all.iter_mut().zip(held) {
                *all &= held;
            }
        }
        all
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
    let holding = index.reports_with(&wanted);
    let passages = holding.iter().flat_map(|&document| passages_in(store, document, &wanted));
    let passages = passages.take(MOST_PASSAGES).collect();
    let mut telling = Telling::new(store, index, &wanted);
    let events = store.events().filter(|&event| telling.tells_of(event)).collect();
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

/// Which quotes and names hold the words.
struct Telling<'a> {
    store: &'a EventStore,
    wanted: &'a [Wanted],
    words: &'a Words,
    quotes: Vec<bool>,
    actors: Vec<bool>,
    places: BTreeMap<PlaceRow, bool>,
}

impl<'a> Telling<'a> {
    fn new(store: &'a EventStore, index: &'a WordIndex, wanted: &'a [Wanted]) -> Self {
        let words = &*index.of;
        let quotes = words.quoted.with_all(wanted);
        let actors = store.facets().actors().iter().map(|name| holds_all(name, wanted)).collect();
        Self { store, wanted, words, quotes, actors, places: BTreeMap::new() }
    }

    fn tells_of(&mut self, event: EventIndex) -> bool {
        let store = self.store;
        let is_held = |row: &ActorRow| self.actors.get(row.0 as usize).copied().unwrap_or_default();
        if store.facets().actors_of(event).iter().any(is_held) {
            return true;
        }
        let at_place = store.place_row(event).is_some_and(|row| {
            let name = || {
                store.place(row).is_some_and(|place| {
                    let french = french_name(&place.id, &place.name);
                    holds_all(&place.name, self.wanted) || holds_all(french, self.wanted)
                })
            };
            *self.places.entry(row).or_insert_with(name)
        });
        at_place || store.mentions_of(event).any(|(_, mention)| self.is_quoted(mention))
    }

    fn is_quoted(&self, mention: &Mention) -> bool {
        match self.words.quotes.binary_search(&(mention.document, mention.quote)) {
            Ok(number) => self.quotes.get(number).copied().unwrap_or_default(),
            // Told by hand since the words were gathered.
            Err(_) => self
                .store
                .document(mention.document)
                .is_some_and(|document| holds_all(mention.quote.of(&document.text), self.wanted)),
        }
    }
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
