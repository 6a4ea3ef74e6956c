//! What is told in passing, beside a name or a noun, and on which day: *Dessie, captured on Saturday, is a gateway*.

use super::short_reports::read;
use super::undated::tells_on;

#[test]
fn a_place_taken_beside_its_name_was_taken_there() {
    tells_on("Kunduz, captured on Saturday, is a gateway to the north.", "capture", "Kunduz", "2021-07-10");
    tells_on(
        "Fighters attacked Alasay. Kunduz, overrun by them on Sunday, is quiet.",
        "capture",
        "Kunduz",
        "2021-07-11",
    );
    tells_on("Kunduz, lost on Tuesday, lies south of Imam Sahib.", "capture", "Kunduz", "2021-07-13");
    tells_on("Kunduz, bombed on Tuesday, is quiet.", "air_strike", "Kunduz", "2021-07-13");
    tells_on("Kunduz, prise samedi, est une porte vers le nord.", "capture", "Kunduz", "2021-07-10");
    tells_on("Kunduz, which went to the Taliban on Tuesday, is quiet.", "capture", "Kunduz", "2021-07-13");
}

#[test]
fn what_follows_a_name_and_its_comma_is_said_of_it() {
    tells_on(
        "Talks were held on Wednesday in Kunduz, captured by rebels on Monday.",
        "capture",
        "Kunduz",
        "2021-07-12",
    );
    tells_on("Des pourparlers ont eu lieu mercredi à Kunduz, tombée lundi.", "capture", "Kunduz", "2021-07-12");
    tells_on(
        "The post at Kunduz, on the border with Tajikistan, was handed over on Monday.",
        "handover",
        "Kunduz",
        "2021-07-12",
    );
}

#[test]
fn a_town_that_a_noun_says_more_of_was_taken_and_nobody_was() {
    tells_on("The town captured on Monday is quiet. Kunduz lies in the north.", "capture", "Kunduz", "2021-07-12");
    tells_on("In Kunduz, the teacher detained since Monday has asked for a lawyer.", "arrest", "Kunduz", "2021-07-12");
}

#[test]
fn people_seized_beside_their_noun_are_abducted() {
    tells_on(
        "Gunmen freed 34 villagers seized from a mosque in Kunduz on Friday.",
        "abduction",
        "Kunduz",
        "2021-07-09",
    );
    tells_on("Passengers seized on the road to Kunduz on Monday were freed.", "abduction", "Kunduz", "2021-07-12");
}

#[test]
fn those_whom_police_take_away_are_arrested() {
    tells_on("Riot police took away four of the drivers in Kunduz on Monday.", "arrest", "Kunduz", "2021-07-12");
    tells_on("Gunmen took away four of the drivers in Kunduz on Monday.", "abduction", "Kunduz", "2021-07-12");
}

#[test]
fn who_holds_a_town_since_a_day_took_it_on_that_day() {
    tells_on("The Taliban are in control of Kunduz since Monday.", "capture", "Kunduz", "2021-07-12");
    tells_on("Six passagers sont aux mains de ravisseurs depuis lundi à Kunduz.", "abduction", "Kunduz", "2021-07-12");
}

#[test]
fn before_midnight_is_the_day_before_or_the_day_told() {
    tells_on("Kunduz fell shortly before midnight, the governor said.", "capture", "Kunduz", "2021-07-14");
    tells_on("Kunduz est tombée peu avant minuit, a dit le gouverneur.", "capture", "Kunduz", "2021-07-14");
    tells_on("Fighters came on Monday. Kunduz fell just before midnight.", "capture", "Kunduz", "2021-07-12");
}

#[test]
fn a_number_after_a_weekday_may_count_people() {
    tells_on("À Kunduz, la police a interpellé mercredi 28 jeunes.", "arrest", "Kunduz", "2021-07-14");
}

#[test]
fn days_spelled_out_and_parts_of_months_are_read() {
    tells_on("Kunduz was captured on the sixth of July.", "capture", "Kunduz", "2021-07-06");
    tells_on("Kunduz was captured early this month.", "capture", "Kunduz", "2021-07-01/2021-07-10");
}

#[test]
fn a_day_beside_a_nearer_verb_is_no_day_of_speech() {
    let text = "Forces were fighting on Wednesday. Rebels said their men had entered Kunduz on Monday morning. The army had \
                withdrawn from Kunduz the night before, a spokesman said.";
    tells_on(text, "withdrawal", "Kunduz", "2021-07-11");
}

#[test]
fn weeks_are_counted_from_a_month_told_right_before() {
    let text = "Relations broke off last May. Two weeks later the two sides clashed at Kunduz.";
    let weeks = "[2021-05-10..2021-05-16,2021-05-17..2021-05-23,2021-05-24..2021-05-30,2021-05-31..2021-06-06,2021-06-07..2021-06-13,2021-06-14..2021-06-20]";
    tells_on(text, "clash", "Kunduz", weeks);
}

#[test]
fn captives_led_into_the_hills_are_abducted_and_roads_closed_by_drivers_are_a_protest() {
    tells_on(
        "Gunmen stopped a bus near Kunduz on Monday and led nine passengers into the hills.",
        "abduction",
        "Kunduz",
        "2021-07-12",
    );
    tells_on("Truck drivers closed the crossroads at Kunduz on Monday.", "protest", "Kunduz", "2021-07-12");
    tells_on("A mine burned out a fuel tanker near Kunduz on Monday.", "bombing", "Kunduz", "2021-07-12");
    tells_on("Army jets hit rebel positions in Kunduz on Monday.", "air_strike", "Kunduz", "2021-07-12");
}

#[test]
fn how_long_something_has_been_so_dates_nothing_else() {
    tells_on(
        "Unpaid since March, teachers are blocking the road to the port in Kunduz.",
        "protest",
        "Kunduz",
        "2021-07-15",
    );
}

#[test]
fn a_place_that_a_note_or_a_headline_begins_with_is_what_was_taken() {
    tells_on("Kunduz overrun, shops looted\n\nPeople stay at home, a doctor says.", "capture", "Kunduz", "2021-07-15");
    let note = "Kunduz. District compound and 11 vehicles handed over to the Taliban this morning.";
    tells_on(note, "handover", "Kunduz", "2021-07-15");
    let own = "Kunduz handed over five prisoners to the Red Cross on Monday, officials said.";
    assert!(read(&[own]).events.iter().all(|event| event.kind.name() != "handover"));
}

#[test]
fn who_was_taken_may_be_told_by_a_relative_pronoun() {
    tells_on(
        "The vet, who was snatched from her jeep near Kunduz on Monday, is safe.",
        "abduction",
        "Kunduz",
        "2021-07-12",
    );
}

#[test]
fn a_condition_put_in_between_rules_nothing_of_what_goes_on_behind_it() {
    tells_on("It began, if wars begin, on Monday, when rebels attacked Kunduz.", "clash", "Kunduz", "2021-07-12");
}

#[test]
fn where_somebody_comes_from_or_goes_to_is_not_what_the_text_goes_on_with() {
    let sent = "Rebels attacked Taloqan on Monday. Troops sent from Kunduz were slowed by mines.\n\nOn Tuesday they took the police headquarters.";
    tells_on(sent, "capture", "Taloqan", "2021-07-13");
}

#[test]
fn a_name_that_is_all_its_sentence_says_heads_what_follows() {
    let digest = "The army of Myanmar holds Taunggyi, in Shan State.\n\n1. Loikaw. The rebels took the town on Monday.\n\n2. Kutkai. Two \
                  groups signed a truce on Tuesday.";
    tells_on(digest, "capture", "Loikaw", "2021-07-12");
    tells_on(digest, "agreement", "Kutkai", "2021-07-13");
}

#[test]
fn a_headquarters_of_the_police_is_nobody() {
    tells_on("In Kunduz on Tuesday rebels took the police headquarters.", "capture", "Kunduz", "2021-07-13");
}

#[test]
fn the_house_of_somebody_and_a_part_of_a_town_are_taken_and_nobody() {
    for site in ["governor's compound", "military airport", "oil field", "police academy", "northern suburbs"] {
        let text = format!("Heavy fighting was reported in Kunduz. On Tuesday the rebels captured the {site}.");
        let kinds: Vec<&str> = read(&[&text]).events.iter().map(|event| event.kind.name()).collect();
        assert!(!kinds.contains(&"abduction"), "{site}: {kinds:?}");
    }
}
