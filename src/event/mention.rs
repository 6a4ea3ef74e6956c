//! [`Mention`]: one telling of an event, in one sentence of one report.

use super::claim::Claim;
use super::kind::EventKind;
use crate::edtf::DateSet;
use crate::gazetteer::PlaceId;
use crate::reason::{DocumentIndex, Reason};
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// How sure the report is that it happened. Only [`Certainty::Reported`] and [`Certainty::Claimed`] make events on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Certainty {
    Reported,
    Claimed,
    Denied,
    Planned,
    Hypothetical,
}

impl Certainty {
    /// All of them, the surest first.
    pub const ALL: [Self; 5] = [Self::Reported, Self::Claimed, Self::Denied, Self::Planned, Self::Hypothetical];

    /// The name in files and outputs: `reported`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Claimed => "claimed",
            Self::Denied => "denied",
            Self::Planned => "planned",
            Self::Hypothetical => "hypothetical",
        }
    }

    /// The certainty of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|certainty| certainty.name() == name)
    }

    /// Whether it goes on the map.
    #[must_use]
    pub fn is_plotted(self) -> bool {
        matches!(self, Self::Reported | Self::Claimed)
    }
}

/// How the place of a mention was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceHow {
    /// Named in the sentence.
    Named,
    /// Described in the sentence: *the provincial capital of Badghis*.
    Described,
    /// What the text around is about: *the city*.
    FromContext,
    /// A user said so.
    ByHand,
}

/// Where a mention's event was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MentionPlace {
    /// The place.
    pub place: PlaceId,
    /// How it was found.
    pub how: PlaceHow,
    /// Whether the event was at the place or only close to it ("near Kandahar").
    pub near: bool,
    /// The words that name or describe it, wherever they stand in the report.
    pub span: Span,
    /// Index of the toponym among the report's, where there is one.
    pub toponym: Option<u32>,
}

impl MentionPlace {
    /// Whether its sentence does not say where it was: it is what the text around is about.
    pub(crate) fn is_of_context(&self) -> bool {
        self.how == PlaceHow::FromContext
    }

    /// The same place, as what the text around is about.
    pub(crate) fn into_context(self) -> Self {
        Self { how: PlaceHow::FromContext, ..self }
    }
}

/// How the day of a mention was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhenHow {
    /// An expression in its sentence.
    Named,
    /// The day the text around is at.
    FromContext,
    /// The publication day of the report.
    Publication,
    /// Another report that tells the same event.
    OtherReport,
    /// A user said so.
    ByHand,
}

/// How the day of a mention lies to its timex.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeRelation {
    /// On it, or on one of its days.
    #[default]
    At,
    /// From it to the publication day: *since 1 May*.
    Since,
    /// The days that lead up to it: *until Friday*.
    Until,
    /// Before it.
    Before,
    /// After it.
    After,
    /// So many days before it: *the raid came two days after a bomb went off*.
    DaysBefore(i16),
}

/// What somebody does in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Role {
    Agent,
    Target,
    Participant,
}

/// A group or person taking part, by one name in all languages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Actor {
    /// `Taliban`, `Afghan air force`.
    pub name: String,
    /// What they do in it.
    pub role: Role,
    /// The words that name them.
    pub span: Span,
}

/// Who tells it inside the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// As the report names them.
    pub name: String,
    /// The words that do.
    pub span: Span,
}

/// One telling of an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// The report.
    pub document: DocumentIndex,
    /// The sentence, as quoted.
    pub quote: Span,
    /// The words that tell what happened.
    pub trigger: Span,
    /// What happened.
    pub kind: EventKind,
    /// How sure the report is.
    pub certainty: Certainty,
    /// Where.
    pub place: Option<MentionPlace>,
    /// For people on the move, the towns that the sentence names beside that place: where from, where to.
    pub ends: Vec<PlaceId>,
    /// When, with all that is known now.
    pub when: Option<DateSet>,
    /// How the day was found.
    pub when_how: WhenHow,
    /// Index of the timex among the report's, where there is one.
    pub timex: Option<u32>,
    /// How the day lies to that timex.
    pub relation: TimeRelation,
    /// Whether that is the evening or the night of the day: another report may count it to the next.
    pub by_night: bool,
    /// Other sentences of the report that tell the same and add neither place nor day of their own, in reading order.
    pub retellings: Vec<Span>,
    /// Who takes part.
    pub actors: Vec<Actor>,
    /// Figures told of it in this report.
    pub claims: Vec<Claim>,
    /// Who tells it.
    pub speaker: Option<Speaker>,
    /// Why this certainty, place and day.
    pub reason: Reason,
}
