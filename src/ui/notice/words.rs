//! What a line under the top bar says.

use super::Notice;
use crate::pipeline::Progress;
use crate::project::ReadOnly;
use crate::ui::texts::Texts;
use crate::ui::worker::News;
use crate::view_state::Direction;
use crate::wording::reasons::{Audience, problem_words};
use std::path::Path;

impl Notice {
    pub(super) fn words(&self, texts: &Texts) -> String {
        match self {
            Self::Hint(Direction::Forward) => texts.get("hint-forward"),
            Self::Hint(Direction::Back) => texts.get("hint-back"),
            Self::Reading(None) => texts.get("reading-start"),
            Self::Reading(Some(pace)) => pace.words(texts),
            Self::Cancelled => texts.get("reading-cancelled"),
            Self::Failed(reason) => texts.with("reading-failed", [("reason", reason.clone().into())]),
            Self::Done { reports, events, problems } => {
                let done = texts.with("reading-done", [("reports", (*reports).into()), ("events", (*events).into())]);
                if *problems == 0 { done } else { format!("{done} {}", texts.count("reading-problems", *problems)) }
            }
            Self::Written { file, count } => {
                let file = file.display().to_string();
                texts.with("exported", [("count", (*count).into()), ("file", file.into())])
            }
            Self::NotWritten { file, reason } => {
                let file = file.display().to_string();
                texts.with("export-failed", [("file", file.into()), ("reason", reason.clone().into())])
            }
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
                let read_only = read_only.as_ref().map(|why| texts.get(read_only_key(why)));
                let parts = [Some(format!("{name}: {read}")), read_only, told.clone()];
                parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
            }
            Self::Saving => texts.get("saving"),
            Self::Saved(file) => with_file("saved", file),
            Self::SameFile(file) => with_file("save-same", file),
            Self::NotSaved { file, reason } => {
                let file = file.display().to_string();
                texts.with("save-failed", [("file", file.into()), ("reason", reason.clone().into())])
            }
            Self::NotKept(reason) => texts.with("correction-not-kept", [("reason", reason.clone().into())]),
            Self::Unkept { count, .. } => texts.count("corrections-unkept", *count),
            Self::AddOrOpen { project, paths } => {
                texts.with("add-or-open", [("count", paths.len().into()), ("project", project.as_str().into())])
            }
            Self::News(News { new, changed, gone }) => {
                texts.with("news", [("new", (*new).into()), ("changed", (*changed).into()), ("gone", (*gone).into())])
            }
            Self::Folder(problem) => problem_words(problem, texts, Audience::Reader),
            Self::Places { files, problems: 0 } => texts.count("places-taken", *files),
            Self::Places { files, problems } => {
                format!("{} {}", texts.count("places-taken", *files), texts.count("reading-problems", *problems))
            }
            Self::NotInScratch(reason) => texts.with("correction-not-in-scratch", [("reason", reason.as_str().into())]),
            _ => texts.get("project-alone"),
        }
    }
}

fn read_only_key(why: &ReadOnly) -> &'static str {
    match why {
        ReadOnly::Newer(_) => "read-only-newer",
        ReadOnly::InUse => "read-only-in-use",
        ReadOnly::File => "read-only-file",
    }
}
