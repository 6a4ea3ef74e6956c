//! [`Fault`]: what is wrong with a file, a table, a place or a correction.
//!
//! Faults are data and know no language; [`crate::wording::reasons`] puts them into words, from `data/faults`.

use serde::{Deserialize, Serialize};

/// The faults, each with the key of its words in the catalogues and the values that go into them.
macro_rules! faults {
    ($($name:ident $({ $($value:ident),* })? => $key:literal,)*) => {
        /// What is wrong with an input, always in the same words: [`Fault::key`] finds them in the catalogues.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[expect(missing_docs, reason = "the catalogues have the words")]
        pub enum Fault {
            $($name $({ $($value: String),* })?,)*
        }

        impl Fault {
            /// The key of the words of each, in the order of the catalogues, with the names of its values.
            pub const KEYS: &[(&str, &[&str])] = &[$((concat!("fault-", $key), &[$($(stringify!($value)),*)?]),)*];

            /// The key of its words: `fault-no-such-file`.
            #[must_use]
            pub fn key(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => concat!("fault-", $key),)*
                }
            }

            /// What goes into its words, by name.
            #[must_use]
            pub fn values(&self) -> Vec<(&'static str, &str)> {
                match self {
                    $(Self::$name $({ $($value),* })? => vec![$($((stringify!($value), $value.as_str())),*)?],)*
                }
            }
        }
    };
}

faults! {
    // Files and folders.
    NoSuchFile => "no-such-file",
    NoPermission => "no-permission",
    CannotBeRead { reason } => "cannot-be-read",
    TooLarge { megabytes } => "too-large",
    NoReportInFolder => "no-report-in-folder",
    PassedOver => "passed-over",
    Empty => "empty",
    NoText { kind } => "no-text",
    ReadAs { encoding } => "read-as",
    ReadAsWithLosses { encoding } => "read-as-with-losses",
    NotUtf8 => "not-utf8",
    SameText { report } => "same-text",
    NoLongerThere => "no-longer-there",
    KeptInProject => "kept-in-project",
    // Watched folders.
    CannotBeWatched { reason } => "cannot-be-watched",
    NoFolderToWatch => "no-folder-to-watch",
    WatchedFolderGone => "watched-folder-gone",
    ChangeMissed { reason } => "change-missed",
    // Tables of reports, and what lies beside a report.
    NoJsonRow { reason } => "no-json-row",
    NoTextColumn => "no-text-column",
    NoCsv { reason } => "no-csv",
    BadRow { reason } => "bad-row",
    NoTextInRow => "no-text-in-row",
    NoPublicationDay { published } => "no-publication-day",
    NoSidecar { reason } => "no-sidecar",
    // The user's own places.
    NoPlaceHeader { header } => "no-place-header",
    Columns { have, wanted } => "columns",
    NoPlaceId => "no-place-id",
    NoPlaceName { id } => "no-place-name",
    NoCountryCode { country } => "no-country-code",
    NoPlaceKind { kind, kinds } => "no-place-kind",
    NoNumber { column, value } => "no-number",
    Outside { column, value, limit } => "outside",
    NoRelation { relation } => "no-relation",
    PlaceIdAgain { id, line } => "place-id-again",
    NoPlaceOfThatKey { key } => "no-place-of-that-key",
    NoIndex => "no-index",
    DamagedIndex { reason } => "damaged-index",
    TooManyPlaceFiles { most } => "too-many-place-files",
    // Corrections that are without effect, or a part of them.
    LostReport { entry, what } => "lost-report",
    LostWords { entry, what, words } => "lost-words",
    LostMention { entry, what, words } => "lost-mention",
    LostName { entry, what, words } => "lost-name",
    LostFigure { entry, what, words } => "lost-figure",
    LostPlace { entry, what, place } => "lost-place",
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::NoSuchFile,
            std::io::ErrorKind::PermissionDenied => Self::NoPermission,
            _ => Self::CannotBeRead { reason: error.to_string() },
        }
    }
}
