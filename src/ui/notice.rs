//! [`Notice`]: a line under the top bar: how far reading is, what was done, what went wrong.

use super::icon::Icon;
use super::texts::Texts;
use crate::pipeline::Progress;
use crate::store::EventStore;
use crate::view_state::{Command, Direction, ShellCommand, Tray, ViewState};
use egui::{ProgressBar, Ui};
use std::path::PathBuf;

/// One line; the next one takes its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    /// How to begin, and which way there are other events.
    Hint(Direction),
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

    /// How to begin: with the month that comes next, or the one before where nothing comes any more.
    pub(super) fn hint(store: &EventStore, view: &ViewState) -> Self {
        let is_last = view.timeline(store).extent().is_none_or(|extent| extent.end <= view.window.end);
        Self::Hint(if is_last { Direction::Back } else { Direction::Forward })
    }

    /// Whether nothing is lost where there is no room for it.
    pub(super) fn can_wait(&self) -> bool {
        matches!(self, Self::Hint(_) | Self::Done { problems: 0, .. })
    }

    fn words(&self, texts: &Texts) -> String {
        match self {
            Self::Hint(Direction::Forward) => texts.get("hint-forward"),
            Self::Hint(Direction::Back) => texts.get("hint-back"),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edtf::DateSet;
    use crate::event::EventKind;
    use crate::store::{EventRow, PlaceRow, StoredPlace};

    #[track_caller]
    fn check(days: &[&str], expected: Direction) {
        let place = StoredPlace::town("Kabul", 34.53, 69.17);
        let rows = days.iter().map(|day| EventRow {
            kind: EventKind::Clash,
            place: Some(PlaceRow(0)),
            when: DateSet::parse(day).ok(),
        });
        let store = EventStore::from_rows(rows.collect(), vec![place]);
        assert_eq!(Notice::hint(&store, &ViewState::new(&store)), Notice::Hint(expected), "{days:?}");
    }

    #[test]
    fn the_hint_says_the_way_where_there_are_other_events() {
        check(&["2021-06-22", "2021-06-23", "2021-07-07"], Direction::Forward);
        check(&["2021-06-22", "2021-07-07", "2021-07-08"], Direction::Back);
    }
}
