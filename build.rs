//! Compiles the gazetteer into the index that is embedded.

use std::error::Error;
use std::path::Path;

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
#[expect(dead_code, unreachable_pub, reason = "the library uses the rest")]
mod row;

/// What the index depends on.
const SOURCES: [&str; 6] = [
    "build.rs",
    "data/gazetteer.csv",
    "src/fold.rs",
    "src/gazetteer/index_writer.rs",
    "src/gazetteer/name_key.rs",
    "src/gazetteer/row.rs",
];

fn main() -> Result<(), Box<dyn Error>> {
    for source in SOURCES {
        println!("cargo:rerun-if-changed={source}");
    }
    let rows = rows("data/gazetteer.csv")?;
    let out = std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    std::fs::write(Path::new(&out).join("gazetteer.index"), index_writer::write_index(&rows)?)?;
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
        rows.push(row::Row::parse(&record).map_err(|message| format!("{path}:{line}: {message}"))?);
    }
    Ok(rows)
}
