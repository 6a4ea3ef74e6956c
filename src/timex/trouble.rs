//! What is wrong with the dates of a report.

use super::days::in_year;
use super::expression::{Expression, Tense};
use super::meaning::Calendar;
use crate::day::days_in_month;
use crate::document::Publication;
use crate::problem::Problem;
use crate::reason::{AfterPublication, NoSuchDay, OtherWeekday, Phrase};

/// Dates that no calendar has, weekdays that disagree with their date, and days told as past that the stated day is before.
/// `source` names the report.
#[must_use]
pub fn problems(expressions: &[Expression], publication: &Publication, source: &str) -> Vec<Problem> {
    let dated = expressions.iter().filter_map(|expression| Some((expression, expression.meaning.calendar()?)));
    dated
        .filter_map(|(expression, calendar)| {
            let phrase = trouble(expression, calendar, publication)?;
            Some(Problem::notice(source, phrase).at(expression.span))
        })
        .collect()
}

fn trouble(expression: &Expression, calendar: &Calendar, publication: &Publication) -> Option<Phrase> {
    let (month, day) = (calendar.month?, calendar.day?);
    let year = calendar.year.or_else(|| publication.inferred.single_day().map(crate::day::Day::year));
    // A leap year stands for a year that is not known.
    if day > days_in_month(year.filter(|_| calendar.year.is_some()).unwrap_or(2000), month) {
        return Some(Phrase::NoSuchDay(Box::new(NoSuchDay { day, month, year: calendar.year })));
    }
    let date = in_year(calendar, calendar.year?)?.single_day()?;
    if let Some(told) = calendar.weekday.filter(|&weekday| date.weekday() != weekday) {
        return Some(Phrase::OtherWeekday(Box::new(OtherWeekday { date, told })));
    }
    let late = expression.tense == Tense::Past && publication.stated.is_some() && date > publication.inferred.last();
    late.then(|| {
        let published = publication.inferred.clone();
        Phrase::AfterPublication(Box::new(AfterPublication { day: date, published }))
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Grammar, publication, recognize};
    use super::*;
    use crate::day::{Day, Weekday};
    use crate::edtf::DateSet;
    use crate::language::sentence::sentences;
    use crate::language::token::Tokens;
    use crate::language::{AnalysedText, LanguagePack, Lexicon};
    use crate::problem::Message;
    use crate::span::Span;

    fn day(edtf: &str) -> Day {
        DateSet::parse(edtf).unwrap().first()
    }

    #[track_caller]
    fn check(text: &str, published: &str, expected: &[(usize, Phrase)]) {
        let pack = LanguagePack::parse("fr.toml", include_str!("../../data/lang/fr.toml")).unwrap();
        let mut lexicon = Lexicon::default();
        let grammar = Grammar::compile(&pack, &mut lexicon).unwrap();
        let tokens = Tokens::of(text, &lexicon);
        let sentences = sentences(text, &tokens, &std::collections::BTreeSet::new());
        let analysed = AnalysedText { text, tokens, sentences, boilerplate: Vec::new() };
        let expressions = recognize(&analysed, &grammar);
        let stated = DateSet::parse(published).unwrap();
        let found = problems(&expressions, &publication::infer(&expressions, Some(&stated)), "note.txt");
        let expected: Vec<(usize, Message)> = expected.iter().map(|(at, told)| (*at, told.clone().into())).collect();
        let told = found.into_iter().map(|problem| (problem.at.map_or(0, Span::start), problem.message));
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_day_that_no_calendar_has_is_told() {
        check(
            "Le pont a sauté le 31 février.",
            "2021-07-07",
            &[(20, Phrase::NoSuchDay(Box::new(NoSuchDay { day: 31, month: 2, year: None })))],
        );
        check(
            "Le pont a sauté le 29 février 2021.",
            "2021-07-07",
            &[(20, Phrase::NoSuchDay(Box::new(NoSuchDay { day: 29, month: 2, year: Some(2021) })))],
        );
        check("Le pont a sauté le 29 février 2020.", "2021-07-07", &[]);
    }

    #[test]
    fn a_weekday_that_disagrees_gives_way_to_the_date() {
        check(
            "Ils sont entrés mardi 7 juillet 2021 dans la ville.",
            "2021-07-09",
            &[(17, Phrase::OtherWeekday(Box::new(OtherWeekday { date: day("2021-07-07"), told: Weekday::Tuesday })))],
        );
    }

    #[test]
    fn what_is_told_as_past_after_the_stated_day_is_told() {
        check(
            "La ville est tombée le 15 août 2021.",
            "2021-07-07",
            &[(
                24,
                Phrase::AfterPublication(Box::new(AfterPublication {
                    day: day("2021-08-15"),
                    published: DateSet::parse("2021-07-07").unwrap(),
                })),
            )],
        );
    }
}
