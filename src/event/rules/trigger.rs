//! [`Trigger`]: what tells an event, and what it asks of the words around it.

use crate::event::kind::EventKind;
use serde::Deserialize;

/// What a trigger tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TriggerKind {
    /// This kind.
    Is(EventKind),
    /// An attack: fighting, unless its method or victims say otherwise.
    Attack,
    /// A killing: the same, and one with another trigger of its clause.
    Killing,
    /// People are seized: an arrest by those in power, else an abduction.
    Seizing,
    /// Nothing: a turn of speech that keeps its shorter readings quiet, *took the wounded to hospital*.
    Nothing,
}

/// What is common to the verbs and nouns of one `[[event.trigger]]`.
#[derive(Clone, Copy, Debug)]
pub struct Trigger {
    /// What it tells.
    pub kind: TriggerKind,
    /// Where its place stands.
    pub place: PlaceRole,
    /// What has to stand by it, one bit each: see [`Need`].
    pub needs: u16,
    /// Whether it tells what lasts: *held since Friday* began on that day.
    pub lasts: bool,
}

/// Where the place of an event stands by its trigger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceRole {
    /// Anywhere, by a preposition of place.
    #[default]
    At,
    /// What is taken, attacked, left: the object, or the subject of a passive.
    Object,
    /// What falls: the subject.
    Subject,
    /// After *into*, *towards*.
    Into,
    /// After *from*.
    From,
}

/// What has to stand by a trigger for it to tell an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// A place in its role, by name or by noun.
    Place,
    /// People as its object, or as the subject of a passive.
    People,
    /// The same, or a person by name or pronoun: *abducted him*, *l'ont enlevé*.
    Somebody,
    /// No place right after it: *se rendre à Kaboul* is travel.
    NoPlace,
    /// Fighters as its subject.
    Fighters,
    /// Fighters as its subject or its object: who sends them need not be one.
    Troops,
    /// Fighters as its object, or as the subject of a passive.
    Routed,
    /// Those who speak for a country or a side as its subject.
    Delegates,
    /// Prisoners as its subject or object.
    Prisoners,
    /// Civilians as its subject.
    Civilians,
    /// Something it is done with, named in its clause: see `[[event.method]]`.
    Method,
    /// Somebody it is done by: nothing without a subject that is a group of people.
    Group,
    /// Those who fight and are no authority as its subject: an armed group has no planes to bomb from.
    Rebels,
    /// A day or a length of time in its clause: *in their hands since Sunday*.
    Time,
}

impl Need {
    /// Its bit in [`Trigger::needs`].
    pub(crate) const fn bit(self) -> u16 {
        1 << (self as u16)
    }

    /// All needs.
    pub(crate) const ALL: [Self; 14] = [
        Self::Place,
        Self::People,
        Self::Somebody,
        Self::NoPlace,
        Self::Fighters,
        Self::Troops,
        Self::Routed,
        Self::Delegates,
        Self::Prisoners,
        Self::Civilians,
        Self::Method,
        Self::Group,
        Self::Rebels,
        Self::Time,
    ];
}
