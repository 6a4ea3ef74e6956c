//! What is on a page but not of the report: comment forms, share buttons, machine-translation notices.

use super::pack::{LanguagePack, PackError};
use crate::fold::fold;
use crate::span::Span;
use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;

/// The `[boilerplate]` section of a pack.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Section {
    /// Phrases that make a line boilerplate wherever they stand in it.
    lines: Vec<String>,
    /// Lines that are boilerplate when they are nothing but this.
    whole_lines: Vec<String>,
    /// Lines after which nothing of the report follows.
    endings: Vec<String>,
}

/// Finds boilerplate by the phrases of all packs: a French report may carry an English notice.
#[derive(Clone, Debug, Default)]
pub struct Boilerplate {
    phrases: Vec<String>,
    whole: std::collections::HashSet<String>,
    endings: Vec<String>,
    scan: Option<AhoCorasick>,
}

impl Boilerplate {
    /// Compiles the `[boilerplate]` sections of the packs.
    ///
    /// # Errors
    /// [`PackError`] where a section does not fit.
    pub fn compile(packs: &[LanguagePack]) -> Result<Self, PackError> {
        let mut cues = Self::default();
        for pack in packs {
            let section: Section = pack.section("boilerplate")?;
            cues.phrases.extend(section.lines.iter().map(|line| fold_line(line)));
            cues.whole.extend(section.whole_lines.iter().map(|line| fold_line(line)));
            cues.endings.extend(section.endings.iter().map(|line| fold_line(line)));
        }
        cues.scan = AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(&cues.phrases).ok();
        Ok(cues)
    }

    /// Spans of lines that are boilerplate, sorted and disjoint.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Span> {
        let mut found = Vec::new();
        let (mut offset, mut ended) = (0, false);
        for line in text.split_inclusive('\n') {
            let trimmed = line.trim();
            // A report's paragraphs are longer than a button or a notice; folding them all would double the reading time.
            if !trimmed.is_empty() {
                let folded = if trimmed.len() <= 600 || ended { fold_line(trimmed) } else { String::new() };
                ended |= self.endings.contains(&folded);
                let is_cue = ended
                    || self.whole.contains(&folded)
                    || self.scan.as_ref().is_some_and(|scan| !folded.is_empty() && scan.is_match(&folded));
                if is_cue {
                    let start = offset + (line.len() - line.trim_start().len());
                    found.push(Span::new(start, start + trimmed.len()));
                }
            }
            offset += line.len();
        }
        found
    }
}

/// One line in the form that phrases are compared in: folded, single spaces, no mark at either end.
fn fold_line(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    fold(&words.join(" ")).trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned()
}
