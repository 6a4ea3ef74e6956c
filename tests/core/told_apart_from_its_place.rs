//! Events whose place, day or figures are not in the words that tell them: in what they stand under, in other sentences, in other reports.

use super::short_reports::{read, told};

/// Events as `kind place day tellings`, by kind.
#[track_caller]
fn check(texts: &[&str], expected: &[&str]) {
    assert_eq!(told(texts), expected, "{texts:?}");
}

/// The figures of the events, as `killed 12`, `captured 3 of these`, `killed 20 before`.
#[track_caller]
fn check_figures(text: &str, expected: &[&str]) {
    let collection = read(&[text]);
    let claims = collection.mentions.iter().flat_map(|mention| &mention.claims);
    let told: Vec<String> = claims
        .map(|claim| {
            let role = match (claim.part, claim.former) {
                (true, _) => " of these",
                (_, true) => " before",
                _ => "",
            };
            format!("{} {}{role}", claim.what.name(), claim.low)
        })
        .collect();
    assert_eq!(told, expected, "{text}");
}

#[test]
fn a_part_of_a_figure_is_told_as_a_part() {
    check_figures(
        "14/11/2024\n\nGunmen abducted 15 schoolgirls in Kaduna on Monday, eleven of them minors.",
        &["captured 15", "captured 11 of these"],
    );
}

#[test]
fn a_toll_that_gave_way_is_told_as_the_former_one() {
    check_figures(
        "14/11/2024\n\nAn air strike hit a market in Gao on Monday. The toll rose to 35, up from 20, the governor said.",
        &["killed 35", "killed 20 before"],
    );
}

#[test]
fn a_place_that_a_sentence_adds_with_its_own_day_is_an_event_of_its_own() {
    check(
        &["14/11/2024\n\nShells hit Kidal on Monday and Gao on Tuesday."],
        &["shelling Gao 2024-11-12 1", "shelling Kidal 2024-11-11 1"],
    );
}

#[test]
fn days_are_counted_on_from_an_event_that_is_known() {
    check(
        &[
            "14/11/2024\n\nRebels seized Kidal on 2 November 2024. Four days after the fall of the town, a bomb exploded in Gao.",
        ],
        &["bombing Gao 2024-11-06 1", "capture Kidal 2024-11-02 1"],
    );
}

#[test]
fn what_is_still_to_come_when_a_report_came_out_is_no_event_yet() {
    check(&["14/11/2024\n\nRebels march on Gao on 20 November 2024, unions said."], &[]);
}

#[test]
fn a_day_worked_out_from_what_a_report_tells_puts_nothing_off() {
    check(
        &["Rebels attacked Kidal on 7 July 2021. A bomb exploded in Gao on 8 July 2021."],
        &["bombing Gao 2021-07-08 1", "clash Kidal 2021-07-07 1"],
    );
}

#[test]
fn what_is_shown_to_be_false_is_no_event() {
    check(
        &[
            "14/11/2024\n\nA video that claimed to show an air strike on Gao on Monday is fake, the army said. Rebels attacked Kidal on Tuesday.",
        ],
        &["clash Kidal 2024-11-12 1"],
    );
}

#[test]
fn a_capture_told_of_two_days_that_follow_each_other_is_one() {
    check(
        &[
            "14/11/2024\n\nRebels captured the town of Kidal on Monday 11 November 2024.",
            "14/11/2024\n\nKidal was captured by rebels on Tuesday 12 November 2024.",
        ],
        &["capture Kidal 2024-11-11/2024-11-12 2"],
    );
}

#[test]
fn a_year_that_one_report_tells_is_the_day_in_it_that_another_tells() {
    check(
        &[
            "14/11/2024\n\nRebels captured the town of Kidal on 11 November 2024.",
            "20/12/2025\n\nKidal was captured by rebels in 2024.",
        ],
        &["capture Kidal 2024-11-11 2"],
    );
}

#[test]
fn a_report_without_a_year_takes_that_of_reports_of_the_same_places() {
    check(
        &[
            "14/11/2024\n\nRebels captured the town of Kidal on Monday. An air strike hit Gao on Wednesday, killing 34 people.",
            "Bamako, 14 November\n\nIn Gao an air strike killed 34 people on Wednesday. Rebels hold Kidal.",
        ],
        &["air_strike Gao 2024-11-13 2", "capture Kidal 2024-11-11 1"],
    );
}
