//! Where and when an event was by the words of its own sentence, with other places and days beside them.

use super::short_reports::told;

/// Events as `kind place day tellings`, by kind, of a report of 14 November 2024 (a Thursday).
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(told(&[&format!("14/11/2024\n\n{text}")]), expected, "{text}");
}

#[test]
fn a_building_known_from_context_gives_way_to_the_town_that_its_sentence_names() {
    check(
        "Des combats ont eu lieu lundi à Mandalay. L'aviation a bombardé mardi une église qui abritait des réfugiés, à Demoso.",
        &["air_strike Demoso 2024-11-12 1", "clash Mandalay 2024-11-11 1", "displacement Demoso 2024-11-12 1"],
    );
}

#[test]
fn near_a_town_says_where_after_a_comma_and_in_the_middle_of_a_sentence() {
    check(
        "Des tirs ont été entendus lundi à Gao. Au nord, près de Kidal, neuf soldats ont péri mardi dans des accrochages.",
        &["clash Gao 2024-11-11 1", "clash Kidal 2024-11-12 1"],
    );
    check(
        "Ceux de Gao ont été vus près de Kidal, où ils se sont heurtés mardi à un groupe rival.",
        &["clash Kidal 2024-11-12 1"],
    );
}

#[test]
fn a_way_out_of_town_is_no_verb() {
    check(
        "Un convoi a quitté Gao lundi. À un barrage à la sortie de Kidal, onze jeunes gens ont été emmenés mardi.",
        &["abduction Kidal 2024-11-12 1", "withdrawal Gao 2024-11-11 1"],
    );
}

#[test]
fn a_place_taken_keeps_its_preposition_for_what_follows() {
    check("The Taliban took Herat on Monday in a single morning.", &["capture Herat 2024-11-11 1"]);
}

#[test]
fn the_place_that_opens_a_sentence_is_the_subject_of_its_last_passive_too() {
    check(
        "Kidal was seized by the rebels in February 2023, in the first week of the war, and retaken by the army in May 2023.",
        &["capture Kidal 2023-02 1", "capture Kidal 2023-05 1"],
    );
}

#[test]
fn what_is_measured_since_a_day_has_not_lasted_since_and_the_other_was_on_it() {
    check(
        "Gunmen raided Gao on Monday. The raid was the deadliest since 8 October, when an ambush outside Kidal cost the lives of 14 soldiers.",
        &["clash Gao 2024-11-11 1", "clash Kidal 2024-10-08 1"],
    );
}

#[test]
fn a_month_between_a_verb_and_its_object_is_no_place_where_something_went_on() {
    check("L'armée a repris en août 2024 le camp de Kidal.", &["capture Kidal 2024-08 1"]);
}

#[test]
fn what_was_observed_on_a_day_happened_on_it() {
    check("Une ville morte a été observée lundi à Bamenda.", &["protest Bamenda 2024-11-11 1"]);
}

#[test]
fn a_length_of_time_does_not_date_what_was_days_before() {
    check(
        "Residents of Kidal began returning home on Wednesday, a day after fighters attacked the town in a battle that lasted two hours.",
        &["clash Kidal 2024-11-12 1", "displacement Kidal 2024-11-13 1"],
    );
}

#[test]
fn the_capital_of_the_province_is_that_of_the_one_that_the_report_names() {
    check(
        "L'armée a repris lundi le village de Largu, en Ituri. Au chef-lieu de la province, des motards ont manifesté mardi.",
        &["capture Largu 2024-11-11 1", "protest Bunia 2024-11-12 1"],
    );
}

#[test]
fn the_villages_are_those_of_the_town_that_is_spoken_of() {
    check(
        "Des commerçants ont manifesté lundi à Chiúre. La police parle de vingt morts dans les villages attaqués mardi.",
        &["attack_on_civilians Chiúre 2024-11-12 1", "protest Chiúre 2024-11-11 1"],
    );
}

#[test]
fn a_place_with_a_day_of_its_own_shares_the_verb_of_the_one_before_it() {
    check(
        "Kunduz fell on Monday, Taloqan on Tuesday.",
        &["capture Kunduz 2024-11-11 1", "capture Taloqan 2024-11-12 1"],
    );
    check(
        "The Taliban took Kunduz on Sunday, Taloqan on Monday and Herat on Tuesday.",
        &["capture Herat 2024-11-12 1", "capture Kunduz 2024-11-10 1", "capture Taloqan 2024-11-11 1"],
    );
    check("Kunduz fell on Monday, Taloqan on Tuesday held out.", &["capture Kunduz 2024-11-11 1"]);
}

#[test]
fn two_towns_at_the_head_of_a_sentence_are_known_by_what_befell_both() {
    check(
        "Kupiansk and Izium were retaken on Monday.",
        &["capture Izium 2024-11-11 1", "capture Kupyansk 2024-11-11 1"],
    );
}

#[test]
fn what_stands_beside_a_subject_does_not_deny_or_plan_what_it_did() {
    check(
        "Onze camions du Programme alimentaire mondial sont entrés à Gao. Vingt policiers restés cinq mois sans solde avaient \
         remis leur base de Kidal aux insurgés lundi.",
        &["handover Kidal 2024-11-11 1", "movement Gao 2024-11-14 1"],
    );
}

#[test]
fn the_area_behind_a_place_is_only_where_that_is_whatever_the_sentence_goes_on_to_tell() {
    check(
        "Les talibans ont pris mardi le centre du district de Deh Rawud, dans la province d'Uruzgan, après deux jours de combats au cours desquels 17 policiers ont été tués.",
        &["capture Deh Rawud 2024-11-12 2"],
    );
    check(
        "Rebels seized the town of Masisi on Monday, in North Kivu province, after clashes that killed 14 soldiers.",
        &["capture Masisi 2024-11-11 2"],
    );
}

#[test]
fn the_object_of_a_relative_clause_is_not_where_its_subject_was_hit() {
    check(
        "A convoy that left Gao on Monday was ambushed the same evening near Ansongo.",
        &["clash Ansongo 2024-11-11 1", "withdrawal Gao 2024-11-11 1"],
    );
}

#[test]
fn the_day_before_is_counted_from_the_day_of_the_rest_of_the_sentence() {
    check(
        "À Kadugli, où l'armée avait lancé une offensive la veille, douze civils ont été tués mardi par un obus.",
        &["clash Kadugli 2024-11-11 1", "shelling Kadugli 2024-11-12 1"],
    );
    check(
        "Le verrou avait sauté cinq jours plus tôt, le 2 novembre, avec la chute de Kadugli.",
        &["capture Kadugli 2024-11-02 1"],
    );
}

#[test]
fn a_day_between_commas_behind_a_noun_is_that_of_the_noun() {
    check(
        "Le maire de Mora a confirmé mercredi l'enlèvement, trois jours plus tôt, de huit écoliers à Kolofata.",
        &["abduction Kolofata 2024-11-10 1"],
    );
    check(
        "Fighting resumed in Tambura on Tuesday despite a truce signed in Juba two days earlier.",
        &["agreement Juba 2024-11-10 1", "clash Tambura 2024-11-12 1"],
    );
}

#[test]
fn may_is_a_month_and_no_doubt() {
    check(
        "Bama was captured on 11 May last year and retaken in June.",
        &["capture Bama 2023-05-11 1", "capture Bama 2023-06 1"],
    );
}

#[test]
fn a_week_to_the_day_is_a_week() {
    check(
        "Une semaine jour pour jour après la chute de Goma, les rebelles sont entrés mercredi dans Bukavu.",
        &["capture Bukavu 2024-11-13 1", "capture Goma 2024-11-06 1"],
    );
}

#[test]
fn a_building_is_in_the_chief_town_that_opens_its_sentence() {
    check(
        "Des miliciens ont attaqué Largu, en Ituri, dimanche.\n\nDans le chef-lieu de la province, des motards ont manifesté lundi \
         jusqu'au bureau du gouverneur.",
        &["clash Largu 2024-11-10 1", "protest Bunia 2024-11-11 1"],
    );
}
