//! How wide a place is drawn.

use crate::gazetteer::PlaceKind;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Radii of countries and first-level divisions in km; `data/build/basemap.sh` makes the table.
static EXTENTS: LazyLock<BTreeMap<&str, f32>> = LazyLock::new(|| {
    let rows = include_str!("../../data/extents.csv").lines().skip(1);
    rows.filter_map(|row| row.split_once(',')).filter_map(|(id, radius)| Some((id, radius.parse().ok()?))).collect()
});

/// Of places whose borders are not known: a district, and a region of a country.
const DISTRICT_KM: f32 = 20.0;
const REGION_KM: f32 = 150.0;
/// What "near" a place means on the map.
pub const NEAR_KM: f32 = 10.0;

/// Radius in km of a circle as large as the place; `None` for towns and other places that are points on the map.
#[must_use]
pub fn extent_km(id: &str, kind: PlaceKind) -> Option<f32> {
    if !kind.is_area() {
        return None;
    }
    let unknown = if kind == PlaceKind::District { DISTRICT_KM } else { REGION_KM };
    Some(EXTENTS.get(id).copied().unwrap_or(unknown))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_province_is_as_wide_as_it_is_and_a_town_is_a_point() {
        // Badghis has 20,591 km²: a circle of 81 km.
        let badghis = extent_km("AF-BDG", PlaceKind::Province).unwrap();
        assert!((badghis - 81.0).abs() < 2.0, "{badghis}");
        let afghanistan = extent_km("AF", PlaceKind::Country).unwrap();
        // 652,230 km².
        assert!((afghanistan - 456.0).abs() < 8.0, "{afghanistan}");
        assert_eq!(extent_km("gn1129867", PlaceKind::City), None);
        assert_eq!(extent_km("no such district", PlaceKind::District), Some(DISTRICT_KM));
    }
}
