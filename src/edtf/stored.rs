//! [`DateSet`] as it comes out of a file.

use super::{DateSet, DayRange, Precision, Ranges};
use crate::day::Day;
use serde::Deserialize;

/// A set that is not yet checked.
#[derive(Deserialize)]
pub(super) struct Stored {
    ranges: Ranges,
    precision: Precision,
    approximate: bool,
}

impl TryFrom<Stored> for DateSet {
    type Error = &'static str;

    fn try_from(stored: Stored) -> Result<Self, Self::Error> {
        let Stored { ranges, precision, approximate } = stored;
        let is_sound = |range: &DayRange| Day::MIN <= range.start && range.start < range.end && range.end <= Day::MAX;
        let is_sorted = ranges.iter().zip(ranges.iter().skip(1)).all(|(one, next)| one.end <= next.start);
        if ranges.is_empty() || !is_sorted || !ranges.iter().all(is_sound) {
            return Err("days that are none, or not in order");
        }
        Ok(Self { ranges, precision, approximate })
    }
}
