//! Compiles the gazetteer into the index that is embedded.

use std::collections::HashSet;
use std::error::Error;
use std::io::Read;
use std::path::Path;

#[path = "src/gazetteer/checksum.rs"]
#[expect(unreachable_pub, reason = "the library uses it too")]
mod checksum;
#[path = "src/fold.rs"]
#[expect(dead_code, unreachable_pub, reason = "the library uses the rest")]
mod fold;
#[path = "src/gazetteer/index_writer.rs"]
#[expect(dead_code, unreachable_pub, reason = "the library uses the rest")]
mod index_writer;
#[path = "src/gazetteer/name_key.rs"]
#[expect(dead_code, unreachable_pub, reason = "the library uses the rest")]
mod name_key;
#[path = "src/gazetteer/row.rs"]
#[expect(unreachable_pub, reason = "the library uses it too")]
mod row;
#[path = "src/gazetteer/world_file.rs"]
#[expect(unreachable_pub, reason = "the library uses it too")]
mod world_file;

/// What the index depends on.
const SOURCES: [&str; 9] = [
    "build.rs",
    "data/gazetteer.csv",
    "data/world.csv.zst",
    "src/fold.rs",
    "src/gazetteer/checksum.rs",
    "src/gazetteer/index_writer.rs",
    "src/gazetteer/name_key.rs",
    "src/gazetteer/row.rs",
    "src/gazetteer/world_file.rs",
];

fn main() -> Result<(), Box<dyn Error>> {
    for source in SOURCES {
        println!("cargo:rerun-if-changed={source}");
    }
    let mut rows = rows("data/gazetteer.csv")?;
    add_world(&mut rows, "data/world.csv.zst")?;
    let out = std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    std::fs::write(Path::new(&out).join("gazetteer.index"), index_writer::write_index(&rows)?)?;
    Ok(())
}

/// Adds the towns that the gazetteer does not state itself.
fn add_world(rows: &mut Vec<row::Row>, path: &str) -> Result<(), Box<dyn Error>> {
    let packed = std::fs::File::open(path).map_err(|error| format!("{path}: {error}"))?;
    let unpack = |packed| -> Result<String, Box<dyn Error>> {
        let mut text = String::new();
        ruzstd::decoding::StreamingDecoder::new(packed)?.read_to_string(&mut text)?;
        Ok(text)
    };
    let text = unpack(packed).map_err(|error| format!("{path}: the file is cut or altered: {error}"))?;
    let towns = world_file::parse_world(&text).map_err(|message| format!("{path}: {message}"))?;
    let stated: HashSet<String> = rows.iter().map(|row| row.id.clone()).collect();
    rows.extend(towns.into_iter().filter(|town| !stated.contains(&town.id)));
    Ok(())
}

fn rows(path: &str) -> Result<Vec<row::Row>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(path).map_err(|error| format!("{path}: {error}"))?;
    if reader.headers()?.iter().ne(row::HEADER) {
        return Err(format!("{path}: the header is not {}", row::HEADER.join(",")).into());
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| format!("{path}: {error}"))?;
        let line = record.position().map_or(0, csv::Position::line);
        rows.push(row::Row::parse(&record).map_err(|error| format!("{path}:{line}: {error:?}"))?);
    }
    Ok(rows)
}
