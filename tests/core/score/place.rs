//! Whether a place is the one that the gold means.

use super::gold::GoldPlace;
use super::output::PlaceOut;

/// A town within 25 km, a district 40, a division 150 and not the town it is named after, a country by its code.
pub(crate) fn is_place(found: &PlaceOut, gold: &GoldPlace) -> bool {
    let kind = found.kind.as_str();
    let is_area = kind == "province" || kind == "region";
    let within = |km| distance_km((found.latitude, found.longitude), (gold.lat, gold.lon)) <= km;
    match gold.kind.as_str() {
        "country" => kind == "country" && found.country == gold.country,
        _ if kind == "country" => false,
        "region" => kind != "city" && within(400.0),
        "river" => kind != "city" && within(200.0),
        "province" => (is_area || kind == "district") && within(150.0),
        _ if is_area => false,
        "district" => within(40.0),
        _ => within(25.0),
    }
}

/// Great-circle distance of two points in degrees (latitude, longitude), on a sphere of 6371 km.
fn distance_km(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (latitude, longitude) = ((b.0 - a.0).to_radians(), (b.1 - a.1).to_radians());
    let haversine = (latitude / 2.0).sin().powi(2)
        + a.0.to_radians().cos() * b.0.to_radians().cos() * (longitude / 2.0).sin().powi(2);
    12_742.0 * haversine.sqrt().min(1.0).asin()
}

#[test]
fn a_town_is_not_the_province_of_its_name() {
    let gold = GoldPlace { kind: "city".into(), country: "AF".into(), lat: 36.729, lon: 68.857 };
    let found = |kind: &str, latitude| PlaceOut { kind: kind.into(), country: "AF".into(), latitude, longitude: 68.9 };
    assert!(is_place(&found("city", 36.7), &gold));
    assert!(!is_place(&found("province", 36.7), &gold));
    assert!(!is_place(&found("city", 37.7), &gold));
}
