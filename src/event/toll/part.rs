//! Figures that count some of those counted before: *three of them children*.

use super::Toll;
use super::people::whom_from;
use crate::event::claim::ClaimKind;
use crate::event::clause::SentenceView;
use crate::event::figure::Figure;
use crate::event::rules::{FigureWord, words};
use crate::event::toll_word::TollWord;

/// Tokens between a part and the noun for what befell it.
const NAMED: usize = 4;

/// *Twenty-one of them were killed*
pub(super) fn with_verb(view: &SentenceView<'_>, part: &Figure, words: &[TollWord]) -> Option<Toll> {
    let end = part.tokens.end;
    let follows = |word: &&TollWord| word.at >= end && word.counts_before;
    // "led away 187 of them"
    let precedes = |word: &&TollWord| (word.end..=word.end + 1).contains(&part.tokens.start) && !word.counts_before;
    // "53 of them badly wounded"
    let named =
        |word: &&TollWord| word.noun && follows(word) && word.at - end <= NAMED && view.crossing(end, word.at) == 0;
    let verb = || words.iter().filter(|word| !word.noun).find(|word| follows(word) || precedes(word));
    let word = words.iter().find(named).or_else(verb)?;
    let reaches = word.end <= part.tokens.start || word.at - end <= 8 && view.crossing(end, word.at) <= 1;
    let figure = Figure { part: word.what == ClaimKind::Wounded, ..part.clone() };
    reaches.then_some(Toll { whom: None, what: word.what, word: word.at, figure })
}

/// Tokens before a figure that opens its sentence.
const OPENS: usize = 2;

/// *12 dead, three of them children*: of what the figure before it counts. *Three of them were children*, right after a toll:
/// of what that one counted.
pub(super) fn of_whole(
    view: &SentenceView<'_>,
    part: Figure,
    tolls: &[Toll],
    counted: Option<ClaimKind>,
) -> Option<Toll> {
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
