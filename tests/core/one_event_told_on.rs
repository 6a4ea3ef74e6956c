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
