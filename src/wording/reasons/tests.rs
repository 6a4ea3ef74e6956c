use super::*;
use crate::day::Weekday;
use crate::event::{Certainty, EventKind};
use crate::gazetteer::PlaceKind;
use crate::problem::Fault;
use crate::reason::{AfterPublication, OtherWeekday, Statement};
use crate::span::Span;
use crate::wording::Language;
use std::collections::BTreeSet;

/// Keys of `data/reasons` that no phrase has, but words that go into phrases.
const PARTS: [&str; 6] =
    ["reason-and-then", "reason-list", "reason-none", "reason-a-kind", "reason-at-source", "reason-at-byte"];

fn name(name: &str) -> Box<str> {
    name.into()
}

fn place(name: &str) -> PlaceName {
    PlaceName::new("x-somewhere", name)
}

fn days(edtf: &str) -> DateSet {
    DateSet::parse(edtf).unwrap()
}

fn day(edtf: &str) -> Day {
    days(edtf).first()
}

fn by_sound(beside: Beside) -> Phrase {
    Phrase::BySound(Box::new(BySound { place: place("Chitral"), kind: "air_base".into(), beside }))
}

fn one_event() -> Phrase {
    Phrase::OneEvent(Box::new(OneEvent {
        words: name("mercredi matin"),
        report: name("002.txt"),
        other_words: name("cette semaine"),
        other_days: days("2021-07-05/2021-07-11"),
        other_report: name("004.txt"),
        by: Statement::SameActor,
    }))
}

fn conflict(more: u32) -> Phrase {
    let (days, other_days) = (days("2021-07-05"), days("2021-07-01"));
    Phrase::CannotBothHold(Box::new(CannotBothHold { days, other_report: name("004.txt"), other_days, more }))
}

fn no_such_day(year: Option<i32>) -> Phrase {
    Phrase::NoSuchDay(Box::new(NoSuchDay { day: 29, month: 2, year }))
}

/// One of each phrase that names something.
fn samples() -> Vec<Phrase> {
    vec![
        Phrase::OfKind("city".into()),
        Phrase::Near(place("Kunduz")),
        Phrase::About(place("Kunduz")),
        by_sound(Beside::In(place("Kunduz"))),
        by_sound(Beside::Near(place("Kunduz"))),
        by_sound(Beside::Nothing),
        Phrase::NamedNear(place("Kunduz")),
        Phrase::NamedIn(place("Kunduz")),
        Phrase::NearestNamed(place("Kunduz")),
        Phrase::OwnWeekday(Weekday::Monday),
        Phrase::ToldAsPast(day("2021-07-07")),
        Phrase::LastOwnDay(day("2021-07-07")),
        Phrase::LastOwnDayOfYears(day("2021-06-20"), Box::new([2010, 2027])),
        Phrase::YearOf(name("002.txt")),
        Phrase::NewsOf(name("002.txt")),
        one_event(),
        conflict(0),
        conflict(2),
        no_such_day(None),
        no_such_day(Some(2021)),
        Phrase::OtherWeekday(Box::new(OtherWeekday { date: day("2021-07-07"), told: Weekday::Tuesday })),
        Phrase::AfterPublication(Box::new(AfterPublication { day: day("2021-08-15"), published: days("2021-07-07") })),
        Phrase::LeftOf(Box::new([days("2021-07-07"), days("2021-07")])),
        Phrase::KindWas("clash".into()),
        Phrase::CertaintyWas("denied".into()),
        Phrase::PlaceWas(Some(place("Kunduz"))),
        Phrase::PlaceWas(None),
        Phrase::DayWas(Some(Box::new(days("2021-07-07")))),
    ]
}

#[track_caller]
fn check(phrase: impl Into<Phrase>, english: &str, french: &str) {
    let reason = Reason::new(phrase);
    for (language, words) in [(Language::English, english), (Language::French, french)] {
        assert_eq!(reason_words(&reason, &Texts::new(language), Audience::Reader), words);
    }
}

#[test]
fn every_phrase_has_words_in_both_languages_and_no_words_are_left_over() {
    let statements = Statement::ALL.iter().map(|statement| statement.key());
    let kinds: Vec<String> = PlaceKind::ALL.iter().map(|kind| format!("place-kind-{}", kind.name())).collect();
    let phrases = statements.chain(Phrase::KEYS.iter().copied()).chain(PARTS).chain(kinds.iter().map(String::as_str));
    let asked: BTreeSet<&str> = phrases.collect();
    for language in Language::ALL {
        assert_eq!(crate::wording::texts::tests::reason_keys(language), asked, "{language:?}");
    }
}

#[test]
fn every_value_is_put_in() {
    let samples = samples();
    let keys: BTreeSet<&str> = samples.iter().map(Phrase::key).collect();
    assert_eq!(keys, Phrase::KEYS.iter().copied().collect());
    for texts in Language::ALL.map(Texts::new) {
        for phrase in &samples {
            for audience in [Audience::Reader, Audience::File] {
                let words = reason_words(&Reason::new(phrase.clone()), &texts, audience);
                assert!(!words.contains('{') && !words.contains("reason-") && !words.contains("kind-"), "{words}");
            }
        }
    }
}

#[test]
fn kinds_and_certainties_have_names() {
    let texts = Texts::new(Language::French);
    let teller = Teller { texts: &texts, audience: Audience::Reader };
    let kinds = EventKind::ALL.iter().map(|kind| teller.kind("kind", kind.name()));
    let places = PlaceKind::ALL.iter().map(|kind| teller.kind("place-kind", kind.name()));
    let sure =
        [Certainty::Reported, Certainty::Claimed, Certainty::Denied, Certainty::Planned, Certainty::Hypothetical];
    let certainties = sure.iter().map(|certainty| teller.kind("certainty", certainty.name()));
    for words in kinds.chain(places).chain(certainties) {
        assert!(!words.contains("kind-") && !words.contains("certainty-"), "{words}");
    }
}

#[test]
fn a_reason_is_told_in_the_language_of_the_reader() {
    check(Statement::ToldAsFact, "told as a fact", "raconté comme un fait");
    check(
        Phrase::Near(place("Kunduz")),
        "near Kunduz, which the report names",
        "tout près de là, l’article nomme Kunduz",
    );
    check(
        Phrase::OwnWeekday(Weekday::Monday),
        "it tells of Monday as its own day",
        "l’article donne lundi pour son propre jour",
    );
    check(
        Phrase::ToldAsPast(day("2021-07-01")),
        "Thursday 1 July 2021 is told as past",
        "le jeudi 1er juillet 2021 est raconté comme passé",
    );
    let tehran = || PlaceName::new("gn112931", "Tehran");
    check(
        Phrase::NearestNamed(tehran()),
        "Tehran is the nearest place named",
        "le lieu nommé le plus proche est Téhéran",
    );
    check(
        Phrase::PlaceWas(Some(tehran())),
        "place set by hand, read as Tehran",
        "lieu fixé à la main, lu\u{a0}: Téhéran",
    );
    check(Phrase::PlaceWas(None), "place set by hand, read as none", "lieu fixé à la main, lu\u{a0}: aucun");
    check(
        one_event(),
        "“mercredi matin” in 002.txt, “cette semaine” (5 – 11 July 2021) in 004.txt, one event by the same actor",
        "«\u{a0}mercredi matin\u{a0}» dans 002.txt, «\u{a0}cette semaine\u{a0}» (5 – 11 juillet 2021) dans 004.txt, un seul événement d’après le même acteur",
    );
    check(
        by_sound(Beside::Nothing),
        "by its sound: Chitral, an air base",
        "d’après le son\u{a0}: Chitral (base aérienne)",
    );
}

#[test]
fn phrases_follow_each_other_and_a_file_has_days_as_edtf() {
    let reason = Reason::of([one_event(), Statement::DayToCome.into()]);
    assert_eq!(
        reason_words(&reason, &Texts::new(Language::English), Audience::File),
        "“mercredi matin” in 002.txt, “cette semaine” (2021-07-05/2021-07-11) in 004.txt, one event by the same actor; \
         its day is still to come"
    );
    let texts = Texts::new(Language::French);
    let words = reason_words(&Reason::of([Statement::Future, Statement::DayToCome]), &texts, Audience::Reader);
    assert_eq!(words, "au futur\u{a0}; son jour est encore à venir");
    assert_eq!(reason_words(&Reason::default(), &texts, Audience::Reader), "");
}

#[test]
fn a_problem_that_the_program_found_is_in_the_language_of_the_reader_too() {
    let problem = Problem::notice("002.txt", conflict(2));
    assert_eq!(
        problem_words(&problem, &Texts::new(Language::English), Audience::File),
        "002.txt: its days (2021-07-05) and those of 004.txt (2021-07-01) for one event cannot both hold; \
         both are kept as they are; 2 more like this"
    );
    assert_eq!(
        problem_words(&problem, &Texts::new(Language::French), Audience::Reader),
        "002.txt\u{a0}: ses jours (lundi 5 juillet 2021) et ceux de 004.txt (jeudi 1er juillet 2021) pour un même événement \
         ne peuvent être justes à la fois\u{a0}; les uns et les autres sont gardés tels quels\u{a0}; 2 autres conflits semblables"
    );
    let of_the_system = Problem::failure("a.txt", "os error 5");
    let words = problem_words(&of_the_system, &Texts::new(Language::French), Audience::Reader);
    assert_eq!(words, "a.txt\u{a0}: os error 5");
}

#[test]
fn every_fault_has_words_with_all_its_values_in_both_languages() {
    let parts = ["fault-a-correction", "fault-without-effect"];
    let asked: BTreeSet<&str> = Fault::KEYS.iter().map(|(key, _)| *key).chain(parts).collect();
    for language in Language::ALL {
        assert_eq!(crate::wording::texts::tests::fault_keys(language), asked, "{language:?}");
        let texts = Texts::new(language);
        for (key, names) in Fault::KEYS {
            let words = texts.with_all(key, names.iter().map(|&name| (name, name)).collect());
            assert!(!words.contains('{') && !words.contains("fault-"), "{words}");
        }
    }
}

#[test]
fn a_fault_is_told_in_the_language_of_the_reader() {
    let check = |fault: Fault, english: &str, french: &str| {
        let problem = Problem::failure("mine.csv", fault).at_line(3);
        for (language, words) in [(Language::English, english), (Language::French, french)] {
            assert_eq!(problem_words(&problem, &Texts::new(language), Audience::Reader), words);
        }
    };
    let pdf = Fault::NoText { kind: "pdf".to_owned() };
    check(
        pdf,
        "mine.csv:3: not a text file (a PDF): save it as text first",
        "mine.csv:3\u{a0}: pas un fichier de texte (un PDF)\u{a0}: l’enregistrer d’abord comme texte",
    );
    let value = "91".to_owned();
    check(
        Fault::Outside { column: "latitude".to_owned(), value, limit: "90".to_owned() },
        "mine.csv:3: the latitude `91` is outside -90 to 90",
        "mine.csv:3\u{a0}: latitude\u{a0}: «\u{a0}91\u{a0}» n’est pas entre -90 et 90",
    );
    let (entry, what) = ("2".to_owned(), "place".to_owned());
    check(
        Fault::LostReport { entry, what },
        "mine.csv:3: correction 2 (place) is kept but has no effect: the report is no longer among those read",
        "mine.csv:3\u{a0}: la correction 2 (lieu) est gardée, mais sans effet\u{a0}: l’article n’est plus parmi ceux qui sont lus",
    );
}

#[test]
fn what_is_wrong_with_a_date_is_told_with_its_byte_in_files_alone() {
    let problem = Problem::notice("a.txt", no_such_day(Some(2021))).at(Span::new(20, 35));
    let words = |language, audience| problem_words(&problem, &Texts::new(language), audience);
    assert_eq!(
        words(Language::English, Audience::File),
        "a.txt: at byte 20: February 2021 has no day 29; the expression is left without days"
    );
    assert_eq!(
        words(Language::French, Audience::Reader),
        "a.txt\u{a0}: février 2021 n’a pas de jour 29\u{a0}; l’expression est laissée sans jour"
    );
}
