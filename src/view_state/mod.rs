//! [`ViewState`]: what is looked at, as plain data: days, filter, selection, language.
//!
//! It knows no window, no file and no clock. Panels read it and answer with [`Command`]s; [`ViewState::apply`] is the only way
//! it changes.

pub mod axis;
mod carry_over;
mod command;
pub mod counts;
mod filter;
mod ground;
pub mod histogram;
mod moves;
mod path_for;
mod playback;
mod run;
mod selection;
mod settings;
mod shown;
mod time_window;
pub mod typed_date;

pub use crate::store::Clock;
pub use crate::wording::Language;
pub use command::{Command, CorrectCommand, Dialog, MapCommand, ShellCommand, Tab, Theme, Tray, WindowMode};
pub use filter::{Facet, Filter, kinds_of};
pub use ground::{Ground, TileAddress, TileAddressError};
pub use path_for::PathFor;
pub use playback::{Playback, SPEEDS};
pub use run::MOST_STEPS;
pub use settings::Settings;
pub use shown::Choice;
pub use time_window::{Direction, Step};

use crate::day::Day;
use crate::edtf::DayRange;
use crate::gazetteer::Point;
use crate::reason::DocumentIndex;
use crate::store::{EventIndex, EventStore, Passage};
use axis::AxisView;
use moves::known_day;

/// The report that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenReport {
    /// Which.
    pub document: DocumentIndex,
    /// The words asked for; scrolled to and flashed.
    pub passage: Option<Passage>,
    /// Counts the times a passage was asked for, so that asking again scrolls again.
    pub request: u64,
}

/// What is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewState {
    /// The days of the slider. Half-open.
    pub window: DayRange,
    /// The calendar unit that the window moves by.
    pub step: Step,
    /// Whether what was before the window is shown too.
    pub mode: WindowMode,
    /// Which day of an event the window, the axis and the bars are about.
    pub clock: Clock,
    /// Whether the window moves by itself.
    pub playback: Playback,
    /// The visible part of the time axis.
    pub axis: AxisView,
    /// Which events are shown.
    pub filter: Filter,
    /// The event that is selected. Stays so when the window moves on.
    pub selected: Option<EventIndex>,
    /// The report that is open.
    pub report: Option<OpenReport>,
    /// What the panel on the right shows.
    pub tab: Tab,
    /// The tray that is open.
    pub tray: Option<Tray>,
    /// Language of the interface.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// Whether the next click on the map says where something was.
    pub is_picking: bool,
    /// The event that a place is sought for, and where the map was clicked for it.
    picked: Option<(EventIndex, Point)>,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// A day that a change of step keeps in the window.
    anchor: Day,
    requests: u64,
}

impl ViewState {
    /// The first look at a store: the month with most events, and in it the event that most reports tell of.
    #[must_use]
    pub fn new(store: &EventStore) -> Self {
        let extent = store.on(Clock::Happened).extent().unwrap_or(Step::Month.around(Day::from_number(0)));
        let window = busiest_month(store, extent);
        let mut view = Self {
            window,
            step: Step::Month,
            mode: WindowMode::default(),
            clock: Clock::default(),
            playback: Playback::default(),
            axis: AxisView::default(),
            filter: Filter::default(),
            selected: None,
            report: None,
            tab: Tab::default(),
            tray: None,
            language: Language::default(),
            theme: Theme::default(),
            is_picking: false,
            picked: None,
            dialog: None,
            anchor: window.start,
            requests: 0,
        };
        view.selected = view.shown(store).min_by_key(|&event| std::cmp::Reverse(store.report_count(event)));
        view
    }

    /// Where the reports hold what is searched for.
    #[must_use]
    pub fn found(&self) -> &[Passage] {
        &self.filter.found
    }

    /// Where the map was clicked to say where the selected event was.
    #[must_use]
    pub fn picked_point(&self) -> Option<Point> {
        self.picked.filter(|&(event, _)| self.selected == Some(event)).map(|(_, point)| point)
    }

    /// Does what a panel asked for. [`Command::Map`], [`Command::Shell`] and paths are not for the state and change nothing here.
    pub fn apply(&mut self, command: Command, store: &EventStore) {
        match command {
            Command::Step(_)
            | Command::StepEvent(_)
            | Command::GoToEvent(_)
            | Command::GoFirst
            | Command::GoLast
            | Command::GoToSelected
            | Command::SetWindow(_)
            | Command::SetFirstDay(_)
            | Command::SetLastDay(_)
            | Command::SetStep(_)
            | Command::SetMode(_)
            | Command::SetClock(_) => {
                self.apply_time(&command, store);
                self.follow_window(&command, store);
            }
            Command::TogglePlay | Command::Tick(_) | Command::SetSpeed(_) | Command::ToggleLoop => {
                self.apply_playback(&command, store);
            }
            Command::ToggleBreaks
            | Command::ZoomAxis(..)
            | Command::PanAxis(_)
            | Command::FitAxis
            | Command::SetAxis(_) => {
                self.axis.apply(&command, store, self.clock);
            }
            Command::ToggleFamily(_)
            | Command::OnlyFamily(_)
            | Command::ToggleKind(_)
            | Command::TogglePlace(_)
            | Command::ToggleActor(_)
            | Command::ToggleReport(_)
            | Command::ToggleCertainty(_)
            | Command::SetText(_)
            | Command::ClearFilter => self.apply_filter(command, store),
            Command::SelectEvent(_)
            | Command::PickEvent(_)
            | Command::Deselect
            | Command::OpenMention(_)
            | Command::OpenPassage(_)
            | Command::OpenReport(_)
            | Command::CloseReport
            | Command::ShowTab(_)
            | Command::OpenTray(_)
            | Command::ToggleTray(_)
            | Command::Escape => self.apply_selection(&command, store),
            Command::SetLanguage(language) => self.language = language,
            Command::SetTheme(theme) => self.theme = theme,
            Command::ToggleDialog(dialog) => self.dialog = (self.dialog != Some(dialog)).then_some(dialog),
            Command::Correct(CorrectCommand::Pick(is_picking)) => self.is_picking = is_picking,
            Command::Correct(CorrectCommand::Picked(point)) => {
                self.is_picking = false;
                self.picked = self.selected.map(|event| (event, point));
            }
            Command::Map(_)
            | Command::Shell(_)
            | Command::TakePath(..)
            | Command::ReplacePath(..)
            | Command::Correct(_) => {}
        }
    }

    fn apply_filter(&mut self, command: Command, store: &EventStore) {
        let filter = &mut self.filter;
        match command {
            Command::ToggleFamily(family) => filter.toggle_family(family),
            Command::OnlyFamily(family) => filter.toggle_only_family(family),
            Command::ToggleKind(kind) => filter::toggle(&mut filter.hidden_kinds, kind),
            Command::TogglePlace(place) => filter::toggle(&mut filter.places, place),
            Command::ToggleActor(actor) => filter::toggle(&mut filter.actors, actor),
            Command::ToggleReport(report) => filter::toggle(&mut filter.reports, report),
            Command::ToggleCertainty(certainty) => filter::toggle(&mut filter.certainties, certainty),
            Command::SetText(text) => filter.set_text(text, store),
            Command::ClearFilter => *filter = Filter::default(),
            _ => {}
        }
    }
}

/// The month in which most events surely were; the earliest of equals.
fn busiest_month(store: &EventStore, extent: DayRange) -> DayRange {
    let mut best = (0_usize, Step::Month.around(extent.start));
    let mut current = (0_usize, best.1);
    for event in store.plotted_on(Clock::Happened) {
        let days = store.days(event);
        let month = Step::Month.around(known_day(days));
        if month != current.1 {
            current = (0, month);
        }
        if days.end <= month.end {
            current.0 += 1;
        }
        if current.0 > best.0 {
            best = current;
        }
    }
    best.1
}

#[cfg(test)]
mod tests;
