//! What verbs around a verb say of it: that it had to be, that it was managed, that it was one of a row, that it was only a plan.

use super::short_reports::read;
use super::undated::tells;

/// Whether a report of 15 July 2021 tells no more than these kinds of events, in the order of its events.
#[track_caller]
fn tells_only(text: &str, kinds: &[&str]) {
    let events = read(&[&format!("15/07/2021\n\n{text}")]).events;
    let told: Vec<&str> = events.iter().map(|event| event.kind.name()).collect();
    assert_eq!(told, kinds, "{text}");
}

/// Whether a report of 15 July 2021 tells such an event, among others.
#[track_caller]
fn tells_among(text: &str, kind: &str, place: &str, day: &str) {
    tells(&[&format!("15/07/2021\n\n{text}")], kind, place, day);
}

#[test]
fn what_had_to_be_done_was_done() {
    for text in [
        "Des milliers d'habitants ont dû fuir Kunduz lundi.",
        "Il a fallu évacuer lundi quatre cents familles de Kunduz.",
        "Thousands of residents had to flee Kunduz on Monday.",
    ] {
        tells_among(text, "displacement", "Kunduz", "2021-07-12");
    }
    tells_only("Les habitants auraient dû fuir Kunduz lundi.", &[]);
    tells_only("Les habitants doivent fuir Kunduz lundi.", &[]);
}

#[test]
fn what_could_be_done_at_last_was_done() {
    for text in [
        "Les assaillants ont pu pénétrer dans Kunduz lundi.",
        "The rebels were able to enter Kunduz on Monday.",
        "L'armée a laissé les rebelles entrer dans Kunduz lundi.",
    ] {
        tells_among(text, "capture", "Kunduz", "2021-07-12");
    }
    tells_only("L'armée n'a pas pu reprendre Kunduz lundi.", &[]);
    tells_only("Les rebelles auraient pu prendre Kunduz.", &[]);
    let shot = "Les hommes armés n'ont pas hésité à ouvrir le feu sur la foule à Kunduz lundi.";
    tells_among(shot, "attack_on_civilians", "Kunduz", "2021-07-12");
}

#[test]
fn one_of_a_row_of_towns_to_fall_fell() {
    let third = "On Monday Kunduz became the third provincial capital to fall to the Taliban.";
    tells_among(third, "capture", "Kunduz", "2021-07-12");
    let french =
        "15/07/2021\n\nKunduz est depuis lundi la troisième capitale provinciale à tomber aux mains des talibans.";
    assert_eq!(read(&[french]).events.len(), 1);
    tells_only("Kunduz could become the third provincial capital to fall to the Taliban.", &[]);
    tells_only("Le premier ministre compte reprendre Kunduz.", &[]);
}

#[test]
fn a_day_is_no_part_of_a_verb() {
    tells_only("The rebels took Kunduz on Monday.", &["capture"]);
    tells_only("L'armée est parvenue à reprendre Kunduz dimanche.", &["capture"]);
}

#[test]
fn what_was_done_to_a_plan_was_done_to_nothing_else() {
    tells_only("Le projet d'évacuer Kunduz a été abandonné lundi.", &[]);
    tells_only("Neither side has taken Kunduz.", &[]);
    tells_only("An attack on Kunduz is imminent, the governor said on Monday.", &[]);
    tells_only("Whoever raises a white flag on his house in Kunduz will see it bombed.", &[]);
    tells_only("It is said that the army has bombed Kunduz.", &[]);
}

#[test]
fn what_is_talked_of_is_not_agreed() {
    tells_only("Elders and officials held talks in Kunduz on Tuesday over a local truce.", &["talks"]);
}

#[test]
fn one_sentence_tells_one_event_where_it_tells_one() {
    tells_only("Clashes between the army and the rebels broke out in Kunduz on Monday.", &["clash"]);
    tells_only("The army shelled rebel positions in Kunduz on Monday.", &["shelling"]);
    tells_only("Fighting erupted in Kunduz, close to the border, on Monday.", &["clash"]);
    tells_only("L'armée a perdu vingt hommes à Kunduz lundi.", &["clash"]);
}

#[test]
fn an_armed_group_bombs_without_planes() {
    tells_only("Militants bombed a market in Kunduz on Monday.", &["bombing"]);
    tells_only("Army jets bombed a market in Kunduz on Monday.", &["air_strike"]);
}

#[test]
fn two_killings_and_kidnappings_of_two_days_and_places_are_two() {
    let text = "Gunmen killed five people in Herat on Wednesday and abducted three in Kunduz on Monday.";
    tells_among(text, "attack_on_civilians", "Herat", "2021-07-14");
    tells_among(text, "abduction", "Kunduz", "2021-07-12");
}

#[test]
fn an_event_goes_by_the_day_on_its_side_of_the_verb() {
    let text = "The bombing in Herat on Wednesday follows an attack on Kunduz on Monday.";
    tells_among(text, "bombing", "Herat", "2021-07-14");
    tells_among(text, "clash", "Kunduz", "2021-07-12");
}

#[test]
fn the_day_after_an_event_is_counted_from_the_day_that_the_rest_has() {
    let text = "Au lendemain de la prise de Kunduz par les talibans, l'armée s'est retirée mercredi de Herat.";
    tells_among(text, "capture", "Kunduz", "2021-07-13");
    tells_among(text, "withdrawal", "Herat", "2021-07-14");
}

#[test]
fn families_that_leave_a_town_are_displaced() {
    let text = "05/05/2021\n\nMardi, l'aviation a bombardé Kunduz. Quelque 4 000 familles ont quitté la ville lundi pour Kaboul.";
    tells(&[text], "displacement", "Kunduz", "2021-05-03");
}

#[test]
fn what_one_report_dates_and_the_next_tells_without_a_day_is_one_event() {
    let dated = "15/07/2021\n\nThe last soldiers left Kunduz on Tuesday, the governor said. Shops were open.";
    let undated = "15/07/2021\n\nSoldiers have left Kunduz, residents said by telephone.";
    assert_eq!(read(&[dated, undated]).events.len(), 1);
}

#[test]
fn what_lies_north_of_a_town_is_told_of_the_town() {
    tells_among("Fighters took a village north of Kabul on Monday.", "capture", "Kabul", "2021-07-12");
    let named = read(&["15/07/2021\n\nTaliban fighters captured a district north of Kabul on Monday night."]);
    let place = named.events[0].place.unwrap();
    assert_eq!(named.annotations[0].toponyms[0].place, Some(place));
}

#[test]
fn days_of_a_list_are_of_as_many_events() {
    for text in ["Kunduz was attacked last Friday and again on Tuesday.", "Kunduz a été attaquée vendredi, puis mardi."]
    {
        tells_among(text, "clash", "Kunduz", "2021-07-09");
        tells_among(text, "clash", "Kunduz", "2021-07-13");
    }
    let marches = "15/07/2021\n\nLundi et mardi, des milliers de personnes ont défilé à Kunduz.";
    assert_eq!(read(&[marches]).events.len(), 2);
}

#[test]
fn days_after_a_day_that_is_named_are_counted_from_it() {
    let text = "Three days after Sunday's attack on Kunduz, police arrested ten men in the town.";
    tells_among(text, "clash", "Kunduz", "2021-07-11");
    tells_among(text, "arrest", "Kunduz", "2021-07-14");
}

#[test]
fn what_has_been_going_on_is_past() {
    let text = "Clashes in Kunduz have been going on since Sunday.";
    tells_among(text, "clash", "Kunduz", "2021-07-11/2021-07-15");
    let until = "17/02/2017\n\nOn s'est battu à Kunduz jusqu'au dimanche.";
    assert_eq!(read(&[until]).annotations[0].timexes[1].when.as_ref().unwrap().to_string(), "2017-02-12");
}

#[test]
fn a_short_english_sentence_with_articles_is_english() {
    tells_among("A man attacked a base in Kunduz on Monday.", "clash", "Kunduz", "2021-07-12");
    tells_among("Une attaque a frappé Kunduz lundi.", "clash", "Kunduz", "2021-07-12");
}
