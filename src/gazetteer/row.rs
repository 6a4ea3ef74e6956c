//! [`Row`]: a place as a gazetteer file states it.
//!
//! Shared with the build script, hence no use of anything else of ours.

use std::str::FromStr;

/// The columns of `data/gazetteer.csv` and of a user's own file.
pub const HEADER: [&str; 10] =
    ["id", "name", "kind", "country", "admin1", "latitude", "longitude", "population", "aliases", "relations"];

/// The names of the kinds, in the order of [`super::PlaceKind::ALL`].
pub const KINDS: [&str; 12] = [
    "country",
    "region",
    "province",
    "district",
    "city",
    "village",
    "air_base",
    "border_crossing",
    "facility",
    "river",
    "water",
    "mountains",
];

/// How a place lies to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// It is the capital of an area.
    CapitalOf,
    /// It lies in an area.
    In,
    /// It lies near a place.
    Near,
}

/// One place, owned and not yet checked against the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The key: `AF-BDG`, `gn1147290`.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// Position in [`KINDS`].
    pub kind: u8,
    /// ISO 3166-1 alpha-2, or empty.
    pub country: String,
    /// Key of the first-level division, or empty.
    pub admin1: String,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// People, 0 where not known.
    pub population: u32,
    /// Other names.
    pub aliases: Vec<String>,
    /// Relations to other places by their keys.
    pub relations: Vec<(Relation, String)>,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq)]
pub enum RowError {
    /// So many columns.
    Columns(usize),
    /// The id is empty.
    NoId,
    /// The name of the place with that id is empty.
    NoName(String),
    /// A country that is no two-letter code.
    NoCountry(String),
    /// A kind that there is not.
    NoKind(String),
    /// What stands in a column of numbers.
    NoNumber(&'static str, String),
    /// What stands in a column of degrees, and how far those go.
    Outside(&'static str, String, f64),
    /// A relation that there is not, or to nothing.
    NoRelation(String),
}

impl Relation {
    /// All relations, in the order of the index.
    pub const ALL: [Self; 3] = [Self::CapitalOf, Self::In, Self::Near];

    /// The name in files: `capital_of`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::CapitalOf => "capital_of",
            Self::In => "in",
            Self::Near => "near",
        }
    }
}

impl Row {
    /// Reads one record of a file with the columns of [`HEADER`].
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(record: &csv::StringRecord) -> Result<Self, RowError> {
        if record.len() != HEADER.len() {
            return Err(RowError::Columns(record.len()));
        }
        let field = |column: usize| record.get(column).unwrap_or_default().trim();
        let row = Self {
            id: field(0).to_owned(),
            name: field(1).to_owned(),
            kind: kind_of(field(2))?,
            country: field(3).to_owned(),
            admin1: field(4).to_owned(),
            latitude: degrees("latitude", field(5), 90.0)?,
            longitude: degrees("longitude", field(6), 180.0)?,
            population: if field(7).is_empty() { 0 } else { number("population", field(7))? },
            aliases: field(8).split('|').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            relations: field(9)
                .split('|')
                .filter(|text| !text.trim().is_empty())
                .map(relation)
                .collect::<Result<_, _>>()?,
        };
        if row.id.is_empty() {
            return Err(RowError::NoId);
        }
        if row.name.is_empty() {
            return Err(RowError::NoName(row.id));
        }
        if !(row.country.is_empty()
            || row.country.len() == 2 && row.country.bytes().all(|byte| byte.is_ascii_uppercase()))
        {
            return Err(RowError::NoCountry(row.country));
        }
        Ok(row)
    }
}

fn kind_of(name: &str) -> Result<u8, RowError> {
    let found = KINDS.iter().position(|kind| *kind == name).and_then(|index| u8::try_from(index).ok());
    found.ok_or_else(|| RowError::NoKind(name.to_owned()))
}

fn number<T: FromStr>(column: &'static str, text: &str) -> Result<T, RowError> {
    text.parse().ok().ok_or_else(|| RowError::NoNumber(column, text.to_owned()))
}

fn degrees(column: &'static str, text: &str, limit: f64) -> Result<f64, RowError> {
    let value: f64 = number(column, text)?;
    if value.is_finite() && value.abs() <= limit {
        Ok(value)
    } else {
        Err(RowError::Outside(column, text.to_owned(), limit))
    }
}

fn relation(text: &str) -> Result<(Relation, String), RowError> {
    let no_relation = || RowError::NoRelation(text.to_owned());
    let (name, id) = text.trim().split_once(':').ok_or_else(no_relation)?;
    let found = Relation::ALL.into_iter().find(|relation| relation.name() == name);
    let relation = found.ok_or_else(no_relation)?;
    Ok((relation, id.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::PlaceKind;

    #[track_caller]
    fn check(line: &[&str], expected: Result<&str, RowError>) {
        let name = Row::parse(&csv::StringRecord::from(line.to_vec())).map(|row| row.name);
        assert_eq!(name, expected.map(str::to_owned));
    }

    #[test]
    fn a_row_is_read_or_refused_with_the_reason() {
        check(&["x", "Kabul", "city", "AF", "", "34.5", "69.2", "", "Kaboul|Caboul", "capital_of:AF"], Ok("Kabul"));
        check(&["x", "Kabul", "city"], Err(RowError::Columns(3)));
        check(
            &["x", "Kabul", "city", "AF", "", "34,5", "69.2", "", "", ""],
            Err(RowError::NoNumber("latitude", "34,5".to_owned())),
        );
        check(
            &["x", "Kabul", "city", "AF", "", "94.5", "69.2", "", "", ""],
            Err(RowError::Outside("latitude", "94.5".to_owned(), 90.0)),
        );
        check(
            &["x", "Kabul", "city", "AF", "", "NaN", "69.2", "", "", ""],
            Err(RowError::Outside("latitude", "NaN".to_owned(), 90.0)),
        );
        check(
            &["x", "Kabul", "city", "AF", "", "1", "2", "many", "", ""],
            Err(RowError::NoNumber("population", "many".to_owned())),
        );
        check(
            &["x", "Kabul", "city", "Afghanistan", "", "1", "2", "", "", ""],
            Err(RowError::NoCountry("Afghanistan".to_owned())),
        );
        check(
            &["x", "Kabul", "city", "AF", "", "1", "2", "", "", "beside:AF"],
            Err(RowError::NoRelation("beside:AF".to_owned())),
        );
    }

    #[test]
    fn the_kinds_are_those_of_places() {
        let names: Vec<&str> = PlaceKind::ALL.into_iter().map(PlaceKind::name).collect();
        assert_eq!(names, KINDS);
    }
}
