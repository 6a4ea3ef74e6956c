//! Chronologies and diaries: each entry is of its own day, and none of them dates the report.

use dateline::collection::Collection;
use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;

fn read(language: &str, text: &str) -> Collection {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let document = Document { language: Some(language.to_owned()), ..Document::new("report", text.to_owned()) };
    engine.read_all(Corpus { documents: vec![document], problems: Vec::new() })
}

/// The events of a text, as *kind place day*, by day.
#[track_caller]
fn check(language: &str, text: &str, expected: &[&str]) {
    let collection = read(language, text);
    let gazetteer = Gazetteer::embedded();
    let mut told: Vec<String> = collection
        .events
        .iter()
        .map(|event| {
            let place = event.place.map_or("nowhere", |place| gazetteer.place(place).name);
            let day = event.when.as_ref().map_or_else(|| "some day".to_owned(), ToString::to_string);
            format!("{} {place} {day}", event.kind.name())
        })
        .collect();
    told.sort_by_key(|line| line.rsplit(' ').next().map(str::to_owned));
    assert_eq!(told, expected);
}

#[test]
fn the_year_is_that_of_the_entries_before() {
    let text = "Timeline of the offensive\n\n\
                Nov. 12, 2020 – Taliban fighters attack Lashkar Gah.\n\
                Jan. 5 – The Taliban capture Nerkh district.\n\
                Aug. 14 – The Taliban take Mazar-i-Sharif.\n\
                Aug. 15 – They enter Kabul.\n";
    let events = [
        "clash Lashkar Gah 2020-11-12",
        "capture Nirkh 2021-01-05",
        "capture Mazar-i-Sharif 2021-08-14",
        "capture Kabul 2021-08-15",
    ];
    check("en", text, &events);
}

#[test]
fn a_year_on_a_line_of_its_own_holds_for_the_entries_under_it() {
    let text = "Chronologie de la guerre\n\n2022\n\
                2 mars : Kherson tombe aux mains des Russes.\n\
                11 novembre : les Russes se retirent de Kherson.\n\n2023\n\
                13 janvier : la Russie s'empare de Soledar.\n\
                20 mai : Wagner prend Bakhmout.\n";
    let events = [
        "capture Kherson 2022-03-02",
        "withdrawal Kherson 2022-11-11",
        "capture Soledar 2023-01-13",
        "capture Bakhmut 2023-05-20",
    ];
    check("fr", text, &events);
}

#[test]
fn entries_may_run_from_the_latest_to_the_earliest() {
    let text = "6 June 2023: Fighters captured Soledar.\n\n\
                2 January: Fighters captured Bakhmut.\n\n\
                11 November: Russian forces withdrew from Kherson.\n";
    let events = ["withdrawal Kherson 2022-11-11", "capture Bakhmut 2023-01-02", "capture Soledar 2023-06-06"];
    check("en", text, &events);
}

#[test]
fn a_diary_counts_from_the_day_of_its_entry() {
    let text = "12 August 2021\n\nTaliban fighters captured Ghazni this morning.\n\n\
                13 August 2021\n\nKandahar fell overnight. The Taliban took Herat yesterday.\n\n\
                15 August 2021\n\nThe Taliban captured Jalalabad.\n";
    let events = [
        "capture Kandahar 2021-08-12",
        "capture Herat 2021-08-12",
        "capture Ghazni 2021-08-12",
        "capture Jalalabad 2021-08-15",
    ];
    check("en", text, &events);
}

#[test]
fn no_entry_dates_the_report() {
    let text = "May 1, 2021 – Fighting in Helmand.\nMay 11 – Nerkh falls.\nAug. 15 – The Taliban enter Kabul.\n";
    let published = &read("en", text).annotations[0].publication;
    assert_eq!(published.stated, None);
    assert_eq!(published.inferred.to_string(), "2021-08-15/..");
}

#[test]
fn an_entry_without_a_place_does_not_take_that_of_another() {
    let text = "May 11, 2021 – The Taliban capture Nerkh district.\nJune 7 – Soldiers are killed in heavy fighting.\n\
                Aug. 15 – The Taliban enter Kabul.\n";
    let collection = read("en", text);
    let day = "2021-06-07";
    let of_june =
        collection.events.iter().filter(|event| event.when.as_ref().is_some_and(|when| when.to_string() == day));
    let gazetteer = Gazetteer::embedded();
    let towns: Vec<&str> = of_june
        .filter_map(|event| event.place)
        .map(|place| gazetteer.place(place).name)
        .filter(|name| *name != "Afghanistan")
        .collect();
    assert_eq!(towns, Vec::<&str>::new());
}

#[test]
fn two_lines_with_a_date_are_no_chronology() {
    let text = "KABUL, Aug. 15, 2021 – The Taliban entered Kabul on Sunday.\n\nAug. 16 – a day off.\n";
    assert_eq!(read("en", text).annotations[0].publication.inferred.to_string(), "2021-08-15");
}
