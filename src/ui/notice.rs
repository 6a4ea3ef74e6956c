//! [`Notice`]: a line under the top bar: how far reading is, what was done, what went wrong.

mod pace;
mod words;

pub(super) use pace::Pace;

use super::icon::Icon;
use super::open_project::OpenProject;
use super::texts::Texts;
use super::worker::{News, Reports};
use crate::pipeline::Progress;
use crate::problem::{Fault, Problem};
use crate::project::ReadOnly;
use crate::store::EventStore;
use crate::view_state::{Command, CorrectCommand, Direction, PathFor, ShellCommand, Tray, ViewState};
use egui::{Align, Layout, ProgressBar, RichText, Ui, vec2};
use std::path::PathBuf;

/// One line; the next one takes its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Notice {
    /// How to begin, and which way there are other events.
    Hint(Direction),
    /// The same over the reports that come with the program.
    Examples(Direction),
    Reading(Option<Pace>),
    Cancelled,
    Failed(Fault),
    NotOpened {
        file: PathBuf,
        reason: Fault,
    },
    Done {
        reports: usize,
        events: usize,
        problems: usize,
        /// The problem, where it is the only one: the line itself says it.
        only: Option<Problem>,
    },
    Written {
        file: PathBuf,
        count: usize,
    },
    /// How far a picture is drawn.
    Drawing(Option<Progress>),
    Drawn {
        file: PathBuf,
        maps: usize,
    },
    NotDrawn,
    /// No event is chosen that could be run through.
    NothingToDraw,
    NotWritten {
        file: PathBuf,
        reason: Fault,
    },
    /// A project is open: why for reading only, and what was done to it.
    Opened {
        name: String,
        reports: usize,
        events: usize,
        read_only: Option<ReadOnly>,
        told: Option<Fault>,
    },
    /// A project was to be opened together with other files.
    ProjectAlone,
    Saving,
    Saved(PathBuf),
    NotSaved {
        file: PathBuf,
        reason: Fault,
    },
    /// The file asked for is that of the open project.
    SameFile(PathBuf),
    /// A correction could not be saved, and was not made.
    NotKept(Fault),
    /// Corrections are in no project yet, and another is to be opened.
    Unkept {
        count: usize,
        path: PathBuf,
    },
    /// Reports were opened while a project is.
    AddOrOpen {
        project: String,
        paths: Vec<PathBuf>,
    },
    /// What came, changed and went in watched folders.
    News(News),
    /// A folder is gone, or cannot be watched.
    Folder(Problem),
    /// The user's own places were taken in.
    Places {
        files: usize,
        problems: usize,
    },
    /// What was read as an event is none, as the user says.
    NoEvent,
    /// A correction is in force, but kept nowhere.
    NotInScratch(Fault),
}

impl Notice {
    /// What was read.
    pub(super) fn done(store: &EventStore) -> Self {
        // Days that contradict one another have a tray of their own: there are many of them among thousands of reports.
        let problems: Vec<&Problem> = store.problems().iter().filter(|problem| !problem.is_conflict()).collect();
        let only = if let [only] = problems.as_slice() { Some(Problem::clone(only)) } else { None };
        Self::Done { reports: store.documents().len(), events: store.len(), problems: problems.len(), only }
    }

    /// A project that was opened, and what is in it.
    pub(super) fn opened(project: &OpenProject, store: &EventStore) -> Self {
        Self::Opened {
            name: project.name(),
            reports: store.documents().len(),
            events: store.len(),
            read_only: project.read_only().cloned(),
            told: project.told().cloned(),
        }
    }

    /// How to begin: with the month that comes next, or the one before where nothing comes any more. Where all events are shown
    /// already, what was read.
    pub(super) fn hint(reports: &Reports, store: &EventStore, view: &ViewState) -> Self {
        let extent = view.timeline(store).extent();
        if extent.is_some_and(|extent| view.window.start <= extent.start && extent.end <= view.window.end) {
            // No step leads to any others.
            return Self::done(store);
        }
        let is_last = extent.is_none_or(|extent| extent.end <= view.window.end);
        let towards = if is_last { Direction::Back } else { Direction::Forward };
        if matches!(reports, Reports::Bundled) { Self::Examples(towards) } else { Self::Hint(towards) }
    }

    /// Whether it says how to begin.
    pub(super) fn is_hint(&self) -> bool {
        matches!(self, Self::Hint(_) | Self::Examples(_))
    }

    /// Whether it tells of a damaged project: it stays until somebody has read it.
    pub(super) fn is_of_damage(&self) -> bool {
        matches!(self, Self::Opened { read_only: Some(ReadOnly::Damaged(_)), .. })
    }

    /// Whether nothing is lost where there is no room for it.
    pub(super) fn can_wait(&self) -> bool {
        matches!(
            self,
            Self::Hint(_)
                | Self::Examples(_)
                | Self::Done { problems: 0, .. }
                | Self::Saved(_)
                | Self::NoEvent
                | Self::Drawn { .. }
                | Self::News(_)
                | Self::Places { problems: 0, .. }
                | Self::Opened { read_only: None, told: None, .. }
        )
    }

    /// Whether it tells what went wrong, and not what was done.
    fn is_failure(&self) -> bool {
        self.is_of_damage()
            || matches!(
                self,
                Self::Failed(_)
                    | Self::NotOpened { .. }
                    | Self::NotWritten { .. }
                    | Self::NotSaved { .. }
                    | Self::NotKept(_)
                    | Self::NotInScratch(_)
            )
    }

    /// Work that goes on: how far it is, and what breaks it off.
    fn work(&self) -> Option<(Option<Progress>, ShellCommand)> {
        match self {
            Self::Reading(pace) => Some((pace.map(|pace| pace.progress), ShellCommand::CancelReading)),
            Self::Drawing(progress) => Some((*progress, ShellCommand::CancelDrawing)),
            _ => None,
        }
    }

    /// What can be done about it.
    fn ways(&self) -> Vec<(&'static str, Command)> {
        let save_as = || ("save-as", Command::Shell(ShellCommand::Ask(PathFor::NewProject)));
        match self {
            Self::Unkept { .. } => {
                vec![save_as(), ("open-without", Command::Shell(ShellCommand::OpenWithoutCorrections))]
            }
            Self::AddOrOpen { .. } => vec![
                ("add-to-project", Command::Shell(ShellCommand::AddToProject)),
                ("open-alone", Command::Shell(ShellCommand::OpenAlone)),
            ],
            Self::NotInScratch(_)
            | Self::NotKept(_)
            | Self::NotSaved { .. }
            | Self::Opened { read_only: Some(_), .. } => vec![save_as()],
            Self::NoEvent => vec![("undo", Command::Correct(CorrectCommand::Undo))],
            _ => Vec::new(),
        }
    }
}

pub(super) fn notice_ui(ui: &mut Ui, notice: &Notice, texts: &Texts, commands: &mut Vec<Command>) {
    let line = |ui: &Ui| vec2(ui.available_width(), ui.spacing().interact_size.y);
    // The button that closes it keeps its place at the right, and what is said takes as many lines as it needs beside it.
    ui.allocate_ui_with_layout(line(ui), Layout::right_to_left(Align::Min), |ui| {
        if Icon::Close.button(ui, &texts.get("dismiss"), None, false, false).clicked() {
            commands.push(Command::Shell(ShellCommand::DismissNotice));
        }
        let words = Layout::left_to_right(Align::Center).with_main_wrap(true);
        ui.allocate_ui_with_layout(line(ui), words, |ui| said_ui(ui, notice, texts, commands));
    });
}

/// What is said, how far work is, and what can be done.
fn said_ui(ui: &mut Ui, notice: &Notice, texts: &Texts, commands: &mut Vec<Command>) {
    let words = RichText::new(notice.words(texts));
    ui.label(if notice.is_failure() { words.color(ui.visuals().warn_fg_color) } else { words });
    let has_problems = matches!(notice, Notice::Done { problems: 1.., .. } | Notice::Places { problems: 1.., .. });
    if has_problems && ui.link(texts.get("reading-problems-show")).clicked() {
        commands.push(Command::OpenTray(Tray::Problems));
    }
    for (key, command) in notice.ways() {
        if ui.button(texts.get(key)).clicked() {
            commands.push(command);
        }
    }
    let Some((progress, cancel)) = notice.work() else { return };
    if let Some(Progress { done, total }) = progress {
        #[expect(clippy::cast_precision_loss, reason = "a share of a bar")]
        let share = done as f32 / total.max(1) as f32;
        let color = ui.visuals().hyperlink_color;
        ui.add(ProgressBar::new(share).desired_width(180.0).desired_height(8.0).fill(color));
    }
    if ui.button(texts.get("cancel")).clicked() {
        commands.push(Command::Shell(cancel));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edtf::DateSet;
    use crate::event::EventKind;
    use crate::store::{EventRow, PlaceRow, StoredPlace};

    fn hint(days: &[&str], reports: &Reports) -> Notice {
        let place = StoredPlace::town("Kabul", 34.53, 69.17);
        let rows = days.iter().map(|day| EventRow {
            kind: EventKind::Clash,
            place: Some(PlaceRow(0)),
            when: DateSet::parse(day).ok(),
        });
        let store = EventStore::from_rows(rows.collect(), vec![place]);
        Notice::hint(reports, &store, &ViewState::new(&store))
    }

    #[track_caller]
    fn check(days: &[&str], expected: Direction) {
        assert_eq!(hint(days, &Reports::Paths(Vec::new())), Notice::Hint(expected), "{days:?}");
        assert_eq!(hint(days, &Reports::Bundled), Notice::Examples(expected), "{days:?}");
    }

    #[test]
    fn where_all_events_are_shown_no_hint_leads_away_from_them() {
        let notice = hint(&["2021-07-07", "2021-07-08"], &Reports::Paths(Vec::new()));
        assert!(matches!(notice, Notice::Done { events: 2, .. }), "{notice:?}");
    }

    #[test]
    fn the_hint_says_the_way_where_there_are_other_events() {
        check(&["2021-06-22", "2021-06-23", "2021-07-07"], Direction::Forward);
        check(&["2021-06-22", "2021-07-07", "2021-07-08"], Direction::Back);
    }
}
