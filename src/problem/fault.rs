//! [`Fault`]: what is wrong with a file, a table, a place or a correction.
//!
//! Faults are data and know no language; [`crate::wording::reasons`] puts them into words, from `data/faults`.

use serde::{Deserialize, Serialize};
use std::io::{self, ErrorKind};

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
    // Projects, and files that are written.
    NoFolderToWriteIn => "no-folder-to-write-in",
    MayNotBeWritten => "may-not-be-written",
    DiskFull => "disk-full",
    CannotBeWritten { reason } => "cannot-be-written",
    FileThere => "file-there",
    NoFormOfThatName { endings } => "no-form-of-that-name",
    NoProject => "no-project",
    CutProject { have, stated } => "cut-project",
    DamagedProject { reason } => "damaged-project",
    AlteredText => "altered-text",
    LostReports { count } => "lost-reports",
    ReadOnlyProject { why } => "read-only-project",
    ProjectGone => "project-gone",
    NoEngine { reason } => "no-engine",
    SaidByDatabase { reason } => "said-by-database",
    NotStored { reason } => "not-stored",
    NotBroughtUpToDate { from, reason } => "not-brought-up-to-date",
    BroughtUpToDate { kept } => "brought-up-to-date",
    NoUnicodeName { name } => "no-unicode-name",
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

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::of_reading(&error)
    }
}

impl Fault {
    /// Why a file could not be read.
    #[must_use]
    pub fn of_reading(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::NoSuchFile,
            ErrorKind::PermissionDenied => Self::NoPermission,
            _ => Self::CannotBeRead { reason: error.to_string() },
        }
    }

    /// Why a file could not be written. What is not found then is its folder.
    #[must_use]
    pub fn of_writing(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::NoFolderToWriteIn,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::MayNotBeWritten,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::CannotBeWritten { reason: error.to_string() },
        }
    }
}
