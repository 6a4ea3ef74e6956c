//! [`Document`]: one report, as it was read.

use crate::edtf::DateSet;
use crate::reason::Reason;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::PathBuf;

/// One report. Its text is kept byte for byte as read (decoded to UTF-8), and every [`crate::span::Span`] refers to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Unique in its collection: the path relative to the folder read, or the `id` of a JSON line.
    pub id: String,
    /// The file it was read from, if it was.
    pub path: Option<PathBuf>,
    /// The table that it is a row of, if it is.
    pub table: Option<PathBuf>,
    /// The headline, where one is known.
    pub title: Option<String>,
    /// Code of the language stated by the source (`fr`, `en`); `None` leaves it to detection.
    pub language: Option<String>,
    /// The whole text.
    pub text: String,
    /// The day of publication stated outside the text: a JSON field, an argument, a sidecar.
    pub stated: Option<DateSet>,
}

impl Document {
    /// A report that is nothing but a text.
    #[must_use]
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), path: None, table: None, title: None, language: None, text: text.into(), stated: None }
    }

    /// SHA-256 of the text, in hexadecimal: `sha256sum` prints the same of a report file in UTF-8.
    #[must_use]
    pub fn hash(&self) -> String {
        Sha256::digest(self.text.as_bytes()).iter().fold(String::with_capacity(64), |mut hash, byte| {
            // Writing to a string does not fail.
            let _ = write!(hash, "{byte:02x}");
            hash
        })
    }
}

/// When a report came out (its document creation time): what it says, and what follows from everything in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// What the report, or who handed it over, states.
    pub stated: Option<DateSet>,
    /// What is left after every expression of the report, and of the reports around it, has been weighed.
    pub inferred: DateSet,
    /// Whether the day is told without its year and fits others as well.
    #[serde(default)]
    pub fits_other_years: bool,
    /// Why.
    pub reason: Reason,
}
