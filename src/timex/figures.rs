//! Dates in figures that may have the month or the day first.

use super::expression::Expression;
use super::meaning::{Calendar, Meaning};
use crate::language::AnalysedText;

/// Days after a date told in words on which a report of it may be dated.
const SOON: i32 = 31;

/// Gives them the order that the dates in words of the same report tell: `08/09/2021` in a report of August 7 is August 9; where
/// both orders or neither come soon after those, the order of the words.
pub(super) fn order(analysed: &AnalysedText<'_>, found: &mut [Expression], month_first: &[usize]) {
    if month_first.is_empty() {
        return;
    }
    let words: Vec<InWords> = found.iter().filter_map(|expression| InWords::read(analysed, expression)).collect();
    let day_first = !words.is_empty() && words.iter().all(|date| date.day_first);
    let soon = |month: u8, day: u8| words.iter().any(|date| (0..=SOON).contains(&date.days_until(month, day)));
    for &index in month_first {
        let Some(Meaning::Calendar(calendar)) = found.get_mut(index).map(|expression| &mut expression.meaning) else {
            continue;
        };
        let (Some(month), Some(day)) = (calendar.month, calendar.day) else { continue };
        let turned = match (soon(month, day), soon(day, month)) {
            (true, false) => false,
            (false, true) => true,
            _ => day_first,
        };
        if turned && day <= 12 {
            (calendar.month, calendar.day) = (Some(day), Some(month));
        }
    }
}

/// A date in words: *7 March*.
struct InWords {
    month: u8,
    day: u8,
    day_first: bool,
}

impl InWords {
    fn read(analysed: &AnalysedText<'_>, expression: &Expression) -> Option<Self> {
        let calendar = expression.meaning.calendar().filter(|calendar| calendar.is_full_day())?;
        let Calendar { month: Some(month), day: Some(day), .. } = *calendar else { return None };
        let words = expression.span.of(analysed.text);
        let figure = words.find(|letter: char| letter.is_ascii_digit())?;
        if words.contains('/') || !words.contains(char::is_alphabetic) {
            return None;
        }
        // A weekday may stand before either; what follows the figure tells.
        let after = words.get(figure..)?.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start();
        let day_first = after.starts_with(char::is_alphabetic) && words.len() - figure > 4;
        Some(Self { month, day, day_first })
    }

    /// About how many days it is from here to the next such day of the year.
    fn days_until(&self, month: u8, day: u8) -> i32 {
        let number = |month: u8, day: u8| i32::from(month) * 31 + i32::from(day);
        (number(month, day) - number(self.month, self.day)).rem_euclid(12 * 31)
    }
}
