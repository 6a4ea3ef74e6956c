//! [`Beside`]: a figure beside the words that may make it a toll.

mod before;
mod count_word;

use super::people::counts_people;
use crate::event::claim::ClaimKind;
use crate::event::clause::SentenceView;
use crate::event::figure::Figure;
use crate::event::rules::{FigureWord, words};
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

/// Tokens that people counted are named in.
const PEOPLE: usize = 4;
/// Tokens in which a part of them is counted.
const PART: usize = 9;

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
            self.done_to_named(),
            self.right_after(),
            before.filter(|word| !self.view.any(word.end..self.start(), words::AND)),
            self.after_part(),
            self.counted_by().filter(|_| ends_count(self.view, self.figure)),
            self.after(),
            self.with_next(),
            before,
            last.filter(|word| self.is_elsewhere(word) || word.end <= self.previous() && self.is_listed()),
            self.counted_by(),
        ];
        let fits =
            |word: &TollWord| !word.role.is_of_people() || counts_people(self.view, self.figure, self.next(), word.at);
        candidates.into_iter().flatten().find(fits)
    }

    /// *shot dead three wounded soldiers*, *interpellé 28 déplacés*, *douze déplacés ont péri*, *cinq femmes parties chercher du bois ont
    /// été enlevées*: what was done to them is what counts.
    fn done_to_named(self) -> Option<TollWord> {
        let view = self.view;
        let left = |word: &TollWord| word.what == ClaimKind::Displaced;
        let named = self.right_after().filter(|word| left(word) || word.noun && word.what != ClaimKind::Killed)?;
        let follows = |word: &&TollWord| {
            (named.end..self.next()).contains(&word.at)
                && (word.what == ClaimKind::Killed || left(&named) && !left(word) && !word.noun)
                && word.counts_before
                && view.crossing(named.at, word.at) <= 1
                && !view.any(named.end..word.at, words::AND)
        };
        let when =
            |word: &TollWord| (word.end..self.start()).all(|at| view.is(at, words::TIMEX | words::AT | words::TOPONYM));
        let before = self.before().filter(|word| !word.noun && word.what != named.what && when(word));
        before.or_else(|| self.words.iter().find(follows).copied())
    }

    /// *eight people, among them three children, injured*: past those counted as a part.
    fn after_part(self) -> Option<TollWord> {
        let (view, end) = (self.view, self.end());
        let comma = |from: usize, reach: usize| {
            (from..(from + reach).min(view.tokens.len())).find(|&at| view.folded(at) == ",")
        };
        let opens = comma(end, PEOPLE).filter(|&at| view.is_figure_word(at + 1, FigureWord::Part))?;
        let closes = comma(opens + 1, PART)?;
        self.words.iter().find(|word| word.at == closes + 1 && word.counts_before).copied()
    }

    /// *seize soldats et cinquante terroristes tués*: what befell those that it is joined with.
    fn with_next(self) -> Option<TollWord> {
        let (view, end) = (self.view, self.end());
        let next = self.later.first()?;
        let start = next.tokens.start;
        let people = view.any(end..start, words::CIVILIAN | words::FIGHTER | words::PRISONER);
        let joined = people && view.is(start - 1, words::AND) && view.crossing(end, start) == 0;
        let counted = self.words.iter().any(|word| (end..start).contains(&word.at));
        let (earlier, later) = (&[][..], self.later.get(1..)?);
        let next = Self { figure: next, later, earlier, ..self };
        next.right_after().filter(|word| joined && !counted && word.what == ClaimKind::Killed)
    }

    /// *15 à 20 morts*, *90 blessés*.
    fn right_after(self) -> Option<TollWord> {
        let (view, end, next) = (self.view, self.end(), self.next());
        let near =
            |word: &TollWord| (end..next).contains(&word.at) && word.at - end <= 4 && view.crossing(end, word.at) == 0;
        let counts = |word: &TollWord| word.counts_before && (word.noun || word.at - end <= 1);
        self.words.iter().find(|word| near(word) && counts(word)).copied()
    }

    /// *21 members of the security forces were killed*, *six policemen of the post were missing*.
    fn after(self) -> Option<TollWord> {
        let (view, end, chain) = (self.view, self.end(), self.chain_end());
        // "were found dead"
        let said = |word: &TollWord| {
            word.noun
                && word.at > end
                && (view.is(word.at - 1, words::BE) || view.is(word.at - 2, words::BE) && word.at - 1 > end)
        };
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
        let people = self.view.any(end..(end + 3).min(self.next()), words::CIVILIAN | words::FIGHTER | words::PRISONER);
        is_joined(self.view, self.figure) && self.view.crossing(self.previous(), self.start()) <= 1 && people
    }

    /// *two people were killed in Aleppo and five in Idlib*: of as many more at another place the same is told.
    fn is_elsewhere(self, word: &TollWord) -> bool {
        let (view, end) = (self.view, self.end());
        let people = words::OTHER | words::CIVILIAN | words::FIGHTER;
        let at = (end..end + 3).find(|&at| !view.is(at, people)).unwrap_or(end);
        let names_place = |at: usize| view.is(at, words::AT | words::NEAR) && view.is(at + 1, words::TOPONYM);
        word.end <= self.start()
            && is_joined(view, self.figure)
            && view.crossing(word.at, self.start()) <= 2
            && names_place(at)
            && view.any(self.previous()..self.start(), words::TOPONYM)
            && !self.words.iter().any(|other| (end..self.next()).contains(&other.at))
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
        || view.is_figure_word(end, FigureWord::Remains)
        || view.rules.according.at(view.tokens, end).is_some()
        || view.is(end, words::TIMEX | words::AND | words::SUBORDINATOR | words::FROM | words::BY)
}
