//! Pictures of the map, still and moving.

use super::App;
use crate::edtf::DateSet;
use crate::event::Event;
use crate::export::map::{Look, MapOptions, Run, Size};
use crate::store::EventIndex;
use crate::ui::notice::Notice;
use crate::ui::worker::{Drawing, Picture};
use crate::view_state::{Clock, Theme};
use std::path::PathBuf;
use std::sync::Arc;

/// What of the map is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// The days shown now.
    Now,
    /// Each step of the run through time.
    Run,
}

impl App {
    /// Draws the map as it is looked at, with the events that are chosen, and writes the picture to a file.
    pub fn draw(&mut self, sight: Sight, file: PathBuf) {
        let look = if self.view.theme == Theme::Dark { Look::Dark } else { Look::Light };
        let (picture, size) = match sight {
            Sight::Now => (Picture::Still, Size::default()),
            Sight::Run => {
                let steps = self.view.run(&self.store);
                if steps.is_empty() {
                    self.notice = Some(Notice::NothingToDraw);
                    return;
                }
                let a_second = self.view.playback.speed;
                (Picture::Moving(Run { steps, a_second }), Size::A_DOT_A_POINT)
            }
        };
        let options = MapOptions {
            days: self.view.shown_days(),
            size,
            language: self.view.language,
            look,
            extent: self.map.extent(),
        };
        self.notice = Some(Notice::Drawing(None));
        let drawing = Drawing {
            events: self.chosen_events(),
            of: Arc::clone(&self.store),
            gazetteer: self.correct.gazetteer().clone(),
            options,
            picture,
        };
        self.worker.draw(drawing, file);
    }

    /// The events that the filter leaves, with their days on the clock that is looked at.
    fn chosen_events(&self) -> Vec<Event> {
        let passes = |event: &EventIndex| self.view.filter.passes(&self.store, *event);
        self.store.events().filter(passes).filter_map(|event| self.on_clock(event)).collect()
    }

    fn on_clock(&self, event: EventIndex) -> Option<Event> {
        let told = self.store.event(event)?.clone();
        let when = match self.view.clock {
            Clock::Happened => told.when,
            Clock::Reported => DateSet::one_of(self.store.on(Clock::Reported).stretches(event)),
        };
        Some(Event { when, ..told })
    }
}
