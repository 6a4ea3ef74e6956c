//! [`Claim`]: a figure, of whom, and who says it.

use crate::span::Span;
use serde::{Deserialize, Serialize};

/// What was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ClaimKind {
    Killed,
    Wounded,
    KilledOrWounded,
    Captured,
    Displaced,
    Missing,
    Surrendered,
}

impl ClaimKind {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Killed,
        Self::Wounded,
        Self::KilledOrWounded,
        Self::Captured,
        Self::Displaced,
        Self::Missing,
        Self::Surrendered,
    ];

    /// The name in files and outputs: `killed_or_wounded`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Wounded => "wounded",
            Self::KilledOrWounded => "killed_or_wounded",
            Self::Captured => "captured",
            Self::Displaced => "displaced",
            Self::Missing => "missing",
            Self::Surrendered => "surrendered",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One figure. Rival claims stand side by side; none is preferred.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The words of the figure.
    pub span: Span,
    /// What was counted.
    pub what: ClaimKind,
    /// At least so many.
    pub low: u32,
    /// At most so many; `None` where the words set no upper end ("plus de 20" is 21 and more).
    pub high: Option<u32>,
    /// Whose losses, as the report names them.
    pub whom: Option<String>,
    /// Who says so; `None` where the report says it in its own voice.
    pub claimant: Option<String>,
    /// The words that name the claimant.
    pub claimant_span: Option<Span>,
    /// Whether it counts some of those that another figure counts: *three of them children*.
    pub part: bool,
    /// Whether the report itself has a newer figure from the same hand: *an earlier toll of nine*.
    pub former: bool,
}
