//! [`Nested`]: which of two places holds the other, for those asked before.

use crate::gazetteer::{Gazetteer, PlaceId};
use rustc_hash::FxHashMap;

/// Answers of the gazetteer that are kept: mentions of the same few places are compared again and again.
#[derive(Debug, Default)]
pub(super) struct Nested(FxHashMap<(PlaceId, PlaceId), bool>);

impl Nested {
    /// Whether two places are one, or one holds the other.
    pub(super) fn share(&mut self, here: PlaceId, there: PlaceId, gazetteer: &Gazetteer) -> bool {
        let holds = || gazetteer.within(here, there) || gazetteer.within(there, here);
        here == there || *self.0.entry((here.min(there), here.max(there))).or_insert_with(holds)
    }
}
