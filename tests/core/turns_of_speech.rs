//! What a sentence tells by its turns: lists, states that last, verbs with their words apart, verbs beside the subject.

use dateline::collection::Collection;
use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::edtf::DateSet;
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::bundled(Gazetteer::embedded().clone()).unwrap());

fn read(language: &str, text: &str) -> Collection {
    let document = Document {
        language: Some(language.to_owned()),
        stated: Some(DateSet::parse("2024-11-14").unwrap()),
        ..Document::new("row", text)
    };
    ENGINE.read_all(Corpus { documents: vec![document], problems: Vec::new() })
}

/// The events of a sentence as `kind place day`, sorted.
#[track_caller]
fn check(language: &str, text: &str, expected: &[&str]) {
    let collection = read(language, text);
    let event = |event: &dateline::event::Event| {
        let place = event.place.map_or("-", |place| ENGINE.gazetteer().place(place).name);
        format!("{} {place} {}", event.kind.name(), event.when.as_ref().map_or("-".to_owned(), ToString::to_string))
    };
    let mut told: Vec<String> = collection.events.iter().map(event).collect();
    told.sort();
    assert_eq!(told, expected, "{text}");
}

#[test]
fn a_list_that_repeats_its_preposition_tells_an_event_at_each_place() {
    let expected = ["clash Farah 2024-11-12", "clash Herat 2024-11-12", "clash Kunduz 2024-11-12"];
    check("fr", "Des combats ont eu lieu mardi à Farah, à Hérat et à Kunduz.", &expected);
    check(
        "en",
        "The Taliban took Farah and then Herat on Tuesday.",
        &["capture Farah 2024-11-12", "capture Herat 2024-11-12"],
    );
}

#[test]
fn what_lasts_since_a_day_began_on_it() {
    check(
        "fr",
        "Les séparatistes détiennent neuf enseignants à Bamenda depuis vendredi.",
        &["abduction Bamenda 2024-11-08"],
    );
    check("en", "The town of Kunduz has been in rebel hands since Monday.", &["capture Kunduz 2024-11-11"]);
}

#[test]
fn a_verb_beside_the_subject_rules_no_finite_verb_after_it() {
    let text = "Quatre hommes soupçonnés de préparer un assaut ont été interpellés lundi à Diffa.";
    check("fr", text, &["arrest Diffa 2024-11-11"]);
}

#[test]
fn words_of_a_verb_may_stand_on_both_sides_of_its_object() {
    check("en", "The warlord and his men handed over their guns in Herat on Friday.", &["surrender Herat 2024-11-08"]);
}

#[test]
fn words_of_a_verb_do_not_reach_past_the_next_verb() {
    let text = "The UN mission closed its camp in Kidal on Tuesday and left by road.";
    check("en", text, &["withdrawal Kidal 2024-11-12"]);
}

#[test]
fn days_and_places_may_stand_between_a_verb_and_its_words() {
    check("fr", "Les deux camps ont signé mardi à Pretoria un accord.", &["agreement Pretoria 2024-11-12"]);
}

#[test]
fn a_person_is_abducted_by_name_or_pronoun() {
    check("fr", "Il a été enlevé lundi près de Niafunké.", &["abduction Niafunké 2024-11-11"]);
    check("fr", "Des hommes armés ont enlevé lundi le docteur Wahid à Hérat.", &["abduction Herat 2024-11-11"]);
}

#[test]
fn a_people_stands_for_its_forces() {
    check("fr", "Les Russes ont quitté Kherson lundi.", &["withdrawal Kherson 2024-11-11"]);
}

#[test]
fn what_was_forbidden_and_held_all_the_same_was_held() {
    let text = "Mardi, un rassemblement interdit a été dispersé au canon à eau à Rennes.";
    check("fr", text, &["protest Rennes 2024-11-12"]);
}

#[test]
fn what_an_event_leaves_is_its_toll_and_no_departure() {
    let text = "Fighting between clans left 23 people dead in Pibor on Monday.";
    check("en", text, &["clash Pibor 2024-11-11"]);
}

#[test]
fn a_withdrawal_announced_is_still_to_come() {
    check("fr", "Paris a annoncé mardi le retrait de ses troupes de Gao.", &[]);
}

#[test]
fn a_mine_for_gold_is_no_weapon() {
    let text = "Gunmen attacked a gold mine near Djibo on Friday, killing 13 villagers.";
    check("en", text, &["attack_on_civilians Djibo 2024-11-08"]);
}

#[test]
fn a_place_taken_from_somebody_is_no_person_taken() {
    let text = "Fighters took the Syrian town of Manbij from Kurdish forces on Monday.";
    check("en", text, &["capture Manbij 2024-11-11"]);
}

#[test]
fn two_captures_of_one_sentence_have_their_own_days() {
    let text = "Three days after the fall of Kunduz, government forces recaptured the city on Thursday.";
    check("en", text, &["capture Kunduz 2024-11-11", "capture Kunduz 2024-11-14"]);
}

#[test]
fn an_hour_and_the_day_right_after_it_are_one() {
    check("en", "Troops pulled out of Taywara overnight on 4 November.", &["withdrawal Taywara 2024-11-04"]);
}

#[test]
fn whoever_is_freed_is_no_place_taken() {
    check("fr", "Trois vaccinateurs ont été libérés lundi à Warduj.", &["other Warduj 2024-11-11"]);
}

#[test]
fn people_displaced_from_a_place_are_of_that_place() {
    let text = "Shells displaced more than 3,000 people from Kiwanja to Rutshuru on Monday.";
    let told = read("en", text);
    let kinds = told.events.iter().filter(|event| event.kind.name() == "displacement");
    let places: Vec<&str> =
        kinds.filter_map(|event| event.place).map(|place| ENGINE.gazetteer().place(place).name).collect();
    assert_eq!(places, ["Kiwanja"]);
}

#[test]
fn an_alias_of_a_larger_town_stands_back() {
    let told = read("en", "A drone strike killed three men in Jalalabad on Tuesday.");
    let place = told.events.first().and_then(|event| event.place).unwrap();
    assert_eq!(ENGINE.gazetteer().place(place).country.to_string(), "AF");
}

#[test]
fn a_date_that_ends_a_line_of_the_head_dates_the_report() {
    let heads = [
        "Note d’information n° 9 – Au 18 novembre 2020",
        "Rapport de situation n°5 (au 18 novembre 2020)",
        "De notre correspondante à Aden – 18.11.2020",
        "Bunia, 18 novembre 2020 (ACP).-",
    ];
    for head in heads {
        let text = format!(
            "Une attaque au Yémen\n{head}\n\nDes hommes armés ont attaqué mercredi un poste de l'armée à Marib.\n"
        );
        let documents = vec![Document::new("report", text)];
        let read = ENGINE.read_all(Corpus { documents, problems: Vec::new() });
        let published = &read.annotations.first().unwrap().publication;
        assert_eq!(published.inferred.to_string(), "2020-11-18", "{head}");
    }
}
