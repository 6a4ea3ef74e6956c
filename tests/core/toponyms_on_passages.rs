//! Passages whose place names a person has marked: how many are found, and how many of those are at the right place.
//!
//! The marks are those of `tests/gold/toponyms/README.md`. Figures may rise, and may not fall below the floors.

use crate::toponyms::{Found, annotate};
use dateline::gazetteer::{PlaceKind, Point};
use dateline::toponym::Usage;
use std::fs;
use std::ops::Range;
use std::path::Path;

/// One passage with its marked names.
struct Passage {
    language: &'static str,
    text: String,
    names: Vec<Name>,
}

/// A marked name; `place` is `None` where a mark counts neither way.
struct Name {
    bytes: Range<usize>,
    place: Option<Right>,
}

/// What a name has to be resolved to.
enum Right {
    Country(String),
    /// Within so many km, and of a kind that fits.
    Near(Point, f64, fn(PlaceKind) -> bool),
}

/// What came out, over all passages of a file.
#[derive(Default)]
struct Scores {
    gold: usize,
    predicted: usize,
    strict: usize,
    overlapping: usize,
    right: usize,
    /// Within 161 km, whatever their kind: what the published geoparsers are measured at.
    within_161_km: usize,
    sure: usize,
    sure_and_right: usize,
    /// Confidence of each name that came out, and whether it was right.
    reliability: Vec<(f32, bool)>,
}

impl Right {
    fn accepts(&self, found: &Found) -> bool {
        match self {
            Self::Country(code) => found.kind == PlaceKind::Country && found.country == *code,
            Self::Near(point, km, fits) => fits(found.kind) && found.point.distance_km(*point) <= *km,
        }
    }

    fn is_within_161_km(&self, found: &Found) -> bool {
        match self {
            Self::Country(_) => self.accepts(found),
            Self::Near(point, ..) => found.point.distance_km(*point) <= 161.0,
        }
    }
}

impl Scores {
    fn add(&mut self, passage: &Passage) {
        let touches =
            |found: &Found, name: &Name| found.bytes.start < name.bytes.end && name.bytes.start < found.bytes.end;
        let gold: Vec<&Name> = passage.names.iter().filter(|name| name.place.is_some()).collect();
        let mut found = annotate(passage.language, &passage.text);
        found.retain(|found| found.usage != Usage::Modifier);
        found.retain(|found| {
            gold.iter().any(|name| touches(found, name)) || !passage.names.iter().any(|name| touches(found, name))
        });
        self.gold += gold.len();
        self.predicted += found.len();
        let mut right = vec![false; found.len()];
        for name in gold {
            let exact = found.iter().position(|found| found.bytes == name.bytes);
            self.strict += usize::from(exact.is_some());
            let Some(hit) = exact.or_else(|| found.iter().position(|found| touches(found, name))) else { continue };
            self.overlapping += 1;
            let is_right = name.place.as_ref().is_some_and(|place| place.accepts(&found[hit]));
            right[hit] |= is_right;
            self.right += usize::from(is_right);
            self.within_161_km +=
                usize::from(name.place.as_ref().is_some_and(|place| place.is_within_161_km(&found[hit])));
        }
        self.reliability.extend(found.iter().map(|found| found.confidence).zip(right.iter().copied()));
        for (found, right) in found.iter().zip(right).filter(|(found, _)| found.confidence >= 0.8) {
            self.sure += 1;
            self.sure_and_right += usize::from(right && !found.bytes.is_empty());
        }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap());
    if whole == 0 { 0.0 } else { number(part) / number(whole) }
}

fn scores_of(file: &str) -> Scores {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/toponyms").join(file);
    let source = fs::read_to_string(path).unwrap();
    let mut scores = Scores::default();
    for passage in &from_marks(if file.contains("_fr") { "fr" } else { "en" }, &source) {
        scores.add(passage);
    }
    scores
}

/// Scores a file, prints the figures, and fails under the floors of strict F1, share at the right place, and share of the sure ones that are right.
#[track_caller]
fn check(file: &str, [strict, right, sure]: [f64; 3]) {
    let scores = scores_of(file);
    let got = [
        2.0 * share(scores.strict, scores.gold + scores.predicted),
        share(scores.right, scores.overlapping),
        share(scores.sure_and_right, scores.sure),
    ];
    println!(
        "{file}: {} names, strict F1 {:.3}, at the right place {:.3}, F1 at 161 km {:.3}, of {} sure ones right {:.3}",
        scores.gold,
        got[0],
        got[1],
        2.0 * share(scores.within_161_km, scores.gold + scores.predicted),
        scores.sure,
        got[2]
    );
    for (what, got, floor) in [("strict F1", got[0], strict), ("right place", got[1], right), ("sure", got[2], sure)] {
        assert!(got >= floor, "{file}: {what} fell to {got:.3}, under {floor}");
    }
}

fn from_marks(language: &'static str, source: &str) -> Vec<Passage> {
    let passage = |block: &str| {
        let (_, body) = block.split_once('\n').unwrap();
        let mut passage = Passage { language, text: String::new(), names: Vec::new() };
        let mut rest = body;
        while let Some((before, marked)) = rest.split_once('[') {
            let (inside, after) = marked.split_once(']').unwrap();
            let (name, place) = inside.split_once('|').unwrap();
            passage.text.push_str(before);
            let start = passage.text.len();
            passage.text.push_str(name);
            passage.names.push(Name { bytes: start..passage.text.len(), place: from_mark(place) });
            rest = after;
        }
        passage.text.push_str(rest);
        passage
    };
    // A passage begins with a line that says what it tries, and may have several paragraphs.
    source.trim().split("\n# ").map(|block| passage(block.trim_end())).collect()
}

fn from_mark(mark: &str) -> Option<Right> {
    let point = |text: &str| {
        let (latitude, longitude) = text.split_once(',').unwrap();
        Point { latitude: latitude.parse().unwrap(), longitude: longitude.parse().unwrap() }
    };
    let is_town = |kind| !matches!(kind, PlaceKind::Country | PlaceKind::Province | PlaceKind::Region);
    let is_area = |kind| !matches!(kind, PlaceKind::City | PlaceKind::Village);
    match mark.strip_prefix('~') {
        Some(area) => Some(Right::Near(point(area), 150.0, is_area)),
        None if mark == "?" => None,
        None if mark.chars().all(char::is_alphabetic) => Some(Right::Country(mark.to_owned())),
        None => Some(Right::Near(point(mark), 25.0, is_town)),
    }
}

#[test]
fn passages_that_rules_were_written_on() {
    check("open_fr.txt", [0.98, 0.98, 0.98]);
    check("open_en.txt", [0.97, 0.97, 0.96]);
    check("local_open_en.txt", [0.96, 0.98, 0.95]);
    check("open2_en.txt", [0.98, 0.97, 0.96]);
    check("open3_fr.txt", [0.97, 0.93, 0.97]);
    check("open3_en.txt", [0.97, 0.94, 0.97]);
    check("articles_open_fr.txt", [0.97, 0.95, 0.97]);
    check("articles_open_en.txt", [0.96, 0.93, 0.94]);
    check("articles_local_open_en.txt", [0.89, 0.86, 0.93]);
}

#[test]
fn passages_that_were_kept_apart() {
    check("held_fr.txt", [0.98, 0.97, 0.97]);
    check("held_en.txt", [0.95, 0.94, 0.94]);
    check("local_held_en.txt", [0.95, 0.95, 0.94]);
    check("held2_en.txt", [0.94, 0.96, 0.95]);
    check("held3_fr.txt", [0.95, 0.96, 0.96]);
    check("held3_en.txt", [0.93, 0.93, 0.93]);
    check("articles_held_fr.txt", [0.95, 0.95, 0.97]);
    check("articles_held_en.txt", [0.92, 0.9, 0.93]);
    check("articles_local_held_en.txt", [0.89, 0.86, 0.9]);
}

#[test]
fn confidence_tells_right_from_wrong() {
    let found: Vec<(f32, bool)> = ["open_fr.txt", "open_en.txt", "local_open_en.txt", "open2_en.txt"]
        .iter()
        .flat_map(|file| scores_of(file).reliability)
        .collect();
    let right_between = |low: f32, high: f32| {
        let within: Vec<bool> =
            found.iter().filter(|(sure, _)| (low..high).contains(sure)).map(|&(_, right)| right).collect();
        let right = share(within.iter().filter(|&&right| right).count(), within.len());
        println!("confidence {low:.2} to {high:.2}: {} names, right {right:.3}", within.len());
        right
    };
    for edges in [0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01].windows(2) {
        right_between(edges[0], edges[1]);
    }
    assert!(right_between(0.8, 1.01) >= 0.95);
    assert!(right_between(0.0, 0.8) + 0.1 < right_between(0.95, 1.01));
}
