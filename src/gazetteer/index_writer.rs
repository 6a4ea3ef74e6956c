//! [`write_index`]: rows in, the bytes of an index out.
//!
//! Shared with the build script, which embeds the world; an import and a user's own file are compiled by the same code.
//! The layout is read by `index`; all numbers are little-endian.

use super::checksum::crc32;
use super::name_key::name_keys;
use super::row::{Relation, Row};
use std::collections::BTreeMap;

/// The first bytes of an index, with the version of the layout.
pub const MAGIC: &[u8; 8] = b"DLGAZ\x00\x00\x02";
/// Stands for no place.
pub const NONE: u32 = u32::MAX;
/// Bits of a posting that number the place; those above are the form of the name.
pub const PLACE_BITS: u32 = 28;
/// Binary logarithm of the bits of the filter of first words.
pub const FILTER_BITS: u32 = 22;

/// The parts of an index, in their order in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// `fst::Map` from name key to ordinal.
    Keys,
    /// For an ordinal and the next, where its postings begin (in numbers).
    PostingStarts,
    /// Places with the form of the name, see [`PLACE_BITS`].
    Postings,
    /// A bit for each hash of a first word of a key.
    FirstWords,
    /// A byte a place, position in [`super::row::KINDS`].
    Kinds,
    /// Two letters a place, zeros for none.
    Countries,
    /// Reference of the first-level division.
    Admin1,
    /// Degrees times 100,000.
    Latitudes,
    /// Degrees times 100,000.
    Longitudes,
    /// People.
    Populations,
    /// Where the text of a place's key begins.
    IdStarts,
    /// Keys of places.
    Ids,
    /// Where the text of a name begins.
    NameStarts,
    /// Names shown.
    Names,
    /// Where the aliases of a place begin.
    AliasStarts,
    /// Aliases, parted by `|`.
    Aliases,
    /// Places in the order of their keys.
    ById,
    /// Triples (subject, relation, object), sorted.
    Relations,
    /// Pairs (area, capital), sorted.
    Capitals,
    /// Keys of places of other indexes, one a line; reference `places + n` is line n.
    Foreign,
}

/// Number of [`Section`]s.
pub const SECTIONS: usize = Section::Foreign as usize + 1;

/// The form in which a place has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameForm {
    /// The name shown.
    Main,
    /// Another name or spelling.
    Alias,
    /// Up to four capitals, to be read as a name only where they are capitals: USA, RDC, TX.
    Code,
    /// With a full stop: Ky., U.S. Within a sentence only what follows a place can be meant by a province's.
    Abbreviation,
}

impl NameForm {
    /// All forms, in the order of the index.
    pub const ALL: [Self; 4] = [Self::Main, Self::Alias, Self::Code, Self::Abbreviation];

    fn of_alias(name: &str) -> Self {
        if name.contains('.') && !name.contains(' ') {
            Self::Abbreviation
        } else if name.chars().count() <= 4 && name.chars().all(char::is_uppercase) {
            Self::Code
        } else {
            Self::Alias
        }
    }
}

/// The bytes of an index of these rows. Rows of one id twice, or more than 2^28 rows, are the caller's fault.
///
/// # Errors
/// Where the sizes pass what the layout holds.
pub fn write_index(rows: &[Row]) -> Result<Vec<u8>, String> {
    if rows.len() >= 1 << PLACE_BITS {
        return Err(format!("{} places are more than an index holds", rows.len()));
    }
    let mut references = References::new(rows);
    let names = NameTable::of(rows);
    let mut sections = vec![Vec::new(); SECTIONS];
    let mut put = |section: Section, bytes: Vec<u8>| {
        if let Some(slot) = sections.get_mut(section as usize) {
            *slot = bytes;
        }
    };
    put(Section::Keys, names.keys()?);
    put(Section::PostingStarts, names.starts());
    put(Section::Postings, numbers(names.0.values().flatten().copied()));
    put(Section::FirstWords, names.first_words());
    put(Section::Kinds, rows.iter().map(|row| row.kind).collect());
    put(Section::Countries, rows.iter().flat_map(|row| country_bytes(&row.country)).collect());
    put(Section::Admin1, numbers(rows.iter().map(|row| references.of(&row.admin1))));
    put(Section::Latitudes, numbers(rows.iter().map(|row| fixed(row.latitude))));
    put(Section::Longitudes, numbers(rows.iter().map(|row| fixed(row.longitude))));
    put(Section::Populations, numbers(rows.iter().map(|row| row.population)));
    let (starts, text) = texts(rows.iter().map(|row| row.id.clone()))?;
    put(Section::IdStarts, starts);
    put(Section::Ids, text);
    let (starts, text) = texts(rows.iter().map(|row| row.name.clone()))?;
    put(Section::NameStarts, starts);
    put(Section::Names, text);
    let (starts, text) = texts(rows.iter().map(|row| row.aliases.join("|")))?;
    put(Section::AliasStarts, starts);
    put(Section::Aliases, text);
    put(Section::ById, numbers(references.local.values().copied()));
    let (relations, capitals) = relations(rows, &mut references);
    put(Section::Relations, relations);
    put(Section::Capitals, capitals);
    put(Section::Foreign, references.foreign.join("\n").into_bytes());
    assemble(rows.len(), &sections)
}

/// Slot of a first word in the filter: FNV-1a, folded to [`FILTER_BITS`].
#[must_use]
pub fn filter_slot(word: &[u8]) -> u32 {
    let hash = word.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> FILTER_BITS)) & ((1 << FILTER_BITS) - 1)
}

/// Key of a name to its postings, the likeliest first.
struct NameTable(BTreeMap<String, Vec<u32>>);

impl NameTable {
    fn of(rows: &[Row]) -> Self {
        let mut named: BTreeMap<String, BTreeMap<u32, NameForm>> = BTreeMap::new();
        for (place, row) in (0_u32..).zip(rows) {
            for (key, form) in forms(row) {
                let held = named.entry(key).or_default().entry(place).or_insert(form);
                *held = form.min(*held);
            }
        }
        let ranked = |places: BTreeMap<u32, NameForm>| {
            let mut places: Vec<(u32, NameForm)> = places.into_iter().collect();
            places.sort_by_key(|&(place, form)| {
                (std::cmp::Reverse(rows.get(place as usize).map(|row| prominence(row, form))), place)
            });
            places.into_iter().map(|(place, form)| place | (form as u32) << PLACE_BITS).collect()
        };
        Self(named.into_iter().map(|(key, places)| (key, ranked(places))).collect())
    }

    fn keys(&self) -> Result<Vec<u8>, String> {
        let map = fst::Map::from_iter(self.0.keys().zip(0_u64..)).map_err(|error| error.to_string())?;
        Ok(map.into_fst().into_inner())
    }

    fn starts(&self) -> Vec<u8> {
        let mut start = 0;
        let ends = self.0.values().map(|postings| {
            start += u32::try_from(postings.len()).unwrap_or(u32::MAX);
            start
        });
        numbers(std::iter::once(0).chain(ends))
    }

    fn first_words(&self) -> Vec<u8> {
        let mut filter = vec![0_u8; 1 << (FILTER_BITS - 3)];
        for key in self.0.keys() {
            let slot = filter_slot(key.split(' ').next().unwrap_or_default().as_bytes());
            if let Some(byte) = filter.get_mut((slot >> 3) as usize) {
                *byte |= 1 << (slot & 7);
            }
        }
        filter
    }
}

/// The keys of a row's names, each with the form of the name.
pub(super) fn forms(row: &Row) -> impl Iterator<Item = (String, NameForm)> {
    let aliases = row.aliases.iter().map(|alias| (alias, NameForm::of_alias(alias)));
    let names = std::iter::once((&row.name, NameForm::Main)).chain(aliases);
    names.flat_map(|(name, form)| name_keys(name).into_iter().map(move |key| (key, form)))
}

/// How likely a place is meant by a name of that form, all else unknown: countries, then by people,
/// of whom an eighth is counted where the name is not the one shown (*Venise* was also a name of Vannes).
pub(super) fn prominence(row: &Row, form: NameForm) -> (bool, u32) {
    (row.kind == 0, if form == NameForm::Main { row.population } else { row.population / 8 })
}

/// Keys of places to their numbers; keys that the rows lack are numbered on from their end.
struct References {
    local: BTreeMap<String, u32>,
    foreign: Vec<String>,
    foreign_numbers: BTreeMap<String, u32>,
}

impl References {
    fn new(rows: &[Row]) -> Self {
        let local = rows.iter().map(|row| row.id.clone()).zip(0_u32..).collect();
        Self { local, foreign: Vec::new(), foreign_numbers: BTreeMap::new() }
    }

    fn of(&mut self, id: &str) -> u32 {
        if id.is_empty() {
            return NONE;
        }
        if let Some(&number) = self.local.get(id).or_else(|| self.foreign_numbers.get(id)) {
            return number;
        }
        let number = u32::try_from(self.local.len() + self.foreign.len()).unwrap_or(NONE);
        self.foreign.push(id.to_owned());
        self.foreign_numbers.insert(id.to_owned(), number);
        number
    }
}

fn relations(rows: &[Row], references: &mut References) -> (Vec<u8>, Vec<u8>) {
    let mut triples = Vec::new();
    let mut capitals = Vec::new();
    for (subject, row) in (0_u32..).zip(rows) {
        for (relation, id) in &row.relations {
            let object = references.of(id);
            triples.push([subject, *relation as u32, object]);
            if *relation == Relation::CapitalOf {
                capitals.push([object, subject]);
            }
        }
    }
    triples.sort_unstable();
    capitals.sort_unstable();
    (numbers(triples.into_iter().flatten()), numbers(capitals.into_iter().flatten()))
}

fn numbers(values: impl Iterator<Item = u32>) -> Vec<u8> {
    values.flat_map(u32::to_le_bytes).collect()
}

pub(super) fn country_bytes(code: &str) -> [u8; 2] {
    code.as_bytes().try_into().unwrap_or_default()
}

/// Degrees as a whole number of 1/100,000, in two's complement.
pub(super) fn fixed(degrees: f64) -> u32 {
    // The rows hold degrees within ±180, so that the number fits.
    #[expect(clippy::cast_possible_truncation, reason = "±18,000,000 fits an i32")]
    let whole = (degrees * 1e5).round() as i32;
    whole.cast_unsigned()
}

/// Where each text begins, and all texts in a row.
fn texts(items: impl Iterator<Item = String>) -> Result<(Vec<u8>, Vec<u8>), String> {
    let mut starts = 0_u32.to_le_bytes().to_vec();
    let mut text = Vec::new();
    for item in items {
        text.extend_from_slice(item.as_bytes());
        let end =
            u32::try_from(text.len()).map_err(|error| format!("the names are more than an index holds: {error}"))?;
        starts.extend_from_slice(&end.to_le_bytes());
    }
    Ok((starts, text))
}

/// Bytes before the sections: magic, sum of all that follows it, places, the size of each section.
pub const HEADER_LEN: usize = MAGIC.len() + 4 + 4 + 4 * SECTIONS;

fn assemble(places: usize, sections: &[Vec<u8>]) -> Result<Vec<u8>, String> {
    let too_long = |error| format!("the index is too long: {error}");
    let mut body = u32::try_from(places).map_err(too_long)?.to_le_bytes().to_vec();
    for section in sections {
        body.extend_from_slice(&u32::try_from(section.len()).map_err(too_long)?.to_le_bytes());
    }
    body.extend(sections.iter().flatten());
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&crc32(&body).to_le_bytes());
    bytes.append(&mut body);
    Ok(bytes)
}
