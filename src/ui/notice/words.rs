//! What a line under the top bar says.

use super::Notice;
use crate::pipeline::Progress;
use crate::problem::Fault;
use crate::project::{Damage, ReadOnly};
use crate::ui::texts::Texts;
use crate::ui::worker::News;
use crate::view_state::Direction;
use crate::wording::reasons::{Audience, fault_words, problem_words};
use std::path::Path;

impl Notice {
    pub(super) fn words(&self, texts: &Texts) -> String {
        match self {
            Self::Hint(towards) => texts.get(hint_key(*towards)),
            Self::Examples(towards) => format!("{} {}", texts.get("hint-examples"), texts.get(hint_key(*towards))),
            Self::Reading(None) => texts.get("reading-start"),
            Self::Reading(Some(pace)) => pace.words(texts),
            Self::Cancelled => texts.get("reading-cancelled"),
            Self::Failed(reason) => texts.with("reading-failed", [("reason", fault_words(reason, texts).into())]),
            Self::NotOpened { file, reason } => failed("open-failed", file, reason, texts),
            Self::Done { reports, events, problems, only } => {
                let done = texts.with("reading-done", [("reports", (*reports).into()), ("events", (*events).into())]);
                match (problems, only) {
                    (0, _) => done,
                    (_, Some(only)) => format!("{done} {}.", problem_words(only, texts, Audience::Reader)),
                    (problems, None) => format!("{done} {}", texts.count("reading-problems", *problems)),
                }
            }
            Self::Written { file, count } => {
                let file = file.display().to_string();
                texts.with("exported", [("count", (*count).into()), ("file", file.into())])
            }
            Self::NotWritten { file, reason } => failed("export-failed", file, reason, texts),
            Self::Drawing(None) => texts.get("drawing-start"),
            Self::Drawing(Some(Progress { done, total })) => {
                texts.with("drawing", [("done", (*done).into()), ("total", (*total).into())])
            }
            Self::Drawn { file, maps } => {
                let file = file.display().to_string();
                texts.with("drawn", [("count", (*maps).into()), ("file", file.into())])
            }
            Self::NotDrawn => texts.get("drawing-cancelled"),
            Self::NothingToDraw => texts.get("drawing-nothing"),
            project => project.words_of_project(texts),
        }
    }

    fn words_of_project(&self, texts: &Texts) -> String {
        let with_file = |key: &str, file: &Path| texts.with(key, [("file", file.display().to_string().into())]);
        match self {
            Self::Opened { name, reports, events, read_only, told } => {
                let read = texts.with("reading-done", [("reports", (*reports).into()), ("events", (*events).into())]);
                let read_only = read_only.as_ref().map(|why| read_only_words(why, texts));
                let told = told.as_ref().map(|fault| sentence(&fault_words(fault, texts)));
                let opened = texts.with("opened", [("name", name.as_str().into()), ("read", read.into())]);
                let parts = [Some(opened), read_only, told];
                parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
            }
            Self::Saving => texts.get("saving"),
            Self::Saved(file) => with_file("saved", file),
            Self::SameFile(file) => with_file("save-same", file),
            Self::NotSaved { file, reason } => failed("save-failed", file, reason, texts),
            Self::NotKept(reason) => texts.with("correction-not-kept", [("reason", fault_words(reason, texts).into())]),
            Self::Unkept { count, .. } => texts.count("corrections-unkept", *count),
            Self::AddOrOpen { project, paths } => {
                let first = paths.first().and_then(|path| path.file_name()).unwrap_or_default().to_string_lossy();
                let (count, project) = (paths.len().into(), project.as_str().into());
                texts.with("add-or-open", [("count", count), ("name", first.into()), ("project", project)])
            }
            Self::News(news) => news_words(*news, texts),
            Self::NoEvent => texts.get("no-event-now"),
            Self::Folder(problem) => problem_words(problem, texts, Audience::Reader),
            Self::Places { files, problems: 0 } => texts.count("places-taken", *files),
            Self::Places { files, problems } => {
                format!("{} {}", texts.count("places-taken", *files), texts.count("reading-problems", *problems))
            }
            Self::NotInScratch(reason) => {
                texts.with("correction-not-in-scratch", [("reason", fault_words(reason, texts).into())])
            }
            _ => texts.get("project-alone"),
        }
    }
}

/// What could not be done with a file, and why.
fn failed(key: &str, file: &Path, reason: &Fault, texts: &Texts) -> String {
    let reason = fault_words(reason, texts);
    texts.with(key, [("file", file.display().to_string().into()), ("reason", reason.into())])
}

/// What came, changed and went, less what there is none of.
fn news_words(News { new, changed, gone }: News, texts: &Texts) -> String {
    let counts = [("news-new", new), ("news-changed", changed), ("news-gone", gone)];
    let parts = counts.into_iter().filter(|&(_, count)| count > 0).map(|(key, count)| texts.count(key, count));
    texts.with("news", [("what", parts.collect::<Vec<_>>().join(", ").into())])
}

/// The words of a fault as a sentence of its own.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

fn hint_key(towards: Direction) -> &'static str {
    match towards {
        Direction::Forward => "hint-forward",
        Direction::Back => "hint-back",
    }
}

fn read_only_words(why: &ReadOnly, texts: &Texts) -> String {
    match why {
        ReadOnly::Newer(_) => texts.get("read-only-newer"),
        ReadOnly::InUse => texts.get("read-only-in-use"),
        ReadOnly::File => texts.get("read-only-file"),
        ReadOnly::Damaged(damage) => damage_words(damage, texts),
    }
}

/// What is damaged by what it is to a user, what is still safe, and what to do.
fn damage_words(damage: &Damage, texts: &Texts) -> String {
    let mut parts: Vec<String> = Vec::new();
    for table in &damage.tables {
        let part = texts.get(part_key(table));
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    if !damage.reports.is_empty() {
        parts.push(texts.count("damaged-reports", damage.reports.len()));
    }
    texts.with("read-only-damaged", [("parts", parts.join(", ").into())])
}

/// What a table of a project holds, for those who never saw it.
fn part_key(table: &str) -> &'static str {
    match table {
        "documents" | "sources" => "damaged-documents",
        "corrections" => "damaged-corrections",
        "events" | "mentions" | "claims" => "damaged-layers",
        table if table.starts_with("dateline_words") => "damaged-words",
        table if table.starts_with("gpkg_") => "damaged-layers",
        "dateline_readings" => "damaged-readings",
        _ => "damaged-rest",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Problem;
    use crate::wording::Language;
    use std::io::{Error, ErrorKind};
    use std::path::PathBuf;

    #[track_caller]
    fn check(notice: &Notice, english: &str, french: &str) {
        assert_eq!(notice.words(&Texts::new(Language::English)), english);
        assert_eq!(notice.words(&Texts::new(Language::French)).replace('\u{a0}', " "), french);
    }

    #[test]
    fn what_cannot_be_written_is_told_in_the_language_of_the_window() {
        let not_saved = |kind| Notice::NotSaved {
            file: PathBuf::from("/x/war.dateline"),
            reason: Fault::of_writing(&Error::new(kind, "os error")),
        };
        check(
            &not_saved(ErrorKind::NotFound),
            "Could not save /x/war.dateline: its folder is not there, or takes no files",
            "Impossible d’enregistrer /x/war.dateline : son dossier n’existe pas, ou ne reçoit pas de fichiers",
        );
        check(
            &not_saved(ErrorKind::PermissionDenied),
            "Could not save /x/war.dateline: may not be written to: no permission",
            "Impossible d’enregistrer /x/war.dateline : écriture refusée : droits insuffisants",
        );
    }

    #[test]
    fn a_line_says_the_only_problem_itself() {
        let done = |problems, only| Notice::Done { reports: 0, events: 0, problems, only };
        let pdf = Problem::failure("report.pdf", Fault::NoText { kind: "pdf".to_owned() });
        check(
            &done(1, Some(pdf)),
            "0 reports, 0 events. report.pdf: not a text file (a PDF): save it as text first.",
            "0 article, 0 événement. report.pdf : pas un fichier de texte (un PDF) : l’enregistrer d’abord comme texte.",
        );
        check(
            &done(2, None),
            "0 reports, 0 events. 2 problems on the way.",
            "0 article, 0 événement. 2 problèmes en chemin.",
        );
    }

    #[test]
    fn news_of_a_folder_leave_out_what_there_is_none_of() {
        let news = |new, changed, gone| Notice::News(News { new, changed, gone });
        check(&news(1, 0, 0), "Reports: 1 new.", "Articles : 1 nouveau.");
        check(&news(0, 2, 1), "Reports: 2 changed, 1 gone.", "Articles : 2 modifiés, 1 disparu.");
    }
}
