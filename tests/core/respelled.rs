//! Places in spellings that the gazetteer does not list.

use super::toponyms::{annotate, check};

#[test]
fn a_spelling_that_no_list_has_is_placed_by_its_sound_in_the_country_of_the_report() {
    check(
        "fr",
        "Les talibans ont attaqué le district de Gezab, dans la province de Daykundi. Gezab est tombé mardi.",
        &["Gezab=AF-DAY-gizab", "Daykundi=AF-DAY", "Gezab=AF-DAY-gizab"],
    );
    check(
        "en",
        "Fighting went on in Koundoz and in Baghlan, Afghanistan.",
        &["Koundoz=gn1135689", "Baghlan=gn1147540", "Afghanistan=AF"],
    );
}

#[test]
fn a_name_that_only_sounds_like_a_far_place_is_none() {
    // It is no place of Daykundi, but an unknown one near Bamako.
    check(
        "fr",
        "Le marché de Gezab, près de Bamako, au Mali, a rouvert.",
        &["Gezab~=gn2460596", "Bamako=gn2460596", "Mali=ML"],
    );
    check("en", "Fighting went on in Koundoz.", &[]);
}

#[test]
fn persons_who_are_called_like_a_place_stay_persons() {
    check(
        "en",
        "Mr Koundoz spoke in Baghlan, Afghanistan, before he left for Koundoz.",
        &["Baghlan=gn1147540", "Afghanistan=AF"],
    );
}

#[test]
fn what_is_placed_by_sound_is_never_held_for_sure() {
    let found = annotate("fr", "Ils sont à Koundoz, au nord de Baghlan, en Afghanistan.");
    let sounded = found.iter().find(|found| found.bytes.start < 20).unwrap();
    assert!(sounded.country == "AF" && sounded.confidence < 0.8, "{}", sounded.confidence);
}
