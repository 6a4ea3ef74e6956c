//! Corrections: what a user knows better than the program, kept apart from what was read and laid over it anew each time.
//!
//! A [`Change`] addresses what it changes by the words it rests on ([`Anchor`]), so that it is found again in a report that was
//! edited and by a program that reads differently. The [`Log`] keeps every change, its undoing and its redoing, with who and
//! when; [`apply()`] lays those in force over a [`crate::collection::Collection`].

mod anchor;
mod apply;
mod before;
mod change;
mod chosen_place;
mod edits;
mod figure;
mod figure_edit;
mod log;
mod mention_edit;
mod moment;
mod name_edit;
mod resolve;
mod subject;
mod telling;

pub use anchor::Anchor;
pub use apply::{Corrected, apply};
pub use before::{before, places_before};
pub use change::{Change, Scope};
pub use chosen_place::{ChosenPlace, PlaceError};
pub use figure::Figure;
pub use log::{Act, Entry, Log};
pub use moment::Moment;
pub use subject::{MentionAnchor, Subject};
pub use telling::telling;
