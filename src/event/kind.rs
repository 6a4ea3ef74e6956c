//! [`EventKind`]: the eighteen kinds, their families, and their codes in ACLED and PLOVER.

use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum EventKind {
    Clash,
    Capture,
    Handover,
    AirStrike,
    Shelling,
    Bombing,
    AttackOnCivilians,
    Abduction,
    Surrender,
    Withdrawal,
    Movement,
    Agreement,
    Talks,
    Arrest,
    PrisonBreak,
    Displacement,
    Protest,
    Other,
}

/// Six groups of kinds: colour and marker shape go by them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Family {
    Fighting,
    RemoteViolence,
    AgainstCivilians,
    Moves,
    Diplomacy,
    Civil,
}

impl Family {
    /// In the order of keys 1 to 6.
    pub const ALL: [Self; 6] =
        [Self::Fighting, Self::RemoteViolence, Self::AgainstCivilians, Self::Moves, Self::Diplomacy, Self::Civil];

    /// 0 to 5, the place in [`Family::ALL`].
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }
}

impl EventKind {
    /// All kinds, by family.
    pub const ALL: [Self; 18] = [
        Self::Clash,
        Self::Capture,
        Self::Handover,
        Self::AirStrike,
        Self::Shelling,
        Self::Bombing,
        Self::AttackOnCivilians,
        Self::Abduction,
        Self::Surrender,
        Self::Withdrawal,
        Self::Movement,
        Self::Agreement,
        Self::Talks,
        Self::Arrest,
        Self::PrisonBreak,
        Self::Displacement,
        Self::Protest,
        Self::Other,
    ];

    /// The name in files and outputs: `air_strike`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Clash => "clash",
            Self::Capture => "capture",
            Self::Handover => "handover",
            Self::AirStrike => "air_strike",
            Self::Shelling => "shelling",
            Self::Bombing => "bombing",
            Self::AttackOnCivilians => "attack_on_civilians",
            Self::Abduction => "abduction",
            Self::Surrender => "surrender",
            Self::Withdrawal => "withdrawal",
            Self::Movement => "movement",
            Self::Agreement => "agreement",
            Self::Talks => "talks",
            Self::Arrest => "arrest",
            Self::PrisonBreak => "prison_break",
            Self::Displacement => "displacement",
            Self::Protest => "protest",
            Self::Other => "other",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether it may cost lives on the spot.
    pub(crate) fn is_violent(self) -> bool {
        matches!(self.family(), Family::Fighting | Family::RemoteViolence | Family::AgainstCivilians)
    }

    /// Its family.
    #[must_use]
    pub fn family(self) -> Family {
        match self {
            Self::Clash | Self::Capture | Self::Handover => Family::Fighting,
            Self::AirStrike | Self::Shelling | Self::Bombing => Family::RemoteViolence,
            Self::AttackOnCivilians | Self::Abduction => Family::AgainstCivilians,
            Self::Surrender | Self::Withdrawal | Self::Movement => Family::Moves,
            Self::Agreement | Self::Talks => Family::Diplomacy,
            Self::Arrest | Self::PrisonBreak | Self::Displacement | Self::Protest | Self::Other => Family::Civil,
        }
    }
}
