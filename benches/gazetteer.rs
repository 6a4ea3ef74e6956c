//! Places: opening the index, one walk over a name, a fuzzy look-up.

use criterion::{Criterion, criterion_group, criterion_main};
use dateline::gazetteer::Gazetteer;
use std::hint::black_box;

fn gazetteer(criterion: &mut Criterion) {
    let gazetteer = Gazetteer::embedded();
    println!("{} places under {} names", gazetteer.len(), gazetteer.key_count());
    criterion
        .bench_function("open the embedded index", |bencher| bencher.iter(|| black_box(Gazetteer::open_embedded())));
    criterion.bench_function("longest match of a name of three words", |bencher| {
        bencher.iter(|| gazetteer.longest_match(black_box(["qala", "i", "naw", "mercredi"])));
    });
    criterion.bench_function("turn away a word that begins no name", |bencher| {
        bencher.iter(|| gazetteer.may_begin(black_box("hospitalisation")));
    });
    criterion.bench_function("place of a match", |bencher| {
        let found = gazetteer.longest_match(["kaboul"]).expect("a name of the gazetteer");
        bencher.iter(|| gazetteer.candidates_of(black_box(found)).next().map(|named| gazetteer.place(named.place)));
    });
    criterion.bench_function("fuzzy look-up", |bencher| bencher.iter(|| gazetteer.lookup(black_box("Jalallabad"), 10)));
}

criterion_group!(benches, gazetteer);
criterion_main!(benches);
