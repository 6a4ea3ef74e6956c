//! Tolls: which figures of a sentence count the dead, the wounded, the taken, the fled.

mod befallen;
mod beside;
mod lone;
mod part;
mod people;
mod unsaid;

use super::claim::ClaimKind;
use super::clause::SentenceView;
use super::figure::Figure;
use super::rules::{FigureWord, words};
use super::toll_word::TollWord;
pub(crate) use befallen::{befalls, of_hits};
use beside::Beside;
use std::ops::Range;
pub(crate) use unsaid::Unsaid;

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

/// The tolls of a sentence. None of the dead where it speaks of a total over months.
pub(crate) fn find(view: &SentenceView<'_>, unsaid: Unsaid) -> Vec<Toll> {
    let words = TollWord::find(view);
    if words.is_empty() && unsaid.counted.is_none() && unsaid.cost.is_none() {
        return Vec::new();
    }
    let total = (0..view.tokens.len()).any(|at| view.is_figure_word(at, FigureWord::Total));
    let all = Figure::find(view);
    let of_told: Vec<Toll> = all.iter().filter_map(|figure| unsaid.of_told(view, figure)).collect();
    let others = all.into_iter().filter(|figure| !of_told.iter().any(|toll| toll.figure.tokens == figure.tokens));
    let (parts, figures): (Vec<Figure>, Vec<Figure>) = others.partition(|figure| figure.part);
    let with_verb = |part: &Figure| if total { None } else { part::with_verb(view, part, &words) };
    let of_parts: Vec<Toll> = parts.iter().filter_map(with_verb).collect();
    let mut tolls = of_wholes(view, &figures, &words, (&of_parts, unsaid), total);
    let itself = |part: &Figure| of_parts.iter().any(|toll| toll.figure.tokens == part.tokens);
    for part in parts.into_iter().filter(|part| !itself(part)) {
        tolls.extend(part::of_whole(view, part, &tolls, unsaid.counted));
    }
    tolls.extend(of_parts);
    tolls.extend(of_told);
    tolls.extend(lone::find(view, &words, &tolls));
    tolls.sort_by_key(|toll| toll.figure.tokens.start);
    tolls
}

/// The tolls of figures that count no part of those before; `total` is whether they are of months.
fn of_wholes(
    view: &SentenceView<'_>,
    figures: &[Figure],
    words: &[TollWord],
    (of_parts, unsaid): (&[Toll], Unsaid),
    total: bool,
) -> Vec<Toll> {
    let mut tolls: Vec<Toll> = Vec::new();
    let mut last: Option<TollWord> = None;
    for (index, figure) in figures.iter().enumerate() {
        last = Beside::new(view, figures, index, words).and_then(|beside| beside.word(last));
        let counted = main_count(&tolls).or(unsaid.counted);
        last = last.filter(|word| !unsaid::is_kept_count(view, figure, word.at, counted));
        if !tolls.is_empty() && is_of_prisoners(view, figure) {
            let word = figure.tokens.end;
            tolls.push(Toll { figure: figure.clone(), what: ClaimKind::Captured, whom: None, word });
            continue;
        }
        let Some(word) = last else {
            let earlier = of_parts.iter().rev().find(|toll| toll.figure.tokens.end <= figure.tokens.start);
            let here = main_count(&tolls).or(earlier.map(|toll| toll.what));
            if let Some(what) = unsaid.what(view, figure, here) {
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

/// *22 soldiers killed and three prisoners*: prisoners that are listed with others were taken.
fn is_of_prisoners(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let end = figure.tokens.end;
    let joined = figure.tokens.start.checked_sub(1).is_some_and(|before| view.is(before, words::AND));
    joined && view.is(end, words::PRISONER) && ends_phrase(view, end + 1)
}

/// Whether a token is past the end of a noun phrase.
fn ends_phrase(view: &SentenceView<'_>, at: usize) -> bool {
    at >= view.tokens.len() || view.is_mark(at) || view.is(at, words::AND)
}

/// What a bare figure after these counts: the dead, where there are any (*12 dead and 30 wounded; the hospital speaks of 15*).
pub(crate) fn main_count(tolls: &[Toll]) -> Option<ClaimKind> {
    let killed = tolls.iter().find(|toll| toll.what == ClaimKind::Killed);
    killed.or(tolls.last()).map(|toll| toll.what)
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
