//! [`name_of()`]: a place of the store in the words of the window.

use super::texts::Texts;
use crate::store::StoredPlace;
use crate::wording::places::place_name;

/// The name of a place as readers of the window's language call it.
pub(super) fn name_of<'a>(place: &'a StoredPlace, texts: &Texts) -> &'a str {
    place_name(&place.id, &place.name, texts.language())
}
