//! Lengths that become days where what they are counted from is named.

use super::TimexType;
use super::expression::Expression;
use super::meaning::{Calendar, Meaning};
use crate::language::AnalysedText;
use crate::span::Span;

/// *Three days after the raid* is a length, unless the day of the raid is named: *three days after the raid of 7 February*.
pub(super) fn keep(analysed: &AnalysedText<'_>, found: &mut [Expression], lengths: &[usize]) {
    let is_day = |date: &Calendar| date.is_full_day() || date.weekday.is_some();
    for &index in lengths {
        let dated = match found.get(index..) {
            Some([own, next, ..]) if next.meaning.calendar().is_some_and(is_day) => {
                let between = Span::new(own.span.end(), next.span.start()).of(analysed.text);
                between.len() <= 40 && !between.contains([',', ';', '.', ':', '(', '\n'])
            }
            _ => false,
        };
        let Some(own) = found.get_mut(index).filter(|_| !dated) else { continue };
        if let Meaning::Shift { unit, offset, .. } = own.meaning {
            own.kind = TimexType::Duration;
            own.meaning = Meaning::Duration { count: offset.abs(), unit, side: 0 };
        }
    }
}
