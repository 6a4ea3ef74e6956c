//! The tables of figures: sentences that tell how many were killed, hurt, taken or driven out, and what their words mean.

use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::edtf::DateSet;
use dateline::event::{Claim, Mention};
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;
use serde::Deserialize;
use std::path::Path;
use std::sync::Arc;

#[derive(Debug, Deserialize)]
struct Row {
    language: String,
    sentence: String,
    claims: String,
}

/// One figure of a row: `killed 21 - ~` is 21 or more killed, in a round word.
#[derive(Debug)]
struct Figure<'r> {
    what: &'r str,
    low: u32,
    high: Option<u32>,
    is_round: bool,
}

impl<'r> Figure<'r> {
    fn parse(words: &'r str) -> Self {
        let mut parts = words.split(' ');
        let what = parts.next().unwrap();
        let low = parts.next().unwrap().parse().unwrap();
        let high = parts.next().and_then(|high| high.parse().ok());
        Self { what, low, high, is_round: parts.next() == Some("~") }
    }

    /// A round word may be read as anything from half of it to a third more.
    fn is(&self, claim: &Claim) -> bool {
        let same = if self.is_round {
            (self.low / 2..=self.low * 13 / 10).contains(&claim.low)
        } else {
            claim.low == self.low && (claim.high == self.high || self.high.is_none() && claim.high == Some(self.low))
        };
        claim.what.name() == self.what && same
    }
}

fn rows(table: &str, language: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold").join(table);
    let mut rows: Vec<Row> = csv::Reader::from_path(path).unwrap().deserialize().map(|row| row.unwrap()).collect();
    rows.retain(|row| row.language == language);
    rows
}

fn told(engine: &Engine, row: &Row) -> Vec<Arc<Mention>> {
    let document = Document {
        language: Some(row.language.clone()),
        stated: Some(DateSet::parse("2024-05-16").unwrap()),
        ..Document::new("row", &row.sentence)
    };
    engine.read_all(Corpus { documents: vec![document], problems: Vec::new() }).mentions
}

/// `least_right`: figures in a thousand that are found; `most_extra`: claims that no figure of the table explains.
#[track_caller]
fn check(table: &str, language: &str, least_right: usize, most_extra: usize) {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let (mut figures, mut right, mut extra, mut misses) = (0, 0, 0, Vec::new());
    for row in rows(table, language) {
        let mentions = told(&engine, &row);
        let mut claims: Vec<&Claim> = mentions.iter().flat_map(|mention| &mention.claims).collect();
        // The table holds what the reports count; parts of it and what was counted before are marked as such.
        claims.retain(|claim| !claim.part && !claim.former);
        for figure in row.claims.split("; ").filter(|words| !words.is_empty()).map(Figure::parse) {
            figures += 1;
            match claims.iter().position(|claim| figure.is(claim)) {
                Some(at) => {
                    claims.remove(at);
                    right += 1;
                }
                None => misses.push(format!("{figure:?}: {}", row.sentence)),
            }
        }
        extra += claims.len();
        misses.extend(
            claims.iter().map(|claim| format!("no such {} {}: {}", claim.what.name(), claim.low, row.sentence)),
        );
    }
    let share = right * 1000 / figures;
    println!("{table} {language}: {share} in a thousand of {figures} figures, {extra} that are none");
    if table == "claims.csv" {
        println!("{}", misses.join("\n"));
    }
    assert!(share >= least_right, "{share} of {least_right}");
    assert!(extra <= most_extra, "{extra} of at most {most_extra}");
}

#[test]
fn english_figures_are_claims() {
    check("claims.csv", "en", 950, 3);
}

#[test]
fn unseen_english_figures_are_claims() {
    check("claims_held.csv", "en", 850, 3);
}

#[test]
fn french_figures_are_claims() {
    check("claims.csv", "fr", 900, 2);
}

#[test]
fn unseen_french_figures_are_claims() {
    check("claims_held.csv", "fr", 800, 3);
}
