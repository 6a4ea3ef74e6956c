//! [`PlaceFile`]: a user's own places, kept in the project that was read with them.

use super::error::ProjectError;
use super::{Project, set_state, state};
use crate::gazetteer::Gazetteer;
use crate::gazetteer::index_writer::MAGIC;
use crate::gazetteer::row::HEADER;
use crate::problem::{Fault, Problem};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// A file of places: a CSV in the form of `data/gazetteer.csv`, or an index that an import wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceFile {
    /// Its path from the root.
    source: String,
    /// What is in it, once it was read. An index is too large to be kept in a project, and is read where it lies.
    text: Option<String>,
}

impl PlaceFile {
    /// A file that is still to be read.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        Self { source: path.to_string_lossy().into_owned(), text: None }
    }

    /// Whether that file holds places, by its first line: reports come as CSV too.
    #[must_use]
    pub fn is_at(path: &Path) -> bool {
        let Ok(file) = File::open(path) else { return false };
        let mut start = Vec::new();
        let read = BufReader::new(file).take(4096).read_until(b'\n', &mut start);
        if read.is_err() {
            return false;
        }
        let line = String::from_utf8_lossy(&start);
        let columns: Vec<&str> = line.trim_start_matches('\u{feff}').trim_end().split(',').map(str::trim).collect();
        start.starts_with(MAGIC) || HEADER.iter().all(|column| columns.contains(column))
    }

    /// Where it lies, or lay.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The same file with what is in it, where that is to be kept.
    ///
    /// # Errors
    /// The file and why it cannot be read.
    pub fn read(self) -> Result<Self, Problem> {
        let bytes = self.bytes()?;
        if bytes.starts_with(MAGIC) {
            return Ok(Self { text: None, ..self });
        }
        Ok(Self { text: Some(String::from_utf8_lossy(&bytes).into_owned()), ..self })
    }

    /// The same, where it was not read before.
    ///
    /// # Errors
    /// The file and why it cannot be read.
    pub fn read_once(self) -> Result<Self, Problem> {
        if self.text.is_some() { Ok(self) } else { self.read() }
    }

    fn bytes(&self) -> Result<Vec<u8>, Problem> {
        std::fs::read(&self.source).map_err(|error| Problem::failure(&self.source, Fault::from(error)))
    }

    fn over(&self, gazetteer: &Gazetteer) -> Result<(Gazetteer, Vec<Problem>), Problem> {
        Ok(match &self.text {
            Some(text) => gazetteer.with_csv(text, &self.source),
            None => gazetteer.with_file(self.bytes()?, &self.source),
        })
    }

    /// Lays files over each other and over a gazetteer; what cannot be read is listed, and left out.
    #[must_use]
    pub fn all_over(files: &[Self], gazetteer: &Gazetteer) -> (Gazetteer, Vec<Problem>) {
        let (mut over, mut problems) = (gazetteer.clone(), Vec::new());
        for file in files {
            match file.over(&over) {
                Ok((gazetteer, more)) => {
                    over = gazetteer;
                    problems.extend(more);
                }
                Err(problem) => problems.push(problem),
            }
        }
        (over, problems)
    }

    /// Adds files to others; one that is among them takes the other's stead.
    pub fn add_to(files: &mut Vec<Self>, more: impl IntoIterator<Item = Self>) {
        for file in more {
            files.retain(|other| other.source != file.source);
            files.push(file);
        }
    }
}

impl Project {
    /// The user's own places that its reports were read with.
    ///
    /// # Errors
    /// What the file says.
    pub fn place_files(&self) -> Result<Vec<PlaceFile>, ProjectError> {
        let kept = state(&self.connection, "places")?;
        let files = kept.map(|text| serde_json::from_str(&text)).transpose();
        files.map(Option::unwrap_or_default).map_err(|error| ProjectError::Damaged(format!("own places: {error}")))
    }

    /// Keeps the user's own places with it, in place of those that were.
    ///
    /// # Errors
    /// What the file says.
    pub fn keep_place_files(&mut self, files: &[PlaceFile]) -> Result<(), ProjectError> {
        if self.place_files()? == files {
            return Ok(());
        }
        self.check_writable()?;
        let text = serde_json::to_string(files).map_err(|error| ProjectError::Store(error.to_string()))?;
        set_state(&self.connection, "places", &text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACES: &str = "id,name,kind,country,admin1,latitude,longitude,population,aliases,relations\n\
        my-1,Kota-e Ashro,village,AF,AF-WAR,34.4,68.7,,,in:AF-WAR\n";

    #[test]
    fn a_table_of_places_is_told_from_one_of_reports() {
        let folder = tempfile::tempdir().unwrap();
        let check = |text: &str, expected: bool| {
            let path = folder.path().join("a.csv");
            std::fs::write(&path, text).unwrap();
            assert_eq!(PlaceFile::is_at(&path), expected, "{text}");
        };
        check(PLACES, true);
        check(&format!("\u{feff}{}", PLACES.replace('\n', "\r\n")), true);
        check("id,text,published\na,Kabul,2021\n", false);
        check("", false);
        assert!(!PlaceFile::is_at(&folder.path().join("none.csv")));
    }

    #[test]
    fn places_are_kept_in_a_project_when_their_file_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mine.csv");
        std::fs::write(&file, PLACES).unwrap();
        let mut project = Project::create(&folder.path().join("a.dateline")).unwrap();
        assert_eq!(project.place_files().unwrap(), []);
        project.keep_place_files(&[PlaceFile::at(&file).read().unwrap()]).unwrap();
        std::fs::remove_file(&file).unwrap();
        let (gazetteer, problems) = PlaceFile::all_over(&project.place_files().unwrap(), Gazetteer::embedded());
        assert!(problems.is_empty(), "{problems:?}");
        assert!(gazetteer.by_key("my-1").is_some());
        let (_, problems) = PlaceFile::all_over(&[PlaceFile::at(&file)], Gazetteer::embedded());
        assert_eq!(problems[0].message, Fault::NoSuchFile.into());
    }
}
