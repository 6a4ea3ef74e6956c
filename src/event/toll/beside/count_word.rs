//! Figures that a word for the count makes a toll: *the death toll rose to 35*, *bringing to 12 the number of dead*.

use super::{Beside, ends_count};
use crate::event::rules::{TollRole, words};
use crate::event::toll_word::TollWord;

/// Tokens between a figure and a word for the count behind it.
const BEHIND: usize = 2;

impl Beside<'_> {
    /// *the death toll rose to 35*, *le nombre de morts est monté à 37*
    pub(super) fn counted_by(self) -> Option<TollWord> {
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
        let counted = word.copied().filter(|_| linked && (people || ends_count(self.view, self.figure)));
        counted.or_else(|| self.brought_to())
    }

    /// *bringing to 12 the number of dead*, *ce qui porte à 12 le bilan*: the word for the count stands behind it.
    fn brought_to(self) -> Option<TollWord> {
        let (view, end) = (self.view, self.end());
        let to = self.start().checked_sub(1).is_some_and(|before| view.is(before, words::TOWARDS | words::AT));
        let behind = |word: &&TollWord| {
            word.role == TollRole::Count && (end..=end + BEHIND).contains(&word.at) && view.crossing(end, word.at) == 0
        };
        self.words.iter().find(behind).copied().filter(|_| to && !view.is(end, words::CIVILIAN | words::FIGHTER))
    }
}
