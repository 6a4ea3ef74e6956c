//! What was read from a report, as bytes: with a sum, so that bytes that were altered are read anew and not believed.

use super::error::ProjectError;
use crate::document::Publication;
use crate::event::Mention;
use crate::gazetteer::checksum::crc32;
use crate::pipeline::Reading;
use crate::timex::Timex;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What the reports around it change of a reading.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Joined {
    pub(super) publication: Publication,
    pub(super) timexes: Vec<Timex>,
    pub(super) mentions: Vec<Mention>,
}

/// The bytes of a value: `postcard`, then the sum.
pub(super) fn pack(value: &impl Serialize) -> Result<Vec<u8>, ProjectError> {
    let mut bytes = postcard::to_stdvec(value).map_err(|error| ProjectError::Store(error.to_string()))?;
    bytes.extend(crc32(&bytes).to_le_bytes());
    Ok(bytes)
}

/// The value of bytes; `None` where they are not those that were packed.
pub(super) fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let (body, sum) = bytes.split_last_chunk::<4>().map(|(body, sum)| (body, u32::from_le_bytes(*sum)))?;
    if crc32(body) != sum {
        return None;
    }
    postcard::from_bytes(body).ok()
}

/// A reading out of its bytes.
pub(super) fn reading(bytes: &[u8]) -> Option<Reading> {
    unpack(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::gazetteer::Gazetteer;
    use crate::pipeline::Engine;
    use crate::reason::DocumentIndex;

    #[test]
    fn a_reading_comes_back_as_it_was_and_an_altered_one_not_at_all() {
        let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
        for document in crate::corpus::Corpus::bundled().documents {
            let read = engine.read_report(&document, DocumentIndex(0));
            let mut bytes = pack(&read).unwrap();
            assert_eq!(reading(&bytes).as_ref(), Some(&read));
            for at in [0, bytes.len() / 2, bytes.len() - 1] {
                bytes[at] ^= 1;
                assert_eq!(reading(&bytes), None);
                bytes[at] ^= 1;
            }
            assert_eq!(reading(&bytes[..bytes.len() - 5]), None);
        }
    }

    #[test]
    fn every_word_of_an_expression_of_time_comes_back() {
        let engine = Engine::bundled(Gazetteer::embedded().clone()).unwrap();
        let text = "Recently, on Monday morning at 10:30 GMT, last spring, every Tuesday evening and in the coming days, they met.";
        let read = engine.read_report(&Document::new("a", text), DocumentIndex(0));
        assert_eq!(reading(&pack(&read).unwrap()), Some(read));
    }
}
