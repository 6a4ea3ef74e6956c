//! [`Place`]: one row of the gazetteer.

use crate::reason::PlaceName;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Row of a place in its [`super::Gazetteer`]. Stable while the gazetteer is loaded; what is stored is the place's own id, [`Place::id`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlaceId(pub u32);

/// What a place is. The names are those of `data/gazetteer.csv` and of every output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// A state.
    Country,
    /// A part of the world or of a country that is no division: Sahel, Donbass.
    Region,
    /// Any first-level division (admin1).
    Province,
    /// A second-level division (admin2).
    District,
    /// Any town.
    City,
    /// A village.
    Village,
    /// An air base or airport.
    AirBase,
    /// A border crossing.
    BorderCrossing,
    /// A dam, prison, plant, camp, school.
    Facility,
    /// A river.
    River,
    /// A lake, sea, strait, gulf.
    Water,
    /// A mountain, range, pass or valley.
    Mountains,
}

/// Degrees, WGS 84.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// North, -90 to 90.
    pub latitude: f64,
    /// East, -180 to 180.
    pub longitude: f64,
}

/// One place, with its names borrowed from the gazetteer.
#[derive(Clone, Debug, PartialEq)]
pub struct Place<'g> {
    /// The gazetteer's own key, stable over versions: `AF-BDG`, `gn1147290`.
    pub id: &'g str,
    /// The name shown.
    pub name: &'g str,
    /// What it is.
    pub kind: PlaceKind,
    /// ISO 3166-1 alpha-2, or empty where it is in no one country.
    pub country: &'g str,
    /// The first-level division it lies in.
    pub admin1: Option<PlaceId>,
    /// Where it is.
    pub point: Point,
    /// People, 0 where not known.
    pub population: u32,
}

/// What a place is and where, without its names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outline {
    /// What it is.
    pub kind: PlaceKind,
    /// ISO 3166-1 alpha-2, or zeros where it is in no one country.
    pub country: [u8; 2],
    /// The first-level division it lies in.
    pub admin1: Option<PlaceId>,
    /// Where it is.
    pub point: Point,
    /// People, 0 where not known.
    pub population: u32,
}

impl Place<'_> {
    /// As reasons name it.
    #[must_use]
    pub fn named(&self) -> PlaceName {
        PlaceName::new(self.id, self.name)
    }
}

impl PlaceKind {
    /// All kinds, in the order of the data.
    pub const ALL: [Self; 12] = [
        Self::Country,
        Self::Region,
        Self::Province,
        Self::District,
        Self::City,
        Self::Village,
        Self::AirBase,
        Self::BorderCrossing,
        Self::Facility,
        Self::River,
        Self::Water,
        Self::Mountains,
    ];

    /// The name in files and outputs: `air_base`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::Province => "province",
            Self::District => "district",
            Self::City => "city",
            Self::Village => "village",
            Self::AirBase => "air_base",
            Self::BorderCrossing => "border_crossing",
            Self::Facility => "facility",
            Self::River => "river",
            Self::Water => "water",
            Self::Mountains => "mountains",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether it is an area wider than a town: a marker there is drawn as a ring.
    #[must_use]
    pub fn is_area(self) -> bool {
        matches!(self, Self::Country | Self::Region | Self::Province | Self::District)
    }

    /// Whether nature made it, or it is called as what nature made is: texts say `the Rio Grande`, and no article before a town.
    #[must_use]
    pub fn is_natural(self) -> bool {
        matches!(self, Self::River | Self::Water | Self::Mountains | Self::Region)
    }

    /// Whether it is a town, a village or the district of one: narrow enough for a text to be about.
    #[must_use]
    pub fn is_town_or_district(self) -> bool {
        matches!(self, Self::City | Self::Village | Self::District)
    }
}

impl fmt::Display for PlaceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Point {
    /// Great-circle distance in km, on a sphere of 6,371 km.
    #[must_use]
    pub fn distance_km(self, other: Self) -> f64 {
        use geo::{Distance, Haversine, Point as GeoPoint};
        Haversine.distance(GeoPoint::new(self.longitude, self.latitude), GeoPoint::new(other.longitude, other.latitude))
            / 1000.0
    }
}
