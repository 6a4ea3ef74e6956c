//! [`Notice`]: a line under the top bar: how far reading is, what was done, what went wrong.

use super::icon::Icon;
use super::texts::Texts;
use crate::pipeline::Progress;
use crate::store::EventStore;
use crate::view_state::{Command, ShellCommand, Tray};
use egui::{ProgressBar, Ui};
use std::path::PathBuf;

/// One line; the next one takes its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    /// How to begin.
    Hint,
    Reading(Option<Progress>),
    Cancelled,
    Failed(String),
    Done {
        reports: usize,
        events: usize,
        problems: usize,
    },
    Written {
        file: PathBuf,
        count: usize,
    },
    NotWritten {
        file: PathBuf,
        reason: String,
    },
}

impl Notice {
    /// What was read.
    pub(super) fn done(store: &EventStore) -> Self {
        Self::Done { reports: store.documents().len(), events: store.len(), problems: store.problems().len() }
    }

    fn words(&self, texts: &Texts) -> String {
        match self {
            Self::Hint => texts.get("hint-first"),
            Self::Reading(None) => texts.get("reading-start"),
            Self::Reading(Some(Progress { done, total })) => {
                texts.with("reading", [("done", (*done).into()), ("total", (*total).into())])
            }
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
        }
    }
}

pub(super) fn notice_ui(ui: &mut Ui, notice: &Notice, texts: &Texts, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.label(notice.words(texts));
        if matches!(notice, Notice::Done { problems: 1.., .. }) && ui.link(texts.get("tray-problems")).clicked() {
            commands.push(Command::OpenTray(Tray::Problems));
        }
        if let Notice::Reading(progress) = notice {
            if let Some(Progress { done, total }) = progress {
                #[expect(clippy::cast_precision_loss, reason = "a share of a bar")]
                let share = *done as f32 / (*total).max(1) as f32;
                ui.add(ProgressBar::new(share).desired_width(180.0).desired_height(8.0));
            }
            if ui.button(texts.get("cancel")).clicked() {
                commands.push(Command::Shell(ShellCommand::CancelReading));
            }
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if Icon::Close.button(ui, &texts.get("dismiss"), None, false, false).clicked() {
                commands.push(Command::Shell(ShellCommand::DismissNotice));
            }
        });
    });
}
