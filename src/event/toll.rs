//! Tolls: which figures of a sentence count the dead, the wounded, the taken, the fled.

mod beside;
mod part;
mod people;

use super::claim::ClaimKind;
use super::clause::SentenceView;
use super::figure::Figure;
use super::rules::{FigureWord, VerbUse, words};
use super::toll_word::TollWord;
use beside::{Beside, ends_count};
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
    let total = (0..view.tokens.len()).any(|at| view.is_figure_word(at, FigureWord::Total));
    let (parts, figures): (Vec<Figure>, Vec<Figure>) = Figure::find(view).into_iter().partition(|figure| figure.part);
    let mut tolls = of_wholes(view, &figures, &words, counted, total);
    for part in parts {
        let counted_itself = if total { None } else { part::with_verb(view, &part, &words) };
        tolls.extend(counted_itself.or_else(|| part::of_whole(view, part, &tolls, counted)));
    }
    tolls.sort_by_key(|toll| toll.figure.tokens.start);
    tolls
}

/// The tolls of figures that count no part of those before; `total` is whether they are of months.
fn of_wholes(
    view: &SentenceView<'_>,
    figures: &[Figure],
    words: &[TollWord],
    counted: Option<ClaimKind>,
    total: bool,
) -> Vec<Toll> {
    let mut tolls: Vec<Toll> = Vec::new();
    let mut last: Option<TollWord> = None;
    for (index, figure) in figures.iter().enumerate() {
        last = Beside::new(view, figures, index, words).and_then(|beside| beside.word(last));
        let Some(word) = last else {
            let before = tolls.last().map(|toll| toll.what).or(counted);
            if let Some(what) = before.filter(|_| is_bare_count(view, figure, !tolls.is_empty())) {
                tolls.push(Toll { figure: figure.clone(), what, whom: None, word: figure.tokens.start });
            }
            continue;
        };
        let what = either(view, word, words);
        // The dead of a whole year are no one event's; those who fled in it are counted on.
        if !total || what == ClaimKind::Displaced {
            let whom = people::whom(view, figure, word);
            tolls.push(Toll { figure: figure.clone(), what, whom, word: word.at });
        }
    }
    tolls
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
