//! Search in the texts of all reports, without regard to case and accents.

use super::Project;
use super::error::ProjectError;

/// A report in which the words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Id of the report.
    pub document: String,
    /// Its title.
    pub title: Option<String>,
    /// The words with those around them, on one line, shortened with `…`: for a list, not a quote.
    pub snippet: String,
}

impl Project {
    /// The reports in which all of the words stand, the best first. The last word may be the beginning of one.
    ///
    /// # Errors
    /// What the file says.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<Hit>, ProjectError> {
        let Some(wanted) = expression(words) else { return Ok(Vec::new()) };
        // A letter stands in every report: none is better than another, and weighing all of them takes its time. Either order
        // is one that FTS5 gives by itself, so that the words around are looked up for those alone that are asked for.
        let order = if is_letter(words) { "dateline_words.rowid" } else { "rank" };
        let mut query = self.connection.prepare(&format!(
            "SELECT documents.id, documents.title, snippet(dateline_words, 1, '', '', '…', 16) FROM dateline_words \
             JOIN documents ON documents.fid = dateline_words.rowid \
             WHERE dateline_words MATCH ?1 ORDER BY {order} LIMIT ?2",
        ))?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let hits = query.query_map((wanted, limit), |row| {
            let snippet: String = row.get(2)?;
            let words: Vec<&str> = snippet.split_whitespace().collect();
            Ok(Hit { document: row.get(0)?, title: row.get(1)?, snippet: words.join(" ") })
        })?;
        Ok(hits.collect::<Result<_, _>>()?)
    }
}

fn is_letter(words: &str) -> bool {
    words.chars().filter(|sign| sign.is_alphanumeric()).count() == 1
}

/// The words as FTS5 wants them: each in quotation marks, so that no sign of its query language is left in them.
fn expression(words: &str) -> Option<String> {
    let quoted: Vec<String> = words
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| format!("\"{word}\""))
        .collect();
    (!quoted.is_empty()).then(|| quoted.join(" ") + "*")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_the_query_language_are_no_part_of_the_words() {
        assert_eq!(expression("Qala-i-Naw AND \"x").as_deref(), Some("\"Qala\" \"i\" \"Naw\" \"AND\" \"x\"*"));
        assert_eq!(expression(" *() "), None);
    }
}
