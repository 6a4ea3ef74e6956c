//! How fast reports are read: each stage alone and the whole way, in bytes of text a second.
//!
//! `cargo bench --no-default-features --bench pipeline`. Quote ratios within one run: the stages to the whole, the whole to the bare tokens.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::gazetteer::Gazetteer;
use dateline::language::boilerplate::Boilerplate;
use dateline::language::sentence::sentences;
use dateline::language::token::Tokens;
use dateline::language::{AnalysedText, LanguagePack, Lexicon};
use dateline::pipeline::Engine;
use dateline::reason::DocumentIndex;
use dateline::{event, timex, toponym};
use mimalloc::MiMalloc;
use std::collections::BTreeSet;
use std::hint::black_box;

/// That of the program.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The bundled reports' paragraphs, shuffled by a fixed rule, as reports of about `size` bytes.
fn reports(count: usize, size: usize) -> Vec<Document> {
    let corpus = Corpus::bundled();
    let paragraphs: Vec<&str> = corpus.documents.iter().flat_map(|document| document.text.split("\n\n")).collect();
    let mut at = 0_usize;
    (0..count)
        .map(|number| {
            let mut text = String::from(" date 2021-07 ");
            while text.len() < size {
                at = (at * 31 + number + 7) % paragraphs.len();
                text.push_str(paragraphs.get(at).copied().unwrap_or_default());
                text.push_str("\n\n");
            }
            Document::new(format!("{number}.txt"), text)
        })
        .collect()
}

fn stages(criterion: &mut Criterion) {
    let pack = LanguagePack::parse("fr.toml", include_str!("../data/lang/fr.toml")).expect("the pack is sound");
    let mut lexicon = Lexicon::default();
    let cues = toponym::Cues::compile(&pack, &mut lexicon).expect("the pack is sound");
    let grammar = timex::Grammar::compile(&pack, &mut lexicon).expect("the pack is sound");
    let rules = event::Rules::compile(&pack, &mut lexicon).expect("the pack is sound");
    let boilerplate = Boilerplate::compile(std::slice::from_ref(&pack)).expect("the pack is sound");
    let gazetteer = Gazetteer::embedded();
    let document = reports(1, 100_000).remove(0);
    let analyse = || {
        let tokens = Tokens::of(&document.text, &lexicon);
        let sentences = sentences(&document.text, &tokens, &BTreeSet::new());
        let boilerplate = boilerplate.find(&document.text, &tokens);
        AnalysedText { text: &document.text, tokens, sentences, boilerplate }
    };
    let text = analyse();
    let toponyms = toponym::annotate(&text, &cues, gazetteer);
    let expressions = timex::recognize(&text, &grammar);
    let publication = timex::publication::infer(&expressions, None);
    let timexes = timex::normalize(&expressions, &publication);

    let mut group = criterion.benchmark_group("stage");
    group.throughput(Throughput::Bytes(document.text.len() as u64));
    group.bench_function("tokens", |bencher| bencher.iter(|| Tokens::of(black_box(&document.text), &lexicon)));
    group.bench_function("tokens, sentences, boilerplate", |bencher| {
        bencher.iter(|| black_box(analyse()).sentences.len());
    });
    group.bench_function("toponym", |bencher| bencher.iter(|| toponym::annotate(black_box(&text), &cues, gazetteer)));
    group.bench_function("timex", |bencher| {
        bencher.iter(|| timex::normalize(&timex::recognize(black_box(&text), &grammar), &publication));
    });
    group.bench_function("event", |bencher| {
        bencher.iter(|| event::extract(black_box(&text), &rules, &toponyms, &timexes, gazetteer, DocumentIndex(0)));
    });
    group.finish();
}

fn whole(criterion: &mut Criterion) {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).expect("the packs are sound");
    let mut group = criterion.benchmark_group("whole");
    group.sample_size(10);
    for (count, threads) in [(1_000, 1), (1_000, 2), (10_000, 2)] {
        let documents = reports(count, 2_000);
        let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_function(BenchmarkId::new(format!("{count} reports"), format!("{threads} threads")), |bencher| {
            bencher.iter_batched(
                || Corpus { documents: documents.clone(), problems: Vec::new() },
                |corpus| pool.install(|| engine.read_all(corpus)),
                criterion::BatchSize::LargeInput,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, stages, whole);
criterion_main!(benches);
