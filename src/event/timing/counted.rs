//! Days that are counted from another event: *two days after a bomb went off*.

use super::of_noun::is_set_off;
use crate::event::clause::{Marked, SentenceView};
use crate::event::rules::words;
use crate::timex::{Timex, TimexType};

/// Tokens before what opens a sentence.
const OPENS: usize = 1;

/// Days between what a token tells and what the rest of its sentence tells: *two days after a bomb went off* is of the bomb,
/// *two days before the camps fell, jets bombed the town* of what follows the comma; *four days after the town fell, a bomb went
/// off* is as many days on, fewer than none before.
///
/// Where the count is from the day of the report, that is said with the index of the length of time.
pub(crate) fn days_before(view: &SentenceView<'_>, timexes: &[Timex], at: usize) -> Option<(i16, CountedFrom)> {
    view.timexes.iter().find_map(|marked| {
        let end = marked.tokens.end;
        let clause_ends =
            || (end + 1..view.tokens.len()).find(|&token| view.folded(token) == ",").unwrap_or(usize::MAX);
        let beyond = at > clause_ends();
        // "Au lendemain de l'entrée des forces": the day before that of the rest.
        if is_next_day_of(view, marked) {
            return (at >= end && !beyond).then_some((1, CountedFrom::Stated));
        }
        // "La veille de l'assaut, …": counted from the assault, wherever that was told.
        if view.any(marked.tokens.start..end.saturating_sub(1), words::PREVIOUS_DAY) && view.is(end - 1, words::OF) {
            return if beyond { Some((1, CountedFrom::Told)) } else { (at >= end).then_some((0, CountedFrom::Told)) };
        }
        let count = days_of_length(timexes.get(marked.index)?)?;
        // The expression may end with the word itself, or before it.
        if view.any(end.saturating_sub(1)..end + 1, words::AFTER) {
            // "a day after fighters engaged soldiers in a battle that lasted about two hours": a length of time is no day.
            let is_day =
                |other: &Marked| timexes.get(other.index).is_none_or(|timex| timex.kind != TimexType::Duration);
            let dated =
                |other: &Marked| other.tokens.start > end && other.tokens.start < clause_ends() && is_day(other);
            let rest_dated = |other: &Marked| other.tokens.start > clause_ends();
            // What opens its sentence is counted from a day that is known, unless the rest has a day of its own.
            let known = marked.tokens.start <= OPENS && !view.timexes.iter().any(rest_dated);
            let own = |other: &Marked| is_set_off(view, other, at);
            let inside = at > end && !beyond && !view.timexes.iter().any(|other| dated(other) || own(other));
            let now = if known { CountedFrom::Report(marked.index) } else { CountedFrom::Stated };
            return if known && beyond { Some((-count, CountedFrom::Stated)) } else { inside.then_some((count, now)) };
        }
        // Its day is that of the rest, where the rest has one, or what was told before.
        (view.any(end.saturating_sub(1)..end + 1, words::BEFORE) && beyond).then_some((count, CountedFrom::Told))
    })
}

/// *au lendemain de*: its last word is the "de", not the day.
pub(super) fn is_next_day_of(view: &SentenceView<'_>, marked: &Marked) -> bool {
    view.any(marked.tokens.start..marked.tokens.end.saturating_sub(1), words::NEXT_DAY)
}

/// The *Sunday* of *three days after Sunday's attack*: right behind an expression that counts from it.
pub(super) fn is_counted_from(view: &SentenceView<'_>, marked: &Marked) -> bool {
    let before = view.timexes.iter().find(|other| other.tokens.end == marked.tokens.start);
    before.is_some_and(|before| view.is(before.tokens.end - 1, words::AFTER | words::BEFORE))
}

/// Whether a comma stands between an expression and an event behind it.
pub(super) fn beyond_comma(view: &SentenceView<'_>, marked: &Marked, at: usize) -> bool {
    (marked.tokens.end..at).any(|token| view.folded(token) == ",")
}

/// What days are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CountedFrom {
    /// The day that the sentence states, else that of the text around.
    Stated,
    /// The day of the report: with the index of the length of time.
    Report(usize),
    /// The day of what was told before.
    Told,
}

/// Days of a length of time that is told in days or weeks.
fn days_of_length(timex: &Timex) -> Option<i16> {
    let value = timex.value.strip_prefix('P').filter(|_| timex.kind == TimexType::Duration)?;
    let number = |unit: char| value.strip_suffix(unit).and_then(|count| count.parse::<i16>().ok());
    number('D').or_else(|| number('W').map(|weeks| weeks.saturating_mul(7)))
}
