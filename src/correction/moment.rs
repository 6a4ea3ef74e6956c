//! [`Moment`]: when a correction was made.

use crate::day::Day;
use serde::{Deserialize, Serialize};
use std::fmt;

const SECONDS_A_DAY: i64 = 86_400;

/// A second of universal time. The shell reads the clock; nothing here does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(i64);

impl Moment {
    /// So many seconds after the beginning of 1970.
    #[must_use]
    pub fn from_unix_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since the beginning of 1970.
    #[must_use]
    pub fn unix_seconds(self) -> i64 {
        self.0
    }
}

impl Moment {
    /// The day it is on, in universal time.
    #[must_use]
    pub fn day(self) -> Day {
        Day::from_number(self.0.div_euclid(SECONDS_A_DAY))
    }

    /// Hour, minute and second of that day.
    #[must_use]
    pub fn time_of_day(self) -> [i64; 3] {
        let second = self.0.rem_euclid(SECONDS_A_DAY);
        [second / 3600, second / 60 % 60, second % 60]
    }
}

impl fmt::Display for Moment {
    /// ISO 8601 in universal time: `2021-07-07T09:30:00Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [hour, minute, second] = self.time_of_day();
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}Z", self.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_in_universal_time() {
        assert_eq!(Moment::from_unix_seconds(1_625_650_201).to_string(), "2021-07-07T09:30:01Z");
        assert_eq!(Moment::from_unix_seconds(-1).to_string(), "1969-12-31T23:59:59Z");
    }
}
