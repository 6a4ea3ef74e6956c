//! [`Narrative`]: the day a text is at while it is read, for *la veille* and *two days later*.

use super::expression::{Bound, Expression, Role, Tense};
use super::meaning::{Calendar, Meaning, Unit};
use crate::day::Day;
use crate::edtf::{DateSet, Precision};

/// The days last spoken of.
#[derive(Debug, Default)]
pub(super) struct Narrative {
    /// The last single day.
    day: Option<DateSet>,
    /// The last day, month or year.
    any: Option<DateSet>,
    /// The last date with a year of its own, its paragraph and its sentence, and whether it is a year alone.
    dated: Option<(Day, usize, usize, bool)>,
}

impl Narrative {
    /// Takes note of an expression that has been read.
    pub(super) fn pass(&mut self, expression: &Expression, when: Option<&DateSet>) {
        let Some(days) = when else { return };
        if matches!(expression.role, Role::Stated) {
            return;
        }
        if expression.tense != Tense::Future && !matches!(expression.bound, Some(Bound::Since | Bound::Until)) {
            // The day somebody spoke is not the day the story is at, unless it is at none yet.
            let told = expression.role != Role::Reporting || self.day.is_none();
            if days.precision() == Precision::Day && told {
                self.day = Some(days.clone());
            }
            self.any = Some(days.clone());
        }
        if let Meaning::Calendar(Calendar { year: Some(_), month, .. }) = expression.meaning {
            self.dated = Some((days.first(), expression.paragraph, expression.sentence, month.is_none()));
        }
    }

    /// The last single day spoken of.
    pub(super) fn day(&self) -> Option<&DateSet> {
        self.day.as_ref()
    }

    /// What a number of such units is counted from.
    pub(super) fn anchor(&self, unit: Unit) -> Option<&DateSet> {
        match unit {
            Unit::Month | Unit::Quarter | Unit::Season | Unit::Half | Unit::Year | Unit::Decade | Unit::Century => {
                self.any.as_ref()
            }
            _ => self.day.as_ref(),
        }
    }

    /// A day of the year that a date without one belongs to, where the paragraph has named a year right before.
    pub(super) fn year_in(&self, expression: &Expression) -> Option<Day> {
        let (day, paragraph, sentence, year_alone) = self.dated?;
        let calendar = expression.meaning.calendar()?;
        let near = if year_alone { sentence == expression.sentence } else { paragraph == expression.paragraph };
        let past = matches!(expression.tense, Tense::Past | Tense::Unknown);
        (near && past && calendar.direction.is_none() && calendar.year_offset.is_none()).then_some(day)
    }
}
