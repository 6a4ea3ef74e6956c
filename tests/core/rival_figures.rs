//! What others say an event cost: statements, corrections, counts without a word for what is counted.

use crate::whose_claims::told;

#[track_caller]
fn check(language: &str, text: &str, expected: &[&str]) {
    assert_eq!(told(language, text), expected, "{text}");
}

#[test]
fn a_figure_that_is_all_somebody_says_counts_what_was_told() {
    check(
        "fr",
        "Boko Haram a attaqué Mokolo lundi. Onze personnes ont été tuées, selon le préfet. « Quinze », rectifie le chef du comité.",
        &["clash: killed 11, killed 15"],
    );
    check(
        "fr",
        "Des hommes ont enlevé des élèves lundi à Kumbo. Combien étaient-ils ? Cent soixante-dix, d'après la direction.",
        &["abduction: captured 170"],
    );
}

#[test]
fn a_count_revised_on_a_later_day_is_of_what_was_counted() {
    check(
        "en",
        "Gunmen stormed Kachia on Monday. A councillor said six had been killed; police revised their count to five on Saturday.",
        &["clash: killed 6, killed 5"],
    );
}

#[test]
fn the_day_of_a_statement_is_not_that_of_the_losses_it_tells() {
    check(
        "en",
        "Gunmen attacked Gajiram on Monday. ISWAP, in a statement on Wednesday, said its men killed 19 soldiers.",
        &["clash: killed 19"],
    );
    check(
        "fr",
        "Des hommes ont attaqué Toumour lundi. Dans un message diffusé deux jours plus tard, le groupe prétend avoir abattu vingt soldats.",
        &["clash: killed 20"],
    );
}

#[test]
fn who_denies_one_thing_and_says_another_has_said_it() {
    check(
        "en",
        "RSF fighters stormed Zamzam on Sunday. The RSF put out a video on Monday denying that civilians had been harmed and saying 70 soldiers and allied fighters had died.",
        &["clash: killed 70"],
    );
}

#[test]
fn a_source_who_asked_not_to_be_named_tells_what_he_tells() {
    check(
        "en",
        "Gunmen attacked an army camp at Diabaly on Monday. A source who asked not to be named told AFP that 13 bodies had been found.",
        &["clash: killed 13"],
    );
}

#[test]
fn where_a_ministry_speaks_and_of_which_land_an_official_is_tells_not_where_it_was() {
    check(
        "fr",
        "Des centaines de talibans ont attaqué lundi la garnison de Bala Murghab. A Kaboul, le ministère de la Défense a confirmé l'assaut mais ne reconnaît que 13 morts.",
        &["clash: killed 13"],
    );
    check(
        "en",
        "Gunmen attacked the base in Dolow on Monday. \"We killed 14 of them and captured 30,\" Jubaland's security minister, Yusuf Dhumal, told Reuters by phone.",
        &["clash: killed 14, captured 30"],
    );
}

#[test]
fn those_hurt_in_the_sentence_of_a_march_are_of_the_march() {
    check(
        "fr",
        "Les marchands ont manifesté jeudi à Pemba, et deux d'entre eux ont été blessés par la police.",
        &["protest: wounded 2", "attack_on_civilians: "],
    );
}

#[test]
fn names_and_graves_count_the_dead_of_an_attack() {
    check(
        "en",
        "At Chifra, last Tuesday, shells came down on herders' families; the Afar elders have 34 graves.",
        &["shelling: killed 34"],
    );
    check("fr", "Des obus sont tombés mardi sur Marhanets. Douze cercueils, dit-elle.", &["shelling: killed 12"]);
}

#[test]
fn people_who_are_all_that_a_side_says_are_its_count_of_the_dead() {
    check(
        "en",
        "Helicopters attacked the shops in Gao on Monday. MoD: 28 terrorists, no civilians.",
        &["air_strike: killed 28"],
    );
    check("en", "Gunmen attacked Gao on Monday. Officials: three soldiers guarded the gate.", &["clash: "]);
    check(
        "en",
        "Rebels overran a post in Moebye on Monday and killed, by their own count, 20 officers.",
        &["capture: killed 20"],
    );
}

#[test]
fn a_verb_of_holding_people_counts_those_told_of_where_it_only_keeps_a_figure() {
    check(
        "fr",
        "Lundi, 6 400 personnes ont fui Sange. Après vérification, OCHA en retient 4 150.",
        &["displacement: displaced 6400, displaced 4150"],
    );
    check("fr", "Cinq femmes parties chercher du bois ont été enlevées lundi à Djibo.", &["abduction: captured 5"]);
}

#[test]
fn a_word_for_the_count_may_stand_behind_its_figure() {
    check(
        "en",
        "Gunmen attacked Gao on Monday. Three of the wounded died, bringing to 12 the death toll.",
        &["clash: wounded 3, killed 12"],
    );
    check(
        "fr",
        "Des hommes ont attaqué Gao lundi. Deux blessés ont succombé, ce qui porte à douze le nombre de morts.",
        &["clash: killed 2, killed 12"],
    );
}

#[test]
fn a_day_between_a_verb_and_its_figure_parts_them_not() {
    check("fr", "Un tir de mortier sur Goma a tué, lundi, deux soldats.", &["shelling: killed 2"]);
    check(
        "fr",
        "Une attaque a coûté la vie lundi à Gao à neuf soldats et à deux civils.",
        &["clash: killed 9, killed 2"],
    );
}
