//! [`coordinate_words()`]: where a point is, as the reader writes it.

use super::decimal::with_decimal_sign;
use crate::gazetteer::Point;
use crate::view_state::Language;

/// `34.99° N, 63.13° E`, with the reader's decimal sign and letters.
pub(super) fn coordinate_words(point: Point, language: Language) -> String {
    let west = if language == Language::French { "O" } else { "W" };
    let part = |degrees: f64, letter: &str| {
        let number = with_decimal_sign(format!("{:.2}", degrees.abs()), language);
        format!("{number}° {letter}")
    };
    let separator = if language == Language::French { " ; " } else { ", " };
    let north_or_south = part(point.latitude, if point.latitude < 0.0 { "S" } else { "N" });
    format!("{north_or_south}{separator}{}", part(point.longitude, if point.longitude < 0.0 { west } else { "E" }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_written_as_the_reader_writes_them() {
        let check = |latitude: f64, longitude: f64, language: Language, words: &str| {
            assert_eq!(coordinate_words(Point { latitude, longitude }, language), words);
        };
        check(34.987, 63.129, Language::English, "34.99° N, 63.13° E");
        check(-12.5, -77.04, Language::French, "12,50° S ; 77,04° O");
    }
}
