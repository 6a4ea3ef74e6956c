//! Reports that state no day, days that are not an event's own, and places that are not where it was.

use super::short_reports::{ENGINE, read};
use dateline::corpus::Corpus;

/// Whether the events hold one of this kind, place and day; all of them where they do not.
#[track_caller]
pub(super) fn tells(texts: &[&str], kind: &str, place: &str, day: &str) {
    let collection = read(texts);
    let told: Vec<[String; 3]> = collection
        .events
        .iter()
        .map(|event| {
            let place = event.place.map_or("-", |place| ENGINE.gazetteer().place(place).name).to_owned();
            [event.kind.name().to_owned(), place, event.when.as_ref().map_or("-".to_owned(), ToString::to_string)]
        })
        .collect();
    assert!(told.contains(&[kind, place, day].map(str::to_owned)), "{texts:?}: {told:?}");
}

/// Whether a report of 15 July 2021, a Thursday, tells such an event.
#[track_caller]
pub(super) fn tells_on(text: &str, kind: &str, place: &str, day: &str) {
    tells(&[&format!("15/07/2021\n\n{text}")], kind, place, day);
}

/// When a report came out, as far as it is known.
fn published(texts: &[&str], report: usize) -> String {
    read(texts).annotations[report].publication.inferred.to_string()
}

const WIRE: &str = "Kaboul, 12 novembre 2018 (AFP) - Les talibans ont pris dimanche le district de Malistan, ont indiqué lundi des \
                    responsables. Des combats ont eu lieu à Jaghori, à Qarabagh et près de Ghazni.";
const NEIGHBOUR: &str = "Les morts ont été enterrés ce mardi. À Jaghori et à Malistan, les écoles sont fermées. Des voyageurs ont \
                         été enlevés lundi à Qarabagh, sur la route de Ghazni.";

#[test]
fn a_report_without_a_day_comes_out_with_one_that_names_the_same_towns() {
    assert_eq!(published(&[WIRE, NEIGHBOUR], 1), "2018-11-13");
    assert_eq!(published(&[NEIGHBOUR], 0), "../..");
}

#[test]
fn the_bundled_reports_are_at_odds_about_no_day() {
    assert_eq!(ENGINE.read_all(Corpus::bundled()).problems, Vec::new());
}

#[test]
fn a_datelines_day_is_no_events() {
    let wire = "Ouagadougou, 6 juin 2021 (AFP) - Des hommes armés ont attaqué vendredi le village de Solhan, tuant 132 civils, a \
                indiqué dimanche le gouvernement.";
    tells(&[wire], "attack_on_civilians", "Solhan", "2021-06-04");
    assert_eq!(read(&[wire]).events.len(), 1);
}

#[test]
fn the_day_that_a_paragraph_names_holds_for_its_later_sentences() {
    let note =
        "15/10/2021\n\nQue s'est-il passé mardi à Djibo ? Les récits concordent. Les assaillants ont pris le camp.";
    tells(&[note], "capture", "Djibo", "2021-10-12");
}

#[test]
fn what_a_report_tells_the_day_after_was_the_day_before_it() {
    tells(&["13/11/2022\n\nAu lendemain de la chute de Kherson, la ville fête."], "capture", "Kherson", "2022-11-12");
}

#[test]
fn the_capital_is_that_of_the_country_and_the_provincial_capital_that_of_the_province() {
    let capital = "14/10/2024\n\nHerat province, Afghanistan. Fighting went on in Shindand. Police arrested two men in";
    tells(&[&format!("{capital} the provincial capital on Saturday.")], "arrest", "Herat", "2024-10-12");
    tells(&[&format!("{capital} the capital on Saturday.")], "arrest", "Kabul", "2024-10-12");
}

#[test]
fn a_road_that_leads_to_a_town_is_not_in_it() {
    let road = "14/10/2020\n\nÀ Pul-e-Khumri, des habitants ont bloqué lundi la route qui mène à Kaboul.";
    tells(&[road], "protest", "Pul-e Khumri", "2020-10-12");
}

#[test]
fn of_an_area_and_a_town_in_it_the_town_is_where_it_was() {
    let led = "14/03/2024\n\nOn Thursday, gunmen led away 187 pupils from Kuriga, in Chikun local government area.";
    tells(&[led], "abduction", "Kuriga", "2024-03-14");
}

#[test]
fn what_was_tried_was_not_taken_and_what_goes_on_takes_nothing() {
    tells(&["14/10/2020\n\nFighters tried to capture Kunduz on Monday."], "clash", "Kunduz", "2020-10-12");
    let resumed = "14/02/2024\n\nLes affrontements ont repris lundi à Sake.";
    assert!(read(&[resumed]).events.iter().all(|event| event.kind.name() != "capture"));
}

#[test]
fn a_convoy_that_enters_a_town_has_not_taken_it() {
    let convoy = "14/10/2021\n\nLe convoi est entré mardi dans Djibo.";
    tells(&[convoy], "movement", "Djibo", "2021-10-12");
}

/// Reports of a week in June 2023: one with its day, one with a weekday alone.
const DATED: &str = "KHARTOUM, June 22, 2023 (AP) - Warplanes bombed a depot in Omdurman at sunrise on Thursday, medics said. Police in \
                     Kassala detained 26 people on Tuesday. Rebels attacked the garrison in Kadugli early on Wednesday.";

#[test]
fn a_title_has_the_weekday_of_its_report() {
    let live = "Sudan live: Friday's developments\n\nThe two sides talked of a truce yesterday. In Omdurman the dead were buried this \
                morning. A lawyer in Kadugli was arrested yesterday.";
    assert_eq!(published(&[DATED, live], 1), "2023-06-23");
    let radio = "Kassala, samedi.\n\nHier, des hommes armés ont enlevé un médecin à Kadugli. Les écoles d'Omdurman sont fermées.";
    assert_eq!(published(&[DATED, radio], 1), "2023-06-24");
}

#[test]
fn a_day_that_is_threatened_with_is_still_to_come() {
    let radio = "Journal du vendredi\n\nÀ Kadugli, la garnison a été attaquée avant-hier. Les marchands d'Omdurman menacent de ne plus \
                 payer la taxe dès le 1er juillet.";
    assert_eq!(published(&[DATED, radio], 1), "2023-06-23");
}

#[test]
fn which_of_the_days_about_another_report_it_is_what_is_told_says() {
    let note = "The fire is out at the depot in Omdurman, bombed yesterday at sunrise. Those detained in Kassala on Tuesday are free. In \
                Kadugli soldiers fell when rebels attacked the garrison two days ago.";
    assert_eq!(published(&[DATED, note], 1), "2023-06-23");
}
