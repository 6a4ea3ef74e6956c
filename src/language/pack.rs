//! [`LanguagePack`]: one language, as a TOML file with a section for each engine.

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A language pack as read: checked to be TOML with a head; each engine reads its own section.
#[derive(Clone, Debug)]
pub struct LanguagePack {
    /// `fr`, `en`: ISO 639-1 where there is one.
    pub code: String,
    /// The language's own name for itself.
    pub name: String,
    file: String,
    source: String,
}

/// A pack that cannot be used: file, line and entry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {message}")]
pub struct PackError {
    /// The pack's file name.
    pub file: String,
    /// Line from 1.
    pub line: usize,
    /// The entry and what is wrong with it.
    pub message: String,
}

#[derive(Deserialize)]
struct Head {
    code: String,
    name: String,
}

#[derive(Deserialize)]
struct Whole {
    language: Head,
}

impl LanguagePack {
    /// Reads a pack; `file` is only for messages.
    ///
    /// # Errors
    /// [`PackError`] where the text is no TOML or has no `[language]` with `code` and `name`.
    pub fn parse(file: &str, source: &str) -> Result<Self, PackError> {
        let whole: Whole = toml::from_str(source).map_err(|error| pack_error(file, source, &error))?;
        Ok(Self {
            code: whole.language.code,
            name: whole.language.name,
            file: file.to_owned(),
            source: source.to_owned(),
        })
    }

    /// The section `[name]`, read as the engine that owns it wants it. A missing section reads as an empty one.
    ///
    /// # Errors
    /// [`PackError`] with the line of the entry that does not fit.
    pub fn section<T: DeserializeOwned>(&self, name: &str) -> Result<T, PackError> {
        let kept = keep_section(&self.source, name);
        let mut sections: std::collections::BTreeMap<String, Section<T>> =
            toml::from_str(&kept).map_err(|error| pack_error(&self.file, &kept, &error))?;
        match sections.remove(name) {
            Some(Section(section)) => Ok(section),
            None => toml::from_str("").map_err(|error| pack_error(&self.file, &self.source, &error)),
        }
    }

    /// An error at the first line that holds `entry`: for checks that TOML itself cannot make.
    #[must_use]
    pub fn error(&self, entry: &str, message: impl Into<String>) -> PackError {
        let line = self.source.lines().position(|line| line.contains(entry)).map_or(1, |index| index + 1);
        PackError { file: self.file.clone(), line, message: message.into() }
    }
}

#[derive(Deserialize)]
#[serde(transparent)]
struct Section<T>(T);

/// The source with every line outside `[name]`, `[name.*]` and `[[name.*]]` emptied, so that line numbers stay.
fn keep_section(source: &str, name: &str) -> String {
    let mut inside = false;
    let mut kept = String::with_capacity(source.len());
    for line in source.lines() {
        let header = line.trim_start().trim_start_matches('[');
        if line.trim_start().starts_with('[') && !line.starts_with(char::is_whitespace) {
            let key = header.split([']', '.']).next().unwrap_or_default().trim();
            inside = key == name;
        }
        if inside {
            kept.push_str(line);
        }
        kept.push('\n');
    }
    kept
}

fn pack_error(file: &str, source: &str, error: &toml::de::Error) -> PackError {
    let offset = error.span().map_or(0, |span| span.start);
    let line = source.bytes().take(offset).filter(|&byte| byte == b'\n').count() + 1;
    PackError { file: file.to_owned(), line, message: error.message().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_wrong_entry_is_named_with_its_line() {
        let pack =
            LanguagePack::parse("xx.toml", "[language]\ncode = \"xx\"\nname = \"X\"\n\n[words]\na = 1\nb = \"two\"\n")
                .unwrap();
        let error = pack.section::<BTreeMap<String, i64>>("words").unwrap_err();
        assert_eq!((error.file.as_str(), error.line), ("xx.toml", 7));
    }

    #[test]
    fn a_missing_section_is_an_empty_one() {
        let pack = LanguagePack::parse("xx.toml", "[language]\ncode = \"xx\"\nname = \"X\"\n").unwrap();
        assert_eq!(pack.section::<BTreeMap<String, i64>>("none"), Ok(BTreeMap::new()));
    }
}
