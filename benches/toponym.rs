//! How fast place names are found and resolved, beside a bare scan for the same names, which is the limit.
//!
//! `cargo bench --no-default-features --bench toponym`. The text is the bundled reports' paragraphs, permuted, 64 MB in reports of about
//! 5 kB; figures are bytes of text a second on one core. Quote them beside the scan and the bare tokens of the same run.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dateline::corpus::Corpus;
use dateline::gazetteer::Gazetteer;
use dateline::language::sentence::sentences;
use dateline::language::token::Tokens;
use dateline::language::{AnalysedText, LanguagePack, Lexicon};
use dateline::toponym::{self, Cues};
use std::collections::BTreeSet;
use std::hint::black_box;

const BYTES: usize = 64 << 20;
const REPORT_BYTES: usize = 5_000;

/// The bundled reports' paragraphs in an order that a fixed rule shuffles, as reports.
fn reports() -> Vec<String> {
    let corpus = Corpus::bundled();
    let paragraphs: Vec<&str> = corpus.documents.iter().flat_map(|document| document.text.split("\n\n")).collect();
    let (mut at, mut bytes, mut reports) = (0_usize, 0, Vec::new());
    while bytes < BYTES {
        let mut report = String::with_capacity(2 * REPORT_BYTES);
        while report.len() < REPORT_BYTES {
            at = (at * 31 + reports.len() + 7) % paragraphs.len();
            report.push_str(paragraphs.get(at).copied().unwrap_or_default());
            report.push_str("\n\n");
        }
        bytes += report.len();
        reports.push(report);
    }
    reports
}

/// Every name and spelling of the gazetteer, once.
fn names(gazetteer: &Gazetteer) -> BTreeSet<&str> {
    gazetteer.places().flat_map(|place| gazetteer.aliases(place).chain([gazetteer.place(place).name])).collect()
}

fn toponyms(criterion: &mut Criterion) {
    let gazetteer = Gazetteer::embedded();
    let pack = LanguagePack::parse("fr.toml", include_str!("../data/lang/fr.toml")).expect("the pack is sound");
    let mut lexicon = Lexicon::default();
    let cues = Cues::compile(&pack, &mut lexicon).expect("the pack is sound");
    let reports = reports();
    let mut group = criterion.benchmark_group("64 MB");
    group.throughput(Throughput::Bytes(reports.iter().map(|report| report.len() as u64).sum()));
    group.sample_size(10);

    let scan = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .match_kind(MatchKind::LeftmostLongest)
        .build(names(gazetteer))
        .expect("the names fit");
    group.bench_function("bare scan for the names", |bench| {
        bench.iter(|| reports.iter().map(|report| scan.find_iter(report).count()).sum::<usize>());
    });
    let none = BTreeSet::new();
    group.bench_function("tokens and sentences", |bench| {
        bench.iter(|| {
            for report in &reports {
                let tokens = Tokens::of(report, &lexicon);
                black_box(sentences(report, &tokens, &none));
            }
        });
    });
    group.bench_function("tokens, sentences, toponyms recognised and resolved", |bench| {
        bench.iter(|| {
            for text in &reports {
                let tokens = Tokens::of(text, &lexicon);
                let sentences = sentences(text, &tokens, &none);
                let analysed = AnalysedText { text, tokens, sentences, boilerplate: Vec::new() };
                black_box(toponym::annotate(&analysed, &cues, gazetteer));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, toponyms);
criterion_main!(benches);
