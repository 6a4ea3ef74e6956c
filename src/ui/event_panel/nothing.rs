//! [`Nothing`]: why no event is shown, in words, with the way to one.

use crate::store::EventStore;
use crate::ui::panel_view::PanelView;
use crate::ui::theme::Palette;
use crate::view_state::{Clock, Command, Direction, ViewState};
use egui::{Frame, Label, Margin, RichText, Ui};

/// Why no event is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Nothing {
    /// Markers are on the map, and none was chosen.
    Chosen,
    /// There are events on other days.
    InTheseDays,
    /// The filter leaves none of those there are.
    PassesTheFilter,
    /// There are some on the other clock.
    OnThisClock,
    /// No event has a place and a day.
    OnTheMap,
    /// No report was read.
    WasRead,
}

impl Nothing {
    fn of(store: &EventStore, view: &ViewState) -> Self {
        let has_some = |clock: Clock| store.on(clock).extent().is_some();
        if store.documents().is_empty() && store.is_empty() {
            return Self::WasRead;
        }
        if !has_some(view.clock) {
            return if has_some(other(view.clock)) { Self::OnThisClock } else { Self::OnTheMap };
        }
        if view.shown(store).next().is_some() {
            return Self::Chosen;
        }
        let is_placed_now = |days| view.timeline(store).meeting(days).any(|event| store.place_row(event).is_some());
        let passes_at_all = || store.plotted_on(view.clock).any(|event| view.filter.passes(store, event));
        if view.filter.is_active() && (is_placed_now(view.shown_days()) || !passes_at_all()) {
            return Self::PassesTheFilter;
        }
        Self::InTheseDays
    }

    fn words(self) -> &'static str {
        match self {
            Self::Chosen => "nothing-selected",
            Self::InTheseDays => "empty-days",
            Self::PassesTheFilter => "nothing-passes",
            Self::OnThisClock => "nothing-on-clock",
            Self::OnTheMap => "nothing-on-map",
            Self::WasRead => "nothing-read",
        }
    }

    /// Links, and what they do.
    fn ways(self, view: &ViewState) -> Vec<(&'static str, Command)> {
        match self {
            Self::Chosen | Self::OnTheMap | Self::WasRead => Vec::new(),
            Self::InTheseDays => vec![
                ("empty-previous", Command::GoToEvent(Direction::Back)),
                ("empty-next", Command::GoToEvent(Direction::Forward)),
            ],
            Self::PassesTheFilter => vec![("clear-filter", Command::ClearFilter)],
            Self::OnThisClock => {
                let label = if view.clock == Clock::Happened { "clock-reported" } else { "clock-happened" };
                vec![(label, Command::SetClock(other(view.clock)))]
            }
        }
    }
}

fn other(clock: Clock) -> Clock {
    if clock == Clock::Happened { Clock::Reported } else { Clock::Happened }
}

pub(super) fn nothing_ui(ui: &mut Ui, look: PanelView<'_>, commands: &mut Vec<Command>) {
    let PanelView { store, view, texts } = look;
    let nothing = Nothing::of(store, view);
    let words = RichText::new(texts.get(nothing.words())).color(Palette::of(view.theme).weak);
    Frame::new().inner_margin(Margin::symmetric(14, 24)).show(ui, |ui| {
        // The panel is as wide as what is in it.
        ui.set_min_width(ui.available_width());
        ui.vertical_centered(|ui| {
            ui.add(Label::new(words).wrap());
            ui.add_space(6.0);
            for (label, command) in nothing.ways(view) {
                if ui.link(texts.get(label)).clicked() {
                    commands.push(command);
                }
            }
        });
    });
}
