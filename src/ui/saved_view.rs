//! [`SavedView`]: how a project is looked at, as it is kept in the project: by names, which outlive rows and numbers.

use super::map_panel::MapPanel;
use crate::day::Day;
use crate::edtf::DayRange;
use crate::event::{Certainty, EventKind};
use crate::gazetteer::Point;
use crate::reason::DocumentIndex;
use crate::store::{ActorRow, EventIndex, EventStore, PlaceRow};
use crate::view_state::axis::{AxisView, Breaks};
use crate::view_state::{Clock, Command, Step, ViewState, WindowMode};
use serde::{Deserialize, Serialize};

/// What is not there, in a view of another program, stays as it is at first sight.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct SavedView {
    /// First day, and the day after the last.
    window: Option<(Day, Day)>,
    /// First day of the axis that is seen and the day after the last, where it is not all of it.
    axis: Option<(Day, Day)>,
    breaks: Option<Breaks>,
    step: Option<Step>,
    mode: Option<WindowMode>,
    clock: Option<Clock>,
    hidden_kinds: Vec<EventKind>,
    certainties: Vec<Certainty>,
    /// Ids of places.
    places: Vec<String>,
    /// Names of actors.
    actors: Vec<String>,
    /// Ids of reports.
    reports: Vec<String>,
    text: String,
    /// Id of the event that is selected.
    selected: Option<String>,
    /// Latitude, longitude and zoom.
    camera: Option<(f64, f64, f64)>,
}

impl SavedView {
    /// What is looked at now.
    pub(super) fn of(view: &ViewState, map: &MapPanel, store: &EventStore) -> Self {
        let filter = &view.filter;
        let place = |&row: &PlaceRow| store.place(row).map(|place| place.id.clone());
        let report = |&index: &DocumentIndex| store.document(index).map(|document| document.id.clone());
        Self {
            window: Some((view.window.start, view.window.end)),
            axis: view.axis.visible.map(|days| (days.start, days.end)),
            breaks: Some(view.axis.breaks),
            step: Some(view.step),
            mode: Some(view.mode),
            clock: Some(view.clock),
            hidden_kinds: filter.hidden_kinds.iter().copied().collect(),
            certainties: filter.certainties.iter().copied().collect(),
            places: filter.places.iter().filter_map(place).collect(),
            actors: filter.actors.iter().map(|&row| store.facets().actor(row).to_owned()).collect(),
            reports: filter.reports.iter().filter_map(report).collect(),
            text: filter.text.clone(),
            selected: view.selected.and_then(|event| Some(store.event(event)?.id.clone())),
            camera: map.camera().map(|(center, zoom)| (center.latitude, center.longitude, zoom)),
        }
    }

    /// Reads what was kept; `None` where it is no view.
    pub(super) fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// As it is kept.
    pub(super) fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Takes it up on a first look at the store; what is no longer there is left out.
    pub(super) fn take_up(&self, view: &mut ViewState, map: &mut MapPanel, store: &EventStore) {
        for command in self.commands(store) {
            view.apply(command, store);
        }
        if let Some((latitude, longitude, zoom)) = self.camera {
            map.look_at(Point { latitude, longitude }, zoom);
        }
    }

    fn commands(&self, store: &EventStore) -> Vec<Command> {
        let mut commands: Vec<Command> = Vec::new();
        commands.extend(self.clock.map(Command::SetClock));
        commands.extend(self.mode.map(Command::SetMode));
        // A step moves the window, hence before it.
        commands.extend(self.step.map(Command::SetStep));
        commands.extend(self.window.map(|(start, end)| Command::SetWindow(DayRange { start, end })));
        // The axis follows the window, hence after it. A view of an earlier program keeps none.
        commands.extend(self.breaks.map(|breaks| {
            let visible = self.axis.map(|(start, end)| DayRange { start, end });
            Command::SetAxis(AxisView { visible, breaks })
        }));
        commands.extend(self.hidden_kinds.iter().map(|&kind| Command::ToggleKind(kind)));
        commands.extend(self.certainties.iter().map(|&certainty| Command::ToggleCertainty(certainty)));
        let places = rows(store.places().iter().map(|place| place.id.as_str()), &self.places);
        commands.extend(places.map(|row| Command::TogglePlace(PlaceRow(row))));
        let actors = rows(store.facets().actors().iter().map(String::as_str), &self.actors);
        commands.extend(actors.map(|row| Command::ToggleActor(ActorRow(row))));
        let reports = rows(store.documents().iter().map(|document| document.id.as_str()), &self.reports);
        commands.extend(reports.map(|row| Command::ToggleReport(DocumentIndex(row))));
        commands.push(Command::SetText(self.text.clone()));
        let ids = (0..).map_while(|row| Some(store.event(EventIndex(row))?.id.as_str()));
        let selected: Option<u32> = rows(ids, self.selected.as_slice()).next();
        commands.push(selected.map_or(Command::Deselect, |row| Command::SelectEvent(EventIndex(row))));
        commands
    }
}

/// The rows whose names are among those wanted.
fn rows<'a>(names: impl Iterator<Item = &'a str>, wanted: &'a [String]) -> impl Iterator<Item = u32> {
    (0..).zip(names).filter(|(_, name)| wanted.iter().any(|wanted| wanted == name)).map(|(row, _)| row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::gazetteer::Gazetteer;
    use crate::pipeline::Engine;
    use crate::ui::index;
    use crate::view_state::Direction;

    #[test]
    fn a_view_comes_back_from_its_text_on_the_same_reports_and_on_none() {
        let gazetteer = Gazetteer::embedded();
        let engine = Engine::bundled(gazetteer.clone()).unwrap();
        let store = index(engine.read_all(Corpus::bundled()), gazetteer);
        let mut view = ViewState::new(&store);
        let event = store.events().find(|&event| Some(event) != view.selected && store.is_plotted(event)).unwrap();
        let chosen = [
            Command::SetStep(Step::Week),
            Command::SetMode(WindowMode::Cumulative),
            Command::Step(Direction::Back),
            Command::ToggleBreaks,
            Command::ZoomAxis(2.0, store.on(Clock::Happened).extent().unwrap().start),
            Command::ToggleKind(EventKind::Talks),
            Command::ToggleCertainty(Certainty::Reported),
            Command::TogglePlace(store.place_row(event).unwrap()),
            Command::ToggleActor(ActorRow(0)),
            Command::ToggleReport(DocumentIndex(1)),
            Command::SetText("Badghis".into()),
            Command::SelectEvent(event),
        ];
        for command in chosen {
            view.apply(command, &store);
        }
        let mut map = MapPanel::default();
        map.look_at(Point { latitude: 34.5, longitude: 66.0 }, 6.25);
        let saved = SavedView::of(&view, &map, &store);
        let (mut again, mut map) = (ViewState::new(&store), MapPanel::default());
        SavedView::parse(&saved.text()).unwrap().take_up(&mut again, &mut map, &store);
        assert_eq!(SavedView::of(&again, &map, &store), saved);
        assert_eq!(again.choice(), view.choice());
        let none = EventStore::default();
        let mut empty = ViewState::new(&none);
        saved.take_up(&mut empty, &mut map, &none);
        assert_eq!((empty.selected, empty.filter.places.len()), (None, 0));
        assert_eq!(SavedView::parse("{}"), Some(SavedView::default()));
        assert_eq!(SavedView::parse("no view"), None);
    }
}
