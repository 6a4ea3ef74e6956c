//! [`Index`]: the bytes that [`super::index_writer`] wrote, read in place.
//!
//! Nothing is parsed when one is opened: the header's sizes are checked against the length, and columns are read where they lie.

use super::checksum::crc32;
use super::index_bytes::{Bytes, Part, number};
use super::index_writer::{FILTER_BITS, HEADER_LEN, MAGIC, NONE, SECTIONS, Section};
use super::place::{PlaceKind, Point};
use super::row::Relation;
use fst::raw::Fst;
use std::fmt;
use std::ops::Range;

/// Bytes that are not those of an index.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IndexError {
    /// It does not begin as an index does, or has another version of the layout.
    #[error("this is no index of places, or one of another version of dateline")]
    Magic,
    /// Its sizes do not add up.
    #[error("the index of places is cut or altered: {0}")]
    Damaged(String),
    /// A gazetteer holds a few indexes, not any number.
    #[error("no more than {0} files of places can be used at once")]
    TooMany(usize),
}

/// An index of places, embedded or read from a file.
#[derive(Clone)]
pub(crate) struct Index {
    bytes: Bytes,
    sections: [Range<usize>; SECTIONS],
    pub(super) keys: Fst<Part>,
    len: u32,
}

impl Index {
    /// Opens the index that the build embedded.
    pub(crate) fn embedded(bytes: &'static [u8]) -> Result<Self, IndexError> {
        Self::open(Bytes::Embedded(bytes))
    }

    /// Opens an index that was made while running, or read from a file: the sum of its bytes is checked.
    pub(crate) fn owned(bytes: Vec<u8>) -> Result<Self, IndexError> {
        let stated = number(&bytes, MAGIC.len());
        let body = bytes.get(MAGIC.len() + 4..).unwrap_or_default();
        if bytes.starts_with(MAGIC) && stated != Some(crc32(body)) {
            return Err(IndexError::Damaged("the sum of its bytes is not the one it states".to_owned()));
        }
        Self::open(Bytes::Owned(bytes.into()))
    }

    fn open(bytes: Bytes) -> Result<Self, IndexError> {
        let held = bytes.as_slice();
        if held.get(..MAGIC.len()) != Some(MAGIC.as_slice()) {
            return Err(IndexError::Magic);
        }
        let cut = || IndexError::Damaged("it ends before its header does".to_owned());
        let at = MAGIC.len() + 4;
        let len = number(held, at).ok_or_else(cut)?;
        let mut start = HEADER_LEN;
        let mut sections = [const { 0..0 }; SECTIONS];
        for (index, section) in sections.iter_mut().enumerate() {
            let size = number(held, at + 4 * (1 + index)).ok_or_else(cut)?;
            *section = start..start + size as usize;
            start = section.end;
        }
        if start != held.len() {
            return Err(IndexError::Damaged(format!("{} bytes where {start} are stated", held.len())));
        }
        let range = sections.first().cloned().unwrap_or_default();
        let keys = Fst::new(Part::new(bytes.clone(), range)).map_err(|error| IndexError::Damaged(error.to_string()))?;
        let index = Self { bytes, sections, keys, len };
        index.check_sizes()?;
        Ok(index)
    }

    /// Every column must have its row for every place, so that reading one cannot miss.
    fn check_sizes(&self) -> Result<(), IndexError> {
        let places = self.len as usize;
        let wanted = [
            (Section::PostingStarts, self.keys.len().saturating_add(1).saturating_mul(4)),
            (Section::FirstWords, 1 << (FILTER_BITS - 3)),
            (Section::Kinds, places),
            (Section::Countries, 2 * places),
            (Section::Admin1, 4 * places),
            (Section::Latitudes, 4 * places),
            (Section::Longitudes, 4 * places),
            (Section::Populations, 4 * places),
            (Section::IdStarts, 4 * (places + 1)),
            (Section::NameStarts, 4 * (places + 1)),
            (Section::AliasStarts, 4 * (places + 1)),
            (Section::ById, 4 * places),
        ];
        match wanted.into_iter().find(|&(section, size)| self.section(section).len() != size) {
            Some((section, _)) => Err(IndexError::Damaged(format!("{section:?} has not a row for each place"))),
            None => Ok(()),
        }
    }

    /// The sum of its bytes, as its header states it.
    pub(crate) fn sum(&self) -> u32 {
        number(self.bytes.as_slice(), MAGIC.len()).unwrap_or_default()
    }

    /// Number of places.
    pub(crate) fn len(&self) -> u32 {
        self.len
    }

    /// Number of name keys.
    pub(crate) fn key_count(&self) -> usize {
        self.keys.len()
    }

    pub(super) fn section(&self, section: Section) -> &[u8] {
        let range = self.sections.get(section as usize).cloned().unwrap_or_default();
        self.bytes.as_slice().get(range).unwrap_or_default()
    }

    pub(super) fn value(&self, section: Section, row: usize) -> Option<u32> {
        number(self.section(section), 4 * row)
    }

    fn bytes_of(&self, starts: Section, texts: Section, row: u32) -> &[u8] {
        let starts = self.section(starts);
        let start_of = |row: usize| number(starts, 4 * row).unwrap_or(0) as usize;
        let (start, end) = (start_of(row as usize), start_of(row as usize + 1));
        self.section(texts).get(start..end).unwrap_or_default()
    }

    fn text(&self, starts: Section, texts: Section, row: u32) -> &str {
        std::str::from_utf8(self.bytes_of(starts, texts, row)).unwrap_or_default()
    }

    pub(crate) fn id_bytes(&self, row: u32) -> &[u8] {
        self.bytes_of(Section::IdStarts, Section::Ids, row)
    }

    pub(crate) fn id(&self, row: u32) -> &str {
        self.text(Section::IdStarts, Section::Ids, row)
    }

    pub(crate) fn name(&self, row: u32) -> &str {
        self.text(Section::NameStarts, Section::Names, row)
    }

    pub(crate) fn aliases(&self, row: u32) -> impl Iterator<Item = &str> {
        self.text(Section::AliasStarts, Section::Aliases, row).split('|').filter(|alias| !alias.is_empty())
    }

    pub(crate) fn kind(&self, row: u32) -> PlaceKind {
        let position = self.section(Section::Kinds).get(row as usize).copied().unwrap_or(0);
        PlaceKind::ALL.get(usize::from(position)).copied().unwrap_or(PlaceKind::Region)
    }

    pub(crate) fn country(&self, row: u32) -> &str {
        std::str::from_utf8(self.country_bytes(row)).unwrap_or_default().trim_end_matches('\0')
    }

    /// The code of the country as it lies there: two letters, or zeros.
    pub(crate) fn country_bytes(&self, row: u32) -> &[u8] {
        let start = 2 * row as usize;
        self.section(Section::Countries).get(start..start + 2).unwrap_or_default()
    }

    /// Reference of the first-level division: a row, or past the rows a foreign key.
    pub(crate) fn admin1(&self, row: u32) -> Option<u32> {
        self.value(Section::Admin1, row as usize).filter(|&reference| reference != NONE)
    }

    pub(crate) fn point(&self, row: u32) -> Point {
        let degrees = |section| f64::from(self.value(section, row as usize).unwrap_or(0).cast_signed()) / 1e5;
        Point { latitude: degrees(Section::Latitudes), longitude: degrees(Section::Longitudes) }
    }

    pub(crate) fn population(&self, row: u32) -> u32 {
        self.value(Section::Populations, row as usize).unwrap_or(0)
    }

    /// The place of that key.
    pub(crate) fn by_id(&self, id: &str) -> Option<u32> {
        let row_at = |position: u32| self.value(Section::ById, position as usize).unwrap_or(0);
        let position = partition_point(self.len, |position| self.id(row_at(position)) < id);
        (position < self.len && self.id(row_at(position)) == id).then(|| row_at(position))
    }

    /// All places, in the order of their keys.
    pub(crate) fn in_order_of_keys(&self) -> impl Iterator<Item = u32> {
        (0..self.len as usize).map(|position| self.value(Section::ById, position).unwrap_or(0))
    }

    /// The relations that a place states: what, and the reference of the other place.
    pub(crate) fn relations(&self, row: u32) -> impl Iterator<Item = (Relation, u32)> {
        let relations = self.section(Section::Relations);
        let triple = move |at: u32, part: usize| number(relations, 4 * (3 * at as usize + part));
        let count = u32::try_from(relations.len() / 12).unwrap_or(0);
        let first = partition_point(count, |at| triple(at, 0).is_some_and(|subject| subject < row));
        (first..count).map_while(move |at| {
            let relation = Relation::ALL.get(triple(at, 1)? as usize)?;
            (triple(at, 0)? == row).then_some((*relation, triple(at, 2)?))
        })
    }

    /// The capitals that places of this index are of an area, the area by its reference here.
    pub(crate) fn capitals(&self, area: u32) -> impl Iterator<Item = u32> {
        let capitals = self.section(Section::Capitals);
        let pair = move |at: u32, part: usize| number(capitals, 4 * (2 * at as usize + part));
        let count = u32::try_from(capitals.len() / 8).unwrap_or(0);
        let first = partition_point(count, |at| pair(at, 0).is_some_and(|found| found < area));
        (first..count).map_while(move |at| (pair(at, 0)? == area).then_some(pair(at, 1)?))
    }

    /// The keys of other indexes that this one refers to; reference [`Self::len`] is the first.
    pub(crate) fn foreign(&self) -> impl Iterator<Item = &str> {
        std::str::from_utf8(self.section(Section::Foreign)).unwrap_or_default().lines()
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index").field("places", &self.len).field("keys", &self.keys.len()).finish_non_exhaustive()
    }
}

/// The first of `0..count` for which `before` is not so, where it is so of all before and of none after.
fn partition_point(count: u32, before: impl Fn(u32) -> bool) -> u32 {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::index_writer::write_index;
    use crate::gazetteer::row::Row;

    fn bytes() -> Vec<u8> {
        let row = |id: &str, name: &str| Row { id: id.to_owned(), name: name.to_owned(), ..Row::default() };
        write_index(&[row("b", "Balkh"), row("a", "Qala-i-Naw")]).unwrap()
    }

    #[test]
    fn what_was_written_is_read() {
        let index = Index::owned(bytes()).unwrap();
        assert_eq!((index.len(), index.name(1), index.id(0)), (2, "Qala-i-Naw", "b"));
        assert_eq!((index.by_id("a"), index.by_id("b"), index.by_id("c")), (Some(1), Some(0), None));
        let state = index.advance(index.start(), b"qala e naw").unwrap();
        assert_eq!(index.postings(index.ordinal(state).unwrap()).next().unwrap().place, 1);
        assert!(index.may_begin("qala") && !index.may_begin("kabul"));
    }

    #[test]
    fn a_cut_index_is_refused_wherever_it_is_cut() {
        let whole = bytes();
        for len in (0..whole.len()).step_by(9_973) {
            assert!(Index::owned(whole.iter().copied().take(len).collect()).is_err(), "cut at {len}");
        }
    }

    #[test]
    fn an_altered_index_is_refused() {
        let whole = bytes();
        for at in (0..HEADER_LEN).chain((HEADER_LEN..whole.len()).step_by(20_011)) {
            let mut altered = whole.clone();
            altered[at] ^= 0x5a;
            assert!(Index::owned(altered).is_err(), "altered at {at}");
        }
    }
}
