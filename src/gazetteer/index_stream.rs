//! [`IndexStream`]: the index of [`super::index_writer`], written row by row with all columns on a scratch store.

use super::checksum::Crc32;
use super::external_sort::{Scratch, ScratchFile, Sorter};
use super::index_writer::{
    FILTER_BITS, MAGIC, NONE, NameForm, PLACE_BITS, SECTIONS, Section, country_bytes, filter_slot, fixed, forms,
    prominence,
};
use super::row::Row;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};

/// Bytes copied at once.
const AT_ONCE: usize = 64 << 10;

/// An index that is being written. Rows state no relations: those of a dump have none.
pub(super) struct IndexStream<'s> {
    scratch: &'s mut dyn Scratch,
    columns: Vec<Column>,
    /// Name key, prominence, place and form.
    names: Sorter,
    /// Key of a place and its number.
    ids: Sorter,
    /// Keys of divisions, which other indexes hold, numbered from 0.
    foreign: Vec<String>,
    foreign_numbers: BTreeMap<String, u32>,
    places: u32,
}

/// A section on its way.
struct Column {
    file: BufWriter<Box<dyn ScratchFile>>,
    len: u32,
}

impl Write for Column {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        let len = u32::try_from(written).ok().and_then(|written| self.len.checked_add(written));
        self.len = len.ok_or_else(|| io::Error::other("the places are more than an index holds"))?;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl<'s> IndexStream<'s> {
    pub(super) fn new(scratch: &'s mut dyn Scratch) -> io::Result<Self> {
        let mut columns = Vec::with_capacity(SECTIONS);
        for _ in 0..SECTIONS {
            columns.push(Column { file: BufWriter::new(scratch.file()?), len: 0 });
        }
        let mut stream = Self {
            scratch,
            columns,
            names: Sorter::default(),
            ids: Sorter::default(),
            foreign: Vec::new(),
            foreign_numbers: BTreeMap::new(),
            places: 0,
        };
        for starts in [Section::IdStarts, Section::NameStarts, Section::AliasStarts, Section::PostingStarts] {
            stream.put(starts, &0_u32.to_le_bytes())?;
        }
        Ok(stream)
    }

    /// Rows written so far.
    pub(super) fn places(&self) -> u32 {
        self.places
    }

    fn put(&mut self, section: Section, bytes: &[u8]) -> io::Result<()> {
        self.columns.get_mut(section as usize).map_or(Ok(()), |column| column.write_all(bytes))
    }

    fn put_text(&mut self, starts: Section, texts: Section, text: &str) -> io::Result<()> {
        self.put(texts, text.as_bytes())?;
        let end = self.columns.get(texts as usize).map_or(0, |column| column.len);
        self.put(starts, &end.to_le_bytes())
    }

    /// Writes a row down.
    pub(super) fn push(&mut self, row: &Row) -> io::Result<()> {
        let place = self.places;
        if place >= 1 << PLACE_BITS {
            return Err(io::Error::other("the places are more than an index holds"));
        }
        self.put(Section::Kinds, &[row.kind])?;
        self.put(Section::Countries, &country_bytes(&row.country))?;
        let division = self.foreign_number(&row.admin1);
        self.put(Section::Admin1, &division.to_le_bytes())?;
        self.put(Section::Latitudes, &fixed(row.latitude).to_le_bytes())?;
        self.put(Section::Longitudes, &fixed(row.longitude).to_le_bytes())?;
        self.put(Section::Populations, &row.population.to_le_bytes())?;
        self.put_text(Section::IdStarts, Section::Ids, &row.id)?;
        self.put_text(Section::NameStarts, Section::Names, &row.name)?;
        self.put_text(Section::AliasStarts, Section::Aliases, &row.aliases.join("|"))?;
        self.ids.push(&[row.id.as_bytes(), &[0], &place.to_be_bytes()].concat(), self.scratch)?;
        for (key, form) in forms(row) {
            let (is_country, people) = prominence(row, form);
            // The likeliest first, then by place: the order of bytes is that of the postings.
            let rank = [u8::from(!is_country)];
            let record =
                [key.as_bytes(), &[0], &rank, &(!people).to_be_bytes(), &place.to_be_bytes(), &[form as u8]].concat();
            self.names.push(&record, self.scratch)?;
        }
        self.places += 1;
        Ok(())
    }

    fn foreign_number(&mut self, id: &str) -> u32 {
        if id.is_empty() {
            return NONE;
        }
        if let Some(&number) = self.foreign_numbers.get(id) {
            return number;
        }
        let number = u32::try_from(self.foreign.len()).unwrap_or(NONE);
        self.foreign.push(id.to_owned());
        self.foreign_numbers.insert(id.to_owned(), number);
        number
    }

    /// Sorts what has to be, and writes the index.
    pub(super) fn finish(mut self, out: &mut dyn Write) -> io::Result<()> {
        let foreign = self.foreign.join("\n");
        self.put(Section::Foreign, foreign.as_bytes())?;
        self.number_divisions()?;
        self.write_ids()?;
        self.write_names()?;
        self.assemble(out)
    }

    /// Divisions are numbered on from the places, whose number is known only now.
    fn number_divisions(&mut self) -> io::Result<()> {
        let fresh = Column { file: BufWriter::new(self.scratch.file()?), len: 0 };
        let Some(column) = self.columns.get_mut(Section::Admin1 as usize) else { return Ok(()) };
        let mut old = reader(std::mem::replace(column, fresh))?;
        let mut bytes = [0; 4];
        for _ in 0..self.places {
            old.read_exact(&mut bytes)?;
            let number = u32::from_le_bytes(bytes);
            let number = if number == NONE { NONE } else { self.places + number };
            column.write_all(&number.to_le_bytes())?;
        }
        Ok(())
    }

    fn write_ids(&mut self) -> io::Result<()> {
        let mut sorted = std::mem::take(&mut self.ids).sorted()?;
        while let Some(record) = sorted.next()? {
            let number = record.last_chunk::<4>().copied().unwrap_or_default();
            self.put(Section::ById, &u32::from_be_bytes(number).to_le_bytes())?;
        }
        Ok(())
    }

    fn write_names(&mut self) -> io::Result<()> {
        let mut sorted = std::mem::take(&mut self.names).sorted()?;
        let keys = Column { file: BufWriter::new(self.scratch.file()?), len: 0 };
        let mut map = fst::MapBuilder::new(keys).map_err(io::Error::other)?;
        let mut filter = vec![0_u8; 1 << (FILTER_BITS - 3)];
        let (mut ordinal, mut postings) = (0_u64, 0_u32);
        while let Some(first) = sorted.peek() {
            let key = key_of(first).to_vec();
            let mut places = BTreeSet::new();
            while let Some(record) = sorted.peek().filter(|record| key_of(record) == key.as_slice()) {
                let (place, form) = posting(record);
                // Of several forms of one place the first is the likeliest.
                if places.insert(place) {
                    self.put(Section::Postings, &(place | form << PLACE_BITS).to_le_bytes())?;
                    postings += 1;
                }
                sorted.next()?;
            }
            self.put(Section::PostingStarts, &postings.to_le_bytes())?;
            let slot = filter_slot(key.split(|&byte| byte == b' ').next().unwrap_or_default());
            if let Some(byte) = filter.get_mut((slot >> 3) as usize) {
                *byte |= 1 << (slot & 7);
            }
            map.insert(&key, ordinal).map_err(io::Error::other)?;
            ordinal += 1;
        }
        let keys = map.into_inner().map_err(io::Error::other)?;
        if let Some(column) = self.columns.get_mut(Section::Keys as usize) {
            *column = keys;
        }
        self.put(Section::FirstWords, &filter)
    }

    /// The header, which states the sum of all that follows, and the columns.
    fn assemble(self, out: &mut dyn Write) -> io::Result<()> {
        let mut head = self.places.to_le_bytes().to_vec();
        head.extend(self.columns.iter().flat_map(|column| column.len.to_le_bytes()));
        let mut sum = Crc32::default();
        sum.add(&head);
        let mut files = Vec::with_capacity(SECTIONS);
        for column in self.columns {
            let mut file = reader(column)?;
            copy(&mut file, |bytes| {
                sum.add(bytes);
                Ok(())
            })?;
            files.push(file);
        }
        out.write_all(MAGIC)?;
        out.write_all(&sum.value().to_le_bytes())?;
        out.write_all(&head)?;
        for mut file in files {
            file.rewind()?;
            copy(&mut file, |bytes| out.write_all(bytes))?;
        }
        Ok(())
    }
}

fn key_of(record: &[u8]) -> &[u8] {
    record.split(|&byte| byte == 0).next().unwrap_or_default()
}

/// The place and the form at the end of a record of a name.
fn posting(record: &[u8]) -> (u32, u32) {
    let (form, rest) = record.split_last().map_or((NameForm::Main as u8, record), |(form, rest)| (*form, rest));
    (u32::from_be_bytes(rest.last_chunk::<4>().copied().unwrap_or_default()), u32::from(form))
}

fn reader(column: Column) -> io::Result<BufReader<Box<dyn ScratchFile>>> {
    let mut file = column.file.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.rewind()?;
    Ok(BufReader::with_capacity(AT_ONCE, file))
}

fn copy(file: &mut dyn Read, mut take: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut bytes = vec![0; AT_ONCE];
    loop {
        let count = file.read(&mut bytes)?;
        if count == 0 {
            return Ok(());
        }
        take(bytes.get(..count).unwrap_or_default())?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::external_sort::InMemory;
    use crate::gazetteer::index_writer::write_index;

    #[test]
    fn rows_give_the_bytes_that_they_give_all_at_once() {
        let row = |id: &str, name: &str, admin1: &str, population, aliases: &[&str]| Row {
            id: id.to_owned(),
            name: name.to_owned(),
            kind: 4,
            country: "AF".to_owned(),
            admin1: admin1.to_owned(),
            latitude: 34.5,
            longitude: -63.1,
            population,
            aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
            ..Row::default()
        };
        let rows = [
            row("gn9", "Balkh", "AF-BAL", 9_000, &["Balj", "Bakhtra", "BAL"]),
            row("gn10", "Qala-i-Naw", "AF-BDG", 0, &["Qala e Naw", "Sana'a"]),
            row("gn2", "Balj", "", 100_000, &["Balkh"]),
            row("gn3", "Kunduz", "AF-BAL", 100_000, &[]),
        ];
        let mut scratch = InMemory;
        let mut stream = IndexStream::new(&mut scratch).unwrap();
        for row in &rows {
            stream.push(row).unwrap();
        }
        let mut bytes = Vec::new();
        stream.finish(&mut bytes).unwrap();
        assert!(bytes == write_index(&rows).unwrap());
    }
}
