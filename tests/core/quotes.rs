//! A quote is the report's own bytes: for every telling of every test report, and of those reports cut and pasted at random.

use dateline::collection::Collection;
use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::export::{self, Format};
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;
use dateline::span::Span;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::bundled(Gazetteer::embedded().clone()).unwrap());

/// All report files of the tests, and the bundled ones.
fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let gold = fs::read_dir(root.join("tests/gold/reports")).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = gold.filter(|path| path.is_dir()).collect();
    folders.push(root.join("seeds"));
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    files
}

/// Every span of what was found fits its report: it lies on character boundaries, and what is part of a quote lies in it.
fn check_spans(collection: &Collection) -> Result<(), String> {
    let fits = |text: &str, span: Span| text.get(span.start()..span.end()).is_some_and(|words| !words.is_empty());
    for mention in &collection.mentions {
        let document = &collection.documents[mention.document.0 as usize];
        let of_mention = [mention.quote, mention.trigger].into_iter();
        let spans = of_mention
            .chain(mention.retellings.iter().copied())
            .chain(mention.place.iter().map(|place| place.span))
            .chain(mention.actors.iter().map(|actor| actor.span))
            .chain(mention.claims.iter().map(|claim| claim.span))
            .chain(mention.claims.iter().filter_map(|claim| claim.claimant_span))
            .chain(mention.speaker.iter().map(|speaker| speaker.span));
        for span in spans {
            if !fits(&document.text, span) {
                return Err(format!("{}: {span:?} of the telling at {:?}", document.id, mention.trigger));
            }
        }
        if !mention.quote.covers(mention.trigger) {
            return Err(format!("{}: the trigger at {:?} is not in its quote", document.id, mention.trigger));
        }
    }
    Ok(())
}

#[test]
fn every_quote_that_is_written_out_is_the_bytes_of_its_file() {
    let files = files();
    assert!(files.len() > 40, "only {} reports", files.len());
    let corpus = Corpus::read(&files);
    let bytes: BTreeMap<String, Vec<u8>> = corpus
        .documents
        .iter()
        .map(|document| (document.id.clone(), fs::read(document.path.as_ref().unwrap()).unwrap()))
        .collect();
    let collection = ENGINE.read_all(corpus);
    check_spans(&collection).unwrap();
    let (mut events, mut trays) = (Vec::new(), Vec::new());
    export::write_events(&collection, ENGINE.gazetteer(), Format::JsonLines, &mut events).unwrap();
    export::write_trays(&collection, ENGINE.gazetteer(), &mut trays).unwrap();
    let mut quotes = 0;
    let mut check = |document: &Value, quote: &Value| {
        let file = &bytes[document.as_str().unwrap()];
        let end = |name: &str| usize::try_from(quote[name].as_u64().unwrap()).unwrap();
        assert!(&file[end("start")..end("end")] == quote["text"].as_str().unwrap().as_bytes(), "{document}: {quote}");
        quotes += 1;
    };
    for line in String::from_utf8(events).unwrap().lines() {
        let event: Value = serde_json::from_str(line).unwrap();
        for mention in event["mentions"].as_array().unwrap() {
            check(&mention["document"], &mention["quote"]);
        }
    }
    for line in String::from_utf8(trays).unwrap().lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        if record["quote"].is_object() {
            check(&record["document"], &record["quote"]);
        }
    }
    assert_eq!(quotes, collection.mentions.len());
    assert!(quotes > 300, "only {quotes} quotes");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn reports_cut_and_pasted_at_random_are_quoted_from_where_the_words_stand(
        pieces in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0_usize..600), 1..5),
        between in prop::sample::select(vec!["", "\n\n", "\r\n", " « ", "\u{feff}", "ʿé東", "\u{202f}", "e\u{301} "]),
    ) {
        let files = files();
        let mut text = String::new();
        for (file, from, length) in pieces {
            let report = fs::read_to_string(file.get(&files)).unwrap();
            let first = from.index(report.chars().count());
            text.extend(report.chars().skip(first).take(length));
            text.push_str(between);
        }
        let collection = ENGINE.read_all(Corpus { documents: vec![Document::new("a", text)], problems: Vec::new() });
        prop_assert_eq!(check_spans(&collection), Ok(()));
    }
}
