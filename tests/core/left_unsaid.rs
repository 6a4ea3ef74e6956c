//! What a sentence tells though it leaves out what others say: who fights, what it was done with, the pronoun, the place.

use super::short_reports::told;

/// Events as `kind place day tellings`, by kind, of a report of 14 November 2024 (a Thursday).
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(told(&[&format!("14/11/2024\n\n{text}")]), expected, "{text}");
}

#[test]
fn many_civilians_on_the_way_are_in_flight() {
    check("Several hundred families had set out for Niono by Tuesday evening.", &["displacement Niono 2024-11-12 1"]);
    check("Some 700 families left for Dilling on Monday.", &["displacement Dilling 2024-11-11 1"]);
    check("Three engineers left for Goma on Monday.", &[]);
}

#[test]
fn people_who_leave_a_town_need_not_name_it_again() {
    check(
        "Fighting reached Goma on Monday. About 30,000 people left the city on Tuesday.",
        &["clash Goma 2024-11-11 1", "displacement Goma 2024-11-12 1"],
    );
    check("Thirty people left the meeting in Goma on Monday.", &["talks Goma 2024-11-11 1"]);
}

#[test]
fn a_building_that_was_hit_was_shelled() {
    check("The hospital in Sebha was hit on Tuesday.", &["shelling Sabha 2024-11-12 1"]);
    check("L'hôpital de Sebha a été touché mardi.", &["shelling Sabha 2024-11-12 1"]);
    check("The market in Lagos was hit hard by the crisis on Monday.", &[]);
}

#[test]
fn participles_leave_the_pronoun_of_their_verb_out() {
    check("Les délégués réunis lundi à Doha n'ont pas commenté.", &["talks Doha 2024-11-11 1"]);
    check("Revue de presse de lundi à Doha.", &[]);
}

#[test]
fn so_many_people_right_before_what_befell_them_tell_it() {
    check("Le bilan reste de 34 villageois emmenés à Kidal.", &["abduction Kidal 2024-11-14 1"]);
}

#[test]
fn the_subject_of_a_participle_that_opens_the_sentence_stands_behind_it() {
    check(
        "Enlevés lundi à Gao, trois humanitaires ont été libérés mardi à Kidal.",
        &["abduction Gao 2024-11-11 1", "other Kidal 2024-11-12 1"],
    );
}

#[test]
fn a_participle_shares_the_auxiliary_of_the_one_before_its_comma() {
    check("Dix-sept jeunes gens ont été triés, attachés et emmenés lundi à Goma.", &["abduction Goma 2024-11-11 1"]);
}

#[test]
fn a_pronoun_right_before_its_verb_is_the_town_told_before() {
    check(
        "Les jihadistes ont pris Niafunké lundi. Le lendemain, les soldats la reprenaient.",
        &["capture Niafunké 2024-11-11 1", "capture Niafunké 2024-11-12 1"],
    );
    check(
        "Fighting raged in Kobani on Sunday. The army recaptured half of it on Monday.",
        &["capture ‘Ayn al ‘Arab 2024-11-11 1", "clash ‘Ayn al ‘Arab 2024-11-10 1"],
    );
}

#[test]
fn positions_that_were_captured_are_no_captives() {
    check(
        "Fighting raged in Kobani on Sunday. The army positions were captured on Monday by the rebels.",
        &["capture ‘Ayn al ‘Arab 2024-11-11 1", "clash ‘Ayn al ‘Arab 2024-11-10 1"],
    );
    check("Trois techniciens de la centrale ont été emmenés lundi à Enerhodar.", &["abduction Enerhodar 2024-11-11 1"]);
}

#[test]
fn what_was_concluded_is_told_whatever_is_to_come_of_it() {
    check("A ceasefire agreed on Friday in Luanda is to take effect on Monday.", &["agreement Luanda 2024-11-08 1"]);
    check(
        "Un accord de cessez-le-feu, conclu vendredi à Luanda, doit entrer en vigueur lundi.",
        &["agreement Luanda 2024-11-08 1"],
    );
    check("A truce planned for Friday in Luanda would end the war.", &[]);
    // Where it was signed is told: what it is to bring says nothing of that.
    check("L'accord conclu mardi à Djeddah prévoit l'ouverture d'une route.", &["agreement Jeddah 2024-11-12 1"]);
    check("L'accord signé mardi à Djeddah prévoit une trêve.", &["agreement Jeddah 2024-11-12 1"]);
    check("Le retrait prévu mardi à Djeddah doit être achevé lundi.", &[]);
}

#[test]
fn who_fled_and_where_they_came_to_is_one_flight_in_two_reports() {
    let reports = [
        "14/11/2024\n\nAbout 3,000 people fled Sake on Monday.",
        "15/11/2024\n\nOn Tuesday some 4,000 people from Sake had reached Goma.",
    ];
    assert_eq!(told(&reports), ["displacement Sake 2024-11-11 2"]);
    let reports = [
        "14/11/2024\n\nAbout 3,000 people fled Sake on Monday.",
        "15/11/2024\n\nSome 4,000 people fled Bunia on Monday.",
    ];
    assert_eq!(told(&reports), ["displacement Bunia 2024-11-11 1", "displacement Sake 2024-11-11 1"]);
}

#[test]
fn a_state_that_strikes_a_place_does_so_from_afar() {
    check("Israel struck Tyre on Monday.", &["air_strike Tyre 2024-11-11 1"]);
    check("Israel has struck the port of Hodeidah on Monday.", &["air_strike Al Ḩudaydah 2024-11-11 1"]);
    check("Kyiv struck an oil depot in Belgorod on Monday.", &["air_strike Belgorod 2024-11-11 1"]);
    check("La Russie a frappé Odessa lundi.", &["air_strike Odesa 2024-11-11 1"]);
    check("Lille hit Lyon with three goals on Monday.", &[]);
}
