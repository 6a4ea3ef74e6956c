//! The passages of `tests/gold/toponyms`: which names are found, and whether they are put at the right place.

use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::gazetteer::{Gazetteer, PlaceKind, Point};
use dateline::pipeline::Engine;
use dateline::span::Span;
use dateline::toponym::{Toponym, Usage};
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// Within this a name is at the right place: the 100 miles that published geoparsers are measured at.
const RIGHT_WITHIN_KM: f64 = 161.0;

/// The same for what is too wide or too long to have a middle.
const RIGHT_WITHIN_KM_WIDE: f64 = 400.0;

#[derive(Debug, Deserialize)]
struct Passage {
    id: String,
    language: String,
    text: String,
    toponyms: Vec<GoldToponym>,
}

#[derive(Debug, Deserialize)]
struct GoldToponym {
    start: usize,
    end: usize,
    text: String,
    lat: f64,
    lon: f64,
    kind: String,
    #[serde(rename = "use")]
    usage: String,
    #[serde(default)]
    optional: bool,
    country: Option<String>,
}

#[derive(Debug, Default)]
struct Score {
    wanted: usize,
    found: usize,
    strict: usize,
    placed: usize,
    misses: Vec<String>,
}

impl GoldToponym {
    fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    /// Whether it counts neither way.
    fn is_free(&self) -> bool {
        self.optional || self.usage == "modifier"
    }

    fn is_at(&self, found: &Toponym, gazetteer: &Gazetteer) -> bool {
        let Some(place) = found.place.map(|id| gazetteer.place(id)) else { return false };
        if let Some(country) = &self.country {
            return place.kind == PlaceKind::Country && place.country == country;
        }
        let wide = matches!(self.kind.as_str(), "region" | "river" | "water");
        let limit = if wide { RIGHT_WITHIN_KM_WIDE } else { RIGHT_WITHIN_KM };
        place.point.distance_km(Point { latitude: self.lat, longitude: self.lon }) <= limit
    }
}

impl Score {
    /// Harmonic mean of precision and recall, in a thousand.
    fn f1(&self, hits: usize) -> usize {
        2000 * hits / (self.wanted + self.found).max(1)
    }

    fn add(&mut self, passage: &Passage, found: &[Toponym], gazetteer: &Gazetteer) {
        let (free, wanted): (Vec<_>, Vec<_>) = passage.toponyms.iter().partition(|gold| gold.is_free());
        let mut left: Vec<&Toponym> = found.iter().filter(|toponym| toponym.usage != Usage::Modifier).collect();
        left.retain(|toponym| {
            let on = |gold: &&&GoldToponym| toponym.span.overlaps(gold.span());
            wanted.iter().find(on).is_some() || free.iter().find(on).is_none()
        });
        self.wanted += wanted.len();
        self.found += left.len();
        for gold in wanted {
            let Some(at) = left.iter().position(|toponym| toponym.span.overlaps(gold.span())) else {
                self.misses.push(format!("{}: not found: {}", passage.id, gold.text));
                continue;
            };
            let toponym = left.remove(at);
            self.strict += usize::from(toponym.span == gold.span());
            if gold.is_at(toponym, gazetteer) {
                self.placed += 1;
            } else {
                self.misses.push(format!("{}: elsewhere: {} ({:?})", passage.id, gold.text, toponym.reason));
            }
        }
        let extra = left.iter().map(|toponym| toponym.span.of(&passage.text));
        self.misses.extend(extra.map(|name| format!("{}: no place: {name}", passage.id)));
    }
}

fn score(file: &str, language: &str) -> Score {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/toponyms").join(file);
    let lines = fs::read_to_string(path).unwrap();
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let mut score = Score::default();
    for passage in lines.lines().map(|line| serde_json::from_str::<Passage>(line).unwrap()) {
        if passage.language != language {
            continue;
        }
        let document = Document { language: Some(language.into()), ..Document::new(&passage.id, &passage.text) };
        let read = engine.read_all(Corpus { documents: vec![document], problems: Vec::new() });
        score.add(&passage, &read.annotations.first().unwrap().toponyms, engine.gazetteer());
    }
    score
}

/// `least_placed`: the end-to-end F1, in a thousand, that must be reached. The misses of what is kept unseen are not told.
#[track_caller]
fn check(file: &str, language: &str, least_placed: usize) {
    let score = score(file, language);
    let (strict, placed) = (score.f1(score.strict), score.f1(score.placed));
    println!("{file} {language}: {} names, strict F1 {strict}, placed F1 {placed} in a thousand", score.wanted);
    if file == "open.jsonl" {
        println!("{}", score.misses.join("\n"));
    }
    assert!(placed >= least_placed, "placed F1 {placed} of {least_placed}");
}

#[test]
fn english_passages() {
    check("open.jsonl", "en", 850);
}

#[test]
fn english_passages_kept_unseen() {
    check("held.jsonl", "en", 880);
}

#[test]
fn french_passages() {
    check("open.jsonl", "fr", 900);
}

#[test]
fn french_passages_kept_unseen() {
    check("held.jsonl", "fr", 900);
}
