//! [`Figure`]: a claimed figure, as a user sets it.

use crate::event::{Claim, ClaimKind};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A claimed figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// What was counted.
    pub what: ClaimKind,
    /// At least so many.
    pub low: u32,
    /// At most so many; `None` where there is no upper end.
    pub high: Option<u32>,
    /// Whose losses.
    pub whom: Option<String>,
    /// Who says so; `None` is the report itself.
    pub claimant: Option<String>,
}

impl Figure {
    /// The figure of a claim, as it was read.
    #[must_use]
    pub fn of(claim: &Claim) -> Self {
        Self {
            what: claim.what,
            low: claim.low,
            high: claim.high,
            whom: claim.whom.clone(),
            claimant: claim.claimant.clone(),
        }
    }
}

impl fmt::Display for Figure {
    /// `killed 15-20 soldiers (the governor)`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.what.name(), self.low)?;
        match self.high {
            Some(high) if high == self.low => {}
            Some(high) => write!(f, "-{high}")?,
            None => f.write_str("+")?,
        }
        if let Some(whom) = &self.whom {
            write!(f, " {whom}")?;
        }
        if let Some(claimant) = &self.claimant {
            write!(f, " ({claimant})")?;
        }
        Ok(())
    }
}
