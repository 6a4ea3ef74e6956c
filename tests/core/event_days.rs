//! Which of the dates of a sentence an event goes by.

use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;

/// The days of the one event that a report of 14 November 2024 tells.
#[track_caller]
fn check(language: &str, text: &str, expected: &str) {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let text = format!("14/11/2024\n\n{text}\n");
    let document = Document { language: Some(language.to_owned()), ..Document::new("report", text) };
    let collection = engine.read_all(Corpus { documents: vec![document], problems: Vec::new() });
    let days: Vec<String> =
        collection.events.iter().filter_map(|event| event.when.as_ref()).map(ToString::to_string).collect();
    assert_eq!(days, [expected]);
}

#[test]
fn of_two_dates_side_by_side_the_narrower_one_tells_the_day() {
    check("en", "Earlier this year, in February, rebels captured the town of Kidal.", "2024-02");
    check("fr", "L'an dernier, en août 2023, les rebelles ont pris la ville de Kidal.", "2023-08");
}

#[test]
fn a_report_of_a_period_tells_of_the_weekdays_in_it() {
    let text = "Weekly digest, 4 to 10 November 2024\n\nRebels captured the town of Kidal on Thursday, residents said.";
    check("en", text, "2024-11-07");
    let text = "Semaine du 4 au 10 novembre 2024\n\nLes rebelles ont pris la ville de Kidal jeudi.";
    check("fr", text, "2024-11-07");
}

#[test]
fn what_a_report_of_a_period_dates_no_closer_was_in_it() {
    let text = "Reporting period: 4 to 10 November 2024\n\nSome 7,600 people fled Kidal.";
    check("en", text, "2024-11-04/2024-11-10");
    check("fr", "Deux soldats ont été tués à Kidal du 4 au 10 novembre.", "2024-11-04/2024-11-10");
}
