//! What is wrong with the dates of a report, in words.

use super::days::in_year;
use super::expression::{Expression, Tense};
use super::meaning::Calendar;
use crate::day::days_in_month;
use crate::document::Publication;
use crate::problem::Problem;

/// Dates that no calendar has, weekdays that disagree with their date, and days told as past that the stated day is before.
/// `source` names the report.
#[must_use]
pub fn problems(expressions: &[Expression], publication: &Publication, source: &str) -> Vec<Problem> {
    let dated = expressions.iter().filter_map(|expression| Some((expression, expression.meaning.calendar()?)));
    dated
        .filter_map(|(expression, calendar)| {
            let message = trouble(expression, calendar, publication)?;
            Some(Problem::notice(source, format!("at byte {}: {message}", expression.span.start())))
        })
        .collect()
}

fn trouble(expression: &Expression, calendar: &Calendar, publication: &Publication) -> Option<String> {
    let (month, day) = (calendar.month?, calendar.day?);
    let year = calendar.year.or_else(|| publication.inferred.single_day().map(crate::day::Day::year));
    // A leap year stands for a year that is not known.
    if day > days_in_month(year.filter(|_| calendar.year.is_some()).unwrap_or(2000), month) {
        let of_year = calendar.year.map_or_else(String::new, |year| format!(" of {year}"));
        return Some(format!("month {month}{of_year} has no day {day}; the expression is left without days"));
    }
    let date = in_year(calendar, calendar.year?)?.single_day()?;
    if let Some(weekday) = calendar.weekday.filter(|&weekday| date.weekday() != weekday) {
        return Some(format!("{date} was a {:?}, not a {weekday:?}; the date is kept", date.weekday()));
    }
    let late = expression.tense == Tense::Past && publication.stated.is_some() && date > publication.inferred.last();
    late.then(|| format!("{date} is told as past, but the report is dated {}; both are kept", publication.inferred))
}

#[cfg(test)]
mod tests {
    use super::super::{Grammar, publication, recognize};
    use super::*;
    use crate::edtf::DateSet;
    use crate::language::sentence::sentences;
    use crate::language::token::Tokens;
    use crate::language::{AnalysedText, LanguagePack, Lexicon};

    #[track_caller]
    fn check(text: &str, published: &str, expected: &[&str]) {
        let pack = LanguagePack::parse("fr.toml", include_str!("../../data/lang/fr.toml")).unwrap();
        let mut lexicon = Lexicon::default();
        let grammar = Grammar::compile(&pack, &mut lexicon).unwrap();
        let tokens = Tokens::of(text, &lexicon);
        let sentences = sentences(text, &tokens, &std::collections::BTreeSet::new());
        let analysed = AnalysedText { text, tokens, sentences, boilerplate: Vec::new() };
        let expressions = recognize(&analysed, &grammar);
        let stated = DateSet::parse(published).unwrap();
        let found = problems(&expressions, &publication::infer(&expressions, Some(&stated)), "note.txt");
        let messages: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(messages, expected);
    }

    #[test]
    fn a_day_that_no_calendar_has_is_told() {
        check(
            "Le pont a sauté le 31 février.",
            "2021-07-07",
            &["note.txt: at byte 20: month 2 has no day 31; the expression is left without days"],
        );
        check(
            "Le pont a sauté le 29 février 2021.",
            "2021-07-07",
            &["note.txt: at byte 20: month 2 of 2021 has no day 29; the expression is left without days"],
        );
        check("Le pont a sauté le 29 février 2020.", "2021-07-07", &[]);
    }

    #[test]
    fn a_weekday_that_disagrees_gives_way_to_the_date() {
        check(
            "Ils sont entrés mardi 7 juillet 2021 dans la ville.",
            "2021-07-09",
            &["note.txt: at byte 17: 2021-07-07 was a Wednesday, not a Tuesday; the date is kept"],
        );
    }

    #[test]
    fn what_is_told_as_past_after_the_stated_day_is_told() {
        check(
            "La ville est tombée le 15 août 2021.",
            "2021-07-07",
            &["note.txt: at byte 24: 2021-08-15 is told as past, but the report is dated 2021-07-07; both are kept"],
        );
    }
}
