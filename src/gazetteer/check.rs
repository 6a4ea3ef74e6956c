//! [`check`]: what is wrong with a gazetteer file.

use super::name_key::name_key;
use super::row::{HEADER, KINDS, RowError};
use super::{Gazetteer, Point, Relation, Row};
use crate::problem::{Fault, Problem};
use std::collections::{BTreeMap, BTreeSet};

/// Degrees that a place may lie outside its country's boxes: coasts are drawn roughly, and crossings lie on the border.
const MARGIN_DEGREES: f64 = 1.0;
/// Rows of one name and kind nearer than this are taken for one place stated twice.
const SAME_PLACE_KM: f64 = 1.0;
/// A country of which at least this share of the divisions has a capital is held to state them all.
const CLAIMED: f64 = 0.9;

/// What is wrong with a file in the form of `data/gazetteer.csv`, in the order of its lines: rows that cannot be read, keys and places
/// stated twice, points outside their country, references to no place, divisions without a capital where their country's have one,
/// areas with two. References may be to places of `base` too.
#[must_use]
pub fn check(text: &str, source: &str, base: Option<&Gazetteer>) -> Vec<Problem> {
    let (rows, mut problems) = read_rows(text, source);
    let checked = Checked { rows: &rows, by_key: rows.iter().map(|(_, row)| (row.id.as_str(), row)).collect(), base };
    let at = |(line, message): (u64, String)| Problem::failure(source, message).at_line(line);
    problems.extend(checked.places_stated_twice().into_iter().map(at));
    problems.extend(checked.points_outside(&boxes()).into_iter().map(at));
    problems.extend(checked.dangling().into_iter().map(at));
    problems.extend(checked.capitals().into_iter().map(at));
    problems.sort_by_cached_key(|problem| (problem.line, problem.message.to_string()));
    problems
}

/// The rows of a file with their lines, and what cannot be read of it. Of rows with one key the first is kept.
pub(super) fn read_rows(text: &str, source: &str) -> (Vec<(u64, Row)>, Vec<Problem>) {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    if reader.headers().map_or(true, |header| header.iter().map(str::trim).ne(HEADER)) {
        let fault = Fault::NoPlaceHeader { header: HEADER.join(",") };
        return (Vec::new(), vec![Problem::failure(source, fault).at_line(1)]);
    }
    let mut rows = Vec::new();
    let mut problems = Vec::new();
    let mut lines = BTreeMap::new();
    for record in reader.records() {
        let (line, row) = match record {
            Ok(record) => (record.position().map_or(0, csv::Position::line), Row::parse(&record).map_err(Fault::from)),
            Err(error) => {
                (error.position().map_or(0, csv::Position::line), Err(Fault::BadRow { reason: error.to_string() }))
            }
        };
        let row = row.and_then(|row| match lines.insert(row.id.clone(), line) {
            Some(first) => {
                lines.insert(row.id.clone(), first);
                Err(Fault::PlaceIdAgain { id: row.id, line: first.to_string() })
            }
            None => Ok(row),
        });
        match row {
            Ok(row) => rows.push((line, row)),
            Err(fault) => problems.push(Problem::failure(source, fault).at_line(line)),
        }
    }
    (rows, problems)
}

impl From<RowError> for Fault {
    fn from(error: RowError) -> Self {
        match error {
            RowError::Columns(have) => Self::Columns { have: have.to_string(), wanted: HEADER.len().to_string() },
            RowError::NoId => Self::NoPlaceId,
            RowError::NoName(id) => Self::NoPlaceName { id },
            RowError::NoCountry(country) => Self::NoCountryCode { country },
            RowError::NoKind(kind) => Self::NoPlaceKind { kind, kinds: KINDS.join(", ") },
            RowError::NoNumber(column, value) => Self::NoNumber { column: column.to_owned(), value },
            RowError::Outside(column, value, limit) => {
                Self::Outside { column: column.to_owned(), value, limit: limit.to_string() }
            }
            RowError::NoRelation(relation) => Self::NoRelation { relation },
        }
    }
}

/// Faults by their lines.
type Faults = Vec<(u64, String)>;

struct Checked<'a> {
    rows: &'a [(u64, Row)],
    by_key: BTreeMap<&'a str, &'a Row>,
    base: Option<&'a Gazetteer>,
}

impl Checked<'_> {
    fn is_place(&self, key: &str) -> bool {
        self.by_key.contains_key(key) || self.base.is_some_and(|base| base.by_key(key).is_some())
    }

    fn places_stated_twice(&self) -> Faults {
        let mut faults = Faults::new();
        let mut seen: BTreeMap<_, Vec<&(u64, Row)>> = BTreeMap::new();
        for stated in self.rows {
            let (line, row) = stated;
            let others = seen.entry((name_key(&row.name), row.kind, row.country.as_str())).or_default();
            if let Some((first, _)) =
                others.iter().find(|(_, other)| point(row).distance_km(point(other)) < SAME_PLACE_KM)
            {
                faults.push((*line, format!("`{}` is the place of line {first} again", row.id)));
            }
            others.push(stated);
        }
        faults
    }

    fn points_outside(&self, boxes: &BTreeMap<String, Vec<[f64; 4]>>) -> Faults {
        let outside = self.rows.iter().filter(|(_, row)| {
            let own = boxes.get(&row.country);
            own.is_some_and(|boxes| !boxes.iter().any(|bounds| holds(bounds, point(row))))
        });
        let message = |row: &Row| {
            format!("`{}` at {}, {} lies outside its country {}", row.id, row.latitude, row.longitude, row.country)
        };
        outside.map(|(line, row)| (*line, message(row))).collect()
    }

    fn dangling(&self) -> Faults {
        let mut faults = Faults::new();
        for (line, row) in self.rows {
            if !row.admin1.is_empty() && !self.is_place(&row.admin1) {
                faults.push((*line, format!("the admin1 `{}` of `{}` is no place", row.admin1, row.id)));
            }
            for (relation, key) in row.relations.iter().filter(|(_, key)| !self.is_place(key)) {
                faults.push((*line, format!("`{}` is {} `{key}`, which is no place", row.id, relation.name())));
            }
        }
        faults
    }

    fn capitals(&self) -> Faults {
        let mut faults = Faults::new();
        let mut capitals: BTreeMap<&str, u64> = BTreeMap::new();
        for (line, row) in self.rows {
            for (_, area) in row.relations.iter().filter(|(relation, _)| *relation == Relation::CapitalOf) {
                if let Some(first) = capitals.insert(area, *line) {
                    faults.push((
                        *line,
                        format!("`{}` is capital of `{area}`, and so is the place of line {first}", row.id),
                    ));
                }
            }
        }
        let claimed = self.countries_that_state_capitals(&capitals);
        let without = self.provinces().filter(|(_, row)| !capitals.contains_key(row.id.as_str()));
        // A rock in the sea, or what another country's rows hold, needs none.
        let with_towns: BTreeSet<&str> = self.rows.iter().map(|(_, row)| row.admin1.as_str()).collect();
        let without =
            without.filter(|(_, row)| claimed.contains(row.country.as_str()) && with_towns.contains(row.id.as_str()));
        faults.extend(without.map(|(line, row)| (*line, format!("the province `{}` has no capital", row.id))));
        faults
    }

    fn provinces(&self) -> impl Iterator<Item = &(u64, Row)> {
        self.rows.iter().filter(|(_, row)| KINDS.get(usize::from(row.kind)) == Some(&"province"))
    }

    fn countries_that_state_capitals(&self, capitals: &BTreeMap<&str, u64>) -> BTreeSet<&str> {
        let mut counts: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
        for (_, row) in self.provinces() {
            let (all, with) = counts.entry(row.country.as_str()).or_default();
            *all += 1;
            *with += u32::from(capitals.contains_key(row.id.as_str()));
        }
        let states_them = |&(all, with): &(u32, u32)| all > 1 && f64::from(with) >= CLAIMED * f64::from(all);
        counts.into_iter().filter(|(_, count)| states_them(count)).map(|(country, _)| country).collect()
    }
}

fn point(row: &Row) -> Point {
    Point { latitude: row.latitude, longitude: row.longitude }
}

/// Boxes of the countries' lands: south, west, north, east. Made by `data/build/gazetteer.py` from Natural Earth.
fn boxes() -> BTreeMap<String, Vec<[f64; 4]>> {
    let mut boxes: BTreeMap<String, Vec<[f64; 4]>> = BTreeMap::new();
    for line in include_str!("../../data/country_boxes.csv").lines().skip(1) {
        let mut fields = line.split(',');
        let country = fields.next().unwrap_or_default();
        let bounds: Vec<f64> = fields.filter_map(|field| field.parse().ok()).collect();
        if let Ok(bounds) = bounds.try_into() {
            boxes.entry(country.to_owned()).or_default().push(bounds);
        }
    }
    boxes
}

fn holds([south, west, north, east]: &[f64; 4], point: Point) -> bool {
    let within = |value, low, high| value >= low - MARGIN_DEGREES && value <= high + MARGIN_DEGREES;
    within(point.latitude, south, north) && within(point.longitude, west, east)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "\
AF,Afghanistan,country,AF,,33,66,0,,
AF-KAB,Kabul,province,AF,,34.5,69.1,0,,
AF-HER,Herat,province,AF,,34.3,62.2,0,,
k,Kabul,city,AF,AF-KAB,34.53,69.17,0,Kaboul,capital_of:AF|capital_of:AF-KAB
h,Herat,city,AF,AF-HER,34.35,62.2,0,,capital_of:AF-HER
";

    /// The faults of the good file with `from` made `to`.
    #[track_caller]
    fn check_planted(from: &str, to: &str, expected: &[&str]) {
        let text = format!("{}\n{}", HEADER.join(","), GOOD.replace(from, to));
        assert!(from.is_empty() || GOOD.contains(from), "{from} is not in the file");
        let problems: Vec<String> = check(&text, "f", None).iter().map(ToString::to_string).collect();
        assert_eq!(problems, expected);
    }

    #[test]
    fn a_good_file_has_no_fault() {
        check_planted("h,Herat", "h,Herat", &[]);
    }

    #[test]
    fn planted_faults_are_found() {
        check_planted("h,Herat,city", "k,Herat,city", &["f:6: fault-place-id-again id=k line=5"]);
        check_planted("34.35,62.2", "4.35,62.2", &["f:6: `h` at 4.35, 62.2 lies outside its country AF"]);
        check_planted("34.35,62.2", "4.35x,62.2", &["f:6: fault-no-number column=latitude value=4.35x"]);
        check_planted("capital_of:AF-HER", "", &[]);
        check_planted("city,AF,AF-HER", "city,AF,AF-HRT", &["f:6: the admin1 `AF-HRT` of `h` is no place"]);
        check_planted(
            "capital_of:AF-HER",
            "capital_of:AF-KAB",
            &["f:6: `h` is capital of `AF-KAB`, and so is the place of line 5"],
        );
        check_planted("capital_of:AF|", "capital_of:XX|", &["f:5: `k` is capital_of `XX`, which is no place"]);
        check_planted(
            "h,Herat,city,AF,AF-HER,34.35,62.2,0,,",
            "h,Herat,city,AF,AF-HER,34.35,62.2,0,,capital_of:AF-HER\nh2,Hérat,city,AF,AF-HER,34.351,62.2,0,,in:AF|",
            &[
                "f:7: `h2` is capital of `AF-HER`, and so is the place of line 6",
                "f:7: `h2` is the place of line 6 again",
            ],
        );
    }

    #[test]
    fn a_province_without_capital_is_a_fault_where_the_others_have_one() {
        use std::fmt::Write;
        let mut text = format!("{}\n", HEADER.join(","));
        for number in 0..12 {
            let relation = if number == 7 { String::new() } else { format!("capital_of:p{number}") };
            let latitude = 33.0 + f64::from(number) / 10.0;
            writeln!(text, "p{number},Province {number},province,AF,,{latitude},65,,,").unwrap();
            writeln!(text, "c{number},Town {number},city,AF,p{number},{latitude},65,,,{relation}").unwrap();
        }
        let problems: Vec<String> = check(&text, "f", None).iter().map(ToString::to_string).collect();
        assert_eq!(problems, ["f:16: the province `p7` has no capital"]);
    }

    #[test]
    fn references_to_the_embedded_places_are_good() {
        let text = format!("{}\nmy-1,Here,city,AF,AF-BDG,35,63.5,0,,in:AF-BDG\n", HEADER.join(","));
        assert_eq!(check(&text, "f", Some(Gazetteer::embedded())), []);
        assert_eq!(check(&text, "f", None).len(), 2);
    }

    #[test]
    fn the_file_in_the_repository_has_no_fault() {
        let text = include_str!("../../data/gazetteer.csv");
        let problems: Vec<String> = check(text, "gazetteer.csv", None).iter().map(ToString::to_string).collect();
        assert_eq!(problems, [""; 0]);
        let provinces = text.lines().filter(|line| line.contains(",province,")).count();
        assert!(provinces >= 4_556, "{provinces} divisions");
    }
}
