//! Reports in tables: JSON Lines and CSV, one report a row; and the sidecar of a report file.

use crate::document::Document;
use crate::edtf::DateSet;
use crate::problem::{Fault, Problem};
use rayon::prelude::*;
use serde::Deserialize;

/// Reports of a table, and the rows that could not be used.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// In the order of the rows.
    pub documents: Vec<Document>,
    /// By line.
    pub problems: Vec<Problem>,
}

/// One row: `{"id","text","published"?,"language"?,"title"?,"source"?}`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Row {
    id: Option<String>,
    text: String,
    published: Option<String>,
    language: Option<String>,
    title: Option<String>,
    source: Option<String>,
}

/// Lines that one core reads in one go.
const PIECE: usize = 64;

/// Reads JSON Lines, on all cores; `name` stands in problems and in the ids of rows without one.
#[must_use]
pub fn parse_json_lines(name: &str, source: &str) -> Table {
    let lines: Vec<(u64, &str)> = (1..).zip(source.trim_start_matches('\u{feff}').lines()).collect();
    let pieces: Vec<Table> = lines.par_chunks(PIECE).map(|lines| Table::of_lines(name, lines)).collect();
    let mut table = Table::default();
    for piece in pieces {
        table.documents.extend(piece.documents);
        table.problems.extend(piece.problems);
    }
    table
}

/// Reads CSV with a header row that names at least a column `text`.
#[must_use]
pub fn parse_csv(name: &str, source: &str) -> Table {
    let mut table = Table::default();
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).from_reader(source.trim_start_matches('\u{feff}').as_bytes());
    match reader.headers() {
        Ok(header) if header.iter().any(|column| column == "text") => {}
        Ok(_) => table.problems.push(Problem::failure(name, Fault::NoTextColumn)),
        Err(error) => table.problems.push(Problem::failure(name, Fault::NoCsv { reason: error.to_string() })),
    }
    if !table.problems.is_empty() {
        return table;
    }
    for row in reader.deserialize::<Row>() {
        match row {
            Ok(row) => {
                let line = (table.documents.len() + table.problems.len() + 2) as u64;
                table.add(name, line, row);
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                table.problems.push(Problem::failure(name, Fault::BadRow { reason: error.to_string() }).at_line(line));
            }
        }
    }
    table
}

impl Table {
    /// Reads lines with their numbers.
    fn of_lines(name: &str, lines: &[(u64, &str)]) -> Self {
        let mut table = Self::default();
        for &(number, line) in lines.iter().filter(|(_, line)| !line.trim().is_empty()) {
            match serde_json::from_str::<Row>(line) {
                Ok(row) => table.add(name, number, row),
                Err(error) => table
                    .problems
                    .push(Problem::failure(name, Fault::NoJsonRow { reason: error.to_string() }).at_line(number)),
            }
        }
        table
    }

    fn add(&mut self, name: &str, line: u64, row: Row) {
        if row.text.trim().is_empty() {
            return self.problems.push(Problem::failure(name, Fault::NoTextInRow).at_line(line));
        }
        let id = row.id.filter(|id| !id.is_empty()).unwrap_or_else(|| format!("{name}:{line}"));
        let mut document = Document::new(id, row.text);
        document.title = row.title.filter(|title| !title.is_empty()).or_else(|| headline(&document.text));
        document.language = row.language.filter(|code| !code.is_empty());
        document.path = row.source.filter(|source| !source.is_empty()).map(Into::into);
        if let Some(published) = row.published.filter(|published| !published.is_empty()) {
            match DateSet::parse(&published) {
                Ok(day) => document.stated = Some(day),
                Err(_) => {
                    self.problems.push(Problem::notice(name, Fault::NoPublicationDay { published }).at_line(line));
                }
            }
        }
        self.documents.push(document);
    }
}

/// Sets what a sidecar states on its report.
///
/// # Errors
/// What is wrong with the sidecar; the report is then left as it was.
pub(super) fn apply_sidecar(bytes: &[u8], document: &mut Document) -> Result<(), Fault> {
    let row: Row = serde_json::from_slice(bytes).map_err(|error| Fault::NoSidecar { reason: error.to_string() })?;
    if let Some(published) = &row.published {
        let Ok(day) = DateSet::parse(published) else {
            return Err(Fault::NoPublicationDay { published: published.clone() });
        };
        document.stated = Some(day);
    }
    document.language = row.language.or(document.language.take());
    document.title = row.title.or(document.title.take());
    Ok(())
}

/// The first line, where it looks like a headline: short, no full stop at its end, with text after it.
#[must_use]
pub fn headline(text: &str) -> Option<String> {
    const LONGEST: usize = 200;
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next()?;
    let is_headline = first.len() <= LONGEST && first.chars().count() >= 12 && !first.ends_with(['.', ':', ',', ';']);
    (is_headline && lines.next().is_some()).then(|| first.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_row_is_named_by_line_and_the_rest_goes_on() {
        let table = parse_json_lines(
            "x.jsonl",
            "{\"id\":\"a\",\"text\":\"Un.\"}\nnot json\n{\"id\":\"b\"}\n\n{\"id\":\"c\",\"text\":\"Deux.\",\"published\":\"2021-07\"}\n",
        );
        assert_eq!(table.documents.iter().map(|document| document.id.as_str()).collect::<Vec<_>>(), ["a", "c"]);
        assert_eq!(table.problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [Some(2), Some(3)]);
        assert_eq!(table.documents[1].stated.as_ref().unwrap().to_string(), "2021-07");
    }

    #[test]
    fn a_table_needs_a_column_of_text() {
        assert_eq!(parse_csv("x.csv", "id,body\n1,hello\n").problems.len(), 1);
        let table = parse_csv("x.csv", "id,text,published\n1,\"Un, deux\",2021-07-12\n2,,\n");
        assert_eq!((table.documents.len(), table.problems.len()), (1, 1));
    }

    #[test]
    fn a_headline_is_a_short_line_without_a_full_stop_before_the_text() {
        assert_eq!(
            headline("Les talibans attaquent une ville\n\nTexte.").as_deref(),
            Some("Les talibans attaquent une ville")
        );
        assert_eq!(headline("Les talibans ont attaqué une ville.\n\nTexte."), None);
        assert_eq!(headline("Partager:\n\nTexte."), None);
    }
}
