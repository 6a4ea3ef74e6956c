//! [`place_name()`]: places by the names that readers of a language call them by.

use super::Language;
use crate::gazetteer::french_name;

/// The name of the place of an id, where `name` is the one that the gazetteer shows: that of the English-speaking world.
#[must_use]
pub fn place_name<'a>(id: &str, name: &'a str, language: Language) -> &'a str {
    match language {
        Language::English => name,
        Language::French => french_name(id, name),
    }
}
