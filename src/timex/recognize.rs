//! Finds expressions of time and what they say.

use super::TimexType;
use super::expression::{Bound, Expression, Role, Tense};
use super::grammar::{Compiled, Grammar};
use super::making::meaning;
use super::matcher::{Found, Input, Matcher};
use super::meaning::{Anchor, Calendar, Count, Direction, Meaning, Unit};
use super::slot::Slot;
use super::{byline, chronology, figures, length, live, period};
use crate::language::{AnalysedText, TokenKind};
use crate::span::Span;

/// Expressions of time of a text, in order, disjoint; boilerplate is read too, since it may date the report.
#[must_use]
pub fn recognize(analysed: &AnalysedText<'_>, grammar: &Grammar) -> Vec<Expression> {
    let mut found: Vec<Expression> = Vec::new();
    let tokens = analysed.tokens();
    let (mut month_first, mut lengths): (Vec<usize>, Vec<usize>) = Default::default();
    let (mut at, mut sentence) = (0, 0);
    let (mut paragraph, mut quotes) = (usize::MAX, Quotes::default());
    let (mut limit, mut ended) = (0, None);
    let mut matcher = Matcher::default();
    while let Some(token) = tokens.get(at) {
        // Most words begin nothing, wherever they stand.
        if token.kind == TokenKind::Word && !grammar.dispatch.may_begin_with(token.word) {
            at += 1;
            continue;
        }
        while analysed.sentences.get(sentence).is_some_and(|known| known.tokens.end <= at) {
            sentence += 1;
        }
        let Some(here) = analysed.sentences.get(sentence) else { break };
        if here.paragraph != paragraph {
            paragraph = here.paragraph;
            quotes = Quotes::default();
            let after = analysed.sentences.get(sentence..).unwrap_or_default();
            limit =
                after.iter().take_while(|next| next.paragraph == paragraph).last().map_or(at, |last| last.tokens.end);
        }
        if token.kind == TokenKind::Mark {
            quotes.pass(token.span.of(analysed.text));
        }
        let follows = ended == Some(at);
        let input = Input { grammar, text: analysed.text, follows, tokens: tokens.get(..limit).unwrap_or_default() };
        let begins = grammar.dispatch.may_begin(input.tokens, at);
        match begins.then(|| best_rule(&mut matcher, input, at)).flatten() {
            Some((rule, place)) => {
                if let Some(meaning) = meaning(rule, &place.slots) {
                    let ahead = rule.has(Slot::Ahead);
                    let mark = Place { at: &place, sentence, quoted: quotes.open(), ahead };
                    push(&mut found, analysed, grammar, meaning, &mark);
                    if rule.has(Slot::MonthFirst) {
                        month_first.push(found.len() - 1);
                    }
                    if rule.has(Slot::ElseLength) {
                        lengths.push(found.len() - 1);
                    }
                }
                at = place.end.max(at + 1);
                ended = Some(at);
            }
            None => at += 1,
        }
    }
    figures::order(analysed, &mut found, &month_first);
    length::keep(analysed, &mut found, &lengths);
    chronology::read(analysed, &mut found);
    live::read(analysed.text, &mut found);
    found
}

/// Where quoted speech is open.
#[derive(Default)]
struct Quotes {
    depth: i32,
    straight: bool,
}

impl Quotes {
    fn pass(&mut self, mark: &str) {
        match mark {
            "«" | "“" | "„" => self.depth = 1,
            "»" | "”" => self.depth = 0,
            "\"" => self.straight = !self.straight,
            _ => {}
        }
    }

    fn open(&self) -> bool {
        self.depth > 0 || self.straight
    }
}

/// The rule that reaches farthest from token `at`; of two that reach as far, the earlier one.
fn best_rule<'a>(matcher: &mut Matcher, input: Input<'a>, at: usize) -> Option<(&'a Compiled, Found)> {
    let mut best: Option<(&'a Compiled, Found)> = None;
    for number in input.grammar.dispatch.rules_at(input.tokens, input.text, at) {
        let Some(rule) = input.grammar.rules.get(number) else { continue };
        if !input.follows && rule.continues {
            continue;
        }
        let beyond = best.as_ref().map_or(at, |(_, kept)| kept.reach);
        if let Some(found) = matcher.longest(input, &rule.program, at, beyond) {
            best = Some((rule, found));
        }
    }
    let (rule, found) = best?;
    // A match that only takes its context from here gives way to a longer one that begins where it begins itself.
    let inner = (found.start > at).then(|| best_rule(matcher, input, found.start)).flatten();
    inner.filter(|(_, longer)| longer.reach > found.reach && longer.start == found.start).or(Some((rule, found)))
}

struct Place<'a> {
    at: &'a Found,
    sentence: usize,
    quoted: bool,
    /// Whether it counts days ahead, and is a length where the clause is past or tells what may be: *in a week*.
    ahead: bool,
}

/// Adds the expression with what its surroundings tell.
fn push(
    found: &mut Vec<Expression>,
    analysed: &AnalysedText<'_>,
    grammar: &Grammar,
    (mut kind, mut meaning, approximate): (TimexType, Meaning, bool),
    place: &Place<'_>,
) {
    let own = place.at.start..place.at.end;
    let tokens = analysed.tokens();
    let (Some(first), Some(last)) = (tokens.get(own.start), own.end.checked_sub(1).and_then(|last| tokens.get(last)))
    else {
        return;
    };
    let span = first.span.hull(last.span);
    let Some(sentence) = analysed.sentences.get(analysed.sentence_at(span.start())) else { return };
    let within = sentence.tokens.clone();
    let cues = &grammar.cues;
    // *Before dawn on Wednesday* is still on Wednesday.
    let bound = cues
        .bound(analysed, own.start, within.start)
        .filter(|bound| meaning.time().is_none() || !matches!(bound, Bound::Before | Bound::After));
    let mut tense = cues.tense(analysed, &own, &within);
    if matches!(bound, Some(Bound::Until)) && tense != Tense::Past {
        tense = Tense::Future;
    }
    if place.ahead
        && let Meaning::Shift { unit, offset, .. } = meaning
        && (tense == Tense::Past
            || cues.is_possible(analysed, &own, &within)
            // *Three towns fall in a day* takes a day; the day after would be called tomorrow.
            || tense != Tense::Future && unit == Unit::Day && offset == Count::Exactly(1))
    {
        (kind, meaning) = (TimexType::Duration, Meaning::Duration { count: offset, unit, side: 0 });
    }
    let role = if place.quoted { Role::Quoted } else { cues.role(analysed, &own, &within) };
    let restates = found.last().is_some_and(|before| restates(analysed, before, &meaning, span));
    let mut expression = Expression {
        span,
        kind,
        meaning,
        tense,
        role,
        bound,
        sentence: place.sentence,
        paragraph: sentence.paragraph,
        restates,
        approximate: approximate || cues.is_about(analysed, own.start),
        lead: found.iter().all(|before| before.role == Role::Stated) && sentence.paragraph < 8 || place.sentence < 2,
        heads_entry: false,
        opens_entry: false,
        opens: own.start <= within.start + 1,
    };
    if byline::dates_the_report(analysed, grammar, &expression, &own) {
        expression.role = Role::Stated;
    }
    if period::is_of_report(&expression, within.len()) {
        expression.role = Role::Period;
    }
    if byline::is_own_weekday(analysed, grammar, &expression, &own)
        && let Meaning::Calendar(day) = &mut expression.meaning
    {
        day.direction = Some(Direction::This);
    }
    found.push(expression);
}

/// Whether the expression only names again, in brackets or after a comma, the day of the one before it.
fn restates(analysed: &AnalysedText<'_>, before: &Expression, meaning: &Meaning, span: Span) -> bool {
    if before.span.end() > span.start() || before.meaning.calendar().is_some_and(|calendar| calendar.day.is_some()) {
        return false;
    }
    let between = Span::new(before.span.end(), span.start()).of(analysed.text).trim();
    let day = meaning.calendar().is_some_and(|calendar| calendar.weekday.is_some() || calendar.is_full_day());
    // "three days after Sunday's attack" counts from the day named.
    let relative =
        matches!(before.meaning, Meaning::Shift { unit: Unit::Day, anchor, .. } if anchor != Anchor::Following);
    let weekday = before.meaning.calendar().is_some_and(Calendar::is_bare_weekday);
    day && (between == "(" && (relative || weekday) || matches!(between, "," | "") && relative)
}
