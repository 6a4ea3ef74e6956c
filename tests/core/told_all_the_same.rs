//! What stays told, and where and when, beside words that say something else: who claims it, what explains a place, what was said when.

use super::short_reports::{ENGINE, read};
use super::undated::tells_on;

/// Whether a report of 15 July 2021 tells no more than these kinds of events at these places.
#[track_caller]
fn tells_only(text: &str, told: &[(&str, &str)]) {
    let events = read(&[&format!("15/07/2021\n\n{text}")]).events;
    let mut found: Vec<(&str, String)> = events
        .iter()
        .map(|event| {
            let place = event.place.map_or("-", |place| ENGINE.gazetteer().place(place).name);
            (event.kind.name(), place.to_owned())
        })
        .collect();
    found.sort();
    let mut wanted: Vec<(&str, String)> = told.iter().map(|&(kind, place)| (kind, place.to_owned())).collect();
    wanted.sort();
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn what_nobody_claims_was_done_all_the_same() {
    tells_on("No one has claimed responsibility for Sunday's bombing in Kunduz.", "bombing", "Kunduz", "2021-07-11");
    tells_on("Aucun groupe n'a revendiqué l'attentat de mardi à Kunduz.", "bombing", "Kunduz", "2021-07-13");
    tells_on("Nobody claimed Monday's bombing in Kunduz.", "bombing", "Kunduz", "2021-07-12");
}

#[test]
fn an_attack_that_hurt_nobody_was_made_all_the_same() {
    tells_on("La frappe de mardi sur Kunduz n'a pas fait de blessé.", "air_strike", "Kunduz", "2021-07-13");
    tells_on("Monday's air strike on Kunduz caused no casualties.", "air_strike", "Kunduz", "2021-07-12");
}

#[test]
fn what_explains_a_place_is_no_second_one() {
    for text in [
        "A car bomb exploded in Charikar, north of Kabul, on Monday.",
        "A car bomb exploded in Charikar, about 60 km north of Kabul, on Monday.",
        "Un attentat a eu lieu lundi à Charikar, au nord de Kaboul.",
        "Un attentat a eu lieu lundi à Charikar, près de Kaboul.",
    ] {
        tells_only(text, &[("bombing", "Charikar")]);
    }
}

#[test]
fn a_state_is_no_verb_of_saying() {
    tells_on("Gunmen killed nine people in Zamfara state on Monday.", "attack_on_civilians", "Zamfara", "2021-07-12");
}

#[test]
fn the_past_two_days_are_no_habit() {
    let events = read(&["15/07/2021\n\nIn the past two days 19 soldiers were killed in clashes in Kunduz."]).events;
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].kind.name(), "clash");
}

#[test]
fn the_capital_of_a_people_is_a_place() {
    for text in [
        "A car bomb exploded in the Somali capital on Monday.",
        "A car bomb exploded in Somalia's capital on Monday.",
        "Un attentat a eu lieu lundi dans la capitale somalienne.",
    ] {
        tells_on(text, "bombing", "Mogadishu", "2021-07-12");
    }
}

#[test]
fn a_name_behind_a_verb_that_takes_places_is_one() {
    tells_on("Rebels near Goma captured Kitchanga on Monday.", "capture", "Kitshanga", "2021-07-12");
}

#[test]
fn a_town_at_the_head_of_its_sentence_is_known_by_what_befalls_it() {
    tells_on("Djibo a été prise mardi par les jihadistes.", "capture", "Djibo", "2021-07-13");
    tells_on("Macomia est tombée mardi aux mains des jihadistes.", "capture", "Macomia", "2021-07-13");
    tells_on("Beni: neuf civils tués mardi par les ADF.", "attack_on_civilians", "Beni", "2021-07-13");
    tells_on("Bunagana, ville frontalière de l'Ouganda, a été conquise lundi.", "capture", "Bunagana", "2021-07-12");
}

#[test]
fn what_is_said_on_a_day_with_no_other_is_of_that_day() {
    tells_on("The army said on Monday that it had captured Kunduz.", "capture", "Kunduz", "2021-07-12");
}

#[test]
fn what_takes_up_an_event_noun_dates_it() {
    let text = "Des obsèques ont eu lieu mardi à Kaboul après l'attaque de Kunduz, qui a fait 32 morts dans la nuit du 4 au 5 juin.";
    tells_on(text, "clash", "Kunduz", "2021-06-04");
}

#[test]
fn a_day_beside_the_subject_is_the_participles() {
    let text = "The 12 farmers kidnapped in Kunduz last week were released on Tuesday.";
    tells_on(text, "other", "Kunduz", "2021-07-13");
}

#[test]
fn a_turn_of_speech_that_tells_nothing_keeps_its_shorter_readings_quiet() {
    tells_only("The wounded were taken to hospital in Kunduz on Monday.", &[]);
    tells_only("Les enquêteurs se sont rendus mardi sur les lieux à Kunduz.", &[]);
    tells_on(
        "Deux soldats ont été pris lundi à Kunduz. Les soldats se sont rendus mardi.",
        "surrender",
        "Kunduz",
        "2021-07-13",
    );
}
