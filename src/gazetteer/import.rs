//! Import of a GeoNames dump: `allCountries.txt` or `XX.txt`, and `alternateNamesV2.txt`.
//!
//! Lines are read one by one; what is held are the places that are kept, and of the alternate names those of such places.

use super::dump_line::{add_name, place};
use super::index_writer::write_index;
use super::{Gazetteer, Point, Row};
use crate::problem::Problem;
use std::collections::BTreeMap;
use std::io::{self, BufRead};

/// Bad lines that are listed; of the others the number is told.
const LISTED: usize = 20;
/// Lines between two reports of progress.
const PROGRESS_LINES: u64 = 50_000;

/// A part of a dump, open for reading.
pub struct DumpReader<'a> {
    /// Its name, for problems.
    pub source: &'a str,
    /// Its text.
    pub reader: &'a mut dyn BufRead,
}

/// A dump, read.
#[derive(Debug)]
pub struct Import {
    /// The bytes of an index, for [`Gazetteer::with_index`].
    pub index: Vec<u8>,
    /// Places kept.
    pub places: usize,
    /// Lines that could not be read.
    pub problems: Vec<Problem>,
}

/// Why a dump gave no index.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A file could not be read on.
    #[error("{source_name}: {error}")]
    Read {
        /// The file.
        source_name: String,
        /// What the system says.
        error: io::Error,
    },
    /// There is no place in it.
    #[error("{0}: no line is a place of a GeoNames dump")]
    Empty(String),
    /// There are more places than an index holds.
    #[error("{0}")]
    TooLarge(String),
}

/// Reads a dump and, where given, its alternate names, into an index over `base`, whose divisions the places are put in.
/// `progress` is told the lines read so far, now and then.
///
/// # Errors
/// Where a file cannot be read, holds no place, or holds too many.
pub fn import_dump(
    places: &mut DumpReader<'_>,
    alternate_names: Option<&mut DumpReader<'_>>,
    base: &Gazetteer,
    progress: &mut dyn FnMut(u64),
) -> Result<Import, ImportError> {
    let mut lines = Lines { read: 0, bad: 0, problems: Vec::new(), progress };
    let source = places.source.to_owned();
    let mut rows = BTreeMap::new();
    lines.each(places.source, places.reader, |line| {
        let (number, row) = place(line)?;
        if let Some(row) = row {
            rows.insert(number, row);
        }
        Ok(())
    })?;
    if rows.is_empty() {
        return Err(ImportError::Empty(source));
    }
    if let Some(names) = alternate_names {
        lines.each(names.source, names.reader, |line| add_name(line, &mut rows))?;
    }
    let mut rows: Vec<Row> = rows.into_values().collect();
    let divisions = Divisions::of(base, &rows);
    for row in &mut rows {
        row.admin1 = divisions.nearest(row);
        row.aliases.sort_unstable();
        row.aliases.dedup();
    }
    let index = write_index(&rows).map_err(ImportError::TooLarge)?;
    Ok(Import { index, places: rows.len(), problems: lines.into_problems() })
}

/// Lines of files of a dump, counted, with the bad ones listed.
struct Lines<'p> {
    read: u64,
    bad: usize,
    problems: Vec<Problem>,
    progress: &'p mut dyn FnMut(u64),
}

impl Lines<'_> {
    fn each(
        &mut self,
        source: &str,
        reader: &mut dyn BufRead,
        mut take: impl FnMut(&str) -> Result<(), String>,
    ) -> Result<(), ImportError> {
        let mut bytes = Vec::new();
        let mut line = 0;
        loop {
            bytes.clear();
            let count = reader.read_until(b'\n', &mut bytes);
            let count = count.map_err(|error| ImportError::Read { source_name: source.to_owned(), error })?;
            if count == 0 {
                return Ok(());
            }
            line += 1;
            self.read += 1;
            if self.read.is_multiple_of(PROGRESS_LINES) {
                (self.progress)(self.read);
            }
            let text = std::str::from_utf8(&bytes).map_err(|_error| "it is not UTF-8".to_owned());
            if let Err(message) = text.and_then(|text| take(text.trim_end_matches(['\r', '\n']))) {
                self.bad += 1;
                if self.problems.len() < LISTED {
                    self.problems.push(Problem::failure(source, message).at_line(line));
                }
            }
        }
    }

    fn into_problems(mut self) -> Vec<Problem> {
        if self.bad > self.problems.len() {
            let more = self.bad - self.problems.len();
            self.problems.push(Problem::failure("import", format!("{more} more lines could not be read")));
        }
        self.problems
    }
}

/// The first-level divisions by country. Their shapes are not at hand, so that a place of the dump is put in that of the nearest known town.
struct Divisions {
    towns: BTreeMap<String, Vec<(Point, String)>>,
}

impl Divisions {
    /// The divisions of the countries of these rows.
    fn of(base: &Gazetteer, rows: &[Row]) -> Self {
        let mut towns: BTreeMap<String, Vec<(Point, String)>> =
            rows.iter().map(|row| (row.country.clone(), Vec::new())).collect();
        for place in base.places() {
            let (Some(towns), Some(admin1)) = (towns.get_mut(base.country_of(place)), base.admin1(place)) else {
                continue;
            };
            towns.push((base.place(place).point, base.place(admin1).id.to_owned()));
        }
        for towns in towns.values_mut() {
            towns.sort_by(|(one, _), (other, _)| one.latitude.total_cmp(&other.latitude));
        }
        Self { towns }
    }

    fn nearest(&self, row: &Row) -> String {
        const REACH_DEGREES: f64 = 0.5;
        let Some(towns) = self.towns.get(&row.country) else { return String::new() };
        let from = towns.partition_point(|(point, _)| point.latitude < row.latitude - REACH_DEGREES);
        let within = towns.iter().skip(from).take_while(|(point, _)| point.latitude <= row.latitude + REACH_DEGREES);
        let squared = |point: &Point| {
            let narrowed = (point.longitude - row.longitude) * row.latitude.to_radians().cos();
            (point.latitude - row.latitude).powi(2) + narrowed.powi(2)
        };
        let nearest = within.min_by(|(one, _), (other, _)| squared(one).total_cmp(&squared(other)));
        nearest.map(|(_, admin1)| admin1.clone()).unwrap_or_default()
    }
}

impl std::fmt::Debug for DumpReader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DumpReader").field("source", &self.source).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DUMP: &str = "\
1\tKhwaja Gawhar\tKhwaja Gawhar\tKhajeh Gowhar,KGW,خواجه گوهر,khwaja\t35.1\t63.4\tP\tPPL\tAF\t\t02\t\t\t\t120\t\t900\tAsia/Kabul\t2020-01-01
2\tSome Hotel\tSome Hotel\t\t35.1\t63.4\tS\tHTL\tAF\t\t02\t\t\t\t0\t\t\tAsia/Kabul\t2020-01-01
3\tBad Latitude\tBad Latitude\t\t135.1\t63.4\tP\tPPL\tAF\t\t02\t\t\t\t0\t\t\tAsia/Kabul\t2020-01-01
cut line
1129867\tQala i Naw\tQala i Naw\t\t34.98\t63.12\tP\tPPLA\tAF\t\t02\t\t\t\t9001\t\t\tAsia/Kabul\t2020-01-01
";
    const NAMES: &str = "\
10\t1\tfr\tKhouadja Gaouhar\t\t\t\t\t\t
11\t1\tlink\thttps://example.org\t\t\t\t\t\t
12\t2\tfr\tUn hôtel\t\t\t\t\t\t
13\tx\tfr\tRien\t\t\t\t\t\t
";

    fn import(dump: &str, names: &str) -> Result<Import, ImportError> {
        let names = (!names.is_empty()).then_some(names);
        let mut names_reader = names.unwrap_or_default().as_bytes();
        let mut names_dump = DumpReader { source: "alternateNamesV2.txt", reader: &mut names_reader };
        import_dump(
            &mut DumpReader { source: "AF.txt", reader: &mut dump.as_bytes() },
            names.map(|_| &mut names_dump),
            Gazetteer::embedded(),
            &mut |_| {},
        )
    }

    #[test]
    fn places_of_a_dump_are_found_beside_the_embedded_ones() {
        let imported = import(DUMP, NAMES).unwrap();
        assert_eq!(imported.places, 2);
        let gazetteer = Gazetteer::embedded().with_index(imported.index).unwrap();
        for name in ["Khwaja Gawhar", "Khajeh-Gowhar", "خواجه گوهر", "Khouadja Gaouhar"] {
            let place = gazetteer.named_exactly(name)[0].place;
            assert_eq!(gazetteer.place(place).id, "gn1", "{name}");
            assert_eq!(gazetteer.admin1(place), gazetteer.by_key("AF-BDG"));
        }
        assert_eq!(gazetteer.named_exactly("Some Hotel"), []);
        assert_eq!(gazetteer.place(gazetteer.by_key("gn1129867").unwrap()).population, 9001);
    }

    #[test]
    fn bad_lines_are_listed() {
        let problems: Vec<String> = import(DUMP, NAMES).unwrap().problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            problems,
            [
                "AF.txt:3: `135.1` is no degrees up to 90",
                "AF.txt:4: 1 columns where a GeoNames dump has 19",
                "alternateNamesV2.txt:4: the id `x` is no number",
            ]
        );
    }

    #[test]
    fn many_bad_lines_are_counted() {
        let problems = import(&format!("{DUMP}{}", "bad\n".repeat(100)), "").unwrap().problems;
        assert_eq!(problems.last().unwrap().to_string(), "import: 82 more lines could not be read");
    }

    #[test]
    fn a_file_of_something_else_is_refused() {
        assert!(matches!(import("hello\nworld\n", ""), Err(ImportError::Empty(_))));
    }

    #[test]
    fn the_same_dump_gives_the_same_bytes() {
        assert_eq!(import(DUMP, NAMES).unwrap().index, import(DUMP, NAMES).unwrap().index);
    }
}
