use super::*;
use crate::event::{Actor, Certainty, EventKind, MentionPlace, PlaceHow, Role};
use crate::language::sentence::sentences;
use crate::language::token::Tokens;
use crate::language::{AnalysedText, LanguagePack, Lexicon};
use crate::reason::{DocumentIndex, OneEvent, Phrase, Reason, Statement};
use crate::span::Span;
use crate::timex::{Grammar, normalize, publication, recognize};

/// A report, and its mentions: the words of the day, the key of the place, who takes part.
struct Told {
    text: &'static str,
    stated: Option<&'static str>,
    mentions: &'static [(&'static str, &'static str, &'static str)],
}

fn mention(document: u32, told: (&str, &str, &str), report: &Told, expressions: &[Expression]) -> Mention {
    let (words, place, actor) = told;
    let start = report.text.find(words).unwrap();
    let span = Span::new(start, start + words.len());
    let timex = expressions.iter().position(|expression| expression.span.overlaps(span));
    let place = Gazetteer::embedded().by_key(place).unwrap();
    let actors =
        if actor.is_empty() { Vec::new() } else { vec![Actor { name: actor.to_owned(), role: Role::Agent, span }] };
    Mention {
        document: DocumentIndex(document),
        quote: span,
        trigger: span,
        kind: EventKind::Capture,
        certainty: Certainty::Reported,
        place: Some(MentionPlace { place, how: PlaceHow::Named, near: false, span, toponym: None }),
        ends: Vec::new(),
        when: None,
        when_how: WhenHow::Named,
        timex: timex.map(|index| u32::try_from(index).unwrap()),
        relation: TimeRelation::At,
        by_night: false,
        retellings: Vec::new(),
        actors,
        claims: Vec::new(),
        speaker: None,
        reason: Reason::default(),
    }
}

/// Publication days, days of the mentions and problems, once the reports have been weighed against each other.
fn read(told: &[Told]) -> (Vec<String>, Vec<String>, Vec<String>, Vec<Reason>) {
    let pack = LanguagePack::parse("fr.toml", include_str!("../../../data/lang/fr.toml")).unwrap();
    let mut lexicon = Lexicon::default();
    let grammar = Grammar::compile(&pack, &mut lexicon).unwrap();
    let expressions: Vec<Vec<Expression>> = told
        .iter()
        .map(|report| {
            let tokens = Tokens::of(report.text, &lexicon);
            let sentences = sentences(report.text, &tokens, &std::collections::BTreeSet::new());
            recognize(&AnalysedText { text: report.text, tokens, sentences, boilerplate: Vec::new() }, &grammar)
        })
        .collect();
    let stated: Vec<Option<DateSet>> =
        told.iter().map(|report| report.stated.map(|text| DateSet::parse(text).unwrap())).collect();
    let mut days: Vec<(Publication, Vec<Timex>)> = expressions
        .iter()
        .zip(&stated)
        .map(|(expressions, stated)| {
            let publication = publication::infer(expressions, stated.as_ref());
            let timexes = normalize(expressions, &publication);
            (publication, timexes)
        })
        .collect();
    let mut mentions: Vec<Mention> = (0_u32..)
        .zip(told.iter().zip(&expressions))
        .flat_map(|(index, (report, expressions))| {
            report.mentions.iter().map(move |&told| mention(index, told, report, expressions))
        })
        .collect();
    let ids: Vec<String> = (0..told.len()).map(|index| format!("{index}.txt")).collect();
    let mut reports: Vec<DatedReport<'_>> = days
        .iter_mut()
        .enumerate()
        .map(|(index, (publication, timexes))| DatedReport {
            id: &ids[index],
            text: told[index].text,
            toponyms: &[],
            expressions: &expressions[index],
            stated: stated[index].as_ref(),
            publication,
            timexes,
        })
        .collect();
    let problems = propagate(&mut reports, &mut mentions, Gazetteer::embedded());
    (
        days.iter().map(|(publication, _)| publication.inferred.to_string()).collect(),
        mentions.iter().map(|mention| mention.when.as_ref().map_or_else(String::new, ToString::to_string)).collect(),
        problems.iter().map(ToString::to_string).collect(),
        days.iter().map(|(publication, _)| publication.reason.clone()).collect(),
    )
}

const MONTH: Told = Told {
    text: "date 2023-05 Les rebelles sont entrés mercredi matin dans la ville, a-t-on appris mercredi.",
    stated: None,
    mentions: &[("mercredi matin", "AF-BDG", "rebels")],
};

const LATER: Told = Told {
    text: "Plus tôt cette semaine, les rebelles ont pris la ville.",
    stated: Some("2023-05-19"),
    mentions: &[("cette semaine", "AF-BDG", "rebels")],
};

const UNDATED: Told = Told {
    text: "Les rebelles ont pris la ville mercredi. La base avait été vidée la semaine dernière.",
    stated: None,
    mentions: &[("mercredi", "AF-BDG", "rebels")],
};

#[test]
fn a_weekday_in_one_report_and_a_week_in_another_leave_one_day() {
    let (published, days, problems, reasons) = read(&[MONTH, LATER]);
    assert_eq!(published, ["2023-05-17", "2023-05-19"]);
    assert_eq!(days, ["2023-05-17", "2023-05-17"]);
    assert_eq!(problems, Vec::<String>::new());
    let one_event = OneEvent {
        words: "mercredi matin".into(),
        report: "0.txt".into(),
        other_words: "Plus tôt cette semaine".into(),
        other_days: DateSet::parse("2023-05-15/2023-05-21").unwrap(),
        other_report: "1.txt".into(),
        by: Statement::SameActor,
    };
    assert_eq!(reasons[0].phrases.as_slice().last(), Some(&Phrase::OneEvent(Box::new(one_event))));
}

#[test]
fn a_report_without_any_date_takes_the_day_of_those_that_tell_the_same() {
    let (published, days, ..) = read(&[UNDATED, MONTH, LATER]);
    assert_eq!(published, ["2023-05-17", "2023-05-17", "2023-05-19"]);
    assert_eq!(days, ["2023-05-17", "2023-05-17", "2023-05-17"]);
}

#[test]
fn the_order_of_the_reports_does_not_matter() {
    let (mut published, ..) = read(&[LATER, UNDATED, MONTH]);
    published.sort();
    assert_eq!(published, ["2023-05-17", "2023-05-17", "2023-05-19"]);
}

#[test]
fn place_and_kind_alone_move_no_day() {
    let alone = Told { mentions: &[("mercredi matin", "AF-BDG", "")], ..MONTH };
    let (published, ..) = read(&[alone, LATER]);
    assert_eq!(published[0], "[2023-05-03,2023-05-10,2023-05-17,2023-05-24,2023-05-31]");
}

#[test]
fn another_place_moves_no_day() {
    let elsewhere = Told { mentions: &[("cette semaine", "AF-TAK", "rebels")], ..LATER };
    let (published, ..) = read(&[MONTH, elsewhere]);
    assert_eq!(published[0], "[2023-05-03,2023-05-10,2023-05-17,2023-05-24,2023-05-31]");
}

#[test]
fn a_stated_day_is_not_overridden() {
    let stated = Told { stated: Some("2023-05-24"), ..MONTH };
    let (published, days, ..) = read(&[stated, LATER]);
    assert_eq!(published, ["2023-05-24", "2023-05-19"]);
    assert_eq!(days, ["2023-05-24", "2023-05-15/2023-05-21"]);
}

/// The town was taken on Tuesday 16 May.
const TUESDAY: Told = Told {
    text: "Les rebelles ont pris la ville mardi.",
    stated: Some("2023-05-17"),
    mentions: &[("mardi", "AF-BDG", "")],
};

const FRIDAY: Told = Told {
    text: "Vendredi, le marché n'a pas ouvert. Mardi, la ville est tombée, a annoncé jeudi l'armée.",
    stated: None,
    mentions: &[("Mardi", "AF-BDG", "")],
};

#[test]
fn the_one_week_in_which_another_report_tells_it_dates_a_report_without_a_day() {
    let (_, days, ..) = read(&[TUESDAY, FRIDAY]);
    assert_eq!(days, ["2023-05-16", "2023-05-16"]);
}

#[test]
fn what_happens_every_week_dates_no_report() {
    let week_after = Told { stated: Some("2023-05-24"), ..TUESDAY };
    let (published, days, ..) = read(&[TUESDAY, week_after, FRIDAY]);
    assert_eq!(published[2], "../..");
    assert_eq!(days[2], "");
}
