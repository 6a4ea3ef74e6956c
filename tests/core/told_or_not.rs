//! What a report tells and what it does not, the days that it counts from what it told, and whom it is told of.

use super::short_reports::read;
use super::undated::tells;

/// Whether nothing is plotted.
#[track_caller]
fn tells_nothing(text: &str) {
    let events = read(&[text]).events;
    assert!(events.is_empty(), "{text}: {events:?}");
}

#[test]
fn only_is_no_negation() {
    tells(&["15/07/2021\n\nKunduz n'a été reprise que lundi."], "capture", "Kunduz", "2021-07-12");
    tells(&["15/07/2021\n\nKunduz was not retaken until Monday."], "capture", "Kunduz", "2021-07-12");
    tells_nothing("15/07/2021\n\nLes rebelles n'ont pas pris la ville de Kunduz, que l'armée tient.");
    tells_nothing("15/07/2021\n\nThe army has not entered Kunduz.");
}

#[test]
fn what_nobody_confirms_is_not_told_and_what_nobody_denies_is() {
    tells_nothing("15/07/2021\n\nRien ne prouve que les talibans ont pris Kunduz.");
    tells_nothing("15/07/2021\n\nThe ministry could not confirm that Kunduz had fallen.");
    tells_nothing("15/07/2021\n\nLe bruit a couru que Kunduz était tombée.");
    let denied = "15/07/2021\n\nThe army did not deny that its planes had bombed Kunduz on Monday.";
    tells(&[denied], "air_strike", "Kunduz", "2021-07-12");
}

#[test]
fn days_before_an_attack_are_counted_from_it() {
    let mine = "22/06/2020\n\nLe 16 juin, des hommes armés ont attaqué Djibo. Deux jours avant l'attaque, une ambulance avait \
                sauté sur une mine à Kaya.";
    tells(&[mine], "bombing", "Kaya", "2020-06-14");
    let eve = "22/06/2020\n\nLe 16 juin, l'assaut a commencé à Djibo. La veille de l'assaut, des policiers ont déposé les \
               armes à Kaya.";
    tells(&[eve], "surrender", "Kaya", "2020-06-15");
    let camps = "22/06/2020\n\nDjibo fell on 13 June. Two days before the town fell, jets bombed the edge of Kaya.";
    tells(&[camps], "air_strike", "Kaya", "2020-06-11");
}

#[test]
fn a_headline_has_the_day_of_what_its_report_tells_below_the_byline() {
    let report = "Car bomb kills farm workers in Manbij\n\nBy Omar Idlib\n\n18 February 2025\n\nA car bomb killed 14 people in \
                  Manbij, Syria, rescuers say.\n\nIt went off beside a lorry on Monday, February 17.";
    tells(&[report], "bombing", "Manbij", "2025-02-17");
    assert_eq!(read(&[report]).events.len(), 1);
}

#[test]
fn a_night_and_the_day_that_follows_it_are_one_events() {
    let night = "21/10/2020\n\nDans la nuit de lundi à mardi, les talibans ont attaqué Khanabad.";
    let day = "21/10/2020\n\nLes talibans ont attaqué Khanabad mardi, selon le gouverneur.";
    assert_eq!(read(&[night, day]).events.len(), 1);
    let evening_after = "21/10/2020\n\nLes talibans ont attaqué Khanabad dimanche, selon le gouverneur.";
    assert_eq!(read(&[night, evening_after]).events.len(), 2);
}

#[test]
fn a_capital_that_stands_for_those_who_govern_is_where_nothing_was() {
    let answer = "15/07/2021\n\nKunduz a été pilonnée lundi. Le raid était la réponse de Kaboul à l'attaque.\n\nUne bombe a \
                  tué deux passants mardi.";
    tells(&[answer], "bombing", "Kunduz", "2021-07-13");
}

#[test]
fn those_who_march_on_an_office_protest_and_those_shot_dead_were_no_fighters() {
    let march = "15/10/2021\n\nLes femmes ont marché lundi sur le ministère à Djibo.";
    tells(&[march], "protest", "Djibo", "2021-10-11");
    let shot = "15/10/2021\n\nGunmen shot dead five people in Kunduz on Monday.";
    tells(&[shot], "attack_on_civilians", "Kunduz", "2021-10-11");
}

#[test]
fn what_a_verb_is_done_to_may_stand_before_it() {
    let arms = "15/10/2021\n\nLes armes ont été remises lundi par les rebelles à Mopti.";
    tells(&[arms], "surrender", "Mopti", "2021-10-11");
    tells(&["15/10/2021\n\nThe border was closed on Monday at Torkham."], "other", "Torkham", "2021-10-11");
}

#[test]
fn one_sentence_is_enough_to_know_its_language() {
    let bomb = "A roadside bomb killed five soldiers near Mopti on Sunday.";
    assert_eq!(read(&[bomb]).events.len(), 1, "{:?}", read(&[bomb]).problems);
}
