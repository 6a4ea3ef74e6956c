//! The table of expressions: what people write, the day it is read on, and the days it means.

use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::edtf::DateSet;
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;
use dateline::span::Span;
use dateline::timex::Timex;
use serde::Deserialize;
use std::path::Path;

#[derive(Debug, Deserialize)]
struct Row {
    language: String,
    sentence: String,
    published: String,
    edtf: String,
    #[serde(rename = "type")]
    kind: String,
    value: String,
}

#[derive(Debug, Default)]
struct Score {
    rows: usize,
    found: usize,
    days: usize,
    values: usize,
    kinds: usize,
    invented: usize,
    wrong: Vec<String>,
}

fn rows(table: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold").join(table);
    csv::Reader::from_path(path).unwrap().deserialize().map(|row| row.unwrap()).collect()
}

/// Whether one of the readings, parted by ` | `, is the one found.
pub(crate) fn among(readings: &str, found: &str) -> bool {
    readings.split(" | ").any(|reading| reading == found)
}

fn same_days(readings: &str, found: Option<&DateSet>) -> bool {
    match found {
        None => readings.is_empty(),
        Some(days) => readings.split(" | ").any(|reading| {
            DateSet::parse(reading).is_ok_and(|set| (set.first(), set.last()) == (days.first(), days.last()))
        }),
    }
}

/// The stretch in square brackets, and the expressions of the sentence without them, read on that day.
pub(crate) fn read(engine: &Engine, language: &str, published: &str, sentence: &str) -> (Option<Span>, Vec<Timex>) {
    let marked = sentence.find('[').zip(sentence.find(']'));
    let text: String = sentence.chars().filter(|letter| !matches!(letter, '[' | ']')).collect();
    let document = Document {
        language: Some(language.to_owned()),
        stated: Some(DateSet::parse(published).unwrap()),
        ..Document::new("row", text)
    };
    let collection = engine.read_all(Corpus { documents: vec![document], problems: Vec::new() });
    let timexes = collection.annotations[0].timexes.clone();
    (marked.map(|(start, end)| Span::new(start, end - 1)), timexes)
}

fn score(table: &str, language: &str) -> Score {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let mut score = Score::default();
    for row in rows(table).iter().filter(|row| row.language == language) {
        let (marked, timexes) = read(&engine, &row.language, &row.published, &row.sentence);
        let Some(marked) = marked else {
            if let Some(invented) = timexes.iter().find(|timex| timex.when.is_some()) {
                score.invented += 1;
                score.wrong.push(format!("no day here: {} ({})", row.sentence, invented.value));
            }
            continue;
        };
        score.rows += 1;
        let Some(found) = timexes.iter().find(|timex| timex.span.overlaps(marked)) else {
            score.wrong.push(format!("not found: {}", row.sentence));
            continue;
        };
        score.found += 1;
        let days = same_days(&row.edtf, found.when.as_ref());
        let value = among(&row.value, &found.value);
        score.days += usize::from(days);
        score.values += usize::from(value);
        score.kinds += usize::from(format!("{:?}", found.kind).to_uppercase() == row.kind);
        if !days || !value {
            let when = found.when.as_ref().map_or_else(|| String::from("no days"), ToString::to_string);
            score.wrong.push(format!("{}: {when} {} but {} {}", row.sentence, found.value, row.edtf, row.value));
        }
    }
    score
}

/// The least of its rows, in a thousand, that a table has to see read: found, on the right days, of the right value.
struct Floors {
    found: usize,
    days: usize,
    values: usize,
}

impl Score {
    fn share(&self, count: usize) -> usize {
        count * 1000 / self.rows
    }

    #[track_caller]
    fn check(&self, table: &str, language: &str, floors: &Floors) {
        let (found, days, values) = (self.share(self.found), self.share(self.days), self.share(self.values));
        println!(
            "{table} {language}: {} rows, found {found}, days {days}, value {values}, type {} in a thousand; invented {}",
            self.rows,
            self.share(self.kinds),
            self.invented
        );
        assert!(found >= floors.found && days >= floors.days && values >= floors.values);
        assert!(self.invented <= 1, "{} days where none is told", self.invented);
    }
}

#[track_caller]
fn check(language: &str) {
    let score = score("timex.csv", language);
    for line in &score.wrong {
        println!("{line}");
    }
    assert!(score.rows >= 200, "the table has {} rows", score.rows);
    score.check("timex.csv", language, &Floors { found: 990, days: 980, values: 980 });
}

/// The figures alone are printed, so that the rows stay unseen.
#[track_caller]
fn check_unseen(language: &str) {
    let score = score("timex_held.csv", language);
    assert!(score.rows >= 50, "the table has {} rows", score.rows);
    score.check("timex_held.csv", language, &Floors { found: 920, days: 850, values: 820 });
}

#[test]
fn french_expressions_mean_the_days_of_the_table() {
    check("fr");
}

#[test]
fn english_expressions_mean_the_days_of_the_table() {
    check("en");
}

#[test]
fn unseen_french_expressions_mean_the_days_of_their_table() {
    check_unseen("fr");
}

#[test]
fn unseen_english_expressions_mean_the_days_of_their_table() {
    check_unseen("en");
}

#[test]
fn some_days_later_reach_on_from_the_day_the_narrative_is_at() {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let extent = |language: &str, sentence: &str| {
        let (_, timexes) = read(&engine, language, "2021-10-31", sentence);
        timexes.last().unwrap().extent.as_ref().map(ToString::to_string)
    };
    let reached = extent("fr", "Le bourg est tombé le 4 mai 2021. Quelques jours plus tard, les civils ont fui.");
    assert_eq!(reached.as_deref(), Some("2021-05-04~/2021-05-09~"));
    let reached = extent("en", "The town fell on May 4, 2021. A few days earlier, civilians had fled.");
    assert_eq!(reached.as_deref(), Some("2021-04-29~/2021-05-04~"));
}
