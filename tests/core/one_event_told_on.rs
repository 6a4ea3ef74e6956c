//! What a report goes on to tell of an event is that event, though other words tell it.

use super::short_reports::told;

/// Events as `kind place day tellings`, by kind, of a report of 14 November 2024 (a Thursday).
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(told(&[&format!("14/11/2024\n\n{text}")]), expected, "{text}");
}

#[test]
fn the_bombs_of_planes_are_their_raid() {
    check(
        "Fighter jets struck a convoy close to Gwoza on Tuesday. Herders said bombs had also fallen on a cattle market, killing 12 people.",
        &["air_strike Gwoza 2024-11-12 2"],
    );
    check(
        "L'aviation a bombardé mardi un hameau près de Kidal. Des bombes sont aussi tombées sur un marché, tuant douze bergers.",
        &["air_strike Kidal 2024-11-12 3"],
    );
}

#[test]
fn what_is_told_of_a_country_and_then_of_a_place_in_it_is_told_of_the_place() {
    let later =
        |text: &str| format!("The office is open.\n\nRents are high.\n\nBread is dear.\n\nSo is tea.\n\n{text}");
    check(
        &later(
            "Fighting also broke out in the south of Afghanistan on Tuesday. Heavy fighting on Tuesday near Kandahar drove \
             shopkeepers away.",
        ),
        &["clash Kandahar 2024-11-12 1"],
    );
    check(
        &later(
            "Afghan officials met the Taliban in Iran on Tuesday.\n\nRents are high.\n\nBread is dear.\n\nAfghan officials met \
             the Taliban in Tehran on Tuesday.",
        ),
        &["talks Tehran 2024-11-12 1"],
    );
    // Which of two towns it was is not said, and another day is another event.
    check(
        &later(
            "Diplomats met in Tehran on Tuesday. Envoys met in Shiraz on Wednesday.\n\nRents are high.\n\nBread is dear.\n\n\
             Talks were held in Iran.",
        ),
        &["talks Iran 2024-11-12 1", "talks Shiraz 2024-11-13 1", "talks Tehran 2024-11-12 1"],
    );
    check(
        &later("Fighting broke out in Afghanistan on Monday. Fighting broke out near Kandahar on Tuesday."),
        &["clash Afghanistan 2024-11-11 1", "clash Kandahar 2024-11-12 1"],
    );
}

#[test]
fn an_advance_that_is_made_nowhere_is_the_course_of_a_war() {
    check("Les soldats ont quitté Ghazni mardi, malgré l'avancée des talibans.", &["withdrawal Ghazni 2024-11-12 1"]);
}
