//! The towns of `data/world.csv.zst`, after decompression.
//!
//! Shared with the build script. A line a town: `geonameid,name,country,admin1,latitude,longitude,population,aliases`;
//! the last line is `end,<towns>,<CRC-32 of all before it>`.

use super::checksum::crc32;
use super::row::{KINDS, Row};

/// The towns, or what shows that the file is cut or altered.
///
/// # Errors
/// In words: lower case, no full stop.
pub fn parse_world(text: &str) -> Result<Vec<Row>, String> {
    let body_end = text.trim_end_matches('\n').rfind('\n').map_or(0, |at| at + 1);
    let (body, last) = text.split_at(body_end);
    let damaged = |what: &str| format!("the file is cut or altered: {what}");
    let stated: Vec<&str> = last.trim_end().split(',').collect();
    let &["end", count, sum] = stated.as_slice() else {
        return Err(damaged("the last line is not `end,<towns>,<sum>`"));
    };
    if sum.parse() != Ok(crc32(body.as_bytes())) {
        return Err(damaged("the sum of its bytes is not the one it states"));
    }
    let city = KINDS.iter().position(|kind| *kind == "city").and_then(|kind| u8::try_from(kind).ok()).unwrap_or(0);
    let mut rows = Vec::with_capacity(count.parse().unwrap_or(0));
    for (line, record) in
        (1_u64..).zip(csv::ReaderBuilder::new().has_headers(false).from_reader(body.as_bytes()).records())
    {
        let record = record.map_err(|error| error.to_string())?;
        rows.push(town(&record, city).ok_or_else(|| damaged(&format!("line {line} is no town")))?);
    }
    if count.parse() != Ok(rows.len()) {
        return Err(damaged(&format!("{} towns where {count} are stated", rows.len())));
    }
    Ok(rows)
}

fn town(record: &csv::StringRecord, kind: u8) -> Option<Row> {
    let field = |column: usize| record.get(column);
    Some(Row {
        id: format!("gn{}", field(0)?),
        name: field(1)?.to_owned(),
        kind,
        country: field(2)?.to_owned(),
        admin1: field(3)?.to_owned(),
        latitude: field(4)?.parse().ok()?,
        longitude: field(5)?.parse().ok()?,
        population: field(6).filter(|text| !text.is_empty()).map_or(Some(0), |text| text.parse().ok())?,
        aliases: field(7)?.split('|').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        relations: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> String {
        let body =
            "1138958,Kabul,AF,AF-KAB,34.5281,69.1723,4434550,Kaboul|کابل\n2988507,Paris,FR,FR-paris,48.8534,2.3488,,\n";
        format!("{body}end,2,{}\n", crc32(body.as_bytes()))
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let message = parse_world(text).err().unwrap_or_default();
        assert!(message.contains(expected), "{message}");
    }

    #[test]
    fn a_whole_file_is_read() {
        let rows = parse_world(&whole()).unwrap();
        assert_eq!((rows[0].id.as_str(), rows[0].aliases.len(), rows[1].population), ("gn1138958", 2, 0));
    }

    #[test]
    fn a_cut_or_altered_file_is_told() {
        let whole = whole();
        check(whole.split_at(40).0, "the last line is not");
        check(&whole.replace("Kaboul", "Kabool"), "the sum of its bytes");
        check(&whole.replace("end,2", "end,3"), "2 towns where 3 are stated");
        check("", "cut or altered");
    }
}
