//! [`Format::of_file_name()`]: the format that the name of a file asks for.

use super::Format;

/// What names end with, the endings that hold others before those. The first of a format is the one it is offered with.
const ENDINGS: [(&str, Format); 10] = [
    ("geojson", Format::GeoJson),
    ("acled.csv", Format::AcledCsv),
    ("csv", Format::Csv),
    ("gpkg", Format::GeoPackage),
    ("kml", Format::Kml),
    ("jsonl", Format::JsonLines),
    ("parquet", Format::GeoParquet),
    ("geoparquet", Format::GeoParquet),
    ("ndjson", Format::JsonLines),
    ("json", Format::GeoJson),
];

impl Format {
    /// The format of a file of that name; none where its ending is that of no format.
    #[must_use]
    pub fn of_file_name(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let is_of = |ending: &str| name.strip_suffix(ending).is_some_and(|rest| rest.ends_with(['.', '-']));
        ENDINGS.iter().find(|(ending, _)| is_of(ending)).map(|&(_, format)| format)
    }

    /// What the name of a file of this format ends with, without the dot before it: `acled.csv`.
    #[must_use]
    pub fn ending(self) -> &'static str {
        ENDINGS.iter().find(|(_, format)| *format == self).map_or("", |(ending, _)| ending)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_in_the_format_that_its_name_ends_with() {
        let check = |name: &str, format: Option<Format>| assert_eq!(Format::of_file_name(name), format, "{name}");
        check("events.geojson", Some(Format::GeoJson));
        check("Events.CSV", Some(Format::Csv));
        check("events.acled.csv", Some(Format::AcledCsv));
        check("events-acled.csv", Some(Format::AcledCsv));
        check("miracled.csv", Some(Format::Csv));
        check("a.b.kml", Some(Format::Kml));
        check("events.xlsx", None);
        check("events", None);
        check("csv", None);
    }

    #[test]
    fn every_format_has_an_ending_by_which_it_is_known_again() {
        for format in Format::ALL {
            assert_eq!(Format::of_file_name(&format!("a.{}", format.ending())), Some(format));
        }
    }
}
