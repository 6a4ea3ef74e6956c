//! The days on which something told with an expression may have been, where it names none or only the first or the last.

use super::days::length_in_days;
use super::expression::{Bound, Expression, Tense};
use super::meaning::{Anchor, Count, Meaning};
use crate::edtf::DateSet;

/// See [`super::Timex::extent`]. `told` is the day the narrative is at.
pub(super) fn of(
    expression: &Expression,
    when: Option<&DateSet>,
    published: &DateSet,
    told: Option<&DateSet>,
) -> Option<DateSet> {
    if published.is_open() {
        return None;
    }
    let (first, last) = (published.first(), published.last());
    match (&expression.meaning, when, expression.bound) {
        (_, Some(days), Some(Bound::Since)) if expression.tense != Tense::Future && days.first() <= last => {
            Some(DateSet::days(days.first(), last))
        }
        (_, Some(days), Some(Bound::Until)) if expression.tense == Tense::Future && days.last() >= first => {
            Some(DateSet::days(first, days.last()))
        }
        (Meaning::Duration { count, unit, side }, None, _) if *side != 0 => {
            Some(beside(published, length_in_days(*count, *unit)?, *side < 0))
        }
        (Meaning::Shift { offset: Count::Vague, unit, backwards, anchor, .. }, None, _) => {
            let from = told.filter(|_| *anchor != Anchor::Publication).unwrap_or(published);
            Some(beside(from, length_in_days(Count::Vague, *unit)?, *backwards))
        }
        _ => None,
    }
}

/// So many days before or after, those days included.
fn beside(days: &DateSet, length: i32, backwards: bool) -> DateSet {
    let (first, last) = (days.first(), days.last());
    let days =
        if backwards { DateSet::days(first.plus(-length), last) } else { DateSet::days(first, last.plus(length)) };
    days.approximately()
}
