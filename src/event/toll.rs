//! Tolls: which figures of a sentence count the dead, the wounded, the taken, the fled.

use super::claim::ClaimKind;
use super::clause::SentenceView;
use super::figure::Figure;
use super::rules::words;
use super::rules::{FigureWord, TollRole, VerbUse};
use super::toll_word::TollWord;
use crate::language::LetterCase;
use std::ops::Range;

/// A figure and what it counts.
#[derive(Clone, Debug)]
pub(crate) struct Toll {
    pub(crate) figure: Figure,
    pub(crate) what: ClaimKind,
    /// The words that say what was counted, or whose losses they are.
    pub(crate) whom: Option<Range<usize>>,
    /// The word that makes it a toll.
    pub(crate) word: usize,
}

/// The tolls of a sentence; `counted` is what the figures before it counted. None of the dead where it speaks of a total over
/// months.
pub(crate) fn find(view: &SentenceView<'_>, counted: Option<ClaimKind>) -> Vec<Toll> {
    let words = TollWord::find(view);
    if words.is_empty() && counted.is_none() {
        return Vec::new();
    }
    let total = is_total(view);
    let (parts, figures): (Vec<Figure>, Vec<Figure>) = Figure::find(view).into_iter().partition(|figure| figure.part);
    let mut tolls: Vec<Toll> = Vec::new();
    let mut last: Option<TollWord> = None;
    for (index, figure) in figures.iter().enumerate() {
        last = word_of(view, &figures, index, &words, last);
        let Some(word) = last else {
            let before = tolls.last().map(|toll| toll.what).or(counted);
            if let Some(what) = before.filter(|_| is_bare_count(view, figure, !tolls.is_empty())) {
                tolls.push(Toll { figure: figure.clone(), what, whom: None, word: figure.tokens.start });
            }
            continue;
        };
        let what = either(view, word, &words);
        // The dead of a whole year are no one event's; those who fled in it are counted on.
        if total && what != ClaimKind::Displaced {
            continue;
        }
        tolls.push(Toll { figure: figure.clone(), what, whom: whom(view, figure, word), word: word.at });
    }
    for part in parts {
        let counted_itself = if total { None } else { part_with_verb(view, &part, &words) };
        tolls.extend(counted_itself.or_else(|| part_of(view, part, &tolls, counted)));
    }
    tolls.sort_by_key(|toll| toll.figure.tokens.start);
    tolls
}

/// *Twenty-one of them were killed*
fn part_with_verb(view: &SentenceView<'_>, part: &Figure, words: &[TollWord]) -> Option<Toll> {
    let end = part.tokens.end;
    let word = words.iter().find(|word| word.at >= end && !word.noun && word.counts_before)?;
    let reaches = word.at - end <= 8 && view.crossing(end, word.at) <= 1;
    let figure = Figure { part: word.what == ClaimKind::Wounded, ..part.clone() };
    reaches.then_some(Toll { whom: None, what: word.what, word: word.at, figure })
}

/// *12 dead, three of them children*: of what the figure before it counts. *Three of them were children*, right after a toll:
/// of what that one counted.
fn part_of(view: &SentenceView<'_>, part: Figure, tolls: &[Toll], counted: Option<ClaimKind>) -> Option<Toll> {
    let start = part.tokens.start;
    let whole = tolls.iter().rev().find(|toll| toll.figure.tokens.end <= start);
    let what = whole.map(|toll| toll.what).or(counted.filter(|_| start <= OPENS))?;
    let end = part.tokens.end;
    let from = match view.rules.figures.at(view.tokens, end) {
        Some((length, FigureWord::Part)) => end + length,
        _ => end,
    };
    let said = view.is(from, words::HAVE | words::BE);
    let whom = whom_from(view, if said { from + 1 } else { from }, view.tokens.len());
    let word = whole.map_or(start, |toll| toll.word);
    Some(Toll { figure: part, what, whom, word })
}

/// Tokens before a figure that opens its sentence.
const OPENS: usize = 2;

/// The word that makes a figure a toll, of those around it; `last` is the one of the figure before.
fn word_of(
    view: &SentenceView<'_>,
    figures: &[Figure],
    index: usize,
    words: &[TollWord],
    last: Option<TollWord>,
) -> Option<TollWord> {
    let figure = figures.get(index)?;
    let next = figures.get(index + 1).map_or(view.tokens.len(), |figure| figure.tokens.start);
    let previous = index.checked_sub(1).and_then(|index| figures.get(index)).map_or(0, |figure| figure.tokens.end);
    let chain = chain_end(view, figures, index, words);
    let object = before(view, figure, previous, words);
    let candidates = [
        after_directly(view, figure, next, words),
        object.filter(|word| !view.any(word.end..figure.tokens.start, words::AND)),
        after(view, figure, chain, words),
        object,
        last.filter(|word| word.end <= previous && is_listed(view, figure, previous, next)),
        counted_by(view, figure, previous, words),
    ];
    let fits = |word: &TollWord| !word.role.is_of_people() || counts_people(view, figure, next, word.at);
    candidates.into_iter().flatten().find(fits)
}

/// *tuant dix soldats et quatre policiers*: people joined with those counted before.
fn is_listed(view: &SentenceView<'_>, figure: &Figure, previous: usize, next: usize) -> bool {
    let (start, end) = (figure.tokens.start, figure.tokens.end);
    let joined = start.checked_sub(1).is_some_and(|at| view.is(at, words::AND) || view.folded(at) == ",");
    joined
        && view.crossing(previous, start) <= 1
        && view.any(end..(end + 3).min(next), words::CIVILIAN | words::FIGHTER | words::PRISONER)
}

fn is_total(view: &SentenceView<'_>) -> bool {
    (0..view.tokens.len()).any(|at| matches!(view.rules.figures.at(view.tokens, at), Some((_, FigureWord::Total))))
}

/// *15 à 20 morts*, *90 blessés*.
fn after_directly(view: &SentenceView<'_>, figure: &Figure, next: usize, words: &[TollWord]) -> Option<TollWord> {
    let end = figure.tokens.end;
    let near =
        |word: &&TollWord| word.at >= end && word.at < next && word.at - end <= 4 && view.crossing(end, word.at) == 0;
    words.iter().find(|word| near(word) && word.counts_before && (word.noun || word.at - end <= 1)).copied()
}

/// *ont tué 20*, *la mort de 55*.
fn before(view: &SentenceView<'_>, figure: &Figure, previous: usize, words: &[TollWord]) -> Option<TollWord> {
    let start = figure.tokens.start;
    let near = |word: &&TollWord| {
        word.at >= previous
            && word.role != TollRole::Count
            && word.end <= start
            && distance(view, word.end, start) <= 4
            && view.crossing(word.at, start) <= 1
    };
    words.iter().rev().find(|word| near(word) && !word.counts_before).copied()
}

/// Tokens between two, less those that tell when.
fn distance(view: &SentenceView<'_>, one: usize, other: usize) -> usize {
    (one..other).filter(|&at| !view.is(at, words::TIMEX)).count()
}

/// Where the figures end that are joined with one: *un prêtre et deux religieuses ont été tués*.
fn chain_end(view: &SentenceView<'_>, figures: &[Figure], index: usize, words: &[TollWord]) -> usize {
    let mut pairs = figures.windows(2).skip(index);
    let apart = pairs.find_map(|pair| {
        let [one, other] = pair else { return None };
        let (end, start) = (one.tokens.end, other.tokens.start);
        let joined = start.checked_sub(1).is_some_and(|at| view.is(at, words::AND) || view.folded(at) == ",");
        let counted = words.iter().any(|word| word.at >= end && word.at < start);
        (!joined || counted || view.crossing(end, start) > 1).then_some(start)
    });
    apart.unwrap_or(view.tokens.len())
}

/// *21 members of the security forces were killed*.
fn after(view: &SentenceView<'_>, figure: &Figure, next: usize, words: &[TollWord]) -> Option<TollWord> {
    let end = figure.tokens.end;
    let word = words.iter().find(|word| word.at >= end && word.at < next && !word.noun)?;
    let reaches = word.at - end <= 24 && view.crossing(end, word.at) <= 4;
    (reaches && word.counts_before).then_some(*word)
}

/// *the death toll rose to 35*, *le nombre de morts est monté à 37*
fn counted_by(view: &SentenceView<'_>, figure: &Figure, previous: usize, words: &[TollWord]) -> Option<TollWord> {
    let start = figure.tokens.start;
    let linked = start.checked_sub(1).is_some_and(|before| {
        view.is(before, words::AT | words::TOWARDS | words::OF | words::BE) || view.is_verb(before)
    });
    let counts = |word: &&TollWord| {
        word.role == TollRole::Count && word.at >= previous && word.end <= start && view.crossing(word.at, start) <= 3
    };
    words.iter().rev().find(counts).copied().filter(|_| linked && ends_count(view, figure))
}

/// Whether nothing follows a figure that it could count.
fn ends_count(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let end = figure.tokens.end;
    let mark = view.is_mark(end) && !matches!(view.folded(end), "-" | "'");
    let side = matches!(view.rules.figures.at(view.tokens, end), Some((_, FigureWord::Side)));
    let source = view.rules.according.at(view.tokens, end).is_some();
    let victims = matches!(view.rules.figures.at(view.tokens, end), Some((_, FigureWord::Victims)));
    end >= view.tokens.len()
        || mark
        || side
        || source
        || victims
        || view.is(end, words::TIMEX | words::AND | words::SUBORDINATOR)
}

/// *tué ou blessé*: one figure for both.
fn either(view: &SentenceView<'_>, word: TollWord, words: &[TollWord]) -> ClaimKind {
    let joined = words.iter().any(|other| {
        let (first, last) = if other.at < word.at { (other, &word) } else { (&word, other) };
        other.at != word.at
            && other.what != word.what
            && matches!(other.what, ClaimKind::Killed | ClaimKind::Wounded)
            && last.at - first.end.min(last.at) <= 2
            && view.any(first.end..last.at, words::OR)
    });
    if joined && matches!(word.what, ClaimKind::Killed | ClaimKind::Wounded) {
        ClaimKind::KilledOrWounded
    } else {
        word.what
    }
}

/// *en recense vingt-quatre*, *a local official spoke of five*: a figure with no noun, of what was counted before.
fn is_bare_count(view: &SentenceView<'_>, figure: &Figure, counted_here: bool) -> bool {
    let (start, end) = (figure.tokens.start, figure.tokens.end);
    let counting = (start.saturating_sub(5)..start).any(|at| {
        view.crossing(at, start) <= 1 && view.verbs_at(at).any(|reading| reading.usage() == VerbUse::Counting)
    });
    // "the M23 says eight"
    let said = (start.saturating_sub(2)..start).any(|at| view.is(at, words::SPEECH));
    let people = view.any(end..(end + 3).min(view.tokens.len()), words::CIVILIAN | words::FIGHTER);
    let several = figure.low > 1 || view.is_number(start);
    (ends_count(view, figure) && (counting || counted_here || said)) || (counting && people && several)
}

fn counts_people(view: &SentenceView<'_>, figure: &Figure, next: usize, word: usize) -> bool {
    let end = figure.tokens.end;
    let unsaid = word >= end
        && word - end <= 3
        && view.any(end..word, words::HAVE | words::BE)
        && (end..word).all(|at| {
            view.is(at, words::HAVE | words::BE | words::ADVERB | words::NEGATION | words::REFLEXIVE | words::TIMEX)
        });
    let capital = names_nation(view, end);
    unsaid
        || word == end
        || capital
        || view.any(end..(end + 6).min(next), words::CIVILIAN | words::FIGHTER | words::PRISONER)
        || (figure.low > 1 && names_group(view, end, next))
}

/// *three of the escapees*, *deux collaborateurs présumés*: a noun in the plural that the pack does not know, and so no thing.
fn names_group(view: &SentenceView<'_>, mut at: usize, next: usize) -> bool {
    while at < next && view.is(at, words::OF | words::DETERMINER | words::ADJECTIVE) {
        at += 1;
    }
    let lower = view.tokens.get(at).is_some_and(|token| token.case == LetterCase::Lower);
    let word = view.folded(at);
    let known = view.classes_at(at) != 0
        || view.rules.methods.at(view.tokens, at).is_some()
        || view.rules.nouns.at(view.tokens, at).is_some()
        || matches!(view.rules.figures.at(view.tokens, at), Some((_, FigureWord::Unit)));
    at < next && lower && !known && word.len() > 4 && word.ends_with(['s', 'x'])
}

/// *12 Afghans*; not *five Indian jets*.
fn names_nation(view: &SentenceView<'_>, at: usize) -> bool {
    let case = |at: usize| view.tokens.get(at).map(|token| token.case);
    let known =
        words::HAVE | words::BE | words::AND | words::AT | words::BY | words::TIMEX | words::RELATIVE | words::OF;
    let followed = case(at + 1) == Some(LetterCase::Lower) && !view.is(at + 1, known) && !view.is_verb(at + 1);
    case(at) == Some(LetterCase::Capital) && !followed
}

/// The noun phrase after the figure, up to the toll word or a break.
fn whom(view: &SentenceView<'_>, figure: &Figure, word: TollWord) -> Option<Range<usize>> {
    let start = if word.at >= figure.tokens.end && word.noun { word.end } else { figure.tokens.end };
    whom_from(view, start, word.at)
}

/// The noun phrase at a token, up to `stop` or a break.
fn whom_from(view: &SentenceView<'_>, start: usize, stop: usize) -> Option<Range<usize>> {
    let stops = |at: usize| {
        view.is_mark(at) && view.folded(at) != "'" && view.folded(at) != "-"
            || view.is(
                at,
                words::HAVE
                    | words::BE
                    | words::AND
                    | words::RELATIVE
                    | words::TIMEX
                    | words::AT
                    | words::BY
                    | words::MODAL
                    | words::CONDITIONAL
                    | words::FUTURE,
            )
            || view.rules.according.at(view.tokens, at).is_some()
            || at == stop
    };
    let mut start = start;
    while view.is(start, words::OF | words::DETERMINER) || view.folded(start) == "'" {
        start += 1;
    }
    let end =
        (start..view.tokens.len().min(start + 8)).find(|&at| stops(at)).unwrap_or(view.tokens.len().min(start + 8));
    (start < end).then_some(start..end)
}
