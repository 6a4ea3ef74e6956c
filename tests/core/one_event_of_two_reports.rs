//! What two reports tell in other words, of another kind or on another day, and that is one event all the same.

use super::short_reports::{read, told};

/// Events as `kind place day tellings`, by kind, of reports of 14 and 15 November 2024 (a Thursday, a Friday).
#[track_caller]
fn check(one: &str, other: &str, expected: &[&str]) {
    let reports = [format!("14/11/2024\n\n{one}"), format!("15/11/2024\n\n{other}")];
    assert_eq!(told(&[&reports[0], &reports[1]]), expected, "{one} | {other}");
}

#[test]
fn an_attack_told_as_fighting_is_the_shelling_that_another_report_tells() {
    check(
        "Artillery shelled a bus station in Marhanets on Tuesday, killing nine people.",
        "There was fighting in Marhanets on Tuesday; nine people were killed.",
        &["shelling Marhanets 2024-11-12 2"],
    );
    // With nothing else in common they are two.
    check(
        "Artillery shelled a bus station in Marhanets on Tuesday, killing nine people.",
        "There was fighting between soldiers in Marhanets on Tuesday.",
        &["clash Marhanets 2024-11-12 1", "shelling Marhanets 2024-11-12 1"],
    );
}

#[test]
fn the_only_abduction_of_those_days_is_the_one_told_without_a_day() {
    check(
        "Des hommes armés ont enlevé un infirmier mardi à Ténenkou.",
        "Un infirmier a été enlevé à Ténenkou.",
        &["abduction Ténenkou 2024-11-12 2"],
    );
}

#[test]
fn an_attack_of_the_night_is_that_of_the_next_day_though_another_calls_it_fighting() {
    check(
        "Gunmen attacked a market in Monguno on Tuesday night, killing villagers.",
        "Soldiers and gunmen fought a battle in Monguno on Wednesday.",
        &["attack_on_civilians Monguno 2024-11-12/2024-11-13 2"],
    );
}

#[test]
fn a_report_did_not_come_out_before_what_it_tells() {
    let attack = "14/10/2021\n\nDes hommes armés ont attaqué Bourzanga mardi, tuant dix-sept soldats.";
    let arrests = "15/10/2021\n\nDes jeunes ont été arrêtés mercredi à Bourzanga.";
    let undated = "Les jihadistes ont attaqué Bourzanga mardi dernier, tuant dix-sept soldats. Le surlendemain, l'armée a \
                   repris Bourzanga. Des jeunes de Bourzanga ont été arrêtés ce matin.";
    let collection = read(&[attack, undated, arrests]);
    // The arrests alone speak for the 13th, a day before the army came.
    assert_eq!(collection.annotations[1].publication.inferred.first().to_string(), "2021-10-14");
}

#[test]
fn an_event_placed_by_what_the_text_is_about_is_the_one_that_another_report_names_near_there() {
    check(
        "Elders spoke in Gardez. On Tuesday about forty policemen surrendered to the Taliban.",
        "Sixty policemen surrendered to the Taliban in Zurmat on Tuesday.",
        &["surrender Zurmat 2024-11-12 2"],
    );
    // Two places of that day near there: which of them it was is not said.
    let reports = [
        "14/11/2024\n\nElders spoke in Gardez. On Tuesday about forty policemen surrendered to the Taliban.",
        "15/11/2024\n\nSixty policemen surrendered to the Taliban in Zurmat on Tuesday.",
        "15/11/2024\n\nTen policemen surrendered to the Taliban in Sayed Karam on Tuesday.",
    ];
    assert_eq!(told(&reports).len(), 3);
}
