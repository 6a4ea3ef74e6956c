//! [`FormerPlaces`]: which places the log of corrections means by their names, so that they can be told in the reader's language.

use crate::collection::Collection;
use crate::correction::{Log, places_before};
use crate::gazetteer::Gazetteer;
use crate::ui::texts::Texts;
use crate::wording::places::place_name;
use std::collections::BTreeMap;

/// Keys of the gazetteer by name; none where the log means several places of that name.
#[derive(Debug, Default)]
pub(super) struct FormerPlaces(BTreeMap<String, Option<String>>);

impl FormerPlaces {
    /// The places that a log says were there before: as read, or as an earlier correction had them.
    pub(super) fn of(log: &Log, read: &Collection, gazetteer: &Gazetteer) -> Self {
        let mut places = Self::default();
        for place in places_before(log, read) {
            let place = gazetteer.place(place);
            places.add(place.id, place.name);
        }
        let changes = log.entries().filter_map(|(_, entry)| log.change_of(entry));
        for place in changes.filter_map(crate::correction::Change::place) {
            places.add(place.key(), place.name());
        }
        places
    }

    fn add(&mut self, key: &str, name: &str) {
        let known = self.0.entry(name.to_owned()).or_insert_with(|| Some(key.to_owned()));
        if known.as_deref() != Some(key) {
            *known = None;
        }
    }

    /// The name that readers call it by.
    pub(super) fn name<'a>(&self, name: &'a str, texts: &Texts) -> &'a str {
        let key = self.0.get(name).and_then(Option::as_deref);
        key.map_or(name, |key| place_name(key, name, texts.language()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_state::Language;

    #[test]
    fn a_name_that_two_places_share_is_told_as_the_log_has_it() {
        let texts = Texts::new(Language::French);
        let mut places = FormerPlaces::default();
        places.add("gn112931", "Tehran");
        assert_eq!(places.name("Tehran", &texts), "Téhéran");
        places.add("x-elsewhere", "Tehran");
        places.add("gn112931", "Tehran");
        assert_eq!(places.name("Tehran", &texts), "Tehran");
    }
}
