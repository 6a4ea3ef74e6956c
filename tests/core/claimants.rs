//! Who says a figure: named by its own words, and by nothing else of the sentence.

use dateline::corpus::Corpus;
use dateline::document::Document;
use dateline::edtf::DateSet;
use dateline::gazetteer::Gazetteer;
use dateline::pipeline::Engine;

/// The figures of a report with their claimants, in order: `7 the governor`.
#[track_caller]
fn check(language: &str, rows: &[(&str, &[&str])]) {
    let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
    let wrong: Vec<String> =
        rows.iter().filter_map(|(text, expected)| difference(&engine, language, text, expected)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn difference(engine: &Engine, language: &str, text: &str, expected: &[&str]) -> Option<String> {
    let document = Document {
        language: Some(language.to_owned()),
        stated: Some(DateSet::parse("2024-05-16").unwrap()),
        ..Document::new("row", text)
    };
    let read = engine.read_all(Corpus { documents: vec![document], problems: Vec::new() });
    let mut claims: Vec<_> = read.mentions.iter().flat_map(|mention| &mention.claims).collect();
    claims.sort_by_key(|claim| claim.span);
    let found: Vec<String> =
        claims.iter().map(|claim| format!("{} {}", claim.low, claim.claimant.as_deref().unwrap_or("-"))).collect();
    (found != expected).then(|| format!("{text}\n  found {found:?}, expected {expected:?}"))
}

#[test]
fn an_english_claimant_is_the_noun_phrase_by_its_verb() {
    check(
        "en",
        &[
            ("A car bomb exploded in Tuz Khurmatu on Monday, killing four people, police said.", &["4 police"]),
            (
                "Shells hit Uri on Monday, killing four people, the district magistrate said, hours after a raid.",
                &["4 the district magistrate"],
            ),
            (
                "At least 17 soldiers were killed in an ambush near Tera on Monday, the defence ministry said.",
                &["17 the defence ministry"],
            ),
            (
                "Nine workers were killed when fighters attacked Nyala in South Darfur state on Monday, their employer said.",
                &["9 their employer"],
            ),
            (
                "Militants killed 12 people in Mopti on Monday. A local official contacted by telephone said four were missing.",
                &["12 -", "4 A local official"],
            ),
            (
                "Gunmen shot three people dead in Gressier on Monday, residents and a police union said.",
                &["3 residents and a police union"],
            ),
            (
                "A raid on Idlib on Monday killed five people. Wali Haddad, a surgeon, said 12 people had been wounded.",
                &["5 -", "12 Wali Haddad"],
            ),
            (
                "\"A missile struck Mykolaiv on Monday,\" said Mayor Anna Kovacs. She said six people had been killed.",
                &["6 Mayor Anna Kovacs"],
            ),
            (
                "Gunmen attacked Gressier on Monday. A rights group counted 18 dead, a mayor's aide at least 30.",
                &["18 A rights group", "30 a mayor's aide"],
            ),
        ],
    );
}

#[test]
fn a_french_claimant_is_the_noun_phrase_by_its_verb() {
    check(
        "fr",
        &[
            (
                "Un attentat a fait cinq morts lundi à Quetta, a-t-on appris de sources concordantes.",
                &["5 sources concordantes"],
            ),
            (
                "Un attentat a fait cinq morts lundi à Quetta, a indiqué le porte-parole de la police sur Twitter.",
                &["5 le porte-parole de la police"],
            ),
            ("Une frappe a tué six personnes lundi à Mykolaïv, d'après le maire.", &["6 le maire"]),
            (
                "Une attaque a tué six personnes lundi à Djibo. L'Observatoire des droits (ODH) fait état de dix morts.",
                &["6 -", "10 L'Observatoire des droits"],
            ),
            (
                "Une attaque a tué six personnes lundi à Djibo, a déclaré Awa Traoré, une élue. Selon elle, douze personnes ont été blessées.",
                &["6 Awa Traoré", "12 Awa Traoré"],
            ),
            (
                "Le chef du conseil, Abdul Bek, a annoncé que six soldats avaient été tués lundi à Kunduz.",
                &["6 Abdul Bek"],
            ),
        ],
    );
}

#[test]
fn a_claimant_ends_before_the_verb_of_counting() {
    check(
        "fr",
        &[
            (
                "La police fait état de huit morts dans l'attaque de lundi à Kunduz ; des habitants en comptent vingt.",
                &["8 La police", "20 des habitants"],
            ),
            (
                "Le bilan de l'attaque de lundi à Kunduz est monté à 24 morts, a dit mercredi le ministère de la Santé.",
                &["24 le ministère de la Santé"],
            ),
        ],
    );
    check(
        "en",
        &[(
            "Police say eight people died in Monday's attack on Kunduz; residents speak of twenty.",
            &["8 Police", "20 residents"],
        )],
    );
}

#[test]
fn a_headline_ends_with_its_claimant() {
    check("en", &[("Jihadists kill 31 in Bandiagara, say officials", &["31 officials"])]);
}

#[test]
fn who_is_told_is_no_claimant() {
    check(
        "en",
        &[(
            "Rebels attacked Mopti on Monday. \"We killed 14 of them,\" the security minister, Yusuf Dhumal, told Reuters by phone.",
            &["14 Yusuf Dhumal"],
        )],
    );
}
