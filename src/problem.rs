//! [`Problem`]: bad input, as data.

mod fault;

pub use fault::Fault;

use crate::reason::{Phrase, Statement};
use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Something in the input that could not be used, or was used with a doubt. Work goes on without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, or the document's id.
    pub source: String,
    /// Line of the file (from 1), where that says something.
    pub line: Option<u64>,
    /// Where in the report, where the words can be shown.
    pub at: Option<Span>,
    /// What is wrong and what was done.
    pub message: Message,
    /// Whether the input was left out, or only read with a doubt.
    pub severity: Severity,
}

/// What is wrong with an input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Message {
    /// In English, as readers of files and systems put it: lower case, no full stop.
    Words(String),
    /// What the program found itself: [`crate::wording::reasons`] puts it into words.
    Phrase(Box<Phrase>),
    /// What is wrong with a file, or a part of it; put into words there too.
    Fault(Box<Fault>),
}

impl From<String> for Message {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<&str> for Message {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<Phrase> for Message {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(Box::new(phrase))
    }
}

impl From<Fault> for Message {
    fn from(fault: Fault) -> Self {
        Self::Fault(Box::new(fault))
    }
}

impl From<Statement> for Message {
    fn from(statement: Statement) -> Self {
        Phrase::Said(statement).into()
    }
}

/// The words, or the key of a phrase or fault: no language is known here.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => f.write_str(words),
            Self::Phrase(phrase) => f.write_str(phrase.key()),
            Self::Fault(fault) => {
                f.write_str(fault.key())?;
                fault.values().iter().try_for_each(|(name, value)| write!(f, " {name}={value}"))
            }
        }
    }
}

/// Whether an input with a [`Problem`] was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It was used, and the message says how.
    Notice,
    /// It was left out.
    Failure,
}

impl Problem {
    /// An input that was left out.
    #[must_use]
    pub fn failure(source: impl Into<String>, message: impl Into<Message>) -> Self {
        Self { source: source.into(), line: None, at: None, message: message.into(), severity: Severity::Failure }
    }

    /// An input that was used all the same.
    #[must_use]
    pub fn notice(source: impl Into<String>, message: impl Into<Message>) -> Self {
        Self { severity: Severity::Notice, ..Self::failure(source, message) }
    }

    /// Whether it is a doubt about the days of reports that were read all the same, and nothing is wrong with an input.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        matches!(&self.message, Message::Phrase(phrase) if matches!(**phrase, Phrase::CannotBothHold(_)))
    }

    /// The same problem, in words of a report.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.at = Some(span);
        self
    }

    /// The same problem, at a line.
    #[must_use]
    pub fn at_line(mut self, line: u64) -> Self {
        self.line = Some(line);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.source, self.message),
            None => write!(f, "{}: {}", self.source, self.message),
        }
    }
}
