//! The table of TIMEX3 values: English expressions as `TimeML` annotates newswire, the vague ones among them.

use crate::timex_table::{among, read};
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;
use serde::Deserialize;
use std::path::Path;

#[derive(Debug, Deserialize)]
struct Row {
    sentence: String,
    published: String,
    #[serde(rename = "type")]
    kind: String,
    value: String,
}

#[test]
fn english_expressions_have_the_values_that_timeml_gives_them() {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/timex3.csv");
    let rows: Vec<Row> = csv::Reader::from_path(path).unwrap().deserialize().map(|row| row.unwrap()).collect();
    let (mut found, mut values, mut kinds) = (0, 0, 0);
    for row in &rows {
        let (marked, timexes) = read(&engine, "en", &row.published, &row.sentence);
        let marked = marked.unwrap();
        let Some(timex) = timexes.iter().find(|timex| timex.span.overlaps(marked)) else {
            println!("not found: {}", row.sentence);
            continue;
        };
        found += 1;
        let value = among(&row.value, &timex.value);
        let kind = format!("{:?}", timex.kind).to_uppercase() == row.kind;
        values += usize::from(value);
        kinds += usize::from(kind);
        if !value || !kind {
            println!("{}: {:?} {} but {} {}", row.sentence, timex.kind, timex.value, row.kind, row.value);
        }
    }
    println!("timex3.csv: {} rows, found {found}, value {values}, type {kinds}", rows.len());
    assert!(rows.len() >= 60, "the table has {} rows", rows.len());
    let share = |count: usize| count * 100 / rows.len();
    assert!(share(found) >= 97 && share(values) >= 95 && share(kinds) >= 95);
}
