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

impl fmt::Display for Moment {
    /// ISO 8601 in universal time: `2021-07-07T09:30:00Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (day, second) = (self.0.div_euclid(SECONDS_A_DAY), self.0.rem_euclid(SECONDS_A_DAY));
        let (hour, minute) = (second / 3600, second / 60 % 60);
        write!(f, "{}T{hour:02}:{minute:02}:{:02}Z", Day::from_number(day), second % 60)
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
