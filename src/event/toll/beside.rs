//! [`Beside`]: a figure beside the words that may make it a toll.

use super::people::counts_people;
use crate::event::clause::SentenceView;
use crate::event::figure::Figure;
use crate::event::rules::{FigureWord, TollRole, words};
use crate::event::toll_word::TollWord;

/// A figure among the others and the toll words of its sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside<'a> {
    view: &'a SentenceView<'a>,
    figure: &'a Figure,
    /// The figures that follow it.
    later: &'a [Figure],
    /// Where the figure before it ends.
    previous: usize,
    words: &'a [TollWord],
}

impl<'a> Beside<'a> {
    /// The figure of that index.
    pub(super) fn new(
        view: &'a SentenceView<'a>,
        figures: &'a [Figure],
        index: usize,
        words: &'a [TollWord],
    ) -> Option<Self> {
        let (figure, later) = figures.get(index..)?.split_first()?;
        let previous = index.checked_sub(1).and_then(|index| figures.get(index)).map_or(0, |figure| figure.tokens.end);
        Some(Self { view, figure, later, previous, words })
    }

    fn start(self) -> usize {
        self.figure.tokens.start
    }

    fn end(self) -> usize {
        self.figure.tokens.end
    }

    /// Where the next figure starts.
    fn next(self) -> usize {
        self.later.first().map_or(self.view.tokens.len(), |figure| figure.tokens.start)
    }

    /// The word that makes it a toll; `last` is the one of the figure before.
    pub(super) fn word(self, last: Option<TollWord>) -> Option<TollWord> {
        let before = self.before();
        let candidates = [
            self.right_after(),
            before.filter(|word| !self.view.any(word.end..self.start(), words::AND)),
            self.after(),
            before,
            last.filter(|word| word.end <= self.previous && self.is_listed()),
            self.counted_by(),
        ];
        let fits =
            |word: &TollWord| !word.role.is_of_people() || counts_people(self.view, self.figure, self.next(), word.at);
        candidates.into_iter().flatten().find(fits)
    }

    /// *15 à 20 morts*, *90 blessés*.
    fn right_after(self) -> Option<TollWord> {
        let (view, end, next) = (self.view, self.end(), self.next());
        let near =
            |word: &TollWord| (end..next).contains(&word.at) && word.at - end <= 4 && view.crossing(end, word.at) == 0;
        let counts = |word: &TollWord| word.counts_before && (word.noun || word.at - end <= 1);
        self.words.iter().find(|word| near(word) && counts(word)).copied()
    }

    /// *ont tué 20*, *la mort de 55*.
    fn before(self) -> Option<TollWord> {
        let (view, start) = (self.view, self.start());
        // Tokens between them, less those that tell when.
        let distance = |from: usize| (from..start).filter(|&at| !view.is(at, words::TIMEX)).count();
        let near = |word: &TollWord| {
            word.at >= self.previous
                && word.role != TollRole::Count
                && word.end <= start
                && distance(word.end) <= 4
                && view.crossing(word.at, start) <= 1
        };
        self.words.iter().rev().find(|word| near(word) && !word.counts_before).copied()
    }

    /// *21 members of the security forces were killed*.
    fn after(self) -> Option<TollWord> {
        let (end, chain) = (self.end(), self.chain_end());
        let word = self.words.iter().find(|word| (end..chain).contains(&word.at) && !word.noun)?;
        let reaches = word.at - end <= 24 && self.view.crossing(end, word.at) <= 4;
        (reaches && word.counts_before).then_some(*word)
    }

    /// Where the figures end that are joined with it: *un prêtre et deux religieuses ont été tués*.
    fn chain_end(self) -> usize {
        let view = self.view;
        let mut end = self.end();
        for other in self.later {
            let start = other.tokens.start;
            let counted = self.words.iter().any(|word| (end..start).contains(&word.at));
            if !is_joined(view, other) || counted || view.crossing(end, start) > 1 {
                return start;
            }
            end = other.tokens.end;
        }
        view.tokens.len()
    }

    /// *tuant dix soldats et quatre policiers*: people joined with those counted before.
    fn is_listed(self) -> bool {
        let end = self.end();
        is_joined(self.view, self.figure)
            && self.view.crossing(self.previous, self.start()) <= 1
            && self.view.any(end..(end + 3).min(self.next()), words::CIVILIAN | words::FIGHTER | words::PRISONER)
    }

    /// *the death toll rose to 35*, *le nombre de morts est monté à 37*
    fn counted_by(self) -> Option<TollWord> {
        let (view, start) = (self.view, self.start());
        let linked = start.checked_sub(1).is_some_and(|before| {
            view.is(before, words::AT | words::TOWARDS | words::OF | words::BE) || view.is_verb(before)
        });
        let counts = |word: &&TollWord| {
            word.role == TollRole::Count
                && word.at >= self.previous
                && word.end <= start
                && view.crossing(word.at, start) <= 3
        };
        self.words.iter().rev().find(counts).copied().filter(|_| linked && ends_count(view, self.figure))
    }
}

/// Whether *and* or a comma stands right before a figure.
fn is_joined(view: &SentenceView<'_>, figure: &Figure) -> bool {
    figure.tokens.start.checked_sub(1).is_some_and(|at| view.is(at, words::AND) || view.folded(at) == ",")
}

/// Whether nothing follows a figure that it could count.
pub(super) fn ends_count(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let end = figure.tokens.end;
    let mark = view.is_mark(end) && !matches!(view.folded(end), "-" | "'");
    end >= view.tokens.len()
        || mark
        || view.is_figure_word(end, FigureWord::Side)
        || view.is_figure_word(end, FigureWord::Victims)
        || view.rules.according.at(view.tokens, end).is_some()
        || view.is(end, words::TIMEX | words::AND | words::SUBORDINATOR)
}
