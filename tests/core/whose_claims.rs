//! Which event a figure is of, and which it is not.

use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::edtf::DateSet;
use dateline::event::Claim;
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;

/// The events of a report, each with its figures: `air_strike: killed 6`.
pub(super) fn told(language: &str, text: &str) -> Vec<String> {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let document = Document {
        language: Some(language.to_owned()),
        stated: Some(DateSet::parse("2024-05-16").unwrap()),
        ..Document::new("row", text)
    };
    let read = engine.read_all(Corpus { documents: vec![document], problems: Vec::new() });
    let figure = |claim: &Claim| {
        let before = if claim.former { " before" } else { "" };
        format!("{} {}{before}", claim.what.name(), claim.low)
    };
    let plotted = read.mentions.iter().filter(|mention| mention.certainty.is_plotted());
    plotted
        .map(|mention| {
            let figures: Vec<String> = mention.claims.iter().map(figure).collect();
            format!("{}: {}", mention.kind.name(), figures.join(", "))
        })
        .collect()
}

#[track_caller]
fn check(language: &str, text: &str, expected: &[&str]) {
    assert_eq!(told(language, text), expected, "{text}");
}

#[test]
fn a_market_is_no_march() {
    check(
        "fr",
        "Une roquette s'est abattue mardi sur un marché de Kharkiv. Le bilan est de quatre morts.",
        &["shelling: killed 4"],
    );
}

#[test]
fn a_figure_past_a_denial_and_a_semicolon_is_of_the_event_told_before() {
    check(
        "fr",
        "De violents combats ont fait rage samedi à Bakhmout. L'armée affirme que cent soldats ont été tués ; des témoins ont soutenu que la ville était tombée, ce que Kiev a démenti.",
        &["clash: killed 100"],
    );
}

#[test]
fn a_capture_told_again_in_a_quotation_is_the_one_told_before() {
    check(
        "fr",
        "Les rebelles se sont emparés mercredi de Saraqeb, a raconté un marchand d'Alep. \"Ils ont pris la ville\", a dit leur chef. Les combats ont fait treize morts, selon un officier.",
        &["capture: killed 13"],
    );
}

#[test]
fn both_figures_of_a_list_count() {
    check(
        "fr",
        "Les rebelles ont attaqué lundi un poste à Kunduz, tuant dix soldats et quatre policiers, selon un élu.",
        &["clash: killed 10, killed 4"],
    );
}

#[test]
fn the_whole_of_which_a_figure_is_a_part_is_no_figure() {
    check(
        "fr",
        "Mercredi, un minibus a sauté sur une mine à Hodeïda ; cinq de ses douze passagers sont morts.",
        &["bombing: killed 5"],
    );
}

#[test]
fn an_earlier_toll_gives_way_to_the_new_one() {
    check(
        "en",
        "An air strike hit Kramatorsk on Monday. Ten people were killed, the governor said, up from six.",
        &["air_strike: killed 10, killed 6 before"],
    );
}

#[test]
fn districts_that_fell_are_not_the_dead() {
    check("fr", "Lundi, douze districts de la province de Kunduz sont tombés aux mains des rebelles.", &["capture: "]);
}

#[test]
fn those_killed_when_a_mine_went_off_are_of_the_mine() {
    let told = told(
        "en",
        "In Mopti, two soldiers were killed and four others injured on Sunday when their truck ran over a landmine near Douentza.",
    );
    assert!(told.contains(&"bombing: killed 2, wounded 4".to_owned()), "{told:?}");
}

#[test]
fn those_seized_are_of_the_abduction() {
    let told = told("en", "Gunmen kidnapped 40 girls and seized a school in Chibok on Monday.");
    assert!(told.contains(&"abduction: captured 40".to_owned()), "{told:?}");
}

#[test]
fn victims_told_after_an_attack_are_of_the_attack() {
    check(
        "fr",
        "Des jihadistes ont attaqué Djibo dimanche. Au moins quarante civils ont été tués, selon les Nations unies.",
        &["clash: killed 40"],
    );
}

#[test]
fn the_dead_told_before_a_denial_are_no_part_of_it() {
    check(
        "en",
        "Gunmen stormed a camp at Kidal on Monday. The ministry put the dead at eight and denied that the town had fallen.",
        &["clash: killed 8"],
    );
}

#[test]
fn the_dead_told_with_those_taken_are_of_the_attack() {
    check(
        "en",
        "Rebels attacked Djugu on Monday. An elder said eighteen soldiers had died and a dozen more been taken captive.",
        &["clash: killed 18, captured 12"],
    );
}
