//! Any text in: no panic, and spans on character boundaries, in order and disjoint.

use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::gazetteer::Gazetteer;
use dateline::language::{LanguagePack, Lexicon};
use dateline::pipeline::Engine;
use dateline::timex::Grammar;
use proptest::prelude::*;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::bundled(Gazetteer::embedded().clone()).unwrap());

/// Words, figures and marks that dates are made of, in any order.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = proptest::sample::select(vec![
        "le",
        "1er",
        "31",
        "février",
        "mai",
        "2021",
        "0",
        "99999999999",
        "mardi",
        "soir",
        "dernier",
        "il y a",
        "ans",
        "trois",
        "nuit",
        "de",
        "à",
        "dimanche",
        "entre",
        "et",
        "29",
        "-",
        "/",
        ".",
        ",",
        "(",
        ")",
        "«",
        "\n",
        "\n\n",
        "’",
        "l’",
        "la veille",
        "la semaine dernière",
        "mi-",
        "fin",
        "du",
        "au",
        "siècle",
        "XXe",
        "années",
        "1990",
        "12:30",
        "24h",
        "a déclaré",
        "sera",
        "date",
        "Publié le",
        "\u{a0}",
        "é",
        "𝔘",
        "کابل",
        "mille",
        "cent",
        "quatre-vingt",
        "11-Septembre",
        "2021-02-31",
        "09/13/2021",
    ]);
    proptest::collection::vec(scrap, 0..30).prop_map(|words| words.join(" "))
}

#[track_caller]
fn check(language: &str, text: &str) {
    let document = Document { language: Some(language.to_owned()), ..Document::new("any", text) };
    let collection = ENGINE.read_all(Corpus { documents: vec![document], problems: Vec::new() });
    let mut end = 0;
    for timex in &collection.annotations[0].timexes {
        assert!(timex.span.start() >= end && timex.span.end() > timex.span.start(), "{text:?}: {timex:?}");
        assert!(
            text.is_char_boundary(timex.span.start()) && text.is_char_boundary(timex.span.end()),
            "{text:?}: {timex:?}"
        );
        end = timex.span.end();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn scraps_of_dates_never_panic(text in scraps()) {
        check("fr", &text);
        check("en", &text);
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,200}") {
        check("fr", &text);
        check("en", &text);
    }
}

#[track_caller]
fn refused(section: &str, message: &str) {
    let source = format!("[language]\ncode = \"xx\"\nname = \"X\"\n\n[timex]\n{section}");
    let pack = LanguagePack::parse("xx.toml", &source).unwrap();
    let error = Grammar::compile(&pack, &mut Lexicon::default()).unwrap_err().to_string();
    assert_eq!(error, message);
}

#[test]
fn a_wrong_rule_is_named_with_file_and_line() {
    refused(
        "[[timex.rules]]\nmake = \"calendar\"\npatterns = [\"le [ $day\"]\n",
        "xx.toml:8: pattern `le [ $day`: a missing `]`",
    );
    refused("[[timex.rules]]\nmake = \"wonder\"\npatterns = [\"le $day\"]\n", "xx.toml:8: nothing is made by `wonder`");
    refused(
        "[[timex.rules]]\nmake = \"calendar\"\nset = { moon = 1 }\npatterns = [\"le $day\"]\n",
        "xx.toml:9: no slot `moon`",
    );
}

#[test]
fn a_pack_without_dates_finds_none() {
    let pack = LanguagePack::parse("xx.toml", "[language]\ncode = \"xx\"\nname = \"X\"\n").unwrap();
    assert!(Grammar::compile(&pack, &mut Lexicon::default()).is_ok());
}
