//! Who takes part: groups and forces by one name in all languages.

use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::edtf::DateSet;
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;

/// The actors of a report's events, in order, each once.
fn actors(engine: &Engine, language: &str, text: &str) -> Vec<String> {
    let document = Document {
        language: Some(language.to_owned()),
        stated: Some(DateSet::parse("2024-05-16").unwrap()),
        ..Document::new("row", text)
    };
    let read = engine.read_all(Corpus { documents: vec![document], problems: Vec::new() });
    let mut names: Vec<String> = Vec::new();
    for actor in read.mentions.iter().flat_map(|mention| &mention.actors) {
        if !names.contains(&actor.name) {
            names.push(actor.name.clone());
        }
    }
    names
}

#[test]
fn a_group_has_one_name_in_both_languages() {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    for (french, english, expected) in [
        ("Les FSR ont attaqué Nyala lundi.", "The RSF attacked Nyala on Monday.", &["RSF"][..]),
        ("Daech a attaqué Mossoul lundi.", "Isis attacked Mosul on Monday.", &["Islamic State"]),
        ("Le GSIM a attaqué Djibo lundi.", "JNIM attacked Djibo on Monday.", &["JNIM"]),
        ("Les FARDC ont attaqué Sake lundi.", "The Congolese army attacked Sake on Monday.", &["Congolese army"]),
        ("Tsahal a attaqué Rafah lundi.", "The IDF attacked Rafah on Monday.", &["Israeli army"]),
        ("Les FDS ont attaqué Raqqa lundi.", "The SDF attacked Raqqa on Monday.", &["SDF"]),
        (
            "Les paramilitaires ont attaqué Nyala lundi.",
            "Paramilitaries attacked Nyala on Monday.",
            &["paramilitaries"],
        ),
        (
            "L'armée de l'air afghane a bombardé Kunduz lundi.",
            "The Afghan air force bombed Kunduz on Monday.",
            &["Afghan air force"],
        ),
        (
            "Les forces ukrainiennes ont attaqué Kherson lundi.",
            "Ukrainian forces attacked Kherson on Monday.",
            &["Ukrainian forces"],
        ),
    ] {
        assert_eq!(actors(&engine, "fr", french), expected, "{french}");
        assert_eq!(actors(&engine, "en", english), expected, "{english}");
    }
}

#[test]
fn the_insurgents_are_the_armed_group_that_the_report_names_most_and_no_body() {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let text = "L'ONU et l'Otan se sont inquiétées lundi. L'ONU a dit que les talibans avaient attaqué Kunduz lundi. Les insurgés ont pris Aqcha mardi.";
    assert!(actors(&engine, "fr", text).contains(&"Taliban".to_owned()));
    let mention = "Les insurgés ont pris Aqcha mardi.";
    assert!(
        actors(&engine, "fr", &format!("L'ONU a condamné lundi une attaque à Kunduz. {mention}"))
            .iter()
            .all(|name| name == "UN")
    );
}

#[test]
fn an_article_is_no_body() {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    assert!(actors(&engine, "fr", "Un soldat a été tué lundi dans une fusillade à Srinagar.").is_empty());
}
