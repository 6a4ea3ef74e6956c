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

/// Tokens that people counted are named in.
const PEOPLE: usize = 4;
/// Tokens in which a part of them is counted.
const PART: usize = 9;
/// Tokens between a word and a figure after it that counts what it tells of.
const NEAR: usize = 4;
/// The same, where others are counted between them: *killed the finance minister and five others*.
const NEAR_JOINED: usize = 12;

/// Tokens that may be put in between a verb and its figure.
const PUT_IN: usize = 6;

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

    /// *ont tué 20*, *la mort de 55*.
    fn before(self) -> Option<TollWord> {
        let (view, start) = (self.view, self.start());
        // Tokens between them, less those that tell where and when.
        let distance = |from: usize| {
            let small = words::TIMEX | words::TOPONYM | words::PLACE_NOUN | words::AT | words::OF | words::DETERMINER;
            let skipped = if view.any(from..start, words::TOPONYM) { small } else { words::TIMEX };
            (from..start).filter(|&at| !view.is(at, skipped)).count()
        };
        let with = start.checked_sub(1).is_some_and(|before| view.is(before, words::WITH));
        let people = view.any(self.end()..self.end() + 4, words::CIVILIAN | words::FIGHTER);
        // "tué à proximité avec une quarantaine de ses hommes": what the verb tells of its subject it tells of them.
        let counts = |word: &TollWord| !word.counts_before || with && people && !word.noun;
        let first = self.first_joined();
        let joined = start.checked_sub(1).is_some_and(|before| view.is(before, words::AND));
        let reach = |word: &TollWord| {
            let same = joined && view.crossing(word.at, start) == 0 && !(word.end..start).any(|at| view.is_verb(at));
            if same { NEAR_JOINED } else { NEAR }
        };
        let near = |word: &TollWord| {
            word.at >= first
                && word.role != TollRole::Count
                && word.end <= start
                && (distance(word.end) <= reach(word) && view.crossing(word.at, start) <= 1 || self.is_put_in(word))
        };
        self.words.iter().rev().find(|word| near(word) && (counts(word) || self.is_put_in(word))).copied()
    }

    /// *killed, by their own count, 20 officers*: whether no more stands between than a few words that marks set off.
    fn is_put_in(self, word: &TollWord) -> bool {
        let (view, start) = (self.view, self.start());
        let comma = |at: usize| view.folded(at) == ",";
        let between = word.end + 1..start.saturating_sub(1);
        comma(word.end)
            && start > word.end + 1
            && comma(start - 1)
            && between.len() <= PUT_IN
            && (view.is(between.start, words::BY) || view.rules.according.at(view.tokens, between.start).is_some())
            && !view.is(word.at.saturating_sub(1), words::BE | words::HAVE)
            && !between.into_iter().any(|at| view.is_mark(at) || view.is_number(at))
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

    /// *the death toll rose to 35*, *le nombre de morts est monté à 37*
    fn counted_by(self) -> Option<TollWord> {
        let (view, start) = (self.view, self.start());
        let linked = start.checked_sub(1).is_some_and(|before| {
            view.is(before, words::AT | words::TOWARDS | words::OF | words::FROM | words::BE | words::HAVE)
                || view.is_verb(before)
        });
        let end = self.end();
        let people = view.any(end..(end + 2).min(self.next()), words::CIVILIAN | words::FIGHTER);
        let before =
            |word: &&TollWord| word.at >= self.previous() && word.end <= start && view.crossing(word.at, start) <= 3;
        let words = || self.words.iter().rev().filter(before);
        // "Fatalities stood at 14"
        let opens = |word: &&TollWord| {
            let role = word.noun && word.role == TollRole::Noun;
            role && (word.at == 0 || view.is(word.at - 1, words::DEFINITE))
        };
        let word = words().find(|word| word.role == TollRole::Count).or_else(|| words().find(opens));
        word.copied().filter(|_| linked && (people || ends_count(view, self.figure)))
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
