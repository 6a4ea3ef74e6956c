//! [`Beside`]: a figure beside the words that may make it a toll.

use super::people::counts_people;
use crate::event::claim::ClaimKind;
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
    /// The figures before it.
    earlier: &'a [Figure],
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
        Some(Self { view, figure, later, earlier: figures.get(..index)?, words })
    }

    /// Where the figure before it ends.
    fn previous(self) -> usize {
        self.earlier.last().map_or(0, |figure| figure.tokens.end)
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
            self.killed_though_wounded(),
            self.right_after(),
            before.filter(|word| !self.view.any(word.end..self.start(), words::AND)),
            self.after(),
            before,
            last.filter(|word| word.end <= self.previous() && self.is_listed()),
            self.counted_by(),
        ];
        let fits =
            |word: &TollWord| !word.role.is_of_people() || counts_people(self.view, self.figure, self.next(), word.at);
        candidates.into_iter().flatten().find(fits)
    }

    /// *shot dead three wounded soldiers*, *exécuté une quarantaine de blessés*: what was done to them is what counts.
    fn killed_though_wounded(self) -> Option<TollWord> {
        let killed = self.before().filter(|word| word.end == self.start() && word.what == ClaimKind::Killed);
        killed.filter(|_| self.right_after().is_some_and(|word| word.what == ClaimKind::Wounded && word.noun))
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
        let with = start.checked_sub(1).is_some_and(|before| view.is(before, words::WITH));
        let people = view.any(self.end()..self.end() + 4, words::CIVILIAN | words::FIGHTER);
        // "tué à proximité avec une quarantaine de ses hommes": what the verb tells of its subject it tells of them.
        let counts = |word: &TollWord| !word.counts_before || with && people && !word.noun;
        let first = self.first_joined();
        let near = |word: &TollWord| {
            word.at >= first
                && word.role != TollRole::Count
                && word.end <= start
                && distance(word.end) <= 4
                && view.crossing(word.at, start) <= 1
        };
        self.words.iter().rev().find(|word| near(word) && counts(word)).copied()
    }

    /// Where the figure before it ends, past those that count things and are joined with it: *took two Humvees and five policemen*.
    fn first_joined(self) -> usize {
        let (view, mut end) = (self.view, self.previous());
        let mut at = self.figure;
        for other in self.earlier.iter().rev() {
            let people =
                view.any(other.tokens.end..at.tokens.start, words::CIVILIAN | words::FIGHTER | words::PRISONER);
            if people || !is_joined(view, at) || view.crossing(other.tokens.end, at.tokens.start) > 1 {
                break;
            }
            (at, end) = (other, 0);
        }
        end
    }

    /// *21 members of the security forces were killed*, *six policemen of the post were missing*.
    fn after(self) -> Option<TollWord> {
        let (view, end, chain) = (self.view, self.end(), self.chain_end());
        let said = |word: &TollWord| word.noun && word.at > end && view.is(word.at - 1, words::BE);
        let word = self.words.iter().find(|word| (end..chain).contains(&word.at) && (!word.noun || said(word)))?;
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
            && self.view.crossing(self.previous(), self.start()) <= 1
            && self.view.any(end..(end + 3).min(self.next()), words::CIVILIAN | words::FIGHTER | words::PRISONER)
    }

    /// *the death toll rose to 35*, *le nombre de morts est monté à 37*
    fn counted_by(self) -> Option<TollWord> {
        let (view, start) = (self.view, self.start());
        let linked = start.checked_sub(1).is_some_and(|before| {
            view.is(before, words::AT | words::TOWARDS | words::OF | words::BE | words::HAVE) || view.is_verb(before)
        });
        let end = self.end();
        let people = view.any(end..(end + 2).min(self.next()), words::CIVILIAN | words::FIGHTER);
        let counts = |word: &&TollWord| {
            word.role == TollRole::Count
                && word.at >= self.previous()
                && word.end <= start
                && view.crossing(word.at, start) <= 3
        };
        self.words.iter().rev().find(counts).copied().filter(|_| linked && (people || ends_count(view, self.figure)))
    }
}

/// Whether *and* or a comma stands right before a figure, or before its preposition: *à 31 combattants et à huit policiers*.
fn is_joined(view: &SentenceView<'_>, figure: &Figure) -> bool {
    let start = figure.tokens.start;
    let joins =
        |back: usize| start.checked_sub(back).is_some_and(|at| view.is(at, words::AND) || view.folded(at) == ",");
    joins(1) || joins(2) && view.is(start - 1, words::AT | words::OF)
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
