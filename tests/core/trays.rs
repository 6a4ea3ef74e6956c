//! What is not on the map is kept, with its reason.

use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::export;
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;

fn trays(texts: &[&str]) -> String {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let documents =
        texts.iter().enumerate().map(|(number, text)| Document::new(format!("{number}.txt"), *text)).collect();
    let collection = engine.read_all(Corpus { documents, problems: Vec::new() });
    let mut out = Vec::new();
    export::write_trays(&collection, engine.gazetteer(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_town_that_could_fall_waits_in_a_tray() {
    let lines = trays(&[
        "Les rebelles encerclent Goma depuis lundi. La ville pourrait tomber si des renforts ne sont pas envoyés, a dit le maire.",
    ]);
    assert!(lines.lines().any(|line| line.contains("\"not_event\"") && line.contains("pourrait tomber")), "{lines}");
}

#[test]
fn a_report_in_a_language_without_a_pack_says_that_events_were_not_looked_for() {
    let lines =
        trays(&["Am Montag griffen die Aufständischen die Stadt Kundus an und töteten zwölf Soldaten der Armee."]);
    assert!(lines.contains("\"problem\"") && lines.contains("0.txt"), "{lines}");
}
