//! [`Command`]: everything a panel can ask for.

use super::Language;
use super::axis::AxisView;
use super::ground::Ground;
use super::path_for::PathFor;
use super::time_window::{Direction, Step};
use crate::correction::Change;
use crate::day::Day;
use crate::edtf::DayRange;
use crate::event::{Certainty, EventKind, Family, MentionIndex};
use crate::gazetteer::Point;
use crate::reason::DocumentIndex;
use crate::store::{ActorRow, Clock, EventIndex, Passage, PlaceRow};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// Whether the window has a beginning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WindowMode {
    /// What was within the window.
    #[default]
    Window,
    /// All that was until the window's end.
    Cumulative,
}

/// Colours on a dark or a light ground.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Theme {
    #[default]
    Light,
    Dark,
}

/// What lies over everything until it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// The list of all keys.
    Keys,
    /// What the program is, and whose the data in it are.
    About,
}

/// What the panel on the right shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The selected event.
    #[default]
    Event,
    /// A report.
    Report,
    /// The events in the window, as a table.
    List,
    /// What was corrected, by whom and when.
    Corrections,
}

/// A tray of what is not on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Tray {
    NotPlaced,
    NotDated,
    NotEvents,
    Problems,
    Conflicts,
}

/// Where something is asked of the map itself, which keeps its own centre and zoom.
#[derive(Clone, Debug, PartialEq)]
pub enum MapCommand {
    /// One level closer.
    ZoomIn,
    /// One level farther.
    ZoomOut,
    /// All events of the store in view.
    Fit,
    /// Moves just so far that the place is in view, if it is not.
    Reveal(PlaceRow),
    /// Moves by a share of the view: to the east, to the south.
    Pan(f32, f32),
    /// Another map under the markers.
    SetGround(Ground),
    /// Asks once more for what did not come.
    Retry,
}

/// Where something is asked of the program around the window: dialogs and work in the background.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ShellCommand {
    /// Asks for a file or folder, in a dialog of the system.
    Ask(PathFor),
    /// Asks for one in a line, to be typed.
    AskTyped(PathFor),
    /// Closes that line.
    LeavePath,
    /// Opens what was opened before: the place in the list.
    OpenRecent(usize),
    /// Opens the project that waits; corrections that are in none stay where they are.
    OpenWithoutCorrections,
    /// Takes the reports that wait into the open project.
    AddToProject,
    /// Opens the reports that wait by themselves, and closes the project.
    OpenAlone,
    /// Goes on with the corrections that an earlier run left behind.
    TakeUpLeft,
    /// Lets go of them for good.
    DiscardLeft,
    /// Leaves them for the next start.
    LeaveLeft,
    CancelReading,
    CancelDrawing,
    DismissNotice,
}

/// What is asked of the log of corrections.
#[derive(Clone, Debug, PartialEq)]
pub enum CorrectCommand {
    /// Corrects something; with a note of why, which may be empty.
    Make(Box<Change>, String),
    /// Takes back the last correction.
    Undo,
    /// Brings back what was taken back last.
    Redo,
    /// Takes back the correction of that number.
    TakeBack(u32),
    /// Whether the next click on the map says where.
    Pick(bool),
    /// Where it was clicked.
    Picked(Point),
}

/// Something a panel asks for. Panels never change the state themselves.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// One calendar step.
    Step(Direction),
    /// The next or last event that passes the filter; the window follows.
    StepEvent(Direction),
    /// The window on the nearest event before or after it that passes the filter; the selection stays.
    GoToEvent(Direction),
    /// The window on the first event.
    GoFirst,
    /// The window on the last event.
    GoLast,
    /// These days, first to the day after the last.
    SetWindow(DayRange),
    /// The window's first day; the end follows where it would come before.
    SetFirstDay(Day),
    /// The window's last day, inclusive; the start follows where it would come after.
    SetLastDay(Day),
    /// Another calendar unit, at the same position.
    SetStep(Step),
    /// Window or cumulative.
    SetMode(WindowMode),
    /// What happened in these days, or what was reported in them.
    SetClock(Clock),
    /// Plays or pauses.
    TogglePlay,
    /// Time has passed, in seconds; only counts while playing.
    Tick(f32),
    /// Steps a second.
    SetSpeed(f32),
    /// Starts over at the end, or stops there.
    ToggleLoop,
    /// Shows empty stretches in full, or cut.
    ToggleBreaks,
    /// Scales the time axis by a factor, around a day.
    ZoomAxis(f32, Day),
    /// Moves the visible part of the time axis by a share of its width.
    PanAxis(f32),
    /// All of the time axis.
    FitAxis,
    /// A part of the time axis, so far as there is one.
    SetAxis(AxisView),
    /// Shows or hides a family.
    ToggleFamily(Family),
    /// Shows one family alone, or all again.
    OnlyFamily(Family),
    /// Shows or hides a kind.
    ToggleKind(EventKind),
    /// Adds a place to those chosen, or takes it out.
    TogglePlace(PlaceRow),
    /// Adds an actor to those chosen, or takes it out.
    ToggleActor(ActorRow),
    /// Adds a report to those chosen, or takes it out.
    ToggleReport(DocumentIndex),
    /// Adds a certainty to those chosen, or takes it out.
    ToggleCertainty(Certainty),
    /// What is searched for.
    SetText(String),
    /// Shows everything.
    ClearFilter,
    /// Selects an event and shows it.
    SelectEvent(EventIndex),
    /// Selects an event where the list stays in view.
    PickEvent(EventIndex),
    /// Nothing selected.
    Deselect,
    /// The window on the selected event.
    GoToSelected,
    /// Opens a report at a telling.
    OpenMention(MentionIndex),
    /// Opens a report at some words.
    OpenPassage(Passage),
    /// Opens a report at its beginning.
    OpenReport(DocumentIndex),
    /// Closes the report: all of them are listed again.
    CloseReport,
    /// Another tab on the right.
    ShowTab(Tab),
    /// Opens a tray.
    OpenTray(Tray),
    /// Opens or closes a tray.
    ToggleTray(Tray),
    /// Another language of the interface.
    SetLanguage(Language),
    /// Light or dark.
    SetTheme(Theme),
    /// Opens or closes a dialog.
    ToggleDialog(Dialog),
    /// One step out: the dialog, the report, the search, the selection.
    Escape,
    /// For the map; the state does not change.
    Map(MapCommand),
    /// For the log of corrections.
    Correct(CorrectCommand),
    /// For the program; the state does not change.
    Shell(ShellCommand),
    /// A path that was typed is to be taken; nothing is written over.
    TakePath(PathFor, PathBuf),
    /// The same, in place of what is there.
    ReplacePath(PathFor, PathBuf),
}
