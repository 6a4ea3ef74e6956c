//! Import of a GeoNames dump: `allCountries.txt` or `XX.txt`, and `alternateNamesV2.txt`.
//!
//! Lines are read one by one and sorted on a scratch store; what is held does not grow with the dump.

use super::divisions::Divisions;
use super::dump_line::{alternate_name, place};
use super::external_sort::{Scratch, Sorted, Sorter};
use super::index_stream::IndexStream;
use super::{Gazetteer, Row};
use crate::problem::Problem;
use std::io::{self, BufRead, Write};

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

/// A dump, read and written as an index, for [`Gazetteer::with_index`].
#[derive(Debug)]
pub struct Import {
    /// Places kept.
    pub places: u32,
    /// Lines that could not be read.
    pub problems: Vec<Problem>,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Lines read.
    Lines(u64),
    /// Places put in order.
    Places(u32),
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
    /// The index or what is put down on the way to it could not be written, or there are more places than it holds.
    #[error("the index cannot be written: {0}")]
    Write(#[from] io::Error),
}

/// Reads a dump and, where given, its alternate names, and writes an index over `base`, whose divisions the places are put in, to
/// `out`. What has to be sorted is put down in `scratch`. `progress` is told now and then.
///
/// # Errors
/// Where a file cannot be read, holds no place, or holds too many, and where one cannot be written.
pub fn import_dump(
    places: &mut DumpReader<'_>,
    alternate_names: Option<&mut DumpReader<'_>>,
    base: &Gazetteer,
    (scratch, out): (&mut dyn Scratch, &mut dyn Write),
    progress: &mut dyn FnMut(Progress),
) -> Result<Import, ImportError> {
    let mut lines = Lines { read: 0, bad: 0, problems: Vec::new(), progress };
    let (mut rows, mut names) = (Sorter::default(), Sorter::default());
    lines.each(places.source, places.reader, |line, at| {
        let (number, row) = place(line)?;
        // Of two lines for one place the last counts.
        Ok(row.map_or(Ok(()), |_| rows.push(&record(number, at, line), scratch)))
    })?;
    if let Some(dump) = alternate_names {
        lines.each(dump.source, dump.reader, |line, at| {
            let name = alternate_name(line)?;
            Ok(name.map_or(Ok(()), |(number, name)| names.push(&record(number, at, name), scratch)))
        })?;
    }
    let mut merge = Merge { rows: rows.sorted()?, names: names.sorted()? };
    let divisions = Divisions::of(base);
    let mut index = IndexStream::new(scratch)?;
    while let Some(mut row) = merge.next()? {
        row.admin1 = divisions.nearest(base, &row);
        index.push(&row)?;
        if u64::from(index.places()).is_multiple_of(PROGRESS_LINES) {
            (lines.progress)(Progress::Places(index.places()));
        }
    }
    let places_kept = index.places();
    if places_kept == 0 {
        return Err(ImportError::Empty(places.source.to_owned()));
    }
    index.finish(out)?;
    Ok(Import { places: places_kept, problems: lines.into_problems() })
}

/// What stands in line `at` for a place: sorted by place, then by line.
fn record(number: u32, at: u64, text: &str) -> Vec<u8> {
    [&number.to_be_bytes()[..], &at.to_be_bytes(), text.as_bytes()].concat()
}

/// The place and the text of a record.
fn parts(record: &[u8]) -> (u32, &str) {
    let number = record.first_chunk().copied().unwrap_or_default();
    let text = record.get(12..).unwrap_or_default();
    (u32::from_be_bytes(number), std::str::from_utf8(text).unwrap_or_default())
}

/// Places and alternate names, both sorted by place.
struct Merge {
    rows: Sorted,
    names: Sorted,
}

impl Merge {
    /// The next place, with all its names.
    fn next(&mut self) -> io::Result<Option<Row>> {
        let Some(mut held) = self.rows.next()? else { return Ok(None) };
        let (number, _) = parts(&held);
        while self.rows.peek().is_some_and(|next| parts(next).0 == number) {
            held = self.rows.next()?.unwrap_or_default();
        }
        let row = place(parts(&held).1).map_err(io::Error::other)?.1;
        let mut row = row.ok_or_else(|| io::Error::other("what was put down is not what is read"))?;
        while let Some(next) = self.names.peek().filter(|next| parts(next).0 <= number) {
            let (of, name) = parts(next);
            if of == number && name != row.name {
                row.aliases.push(name.to_owned());
            }
            self.names.next()?;
        }
        row.aliases.sort_unstable();
        row.aliases.dedup();
        Ok(Some(row))
    }
}

/// Lines of files of a dump, counted, with the bad ones listed.
struct Lines<'p> {
    read: u64,
    bad: usize,
    problems: Vec<Problem>,
    progress: &'p mut dyn FnMut(Progress),
}

impl Lines<'_> {
    fn each(
        &mut self,
        source: &str,
        reader: &mut dyn BufRead,
        mut take: impl FnMut(&str, u64) -> Result<io::Result<()>, String>,
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
                (self.progress)(Progress::Lines(self.read));
            }
            let text = std::str::from_utf8(&bytes).map_err(|_error| "it is not UTF-8".to_owned());
            match text.and_then(|text| take(text.trim_end_matches(['\r', '\n']), self.read)) {
                Ok(written) => written?,
                Err(message) => self.list(Problem::failure(source, message).at_line(line)),
            }
        }
    }

    fn list(&mut self, problem: Problem) {
        self.bad += 1;
        if self.problems.len() < LISTED {
            self.problems.push(problem);
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

impl std::fmt::Debug for DumpReader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DumpReader").field("source", &self.source).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::InMemory;

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

    fn import(dump: &str, names: &str) -> Result<(Import, Vec<u8>), ImportError> {
        let names = (!names.is_empty()).then_some(names);
        let mut names_reader = names.unwrap_or_default().as_bytes();
        let mut names_dump = DumpReader { source: "alternateNamesV2.txt", reader: &mut names_reader };
        let mut index = Vec::new();
        let imported = import_dump(
            &mut DumpReader { source: "AF.txt", reader: &mut dump.as_bytes() },
            names.map(|_| &mut names_dump),
            Gazetteer::embedded(),
            (&mut InMemory, &mut index),
            &mut |_| {},
        )?;
        Ok((imported, index))
    }

    #[test]
    fn places_of_a_dump_are_found_beside_the_embedded_ones() {
        let (imported, index) = import(DUMP, NAMES).unwrap();
        assert_eq!(imported.places, 2);
        let gazetteer = Gazetteer::embedded().with_index(index).unwrap();
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
        let problems: Vec<String> = import(DUMP, NAMES).unwrap().0.problems.iter().map(ToString::to_string).collect();
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
        let problems = import(&format!("{DUMP}{}", "bad\n".repeat(100)), "").unwrap().0.problems;
        assert_eq!(problems.last().unwrap().to_string(), "import: 82 more lines could not be read");
    }

    #[test]
    fn a_file_of_something_else_is_refused() {
        assert!(matches!(import("hello\nworld\n", ""), Err(ImportError::Empty(_))));
    }

    #[test]
    fn of_two_lines_for_one_place_the_last_counts() {
        let changed = DUMP.replace("9001", "9002").lines().last().unwrap().to_owned();
        let (imported, index) = import(&format!("{DUMP}{changed}\n"), "").unwrap();
        assert_eq!(imported.places, 2);
        let gazetteer = Gazetteer::embedded().with_index(index).unwrap();
        assert_eq!(gazetteer.place(gazetteer.by_key("gn1129867").unwrap()).population, 9002);
    }

    #[test]
    fn the_same_dump_gives_the_same_bytes() {
        assert_eq!(import(DUMP, NAMES).unwrap().1, import(DUMP, NAMES).unwrap().1);
    }
}
