//! [`Change`]: one thing that a user corrects.

use super::anchor::Anchor;
use super::chosen_place::ChosenPlace;
use super::figure::Figure;
use super::subject::{MentionAnchor, Subject};
use crate::edtf::DateSet;
use crate::event::{Certainty, ClaimKind, EventKind};
use serde::{Deserialize, Serialize};

/// How far a corrected place name reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// This one mention of it.
    Mention,
    /// All mentions of the name in the report.
    Report,
    /// All mentions of the name in all reports.
    Reports,
}

/// One thing that a user corrects, with what it is to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// Where it was; `None` is not known.
    Place {
        /// The tellings.
        of: Subject,
        /// The place.
        to: Option<ChosenPlace>,
    },
    /// What a place name stands for; `None` where it is no place. Events placed by it go along.
    Name {
        /// The name, where it stands.
        of: Anchor,
        /// Which mentions of it.
        scope: Scope,
        /// The place.
        to: Option<ChosenPlace>,
    },
    /// When it was; `None` is not known.
    Day {
        /// The tellings.
        of: Subject,
        /// The days.
        #[serde(with = "edtf")]
        to: Option<DateSet>,
    },
    /// What happened.
    Kind {
        /// The tellings.
        of: Subject,
        /// The kind.
        to: EventKind,
    },
    /// How sure the report is.
    Certainty {
        /// The tellings.
        of: Subject,
        /// How sure.
        to: Certainty,
    },
    /// A figure: changed, added (`from` is none), or taken away (`to` is none).
    Figure {
        /// The telling that it is of.
        of: MentionAnchor,
        /// The words of the figure.
        words: Anchor,
        /// What was counted in the figure as read.
        from: Option<ClaimKind>,
        /// The figure.
        to: Option<Figure>,
    },
    /// It is no event.
    NotAnEvent {
        /// The tellings.
        of: Subject,
    },
    /// Words that tell an event nobody saw.
    NewEvent {
        /// The words: they are its quote.
        words: Anchor,
        /// What happened.
        kind: EventKind,
        /// How sure the report is.
        certainty: Certainty,
        /// Where.
        place: Option<ChosenPlace>,
        /// When.
        #[serde(with = "edtf")]
        day: Option<DateSet>,
    },
    /// Tellings that are of another event than those they were joined with.
    Split {
        /// Those that go.
        of: Subject,
        /// Those that stay.
        from: Subject,
    },
    /// Tellings that are of one event.
    Join {
        /// Those of one.
        one: Subject,
        /// Those of the other.
        other: Subject,
    },
}

impl Change {
    /// What is corrected, as a word for lists: `place`, `day`.
    #[must_use]
    pub fn what(&self) -> &'static str {
        match self {
            Self::Place { .. } => "place",
            Self::Name { .. } => "place name",
            Self::Day { .. } => "day",
            Self::Kind { .. } => "kind",
            Self::Certainty { .. } => "certainty",
            Self::Figure { .. } => "figure",
            Self::NotAnEvent { .. } => "not an event",
            Self::NewEvent { .. } => "new event",
            Self::Split { .. } => "split",
            Self::Join { .. } => "join",
        }
    }

    /// The place that something is to be at, where that is what it sets.
    #[must_use]
    pub fn place(&self) -> Option<&ChosenPlace> {
        match self {
            Self::Place { to, .. } | Self::Name { to, .. } => to.as_ref(),
            Self::NewEvent { place, .. } => place.as_ref(),
            _ => None,
        }
    }

    /// What it is to be, in words.
    #[must_use]
    pub fn after(&self) -> String {
        let place = |place: &Option<ChosenPlace>| match place {
            Some(place) => format!("{} ({})", place.name(), place.key()),
            None => "no place".to_owned(),
        };
        let day = |day: &Option<DateSet>| day.as_ref().map_or_else(|| "no day".to_owned(), ToString::to_string);
        match self {
            Self::Place { to, .. } | Self::Name { to, scope: Scope::Mention, .. } => place(to),
            Self::Name { to, scope: Scope::Report, .. } => format!("{}, all over the report", place(to)),
            Self::Name { to, scope: Scope::Reports, .. } => format!("{}, in all reports", place(to)),
            Self::Day { to, .. } => day(to),
            Self::Kind { to, .. } => to.name().to_owned(),
            Self::Certainty { to, .. } => to.name().to_owned(),
            Self::Figure { to, .. } => to.as_ref().map_or_else(|| "no figure".to_owned(), ToString::to_string),
            Self::NotAnEvent { .. } => "no event".to_owned(),
            Self::NewEvent { kind, place: at, day: when, .. } => {
                format!("{} at {}, {}", kind.name(), place(at), day(when))
            }
            Self::Split { .. } => "an event of its own".to_owned(),
            Self::Join { .. } => "one event".to_owned(),
        }
    }

    /// The words that it rests on, in the order in which it names them.
    #[must_use]
    pub fn anchors(&self) -> Vec<&Anchor> {
        match self {
            Self::Place { of, .. }
            | Self::Day { of, .. }
            | Self::Kind { of, .. }
            | Self::Certainty { of, .. }
            | Self::NotAnEvent { of } => triggers(of),
            Self::Name { of, .. } => vec![of],
            Self::Figure { of, words, .. } => vec![words, &of.trigger],
            Self::NewEvent { words, .. } => vec![words],
            Self::Split { of, from } => [triggers(of), triggers(from)].concat(),
            Self::Join { one, other } => [triggers(one), triggers(other)].concat(),
        }
    }
}

fn triggers(subject: &Subject) -> Vec<&Anchor> {
    subject.anchors().iter().map(|mention| &mention.trigger).collect()
}

/// Days are stored as EDTF, which other programs read too.
mod edtf {
    use crate::edtf::DateSet;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::ref_option, reason = "serde hands the field over as it is")]
    pub(super) fn serialize<S: Serializer>(days: &Option<DateSet>, to: S) -> Result<S::Ok, S::Error> {
        days.as_ref().map(ToString::to_string).serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<DateSet>, D::Error> {
        let text: Option<String> = Option::deserialize(from)?;
        text.map(|text| DateSet::parse(&text).map_err(D::Error::custom)).transpose()
    }
}
