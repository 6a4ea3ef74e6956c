//! [`Reading`]: what one report gives by itself, kept so that a report that did not change need not be read again.

use super::BUNDLED;
use crate::collection::Annotation;
use crate::event::Mention;
use crate::gazetteer::{Gazetteer, PlaceId};
use crate::reason::DocumentIndex;
use crate::timex::Expression;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Raised when what is kept of a report takes another shape: readings of the shape before are then read anew.
const SHAPE: u32 = 3;

/// What one report gives before the reports around it are weighed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub(crate) annotation: Annotation,
    pub(crate) expressions: Vec<Expression>,
    pub(crate) mentions: Vec<Mention>,
}

impl Reading {
    /// The same reading of the report at another place among others.
    #[must_use]
    pub fn at(mut self, document: DocumentIndex) -> Self {
        for mention in &mut self.mentions {
            mention.document = document;
        }
        self
    }

    /// Whether all its places are those of a gazetteer: a reading may come out of a file.
    #[must_use]
    pub fn fits(&self, gazetteer: &Gazetteer) -> bool {
        let named = self.annotation.toponyms.iter().flat_map(|toponym| {
            toponym.place.into_iter().chain(toponym.candidates.iter().map(|candidate| candidate.place))
        });
        let told = self.mentions.iter().filter_map(|mention| mention.place.as_ref()).map(|place| place.place);
        let fits = |place: PlaceId| gazetteer.holds(place);
        named.chain(told).all(fits)
    }

    /// What readings depend on beside the report: they hold as long as it is the same.
    #[must_use]
    pub fn key(gazetteer: &Gazetteer) -> String {
        let mut hash = Sha256::new();
        for (name, source) in BUNDLED {
            hash.update(name.as_bytes());
            hash.update(source.as_bytes());
        }
        for sum in gazetteer.sums() {
            hash.update(sum.to_le_bytes());
        }
        let sum = hash.finalize().first_chunk().map_or(0, |bytes| u64::from_be_bytes(*bytes));
        format!("{}.{SHAPE}-{sum:016x}", env!("CARGO_PKG_VERSION"))
    }
}
