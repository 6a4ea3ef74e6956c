//! What is on a page but not of the report: comment forms, share buttons, machine-translation notices.

use super::pack::{LanguagePack, PackError};
use super::token::{Token, TokenKind, Tokens};
use crate::span::Span;
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use rustc_hash::FxHashSet;
use serde::Deserialize;

/// The `[boilerplate]` section of a pack.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Section {
    /// Phrases that make a line boilerplate wherever they stand in it.
    lines: Vec<String>,
    /// Words that make a line boilerplate when it begins with them.
    starts: Vec<String>,
    /// Lines that are boilerplate when they are nothing but this.
    whole_lines: Vec<String>,
    /// Lines after which nothing of the report follows.
    endings: Vec<String>,
}

/// Finds boilerplate by the phrases of all packs: a French report may carry an English notice.
#[derive(Clone, Debug, Default)]
pub struct Boilerplate {
    phrases: Vec<String>,
    /// Sorted, so that those of one letter lie together.
    starts: Vec<String>,
    whole: FxHashSet<String>,
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
            cues.phrases.extend(section.lines.iter().map(|line| fold_phrase(line)));
            cues.starts.extend(section.starts.iter().map(|line| fold_phrase(line)));
            cues.whole.extend(section.whole_lines.iter().map(|line| fold_phrase(line)));
            cues.endings.extend(section.endings.iter().map(|line| fold_phrase(line)));
        }
        cues.starts.sort_unstable();
        // The phrases are few, and every short line is walked through: a table that is larger and faster.
        let mut builder = AhoCorasick::builder();
        builder.kind(Some(AhoCorasickKind::DFA)).match_kind(MatchKind::LeftmostFirst);
        cues.scan = builder.build(&cues.phrases).ok();
        Ok(cues)
    }

    /// Spans of lines that are boilerplate, sorted and disjoint.
    #[must_use]
    pub fn find(&self, text: &str, tokens: &Tokens) -> Vec<Span> {
        let mut found = Vec::new();
        let mut folded = String::new();
        let (mut offset, mut first, mut ended) = (0, 0, false);
        for line in text.split_inclusive('\n') {
            let after = tokens.index_at(offset + line.len());
            let trimmed = line.trim();
            if !trimmed.is_empty() {
                // A report's paragraphs are longer than a button or a notice.
                let short = !ended && trimmed.len() <= LONGEST_NOTICE;
                let cue = short.then(|| {
                    fold_line(tokens, tokens.as_slice().get(first..after).unwrap_or_default(), &mut folded);
                    self.cue_of(&folded)
                });
                let cue = cue.flatten();
                ended |= cue == Some(Cue::Ending);
                if ended || cue.is_some() {
                    let start = offset + (line.len() - line.trim_start().len());
                    found.push(Span::new(start, start + trimmed.len()));
                }
            }
            (offset, first) = (offset + line.len(), after);
        }
        found
    }

    fn cue_of(&self, folded: &str) -> Option<Cue> {
        if self.endings.iter().any(|ending| ending == folded) {
            return Some(Cue::Ending);
        }
        let starts = || self.starting_alike(folded).any(|start| folded.starts_with(start.as_str()));
        let holds = || self.scan.as_ref().is_some_and(|scan| scan.is_match(folded));
        (self.whole.contains(folded) || starts() || holds()).then_some(Cue::Line)
    }

    /// The words that lines begin with, those of the line's first letter.
    fn starting_alike(&self, folded: &str) -> impl Iterator<Item = &String> {
        let first = folded.as_bytes().first();
        let from = self.starts.partition_point(|start| start.as_bytes().first() < first);
        self.starts.iter().skip(from).take_while(move |start| start.as_bytes().first() == first)
    }
}

/// Bytes beyond which a line is a paragraph of the report.
const LONGEST_NOTICE: usize = 400;

/// What makes a line boilerplate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    /// The line itself.
    Line,
    /// The line, and all that follows.
    Ending,
}

/// One line in the form that phrases are compared in: folded, single spaces, no mark at either end.
fn fold_line(tokens: &Tokens, line: &[Token], folded: &mut String) {
    folded.clear();
    let is_word = |token: &Token| token.kind != TokenKind::Mark;
    let (Some(first), Some(last)) = (line.iter().position(is_word), line.iter().rposition(is_word)) else { return };
    for token in line.get(first..=last).unwrap_or_default() {
        if !token.glued && !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(tokens.folded(token));
    }
}

fn fold_phrase(phrase: &str) -> String {
    let tokens = Tokens::split(phrase);
    let mut folded = String::new();
    fold_line(&tokens, tokens.as_slice(), &mut folded);
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cues() -> Boilerplate {
        let source = "[language]\ncode = \"xx\"\nname = \"X\"\n[boilerplate]\nlines = [\"tous droits réservés\"]\nstarts = [\"lire aussi\"]\n\
                      whole_lines = [\"partager\"]\nendings = [\"laisser un commentaire\"]\n";
        Boilerplate::compile(&[LanguagePack::parse("xx.toml", source).unwrap()]).unwrap()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = cues().find(text, &Tokens::split(text)).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_button_is_boilerplate_and_a_sentence_with_its_word_is_not() {
        check("Partager:\n\nIls vont partager la ville.\n", &["Partager:"]);
        check("© 2021 AFP. Tous droits réservés.\nTexte.", &["© 2021 AFP. Tous droits réservés."]);
        check("Lire aussi : la chute de Kunduz\nOn peut lire aussi ceci.", &["Lire aussi : la chute de Kunduz"]);
    }

    #[test]
    fn a_phrase_is_found_however_its_apostrophe_is_written() {
        let cues = Boilerplate { whole: ["s'abonner".to_owned()].into_iter().collect(), ..Boilerplate::default() };
        for line in ["S'abonner", "S’ABONNER"] {
            assert_eq!(cues.find(line, &Tokens::split(line)), [Span::new(0, line.len())]);
        }
    }

    #[test]
    fn nothing_of_the_report_follows_the_comment_form() {
        check("Texte.\n\nLaisser un commentaire\n\nNom *\n", &["Laisser un commentaire", "Nom *"]);
        check("", &[]);
    }
}
