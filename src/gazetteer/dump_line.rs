//! A line of a GeoNames dump.
//!
//! The columns are those of the readme at <https://download.geonames.org/export/dump/>.

use super::row::{KINDS, Row};

/// Columns of a line of a dump.
const COLUMNS: usize = 19;

/// The place of a line, `None` for a feature of no kind of ours.
pub(super) fn place(line: &str) -> Result<(u32, Option<Row>), String> {
    let fields: Vec<&str> = line.split('\t').collect();
    if fields.len() != COLUMNS {
        return Err(format!("{} columns where a GeoNames dump has {COLUMNS}", fields.len()));
    }
    let field = |column: usize| fields.get(column).copied().unwrap_or_default();
    let number: u32 = field(0).parse().map_err(|_error| format!("the id `{}` is no number", field(0)))?;
    let Some(kind) = kind_of(field(6), field(7)) else { return Ok((number, None)) };
    let degrees = |column: usize, limit: f64| {
        let value = field(column).parse().ok().filter(|value: &f64| value.abs() <= limit);
        value.ok_or_else(|| format!("`{}` is no degrees up to {limit}", field(column)))
    };
    let row = Row {
        id: format!("gn{number}"),
        name: field(1).to_owned(),
        kind,
        country: Some(field(8)).filter(|code| code.len() == 2).unwrap_or_default().to_owned(),
        latitude: degrees(4, 90.0)?,
        longitude: degrees(5, 180.0)?,
        population: field(14).parse().unwrap_or(0),
        aliases: field(3).split(',').filter(|name| is_usable(name)).map(str::to_owned).collect(),
        ..Row::default()
    };
    if row.name.is_empty() { Err("the name is empty".to_owned()) } else { Ok((number, Some(row))) }
}

/// The place and the name of a line of `alternateNamesV2.txt`: number, place, language, name. `None` for links, codes and old names.
pub(super) fn alternate_name(line: &str) -> Result<Option<(u32, &str)>, String> {
    let mut fields = line.split('\t');
    let (place, language, name) = (fields.nth(1), fields.next(), fields.next());
    let (Some(place), Some(language), Some(name)) = (place, language, name) else {
        return Err("fewer than 4 columns".to_owned());
    };
    let place: u32 = place.parse().map_err(|_error| format!("the id `{place}` is no number"))?;
    // Pseudo-languages of GeoNames: links, postal and airport codes.
    let is_name = language.len() <= 3 && is_usable(name);
    Ok(Some((place, name)).filter(|_| is_name))
}

/// Latin and Arabic-script names that a report could use: no codes, no romanised other scripts (which begin in lower case).
fn is_usable(name: &str) -> bool {
    let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
    let known = |letter: char| {
        !letter.is_alphabetic()
            || matches!(letter, '\0'..='\u{24f}' | '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{1e00}'..='\u{1eff}')
    };
    let is_code = letters <= 4 && name.chars().all(|letter| letter.is_ascii_uppercase());
    letters >= 3 && !is_code && !name.starts_with(char::is_lowercase) && !name.contains('|') && name.chars().all(known)
}

/// Position in [`KINDS`] of a GeoNames feature class and code.
fn kind_of(class: &str, code: &str) -> Option<u8> {
    let name = match (class, code) {
        ("P", "PPLL" | "PPLF") => "village",
        ("P", "PPLQ" | "PPLH" | "PPLW" | "PPLCH") => return None,
        ("P", _) => "city",
        ("A", "ADM2" | "ADM3") => "district",
        ("S", "AIRB" | "AIRP" | "AIRF") => "air_base",
        ("S", "PSTB") => "border_crossing",
        ("S", "PRN" | "DAM" | "PS" | "MILB" | "INSM" | "CMP" | "CMPRF") => "facility",
        ("H", "STM" | "STMS" | "CNL") => "river",
        ("H", "LK" | "LKS" | "SEA" | "GULF" | "STRT" | "BAY") => "water",
        ("T", "MT" | "MTS" | "PASS" | "VAL") => "mountains",
        ("L", "RGN") => "region",
        _ => return None,
    };
    KINDS.iter().position(|kind| *kind == name).and_then(|kind| u8::try_from(kind).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_usable(names: &[&str], expected: bool) {
        for name in names {
            assert_eq!(is_usable(name), expected, "{name}");
        }
    }

    #[test]
    fn codes_and_romanised_scripts_are_no_names() {
        check_usable(&["Kaboul", "Łódź", "کابل", "Hà Nội"], true);
        check_usable(&["KBL", "kabul", "Кабул", "喀布尔", "Ab", "a|b", ""], false);
    }

    #[test]
    fn a_feature_of_no_kind_of_ours_is_passed_over() {
        let line = |class: &str, code: &str| format!("7\tX\tX\t\t1\t2\t{class}\t{code}\tAF{}", "\t".repeat(10));
        assert!(place(&line("S", "HTL")).unwrap().1.is_none());
        assert_eq!(place(&line("S", "AIRB")).unwrap().1.unwrap().kind, 6);
        assert!(place("7\tX").is_err());
    }
}
