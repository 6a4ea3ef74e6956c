//! Reading expressions of time: bytes a second on one core, and ten thousand reports weighed against each other.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dateline::day::Day;
use dateline::edtf::DateSet;
use dateline::event::date::{DatedReport, propagate};
use dateline::event::{Actor, Certainty, EventKind, Mention, MentionPlace, PlaceHow, Role, TimeRelation, WhenHow};
use dateline::gazetteer::{Gazetteer, PlaceId};
use dateline::language::sentence::sentences;
use dateline::language::token::Tokens;
use dateline::language::{AnalysedText, LanguagePack, Lexicon};
use dateline::reason::{DocumentIndex, Reason};
use dateline::span::Span;
use dateline::timex::{Expression, Grammar, normalize, publication, recognize};
use std::collections::BTreeSet;
use std::hint::black_box;

const SEEDS: [&str; 5] = [
    include_str!("../seeds/000_1f62af9c80d6146f.txt"),
    include_str!("../seeds/001_835aeff86ed66a3b.txt"),
    include_str!("../seeds/002_da26ad47aca8edbb.txt"),
    include_str!("../seeds/003_bf9fccd675be7688.txt"),
    include_str!("../seeds/004_223411b903b2b765.txt"),
];

fn grammar() -> (Lexicon, Grammar) {
    let mut lexicon = Lexicon::default();
    let pack = LanguagePack::parse("fr.toml", include_str!("../data/lang/fr.toml")).expect("the pack is whole");
    let grammar = Grammar::compile(&pack, &mut lexicon).expect("the pack is whole");
    (lexicon, grammar)
}

fn analyse<'a>(text: &'a str, lexicon: &Lexicon) -> AnalysedText<'a> {
    let tokens = Tokens::of(text, lexicon);
    let sentences = sentences(text, &tokens, &BTreeSet::new());
    AnalysedText { text, tokens, sentences, boilerplate: Vec::new() }
}

fn reading(criterion: &mut Criterion) {
    let (lexicon, grammar) = grammar();
    let texts: Vec<AnalysedText<'_>> = SEEDS.iter().map(|text| analyse(text, &lexicon)).collect();
    let bytes: usize = SEEDS.iter().map(|text| text.len()).sum();
    let mut group = criterion.benchmark_group("timex");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("recognize, infer, normalize", |bench| {
        bench.iter(|| {
            for text in &texts {
                let expressions = recognize(text, &grammar);
                let publication = publication::infer(&expressions, None);
                black_box(normalize(&expressions, &publication));
            }
        });
    });
    group.finish();
}

/// A report in five states its day, one its week; the others name a weekday and no more.
fn report(number: usize) -> String {
    let day = Day::from_ymd(2021, 1, 1).expect("a day").plus(i32::try_from(number / 40).unwrap_or_default());
    match number % 5 {
        0 => format!("{day}\nLes rebelles sont entrés mercredi dans la ville, selon le gouverneur."),
        1 => format!("{day}\nPlus tôt cette semaine, les rebelles sont entrés dans la ville."),
        _ => String::from(
            "Les rebelles sont entrés mercredi dans la ville, a-t-on appris mercredi. Ils avaient pris la base lundi.",
        ),
    }
}

fn mention(document: usize, place: PlaceId, expressions: &[Expression]) -> Mention {
    let timex = expressions.iter().rposition(|expression| expression.paragraph + 1 > usize::from(document % 5 < 2));
    Mention {
        document: DocumentIndex(u32::try_from(document).unwrap_or_default()),
        quote: Span::new(0, 10),
        trigger: Span::new(0, 10),
        kind: EventKind::Capture,
        certainty: Certainty::Reported,
        place: Some(MentionPlace { place, how: PlaceHow::Named, near: false, span: Span::new(0, 1), toponym: None }),
        when: None,
        when_how: WhenHow::Named,
        timex: timex.and_then(|index| u32::try_from(index).ok()),
        relation: TimeRelation::At,
        by_night: false,
        ends: Vec::new(),
        retellings: Vec::new(),
        actors: vec![Actor { name: format!("group {}", document % 3), role: Role::Agent, span: Span::new(0, 1) }],
        claims: Vec::new(),
        speaker: None,
        reason: Reason::default(),
    }
}

fn propagation(criterion: &mut Criterion) {
    let (lexicon, grammar) = grammar();
    let gazetteer = Gazetteer::embedded();
    let places: Vec<PlaceId> = gazetteer.places().take(400).collect();
    let texts: Vec<String> = (0..10_000).map(report).collect();
    let expressions: Vec<Vec<Expression>> =
        texts.iter().map(|text| recognize(&analyse(text, &lexicon), &grammar)).collect();
    let stated: Option<&DateSet> = None;
    let mentions: Vec<Mention> = expressions
        .iter()
        .enumerate()
        .map(|(index, found)| mention(index, places[index % places.len()], found))
        .collect();
    let mut group = criterion.benchmark_group("days across reports");
    group.sample_size(10);
    group.bench_function("10,000 reports", |bench| {
        bench.iter(|| {
            let mut days: Vec<_> = expressions
                .iter()
                .map(|found| {
                    let publication = publication::infer(found, stated);
                    let timexes = normalize(found, &publication);
                    (publication, timexes)
                })
                .collect();
            let mut mentions = mentions.clone();
            let mut reports: Vec<DatedReport<'_>> = days
                .iter_mut()
                .enumerate()
                .map(|(index, (publication, timexes))| DatedReport {
                    id: "report",
                    text: &texts[index],
                    toponyms: &[],
                    expressions: &expressions[index],
                    stated,
                    publication,
                    timexes,
                })
                .collect();
            black_box(propagate(&mut reports, &mut mentions, gazetteer))
        });
    });
    group.finish();
}

criterion_group!(benches, reading, propagation);
criterion_main!(benches);
