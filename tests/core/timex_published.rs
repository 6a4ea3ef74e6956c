//! The day of publication, as reports state it in many forms: at the head, under the title, at the foot.

use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::export::problem_line;
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;

/// A Saturday; the reports tell of Friday and of Saturday.
const DAY: &str = "2021-08-14";

fn inferred(engine: &Engine, language: &str, text: &str) -> String {
    let document = Document { language: Some(language.to_owned()), ..Document::new("report", text.to_owned()) };
    let mut collection = engine.read_all(Corpus { documents: vec![document], problems: Vec::new() });
    collection.annotations.remove(0).publication.inferred.to_string()
}

#[track_caller]
fn check(language: &str, title: &str, body: &str, forms: &[&str]) {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    for form in forms {
        for text in [
            format!("{title}\n{form}\n\n{body}\n"),
            format!("{form}\n\n{title}\n\n{body}\n"),
            format!("{title}\n\n{body}\n\n{form}\n"),
        ] {
            assert_eq!(inferred(&engine, language, &text), DAY, "{text}");
        }
    }
}

#[test]
fn english_reports_state_their_day_in_words_and_in_figures() {
    let body = "Gunmen killed nine people in Goma on Friday, police said.\n\nThe mayor said on Saturday that the market would stay shut.";
    let forms = [
        "Published 14 August 2021",
        "Published on August 14, 2021",
        "Published: Aug. 14, 2021, 6:30 p.m. ET",
        "Updated 1830 GMT (0230 HKT) August 14, 2021",
        "Updated: 08/14/2021 06:30 PM EDT",
        "8/14/21",
        "14/08/2021",
        "14-08-2021",
        "2021-08-14T18:30:00+02:00",
        "2021-08-14 18:30:00 UTC",
        "SATURDAY, AUGUST 14, 2021",
        "Saturday 14/08/2021",
        "Sat, 14 Aug 2021 18:30:00 +0000",
        "By Jane Doe | August 14, 2021",
        "Jane Doe\nAug 14, 2021 · 4 min read",
        "Issued on: 14/08/2021 - 18:30",
        "First published on Sat 14 Aug 2021 09.00 BST",
        "Flash Update No. 3\nAs of 14 August 2021",
        "Goma: Aug 14, 2021",
        "dated 14 August 2021",
    ];
    check("en", "Gunmen kill nine in Goma market", body, &forms);
}

#[test]
fn french_reports_state_their_day_in_words_and_in_figures() {
    let body = "Des hommes armés ont tué neuf personnes vendredi à Goma, a indiqué la police.\n\nLe maire a déclaré samedi que le marché resterait fermé.";
    let forms = [
        "Publié le samedi 14 août 2021 à 18h30",
        "Publié le : 14/08/2021 - 18:30",
        "Mis à jour le 14/08/2021 à 20h00",
        "LE 14 AOÛT 2021",
        "Samedi 14/08/2021",
        "14.08.2021",
        "14-08-2021",
        "14/08/21",
        "2021-08-14T18:30:00+02:00",
        "Par Jean Dupont | 14 août 2021",
        "Jean Dupont - 14/08/2021 18h30",
        "Goma (AFP) - 14 août 2021",
        "Goma, le 14 août 2021",
        "Dernière mise à jour : 14 août 2021",
        "Le 14 août 2021 à 18:30, par Marie",
        "daté du 14 août 2021",
        "14 AOUT 2021",
    ];
    check("fr", "Neuf morts dans l'attaque d'un marché à Goma", body, &forms);
}

#[test]
fn a_dateline_without_a_year_takes_one_in_which_the_weekday_of_its_speakers_fits() {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let told = |weekday: &str| {
        format!("GOMA, Aug 14 (Reuters) - Gunmen killed nine people in Goma, the mayor said on {weekday}.\n")
    };
    assert_eq!(inferred(&engine, "en", &told("Saturday")), "2021-08-14");
    assert_eq!(inferred(&engine, "en", &told("Wednesday")), "2024-08-14");
}

#[test]
fn a_statement_has_the_day_on_which_it_was_signed() {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let text = "SOCIÉTÉ CIVILE\nCoordination du territoire de Masisi\n\nLe 3 octobre, neuf personnes ont été tuées à Sake.\n\n\
                Le 4 octobre, une marche a été dispersée à Goma.\n\nFait à Masisi-centre, le 6 octobre 2023\n\n\
                Pour la Coordination, le rapporteur\n";
    assert_eq!(inferred(&engine, "fr", text), "2023-10-06");
    let text = "JOINT STATEMENT\n\nOn 3 October nine people were killed in Sake.\n\nDone at Bukavu in three copies, 6 October 2023.\n";
    assert_eq!(inferred(&engine, "en", text), "2023-10-06");
}

#[test]
fn figures_take_the_order_in_which_they_come_soon_after_a_date_in_words() {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let told = |date: &str| format!("09/08/2021\n\nGunmen killed nine people in Goma on {date}, the mayor said.\n");
    assert_eq!(inferred(&engine, "en", &told("Saturday, August 7")), "2021-08-09");
    assert_eq!(inferred(&engine, "en", &told("Sunday, September 5")), "2021-09-08");
}

#[test]
fn a_day_of_issue_without_a_year_takes_that_of_the_heading() {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let text = "NORTH KIVU\nSituation report No. 9, covering 7–13 November 2024\nIssued on 14 November\n\nThe town fell on 9 November.";
    assert_eq!(inferred(&engine, "en", text), "2024-11-14");
}

#[test]
fn a_date_of_no_certain_year_does_not_hide_one_told_with_its_weekday() {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let text = "A bomb has killed 14 people, rescuers say, in the deadliest attack since the president fled on December 8.\n\n\
                It went off on Monday, February 17, they said. The toll rose to 17, a doctor said on Tuesday. A raid killed five on Sunday, officials said. The town fell in August 2016.";
    assert_eq!(inferred(&engine, "en", text), "2025-02-18");
}

#[test]
fn before_dawn_on_wednesday_speaks_for_a_wednesday() {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let text = "2021-07\n\nFighters broke into the town before dawn on Wednesday, officials said.\n\n\
                Aircraft bombed a school on Tuesday afternoon.";
    assert_eq!(inferred(&engine, "en", text), "[2021-07-07,2021-07-14,2021-07-21,2021-07-28]");
}

#[test]
fn reports_that_cannot_both_hold_are_told_and_each_keeps_its_days() {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let documents = [
        ("first", "7 juillet 2021\n\nLes talibans sont entrés dans Qala-i-Naw jeudi 1er juillet 2021, a dit le gouverneur Hessamuddin Shams."),
        ("second", "juillet 2021\n\nLes talibans sont entrés dans Qala-i-Naw lundi, a dit le gouverneur Hessamuddin Shams."),
    ]
    .map(|(id, text)| Document { language: Some(String::from("fr")), ..Document::new(id, text.to_owned()) });
    let collection = engine.read_all(Corpus { documents: documents.to_vec(), problems: Vec::new() });
    let problems: Vec<String> = collection.problems.iter().map(problem_line).collect();
    let mondays = "[2021-07-05,2021-07-12,2021-07-19,2021-07-26]";
    assert_eq!(
        problems,
        [format!(
            "second: its days ({mondays}) and those of first (2021-07-01) for one event cannot both hold; both are kept as they are"
        )]
    );
    let published: Vec<String> =
        collection.annotations.iter().map(|annotation| annotation.publication.inferred.to_string()).collect();
    assert_eq!(published, ["2021-07-07", mondays]);
}

#[track_caller]
fn check_undated(language: &str, text: &str, expected: &str) {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    assert_eq!(inferred(&engine, language, text), expected, "{text}");
}

#[test]
fn a_dateline_without_a_year_takes_the_weekday_of_its_news() {
    let text = "ZAMBOANGA, Philippines, Sept 17 (Reuters) - Gunmen killed nine people in Zamboanga on Tuesday, the army said.\n\n\
                The feud began in January 2023, when a chief was arrested.";
    check_undated("en", text, "2024-09-17");
}

#[test]
fn a_year_looked_back_on_is_not_the_year_of_the_report() {
    let text = "Des hommes armés ont attaqué Beledweyne vendredi 7 octobre, ont dit samedi des habitants.\n\n\
                En août 2011, les insurgés avaient quitté Mogadiscio.";
    check_undated("fr", text, "2022-10-08");
}
