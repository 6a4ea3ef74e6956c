//! Figures behind the word that makes them a toll: *killed 20*, *killed, by their own count, 20 officers*.

use super::{Beside, is_joined};
use crate::event::rules::{TollRole, words};
use crate::event::toll_word::TollWord;

/// Tokens between a word and a figure after it that counts what it tells of.
const NEAR: usize = 4;
/// The same, where others are counted between them: *killed the finance minister and five others*.
const NEAR_JOINED: usize = 12;
/// Tokens that may be put in between a verb and its figure.
const PUT_IN: usize = 6;

impl Beside<'_> {
    /// *ont tué 20*, *la mort de 55*.
    pub(super) fn before(self) -> Option<TollWord> {
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

    /// *killed, by their own count, 20 officers*, *a tué, le 14, deux soldats*: whether no more stands between than a few words that marks set off.
    fn is_put_in(self, word: &TollWord) -> bool {
        let (view, start) = (self.view, self.start());
        let comma = |at: usize| view.folded(at) == ",";
        // "a coûté la vie, le 14, à deux soldats"
        let close =
            if view.is(start.saturating_sub(1), words::AT) { start.saturating_sub(2) } else { start.saturating_sub(1) };
        let between = word.end + 1..close;
        comma(word.end)
            && close > word.end + 1
            && comma(close)
            && between.len() <= PUT_IN
            && (view.is(between.start, words::BY)
                || view.rules.according.at(view.tokens, between.start).is_some()
                || between.clone().all(|at| view.is(at, words::TIMEX | words::DETERMINER | words::AT)))
            && !view.is(word.at.saturating_sub(1), words::BE)
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
}
