//! Words for people that no list has: names, trades, peoples, bare counts.

use super::clause::SentenceView;
use super::rules::{ActorTerm, FigureWord, NumberWord, words};
use crate::language::LetterCase;

/// *le docteur Wahid*: a capitalised word inside the sentence that nothing else is known of.
pub(crate) fn is_somebody(view: &SentenceView<'_>, at: usize) -> bool {
    at > 0
        && view.classes_at(at) == 0
        && view.tokens.get(at).is_some_and(|token| token.case == LetterCase::Capital)
        && view.word(at).chars().count() > 2
        && view.rules.actor_at(view.tokens, at).is_none()
        && !view.is_mark(at - 1)
}

/// *les Russes*, *the Russians*: the name of a people, which stands for its forces.
pub(crate) fn is_nation(view: &SentenceView<'_>, at: usize) -> bool {
    let Some((length, ActorTerm::Country(_))) = view.rules.actor_at(view.tokens, at) else { return false };
    let next = at + length;
    let capital = view.tokens.get(at).is_some_and(|token| token.case == LetterCase::Capital);
    let ends = view.is(
        next,
        words::AUXILIARY | words::ADVERB | words::PRONOUN | words::NEGATION | words::REFLEXIVE | words::TIMEX,
    ) || view.is_verb(next);
    capital && ends && at.checked_sub(1).is_some_and(|before| view.is(before, words::DEFINITE))
}

/// *an electrician*, *un électricien*: a word after a determiner that ends as names of trades do.
pub(crate) fn names_person(view: &SentenceView<'_>, at: usize) -> bool {
    let lower = view.tokens.get(at).is_some_and(|token| token.case == LetterCase::Lower);
    let one = at
        .checked_sub(1)
        .is_some_and(|before| view.is(before, words::INDEFINITE | words::PLURAL) || view.is_figure(before));
    let word = view.folded(at);
    let other = words::PLACE_NOUN | words::TIMEX | words::TOPONYM | words::ADJECTIVE;
    lower && one && word.len() > 5 && !view.is(at, other) && view.rules.person_endings.end(word)
}

/// A number that counts something unsaid or capitalised: *23 were arrested*, *359.000 Afghans*.
pub(crate) fn is_count(view: &SentenceView<'_>, at: usize) -> bool {
    let free = !view.is(at, words::TIMEX | words::TOPONYM);
    let number = match view.rules.numbers.at(view.tokens, at) {
        // "…, a person close to the talks said": what a mark sets off is another clause's.
        Some((_, NumberWord::Exactly(0 | 1))) => free && (view.is_number(at) || at > 0 && !view.is_mark(at - 1)),
        None => free && view.is_number(at),
        Some(_) => !view.is(at, words::TIMEX),
    };
    let unit = (at + 1..at + 3).any(|next| view.is_figure_word(next, FigureWord::Unit));
    number && !unit && !(at + 1..at + 4).any(|next| view.is(next, words::PLACE_NOUN))
}
