//! [`Engine`]: reports in, [`Collection`] out.

mod reading;

pub use reading::Reading;

use crate::collection::{Annotation, Collection};
use crate::corpus::Corpus;
use crate::document::Document;
use crate::event;
use crate::event::Mention;
use crate::event::date::DatedReport;
use crate::gazetteer::Gazetteer;
use crate::language::boilerplate::Boilerplate;
use crate::language::detect::Detector;
use crate::language::sentence::sentences;
use crate::language::token::Tokens;
use crate::language::{AnalysedText, LanguagePack, Lexicon, PackError, WordId};
use crate::reason::DocumentIndex;
use crate::timex::{self, Expression};
use crate::toponym;
use rayon::prelude::*;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The packs that ship, by file name.
const BUNDLED: [(&str, &str); 2] =
    [("fr.toml", include_str!("../data/lang/fr.toml")), ("en.toml", include_str!("../data/lang/en.toml"))];

/// Everything that reads reports: made once, used for any number.
#[derive(Debug)]
pub struct Engine {
    gazetteer: Gazetteer,
    languages: Vec<Language>,
    /// Reads reports of a language without a pack: names are names everywhere, and ISO dates are dates.
    unknown: Language,
    detector: Detector,
    boilerplate: Boilerplate,
}

/// One language, its rules compiled.
#[derive(Debug)]
struct Language {
    code: String,
    lexicon: Lexicon,
    abbreviations: BTreeSet<WordId>,
    toponyms: toponym::Cues,
    timexes: timex::Grammar,
    events: event::Rules,
}

/// How far reading is: reports done, and reports in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Reports read, or whatever else is counted.
    pub done: usize,
    /// Reports in all.
    pub total: usize,
}

/// The `[detection]` and `[sentences]` sections of a pack.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Words {
    /// The language's commonest words, or the words after which a full stop ends no sentence.
    words: Vec<String>,
}

impl Engine {
    /// An engine of the language packs that ship.
    ///
    /// # Errors
    /// [`PackError`] where one of them is broken.
    pub fn bundled(gazetteer: Gazetteer) -> Result<Self, PackError> {
        let packs: Result<Vec<LanguagePack>, PackError> =
            BUNDLED.iter().map(|(file, source)| LanguagePack::parse(file, source)).collect();
        Self::new(gazetteer, &packs?)
    }

    /// An engine of these packs; a later pack of the same language replaces the earlier.
    ///
    /// # Errors
    /// [`PackError`] with file, line and entry of what does not fit.
    pub fn new(gazetteer: Gazetteer, packs: &[LanguagePack]) -> Result<Self, PackError> {
        let mut detector = Detector::default();
        let mut languages: Vec<Language> = Vec::with_capacity(packs.len());
        let compiled: Vec<Result<Language, PackError>> = packs.par_iter().map(Language::compile).collect();
        for (pack, language) in packs.iter().zip(compiled) {
            let common: Words = pack.section("detection")?;
            detector.add(&pack.code, &common.words);
            languages.retain(|language| language.code != pack.code);
            languages.push(language?);
        }
        let unknown = LanguagePack::parse("no pack", "[language]\ncode = \"und\"\nname = \"\"\n")?;
        let unknown = Language::compile(&unknown)?;
        Ok(Self { gazetteer, languages, unknown, detector, boilerplate: Boilerplate::compile(packs)? })
    }

    /// The places that names are resolved to.
    #[must_use]
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// Reads reports on all cores. `watch` hears of every report done and may break off; then there is no collection.
    pub fn read(&self, corpus: Corpus, watch: &(dyn Fn(Progress) -> ControlFlow<()> + Sync)) -> Option<Collection> {
        let done = AtomicUsize::new(0);
        let total = corpus.documents.len();
        let readings: Option<Vec<Reading>> = corpus
            .documents
            .par_iter()
            .enumerate()
            .map_init(
                || toponym::Memory::new(&self.gazetteer),
                |memory, (index, document)| {
                    let reading =
                        self.read_one(document, DocumentIndex(u32::try_from(index).unwrap_or(u32::MAX)), memory);
                    let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                    watch(Progress { done, total }).is_continue().then_some(reading)
                },
            )
            .collect();
        Some(join(corpus, readings?, &self.gazetteer))
    }

    /// Reads reports with nobody watching.
    #[must_use]
    pub fn read_all(&self, corpus: Corpus) -> Collection {
        self.read(corpus, &|_| ControlFlow::Continue(())).unwrap_or_default()
    }

    /// Reads one report by itself. `index` is its place among those that it will be joined with.
    #[must_use]
    pub fn read_report(&self, document: &Document, index: DocumentIndex) -> Reading {
        self.read_one(document, index, &mut toponym::Memory::new(&self.gazetteer))
    }

    /// Reads one report of many, with what was looked up for those before.
    fn read_one(&self, document: &Document, index: DocumentIndex, memory: &mut toponym::Memory<'_>) -> Reading {
        let tokens = Tokens::split(&document.text);
        let stated = document.language.as_deref().or_else(|| self.detector.detect(&tokens));
        let known = stated.and_then(|code| self.languages.iter().find(|language| language.code == code));
        let language = known.unwrap_or(&self.unknown);
        let text = language.analyse(&document.text, tokens, &self.boilerplate);
        let expressions = timex::recognize(&text, &language.timexes);
        let publication = timex::publication::infer(&expressions, document.stated.as_ref());
        let timexes = timex::normalize(&expressions, &publication);
        let toponyms = toponym::annotate_from_memory(&text, &language.toponyms, memory);
        let mut mentions = Vec::new();
        if known.is_some() {
            mentions = event::extract(&text, &language.events, &toponyms, &timexes, &self.gazetteer, index);
            event::date::date_mentions(&mut mentions, &timexes, &publication);
        }
        let language = known.map(|language| language.code.clone());
        let annotation = Annotation { language, publication, toponyms, timexes, boilerplate: text.boilerplate };
        Reading { annotation, expressions, mentions }
    }
}

/// Weighs reports against each other: publication days first, then which mentions are one event.
///
/// `readings` has one entry a document, in the same order; they were read with this gazetteer.
#[must_use]
pub fn join(corpus: Corpus, readings: Vec<Reading>, gazetteer: &Gazetteer) -> Collection {
    let Corpus { documents, mut problems } = corpus;
    let (annotations, (expressions, told)): (_, (Vec<_>, Vec<_>)) =
        readings.into_par_iter().map(|read| (Arc::new(read.annotation), (read.expressions, read.mentions))).unzip();
    let mut collection = Collection { documents: documents.into(), annotations, ..Collection::default() };
    let mut mentions: Vec<Mention> = told.into_par_iter().flatten_iter().collect();
    collection.problems.append(&mut problems);
    collection.note_unread();
    propagate(&mut collection, &mut mentions, &expressions, gazetteer);
    // Merging goes step by step, on one core. Another takes down meanwhile what is no longer asked for.
    let merge = || event::merge::merge(&mentions, &collection.documents, gazetteer, &event::Constraints::default());
    (collection.events, ()) = rayon::join(merge, || drop(expressions));
    collection.mentions = mentions.into_par_iter().map(Arc::new).collect();
    collection
}

/// Narrows the days of reports by each other's mentions, and says what is wrong with their dates.
fn propagate(
    collection: &mut Collection,
    mentions: &mut [Mention],
    expressions: &[Vec<Expression>],
    gazetteer: &Gazetteer,
) {
    let mut reports: Vec<DatedReport<'_>> = collection
        .documents
        .iter()
        .zip(collection.annotations.iter_mut().map(Arc::make_mut))
        .zip(expressions)
        .map(|((document, annotation), expressions)| DatedReport {
            id: &document.id,
            text: &document.text,
            toponyms: &annotation.toponyms,
            expressions,
            stated: document.stated.as_ref(),
            publication: &mut annotation.publication,
            timexes: &mut annotation.timexes,
        })
        .collect();
    let conflicts = event::date::propagate(&mut reports, mentions, gazetteer);
    for report in &reports {
        collection.problems.extend(timex::problems(report.expressions, report.publication, report.id));
    }
    collection.problems.extend(conflicts);
}

impl Language {
    fn compile(pack: &LanguagePack) -> Result<Self, PackError> {
        let mut lexicon = Lexicon::default();
        let sentences: Words = pack.section("sentences")?;
        let abbreviations = sentences.words.iter().map(|word| lexicon.intern(word)).collect();
        Ok(Self {
            code: pack.code.clone(),
            abbreviations,
            toponyms: toponym::Cues::compile(pack, &mut lexicon)?,
            timexes: timex::Grammar::compile(pack, &mut lexicon)?,
            events: event::Rules::compile(pack, &mut lexicon)?,
            lexicon,
        })
    }

    fn analyse<'a>(&self, text: &'a str, tokens: Tokens, boilerplate: &Boilerplate) -> AnalysedText<'a> {
        let tokens = tokens.numbered(&self.lexicon);
        let sentences = sentences(text, &tokens, &self.abbreviations);
        let boilerplate = boilerplate.find(text, &tokens);
        AnalysedText { text, tokens, sentences, boilerplate }
    }
}
