//! Bylines and datelines: which dates are the day of the report itself.

use super::expression::{Expression, Role, Tense};
use super::grammar::Grammar;
use crate::language::{AnalysedText, LetterCase, TokenKind};
use std::ops::Range;

/// Whether it dates the report: a byline or a dateline at its head or foot, or a leading *date 2021-07*.
pub(super) fn dates_the_report(
    analysed: &AnalysedText<'_>,
    grammar: &Grammar,
    expression: &Expression,
    own: &Range<usize>,
) -> bool {
    let Some(calendar) = expression.meaning.calendar() else { return false };
    let full = calendar.is_full_day() || calendar.year.is_some();
    let part = calendar.month.is_none() || calendar.phase.is_some() || calendar.direction.is_some();
    if !full || part || expression.role == Role::Quoted {
        return false;
    }
    let paragraph = expression.paragraph;
    let tokens = paragraph_of(analysed, paragraph);
    let (first, from) = (own.start, tokens.start);
    let length = tokens.len();
    if grammar.cues.is_stated(analysed, first, from) && (length <= 24 || paragraph == 0 && first - from < 24) {
        return true;
    }
    // *Bulletin du mardi 9 novembre*: the year is told by what else is.
    if paragraph < HEAD && length <= HEADER_LINE && grammar.cues.is_of_issue(analysed, first, from) {
        return true;
    }
    let last = analysed.sentences.last().map_or(0, |sentence| sentence.paragraph);
    let dated = calendar.is_full_day() && calendar.year.is_some();
    // *Evening bulletin, Tuesday 7 November*: the year is told by what else is.
    let weekday = calendar.is_full_day() && calendar.weekday.is_some() && paragraph < HEAD;
    let rest = length - own.len();
    let signature = rest <= SIGNATURE && grammar.cues.opens_signature(analysed, from);
    let foot = paragraph + 3 > last && (length <= 6 || rest <= 6 || signature) && dated;
    let heads = first == from && length <= 14 && dated;
    // *Goma | 14 August 2021 | 4 min*: between bars it stands alone.
    let bars = dated && length <= 40 && piece(analysed, &tokens, own).len() <= own.len() + 2;
    // *By Jane Doe, 18/06/2022*
    let signed =
        dated && rest <= 8 && paragraph < 6 && are_names(analysed, &(tokens.start..own.start)) && own.end >= tokens.end;
    (length <= 8 || rest == 0 || heads || bars || signed) && paragraph < 8
        || foot
        || ((dated || weekday) && ends_header(analysed, own, &tokens))
        || opens_as_dateline(analysed, expression, own, from)
        || is_dateline(analysed, expression, first, from)
}

/// Whether a weekday in the head of a report is the report's own: *Sudan live: Friday's developments*, *Goma, jeudi.*
pub(super) fn is_own_weekday(
    analysed: &AnalysedText<'_>,
    grammar: &Grammar,
    expression: &Expression,
    own: &Range<usize>,
) -> bool {
    let bare = expression.meaning.calendar().is_some_and(|day| day.is_bare_weekday() && day.direction.is_none());
    let verbless = expression.tense == Tense::Unknown && expression.role == Role::Told && expression.bound.is_none();
    let Some(sentence) = analysed.sentences.get(expression.sentence) else { return false };
    let line = sentence.tokens.clone();
    if !bare || !verbless || expression.paragraph >= HEAD || line.len() > HEADER_LINE {
        return false;
    }
    let besides = (line.start..own.start).chain(own.end..line.end);
    grammar.cues.names_issue(analysed, besides) || is_town_and_day(analysed, own, &line)
}

/// *Goma, jeudi.*: a name, a comma and a day are all that the sentence has.
fn is_town_and_day(analysed: &AnalysedText<'_>, own: &Range<usize>, line: &Range<usize>) -> bool {
    let text = |at: usize| analysed.tokens().get(at).map_or("", |token| token.span.of(analysed.text));
    let names = line.start..own.start;
    let ends = own.end >= line.end || own.end + 1 == line.end && matches!(text(own.end), "." | ":" | "–" | "—");
    ends && (2..=TOWN_AND_COMMA).contains(&names.len()) && text(own.start - 1) == "," && are_names(analysed, &names)
}

/// Tokens beside the date in the line where a statement is signed.
const SIGNATURE: usize = 12;
/// Tokens of a town's name and the comma behind it.
const TOWN_AND_COMMA: usize = 6;
/// Paragraphs that are the head of a report.
const HEAD: usize = 3;
/// Lines at the head of a report that may say when it came out.
const HEADER: usize = 6;
/// Letters that may follow the date on its line: an agency in brackets, the zone of its hours.
const HEADER_END: usize = 24;
/// Tokens of the longest of them.
const HEADER_LINE: usize = 24;

/// *Note n° 9 – Au 18 novembre 2020*, *Situation overview, 27/09/2021*, *From our correspondent in Aden – 14.10.2021*: a full date that
/// ends one of the first lines, set off by a mark, where the line ends without a stop.
fn ends_header(analysed: &AnalysedText<'_>, own: &Range<usize>, paragraph: &Range<usize>) -> bool {
    let tokens = analysed.tokens();
    let text = |at: usize| tokens.get(at).map_or("", |token| token.span.of(analysed.text));
    let (Some(first), Some(last)) = (tokens.get(own.start), tokens.get(own.end - 1)) else { return false };
    let line = analysed.text.get(..first.span.start()).unwrap_or_default();
    let begins = line.rfind('\n').map_or(0, |at| at + 1);
    let lines = line.get(..begins).unwrap_or_default().lines().filter(|line| !line.trim().is_empty()).count();
    let rest = analysed.text.get(last.span.end()..).unwrap_or_default();
    // "(au 14 octobre 2021)", "14 octobre 2021 (ACP).-"
    let rest = rest.lines().next().unwrap_or_default().trim();
    // "(lundi 10 décembre 2018, 16H00 GMT)", "à 20 heures"
    let ends = rest.is_empty()
        || (rest.starts_with([')', '(', ',']) && rest.ends_with(')') && rest.chars().count() <= HEADER_END);
    let words = (paragraph.start..own.start)
        .rev()
        .take_while(|&at| tokens.get(at).is_some_and(|token| token.span.start() >= begins));
    let set_off = |at: usize| matches!(text(at), "," | "–" | "—" | "-" | "|" | "(" | ":" | ".");
    let short =
        (paragraph.start..own.start).rev().take_while(|&at| text(at).len() <= 3 && !set_off(at)).take(2).count();
    let marked = own.start.checked_sub(short + 1).is_some_and(|at| at >= paragraph.start && set_off(at));
    lines < HEADER && ends && marked && words.count() <= HEADER_LINE
}

/// The tokens of a paragraph.
fn paragraph_of(analysed: &AnalysedText<'_>, paragraph: usize) -> Range<usize> {
    let start = analysed.sentences.partition_point(|sentence| sentence.paragraph < paragraph);
    let end = analysed.sentences.partition_point(|sentence| sentence.paragraph <= paragraph);
    let from = analysed.sentences.get(start).map_or(0, |sentence| sentence.tokens.start);
    let to = end.checked_sub(1).and_then(|last| analysed.sentences.get(last)).map_or(from, |last| last.tokens.end);
    from..to
}

/// The tokens about `own` between bars or bullets; nothing shorter than the paragraph where it has none.
fn piece(analysed: &AnalysedText<'_>, paragraph: &Range<usize>, own: &Range<usize>) -> Range<usize> {
    let tokens = analysed.tokens();
    let bar = |index: &usize| {
        tokens.get(*index).is_some_and(|token| matches!(token.span.of(analysed.text), "|" | "•" | "·" | "¦"))
    };
    let start = (paragraph.start..own.start).rev().find(bar).map_or(paragraph.start, |index| index + 1);
    let end = (own.end..paragraph.end).find(bar).unwrap_or(paragraph.end);
    start..end
}

/// `KABUL, July 7 (Reuters) -`, `Kaboul, 7 juil 2021 (AFP) –`: in the first words of an early paragraph, before a dash.
fn is_dateline(analysed: &AnalysedText<'_>, expression: &Expression, first: usize, from: usize) -> bool {
    let tokens = analysed.tokens();
    if expression.paragraph > 6 || first - from > 12 {
        return false;
    }
    let after = tokens.iter().skip(first).take(14);
    let dash = after.clone().position(|token| matches!(token.span.of(analysed.text), "-" | "–" | "—") && !token.glued);
    let before = tokens.get(from..first).unwrap_or_default();
    let place = before.first().is_some_and(|token| token.case != LetterCase::Lower);
    dash.is_some() && are_names(analysed, &(from..first)) && (place || before.is_empty())
}

/// Whether no word of the tokens is a longer one in lower case.
fn are_names(analysed: &AnalysedText<'_>, tokens: &Range<usize>) -> bool {
    let tokens = analysed.tokens().get(tokens.clone()).unwrap_or_default();
    tokens.iter().all(|token| token.kind != TokenKind::Word || token.case != LetterCase::Lower || token.span.len() <= 3)
}

/// `Ouahigouya, mercredi 9 novembre. Ce ne sont plus …`: a town and a day with its weekday or year, as a sentence of their own.
fn opens_as_dateline(analysed: &AnalysedText<'_>, expression: &Expression, own: &Range<usize>, from: usize) -> bool {
    let text = |at: usize| analysed.tokens().get(at).map_or("", |token| token.span.of(analysed.text));
    let full = expression
        .meaning
        .calendar()
        .is_some_and(|date| date.is_full_day() && (date.weekday.is_some() || date.year.is_some()));
    let town = own.start.checked_sub(2).is_some_and(|town| {
        town >= from && analysed.tokens().get(town).is_some_and(|token| token.case != LetterCase::Lower)
    });
    // "L'Écho du Delta (Bamako), 14 November 2020.": a paper's name is longer than a town's, and goes with the year.
    let years = expression.meaning.calendar().is_some_and(|date| date.year.is_some());
    full && expression.paragraph <= 6
        && own.start - from <= if years { 12 } else { 6 }
        && town
        && own.start.checked_sub(1).is_some_and(|comma| text(comma) == ",")
        && matches!(text(own.end), "." | ":")
        && are_names(analysed, &(from..own.start))
}
