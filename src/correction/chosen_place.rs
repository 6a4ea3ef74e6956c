//! [`ChosenPlace`]: a place that a user chose, of the gazetteer or of their own.

use crate::fold::fold;
use crate::gazetteer::{Gazetteer, PlaceId, PlaceKind, Point, Row};
use serde::{Deserialize, Serialize};

/// A place as chosen, with enough of it to stand by itself where a later gazetteer lacks it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Stated")]
pub struct ChosenPlace {
    key: String,
    name: String,
    kind: PlaceKind,
    country: String,
    admin1: String,
    point: Point,
}

/// Why there is no such place.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PlaceError {
    /// It has no name.
    #[error("a place needs a name")]
    NoName,
    /// It is not on Earth.
    #[error("latitude {0} and longitude {1} are no point on Earth")]
    NoPoint(f64, f64),
    /// Its country is no code.
    #[error("the country `{0}` is no two-letter code of ISO 3166")]
    NoCountry(String),
}

/// The fields as stored, not yet checked.
#[derive(Deserialize)]
struct Stated {
    key: String,
    name: String,
    kind: PlaceKind,
    country: String,
    admin1: String,
    point: Point,
}

impl TryFrom<Stated> for ChosenPlace {
    type Error = PlaceError;

    fn try_from(stated: Stated) -> Result<Self, PlaceError> {
        let place = Self::own(&stated.name, stated.kind, stated.point, &stated.country)?;
        Ok(Self { key: stated.key, admin1: stated.admin1, ..place })
    }
}

impl ChosenPlace {
    /// A place of the gazetteer.
    #[must_use]
    pub fn known(gazetteer: &Gazetteer, place: PlaceId) -> Self {
        let place = gazetteer.place(place);
        Self {
            key: place.id.to_owned(),
            name: place.name.to_owned(),
            kind: place.kind,
            country: place.country.to_owned(),
            admin1: place.admin1.map_or_else(String::new, |admin1| gazetteer.place(admin1).id.to_owned()),
            point: place.point,
        }
    }

    /// A place of the user's own. `country` is a code of ISO 3166-1 or empty. The same name at the same point is the same place.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn own(name: &str, kind: PlaceKind, point: Point, country: &str) -> Result<Self, PlaceError> {
        let name = name.trim();
        let Point { latitude, longitude } = point;
        if name.is_empty() {
            return Err(PlaceError::NoName);
        }
        // Written so that what is no number is refused as well.
        if !(latitude.abs() <= 90.0 && longitude.abs() <= 180.0) {
            return Err(PlaceError::NoPoint(latitude, longitude));
        }
        if !(country.is_empty() || country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase())) {
            return Err(PlaceError::NoCountry(country.to_owned()));
        }
        Ok(Self {
            key: format!("own-{}-{latitude:.4},{longitude:.4}", fold(name).replace(' ', "-")),
            name: name.to_owned(),
            kind,
            country: country.to_owned(),
            admin1: String::new(),
            point,
        })
    }

    /// The gazetteer's key, or that of a user's own place.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The name shown.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where it is.
    #[must_use]
    pub fn point(&self) -> Point {
        self.point
    }

    /// It as a row of a gazetteer of its own.
    pub(super) fn row(&self) -> Row {
        Row {
            id: self.key.clone(),
            name: self.name.clone(),
            kind: PlaceKind::ALL
                .iter()
                .position(|&kind| kind == self.kind)
                .and_then(|position| u8::try_from(position).ok())
                .unwrap_or_default(),
            country: self.country.clone(),
            admin1: self.admin1.clone(),
            latitude: self.point.latitude,
            longitude: self.point.longitude,
            ..Row::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_of_ones_own_is_on_earth_and_has_a_name() {
        let own = |name: &str, latitude, longitude, country: &str| {
            ChosenPlace::own(name, PlaceKind::Village, Point { latitude, longitude }, country)
        };
        assert_eq!(own("Checkpoint 7", 36.7, 68.9, "AF").unwrap().key(), "own-checkpoint-7-36.7000,68.9000");
        assert_eq!(own(" ", 36.7, 68.9, ""), Err(PlaceError::NoName));
        assert_eq!(own("Pole", 91.0, 0.0, ""), Err(PlaceError::NoPoint(91.0, 0.0)));
        assert!(own("Nowhere", f64::NAN, 0.0, "").is_err());
        assert_eq!(own("Camp", 1.0, 1.0, "Mali"), Err(PlaceError::NoCountry("Mali".to_owned())));
    }

    #[test]
    fn a_place_that_is_stored_wrongly_is_refused() {
        let stored =
            r#"{"key":"x","name":"X","kind":"city","country":"","admin1":"","point":{"latitude":95,"longitude":0}}"#;
        assert!(serde_json::from_str::<ChosenPlace>(stored).is_err());
    }
}
