//! Numbers that count nobody: measures, ages, articles, things, those who tell of it.

use super::Figure;
use super::number::number;
use crate::event::clause::SentenceView;
use crate::event::people::names_person;
use crate::event::rules::{FigureWord, TollRole, VerbUse, words};
use crate::event::speech::is_said;
use crate::language::LetterCase;

/// Whether a number counts nobody; `before` is the figure before it.
pub(super) fn counts_nobody(view: &SentenceView<'_>, figure: &Figure, before: Option<&Figure>) -> bool {
    is_measure(view, figure.tokens.end)
        || is_money(view, figure.tokens.start)
        || is_age(view, figure)
        || is_article(view, figure)
        || is_negated(view, figure)
        || is_base(view, figure, before)
        || is_source(view, figure)
}

/// *aged 7 and 9*, *a boy of 13*: where the ages end that begin at a token.
pub(super) fn end_of_age(view: &SentenceView<'_>, at: usize) -> Option<usize> {
    let (length, FigureWord::Age) = view.rules.figures.at(view.tokens, at)? else { return None };
    let mut end = number(view, at + length)?.end;
    while view.is(end, words::AND) || view.folded(end) == "," || view.is_figure_word(end, FigureWord::To) {
        let Some(next) = number(view, end + 1) else { break };
        end = next.end;
    }
    Some(end)
}

/// Years that nobody lives longer than.
const OLDEST: u32 = 110;

/// *Ahmed, 19, was killed*, *the driver, 33,*: a number in digits between marks, right after who is that old; *a 50-year-old*.
fn is_age(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let (start, end) = (figure.tokens.start, figure.tokens.end);
    let Some(comma) = start.checked_sub(1).filter(|&at| at > 0 && matches!(view.folded(at), "," | "(")) else {
        return false;
    };
    let closes = if view.folded(comma) == "(" { view.folded(end) == ")" } else { view.folded(end) == "," };
    let name = view.tokens.get(comma - 1).is_some_and(|token| token.case == LetterCase::Capital)
        && !view.is(comma - 1, words::TIMEX | words::TOPONYM);
    let who =
        name || view.is(comma - 1, words::CIVILIAN | words::FIGHTER | words::DELEGATE) || names_person(view, comma - 1);
    closes && who && view.is_number(start) && figure.tokens.len() == 1 && figure.low < OLDEST
}

/// *12 soldiers, an army officer said*, *a dit un policier*: those who tell of it.
fn is_source(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let (start, end) = (figure.tokens.start, figure.tokens.end);
    let opens = start == 0 || view.is_mark(start - 1);
    let limit = view.tokens.len().min(end + SOURCE);
    let stops = |at: usize| view.is_mark(at) || is_said(view, at) || view.is(at, words::RELATIVE | words::THAT);
    let stop = (end..limit).find(|&at| stops(at)).unwrap_or(limit);
    let says = stop > end && is_said(view, stop) && !view.is(stop + 1, words::INFINITIVE | words::BY);
    let acts = (end..stop).any(|at| view.is(at, words::AUXILIARY | words::BY));
    opens && says && !acts || figure.low == 1 && is_inverted_source(view, figure)
}

/// Tokens in which those who tell of it are named before their verb.
const SOURCE: usize = 8;

/// *, a dit mardi un policier*: named after their verb, with which the clause ends.
fn is_inverted_source(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let mut verb = figure.tokens.start;
    while verb > 0 && view.is(verb - 1, words::TIMEX) {
        verb -= 1;
    }
    let says = verb > 0 && view.is(verb - 1, words::SPEECH);
    let mut opens = verb.saturating_sub(1);
    while opens > 0 && view.is(opens - 1, words::HAVE | words::BE | words::PRONOUN) {
        opens -= 1;
    }
    let limit = view.tokens.len().min(figure.tokens.end + SOURCE);
    let acts = (figure.tokens.end..limit).take_while(|&at| !view.is_mark(at)).any(|at| {
        view.is(at, words::HAVE | words::BE) || view.is_verb(at) && !view.is(at, words::CIVILIAN | words::FIGHTER)
    });
    says && opens > 0 && view.is_mark(opens - 1) && !acts
}

/// *not one*
fn is_negated(view: &SentenceView<'_>, figure: &Figure) -> bool {
    figure.low == 1 && figure.tokens.start.checked_sub(1).is_some_and(|before| view.is(before, words::NEGATION))
}

/// *un*, *a*: a count of one only before a noun for a person, or one of a toll that something caused: *a fait un mort*.
fn is_article(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let one = figure.low == 1 && figure.high == Some(1) && !view.is_number(figure.tokens.start);
    let (start, end) = (figure.tokens.start, figure.tokens.end);
    let belongs = belongs_to_another(view, start);
    one && (belongs || !names_one(view, end) && !is_victim(view, figure))
        && !(counts_victim(view, end) && follows_cause(view, start))
        && !is_counted(view, figure)
}

/// *killed a tanner*, *un tanneur a été enlevé*: only people are so dealt with, whatever they are called.
fn is_victim(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let (start, end) = (figure.tokens.start, figure.tokens.end);
    let befalls = |at: usize| befalls_object(view, at);
    let nobody = words::THING | words::SITE | words::VEHICLE | words::PLACE_NOUN | words::ADJECTIVE | words::TIMEX;
    let lower = view.tokens.get(end).is_some_and(|token| token.case == LetterCase::Lower);
    let noun = lower && !view.is(end, nobody | words::TOPONYM | words::PLURAL) && !view.is(end + 1, words::OF);
    // "a lance naik died"
    let unknown = |at: usize| {
        view.classes_at(at) == 0
            && !view.is_verb(at)
            && view.tokens.get(at).is_some_and(|token| token.case == LetterCase::Lower)
    };
    let next = if unknown(end + 1) { end + 2 } else { end + 1 };
    let died = view.verbs_at(next).any(|reading| matches!(reading.usage(), VerbUse::Toll(_, TollRole::Subject)));
    let passive = view.is(next, words::HAVE | words::BE)
        && (next + 1..next + 3).any(befalls)
        && (next..next + 2).any(|at| view.is(at, words::BE));
    // "shot dead a prosecutor"
    let done = (1..=LONGEST).filter_map(|back| start.checked_sub(back)).any(|at| befalls_until(view, at, start));
    noun && (passive || died || done)
}

/// Tokens of a noun phrase that are looked through for a person.
const NOUN: usize = 4;

/// *a 25-year-old man*, *an army officer*; not *an army camp*, *un camp de déplacés*, *a family of five*.
fn names_one(view: &SentenceView<'_>, end: usize) -> bool {
    let aged = view.is_number(end) && is_measure(view, end + 1);
    let from = if aged { end + AGE } else { end };
    let mut noun = (from..(from + NOUN).min(view.tokens.len())).take_while(|&at| !view.is(at, words::OF));
    let person =
        |&at: &usize| view.is(at, words::CIVILIAN | words::FIGHTER | words::DELEGATE) || names_person(view, at);
    let Some(person) = noun.find(person) else { return false };
    let of_thing = view.is(person + 1, words::SITE | words::THING | words::VEHICLE | words::PLACE_NOUN);
    let of_many = !view.is_figure_word(person, FigureWord::Age)
        && view.is(person + 1, words::OF)
        && number(view, person + 2).is_some_and(|number| !is_measure(view, number.end));
    !of_thing && !of_many
}

/// Tokens of *50-year-old*.
const AGE: usize = 5;

/// *n'en reconnaît qu'un*, *killing one*: a number that ends its clause after a verb of counting or of what befell it.
fn is_counted(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let (start, end) = (figure.tokens.start, figure.tokens.end);
    let ends = end >= view.tokens.len() || view.is_mark(end) && view.folded(end) != "'";
    let counting = |at: usize| view.verbs_at(at).any(|reading| reading.usage() == VerbUse::Counting);
    let befell = start.checked_sub(1).is_some_and(|at| befalls_object(view, at));
    ends && ((start.saturating_sub(3)..start).any(counting) || befell)
}

/// Whether a verb says what befell its object: *killed*, *abducted*.
fn befalls_object(view: &SentenceView<'_>, at: usize) -> bool {
    view.verbs_at(at).any(|reading| matches!(reading.usage(), VerbUse::Toll(_, TollRole::Object)))
}

/// Tokens of a verb of what befell somebody.
const LONGEST: usize = 3;

/// The same of a verb of several words, up to its object.
fn befalls_until(view: &SentenceView<'_>, at: usize, end: usize) -> bool {
    let befalls = |usage: VerbUse| matches!(usage, VerbUse::Toll(_, TollRole::Object));
    view.verbs_at(at).any(|reading| reading.end == end && befalls(reading.usage()))
}

/// *of an aid group*, *d'une même famille*: whose the people are, unless it is their death: *the killing of a man*.
fn belongs_to_another(view: &SentenceView<'_>, start: usize) -> bool {
    let of = start.checked_sub(1).is_some_and(|before| {
        view.is(before, words::OF | words::BY | words::WITH)
            || view.folded(before) == "'" && before > 0 && view.is(before - 1, words::OF)
    });
    let toll = (1..=4).filter_map(|back| Some((start.checked_sub(back)?, back)));
    let counts = toll.into_iter().any(|(at, back)| {
        let phrase = view.rules.tolls.at(view.tokens, at);
        matches!(phrase, Some((length, (_, TollRole::NounOf))) if length == back)
    });
    of && !counts
}

/// *cinq de ses douze passagers*: those it is a part of.
fn is_base(view: &SentenceView<'_>, figure: &Figure, before: Option<&Figure>) -> bool {
    let Some(before) = before else { return false };
    let between = before.tokens.end..figure.tokens.start;
    (1..=3).contains(&between.len())
        && view.is(between.start, words::OF)
        && between.clone().all(|at| view.is(at, words::OF | words::DETERMINER) || view.folded(at) == "'")
}

/// Whether a noun or verb of a toll follows a figure, with *other* or *more* between at most.
fn counts_victim(view: &SentenceView<'_>, end: usize) -> bool {
    let at = if view.is(end, words::OTHER) { end + 1 } else { end };
    view.rules.tolls.at(view.tokens, at).is_some()
}

/// Whether a verb, a mark or a word that joins stands right before: no sentence begins so that tells of somebody wounded.
fn follows_cause(view: &SentenceView<'_>, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| {
        view.is_mark(before) || view.is(before, words::AND | words::TIMEX) || view.is_verb(before)
    })
}

/// *$1 million*
fn is_money(view: &SentenceView<'_>, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| matches!(view.folded(before), "$" | "€" | "£"))
}

/// Whether the word after a number makes it a measure or a count of things: *20 km*, *90 %*, *eight drones*.
fn is_measure(view: &SentenceView<'_>, at: usize) -> bool {
    view.folded(at) == "%"
        || view.is_figure_word(at, FigureWord::Unit)
        || view.folded(at) == "-" && view.is_figure_word(at + 1, FigureWord::Unit)
        || view.is(at, words::THING)
            && !view.is(at, words::CIVILIAN | words::FIGHTER)
            && !view.is(at + 1, words::CIVILIAN | words::FIGHTER)
        || view.is(at, words::AND) && joins_measure(view, at + 1)
}

/// *de sept et neuf ans*: whether a token begins a number that is a measure.
fn joins_measure(view: &SentenceView<'_>, at: usize) -> bool {
    let measured = || number(view, at).is_some_and(|next| view.is_figure_word(next.end, FigureWord::Unit));
    view.is_figure(at) && (view.is(at, words::TIMEX) || measured())
}
