//! [`Bytes`]: the bytes of an index, embedded or read from a file.

use std::ops::Range;
use std::sync::Arc;

#[derive(Clone)]
pub(super) enum Bytes {
    Embedded(&'static [u8]),
    Owned(Arc<[u8]>),
}

/// A range of the bytes, for the map of keys to own.
#[derive(Clone)]
pub(super) struct Part {
    bytes: Bytes,
    range: Range<usize>,
}

impl Bytes {
    pub(super) fn as_slice(&self) -> &[u8] {
        match self {
            Self::Embedded(bytes) => bytes,
            Self::Owned(bytes) => bytes,
        }
    }
}

impl AsRef<[u8]> for Part {
    fn as_ref(&self) -> &[u8] {
        self.bytes.as_slice().get(self.range.clone()).unwrap_or_default()
    }
}

/// The little-endian number at a byte.
pub(super) fn number(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

impl Part {
    pub(super) fn new(bytes: Bytes, range: Range<usize>) -> Self {
        Self { bytes, range }
    }
}
