//! [`Sorter`]: records put in the order of their bytes, on a scratch store where they are too many to hold.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io::{self, BufReader, BufWriter, Cursor, Read, Seek, Write};

/// Bytes of records that are held before they are put down.
const HELD: usize = 32 << 20;
/// Bytes of a run that are read at once.
const READ_AT_ONCE: usize = 64 << 10;

/// A file to put something down in and to read it again from.
pub trait ScratchFile: Read + Write + Seek {}

impl<T: Read + Write + Seek> ScratchFile for T {}

/// Where an import puts down what it cannot hold. The core knows no files: whoever imports brings them.
pub trait Scratch {
    /// A new file, empty, that goes when it is dropped.
    ///
    /// # Errors
    /// Where there can be none.
    fn file(&mut self) -> io::Result<Box<dyn ScratchFile>>;
}

/// A scratch store in memory, for dumps of one country and for tests.
#[derive(Clone, Copy, Debug, Default)]
pub struct InMemory;

impl Scratch for InMemory {
    fn file(&mut self) -> io::Result<Box<dyn ScratchFile>> {
        Ok(Box::new(Cursor::new(Vec::new())))
    }
}

/// Takes records in any order.
#[derive(Default)]
pub(super) struct Sorter {
    held: Vec<u8>,
    /// Where each held record begins and ends.
    records: Vec<(usize, usize)>,
    runs: Vec<Box<dyn ScratchFile>>,
}

impl Sorter {
    pub(super) fn push(&mut self, record: &[u8], scratch: &mut dyn Scratch) -> io::Result<()> {
        let start = self.held.len();
        self.held.extend_from_slice(record);
        self.records.push((start, self.held.len()));
        if self.held.len() + self.records.len() * size_of::<(usize, usize)>() < HELD {
            return Ok(());
        }
        let run = self.put_down(scratch.file()?)?;
        self.runs.push(run);
        Ok(())
    }

    /// Writes what is held, sorted, into a file, and holds nothing from then on.
    fn put_down(&mut self, file: Box<dyn ScratchFile>) -> io::Result<Box<dyn ScratchFile>> {
        let held = &self.held;
        let record = |&(start, end): &(usize, usize)| held.get(start..end).unwrap_or_default();
        self.records.sort_unstable_by(|one, other| record(one).cmp(record(other)));
        let mut run = BufWriter::new(file);
        for range in &self.records {
            let bytes = record(range);
            run.write_all(&u32::try_from(bytes.len()).map_err(io::Error::other)?.to_le_bytes())?;
            run.write_all(bytes)?;
        }
        self.held.clear();
        self.records.clear();
        let mut file = run.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.rewind()?;
        Ok(file)
    }

    /// All records, in the order of their bytes.
    pub(super) fn sorted(mut self) -> io::Result<Sorted> {
        let last = self.put_down(Box::new(Cursor::new(Vec::new())))?;
        let files = std::mem::take(&mut self.runs).into_iter().chain([last]);
        let mut sorted = Sorted {
            runs: files.map(|file| BufReader::with_capacity(READ_AT_ONCE, file)).collect(),
            next: BinaryHeap::new(),
        };
        for run in 0..sorted.runs.len() {
            sorted.advance(run)?;
        }
        Ok(sorted)
    }
}

/// Records in the order of their bytes, from several runs.
pub(super) struct Sorted {
    runs: Vec<BufReader<Box<dyn ScratchFile>>>,
    /// The first record of each run that is not at its end.
    next: BinaryHeap<Reverse<(Vec<u8>, usize)>>,
}

impl Sorted {
    /// The next record.
    pub(super) fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        let Some(Reverse((record, run))) = self.next.pop() else { return Ok(None) };
        self.advance(run)?;
        Ok(Some(record))
    }

    /// The next record, left where it is.
    pub(super) fn peek(&self) -> Option<&[u8]> {
        self.next.peek().map(|Reverse((record, _))| record.as_slice())
    }

    fn advance(&mut self, run: usize) -> io::Result<()> {
        let Some(reader) = self.runs.get_mut(run) else { return Ok(()) };
        let mut len = [0; 4];
        match reader.read_exact(&mut len) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
            outcome => outcome?,
        }
        let mut record = vec![0; u32::from_le_bytes(len) as usize];
        reader.read_exact(&mut record)?;
        self.next.push(Reverse((record, run)));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_of_several_runs_come_in_one_order() {
        let mut sorter = Sorter::default();
        let long = vec![b'x'; HELD / 4];
        let record = |number: u8| [&[number][..], &long].concat();
        for number in [7, 3, 9, 1, 8, 2, 6, 4, 5] {
            sorter.push(&record(number), &mut InMemory).unwrap();
        }
        assert!(sorter.runs.len() > 1);
        let mut records = sorter.sorted().unwrap();
        let firsts: Vec<u8> = std::iter::from_fn(|| records.next().unwrap()).map(|record| record[0]).collect();
        assert_eq!(firsts, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }

    #[test]
    fn nothing_is_sorted_to_nothing() {
        assert_eq!(Sorter::default().sorted().unwrap().next().unwrap(), None);
    }
}
