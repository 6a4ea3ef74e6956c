//! A user's own places, laid over the embedded ones.

use super::check::read_rows;
use super::index::{Index, IndexError};
use super::index_writer::{MAGIC, write_index};
use super::layers::Layer;
use super::walk::LAYERS;
use super::{Gazetteer, PlaceId, Row};
use crate::problem::{Fault, Problem};
use std::sync::Arc;

impl Gazetteer {
    /// This gazetteer with the places of a file in the form of `data/gazetteer.csv`: a row with the key of a place here
    /// takes its stead, any other is added. Rows that cannot be read are left out and listed, with their lines.
    #[must_use]
    pub fn with_csv(&self, text: &str, source: &str) -> (Self, Vec<Problem>) {
        let (rows, mut problems) = read_rows(text, source);
        let rows: Vec<Row> = rows.into_iter().map(|(_, row)| row).collect();
        match self.with_rows(&rows) {
            Ok(gazetteer) => {
                problems.extend(gazetteer.dangling(source));
                (gazetteer, problems)
            }
            Err(error) => {
                problems.push(Problem::failure(source, Fault::from(error)));
                (self.clone(), problems)
            }
        }
    }

    /// This gazetteer with the places of a file: an index that an import wrote, or else a CSV, see [`Self::with_csv`].
    #[must_use]
    pub fn with_file(&self, bytes: Vec<u8>, source: &str) -> (Self, Vec<Problem>) {
        if !bytes.starts_with(MAGIC) {
            return self.with_csv(&String::from_utf8_lossy(&bytes), source);
        }
        match self.with_index(bytes) {
            Ok(gazetteer) => (gazetteer, Vec::new()),
            Err(error) => (self.clone(), vec![Problem::failure(source, Fault::from(error))]),
        }
    }

    /// This gazetteer with these places over its own.
    ///
    /// # Errors
    /// Where the places are more than an index holds, or too many files are laid over each other already.
    pub fn with_rows(&self, rows: &[Row]) -> Result<Self, IndexError> {
        self.with_index(write_index(rows).map_err(IndexError::Damaged)?)
    }

    /// This gazetteer with the places of an index, as an import writes it, over its own.
    ///
    /// # Errors
    /// Where the bytes are no whole index, or too many are laid over each other already.
    pub fn with_index(&self, bytes: Vec<u8>) -> Result<Self, IndexError> {
        if self.layers.len() == LAYERS {
            return Err(IndexError::TooMany(LAYERS));
        }
        let index = Index::owned(bytes)?;
        let foreign = index.foreign().map(|key| self.by_key(key)).collect();
        let first = self.layers.last().map_or(0, |layer| layer.first + layer.index.len());
        let mut overridden = self.overridden.clone();
        for layer in &self.layers {
            overridden.extend(stated_in_both(layer, &index));
        }
        overridden.sort_unstable();
        overridden.dedup();
        let mut layers = self.layers.clone();
        layers.push(Layer { index, first, foreign });
        Ok(Self { layers, overridden, sounds: Arc::default(), countries: Arc::default() })
    }

    /// References of the last layer to places that no layer has.
    fn dangling(&self, source: &str) -> Vec<Problem> {
        let Some(last) = self.layers.last() else { return Vec::new() };
        let missing = last.index.foreign().zip(&last.foreign).filter(|(_, place)| place.is_none());
        missing.map(|(key, _)| Problem::notice(source, Fault::NoPlaceOfThatKey { key: key.to_owned() })).collect()
    }
}

impl From<IndexError> for Fault {
    fn from(error: IndexError) -> Self {
        match error {
            IndexError::Magic => Self::NoIndex,
            IndexError::Damaged(reason) => Self::DamagedIndex { reason },
            IndexError::TooMany(most) => Self::TooManyPlaceFiles { most: most.to_string() },
        }
    }
}

/// The places of a layer whose keys the index has too. Both know the order of their keys, so that it is one pass.
fn stated_in_both(layer: &Layer, index: &Index) -> Vec<PlaceId> {
    let mut found = Vec::new();
    let mut theirs = index.in_order_of_keys().peekable();
    for row in layer.index.in_order_of_keys() {
        let key = layer.index.id(row);
        while theirs.next_if(|&their| index.id(their) < key).is_some() {}
        match theirs.peek() {
            Some(&their) if index.id(their) == key => found.push(PlaceId(layer.first + row)),
            Some(_) => {}
            None => break,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Point;

    const HEADER: &str = "id,name,kind,country,admin1,latitude,longitude,population,aliases,relations\n";

    fn overlaid(lines: &str) -> (Gazetteer, Vec<String>) {
        let (gazetteer, problems) = Gazetteer::embedded().with_csv(&format!("{HEADER}{lines}"), "mine.csv");
        (gazetteer, problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_place_is_added_and_found_by_its_names() {
        let (gazetteer, problems) = overlaid("my-1,Kota-e Ashro,village,AF,AF-WAR,34.4,68.7,,Kot-i-Ashro,in:AF-WAR\n");
        assert_eq!(problems, [""; 0]);
        let place = gazetteer.named_exactly("Kot-e-Ashro")[0].place;
        let wardak = gazetteer.by_key("AF-WAR").unwrap();
        assert_eq!((gazetteer.place(place).id, gazetteer.admin1(place)), ("my-1", Some(wardak)));
        assert!(gazetteer.within(wardak, place));
        assert_eq!(gazetteer.len(), Gazetteer::embedded().len() + 1);
    }

    #[test]
    fn a_row_with_the_key_of_a_place_takes_its_stead() {
        let (gazetteer, _) = overlaid("gn1138958,Kabul,city,AF,AF-KAB,1,2,5,,capital_of:AF\n");
        let kabul = gazetteer.by_key("gn1138958").unwrap();
        assert_eq!(gazetteer.place(kabul).point, Point { latitude: 1.0, longitude: 2.0 });
        let named = gazetteer.named_exactly("Kabul");
        assert_eq!(named.iter().filter(|named| gazetteer.place(named.place).id == "gn1138958").count(), 1);
        assert_eq!(gazetteer.capital(gazetteer.country("AF").unwrap()), Some(kabul));
        assert_eq!(gazetteer.len(), Gazetteer::embedded().len());
    }

    #[test]
    fn a_division_that_is_overridden_still_holds_its_towns() {
        let (gazetteer, _) = overlaid("AF-BDG,Badghis,province,AF,,35,63.5,,,\n");
        let [badghis, town] = ["AF-BDG", "gn1129867"].map(|key| gazetteer.by_key(key).unwrap());
        assert_eq!((gazetteer.admin1(town), gazetteer.capital(badghis)), (Some(badghis), Some(town)));
        assert!(gazetteer.within(badghis, town));
    }

    #[test]
    fn bad_rows_are_listed_by_line_and_good_ones_loaded() {
        let (gazetteer, problems) = overlaid(
            "my-1,Here,city,AF,,1,2,,,\nmy-2,There,city,AF,,91,2,,,\nmy-3,Nowhere,castle,AF,,1,2,,,\nmy-1,Again,city,AF,,1,2,,,\nmy-4,Yonder,city,AF,,3,4,,,in:AF-XYZ\n",
        );
        assert_eq!(
            problems,
            [
                "mine.csv:3: fault-outside column=latitude value=91 limit=90",
                "mine.csv:4: fault-no-place-kind kind=castle kinds=country, region, province, district, city, village, \
                 air_base, border_crossing, facility, river, water, mountains",
                "mine.csv:5: fault-place-id-again id=my-1 line=2",
                "mine.csv: fault-no-place-of-that-key key=AF-XYZ",
            ]
        );
        assert!(gazetteer.by_key("my-1").is_some() && gazetteer.by_key("my-4").is_some());
        assert!(gazetteer.by_key("my-2").is_none());
    }

    #[test]
    fn a_file_with_another_header_is_refused_whole() {
        let (gazetteer, problems) = Gazetteer::embedded().with_csv("name,lat,lon\nKabul,1,2\n", "mine.csv");
        assert_eq!(problems.len(), 1);
        assert_eq!(gazetteer.len(), Gazetteer::embedded().len());
    }

    #[test]
    fn no_more_files_than_there_are_layers() {
        let (one, _) = overlaid("my-1,Here,city,AF,,1,2,,,\n");
        let rows = [Row { id: "my-2".to_owned(), name: "There".to_owned(), ..Row::default() }];
        let two = one.with_rows(&rows).unwrap();
        assert!(two.by_key("my-1").is_some() && two.by_key("my-2").is_some());
        assert!(matches!(two.with_rows(&rows), Err(IndexError::TooMany(LAYERS))));
    }
}
