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
fn a_date_behind_a_year_that_is_counted_is_of_that_year() {
    check("en", "Last year, in mid-April, rebels captured the town of Kidal.", "2023-04-11/2023-04-20");
    check("fr", "Il y a trois ans, le 7 juillet 2021, les rebelles ont pris la ville de Kidal.", "2021-07-07");
}

#[test]
fn a_week_ago_is_seven_days_before() {
    check("en", "Rebels captured the town of Kidal a week ago.", "2024-11-07");
    check("fr", "Les rebelles ont pris la ville de Kidal il y a une semaine.", "2024-11-07");
}

#[test]
fn a_noun_with_its_own_day_is_not_counted_from_another() {
    check(
        "fr",
        "Le préfet a parlé lundi, trois jours après l'évacuation, le 2 novembre, de la base de Tessalit.",
        "2024-11-02",
    );
}

#[test]
fn what_the_subject_went_through_is_not_of_the_day_of_its_verb() {
    let text = "Le 5 novembre, des hommes ont enlevé un infirmier à Ténenkou.\n\nL'infirmier enlevé par les jihadistes a été soigné mardi.";
    check("fr", text, "2024-11-05");
}

#[test]
fn what_an_entry_of_a_diary_calls_yesterday_is_the_day_before_the_entry() {
    let text = "Lundi 4 novembre. – Le pain est cher.\n\nMercredi 6. – Hier, les rebelles ont pris la ville de Kidal.\n\n\
                Vendredi 8. – La pluie.";
    check("fr", text, "2024-11-05");
}

#[test]
fn each_entry_of_a_live_report_counts_from_the_day_of_the_report() {
    let text = "16:10 He came to Kidal three days ago.\n\n15:30 Rebels captured the town of Kidal at about 2 pm.\n\n\
                12:05 Bread is dear.\n\n09:00 Good morning.";
    check("en", text, "2024-11-14~");
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
