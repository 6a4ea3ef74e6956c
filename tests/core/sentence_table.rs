//! The tables of single sentences: each tells one event, at the bracketed place, or none that may be plotted.

use dateline::collection::Collection;
use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::edtf::DateSet;
use dateline::event::EventKind;
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;
use serde::Deserialize;
use std::path::Path;

#[derive(Debug, Deserialize)]
struct Row {
    language: String,
    sentence: String,
    kind: String,
}

#[derive(Debug, Default)]
struct Score {
    told: usize,
    right: usize,
    quiet: usize,
    plotted: usize,
    misses: Vec<String>,
}

fn rows(table: &str, language: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold").join(table);
    let mut rows: Vec<Row> = csv::Reader::from_path(path).unwrap().deserialize().map(|row| row.unwrap()).collect();
    rows.retain(|row| row.language == language);
    rows
}

fn read(engine: &Engine, row: &Row) -> Collection {
    let text: String = row.sentence.chars().filter(|letter| !matches!(letter, '[' | ']')).collect();
    let document = Document {
        language: Some(row.language.clone()),
        stated: Some(DateSet::parse("2024-05-16").unwrap()),
        ..Document::new("row", text)
    };
    engine.read_all(Corpus { documents: vec![document], problems: Vec::new() })
}

/// Kinds of the events that are plotted at a place named between the brackets.
fn kinds_there(collection: &Collection, row: &Row) -> Vec<EventKind> {
    let marked = row.sentence.find('[').zip(row.sentence.find(']').map(|end| end - 1));
    let annotation = collection.annotations.first().unwrap();
    let there = |event: &&dateline::event::Event| {
        marked.is_some_and(|(start, end)| {
            let mut named =
                annotation.toponyms.iter().filter(|name| name.span.start() < end && start < name.span.end());
            event.place.is_some() && named.any(|name| name.place == event.place)
        })
    };
    collection.events.iter().filter(there).map(|event| event.kind).collect()
}

fn score(table: &str, language: &str) -> Score {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let mut score = Score::default();
    for row in rows(table, language) {
        let collection = read(&engine, &row);
        if row.kind.is_empty() {
            score.quiet += 1;
            if !collection.events.is_empty() {
                score.plotted += 1;
                score.misses.push(format!("plotted: {}", row.sentence));
            }
            continue;
        }
        score.told += 1;
        let kinds = kinds_there(&collection, &row);
        if kinds.iter().any(|kind| row.kind.split(" | ").any(|fair| fair == kind.name())) {
            score.right += 1;
        } else {
            score.misses.push(format!("{kinds:?} but {}: {}", row.kind, row.sentence));
        }
    }
    score
}

/// `least_right`: sentences in a thousand whose event has its kind and its place; `most_plotted`: of those that tell none.
#[track_caller]
fn check(table: &str, language: &str, least_right: usize, most_plotted: usize) {
    let score = score(table, language);
    let right = score.right * 1000 / score.told;
    println!(
        "{table} {language}: {right} in a thousand of {}; plotted {} of {}",
        score.told, score.plotted, score.quiet
    );
    if !table.contains("held") {
        println!("{}", score.misses.join("\n"));
    }
    assert!(right >= least_right, "{right} of {least_right}");
    assert!(score.plotted <= most_plotted, "{} of at most {most_plotted}", score.plotted);
}

#[test]
fn english_sentences_tell_their_event() {
    check("sentences.csv", "en", 850, 5);
}

#[test]
fn unseen_english_sentences_tell_their_event() {
    check("sentences_held.csv", "en", 650, 5);
}

#[test]
fn french_sentences_tell_their_event() {
    check("sentences.csv", "fr", 850, 5);
}

#[test]
fn unseen_french_sentences_tell_their_event() {
    check("sentences_held.csv", "fr", 650, 5);
}

#[test]
fn turns_of_english_tell_their_event() {
    check("turns.csv", "en", 775, 14);
}

#[test]
fn unseen_turns_of_english_tell_their_event() {
    check("turns_held.csv", "en", 560, 8);
}

#[test]
fn turns_of_french_tell_their_event() {
    check("turns.csv", "fr", 790, 10);
}

#[test]
fn unseen_turns_of_french_tell_their_event() {
    check("turns_held.csv", "fr", 665, 10);
}

#[test]
fn more_turns_of_english_tell_their_event() {
    check("turns2.csv", "en", 820, 6);
}

#[test]
fn more_unseen_turns_of_english_tell_their_event() {
    check("turns2_held.csv", "en", 705, 9);
}

#[test]
fn more_turns_of_french_tell_their_event() {
    check("turns2.csv", "fr", 840, 9);
}

#[test]
fn more_unseen_turns_of_french_tell_their_event() {
    check("turns2_held.csv", "fr", 660, 10);
}

#[test]
fn turns_of_all_who_write_of_wars_in_english_tell_their_event() {
    check("turns3.csv", "en", 805, 7);
}

#[test]
fn unseen_turns_of_all_who_write_of_wars_in_english_tell_their_event() {
    check("turns3_held.csv", "en", 600, 4);
}

#[test]
fn turns_of_all_who_write_of_wars_in_french_tell_their_event() {
    check("turns3.csv", "fr", 690, 7);
}

#[test]
fn unseen_turns_of_all_who_write_of_wars_in_french_tell_their_event() {
    check("turns3_held.csv", "fr", 575, 6);
}

#[test]
fn turns_of_flash_updates_and_live_reports_in_english_tell_their_event() {
    check("turns4_en.csv", "en", 890, 10);
}

#[test]
fn unseen_turns_of_flash_updates_and_live_reports_in_english_tell_their_event() {
    check("turns4_en_held.csv", "en", 860, 5);
}

#[test]
fn turns_of_todays_reports_in_french_tell_their_event() {
    check("turns4_fr.csv", "fr", 850, 5);
}

#[test]
fn unseen_turns_of_todays_reports_in_french_tell_their_event() {
    check("turns4_fr_held.csv", "fr", 780, 14);
}
