//! Counts, and the shares made of them.

use std::fmt;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Share {
    pub(crate) hits: u32,
    pub(crate) of: u32,
}

impl Share {
    pub(crate) fn add(&mut self, hit: bool) {
        self.hits += u32::from(hit);
        self.of += 1;
    }

    /// 0 to 1; 0 of nothing.
    pub(crate) fn value(self) -> f64 {
        f64::from(self.hits) / f64::from(self.of.max(1))
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.hits, self.of)
    }
}

/// Hits among what was found and what was to be found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) hits: u32,
    pub(crate) found: u32,
    pub(crate) wanted: u32,
}

impl Tally {
    pub(crate) fn precision(self) -> f64 {
        f64::from(self.hits) / f64::from(self.found.max(1))
    }

    pub(crate) fn recall(self) -> f64 {
        f64::from(self.hits) / f64::from(self.wanted.max(1))
    }

    /// Harmonic mean of precision and recall.
    pub(crate) fn f1(self) -> f64 {
        2.0 * f64::from(self.hits) / f64::from((self.found + self.wanted).max(1))
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "p {:.3} r {:.3} f1 {:.3} of {}", self.precision(), self.recall(), self.f1(), self.wanted)
    }
}
