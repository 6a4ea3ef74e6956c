//! The gold, printed as the program would print it, has full marks: neither the gold nor the scorer contradicts itself.

use crate::score::{Gold, Scores};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The days of a gold entry, its first reading; `DCT` is the publication day.
fn days(edtf: &Value, document: &Value) -> Value {
    match edtf.as_str() {
        Some("DCT") => document["published"]["together"].clone(),
        Some(edtf) => json!(edtf.split(" | ").next()),
        None => Value::Null,
    }
}

fn place(gold: &Value, key: &Value) -> Value {
    let place = &gold["places"][key.as_str().unwrap()];
    assert!(place.is_object(), "no such place: {key}");
    json!({"kind": place["kind"], "country": place["country"], "latitude": place["lat"], "longitude": place["lon"]})
}

fn list<'a>(of: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    of[name].as_array().into_iter().flatten()
}

fn annotation(gold: &Value, document: &Value) -> Value {
    let toponyms = list(document, "toponyms").map(|toponym| {
        let usage = toponym.get("use").cloned().unwrap_or_else(|| json!("literal"));
        json!({"start": toponym["start"], "end": toponym["end"], "text": toponym["text"], "use": usage,
            "place": place(gold, &toponym["place"])})
    });
    let timexes = list(document, "timexes")
        .map(|timex| json!({"start": timex["start"], "end": timex["end"], "edtf": days(&timex["edtf"], document)}));
    json!({"document": document["doc"], "published": {"inferred": document["published"]["together"]},
        "toponyms": toponyms.collect::<Vec<_>>(), "timexes": timexes.collect::<Vec<_>>()})
}

/// The name under which reports tell one event.
fn group(event: &Value) -> &str {
    let name = event["same_as"].as_str().or(event["id"].as_str()).unwrap();
    name.split(" (").next().unwrap()
}

/// One event a line, those that the gold calls the same joined.
fn events(gold: &Value) -> Vec<Value> {
    let mut events: BTreeMap<&str, Value> = BTreeMap::new();
    for document in list(gold, "documents") {
        for event in list(document, "events") {
            let told = event.get("when_together").unwrap_or(&event["when_alone"]);
            let joined = events.entry(group(event)).or_insert_with(|| {
                json!({"kind": event["type"], "place": place(gold, &event["places"][0]),
                    "when": {"edtf": days(told, document)}, "claims": [], "mentions": []})
            });
            let quotes = list(event, "quotes").map(|quote| {
                json!({"document": document["doc"], "quote": quote, "trigger": {"start": quote["end"], "end": quote["end"]}})
            });
            joined["mentions"].as_array_mut().unwrap().extend(quotes);
            let claims = list(event, "claims")
                .map(|claim| json!({"what": claim["kind"], "low": claim["low"], "high": claim["high"]}));
            joined["claims"].as_array_mut().unwrap().extend(claims);
        }
    }
    events.into_values().collect()
}

fn lines(values: impl IntoIterator<Item = Value>) -> String {
    values.into_iter().map(|value| value.to_string()).collect::<Vec<_>>().join("\n")
}

/// Offsets lie on the words that they name.
fn check_offsets(document: &Value, text: &str) {
    let quotes = list(document, "events").flat_map(|event| list(event, "quotes"));
    let pieces = ["toponyms", "timexes", "not_events", "boilerplate"].into_iter().flat_map(|name| list(document, name));
    for piece in pieces.chain(quotes) {
        let end = |name: &str| usize::try_from(piece[name].as_u64().unwrap()).unwrap();
        assert_eq!(text.get(end("start")..end("end")), piece["text"].as_str(), "{}: {piece}", document["doc"]);
    }
}

#[track_caller]
fn check(gold: &str, reports: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = fs::read_to_string(root.join(gold)).unwrap();
    let gold: Value = serde_json::from_str(&source).unwrap();
    for document in list(&gold, "documents") {
        check_offsets(
            document,
            &fs::read_to_string(root.join(reports).join(document["doc"].as_str().unwrap())).unwrap(),
        );
    }
    let annotations = lines(list(&gold, "documents").map(|document| annotation(&gold, document)));
    let typed: Gold = serde_json::from_str(&source).unwrap();
    let scores = Scores::of(&typed, &annotations, &lines(events(&gold)));
    assert!(scores.errors.is_empty(), "{reports}\n{scores}\n{}", scores.errors.join("\n"));
    assert_eq!(scores.events.full.hits, scores.events.full.of, "{scores}");
    assert_eq!((scores.events.wrong, scores.events.extra), (0, 0), "{scores}");
    let nothing = lines(list(&gold, "documents").map(
        |document| json!({"document": document["doc"], "published": {"inferred": ".."}, "toponyms": [], "timexes": []}),
    ));
    let scores = Scores::of(&typed, &nothing, "");
    assert_eq!((scores.events.quote.hits, scores.toponyms.overlap.hits, scores.timexes.relaxed.hits), (0, 0, 0));
}

#[test]
fn the_gold_has_full_marks_and_silence_none() {
    check("tests/gold/seeds.json", "seeds");
    for folder in [
        "open_fr", "open2_fr", "open3_fr", "open4_fr", "open5_fr", "open6_fr", "wire_fr", "held_fr", "open_en",
        "open2_en", "open3_en", "open4_en", "open5_en", "held_en", "held4_en",
    ] {
        let reports = format!("tests/gold/reports/{folder}");
        check(&format!("{reports}/gold.json"), &reports);
    }
}
