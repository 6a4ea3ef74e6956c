//! [`Trouble`]: why another map than the offline one is not shown, or not all of it.

use crate::problem::Fault;
use crate::ui::Texts;
use crate::wording::reasons::fault_words;

/// What the matter is, and with what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The file or the server, by name.
    pub what: String,
    /// What the matter is.
    pub kind: TroubleKind,
}

/// What can be the matter with a map.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TroubleKind {
    /// The file can't be read.
    #[error("the file can't be read: {0:?}")]
    NotReadable(Fault),
    /// The file is something else.
    #[error("it is no PMTiles archive")]
    NoArchive,
    /// The archive is cut short, or its directory makes no sense.
    #[error("the archive is damaged: {0}")]
    Damaged(String),
    /// Tiles in a form that is not drawn here.
    #[error("its tiles are {0}, which is not drawn here")]
    UnknownTiles(String),
    /// What comes for a tile is none.
    #[error("what comes is no tile: {0}")]
    NoTile(String),
    /// The system gives no means to fetch anything.
    #[error("nothing can be fetched: {0}")]
    NoMeans(String),
    /// There is no way to the server.
    #[error("the server can't be reached")]
    Unreachable,
    /// The server does not answer in time.
    #[error("the server does not answer")]
    Stalled,
    /// The server answers with an HTTP status that says no.
    #[error("the server answers {0}")]
    Refused(u16),
}

impl Trouble {
    /// The line that is shown.
    #[must_use]
    pub fn words(&self, texts: &Texts) -> String {
        let reason = match &self.kind {
            TroubleKind::NotReadable(reason) => {
                texts.with("map-not-readable", [("reason", fault_words(reason, texts).into())])
            }
            TroubleKind::NoArchive => texts.get("map-no-archive"),
            TroubleKind::Damaged(_) => texts.get("map-damaged"),
            TroubleKind::UnknownTiles(form) => texts.with("map-unknown-tiles", [("form", form.as_str().into())]),
            TroubleKind::NoTile(_) => texts.get("map-no-tile"),
            TroubleKind::NoMeans(_) | TroubleKind::Unreachable => texts.get("map-unreachable"),
            TroubleKind::Stalled => texts.get("map-stalled"),
            TroubleKind::Refused(status) => texts.with("map-refused", [("status", (*status).into())]),
        };
        texts.with("map-trouble", [("what", self.what.as_str().into()), ("reason", reason.into())])
    }
}
