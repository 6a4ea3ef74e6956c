//! [`french_name()`]: what a place is called in French, from `data/names_fr.csv`.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Debug, Deserialize)]
struct Row {
    id: String,
    name: String,
    french: String,
}

static NAMES: LazyLock<BTreeMap<String, Row>> = LazyLock::new(|| {
    let text = include_str!("../../data/names_fr.csv");
    let rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize::<Row>();
    rows.map(|row| row.expect("the embedded table is tested to be whole")).map(|row| (row.id.clone(), row)).collect()
});

/// The French name of the place of an id and a name: `gn112931`, `Tehran` is `Téhéran`. A place without another name in French, and
/// one that a user has named otherwise, keeps the one it has.
#[must_use]
pub fn french_name<'a>(id: &str, name: &'a str) -> &'a str {
    NAMES.get(id).filter(|row| row.name == name).map_or(name, |row| &row.french)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;

    #[test]
    fn a_place_is_called_as_the_french_call_it_unless_somebody_named_it_otherwise() {
        assert_eq!(french_name("gn112931", "Tehran"), "Téhéran");
        assert_eq!(french_name("AF", "Afghanistan"), "Afghanistan");
        assert_eq!(french_name("gn112931", "Teheran (centre)"), "Teheran (centre)");
    }

    #[test]
    fn every_french_name_is_of_a_place_there_is_and_another_than_its_own() {
        assert!(NAMES.len() > 700);
        let gazetteer = Gazetteer::embedded();
        for row in NAMES.values() {
            let place = gazetteer.by_key(&row.id).map(|id| gazetteer.place(id));
            assert_eq!(place.map(|place| place.name), Some(row.name.as_str()), "{}", row.id);
            assert_ne!(row.name, row.french, "{}", row.id);
        }
    }
}
